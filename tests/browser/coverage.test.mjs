// Coverage: every control of a profile once, and nothing critical hidden.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { covered } from "./cli.mjs";
import { launch, paste, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const UNIT = `[Service]
ExecStart=/usr/bin/kubelet --config=/etc/config.yaml
`;
const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    # plimsoll: ignore kubelet-anonymous-auth the gateway asks again
    enabled: true
authorization:
  mode: AlwaysAllow
readOnlyPort: 10255
`;
const FILES = { "kubelet.service": UNIT, "config.yaml": CONFIG };
const STATUSES = ["fail", "unknown", "manual", "pass", "not-applicable"];

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const visit = (context, options) => ui.visit(context, browser, server.address, options);

async function open(page) {
  await page.locator("#tab-coverage").click();
  await page.locator(".coverage .control").first().waitFor();
}

async function choose(page, title) {
  await page.locator("#profile-menu").click();
  await page.locator(".profile .menu").getByRole("button", { name: title }).click();
  await ui.settled(page);
}

/** The controls as listed: `[id, status]`. */
const controls = (page) =>
  page.locator(".control").evaluateAll((rows) => rows.map((row) => [row.dataset.control, row.dataset.status]));

/** The counts of the buttons, by status. */
const counts = async (page) =>
  Object.fromEntries(
    await page
      .locator(".totals button")
      .evaluateAll((all) => all.map((one) => [one.dataset.status, Number(one.querySelector("b").textContent)])),
  );

for (const [title, flag] of [
  ["CIS Kubernetes Benchmark 1.12, levels 1 and 2", "cis-level-2"],
  ["Every rule", "everything"],
]) {
  test(`${flag}: every control once, as the command line says, and totals that add up`, async (context) => {
    const page = await visit(context);
    await ui.openFiles(page, FILES);
    await choose(page, title);
    await open(page);
    const expected = covered(FILES, ["--profile", flag]);
    const listed = await controls(page);
    const pairs = expected.controls.map(({ id, status }) => [id, status]);
    assert.deepEqual(listed.toSorted(), pairs.toSorted());
    assert.equal(new Set(listed.map(([id]) => id)).size, listed.length);
    const { all, ...each } = await counts(page);
    assert.equal(all, listed.length);
    assert.equal(
      STATUSES.reduce((sum, status) => sum + each[status], 0),
      all,
    );
    for (const status of STATUSES) {
      await page.locator(`.totals [data-status=${status}]`).click();
      await page.locator(`.totals [data-status=${status}][aria-pressed=true]`).waitFor();
      const rows = await controls(page);
      assert.equal(rows.length, each[status], status);
      assert.ok(rows.every(([, own]) => own === status));
      assert.equal(await page.locator(".worst .evidence li").count(), expected.critical.length, "critical ones stay");
    }
    await page.waitForFunction(
      () => /^.*\d+ controls: .* Listed: \d+ not applicable\.$/.test(document.querySelector(".sr[role=status]").textContent),
    );
  });
}

test("it says what to add, what to run, and where the benchmark says something else", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, FILES);
  await choose(page, "CIS Kubernetes Benchmark 1.12, level 1");
  await open(page);
  const unknown = page.locator(".controls.unknown");
  assert.match(await unknown.textContent(), /Add the kube-apiserver's manifest or unit\./);
  const manual = page.locator(".controls.manual .control");
  for (const text of await manual.allInnerTexts()) assert.match(text, /By hand: /);
  const expected = covered(FILES, ["--profile", "cis-level-1"]).controls.filter(({ audit }) => audit);
  assert.equal(await page.locator(".audit").count(), expected.length);
  assert.ok(expected.length > 0);
  assert.match(await page.locator(".audit").first().textContent(), /^The benchmark's audit: (pass|fail)\. Plimsoll advises: /);
});

test("a row leads to the finding and to the place, and a suppressed one says why", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, FILES);
  await choose(page, "CIS Kubernetes Benchmark 1.12, level 1");
  await open(page);
  const anonymous = page.locator('.control[data-control="4.2.1"]');
  assert.equal(await anonymous.getAttribute("data-status"), "fail");
  assert.match(await anonymous.textContent(), /suppressed: the gateway asks again/);
  await anonymous.locator(".place").click();
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector("plimsoll-editor");
    return shadowRoot.querySelector(".cm-activeLine")?.textContent.includes("enabled: true");
  });
  assert.equal(await page.locator("#tab-coverage").getAttribute("aria-selected"), "true");
  await page.locator('.control[data-control="4.2.2"] .what button').focus();
  await page.keyboard.press("Enter");
  await page.locator(".finding.selected[data-rule=kubelet-authorization-mode]").waitFor();
  await page.waitForFunction(() => document.activeElement.id === "explanation-title");
});

test("it is asked for only when it is shown, and follows the text", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, FILES);
  assert.equal(await page.locator(".coverage").count(), 0);
  await open(page);
  const failing = (await counts(page)).fail;
  await page.locator(".code").click();
  await page.keyboard.press("ControlOrMeta+A");
  await paste(page, "[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true --protect-kernel-defaults=false\n");
  await page.waitForFunction((old) => document.querySelector(".totals [data-status=fail] b").textContent !== `${old}`, failing);
});

test("by keyboard: the counts are walked by arrows", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, FILES);
  await open(page);
  await page.locator(".totals [data-status=all]").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator(".totals [data-status=fail][aria-pressed=true]").waitFor();
  assert.ok((await controls(page)).every(([, status]) => status === "fail"));
});

test("objects have findings and no settings, and the other views say so", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, {
    "encryption.yaml": `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers:
      - identity: {}
`,
  });
  assert.ok((await ui.rules(page)).length > 0);
  for (const tab of ["settings", "upgrade"]) {
    await page.locator(`#tab-${tab}`).click();
    assert.match(await page.locator("#view").textContent(), /^Kubernetes objects have no settings of a component/);
  }
  await open(page);
  await ui.chooseExample(page, "KubeletConfiguration");
  await ui.openFiles(page, { "ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: kube-system\n" });
});
