// The offline copy: kept only when the user asks, whole or not at all, replaced as a whole, forgotten without a trace.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launchFirefox } from "./firefox.mjs";
import { DIST, launch, newPage, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { temporary } from "./temporary.mjs";

const axe = createRequire(import.meta.url)("axe-core");

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const CONFIG = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** A copy of the built page, which a test may change: its folder. */
function copyOfDist(context) {
  const folder = temporary("offline");
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(DIST, folder, { recursive: true });
  return folder;
}

/** A page from a server of its own: `{ page, server, errors }`. */
async function start(context, folder = DIST, options = {}) {
  const server = await startServer(folder, options);
  const session = await newPage(browser);
  context.after(async () => {
    await session.close();
    await server.close();
  });
  return { ...session, server };
}

/** Everything that lies in the browser for the place of the page. */
const stored = (page) =>
  page.evaluate(async () => ({
    registrations: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    caches: await caches.keys(),
    entries: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  }));

const NOTHING = { registrations: [], caches: [], entries: [], databases: 0, cookies: "" };

/** Asks for the copy as a user does, from the dialog, and waits for what the page says. */
async function keep(page, said = /^Kept\./) {
  await page.getByRole("button", { name: "Privacy" }).click();
  const [asking] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Keep for offline use" }).click(),
  ]);
  assert.equal(await asking.evaluate(() => window.opener), null);
  await asking.getByRole("button", { name: "Keep for offline use" }).click();
  await asking.locator("#said", { hasText: said }).waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  return asking;
}

async function look(page) {
  await ui.settled(page);
  await ui.pasteAfresh(page, CONFIG);
  return ui.findings(page);
}

test("who asks for nothing has nothing stored", async (context) => {
  const { page, server, requests } = await start(context);
  await page.goto(server.address);
  await look(page);
  await page.getByRole("button", { name: "Privacy" }).click();
  await page.locator("plimsoll-kept p", { hasText: "This page keeps nothing on this machine." }).waitFor();
  await page.goto(`${server.address}offline.html`);
  await page.locator("plimsoll-kept p", { hasText: "keeps nothing" }).waitFor();
  assert.deepEqual(await stored(page), NOTHING);
  assert.ok(!requests.some((address) => address.endsWith("sw.js")));
});

test("kept, it opens and finds the same without its host; forgotten, nothing is left", async (context) => {
  const { page, server, violations } = await start(context);
  await page.goto(server.address);
  const before = await look(page);
  const asking = await keep(page);
  await asking.locator("plimsoll-kept p", { hasText: "the offline copy of its files" }).waitFor();
  const { caches } = await stored(page);
  assert.equal(caches.length, 1);
  const names = await page.evaluate(
    async ([name]) => (await (await window.caches.open(name)).keys()).map(({ url }) => url),
    [caches[0]],
  );
  const list = JSON.parse(readFileSync(join(DIST, "sw.js"), "utf8").match(/const FILES = (.*);/)[1]);
  assert.deepEqual(names.map((url) => url.slice(server.address.length)).toSorted(), Object.keys(list).toSorted());
  assert.ok(names.length > 200 && !names.some((url) => url.endsWith("plimsoll.html")));

  await server.close();
  await page.reload();
  assert.deepEqual(await look(page), before);
  for (const address of [
    "?again",
    "#x",
    "rules/kubelet-read-only-port.html",
    "rules/",
    "privacy.html",
    "offline.html",
  ]) {
    await page.goto(server.address + address);
  }
  await page.goto(server.address);
  await ui.settled(page);
  assert.deepEqual(violations, []);

  await page.evaluate(() => {
    localStorage.setItem("plimsoll.study", "{}");
    localStorage.setItem("another program", "stays");
  });
  await page.getByRole("button", { name: "Privacy" }).click();
  await page
    .locator("plimsoll-kept p", { hasText: "the offline copy of its files, the entry “plimsoll.study”" })
    .waitFor();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await page.locator("plimsoll-kept p", { hasText: "Nothing is kept now." }).waitFor();
  assert.deepEqual(await stored(page), { ...NOTHING, entries: ["another program"] });
  await assert.rejects(page.reload(), /ERR_CONNECTION_REFUSED/);
});

test("a file that is not the one of the list makes the whole copy fail", async (context) => {
  const folder = copyOfDist(context);
  writeFileSync(join(folder, "rules/handbook.css"), "/* changed on the way */");
  const { page, server } = await start(context, folder);
  await page.goto(server.address);
  await ui.settled(page);
  await keep(page, /^Not kept: a file did not come/);
  assert.deepEqual(await stored(page), NOTHING);
});

test("a newer copy comes as a whole, is told of, and takes over when the tabs are closed", async (context) => {
  const folder = copyOfDist(context);
  const { page, server } = await start(context, folder);
  await page.goto(server.address);
  await ui.settled(page);
  await (await keep(page)).close();
  await page.reload();
  await ui.settled(page);
  assert.equal(await page.locator("plimsoll-newer").textContent(), "");

  const [index, rule] = ["index.html", "rules/index.html"].map((name) => join(folder, name));
  writeFileSync(index, readFileSync(index, "utf8").replace("<title>Plimsoll", "<title>Plimsoll, newer"));
  writeFileSync(rule, readFileSync(rule, "utf8").replace("<title>Rules", "<title>Rules, newer"));
  execFileSync("node", [join(ROOT, "scripts/pack/offline.mjs"), folder]);
  await page.reload();
  await page.locator("plimsoll-newer", { hasText: "A newer offline copy is here." }).waitFor();
  assert.equal(await page.locator("plimsoll-newer").getAttribute("role"), "status");
  assert.equal(await page.title(), "Plimsoll");
  await page.goto(`${server.address}rules/`);
  assert.equal(await page.title(), "Rules · Plimsoll", "the old copy is whole as long as it is used");

  const fresh = await page.context().newPage();
  await page.close();
  await fresh.goto(server.address);
  await fresh.waitForFunction(() => caches.keys().then((names) => names.length === 1));
  // A tab that opens before the browser has seen the other one go still uses the old copy, also when it is reloaded.
  for (let tries = 0; tries < 20 && !/newer/.test(await fresh.title()); tries += 1) {
    await fresh.goto("about:blank");
    await fresh.waitForTimeout(250);
    await fresh.goto(server.address);
  }
  assert.match(await fresh.title(), /newer/);
  await fresh.goto(`${server.address}rules/`);
  assert.match(await fresh.title(), /newer/);
});

test("two copies on one host do not touch each other, and what is not ours is left alone", async (context) => {
  const folder = temporary("two");
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(DIST, folder, { recursive: true });
  cpSync(DIST, join(folder, "second"), { recursive: true });
  writeFileSync(join(folder, "other.html"), "<!doctype html><title>another program</title>");
  const { page, server } = await start(context, folder);
  for (const place of ["", "second/"]) {
    await page.goto(server.address + place);
    await ui.settled(page);
    await (await keep(page)).close();
  }
  assert.equal((await stored(page)).caches.length, 2);
  await page.goto(`${server.address}other.html`);
  assert.equal(await page.title(), "another program");
  await page.goto(server.address);
  await ui.settled(page);
  await page.getByRole("button", { name: "Privacy" }).click();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await page.locator("plimsoll-kept p", { hasText: "Nothing is kept now." }).waitFor();
  const left = await stored(page);
  assert.deepEqual(left.registrations, [`${server.address}second/`]);
  assert.equal(left.caches.length, 1);
});

test("where storage is denied everything works, and the page says that it keeps nothing", async (context) => {
  const { server: files } = await start(context);
  const host = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><iframe sandbox="allow-scripts" width="1200" height="800" src="${files.address}plimsoll.html"></iframe>`,
    );
  });
  await new Promise((done) => host.listen(0, "127.0.0.1", done));
  context.after(() => (host.closeAllConnections(), host.close()));
  const session = await newPage(browser, { reducedMotion: "reduce" });
  context.after(() => session.close());
  await session.page.goto(`http://127.0.0.1:${host.address().port}/`);
  const frame = session.page.frames()[1];
  await frame.locator(".page[data-report=current]").waitFor();
  assert.ok((await frame.locator(".finding").count()) > 0);
  assert.match(
    await frame.evaluate(() => {
      try {
        return String(localStorage);
      } catch (error) {
        return error.name;
      }
    }),
    /SecurityError/,
  );
  await frame.getByRole("button", { name: "Privacy" }).click();
  await frame.locator("plimsoll-kept p", { hasText: "keeps nothing" }).waitFor();
  await frame.getByRole("button", { name: "Forget everything" }).click();
  await frame.locator("plimsoll-kept p", { hasText: "keeps nothing" }).waitFor();
  assert.equal(await frame.getByRole("link", { name: "Keep for offline use" }).count(), 0);
  assert.deepEqual(
    session.errors.filter((error) => !/favicon|404/.test(error)),
    [],
  );
  assert.deepEqual(session.violations, []);
});

test("Firefox keeps and forgets the copy too", async (context) => {
  const server = await startServer();
  const firefox = await launchFirefox();
  context.after(async () => {
    await firefox.close();
    await server.close();
  });
  const { page } = await firefox.newPage();
  await page.goto(`${server.address}offline.html`);
  await page.locator("#keep").click();
  await page.waitForFunction(() => /^Kept\./.test(document.getElementById("said").textContent));
  await server.close();
  await page.goto(server.address);
  await ui.settled(page);
  await page.goto(`${server.address}offline.html`);
  await page.waitForFunction(() => /offline copy/.test(document.querySelector("plimsoll-kept p").textContent));
  await page.locator("#forget").click();
  await page.waitForFunction(() => /Nothing is kept now/.test(document.querySelector("plimsoll-kept p").textContent));
  assert.deepEqual(await stored(page), NOTHING);
});

test("the manifest is the app's, and only the page that keeps a copy names it", async (context) => {
  const { page, server } = await start(context);
  await page.goto(`${server.address}offline.html`);
  const manifest = await (
    await fetch(new URL(await page.locator("link[rel=manifest]").getAttribute("href"), page.url()))
  ).json();
  for (const key of ["id", "start_url", "scope"]) assert.equal(manifest[key], "./");
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await fetch(new URL(src, server.address));
    assert.equal(answer.headers.get("content-type"), type, src);
    if (sizes === "any") continue;
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
  const devtools = await page.context().newCDPSession(page);
  const { errors } = await devtools.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.doesNotMatch(readFileSync(join(DIST, "index.html"), "utf8"), /rel="?manifest/);
});

for (const colorScheme of ["light", "dark"]) {
  for (const name of ["privacy.html", "offline.html"]) {
    test(`${name} is readable for everyone, fits a phone and sends nothing: ${colorScheme}`, async (context) => {
      const server = await startServer();
      const session = await newPage(browser, { colorScheme, viewport: { width: 320, height: 700 }, bypassCSP: true });
      context.after(async () => {
        await session.close();
        await server.close();
      });
      const { page } = session;
      await page.goto(server.address + name);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate((tags) => axe.run({ runOnly: { type: "tag", values: tags } }), WCAG);
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`),
        [],
      );
      const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      assert.equal(await page.evaluate(wide), 0);
      assert.ok(session.requests.every((address) => address.startsWith(server.address)));
      assert.deepEqual(session.errors, []);
    });
  }
}

test("the page about privacy needs no script and says what the dialog says", async (context) => {
  const { page, server } = await start(context);
  await page.goto(server.address);
  await ui.settled(page);
  await page.getByRole("button", { name: "Privacy" }).click();
  const own = ["plimsoll-self-test", "plimsoll-kept"];
  const words = (root) =>
    root.evaluate((element, apart) => {
      const copy = element.cloneNode(true);
      for (const one of copy.querySelectorAll([...apart, "h1"].join())) one.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    }, own);
  const inside = await words(page.locator("plimsoll-privacy"));
  const plain = await newPage(browser, { javaScriptEnabled: false });
  context.after(() => plain.close());
  await plain.page.goto(`${server.address}privacy.html`);
  assert.equal(await plain.page.locator("script").count(), 0);
  const text = await plain.page.locator("main").textContent();
  for (const sentence of inside.split(". ")) assert.ok(text.replace(/\s+/g, " ").includes(sentence), sentence);
  for (const limit of [
    "frames the page",
    "being left",
    "WebRTC",
    "extensions",
    "clipboard",
    "embeds",
    "SHA-256",
    "fresh browser profile",
  ]) {
    assert.ok(inside.includes(limit), limit);
  }
});
