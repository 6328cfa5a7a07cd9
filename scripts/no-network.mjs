// Reads everything that is shipped and fails when any of it could reach out, run text as code, or store something,
// unless scripts/no-network/allowed.mjs names the use with its reason: node scripts/no-network.mjs [FOLDER]
// What a script hides from a reader (names put together at run time) it cannot see; refusing that is the policy's part.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { allowed } from "./no-network/allowed.mjs";
import { boundNames, scanScript } from "./no-network/javascript.mjs";
import { elementsOf, inlineScripts, scanElements } from "./no-network/markup.mjs";
import { urlsOf } from "./no-network/styles.mjs";
import { interfaceOf, scanWasm } from "./no-network/wasm.mjs";

/** Files that hold neither code nor addresses that anything follows. */
const INERT = new Set([".png", ".txt"]);

/**
 * Everything that a folder of the built page names: `{ uses, sentences }`. Each use is `{ unit, api, line, code }`, each
 * sentence tells of something else that is wrong, such as a file of a kind that nobody reads.
 */
export function scanFolder(folder) {
  const files = filesOf(folder);
  const scan = { uses: [], sentences: [], bound: new Set(), imported: [] };
  for (const file of files) scanFile(folder, file, new Set(files), scan);
  for (const name of scan.imported) {
    if (!scan.bound.has(name)) scan.sentences.push(`A wasm module imports ${name}, which no script that was read binds.`);
  }
  return { uses: scan.uses, sentences: scan.sentences };
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

function scanFile(folder, file, files, scan) {
  const bytes = readFileSync(join(folder, file));
  const add = (unit, uses) => scan.uses.push(...uses.map((use) => ({ unit, ...use })));
  switch (extname(file)) {
    case ".js":
    case ".mjs":
      return addScript(file, bytes.toString(), true, scan);
    case ".wasm":
      scan.imported.push(...interfaceOf(bytes).imports.map(({ name }) => name));
      return add(file, scanWasm(bytes));
    case ".css":
      return add(file, urlsOf(bytes.toString()).map((url) => ({ api: "url()", line: 0, code: url })));
    case ".html":
    case ".svg":
      return scanPage(file, bytes.toString(), files, scan);
    default:
      if (!INERT.has(extname(file))) scan.sentences.push(`${file} is of a kind that this check does not read.`);
  }
}

function scanPage(file, text, files, scan) {
  const elements = elementsOf(text);
  const isBeside = (address) => files.has(normalize(join(dirname(file), address.replace(/[?#].*$/s, ""))));
  scan.uses.push(...scanElements(elements, isBeside).map((use) => ({ unit: file, ...use })));
  for (const script of inlineScripts(elements)) addScript(`${file}#script`, script.text, script.module, scan, script.line - 1);
}

function addScript(unit, source, module, scan, offset = 0) {
  try {
    const uses = scanScript(source, { module });
    scan.uses.push(...uses.map((use) => ({ unit, ...use, line: use.line + offset })));
    for (const name of boundNames(source)) scan.bound.add(name);
  } catch (error) {
    scan.sentences.push(`${unit} cannot be read as a script: ${error.message}`);
  }
}

/** What of a scan is not allowed, and what is allowed but not there any more; as sentences. */
export function objections({ uses, sentences }, list = allowed) {
  const met = new Set();
  const refused = uses.filter((use) => {
    const rule = list.find((one) => one.api === use.api && one.unit.test(use.unit) && (one.code?.test(use.code) ?? true));
    if (rule) met.add(rule);
    return !rule;
  });
  return [
    ...sentences,
    ...refused.map(({ unit, api, line, code }) => `${unit}:${line} names ${api}: ${code.replace(/\s+/g, " ")}`),
    ...list.filter((rule) => !met.has(rule)).map((rule) => `Allowed but not there: ${rule.api} in ${rule.unit} (${rule.reason})`),
  ];
}

function main() {
  const folder = process.argv[2] ?? "dist";
  const scan = scanFolder(folder);
  const wrong = objections(scan);
  for (const sentence of wrong) console.error(sentence);
  console.log(
    `no-network: ${scan.uses.length} uses in ${folder}, each allowed for a reason; ${wrong.length} objections`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
