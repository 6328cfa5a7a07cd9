// <plimsoll-linter>: the linter inside a page, in a sandboxed frame of the single-file page. What stands inside the
// element is its content, and stays readable where no script runs, until the linter is there, and when it does not come.
import type { Answer } from "./answers.ts";
import { childFiles, childPacks, file } from "./children.ts";
import type { EmbedFile, EmbedSettings, PlimsollLinterEvents } from "./embed.d.ts";
import { Frame } from "./frame.ts";
import { SHEET } from "./sheet.ts";

/** How long the frame may take from having loaded to being ready, in milliseconds. */
const PATIENCE = 20_000;
/** Where the linter is when `src` does not say. */
const BESIDE = new URL("plimsoll.html", import.meta.url);
const TITLE = "Plimsoll, linter for Kubernetes configuration";

/** Attributes that are settings of the frame, and what holds where one is taken away. */
const SETTINGS = { kubernetes: "auto", profile: "everything", view: "findings", theme: "auto" } as const;
/** Attributes that say what the content is. */
const CONTENT = ["content", "kind", "name"];

class PlimsollLinter extends HTMLElement {
  static readonly observedAttributes = [...Object.keys(SETTINGS), ...CONTENT, "drill", "readonly", "height", "label", "src"];

  readonly #box = document.createElement("div");
  readonly #text = document.createElement("div");
  readonly #children = new MutationObserver(() => this.#contentChanged());
  #frame: Frame | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Set by script; they win over the attribute and the children. */
  #given: readonly EmbedFile[] | null = null;
  /** What the frame was given last, to tell whether there is something new. */
  #sent = "";
  #sentPacks = "[]";
  #configured = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [SHEET];
    this.#box.className = "box";
    this.#text.className = "text";
    this.#text.append(document.createElement("slot"));
    this.#box.append(this.#text);
    root.append(this.#box);
  }

  connectedCallback(): void {
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    this.#start();
  }

  disconnectedCallback(): void {
    this.#children.disconnect();
    this.#stop();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.#frame) return;
    if (name === "src") this.#start();
    else if (name === "height") this.#size();
    else if (name === "label") this.#frame.element.title = this.#title();
    else if (CONTENT.includes(name)) this.#contentChanged();
    else if (!this.#configured) return;
    else if (name === "drill") this.#frame.send({ type: "configure", settings: now === null ? {} : { drill: now } });
    else if (name === "theme") this.#frame.send({ type: "configure", settings: { theme: now ?? SETTINGS.theme } });
    else this.#frame.send({ type: "configure", settings: this.#settings([name]) });
  }

  /** The files to check. */
  get files(): readonly EmbedFile[] {
    if (this.#given) return this.#given;
    const [kind, name] = [this.getAttribute("kind"), this.getAttribute("name")];
    const content = this.getAttribute("content");
    return content === null ? childFiles(this, kind, name) : [file(content, kind, name)];
  }

  set files(files: readonly EmbedFile[]) {
    this.#given = Array.isArray(files) ? files : null;
    this.#contentChanged();
  }

  /** Checks other files, or one text. */
  setContent(content: string | readonly EmbedFile[]): void {
    const [kind, name] = [this.getAttribute("kind"), this.getAttribute("name")];
    this.#sent = "";
    this.files = typeof content === "string" ? [file(content, kind, name)] : content;
  }

  /** Asks for the files as they are now. Frameworks that set properties may set the attribute by it. */
  get content(): () => Promise<readonly Required<EmbedFile>[]> {
    return async () => this.#framed().content();
  }

  set content(text: unknown) {
    this.setAttribute("content", String(text));
  }

  /** Asks for the report as the command line prints it in JSON. */
  async report(): Promise<object> {
    return this.#framed().report();
  }

  /** Moves the focus into the editor. */
  override focus(): void {
    this.#frame?.element.focus();
    this.#frame?.send({ type: "focus" });
  }

  #framed(): Frame {
    if (!this.#frame) throw new Error("The linter is not in a page.");
    return this.#frame;
  }

  #start(): void {
    this.#stop();
    const address = this.#address();
    if (!address) return this.#fail(`${this.getAttribute("src")} is no address of a page.`);
    address.hash = `embed=1&${this.#fragment([...Object.keys(SETTINGS), "readonly"])}`;
    const frame = new Frame(address, this.#title(), (answer) => this.#told(answer));
    frame.element.addEventListener("load", () => this.#loaded(), { once: true });
    this.#frame = frame;
    this.#show("waiting");
    this.#size();
    this.#box.append(frame.element);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#configured = false;
    this.#frame?.close();
    this.#frame?.element.remove();
    this.#frame = null;
  }

  /** Where the linter is; null for an address that is none of a page. */
  #address(): URL | null {
    const src = this.getAttribute("src");
    if (!src) return new URL(BESIDE);
    const address = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : null;
    return address && ["https:", "http:", "file:"].includes(address.protocol) ? address : null;
  }

  #loaded(): void {
    if (this.#configured) return;
    this.#timer = setTimeout(() => this.#fail("The linter did not start, so only the text is shown."), PATIENCE);
  }

  #fail(message: string): void {
    this.#show("failed");
    this.#emit("plimsoll-error", { code: "frame", message });
  }

  #told(answer: Answer): void {
    switch (answer.type) {
      case "ready":
        this.#configure();
        return this.#emit("plimsoll-ready", answer.versions);
      case "report":
        // Only now, so that nobody sees the frame before it holds the text.
        this.#show("ready");
        return this.#emit("plimsoll-report", answer.report);
      case "changed":
        return this.#emit("plimsoll-change", null);
      case "resize":
        if (this.#isAuto()) this.#box.style.height = `${answer.height}px`;
        return;
      case "open":
        return this.#open(answer.rule);
      case "error":
        if (answer.error.code === "engine") this.#show("ready");
        return this.#emit("plimsoll-error", answer.error);
    }
  }

  #configure(): void {
    clearTimeout(this.#timer);
    const frame = this.#framed();
    const files = this.files;
    this.#sent = JSON.stringify(files);
    const packs = childPacks(this);
    this.#sentPacks = JSON.stringify(packs);
    const drill = this.getAttribute("drill");
    const settings = {
      ...this.#settings(["readonly", ...this.#named()]),
      ...(drill === null ? {} : { drill }),
      links: "host",
      height: this.#fit(),
    } as const;
    const given = { ...(files.length > 0 ? { files } : {}), ...(packs.length > 0 ? { packs } : {}) };
    frame.send({ type: "configure", settings, ...given });
    this.#configured = true;
    frame.flush();
  }

  #contentChanged(): void {
    if (!this.#frame || !this.#configured) return;
    this.#packsChanged();
    const files = this.files;
    const now = JSON.stringify(files);
    // Mutations that change no text are many: highlighters, copy buttons.
    if (now === this.#sent || files.length === 0) return;
    this.#sent = now;
    this.#frame.send({ type: "set-content", files });
  }

  #packsChanged(): void {
    const packs = childPacks(this);
    const now = JSON.stringify(packs);
    if (now === this.#sentPacks) return;
    this.#sentPacks = now;
    this.#frame?.send({ type: "configure", packs });
  }

  /** The settings that are given as attributes. */
  #named(): string[] {
    return Object.keys(SETTINGS).filter((name) => this.hasAttribute(name));
  }

  #settings(names: readonly string[]): EmbedSettings {
    const value = (name: string) =>
      name === "readonly" ? this.#isReadOnly() : (this.getAttribute(name) ?? SETTINGS[name as keyof typeof SETTINGS]);
    return Object.fromEntries(names.map((name) => [name, value(name)]));
  }

  /** Those of the settings that are given, as the fragment of an address. */
  #fragment(names: readonly string[]): string {
    const given = names.filter((name) => this.hasAttribute(name));
    const written = Object.entries(this.#settings(given)).map(([name, value]) => [name, value === true ? "1" : value]);
    const pairs = written.filter(([, value]) => value !== false);
    return pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&");
  }

  #isReadOnly(): boolean {
    return this.hasAttribute("readonly") && this.getAttribute("readonly") !== "false";
  }

  #isAuto(): boolean {
    return (this.getAttribute("height") ?? "auto") === "auto";
  }

  #fit(): "auto" | "fixed" {
    return this.#isAuto() ? "auto" : "fixed";
  }

  #title(): string {
    return this.getAttribute("label") || TITLE;
  }

  /** Takes the height that the attribute names; `auto` follows the frame. */
  #size(): void {
    const height = this.getAttribute("height") ?? "auto";
    this.#box.style.height = "";
    if (height !== "auto") this.#box.style.height = /^\d+$/.test(height) ? `${height}px` : height;
    if (this.#configured) this.#frame?.send({ type: "configure", settings: { height: this.#fit() } });
  }

  #show(state: "waiting" | "ready" | "failed"): void {
    this.#box.className = `box ${state}`;
    // A text that may scroll must be reachable by keyboard, and have a name.
    this.#text.tabIndex = 0;
    this.#text.role = "group";
    this.#text.ariaLabel = this.#title();
  }

  /** Opens the linter or the page of a rule in a tab of its own, with the settings and without the text. */
  #open(rule: string | null): void {
    const address = this.#address();
    if (!address || navigator.userActivation?.isActive === false) return;
    const target = rule ? new URL(`rules/${rule}.html`, address) : address;
    if (!rule) target.hash = this.#fragment(["kubernetes", "profile", "view"]);
    open(target, "_blank", "noopener");
  }

  #emit<Name extends keyof PlimsollLinterEvents>(name: Name, detail: PlimsollLinterEvents[Name]["detail"]): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("plimsoll-linter")) customElements.define("plimsoll-linter", PlimsollLinter);
