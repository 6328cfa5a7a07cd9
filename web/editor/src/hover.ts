// The card that the pointer brings.
import { hoverTooltip } from "@codemirror/view";
import { cardField, closeCard } from "./card-state.ts";
import { cardTooltip } from "./card.ts";
import { marksAt } from "./marks.ts";

/** How long the pointer rests before a card appears, in milliseconds. */
const REST = 250;

export const hoverCards = hoverTooltip(
  (view, position) => {
    const marks = marksAt(view.state, position);
    if (marks.length === 0 || view.state.field(cardField)) return null;
    const line = view.state.doc.lineAt(position);
    const from = Math.max(line.from, Math.min(...marks.map((mark) => mark.from)));
    const to = Math.min(line.to, Math.max(...marks.map((mark) => mark.to)));
    return { ...cardTooltip(from, marks, closeCard, "hover"), end: to };
  },
  { hoverTime: REST, hideOnChange: true },
);
