// Files: opened, dropped, named, closed and brought back; and what happens with those that cannot be read.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inPageOrder, printed } from "./cli.mjs";
import { launch, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { temporary } from "./temporary.mjs";

const UNIT = "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/config.yaml --read-only-port=10255\n";
const KUBELET = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
const CONFIG = `${KUBELET}authentication:\n  anonymous:\n    enabled: true\n`;
const BUNDLE = { "kubelet.service": UNIT, "config.yaml": CONFIG };

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
const button = (page, name) => page.getByRole("button", { name, exact: true });
const problems = (page) => page.locator(".problems li").allTextContents();
const refusal = (page) => page.locator(".refusal").textContent();

test("several files are judged together, with the findings of each named", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  assert.deepEqual(await ui.names(page), Object.keys(BUNDLE));
  const { findings, documents } = JSON.parse(printed(BUNDLE));
  assert.deepEqual(
    (await ui.findings(page)).map(({ rule, place }) => [rule, place]),
    inPageOrder(findings).map((found) => [found.rule, `${documents[found.document].name}:${found.line}`]),
  );
  await page.locator(".finding[data-rule=kubelet-anonymous-auth]").click();
  await page.locator(".file.active .name", { hasText: "config.yaml" }).waitFor();
  assert.equal(await ui.text(page), CONFIG);
});

test("files are opened beside the user's own, and instead of an example", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": CONFIG });
  assert.deepEqual(await ui.names(page), ["config.yaml"]);
  await ui.openFiles(page, { "kubelet.service": UNIT });
  assert.deepEqual(await ui.names(page), ["config.yaml", "kubelet.service"]);
});

/** Drops files on an element of the page or of the editor. */
function drop(page, where, files) {
  return page.evaluate(
    ({ where, files }) => {
      const data = new DataTransfer();
      for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
      const root = document.querySelector("plimsoll-editor").shadowRoot;
      const target = root.querySelector(where) ?? document.querySelector(where);
      for (const name of ["dragenter", "dragover", "drop"]) {
        target.dispatchEvent(
          new DragEvent(name, { dataTransfer: data, bubbles: true, composed: true, cancelable: true }),
        );
      }
    },
    { where, files },
  );
}

for (const where of [".cm-content", "#view", ".head"]) {
  test(`files may be dropped on ${where}`, async (context) => {
    const page = await visit(context);
    await drop(page, where, BUNDLE);
    await page.locator(".file .name", { hasText: "kubelet.service" }).waitFor();
    await ui.settled(page);
    assert.deepEqual(await ui.names(page), Object.keys(BUNDLE));
    assert.equal(await ui.text(page), UNIT);
    assert.equal(await page.locator(".drop").count(), 0);
  });
}

test("a kind chosen by hand is what counts, and Detect takes it back", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, "--anonymous-auth=true\n");
  assert.match(await page.locator("#kind option:checked").textContent(), /^Detected: /);
  await page.locator("#kind").selectOption("apiserver-flags");
  await ui.settled(page);
  assert.ok((await ui.rules(page)).includes("apiserver-anonymous-auth"));
  await page.locator("#kind").selectOption("kubelet-flags");
  await ui.settled(page);
  assert.ok((await ui.rules(page)).includes("kubelet-anonymous-auth"));
  await page.locator("#kind").selectOption("");
  await ui.settled(page);
  assert.match(await page.locator("#kind option:checked").textContent(), /^Detected/);
});

test("F2 renames a file, Escape does not, and the name counts in the report", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  const tab = page.locator(".file .name", { hasText: "config.yaml" });
  await tab.focus();
  await page.keyboard.press("F2");
  await page.locator("#rename:focus").waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("nothing.yaml");
  await page.keyboard.press("Escape");
  await tab.waitFor();
  assert.deepEqual(await ui.names(page), Object.keys(BUNDLE));
  await tab.focus();
  await page.keyboard.press("F2");
  await page.locator("#rename:focus").waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("node.yaml");
  await page.keyboard.press("Enter");
  await page.locator(".file .name", { hasText: "node.yaml" }).waitFor();
  await ui.settled(page);
  assert.deepEqual(await ui.names(page), ["kubelet.service", "node.yaml"]);
  assert.ok((await ui.findings(page)).some((finding) => finding.place === "node.yaml:5"));
});

test("what is typed for a name stays when the page is drawn again", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  await page.locator(".file .name", { hasText: "config.yaml" }).focus();
  await page.keyboard.press("F2");
  await page.locator("#rename:focus").waitFor();
  assert.equal(await page.locator("#rename").inputValue(), "config.yaml");
  await page.keyboard.type("node.yaml");
  await page.evaluate(() => (location.hash = "kubernetes=1.31"));
  await page.waitForFunction(() => document.querySelector("#version").value === "1.31");
  await ui.settled(page);
  assert.equal(await page.locator("#rename").inputValue(), "node.yaml");
  await page.keyboard.press("Enter");
  await page.locator(".file .name", { hasText: "node.yaml" }).waitFor();
});

test("a closed file can be brought back, with what was typed into it", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  await page.evaluate(() => document.querySelector("plimsoll-editor").focusEditor());
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("# mine");
  const mine = await ui.text(page);
  await button(page, "Close kubelet.service").click();
  await ui.settled(page);
  assert.deepEqual(await ui.names(page), ["config.yaml"]);
  await button(page, "Bring back").click();
  await ui.settled(page);
  assert.deepEqual((await ui.names(page)).toSorted(), Object.keys(BUNDLE).toSorted());
  assert.equal(await ui.text(page), mine);
});

test("starting afresh, or choosing an example, puts the user's files aside", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, UNIT);
  await ui.chooseExample(page, "kube-apiserver manifest");
  assert.deepEqual(await ui.names(page), ["kube-apiserver.yaml"]);
  await button(page, "Bring back").click();
  await ui.settled(page);
  assert.equal(await ui.text(page), UNIT);
});

test("an empty document invites; nothing is judged", async (context) => {
  const page = await visit(context);
  await ui.startAfresh(page);
  assert.match(await page.locator(".invitation").textContent(), /Paste a configuration, or drop files anywhere/);
  assert.equal(await page.locator(".finding").count(), 0);
});

const UNREADABLE = {
  "a binary file": [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), /binary file/],
  "UTF-16": [Buffer.from("\uFEFFkind: KubeletConfiguration\n", "utf16le"), /UTF-16\. Save it as UTF-8/],
  "bytes that are no text": [Buffer.from([0x61, 0xc3, 0x28]), /not UTF-8 text \(byte 1/],
};

for (const [name, [content, sentence]] of Object.entries(UNREADABLE)) {
  test(`${name}: says so and leaves the other files alone`, async (context) => {
    const page = await visit(context);
    await ui.openFiles(page, { "config.yaml": CONFIG });
    await ui.openFiles(page, { "other.bin": content });
    assert.match(await refusal(page), sentence);
    assert.match((await problems(page)).join("\n"), sentence);
    assert.ok((await ui.rules(page)).includes("kubelet-anonymous-auth"));
    await page.locator(".file .name", { hasText: "config.yaml" }).click();
    assert.equal(await ui.text(page), CONFIG);
  });
}

test("50 MB: refused in a moment, with the limit, and nothing else is lost", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, CONFIG);
  const file = join(temporary("big"), "big.yaml");
  writeFileSync(file, Buffer.alloc(50_000_000, "kind: KubeletConfiguration\n"));
  const began = Date.now();
  await page.locator("#open-files").setInputFiles(file);
  await page.locator(".refusal").waitFor();
  assert.ok(Date.now() - began < 3000);
  assert.match(await refusal(page), /47\.6 MiB; the limit is 4 MiB/);
  await page.locator(".file .name", { hasText: "config.yaml" }).click();
  assert.equal(await ui.text(page), CONFIG);
});

test("an empty file, and one of no known kind, are named with what to do", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": CONFIG, "notes.txt": "hello world\n", "empty.yaml": "" });
  const said = (await problems(page)).join("\n");
  assert.match(said, /notes\.txt, line 1: This text is not recognised\. .* choose its kind by hand/);
  assert.match(said, /empty\.yaml: this file is empty/);
});

const BROKEN = {
  "invalid YAML": `${CONFIG}authorization: {mode: [\n`,
  "an unterminated quote in YAML": `${CONFIG}clusterDomain: "cluster.local\n`,
  "an unterminated quote in a unit": `[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true "--x\n`,
};

for (const [name, source] of Object.entries(BROKEN)) {
  test(`${name}: the place is named, the rest is judged, and typing goes on`, async (context) => {
    const page = await visit(context);
    await ui.pasteAfresh(page, source);
    const rules = await ui.rules(page);
    assert.ok(rules.includes("kubelet-anonymous-auth"));
    // What systemd makes of a quote is known, so that is a finding; YAML that cannot be read is a problem.
    if (!rules.includes("open-quote")) {
      assert.match((await problems(page)).join("\n"), /line \d+: \w/);
      await page.locator(".problems .link").first().click();
    }
    await page.evaluate(() => document.querySelector("plimsoll-editor").focusEditor());
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("# typed");
    await ui.settled(page);
    assert.equal(await ui.text(page), `${source}# typed`);
  });
}

test("a paste above the limit is refused and changes nothing", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, CONFIG);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "x".repeat(8_000_001));
    document
      .querySelector("plimsoll-editor")
      .shadowRoot.querySelector(".cm-content")
      .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.locator(".notices", { hasText: "too long" }).waitFor();
  assert.equal(await ui.text(page), CONFIG);
});

test("a text above the limit is kept and named, and not judged", async (context) => {
  const page = await visit(context);
  const line = "# 0123456789012345678901234567890123456789\n";
  const text = CONFIG + line.repeat(Math.ceil((4 << 20) / line.length));
  await ui.startAfresh(page);
  await page.evaluate((value) => {
    const data = new DataTransfer();
    data.setData("text/plain", value);
    document
      .querySelector("plimsoll-editor")
      .shadowRoot.querySelector(".cm-content")
      .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await ui.settled(page);
  assert.match((await problems(page)).join("\n"), /4 MiB/);
  assert.equal((await ui.text(page)).length, text.length);
});
