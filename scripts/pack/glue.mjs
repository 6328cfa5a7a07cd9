// What wasm-bindgen writes beside the program, made smaller: its loader is cut out, since only web/boot.js may ask for
// anything, and what is left is a function without a name that gives `imports()` and `start(instance, module)`.
import { createRequire } from "node:module";

const esbuild = createRequire(new URL("../../web/editor/package.json", import.meta.url))("esbuild");

/** Where the program goes in web/boot.js. */
export const PLACE = '"the program"';

const HEAD = /^\s*let wasm_bindgen = \(function\(exports\) \{\s*let script_src;\s*if \([^{]*\{[^}]*\}\s*/;
const TAIL =
  /\n\s*async function __wbg_load\([^]*\n\s*return Object\.assign\(__wbg_init, [^;]*\);\s*\}\)\(\{ __proto__: null \}\);\s*$/;

/** Names of what could ask for something. */
const NETWORK = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|import\s*\(|currentScript)\b/;

/** The glue without its loader; throws a sentence when wasm-bindgen writes something else than is known here. */
export function trimmed(glue) {
  if (!HEAD.test(glue)) throw new Error("The glue of wasm-bindgen does not begin as scripts/pack/glue.mjs knows it.");
  if (!TAIL.test(glue)) throw new Error("The glue of wasm-bindgen does not end as scripts/pack/glue.mjs knows it.");
  const body = glue.replace(HEAD, "").replace(TAIL, "");
  for (const name of ["__wbg_get_imports", "__wbg_finalize_init"])
    if (!body.includes(`function ${name}(`)) throw new Error(`The glue of wasm-bindgen has no function ${name}.`);
  const network = body.match(NETWORK);
  if (network) throw new Error(`The glue of wasm-bindgen still names ${network[0]} without its loader.`);
  return `(exports = { __proto__: null }) => {
${body}
return { imports: __wbg_get_imports, start: __wbg_finalize_init };
}`;
}

/** The start script with the program in its place, made small. */
export function started(boot, glue) {
  if (boot.split(PLACE).length !== 2) throw new Error(`web/boot.js must hold ${PLACE} once, where the program goes.`);
  const before = `() => ${PLACE}`;
  const [head, tail] = boot.split(before);
  if (tail === undefined) throw new Error(`web/boot.js must hold ${before}.`);
  const { code } = esbuild.transformSync(`${head}${trimmed(glue)}${tail}`, {
    minify: true,
    legalComments: "none",
    charset: "utf8",
    target: "es2022",
  });
  return code;
}
