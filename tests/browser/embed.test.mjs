// The element <plimsoll-linter> in other pages: what it shows, what it may do, and what is left when it may not.
// `openHost` checks for every test that nothing was asked of anyone else, no policy broken and no error logged.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { check } from "./cli.mjs";
import { around, embed, events, listening, openHost, recipe, site } from "./embed.mjs";
import { launch, paste } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
readOnlyPort: 10255
`;
const UNIT = "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/config.yaml --read-only-port=10255\n";

const pre = (text, data = "") => `<pre><code ${data}>${text}</code></pre>`;
const linter = (attributes, inside = pre(CONFIG)) => `<plimsoll-linter ${attributes}>${inside}</plimsoll-linter>`;

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** A host with this body, opened for one test. */
const open = (context, body, options = {}) =>
  openHost(context, browser, site({ "index.html": around(body + listening), ...options.files }), options);

const rulesOf = (text) =>
  check(text)
    .findings.map((finding) => finding.rule)
    .toSorted();

test("in its sandbox, with all storage denied, everything works", async (context) => {
  const { page } = await open(context, linter('height="700"'));
  const frame = await embed(page);
  const sandbox = await page.locator("plimsoll-linter iframe").getAttribute("sandbox");
  assert.equal(sandbox, "allow-scripts allow-downloads");
  const denied = await frame.evaluate(() => {
    const name = (attempt) => {
      try {
        attempt();
        return "allowed";
      } catch (error) {
        return error.name;
      }
    };
    return [name(() => localStorage), name(() => sessionStorage), name(() => indexedDB.open("x")), origin];
  });
  assert.deepEqual(denied, ["SecurityError", "SecurityError", "SecurityError", "null"]);
  assert.deepEqual((await ui.rules(frame)).toSorted(), rulesOf(CONFIG));

  await frame.locator("plimsoll-editor .cm-content").click();
  await page.keyboard.press("ControlOrMeta+A");
  await paste(page, UNIT);
  await ui.settled(frame);
  assert.deepEqual((await ui.rules(frame)).toSorted(), rulesOf(UNIT));
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("# é");
  await ui.settled(frame);
  assert.equal(await ui.text(frame), `${UNIT}# é`);

  await frame.locator("#fix-all").click();
  await frame.locator(".actions .undo").waitFor();
  assert.match(await ui.text(frame), /--read-only-port=0/);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    frame.locator(".editor").getByRole("button", { name: "Download" }).click(),
  ]);
  const bytes = Buffer.concat(await (await saved.createReadStream()).toArray()).toString();
  assert.equal(bytes, await ui.text(frame));
});

test("it starts empty where nothing is given, and what is typed is judged", async (context) => {
  const { page } = await open(context, "<plimsoll-linter></plimsoll-linter>");
  const frame = await embed(page);
  assert.equal(await ui.text(frame), "");
  await page.locator("plimsoll-linter").evaluate((element) => element.focus());
  // The frame hears of it by a message.
  await frame.waitForFunction(() => document.activeElement?.localName === "plimsoll-editor");
  await page.keyboard.type("kubelet --read-only-port=10255", { delay: 5 });
  await ui.settled(frame);
  await frame.locator(".finding[data-rule=kubelet-read-only-port]").waitFor();
  const seen = await events(page);
  assert.ok(seen.some(({ name }) => name === "change"));
  assert.ok(!JSON.stringify(seen).includes("10255"), "no event holds any of the text");
});

test("two on a page do not disturb each other", async (context) => {
  const body = linter('id="one" kubernetes="1.30"') + linter('id="two" theme="dark" readonly', pre(UNIT));
  const { page } = await open(context, body);
  const [one, two] = [await embed(page, 0), await embed(page, 1)];
  await one.locator("#fix-all").click();
  await one.locator(".actions .undo").waitFor();
  await ui.settled(one);
  assert.match(await ui.text(one), /readOnlyPort: 0/);
  assert.equal(await ui.text(two), UNIT);
  const theme = (frame) => frame.evaluate(() => document.documentElement.dataset.theme ?? "system");
  assert.deepEqual([await theme(one), await theme(two)], ["system", "dark"]);
  await page.evaluate(() => document.getElementById("two").setAttribute("kubernetes", "1.28"));
  await two.locator("#version").evaluate((list) => new Promise((done) => {
    const look = () => (list.value === "1.28" ? done() : setTimeout(look, 20));
    look();
  }));
  assert.equal(await one.locator("#version").inputValue(), "1.30");
  const reports = await Promise.all(
    ["one", "two"].map((id) => page.evaluate((id) => document.getElementById(id).report(), id)),
  );
  assert.deepEqual(
    reports.map((report) => report.kubernetes),
    ["1.30", "1.28"],
  );
  const named = (await events(page)).filter(({ name }) => name === "change").map(({ id }) => id);
  assert.deepEqual([...new Set(named)], ["one"]);
});

test("a host whose policy allows next to nothing shows it", async (context) => {
  const { page } = await openHost(context, browser, site({ "index.html": around(linter("")) }), {
    headers: hostPolicy(recipe("host.csp")),
  });
  assert.ok((await ui.rules(await embed(page))).includes("kubelet-anonymous-auth"));
});

/** The policy for the pages of the host; `plimsoll.html` brings its own. */
function hostPolicy(policy) {
  return (path) => (path.endsWith("/plimsoll.html") ? {} : { "content-security-policy": policy.trim() });
}

test("without scripts the text stands there to read", async (context) => {
  const { page } = await open(context, linter(""), { javaScriptEnabled: false });
  await page.locator("pre", { hasText: "readOnlyPort: 10255" }).waitFor();
});

test("the text stays where the linter does not come, and an event says so", async (context) => {
  const folder = site({ "index.html": around(linter("") + listening) });
  rmSync(join(folder, "plimsoll/plimsoll.html"));
  const { page } = await openHost(context, browser, folder, {
    errors: /404/,
    prepare: (page) => page.clock.install(),
  });
  // The time that the element waits begins when the frame has loaded, which only it knows.
  for (let turn = 0; turn < 50 && (await events(page)).length === 0; turn += 1) {
    await page.clock.fastForward(30_000);
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.deepEqual(
    (await events(page)).map(({ name, detail }) => [name, detail.code]),
    [["error", "frame"]],
  );
  assert.ok(await page.locator("pre").isVisible());
});

test("an address that is none of a page is refused", async (context) => {
  for (const src of ["javascript:alert(1)", "data:text/html,x", "http://"]) {
    const { page } = await open(context, linter(`src="${src}"`));
    assert.equal(await page.locator("plimsoll-linter iframe").count(), 0);
    assert.equal((await events(page))[0]?.detail.code, "frame");
    assert.ok(await page.locator("pre").isVisible());
  }
});

test("attributes choose release, profile, view, name and kind", async (context) => {
  const attributes = 'kubernetes="1.29" profile="cis-level-1" view="settings" name="node.txt" kind="kubelet-config"';
  const { page } = await open(context, linter(attributes));
  const frame = await embed(page);
  assert.equal(await frame.locator("#version").inputValue(), "1.29");
  assert.equal(await frame.locator(".slim-profile").textContent(), "CIS level 1");
  assert.equal(await frame.locator("#tab-settings").getAttribute("aria-selected"), "true");
  assert.deepEqual(await ui.names(frame), ["node.txt"]);
  assert.equal(await frame.locator("#kind").inputValue(), "kubelet-config");
  await page.evaluate(() => document.querySelector("plimsoll-linter").setAttribute("kubernetes", "7.1"));
  await page.waitForFunction("heard.some(({ name }) => name === 'error')");
  const [{ detail }] = (await events(page)).filter(({ name }) => name === "error");
  assert.equal(detail.code, "setting");
  assert.match(detail.message, /7\.1/);
  await page.evaluate(() => document.querySelector("plimsoll-linter").removeAttribute("profile"));
  await frame.locator(".slim-profile").waitFor({ state: "detached" });
});

test("several files in several writings come in as they are meant", async (context) => {
  const highlighted = "<pre data-name='b.yaml'><code><span>a: 1<br></span><span>b: &lt;2&gt;<br></span></code><button>Copy</button></pre>";
  const { page } = await open(context, linter("", pre("c: 3\n", 'data-name="c.yaml"') + highlighted) + recipe("files.html"));
  const first = await page.evaluate(() => document.querySelector("plimsoll-linter").content());
  assert.deepEqual(
    first.map(({ name, text }) => [name, text]),
    [
      ["c.yaml", "c: 3\n"],
      ["b.yaml", "a: 1\nb: <2>\n"],
    ],
  );
  const frame = await embed(page, 1);
  assert.deepEqual(await ui.names(frame), ["kubelet.service", "kubeadm-flags.env"]);
  assert.equal(await ui.text(frame), 'KUBELET_KUBEADM_ARGS="--read-only-port=10255"\n', "the worst line is shown");
  await frame.locator(".file .name").first().click();
  assert.match(await ui.text(frame), /^\[Service\]\nEnvironmentFile=/);
  assert.ok((await ui.rules(frame)).includes("kubelet-read-only-port"));
});

test("children that change and setContent change the text; the view stays", async (context) => {
  const { page } = await open(context, linter('view="settings"'));
  const frame = await embed(page);
  await page.evaluate(() => (document.querySelector("plimsoll-linter code").textContent = "kubelet --read-only-port=1\n"));
  await frame.waitForFunction(() => document.querySelector("plimsoll-editor").text(
    document.querySelector("plimsoll-editor").shownDocument)?.startsWith("kubelet --read-only-port=1"));
  const files = await page.evaluate(() => {
    const element = document.querySelector("plimsoll-linter");
    element.setContent("kubelet --read-only-port=2\n");
    return element.content();
  });
  assert.equal(files[0].text, "kubelet --read-only-port=2\n");
  assert.equal(await frame.locator("#tab-settings").getAttribute("aria-selected"), "true");
  assert.equal(await frame.locator(".notices p").count(), 0, "what the host gave needs no shelf");
});

test("read-only shows everything, copies the fixed text, and changes nothing", async (context) => {
  const { page } = await open(context, linter('readonly height="700"'));
  const frame = await embed(page);
  const before = await ui.text(frame);
  for (const name of [/^Fix/, /^Accept/, /^Apply/, /Open files/, /Add an empty/, /^Close/, /^Undo/, /Paste your own/])
    assert.equal(await frame.getByRole("button", { name }).count(), 0, String(name));
  assert.equal(await frame.locator("#kind, input[type=file]").count(), 0);
  await frame.locator("plimsoll-editor .cm-content").click();
  await page.keyboard.type("x");
  await paste(page, UNIT);
  assert.equal(await ui.text(frame), before);
  await frame.locator(".pl-mark", { hasText: "readOnlyPort" }).first().hover();
  await frame.locator(".pl-card").waitFor();
  assert.equal(await frame.locator(".pl-card-fix").count(), 0);
  await frame.locator(".name").dblclick();
  assert.equal(await frame.locator("#rename").count(), 0);
  await frame.locator("#tab-fixed").click();
  await frame.getByRole("button", { name: "Copy fixed file" }).click();
  await frame.locator(".notices", { hasText: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /readOnlyPort: 0/);
  assert.equal(await ui.text(frame), before);
  await page.evaluate(() => document.querySelector("plimsoll-linter").removeAttribute("readonly"));
  await frame.locator("#tab-findings").click();
  await frame.locator("#fix-all").click();
  await frame.locator(".actions .undo").waitFor();
});

test("where copying is refused, the text stands there selected", async (context) => {
  const { page } = await open(context, linter('readonly height="700"'), { permissions: [] });
  const frame = await embed(page);
  await frame.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    document.execCommand = () => false;
  });
  await frame.locator(".editor").getByRole("button", { name: "Copy" }).click();
  const field = frame.locator("#copy-by-hand");
  await field.waitFor();
  const selected = () => frame.evaluate(() => {
    const field = document.getElementById("copy-by-hand");
    return [document.activeElement === field, field.value.slice(field.selectionStart, field.selectionEnd)];
  });
  await frame.waitForFunction(() => document.activeElement?.id === "copy-by-hand");
  assert.deepEqual(await selected(), [true, CONFIG]);
});

test("the link to the full page opens a tab of its own, by the element, without the text", async (context) => {
  const { page, address } = await open(context, linter('kubernetes="1.30" height="900"'));
  const frame = await embed(page);
  const follow = async (link) => {
    const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
    await tab.waitForLoadState();
    const opened = [tab.url(), await tab.evaluate(() => opener)];
    await tab.close();
    return opened;
  };
  assert.deepEqual(await follow(frame.locator("#open-full")), [`${address}plimsoll/plimsoll.html#kubernetes=1.30`, null]);
  // The page of a rule needs no tab: the handbook is inside.
  await frame.locator(".finding").first().click();
  await frame.locator(".full-page button").click();
  await frame.getByRole("dialog", { name: "Handbook" }).waitFor();
});

test("taken out and put back, it works again, and questions to one that is gone are refused", async (context) => {
  const { page } = await open(context, linter(""));
  await embed(page);
  const refused = await page.evaluate(async () => {
    const element = document.querySelector("plimsoll-linter");
    const [place, asked] = [element.parentElement, element.report()];
    element.remove();
    const reasons = [];
    for (const promise of [asked, element.content()]) await promise.catch((error) => reasons.push(error.message));
    place.append(element);
    return reasons;
  });
  assert.equal(refused.length, 2);
  assert.ok((await ui.rules(await embed(page))).includes("kubelet-anonymous-auth"));
});
