// Keeps line ends as they are in the user's text. CodeMirror counts a line break as one character; the page counts
// UTF-16 units of the text itself, where CRLF is two.
import { Compartment, EditorState, type Extension, type Text } from "@codemirror/state";
import { invertedEffects } from "@codemirror/commands";

/** The only two separators in use. A text that mixes line ends gets "\n", and its "\r" stay ordinary characters. */
export type LineEnd = "\n" | "\r\n";

const separator = new Compartment();

/** CRLF when every line break of the text is CRLF and there is at least one; else LF. */
export function lineEndOf(text: string): LineEnd {
  return text.includes("\r\n") && !/\r(?!\n)|(?<!\r)\n/.test(text) ? "\r\n" : "\n";
}

/** The extension that makes a state split and join lines with `end`; undoing a change of it restores the old one. */
export function lineEnds(end: LineEnd): Extension {
  return [separator.of(EditorState.lineSeparator.of(end)), restoreOnUndo];
}

/** The effect that switches a state to `end`. */
export function switchLineEnd(end: LineEnd) {
  return separator.reconfigure(EditorState.lineSeparator.of(end));
}

const restoreOnUndo = invertedEffects.of((transaction) => {
  const before = transaction.startState.lineBreak as LineEnd;
  return before === transaction.state.lineBreak ? [] : [switchLineEnd(before)];
});

/** `text` with every line break written as `end`. */
export function withLineEnd(text: string, end: string): string {
  return text.replace(/\r\n?|\n/g, end);
}

/** The whole text, with the line ends of the user's file. */
export function fullText(state: EditorState): string {
  return state.sliceDoc();
}

/** From an offset in the document to one in the text. */
export function toTextOffset(doc: Text, lineBreak: string, position: number): number {
  return lineBreak.length === 1 ? position : position + doc.lineAt(position).number - 1;
}

/** From an offset in the text (UTF-16 units) to one in the document, kept within it. */
export function toDocOffset(doc: Text, lineBreak: string, offset: number): number {
  const wanted = Math.max(0, offset);
  if (lineBreak.length === 1) return Math.min(doc.length, wanted);
  let low = 1;
  let high = doc.lines;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (doc.line(middle).from + middle - 1 <= wanted) low = middle;
    else high = middle - 1;
  }
  return Math.min(doc.line(low).to, wanted - (low - 1));
}
