// Writes `sbom.cdx.json`, a CycloneDX list of what is inside the page: the crates that are linked into the engine and
// the npm packages that are bundled into the editor. No time and no random number: equal builds have equal lists.
//   node scripts/pack/sbom.mjs FOLDER
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EDITOR = join(ROOT, "web/editor");

const run = (program, ...words) => execFileSync(program, words, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });

/** One component; `hash` is `[algorithm, hexadecimal digits]` of what the registry handed out, null for our own. */
function component(kind, name, version, license, hash) {
  const purl = `pkg:${kind}/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    licenses: [{ expression: license }],
    purl,
    ...(hash && { hashes: [{ alg: hash[0], content: hash[1] }] }),
  };
}

/** The crates that the compiler hands to the linker; what only runs while it compiles is left out. */
export function crates() {
  const tree = ["tree", "--locked", "-p", "plimsoll-web", "--target", "wasm32-unknown-unknown"];
  const shape = ["-e", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}"];
  const sums = checksums(readFileSync(join(ROOT, "Cargo.lock"), "utf8"));
  const lines = new Set(run("cargo", ...tree, ...shape).split("\n").map((line) => line.replace(/ \(\*\)$/, "")));
  return [...lines].filter(Boolean).map((line) => {
    const [, name, version, license] = line.match(/^(\S+) v(\S+)[^|]*\|(.*)$/) ?? [];
    if (!license) throw new Error(`cargo tree printed a line that scripts/pack/sbom.mjs does not know: ${line}`);
    const sum = sums.get(`${name} ${version}`);
    return component("cargo", name, version, license.replace(/\s*\/\s*/g, " OR "), sum && ["SHA-256", sum]);
  });
}

function checksums(lock) {
  const packages = lock.matchAll(/^name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"$/gm);
  return new Map([...packages].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/** The npm packages that the bundler has put into the editor; web/editor/build.mjs lists them. */
export function packages() {
  const { packages: locked } = JSON.parse(readFileSync(join(EDITOR, "package-lock.json"), "utf8"));
  const bundled = JSON.parse(readFileSync(join(EDITOR, "dist/bundled.json"), "utf8"));
  return bundled.map((name) => {
    const { version, license, integrity } = locked[`node_modules/${name}`] ?? {};
    if (!version) throw new Error(`${name} is bundled into the editor but is not in its package-lock.json.`);
    const [, base64] = integrity.match(/^sha512-(.*)$/) ?? [];
    const hash = base64 && ["SHA-512", Buffer.from(base64, "base64").toString("hex")];
    return component("npm", name, version, license, hash);
  });
}

/** Rust's standard library, which comes with the compiler. */
function standardLibrary() {
  const [, version] = run("rustc", "--version").match(/^rustc (\S+)/);
  return component("generic", "rust-std", version, "MIT OR Apache-2.0", null);
}

/** The whole list. */
export function sbom() {
  const components = [standardLibrary(), ...crates(), ...packages()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const self = components.find(({ name }) => name === "plimsoll-web");
  const tools = { rustc: run("rustc", "--version").trim(), node: process.version, zlib: process.versions.zlib };
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": "plimsoll", name: "plimsoll", version: self.version },
      properties: Object.entries(tools).map(([name, value]) => ({ name: `plimsoll:built-with:${name}`, value })),
    },
    components,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(process.argv[2], "sbom.cdx.json"), `${JSON.stringify(sbom(), null, 2)}\n`);
