// Study mode: the list of drills, a drill from its task to its answer, and what is remembered.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";
import { begin, check, openList, tellsNothing, write } from "./study.mjs";

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
const dialog = (page) => page.locator("dialog.dialog");

test("the list holds at least 24 drills, and a domain of the exam narrows it", async (context) => {
  const page = await visit(context);
  await openList(page);
  const all = await page.locator(".drill-entry").count();
  assert.ok(all >= 24, `${all} drills`);
  await page.locator("#study-domain").selectOption("System Hardening");
  await page.waitForFunction((all) => document.querySelectorAll(".drill-entry").length < all, all);
  for (const entry of await page.locator(".drill-entry").allInnerTexts()) assert.match(entry, /System Hardening/);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "study-menu");
});

test("a drill hides what would give it away until it is solved", async (context) => {
  const page = await visit(context);
  await begin(page, "kubelet-anonymous");
  assert.equal(await page.evaluate(() => document.activeElement.id), "drill-title");
  await tellsNothing(page);
  const said = () => page.locator(".page > .sr[role=status]").textContent();
  const before = await said();
  const start = await ui.text(page);
  await write(page, `${start}# a note\n`);
  await page.waitForTimeout(1500);
  assert.equal(await said(), before, "no count is announced");
  await tellsNothing(page);
  assert.equal(await page.locator(".drill-rules").count(), 0, "nothing is said before it is asked");
  await check(page, "Not yet: 0 of 1 rule cleared");
  assert.match(await page.locator(".drill-rules .open").innerText(), /^Still found: .* \(config\.yaml, line 5\)/);
  await tellsNothing(page);
  for (const cheat of [
    `# plimsoll: ignore-file kubelet-anonymous-auth a drill\n${start}`,
    start.replace("enabled: true\n  webhook", "enabled: {{ anonymous }}\n  webhook"),
    "",
  ]) {
    await write(page, cheat);
    await check(page, "Not yet");
    await tellsNothing(page);
  }
  await write(page, start.replace("enabled: true", "enabled: false"));
  await check(page, "Solved.");
  assert.equal(await page.locator("#tab-settings").count(), 1);
  await page.locator(".drill").waitFor();
  assert.deepEqual((await ui.rules(page)).includes("kubelet-anonymous-auth"), false);
  assert.equal(await page.locator("#drill-show").count(), 0);
  await openList(page);
  assert.match(await page.locator('.drill-entry[data-drill="kubelet-anonymous"]').innerText(), /solved/);
});

test("hints come one by one, and the answer only after a question, as a diff from one's own text", async (context) => {
  const page = await visit(context);
  await begin(page, "kubelet-flag-wins");
  assert.deepEqual(await ui.names(page), ["kubelet.service", "config.yaml"]);
  for (const count of [1, 2, 3]) {
    assert.equal(await page.locator("#drill-hint").innerText(), `Show a hint (${count} of 3)`);
    await page.locator("#drill-hint").click();
    assert.equal(await page.locator(".drill-hints li").count(), count);
  }
  assert.equal(await page.locator("#drill-hint").innerText(), "There are no more hints.");
  await write(page, `${await ui.text(page)}# mine\n`);
  await page.locator("#drill-show").click();
  await dialog(page).getByRole("button", { name: "Keep trying" }).click();
  await dialog(page).waitFor({ state: "detached" });
  await tellsNothing(page);
  await page.locator("#drill-show").click();
  await page.locator("#answer-show").click();
  const answer = page.locator(".drill-answer .diff");
  await answer.first().waitFor();
  assert.match(await answer.first().innerText(), /kubelet\.service/);
  const gone = (await page.locator(".drill-answer del").allInnerTexts()).join("\n");
  assert.match(gone, /anonymous-auth=true[^]*# mine/);
  await page.waitForFunction(() => document.activeElement.id === "drill-answer");
  assert.ok((await ui.rules(page)).includes("kubelet-anonymous-auth"), "the findings show again");
  await openList(page);
  assert.equal(await page.locator(".drill-state", { hasText: "solved" }).count(), 0);
});

test("one's own files are put aside and come back, whatever drills were tried meanwhile", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "mine.yaml": OWN });
  await page.locator("#version").selectOption("1.30");
  await ui.settled(page);
  await begin(page, "kubelet-read-only-port");
  assert.equal(await page.locator("#version option:checked").textContent(), "1.33");
  await write(page, "spoilt");
  await page.locator("#drill-next").click();
  await page.waitForFunction(() => document.querySelector("#drill-title").textContent.includes("Ask the API server"));
  await ui.settled(page);
  await page.locator("#drill-back").click();
  await page.waitForFunction(() => document.querySelector("#drill-title").textContent.includes("Shut the port"));
  await ui.settled(page);
  assert.match(await ui.text(page), /readOnlyPort: 10255/, "a drill begins as it was");
  await write(page, "spoilt again");
  await page.locator("#drill-again").click();
  await page.waitForFunction(() => {
    const editor = document.querySelector("plimsoll-editor");
    return editor.text(editor.shownDocument).includes("readOnlyPort: 10255");
  });
  await page.locator("#drill-leave").click();
  await ui.settled(page);
  assert.equal(await page.locator(".drill").count(), 0);
  assert.deepEqual(await ui.names(page), ["mine.yaml"]);
  assert.equal(await ui.text(page), OWN);
  assert.equal(await page.locator("#version option:checked").textContent(), "1.30");
  await begin(page, "kubelet-seccomp");
  await page.getByRole("button", { name: "Bring back" }).click();
  await ui.settled(page);
  assert.deepEqual(await ui.names(page), ["mine.yaml"]);
  assert.equal(await page.locator(".drill").count(), 0);
});

test("the timer tells, pauses and hides, and nothing waits for it", async (context) => {
  const page = await visit(context);
  await begin(page, "kubelet-seccomp");
  const time = page.getByRole("timer");
  await page.waitForFunction(() => document.querySelector("[role=timer]").textContent >= "0:02");
  await page.locator("#timer-pause").click();
  const paused = await time.innerText();
  await page.waitForTimeout(1500);
  assert.equal(await time.innerText(), paused);
  await page.locator("#timer-pause").click();
  await page.waitForFunction((paused) => document.querySelector("[role=timer]").textContent > paused, paused);
  await page.locator("#timer-hide").click();
  assert.equal(await time.count(), 0);
  await page.locator("#timer-hide").click();
  await time.waitFor();
});

test("progress is kept only when asked, and forgotten at once", async (context) => {
  // The reload asks for the page's own files once more.
  const page = await visit(context, { requests: /./ });
  const kept = () => page.evaluate(() => Object.keys(localStorage));
  const solve = async () => {
    await begin(page, "kubelet-read-only-port");
    await write(page, (await ui.text(page)).replace("10255", "0"));
    await check(page, "Solved.");
  };
  await solve();
  assert.deepEqual(await kept(), []);
  await openList(page);
  await page.locator("#study-remember").check();
  await page.waitForFunction(() => localStorage.length === 1);
  assert.deepEqual(await kept(), ["plimsoll.study"]);
  await page.reload();
  await ui.settled(page);
  await openList(page);
  assert.match(await page.locator('.drill-entry[data-drill="kubelet-read-only-port"]').innerText(), /solved/);
  assert.ok(await page.locator("#study-remember").isChecked());
  await page.evaluate(() => localStorage.setItem("another", "page's"));
  await page.locator("#study-forget").click();
  await page.waitForFunction(() => !document.querySelector("#study-remember").checked);
  assert.deepEqual(await kept(), ["another"], "what is not ours stays");
  await page.evaluate(() => localStorage.removeItem("another"));
  assert.equal(await page.locator(".drill-state", { hasText: "solved" }).count(), 0);
});

test("progress that was forgotten with everything else is not kept again without being asked", async (context) => {
  const page = await visit(context);
  const kept = () => page.evaluate(() => Object.keys(localStorage));
  await openList(page);
  await page.locator("#study-remember").check();
  await page.waitForFunction(() => localStorage.length === 1);
  await page.locator("#dialog-close").click();
  await page.locator(".foot").getByRole("button", { name: "Privacy" }).click();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await page.waitForFunction(() => localStorage.length === 0);
  await page.locator("#dialog-close").click();
  await begin(page, "kubelet-read-only-port");
  await write(page, (await ui.text(page)).replace("10255", "0"));
  await check(page, "Solved.");
  assert.deepEqual(await kept(), []);
  await openList(page);
  assert.equal(await page.locator("#study-remember").isChecked(), false);
});

test("a link opens a drill, and one to no drill says so", async (context) => {
  const page = await ui.visit(context, browser, `${server.address}#drill=rbac-anonymous`);
  await page.locator("#drill-title").waitFor();
  assert.equal(await page.locator("#drill-title").innerText(), "A role for nobody in particular");
  const other = await ui.visit(context, browser, `${server.address}#drill=none-such`);
  await other.locator(".notices", { hasText: "none-such" }).waitFor();
  assert.equal(await other.locator(".drill").count(), 0);
});

test("by keyboard alone: from the list to the solution and the next drill", async (context) => {
  const page = await visit(context);
  const focused = () =>
    page.evaluate(() => {
      const { id, dataset, localName } = document.activeElement;
      return id || dataset.drill || localName;
    });
  const tabTo = async (wanted) => {
    for (let step = 0; step < 80; step++) {
      if ((await focused()) === wanted) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab does not reach ${wanted}`);
  };
  await tabTo("study-menu");
  await page.keyboard.press("Enter");
  await page.locator(".drill-entry").first().waitFor();
  await tabTo("kubelet-read-only-port");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "drill-title");
  await ui.settled(page);
  await tabTo("drill-hint");
  await page.keyboard.press("Space");
  assert.equal(await page.locator(".drill-hints li").count(), 1);
  assert.equal(await focused(), "drill-hint");
  await tabTo("plimsoll-editor");
  await page.keyboard.press("ControlOrMeta+End");
  const start = await ui.text(page);
  const up = start.split("\n").length - 1 - start.split("\n").findIndex((line) => line.startsWith("readOnlyPort"));
  for (let step = 0; step < up; step++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  for (let step = 0; step < 5; step++) await page.keyboard.press("Backspace");
  await page.keyboard.type("0");
  await ui.settled(page);
  assert.match(await ui.text(page), /readOnlyPort: 0\n/);
  await page.keyboard.press("Escape");
  await tabTo("drill-check");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".drill-result")?.textContent.startsWith("Solved."));
  assert.equal(await focused(), "drill-check", "the focus stays");
  await tabTo("drill-next");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => {
    const { id, textContent } = document.activeElement;
    return id === "drill-title" && textContent.includes("Ask the API server");
  });
});

test("no drill tells what is wrong when it is opened or checked", async (context) => {
  const page = await visit(context);
  const pack = readFileSync(join(ROOT, "crates/rules/data/drills/objects.yaml"), "utf8");
  const ids = [...pack.matchAll(/^  - id: (\S+)$/gm)].map((match) => match[1]);
  assert.ok(ids.length >= 5);
  for (const id of ids) {
    await begin(page, id);
    await check(page, "Not yet");
    await tellsNothing(page);
  }
});
