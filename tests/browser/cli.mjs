// The command line, which the page must agree with byte for byte.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./harness.mjs";
import { temporary } from "./temporary.mjs";

/** Exit status of `check` when something was found. */
const FINDINGS = 1;

let built = null;

/** The command line's path: what PLIMSOLL names, else a debug build that is brought up to date first. */
export function program() {
  if (process.env.PLIMSOLL) return process.env.PLIMSOLL;
  built ??= build();
  return built;
}

function build() {
  execFileSync("cargo", ["build", "--quiet", "-p", "plimsoll"], { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  return join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug/plimsoll");
}

/** What `plimsoll check --format json` prints for files, given as `{ name: text }`, in their order. */
export const printed = (files, more = []) => inFolder(["check", "--format", "json", ...more], files);

/** What `plimsoll check` writes in another format for files, given as `{ name: text }`. */
export const reported = (format, files, more = []) => inFolder(["check", "--format", format, ...more], files);
/** Files, given as `{ name: text }`, in a form in which they leave the page: without secrets, but for a patch. */
export function exported(format, files, more = []) {
  return format === "patch"
    ? inFolder(["fix", "--diff", ...more], files)
    : inFolder(["check", "--mask", "--format", format, ...more], files);
}

/** What `plimsoll coverage` says of files, given as `{ name: text }`. */
export const covered = (files, more = []) => JSON.parse(inFolder(["coverage", "--format", "json", ...more], files));

function inFolder(words, files) {
  const folder = temporary("cli");
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return run([...words, ...Object.keys(files)], { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The report on one text read from standard input. */
export function check(text, more = []) {
  return JSON.parse(run(["check", "--format", "json", ...more, "-"], { input: text }));
}

/** The ids of all rules. */
export const ruleIds = () => JSON.parse(run(["rules", "--format", "json"], {})).map(({ id }) => id);

/** One text after `plimsoll fix`. */
export function fixed(text) {
  return run(["fix", "-"], { input: text });
}

function run(words, options) {
  try {
    return execFileSync(program(), words, { ...options, encoding: "utf8", maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.status === FINDINGS && error.stderr === "") return error.stdout;
    throw error;
  }
}

const RANKS = ["critical", "high", "medium", "low", "info"];

/** Findings in the order of the page: worst first, then as they stand in the files. */
export function inPageOrder(findings) {
  const rank = (finding) => RANKS.indexOf(finding.severity);
  return findings.toSorted((a, b) => rank(a) - rank(b) || a.document - b.document || a.start - b.start);
}

/** `text` after the edits of one fix, whose positions are bytes. */
export function edited(text, edits) {
  let bytes = Buffer.from(text);
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    bytes = Buffer.concat([bytes.subarray(0, edit.start), Buffer.from(edit.text), bytes.subarray(edit.end)]);
  }
  return bytes.toString();
}

/** A byte position of `text` in UTF-16 units. */
export function utf16(text, byte) {
  return Buffer.from(text).subarray(0, byte).toString().length;
}
