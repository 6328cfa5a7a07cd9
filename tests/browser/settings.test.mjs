// All settings: value, default, what sets them, and what is left out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { printed } from "./cli.mjs";
import { launch, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const example = (name) => readFileSync(join(ROOT, "web/examples", name), "utf8");

const KUBEADM = {
  "10-kubeadm.conf": example("10-kubeadm.conf"),
  "kubeadm-flags.env": example("kubeadm-flags.env"),
  "config.yaml": example("kubeadm-config.yaml"),
};

const UNIT = `[Service]
ExecStart=/usr/bin/kubelet --config=/etc/config.yaml --anonymous-auth=true
`;
const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
maxPods: 110
`;

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
const scope = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Opens the view and waits for the descriptions, which are asked for when it is first opened. */
async function open(page) {
  await page.locator("#tab-settings").click();
  await page.locator("tr[data-setting] .spelling").first().waitFor();
}

/** The names of the settings shown. */
const shown = (page) =>
  page.locator("tr[data-setting]").evaluateAll((rows) => rows.map((row) => row.dataset.setting));

/** The cells of a setting's row, as read. */
async function row(page, setting) {
  const cells = await page.locator(`tr[data-setting="${setting}"] > *`).allInnerTexts();
  return cells.map((cell) => cell.replaceAll(/\s+/g, " ").trim());
}

test("a kubeadm node: every value with its default and its origin", async (context) => {
  const page = await visit(context);
  await ui.chooseExample(page, "kubeadm node, three files");
  await open(page);
  await scope(page, "All");
  for (const [setting, ...cells] of [
    ["authentication.anonymous.enabled", "false", "false", "config.yaml set to the default", "ok"],
    ["authorization.mode", "Webhook", "Webhook", "config.yaml set to the default", "ok"],
    ["readOnlyPort", "10255", "0", "kubeadm-flags.env environment over config.yaml", "insecure"],
    ["seccompDefault", "false", "false", "not set", "insecure"],
  ]) {
    assert.deepEqual((await row(page, setting)).slice(1), cells, setting);
  }
  const { settings } = JSON.parse(printed(KUBEADM));
  assert.deepEqual(
    await shown(page),
    settings.map(({ setting }) => setting),
  );
  await page.locator("tr[data-setting=readOnlyPort] button.link").first().click();
  assert.equal(await page.locator(".file.active .name").textContent(), "kubeadm-flags.env");
});

test("what is left out is told from what is set to the default", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "kubelet.service": UNIT, "config.yaml": CONFIG });
  await open(page);
  assert.deepEqual(await shown(page), ["authentication.anonymous.enabled", "maxPods", "--config"]);
  const about = page.locator("tr[data-setting=maxPods] + .about");
  assert.match(await about.textContent(), /\bpods\b/);
  assert.deepEqual(await row(page, "maxPods"), [
    "maxPods --max-pods",
    "110",
    "110",
    "config.yaml set to the default",
    "not judged",
  ]);
  const overridden = ["true", "false", "kubelet.service flag over config.yaml", "insecure"];
  assert.deepEqual((await row(page, "authentication.anonymous.enabled")).slice(1), overridden);
  await scope(page, "Not the default");
  assert.deepEqual(await shown(page), ["authentication.anonymous.enabled", "--config"]);
  await scope(page, "All");
  assert.deepEqual((await row(page, "podPidsLimit")).slice(1, 4), ["-1", "-1", "not set"]);
});

test("what a file that is not given could set is unknown, even without a default", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, UNIT);
  await open(page);
  await scope(page, "Unknown");
  const unknown = await shown(page);
  for (const setting of ["readOnlyPort", "cgroupRoot"]) assert.ok(unknown.includes(setting), setting);
  assert.deepEqual((await row(page, "cgroupRoot")).slice(1, 4), ["unknown", "–", "not given"]);
});

test("a name finds its setting, spelt as a field or as a flag", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "kubelet.service": UNIT, "config.yaml": CONFIG });
  await open(page);
  await scope(page, "All");
  for (const name of ["readonlyport", "--read-only-port"]) {
    await page.locator("#setting-name").fill(name);
    assert.deepEqual(await shown(page), ["readOnlyPort"], name);
  }
  await page.locator("#setting-name").fill("no such setting");
  assert.match(await page.locator("#view").textContent(), /No setting fits this choice/);
});
