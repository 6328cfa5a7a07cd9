// What axe-core objects to, in one page or frame.
import { createRequire } from "node:module";

const axe = createRequire(import.meta.url)("axe-core");

/** Rules of WCAG 2.2, levels A and AA. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Lets every transition end, so that colours are measured as they stay. */
export const still = (page) =>
  page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );

/**
 * Objections as text. Frames inside are looked at one by one. A policy would refuse the source of axe-core as a script
 * element, so it is evaluated.
 */
export async function objections(page) {
  await still(page);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags) => axe.run({ runOnly: { type: "tag", values: tags }, iframes: false }),
    WCAG,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}
