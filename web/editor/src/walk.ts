// Moving from mark to mark, and telling the page which one the cursor is in.
import type { Extension } from "@codemirror/state";
import { type Command, EditorView, type KeyBinding } from "@codemirror/view";
import { closeCard, openCard } from "./card-state.ts";
import { emit } from "./events.ts";
import type { Mark } from "./mark.ts";
import { markField, marksAt } from "./marks.ts";

/** Where to look from the cursor. */
type Direction = "next" | "previous";

export const markKeys: readonly KeyBinding[] = [
  { key: "F8", run: walk("next"), shift: walk("previous") },
  { key: "Mod-.", run: (view) => openCard(view, view.state.selection.main.head, "position") },
  { key: "Escape", run: closeCard },
];

function walk(direction: Direction): Command {
  return (view) => {
    const { marks, active } = view.state.field(markField);
    const mark = neighbour(marks, view.state.selection.main.from, direction, active);
    if (!mark) return false;
    view.dispatch({
      selection: { anchor: mark.from, head: mark.to },
      effects: EditorView.scrollIntoView(mark.from, { y: "center" }),
    });
    emit(view.dom, "plimsoll-mark-select", { index: mark.index });
    return true;
  };
}

/**
 * The first mark that begins after or before a position, round the end of the text. From the active mark at the
 * position it goes to the next one of the list, which may begin there as well.
 */
export function neighbour(
  marks: readonly Mark[],
  position: number,
  direction: Direction,
  active: number | null = null,
): Mark | undefined {
  const at = marks.findIndex((mark) => mark.index === active && mark.from === position);
  if (at >= 0) return marks.at((at + (direction === "next" ? 1 : -1)) % marks.length);
  return direction === "next"
    ? (marks.find((mark) => mark.from > position) ?? marks[0])
    : (marks.findLast((mark) => mark.from < position) ?? marks.at(-1));
}

/** Sends `plimsoll-mark-select` when the user's cursor enters a mark. */
export function followCursor(): Extension {
  let last: number | null = null;
  return EditorView.updateListener.of((update) => {
    if (!update.selectionSet || !update.transactions.some((transaction) => transaction.isUserEvent("select"))) return;
    const index = marksAt(update.state, update.state.selection.main.head)[0]?.index ?? null;
    if (index !== null && index !== last) emit(update.view.dom, "plimsoll-mark-select", { index });
    last = index;
  });
}
