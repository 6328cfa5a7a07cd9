// WCAG 2.2 AA by axe-core, and targets that are large enough, in every state of the page: light, dark, with the colours
// of the system, and in a window of 320 pixels, which is also 1280 pixels at 400 %.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { objections } from "./accessibility.mjs";
import { launch, newPage, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { PROVOKED, sideways, smallTargets, STATES, withoutWorker } from "./sight.mjs";

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 320, height: 640 };

const MODES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
  narrow: { colorScheme: "light", viewport: NARROW },
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

const visit = (context, options) =>
  ui.visit(context, browser, server.address, { viewport: WIDE, bypassCSP: true, ...options });

/** Looks at the page in one mode. */
async function look(page, { viewport = WIDE, colorScheme, forcedColors = "none" }) {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, forcedColors });
  return { objections: await objections(page), small: await smallTargets(page), sideways: await sideways(page) };
}

const NOTHING = { objections: [], small: [], sideways: 0 };

async function inEveryMode(context, page) {
  for (const [mode, how] of Object.entries(MODES)) {
    await context.test(mode, async () => assert.deepEqual(await look(page, how), NOTHING));
  }
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`WCAG 2.2 AA: ${name}`, async (context) => {
    const page = await visit(context, name === "the engine stopped" ? PROVOKED : {});
    await reach(page);
    await inEveryMode(context, page);
  });
}

for (const name of ["the example", "a finding explained", "a page of the handbook"]) {
  test(`WCAG 2.2 AA, in the single file: ${name}`, async (context) => {
    const options = { viewport: WIDE, bypassCSP: true };
    const page = await ui.visit(context, browser, `${server.address}plimsoll.html`, options);
    await STATES[name](page);
    await inEveryMode(context, page);
  });
}

test("WCAG 2.2 AA: the engine missing", async (context) => {
  const session = await newPage(browser, { viewport: WIDE, bypassCSP: true, reducedMotion: "reduce" });
  context.after(session.close);
  await withoutWorker(session.page);
  await session.page.goto(server.address);
  await session.page.getByText("could not be loaded").waitFor();
  await inEveryMode(context, session.page);
});

test("a fault that is put into the page is found in every mode", async (context) => {
  const page = await visit(context);
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.className = "icon";
    button.style.cssText = "min-height: 20px; width: 20px; position: fixed; left: 0; top: 0";
    document.querySelector("main").append(button);
  });
  for (const [mode, how] of Object.entries(MODES)) {
    const found = await look(page, how);
    assert.match(found.objections.join("\n"), /button-name/, mode);
    assert.match(found.small.join("\n"), /20 x 20/, mode);
  }
});

test("text that is too faint is found in light and dark", async (context) => {
  const page = await visit(context);
  for (const colorScheme of ["light", "dark"]) {
    await page.evaluate((colour) => {
      document.querySelector(".message").style.color = colour;
    }, colorScheme === "light" ? "#b0b0b0" : "#404850");
    assert.match((await look(page, { colorScheme })).objections.join("\n"), /color-contrast/, colorScheme);
  }
});
