// What the page tells the editor about one finding.

export type Severity = "critical" | "high" | "medium" | "low" | "info";

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

export interface Mark {
  /** UTF-16 offsets, half open: of the text when the page gives them, of the document inside the editor. */
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  /** Something that is absent; the range is where it would be written. */
  readonly missing: boolean;
  /** The page's own number for the finding; comes back in events. */
  readonly index: number;
  readonly title: string;
  readonly message: string;
  /** Label of the fix; absent when there is none. */
  readonly fixTitle?: string | null;
}

/** The severity of a mark; of an unknown word or of no mark, the least. */
export function severityOf(mark: Mark | undefined): Severity {
  return SEVERITIES.find((severity) => severity === mark?.severity) ?? "info";
}

/** Worst first, then in the order of the text. */
export function byRank(a: Mark, b: Mark): number {
  return SEVERITIES.indexOf(severityOf(a)) - SEVERITIES.indexOf(severityOf(b)) || a.from - b.from || a.index - b.index;
}

/** In the order of the text, wider ranges first. */
export function byPlace(a: Mark, b: Mark): number {
  return a.from - b.from || b.to - a.to || a.index - b.index;
}
