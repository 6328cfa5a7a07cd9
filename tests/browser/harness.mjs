// What every browser test needs: a server for a folder, a Chromium, and a page that keeps a record of what it did.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/server.mjs";
import { temporary } from "./temporary.mjs";

/** The root of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The page as built by Trunk; DIST names another folder. */
export const DIST = process.env.DIST ?? join(ROOT, "dist");

/** Serves a folder on a free port of the loopback interface: `{ address, close }`. */
export function startServer(folder = DIST, options = {}) {
  return serve(folder, options);
}

/** Starts Chromium: the one that CHROMIUM names, else Debian's. */
export async function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      `--crash-dumps-dir=${temporary("chromium")}`,
    ],
  });
}

/**
 * A page with a record: `requests` (addresses, blob: and data: left out), `violations` of the content security policy,
 * and `errors` (uncaught ones and the console's). Each is an array that fills as things happen.
 */
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...options });
  const page = await context.newPage();
  const record = { requests: [], violations: [], errors: [] };
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) record.requests.push(request.url());
  });
  page.on("pageerror", (error) => record.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") record.errors.push(message.text());
  });
  await page.exposeBinding("plimsollViolation", (_source, violation) => record.violations.push(violation));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.plimsollViolation(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}:${event.lineNumber} ${event.sample}`,
      );
    });
  });
  return { page, ...record, close: () => context.close() };
}

/** Puts `text` on the clipboard and presses the paste keys: a real paste, wherever the focus is. */
export async function paste(page, text) {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press("ControlOrMeta+V");
}
