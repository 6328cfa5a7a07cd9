// The height of the frame's content, for a host that makes the frame as high as it is. Nothing in this layout depends
// on the height of the frame (web/styles/embed.css), so that following it cannot go in circles.

/** The highest frame that is asked for, in CSS pixels. What is higher scrolls. */
const HIGHEST = 6000;

export class Height {
  readonly #tell: (height: number) => void;
  #observer: ResizeObserver | null = null;
  #told = 0;

  /** `tell` receives a height in whole CSS pixels whenever it is another one. */
  constructor(tell: (height: number) => void) {
    this.#tell = tell;
  }

  /** Begins or ends to follow the content. */
  follow(on: boolean): void {
    document.documentElement.classList.toggle("auto-height", on);
    this.#observer?.disconnect();
    this.#observer = null;
    const content = document.getElementById("app");
    if (!on || !content) return;
    this.#told = 0;
    this.#observer = new ResizeObserver(() => this.#measure(content));
    this.#observer.observe(content);
  }

  #measure(content: HTMLElement): void {
    const height = Math.ceil(content.getBoundingClientRect().height);
    document.documentElement.classList.toggle("too-high", height > HIGHEST);
    const wanted = Math.min(height, HIGHEST);
    if (wanted === this.#told || wanted === 0) return;
    this.#told = wanted;
    this.#tell(wanted);
  }
}
