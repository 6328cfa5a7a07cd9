// What axe-core objects to, for pages of others: the linter's own pages are looked at in look.test.mjs.
import { createRequire } from "node:module";

const axe = createRequire(import.meta.url)("axe-core");

/** Rules of WCAG 2.2, levels A and AA. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Objections in one page or frame, as text. Frames inside it are looked at one by one. */
export async function objections(page) {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags) => axe.run({ runOnly: { type: "tag", values: tags }, iframes: false }),
    WCAG,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}
