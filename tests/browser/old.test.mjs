// After a long absence: the page says how old its rules are, by the machine's clock alone, and works as before.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

const CONFIG = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n";

let server, browser, asked;

before(async () => {
  server = await startServer(undefined, { onRequest: ({ url }) => asked.push(url) });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** The day of the rules, from the foot of the page. */
async function dayOfRules(page) {
  const foot = await page.locator(".foot").textContent();
  return foot.match(/rules of (\d{4}-\d{2}-\d{2})/)[1];
}

/** Opens the page so many months after the day of its rules. */
async function visitAfter(context, months) {
  asked = [];
  const now = await ui.visit(context, browser, server.address);
  const day = new Date(await dayOfRules(now));
  day.setUTCMonth(day.getUTCMonth() + months, 15);
  return ui.visit(context, browser, server.address, { prepare: (page) => page.clock.setFixedTime(day) });
}

test("the foot names version, releases and the day of the rules", async (context) => {
  asked = [];
  const page = await ui.visit(context, browser, server.address);
  const foot = await page.locator(".foot").textContent();
  assert.match(foot, /Plimsoll \d+\.\d+\.\d+/);
  assert.match(foot, /Kubernetes 1\.\d+ to 1\.\d+/);
  assert.match(foot, /rules of \d{4}-\d{2}-\d{2}/);
});

test("two years later it says so, asks nobody, and works", async (context) => {
  const page = await visitAfter(context, 24);
  const loaded = asked.length;
  const notice = page.locator(".notices #old");
  assert.match(await notice.textContent(), /^The rules are of [\d-]+, 24 months ago by this machine's clock\. Kubernetes releases after 1\.\d+ are not known here\./);
  await ui.pasteAfresh(page, CONFIG);
  assert.ok((await ui.rules(page)).includes("kubelet-read-only-port"));
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await notice.waitFor({ state: "detached" });
  assert.deepEqual(asked.slice(loaded), []);
});

test("for nine months it says nothing", async (context) => {
  for (const months of [0, 9]) {
    const page = await visitAfter(context, months);
    assert.equal(await page.locator("#old").count(), 0, `${months} months`);
  }
  const page = await visitAfter(context, 10);
  assert.equal(await page.locator("#old").count(), 1);
});
