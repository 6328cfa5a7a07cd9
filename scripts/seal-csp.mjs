// Trunk's last step: writes the hashes of the inline scripts into the content security policy of the built page, and
// the build number that keeps a cached worker from meeting a newer page.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PLACEHOLDER = "'sha256-inline'";
const UNSEALED = 'name="plimsoll-build" content="unsealed"';

/** The page with its policy sealed; throws a sentence when the page breaks a rule that the policy relies on. */
export function seal(html, build) {
  const inline = [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = inline.map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  if (hashes.length === 0)
    throw new Error("The built page has no inline script; Trunk has not added its start script.");
  if (html.split(PLACEHOLDER).length !== 2) throw new Error(`index.html must hold ${PLACEHOLDER} once, in its policy.`);
  if (!html.includes(UNSEALED)) throw new Error(`index.html must hold ${UNSEALED}.`);
  const outside = html.match(/\s(?:src|href)="?(?:https?:)?\/\/[^">\s]*/);
  if (outside) throw new Error(`The page may load nothing from elsewhere, but has${outside[0]}.`);
  const styled = html.match(/<style\b|<[^>]+\sstyle=/);
  if (styled) throw new Error(`The policy allows no inline style, but the page has ${styled[0]}.`);
  return html
    .replace(PLACEHOLDER, [...new Set(hashes)].join(" "))
    .replace(UNSEALED, UNSEALED.replace("unsealed", build));
}

function digest(folder, files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}

const staging = process.env.TRUNK_STAGING_DIR;
if (staging) {
  const page = join(staging, "index.html");
  writeFileSync(page, seal(readFileSync(page, "utf8"), digest(staging, ["worker.js", "worker_bg.wasm"])));
}
