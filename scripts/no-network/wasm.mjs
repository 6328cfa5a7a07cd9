// Reads what a WebAssembly module takes from outside and gives to it, and the names of APIs among its data.
import { NETWORK, ORDINARY, SINKS, STORAGE } from "./names.mjs";

const IMPORTS = 2;
const EXPORTS = 7;
const DATA = 11;

/** Kinds of imports: function, table, memory, global, tag. */
const KINDS = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };

/** `{ imports: [{ module, name }], exports: [name] }` of a module. */
export function interfaceOf(bytes) {
  const imports = [];
  const exports = [];
  for (const [id, body] of sections(bytes)) {
    if (id === IMPORTS) imports.push(...importsOf(body));
    if (id === EXPORTS) exports.push(...exportsOf(body));
  }
  return { imports, exports };
}

/** What a module's imports, exports and data name: `{ api, line, code }`, as of a script; `line` is always 0. */
export function scanWasm(bytes) {
  const { imports, exports } = interfaceOf(bytes);
  const found = [];
  for (const { module, name } of imports) {
    const api = apiIn(plainName(name));
    if (api) found.push({ api, line: 0, code: `import ${module} ${name}` });
  }
  for (const name of exports) if (apiIn(name)) found.push({ api: apiIn(name), line: 0, code: `export ${name}` });
  const data = [...sections(bytes)].filter(([id]) => id === DATA).map(([, body]) => body.toString("latin1"));
  for (const api of [...NETWORK, ...SINKS, ...STORAGE].filter((name) => !ORDINARY.has(name))) {
    const at = data.join("").search(new RegExp(`\\b${api}\\b`));
    if (at >= 0) found.push({ api: `"${api}"`, line: 0, code: data.join("").slice(Math.max(0, at - 30), at + 60) });
  }
  return found;
}

/** What wasm-bindgen makes a name of: without its prefix and its hash. */
export const plainName = (name) => name.replace(/^__wbg_/, "").replace(/_[0-9a-f]{16}$/, "");

function apiIn(name) {
  const all = [...NETWORK, ...SINKS, ...STORAGE, "open"];
  return all.find((api) => name.toLowerCase() === api.toLowerCase() || name === `set_${api}` || name === `new_${api}`);
}

function* sections(bytes) {
  if (bytes.subarray(0, 4).toString("latin1") !== "\0asm") throw new Error("this is no WebAssembly module");
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at];
    const [size, start] = number(bytes, at + 1);
    yield [id, bytes.subarray(start, start + size)];
    at = start + size;
  }
}

function importsOf(body) {
  const all = [];
  let [count, at] = number(body, 0);
  for (; count > 0; count--) {
    let module, name;
    [module, at] = text(body, at);
    [name, at] = text(body, at);
    at = behindImport(body, at);
    all.push({ module, name });
  }
  return all;
}

/** The offset behind the description of an import that begins at `at`. */
function behindImport(body, at) {
  const kind = body[at];
  if (kind === KINDS.function) return number(body, at + 1)[1];
  if (kind === KINDS.global) return at + 3;
  if (kind === KINDS.tag) return number(body, at + 2)[1];
  // A table has the type of its elements before its limits.
  const limits = kind === KINDS.table ? at + 2 : at + 1;
  const least = number(body, limits + 1)[1];
  return body[limits] & 1 ? number(body, least)[1] : least;
}

function exportsOf(body) {
  const all = [];
  let [count, at] = number(body, 0);
  for (; count > 0; count--) {
    let name;
    [name, at] = text(body, at);
    at = number(body, at + 1)[1];
    all.push(name);
  }
  return all;
}

/** A name at `at`, and the offset behind it. */
function text(bytes, at) {
  const [size, start] = number(bytes, at);
  return [bytes.subarray(start, start + size).toString("utf8"), start + size];
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
