// Links: made on request only, with the settings; with the files where the user says so; opened again, whole or damaged.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { launch, newPage, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const KUBELET = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
const CONFIG = `${KUBELET}authentication:\n  anonymous:\n    enabled: true # 😀 é\n`;
const UNIT = "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/config.yaml --read-only-port=10255\n";
const BUNDLE = { "kubelet.service": UNIT, "config.yaml": CONFIG };

/** Found nowhere else, so that it can be looked for; by its shape a token of kubeadm. */
const CANARY = "abc123.c4nary5ecret9xyz";
const SECRET = `${KUBELET}# kubeadm join --token ${CANARY}\nreadOnlyPort: 10255\n`;

let server, browser, heard;

before(async () => {
  heard = [];
  server = await startServer(undefined, {
    onRequest: ({ method, url, headers }) => heard.push(`${method} ${url} ${JSON.stringify(headers)}`),
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const visit = (context, { fragment = "", ...options } = {}) =>
  ui.visit(context, browser, server.address + fragment, options);
const notices = (page) => page.locator(".notices").textContent();
const linkField = (page) => page.locator("#share-link");

/** Opens the dialog of the link. */
async function openShare(page) {
  await page.locator("#take-away").click();
  await page.locator("#open-share").click();
  await linkField(page).waitFor();
}

/** Puts the files into the link; the link, once it is made. */
async function includeFiles(page) {
  await page.locator("#share-files").check();
  await page.locator("#masking").waitFor();
  await page.waitForFunction(() => document.querySelector("#share-link")?.value.includes("&c="));
  return linkField(page).inputValue();
}

const closeDialog = (page) => page.locator("#dialog-close").click();

/** The files in a link. */
const filesIn = (link) => JSON.parse(inflateRawSync(Buffer.from(/[#&]c=([^&]*)/.exec(link)[1], "base64url")));

/** A fragment with what is given as its files, whatever it is. */
const contentOf = (whole) => `#c=${deflateRawSync(JSON.stringify(whole)).toString("base64url")}`;
const linkOf = (files) => contentOf({ v: 1, f: Object.entries(files) });

test("the address stays as it is through a thousand edits, views, files and dialogs", async (context) => {
  const page = await visit(context);
  await ui.startAfresh(page);
  const address = page.url();
  const steps = await page.evaluate(() => history.length);
  for (let line = 0; line < 50; line += 1) await page.keyboard.type("a: 1 # some typed line\n".slice(0, 20));
  assert.ok((await ui.text(page)).length >= 1000);
  await ui.openFiles(page, BUNDLE);
  for (const view of ["settings", "coverage", "upgrade", "fixed"]) await page.locator(`#tab-${view}`).click();
  await page.locator("#version").selectOption("1.30");
  await openShare(page);
  await includeFiles(page);
  assert.equal(page.url(), address);
  assert.equal(await page.evaluate(() => history.length), steps);
});

test("a link holds the settings and nothing of the files unless asked; it opens to the same", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, BUNDLE);
  await page.locator("#version").selectOption("1.33");
  await page.locator("#profile-menu").click();
  await page.locator(".profile .menu").getByRole("button", { name: "exam" }).click();
  await ui.settled(page);
  await page.locator("#tab-coverage").click();
  await openShare(page);
  const link = await linkField(page).inputValue();
  const pattern = /^#kubernetes=1\.33&profile=cks&view=coverage&rules=\d{4}-\d\d-\d\d_[\d.]+$/;
  assert.match(link.slice(server.address.length), pattern);
  assert.equal(await page.locator("#share-length").getAttribute("data-length"), String(link.length));
  await page.locator("#share-copy").click();
  await page.locator(".outcome", { hasText: "Copied the link." }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  const other = await visit(context, { fragment: new URL(link).hash });
  assert.equal(await other.locator("#version").inputValue(), "1.33");
  assert.equal(await other.locator("#profile-menu .menu-value").textContent(), "CKS topics");
  assert.equal(await other.locator("#tab-coverage").getAttribute("aria-selected"), "true");
  assert.equal(await other.locator(".from-link").count(), 0);
  await openShare(other);
  assert.equal(await linkField(other).inputValue(), link);
});

test("files go in masked, as the preview shows them, and the server hears nothing of them", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "kubelet.service": UNIT, "config.yaml": SECRET });
  await openShare(page);
  const link = await includeFiles(page);
  assert.match(await page.locator(".leave .warning").textContent(), /Whoever has the link can read the files/);
  assert.match(await page.locator(".switch", { hasText: "Mask" }).textContent(), /1 (bootstrap )?token masked/);
  const { v, f } = filesIn(link);
  assert.equal(v, 1);
  const previewed = await page.locator(".preview figure").evaluateAll((all) =>
    all.map((figure) => [figure.querySelector("figcaption").textContent, figure.querySelector("pre").textContent]),
  );
  assert.deepEqual(f, previewed);
  assert.deepEqual(f[0], ["kubelet.service", UNIT]);
  assert.equal(f[1][1].replace(/<masked-[a-z-]+>/, CANARY), SECRET);
  assert.ok(!link.includes(CANARY));
  await closeDialog(page);
  await page.locator(".file .name", { hasText: "config.yaml" }).click();
  assert.equal(await ui.text(page), SECRET);

  heard.length = 0;
  const other = await visit(context, { fragment: new URL(link).hash });
  await other.locator(".from-link", { hasText: "From a link: 2 files." }).waitFor();
  await ui.settled(other);
  assert.deepEqual(await ui.names(other), ["kubelet.service", "config.yaml"]);
  assert.equal(await ui.text(other), UNIT);
  assert.equal(other.url(), link);
  const again = await newPage(browser);
  context.after(() => again.close());
  await again.page.goto(link);
  await again.page.locator(".from-link").waitFor();
  await again.page.reload();
  await again.page.locator(".from-link").waitFor();
  assert.ok(heard.length > 0);
  const content = /c=(.*)/.exec(link)[1].slice(0, 40);
  assert.deepEqual(heard.filter((line) => line.includes(content) || line.includes("%23") || line.includes("rules=")), []);
});

test("masking ends only after a question that counts what would leave, and the link is then whole", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": SECRET });
  await openShare(page);
  const masked = await includeFiles(page);
  await page.locator("#masking").click();
  const question = page.locator(".question");
  assert.match(await question.textContent(), /Without masking, 1 (bootstrap )?token would leave this page/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "keep-masking");
  assert.equal(await linkField(page).inputValue(), masked);
  await page.keyboard.press("Enter");
  await page.locator("#masking:checked").waitFor();
  assert.equal(await linkField(page).inputValue(), masked);
  await page.locator("#masking").click();
  await page.locator("#stop-masking").click();
  await page.locator(".unmasked", { hasText: /Not masked: 1 (bootstrap )?token\./ }).waitFor();
  await page.waitForFunction((old) => (document.querySelector("#share-link")?.value ?? old) !== old, masked);
  const whole = await linkField(page).inputValue();
  assert.deepEqual(filesIn(whole).f, [["config.yaml", SECRET]]);
  await closeDialog(page);
  await openShare(page);
  assert.equal(await page.locator("#share-files").isChecked(), false);
  assert.deepEqual(filesIn(await includeFiles(page)), filesIn(masked), "masking is on again");
  const other = await visit(context, { fragment: new URL(whole).hash });
  await other.locator(".from-link").waitFor();
  assert.equal(await ui.text(other), SECRET);
});

test("kinds chosen by hand, line ends and odd characters survive the way", async (context) => {
  const odd = "--anonymous-auth=true \\\r\n  --v=2\r\n# \u{1F600} \u0085 \u2028 \"quotes\" \\ back\t\r\n";
  const page = await visit(context);
  await ui.openFiles(page, { "flags.txt": odd });
  await page.locator("#kind").selectOption("apiserver-flags");
  await ui.settled(page);
  await openShare(page);
  const link = await includeFiles(page);
  const other = await visit(context, { fragment: new URL(link).hash });
  await other.locator(".from-link").waitFor();
  await ui.settled(other);
  assert.equal(await ui.text(other), odd);
  assert.equal(await other.locator("#kind").inputValue(), "apiserver-flags");
  await openShare(other);
  assert.equal(await includeFiles(other), link);
});

test("a link opened over the user's own text puts that aside", async (context) => {
  const page = await visit(context);
  await ui.pasteAfresh(page, UNIT);
  await page.evaluate((hash) => (location.hash = hash), linkOf({ "config.yaml": CONFIG }));
  await page.locator(".from-link").waitFor();
  await ui.settled(page);
  assert.deepEqual(await ui.names(page), ["config.yaml"]);
  assert.equal(await ui.text(page), CONFIG);
  await page.getByRole("button", { name: "Bring back" }).click();
  await ui.settled(page);
  assert.equal(await ui.text(page), UNIT);
});

test("ordinary files make short links", async (context) => {
  const sample = (name) => readFileSync(join(ROOT, "tests/browser/samples", name), "utf8");
  const limits = { "control-plane.yaml": [8_100, 2_500], "node.yaml": [6_800, 3_500] };
  for (const [name, [least, most]] of Object.entries(limits)) {
    const text = sample(name);
    assert.ok(Buffer.byteLength(text) >= least);
    const page = await visit(context);
    await ui.openFiles(page, { [name]: text });
    await openShare(page);
    const link = await includeFiles(page);
    context.diagnostic(`${name}: ${Buffer.byteLength(text)} bytes, ${link.length} characters`);
    assert.ok(link.length < most, `${link.length}`);
    assert.deepEqual(filesIn(link).f, [[name, text]]);
  }
});

/** Bytes that do not deflate. */
const noise = (length) => `# ${randomBytes(length).toString("base64")}\n`;

test("a long link says so and offers files; one that no browser takes is not made", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "long.yaml": KUBELET + noise(9_000) });
  await openShare(page);
  assert.ok((await includeFiles(page)).length > 8_000);
  assert.match(await page.locator("#share-length").textContent(), /^\d+,\d{3} characters\. Many chat tools/);
  await page.locator("#share-export").click();
  await page.getByRole("dialog", { name: "Take away" }).waitFor();
  await closeDialog(page);
  await ui.openFiles(page, { "longer.yaml": KUBELET + noise(1_000_000) });
  await openShare(page);
  await page.locator("#share-files").check();
  await page.locator("#share-length", { hasText: "No link may have more than 1,000,000 characters." }).waitFor();
  assert.equal(await linkField(page).count(), 0);
  assert.equal(await page.locator("#share-copy").count(), 0);
});

const UNFIT = {
  "kubernetes=1.99": /`kubernetes=1\.99`: this page knows 1\.24 to 1\.37\. The release that is shown above holds/,
  "profile=soc2": /`profile=soc2`: there are .*cks.*The profile that is shown above judges instead/,
  "view=graph": /`view=graph`: .*The view stays as it is/,
  "rules=new": /`rules=new`: a date and a version are expected/,
  "rules=2020-01-01_0.0.9": /made with Plimsoll 0\.0\.9 and the rules of 2020-01-01\. This page is Plimsoll .*other things/,
  "c=%%%": /The files in the link are damaged, so none of them was opened/,
  "c=AAAA": /The files in the link are damaged, so none of them was opened/,
  [contentOf({ v: 2, f: [["a", "b"]] }).slice(1)]: /written in form 2; this page reads form 1/,
  [contentOf({ v: 1, f: [["a", "b", "novel"]] }).slice(1)]: /`novel`, a kind that this page does not know/,
  [contentOf({ v: 1, f: [] }).slice(1)]: /The link holds no files\./,
  [contentOf({ v: 1, f: "no list" }).slice(1)]: /damaged/,
  [contentOf({ v: 1, f: [[1, 2]] }).slice(1)]: /damaged/,
  [contentOf([]).slice(1)]: /damaged/,
};

test("what a link asks for and this page does not have is said, never silently replaced", async (context) => {
  for (const [fragment, sentence] of Object.entries(UNFIT)) {
    const page = await visit(context, { fragment: `#${fragment}` });
    await page.locator(".from-link").waitFor();
    assert.match(await notices(page), sentence);
    assert.equal(await page.locator("#version").inputValue(), "");
    assert.equal(await page.locator("#profile-menu .menu-value").textContent(), "Every rule");
    await page.locator(".from-link").getByRole("button", { name: "Dismiss" }).click();
    await page.locator(".from-link").waitFor({ state: "detached" });
    await page.close();
  }
});

test("a link of a few characters cannot swell without end, nor one of a million be read", async (context) => {
  const page = await visit(context);
  const bomb = deflateRawSync(Buffer.alloc(600_000_000 / 8, "a")).toString("base64url");
  const began = Date.now();
  await page.evaluate((hash) => (location.hash = hash), `#c=${bomb}`);
  await page.locator(".from-link", { hasText: "larger than 4 MiB" }).waitFor();
  assert.ok(Date.now() - began < 3_000);
  await page.evaluate(() => (location.hash = `#view=fixed&c=${"A".repeat(1_000_001)}`));
  await page.locator(".from-link", { hasText: "the limit is 1000000" }).waitFor();
  assert.equal(await page.locator("#tab-findings").getAttribute("aria-selected"), "true");
});

/** Numbers that are the same in each run. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % sides;
  };
}

/** One to three letters of `text` changed, lost or added, or its end cut off. */
function damaged(text, roll) {
  const letters = "ABCxyz019-_=&%#<";
  let letter = [...text];
  for (let count = roll(3); count >= 0; count -= 1) {
    const at = roll(letter.length);
    const how = roll(4);
    if (how === 0) letter = letter.slice(0, at + 1);
    else letter.splice(at, how === 1 ? 0 : 1, ...(how === 2 ? [] : [letters[roll(letters.length)]]));
  }
  return letter.join("");
}

test("damaged links are read or refused, and a whole one still opens after them", async (context) => {
  const page = await visit(context);
  const roll = dice(20_261_121);
  const good = `${linkOf(BUNDLE)}&kubernetes=1.33&profile=cks&view=settings&rules=2026-01-01_0.1.0`;
  await page.evaluate(
    async (links) => {
      for (const link of links) {
        location.hash = link;
        await new Promise((done) => setTimeout(done, 5));
      }
    },
    Array.from({ length: 300 }, () => damaged(good, roll)),
  );
  await page.evaluate(() => (location.hash = "#view=findings"));
  await page.evaluate((hash) => (location.hash = hash), linkOf({ "whole.yaml": CONFIG }));
  await page.locator(".file .name", { hasText: "whole.yaml" }).waitFor();
  await page.locator("#version").selectOption("");
  await ui.settled(page);
  assert.equal(await ui.text(page), CONFIG);
});

const MARKUP = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<svg/onload=alert(1)>",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "</pre></textarea><iframe srcdoc='<script>alert(1)</script>'>",
  "\u202Etxt.exe<b>x",
];

test("markup in a link is text, wherever it stands", async (context) => {
  const page = await visit(context);
  page.on("dialog", (dialog) => assert.fail(`a dialog said ${dialog.message()}`));
  // Scripts of the page stand in its body too, so what was there is counted. The editor draws empty images as buffers.
  const images = "img:not(.cm-widgetBuffer)";
  const alien = () => page.locator(`body :is(script, ${images}, iframe, object, embed, [onload], [onerror], x)`).count();
  const before = await alien();
  for (const markup of MARKUP) {
    const files = linkOf({ [markup]: `${KUBELET}${markup}: ${markup}\nreadOnlyPort: "${markup}"\n` });
    const keys = ["kubernetes", "profile", "view", "rules", "drill", "theme", "kind", "name", markup];
    const wrong = keys.map((key) => `${key}=${encodeURIComponent(markup)}`).join("&");
    await page.evaluate((hash) => (location.hash = hash), `${files}&${wrong}`);
    await page.locator(".file .name", { hasText: markup }).waitFor();
    await ui.settled(page);
    await page.locator(".finding").first().click();
    await openShare(page);
    await includeFiles(page);
    assert.ok((await page.locator(".preview").textContent()).includes(markup));
    await closeDialog(page);
  }
  assert.equal(await alien(), before);
});

test("by the keyboard alone: from the head to the copied link", async (context) => {
  const page = await visit(context);
  await page.locator("#take-away").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Take away" }).waitFor();
  await tabTo(page, "open-share");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Share a link" }).waitFor();
  await tabTo(page, "share-files");
  await page.keyboard.press("Space");
  await page.locator("#masking").waitFor();
  await page.waitForFunction(() => document.querySelector("#share-link")?.value.includes("&c="));
  await tabTo(page, "share-copy");
  await page.keyboard.press("Enter");
  await page.locator(".outcome", { hasText: "Copied the link." }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "take-away");
});

/** Presses Tab until the element with this id has the focus. */
async function tabTo(page, id) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement.id)) === id) return;
  }
  assert.fail(`Tab does not reach ${id}`);
}

test("where copying is refused, the link is there, selected", async (context) => {
  const page = await visit(context);
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
  await openShare(page);
  await page.locator("#share-copy").click();
  await page.locator("#copy-by-hand").waitFor();
  const selected = await page.evaluate(() => {
    const area = document.activeElement;
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  assert.equal(selected, await linkField(page).inputValue());
});

test("a link opened in a fresh page does not show the example first", async (context) => {
  const session = await newPage(browser);
  context.after(() => session.close());
  await session.page.addInitScript(() => {
    globalThis.seen = [];
    new MutationObserver(() => {
      for (const name of document.querySelectorAll(".file .name")) globalThis.seen.push(name.textContent);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await session.page.goto(server.address + linkOf({ "mine.yaml": CONFIG }));
  await session.page.locator(".from-link").waitFor();
  assert.deepEqual(new Set(await session.page.evaluate(() => globalThis.seen)), new Set(["untitled", "mine.yaml"]));
});
