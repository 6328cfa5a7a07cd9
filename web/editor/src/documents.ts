// The open documents of one editor. Only one is in the view; the others keep their state, history and scroll position.
import type { EditorState, StateEffect, TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

interface Shelved {
  readonly state: EditorState;
  readonly scroll: StateEffect<unknown> | null;
}

export class Documents {
  readonly view: EditorView;
  #shown: string | null = null;
  readonly #shelf = new Map<string, Shelved>();

  constructor(parent: HTMLElement, root: ShadowRoot) {
    this.view = new EditorView({ parent, root });
  }

  get shown(): string | null {
    return this.#shown;
  }

  has(id: string): boolean {
    return id === this.#shown || this.#shelf.has(id);
  }

  state(id: string): EditorState | undefined {
    return id === this.#shown ? this.view.state : this.#shelf.get(id)?.state;
  }

  add(id: string, state: EditorState): void {
    this.#shelf.set(id, { state, scroll: null });
  }

  /** Puts a document into the view; false when it is not open. `settle` is applied to it first. */
  show(id: string, settle: TransactionSpec): boolean {
    if (id === this.#shown) return true;
    const next = this.#shelf.get(id);
    if (!next) return false;
    this.#shelve();
    this.#shelf.delete(id);
    this.#shown = id;
    this.view.setState(next.state.update(settle).state);
    if (next.scroll) this.view.dispatch({ effects: next.scroll });
    return true;
  }

  /** Changes a document, in the view or not; returns the state before and after, or null when it is not open. */
  update(
    id: string,
    spec: (state: EditorState) => TransactionSpec,
  ): { before: EditorState; after: EditorState } | null {
    const before = this.state(id);
    if (!before) return null;
    const transaction = before.update(spec(before));
    const shelved = this.#shelf.get(id);
    if (shelved)
      this.#shelf.set(id, { state: transaction.state, scroll: shelved.scroll?.map(transaction.changes) ?? null });
    else this.view.dispatch(transaction);
    return { before, after: transaction.state };
  }

  /** Forgets a document; the view is left with `empty` when it was the one shown. */
  remove(id: string, empty: EditorState): void {
    this.#shelf.delete(id);
    if (id !== this.#shown) return;
    this.#shown = null;
    this.view.setState(empty);
  }

  #shelve(): void {
    if (this.#shown === null) return;
    this.#shelf.set(this.#shown, { state: this.view.state, scroll: this.view.scrollSnapshot() });
  }
}
