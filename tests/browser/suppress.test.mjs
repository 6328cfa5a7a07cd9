// Suppressed findings: counted apart, and the comment that suppresses one written by the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "./cli.mjs";
import { launch, paste, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true # 😀
readOnlyPort: 10255
`;
const COMMENT = "    # plimsoll: ignore kubelet-anonymous-auth the gateway asks again\n";
const ACCEPTED = CONFIG.replace("    enabled", `${COMMENT}    enabled`);
const RULE = "kubelet-anonymous-auth";

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
const folded = (page) => page.locator(".suppressed .notes");

async function select(page, rule) {
  await ui.unfold(page);
  await page.locator(`.finding[data-rule=${rule}]`).first().click();
  await page.locator(`.finding.selected[data-rule=${rule}]`).waitFor();
}

test("a suppressed finding is folded with its reason, not counted and not marked", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": CONFIG });
  const open = Number.parseInt(await page.locator("#tab-findings").textContent(), 10);
  await page.locator(".code").click();
  await page.keyboard.press("ControlOrMeta+A");
  await paste(page, ACCEPTED);
  await folded(page).waitFor();
  assert.equal(Number.parseInt(await page.locator("#tab-findings").textContent(), 10), open - 1);
  assert.equal(await folded(page).textContent(), "Suppressed (1)");
  assert.equal(await page.locator(`.finding[data-rule=${RULE}]`).count(), 0);
  const { findings } = check(ACCEPTED);
  const own = findings.findIndex((finding) => finding.rule === RULE);
  assert.equal(findings[own].suppressed, "the gateway asks again");
  assert.equal((await ui.drawnMarks(page))[own], undefined);
  await folded(page).click();
  const row = page.locator(`.suppressed .finding[data-rule=${RULE}]`);
  assert.match(await row.textContent(), /the gateway asks again/);
  await row.click();
  assert.match(await page.locator(".accepted").textContent(), /^Suppressed by a comment in the file: the gateway asks again$/);
  assert.equal(await page.locator(".fix-this, #accept").count(), 0);
});

test("accepting writes the comment as one step, and says why an empty reason is none", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": CONFIG });
  await select(page, RULE);
  await page.locator("#accept").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "accept-reason");
  await page.keyboard.press("Enter");
  await page.locator(".accept-refusal").waitFor();
  assert.match(await page.locator(".accept-refusal").textContent(), /^Write a reason/);
  await page.keyboard.type("the gateway asks again");
  await page.keyboard.press("Enter");
  await folded(page).waitFor();
  assert.equal(await ui.text(page), ACCEPTED);
  assert.equal(await page.evaluate(() => document.activeElement.id), "explanation-title");
  await page.locator(".list .undo").click();
  await ui.settled(page);
  assert.equal(await ui.text(page), CONFIG);
  assert.equal(await folded(page).count(), 0);
});

test("the form is left by Escape and by a change of the text", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": CONFIG });
  await select(page, RULE);
  await page.locator("#accept").click();
  await page.locator("#accept-reason").press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "accept");
  await page.locator("#accept").click();
  await page.locator("#accept-reason").waitFor();
  await page.locator(".bar").locator("#kind").selectOption({ label: "KubeletConfiguration" });
  await ui.settled(page);
  await page.locator("#accept").waitFor();
});

test("in a unit the comment does not tear a continued command; JSON says why it has none", async (context) => {
  const page = await visit(context);
  const unit = "[Service]\nExecStart=/usr/bin/kubelet \\\n  --anonymous-auth=true \\\n  --max-pods=110\n";
  await ui.openFiles(page, { "kubelet.service": unit });
  await select(page, RULE);
  await page.locator("#accept").click();
  await page.locator("#accept-reason").fill("agreed");
  await page.getByRole("button", { name: "Write the comment" }).click();
  await folded(page).waitFor();
  const written = await ui.text(page);
  assert.ok(written.includes(`# plimsoll: ignore ${RULE} agreed\n`), written);
  assert.equal(check(written).settings.find(({ setting }) => setting === "maxPods").value, "110");
  const json = `{"apiVersion": "kubelet.config.k8s.io/v1beta1", "kind": "KubeletConfiguration", "readOnlyPort": 10255}\n`;
  await ui.pasteAfresh(page, json);
  await select(page, "kubelet-read-only-port");
  await page.locator("#accept").click();
  await page.locator(".accept", { hasText: "JSON has no comments" }).waitFor();
  await page.locator(".accept").getByRole("button", { name: "Close" }).click();
  await page.locator("#accept").waitFor();
});
