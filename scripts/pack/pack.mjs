// Makes two pages of one: `index.html`, which asks for the engine beside it, and `plimsoll.html`, which holds it.
// Called by scripts/finish with the folder in which Trunk has left what it built.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, gzipSync } from "node:zlib";
import { PLACE, started } from "./glue.mjs";
import { digested, rawTexts, replacedOnce, sealed, withIcon, withoutComments, withoutOrders } from "./html.mjs";

const ICON = fileURLToPath(new URL("../../web/assets/mark.svg", import.meta.url));

/** What Trunk leaves: the program's glue and the program. */
const GLUE = "page.js";
const WASM = "page_bg.wasm";

/** The engine as text: gzip, then base64. */
export function packed(wasm) {
  const gzip = gzipSync(wasm, { level: constants.Z_BEST_COMPRESSION, memLevel: constants.Z_MAX_MEMLEVEL });
  // The header's byte for the operating system that packed it.
  gzip[9] = 255;
  return gzip.toString("base64");
}

/** The page as both files share it. */
function shared(folder) {
  const built = readFileSync(join(folder, "index.html"), "utf8");
  const boot = rawTexts(built).find((text) => text.includes(PLACE));
  if (!boot) throw new Error("The built page does not hold web/boot.js.");
  const script = started(boot, readFileSync(join(folder, GLUE), "utf8"));
  const page = withoutOrders(withoutComments(replacedOnce(built, boot, script)));
  return withIcon(page, readFileSync(ICON, "utf8"));
}

/** `page` with `element`, which names or holds the engine, before its start script. */
const withEngine = (page, element) => replacedOnce(page, "<style>", `${element}\n    <style>`);

function pack(folder) {
  const wasm = readFileSync(join(folder, WASM));
  const page = shared(folder);
  const name = `plimsoll-${createHash("sha256").update(wasm).digest("hex").slice(0, 16)}.wasm`;
  const link = `<link id="engine" rel="preload" as="fetch" type="application/wasm" crossorigin href="${name}" />`;
  const block = `<script id="engine" type="application/gzip">${packed(wasm)}</script>`;
  writeFileSync(join(folder, "index.html"), digested(sealed(withEngine(page, link), ["connect-src 'self'"])).page);
  writeFileSync(join(folder, "plimsoll.html"), digested(sealed(withEngine(page, block), [])).page);
  writeFileSync(join(folder, name), wasm);
  for (const spare of [GLUE, WASM]) rmSync(join(folder, spare));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    pack(process.argv[2]);
  } catch (error) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}
