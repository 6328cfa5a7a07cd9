// Reads everything that is shipped and fails when any of it could reach out, run text as code, or store something,
// unless scripts/no-network/allowed.mjs names the use with its reason: node scripts/no-network.mjs [FOLDER]
// What a script hides from a reader (names put together at run time) it cannot see; refusing that is the policy's part.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { allowed } from "./no-network/allowed.mjs";
import { boundNames, scanScript } from "./no-network/javascript.mjs";
import { elementsOf, inlineScripts, packedEngine, scanElements } from "./no-network/markup.mjs";
import { urlsOf } from "./no-network/styles.mjs";
import { interfaceOf, scanWasm } from "./no-network/wasm.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Files that hold neither code nor addresses that anything follows. */
const INERT = /\.(png|txt|cdx\.json)$|^(SHA256SUMS|PAGE-DIGESTS)$|\.d\.ts$/;

/** The scripts of the project that stand in its pages, by name: one is known by being the same to the byte. */
const SCRIPTS = {
  editor: "web/editor/dist/editor.js",
  "self-test": "web/privacy/dist/self-test.js",
  privacy: "web/privacy/dist/privacy.js",
  offline: "web/privacy/dist/offline.js",
};

/** The start script, which the build puts together; nothing else says how a worker starts. */
const START = "globalThis.plimsollStartWorker=";

/**
 * Everything that a folder of the built page names: `{ uses, sentences }`. Each use is `{ unit, api, line, code }`;
 * each sentence tells of something else that is wrong, such as a file of a kind that nobody reads.
 */
export function scanFolder(folder) {
  const files = filesOf(folder);
  const scan = { uses: [], sentences: [], bound: new Set(), imported: [] };
  for (const file of files) scanFile(folder, file, new Set(files), scan);
  for (const name of scan.imported) {
    if (!scan.bound.has(name))
      scan.sentences.push(`A wasm module imports ${name}, which no script that was read binds.`);
  }
  return { uses: scan.uses, sentences: scan.sentences };
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join("/"),
    )
    .sort();
}

function scanFile(folder, file, files, scan) {
  const bytes = readFileSync(join(folder, file));
  switch (extname(file)) {
    case ".js":
    case ".mjs":
      return addScript(file, { text: bytes.toString(), module: true, line: 1 }, scan);
    case ".wasm":
      return addModule(file, bytes, scan);
    case ".css":
      return add(
        scan,
        file,
        urlsOf(bytes.toString()).map((url) => ({ api: "url()", line: 0, code: url })),
      );
    case ".webmanifest":
      return add(scan, file, addressesIn(JSON.parse(bytes)));
    case ".html":
    case ".svg":
      return scanPage(file, bytes.toString(), files, scan);
    default:
      if (!INERT.test(file)) scan.sentences.push(`${file} is of a kind that this check does not read.`);
  }
}

const add = (scan, unit, uses) => scan.uses.push(...uses.map((use) => ({ unit, ...use })));

/** Texts of a manifest that lead to another host. */
function addressesIn(value) {
  if (typeof value === "string")
    return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(value) ? [{ api: "address", line: 0, code: value }] : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(addressesIn) : [];
}

function scanPage(file, text, files, scan) {
  const elements = elementsOf(text);
  const isBeside = (address) => files.has(normalize(join(dirname(file), address.replace(/[?#].*$/s, ""))));
  add(scan, file, scanElements(elements, isBeside));
  for (const script of inlineScripts(elements)) addScript(`${file}#${nameOf(script.text)}`, script, scan);
  const engine = packedEngine(elements);
  if (engine) addModule(`${file}#engine`, engine, scan);
}

const built = Object.entries(SCRIPTS).map(([name, path]) => [name, textOf(join(ROOT, path))]);

function textOf(path) {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return null;
  }
}

/** What the project calls a script that stands in a page; `script` when it is none of its own. */
function nameOf(text) {
  const [name] = built.find(([, known]) => known === text.trim()) ?? [];
  return name ?? (text.includes(START) ? "start" : "script");
}

function addModule(unit, bytes, scan) {
  scan.imported.push(...interfaceOf(bytes).imports.map(({ name }) => name));
  add(scan, unit, scanWasm(bytes));
}

function addScript(unit, { text, module, line }, scan) {
  try {
    add(
      scan,
      unit,
      scanScript(text, { module }).map((use) => ({ ...use, line: use.line + line - 1 })),
    );
    for (const name of boundNames(text)) scan.bound.add(name);
  } catch (error) {
    scan.sentences.push(`${unit} cannot be read as a script: ${error.message}`);
  }
}

/** What of a scan is not allowed, and what is allowed but not there any more; as sentences. */
export function objections({ uses, sentences }, list = allowed) {
  const met = new Map();
  const refused = uses.filter((use) => {
    const rule = list.find((one) => one.unit.test(use.unit) && one.api.test(use.api));
    if (!rule) return true;
    const key = `${list.indexOf(rule)} ${use.unit}`;
    met.set(rule, true).set(key, (met.get(key) ?? 0) + 1);
    return met.get(key) > (rule.times ?? Infinity);
  });
  return [
    ...sentences,
    ...refused.map(({ unit, api, line, code }) => `${unit}:${line} names ${api}: ${code.replace(/\s+/g, " ")}`),
    ...list
      .filter((rule) => !met.has(rule))
      .map((rule) => `Allowed but not there: ${rule.api} in ${rule.unit} (${rule.reason})`),
  ];
}

function main() {
  const folder = process.argv[2] ?? "dist";
  const scan = scanFolder(folder);
  const wrong = objections(scan);
  for (const sentence of wrong) console.error(sentence);
  const allowedUses = `${scan.uses.length} uses in ${folder}, ${allowed.length} reasons`;
  console.log(`no-network: ${allowedUses}, ${wrong.length} objections`);
  if (wrong.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
