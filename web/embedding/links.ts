// Links that lead out of the frame. A sandbox without `allow-popups` lets none of them work, so a host that opens them
// itself is told which one was followed, and where nobody would open them they are not shown.

/** What a link leads to. */
export type Link = { readonly page: "linter" } | { readonly page: "rule"; readonly rule: string };

const RULE = /^(?:\.\/)?rules\/([a-z0-9-]+)\.html$/;

export class Links {
  #handed = false;

  constructor(tell: (link: Link) => void) {
    // A frame without an origin is sandboxed; whether it may open windows cannot be asked.
    this.#show(self.origin === "null" ? "none" : "frame");
    addEventListener("click", (event) => {
      const anchor = this.#handed && event.target instanceof Element ? event.target.closest("a[target=_blank]") : null;
      if (!anchor) return;
      event.preventDefault();
      const rule = RULE.exec(anchor.getAttribute("href") ?? "")?.[1];
      if (rule) tell({ page: "rule", rule });
      else if (anchor.id === "open-full") tell({ page: "linter" });
    });
  }

  /** Whether the host opens them. */
  hand(over: boolean): void {
    this.#handed = over;
    this.#show(over ? "host" : "frame");
  }

  /** Tells the style sheet. */
  #show(who: "host" | "frame" | "none"): void {
    document.documentElement.dataset["links"] = who;
  }
}
