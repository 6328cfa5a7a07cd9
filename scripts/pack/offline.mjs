// Writes what is beside the linter for privacy and for offline use: two pages, the manifest of the app and its icons,
// and last the service worker with the list of all files. Called with the folder of the built page.
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { offlinePage, privacyPage } from "./pages.mjs";

const SOURCES = fileURLToPath(new URL("../../web/privacy/", import.meta.url));
const ICONS = ["icon-192.png", "icon-512.png", "icon-maskable.png"];

/** What an offline copy has no use for: the single file, which is the page once more, and what tells of the build. */
const LEFT_OUT = /^(sw\.js|plimsoll\.html|SHA256SUMS.*|.*\.(cdx|spdx)\.json|.*\.sbom\.json)$/;

const MANIFEST = {
  id: "./",
  name: "Plimsoll",
  short_name: "Plimsoll",
  description: "Security linter for Kubernetes node and control-plane configuration. Runs in your browser.",
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#f6f8f8",
  theme_color: "#f6f8f8",
  icons: [
    { src: "rules/mark.svg", type: "image/svg+xml", sizes: "any" },
    { src: "icon-192.png", type: "image/png", sizes: "192x192" },
    { src: "icon-512.png", type: "image/png", sizes: "512x512" },
    { src: "icon-maskable.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
  ],
};

const source = (name) => readFileSync(join(SOURCES, name), "utf8");
const sha256 = (bytes, encoding) => createHash("sha256").update(bytes).digest(encoding);

/** Names of the files that an offline copy has, each with its hash as `integrity` takes it. */
export function listed(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((name) => !LEFT_OUT.test(name))
    .sort();
  return Object.fromEntries(names.map((name) => [name, `sha256-${sha256(readFileSync(join(folder, name)), "base64")}`]));
}

function write(folder) {
  writeFileSync(join(folder, "privacy.html"), privacyPage(source("privacy.html")));
  writeFileSync(join(folder, "offline.html"), offlinePage(source("offline.html"), source("dist/offline.js").trim()));
  writeFileSync(join(folder, "pages.css"), source("pages.css"));
  writeFileSync(join(folder, "manifest.webmanifest"), `${JSON.stringify(MANIFEST, null, 2)}\n`);
  for (const icon of ICONS) copyFileSync(join(SOURCES, "icons", icon), join(folder, icon));
  const files = JSON.stringify(listed(folder));
  const lines = [`const BUILD = "${sha256(files, "hex").slice(0, 16)}";`, `const FILES = ${files};`];
  writeFileSync(join(folder, "sw.js"), `${lines.join("\n")}\n${source("dist/service-worker.js")}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write(process.argv[2]);
