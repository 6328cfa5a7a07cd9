// The sign before a line that has marks: the shape and colour of the worst.
import { GutterMarker } from "@codemirror/view";
import { type Mark, severityOf } from "./mark.ts";
import { shape } from "./shapes.ts";

export class SeverityMarker extends GutterMarker {
  readonly #marks: readonly Mark[];

  /** `marks` is worst first. */
  constructor(marks: readonly Mark[]) {
    super();
    this.#marks = marks;
  }

  get #title(): string {
    return this.#marks.map((mark) => `${severityOf(mark)}: ${mark.title}`).join("\n");
  }

  override eq(other: SeverityMarker): boolean {
    return this.#title === other.#title;
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement("div");
    sign.className = "pl-sign";
    sign.title = this.#title;
    sign.append(shape(severityOf(this.#marks[0])));
    return sign;
  }
}
