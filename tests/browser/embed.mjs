// What the tests of embeds share: the recipes of docs/embedding.md, hosts made from them, and the frame inside.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DIST, newPage, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { temporary } from "./temporary.mjs";

const GUIDE = readFileSync(join(ROOT, "docs/embedding.md"), "utf8");

/** What stands in the guide under `<!-- recipe: name -->`. */
export function recipe(name) {
  const [, rest] = GUIDE.split(`<!-- recipe: ${name} -->\n`);
  if (rest === undefined) throw new Error(`docs/embedding.md has no recipe ${name}`);
  const [, fence] = rest.match(/^(`{3,})\w*\n/) ?? [];
  const begin = rest.indexOf("\n") + 1;
  return rest.slice(begin, rest.indexOf(`\n${fence}`, begin) + 1);
}

/** Puts what the guide says to copy into `folder`. */
export function copyLinter(folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of ["plimsoll.html", "plimsoll-element.js"]) cpSync(join(DIST, file), join(folder, file));
  cpSync(join(DIST, "rules"), join(folder, "rules"), { recursive: true });
}

/** A folder with the linter in `plimsoll` and these files, as `{ path: text }`. */
export function site(files) {
  const folder = temporary("host");
  copyLinter(join(folder, "plimsoll"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A page around a piece of markup; `head` loads the element. */
export const around = (body, head = '<script type="module" src="plimsoll/plimsoll-element.js"></script>') =>
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>${head}</head>
<body><main><h1>Host</h1>
${body}
</main></body>
</html>
`;

/**
 * Serves `folder` and opens `path` of it for one test. When the test ends, no policy may be broken and no error logged
 * but those that `errors` matches, and nothing may have been asked for but files of `folder`. `prepare` gets the page
 * before it opens.
 */
export async function openHost(context, browser, folder, more = {}) {
  const { path = "", headers = {}, errors = /(?!)/, prepare = () => {}, ...options } = more;
  // A browser asks for the icon of any site.
  if (!existsSync(join(folder, "favicon.ico"))) writeFileSync(join(folder, "favicon.ico"), "");
  const server = await startServer(folder, { headers });
  const session = await newPage(browser, { reducedMotion: "reduce", ...options });
  session.page.setDefaultTimeout(15_000);
  context.after(async () => {
    const strange = session.requests.filter((address) => !address.startsWith(server.address));
    const failed = session.errors.filter((error) => !errors.test(error));
    await session.close();
    await server.close();
    if (strange.length + failed.length + session.violations.length > 0)
      throw new Error([...strange, ...failed, ...session.violations].join("\n"));
  });
  await prepare(session.page);
  await session.page.goto(server.address + path);
  return { ...session, address: server.address };
}

/** The frame of the embed with this number, once its report is there. */
export async function embed(page, number = 0) {
  // Counted among all elements: those that are ready come in any order.
  const frame = await frameOf(page.locator("plimsoll-linter").nth(number).locator(".ready iframe"));
  await ui.settled(frame);
  return frame;
}

/** The frame of an iframe that a host has written itself. */
export async function frameOf(locator) {
  await locator.waitFor();
  return (await locator.elementHandle()).contentFrame();
}

/** Listens for the element's events from before they come; `page.events` reads what was heard. */
export const listening = `<script>
  const heard = [];
  for (const name of ["ready", "report", "change", "error"])
    addEventListener("plimsoll-" + name, (event) => heard.push({ name, id: event.target.id, detail: event.detail }));
</script>`;

/** The events of the elements, as `{ name, id, detail }`. */
export const events = (page) => page.evaluate("heard");
