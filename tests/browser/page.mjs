// The page as a user sees it: what stands in it, and the few things one does to it.
import assert from "node:assert/strict";
import { newPage, paste } from "./harness.mjs";

/** Matches nothing. */
const NONE = /(?!)/;

/** How long a test waits for anything, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Opens the page for one test, with the built-in example checked. When the test ends, the page must have sent nothing
 * since it loaded, broken no policy, reported no error and stored nothing. `requests` matches the addresses that a
 * test lets it ask for all the same; `errors` the errors that the test provokes; `prepare` is called with the page before
 * it opens.
 */
export async function visit(context, browser, address, options = {}) {
  const { requests = NONE, errors = NONE, prepare = () => {}, ...more } = options;
  const session = await newPage(browser, { reducedMotion: "reduce", ...more });
  await prepare(session.page);
  await session.page.goto(address);
  session.page.setDefaultTimeout(PATIENCE);
  await settled(session.page);
  const loaded = session.requests.length;
  context.after(async () => {
    if (!session.page.isClosed()) {
      assert.deepEqual(await stored(session.page), { local: 0, session: 0, databases: 0, caches: 0, cookies: "" });
    }
    const sent = session.requests.slice(loaded).filter((address) => !requests.test(address));
    assert.deepEqual(sent, [], "requests after the page had loaded");
    assert.deepEqual(session.violations, []);
    const failed = session.errors.filter((error) => !errors.test(error));
    assert.deepEqual(failed, [], "errors");
    await session.close();
  });
  return session.page;
}

function stored(page) {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
  }));
}

/** Waits until the report belongs to the text as it is. */
export const settled = (page) => page.locator(".page[data-report=current]").waitFor();

/** The text of the file in the editor. */
export function text(page) {
  return page.evaluate(() => {
    const editor = document.querySelector("plimsoll-editor");
    return editor.text(editor.shownDocument);
  });
}

/** Unfolds the notes. By script, since an explanation may cover them. */
export async function unfold(page) {
  const folded = page.locator(".notes[aria-expanded=false]");
  await folded.evaluateAll((all) => all.forEach((button) => button.click()));
  await page.waitForFunction(() => !document.querySelector(".notes[aria-expanded=false]"));
}

/** The findings as listed, notes included: rule, severity, title and place. */
export async function findings(page) {
  await unfold(page);
  return page.locator(".finding").evaluateAll((rows) =>
    rows.map((row) => ({
      rule: row.dataset.rule,
      severity: row.dataset.severity,
      title: row.querySelector(".title").textContent,
      place: row.querySelector(".place").textContent,
    })),
  );
}

/** The rules of the findings as listed. */
export const rules = async (page) => (await findings(page)).map((finding) => finding.rule);

/** The names of the files, in the order of their tabs. */
export const names = (page) => page.locator(".file .name").allTextContents();

/** Starts with an empty document and pastes into it. */
export async function pasteAfresh(page, source) {
  await startAfresh(page);
  await paste(page, source);
  await settled(page);
}

/** Starts with an empty document, which has the focus. */
export async function startAfresh(page) {
  await page.getByRole("button", { name: "Paste your own" }).click();
  await page.waitForFunction(() => {
    const editor = document.querySelector("plimsoll-editor");
    return editor.text(editor.shownDocument) === "" && document.activeElement === editor;
  });
}

/** Chooses a built-in example by its title. */
export async function chooseExample(page, title) {
  await page.locator("#examples-menu").click();
  await page.locator(".menu").getByRole("button", { name: title }).click();
  await settled(page);
}

/** Opens files, given as `{ name: text or bytes }`, with the file input, and waits for their tabs. */
export async function openFiles(page, files) {
  const payload = Object.entries(files).map(([name, content]) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(content),
  }));
  await page.locator("#open-files").setInputFiles(payload);
  for (const { name } of payload) await page.locator(".file .name", { hasText: name }).waitFor();
  await settled(page);
}

/** Opens the dialog of what can be taken away, and waits until it knows what is secret. */
export async function openTakeAway(page) {
  await page.locator("#take-away").click();
  await page.locator("#masking").waitFor();
}

/** Clicks what starts a download; its name and its bytes as text. */
export async function download(page, button) {
  const [saved] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const chunks = await (await saved.createReadStream()).toArray();
  return { name: saved.suggestedFilename(), text: Buffer.concat(chunks).toString() };
}

/**
 * The marks of the text in the editor by the number of their finding, `{ index: [from, to] }` in UTF-16 units, read
 * from what is drawn. The text must be short enough to be drawn as a whole.
 */
export function drawnMarks(page) {
  return page.evaluate(() => {
    const editor = document.querySelector("plimsoll-editor");
    const lineEnd = editor.text(editor.shownDocument).includes("\r\n") ? 2 : 1;
    const marks = {};
    let at = 0;
    const stretch = (index, from, to) => {
      const old = marks[index] ?? [from, to];
      marks[index] = [Math.min(old[0], from), Math.max(old[1], to)];
    };
    const walk = (node, open) => {
      if (node.nodeType === Node.TEXT_NODE) {
        for (const index of open) stretch(index, at, at + node.data.length);
        at += node.data.length;
      } else if (node.classList.contains("cm-specialChar")) {
        for (const index of open) stretch(index, at, at + 1);
        at += 1;
      } else if (!node.classList.contains("pl-absent")) {
        const inside = node.classList.contains("pl-mark") ? [...open, node.dataset.index] : open;
        for (const child of node.childNodes) walk(child, inside);
      }
    };
    for (const line of editor.shadowRoot.querySelectorAll(".cm-line")) {
      walk(line, []);
      at += lineEnd;
    }
    return marks;
  });
}

/** What is marked as absent: `{ line: text of the line, count, indexes }` for each. */
export function drawnAbsent(page) {
  return page.evaluate(() => {
    const editor = document.querySelector("plimsoll-editor");
    return [...editor.shadowRoot.querySelectorAll(".pl-absent")].map((pill) => {
      const line = pill.closest(".cm-line");
      const copy = line.cloneNode(true);
      for (const other of copy.querySelectorAll(".pl-absent")) other.remove();
      return {
        line: [...editor.shadowRoot.querySelectorAll(".cm-line")].indexOf(line) + 1,
        text: copy.textContent,
        label: pill.textContent,
        indexes: pill.dataset.index.split(" ").map(Number),
      };
    });
  });
}
