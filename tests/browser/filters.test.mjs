// What lists leave out: quick to choose, always said, and numbers that add up when they are counted again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { printed, ruleIds } from "./cli.mjs";
import { launch, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
authorization:
  mode: AlwaysAllow
readOnlyPort: 10255
maxPods: 110
`;
const MANIFEST = `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.36.0
      command:
        - kube-apiserver
        - --anonymous-auth=true
        - --profiling=true
`;
const FILES = { "config.yaml": CONFIG, "kube-apiserver.yaml": MANIFEST };

const SEVERITIES = ["critical", "high", "medium", "low", "info"];

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function visit(context) {
  const page = await ui.visit(context, browser, server.address);
  await ui.openFiles(page, FILES);
  return page;
}

/** The numbers on the severities, added up. */
const total = async (page) =>
  (await page.locator(".filter b").allTextContents()).map(Number).reduce((sum, count) => sum + count, 0);

/** What is said to be left out: `[hidden, of all]`. */
async function leftOut(page) {
  const line = page.locator(".left-out");
  if ((await line.count()) === 0) return [0, await total(page)];
  return [.../(\d+) of (\d+) hidden by the filter/.exec(await line.textContent())].slice(1).map(Number);
}

test("critical and high alone at one click, and the same click brings the rest back", async (context) => {
  const page = await visit(context);
  const all = await ui.findings(page);
  assert.equal(await total(page), all.length);
  await page.locator(".worst-only").click();
  const worst = await ui.findings(page);
  assert.deepEqual(
    worst,
    all.filter(({ severity }) => severity === "critical" || severity === "high"),
  );
  assert.deepEqual(await leftOut(page), [all.length - worst.length, all.length]);
  await page.locator(".worst-only").click();
  assert.deepEqual(await ui.findings(page), all);
  assert.deepEqual(await leftOut(page), [0, all.length]);
});

test("shown and hidden add up for every choice of severities", async (context) => {
  const page = await visit(context);
  const all = await ui.findings(page);
  for (const severity of SEVERITIES) {
    await page.locator(`.filter.${severity}`).click();
    const shown = await ui.findings(page);
    const [hidden, of] = await leftOut(page);
    assert.equal(shown.length + hidden, all.length, severity);
    assert.equal(of, all.length);
  }
});

test("a list that is emptied by the filter is never taken for a clean one", async (context) => {
  const page = await visit(context);
  for (const severity of SEVERITIES) await page.locator(`.filter.${severity}`).click();
  const view = await page.locator("#view").innerText();
  assert.match(view, /There are findings; the filter above hides every one of them/);
  assert.doesNotMatch(view, /No findings/);
  const [hidden, of] = await leftOut(page);
  assert.equal(hidden, of);
  assert.match(await page.locator("#tab-findings").textContent(), /^\d+ findings$/);
  await page.locator(".left-out button").click();
  assert.equal((await ui.findings(page)).length, of);
});

test("among many findings a text finds those that hold it: title, rule or setting", async (context) => {
  const page = await visit(context);
  const all = await ui.findings(page);
  assert.ok(all.length >= 10);
  for (const wanted of ["kubelet-read-only-port", "READONLYPORT", "read-only port is open"]) {
    await page.locator("#find-finding").fill(wanted);
    assert.deepEqual(await ui.rules(page), ["kubelet-read-only-port"], wanted);
    assert.deepEqual(await leftOut(page), [all.length - 1, all.length]);
  }
  await page.locator("#find-finding").fill("");
  assert.equal((await ui.findings(page)).length, all.length);
});

test("among few findings there is no field to search them", async (context) => {
  const page = await ui.visit(context, browser, server.address);
  await ui.pasteAfresh(page, "--anonymous-auth=true\n");
  assert.equal(await page.locator("#find-finding").count(), 0);
});

/** The settings as listed: `[component, setting, verdict]`. */
const listed = (page) =>
  page.locator(".table tbody").evaluate((body) => {
    let component = "";
    const rows = [];
    for (const row of body.children) {
      if (row.matches(".head-row")) component = row.textContent;
      else if (row.dataset.setting) {
        const [, verdict] = row.querySelector(".verdict").classList;
        rows.push([component, row.dataset.setting, verdict]);
      }
    }
    return rows;
  });

const VERDICTS = ["insecure", "unknown", "ok", "not-assessed"];

/** The numbers on the verdicts: `{ all, insecure, ... }`. */
const verdicts = async (page) =>
  Object.fromEntries(
    await page
      .locator("[data-verdict]")
      .evaluateAll((chips) => chips.map((chip) => [chip.dataset.verdict, Number(chip.querySelector("b").textContent)])),
  );

/** The sentence on what is listed: `[listed, all, hidden]`. */
async function sum(page) {
  const told = await page.locator(".settings-sum").textContent();
  const [, some, all, hidden = "0"] = /^(\d+) of (\d+) settings .* listed(?:; (\d+) hidden by this choice)?\.$/.exec(told);
  return [some, all, hidden].map(Number);
}

async function openSettings(page) {
  await page.locator("#tab-settings").click();
  await page.locator("tr[data-setting] .spelling").first().waitFor();
}

test("every setting of the report is in the table exactly once, with its verdict", async (context) => {
  const page = await visit(context);
  await openSettings(page);
  await page.getByRole("button", { name: "All", exact: true }).click();
  const { settings } = JSON.parse(printed(FILES));
  assert.deepEqual(
    await listed(page),
    settings.map(({ component, setting, verdict }) => [component, setting, verdict]),
  );
  const names = settings.map(({ component, setting }) => `${component} ${setting}`);
  assert.equal(new Set(names).size, names.length);
});

test("for every choice the verdicts add up to what is listed, and listed and hidden to all", async (context) => {
  const page = await visit(context);
  await openSettings(page);
  const { settings } = JSON.parse(printed(FILES));
  for (const component of ["", "kubelet", "kube-apiserver"]) {
    await page.locator("#setting-component").selectOption(component);
    for (const scope of ["Set", "Not the default", "Unknown", "All"]) {
      await page.getByRole("button", { name: scope, exact: true }).click();
      await page.locator("[data-verdict=all]").click();
      const rows = await listed(page);
      const counts = await verdicts(page);
      const choice = `${component} ${scope}`;
      assert.ok(rows.every(([own]) => component === "" || own === component), choice);
      for (const verdict of VERDICTS) {
        assert.equal(counts[verdict], rows.filter(([, , own]) => own === verdict).length, `${choice} ${verdict}`);
      }
      assert.equal(VERDICTS.map((verdict) => counts[verdict]).reduce((a, b) => a + b), counts.all, choice);
      const [some, all, hidden] = await sum(page);
      assert.deepEqual([some, all, some + hidden], [rows.length, settings.length, settings.length], choice);
    }
  }
  await page.locator("[data-verdict=insecure]").click();
  const rows = await listed(page);
  assert.ok(rows.length > 0 && rows.every(([, , verdict]) => verdict === "insecure"));
  assert.equal((await sum(page))[0], rows.length);
});

test("without a benchmark every rule of the catalogue is in the coverage exactly once", async (context) => {
  const page = await visit(context);
  await page.locator("#tab-coverage").click();
  await page.locator(".coverage.rules .control").first().waitFor();
  const ids = await page.locator(".control").evaluateAll((rows) => rows.map((row) => row.dataset.control));
  assert.deepEqual(ids.toSorted(), ruleIds().toSorted());
  const counts = await page.locator(".totals b").allTextContents();
  const [all, ...each] = counts.map(Number);
  assert.equal(all, ids.length);
  assert.equal(
    each.reduce((a, b) => a + b),
    all,
  );
});
