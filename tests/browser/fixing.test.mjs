// Mending: one fix, all safe fixes, taking them back, the fixed files, and carrying the result away.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { edited, fixed, printed, program } from "./cli.mjs";
import { launch, paste, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { temporary } from "./temporary.mjs";

const UNIT = "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/config.yaml --read-only-port=10255\n";
const CONFIG = `# 😀 comments stay
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false # so do these
  webhook:
    enabled: true
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
authorization:
  mode: Webhook
`.replaceAll("\n", "\r\n");
const BUNDLE = { "kubelet.service": UNIT, "config.yaml": CONFIG };

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
const button = (page, name) => page.getByRole("button", { name, exact: true });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The texts of all tabs. */
async function texts(page) {
  const all = {};
  for (const name of await ui.names(page)) {
    await page.locator(".file .name", { hasText: name }).click();
    await page.locator(".file.active .name", { hasText: name }).waitFor();
    all[name] = await ui.text(page);
  }
  return all;
}

/** The bundle as `plimsoll fix` leaves it. */
function fixedBundle(files) {
  const folder = temporary("fixed");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  execFileSync(program(), ["fix", ...Object.keys(files)], { cwd: folder });
  return Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

test("one fix in one file of a bundle, and undo in one step", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  const { findings } = JSON.parse(printed(BUNDLE));
  const [fix] = findings.find((found) => found.rule === "kubelet-rotate-certificates").fixes;
  assert.deepEqual([...new Set(fix.edits.map((edit) => edit.document))], [1]);
  const before = await ui.findings(page);
  await page.locator(".finding[data-rule=kubelet-rotate-certificates]").click();
  await page.locator(".fix .diff .added .row").waitFor();
  assert.equal(await page.locator(".fix .diff .added .text").textContent(), "rotateCertificates: true");
  await page.locator(".fix-this").first().click();
  await ui.settled(page);
  assert.ok(!(await ui.rules(page)).includes("kubelet-rotate-certificates"));
  assert.deepEqual(await texts(page), { "kubelet.service": UNIT, "config.yaml": edited(CONFIG, fix.edits) });
  await page.locator(".actions .undo").click();
  await ui.settled(page);
  assert.deepEqual(await texts(page), BUNDLE);
  assert.deepEqual(await ui.findings(page), before);
});

test("all safe fixes across two files, and undo in one step", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  const after = fixedBundle(BUNDLE);
  assert.notEqual(after["kubelet.service"], UNIT);
  assert.notEqual(after["config.yaml"], CONFIG);
  await page.locator("#fix-all").click();
  await page.locator(".actions .undo").waitFor();
  await ui.settled(page);
  assert.deepEqual(await texts(page), after);
  assert.equal(await page.locator("#fix-all").count(), 0, "nothing safe is left");
  await page.locator(".actions .undo").click();
  await ui.settled(page);
  assert.deepEqual(await texts(page), BUNDLE);
  assert.equal(await page.locator(".actions .undo").count(), 0);
});

test("undo of the page is gone once the user has typed over it, and the editor's own undo is not", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, UNIT);
  await page.locator("#fix-all").click();
  await page.locator(".actions .undo").waitFor();
  const mended = await ui.text(page);
  await page.evaluate(() => document.querySelector("plimsoll-editor").focusEditor());
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("#");
  assert.equal(await page.locator(".actions .undo").count(), 0);
  await page.keyboard.press("ControlOrMeta+Z");
  assert.equal(await ui.text(page), mended);
  await page.keyboard.press("ControlOrMeta+Z");
  assert.equal(await ui.text(page), UNIT);
  await ui.settled(page);
});

test("a placeholder stays a finding until it is replaced", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, CONFIG.replace(/ {2}x509:\r\n.*\r\n/, ""));
  const entry = page.locator(".finding[data-rule=kubelet-client-ca-file]");
  await entry.click();
  await button(page, "Insert placeholder").click();
  await ui.settled(page);
  assert.equal(await entry.count(), 1);
  assert.match(await ui.text(page), /clientCAFile: .+\r\n/);
});

/** The new text, from the old one and the rows of its diff. */
function rebuilt(old, removed, added) {
  const kept = old.split(/\r?\n/).filter((_, index) => !removed.has(index + 1));
  const lines = [];
  while (kept.length > 0 || added.has(lines.length + 1)) {
    lines.push(added.get(lines.length + 1) ?? kept.shift());
  }
  return lines;
}

test("the fixed files are shown as a diff that leads from the old text to the new", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  await page.locator("#tab-fixed").click();
  const after = fixedBundle(BUNDLE);
  for (const [name, text] of Object.entries(BUNDLE)) {
    const section = page.locator(`.fixed-file[aria-label="Fixed ${name}"]`);
    await section.locator(".diff").waitFor();
    const rows = (side) =>
      section
        .locator(`.${side} .row`)
        .evaluateAll((all) =>
          all.map((row) => [Number(row.querySelector(".number").textContent), row.querySelector(".text").textContent]),
        );
    const removed = await rows("removed");
    const old = text.split(/\r?\n/);
    for (const [number, line] of removed) assert.equal(line, old[number - 1]);
    const lines = rebuilt(text, new Map(removed), new Map(await rows("added")));
    assert.deepEqual(lines, after[name].split(/\r?\n/));
    await section.getByRole("button", { name: "Copy fixed file" }).click();
    await page.locator(".notices", { hasText: "Copied." }).waitFor();
    assert.equal(await clipboard(page), after[name]);
    const saved = await ui.download(page, section.getByRole("button", { name: "Download fixed file" }));
    assert.deepEqual(saved, { name, text: after[name] });
  }
  await page.getByRole("button", { name: "Apply all safe" }).click();
  await ui.settled(page);
  await page.locator(".fixed-file .diff").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Apply all safe" }).count(), 0);
  await page.locator("#tab-findings").click();
  assert.deepEqual(await texts(page), after);
});

test("the file and the report leave the page byte for byte", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  const report = printed(BUNDLE);
  assert.ok(report.endsWith("}\n"));
  await ui.openTakeAway(page);
  assert.deepEqual(await ui.download(page, button(page, "Save JSON")), { name: "plimsoll.json", text: report });
  await button(page, "Copy JSON").click();
  await page.locator(".outcome", { hasText: "Copied JSON." }).waitFor();
  assert.equal(await clipboard(page), report);
  await page.locator("#dialog-close").click();
  await page.locator(".file .name", { hasText: "config.yaml" }).click();
  assert.deepEqual(await ui.download(page, button(page, "Download")), { name: "config.yaml", text: CONFIG });
  await button(page, "Copy").click();
  await page.waitForFunction((text) => navigator.clipboard.readText().then((held) => held === text), CONFIG);
});

test("what is fixed in the page is what the command line writes, for a text pasted over another", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, UNIT);
  await page.evaluate(() => document.querySelector("plimsoll-editor").focusEditor());
  await page.keyboard.press("ControlOrMeta+A");
  await paste(page, CONFIG);
  await ui.settled(page);
  assert.deepEqual(await ui.names(page), ["config.yaml"]);
  await page.locator("#fix-all").click();
  await page.locator(".actions .undo").waitFor();
  assert.equal(await ui.text(page), fixed(CONFIG));
});
