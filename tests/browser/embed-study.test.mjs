// Drills in other pages: packs that a page brings in the slot of the element or by message, judged inside the frame.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { around, embed, events, frameOf, listening, openHost, recipe, site } from "./embed.mjs";
import { launch } from "./harness.mjs";
import * as ui from "./page.mjs";
import { check, tellsNothing, write } from "./study.mjs";

const GOOD = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
const drill = (id) => `  - id: ${id}
    title: Drill ${id}
    domain: Cluster Setup
    kubernetes: "1.33"
    minutes: 5
    task: Close the port of ${id}.
    rules: [kubelet-read-only-port]
    files:
      config.yaml: |
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        readOnlyPort: 10255
    answer:
      config.yaml: |
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
`;
const pack = (id, ...drills) => `pack: ${id}\ntitle: Pack ${id}\ndrills:\n${drills.map(drill).join("")}`;
const inScript = (text, name = "") => `<script type="application/yaml" data-pack data-name="${name}">\n${text}</script>`;
const linter = (attributes, inside) => `<plimsoll-linter ${attributes}>${inside}</plimsoll-linter>`;

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

const open = (context, body) => openHost(context, browser, site({ "index.html": around(body + listening) }));
const title = (frame) => frame.locator("#drill-title").innerText();
const shows = (frame, words) => frame.locator("#drill-title", { hasText: words }).waitFor();

test("a pack in the slot opens its first drill, which is worked on like any other", async (context) => {
  const body = linter('height="700"', inScript(pack("ours", "one", "two")) + inScript(pack("more", "three")));
  const { page } = await open(context, body);
  const frame = await embed(page);
  await shows(frame, "Drill one");
  await ui.settled(frame);
  await tellsNothing(frame);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "body", "the reader is elsewhere");
  await write(frame, GOOD);
  await check(frame, "Solved.");
  await frame.locator("#drill-next").click();
  await shows(frame, "Drill two");
  await frame.locator("#drill-next").click();
  await shows(frame, "Drill three");
  assert.equal(await frame.locator("#drill-next").count(), 0, "those of the project are not among them");
  await frame.locator("#drill-leave").click();
  await frame.locator("#study-menu").click();
  const listed = await frame.locator(".drill-entry").evaluateAll((all) => all.map((one) => one.dataset.drill));
  assert.deepEqual(listed, ["one", "two", "three"]);
  await frame.locator('.drill-entry[data-drill="two"]').click();
  await shows(frame, "Drill two");
});

test("the attribute names a drill: of the slot, or of the project where the slot has none", async (context) => {
  const body =
    linter('id="own" drill="two"', inScript(pack("ours", "one", "two"))) +
    linter('id="theirs" drill="kubelet-anonymous"', "");
  const { page } = await open(context, body);
  const own = await embed(page, 0);
  await shows(own, "Drill two");
  const theirs = await embed(page, 1);
  await theirs.locator("#drill-title").waitFor();
  await page.evaluate(() => document.getElementById("own").setAttribute("drill", "one"));
  await shows(own, "Drill one");
  assert.deepEqual((await events(page)).filter(({ name }) => name === "error" || name === "change"), []);
});

test("files beside a pack are shown first, and are back after a drill", async (context) => {
  const body = linter("", `<pre><code data-name="mine.yaml">${GOOD}port: 10251\n</code></pre>${inScript(pack("ours", "one"))}`);
  const { page } = await open(context, body);
  const frame = await embed(page);
  await frame.locator("#study-menu").click();
  await frame.locator('.drill-entry[data-drill="one"]').click();
  await shows(frame, "Drill one");
  await frame.locator("#drill-leave").click();
  await ui.settled(frame);
  assert.deepEqual(await ui.names(frame), ["mine.yaml"]);
});

test("a refused pack is said in the frame and to the host; mended, it opens", async (context) => {
  const broken = pack("ours", "one").replace("kubelet-read-only-port", "kubelet-read-only-prt");
  const { page } = await open(context, linter("", inScript(broken, "lab.yaml")));
  const frame = await embed(page);
  const words = /^lab\.yaml, line 10, column 13: There is no rule `kubelet-read-only-prt`\./;
  await frame.locator(".notices", { hasText: "kubelet-read-only-prt" }).waitFor();
  await page.waitForFunction(() => heard.some(({ name }) => name === "error"));
  const [{ detail }] = (await events(page)).filter(({ name }) => name === "error");
  assert.equal(detail.code, "pack");
  assert.match(detail.message, words);
  assert.equal(await frame.locator("dialog[open]").count(), 0, "nothing opens that nobody asked for");
  await page.evaluate((text) => (document.querySelector("script[data-pack]").textContent = text), pack("ours", "one"));
  await shows(frame, "Drill one");
});

test("by message a host brings packs and names a drill", async (context) => {
  const host = `<iframe id="frame" src="plimsoll/plimsoll.html#embed=1" title="Linter" sandbox="allow-scripts"
    width="900" height="600"></iframe><script>
    const frame = document.getElementById("frame");
    const heard = [];
    addEventListener("message", ({ source, data }) => source === frame.contentWindow && heard.push(data));
    const tell = (message) => frame.contentWindow.postMessage({ plimsoll: 1, ...message }, "*");
  </script>`;
  const { page } = await openHost(context, browser, site({ "index.html": around(host, "") }));
  const frame = await frameOf(page.locator("#frame"));
  await ui.settled(frame);
  const packs = [{ name: "ours", text: pack("ours", "one", "two") }];
  await page.evaluate((packs) => tell({ type: "configure", packs, settings: { drill: "two" } }), packs);
  await shows(frame, "Drill two");
  for (const strange of [7, [{ name: "x" }], { name: "x" }, [{ name: "x".repeat(201), text: "" }]])
    await page.evaluate((packs) => tell({ type: "configure", packs }), strange);
  await page.waitForFunction(() => heard.filter(({ type }) => type === "error").length === 4);
  assert.equal(await title(frame), "Drill two");
});

test("markup in a pack stays text, in the frame and around it", async (context) => {
  const evil = `<img src=x onerror=alert(1)> <svg/onload=alert(1)>`;
  const text = pack("ours", "one").replace("title: Drill one", `title: '${evil}'`).replace("title: Pack", `title: '${evil}' #`);
  const { page } = await open(context, linter("", inScript(text)));
  const frame = await embed(page);
  await shows(frame, "onerror");
  assert.equal(await title(frame), evil);
  assert.equal(await frame.locator("img, svg[onload]").count(), 0);
});

test("the recipe of the guide opens its drill", async (context) => {
  const { page } = await openHost(context, browser, site({ "index.html": around(recipe("drills.html")) }));
  const frame = await embed(page);
  await shows(frame, "A port that nobody asked for");
  await ui.settled(frame);
  await write(frame, (await ui.text(frame)).replace("readOnlyPort: 10255\n", ""));
  await check(frame, "Solved.");
});
