// How marks are drawn: underlines on exact ranges, a pill where something is absent, a sign in the gutter.
import { type EditorState, RangeSet, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, gutter, type GutterMarker } from "@codemirror/view";
import { AbsentPill } from "./absent-pill.ts";
import { toggleCard } from "./card-state.ts";
import { byRank, type Mark, severityOf } from "./mark.ts";
import { isAbsent, markField, setActiveEffect, setMarksEffect } from "./marks.ts";
import { SeverityMarker } from "./severity-marker.ts";

interface Drawing {
  readonly decorations: DecorationSet;
  readonly signs: RangeSet<GutterMarker>;
}

const drawingField = StateField.define<Drawing>({
  create: draw,
  update(drawing, transaction) {
    if (transaction.effects.some((effect) => effect.is(setMarksEffect) || effect.is(setActiveEffect)))
      return draw(transaction.state);
    if (!transaction.docChanged) return drawing;
    const { changes } = transaction;
    return { decorations: drawing.decorations.map(changes), signs: drawing.signs.map(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, (drawing) => drawing.decorations),
});

const signGutter = gutter({
  class: "pl-gutter",
  markers: (view) => view.state.field(drawingField).signs,
  domEventHandlers: {
    mousedown: () => true,
    click: (view, line) => toggleCard(view, line.from, "line"),
  },
});

/** Draws the marks of `markField`, which must be part of the same state. */
export const markDrawing = [drawingField, signGutter];

function draw(state: EditorState): Drawing {
  const { marks, active } = state.field(markField);
  const underlines = marks.filter((mark) => !isAbsent(mark)).map((mark) => underline(mark, active));
  const lines = byLine(state.doc, marks);
  const pills = [...lines].flatMap(([start, found]) => {
    const absent = found.filter(isAbsent);
    return absent.length === 0 ? [] : [pill(absent, active).range(state.doc.lineAt(start).to)];
  });
  const signs = [...lines].map(([start, found]) => new SeverityMarker(found).range(start));
  return { decorations: Decoration.set([...underlines, ...pills], true), signs: RangeSet.of(signs, true) };
}

/** The marks by the start of their first line, each list worst first. */
function byLine(doc: Text, marks: readonly Mark[]): Map<number, Mark[]> {
  const lines = new Map<number, Mark[]>();
  for (const mark of marks) {
    const start = doc.lineAt(mark.from).from;
    const found = lines.get(start);
    if (found) found.push(mark);
    else lines.set(start, [mark]);
  }
  for (const found of lines.values()) found.sort(byRank);
  return lines;
}

function underline(mark: Mark, active: number | null) {
  const stress = mark.index === active ? " pl-mark-active" : "";
  const attributes = { "data-index": String(mark.index) };
  return Decoration.mark({ class: `pl-mark pl-${severityOf(mark)}${stress}`, attributes }).range(mark.from, mark.to);
}

function pill(absent: readonly Mark[], active: number | null) {
  return Decoration.widget({
    widget: new AbsentPill(
      absent,
      absent.some((mark) => mark.index === active),
    ),
    side: 1,
  });
}
