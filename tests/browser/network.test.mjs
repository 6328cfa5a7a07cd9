// That nothing is asked for after the page has loaded, whatever is done in it; that it needs no server after that; and
// that it needs little of one before.
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, newPage, startServer, DIST } from "./harness.mjs";
import { launchFirefox } from "./firefox.mjs";
import * as ui from "./page.mjs";
import { walk } from "./walk.mjs";
import { temporary } from "./temporary.mjs";

const ENGINE = /\/plimsoll-[0-9a-f]{16}\.wasm$/;

/** Most presses of one view's buttons; each may bring new ones. */
const MOST_PRESSES = 60;

let chromium, firefox;

before(async () => {
  chromium = await launch();
  firefox = await launchFirefox();
});

after(async () => {
  await chromium?.close();
  await firefox?.close();
});

/** Opens the page and waits for its first report. */
async function open(session, address) {
  await session.page.goto(address);
  await ui.settled(session.page);
}

const single = () => pathToFileURL(join(DIST, "plimsoll.html")).href;

test("a whole session is the same word for word: served, with the server gone, in the single file", async (context) => {
  const seen = [];
  const server = await startServer();
  for (const [address, loaded] of [
    [server.address, () => {}],
    [server.address, () => server.close()],
    [single(), () => {}],
  ]) {
    const session = await newPage(chromium, { reducedMotion: "reduce" });
    context.after(() => session.close());
    await open(session, address);
    await loaded();
    const before = session.requests.length;
    seen.push(await walk(session.page));
    assert.deepEqual(session.requests.slice(before), []);
    assert.deepEqual(session.violations, []);
    assert.deepEqual(session.errors, []);
  }
  const [served, severed, alone] = seen;
  assert.ok(served.length > 40);
  assert.deepEqual(severed, served);
  assert.deepEqual(alone, served);
});

/** Presses every button of the page in each view, by script so that nothing covers any, with Escape after each. */
async function pressAll(page) {
  let pressed = 0;
  for (const view of ["findings", "settings", "coverage", "upgrade", "fixed"]) {
    const press = (at) => {
      const all = [...document.querySelectorAll("button, summary")].filter((one) => !one.disabled);
      all[at]?.click();
      return at < all.length;
    };
    for (let at = 0; at < MOST_PRESSES; at += 1) {
      await page.evaluate((view) => document.getElementById(`tab-${view}`).click(), view);
      if (!(await page.evaluate(press, at))) break;
      pressed += 1;
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    }
  }
  await ui.settled(page);
  return pressed;
}

for (const [name, where] of Object.entries({ host: "served", "single file": "alone" })) {
  test(`Chromium: every button of the ${name}, and no request, violation or error`, async (context) => {
    const server = await startServer();
    context.after(() => server.close());
    const session = await newPage(chromium, { reducedMotion: "reduce" });
    const address = where === "served" ? server.address : single();
    await open(session, address);
    assert.ok((await pressAll(session.page)) > 100);
    const [document, ...others] = session.requests;
    assert.equal(document, address);
    if (where === "alone") assert.deepEqual(others, []);
    else assert.ok(others.length === 1 && ENGINE.test(others[0]), String(others));
    assert.deepEqual(session.violations, []);
    assert.deepEqual(session.errors, []);
    await session.close();
  });

  test(`Firefox: every button of the ${name}, and no request, violation or error`, async (context) => {
    const server = await startServer();
    context.after(() => server.close());
    const session = await firefox.newPage();
    const address = where === "served" ? server.address : single();
    await open(session, address);
    assert.ok((await pressAll(session.page)) > 100);
    const others = session.requests.filter((request) => request !== address);
    if (where === "alone") assert.deepEqual(others, []);
    else assert.ok(others.length === 1 && ENGINE.test(others[0]), String(others));
    assert.deepEqual(session.violations, []);
    assert.deepEqual(session.errors, []);
    await session.close();
  });
}

test("a host decides by a header who may frame the page", async (context) => {
  const folder = temporary("portal");
  const portal = await startServer(folder);
  context.after(() => portal.close());
  const ancestors = { "frame-ancestors 'none'": 0, [`frame-ancestors ${portal.address.slice(0, -1)}`]: 1 };
  for (const [policy, shown] of Object.entries(ancestors)) {
    const server = await startServer(DIST, { headers: { "content-security-policy": policy } });
    const frame = `<iframe src="${server.address}" width="1000" height="700"></iframe>`;
    writeFileSync(join(folder, "index.html"), `<!doctype html><title>portal</title>${frame}`);
    const session = await newPage(chromium);
    await session.page.goto(portal.address);
    const inner = session.page.frameLocator("iframe");
    if (shown === 1) await inner.locator(".page[data-report=current]").waitFor();
    await session.page.waitForLoadState("networkidle");
    assert.equal(await inner.locator(".page").count(), shown, policy);
    await session.close();
    await server.close();
  }
});

for (const [name, type] of Object.entries({ "a wrong type": "text/plain", "no type": null })) {
  test(`it works below a path, on a server that gives the engine ${name}`, async (context) => {
    const folder = temporary("below");
    cpSync(DIST, join(folder, "a/b/c"), { recursive: true });
    const server = await startServer(folder, { types: { ".wasm": type } });
    context.after(() => server.close());
    for (const session of [await newPage(chromium), await firefox.newPage()]) {
      await open(session, `${server.address}a/b/c/`);
      assert.ok((await ui.rules(session.page)).includes("kubelet-anonymous-auth"));
      assert.deepEqual(session.requests.filter((address) => !address.startsWith(`${server.address}a/b/c/`)), []);
      assert.equal(session.requests.length, 2);
      assert.deepEqual(session.violations, []);
      assert.deepEqual(session.errors, []);
      await session.close();
    }
  });
}
