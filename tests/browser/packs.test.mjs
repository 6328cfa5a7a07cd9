// Packs of drills: opened or dropped, refused with their place, and never more than text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { bringPack, check, drop, openList, write } from "./study.mjs";

const DRILL = `  - id: one
    title: One
    domain: Supply Chain Security
    kubernetes: "1.33"
    minutes: 5
    task: Mend \`it\`.
    rules: [kubelet-read-only-port]
    hints: [Look.]
    files:
      config.yaml: |
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        readOnlyPort: 10255
    answer:
      config.yaml: |
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
    explanation: Because.
`;
const PACK = `pack: ours\ntitle: Our pack\nabout: Our drills.\ndrills:\n${DRILL}`;
const OWN = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nport: 10251\n";

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const visit = (context, options) => ui.visit(context, browser, server.address, options);

test("a pack is opened by file or by drop, and used like the others", async (context) => {
  const page = await visit(context);
  await openList(page);
  const before = await page.locator(".drill-entry").count();
  await bringPack(page, PACK);
  await page.locator(".pack-opened").waitFor();
  assert.equal(await page.locator(".drill-entry").count(), before + 1);
  await page.locator('.drill-entry[data-drill="one"]').click();
  await page.locator("#drill-title").waitFor();
  await ui.settled(page);
  assert.equal(await page.locator("#drill-title").innerText(), "One");
  await write(page, (await ui.text(page)).replace("readOnlyPort: 10255\n", ""));
  await check(page, "Solved.");
  await page.locator("#drill-leave").click();
  await ui.settled(page);
  const theirs = PACK.replace("pack: ours", "pack: theirs").replace("Our pack", "Their pack");
  await drop(page, { "config.yaml": OWN, "other.yaml": theirs });
  await page.locator("dialog.dialog").waitFor();
  await page.locator(".study h3", { hasText: "Their pack" }).waitFor();
  await page.keyboard.press("Escape");
  assert.deepEqual(await ui.names(page), ["config.yaml"]);
});

test("a malformed pack is refused with its line, and nothing changes", async (context) => {
  const page = await visit(context);
  await openList(page);
  const before = await page.locator(".drill-entry").count();
  await bringPack(page, PACK.replace("kubelet-read-only-port", "kubelet-read-only-prt"));
  const refusal = page.locator(".pack-refusal");
  await refusal.waitFor();
  assert.match(
    await refusal.innerText(),
    /^ours\.yaml, line 11, column 13: There is no rule kubelet-read-only-prt\. Is kubelet-read-only-port meant\?/,
  );
  await page.keyboard.press("Escape");
  await drop(page, { "bad.yaml": "title: x\ndrills:\n  - id: <b>\n" });
  const refused = (words) =>
    page.waitForFunction((words) => document.querySelector(".pack-refusal")?.textContent.startsWith(words), words);
  await refused("bad.yaml, line 3, column 9:");
  assert.equal(await page.locator(".drill-entry").count(), before);
  await bringPack(page, "\0\u0001", "node.bin");
  await refused("node.bin:");
});

test("markup in a pack stays text", async (context) => {
  const page = await visit(context);
  const corpus = [
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "<svg/onload=alert(1)>", "\"><b onclick=x>",
    "<iframe srcdoc='<b>x</b>'>", "javascript:alert(1)", "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>",
    "&lt;b&gt;", "{{constructor.constructor('alert(1)')()}}", "<template><b>", "]]><b>", "<math><mtext><b>",
  ];
  const evil = `\`${corpus.slice(0, 4).join("` `")}\` ${corpus.join(" ")}`;
  const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
  const title = quoted(corpus[0]);
  const name = quoted("<img src=x onerror=alert(1)>.yaml");
  const pack = PACK.replace("title: Our pack", `title: ${title}`)
    .replace("about: Our drills.", `about: ${quoted(evil)}`)
    .replace("title: One", `title: ${quoted(corpus[1])}`)
    .replace("task: Mend `it`.", `task: ${quoted(evil)}`)
    .replace("hints: [Look.]", `hints: [${quoted(evil)}]`)
    .replace("explanation: Because.", `explanation: ${quoted(evil)}`)
    .replaceAll("config.yaml:", `${name}:`)
    .replace("readOnlyPort: 10255", `readOnlyPort: 10255 # ${evil}`);
  await openList(page);
  await bringPack(page, pack, "<b>ours</b>.yaml");
  await page.locator(".pack-opened").waitFor();
  const strange = () => page.evaluate(() => {
    const wrong = "img, iframe, script, b[onclick], style, math, template, a[href^=javascript], [onerror], [onload]";
    const found = [...document.querySelectorAll(`#app :is(${wrong})`)];
    return found.map((element) => element.outerHTML.slice(0, 100));
  });
  assert.deepEqual(await strange(), []);
  assert.ok((await page.locator(".study").innerText()).includes(corpus[0]));
  await page.locator('.drill-entry[data-drill="one"]').click();
  await page.locator("#drill-title").waitFor();
  await ui.settled(page);
  await page.locator("#drill-hint").click();
  assert.equal(await page.locator("#drill-title").innerText(), corpus[1]);
  assert.ok((await page.locator(".drill-task").innerText()).includes(corpus[4]));
  await check(page, "Not yet");
  await page.locator("#drill-show").click();
  await page.locator("#answer-show").click();
  await page.locator(".drill-answer .diff").first().waitFor();
  assert.deepEqual(await strange(), []);
});
