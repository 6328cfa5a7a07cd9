// How the page looks: readable for everyone, fitting every width, and the pictures of the README.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, ROOT, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const axe = createRequire(import.meta.url)("axe-core");

/** Rules of WCAG 2.2, levels A and AA. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Least height and width of what is clicked, in pixels; WCAG 2.2, 2.5.8. */
const TARGET = 24;

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const UNREADABLE = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthorization: {mode: [\n";

const SECRET =
  "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n# token abc123.0123456789abcdef\nreadOnlyPort: 10255\n";

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

/** The states that the page is looked at in, each reached from the one before. */
const STATES = {
  findings: async () => {},
  "a finding": async (page) => {
    await page.locator(".finding").first().click();
    await page.locator(".fix .diff").first().waitFor();
  },
  settings: async (page) => {
    await closeSheet(page);
    await page.locator("#tab-settings").click();
    await page.locator("tr[data-setting] .spelling").first().waitFor();
  },
  "all settings": async (page) => {
    await page.getByRole("button", { name: "All", exact: true }).click();
    await page.locator("tr[data-setting=address]").waitFor();
  },
  "an upgrade": async (page) => {
    await page.locator("#tab-upgrade").click();
    await page.locator("#upgrade-from").selectOption("1.28");
    await page.locator(".upgrade section").nth(1).waitFor();
  },
  coverage: async (page) => {
    await page.locator("#profile-menu").click();
    await page.locator(".profile .menu").getByRole("button", { name: "CIS Kubernetes Benchmark 1.12, level 1" }).click();
    await ui.settled(page);
    await page.locator("#tab-coverage").click();
    await page.locator(".coverage .control").first().waitFor();
  },
  profiles: async (page) => {
    await page.locator("#profile-menu").click();
    await page.locator("#profile-menu + ul").waitFor();
  },
  "a profile that cannot be read": async (page) => {
    const buffer = Buffer.from("name: team\nrules:\n  no-such-rule: off\n");
    await page.locator("#open-profile").setInputFiles({ name: "team.yaml", mimeType: "application/yaml", buffer });
    await page.locator(".profile-refusal").waitFor();
  },
  "every rule again": async (page) => {
    await page.locator("#profile-reset").click();
    await page.locator("#profile-reset").waitFor({ state: "detached" });
    await ui.settled(page);
    await page.locator(".coverage.rules .control").first().waitFor();
  },
  "fixed files": async (page) => {
    await page.locator("#tab-fixed").click();
    await page.locator(".fixed-file .diff").first().waitFor();
  },
  examples: async (page) => {
    await page.locator("#tab-findings").click();
    await page.locator("#examples-menu").click();
    await page.locator("#examples-menu + ul").waitFor();
  },
  "three files": async (page) => {
    await page.locator(".menu").getByRole("button", { name: "kubeadm node, three files" }).click();
    await ui.settled(page);
    await ui.unfold(page);
    await page.locator(".finding[data-severity=info]").first().waitFor();
  },
  "a release guessed": async (page) => {
    await ui.chooseExample(page, "kube-apiserver manifest");
    await page.locator("#release-basis button").waitFor();
  },
  "a finding to accept": async (page) => {
    await page.locator(".finding").first().click();
    await page.locator("#accept").click();
    await page.locator("#accept-reason").waitFor();
  },
  "a suppressed finding": async (page) => {
    await page.locator("#accept-reason").fill("agreed with the team");
    await page.getByRole("button", { name: "Write the comment" }).click();
    await page.locator(".suppressed").waitFor();
    await ui.settled(page);
    await closeSheet(page);
    await ui.unfold(page);
  },
  "nothing yet": (page) => ui.startAfresh(page),
  "a text that cannot be read": async (page) => {
    await ui.pasteAfresh(page, UNREADABLE);
    await page.locator(".problems").waitFor();
  },
  "a file that cannot be read": async (page) => {
    await ui.openFiles(page, { "node.bin": Buffer.from([0, 1, 2]) });
    await page.locator(".refusal").waitFor();
  },
  "what can be taken away": async (page) => {
    await ui.pasteAfresh(page, SECRET);
    await ui.openTakeAway(page);
  },
  "a question about masking": async (page) => {
    await page.locator("#masking").click();
    await page.locator(".question").waitFor();
  },
  "secrets unmasked": async (page) => {
    await page.locator("#stop-masking").click();
    await page.locator(".unmasked").waitFor();
  },
  "a link": async (page) => {
    await page.locator("#open-share").click();
    await page.locator("#share-link").waitFor();
  },
  "a link with the files": async (page) => {
    await page.locator("#share-files").check();
    await page.locator(".preview figure").waitFor();
    await page.locator("#share-copy").waitFor();
  },
  "a text to copy by hand": async (page) => {
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
    await page.locator("#share-copy").click();
    await page.locator("#copy-by-hand").waitFor();
  },
  "a text for a bug report": async (page) => {
    await page.locator("#dialog-close").click();
    await ui.openTakeAway(page);
    await page.locator("#open-bug").click();
    await page.waitForFunction(() => document.querySelector("#bug-text")?.value !== "");
  },
  "a link that was opened": async (page) => {
    await page.locator("#dialog-close").click();
    await page.evaluate(() => (location.hash = "#kubernetes=1.99&profile=cks&rules=2020-01-01_0.0.1"));
    await page.locator(".from-link").waitFor();
  },
};

async function closeSheet(page) {
  const close = page.locator(".sheet-close");
  if (await close.isVisible()) await close.click();
}

/** Lets every transition end, so that colours are measured as they stay. */
function still(page) {
  return page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
}

/** What axe-core objects to, as text. The policy would refuse its source as a script element, so it is evaluated. */
async function objections(page) {
  await still(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((tags) => axe.run({ runOnly: { type: "tag", values: tags } }), WCAG);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

/** Controls smaller than the least target. */
function smallTargets(page) {
  return page.evaluate((least) => {
    const roots = [document, document.querySelector("plimsoll-editor").shadowRoot];
    const controls = "button, select, input[type=search], .switch label, summary, .file-button, .pl-absent, .pl-sign";
    const all = roots.flatMap((root) => [...root.querySelectorAll(controls)]);
    return all
      .map((control) => [control, control.getBoundingClientRect()])
      .filter(([control, box]) => control.checkVisibility({ visibilityProperty: true }) && box.width > 0)
      .filter(([, box]) => box.width < least || box.height < least)
      .map(([control, box]) => `${control.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`);
  }, TARGET);
}

const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [
    ["wide", WIDE],
    ["phone", PHONE],
  ]) {
    test(`WCAG 2.2 AA and large enough targets: ${colorScheme}, ${size}`, async (context) => {
      const page = await visit(context, { colorScheme, viewport, bypassCSP: true });
      for (const [name, reach] of Object.entries(STATES)) {
        await context.test(name, async () => {
          await reach(page);
          assert.deepEqual(await objections(page), []);
          assert.deepEqual(await smallTargets(page), []);
        });
      }
    });
  }
}

test("nothing scrolls sideways, down to 320 pixels", async (context) => {
  const page = await visit(context, { viewport: { width: 320, height: 700 } });
  for (const [name, reach] of Object.entries(STATES)) {
    await reach(page);
    assert.equal(await sideways(page), 0, name);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("button, select, summary")]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .filter((control) => !control.closest(".files ul, .views, .sr"))
        .map((control) => [control, control.getBoundingClientRect()])
        .filter(([, box]) => box.right > innerWidth + 1 || box.left < -1)
        .map(([control]) => control.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(cut, [], name);
  }
});

test("the pictures of the README", { skip: !process.env.PLIMSOLL_SCREENSHOTS }, async (context) => {
  const folder = join(ROOT, "docs/images");
  mkdirSync(folder, { recursive: true });
  const take = async (name, options) => {
    const page = await visit(context, options);
    await page.locator(".fix .diff").first().waitFor({ state: "attached" });
    await still(page);
    await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  };
  await take("light", { viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await take("dark", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
  await take("phone", { viewport: PHONE, colorScheme: "light", hasTouch: true, isMobile: true });
});
