// Every built page as a document: valid, its links lead somewhere, and each is readable without scripts.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DIST, launch, newPage, startServer } from "./harness.mjs";
import { objections } from "./accessibility.mjs";

const { HtmlValidate } = createRequire(import.meta.url)("html-validate");

const RULES = readdirSync(join(DIST, "rules")).filter((name) => name.endsWith(".html"));
const PAGES = ["index.html", "plimsoll.html", ...RULES.map((name) => `rules/${name}`)];

const text = (name) => readFileSync(join(DIST, name), "utf8");

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

/** What the validator says against a document, as text. */
async function faults(source, name) {
  const { results } = await validator.validateString(source, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId}: ${message}`),
  );
}

test("every page is valid HTML", async () => {
  assert.ok(PAGES.length > 200, "the pages of the rules are there");
  const found = [];
  for (const name of PAGES) found.push(...(await faults(text(name), name)));
  assert.deepEqual(found, []);
});

test("the validator finds what is wrong", async () => {
  const [rule] = RULES;
  const source = text(`rules/${rule}`);
  for (const [wrong, fault] of [
    [source.replace("</main>", "<p><div></div></p></main>"), /element-permitted-content|close-order|no-implicit-close/],
    [source.replace("</main>", '<i id="twice"></i><i id="twice"></i></main>'), /no-dup-id/],
    [source.replace("</main>", ""), /close-order/],
  ]) {
    assert.notEqual(wrong, source);
    assert.match((await faults(wrong, rule)).join("\n"), fault);
  }
});

/** The links of a page that lead to pages of the build: `[file, fragment]`. */
const inner = (name) =>
  [...text(name).replaceAll(/<(script|style)\b.*?<\/\1>/gs, "").matchAll(/\s(?:href|src)="([^"]*)"/g)]
    .map(([, address]) => new URL(address.replaceAll("&amp;", "&"), `http://here/${name}`))
    .filter(({ host }) => host === "here")
    .map(({ pathname, hash }) => [decodeURIComponent(pathname.slice(1)), decodeURIComponent(hash.slice(1))]);

test("every link inside the build leads to a page and a place that are there", () => {
  const files = new Set(readdirSync(DIST, { recursive: true }).map((name) => name.replaceAll("\\", "/")));
  const missing = [];
  let seen = 0;
  for (const name of PAGES) {
    for (const [file, place] of inner(name)) {
      seen += 1;
      if (!files.has(file)) missing.push(`${name}: ${file}`);
      else if (place && !text(file).includes(`id="${place}"`)) missing.push(`${name}: ${file}#${place}`);
    }
  }
  assert.ok(seen > RULES.length, "links were read");
  assert.deepEqual(missing, []);
});

/** One page of a rule in so many is looked at by axe-core; all are made by the same few functions. */
const SOME = 8;

test("no page of a rule has a script, and WCAG 2.2 AA has nothing against them", async (context) => {
  for (const name of RULES) assert.doesNotMatch(text(`rules/${name}`), /<script|\son[a-z]+=|javascript:/i, name);
  const session = await newPage(browser, { bypassCSP: true });
  context.after(session.close);
  const found = [];
  for (const name of RULES.filter((_, at) => at % SOME === 0)) {
    await session.page.goto(`${server.address}rules/${name}`);
    found.push(...(await objections(session.page)).map((objection) => `${name}: ${objection}`));
  }
  assert.deepEqual(found, []);
});

test("with scripts off a page of a rule is whole, and the linter says what it needs", async (context) => {
  const session = await newPage(browser, { javaScriptEnabled: false });
  context.after(session.close);
  for (const name of RULES.slice(0, 5)) {
    await session.page.goto(`${server.address}rules/${name}`);
    assert.ok((await session.page.locator("main").innerText()).length > 300, name);
  }
  await session.page.goto(server.address);
  assert.match(await session.page.locator("noscript").innerText(), /needs JavaScript and WebAssembly/);
});

test("on paper a page of a rule has its text and no navigation", async (context) => {
  const session = await newPage(browser);
  context.after(session.close);
  await session.page.emulateMedia({ media: "print", colorScheme: "dark" });
  await session.page.goto(`${server.address}rules/kubelet-anonymous-auth.html`);
  const shown = (selector) => session.page.locator(selector).first().isVisible();
  assert.equal(await shown("h1"), true);
  assert.equal(await shown(".bad pre"), true);
  assert.equal(await shown("header nav"), false);
  const ground = await session.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(ground, "rgb(255, 255, 255)", "white, whatever the screen is");
  assert.ok((await session.page.pdf()).length > 10_000);
});
