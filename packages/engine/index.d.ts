/** One text to judge. All documents of one call are judged together, as the parts of one configuration. */
export interface Document {
  /** A file name or path; it helps to tell drop-ins and environment files apart. */
  name: string;
  text: string;
  /** What it is, when that is not to be told from the text. */
  kind?: Kind;
}

export type Kind =
  | "kubelet-unit"
  | "kubelet-drop-in"
  | "kubelet-config"
  | "kubelet-config-drop-in"
  | "kubelet-flags"
  | "kubeadm-config"
  | "environment-file"
  | "apiserver-manifest"
  | "apiserver-unit"
  | "apiserver-flags"
  | "process-list"
  | "kubernetes-objects"
  | "other-kubernetes"
  | "unknown";

export interface Options {
  /** The Kubernetes release, such as `1.36`; else the one that the documents name, else the newest. */
  kubernetes?: string;
  /** Name of a profile that comes with the engine, as `profiles()` lists them. */
  profile?: string;
  /** A profile of your own, as YAML; not together with `profile`. */
  profileYaml?: string;
}

export type Severity = "critical" | "high" | "medium" | "low" | "info";
export type Confidence = "certain" | "likely" | "possible";
export type Safety = "safe" | "unsafe" | "manual";
export type Category =
  | "insecure"
  | "missing"
  | "removed"
  | "deprecated"
  | "unknown"
  | "invalid"
  | "conflict"
  | "syntax"
  | "unassessed";

/** A place: bytes of the document's text as UTF-8, half open. */
export interface Place {
  /** Index into the documents. */
  document: number;
  start: number;
  end: number;
}

/** The report. `schema` grows by additions only. */
export interface Report {
  schema: 1;
  kubernetes: string;
  profile: string;
  release: { basis: "chosen" | "guessed" | "newest"; at: Place | null };
  documents: DocumentReport[];
  findings: Finding[];
  settings: Setting[];
}

export interface DocumentReport {
  name: string;
  kind: Kind;
  problems: Problem[];
}

export interface Problem {
  message: string;
  start: number;
  end: number;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
}

export interface Finding extends Place {
  rule: string;
  severity: Severity;
  confidence: Confidence;
  category: Category;
  component: string;
  /** Canonical name of the setting; empty when the finding is about no single one. */
  setting: string;
  title: string;
  message: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  endLine: number;
  endColumn: number;
  related: (Place & { label: string })[];
  references: Reference[];
  /** Best first. */
  fixes: Fix[];
  /** The reason of a comment that accepts it. */
  suppressed: string | null;
}

export interface Reference {
  kind: string;
  id: string;
}

export interface Fix {
  title: string;
  safety: Safety;
  edits: Edit[];
}

/** Replaces the bytes of a place by a text. */
export interface Edit extends Place {
  text: string;
}

export interface Setting {
  component: string;
  setting: string;
  /** `null` when it cannot be known. */
  value: string | null;
  default: string | null;
  source: Source;
  shadowed: Source[];
  verdict: "ok" | "insecure" | "unknown" | "not-assessed";
}

export interface Source extends Partial<Place> {
  kind: "default" | "flag" | "file" | "env" | "manifest";
}

export interface Fixed {
  /** The new texts, one for each document. */
  texts: string[];
  applied: { rule: string; title: string; document: number }[];
}

export type Status = "pass" | "fail" | "not-applicable" | "unknown" | "manual";

export interface Coverage {
  schema: number;
  kubernetes: string;
  profile: string;
  title: string;
  critical: Evidence[];
  totals: { pass: number; fail: number; notApplicable: number; unknown: number; manual: number; all: number };
  controls: Control[];
}

export interface Control {
  benchmark: string;
  id: string;
  level: number | null;
  component: string;
  title: string;
  status: Status;
  rules: string[];
  findings: Evidence[];
  note: string | null;
  byHand: string | null;
  audit: { verdict: Status; advice: string } | null;
}

export interface Evidence extends Place {
  rule: string;
  severity: Severity;
  title: string;
  line: number;
  column: number;
  suppressed: string | null;
}

export interface Profile {
  name: string;
  title: string;
  rules: string[];
  controls: number;
}

export interface Rule {
  id: string;
  title: string;
  severity: Severity;
  component: string;
  what: string;
  why: string;
  spellings: { place: string; text: string }[];
  verify: string;
  sideEffects: string;
  references: Reference[];
  safety: Safety | null;
  settings: {
    component: string;
    about: string;
    names: { name: string; releases: string; current: boolean }[];
    default: string;
  }[];
}

export interface Upgrade {
  schema: number;
  from: string;
  to: string;
  changes: {
    kind: "stops" | "default" | "new" | "deprecated" | "needless" | "unknown";
    component: string;
    setting: string;
    message: string;
    before: string | null;
    after: string | null;
    at: Place | null;
    line: number | null;
    column: number | null;
  }[];
}

export type Format = "sarif" | "json" | "csv" | "markdown" | "html" | "patch";

export interface Secret extends Place {
  kind: "token" | "bootstrap-token" | "password" | "private-key" | "certificate" | "key" | "secret";
}

export interface About {
  version: string;
  /** The day to which the rules are current, `YYYY-MM-DD`. */
  ruleData: string;
  kubernetes: { oldest: string; newest: string; preview: string };
}

/** Why the engine did not answer. */
export class PlimsollError extends Error {}

/**
 * Starts the engine from the bytes of `engine.wasm`, or from them compiled. Not needed in Node.js, where the package
 * reads its own file. The engine itself loads nothing.
 */
export function init(source: BufferSource | WebAssembly.Module): Promise<void>;

/** The same at once, where the host allows that. */
export function initSync(source: BufferSource | WebAssembly.Module): void;

/** Judges documents together. */
export function check(documents: Document[], options?: Options): Report;

/** Applies every fix no riskier than `safety`, by default the safe ones. */
export function fix(documents: Document[], options?: Options & { safety?: Safety }): Fixed;

/** Applies edits of one report to the documents it was made from; gives all texts. */
export function apply(documents: Document[], edits: Edit[]): string[];

/** Tells of every control of the profile whether it is met. */
export function coverage(documents: Document[], options?: Options): Coverage;

/** The profiles that come with the engine. */
export function profiles(): Profile[];

/** All rules. */
export function rules(): Rule[];

/** What changes from one Kubernetes release to another. */
export function upgrade(documents: Document[], releases: { from: string; to: string }): Upgrade;

/** The page of a rule, by default as text. */
export function explain(rule: string, options?: { format?: "text" | "markdown" | "html" }): string;

/** The report, or as `patch` the safe fixes, as a text. Secrets are masked unless `mask` is `false`. */
export function exportReport(
  documents: Document[],
  options: Options & { format: Format; mask?: boolean },
): { text: string; note: string | null };

export { exportReport as export };

/** A text with each secret replaced by a marker. */
export function mask(text: string): string;

/** The places of the secrets. */
export function secrets(documents: Document[]): Secret[];

/** What the engine is and knows. */
export function about(): About;
