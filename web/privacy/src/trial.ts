// One attempt to send something, and what became of it.

/**
 * What became of an attempt: refused by the policy, refused by the browser without one, let through, or nothing that a
 * script can see.
 */
export type Verdict = "policy" | "browser" | "open" | "unseen";

/** A verdict, and what it was seen by. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly seen: string;
}

/** What an attempt reaches for: a place of somebody else, or the host that the page itself came from. */
export type Place = "elsewhere" | "own";

/** One way to send something. */
export interface Attempt {
  /** The end of the addresses it tries, so that a server can tell who called. */
  readonly id: string;
  /** How a person calls it. */
  readonly name: string;
  /** The places it is tried with. */
  readonly places: readonly Place[];
  /** Tries. It fulfils when something went out, or with NO_SIGN, and rejects when that failed. */
  readonly start: (address: string) => unknown;
  /** What to say where no policy in a page refuses this, and scripts learn nothing of it. */
  readonly beyond?: string;
}

/** What an attempt fulfils with when the browser tells scripts nothing about it. */
export const NO_SIGN = "no sign";

/** Thrown by an attempt when the browser has no such thing. */
export class Absent extends Error {}

/** Thrown by an attempt elsewhere than in the page, where the policy reported. */
export class Reported extends Error {
  constructor(
    readonly directive: string,
    readonly error: string,
  ) {
    super(directive);
  }
}

/** How long an attempt may take, in milliseconds. Refusals come at once. */
const PATIENCE = 1500;
/** How long a report of the policy may come after the failure that it explains, in milliseconds. */
const GRACE = 400;

/** How long a failure may come after its report, in milliseconds. */
const SOON = 50;

/** Errors by which a browser itself refuses. */
const REFUSALS = ["SecurityError", "NotSupportedError", "NotAllowedError"];

/** Tries one thing and watches what the policy reports meanwhile. Attempts must not overlap. */
export async function tried(attempt: Attempt, address: string): Promise<Outcome> {
  const reports: SecurityPolicyViolationEvent[] = [];
  let reported = () => {};
  const report = new Promise<undefined>((done) => (reported = () => done(undefined)));
  const note = (event: SecurityPolicyViolationEvent) => {
    if (!isAbout(event, attempt)) return;
    reports.push(event);
    reported();
  };
  addEventListener("securitypolicyviolation", note);
  const ended: Promise<unknown> = Promise.resolve()
    .then(() => attempt.start(address))
    .then(
      (sign) => (sign === NO_SIGN ? NO_SIGN : "done"),
      (error: unknown) => error,
    );
  await Promise.race([ended, report, pause(PATIENCE)]);
  if (reports.length === 0) await Promise.race([report, pause(GRACE)]);
  // What failed is told with the report, when it has failed by now.
  const end = await Promise.race([ended, pause(SOON)]);
  removeEventListener("securitypolicyviolation", note);
  return judged(attempt, reports[0], end);
}

/** Each policy that refuses sends a report of its own, and the last ones of an attempt may come during the next. */
function isAbout(event: SecurityPolicyViolationEvent, attempt: Attempt): boolean {
  return !event.blockedURI.includes("self-test?") || event.blockedURI.endsWith(`?${attempt.id}`);
}

function judged(attempt: Attempt, report: SecurityPolicyViolationEvent | undefined, end: unknown): Outcome {
  const failed = end instanceof Error || end instanceof Event ? inWords(end) : "";
  if (report) return refused(report.effectiveDirective, failed);
  if (end instanceof Reported) return refused(end.directive, end.error);
  if (end instanceof Absent) return { verdict: "browser", seen: end.message };
  if (end instanceof Error && REFUSALS.includes(end.name)) return { verdict: "browser", seen: failed };
  if (end === "done") return { verdict: "open", seen: "it went out" };
  if (attempt.beyond) return { verdict: "open", seen: attempt.beyond };
  return { verdict: "unseen", seen: failed === "" ? "no report" : `${failed}, no report` };
}

const refused = (directive: string, error: string): Outcome => ({
  verdict: "policy",
  seen: error === "" ? `${directive} reported` : `${directive} reported, ${error}`,
});

/** What went wrong, in a few words. */
function inWords(error: Error | Event): string {
  return error instanceof Error ? `${error.name} thrown` : "error event";
}

/** Waits so many milliseconds. */
export const pause = (milliseconds: number) =>
  new Promise<undefined>((done) => setTimeout(() => done(undefined), milliseconds));
