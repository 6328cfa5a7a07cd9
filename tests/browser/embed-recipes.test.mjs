// The recipes of docs/embedding.md, each with the real tool: what stands in the guide is built, served and opened.
// A recipe works when the embed finds what the command line finds, no policy is broken, no error is logged, nothing
// comes from elsewhere, and axe-core objects to nothing in the frame.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { objections } from "./accessibility.mjs";
import { around, copyLinter, embed, frameOf, openHost, recipe, site } from "./embed.mjs";
import { launch, newPage, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { temporary } from "./temporary.mjs";

const TOOLS =
  process.env.PLIMSOLL_TOOLS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "plimsoll/tools");
const FIXTURES = join(ROOT, "tests/recipes");
const CRITICAL = "kubelet-read-only-port";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** Opens a host that was built and looks at its one embed. */
async function works(context, folder, path = "", options = {}) {
  const { page } = await openHost(context, browser, folder, { path, bypassCSP: true, ...options });
  await looked(page);
}

async function looked(page) {
  const frame = await embed(page);
  assert.ok((await ui.rules(frame)).includes(CRITICAL));
  assert.deepEqual(await objections(frame), []);
  const box = await page.locator("plimsoll-linter").evaluate((element) => element.getBoundingClientRect().height);
  assert.ok(box > 200, `the embed is ${box} pixels high`);
}

function folderWith(files) {
  const folder = temporary("recipe");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a tool in a folder; its words are shown only when it fails. */
function run(program, words, folder) {
  if (!existsSync(program)) throw new Error(`${program} is missing; run scripts/setup`);
  // What Docusaurus keeps of one site breaks the next, which lies in another folder.
  const fresh = { DOCUSAURUS_NO_PERSISTENT_CACHE: "1" };
  const env = { ...process.env, ...fresh, NO_UPDATE_NOTIFIER: "1", CI: "1", NO_COLOR: "1" };
  try {
    execFileSync(program, words, { cwd: folder, env, stdio: "pipe", encoding: "utf8" });
  } catch (error) {
    throw new Error(`${program} ${words.join(" ")} failed:\n${error.stdout}${error.stderr}`);
  }
}

test("plain HTML", async (context) => {
  const folder = site({ "index.html": recipe("plain.html") });
  await works(context, folder);
  const { page } = await openHost(context, browser, folder, { bypassCSP: true });
  await embed(page);
  assert.deepEqual(await objections(page), []);
});

test("several files, read-only", (context) => works(context, site({ "index.html": around(recipe("files.html")) })));

test("content by script", async (context) => {
  const { page } = await openHost(context, browser, site({ "index.html": around(recipe("script.html")) }));
  await embed(page);
  await page.locator("#critical", { hasText: "2" }).waitFor();
});

test("an iframe without a script of the host", async (context) => {
  const { page } = await openHost(context, browser, site({ "index.html": around(recipe("iframe.html"), "") }));
  const frame = await frameOf(page.locator("iframe"));
  await ui.settled(frame);
  assert.equal(await frame.locator("#version").inputValue(), "1.33");
  assert.equal(await frame.locator(".slim-profile").textContent(), "CIS level 1");
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), "light");
  assert.ok(await frame.locator("#open-full").isHidden(), "a link that nobody would open");
  await frame.locator("plimsoll-editor .cm-content").click();
  await page.keyboard.type("kubelet --read-only-port=10255");
  await frame.locator(`.finding[data-rule=${CRITICAL}]`).waitFor();
});

test("messages of a host of its own", async (context) => {
  const { page } = await openHost(context, browser, site({ "index.html": around(recipe("messages.html"), "") }));
  await page.locator("#answer", { hasText: '"high":' }).waitFor();
});

const MKDOCS = join(TOOLS, "mkdocs/bin/mkdocs");

/** Without highlighting, which that theme would fetch from elsewhere. */
const MKDOCS_SITE = `site_name: Lab
theme:
  name: mkdocs
  highlightjs: false
`;

function mkdocs(page) {
  const folder = folderWith({ "mkdocs.yml": MKDOCS_SITE + recipe("mkdocs.yml"), "docs/index.md": page });
  copyLinter(join(folder, "docs/plimsoll"));
  run(MKDOCS, ["build", "--quiet", "--strict"], folder);
  return join(folder, "site");
}

test("MkDocs", (context) => works(context, mkdocs(recipe("mkdocs.md"))));

const DOCUSAURUS_CONFIG = `import recipe from "./recipe.js";

export default {
  title: "Lab",
  url: "http://127.0.0.1",
  baseUrl: "/",
  themes: ["@docusaurus/theme-classic"],
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/", sidebarPath: false }]],
  themeConfig: { navbar: { title: "Lab" } },
  ...recipe,
};
`;

test("Docusaurus", async (context) => {
  const folder = folderWith({
    "package.json": "{}",
    "docusaurus.config.js": DOCUSAURUS_CONFIG,
    "recipe.js": recipe("docusaurus.config.js"),
    "docs/index.mdx": `${recipe("docusaurus.mdx")}\n[Another page](./other.md)\n`,
    "docs/other.md": "# Other\n",
  });
  const modules = join(FIXTURES, "docusaurus/node_modules");
  symlinkSync(modules, join(folder, "node_modules"));
  copyLinter(join(folder, "static/plimsoll"));
  run(join(modules, ".bin/docusaurus"), ["build"], folder);
  const { page } = await openHost(context, browser, join(folder, "build"), { bypassCSP: true });
  await looked(page);
  // Leaving and coming back without loading the page anew.
  await page.getByRole("link", { name: "Another page" }).click();
  await page.getByRole("heading", { name: "Other" }).waitFor();
  await page.goBack();
  await looked(page);
});

/** The two expressions of the guide's `app-config.yaml`. */
function sanitizer() {
  const config = recipe("backstage.yaml");
  const value = (key) => config.match(new RegExp(`${key}: '(.*)'`))[1];
  return [value("allowedCustomElementTagNameRegExp"), value("allowedCustomElementAttributeNameRegExp")];
}

/** The policy of the guide's `app-config.yaml`, with the address of a server of the test for the example's. */
function backstagePolicy(docs) {
  const config = recipe("backstage.yaml").replaceAll("https://docs.example.com", docs);
  const list = (name) => config.match(new RegExp(`${name}: \\[(.*)\\]`))[1].replaceAll(/",|"/g, "").split(/\s*,\s*|\s+/);
  const sources = (name) => list(name).map((source) => (source === "'self'" || source === "'unsafe-eval'" ? source : source.replaceAll("'", "")));
  return `default-src 'self'; style-src 'self' 'unsafe-inline'; script-src ${sources("script-src").join(" ")}; frame-src ${sources("frame-src").join(" ")}`;
}

/**
 * A page as TechDocs shows it: HTML that MkDocs has built is cleaned by DOMPurify as TechDocs configures it, and put
 * into a shadow root. `allowed` holds the expressions of the sanitizer's settings.
 */
const TECHDOCS = `
import DOMPurify from "./purify.js";
const [tags, attributes] = JSON.parse(document.getElementById("allowed").textContent);
const built = await (await fetch("built.html")).text();
const clean = DOMPurify.sanitize(built, {
  ADD_TAGS: ["link", "meta"],
  FORBID_TAGS: ["style"],
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: tags ? new RegExp(tags) : undefined,
    attributeNameCheck: attributes ? new RegExp(attributes) : undefined,
  },
});
const reader = document.getElementById("reader").attachShadow({ mode: "open" });
reader.append(...clean.querySelectorAll("[role=main] > *"));
document.body.dataset.shown = "";
`;

/** A portal and the static host of the element, each on an origin of its own. */
async function backstage(context, allowed) {
  const built = readFileSync(join(mkdocs(recipe("mkdocs.md")), "index.html"), "utf8");
  const docs = await startServer(site({}), { headers: { "access-control-allow-origin": "*" } });
  context.after(() => docs.close());
  const script = recipe("backstage.html").replaceAll("https://docs.example.com/", docs.address);
  const body = `<div id="reader"></div><script type="application/json" id="allowed">${JSON.stringify(allowed)}</script>
<script type="module" src="techdocs.js"></script>`;
  const app = folderWith({ "index.html": around(body, script), "built.html": built, "techdocs.js": TECHDOCS, "favicon.ico": "" });
  const purify = "tests/browser/node_modules/dompurify/dist/purify.es.mjs";
  cpSync(join(ROOT, purify), join(app, "purify.js"));
  const policy = backstagePolicy(docs.address.slice(0, -1));
  const server = await startServer(app, { headers: { "content-security-policy": policy } });
  context.after(() => server.close());
  const session = await newPage(browser, { reducedMotion: "reduce" });
  context.after(() => session.close());
  await session.page.goto(server.address);
  await session.page.locator("body[data-shown]").waitFor();
  return session;
}

test("Backstage TechDocs, with its sanitizer told", async (context) => {
  const { page, violations, errors } = await backstage(context, sanitizer());
  const frame = await embed(page);
  assert.ok((await ui.rules(frame)).includes(CRITICAL));
  assert.equal(await page.locator("plimsoll-linter").getAttribute("kubernetes"), "1.33");
  assert.deepEqual([violations, errors], [[], []]);
});

test("Backstage TechDocs, with its sanitizer as it is: the text stays to read", async (context) => {
  const { page, violations, errors } = await backstage(context, []);
  assert.equal(await page.locator("plimsoll-linter").count(), 0);
  assert.ok(await page.locator("pre", { hasText: "readOnlyPort: 10255" }).isVisible());
  assert.deepEqual([violations, errors], [[], []]);
});

test("the sanitizer's expressions let no other element and no other attribute through", () => {
  const [tags, attributes] = sanitizer().map((source) => new RegExp(source));
  for (const tag of ["plimsoll-linter2", "x-plimsoll-linter", "plimsoll-editor"]) assert.ok(!tags.test(tag), tag);
  for (const name of ["src", "onkubernetes", "style", "kubernetes2", "content"]) assert.ok(!attributes.test(name), name);
});

/** The headers of the guide, for a page at `ancestor` and nobody else. */
function guideHeaders(ancestor) {
  const lines = recipe("headers").trim().split("\n");
  return Object.fromEntries(
    lines.map((line) => {
      const [name, value] = line.split(": ");
      return [name.toLowerCase(), value.replace("'self' https://docs.example.com", ancestor)];
    }),
  );
}

test("frame-ancestors decides who may embed it, below any path", async (context) => {
  const allowed = await startServer(folderWith({ "index.html": "", "favicon.ico": "" }));
  const denied = await startServer(folderWith({ "index.html": "", "favicon.ico": "" }));
  const ancestor = allowed.address.slice(0, -1);
  const linter = await startServer(folderBelow("a/b/c"), { headers: guideHeaders(ancestor) });
  context.after(() => Promise.all([allowed, denied, linter].map((server) => server.close())));
  const framed = async (host) => {
    const session = await newPage(browser, { reducedMotion: "reduce" });
    context.after(() => session.close());
    await session.page.goto(host.address);
    await session.page.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.sandbox = "allow-scripts";
      frame.src = src;
      document.body.append(frame);
      return new Promise((done) => frame.addEventListener("load", done));
    }, `${linter.address}a/b/c/plimsoll/plimsoll.html#embed=1`);
    return { session, frame: await frameOf(session.page.locator("iframe")) };
  };
  const shown = await framed(allowed);
  await ui.settled(shown.frame);
  assert.deepEqual(shown.session.errors, []);
  const refused = await framed(denied);
  assert.equal(await refused.frame.locator("#app").count(), 0);
  assert.match(refused.session.errors.join("\n"), /frame-ancestors/);
});

function folderBelow(path) {
  const folder = folderWith({});
  copyLinter(join(folder, path, "plimsoll"));
  return folder;
}
