// Dialogs: how each opens and closes, and where the focus goes. `visit` checks that none of it asks for anything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, startServer } from "./harness.mjs";
import * as ui from "./page.mjs";

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Every way to close a dialog. */
const CLOSINGS = {
  "Escape": (page) => page.keyboard.press("Escape"),
  "its button": (page) => page.getByRole("button", { name: "Close", exact: true }).click(),
};

for (const [name, close] of Object.entries(CLOSINGS)) {
  test(`a dialog closes with ${name} and gives the focus back`, async (context) => {
    const page = await ui.visit(context, browser, server.address);
    const opener = page.locator(".foot").getByRole("button", { name: "Help" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Keys and words" });
    await dialog.waitFor();
    assert.ok(await dialog.evaluate((element) => element.contains(document.activeElement)));
    await close(page);
    await dialog.waitFor({ state: "detached" });
    assert.ok(await opener.evaluate((element) => element === document.activeElement));
  });
}

test("while a dialog is open the page behind it cannot be reached", async (context) => {
  const page = await ui.visit(context, browser, server.address);
  await page.locator(".foot").getByRole("button", { name: "Help" }).click();
  const dialog = page.getByRole("dialog");
  for (let pressed = 0; pressed < 10; pressed += 1) {
    await page.keyboard.press("Tab");
    const outside = await dialog.evaluate(
      (element) => document.activeElement !== document.body && !element.contains(document.activeElement),
    );
    assert.equal(outside, false);
  }
});
