// What the user brings in from outside: pasted text and dropped files.
import { type Extension, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { emit } from "./events.ts";
import { lineEndOf, switchLineEnd, withLineEnd } from "./line-ends.ts";

/** Longer pastes, in UTF-16 units, are refused, since they would freeze the page. */
export const PASTE_LIMIT = 8_000_000;

const paste = EditorView.domEventHandlers({
  paste(event, view) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.length > PASTE_LIMIT) {
      emit(view.dom, "plimsoll-refused", { length: text.length });
      return true;
    }
    return pasteWhole(view, text);
  },
  // Files belong to the page. CodeMirror would read them as text; the event still bubbles.
  drop: (event) => (event.dataTransfer?.files.length ?? 0) > 0,
});

/** A paste over everything takes over the line ends of what is pasted; any other follows the text around it. */
export const intake: Extension = [
  paste,
  EditorView.clipboardInputFilter.of((text, state) => withLineEnd(text, state.lineBreak)),
];

function pasteWhole(view: EditorView, text: string): boolean {
  const { main, ranges } = view.state.selection;
  const everything = ranges.length === 1 && main.from === 0 && main.to === view.state.doc.length;
  if (!everything || text === "" || view.state.readOnly) return false;
  const end = lineEndOf(text);
  const insert = Text.of(text.split(end));
  view.dispatch({
    changes: { from: 0, to: main.to, insert },
    selection: { anchor: insert.length },
    effects: end === view.state.lineBreak ? [] : switchLineEnd(end),
    userEvent: "input.paste",
  });
  return true;
}
