// Everything with keys alone: one long walk, no traps, the focus never lost, and help about what has it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, paste, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
authorization:
  mode: AlwaysAllow
readOnlyPort: 10255
`;

/** Enough for every stop of the page. */
const MANY = 200;

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

/** The element with the focus, in short: where it stands and what it is. */
const focused = (page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    const regions = ["dialog", ".head", ".notices", ".files", ".views", ".editor", "#view", ".foot"];
    const region = regions.find((selector) => active.closest(selector)) ?? active.localName;
    const inner = active.shadowRoot?.activeElement ?? active;
    return { region, id: inner.id, tag: inner.localName, text: inner.textContent.trim().slice(0, 40) };
  });

const has = (page, selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);

/** Presses Tab, or another key, until what has the focus matches. */
async function goTo(page, selector, key = "Tab") {
  for (let presses = 0; presses < MANY; presses += 1) {
    if (await has(page, selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} never reached ${selector}`);
}

const keys = async (page, ...all) => {
  for (const key of all) await page.keyboard.press(key);
};

/** What the live region says, waited for. */
const said = (page, sentence) => page.locator(".page > .sr[role=status]", { hasText: sentence }).waitFor({ state: "attached" });

test("from an empty page to a report with keys alone", async (context) => {
  const page = await visit(context);
  await goTo(page, ".head-sources .primary");
  await keys(page, "Enter");
  await page.waitForFunction(() => document.activeElement.localName === "plimsoll-editor");
  await paste(page, CONFIG);
  await ui.settled(page);

  await keys(page, "ControlOrMeta+Home", "F8");
  await said(page, /^(critical|high|medium|low): /);
  assert.equal(await has(page, "plimsoll-editor"), true, "the editor keeps the focus");
  await keys(page, "Escape", "Tab");
  assert.equal(await has(page, "plimsoll-editor"), false, "Escape, then Tab leaves the editor");

  await keys(page, "F8");
  await page.waitForFunction(() => document.activeElement.matches(".finding.selected"));
  await goTo(page, ".finding[data-rule=kubelet-anonymous-auth]", "ArrowUp");
  await keys(page, "Enter");
  await page.locator(".fix .diff").first().waitFor();
  await goTo(page, ".fix-this");
  await keys(page, "Enter");
  await said(page, /^Done: Set authentication\.anonymous\.enabled to false\. \d+ findings/);
  assert.match(await ui.text(page), /enabled: false/);
  assert.equal(await has(page, "#explanation-title"), true, "the next finding's title has the focus");

  await goTo(page, ".list .undo", "Shift+Tab");
  await keys(page, "Enter");
  await said(page, /^Taken back: /);
  assert.equal(await ui.text(page), CONFIG);
  assert.notEqual((await focused(page)).region, "body");

  await goTo(page, ".filter.critical", "Shift+Tab");
  await keys(page, "End", "Space");
  await said(page, /hidden by the filter\.$/);
  await goTo(page, ".left-out button");
  await keys(page, "Enter");
  await page.locator(".left-out").waitFor({ state: "detached" });

  await goTo(page, "#version", "Shift+Tab");
  const before = await page.locator("#version").inputValue();
  await keys(page, "ArrowDown");
  await ui.settled(page);
  assert.notEqual(await page.locator("#version").inputValue(), before);

  await goTo(page, "#tab-findings");
  await keys(page, "ArrowRight");
  assert.equal(await has(page, "#tab-settings"), true);
  await keys(page, "Enter");
  await page.locator("tr[data-setting]").first().waitFor();
  await keys(page, "Home", "Enter");
  await page.locator(".finding").first().waitFor();

  await goTo(page, "#take-away", "Shift+Tab");
  await keys(page, "Enter");
  await page.locator("#masking").waitFor();
  await goTo(page, ".takings button");
  const [saved] = await Promise.all([page.waitForEvent("download"), keys(page, "Enter")]);
  assert.match(saved.suggestedFilename(), /\.html$/);
});

const REGIONS = [".head", ".files", ".views", ".editor", "#view", ".foot"];

for (const [key, order] of [
  ["Tab", REGIONS],
  ["Shift+Tab", REGIONS.toReversed()],
]) {
  test(`${key}, pressed two hundred times, visits every part in order and leaves each`, async (context) => {
    const page = await visit(context);
    const stops = [];
    for (let presses = 0; presses < MANY; presses += 1) {
      await keys(page, key);
      stops.push(await focused(page));
    }
    const regions = stops.map(({ region }) => region).filter((region, at, all) => region !== all[at - 1]);
    assert.deepEqual(regions.filter((region) => region !== "body").slice(0, REGIONS.length), order);
    const rounds = regions.filter((region) => region === ".editor").length;
    assert.ok(rounds >= 2, `the page is left and entered again: ${regions.join(" ")}`);
    const stuck = stops.find((stop, at) => JSON.stringify(stop) === JSON.stringify(stops[at + 1]) && stop.region !== "body");
    assert.equal(stuck, undefined);
  });
}

/** What may take away the element with the focus: how to get there, and the element that does it. */
const ACTIONS = {
  "a fix": async (page) => [page.locator(".fix-this").first()],
  "every safe fix": async (page) => [page.locator("#fix-all")],
  "taking a fix back": async (page) => {
    await page.locator("#fix-all").click();
    await ui.settled(page);
    return [page.locator(".list .undo")];
  },
  "an example": async (page) => {
    await page.locator("#examples-menu").click();
    return [page.locator(".menu").getByRole("button", { name: "kubelet drop-in" }).or(page.locator("details[open] li button")).first()];
  },
  "a profile": async (page) => {
    await page.locator("#profile-menu").click();
    return [page.locator(".profile .menu li button").nth(1)];
  },
  "closing a file": async (page) => {
    await ui.openFiles(page, { "one.yaml": CONFIG, "two.yaml": CONFIG });
    return [page.locator(".file .close").first()];
  },
  "closing the last file": async (page) => [page.locator(".file .close")],
  "bringing a file back": async (page) => {
    await ui.pasteAfresh(page, CONFIG);
    await page.locator(".file .close").click();
    return [page.getByRole("button", { name: "Bring back" })];
  },
  "dismissing a notice": async (page) => {
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    return [page.getByRole("button", { name: "Dismiss" })];
  },
  "showing everything again": async (page) => {
    await page.locator(".worst-only").click();
    return [page.locator(".left-out button")];
  },
  "accepting a finding": async (page) => {
    await page.locator("#accept").click();
    await page.locator("#accept-reason").fill("agreed");
    return [page.getByRole("button", { name: "Write the comment" })];
  },
  "not accepting a finding": async (page) => {
    await page.locator("#accept").click();
    return [page.getByRole("button", { name: "Cancel" })];
  },
  "a place in a file, from the fixed files": async (page) => {
    await page.locator("#tab-fixed").click();
    return [page.getByRole("button", { name: /^Apply all safe/ })];
  },
};

for (const [name, arrange] of Object.entries(ACTIONS)) {
  test(`the focus is not lost by ${name}`, async (context) => {
    const page = await visit(context);
    const [control] = await arrange(page);
    await control.focus();
    await keys(page, "Enter");
    await ui.settled(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const now = await focused(page);
    assert.notEqual(now.region, "body", JSON.stringify(now));
    assert.equal(await page.evaluate(() => document.activeElement.checkVisibility()), true);
  });
}

test("F1 is about what has the focus, and gives the focus back", async (context) => {
  const page = await visit(context);
  await page.locator(".finding").first().click();
  for (const [selector, title, text] of [
    ["plimsoll-editor", "Help: the editor", /Tab leaves the editor/],
    [".file.active .name", "Help: files", /judged together/],
    [".finding.selected", "Help: the findings", /what is hidden is always said/],
    [".fix-this", "Help: the explanation", /each fix/],
    ["#version", "Help: profile and release", /guessed from the files/],
    ["#examples-menu", "Keys and words", /worst first/],
  ]) {
    if (selector === "plimsoll-editor") await page.locator(".cm-content").focus();
    else await page.locator(selector).first().focus();
    await keys(page, "F1");
    const dialog = page.getByRole("dialog", { name: title });
    await dialog.waitFor();
    assert.match(await dialog.innerText(), text);
    await keys(page, "Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await has(page, selector), true, selector);
  }
  for (const [view, title] of [
    ["settings", "Help: all settings"],
    ["coverage", "Help: coverage"],
    ["upgrade", "Help: upgrade"],
    ["fixed", "Help: fixed files"],
  ]) {
    await page.locator(`#tab-${view}`).click();
    await keys(page, "F1");
    await page.getByRole("dialog", { name: title }).waitFor();
    await keys(page, "Escape");
  }
});

test("the help names every key, every severity and every word that findings use", async (context) => {
  const page = await visit(context);
  await page.locator(".foot").getByRole("button", { name: "Help" }).click();
  const help = await page.getByRole("dialog").innerText();
  for (const word of ["F1", "F8", "Esc, then Tab", "critical", "high", "medium", "low", "info"]) {
    assert.ok(help.includes(word), word);
  }
  for (const word of ["certain", "likely", "possible", "safe", "may break clients", "unknown", "suppressed"]) {
    assert.ok(help.includes(word), word);
  }
  assert.match(help, /kube-apiserver\.yaml\s+the static pod manifest/);
});

test("F8 goes through the list from anywhere, and round it", async (context) => {
  const page = await visit(context);
  const rows = await page.locator(".finding").count();
  await page.locator("#version").focus();
  const seen = [];
  for (let presses = 0; presses < rows; presses += 1) {
    await keys(page, "F8");
    await page.waitForFunction(() => document.activeElement.matches(".finding.selected"));
    seen.push(await page.evaluate(() => document.activeElement.dataset.rule));
  }
  assert.equal(new Set(seen).size, rows, "each once");
  await keys(page, "Shift+F8");
  await page.waitForFunction((rule) => document.activeElement.dataset.rule === rule, seen.at(-2));
  await page.locator("#tab-coverage").click();
  await keys(page, "F8");
  await page.waitForFunction((rule) => document.activeElement.dataset.rule === rule, seen.at(-1));
});

test("the list stays in reach of Tab when the filter hides the finding that is open", async (context) => {
  const page = await visit(context);
  const stops = () =>
    page.locator(".findings > li > .finding").evaluateAll((rows) => rows.filter((row) => row.tabIndex === 0).length);
  await page.locator(".finding[data-severity=critical]").first().click();
  assert.equal(await stops(), 1);
  await page.locator(".filter.critical").click();
  await page.locator(".finding[data-severity=critical]").first().waitFor({ state: "detached" });
  assert.equal(await stops(), 1);
});

test("the editor tells its keys to those who do not see them", async (context) => {
  const page = await visit(context);
  const told = await page.evaluate(() => {
    const root = document.querySelector("plimsoll-editor").shadowRoot;
    const described = root.querySelector(".cm-content").getAttribute("aria-describedby");
    return root.getElementById(described).textContent;
  });
  assert.match(told, /F8.*Escape then Tab: leave the editor.*F1/);
});
