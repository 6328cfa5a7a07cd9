// Prints the size of what is built and fails when the first load of the hosted page, or the single file, is over its
// budget. Everything else is loaded only when someone asks for it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Brotli bytes of everything that a first visit loads. The aim is 350 KB; this limit holds what is reached so far. */
const MOST_BYTES = 744 * 1024;
/** Bytes of the single file as it is. */
const MOST_ALONE = 1600 * 1000;

/** What a first visit loads; tests/browser/start.test.mjs sees that it is nothing else. */
const FIRST = /^(?:index\.html|plimsoll-[0-9a-f]+\.wasm)$/;
const ALONE = "plimsoll.html";

const folder = process.argv[2] ?? "dist";
const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort()
  .map((path) => {
    const bytes = readFileSync(path);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    return {
      name: path.slice(folder.length + 1),
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotli.length,
    };
  });
const rows = all.filter((row) => FIRST.test(row.name));
const alone = all.find((row) => row.name === ALONE);
const later = all.filter((row) => !FIRST.test(row.name) && row !== alone);
const sum = (some, name) => {
  const of = (column) => some.reduce((total, row) => total + row[column], 0);
  return { name, raw: of("raw"), gzip: of("gzip"), brotli: of("brotli") };
};
const total = sum(rows, "first load");

const line = ({ name, raw, gzip, brotli }) =>
  [name.padEnd(36), ...[raw, gzip, brotli].map((cell) => String(cell).padStart(10))].join("");
for (const row of [{ name: "file", raw: "raw", gzip: "gzip", brotli: "brotli" }, ...rows, total])
  console.log(line(row));
console.log(line(alone));
console.log(line(sum(later, `${later.length} files when asked for`)));

if (rows.length !== 2) fail(`The first load is to be two files, not ${rows.length}.`);
if (total.brotli > MOST_BYTES) fail(`The first load is ${total.brotli} bytes of brotli; the budget is ${MOST_BYTES}.`);
if (alone.raw > MOST_ALONE) fail(`${ALONE} is ${alone.raw} bytes; the budget is ${MOST_ALONE}.`);

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
