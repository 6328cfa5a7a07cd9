// Bundles the editor into dist/editor.js and the styles of the page into dist/page.css, one file each, which the page
// holds inline, and the custom element for other pages into dist/plimsoll-element.js; with `--tests`, only the unit
// tests into dist/tests/.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const missing = () => {
  console.error("The editor's npm packages are missing; run scripts/setup first.");
  process.exit(1);
};
const { build } = await import("esbuild").catch(missing);
const { minify } = await import("terser").catch(missing);

const tests = () =>
  readdirSync(join(here, "test"))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(here, "test", name));

const testing = process.argv.includes("--tests");

const { metafile } = await build({
  metafile: true,
  bundle: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  loader: { ".css": "text" },
  ...(testing
    ? { entryPoints: tests(), outdir: join(here, "dist/tests"), outExtension: { ".js": ".mjs" }, platform: "node" }
    : {
        entryPoints: [join(here, "src/index.ts")],
        outfile: join(here, "dist/editor.js"),
        format: "iife",
        minify: true,
        legalComments: "none",
        charset: "utf8",
      }),
});

if (!testing) {
  // The editor is the largest script; a second look leaves 2.7 KB less of it once it is compressed.
  const editor = join(here, "dist/editor.js");
  const again = { compress: { ecma: 2022, passes: 2 }, format: { comments: false, ecma: 2022 }, toplevel: true };
  writeFileSync(editor, (await minify(readFileSync(editor, "utf8"), again)).code);
  // For the list of what is inside the page; see scripts/pack/sbom.mjs.
  const names = Object.keys(metafile.inputs).map((path) => path.match(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  writeFileSync(join(here, "dist/bundled.json"), JSON.stringify([...new Set(names.filter(Boolean))].sort()));
  await build({
    bundle: true,
    logLevel: "warning",
    entryPoints: [join(here, "../styles/page.css")],
    outfile: join(here, "dist/page.css"),
    minify: true,
    charset: "utf8",
  });
  // Each stands inline in its page; the service worker lies beside them.
  await build({
    bundle: true,
    format: "iife",
    target: "es2022",
    logLevel: "warning",
    entryPoints: ["self-test", "privacy", "offline", "service-worker"].map((name) => join(here, `../privacy/src/${name}.ts`)),
    outdir: join(here, "../privacy/dist"),
    minify: true,
    legalComments: "none",
    charset: "utf8",
  });
  await build({
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
    entryPoints: [join(here, "../element/plimsoll-element.ts")],
    outfile: join(here, "dist/plimsoll-element.js"),
    minify: true,
    legalComments: "none",
    charset: "utf8",
  });
}
