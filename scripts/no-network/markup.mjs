// Finds in a page what it would load or run, and takes out its inline scripts, styles and policy.
import { gunzipSync } from "node:zlib";
import { ADDRESSES, LOADERS } from "./names.mjs";
import { urlsOf } from "./styles.mjs";

const TAG = /<!--[\s\S]*?-->|<([a-z][a-z0-9:-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?|\s*\/)*)\s*>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

/** Elements whose content is text up to their end tag. */
const RAW = new Set(["script", "style", "textarea", "title"]);

/**
 * What a page holds: `elements` as `{ name, attributes, text, line }`, where `text` is the content of scripts and
 * styles, and `line` is counted from 1.
 */
export function elementsOf(html) {
  const elements = [];
  TAG.lastIndex = 0;
  for (let match; (match = TAG.exec(html)); ) {
    if (!match[1]) continue;
    const name = match[1].toLowerCase();
    const element = { name, attributes: attributesOf(match[2]), text: "", line: lineAt(html, match.index) };
    if (RAW.has(name)) {
      const end = html.slice(TAG.lastIndex).search(new RegExp(`</${name}\\b`, "i"));
      const stop = end < 0 ? html.length : TAG.lastIndex + end;
      element.text = html.slice(TAG.lastIndex, stop);
      TAG.lastIndex = stop;
    }
    elements.push(element);
  }
  return elements;
}

const attributesOf = (text) =>
  new Map([...text.matchAll(ATTRIBUTE)].map((one) => [one[1].toLowerCase(), one[2] ?? one[3] ?? one[4] ?? ""]));

const lineAt = (text, at) => text.slice(0, at).split("\n").length;

/** What the elements of a page name: `{ api, line, code }`, as of a script. `isBeside` tells the page's own files. */
export function scanElements(elements, isBeside) {
  const found = [];
  for (const { name, attributes, text, line } of elements) {
    const add = (api, code) => found.push({ api, line, code: `<${name}> ${code}`.slice(0, 120) });
    for (const [key, value] of attributes) {
      if (key.startsWith("on")) add("handler", `${key}="${value}"`);
      if (key === "style") for (const url of urlsOf(value)) add("url()", url);
      if (key === "srcdoc") add("srcdoc", value);
      if (ADDRESSES.has(key) && !isHarmless(name, key, value, isBeside)) add(key, value);
    }
    if (name === "meta" && /refresh/i.test(attributes.get("http-equiv") ?? "")) add("refresh", attributes.get("content"));
    if (["base", "iframe", "frame", "form", "object", "embed"].includes(name)) add(name, "");
    if (name === "style") for (const url of urlsOf(text)) add("url()", url);
  }
  return found;
}

/** Links go nowhere by themselves; what loads may name files that lie beside the page, or hold its data itself. */
function isHarmless(name, key, value, isBeside) {
  if (value === "" || value.startsWith("#")) return true;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(value)) return name !== "a" && LOADERS.has(name) && /^data:image\//i.test(value);
  return (name === "a" && key === "href") || isBeside(value);
}

/** The engine that the single file holds packed, as bytes; null for any other page. */
export function packedEngine(elements) {
  const block = elements.find(({ name, attributes }) => name === "script" && attributes.get("type") === "application/gzip");
  return block ? gunzipSync(Buffer.from(block.text, "base64")) : null;
}

/** Scripts of a page that stand in it, data blocks apart: `{ text, line, module }`. */
export function inlineScripts(elements) {
  const types = ["", "module", "text/javascript", "application/javascript"];
  return elements
    .filter(({ name, attributes }) => name === "script" && !attributes.has("src"))
    .filter(({ attributes }) => types.includes((attributes.get("type") ?? "").toLowerCase()))
    .map(({ text, line, attributes }) => ({ text, line, module: attributes.get("type") === "module" }));
}
