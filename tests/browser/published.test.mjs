// What is published besides the page: sums, the numbers that the pages show of themselves, the list of what is inside;
// and that packing stops when it meets something it does not know.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { started, trimmed } from "../../scripts/pack/glue.mjs";
import { digested, sealed, withoutComments } from "../../scripts/pack/html.mjs";
import { files } from "../../scripts/pack/sums.mjs";
import { DIST, launch, newPage, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const published = (name) => readFileSync(join(DIST, name), "utf8");

/** Lines of `SUM  NAME` as `[name, sum]`. */
const sums = (text) => text.trimEnd().split("\n").map((line) => line.split("  ").toReversed());

const inShell = (command) => execFileSync("bash", ["-c", command], { cwd: DIST, encoding: "utf8" });

test("SHA256SUMS holds every file but itself, and sha256sum agrees", () => {
  const names = files(DIST).filter((name) => name !== "SHA256SUMS");
  assert.deepEqual(sums(published("SHA256SUMS")).map(([name]) => name), names);
  assert.equal(inShell("sha256sum --check --quiet SHA256SUMS"), "");
});

for (const name of ["index.html", "plimsoll.html"]) {
  test(`${name} shows the number that its own command, that of the manual and the published list give`, async () => {
    const session = await newPage(browser);
    await session.page.goto(server.address + name);
    await ui.settled(session.page);
    await session.page.locator(".foot").getByRole("button", { name: "This copy" }).click();
    const shown = await session.page.locator("#digest").textContent();
    const command = await session.page.locator(".this-copy pre").nth(1).textContent();
    assert.match(shown, /^[0-9a-f]{64}$/);
    assert.match(command, new RegExp(` ${name} \\|`));
    assert.equal(inShell(command), `${shown}  -\n`);
    const [, manual] = readFileSync(join(ROOT, "docs/verify.md"), "utf8").match(/^(sed .*plimsoll\.html.*)$/m);
    assert.equal(inShell(manual.replace("plimsoll.html", name)), `${shown}  -\n`);
    assert.equal(Object.fromEntries(sums(published("PAGE-DIGESTS")))[name], shown);
    const changed = published(name).replace("Loading Plimsoll", "Loading plimsoll");
    assert.notEqual(digested(changed).digest, shown);
    await session.close();
  });
}

test("the engine's name is its digest, so the number of index.html stands for it too", () => {
  const [, engine] = published("index.html").match(/id="engine"[^>]* href="([^"]*)"/);
  const digest = createHash("sha256").update(readFileSync(join(DIST, engine))).digest("hex");
  assert.equal(engine, `plimsoll-${digest.slice(0, 16)}.wasm`);
});

test("the list of what is inside names every part with version, licence and checksum", () => {
  const { bomFormat, specVersion, components } = JSON.parse(published("sbom.cdx.json"));
  assert.deepEqual([bomFormat, specVersion], ["CycloneDX", "1.6"]);
  const names = components.map(({ name }) => name);
  for (const inside of ["yew", "granit-parser", "plimsoll-rules", "@codemirror/view", "style-mod"])
    assert.ok(names.includes(inside), inside);
  for (const outside of ["clap", "esbuild", "typescript", "syn", "wasm-bindgen-macro", "playwright-core"])
    assert.ok(!names.includes(outside), outside);
  assert.equal(new Set(components.map((one) => one["bom-ref"])).size, components.length);
  for (const { name, version, licenses, purl, hashes } of components) {
    assert.match(purl, /^pkg:(cargo|npm|generic)\/[^@]+@\d+\.\d+\.\d+/, name);
    assert.match(version, /^\d/, name);
    assert.match(licenses[0].expression, /^[\w.()+ -]+$/, name);
    if (!/^plimsoll-|^rust-std$/.test(name)) assert.match(hashes[0].content, /^([0-9a-f]{64}|[0-9a-f]{128})$/, name);
  }
});

const HEAD = "let wasm_bindgen = (function(exports) {\n let script_src;\n if (typeof document) {\n script_src = 1;\n }\n";
const BODY = "    function __wbg_get_imports() {}\n    function __wbg_finalize_init(instance, module) {}\n";
const TAIL = `    async function __wbg_load(module, imports) { fetch(module); }

    return Object.assign(__wbg_init, { initSync }, exports);
})({ __proto__: null });
`;

test("the loader is cut out of the glue, and glue that is not as known stops the build", () => {
  assert.doesNotMatch(trimmed(HEAD + BODY + TAIL), /fetch|script_src|__wbg_load/);
  assert.throws(() => trimmed(BODY + TAIL), /does not begin/);
  assert.throws(() => trimmed(HEAD + BODY), /does not end/);
  assert.throws(() => trimmed(HEAD + TAIL), /no function __wbg_get_imports/);
  assert.throws(() => trimmed(`${HEAD}fetch("/");${BODY}${TAIL}`), /still names fetch/);
  assert.throws(() => started("nothing to fill", HEAD + BODY + TAIL), /must hold/);
});

test("a page that its policy cannot seal stops the build", () => {
  const page = (more) =>
    `<meta http-equiv="Content-Security-Policy" content="sealed by scripts/pack"><style>p{}</style>${more}`;
  const script = "<script>1</script>";
  assert.match(sealed(page(script), []), /default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-[^']*';/);
  assert.throws(() => sealed(page(""), []), /no script/);
  assert.throws(() => sealed(page(`${script}<script src="a.js"></script>`), []), /hold its scripts itself/);
  assert.throws(() => sealed(page(`${script}<img src="https://example.com/a.png">`), []), /nothing from elsewhere/);
  assert.throws(() => sealed(page(`${script}<p style="color: red">`), []), /no inline style/);
  assert.throws(() => sealed(page("<script>'<!--'</script>"), []), /CR or <!--/);
  assert.throws(() => sealed(`${page(script)}${page("")}`, []), /once/);
  assert.equal(withoutComments("a <!-- b --><script>/* <x> */</script>"), "a<script>/* <x> */</script>");
});
