// How an embed looks and is reached: its height, its theme, the keyboard in and out of it, narrow and low frames, and
// what axe-core says of host and frame.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { objections } from "./accessibility.mjs";
import { around, embed, events, frameOf, listening, openHost, recipe, site } from "./embed.mjs";
import { launch } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
readOnlyPort: 10255
`;
const linter = (attributes, text = CONFIG) =>
  `<plimsoll-linter ${attributes}><pre><code>${text}</code></pre></plimsoll-linter>`;

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

const open = (context, body, options = {}) =>
  openHost(context, browser, site({ "index.html": around(body + listening) }), options);

const heightOf = (page) => page.locator("plimsoll-linter iframe").evaluate((frame) => frame.getBoundingClientRect().height);

/** The height of the frame's content, and how much of it would have to be scrolled. */
const content = (frame) =>
  frame.evaluate(() => {
    const root = document.documentElement;
    return {
      height: document.getElementById("app").getBoundingClientRect().height,
      down: root.scrollHeight - root.clientHeight,
      across: root.scrollWidth - root.clientWidth,
    };
  });

/** Waits until the element is as high as its content for a while, and counts how often the height changed meanwhile. */
async function steady(page) {
  await page.evaluate(() => {
    globalThis.told = [];
    addEventListener("message", ({ data }) => data?.type === "resize" && told.push(data.height));
  });
  for (let seen = -1, quiet = 0; quiet < 5; ) {
    await page.waitForTimeout(100);
    const now = await heightOf(page);
    quiet = now === seen ? quiet + 1 : 0;
    seen = now;
  }
  return page.evaluate("told");
}

test("an element without a height is as high as its content, and never goes in circles", async (context) => {
  const { page } = await open(context, linter(""), { viewport: { width: 800, height: 600 } });
  const frame = await embed(page);
  for (const width of [800, 420, 330, 900]) {
    await page.setViewportSize({ width, height: 600 });
    const told = await steady(page);
    assert.ok(told.length <= 4, `${told.length} heights at ${width}: ${told}`);
    const { height, down, across } = await content(frame);
    assert.ok(Math.abs((await heightOf(page)) - height) <= 3, `${await heightOf(page)} for ${height}`);
    assert.deepEqual([down, across], [0, 0], `scrolls at ${width}`);
  }
  const before = await heightOf(page);
  await frame.locator("#tab-settings").click();
  await frame.locator("tr[data-setting]").first().waitFor();
  await steady(page);
  assert.notEqual(await heightOf(page), before);
  await page.evaluate(() => document.querySelector("plimsoll-linter").setAttribute("height", "300"));
  await page.waitForFunction(() => !document.querySelector("plimsoll-linter").shadowRoot.querySelector("[style*=auto]"));
  await steady(page);
  assert.equal(await heightOf(page), 300);
});

test("a very long text is as high as the limit, and scrolls inside", async (context) => {
  const flags = Array.from({ length: 400 }, (_, at) => `--bad-flag-${at}=1`).join(" \\\n  ");
  const { page } = await open(context, linter("", `kubelet ${flags}\n`));
  const frame = await embed(page);
  await steady(page);
  assert.ok((await heightOf(page)) <= 6002);
  assert.ok((await ui.rules(frame)).length > 100);
});

for (const [name, colorScheme] of [
  ["light", "dark"],
  ["dark", "light"],
  ["auto", "dark"],
]) {
  test(`theme ${name} on a system that is ${colorScheme}`, async (context) => {
    const { page } = await open(context, linter(`theme="${name}"`), { colorScheme });
    const frame = await embed(page);
    const ground = await frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = name === "dark" || (name === "auto" && colorScheme === "dark");
    assert.equal(ground, dark ? "rgb(12, 20, 24)" : "rgb(246, 248, 248)");
  });
}

test("the keyboard goes into the frame, through it, and out again", async (context) => {
  const body = `<p><button>before</button></p>${linter('height="600"')}<p><button>after</button></p>`;
  const { page } = await open(context, body);
  await embed(page);
  const where = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.localName);
  await page.getByRole("button", { name: "before" }).focus();
  let inside = 0;
  for (let press = 0; press < 200 && (await where()) !== "after"; press += 1) {
    await page.keyboard.press("Tab");
    inside += (await where()) === "before" ? 0 : 1;
  }
  assert.equal(await where(), "after");
  assert.ok(inside > 5, "the frame was walked through");
  for (let press = 0; press < 200 && (await where()) !== "before"; press += 1) await page.keyboard.press("Shift+Tab");
  assert.equal(await where(), "before");
});

/** The states that an embed is looked at in, each reached from the one before. */
const STATES = {
  findings: async () => {},
  "a finding": async (frame) => {
    await frame.locator(".finding").nth(1).click();
    await frame.locator(".explanation").waitFor();
  },
  settings: async (frame) => {
    await frame.locator("#tab-settings").click();
    await frame.locator("tr[data-setting]").first().waitFor();
  },
  coverage: async (frame) => {
    await frame.locator("#tab-coverage").click();
    await frame.locator(".coverage .control").first().waitFor();
  },
  upgrade: async (frame) => {
    await frame.locator("#tab-upgrade").click();
    await frame.locator(".upgrade").waitFor();
  },
  "fixed files": async (frame) => {
    await frame.locator("#tab-fixed").click();
    await frame.locator(".fixed-file").first().waitFor();
  },
};

const EMBEDS = {
  "element, as high as its content": linter('profile="cis-level-1" kubernetes="1.33"'),
  "element, read-only": linter('readonly height="520"'),
  "element, empty": "<plimsoll-linter></plimsoll-linter>",
  "plain iframe": recipe("iframe.html").replace("theme=light", "name=x.yaml"),
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [900, 400]) {
    test(`WCAG 2.2 AA, and nothing is cut off: ${colorScheme}, ${width} pixels`, async (context) => {
      for (const [name, body] of Object.entries(EMBEDS)) {
        const viewport = { width, height: 700 };
        const { page } = await open(context, body, { colorScheme, viewport, bypassCSP: true });
        const frame = name.startsWith("element") ? await embed(page) : await frameOf(page.locator("iframe"));
        await ui.settled(frame);
        assert.deepEqual(await objections(page), [], `host of ${name}`);
        const states = (await frame.locator(".finding").count()) > 0 ? STATES : { empty: async () => {} };
        for (const [state, reach] of Object.entries(states)) {
          await reach(frame);
          assert.deepEqual(await objections(frame), [], `${name}: ${state}`);
          assert.deepEqual(await smallTargets(frame), [], `${name}: ${state}`);
          assert.equal((await content(frame)).across, 0, `${name}: ${state}`);
        }
      }
    });
  }
}

/** Controls below the least size of WCAG 2.2, 2.5.8. */
function smallTargets(frame) {
  return frame.evaluate(() =>
    [...document.querySelectorAll("button, select, summary, .file-button, #open-full")]
      .map((control) => [control, control.getBoundingClientRect()])
      .filter(([control, box]) => control.checkVisibility({ visibilityProperty: true }) && box.width > 0)
      .filter(([, box]) => box.width < 24 || box.height < 24)
      .map(([control, box]) => `${control.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`),
  );
}

for (const [width, height] of [
  [320, 700],
  [320, 256],
  [640, 200],
  [850, 320],
]) {
  test(`a frame of ${width} by ${height} pixels can be read and used`, async (context) => {
    const { page } = await open(context, `<style>body { margin: 0 }</style>${linter(`height="${height}"`)}`, {
      viewport: { width, height: 800 },
    });
    const frame = await embed(page);
    for (const [state, reach] of Object.entries(STATES)) {
      await reach(frame);
      assert.equal((await content(frame)).across, 0, state);
    }
    await frame.locator("#tab-findings").click();
    await frame.locator(".finding").first().click();
    await frame.locator(".fix-this").first().click();
    await frame.locator(".undo:visible").first().waitFor();
    const slim = await frame.locator(".slim").evaluate((bar) => bar.getBoundingClientRect().height);
    assert.ok(slim <= 72, `the bar is ${slim} pixels high`);
    assert.equal((await events(page)).filter(({ name }) => name === "error").length, 0);
  });
}

test("nothing is offered that makes no sense inside another page", async (context) => {
  const { page } = await open(context, linter(""));
  const frame = await embed(page);
  for (const selector of [".head", ".foot", "#examples-menu", "#profile-menu"])
    assert.equal(await frame.locator(selector).count(), 0, selector);
  assert.equal(await frame.getByText(/offline/i).count(), 0);
});
