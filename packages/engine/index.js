// The engine for any host of JavaScript: it is given its WebAssembly and asks for nothing. `index.d.ts` describes it.
import * as glue from "./glue.js";

/** Why the engine did not answer: what was asked is wrong, or it was not started. */
export class PlimsollError extends Error {
  name = "PlimsollError";
}

/** The compiled engine, from which an instance that has trapped is made anew. */
let compiled = null;
let started = false;

export async function init(source) {
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
  start(module);
}

export function initSync(source) {
  start(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source));
}

function start(module) {
  const { exports } = new WebAssembly.Instance(module, { "./engine_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  compiled = module;
  started = true;
}

/** Half a character, as at a cut, becomes U+FFFD, since UTF-8 has no form for it. */
const wellFormed = (_key, value) => (typeof value === "string" ? value.toWellFormed() : value);

function call(request) {
  if (compiled === null) throw new PlimsollError("The engine is not started: await init(bytes) first.");
  if (!started) start(compiled);
  let answer;
  try {
    answer = JSON.parse(glue.call(JSON.stringify(request, wellFormed)));
  } catch (error) {
    // After a trap the memory of the instance is not to be trusted; the next call gets a new one.
    started = false;
    throw error;
  }
  if ("error" in answer) throw new PlimsollError(answer.error);
  return answer.ok;
}

export const check = (documents, options) => call({ function: "check", documents, options });

export const fix = (documents, { safety, ...options } = {}) => call({ function: "fix", documents, options, safety });

export const apply = (documents, edits) => call({ function: "apply", documents, edits });

export const coverage = (documents, options) => call({ function: "coverage", documents, options });

export const profiles = () => call({ function: "profiles" });

export const rules = () => call({ function: "rules" });

export const upgrade = (documents, { from, to }) => call({ function: "upgrade", documents, from, to });

export const explain = (rule, { format } = {}) => call({ function: "explain", rule, format });

export const exportReport = (documents, { format, mask, ...options }) =>
  call({ function: "export", documents, options, format, mask });

export { exportReport as export };

export const mask = (text) => call({ function: "mask", text });

export const secrets = (documents) => call({ function: "secrets", documents });

export const about = () => call({ function: "about" });
