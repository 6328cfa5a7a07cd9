// The text about privacy in the dialog of the page, and the sentence that a newer offline copy is there.
import "./kept.ts";
import { ownRegistration } from "./storage.ts";

/** `<plimsoll-privacy>`: the text of privacy.html, in which the self-test and what is kept draw themselves. */
class Privacy extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    const text = document.querySelector<HTMLTemplateElement>("template#privacy-text");
    if (text) this.append(text.content.cloneNode(true));
    if (!isHosted()) this.querySelector(".offline-link")?.remove();
  }
}

/** Whether the page came from a host, with its files beside it; the single file has no others. */
const isHosted = (): boolean => /^https?:$/.test(location.protocol) && document.querySelector("script#engine") === null;

/** `<plimsoll-newer>`: empty until a newer offline copy has come. */
class Newer extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute("role", "status");
    void this.#watch();
  }

  async #watch(): Promise<void> {
    const registration = await ownRegistration();
    if (!registration?.active) return;
    const tell = () => {
      if (registration.waiting) {
        this.textContent = "A newer offline copy is here. It takes over when all tabs of this page are closed.";
      }
    };
    tell();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
  }
}

customElements.define("plimsoll-privacy", Privacy);
customElements.define("plimsoll-newer", Newer);
