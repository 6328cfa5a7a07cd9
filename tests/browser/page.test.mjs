// Reading: the first visit, checking while typing, where things are marked, the list, its notes, the card.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { check, printed, utf16 } from "./cli.mjs";
import { launch, paste, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

/** The pause in typing after which the page checks, in milliseconds; see web/src/hooks/engine.rs. */
const PAUSE = 200;

const example = (name) => readFileSync(join(ROOT, "web/examples", name), "utf8");

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
const focused = (page) => page.evaluate(() => document.activeElement.dataset.rule ?? document.activeElement.id);

test("a first visit shows an example with its worst line marked and explained", async (context) => {
  const page = await visit(context);
  assert.deepEqual(await ui.names(page), ["config.yaml"]);
  const [worst] = await ui.findings(page);
  assert.deepEqual(worst, { ...worst, rule: "kubelet-anonymous-auth", severity: "critical", place: "line 6" });
  assert.equal(await page.locator("#explanation-title").textContent(), worst.title);
  const source = example("kubelet-config.yaml");
  const active = page.locator(".pl-mark-active");
  assert.equal(await active.textContent(), "enabled: true");
  assert.equal(await active.evaluate((mark) => getComputedStyle(mark).textDecorationStyle), "wavy");
  assert.ok(source.includes("    enabled: true\n"));
  assert.match(await page.locator(".explanation").textContent(), /10250/);
  assert.match(await page.title(), /Plimsoll/);
});

/** Records when the page sends its worker something and when the user last did something. */
function watchChecks(page) {
  return page.evaluate(() => {
    globalThis.asked = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      asked.push(performance.now());
      return post.call(this, message, ...rest);
    };
    for (const name of ["keydown", "paste"])
      addEventListener(name, () => (globalThis.acted = performance.now()), { capture: true });
  });
}

test("typing is checked once it pauses", async (context) => {
  const page = await visit(context);
  await ui.startAfresh(page);
  await ui.settled(page);
  await watchChecks(page);
  await page.keyboard.type("--read-only-port=10255", { delay: 10 });
  await ui.settled(page);
  const waited = await page.evaluate(() => asked[0] - acted);
  assert.ok(waited >= PAUSE - 10, `asked ${waited} ms after the last key`);
  assert.deepEqual(await ui.names(page), ["kubelet-flags.txt"]);
  assert.ok((await ui.rules(page)).includes("kubelet-read-only-port"));
});

test("a paste is checked at once", async (context) => {
  const page = await visit(context);
  await ui.startAfresh(page);
  await ui.settled(page);
  await watchChecks(page);
  await paste(page, "--read-only-port=10255\n");
  await ui.settled(page);
  const waited = await page.evaluate(() => asked[0] - acted);
  assert.ok(waited < PAUSE / 2, `asked ${waited} ms after the paste`);
  assert.ok((await ui.rules(page)).includes("kubelet-read-only-port"));
});

const KUBELET = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
const CONFIG = `${KUBELET}authentication:
  anonymous:
    enabled: true # 😀
  webhook:
    enabled: false
readOnlyPort: 10255
`;
const UNIT = `[Service]
# 😀 é
ExecStart=/usr/bin/kubelet\t--anonymous-auth=true \\
\t--read-only-port:10255 --tls-min-version=VersionTLS10
`;

const PLACES = {
  "line feeds": CONFIG,
  "CRLF and emoji": `# 😀 é\n${CONFIG}`.replaceAll("\n", "\r\n"),
  "a byte order mark": `\uFEFF${CONFIG}`,
  "tabs in a unit": UNIT,
  "tabs, CRLF and emoji in a unit": UNIT.replaceAll("\n", "\r\n"),
  "no line end at the end": CONFIG.trimEnd(),
};

for (const [name, source] of Object.entries(PLACES)) {
  test(`marks cover exactly what the report names: ${name}`, async (context) => {
    const page = await visit(context);
    await ui.openFiles(page, { input: source });
    assert.equal(await ui.text(page), source);
    const { findings } = JSON.parse(printed({ input: source }));
    const written = findings.flatMap((finding, index) => (finding.category === "missing" ? [] : [[index, finding]]));
    const ranges = written.map(([index, { start, end }]) => [index, [utf16(source, start), utf16(source, end)]]);
    assert.ok(ranges.length >= 2);
    assert.deepEqual(await ui.drawnMarks(page), Object.fromEntries(ranges));
  });
}

test("absent settings are marked on the line of the mapping or command where they belong", async (context) => {
  const page = await visit(context);
  for (const [source, line] of [
    [CONFIG, "kind: KubeletConfiguration"],
    [
      "[Service]\nExecStart=/usr/bin/kubelet \\\n  --address=0.0.0.0\nRestart=always\n",
      "ExecStart=/usr/bin/kubelet \\",
    ],
    ["kube-apiserver --etcd-servers=https://127.0.0.1:2379\n", "kube-apiserver --etcd-servers=https://127.0.0.1:2379"],
  ]) {
    await ui.pasteAfresh(page, source);
    const { findings } = check(source);
    const absent = findings.flatMap((found, index) => (found.category === "missing" ? [[found, index]] : []));
    const pills = await ui.drawnAbsent(page);
    assert.deepEqual(
      pills.flatMap((pill) => pill.indexes.map((index) => [index, pill.line])).toSorted(([a], [b]) => a - b),
      absent.map(([found, index]) => [index, found.line]),
    );
    if (line) assert.deepEqual([pills.length, pills[0].text, pills[0].label], [1, line, `${absent.length} not set`]);
    assert.equal(await ui.text(page), source, "the marks are no part of the text");
  }
});

test("the keyboard alone walks the list, opens an explanation, fixes and takes back", async (context) => {
  const page = await visit(context);
  const listed = await ui.rules(page);
  const source = await ui.text(page);
  await page.locator("#fix-all").focus();
  for (let press = 0; press < 6 && (await focused(page)) !== listed[0]; press += 1) await page.keyboard.press("Tab");
  assert.equal(await focused(page), listed[0], "Tab reaches the list");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), listed[1]);
  await page.keyboard.press("End");
  assert.equal(await focused(page), listed.at(-1));
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator(".finding.selected[data-rule=kubelet-authorization-mode]").waitFor();
  const atFix = () => page.evaluate(() => document.activeElement.classList.contains("fix-this"));
  for (let press = 0; press < 6 && !(await atFix()); press += 1) await page.keyboard.press("Tab");
  assert.ok(await atFix(), "Tab reaches the fix");
  await page.keyboard.press("Enter");
  await ui.settled(page);
  assert.equal(await ui.text(page), source.replace("mode: AlwaysAllow", "mode: Webhook"));
  await page.locator(".actions .undo").focus();
  await page.keyboard.press("Enter");
  await ui.settled(page);
  assert.equal(await ui.text(page), source);
});

test("the pointer brings a card with a fix; so does a key, and Escape takes it away", async (context) => {
  const page = await visit(context);
  const source = await ui.text(page);
  await page.locator(".pl-mark", { hasText: "readOnlyPort" }).first().hover();
  const card = page.locator(".pl-card");
  await card.waitFor();
  assert.match(await card.textContent(), /high/);
  await page.mouse.move(0, 0);
  await card.waitFor({ state: "detached" });
  await page.locator(".pl-mark", { hasText: "readOnlyPort" }).first().click();
  await page.locator(".finding.selected[data-rule=kubelet-read-only-port]").waitFor();
  await page.mouse.move(0, 0);
  await page.keyboard.press("ControlOrMeta+.");
  await page.locator(".pl-card:focus").waitFor();
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+.");
  await page.locator(".pl-card:focus").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await ui.settled(page);
  assert.equal(await ui.text(page), source.replace("readOnlyPort: 10255", "readOnlyPort: 0"));
});

test("the filter hides a severity, says so, and changes no count", async (context) => {
  const page = await visit(context);
  const all = await ui.findings(page);
  await page.locator(".filter.medium").click();
  assert.deepEqual(
    await ui.findings(page),
    all.filter((finding) => finding.severity !== "medium"),
  );
  assert.equal(await page.locator(".filter.medium").getAttribute("aria-pressed"), "false");
  const worse = all.filter((finding) => finding.severity !== "info");
  assert.equal(await page.locator("#tab-findings").textContent(), `${worse.length} findings`);
});

const FLAGS = "kubelet --anonymous-auth=false --read-only-port=10255 --max-pods=110 --cluster-domain=cluster.local\n";

test("notes are folded, counted, drawn quietly, and reached by keyboard and from the editor", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, FLAGS);
  const notes = check(FLAGS).findings.filter((finding) => finding.severity === "info");
  assert.ok(notes.length >= 2);
  const fold = page.locator(".notes");
  assert.equal(await fold.textContent(), `${notes.length} notes`);
  assert.equal(await fold.getAttribute("aria-expanded"), "false");
  assert.equal(await page.locator(".finding[data-severity=info]").count(), 0);
  await page.locator(".finding").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.locator(".finding[data-severity=info]").nth(notes.length - 1).waitFor();
  assert.equal(await fold.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), notes[0].rule);
  await fold.click();
  await page.locator(".finding[data-severity=info]").first().waitFor({ state: "detached" });
  const mark = page.locator(".pl-mark.pl-info").last();
  assert.equal(await mark.evaluate((drawn) => getComputedStyle(drawn).textDecorationStyle), "dotted");
  await mark.click();
  await page.locator(".finding.selected[data-severity=info]").waitFor();
  assert.equal(await fold.getAttribute("aria-expanded"), "true", "what is open is in the list");
});

test("the counts are announced politely", async (context) => {
  const page = await visit(context);
  const said = page.locator(".page > [aria-live=polite]");
  await page.waitForFunction(() => document.querySelector(".page > [aria-live=polite]").textContent !== "");
  assert.match(await said.textContent(), /^\d+ findings: 2 critical, 1 high, /);
});

test("light and dark follow the system, and the button changes them", async (context) => {
  const page = await visit(context, { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole("button", { name: "Switch between light and dark" }).click();
  const light = await ground();
  assert.notEqual(light, dark);
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await ground(), light);
});
