// What the command line writes to be carried away: SARIF by the schema of the standard, the HTML report in a browser.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { reported } from "./cli.mjs";
import { launch, newPage, ROOT } from "./harness.mjs";
import { temporary } from "./temporary.mjs";

const require = createRequire(import.meta.url);
const axe = require("axe-core");
const Ajv = require("ajv");

/** Rules of WCAG 2.2, levels A and AA. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const HOSTILE = {
  "<img src=x onerror=alert(1)>.service":
    "[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true --<script>alert(1)</script>=2 --node-ip=\"><b>\n",
};
const CONFIG = {
  "config.yaml":
    "# 😀\napiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n" +
    "# plimsoll: ignore kubelet-read-only-port the agent needs it\nreadOnlyPort: 10255\n" +
    "staticPodURL: https://someone:swordfish@pods.example/\nauthentication:\n  anonymous:\n    enabled: true\n",
  "kubelet.service": "[Service]\nExecStart=/usr/bin/kubelet --config=/c --manifest-url=https://pods.example --manifest-url-header=Authorization:swordfish\n",
};

let browser, folder;

before(async () => {
  browser = await launch();
  folder = temporary("report");
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** One bundle of every rule's fixtures, by the names that a folder would give them. */
function fixtures() {
  const rules = join(ROOT, "tests/rules");
  const files = (rule) => readdirSync(join(rules, rule), { withFileTypes: true }).filter((entry) => entry.isFile());
  return readdirSync(rules).flatMap((rule) =>
    files(rule).map(({ name }) => ({ [`${rule} ${name}`]: readFileSync(join(rules, rule, name), "utf8") })),
  );
}

test("a log keeps to the schema of SARIF 2.1.0", () => {
  const schema = JSON.parse(readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")));
  // The standard calls it draft-04; formats are those of ajv.
  const ajv = new Ajv({ schemaId: "auto", meta: false, unknownFormats: "ignore", allErrors: true });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
  const validate = ajv.compile(schema);
  const all = Object.assign({}, ...fixtures());
  for (const [files, more] of [[all, ["--each"]], [all, []], [CONFIG, ["--no-mask"]], [HOSTILE, []]]) {
    const log = JSON.parse(reported("sarif", files, more));
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
    const broken = structuredClone(log);
    broken.runs[0].columnKind = "bytes";
    assert.ok(!validate(broken), "the schema refuses nothing");
  }
});

test("a log needs nothing but itself", () => {
  const log = JSON.parse(reported("sarif", CONFIG));
  const [run] = log.runs;
  const ids = run.tool.driver.rules.map(({ id }) => id);
  for (const result of run.results) {
    assert.equal(ids[result.ruleIndex], result.ruleId);
    for (const { physicalLocation } of [...result.locations, ...(result.relatedLocations ?? [])]) {
      const { uri, index } = physicalLocation.artifactLocation;
      assert.equal(run.artifacts[index].location.uri, uri);
    }
  }
  assert.ok(!JSON.stringify(log).includes("swordfish"));
  assert.ok(reported("sarif", CONFIG, ["--no-mask"]).includes("swordfish"), "nothing to mask, so nothing is proven");
});

test("the hash in the report's policy is that of its style", () => {
  const html = reported("html", CONFIG);
  const [, style] = /<style>(.*?)<\/style>/s.exec(html);
  const hash = createHash("sha256").update(style).digest("base64");
  assert.ok(html.includes(`style-src 'sha256-${hash}'`), `the stylesheet has changed: STYLE_HASH is sha256-${hash}`);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the report opens by itself and is accessible, ${colorScheme}`, async () => {
    for (const [files, wanted] of [[CONFIG, "kubelet-anonymous-auth"], [HOSTILE, "unknown-flag"]]) {
      const path = join(folder, `report-${colorScheme}.html`);
      writeFileSync(path, reported("html", files));
      const opened = await newPage(browser, { colorScheme, viewport: { width: 320, height: 800 } });
      try {
        const { page, requests, violations, errors } = opened;
        page.on("dialog", () => assert.fail("the report ran a script"));
        await page.goto(pathToFileURL(path).href);
        await page.locator("article", { hasText: wanted }).first().waitFor();
        assert.equal(await page.locator("script, img, b, iframe, a[href]").count(), 0);
        const border = await page.locator("article").first().evaluate((node) => getComputedStyle(node).borderLeftWidth);
        assert.notEqual(border, "0px", "the style is not applied");
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} px too wide at 320 px`);
        assert.deepEqual({ requests: requests.length, violations, errors }, { requests: 1, violations: [], errors: [] });
        await page.evaluate(axe.source);
        const { violations: found } = await page.evaluate(
          (tags) => axe.run({ runOnly: { type: "tag", values: tags } }),
          WCAG,
        );
        assert.deepEqual(found.map(({ id, nodes }) => `${id} ${nodes[0].html}`), []);
        await page.emulateMedia({ media: "print", colorScheme });
        const ink = await page.evaluate(() => getComputedStyle(document.body).color);
        assert.equal(ink, "rgb(0, 0, 0)");
      } finally {
        await opened.close();
      }
    }
  });
}
