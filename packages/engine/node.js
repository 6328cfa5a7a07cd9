// The engine for Node.js: it reads its WebAssembly from the file beside it, so that nothing needs to be started.
import { readFileSync } from "node:fs";
import { initSync } from "./index.js";

initSync(readFileSync(new URL("./engine.wasm", import.meta.url)));

export * from "./index.js";
