/**
 * Types of the embedded page: the messages between it and the page around it, and the custom element
 * `<plimsoll-linter>` that speaks them. docs/embedding.md tells what they mean. Version 1 grows only by additions.
 */

/** How bad a finding is, worst first. */
export type Severity = "critical" | "high" | "medium" | "low" | "info";

/** One file. */
export interface EmbedFile {
  /** Its name; the rules use it to tell drop-ins apart. At most 200 characters. */
  readonly name: string;
  /** Its text; at most 4 MiB. */
  readonly text: string;
  /** What it is, such as `kubelet-unit`; detected when absent. */
  readonly kind?: string;
}

/** What the page around decides. A setting that is absent stays as it is. */
export interface EmbedSettings {
  /** A Kubernetes release such as `1.33`, or `auto`: the documents tell. */
  readonly kubernetes?: string;
  /** A profile of the project, such as `cis-level-1`. */
  readonly profile?: string;
  /** `findings`, `settings`, `coverage`, `upgrade` or `fixed`. */
  readonly view?: string;
  /** A drill to open, by its id: of the packs that were brought, else of those of the project. */
  readonly drill?: string;
  /** `light`, `dark`, or `auto`: as the system. */
  readonly theme?: string;
  /** Whether the text can only be read. */
  readonly readonly?: boolean;
  /** `auto`: the frame tells its height in `resize` messages and never scrolls; `fixed`: it fits the room it has. */
  readonly height?: "auto" | "fixed";
  /** `host`: links are handed over in `open` messages; `frame`: the frame opens them itself. */
  readonly links?: "host" | "frame";
}

/** A pack of drills, as docs/packs.md describes it. */
export interface EmbedPack {
  /** A name for messages about it. At most 200 characters. */
  readonly name: string;
  /** Its YAML; at most 512 KiB. */
  readonly text: string;
}

/** What every message has. */
interface Envelope<Type extends string> {
  /** Version of the messages. */
  readonly plimsoll: 1;
  readonly type: Type;
}

/** What the page around may send. The frame answers only after the first `configure`, and only to its origin. */
export type HostMessage =
  | (Envelope<"configure"> & {
      readonly settings?: EmbedSettings;
      readonly files?: readonly EmbedFile[];
      /** They take the place of all others, and the first drill opens where there are no files and no other is named. */
      readonly packs?: readonly EmbedPack[];
    })
  | (Envelope<"set-content"> & { readonly files: readonly EmbedFile[] })
  | (Envelope<"get-content"> & { readonly id: number | string })
  | (Envelope<"get-report"> & { readonly id: number | string })
  | (Envelope<"set-theme"> & { readonly theme: "light" | "dark" | "auto" })
  | Envelope<"focus">;

/** What was found, without any of the text. */
export interface EmbedReport {
  /** The release that was judged for. */
  readonly kubernetes: string;
  /** Number of findings by severity; accepted ones are left out. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Ids of the rules of these findings, each once, the worst first. */
  readonly rules: readonly string[];
}

/** Which Plimsoll it is. */
export interface EmbedVersions {
  /** Version of Plimsoll. */
  readonly version: string;
  /** Date of the rules, such as `2026-11-02`. */
  readonly rules: string;
  /** Kubernetes releases known, the oldest and the newest. */
  readonly kubernetes: readonly [string, string];
}

/** Why something was not done. */
export interface EmbedError {
  /**
   * `setting`: a setting was refused; `content`: files were refused; `pack`: a pack of drills was refused; `engine`:
   * nothing can be checked; `report`: there is no report yet; `frame`: the page did not load (from the element only).
   */
  readonly code: "setting" | "content" | "pack" | "engine" | "report" | "frame";
  /** A sentence for people. */
  readonly message: string;
  /** The number of the question, where it was one. */
  readonly id?: number | string;
}

/** What the frame sends. Only `content` and an answered `report` hold text, and only because they were asked for. */
export type FrameMessage =
  | (Envelope<"ready"> & EmbedVersions)
  | (Envelope<"report"> & EmbedReport)
  | (Envelope<"report"> & EmbedReport & { readonly id: number | string; readonly report: object })
  | (Envelope<"content"> & { readonly id: number | string; readonly files: readonly Required<EmbedFile>[] })
  | (Envelope<"resize"> & { readonly height: number })
  | Envelope<"changed">
  | (Envelope<"open"> & { readonly page: "linter" | "rule"; readonly rule?: string })
  | (Envelope<"error"> & EmbedError);

/** `<plimsoll-linter>`: the linter inside a page. */
export declare class PlimsollLinter extends HTMLElement {
  /** The files to check; by default the content attribute or the children. Setting them is the same as `setContent`. */
  files: readonly EmbedFile[];
  /** Other files, or one text. */
  setContent(content: string | readonly EmbedFile[]): void;
  /** The files as they are now. */
  content(): Promise<readonly Required<EmbedFile>[]>;
  /** The report as the command line prints it in JSON, once it is there. */
  report(): Promise<object>;
}

/** The events of `<plimsoll-linter>`. They bubble, and none of them holds any of the text. */
export interface PlimsollLinterEvents {
  "plimsoll-ready": CustomEvent<EmbedVersions>;
  "plimsoll-report": CustomEvent<EmbedReport>;
  "plimsoll-change": CustomEvent<null>;
  "plimsoll-error": CustomEvent<EmbedError>;
}

declare global {
  interface HTMLElementTagNameMap {
    "plimsoll-linter": PlimsollLinter;
  }
}
