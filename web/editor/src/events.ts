// The element's events. They cross the shadow root and bubble; the element adds the `id` of the document.

export interface EventDetails {
  "plimsoll-change": { text: string; kind: ChangeKind };
  "plimsoll-mark-select": { index: number };
  "plimsoll-fix-request": { index: number };
  "plimsoll-refused": { length: number };
}

/** `edit` is everything that is neither typed nor pasted: edits of the page, undo and redo. */
export type ChangeKind = "paste" | "type" | "edit";

/** What the inside of the editor asks the element to send. */
export class Outgoing<Name extends keyof EventDetails = keyof EventDetails> extends Event {
  static readonly type = "pl-outgoing";

  constructor(
    readonly name: Name,
    readonly detail: EventDetails[Name],
  ) {
    super(Outgoing.type, { bubbles: true });
  }
}

/** Asks the element around `from` to send an event. */
export function emit<Name extends keyof EventDetails>(from: HTMLElement, name: Name, detail: EventDetails[Name]): void {
  from.dispatchEvent(new Outgoing(name, detail));
}
