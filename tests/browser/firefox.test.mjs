// In Firefox what other tests show in Chromium at length: embeds, drills, links and what is taken away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { check, exported } from "./cli.mjs";
import { around, listening, site } from "./embed.mjs";
import { launchFirefox } from "./firefox.mjs";
import { startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const KUBELET = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
const CONFIG = `${KUBELET}authentication:\n  anonymous:\n    enabled: true # 😀\nreadOnlyPort: 10255\n`;
const UNIT = "[Service]\nExecStart=/usr/bin/kubelet --read-only-port=10255\n";
const TOKEN = "abc123.c4nary5ecret9xyz";

let firefox, server;

before(async () => {
  firefox = await launchFirefox();
  server = await startServer();
});

after(async () => {
  await firefox?.close();
  await server?.close();
});

/** A page for one test; it may break no policy and log no error. */
async function visit(context, address) {
  const session = await firefox.newPage();
  context.after(async () => {
    await session.close();
    assert.deepEqual([session.errors, session.violations], [[], []]);
  });
  await session.page.goto(address);
  return session.page;
}

const rulesOf = (text) => check(text).findings.map(({ rule }) => rule).toSorted();
const click = (page, selector) => page.locator(selector).click();

test("two elements on a page judge their own, tell the host no text, and answer it", async (context) => {
  const body = `<plimsoll-linter id="one" kubernetes="1.30"><pre><code>${CONFIG}</code></pre></plimsoll-linter>
    <plimsoll-linter id="two" readonly theme="dark"><pre><code>${UNIT}</code></pre></plimsoll-linter>`;
  const host = await startServer(site({ "index.html": around(listening + body) }));
  context.after(() => host.close());
  const page = await visit(context, host.address);
  // A frame waits until it comes into view.
  for (const id of ["one", "two"]) {
    await page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
    await page.waitForFunction((id) => heard.some((event) => event.name === "report" && event.id === id), id);
  }
  const [one, two] = [await page.inner(0), await page.inner(1)];
  assert.deepEqual((await ui.rules(one)).toSorted(), rulesOf(CONFIG));
  await click(one, "#fix-all");
  await one.locator(".actions .undo").waitFor();
  assert.match(await ui.text(one), /readOnlyPort: 0/);
  assert.equal(await ui.text(two), UNIT);
  assert.equal(await two.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.ok(!JSON.stringify(await page.evaluate(() => heard)).includes("10255"));
  const [{ text }] = await page.evaluate(() => document.getElementById("one").content());
  assert.equal(text, await ui.text(one));
  assert.equal((await page.evaluate(() => document.getElementById("one").report())).kubernetes, "1.30");
});

test("a drill hides what is wrong, and the rules judge the answer", async (context) => {
  const page = await visit(context, `${server.address}#drill=kubelet-read-only-port`);
  await page.locator("#drill-title").waitFor();
  await ui.settled(page);
  assert.equal(await page.locator(".finding, .explanation").count(), 0);
  const verdict = (words) =>
    page.waitForFunction((words) => document.querySelector(".drill-result")?.textContent.startsWith(words), words);
  await click(page, "#drill-check");
  await verdict("Not yet");
  await click(page, "#drill-hint");
  await page.locator(".drill-hints li").waitFor();
  await click(page, "#drill-show");
  await click(page, "#answer-show");
  await page.locator(".drill-answer .diff").waitFor();
  await click(page, "#drill-leave");
  await ui.settled(page);
});

test("a link with files opens to the same, masked, and the server hears nothing of it", async (context) => {
  const heard = [];
  const own = await startServer(undefined, { onRequest: ({ url }) => heard.push(url) });
  context.after(() => own.close());
  const page = await visit(context, own.address);
  await ui.settled(page);
  await ui.pasteAfresh(page, `${CONFIG}# kubeadm join --token ${TOKEN}\n`);
  await click(page, "#take-away");
  await click(page, "#open-share");
  await click(page, "#share-files");
  await page.waitForFunction(() => document.querySelector("#share-link")?.value.includes("&c="));
  const link = await page.evaluate(() => document.querySelector("#share-link").value);
  const other = await visit(context, link);
  await other.locator(".from-link").waitFor();
  await ui.settled(other);
  assert.equal(await ui.text(other), `${CONFIG}# kubeadm join --token <masked-bootstrap-token>\n`);
  assert.deepEqual((await ui.rules(other)).toSorted(), rulesOf(await ui.text(other)));
  assert.ok(heard.length > 0 && heard.every((url) => !/[#?]|c=/.test(url)), heard.join(" "));
});

test("what is saved is what the command line writes, byte for byte", async (context) => {
  const files = { "config.yaml": CONFIG };
  const content = deflateRawSync(JSON.stringify({ v: 1, f: Object.entries(files) })).toString("base64url");
  const page = await visit(context, `${server.address}#c=${content}`);
  await page.locator(".from-link").waitFor();
  await ui.settled(page);
  await click(page, "#take-away");
  await page.locator("#masking").waitFor();
  const formats = { SARIF: "sarif", JSON: "json", CSV: "csv", Markdown: "markdown", "HTML report": "html", Patch: "patch" };
  for (const [name, format] of Object.entries(formats)) {
    await page.getByRole("button", { name: `Save ${name}` }).click();
    assert.equal(await firefox.downloaded(), exported(format, files), name);
  }
});
