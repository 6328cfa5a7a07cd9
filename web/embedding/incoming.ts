// Reads what the page around the frame sends. Anything may arrive, from anyone: what is no message is ignored without
// a word, what is one but cannot be taken is refused with a sentence, and nothing throws.
import type { EmbedFile, EmbedSettings } from "../element/embed.d.ts";

/** Most files of one message. */
export const MOST_FILES = 64;
/** Most UTF-16 units of one file; the rules refuse more bytes than that. */
export const MOST_TEXT = 4 * 1024 * 1024;
/** Most UTF-16 units of a name, an id or a setting. */
export const MOST_WORD = 200;

/** The number of a question, which its answer bears. */
export type Id = number | string;

/** What can be asked of the frame. */
export type Wish =
  | {
      readonly type: "configure";
      readonly settings: EmbedSettings;
      readonly files: readonly EmbedFile[] | null;
      readonly packs: readonly EmbedFile[] | null;
    }
  | { readonly type: "set-content"; readonly files: readonly EmbedFile[] }
  | { readonly type: "get-content" | "get-report"; readonly id: Id }
  | { readonly type: "set-theme"; readonly theme: Theme }
  | { readonly type: "focus" }
  | { readonly type: "refused"; readonly message: string };

const THEMES = ["light", "dark", "auto"] as const;
export type Theme = (typeof THEMES)[number];

/** Settings that are words; `readonly` is the one that is not. */
const WORDS = ["kubernetes", "profile", "view", "drill", "theme", "height", "links"] as const;

type Fields = Readonly<Record<string, unknown>>;

/** The wish that a message holds; null when it is no message of this version. */
export function read(data: unknown): Wish | null {
  try {
    return isFields(data) && data["plimsoll"] === 1 ? wish(data) : null;
  } catch {
    // Only an object that throws when it is looked at, which no structured clone is.
    return null;
  }
}

function wish(data: Fields): Wish | null {
  switch (data["type"]) {
    case "configure":
      return configure(data);
    case "set-content": {
      const files = readFiles(data["files"]);
      return typeof files === "string" ? refused(files) : { type: "set-content", files };
    }
    case "get-content":
    case "get-report": {
      const id = data["id"];
      return isId(id) ? { type: data["type"], id } : null;
    }
    case "set-theme": {
      const theme = THEMES.find((name) => name === data["theme"]);
      return theme ? { type: "set-theme", theme } : null;
    }
    case "focus":
      return { type: "focus" };
    default:
      return null;
  }
}

function configure(data: Fields): Wish {
  const given = data["settings"] ?? {};
  if (!isFields(given)) return refused("The settings are no object. Nothing was changed.");
  const settings: Record<string, string | boolean> = {};
  for (const name of WORDS) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (!isWord(value)) return refused(`The setting ${name} is no short text. Nothing was changed.`);
    settings[name] = value;
  }
  const fixed = given["readonly"];
  if (fixed !== undefined && typeof fixed !== "boolean")
    return refused("The setting readonly is neither true nor false. Nothing was changed.");
  if (typeof fixed === "boolean") settings["readonly"] = fixed;
  const [files, packs] = [optionalFiles(data["files"]), optionalFiles(data["packs"])];
  if (typeof files === "string") return refused(files);
  return typeof packs === "string" ? refused(packs) : { type: "configure", settings, files, packs };
}

const optionalFiles = (value: unknown) => (value === undefined || value === null ? null : readFiles(value));

/** The files of a message, or why they are refused. */
function readFiles(value: unknown): readonly EmbedFile[] | string {
  if (!Array.isArray(value)) return "The files are no list. They were not taken.";
  if (value.length > MOST_FILES) return `There are ${value.length} files; the limit is ${MOST_FILES}. None was taken.`;
  const files: EmbedFile[] = [];
  for (const entry of value) {
    if (!isFields(entry) || !isWord(entry["name"]) || typeof entry["text"] !== "string")
      return "A file has no short name or no text. None was taken.";
    const { name, text, kind } = entry as { name: string; text: string; kind?: unknown };
    if (text.length > MOST_TEXT) return `${name} is too long; the limit for one file is 4 MiB. None was taken.`;
    if (kind !== undefined && kind !== null && !isWord(kind)) return `The kind of ${name} is no short text.`;
    files.push(typeof kind === "string" ? { name, text, kind } : { name, text });
  }
  return files;
}

const refused = (message: string): Wish => ({ type: "refused", message });
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isWord = (value: unknown): value is string => typeof value === "string" && value.length <= MOST_WORD;
const isId = (value: unknown): value is Id => (typeof value === "number" && Number.isFinite(value)) || isWord(value);
