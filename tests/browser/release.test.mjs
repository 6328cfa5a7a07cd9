// The Kubernetes release: guessed, chosen, and what changes from one to another.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "./cli.mjs";
import { launch, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const manifest = (tag) => `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:${tag}
      command:
        - kube-apiserver
        - --cloud-provider=aws
        - --etcd-servers=https://127.0.0.1:2379
`;
const UNIT = "[Service]\nExecStart=/usr/bin/kubelet --container-runtime=remote --anonymous-auth=false\n";

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
const basis = (page) => page.locator("#release-basis").textContent();
const release = (page) => page.locator("#version option:checked").textContent();

async function choose(page, version) {
  await page.locator("#version").selectOption(version);
  await ui.settled(page);
}

/** The page must list what the command line reports with these arguments. */
async function agrees(page, source, more) {
  const expected = check(source, more).findings.map((finding) => finding.rule);
  assert.deepEqual((await ui.rules(page)).toSorted(), expected.toSorted(), more.join(" "));
}

test("an image tag tells the release, which is shown as a guess that leads to its place", async (context) => {
  const page = await visit(context);
  const source = manifest("v1.29.3");
  await ui.openFiles(page, { "kube-apiserver.yaml": source });
  assert.equal(await release(page), "Auto: 1.29");
  assert.equal(await basis(page), "guessed from the image tag in kube-apiserver.yaml");
  await agrees(page, source, []);
  await page.locator("#release-basis button").click();
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector("plimsoll-editor");
    return shadowRoot.querySelector(".cm-activeLine")?.textContent.includes("v1.29.3");
  });
});

test("a release chosen by hand changes the verdicts and outlives other files, but not an example", async (context) => {
  const page = await visit(context);
  const source = manifest("v1.29.3");
  await ui.openFiles(page, { "kube-apiserver.yaml": source });
  const guessed = await ui.rules(page);
  await choose(page, "1.33");
  await agrees(page, source, ["--kubernetes", "1.33"]);
  assert.notDeepEqual(await ui.rules(page), guessed);
  assert.equal(await basis(page), "chosen by hand");
  await ui.openFiles(page, { "kubelet.service": UNIT });
  assert.equal(await release(page), "1.33");
  await ui.chooseExample(page, "KubeletConfiguration");
  assert.equal(await release(page), "Auto: 1.36");
  assert.equal(await basis(page), "newest known");
  await page.getByRole("button", { name: "Bring back", exact: true }).click();
  await ui.settled(page);
  assert.equal(await release(page), "1.33", "it belongs to the files");
  await choose(page, "");
  assert.equal(await release(page), "Auto: 1.29");
});

test("a release that is not known is named, and which one stands in for it", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "kube-apiserver.yaml": manifest("v1.22.4") });
  assert.equal(await release(page), "Auto: 1.24");
  assert.match(await page.locator(".problems").textContent(), /names Kubernetes 1\.22, which Plimsoll does not know/);
});

test("another release gives another verdict", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, UNIT);
  assert.ok((await ui.rules(page)).includes("removed-flag"));
  for (const [version, removed] of [
    ["1.26", false],
    ["1.27", true],
  ]) {
    await choose(page, version);
    assert.equal((await ui.rules(page)).includes("removed-flag"), removed, version);
    await agrees(page, UNIT, ["--kubernetes", version]);
  }
});

/** The changes listed for a route, by heading: the settings. */
async function changes(page) {
  const sections = await page.locator(".upgrade section").evaluateAll((all) =>
    all.map((section) => [
      section.querySelector("h2").firstChild.textContent,
      [...section.querySelectorAll("li")].map((entry) => entry.dataset.setting),
    ]),
  );
  return Object.fromEntries(sections);
}

test("an upgrade: from the judged release to the newest, with a link to what stops", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "kubelet.service": UNIT });
  await choose(page, "1.26");
  await page.locator("#tab-upgrade").click();
  await page.locator(".upgrade section").first().waitFor();
  assert.equal(await page.locator("#upgrade-from").inputValue(), "1.26");
  assert.equal(await page.locator("#upgrade-to").inputValue(), "1.36");
  assert.deepEqual((await changes(page))["Stops working"], ["--container-runtime"]);
  await page.locator(".upgrade li", { hasText: "--container-runtime" }).locator("button").click();
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector("plimsoll-editor");
    return shadowRoot.querySelector(".cm-activeLine")?.textContent.includes("--container-runtime");
  });
  assert.equal(await page.locator("#tab-upgrade").getAttribute("aria-selected"), "true");
});

test("an upgrade: other releases, a default that changes, and a text that changes under it", async (context) => {
  const page = await visit(context);
  const source = manifest("v1.29.3");
  await ui.openFiles(page, { "kube-apiserver.yaml": source });
  await page.locator("#tab-upgrade").click();
  await page.locator(".upgrade section").first().waitFor();
  assert.equal(await page.locator("#upgrade-from").inputValue(), "1.29");
  const written = page.locator(".upgrade li[data-setting='--cloud-provider']");
  await written.waitFor();
  await page.locator("#upgrade-to").selectOption("1.30");
  await written.waitFor({ state: "detached" });
  await page.locator("#upgrade-from").selectOption("1.31");
  await page.locator("#upgrade-to").selectOption("1.37");
  assert.match(await page.locator(".route").textContent(), /1\.37 is a preview/);
  await written.waitFor();
});

test("an upgrade that changes nothing says so", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "kube-apiserver.yaml": manifest("v1.36.0") });
  await page.locator("#tab-upgrade").click();
  assert.equal(await page.locator("#upgrade-from").inputValue(), "1.36");
  assert.equal(await page.locator("#upgrade-to").inputValue(), "1.37");
  await page.locator(".upgrade section, .clear").first().waitFor();
});
