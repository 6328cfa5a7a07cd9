// What is said to those who listen: the counts once typing pauses, what a fix did, and nothing twice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, paste, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n";

/** Longer than the pause before an announcement; see web/src/hooks/announce.rs. */
const QUIET = 1500;

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the page and records what its polite regions say. */
async function listen(context) {
  const page = await ui.visit(context, browser, server.address);
  await page.waitForTimeout(QUIET);
  await page.evaluate(() => {
    globalThis.said = [];
    const region = document.querySelector(".page > .sr[role=status]");
    const options = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => said.push(region.textContent)).observe(region, options);
    const notices = document.querySelector(".notices");
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) said.push(node.textContent);
    }).observe(notices, { childList: true });
  });
  return page;
}

const said = (page) => page.evaluate(() => globalThis.said.splice(0));

test("nothing is said while typing, then the counts once", async (context) => {
  const page = await listen(context);
  await ui.startAfresh(page);
  await paste(page, CONFIG);
  await page.waitForTimeout(QUIET);
  await said(page);
  await page.keyboard.press("ControlOrMeta+End");
  for (const letter of "enableServer: maybe") {
    await page.keyboard.type(letter);
    await page.waitForTimeout(60);
    assert.deepEqual(await said(page), [], `at ${letter}`);
  }
  await page.waitForTimeout(QUIET);
  const [sentence, ...more] = await said(page);
  assert.match(sentence, /^\d+ findings: .*\d+ high/);
  assert.deepEqual(more, []);
});

test("counts that stay are not said again", async (context) => {
  const page = await listen(context);
  await ui.pasteAfresh(page, CONFIG);
  await page.waitForTimeout(QUIET);
  await said(page);
  await page.keyboard.type("# a remark");
  await page.waitForTimeout(QUIET);
  assert.deepEqual(await said(page), []);
});

test("a fix says what it did and what is left, taking it back likewise", async (context) => {
  const page = await listen(context);
  await ui.pasteAfresh(page, CONFIG);
  await page.waitForTimeout(QUIET);
  await said(page);
  await page.locator(".finding[data-rule=kubelet-read-only-port]").click();
  await page.locator(".fix-this").first().click();
  await page.waitForTimeout(QUIET);
  const [done, ...more] = await said(page);
  assert.match(done, /^Done: .*readOnlyPort.*\. \d+ findings: /);
  assert.deepEqual(more, []);
  await page.locator(".list .undo").click();
  await page.waitForTimeout(QUIET);
  const [back, ...rest] = await said(page);
  assert.match(back, /^Taken back: .*readOnlyPort.*\. \d+ findings: /);
  assert.deepEqual(rest, []);
});

test("the filter says what it hides, a view and a finding that is only looked at say nothing", async (context) => {
  const page = await listen(context);
  await page.locator(".worst-only").click();
  await page.waitForTimeout(QUIET);
  const all = await said(page);
  assert.equal(all.length, 1, all.join("\n"));
  assert.match(all[0], / \d+ hidden by the filter\.$/);
  await page.locator(".left-out button").click();
  await page.waitForTimeout(QUIET);
  assert.equal((await said(page)).length, 1);
  await page.locator(".finding").nth(1).click();
  await page.locator("#tab-settings").click();
  await page.waitForTimeout(QUIET);
  assert.deepEqual(await said(page), []);
});

test("a notice is said alone, not with those that stand already", async (context) => {
  const page = await listen(context);
  assert.equal(await page.locator(".notices").getAttribute("aria-atomic"), "false");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.locator(".notices p").waitFor();
  await page.waitForTimeout(QUIET);
  assert.deepEqual(await said(page), ["Copied. Dismiss"]);
});
