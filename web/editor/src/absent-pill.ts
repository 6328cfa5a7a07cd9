// Shown after the line where absent settings would be written.
import { type EditorView, WidgetType } from "@codemirror/view";
import { toggleCard } from "./card-state.ts";
import { type Mark, severityOf } from "./mark.ts";
import { shape } from "./shapes.ts";

export class AbsentPill extends WidgetType {
  readonly #marks: readonly Mark[];
  readonly #active: boolean;

  /** `marks` is worst first and not empty. */
  constructor(marks: readonly Mark[], active: boolean) {
    super();
    this.#marks = marks;
    this.#active = active;
  }

  get #key(): string {
    return [this.#active, ...this.#marks.map((mark) => `${mark.index} ${mark.severity} ${mark.title}`)].join("\n");
  }

  override eq(other: AbsentPill): boolean {
    return this.#key === other.#key;
  }

  override toDOM(view: EditorView): HTMLElement {
    const pill = document.createElement("span");
    const severity = severityOf(this.#marks[0]);
    pill.className = `pl-absent pl-${severity}${this.#active ? " pl-mark-active" : ""}`;
    pill.dataset.index = this.#marks.map((mark) => mark.index).join(" ");
    pill.title = this.#marks.map((mark) => mark.title).join("\n");
    pill.append(shape(severity), `${this.#marks.length} not set`);
    pill.addEventListener("mousedown", (event) => event.preventDefault());
    pill.addEventListener("click", () => toggleCard(view, view.posAtDOM(pill), "absent"));
    return pill;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
