// What is taken away: each report as the command line writes it, without secrets, by the clipboard, a file or a printer.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { exported } from "./cli.mjs";
import { launch, newPage, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { temporary } from "./temporary.mjs";

const axe = createRequire(import.meta.url)("axe-core");

const KUBELET = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
const CONFIG = `${KUBELET}authentication:\n  anonymous:\n    enabled: true # 😀 é\n`;
const UNIT = "[Service]\r\nExecStart=/usr/bin/kubelet --config=/etc/config.yaml --read-only-port=10255\r\n";
const BUNDLE = { "kubelet.service": UNIT, "config.yaml": CONFIG };
const TOKEN = "abc123.0123456789abcdef";
const SECRET = `${KUBELET}# kubeadm join --token ${TOKEN}\nreadOnlyPort: 10255\n`;

/** Formats by the name in the dialog: how the command line calls them, and the file they are saved as. */
const FORMATS = {
  "HTML report": ["html", "plimsoll-report.html"],
  Markdown: ["markdown", "plimsoll.md"],
  SARIF: ["sarif", "plimsoll.sarif"],
  JSON: ["json", "plimsoll.json"],
  CSV: ["csv", "plimsoll.csv"],
  Patch: ["patch", "plimsoll.patch"],
};

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
const outcome = (page, words) => page.locator(".outcome", { hasText: words }).waitFor();
const closeDialog = (page) => page.locator("#dialog-close").click();

/** A page with these files and the dialog open. */
async function opened(context, files) {
  const page = await visit(context);
  await ui.openFiles(page, files);
  await ui.openTakeAway(page);
  return page;
}

for (const [name, [format, file]] of Object.entries(FORMATS)) {
  test(`${name}: copied and saved as the command line writes it`, async (context) => {
    // The command line's patch is for the files at hand, so it masks nothing.
    const files = format === "patch" ? BUNDLE : { ...BUNDLE, "secret.yaml": SECRET };
    const page = await opened(context, files);
    const wanted = exported(format, files);
    assert.ok(wanted.length > 100 && !wanted.includes(TOKEN));
    assert.deepEqual(await ui.download(page, button(page, `Save ${name}`)), { name: file, text: wanted });
    await outcome(page, `Handed ${file} to the browser to save.`);
    if (format === "html") return;
    await button(page, `Copy ${name}`).click();
    await outcome(page, `Copied ${name}.`);
    assert.equal(await clipboard(page), wanted);
  });
}

test("unmasked, after the question, each is what the command line writes when told not to mask", async (context) => {
  const page = await opened(context, { "config.yaml": SECRET });
  await page.locator("#masking").click();
  await page.locator("#stop-masking").click();
  for (const [name, [format]] of Object.entries(FORMATS)) {
    const { text } = await ui.download(page, button(page, `Save ${name}`));
    assert.equal(text, exported(format, { "config.yaml": SECRET }, format === "patch" ? [] : ["--no-mask"]), name);
  }
  const { text } = await ui.download(page, button(page, "Save config.yaml"));
  assert.equal(text, SECRET);
});

test("the release and the profile that are chosen are those of the report", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  await page.locator("#version").selectOption("1.30");
  await page.locator("#profile-menu").click();
  await page.locator(".profile .menu").getByRole("button", { name: "exam" }).click();
  await ui.settled(page);
  await ui.openTakeAway(page);
  const { text } = await ui.download(page, button(page, "Save JSON"));
  assert.equal(text, exported("json", BUNDLE, ["--kubernetes", "1.30", "--profile", "cks"]));
});

test("patch(1) applies what was saved, and the result is that of the fixes", async (context) => {
  const page = await opened(context, BUNDLE);
  const patch = (await ui.download(page, button(page, "Save Patch"))).text;
  const folder = temporary("patch");
  for (const [name, text] of Object.entries(BUNDLE)) writeFileSync(join(folder, name), text);
  execFileSync("patch", ["-p1", "--binary"], { cwd: folder, input: patch });
  await closeDialog(page);
  await page.locator("#fix-all").click();
  await page.locator(".actions .undo").waitFor();
  for (const name of Object.keys(BUNDLE)) {
    await page.locator(".file .name", { hasText: name }).click();
    assert.equal(await ui.text(page), readFileSync(join(folder, name), "utf8"), name);
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`the HTML report opens from a file, whole, without a request, and readable: ${colorScheme}`, async (context) => {
    const page = await opened(context, BUNDLE);
    const { text } = await ui.download(page, button(page, "Save HTML report"));
    const file = join(temporary("report"), "report.html");
    writeFileSync(file, text);
    const session = await newPage(browser, { colorScheme });
    context.after(() => session.close());
    await session.page.goto(`file://${file}`);
    assert.ok((await session.page.locator("body").innerText()).includes("kubelet-anonymous-auth"));
    assert.deepEqual(session.requests, [`file://${file}`]);
    assert.deepEqual(session.violations, []);
    assert.deepEqual(session.errors, []);
    const looked = await newPage(browser, { colorScheme, bypassCSP: true });
    context.after(() => looked.close());
    await looked.page.goto(`file://${file}`);
    await looked.page.evaluate(axe.source);
    const { violations } = await looked.page.evaluate(() => axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html)}`), []);
  });
}

/** Whether a text holds a secret of the corpus, in whatever writing. */
const CANARY = /c[a4]nary|Y2FuYXJ5/i;
const leak = join(ROOT, "tests/secrets/leak");
const corpus = () =>
  readdirSync(leak, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, readFileSync(join(leak, name), "utf8")]);

/** Chromium lets a page start ten downloads, and then asks. */
const PORTION = 9;

/** What the page saves of files, opened together in a page of their own. */
async function savedFiles(context, files, names) {
  const page = await visit(context);
  await ui.openFiles(page, Object.fromEntries(names.map((name) => [name, files[name]])));
  await ui.openTakeAway(page);
  const saved = {};
  for (const name of names) saved[name] = (await ui.download(page, button(page, `Save ${name}`))).text;
  return saved;
}

test("of the corpus of secrets, none leaves while masking is on, and the text stays", async (context) => {
  const files = Object.fromEntries(corpus());
  const names = Object.keys(files);
  assert.ok(names.length > 20);
  const left = {};
  for (let at = 0; at < names.length; at += PORTION) Object.assign(left, await savedFiles(context, files, names.slice(at, at + PORTION)));
  const page = await visit(context);
  // The list of tabs is long, so the last one tells that all are there.
  await page.locator("#open-files").setInputFiles(
    names.map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(files[name]) })),
  );
  await page.locator(".file .name", { hasText: names.at(-1) }).waitFor();
  await ui.settled(page);
  await ui.openTakeAway(page);
  for (const name of Object.keys(FORMATS)) left[name] = (await ui.download(page, button(page, `Save ${name}`))).text;
  await button(page, "Copy Markdown").click();
  await outcome(page, "Copied Markdown.");
  left.clipboard = await clipboard(page);
  await closeDialog(page);
  left.print = await printed(page);
  await ui.openTakeAway(page);
  await page.locator("#open-share").click();
  await page.locator("#share-files").check();
  await page.waitForFunction(() => document.querySelector("#share-link")?.value.includes("&c="));
  left.link = await page.locator("#share-link").inputValue();
  left.content = inflateRawSync(Buffer.from(/&c=(.*)/.exec(left.link)[1], "base64url")).toString();
  left.preview = await page.locator(".preview").textContent();
  await closeDialog(page);
  const rows = await page.locator(".finding").count();
  for (let row = 0; row < Math.min(rows, 12); row += 1) {
    await page.locator(".finding").nth(row).click();
    left[`bug ${row}`] = await bugText(page);
    await closeDialog(page);
  }
  left.title = await page.title();
  left.address = page.url();
  for (const [name, text] of Object.entries(left)) {
    assert.ok(text.length > 0, name);
    const line = text.split("\n").find((line) => CANARY.test(line));
    assert.equal(line, undefined, name);
  }
  const kept = await page.evaluate(() => {
    const editor = document.querySelector("plimsoll-editor");
    return editor.text(editor.shownDocument);
  });
  assert.ok(Object.values(files).includes(kept));
});

/** The text for a bug report about the finding that is open. */
async function bugText(page) {
  await ui.openTakeAway(page);
  await page.locator("#open-bug").click();
  await page.waitForFunction(() => document.querySelector("#bug-text")?.value !== "");
  return page.locator("#bug-text").inputValue();
}

test("a text for a bug report names versions, rule and place, masks the lines around, and goes nowhere", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, SECRET);
  await page.locator(".finding[data-rule=kubelet-read-only-port]").click();
  const address = page.url();
  const text = await bugText(page);
  assert.match(text, /^Plimsoll \d+\.\d+\.\d+, rules of \d{4}-\d\d-\d\d\nKubernetes 1\.\d+, profile everything\n/);
  assert.match(text, /\nRule: kubelet-read-only-port\nPlace: config\.yaml, line 4 \(kubelet-config\)\n/);
  assert.match(text, /\n  {4}3 \| # kubeadm join --token <masked-(bootstrap-)?token>\n> {4}4 \| readOnlyPort: 10255\n/);
  assert.match(text, /\nWhat happened:\n\n\nWhat I expected:\n/);
  await page.locator("#bug-copy").click();
  await outcome(page, "Copied the text.");
  assert.equal(await clipboard(page), text);
  assert.equal(page.url(), address);
  assert.equal(page.context().pages().length, 1);
});

/** What the browser is asked to print, as text; a real dialog would wait for a person. */
async function printed(page) {
  await ui.openTakeAway(page);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => {
    globalThis.print = () => (globalThis.paper = document.body.innerText);
    document.getElementById("print").click();
  });
  await page.waitForFunction(() => globalThis.paper !== undefined);
  await page.emulateMedia({ media: "screen" });
  await page.locator(".paper").waitFor({ state: "detached" });
  return page.evaluate(() => globalThis.paper);
}

test("paper holds the findings and nothing of the page around them", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  const titles = (await ui.findings(page)).map((finding) => finding.title);
  const text = await printed(page);
  assert.match(text, /^Plimsoll report\s+Plimsoll \d/);
  for (const title of titles) assert.ok(text.includes(title.replaceAll("`", "")), title);
  for (const word of ["Paste your own", "All settings", "Take away", "Help"]) assert.ok(!text.includes(word), word);
});

test("where copying is refused, the text is shown, selected", async (context) => {
  const page = await opened(context, BUNDLE);
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
  await button(page, "Copy Markdown").click();
  await page.locator("#copy-by-hand").waitFor();
  const selected = await page.evaluate(() => {
    const area = document.activeElement;
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  assert.equal(selected, exported("markdown", BUNDLE));
});

/** Whether the browser asks before the page is closed. */
async function asks(page) {
  let asked = false;
  const answer = async (dialog) => {
    asked = dialog.type() === "beforeunload";
    await dialog.dismiss();
  };
  page.on("dialog", answer);
  await page.close({ runBeforeUnload: true });
  await page.waitForEvent("close", { timeout: 1_000 }).catch(() => {});
  page.off("dialog", answer);
  return asked;
}

/** One of the steps that a user takes, and whether the page would be missed after it. */
const LEAVING = [
  ["nothing was done", async () => {}, false],
  ["the example was only fixed", (page) => page.locator("#fix-all").click(), false],
  ["a file was opened", (page) => ui.openFiles(page, BUNDLE), false],
  ["a text was pasted", (page) => ui.pasteAfresh(page, CONFIG), true],
  [
    "a text was pasted and its report saved",
    async (page) => {
      await ui.pasteAfresh(page, CONFIG);
      await ui.openTakeAway(page);
      await ui.download(page, button(page, "Save Markdown"));
      await outcome(page, "Handed");
    },
    false,
  ],
  [
    "a text was pasted and cleared",
    async (page) => {
      await ui.pasteAfresh(page, CONFIG);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.press("Delete");
      await page.waitForFunction(() => document.querySelector("plimsoll-editor").text(document.querySelector("plimsoll-editor").shownDocument) === "");
    },
    false,
  ],
];

for (const [what, act, missed] of LEAVING) {
  test(`closing the page after ${what} ${missed ? "asks first" : "does not ask"}`, async (context) => {
    const page = await visit(context);
    await act(page);
    assert.equal(await asks(page), missed);
  });
}

test("inside another page it never asks", async (context) => {
  const session = await newPage(browser);
  context.after(() => session.close());
  // Another port, since a page from elsewhere may not show one of this machine.
  const folder = temporary("around");
  writeFileSync(join(folder, "index.html"), `<!doctype html><iframe src="${server.address}" width="1200" height="800"></iframe>`);
  const host = await startServer(folder);
  context.after(() => host.close());
  await session.page.goto(host.address);
  const frame = session.page.frameLocator("iframe");
  await frame.locator(".page[data-report=current]").waitFor();
  await frame.getByRole("button", { name: "Paste your own" }).click();
  await session.page.keyboard.type("a: 1");
  await frame.locator(".page[data-report=current]").waitFor();
  assert.equal(await asks(session.page), false);
});
