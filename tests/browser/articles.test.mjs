// The snippets of the articles, pasted as they are printed there: what is found, and that the fixes mend it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { check, edited, inPageOrder } from "./cli.mjs";
import { launch, ROOT, startServer } from "./harness.mjs";
import { findings, pasteAfresh, rules, settled, text, visit } from "./page.mjs";

const FOLDER = join(ROOT, "tests/articles");
const ARTICLES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".txt"))
  .toSorted();
const article = (name) => readFileSync(join(FOLDER, `${name}.txt`), "utf8");

/** Written by hand from what the articles get wrong: rule, then the lines it must be found on, if they matter. */
const MUST_FIND = [
  ["unit-removed-flags", "removed-flag", [8, 12, 14]],
  ["unit-always-allow", "lost-continuation"],
  ["unit-always-allow", "stray-word"],
  ["unit-webhook", "lost-continuation"],
  ["unit-webhook", "stray-word"],
  ["unit-read-only-port-comment", "lost-continuation"],
  ["unit-read-only-port-comment", "stray-word"],
  ["flag-read-only-port-colon", "unknown-flag", [2]],
  ["config-lost-indentation", "config-lost-indentation"],
  ["config-lost-indentation-x509", "config-lost-indentation"],
  ["config-mode-webhook", "config-unknown-field", [8]],
  ["config-always-allow", "config-unknown-field", [8]],
  ["flags-address", "kubelet-address", [1]],
];

const RBAC_UNIT = `[Service]
ExecStart=/usr/bin/kubelet \\
  --kubeconfig=/etc/kubernetes/kubelet.conf \\
  --client-ca-file=/etc/kubernetes/pki/ca.crt \\
  --anonymous-auth=false \\
  --authorization-mode=RBAC
`;

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** What the page lists, with the line as a number. */
async function listed(page) {
  const rows = await findings(page);
  return rows.map(({ rule, severity, place }) => ({ rule, severity, line: Number(place.replace("line ", "")) }));
}

/** How often each pair of rule and title is listed. */
async function tally(page) {
  const count = new Map();
  for (const { rule, title } of await findings(page)) {
    count.set(`${rule} ${title}`, (count.get(`${rule} ${title}`) ?? 0) + 1);
  }
  return count;
}

test("every article: listed as the command line reports it, and its worst fix does what it says", async (context) => {
  const page = await visit(context, browser, server.address);
  for (const file of ARTICLES) {
    await context.test(file, async () => {
      const source = readFileSync(join(FOLDER, file), "utf8");
      await pasteAfresh(page, source);
      assert.equal(await text(page), source, "pasted as printed");
      const expected = inPageOrder(check(source).findings);
      assert.deepEqual(
        await listed(page),
        expected.map(({ rule, severity, line }) => ({ rule, severity, line })),
      );
      const worst = expected.findIndex((finding) => finding.fixes.length > 0);
      if (worst >= 0) await applyFix(page, source, expected[worst], worst);
    });
  }
});

/** Applies the first fix of the finding in this row and looks at text and list. */
async function applyFix(page, source, finding, row) {
  const before = await tally(page);
  const entry = page.locator(".finding").nth(row);
  const title = await entry.locator(".title").textContent();
  await entry.click();
  assert.equal(await page.locator("#explanation-title").textContent(), title);
  await page.locator(".fix-this").first().click();
  await settled(page);
  const [fix] = finding.fixes;
  assert.equal(await text(page), edited(source, fix.edits), fix.title);
  const key = `${finding.rule} ${title}`;
  const left = (await tally(page)).get(key) ?? 0;
  if (fix.safety !== "manual") assert.ok(left < before.get(key), `${key} is still listed`);
}

test("what the articles get wrong is found, whatever the command line says", async (context) => {
  const page = await visit(context, browser, server.address);
  for (const [name, rule, lines] of MUST_FIND) {
    await context.test(`${name}: ${rule}`, async () => {
      await pasteAfresh(page, article(name));
      const found = (await listed(page)).filter((row) => row.rule === rule).map((row) => row.line);
      assert.ok(found.length > 0, `found only ${await rules(page)}`);
      if (lines) assert.deepEqual(found, lines);
    });
  }
});

test("a colon instead of an equals sign is mended to one", async (context) => {
  const page = await visit(context, browser, server.address);
  await pasteAfresh(page, article("flag-read-only-port-colon"));
  await page.locator(".finding[data-rule=unknown-flag]").click();
  await page.locator(".fix-this").first().click();
  await settled(page);
  assert.equal(await text(page), "# /etc/systemd/system/kubelet.service\n--read-only-port=0\n");
  assert.ok(!(await rules(page)).includes("unknown-flag"));
});

test("`mode` outside `authorization` is named as a field that does not exist", async (context) => {
  const page = await visit(context, browser, server.address);
  for (const name of ["config-mode-webhook", "config-always-allow"]) {
    await pasteAfresh(page, article(name));
    await page.locator(".finding[data-rule=config-unknown-field]").click();
    assert.match(await page.locator(".explanation").textContent(), /\bmode\b/);
  }
});

test("audit flags are unknown to the kubelet, once the user says that it is the kubelet's command", async (context) => {
  const page = await visit(context, browser, server.address);
  await pasteAfresh(page, article("flags-audit"));
  await page.locator("#kind").selectOption("kubelet-flags");
  await settled(page);
  const unknown = (await listed(page)).filter((row) => row.rule === "unknown-flag");
  assert.deepEqual(
    unknown.map((row) => row.line),
    [1, 2],
  );
});

test("RBAC is no authorization mode of the kubelet", async (context) => {
  const page = await visit(context, browser, server.address);
  await pasteAfresh(page, RBAC_UNIT);
  const found = (await listed(page)).find((row) => row.rule === "kubelet-authorization-mode");
  assert.equal(found?.line, 6);
  await page.locator(".finding[data-rule=kubelet-authorization-mode]").click();
  await page.locator(".fix-this").first().click();
  await settled(page);
  assert.equal(await text(page), RBAC_UNIT.replace("=RBAC", "=Webhook"));
});
