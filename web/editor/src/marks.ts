// The marks of a document as editor state: they move with the text until the page sends new ones.
import { type ChangeDesc, type EditorState, StateEffect, StateField } from "@codemirror/state";
import { byPlace, byRank, type Mark } from "./mark.ts";

export interface MarkState {
  /** In the order of the text; offsets of the document. */
  readonly marks: readonly Mark[];
  /** The index of the mark to stress. */
  readonly active: number | null;
}

/** Replaces all marks; offsets of the document. */
export const setMarksEffect = StateEffect.define<readonly Mark[]>();

/** The index of the mark to stress, or null. */
export const setActiveEffect = StateEffect.define<number | null>();

export const markField = StateField.define<MarkState>({
  create: () => ({ marks: [], active: null }),
  update(value, transaction) {
    let { marks, active } = value;
    if (transaction.docChanged) marks = moved(marks, transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarksEffect)) marks = within(effect.value, transaction.newDoc.length);
      if (effect.is(setActiveEffect)) active = effect.value;
    }
    return marks === value.marks && active === value.active ? value : { marks, active };
  },
});

/** Whether a mark is shown at the end of its line, as something that is not in the text. */
export function isAbsent(mark: Mark): boolean {
  return mark.missing || mark.from === mark.to;
}

/** The marks whose text covers a position, worst first. */
export function marksAt(state: EditorState, position: number): Mark[] {
  return state
    .field(markField)
    .marks.filter((mark) => !isAbsent(mark) && mark.from <= position && position <= mark.to)
    .sort(byRank);
}

/** The marks that begin on the line around a position, worst first. */
export function marksOnLine(state: EditorState, position: number): Mark[] {
  const line = state.doc.lineAt(position);
  return state
    .field(markField)
    .marks.filter((mark) => line.from <= mark.from && mark.from <= line.to)
    .sort(byRank);
}

function moved(marks: readonly Mark[], changes: ChangeDesc): Mark[] {
  return marks.map((mark) => {
    const from = changes.mapPos(mark.from, mark.from === mark.to ? -1 : 1);
    return { ...mark, from, to: Math.max(from, changes.mapPos(mark.to, -1)) };
  });
}

function within(marks: readonly Mark[], length: number): Mark[] {
  const clamp = (offset: number, least: number) => Math.min(Math.max(least, offset), length);
  return marks
    .map((mark) => ({ ...mark, from: clamp(mark.from, 0), to: clamp(mark.to, clamp(mark.from, 0)) }))
    .sort(byPlace);
}
