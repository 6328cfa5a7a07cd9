// The npm package of the engine: packed, installed into an empty folder, and used from there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { program } from "../browser/cli.mjs";
import { launch, newPage, ROOT, startServer } from "../browser/harness.mjs";

/** Bytes to which the memory of one instance may grow over many checks after the first ones. */
const MOST_GROWTH = 1 << 20;
const CHECKS = 10_000;

/** A tarball that is there already, so that trying the tests need not build one. */
const GIVEN = process.env.PLIMSOLL_ENGINE;

const UNIT = { name: "kubelet.service", text: "[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true --x=😀\n" };

let folder, engine, tarball;

const built = (out) =>
  execFileSync(join(ROOT, "scripts/build-engine"), [out], { encoding: "utf8" }).trim().split("\n").at(-1);
const npm = (words) => execFileSync("npm", words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
const installed = () => join(folder, "node_modules/@plimsoll/engine");
const digest = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-engine-"));
  tarball = GIVEN ?? built(join(folder, "first"));
  writeFileSync(join(folder, "package.json"), '{ "name": "user", "private": true, "type": "module" }\n');
  npm(["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball]);
  engine = await import(pathToFileURL(join(installed(), "node.js")));
});

after(() => rmSync(folder, { recursive: true }));

/** A program that runs in the folder of the user of the package. */
function run(name, source) {
  writeFileSync(join(folder, name), source);
  return execFileSync(process.execPath, [name], { cwd: folder, encoding: "utf8" });
}

/** The first example of the package's README. */
const example = () => /```js\n(.*?)```/s.exec(readFileSync(join(installed(), "README.md"), "utf8"))[1];

test("the tarball is the same when it is packed again", { skip: GIVEN !== undefined }, () => {
  assert.equal(digest(built(join(folder, "second"))), digest(tarball));
});

test("the example of the README runs", () => {
  const printed = run("example.js", example());
  assert.match(printed, /^2:\d+ kubelet-read-only-port: /m);
  assert.match(printed, /--read-only-port=0 /);
});

/** Every fixture of a rule as documents with the release it is for. */
function fixtures() {
  const rules = join(ROOT, "tests/rules");
  const all = [];
  for (const rule of readdirSync(rules)) {
    for (const entry of readdirSync(join(rules, rule), { withFileTypes: true })) {
      const path = join(rules, rule, entry.name);
      const names = entry.isDirectory() ? readdirSync(path).toSorted() : [entry.name];
      const base = entry.isDirectory() ? path : join(rules, rule);
      const [, version] = /@(1\.\d+)/.exec(entry.name) ?? [];
      all.push({ base, names, kubernetes: version ?? "1.36" });
    }
  }
  return all;
}

test("a report is that of the command line, byte for byte", () => {
  const cases = fixtures();
  assert.ok(cases.length > 500);
  for (const [at, { base, names, kubernetes }] of cases.entries()) {
    // A process for each takes its time; every fourth bundle and every one of several files are enough.
    if (names.length === 1 && at % 4 > 0) continue;
    const documents = names.map((name) => ({ name, text: readFileSync(join(base, name), "utf8") }));
    const report = JSON.stringify(engine.check(documents, { kubernetes }), null, 2) + "\n";
    const words = ["check", "--format", "json", "--kubernetes", kubernetes, "--", ...names];
    assert.equal(report, printed(words, base), names.join(" "));
    const plain = engine.exportReport(documents, { kubernetes, format: "json", mask: false });
    assert.equal(plain.text, report);
  }
});

function printed(words, cwd) {
  try {
    return execFileSync(program(), words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26 });
  } catch (error) {
    if (error.stderr === "") return error.stdout;
    throw error;
  }
}

test("every function answers", () => {
  const report = engine.check([UNIT]);
  const finding = report.findings.find(({ rule }) => rule === "kubelet-anonymous-auth");
  const [mended] = engine.apply([UNIT], finding.fixes[0].edits);
  assert.match(mended, /--anonymous-auth=false --x=😀/);
  assert.deepEqual(Object.keys(engine.fix([UNIT], { safety: "manual" })), ["texts", "applied"]);
  assert.equal(engine.coverage([UNIT], { profile: "cis-level-1" }).profile, "cis-level-1");
  assert.equal(engine.check([UNIT], { profileYaml: "name: ours\nextends: cks\n" }).profile, "ours");
  assert.ok(engine.profiles().length > 4 && engine.rules().length > 200);
  assert.equal(engine.upgrade([UNIT], { from: "1.30", to: "1.36" }).to, "1.36");
  for (const format of ["text", "markdown", "html"]) assert.ok(engine.explain("kubelet-read-only-port", { format }));
  for (const format of ["sarif", "json", "csv", "markdown", "html", "patch"]) {
    assert.ok(engine.export([UNIT], { format }).text.includes("anonymous"), format);
  }
  assert.equal(engine.mask("token: abcdef.0123456789abcdef\n"), "token: <masked-bootstrap-token>\n");
  assert.equal(engine.secrets([{ name: "x", text: "password: sunshine\n" }])[0].kind, "password");
  assert.match(engine.about().ruleData, /^\d{4}-\d\d-\d\d$/);
});

test("what cannot be answered is a sentence, and the engine goes on", () => {
  const wrong = [
    () => engine.check([UNIT], { kubernetes: "0.9" }),
    () => engine.check([UNIT], { profile: "cis" }),
    () => engine.check([UNIT], { profil: "cks" }),
    () => engine.check([{ ...UNIT, kind: "letter" }]),
    () => engine.check("text"),
    () => engine.apply([UNIT], [{ document: 0, start: 9, end: 4, text: "" }]),
    () => engine.explain("no-such-rule"),
    () => engine.exportReport([UNIT], { format: "pdf" }),
    () => engine.upgrade([UNIT], { from: "1.36", to: "1.30" }),
  ];
  for (const ask of wrong) assert.throws(ask, engine.PlimsollError);
  assert.ok(engine.check([UNIT]).findings.length > 0);
});

test("ten thousand checks on one instance neither trap nor fill the memory", () => {
  prepare();
  const grown = run(
    "soak.js",
    `import { readFileSync } from "node:fs";
import { check, initSync } from "@plimsoll/engine/browser";
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...given) {
  const made = new Instance(...given);
  memory = made.exports.memory;
  return made;
};
initSync(readFileSync(new URL(import.meta.resolve("@plimsoll/engine/engine.wasm"))));
const texts = JSON.parse(readFileSync("texts.json", "utf8"));
const ask = (at) => check([{ name: "x", text: texts[at % texts.length].slice(0, 200 + (at * 37) % 4000) }]);
for (let at = 0; at < texts.length; at += 1) ask(at);
const before = memory.buffer.byteLength;
for (let at = 0; at < ${CHECKS}; at += 1) ask(at);
console.log(memory.buffer.byteLength - before, before);
`,
  );
  const [growth, before] = grown.split(" ").map(Number);
  assert.ok(before > 0 && growth <= MOST_GROWTH, `${growth} bytes of growth after ${before}`);
});

/** Texts for the soak: fixtures, and some that are no configuration. */
function prepare() {
  const texts = fixtures().map(({ base, names }) => readFileSync(join(base, names[0]), "utf8"));
  writeFileSync(join(folder, "texts.json"), JSON.stringify([...texts, "\0\u0001", "{{{{", "- ".repeat(3000), "é".repeat(999)]));
}

test("the types are those of the answers", () => {
  const report = engine.check([UNIT, { name: "config.yaml", text: "kind: KubeletConfiguration\nreadOnlyPort: 1\n" }]);
  const samples = {
    Report: report,
    Fixed: engine.fix([UNIT]),
    Coverage: engine.coverage([UNIT], { profile: "cis-level-1" }),
    "Profile[]": engine.profiles(),
    "Rule[]": engine.rules(),
    Upgrade: engine.upgrade([UNIT], { from: "1.30", to: "1.36" }),
    "Secret[]": engine.secrets([{ name: "x", text: "password: sunshine\n" }]),
    About: engine.about(),
  };
  const names = Object.keys(samples).map((type) => type.replace("[]", ""));
  const declared = Object.entries(samples).map(([type, value], at) => `const s${at}: ${type} = ${JSON.stringify(value)};`);
  const source = `import type { ${names.join(", ")} } from "@plimsoll/engine";\n${declared.join("\n")}\n`;
  writeFileSync(join(folder, "samples.ts"), `${source}export { ${declared.map((_, at) => `s${at}`).join(", ")} };\n`);
  writeFileSync(join(folder, "example.ts"), `declare const console: { log(text: string): void };\n${example()}`);
  typed(["samples.ts", "example.ts"]);
  writeFileSync(join(folder, "wrong.ts"), 'import { check } from "@plimsoll/engine";\ncheck([{ title: "x" }]);\n');
  assert.throws(() => typed(["wrong.ts"]), /wrong\.ts/);
});

function typed(files) {
  const tsc = join(ROOT, "web/editor/node_modules/.bin/tsc");
  const words = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom", ...files];
  try {
    execFileSync(tsc, words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(error.stdout.slice(0, 2000));
  }
}

test("in a browser it answers from bytes that it is handed, and asks for nothing", async () => {
  const site = join(folder, "site");
  mkdirSync(site);
  for (const name of ["index.js", "glue.js"]) copyFileSync(join(installed(), name), join(site, name));
  writeFileSync(join(site, "index.html"), "<!doctype html><title>engine</title>");
  const server = await startServer(site);
  const browser = await launch();
  try {
    const opened = await newPage(browser);
    await opened.page.goto(server.address);
    const bytes = readFileSync(join(installed(), "engine.wasm")).toString("base64");
    const found = await opened.page.evaluate(
      async ({ bytes, unit }) => {
        const engine = await import("./index.js");
        try {
          engine.check([unit]);
          return "answered before it was started";
        } catch (error) {
          if (error.name !== "PlimsollError") return String(error);
        }
        await engine.init(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
        return JSON.stringify(engine.check([unit]));
      },
      { bytes, unit: UNIT },
    );
    assert.equal(found, JSON.stringify(engine.check([UNIT])));
    const asked = opened.requests.map((address) => new URL(address).pathname).filter((path) => path !== "/favicon.ico");
    assert.deepEqual(asked, ["/", "/index.js", "/glue.js"]);
  } finally {
    await browser.close();
    await server.close();
  }
});

test("the package holds no code that opens a connection", () => {
  for (const name of ["index.js", "glue.js", "node.js"]) {
    const source = readFileSync(join(installed(), name), "utf8");
    assert.doesNotMatch(source, /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b/, name);
  }
});
