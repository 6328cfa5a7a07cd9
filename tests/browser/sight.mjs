// What the tests of looks and access share: the states of the page, each reached from a fresh page, and what to
// measure in them.
import { paste } from "./harness.mjs";
import * as ui from "./page.mjs";
import { begin, bringPack, check, openList, write } from "./study.mjs";

/** Least height and width of what is clicked, in pixels; WCAG 2.2, 2.5.8. */
export const TARGET = 24;

/** A configuration that the parser gives up in. */
export const UNREADABLE =
  "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthorization: {mode: [\n";

const LONG = `an-unusually-long-name-${"of-a-drop-in-".repeat(5)}file.conf`;
const DROP_IN = '[Service]\nEnvironment="KUBELET_EXTRA_ARGS=--read-only-port=10255 --anonymous-auth=true"\n';

/** Twenty files with long names. */
export const TWENTY = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [`${String(at).padStart(2, "0")}-${LONG}`, DROP_IN]),
);

/** Three hundred names that nobody knows, with values of two hundred characters. */
export const THREE_HUNDRED = `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n${Array.from(
  { length: 300 },
  (_, at) => `unknownSetting${at}${"x".repeat(at % 40)}: ${"v".repeat(200)}\n`,
).join("")}`;

/** A configuration with a token in it. */
const SECRET = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
# kubeadm join --token abc123.c4nary5ecret9xyz
readOnlyPort: 10255
`;

const openFinding = async (page) => {
  await page.locator(".finding").first().click();
  await page.locator(".fix .diff").first().waitFor();
};

const openMenu = async (page, id) => {
  await page.locator(`#${id}`).click();
  await page.locator(`#${id} + *`).waitFor();
};

const showView = async (page, name, part) => {
  await page.locator(`#tab-${name}`).click();
  await page.locator(part).first().waitFor();
};

const refuseProfile = async (page) => {
  const buffer = Buffer.from("name: team\nrules:\n  no-such-rule: off\n");
  await page.locator("#open-profile").setInputFiles({ name: "team.yaml", mimeType: "application/yaml", buffer });
  await page.locator(".profile-refusal").waitFor();
};

const beginToAccept = async (page) => {
  await openFinding(page);
  await page.locator("#accept").click();
  await page.locator("#accept-reason").waitFor();
};

const accept = async (page) => {
  await beginToAccept(page);
  await page.locator("#accept-reason").fill("agreed with the team");
  await page.getByRole("button", { name: "Write the comment" }).click();
  await page.locator(".suppressed").waitFor();
  await ui.settled(page);
};

/** What a test must let happen where the engine is made to fail. */
export const PROVOKED = { errors: /crash/ };

/** Makes the worker fail at the next thing it is asked. */
const crashWorker = (page) =>
  page.workers()[0].evaluate(() => {
    const crash = () => {
      throw new Error("crash");
    };
    onmessage = null;
    addEventListener("message", () => setTimeout(crash));
  });

/** The states of the page. Each function starts from a fresh page with the first example. */
export const STATES = {
  "the example": async () => {},
  "a finding explained": openFinding,
  "examples unfolded": async (page) => {
    await openFinding(page);
    await page.locator(".fold").click();
    await page.locator(".example").first().waitFor();
  },
  "notes unfolded": ui.unfold,
  "a form to accept": beginToAccept,
  "suppressed findings unfolded": async (page) => {
    await accept(page);
    await closeSheet(page);
    await page.locator(".suppressed > .notes").click();
    await page.locator(".suppressed .finding").first().waitFor();
  },
  "findings left out": async (page) => {
    await page.locator(".worst-only").click();
    await page.locator(".left-out").waitFor();
  },
  "every finding left out": async (page) => {
    await page.locator("#find-finding").fill("nothing holds this");
    await page.getByText("hides every one of them").waitFor();
  },
  "settings that are set": (page) => showView(page, "settings", "tr[data-setting] .spelling"),
  "all settings": async (page) => {
    await showView(page, "settings", "tr[data-setting] .spelling");
    await page.getByRole("button", { name: "All", exact: true }).click();
    await page.locator("tr[data-setting=address]").waitFor();
  },
  "no setting fits": async (page) => {
    await showView(page, "settings", "tr[data-setting] .spelling");
    await page.locator("#setting-name").fill("no such setting");
    await page.getByText("No setting fits").waitFor();
  },
  "coverage of every rule": (page) => showView(page, "coverage", ".coverage.rules .control"),
  "coverage of a benchmark": async (page) => {
    await openMenu(page, "profile-menu");
    await page.locator(".profile .menu").getByRole("button", { name: "CIS Kubernetes Benchmark 1.12, level 1" }).click();
    await ui.settled(page);
    await showView(page, "coverage", ".coverage .control");
  },
  "an upgrade": async (page) => {
    await page.locator("#tab-upgrade").click();
    await page.locator("#upgrade-from").selectOption("1.28");
    await page.locator(".upgrade section").nth(1).waitFor();
  },
  "fixed files": (page) => showView(page, "fixed", ".fixed-file .diff"),
  "a notice": async (page) => {
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await page.locator(".notices p").waitFor();
  },
  "a profile refused": refuseProfile,
  "the engine stopped": async (page) => {
    await crashWorker(page);
    await page.locator("plimsoll-editor .cm-content").focus();
    await paste(page, "# two\n");
    await page.getByRole("button", { name: "Check again" }).waitFor();
  },
  "the menu of examples": (page) => openMenu(page, "examples-menu"),
  "the menu of profiles": (page) => openMenu(page, "profile-menu"),
  "help": async (page) => {
    await page.locator(".foot").getByRole("button", { name: "Help" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "the handbook": async (page) => {
    await page.locator(".foot").getByRole("button", { name: "All rules" }).click();
    await page.locator("dialog .rules").first().waitFor();
  },
  "a page of the handbook": async (page) => {
    await openFinding(page);
    await page.locator(".full-page button").click();
    await page.locator(".rule-page").waitFor();
  },
  "this copy": async (page) => {
    await page.locator(".foot").getByRole("button", { name: "This copy" }).click();
    await page.locator("#digest").waitFor();
  },
  "what leaves": async (page) => {
    await ui.pasteAfresh(page, SECRET);
    await ui.openTakeAway(page);
  },
  "the question before secrets leave": async (page) => {
    await STATES["what leaves"](page);
    await page.locator("#masking").click();
    await page.locator(".question").waitFor();
  },
  "a link with files": async (page) => {
    await ui.pasteAfresh(page, SECRET);
    await page.locator("#take-away").click();
    await page.locator("#open-share").click();
    await page.locator("#share-files").check();
    await page.locator(".preview pre").waitFor();
  },
  "a text for a bug report": async (page) => {
    await page.locator("#take-away").click();
    await page.locator("#open-bug").click();
    await page.locator("#bug-text").waitFor();
  },
  "a text to copy by hand": async (page) => {
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
    await ui.openTakeAway(page);
    await page.getByRole("button", { name: "Copy Markdown" }).click();
    await page.locator("#copy-by-hand").waitFor();
  },
  "the list of drills": openList,
  "a pack refused": async (page) => {
    await openList(page);
    await bringPack(page, "pack: x\n");
    await page.locator(".pack-refusal").waitFor();
  },
  "a drill": (page) => begin(page, "apiserver-encryption"),
  "a drill not solved yet": async (page) => {
    await begin(page, "apiserver-encryption");
    await page.locator("#drill-hint").click();
    await check(page, "Not yet");
  },
  "a drill solved": async (page) => {
    await begin(page, "kubelet-read-only-port");
    await write(page, (await ui.text(page)).replace("10255", "0"));
    await check(page, "Solved.");
  },
  "the question before an answer": async (page) => {
    await begin(page, "apiserver-encryption");
    await page.locator("#drill-show").click();
    await page.locator("#answer-show").waitFor();
  },
  "an answer": async (page) => {
    await STATES["the question before an answer"](page);
    await page.locator("#answer-show").click();
    await page.locator(".drill-answer .diff").first().waitFor();
  },
  "privacy": async (page) => {
    await page.locator(".foot").getByRole("button", { name: "Privacy" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "a card in the editor": async (page) => {
    await page.locator("plimsoll-editor .pl-sign").first().click();
    await page.locator("plimsoll-editor .pl-card").waitFor();
  },
  "a search in the editor": async (page) => {
    await page.locator("plimsoll-editor .cm-content").focus();
    await page.keyboard.press("ControlOrMeta+F");
    await page.locator("plimsoll-editor .cm-search").waitFor();
  },
  "three files": (page) => ui.chooseExample(page, "kubeadm node, three files"),
  "a release guessed": async (page) => {
    await ui.chooseExample(page, "kube-apiserver manifest");
    await page.locator("#release-basis button").waitFor();
  },
  "nothing yet": ui.startAfresh,
  "a text that is not recognised": (page) => ui.pasteAfresh(page, "hello: world\n"),
  "a text that cannot be read": async (page) => {
    await ui.pasteAfresh(page, UNREADABLE);
    await page.locator(".problems").waitFor();
  },
  "a file that cannot be read": async (page) => {
    await ui.openFiles(page, { "node.bin": Buffer.from([0, 1, 2]) });
    await page.locator(".refusal").waitFor();
  },
  "twenty files": (page) => ui.openFiles(page, TWENTY),
  "three hundred findings": (page) => ui.pasteAfresh(page, THREE_HUNDRED),
};

/**
 * Opens a page whose worker fails at once, as where a browser refuses workers. For `browser.newContext`'s pages:
 * call it before the page is loaded.
 */
export function withoutWorker(page) {
  return page.addInitScript(() => {
    globalThis.Worker = class extends EventTarget {
      onerror = null;
      constructor() {
        super();
        // The page listens once the engine is there.
        const failing = setInterval(() => {
          if (this.onerror) clearInterval(failing);
          this.onerror?.(new ErrorEvent("error", { cancelable: true }));
        }, 100);
      }
      postMessage() {}
      terminate() {}
    };
  });
}

/** Closes the explanation where it covers the page. */
export async function closeSheet(page) {
  const close = page.locator(".sheet-close");
  if (await close.isVisible()) await close.click();
}

/** Controls smaller than the least target. */
export function smallTargets(page) {
  return page.evaluate((least) => {
    const roots = [document, document.querySelector("plimsoll-editor").shadowRoot];
    const controls =
      "button, select, input:not([type=file]), summary, a[href], .file-button, [role=button], .pl-absent, .pl-sign";
    const all = roots.flatMap((root) => [...root.querySelectorAll(controls)]);
    return all
      .map((control) => [control, control.getBoundingClientRect()])
      .filter(([control, box]) => control.checkVisibility({ visibilityProperty: true }) && box.width > 0)
      .filter(([, box]) => box.width < least || box.height < least)
      .map(([control, box]) => `${control.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`);
  }, TARGET);
}

/** By how much the page, or a part of it that scrolls only up and down, is wider than its room. */
export const sideways = (page) =>
  page.evaluate(() => {
    const parts = document.querySelectorAll("html, .dialog-body, .view, .list, .explanation");
    return Math.max(...[...parts].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });
