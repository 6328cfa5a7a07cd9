// Presses everything that can be pressed, in every view, dialog, menu and example, and chooses from every list: after
// the page has loaded nothing may ask for anything, break the policy, report an error or store anything. `visit` sees
// to that; the server's own log is asked too, since a browser need not report what it prefetches.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, launch, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

/** What is not pressed: it goes to another page, opens the system's own window, or tries to be refused. */
const LEFT_OUT = [
  "a[href]:not([download])",
  "input[type=file]",
  "label.file-button, .file-button",
  "#self-test-start",
  "[aria-disabled=true]",
].join();

/** What can be pressed, and what can be chosen from. */
const CONTROLS =
  "button, summary, [role=tab], [role=button], a[download], input[type=checkbox], input[type=radio], select";

/** Most presses: far more than there are, so that reaching it tells of a control that never stays the same. */
const MOST = 1500;
/** Most entries of one list that are chosen. */
const ENTRIES = 3;

/** What must be among the pressed, by its text; the list grows with the page. */
const EXPECTED = [
  "Paste your own",
  "Examples",
  "All settings",
  "Coverage",
  "Upgrade",
  "Fixed files",
  "Study",
  "Take away",
  "Copy Markdown",
  "Save SARIF",
  "Make a link",
  "Fix this",
  "Help",
  "Privacy",
  "Close",
  "Forget everything",
];

let server, browser, asked;

before(async () => {
  server = await startServer(DIST, { onRequest: ({ url }) => asked.push(url) });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * Presses the first control in sight that was not pressed yet: its sign, or null when there is none. Controls of one
 * kind that differ by a number only, such as the rows of findings, count as one. An open dialog comes first.
 */
function pressNext(page, done) {
  return page.evaluate(
    ({ controls, leftOut, done, entries }) => {
      const editor = document.querySelector("plimsoll-editor")?.shadowRoot;
      const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
      const roots = dialog ? [dialog] : [document, ...(editor ? [editor] : [])];
      const sign = (control) => {
        const name =
          control.localName === "select" ? control.id : (control.getAttribute("aria-label") ?? control.textContent);
        const region = control.closest("dialog, header, footer, nav, section, details, [class]:not(button)");
        const parts = [region?.className ?? "", control.tagName, control.className, name.replace(/\s+/g, " ").trim()];
        return parts.join(" | ").replace(/\d+/g, "0").slice(0, 120);
      };
      const all = roots.flatMap((root) => [...root.querySelectorAll(controls)]);
      const usable = all.filter(
        (control) =>
          !control.disabled && !control.matches(leftOut) && control.checkVisibility({ visibilityProperty: true }),
      );
      for (const control of usable) {
        if (control.localName === "select") {
          const options = [...control.options].filter(({ disabled }) => !disabled).slice(0, entries);
          const option = options.find(({ value }) => !done.includes(`${sign(control)} = ${value}`));
          if (!option) continue;
          control.value = option.value;
          control.dispatchEvent(new Event("change", { bubbles: true }));
          return `${sign(control)} = ${option.value}`;
        }
        if (done.includes(sign(control))) continue;
        const pressed = sign(control);
        control.click();
        return pressed;
      }
      return null;
    },
    { controls: CONTROLS, leftOut: LEFT_OUT, done, entries: ENTRIES },
  );
}

const isOpen = (page) => page.locator("dialog[open]").count();

/** Lets what was started come to its end. */
async function rest(page) {
  await page.waitForTimeout(30);
  await page.waitForFunction(() => document.querySelector(".page")?.dataset.report === "current");
}

/** Presses all there is here, what opens by it included. */
async function exhaust(page, done) {
  while (done.length < MOST) {
    const pressed = await pressNext(page, done);
    if (pressed !== null) {
      done.push(pressed);
      await rest(page);
    } else if (await isOpen(page)) {
      await page.keyboard.press("Escape");
      await rest(page);
    } else {
      return;
    }
  }
  assert.fail(`${MOST} presses, the last: ${done.slice(-5).join("\n")}`);
}

async function pressEverything(page) {
  const done = [];
  const examples = await page.locator("#examples-menu + ul button strong").allTextContents();
  assert.ok(examples.length > 3);
  for (const example of examples) {
    for (const view of ["findings", "settings", "coverage", "upgrade", "fixed"]) {
      await ui.chooseExample(page, example);
      await page.locator(`#tab-${view}`).click();
      await rest(page);
      await exhaust(page, done);
    }
  }
  return done;
}

for (const [name, address] of [
  ["from a server", () => server.address],
  ["as a single file", () => pathToFileURL(join(DIST, "plimsoll.html")).href],
]) {
  test(`everything is pressed and nothing is asked for: ${name}`, { timeout: 600_000 }, async (context) => {
    asked = [];
    const page = await ui.visit(context, browser, address(), { viewport: { width: 1440, height: 900 } });
    await page.waitForTimeout(500);
    const loaded = asked.length;
    const done = await pressEverything(page);
    context.diagnostic(`${done.length} different controls and choices`);
    for (const text of EXPECTED)
      assert.ok(
        done.some((sign) => sign.includes(text)),
        text,
      );
    assert.deepEqual(asked.slice(loaded), []);
  });
}
