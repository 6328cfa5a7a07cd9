// One shape for each severity, so that colour is never the only sign.
import type { Severity } from "./mark.ts";

const SVG = "http://www.w3.org/2000/svg";

const outlines: Record<Severity, string> = {
  critical: "M5 1h6l4 4v6l-4 4h-6l-4-4v-6z",
  high: "M8 1.5l7 12.5h-14z",
  medium: "M2.5 2.5h11v11h-11z",
  low: "M8 3a5 5 0 1 0 .01 0z",
  info: "M8 3a5 5 0 1 0 .01 0z",
};

/** A small drawing, hidden from assistive technology: the words beside it carry the meaning. */
export function shape(severity: Severity): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `pl-shape pl-shape-${severity}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", outlines[severity]);
  svg.append(path);
  return svg;
}
