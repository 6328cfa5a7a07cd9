// "Try to leak": what the page tries is refused and reaches nobody, in Chromium and in Firefox; without the policy the
// same attempts arrive, so that it is the policy that refuses them.
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launchFirefox } from "./firefox.mjs";
import { DIST, launch, newPage, startServer } from "./harness.mjs";
import { HIDDEN } from "./hidden.mjs";
import { listen } from "./listener.mjs";
import * as ui from "./page.mjs";
import { temporary } from "./temporary.mjs";

const axe = createRequire(import.meta.url)("axe-core");

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** What no policy in a page covers; the table says so. */
const BEYOND = ["Preconnect", "DNS prefetch", "WebRTC"];

/** What Firefox refuses without telling scripts why. Nothing of it may arrive all the same. */
const SILENT = { Chromium: [], Firefox: ["Preload", "Module preload", "Worker from an address"] };

/** What arrives in both browsers when no policy is there. The rest needs another kind of server, or the page's host. */
const ARRIVES = [
  ...["fetch", "xhr", "beacon", "websocket", "eventsource", "image", "background", "font", "style", "media", "frame"],
  ...["form", "prefetch", "preload", "modulepreload", "script", "import"],
  ...["worker-fetch", "worker-websocket", "worker-importscripts", "worker-import"],
];
const ARRIVES_AT_OWN_HOST = [...ARRIVES, "worker", "serviceworker"];

/** How long the whole test may take, in milliseconds. */
const LONG = 120_000;

let chromium, firefox, elsewhere, server, own, open;

before(async () => {
  chromium = await launch();
  firefox = await launchFirefox();
  elsewhere = await listen();
  server = await startServer(DIST, { onRequest: ({ url }) => own.push(url) });
  open = { Chromium: () => newPage(chromium), Firefox: () => firefox.newPage() };
});

beforeEach(() => {
  own = [];
  elsewhere.hits.length = 0;
  elsewhere.stun = 0;
});

after(async () => {
  await chromium?.close();
  await firefox?.close();
  await elsewhere?.close();
  await server?.close();
});

/** Opens the dialog and presses the button: `{ said, rows }`, each row `{ name, place, verdict, seen }`. */
async function leak(page) {
  await ui.settled(page);
  await page.getByRole("button", { name: "Privacy" }).click();
  await page.locator("#self-test-start").waitFor();
  await page.evaluate((address) => {
    document.querySelector("plimsoll-self-test").dataset.target = address;
  }, elsewhere.address);
  await page.locator("#self-test-start").click();
  const ended = () => /\d+ attempts/.test(document.querySelector(".self-test-said").textContent);
  while (!(await page.evaluate(ended))) await new Promise((done) => setTimeout(done, 200));
  return page.evaluate(() => ({
    said: document.querySelector(".self-test-said").textContent,
    rows: [...document.querySelectorAll(".self-test-table tbody tr")]
      .filter((row) => row.cells[1].textContent !== "")
      .map((row) => ({
        name: row.cells[0].textContent,
        place: row.cells[1].textContent,
        verdict: row.dataset.verdict,
        seen: row.cells[3].textContent,
      })),
  }));
}

/** Names of attempts that arrived, in the order of their arrival. */
const arrived = (paths) => [...new Set(paths.map((path) => path.match(/^\/self-test\?([\w-]+)/)?.[1]))].filter(Boolean);

const notRefused = (rows) => rows.filter(({ verdict }) => verdict !== "policy" && verdict !== "browser");

for (const name of ["Chromium", "Firefox"]) {
  test(`${name}: every attempt is refused, and nothing arrives anywhere`, { timeout: LONG }, async () => {
    const session = await open[name]();
    await session.page.goto(server.address);
    const { said, rows } = await leak(session.page);
    assert.ok(rows.length > 50, `${rows.length} rows`);
    const wanted = [...BEYOND, ...SILENT[name]];
    assert.deepEqual([...new Set(notRefused(rows).map((row) => row.name))].toSorted(), wanted.toSorted(), said);
    for (const row of notRefused(rows)) assert.equal(row.verdict, BEYOND.includes(row.name) ? "open" : "unseen");
    for (const place of ["another host", "this page's host"])
      assert.ok(
        rows.some((row) => row.place === place),
        place,
      );
    assert.deepEqual(elsewhere.hits, []);
    assert.deepEqual(arrived(own), []);
    assert.match(said, new RegExp(`Not refused: ${BEYOND.join(", ")}\\.`));
    await session.close();
  });

  test(`${name}: without the policy the same attempts arrive`, { timeout: LONG }, async (context) => {
    const folder = withoutPolicy(context);
    const bare = await startServer(folder, { onRequest: ({ url }) => own.push(url) });
    context.after(() => bare.close());
    const session = await open[name]();
    await session.page.goto(bare.address);
    const { rows } = await leak(session.page);
    assert.deepEqual(
      rows.filter(({ verdict }) => verdict === "policy"),
      [],
    );
    const missing = (wanted, there) => wanted.filter((id) => !there.includes(id));
    assert.deepEqual(missing(ARRIVES, arrived(elsewhere.hits)), []);
    assert.deepEqual(missing(ARRIVES_AT_OWN_HOST, arrived(own)), []);
    await session.close();
  });
}

/** A copy of the built page without its policies: the one that stands in it and the one that its start script adds. */
function withoutPolicy(context) {
  const folder = temporary("open");
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(DIST, folder, { recursive: true });
  const file = join(folder, "index.html");
  const page = readFileSync(file, "utf8");
  const without = page
    .replace(/<meta\s[^>]*Content-Security-Policy[^>]*>/, "")
    .replaceAll(/"default-src 'none'[^"]*"/g, '""');
  assert.doesNotMatch(without, /default-src/);
  writeFileSync(file, without);
  return folder;
}

test("the single file refuses the same, from a file", { timeout: LONG }, async () => {
  const session = await open.Chromium();
  await session.page.goto(pathToFileURL(join(DIST, "plimsoll.html")).href);
  const { rows } = await leak(session.page);
  assert.deepEqual(
    notRefused(rows)
      .map((row) => row.name)
      .toSorted(),
    BEYOND.toSorted(),
  );
  assert.ok(rows.every((row) => row.place === "another host"));
  assert.deepEqual(elsewhere.hits, []);
  await session.close();
});

test("no policy covers WebRTC: its packets arrive, and the table and the text say so", { timeout: LONG }, async () => {
  const session = await open.Chromium();
  await session.page.goto(server.address);
  const { rows } = await leak(session.page);
  assert.ok(elsewhere.stun > 0, "a browser that refuses WebRTC by a policy is news: tell it in the text");
  assert.match(rows.find((row) => row.name === "WebRTC").seen, /packets may leave/);
  assert.match(await session.page.locator("plimsoll-privacy").textContent(), /covers WebRTC/);
  await session.close();
});

test("what a reader of sources cannot see is refused by the policy", async () => {
  const session = await open.Chromium();
  await session.page.goto(server.address);
  await ui.settled(session.page);
  for (const script of HIDDEN) {
    const run = session.page.evaluate(`(async (u) => { ${script} })(${JSON.stringify(`${elsewhere.address}hidden`)})`);
    await assert.rejects(run, /Failed to fetch/);
  }
  assert.deepEqual(elsewhere.hits, []);
  await session.close();
});

/** What of the dialog is too small to hit, or makes it scroll sideways. */
const illFitting = (page) =>
  page.evaluate(() => {
    const dialog = document.querySelector("dialog[open]");
    const small = [...dialog.querySelectorAll("button, a")].filter((one) => one.getBoundingClientRect().height < 24);
    const sideways = [document.documentElement, ...dialog.querySelectorAll(".dialog-body"), dialog];
    const wide = sideways.filter((one) => one.scrollWidth > one.clientWidth);
    return [...small, ...wide].map((one) => one.outerHTML.slice(0, 80));
  });

test("the table is copied, and readable for everyone", { timeout: LONG }, async () => {
  for (const [colorScheme, viewport] of [
    ["light", { width: 1280, height: 900 }],
    ["dark", { width: 320, height: 700 }],
  ]) {
    const session = await newPage(chromium, { colorScheme, viewport, reducedMotion: "reduce" });
    const { page } = session;
    await page.goto(server.address);
    const { said, rows } = await leak(page);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(
      (tags) => axe.run({ runOnly: { type: "tag", values: tags }, preload: false }),
      WCAG,
    );
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`),
      [],
    );
    assert.deepEqual(await illFitting(page), []);
    await page.getByRole("button", { name: "Copy the result" }).click();
    await page.locator(".self-test-said", { hasText: "Copied." }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.startsWith(said));
    for (const row of rows) assert.ok(copied.includes(`${row.name}, ${row.place}: `), row.name);
    assert.equal(await page.locator(".self-test-said").getAttribute("role"), "status");
    await session.close();
  }
});
