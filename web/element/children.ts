// The files that stand as children of the element, so that they can be read where no script runs:
//   <pre><code data-name="config.yaml">…</code></pre>                       shown until the linter is there
//   <script type="text/plain" data-name="kubelet.service">…</script>         not shown
//   <script type="application/yaml" data-pack>…</script>                     a pack of drills, not shown
import type { EmbedFile, EmbedPack } from "./embed.d.ts";

/** Where the text of one file stands. */
const FILES = ':is(pre, script[type="text/plain"], script[type="application/yaml"]):not([data-pack])';
/** Where the text of one pack of drills stands. */
const PACKS = ':is(pre, script[type="text/plain"], script[type="application/yaml"])[data-pack]';

/** The files among the children. `kind` and `name` are for a file that does not name its own. */
export function childFiles(host: HTMLElement, kind: string | null, name: string | null): EmbedFile[] {
  return [...host.querySelectorAll<HTMLElement>(FILES)].map((place, at) => {
    const code = place.querySelector<HTMLElement>("code");
    const say = (key: string) => code?.dataset[key] ?? place.dataset[key];
    const text = place.localName === "script" ? outdent(place.textContent ?? "") : shown(code ?? place);
    return file(text, say("kind") ?? kind, say("name") ?? (at === 0 ? name : null), at);
  });
}

/** The packs of drills among the children. */
export function childPacks(host: HTMLElement): EmbedPack[] {
  return [...host.querySelectorAll<HTMLElement>(PACKS)].map((place, at, all) => {
    const text = place.localName === "script" ? outdent(place.textContent ?? "") : shown(place);
    return { name: place.dataset["name"] || (all.length > 1 ? `pack ${at + 1}` : "pack"), text };
  });
}

/** A file; one without a name is numbered. */
export function file(text: string, kind: string | null, name: string | null, at = 0): EmbedFile {
  const named = { name: name || (at === 0 ? "untitled" : `untitled-${at + 1}`), text };
  return kind ? { ...named, kind } : named;
}

/** The text as it is shown: highlighters end lines with `<br>`, and put copy buttons beside the text. */
function shown(place: Node): string {
  let text = "";
  for (const node of place.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? "";
    else if (node instanceof HTMLBRElement) text += "\n";
    else if (node instanceof HTMLElement && node.localName !== "button") text += shown(node);
  }
  return text;
}

/** The text without the line end after the opening tag, and without the indentation that all its lines share. */
function outdent(text: string): string {
  const lines = text.replace(/^[ \t]*\r?\n/, "").replace(/[ \t]+$/, "").split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  const depth = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(Math.min(depth, line.length))).join("\n");
}
