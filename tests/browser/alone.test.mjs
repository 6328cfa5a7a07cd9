// The page on its own: without its server, and when its worker hangs or dies. `visit` checks for every test that
// nothing was sent, refused or stored.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "./cli.mjs";
import { launch, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

/** How long the page waits for its worker, in milliseconds; see web/src/bridge.rs. */
const PATIENCE = 5000;

const UNIT = "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/config.yaml --read-only-port=10255\n";

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

test("everything works after the server has stopped", async (context) => {
  const server = await startServer();
  const page = await ui.visit(context, browser, server.address);
  await server.close();
  for (const example of ["kubelet.service", "kube-apiserver manifest", "kubeadm node, three files"]) {
    await ui.chooseExample(page, example);
    assert.ok((await ui.rules(page)).length > 0);
    await page.locator("#tab-settings").click();
    await page.locator("tr[data-setting]").first().waitFor();
    await page.locator("#tab-fixed").click();
    await page.locator(".fixed-file").first().waitFor();
    await page.locator("#tab-findings").click();
  }
  await ui.pasteAfresh(page, UNIT);
  assert.deepEqual(
    (await ui.rules(page)).toSorted(),
    check(UNIT)
      .findings.map((finding) => finding.rule)
      .toSorted(),
  );
  await page.locator("#fix-all").click();
  await page.locator(".actions .undo").waitFor();
  assert.match(await ui.text(page), /--read-only-port=0\n$/);
  await page.locator("#version").selectOption("1.28");
  await ui.settled(page);
  await ui.openTakeAway(page);
  const report = await ui.download(page, page.getByRole("button", { name: "Save JSON" }));
  assert.equal(JSON.parse(report.text).kubernetes, "1.28");
});

/** Types, waits until the page has given its worker up, and checks again with a new one. */
async function outlive(page, patience) {
  const text = `${await ui.text(page)}# typed`;
  await page.evaluate(() => document.querySelector("plimsoll-editor").focusEditor());
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("# typed");
  const again = page.getByRole("button", { name: "Check again" });
  await again.waitFor({ timeout: patience });
  assert.match(await page.locator(".notices").textContent(), /took too long or failed.*Your text is as you left it/);
  assert.equal(await ui.text(page), text);
  await again.click();
  await ui.settled(page);
  assert.ok((await ui.rules(page)).includes("kubelet-read-only-port"));
  assert.equal(await again.count(), 0);
  assert.equal(await ui.text(page), text);
}

test("a check that hangs is stopped, nothing typed is lost, and the next one works", async (context) => {
  const server = await startServer();
  context.after(() => server.close());
  const page = await ui.visit(context, browser, server.address);
  await ui.pasteAfresh(page, UNIT);
  const [worker] = page.workers();
  await worker.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await outlive(page, PATIENCE + 5000);
});

test("a worker that crashes is replaced", async (context) => {
  const server = await startServer();
  context.after(() => server.close());
  const page = await ui.visit(context, browser, server.address, { errors: /crash/ });
  await ui.pasteAfresh(page, UNIT);
  const [worker] = page.workers();
  await worker.evaluate(() => {
    const crash = () => {
      throw new Error("crash");
    };
    onmessage = null;
    addEventListener("message", () => setTimeout(crash));
  });
  await outlive(page, PATIENCE);
});
