// The messages between the linter and the page around it, spoken by a host of its own: who is answered, what is
// answered, and that nothing that is sent breaks the frame.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { check } from "./cli.mjs";
import { around, frameOf, openHost, site } from "./embed.mjs";
import { launch } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n";
const FLAGS = "kubelet --read-only-port=10255 # geheim\n";

/** A host that keeps what it hears and says what a test wants. */
const HOST = `<iframe id="frame" src="plimsoll/plimsoll.html#embed=1" title="Linter" sandbox="allow-scripts"
  width="700" height="500"></iframe>
<script>
  const heard = [];
  const frame = document.getElementById("frame");
  addEventListener("message", ({ source, data }) => source === frame.contentWindow && heard.push(data));
  const say = (message) => frame.contentWindow.postMessage(message, "*");
  const tell = (message) => say({ plimsoll: 1, ...message });
</script>`;

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** The host, its frame, and what was heard of a type. */
async function hosted(context, options = {}) {
  const { page, address } = await openHost(context, browser, site({ "index.html": around(HOST, "") }), options);
  const frame = await frameOf(page.locator("#frame"));
  await ui.settled(frame);
  const tell = (message) => page.evaluate((message) => tell(message), message);
  const heard = (type) => page.evaluate((type) => heard.filter((message) => message.type === type), type);
  const wait = async (type, count = 1) => {
    await page.waitForFunction(([type, count]) => heard.filter((message) => message.type === type).length >= count, [
      type,
      count,
    ]);
    return (await heard(type)).at(-1);
  };
  return { page, address, frame, tell, heard, wait };
}

test("before it is configured, the frame says only that it is ready", async (context) => {
  const { page, frame, tell, wait } = await hosted(context);
  await wait("ready");
  await frame.locator("plimsoll-editor .cm-content").click();
  await page.keyboard.type(FLAGS);
  await ui.settled(frame);
  for (const type of ["get-content", "get-report", "focus"]) await tell({ type, id: 1 });
  await tell({ type: "set-content", files: [{ name: "a", text: "b" }] });
  await page.waitForTimeout(200);
  assert.equal(await ui.text(frame), FLAGS);
  const heard = await page.evaluate("heard");
  assert.deepEqual(Object.keys(heard[0]).toSorted(), ["kubernetes", "plimsoll", "rules", "type", "version"]);
  assert.deepEqual(
    heard.map(({ plimsoll, type }) => [plimsoll, type]),
    [[1, "ready"]],
  );
  assert.match(heard[0].rules, /^\d{4}-\d\d-\d\d$/);
});

test("the files of its address are judged as the host's own, whole or said to be damaged", async (context) => {
  const content = (files) => deflateRawSync(JSON.stringify({ v: 1, f: Object.entries(files) })).toString("base64url");
  const host = (c) => HOST.replace("#embed=1", `#embed=1&readonly=1&kubernetes=1.31&c=${c}`);
  const files = { "a.service": "[Service]\nExecStart=/usr/bin/kubelet --config=/b.yaml\n", "b.yaml": CONFIG };
  const pages = { "index.html": around(host(content(files)), ""), "bad.html": around(host("AAAA"), "") };
  const folder = site(pages);
  const { page } = await openHost(context, browser, folder);
  const frame = await frameOf(page.locator("#frame"));
  await frame.locator(".file .name", { hasText: "b.yaml" }).waitFor();
  await ui.settled(frame);
  assert.deepEqual(await ui.names(frame), Object.keys(files));
  assert.ok((await ui.rules(frame)).includes("kubelet-read-only-port"));
  assert.equal(await frame.locator(".notices p").count(), 0);
  await page.evaluate(() => tell({ type: "configure" }));
  await page.evaluate(() => tell({ type: "get-content", id: 1 }));
  await page.waitForFunction(() => heard.some(({ type }) => type === "content"));
  const told = await page.evaluate(() => heard);
  const { files: given } = told.find(({ type }) => type === "content");
  assert.deepEqual(Object.fromEntries(given.map(({ name, text }) => [name, text])), files);
  assert.ok(told.every(({ type }) => type !== "changed"), "the user changed nothing");

  const bad = await openHost(context, browser, folder, { path: "bad.html" });
  const broken = await frameOf(bad.page.locator("#frame"));
  await broken.locator(".notices", { hasText: "damaged" }).waitFor();
});

test("configured, it reports without any text, and gives the text when asked", async (context) => {
  const { page, tell, wait, heard } = await hosted(context);
  await tell({ type: "configure", settings: { kubernetes: "1.31" }, files: [{ name: "flags.txt", text: FLAGS }] });
  const report = await wait("report");
  const { findings } = check(FLAGS, ["--kubernetes", "1.31"]);
  assert.equal(report.kubernetes, "1.31");
  assert.deepEqual(report.rules.toSorted(), [...new Set(findings.map(({ rule }) => rule))].toSorted());
  const high = findings.filter(({ severity }) => severity === "high").length;
  assert.equal(report.counts.high, high);
  assert.deepEqual(Object.keys(report).toSorted(), ["counts", "kubernetes", "plimsoll", "rules", "type"]);
  assert.ok(!JSON.stringify(await page.evaluate("heard")).includes("geheim"));

  await tell({ type: "get-content", id: "mine" });
  const content = await wait("content");
  assert.deepEqual([content.id, content.files.length], ["mine", 1]);
  assert.deepEqual([content.files[0].name, content.files[0].text], ["flags.txt", FLAGS]);
  await tell({ type: "get-report", id: 7 });
  const full = await wait("report", 2);
  assert.equal(full.id, 7);
  assert.deepEqual(full.report.findings, findings);
  assert.equal((await heard("error")).length, 0);
});

test("a question right after other files is answered for those files", async (context) => {
  const { page, wait } = await hosted(context);
  await page.evaluate((text) => {
    tell({ type: "configure", files: [{ name: "a.txt", text: "kubelet --read-only-port=1\n" }] });
    tell({ type: "set-content", files: [{ name: "b.txt", text }] });
    tell({ type: "get-content", id: 1 });
    tell({ type: "get-report", id: 2 });
  }, FLAGS);
  assert.equal((await wait("content")).files[0].name, "b.txt");
  await page.waitForFunction(() => heard.some(({ type, id }) => type === "report" && id === 2));
  const answer = await page.evaluate(() => heard.find(({ type, id }) => type === "report" && id === 2));
  assert.equal(answer.report.documents[0].name, "b.txt");
});

test("what the user types is told, not shown; theme and focus follow", async (context) => {
  const { page, frame, tell, wait, heard } = await hosted(context);
  await tell({ type: "configure" });
  await tell({ type: "set-theme", theme: "dark" });
  await frame.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  await tell({ type: "set-theme", theme: "auto" });
  await frame.waitForFunction(() => document.documentElement.dataset.theme === undefined);
  await tell({ type: "set-content", files: [{ name: "a.txt", text: "kubelet\n" }] });
  await page.waitForTimeout(100);
  assert.equal((await heard("changed")).length, 0, "what the host gave is no change of the user's");
  await tell({ type: "focus" });
  await frame.waitForFunction(() => document.activeElement?.localName === "plimsoll-editor");
  await page.keyboard.type("# x");
  assert.deepEqual(await wait("changed"), { plimsoll: 1, type: "changed" });
});

test("nobody but the page around is heard, and only from the first origin", async (context) => {
  const { page, frame, tell, heard } = await hosted(context);
  const text = "kubelet --read-only-port=3\n";
  await tell({ type: "configure", files: [{ name: "a.txt", text: FLAGS }] });
  await ui.settled(frame);
  await page.evaluate((text) => {
    globalThis.intrude = `parent.frames[0].postMessage(
      { plimsoll: 1, type: "set-content", files: [{ name: "b.txt", text: ${JSON.stringify(text)} }] }, "*")`;
    const beside = document.createElement("iframe");
    beside.title = "Beside";
    beside.srcdoc = `<script>${intrude}<\/script>`;
    document.body.append(beside);
    return new Promise((done) => beside.addEventListener("load", done));
  }, text);
  // A message of the frame to itself has another source; one that bears another origin has another origin.
  await frame.evaluate((text) => {
    const data = { plimsoll: 1, type: "set-content", files: [{ name: "b.txt", text }] };
    postMessage(data, "*");
    dispatchEvent(new MessageEvent("message", { data, source: window, origin: "http://host" }));
    dispatchEvent(new MessageEvent("message", { data, source: parent, origin: "https://elsewhere.example" }));
    dispatchEvent(new MessageEvent("message", { data, source: null, origin: "" }));
  }, text);
  await page.waitForTimeout(200);
  assert.equal(await ui.text(frame), FLAGS);
  assert.equal((await heard("error")).length, 0);
});

test("a page that is not asked to be embedded answers nobody", async (context) => {
  const body = HOST.replace("#embed=1", "");
  const { page } = await openHost(context, browser, site({ "index.html": around(body, "") }));
  const frame = await frameOf(page.locator("#frame"));
  await ui.settled(frame);
  await page.evaluate(() => tell({ type: "configure" }));
  await page.evaluate(() => tell({ type: "get-content", id: 1 }));
  await page.waitForTimeout(200);
  assert.deepEqual(await page.evaluate("heard"), []);
});

test("another version, malformed, huge and random messages change nothing and throw nothing", async (context) => {
  const { page, frame, tell, wait, heard } = await hosted(context);
  await tell({ type: "configure", files: [{ name: "a.txt", text: FLAGS }] });
  await wait("report");
  const bad = await page.evaluate(() => {
    const files = [{ name: "b", text: "c" }];
    const named = [undefined, null, 0, "", "configure", [], [1], {}, { plimsoll: 1 }, { type: "set-content", files }];
    for (const data of named) say(data);
    for (const plimsoll of [0, 2, "1", true, null, [1]]) say({ plimsoll, type: "set-content", files });
    const values = [undefined, null, -1, NaN, 1e9, "x".repeat(300), [], {}, [[]], new Date(), new Map([[1, 2]]), 1n];
    const types = ["configure", "set-content", "get-content", "get-report", "set-theme", "focused", "__proto__", 7];
    for (const type of types)
      for (const value of values)
        for (const key of ["settings", "files", "id", "theme"])
          if (!(type === "configure" && key !== "settings" && key !== "files"))
            // An empty list is a list of files.
            if (key !== "files" || !Array.isArray(value) || value.length > 0) tell({ type, [key]: value });
    tell({ type: "set-content", files: [{ name: "big", text: "x".repeat(4 * 1024 * 1024 + 1) }] });
    tell({ type: "set-content", files: Array(65).fill(files[0]) });
    tell({ type: "set-content", files: [{ name: "n".repeat(201), text: "x" }] });
    return types.length * values.length;
  });
  assert.ok(bad > 0);
  await tell({ type: "get-content", id: "after" });
  await page.waitForFunction(() => heard.some(({ type, id }) => type === "content" && id === "after"));
  const content = await page.evaluate(() => heard.find(({ id }) => id === "after"));
  assert.deepEqual(
    content.files.map(({ name, text }) => [name, text]),
    [["a.txt", FLAGS]],
  );
  const errors = await heard("error");
  assert.ok(errors.length > 0 && errors.every(({ code, message }) => code && message.endsWith(".")));
  assert.ok((await ui.rules(frame)).includes("kubelet-read-only-port"));
});

const MARKUP = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "\"><svg onload=alert(1)>",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "' onmouseover='alert(1)",
];

test("markup in texts, names, kinds and settings stays text", async (context) => {
  const { page, frame, tell } = await hosted(context);
  const dialogs = [];
  page.on("dialog", (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
  for (const markup of MARKUP) {
    const text = `kubelet --read-only-port=10255 --node-ip='${markup}' --${markup}\n# ${markup}\n`;
    const settings = { kubernetes: markup, profile: markup, view: markup };
    await tell({ type: "configure", settings, files: [{ name: markup, text, kind: markup }, { name: "b", text }] });
    await frame.waitForFunction(
      (name) => document.querySelector(".file .name")?.textContent === name,
      markup,
    );
    await ui.settled(frame);
    for (const tab of ["settings", "coverage", "fixed", "findings"]) {
      await frame.locator(`#tab-${tab}`).click();
      await ui.settled(frame);
      const strange = await frame.evaluate(() => {
        const all = [document, document.querySelector("plimsoll-editor").shadowRoot];
        return all.flatMap((root) => [...root.querySelectorAll("img:not(.cm-widgetBuffer), #app script, [onerror], [onload], [onmouseover]")])
          .length;
      });
      assert.equal(strange, 0, `${markup} in ${tab}`);
    }
    assert.equal(await frame.evaluate(() => document.querySelector('a[href^="javascript:"]')), null);
  }
  assert.deepEqual(dialogs, []);
});
