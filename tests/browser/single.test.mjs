// The single file: carried away alone, opened without a server, in Chromium and in Firefox.
import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { check, inPageOrder } from "./cli.mjs";
import { launchFirefox } from "./firefox.mjs";
import { DIST, launch, newPage } from "./harness.mjs";
import * as ui from "./page.mjs";
import { temporary } from "./temporary.mjs";

const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true # 😀
readOnlyPort: 10255
`;

let folder, chromium, firefox;

before(async () => {
  folder = temporary("alone");
  copyFileSync(join(DIST, "plimsoll.html"), join(folder, "plimsoll.html"));
  chromium = await launch();
  firefox = await launchFirefox();
});

after(async () => {
  await chromium?.close();
  await firefox?.close();
});

const OPENERS = { Chromium: () => newPage(chromium), Firefox: () => firefox.newPage() };

const contentOf = (element) => element.contentFrame();

const listed = ({ rule, severity, title }) => ({ rule, severity, title: title.replaceAll("`", "") });

for (const [name, open] of Object.entries(OPENERS)) {
  test(`${name}: opened from an empty folder, it finds what the command line finds`, async () => {
    const session = await open();
    await session.page.goto(pathToFileURL(join(folder, "plimsoll.html")).href);
    await ui.settled(session.page);
    await ui.pasteAfresh(session.page, CONFIG);
    assert.equal(await ui.text(session.page), CONFIG);
    assert.deepEqual(
      (await ui.findings(session.page)).map(listed),
      inPageOrder(check(CONFIG).findings).map(listed),
    );
    const document = /\/plimsoll\.html$/;
    assert.deepEqual(session.requests.filter((address) => !document.test(address)), []);
    assert.ok(session.requests.length <= 1);
    assert.deepEqual(session.errors, []);
    assert.deepEqual(session.violations, []);
    await session.close();
  });

  test(`${name}: it works in a sandboxed frame, where it has no origin and no storage`, async () => {
    const frame = `<iframe sandbox="allow-scripts" src="plimsoll.html" width="1000" height="700"></iframe>`;
    writeFileSync(join(folder, "host.html"), `<!doctype html><title>host</title>${frame}`);
    const session = await open();
    await session.page.goto(pathToFileURL(join(folder, "host.html")).href);
    const inner = await (session.page.inner?.() ?? session.page.locator("iframe").elementHandle().then(contentOf));
    await ui.settled(inner);
    const storage = () => {
      try {
        return localStorage.length;
      } catch (error) {
        return error.name;
      }
    };
    assert.equal(await inner.evaluate(storage), "SecurityError");
    assert.ok((await ui.rules(inner)).includes("kubelet-anonymous-auth"));
    assert.deepEqual(session.errors, []);
    assert.deepEqual(session.violations, []);
    await session.close();
  });
}

test("a browser that cannot unpack the engine is told so", async () => {
  const session = await newPage(chromium);
  await session.page.addInitScript(() => delete globalThis.DecompressionStream);
  await session.page.goto(pathToFileURL(join(folder, "plimsoll.html")).href);
  const alert = session.page.locator("#boot[role=alert]");
  await alert.waitFor();
  assert.match(await alert.textContent(), /it needs Chrome 113, Firefox 113 or Safari 16\.4/);
  await session.close();
});

test("the hosted page, opened as a file, names the file that works so", async () => {
  const session = await newPage(chromium);
  await session.page.goto(pathToFileURL(join(DIST, "index.html")).href);
  const alert = session.page.locator("#boot[role=alert]");
  await alert.waitFor();
  assert.match(await alert.textContent(), /needs a server; plimsoll\.html, beside it, does not/);
  await session.close();
});
