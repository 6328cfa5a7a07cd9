// The page as text: what stands inline in it, its policy, its digest. Pure functions; each throws a sentence when the
// page is not what it relies on.
import { createHash } from "node:crypto";

const POLICY = 'http-equiv="Content-Security-Policy" content="sealed by scripts/pack"';
const ICON = 'rel="icon" href="sealed by scripts/pack"';
const DIGEST = /name="plimsoll-digest" content="[0-9a-f]{64}"/g;
const ZEROED = `name="plimsoll-digest" content="${"0".repeat(64)}"`;

/** The elements whose text is no markup: whole, opening tag, name, text. */
const RAW = /(<(script|style)\b[^>]*>)([\s\S]*?)<\/\2>/g;

/** `page` with `old`, which must stand in it once, replaced by `fresh` as it is. */
export function replacedOnce(page, old, fresh) {
  if (page.split(old).length !== 2) throw new Error(`The built page must hold this once: ${old}`);
  return page.replace(old, () => fresh);
}

/** The texts of the scripts and styles of `page`. */
export const rawTexts = (page) => [...page.matchAll(RAW)].map((raw) => raw[3]);

/** `page` without the comments of its markup; what stands in scripts and styles is kept. */
export function withoutComments(page) {
  let at = 0;
  let out = "";
  const plain = (text) => text.replace(/\s*<!--[\s\S]*?-->/g, "");
  for (const raw of page.matchAll(RAW)) {
    out += plain(page.slice(at, raw.index)) + raw[0];
    at = raw.index + raw[0].length;
  }
  return out + plain(page.slice(at));
}

/** `page` without the elements that were meant for Trunk. */
export const withoutOrders = (page) => page.replace(/\s*<link\b[^>]*\sdata-trunk[^>]*>/g, "");

/** `page` with its icon inside. */
export function withIcon(page, svg) {
  const address = `data:image/svg+xml,${encodeURIComponent(svg.replace(/>\s+</g, "><").trim())}`;
  return replacedOnce(page, ICON, `rel="icon" href="${address.replaceAll("'", "%27")}"`);
}

/** `page` with a policy that allows what stands in it and nothing else, but for what `connect` says. */
export function sealed(page, connect) {
  const scripts = [];
  const styles = [];
  for (const [, open, name, text] of page.matchAll(RAW)) {
    if (/\ssrc=/.test(open)) throw new Error(`The page is to hold its scripts itself, but has ${open}.`);
    if (text.includes("\r") || text.includes("<!--")) throw new Error(`A ${name} of the page holds CR or <!--.`);
    if (/\stype=/.test(open)) continue;
    const hash = `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    (name === "script" ? scripts : styles).push(hash);
  }
  if (scripts.length === 0 || styles.length === 0) throw new Error("The page holds no script or no style of its own.");
  const markup = page.replace(RAW, "");
  const outside = markup.match(/\s(?:src|href)="(?:https?:)?\/\/[^"]*/);
  if (outside) throw new Error(`The page may load nothing from elsewhere, but has${outside[0]}.`);
  const styled = markup.match(/<[^>]+\s(?:style|on\w+)=/);
  if (styled) throw new Error(`The policy allows no inline style and no handler, but the page has ${styled[0]}.`);
  const policy = [
    "default-src 'none'",
    `script-src 'wasm-unsafe-eval' ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "img-src data:",
    ...connect,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types plimsoll plimsoll-self-test",
  ].join("; ");
  return replacedOnce(page, POLICY, `http-equiv="Content-Security-Policy" content="${policy}"`);
}

/** `page` with its own digest in it: the SHA-256 of the page while 64 zeros stand in the digest's place. */
export function digested(page) {
  const zeroed = replacedOnce(page.replace(DIGEST, ZEROED), ZEROED, ZEROED);
  const digest = createHash("sha256").update(zeroed).digest("hex");
  return { digest, page: zeroed.replace(ZEROED, ZEROED.replace("0".repeat(64), digest)) };
}
