// What is kept on this machine, and the button that forgets it.
import { made } from "./made.ts";
import { forget, kept, type Kept } from "./storage.ts";

/** `<plimsoll-kept>`: tells what is kept. Draws itself anew whenever it is told so with `refresh`. */
export class KeptElement extends HTMLElement {
  readonly #said = made("p", { role: "status" });
  readonly #forget = made("button", { type: "button", id: "forget" }, "Forget everything");

  connectedCallback(): void {
    if (this.#said.isConnected) return;
    this.#forget.addEventListener("click", () => void this.#forgetAll());
    this.replaceChildren(this.#said, this.#forget);
    void this.refresh();
  }

  /** Tells what is kept now. */
  async refresh(): Promise<void> {
    this.#tell(await kept());
  }

  async #forgetAll(): Promise<void> {
    const before = await forget();
    this.#tell(await kept());
    if (isSomething(before)) this.#said.textContent = `Forgotten: ${listed(before)}. Nothing is kept now.`;
    this.dispatchEvent(new CustomEvent("forgotten", { bubbles: true }));
  }

  #tell(now: Kept): void {
    const newer = now.newer ? " A newer copy waits; it takes over when all tabs of this page are closed." : "";
    this.#said.textContent = isSomething(now)
      ? `Kept on this machine: ${listed(now)}.${newer}`
      : "This page keeps nothing on this machine.";
  }
}

const isSomething = ({ offline, entries }: Kept): boolean => offline || entries.length > 0;

function listed({ offline, entries }: Kept): string {
  return [...(offline ? ["the offline copy of its files"] : []), ...entries.map((name) => `the entry “${name}”`)].join(", ");
}

customElements.define("plimsoll-kept", KeptElement);
