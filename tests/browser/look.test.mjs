// How the page looks: fitting every width, spacing and paper, in calm for who asks for it; and the pictures of the
// README. What axe-core says of it is in axe.test.mjs.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { still } from "./accessibility.mjs";
import { launch, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { PROVOKED, sideways, STATES } from "./sight.mjs";
import { begin, check } from "./study.mjs";

const PHONE = { width: 390, height: 844 };

/** Each width at which the layout is looked at, in pixels. */
const WIDTHS = [1440, 1280, 1024, 768, 390, 320];

/** WCAG 2.2, 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

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

/** Controls that reach beyond the window where nothing scrolls them. */
const cut = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, select, summary, input")]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => !control.closest(".files ul, .sr"))
      .map((control) => [control, control.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
      .map(([control]) => control.outerHTML.slice(0, 80)),
  );

/** Controls whose own text does not fit into them; a name that is cut has its whole as its title. */
const tight = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, summary, .file-button, .filter, .choice")]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.title)
      .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2,
      )
      .filter((control) => getComputedStyle(control).display !== "inline")
      .map((control) => control.outerHTML.slice(0, 100)),
  );

/** What scrolls sideways and cannot be reached by keyboard, or has no name. */
const deaf = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main *, dialog *")]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.clientWidth > 1)
      .filter((element) => element.tabIndex < 0 && !element.querySelector("button, a[href], input, select, [tabindex='0']"))
      .map((element) => element.outerHTML.slice(0, 80)),
  );

test("nothing scrolls sideways or is cut off, at every width and in every state", async (context) => {
  for (const [name, reach] of Object.entries(STATES)) {
    await context.test(name, async (inner) => {
      const page = await visit(inner, { viewport: { width: 320, height: 700 }, ...PROVOKED });
      await reach(page);
      for (const width of WIDTHS.toReversed()) {
        await page.setViewportSize({ width, height: 700 });
        assert.equal(await sideways(page), 0, `${width}`);
        assert.deepEqual(await cut(page), [], `${width}`);
        assert.deepEqual(await deaf(page), [], `${width}`);
      }
    });
  }
});

test("text may be spaced as widely as WCAG asks", async (context) => {
  for (const name of ["a finding explained", "all settings", "coverage of every rule", "an upgrade", "nothing yet"]) {
    const page = await visit(context, { viewport: { width: 1280, height: 800 }, bypassCSP: true });
    await STATES[name](page);
    await page.addStyleTag({ content: SPACING });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      assert.equal(await sideways(page), 0, `${name}, ${width}`);
      assert.deepEqual(await tight(page), [], `${name}, ${width}`);
    }
  }
});

test("the head is one line where there is room for it", async (context) => {
  const page = await visit(context, { viewport: { width: 1280, height: 800 } });
  await STATES["a release guessed"](page);
  for (const width of [1680, 1440, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const height = await page.locator(".head").evaluate((head) => head.clientHeight);
    assert.ok(height <= 64, `${height} at ${width}`);
  }
});

test("with twenty files the tab of the one that is shown is in sight", async (context) => {
  const page = await visit(context, { viewport: { width: 1280, height: 800 } });
  await STATES["twenty files"](page);
  const inSight = () =>
    page.evaluate(() => {
      const [tab, tabs] = [document.querySelector(".file.active"), document.querySelector(".files ul")];
      const [one, all] = [tab.getBoundingClientRect(), tabs.getBoundingClientRect()];
      return one.left >= all.left - 1 && one.right <= all.right + 1;
    });
  await page.locator(".finding").first().click();
  assert.match(await page.locator(".file.active .name").textContent(), /^19-/);
  assert.equal(await inSight(), true);
  await page.locator(".file .name").first().click();
  assert.equal(await inSight(), true);
  const title = await page.locator(".file.active .name").getAttribute("title");
  assert.ok(title.startsWith(await page.locator(".file.active .name").textContent()), "the whole name is the title");
});

test("where there is little height, list and explanation scroll as one", async (context) => {
  const page = await visit(context, { viewport: { width: 1024, height: 480 } });
  await page.locator(".finding").nth(8).scrollIntoViewIfNeeded();
  await page.locator(".references").scrollIntoViewIfNeeded();
  assert.equal(await sideways(page), 0);
  assert.ok(await page.locator("#view").evaluate((view) => view.scrollTop > 200));
});

test("who asks for less motion gets none, who asks for more contrast gets it", async (context) => {
  const page = await visit(context, { reducedMotion: "reduce", viewport: PHONE });
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, transitionProperty, animationName } = getComputedStyle(element);
        const moves = transitionProperty !== "none" && transitionDuration.split(", ").some((time) => time !== "0s");
        return moves || animationName !== "none";
      }).length,
    );
  assert.equal(await moving(), 0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  assert.ok((await moving()) > 0, "the measure sees motion where there is some");
  const muted = () => page.locator(".finding .place").first().evaluate((place) => getComputedStyle(place).color);
  const usual = await muted();
  await page.emulateMedia({ contrast: "more" });
  assert.notEqual(await muted(), usual);
});

test("paper shows the findings and the explanation, and nothing to click", async (context) => {
  const page = await visit(context, { colorScheme: "dark", viewport: { width: 794, height: 1123 } });
  await page.locator(".fix .diff").first().waitFor();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const shown = (selector) => page.locator(selector).first().isVisible();
  for (const selector of [".finding .title", "#explanation-title", ".message", ".fix .diff ins", ".brand", "#version"]) {
    assert.equal(await shown(selector), true, selector);
  }
  for (const selector of [".editor", ".files", ".views", ".fix-this", "#fix-all", ".head-sources", ".foot-links"]) {
    assert.equal(await shown(selector), false, selector);
  }
  const whole = await page.evaluate(() =>
    [".list", ".explanation", "#view"].every((part) => {
      const { scrollHeight, clientHeight } = document.querySelector(part);
      return scrollHeight <= clientHeight + 1;
    }),
  );
  assert.equal(whole, true, "nothing is left to scroll");
  const ground = await page.locator("#view").evaluate((view) => getComputedStyle(view).backgroundColor);
  assert.equal(ground, "rgb(255, 255, 255)");
  assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
});

test("the pictures of the README", { skip: !process.env.PLIMSOLL_SCREENSHOTS }, async (context) => {
  const folder = join(ROOT, "docs/images");
  mkdirSync(folder, { recursive: true });
  const desk = { viewport: { width: 1280, height: 800 } };
  const phone = { viewport: PHONE, hasTouch: true, isMobile: true };
  const explained = (page) => page.locator(".fix .diff").first().waitFor({ state: "attached" });
  const drilled = async (page) => {
    await begin(page, "kubelet-flag-wins");
    await page.locator("#drill-hint").click();
    await check(page, "Not yet");
  };
  const pictures = { "": [desk, explained], "phone-": [phone, explained], "drill-": [desk, drilled] };
  for (const [name, [options, reach]] of Object.entries(pictures)) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await visit(context, { ...options, colorScheme });
      await reach(page);
      await still(page);
      await page.screenshot({ path: join(folder, `${name}${colorScheme}.png`), animations: "disabled" });
    }
  }
});
