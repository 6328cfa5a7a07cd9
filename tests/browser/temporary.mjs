// Folders for one test file: gone when its process ends.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made = [];

process.once("exit", () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A new empty folder, whose name says what for. */
export function temporary(what) {
  const folder = mkdtempSync(join(tmpdir(), `plimsoll-${what}-`));
  made.push(folder);
  return folder;
}
