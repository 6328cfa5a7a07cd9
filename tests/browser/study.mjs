// The page in study mode: its list, a drill, and packs that are brought to it.
import assert from "node:assert/strict";
import { paste } from "./harness.mjs";
import * as ui from "./page.mjs";

/** Opens the list of drills and waits for it. */
export async function openList(page) {
  await page.locator("#study-menu").click();
  await page.locator(".drill-entry").first().waitFor();
}

/** Opens a drill from the list. */
export async function begin(page, id) {
  await openList(page);
  await page.locator(`.drill-entry[data-drill="${id}"]`).click();
  await page.locator("#drill-title").waitFor();
  await ui.settled(page);
}

/** Gives the file in the editor of a page or frame another text by a paste. */
export async function write(page, text) {
  const top = page.page?.() ?? page;
  await page.locator("plimsoll-editor").evaluate((editor) => editor.focusEditor());
  await top.keyboard.press("ControlOrMeta+A");
  if (text === "") await top.keyboard.press("Delete");
  else await paste(top, text);
  await page.waitForFunction((text) => {
    const editor = document.querySelector("plimsoll-editor");
    return editor.text(editor.shownDocument) === text;
  }, text);
  await ui.settled(page);
}

/** Asks whether the drill is solved; the verdict must begin with these words. */
export async function check(page, wanted) {
  await page.locator("#drill-check").click();
  await page.waitForFunction((wanted) => {
    const [result, verdict] = [".drill-result", ".drill-verdict"].map((one) => document.querySelector(one));
    return result?.textContent.startsWith(wanted) && !verdict.textContent.includes("has changed since");
  }, wanted);
}

/** Nothing on the page may tell what is wrong. */
export async function tellsNothing(page) {
  assert.equal(await page.locator(".finding, .explanation, .fix, .filters, .file .shape, #fix-all").count(), 0);
  assert.deepEqual(await ui.drawnMarks(page), {});
  assert.deepEqual(await ui.drawnAbsent(page), []);
  assert.equal(await page.locator("#tab-settings, #tab-fixed, #tab-coverage, #tab-upgrade").count(), 0);
}

/** Opens a pack by the button of the list. */
export async function bringPack(page, text, name = "ours.yaml") {
  await page.locator("#open-pack").setInputFiles({ name, mimeType: "application/yaml", buffer: Buffer.from(text) });
}

/** Drops files, given as `{ name: text }`, on the page. */
export async function drop(page, files) {
  const data = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.locator(".page").dispatchEvent("drop", { dataTransfer: data });
}
