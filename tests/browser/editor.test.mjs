// The editor alone, on a bare page with the policy of the real one.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { sealed } from "../../scripts/pack/html.mjs";
import { launch, newPage, paste, ROOT, startServer } from "./harness.mjs";
import { temporary } from "./temporary.mjs";

/** The bare page, sealed as the real one is. */
function bare() {
  const editor = readFileSync(join(ROOT, "web/editor/dist/editor.js"), "utf8");
  const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="sealed by scripts/pack">
    <meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>editor</title>
    <style>plimsoll-editor { height: 300px }</style><button id="before">before</button>
    <plimsoll-editor label="Pasted text"></plimsoll-editor><button id="after">after</button><script>${editor}</script>`;
  return sealed(page, []);
}

let server, browser, session, page;

before(async () => {
  const folder = temporary("editor");
  writeFileSync(join(folder, "index.html"), bare());
  server = await startServer(folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async (context) => {
  session = await newPage(browser);
  page = session.page;
  await page.goto(server.address);
  await page.evaluate(() => {
    globalThis.editor = document.querySelector("plimsoll-editor");
    globalThis.seen = [];
    for (const name of ["change", "mark-select", "fix-request", "refused"]) {
      addEventListener(`plimsoll-${name}`, (event) => seen.push({ name, ...event.detail }));
    }
  });
  context.after(async () => {
    assert.deepEqual(session.violations, []);
    assert.deepEqual(session.errors, []);
    await session.close();
  });
});

const open = (text, language = "yaml", id = "a") =>
  page.evaluate((args) => editor.openDocument(...args), [id, text, language]);
const text = (id = "a") => page.evaluate((name) => editor.text(name), id);
const seen = (name) => page.evaluate((wanted) => seen.filter((event) => event.name === wanted), name);
const setMarks = (marks, id = "a") =>
  page.evaluate(
    (args) => editor.setMarks(...args),
    [
      id,
      marks.map((mark, index) => ({
        index,
        missing: false,
        severity: "high",
        title: `Title ${index}`,
        message: `Message ${index}`,
        ...mark,
      })),
    ],
  );
const focus = () => page.evaluate(() => editor.focusEditor());

test("typing sends a change with the text, in the same turn", async () => {
  await open("a: 1\n");
  await focus();
  await page.keyboard.type("x");
  assert.deepEqual(await seen("change"), [{ name: "change", id: "a", text: "xa: 1\n", kind: "type" }]);
});

test("a paste is told apart from typing and keeps its line ends", async () => {
  await open("");
  await focus();
  await paste(page, "a: 1\r\nb: 2\r\n");
  const [change] = await seen("change");
  assert.equal(change.kind, "paste");
  assert.equal(change.text, "a: 1\r\nb: 2\r\n");
  await page.keyboard.press("Enter");
  assert.equal(await text(), "a: 1\r\nb: 2\r\n\r\n");
});

test("undoing a paste that changed the line ends restores the text before", async () => {
  await open("one\ntwo\n");
  await focus();
  await page.keyboard.press("ControlOrMeta+A");
  await paste(page, "a: 1\r\nb: 2\r\n");
  assert.equal(await text(), "a: 1\r\nb: 2\r\n");
  await page.evaluate(() => editor.undo());
  assert.equal(await text(), "one\ntwo\n");
  await page.evaluate(() => editor.redo());
  assert.equal(await text(), "a: 1\r\nb: 2\r\n");
});

test("a paste into other text takes the line ends of that text", async () => {
  await open("a: 1\r\nb: 2\r\n");
  await focus();
  await paste(page, "x: 1\ny: 2\n");
  assert.equal(await text(), "x: 1\r\ny: 2\r\na: 1\r\nb: 2\r\n");
});

test("marks are drawn on their exact ranges, also with CRLF and emoji", async () => {
  const source = "# 😀\r\nanonymous:\r\n  enabled: true\r\n";
  await open(source);
  const from = source.indexOf("true");
  await setMarks([
    { from, to: from + 4, severity: "critical" },
    { from: source.indexOf("anonymous"), to: source.indexOf(":\r\n  "), severity: "low" },
  ]);
  const drawn = await page.evaluate(() =>
    [...editor.shadowRoot.querySelectorAll(".pl-mark")].map((span) => [
      span.dataset.index,
      span.textContent,
      getComputedStyle(span).textDecorationLine,
      getComputedStyle(span).textDecorationStyle,
    ]),
  );
  assert.deepEqual(drawn, [
    ["1", "anonymous", "underline", "dashed"],
    ["0", "true", "underline", "wavy"],
  ]);
  const signs = await page.evaluate(() =>
    [...editor.shadowRoot.querySelectorAll(".pl-sign")].map((sign) => [
      sign.title,
      sign.firstChild.getAttribute("class"),
    ]),
  );
  assert.deepEqual(signs, [
    ["low: Title 1", "pl-shape pl-shape-low"],
    ["critical: Title 0", "pl-shape pl-shape-critical"],
  ]);
});

test("absent settings are shown after the line where they belong", async () => {
  await open("kind: KubeletConfiguration\nx: 1\n");
  await setMarks([
    { from: 0, to: 4, missing: true, severity: "high" },
    { from: 0, to: 4, missing: true, severity: "low" },
  ]);
  const pill = page.locator(".pl-absent");
  assert.equal(await pill.textContent(), "2 not set");
  assert.equal(await page.locator(".pl-mark").count(), 0);
  await pill.click();
  assert.equal(await page.locator(".pl-card-entry").count(), 2);
  assert.equal(await text(), "kind: KubeletConfiguration\nx: 1\n");
});

test("edits of the page are one undo step", async () => {
  await open("a: 1\r\nb: 2\r\nc: 3\r\n");
  await focus();
  await page.keyboard.type("z");
  await page.evaluate(() =>
    editor.applyEdits("a", [
      { from: 4, to: 5, insert: "10" },
      { from: 10, to: 11, insert: "20" },
      { from: 19, to: 19, insert: "d: 4\r\n" },
    ]),
  );
  assert.equal(await text(), "za: 10\r\nb: 20\r\nc: 3\r\nd: 4\r\n");
  await page.evaluate(() => editor.undo());
  assert.equal(await text(), "za: 1\r\nb: 2\r\nc: 3\r\n");
  assert.deepEqual(
    (await seen("change")).map((event) => event.kind),
    ["type", "edit", "edit"],
  );
});

test("each document keeps its own text, history and selection", async () => {
  await open("first\n");
  await focus();
  await page.keyboard.type("1");
  await open("second\n", "ini", "b");
  await page.evaluate(() => editor.applyEdits("a", [{ from: 0, to: 0, insert: "0" }]));
  assert.deepEqual((await seen("change")).at(-1), { name: "change", id: "a", text: "01first\n", kind: "edit" });
  assert.equal(await page.evaluate(() => editor.shownDocument), "b");
  await open("ignored");
  assert.equal(await text(), "01first\n");
  await page.evaluate(() => (editor.undo(), editor.undo()));
  assert.equal(await text(), "first\n");
  await page.evaluate(() => editor.closeDocument("b"));
  assert.equal(await text("b"), null);
});

test("hovering a mark explains it and offers the fix", async () => {
  await open("enabled: true\n");
  await setMarks([{ from: 9, to: 13, severity: "critical", fixTitle: "Switch it off" }]);
  await page.locator(".pl-mark").hover();
  const card = page.locator(".pl-card");
  await card.waitFor();
  assert.match(await card.textContent(), /critical Title 0Message 0/);
  await card.getByRole("button", { name: "Fix: Switch it off" }).click();
  assert.deepEqual(await seen("fix-request"), [{ name: "fix-request", id: "a", index: 0 }]);
});

test("the keyboard alone reaches marks, cards and fixes, and can leave", async () => {
  await open("a: 1\nb: 2\n");
  await setMarks([
    { from: 3, to: 4, fixTitle: "Mend" },
    { from: 8, to: 9 },
  ]);
  await page.locator("#before").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  await page.keyboard.press("Shift+F8");
  assert.deepEqual(
    (await seen("mark-select")).map((event) => event.index),
    [0, 1, 0],
  );
  await page.keyboard.press("ControlOrMeta+.");
  await page.locator(".pl-card:focus").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".pl-card").count(), 0);
  await page.keyboard.press("ControlOrMeta+.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.deepEqual(
    (await seen("fix-request")).map((event) => event.index),
    [0],
  );
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "after");
});

test("a tap on the gutter sign opens the card of the line, a second one closes it", async () => {
  await open("a: 1\n");
  await setMarks([
    { from: 3, to: 4 },
    { from: 0, to: 1, missing: true },
  ]);
  await page.locator(".pl-sign").click();
  assert.equal(await page.locator(".pl-card-entry").count(), 2);
  await page.locator(".pl-sign").click();
  assert.equal(await page.locator(".pl-card").count(), 0);
});

test("a click into a mark selects it; reveal does not", async () => {
  await open("a: 1\nb: 2\n");
  await setMarks([
    { from: 3, to: 4 },
    { from: 8, to: 9 },
  ]);
  await page.evaluate(() => editor.reveal("a", 3, 4));
  assert.deepEqual(await seen("mark-select"), []);
  await page.locator(".pl-mark[data-index='1']").click();
  assert.deepEqual(await seen("mark-select"), [{ name: "mark-select", id: "a", index: 1 }]);
  await page.evaluate(() => editor.setActiveMark(1));
  assert.equal(await page.locator(".pl-mark-active").textContent(), "2");
});

test("a dropped file is left to the page", async () => {
  await open("a: 1\n");
  const bubbled = await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["dropped"], "x.yaml"));
    let heard = false;
    document.addEventListener("drop", (event) => (heard = event.dataTransfer.files.length === 1), { once: true });
    editor.shadowRoot
      .querySelector(".cm-content")
      .dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
    return heard;
  });
  assert.ok(bubbled);
  await page.waitForTimeout(50);
  assert.equal(await text(), "a: 1\n");
});

test("read-only stops the user and not the page", async () => {
  await open("a: 1\n");
  await page.evaluate(() => (editor.readOnly = true));
  await focus();
  await page.keyboard.type("x");
  assert.equal(await text(), "a: 1\n");
  await page.evaluate(() => editor.setText("a", "b: 2\n"));
  assert.equal(await text(), "b: 2\n");
});

test("the content has a name, and the search panel's controls are named and large enough", async () => {
  await open("a: 1\n");
  assert.equal(
    await page.evaluate(() => editor.shadowRoot.querySelector(".cm-content").getAttribute("aria-label")),
    "Pasted text",
  );
  await focus();
  await page.keyboard.press("ControlOrMeta+F");
  const controls = await page.evaluate(() =>
    [...editor.shadowRoot.querySelectorAll(".cm-panel :is(input, button)")].map((control) => ({
      name: control.getAttribute("aria-label") || control.textContent || control.labels?.[0]?.textContent,
      height: control.getBoundingClientRect().height,
    })),
  );
  assert.ok(controls.length > 5);
  for (const { name, height } of controls) assert.ok(name && height >= 24, `${name}: ${height}px`);
});

test("a large text opens and changes quickly, without colours above the limit", async () => {
  const line = "    - --anonymous-auth=false # 0123456789\n";
  await open(line.repeat(30_000));
  await focus();
  const took = await page.evaluate(() => {
    const start = performance.now();
    editor.applyEdits("a", [{ from: 0, to: 0, insert: "x" }]);
    return performance.now() - start;
  });
  assert.ok(took < 200, `${took} ms`);
  assert.equal((await text()).length, line.length * 30_000 + 1);
});
