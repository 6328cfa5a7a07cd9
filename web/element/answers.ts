// Reads what the frame says. It comes from a page of its own, so it is copied field by field and nothing else is kept.
import type { EmbedError, EmbedFile, EmbedReport, EmbedVersions, Severity } from "./embed.d.ts";

/** What the frame said, checked. */
export type Answer =
  | { readonly type: "ready"; readonly versions: EmbedVersions }
  | { readonly type: "report"; readonly report: EmbedReport; readonly id: unknown; readonly full: object | null }
  | { readonly type: "content"; readonly id: unknown; readonly files: Required<EmbedFile>[] }
  | { readonly type: "resize"; readonly height: number }
  | { readonly type: "changed" }
  | { readonly type: "open"; readonly rule: string | null }
  | { readonly type: "error"; readonly error: EmbedError };

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "info"];
const CODES: readonly EmbedError["code"][] = ["setting", "content", "pack", "engine", "report", "frame"];

/** Heights that the element takes, in CSS pixels. */
const LOWEST = 80;
const HIGHEST = 8000;

type Fields = Readonly<Record<string, unknown>>;

/** What a message says; null when it is no message of this version. */
export function read(data: unknown): Answer | null {
  try {
    return isFields(data) && data["plimsoll"] === 1 ? answer(data) : null;
  } catch {
    // Only an object that throws when it is looked at, which no structured clone is.
    return null;
  }
}

function answer(data: Fields): Answer | null {
  switch (data["type"]) {
    case "ready":
      return { type: "ready", versions: versions(data) };
    case "report": {
      const full = isFields(data["report"]) ? data["report"] : null;
      const report = readReport(data);
      return report && { type: "report", report, id: data["id"], full };
    }
    case "content":
      return Array.isArray(data["files"]) ? { type: "content", id: data["id"], files: files(data["files"]) } : null;
    case "resize": {
      const height = data["height"];
      if (typeof height !== "number" || !Number.isFinite(height)) return null;
      return { type: "resize", height: Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height))) };
    }
    case "changed":
      return { type: "changed" };
    case "open":
      return { type: "open", rule: ruleId(data["page"] === "rule" ? data["rule"] : null) };
    case "error":
      return { type: "error", error: error(data) };
    default:
      return null;
  }
}

function versions(data: Fields): EmbedVersions {
  const [oldest, newest] = Array.isArray(data["kubernetes"]) ? data["kubernetes"] : [];
  return { version: text(data["version"]), rules: text(data["rules"]), kubernetes: [text(oldest), text(newest)] };
}

function readReport(data: Fields): EmbedReport | null {
  const { counts, rules } = data;
  if (!isFields(counts) || !Array.isArray(rules)) return null;
  const count = (severity: Severity) => (typeof counts[severity] === "number" ? counts[severity] : 0);
  const counted = Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)]));
  return {
    kubernetes: text(data["kubernetes"]),
    counts: counted as EmbedReport["counts"],
    rules: rules.map(ruleId).filter((rule) => rule !== null),
  };
}

const files = (all: readonly unknown[]) =>
  all.filter(isFields).map(({ name, kind, text: content }) => ({
    name: text(name),
    kind: text(kind),
    text: typeof content === "string" ? content : "",
  }));

function error({ code, message, id }: Fields): EmbedError {
  const known = CODES.find((name) => name === code) ?? "frame";
  const told = { code: known, message: text(message) };
  return typeof id === "number" || typeof id === "string" ? { ...told, id } : told;
}

const ruleId = (id: unknown) => (typeof id === "string" && /^[a-z0-9-]{1,100}$/.test(id) ? id : null);
const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 1000) : "");
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
