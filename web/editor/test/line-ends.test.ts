import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import { fullText, lineEndOf, lineEnds, toDocOffset, toTextOffset, withLineEnd } from "../src/line-ends.ts";

const open = (text: string) => EditorState.create({ doc: text, extensions: lineEnds(lineEndOf(text)) });

test("a text is CRLF only when every line break is", () => {
  assert.equal(lineEndOf("a\r\nb\r\n"), "\r\n");
  assert.equal(lineEndOf("a\nb"), "\n");
  assert.equal(lineEndOf("a"), "\n");
  assert.equal(lineEndOf("a\r\nb\n"), "\n");
  assert.equal(lineEndOf("a\r\nb\rc"), "\n");
});

test("every text survives opening", () => {
  for (const text of ["", "a", "a\n", "a\r\nb\r\n", "a\r\nb\nc\r\n", "a\rb", "\ufeffa\r\n", "😀\r\n\r\n"]) {
    assert.equal(fullText(open(text)), text);
  }
});

test("offsets of the text and of the document agree in every kind of text", () => {
  for (const text of ["a\r\n😀b\r\n\r\nc", "a\r\nb\nc", "x\ny\n"]) {
    const state = open(text);
    for (let at = 0; at <= text.length; at += 1) {
      const insideBreak = state.lineBreak === "\r\n" && text[at - 1] === "\r" && text[at] === "\n";
      const position = toDocOffset(state.doc, state.lineBreak, at);
      assert.equal(
        toTextOffset(state.doc, state.lineBreak, position),
        insideBreak ? at - 1 : at,
        JSON.stringify([text, at]),
      );
    }
  }
});

test("offsets outside the text are kept within it", () => {
  const state = open("a\r\nb");
  assert.equal(toDocOffset(state.doc, state.lineBreak, 99), state.doc.length);
  assert.equal(toDocOffset(state.doc, state.lineBreak, -1), 0);
});

test("line ends can be rewritten", () => {
  assert.equal(withLineEnd("a\r\nb\nc\rd", "\r\n"), "a\r\nb\r\nc\r\nd");
});
