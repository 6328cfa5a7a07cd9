// Profiles: chosen from the list, opened, dropped or pasted; and what is said of one that cannot be read.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "./cli.mjs";
import { launch, paste, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
readOnlyPort: 10255
`;
const TEAM = `name: team
extends: cis-level-1
kubernetes: "1.33"
rules:
  kubelet-read-only-port: off
  kubelet-anonymous-auth: medium
`;
const WRONG = "name: team\nrules:\n  kubelet-anonymus-auth: off\n";

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
const label = (page) => page.locator("#profile-menu .menu-value").textContent();
const menu = (page) => page.locator(".profile .menu");

/** Waits until this profile judges. */
async function judging(page, name) {
  await page.waitForFunction((name) => document.querySelector(".menu-value").textContent === name, name);
  await ui.settled(page);
}

async function choose(page, title, name) {
  await page.locator("#profile-menu").click();
  await menu(page).getByRole("button", { name: title }).click();
  await judging(page, name);
}

async function openProfile(page, name, text) {
  await page.locator("#open-profile").setInputFiles({ name, mimeType: "application/yaml", buffer: Buffer.from(text) });
}

/** Drops files, given as `{ name: text }`, on the page. */
async function drop(page, files) {
  const data = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.locator(".page").dispatchEvent("drop", { dataTransfer: data });
}

/** The page must list what the command line reports with these arguments. */
async function agrees(page, source, more) {
  const expected = check(source, more).findings.map((finding) => finding.rule);
  assert.deepEqual((await ui.rules(page)).toSorted(), expected.toSorted(), more.join(" "));
}

test("the project's profiles are listed by title and number of rules, and judge as the command line does", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": CONFIG });
  assert.equal(await label(page), "Every rule");
  assert.equal(await page.locator("#profile-reset").count(), 0);
  await page.locator("#profile-menu").click();
  const listed = await menu(page).locator("button").allInnerTexts();
  assert.equal(listed.length, 6);
  for (const entry of listed) assert.match(entry, /\n\d+ rules$/);
  assert.equal(await menu(page).locator("[aria-current=true] strong").textContent(), "Every rule");
  await page.keyboard.press("Escape");
  for (const [title, name, flag] of [
    ["CIS Kubernetes Benchmark 1.12, level 1", "CIS level 1", "cis-level-1"],
    ["DISA Kubernetes STIG", "DISA STIG", "stig"],
  ]) {
    await choose(page, title, name);
    await agrees(page, CONFIG, ["--profile", flag]);
  }
  await page.locator("#profile-reset").click();
  await judging(page, "Every rule");
  await agrees(page, CONFIG, []);
});

test("a profile of one's own judges: severity, rules and release", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": CONFIG });
  const before = await ui.rules(page);
  await openProfile(page, "team.yaml", TEAM);
  await judging(page, "team");
  const found = await ui.findings(page);
  assert.equal(found.find(({ rule }) => rule === "kubelet-anonymous-auth").severity, "medium");
  assert.ok(before.includes("kubelet-read-only-port") && !found.some(({ rule }) => rule === "kubelet-read-only-port"));
  assert.equal(await page.locator("#version option:checked").textContent(), "Auto: 1.33");
  assert.equal(await page.locator("#release-basis").textContent(), "chosen by the profile");
  assert.deepEqual(await ui.names(page), ["config.yaml"]);
  await page.locator("#profile-menu").click();
  assert.match(await menu(page).locator("[aria-current=true]").innerText(), /^team\n\d+ rules from team\.yaml$/);
  await menu(page).getByRole("button", { name: "Every rule" }).click();
  await judging(page, "Every rule");
  assert.deepEqual(await ui.rules(page), before);
  await choose(page, "team", "team");
});

test("one that cannot be read is refused with its place, and the former profile stays", async (context) => {
  const page = await visit(context);
  await ui.openFiles(page, { "config.yaml": CONFIG });
  await choose(page, "DISA Kubernetes STIG", "DISA STIG");
  await openProfile(page, "team.yaml", WRONG);
  const refusal = page.locator(".profile-refusal");
  await refusal.waitFor();
  assert.match(
    await refusal.textContent(),
    /^team\.yaml, line 3, column 3: There is no rule kubelet-anonymus-auth\. Is kubelet-anonymous-auth meant\? The profile stays: DISA STIG\. Mend the file and open it again\./,
  );
  assert.equal(await label(page), "DISA STIG");
  await openProfile(page, "node.bin", "\u0000\u0001");
  await page.waitForFunction(() => document.querySelector(".profile-refusal")?.textContent.includes("binary file"));
  await refusal.getByRole("button", { name: "Dismiss" }).click();
  await refusal.waitFor({ state: "detached" });
  await openProfile(page, "team.yaml", WRONG);
  await refusal.waitFor();
  await openProfile(page, "team.yaml", TEAM);
  await judging(page, "team");
  assert.equal(await refusal.count(), 0);
});

test("a profile that is dropped among files becomes the profile, and no tab", async (context) => {
  const page = await visit(context);
  await drop(page, { "config.yaml": CONFIG, "team.yaml": TEAM });
  await judging(page, "team");
  assert.deepEqual(await ui.names(page), ["config.yaml"]);
});

test("a pasted profile becomes the profile, and the editor is as before", async (context) => {
  const page = await visit(context);
  await ui.startAfresh(page);
  await paste(page, TEAM);
  await judging(page, "team");
  assert.equal(await ui.text(page), "");
  await paste(page, CONFIG);
  await ui.settled(page);
  assert.equal(await ui.text(page), CONFIG);
  await page.keyboard.press("ControlOrMeta+A");
  await paste(page, WRONG);
  await page.locator(".profile-refusal").waitFor();
  assert.equal(await ui.text(page), WRONG, "it stays to be mended");
  assert.equal(await label(page), "team");
  await page.keyboard.press("ControlOrMeta+A");
  await paste(page, "name: mended\nextends: sti");
  await page.waitForFunction(() => document.querySelector(".profile-refusal")?.textContent.includes("line 2, column 10"));
  await page.keyboard.type("g");
  await ui.settled(page);
  await page.getByRole("button", { name: "Use it as the profile" }).click();
  await judging(page, "mended");
});

test("by keyboard alone: choose, and back to every rule", async (context) => {
  const page = await visit(context);
  await page.locator("#profile-menu").focus();
  await page.keyboard.press("Enter");
  for (let step = 0; step < 4; step++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await judging(page, "DISA STIG");
  assert.equal(await page.evaluate(() => document.activeElement.id), "profile-menu");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "profile-reset");
  await page.keyboard.press("Enter");
  await judging(page, "Every rule");
  assert.equal(await page.evaluate(() => document.activeElement.id), "profile-menu");
  await page.waitForFunction(() => /^\d+ findings?:/.test(document.querySelector(".sr[role=status]").textContent));
});
