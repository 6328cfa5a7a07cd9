// The frame's end of the line to the page around it. It listens to its parent alone, answers nobody before the first
// `configure`, and from then on only the origin that sent it. No text leaves but in the answer to a question.
import type { EmbedError, EmbedSettings, EmbedVersions, FrameMessage } from "../element/embed.d.ts";
import { Height } from "./height.ts";
import { type Id, read, type Theme, type Wish } from "./incoming.ts";
import { Links } from "./links.ts";

/** Most questions that wait for a report at once; more are refused. */
const MOST_WAITING = 64;

/**
 * What the page does for the host. `configure`, `set-content` and `set-packs` take settings as a fragment and files as
 * name, kind and text in turn, and return why something was refused, or an empty text; the questions return the files in the same
 * way, and the report as JSON, null while there is none.
 */
export type Page = (type: string, settings: string, files: string[] | null) => unknown;

/** What the host learns of every report. */
type Summary = Extract<FrameMessage, { type: "report" }>;

export class Channel {
  readonly #page: Page;
  readonly #versions: EmbedVersions;
  readonly #height = new Height((height) => this.#tell({ type: "resize", height }));
  readonly #links = new Links((link) => this.#tell({ type: "open", ...link }));
  /** The origin that may talk to the frame; null before it has one. */
  #origin: string | null = null;
  #summary: Omit<Summary, "plimsoll" | "type"> | null = null;
  #waiting: Id[] = [];

  constructor(versions: EmbedVersions, page: Page) {
    this.#page = page;
    this.#versions = versions;
    addEventListener("message", (event) => this.#take(event));
    // Nothing but versions, so that it may go to whoever put the frame there.
    this.#post({ type: "ready", ...this.#versions }, "*");
  }

  /** Says what was found; `summary` is JSON. */
  report(summary: string): void {
    this.#summary = JSON.parse(summary);
    this.#tellReport();
  }

  /** Says that the user changed the text, not how. */
  changed(): void {
    this.#tell({ type: "changed" });
  }

  /** Says that nothing can be checked. */
  failed(message: string): void {
    this.#refuse("engine", message);
    for (const id of this.#waiting.splice(0)) this.#refuse("engine", message, id);
  }

  /** Says why a pack of drills was not taken. */
  refused(message: string): void {
    this.#refuse("pack", message);
  }

  #take(event: MessageEvent): void {
    if (event.source !== parent || parent === window) return;
    if (this.#origin !== null && event.origin !== this.#origin) return;
    const wish = read(event.data);
    if (!wish || (this.#origin === null && event.data.type !== "configure")) return;
    this.#origin = event.origin;
    this.#grant(wish);
  }

  #grant(wish: Wish): void {
    switch (wish.type) {
      case "configure":
        // First, since the settings may name a drill of theirs.
        if (wish.packs) this.#page("set-packs", "", flat(wish.packs));
        return this.#configure(wish.settings, wish.files && flat(wish.files));
      case "set-content":
        return this.#refuse("content", this.#page("set-content", "", flat(wish.files)));
      case "get-content":
        return this.#tell({ type: "content", id: wish.id, files: unflat(this.#page("get-content", "", null)) });
      case "get-report":
        if (this.#waiting.length >= MOST_WAITING)
          return this.#refuse("report", "Too many questions are waiting for the report.", wish.id);
        this.#waiting.push(wish.id);
        return this.#answer();
      case "set-theme":
        return setTheme(wish.theme);
      case "focus":
        return document.querySelector<HTMLElement & { focusEditor?(): void }>("plimsoll-editor")?.focusEditor?.();
      case "refused":
        return this.#refuse("content", wish.message);
    }
  }

  #configure(settings: EmbedSettings, files: string[] | null): void {
    const { theme, height, links, ...others } = settings;
    if (theme === "light" || theme === "dark" || theme === "auto") setTheme(theme);
    else if (theme !== undefined) this.#refuse("setting", `The theme ${theme} is not light, dark or auto.`);
    if (height !== undefined) this.#height.follow(height === "auto");
    if (links !== undefined) this.#links.hand(links === "host");
    const pairs = Object.entries(others).map(([key, value]) => `${key}=${encodeURIComponent(word(value))}`);
    this.#refuse("setting", this.#page("configure", pairs.join("&"), files));
    // With files another report follows.
    if (!files) this.#tellReport();
  }

  #tellReport(): void {
    if (!this.#summary) return;
    this.#tell({ type: "report", ...this.#summary });
    this.#answer();
  }

  /** Answers those who wait for the report, when it is there. */
  #answer(): void {
    if (this.#waiting.length === 0 || !this.#summary) return;
    const report = this.#page("get-report", "", null);
    if (typeof report !== "string") return;
    for (const id of this.#waiting.splice(0))
      this.#tell({ type: "report", ...this.#summary, id, report: JSON.parse(report) });
  }

  #refuse(code: EmbedError["code"], message: unknown, id?: Id): void {
    if (typeof message !== "string" || message === "") return;
    this.#tell(id === undefined ? { type: "error", code, message } : { type: "error", code, message, id });
  }

  #tell(message: Plain<FrameMessage>): void {
    // A parent without an origin cannot be named; that it is the parent is known all the same.
    if (this.#origin !== null) this.#post(message, this.#origin === "null" ? "*" : this.#origin);
  }

  #post(message: Plain<FrameMessage>, origin: string): void {
    if (parent !== window) parent.postMessage({ plimsoll: 1, ...message }, origin);
  }
}

/** A message before it bears its version. */
type Plain<Message> = Message extends unknown ? Omit<Message, "plimsoll"> : never;

function setTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

const word = (value: string | boolean) => (typeof value === "boolean" ? (value ? "1" : "0") : value);

const flat = (files: readonly { name: string; text: string; kind?: string }[]) =>
  files.flatMap(({ name, text, kind }) => [name, kind ?? "", text]);

function unflat(words: unknown): { name: string; kind: string; text: string }[] {
  const files = [];
  const all = Array.isArray(words) ? words.map(String) : [];
  for (let at = 0; at + 2 < all.length; at += 3)
    files.push({ name: all[at] ?? "", kind: all[at + 1] ?? "", text: all[at + 2] ?? "" });
  return files;
}
