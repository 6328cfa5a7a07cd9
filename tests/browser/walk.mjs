// A whole session in the page, written down step by step, so that two copies of the page can be compared word for word.
import * as ui from "./page.mjs";

const UNIT = "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/config.yaml --read-only-port=10255\n";

/** Every how many rules one is read. */
const STRIDE = 12;

const VIEWS = ["findings", "settings", "coverage", "upgrade", "fixed"];

/** What can be taken away, as the buttons name it. */
const FORMATS = ["HTML report", "Markdown", "SARIF", "JSON", "CSV", "Patch"];

/** How long a text must stay the same to count as there, in milliseconds. */
const CALM = 150;

/** The text of the element that matches, once it no longer changes: some parts arrive after others. */
async function shown(page, selector) {
  for (let last = null; ; ) {
    const text = await page.locator(selector).first().innerText();
    if (text === last && text !== "") return text;
    last = text;
    await page.waitForTimeout(CALM);
  }
}

/** Walks through the page; resolves to what was seen, as `[step, text]`. */
export async function walk(page) {
  const seen = [];
  const note = (step, text) => seen.push([step, text]);
  for (const title of await examples(page)) {
    await ui.chooseExample(page, title);
    for (const view of VIEWS) {
      await page.locator(`#tab-${view}`).click();
      note(`${title}: ${view}`, await shown(page, "#view"));
    }
    await page.locator("#tab-findings").click();
    await ui.openTakeAway(page);
    for (const format of FORMATS) {
      const report = await ui.download(page, page.getByRole("button", { name: `Save ${format}`, exact: true }));
      note(`${title}: ${report.name}`, report.text);
    }
    await page.locator("#dialog-close").click();
  }
  await change(page, note);
  await read(page, note);
  return seen;
}

const examples = (page) => page.locator("details:has(#examples-menu) li button strong").allTextContents();

async function change(page, note) {
  await ui.pasteAfresh(page, UNIT);
  await page.locator("#version").selectOption("1.28");
  await ui.settled(page);
  note("pasted", await shown(page, "#view"));
  await page.locator("#fix-all").click();
  await page.locator(".actions .undo").waitFor();
  await ui.settled(page);
  note("fixed", await ui.text(page));
  const file = await ui.download(page, page.getByRole("button", { name: "Download", exact: true }));
  note(`saved as ${file.name}`, file.text);
  await page.locator(".actions .undo").click();
  await ui.settled(page);
  note("taken back", await ui.text(page));
}

async function read(page, note) {
  await page.locator(".foot").getByRole("button", { name: "All rules" }).click();
  const dialog = page.getByRole("dialog", { name: "Handbook" });
  note("all rules", await dialog.innerText());
  const count = await dialog.locator(".rules .link").count();
  for (let at = 0; at < count; at += STRIDE) {
    await dialog.locator(".rules .link").nth(at).click();
    await dialog.locator(".example").first().waitFor();
    // Only the hosted page has its pages beside it.
    await dialog.locator(".full-page").evaluateAll((all) => all.forEach((link) => (link.hidden = true)));
    note(`rule ${at}`, await dialog.innerText());
    await dialog.getByRole("button", { name: "All rules" }).click();
  }
  await page.keyboard.press("Escape");
}
