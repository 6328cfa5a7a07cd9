// Which explanation card is open. At most one is, and it closes when the text changes under it.
import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import { closeHoverTooltips, type EditorView, hasHoverTooltips, showTooltip, type Tooltip } from "@codemirror/view";
import { cardTooltip } from "./card.ts";
import type { Mark } from "./mark.ts";
import { isAbsent, marksAt, marksOnLine } from "./marks.ts";

/** What a card tells about: the marks at a position and then the rest of its line, all of its line, or what is absent there. */
export type CardScope = "position" | "line" | "absent";

interface OpenCard {
  readonly scope: CardScope;
  readonly tooltip: Tooltip;
}

const setCard = StateEffect.define<OpenCard | null>();

export const cardField = StateField.define<OpenCard | null>({
  create: () => null,
  update(card, transaction) {
    for (const effect of transaction.effects) if (effect.is(setCard)) return effect.value;
    return card && (transaction.docChanged || transaction.isUserEvent("select")) ? null : card;
  },
  provide: (field) => showTooltip.from(field, (card) => card?.tooltip ?? null),
});

/** The marks that a card would show, worst first within what is nearest. */
function marksFor(state: EditorState, position: number, scope: CardScope): Mark[] {
  const line = marksOnLine(state, position);
  if (scope === "line") return line;
  if (scope === "absent") return line.filter(isAbsent);
  const here = marksAt(state, position);
  const indices = new Set(here.map((mark) => mark.index));
  return [...here, ...line.filter((mark) => !indices.has(mark.index))];
}

/** Opens the card and moves the focus into it; false when there is nothing to tell. */
export function openCard(view: EditorView, position: number, scope: CardScope): boolean {
  const marks = marksFor(view.state, position, scope);
  if (marks.length === 0) return false;
  const start = scope === "position" ? position : view.state.doc.lineAt(position).from;
  view.dispatch({
    effects: [closeHoverTooltips, setCard.of({ scope, tooltip: cardTooltip(start, marks, closeCard, "focus") })],
  });
  return true;
}

/** Opens the card, or closes it when it is the one that is open. */
export function toggleCard(view: EditorView, position: number, scope: CardScope): boolean {
  const open = view.state.field(cardField);
  const start = view.state.doc.lineAt(position).from;
  const again = open?.scope === scope && view.state.doc.lineAt(open.tooltip.pos).from === start;
  return again ? closeCard(view) : openCard(view, position, scope);
}

/** Closes any card, and gives the focus back to the text if the card had it; false when none is open. */
export function closeCard(view: EditorView): boolean {
  const pinned = view.state.field(cardField) !== null;
  if (!pinned && !hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: [setCard.of(null), closeHoverTooltips] });
  if (pinned) view.focus();
  return true;
}
