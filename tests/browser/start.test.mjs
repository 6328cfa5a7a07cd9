// How the page starts: what it loads, what its policy refuses, and what it says when it cannot run.
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DIST, launch, newPage, startServer } from "./harness.mjs";
import { temporary } from "./temporary.mjs";

/** Requests of a first visit: the document and the engine. */
const MOST_REQUESTS = 2;

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const started = (page) => page.waitForFunction(() => !document.getElementById("boot"));

test("the page starts with few requests, all to its own place, and breaks no policy", async () => {
  const session = await newPage(browser);
  await session.page.goto(server.address);
  await started(session.page);
  await session.page.waitForLoadState("networkidle");
  assert.ok(session.requests.length <= MOST_REQUESTS, session.requests.join("\n"));
  assert.deepEqual(
    session.requests.filter((address) => !address.startsWith(server.address)),
    [],
  );
  assert.deepEqual(session.violations, []);
  assert.deepEqual(session.errors, []);
  await session.close();
});

test("it works below a path, since every address is relative", async () => {
  const folder = temporary("below");
  cpSync(DIST, join(folder, "deep/er"), { recursive: true });
  const below = await startServer(folder);
  const session = await newPage(browser);
  await session.page.goto(`${below.address}deep/er/`);
  await started(session.page);
  assert.deepEqual(
    session.requests.filter((address) => !address.includes("/deep/er/")),
    [],
  );
  assert.deepEqual(session.errors, []);
  await session.close();
  await below.close();
});

test("once it has its engine, neither the page nor its worker can reach anything, its own host included", async () => {
  const elsewhere = await startServer();
  const session = await newPage(browser);
  await session.page.goto(server.address);
  await started(session.page);
  const before = session.requests.length;
  const attempt = (address) =>
    fetch(address, { mode: "no-cors" }).then(
      () => "reached",
      () => "refused",
    );
  const workers = session.page.workers();
  assert.ok(workers.length > 0);
  for (const place of [session.page, ...workers]) {
    for (const { address } of [server, elsewhere]) assert.equal(await place.evaluate(attempt, address), "refused");
  }
  assert.deepEqual(session.requests.slice(before), []);
  await session.close();
  await elsewhere.close();
});

test("markup in a string never becomes part of the page", async () => {
  const session = await newPage(browser);
  await session.page.goto(server.address);
  await started(session.page);
  const refused = await session.page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<img src=x>";
      return false;
    } catch {
      return true;
    }
  });
  assert.ok(refused);
  await session.close();
});

test("a page that cannot start says so", async () => {
  const session = await newPage(browser);
  await session.page.route("**/*.wasm", (route) => route.abort());
  await session.page.goto(server.address);
  const alert = session.page.locator("#boot[role=alert]");
  await alert.waitFor();
  assert.match(await alert.textContent(), /^Plimsoll could not start\./);
  await session.close();
});
