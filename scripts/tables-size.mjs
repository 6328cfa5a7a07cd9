// Prints what the knowledge tables add to the page and fails when that is over its budget. It weighs the data of the
// example `tables` of crates/rules, which holds the tables as they lie in the page's wasm, and little else.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** Brotli bytes of settings, feature gates, admission plugins, requirements and descriptions. */
const MOST_BYTES = 60 * 1024;
/** The number of the data section in a WebAssembly module. */
const DATA = 11;

const path = process.argv[2];
if (!path) throw new Error("usage: node scripts/tables-size.mjs FILE.wasm");
const data = section(readFileSync(path), DATA);
const brotli = brotliCompressSync(data, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
}).length;
console.log(`knowledge tables: ${data.length} bytes, ${brotli} with brotli; the budget is ${MOST_BYTES}`);
if (brotli > MOST_BYTES) {
  console.error(`The knowledge tables are ${brotli - MOST_BYTES} bytes over their budget.`);
  process.exitCode = 1;
}

/** The contents of the section with this number. */
function section(wasm, wanted) {
  if (wasm.subarray(0, 4).toString("latin1") !== "\0asm") throw new Error(`${path} is no WebAssembly module`);
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [size, start] = number(wasm, at + 1);
    if (id === wanted) return wasm.subarray(start, start + size);
    at = start + size;
  }
  throw new Error(`${path} has no section ${wanted}`);
}

/** An unsigned LEB128 number at `at`, and the offset behind it. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}
