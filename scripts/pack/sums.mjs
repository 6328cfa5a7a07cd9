// Writes the sums of everything that is published: `PAGE-DIGESTS`, the numbers that the pages show of themselves, and
// `SHA256SUMS`, which `sha256sum -c` reads, of every other file. The last step, since nothing may change afterwards.
//   node scripts/pack/sums.mjs FOLDER
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { digested } from "./html.mjs";

/** The pages that show their own digest. */
const PAGES = ["index.html", "plimsoll.html"];
const SUMS = "SHA256SUMS";

/** The names of all files below `folder`, in one order on every machine. */
export function files(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
  return names.map((name) => name.split(sep).join("/")).sort();
}

function write(folder) {
  const lines = (pairs) => pairs.map(([sum, name]) => `${sum}  ${name}\n`).join("");
  const own = PAGES.map((name) => [digested(readFileSync(join(folder, name), "utf8")).digest, name]);
  writeFileSync(join(folder, "PAGE-DIGESTS"), lines(own));
  const sum = (name) => createHash("sha256").update(readFileSync(join(folder, name))).digest("hex");
  const all = files(folder).filter((name) => name !== SUMS);
  writeFileSync(join(folder, SUMS), lines(all.map((name) => [sum(name), name])));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write(process.argv[2]);
