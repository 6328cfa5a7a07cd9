// The explanation card: title, message and fix of each mark. Shown on hover, or pinned and focused on request.
import type { EditorView, Tooltip, TooltipView } from "@codemirror/view";
import { emit } from "./events.ts";
import { type Mark, severityOf } from "./mark.ts";
import { shape } from "./shapes.ts";

/** Whether a card takes the focus: one that was asked for does, one that the pointer brought does not. */
export type CardFocus = "focus" | "hover";

/** Pixels between the card and its line, so that the underline stays visible. */
const GAP = 5;

/** Closes the card that is open. */
export type CloseCard = (view: EditorView) => boolean;

/** A tooltip at `position` for `marks`, worst first and not empty. */
export function cardTooltip(position: number, marks: readonly Mark[], close: CloseCard, focus: CardFocus): Tooltip {
  return { pos: position, above: false, create: (view) => cardView(view, marks, close, focus) };
}

function cardView(view: EditorView, marks: readonly Mark[], close: CloseCard, focus: CardFocus): TooltipView {
  const dom = document.createElement("div");
  dom.className = "pl-card";
  dom.setAttribute("role", "dialog");
  dom.setAttribute("aria-label", marks.length === 1 ? "Finding" : `${marks.length} findings`);
  dom.tabIndex = -1;
  dom.append(...marks.map((mark) => entry(mark, () => close(view))));
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close(view);
  });
  const shown = { dom, offset: { x: 0, y: GAP } };
  return focus === "hover" ? shown : { ...shown, mount: () => dom.focus({ preventScroll: true }) };
}

function entry(mark: Mark, close: () => void): HTMLElement {
  const section = document.createElement("section");
  section.className = `pl-card-entry pl-${severityOf(mark)}`;
  section.append(heading(mark), text("p", "pl-card-message", mark.message));
  if (mark.fixTitle) section.append(fixButton(mark, mark.fixTitle, close));
  return section;
}

function heading(mark: Mark): HTMLElement {
  const title = text("p", "pl-card-title", "");
  title.append(shape(severityOf(mark)), text("span", "pl-card-severity", severityOf(mark)), ` ${mark.title}`);
  return title;
}

function fixButton(mark: Mark, title: string, close: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pl-card-fix";
  button.textContent = "Fix";
  button.setAttribute("aria-label", `Fix: ${title}`);
  button.title = title;
  button.addEventListener("click", () => {
    emit(button, "plimsoll-fix-request", { index: mark.index });
    close();
  });
  return button;
}

function text(tag: string, className: string, content: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}
