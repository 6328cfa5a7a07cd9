// Everything a document's state is made of. Built once for an editor; only what differs per document comes in.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { cardField } from "./card-state.ts";
import { markDrawing } from "./drawing.ts";
import { hoverCards } from "./hover.ts";
import { intake } from "./intake.ts";
import { type LanguageName, languageSupport } from "./languages.ts";
import { lineEndOf, lineEnds } from "./line-ends.ts";
import { markField } from "./marks.ts";
import { followCursor, markKeys } from "./walk.ts";

/** Id of the element beside the editor that tells its keys. */
export const HINT = "pl-hint";

const view = new Compartment();

/** What the element decides for whichever document is shown. */
export interface Presentation {
  readonly label: string;
  readonly readOnly: boolean;
  /** Long lines wrap; for narrow places. */
  readonly wrap: boolean;
}

/** Tab is left to the browser, so that the keyboard can leave the editor. */
const keys = keymap.of([
  ...markKeys,
  { key: "Mod-f", run: openSearchPanel, scope: "editor search-panel" },
  { key: "Mod-g", run: findNext, shift: findPrevious, scope: "editor search-panel", preventDefault: true },
  { key: "Escape", run: closeSearchPanel, scope: "editor search-panel" },
  ...defaultKeymap,
  ...historyKeymap,
]);

/** A fresh state for a document; `listeners` are the same for all documents of an editor. */
export function newState(
  text: string,
  language: LanguageName,
  presentation: Presentation,
  listeners: Extension,
): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      lineEnds(lineEndOf(text)),
      view.of(presented(presentation)),
      intake,
      history(),
      keys,
      lineNumbers(),
      highlightSpecialChars(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      indentUnit.of("  "),
      search({ top: true }),
      languageSupport(language, text.length),
      markField,
      markDrawing,
      cardField,
      hoverCards,
      followCursor(),
      listeners,
    ],
  });
}

/** The effect that shows a document the way the element wants now. */
export function present(presentation: Presentation) {
  return view.reconfigure(presented(presentation));
}

function presented({ label, readOnly, wrap }: Presentation): Extension {
  return [
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-describedby": HINT,
      tabindex: "0",
      ...(readOnly ? { "aria-readonly": "true" } : {}),
    }),
    wrap ? EditorView.lineWrapping : [],
  ];
}
