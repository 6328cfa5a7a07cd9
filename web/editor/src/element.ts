// <plimsoll-editor>: the editor as the page sees it. All offsets are UTF-16 units of the document's text, half open.
import { isolateHistory, redo, undo } from "@codemirror/commands";
import { EditorSelection, type EditorState, Text, type Transaction, type TransactionSpec } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { Documents } from "./documents.ts";
import css from "./editor.css";
import { type ChangeKind, Outgoing } from "./events.ts";
import { type LanguageName, switchLanguage } from "./languages.ts";
import { fullText, lineEndOf, switchLineEnd, toDocOffset } from "./line-ends.ts";
import type { Mark } from "./mark.ts";
import { markField, setActiveEffect, setMarksEffect } from "./marks.ts";
import { newState, present, type Presentation } from "./setup.ts";

/** Below this width of the element, in CSS pixels, long lines wrap. */
const WRAP_BELOW = 600;

/** Least distance between a place that is shown and the sides of the editor, in CSS pixels. */
const MARGIN = 24;

const STYLES = new CSSStyleSheet();
STYLES.replaceSync(css);

/** One replacement; `from` and `to` are offsets of the text before any edit of the same call. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export class PlimsollEditor extends HTMLElement {
  static readonly observedAttributes = ["label"];

  readonly #documents: Documents;
  readonly #observer: ResizeObserver;
  #presentation: Presentation = { label: "Configuration text", readOnly: false, wrap: false };
  readonly #listeners = EditorView.updateListener.of((update) => this.#updated(update));

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [STYLES];
    const parent = document.createElement("div");
    parent.className = "pl-root";
    root.append(parent);
    root.addEventListener(Outgoing.type, (event) => event instanceof Outgoing && this.#send(event.name, event.detail));
    this.#documents = new Documents(parent, root);
    this.#documents.view.setState(this.#empty());
    this.#observer = new ResizeObserver(([entry]) => this.#resized(entry?.contentRect.width ?? 0));
  }

  connectedCallback(): void {
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
  }

  attributeChangedCallback(_name: string, _before: string | null, label: string | null): void {
    this.#present({ label: label ?? "Configuration text" });
  }

  get readOnly(): boolean {
    return this.#presentation.readOnly;
  }

  /** Stops the user's changes; those of the page still work. */
  set readOnly(readOnly: boolean) {
    this.#present({ readOnly });
  }

  /** The id of the document in view, or null. */
  get shownDocument(): string | null {
    return this.#documents.shown;
  }

  /** Shows a document. One that is open already keeps its text, history, selection and scroll position; `text` is for a new one. */
  openDocument(id: string, text: string, language: LanguageName): void {
    if (this.#documents.has(id)) {
      this.#documents.update(id, (state) => ({ effects: switchLanguage(state, language) }));
    } else {
      this.#documents.add(id, newState(text, language, this.#presentation, this.#listeners));
    }
    this.#show(id);
  }

  /** Forgets a document with its history. */
  closeDocument(id: string): void {
    this.#documents.remove(id, this.#empty());
  }

  /** Applies edits that do not overlap as one undo step, whether or not the document is in view. */
  applyEdits(id: string, edits: readonly Edit[]): void {
    this.#change(id, (state) => ({
      changes: edits.map(({ from, to, insert }) => ({ from: offset(state, from), to: offset(state, to), insert })),
    }));
  }

  /** Replaces the whole text as one undo step. */
  setText(id: string, text: string): void {
    const end = lineEndOf(text);
    this.#change(id, (state) => ({
      changes: { from: 0, to: state.doc.length, insert: Text.of(text.split(end)) },
      effects: end === state.lineBreak ? [] : switchLineEnd(end),
    }));
  }

  /** The text of an open document, line ends as they are; null when it is not open. */
  text(id: string): string | null {
    const state = this.#documents.state(id);
    return state ? fullText(state) : null;
  }

  /** Replaces the marks of a document and stresses one of them by its index, or none. */
  setMarks(id: string, marks: readonly Mark[], active: number | null = null): void {
    this.#documents.update(id, (state) => {
      const placed = marks.map((mark) => ({ ...mark, from: offset(state, mark.from), to: offset(state, mark.to) }));
      return { effects: [setMarksEffect.of(placed), setActiveEffect.of(active)] };
    });
  }

  /** Stresses one mark of the document in view; null stresses none. */
  setActiveMark(index: number | null = null): void {
    const { view } = this.#documents;
    if (view.state.field(markField).active !== index) view.dispatch({ effects: setActiveEffect.of(index) });
  }

  /** Shows a document, selects a range and scrolls to it. The focus stays where it is. */
  reveal(id: string, from: number, to: number): void {
    if (!this.#show(id)) return;
    const { state } = this.#documents.view;
    const [anchor, head] = [offset(state, from), offset(state, to)];
    // The end comes into view too, unless that would push the start out.
    const place = EditorSelection.range(head, anchor);
    this.#documents.view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(place, { y: "center", x: "nearest", xMargin: MARGIN }),
    });
  }

  /** Undoes the last step of the document in view; false when there is none. */
  undo(): boolean {
    return undo(this.#documents.view);
  }

  redo(): boolean {
    return redo(this.#documents.view);
  }

  focusEditor(): void {
    this.#documents.view.focus();
  }

  #empty(): EditorState {
    return newState("", "yaml", { ...this.#presentation, readOnly: true }, []);
  }

  #show(id: string): boolean {
    return this.#documents.show(id, { effects: present(this.#presentation) });
  }

  #present(change: Partial<Presentation>): void {
    this.#presentation = { ...this.#presentation, ...change };
    const readOnly = this.#presentation.readOnly || this.#documents.shown === null;
    this.#documents.view.dispatch({ effects: present({ ...this.#presentation, readOnly }) });
  }

  #resized(width: number): void {
    const wrap = width > 0 && width < WRAP_BELOW;
    if (wrap !== this.#presentation.wrap) this.#present({ wrap });
  }

  /** A change by the page: one undo step of its own, and an event also when the document is not in view. */
  #change(id: string, spec: (state: EditorState) => TransactionSpec): void {
    const inView = id === this.#documents.shown;
    const result = this.#documents.update(id, (state) => ({ ...spec(state), annotations: isolateHistory.of("full") }));
    const changed = result && !inView && !result.before.doc.eq(result.after.doc);
    if (changed) this.#send("plimsoll-change", { text: fullText(result.after), kind: "edit" }, id);
  }

  #updated(update: ViewUpdate): void {
    if (update.docChanged)
      this.#send("plimsoll-change", { text: fullText(update.state), kind: kindOf(update.transactions) });
  }

  #send(name: string, detail: object, id = this.#documents.shown): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: { id, ...detail } }));
  }
}

function offset(state: EditorState, position: number): number {
  return toDocOffset(state.doc, state.lineBreak, position);
}

function kindOf(transactions: readonly Transaction[]): ChangeKind {
  const any = (event: string) => transactions.some((transaction) => transaction.isUserEvent(event));
  if (any("input.paste") || any("input.drop")) return "paste";
  return any("input") || any("delete") || any("move") ? "type" : "edit";
}
