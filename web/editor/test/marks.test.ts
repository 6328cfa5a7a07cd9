import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import { byRank, type Mark, severityOf } from "../src/mark.ts";
import { markField, marksAt, marksOnLine, setMarksEffect } from "../src/marks.ts";
import { neighbour } from "../src/walk.ts";

const mark = (index: number, from: number, to: number, more: Partial<Mark> = {}): Mark => ({
  index,
  from,
  to,
  severity: "low",
  missing: false,
  title: `t${index}`,
  message: "m",
  ...more,
});

function stateWith(text: string, marks: Mark[]): EditorState {
  const state = EditorState.create({ doc: text, extensions: markField });
  return state.update({ effects: setMarksEffect.of(marks) }).state;
}

test("marks move with the text", () => {
  const state = stateWith("abc def", [mark(0, 4, 7)]);
  const [moved] = state.update({ changes: { from: 0, insert: "xx" } }).state.field(markField).marks;
  assert.deepEqual([moved?.from, moved?.to], [6, 9]);
});

test("text typed at the edge of a mark does not join it", () => {
  const state = stateWith("abc", [mark(0, 0, 3)]);
  const [moved] = state.update({ changes: { from: 3, insert: "x" } }).state.field(markField).marks;
  assert.deepEqual([moved?.from, moved?.to], [0, 3]);
});

test("marks beyond the text are kept within it", () => {
  const [kept] = stateWith("abc", [mark(0, 2, 90)]).field(markField).marks;
  assert.deepEqual([kept?.from, kept?.to], [2, 3]);
});

test("the worst mark comes first, absent ones are found by line only", () => {
  const state = stateWith("abc\ndef", [
    mark(0, 0, 3),
    mark(1, 0, 3, { severity: "critical" }),
    mark(2, 0, 3, { missing: true }),
  ]);
  assert.deepEqual(
    marksAt(state, 1).map((found) => found.index),
    [1, 0],
  );
  assert.deepEqual(
    marksOnLine(state, 1).map((found) => found.index),
    [1, 0, 2],
  );
  assert.deepEqual(marksOnLine(state, 5), []);
});

test("an unknown severity counts as the least", () => {
  const odd = mark(0, 0, 1, { severity: "awful" as Mark["severity"] });
  assert.equal(severityOf(odd), "info");
  assert.ok(byRank(mark(1, 0, 1), odd) < 0);
});

test("walking goes round the end of the text", () => {
  const marks = [mark(0, 2, 3), mark(1, 8, 9)];
  assert.equal(neighbour(marks, 2, "next")?.index, 1);
  assert.equal(neighbour(marks, 8, "next")?.index, 0);
  assert.equal(neighbour(marks, 8, "previous")?.index, 0);
  assert.equal(neighbour(marks, 0, "previous")?.index, 1);
  assert.equal(neighbour([], 0, "next"), undefined);
});
