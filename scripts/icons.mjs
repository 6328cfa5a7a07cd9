// Draws the icons of the offline app from the mark: node scripts/icons.mjs. They are committed, since a browser draws
// them and the build has none.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const { chromium } = createRequire(new URL("../tests/browser/package.json", import.meta.url))("playwright-core");
const mark = readFileSync(new URL("../web/assets/mark.svg", import.meta.url), "utf8");

/** Name, size in pixels, and how much of it the mark takes: a maskable icon is cut to a circle of four fifths. */
const ICONS = [
  ["icon-192.png", 192, 0.84],
  ["icon-512.png", 512, 0.84],
  ["icon-maskable.png", 512, 0.6],
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, size, share] of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: "light" });
  const side = Math.round(size * share);
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:#f6f8f8">${mark.replace("<svg", `<svg width="${side}" height="${side}"`)}`,
  );
  const path = fileURLToPath(new URL(`../web/privacy/icons/${name}`, import.meta.url));
  writeFileSync(path, await page.screenshot());
  await page.close();
}
await browser.close();
