// The pages of the rules: readable without scripts, sending nothing; and the same examples inside the page.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { objections } from "./accessibility.mjs";
import { DIST, launch, newPage, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

/** The list, and a page of each kind: two spellings, an object, several files, a mistake of the text. */
const PAGES = ["index", "kubelet-anonymous-auth", "encryption-identity-first", "second-exec-start", "lost-continuation"];

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page of the handbook; when the test ends it must have asked only for what lies beside it. */
async function open(context, name, options) {
  const session = await newPage(browser, options);
  context.after(async () => {
    const beside = new URL("rules/", server.address).href;
    assert.deepEqual(
      session.requests.filter((address) => !address.startsWith(beside)),
      [],
    );
    assert.deepEqual(session.violations, []);
    assert.deepEqual(session.errors, []);
    await session.close();
  });
  await session.page.goto(`${server.address}rules/${name}.html`);
  return session.page;
}

test("a rule is read without scripts, and its neighbours are reached", async (context) => {
  const page = await open(context, "kubelet-anonymous-auth", { javaScriptEnabled: false });
  assert.equal(await page.locator("h1").textContent(), "The kubelet answers requests without credentials");
  const places = ["KubeletConfiguration", "kubelet unit", "kubeadm or kind configuration"];
  assert.deepEqual(await page.locator("h3").allTextContents(), places);
  assert.equal(await page.locator(".bad mark").first().textContent(), "enabled: true");
  assert.match(await page.locator(".diff ins").first().textContent(), /enabled: false/);
  assert.match(await page.locator(".good pre").first().textContent(), /enabled: false/);
  await page.getByRole("link", { name: "All rules" }).click();
  await page.getByRole("link", { name: "The kubelet's read-only port is open" }).click();
  assert.equal(await page.locator(".facts code").textContent(), "kubelet-read-only-port");
  assert.equal(await page.locator("header .name").getAttribute("href"), "../index.html");
});

test("the list leads to every page", async (context) => {
  const page = await open(context, "index", { javaScriptEnabled: false });
  const links = await page.locator(".rules a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const files = readdirSync(join(DIST, "rules")).filter((name) => name.endsWith(".html") && name !== "index.html");
  assert.deepEqual(links.toSorted(), files.toSorted());
});

// axe-core is a script, so here scripts run; the policy of the pages would refuse it and is left out as well.
for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [
    ["wide", WIDE],
    ["phone", PHONE],
  ]) {
    test(`WCAG 2.2 AA, and nothing is cut off: ${colorScheme}, ${size}`, async (context) => {
      for (const name of PAGES) {
        const page = await open(context, name, { colorScheme, viewport, bypassCSP: true });
        assert.deepEqual(await objections(page), [], name);
        const root = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
        assert.equal(await page.evaluate(root), 0, `${name} scrolls sideways`);
        mkdirSync(join(ROOT, "tests/browser/output"), { recursive: true });
        await page.screenshot({
          path: join(ROOT, `tests/browser/output/rule-${name}-${colorScheme}-${size}.png`),
          fullPage: true,
        });
      }
    });
  }
}

test("light and dark differ, and paper shows the whole text", async (context) => {
  const page = await open(context, "kubelet-anonymous-auth", { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.emulateMedia({ colorScheme: "light" });
  assert.notEqual(await ground(), dark);
  await page.emulateMedia({ media: "print" });
  const wraps = await page.locator(".bad pre").first().evaluate((text) => getComputedStyle(text).whiteSpace);
  assert.equal(wraps, "pre-wrap");
});

const CONFIG = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n";

/** Opens the explanation of one finding and unfolds its examples. */
async function unfoldExamples(page, rule) {
  await page.locator(`.finding[data-rule=${rule}]`).click();
  const fold = page.getByRole("button", { name: "Examples", exact: true });
  if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
  await page.locator(".example").first().waitFor();
}

test("the page shows the same examples as the full page, without asking for anything", async (context) => {
  const page = await ui.visit(context, browser, server.address);
  await ui.pasteAfresh(page, CONFIG);
  await unfoldExamples(page, "kubelet-read-only-port");
  const inside = await page.locator(".explanation .example pre").allTextContents();
  const full = await open(context, "kubelet-read-only-port", {});
  const outside = await full.locator(".bad pre, .good pre").allTextContents();
  assert.deepEqual(
    inside.map((text) => text.trimEnd()),
    outside,
  );
  assert.equal(await page.locator(".example.bad mark").first().textContent(), "readOnlyPort: 10255");
});

/** Opens the page of a rule that has a finding; resolves to the dialog. */
async function openRule(page, rule) {
  await page.locator(`.finding[data-rule=${rule}]`).click();
  await page.getByRole("button", { name: "Full page of this rule" }).click();
  await page.locator(".rule-page .example").first().waitFor();
  return page.getByRole("dialog", { name: "Handbook" });
}

/** What a page of the handbook says, part by part. */
const parts = (root) =>
  root.evaluate((element) => ({
    title: element.querySelector("h1, #handbook-title").textContent,
    facts: [...element.querySelectorAll(".facts li")].map((fact) => fact.textContent),
    headings: [...element.querySelectorAll("section h2, .rule-page > h3, section > h3, h4")]
      .filter((heading) => heading.id !== "handbook-title")
      .map((heading) => heading.textContent),
    spellings: [...element.querySelectorAll(".spellings div")].map((one) => one.textContent.trim()),
    examples: [...element.querySelectorAll("figure.bad pre, figure.good pre")].map((one) => one.textContent.trimEnd()),
    versions: [...element.querySelectorAll("table td")].map((cell) => cell.textContent),
  }));

test("the page of a rule inside says what the one beside it says, for every kind of rule", async (context) => {
  const page = await ui.visit(context, browser, server.address);
  await page.locator(".foot").getByRole("button", { name: "All rules" }).click();
  const dialog = page.getByRole("dialog", { name: "Handbook" });
  const files = readdirSync(join(DIST, "rules")).filter((name) => name.endsWith(".html") && name !== "index.html");
  assert.equal(await dialog.locator(".rules .link").count(), files.length);
  for (const rule of PAGES.slice(1)) {
    const full = await open(context, rule, {});
    const title = await full.locator("h1").textContent();
    await dialog.getByRole("button", { name: title, exact: true }).click();
    await dialog.locator(".rule-page .example").first().waitFor();
    assert.deepEqual(await parts(dialog), await parts(full.locator("body")), rule);
    await dialog.getByRole("button", { name: "All rules" }).click();
  }
});

test("the handbook inside is walked by keyboard, and gives the focus back", async (context) => {
  const page = await ui.visit(context, browser, server.address);
  await ui.pasteAfresh(page, CONFIG);
  const dialog = await openRule(page, "kubelet-read-only-port");
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  assert.equal(await focused(), "handbook-title");
  const next = dialog.getByRole("button", { name: /^Next: / });
  const name = (await next.textContent()).replace("Next: ", "");
  await next.focus();
  await page.keyboard.press("Enter");
  await dialog.locator(".facts code", { hasText: name }).waitFor();
  assert.equal(await focused(), "handbook-title");
  await dialog.getByRole("button", { name: "All rules" }).focus();
  await page.keyboard.press("Enter");
  await dialog.locator(".rules").first().waitFor();
  assert.equal(await focused(), "dialog-title");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await focused(), "Full page of this rule");
});

test("the full page opens in a tab of its own", async (context) => {
  const page = await ui.visit(context, browser, server.address);
  await ui.pasteAfresh(page, CONFIG);
  await openRule(page, "kubelet-read-only-port");
  const [tab] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "This page by itself" }).click(),
  ]);
  await tab.waitForLoadState();
  assert.equal(new URL(tab.url()).pathname, "/rules/kubelet-read-only-port.html");
  assert.equal(await tab.evaluate(() => window.opener), null);
  assert.equal(await ui.text(page), CONFIG);
});
