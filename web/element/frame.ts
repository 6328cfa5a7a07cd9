// The sandboxed frame of one element, and the line to it. What does not come from this very frame is ignored.
import { type Answer, read } from "./answers.ts";
import type { EmbedFile, HostMessage } from "./embed.d.ts";

/**
 * What the frame may do: run its scripts and save files. It has no origin of its own, so it reaches neither the page
 * around it nor anything that the browser stores; it opens no window, sends no form and leads nobody away.
 */
const SANDBOX = "allow-scripts allow-downloads";
const ALLOWED = "clipboard-write";

/** How long a question waits for its answer, in milliseconds. */
const PATIENCE = 15_000;

/** A message before it bears its version. */
type Plain<Message> = Message extends unknown ? Omit<Message, "plimsoll"> : never;

/** Told of everything that the frame says but the answers to questions. */
export type Listener = (answer: Answer) => void;

interface Question {
  readonly settle: (answer: Answer) => void;
  readonly refuse: (reason: Error) => void;
}

/** An iframe of the linter at `address`, not yet in a document. */
export class Frame {
  readonly element = document.createElement("iframe");
  readonly #listener: Listener;
  readonly #questions = new Map<number, Question>();
  readonly #hear = (event: MessageEvent) => this.#take(event);
  #number = 0;
  #queue: Plain<HostMessage>[] | null = [];

  constructor(address: URL, title: string, listener: Listener) {
    this.#listener = listener;
    this.element.setAttribute("sandbox", SANDBOX);
    this.element.allow = ALLOWED;
    this.element.referrerPolicy = "no-referrer";
    this.element.loading = "lazy";
    this.element.title = title;
    this.element.src = address.href;
    addEventListener("message", this.#hear);
  }

  /** Ends the line; questions without an answer are refused. */
  close(): void {
    removeEventListener("message", this.#hear);
    for (const { refuse } of this.#questions.values()) refuse(new Error("The linter was taken out of the page."));
    this.#questions.clear();
  }

  /** Lets go what was kept until the frame was configured. */
  flush(): void {
    const kept = this.#queue ?? [];
    this.#queue = null;
    for (const message of kept) this.send(message);
  }

  /** Sends now, or once the frame is configured. */
  send(message: Plain<HostMessage>): void {
    if (this.#queue && message.type !== "configure") this.#queue.push(message);
    // A sandboxed frame has no origin that could be named.
    else this.element.contentWindow?.postMessage({ plimsoll: 1, ...message }, "*");
  }

  /** Asks for the files as they are now. */
  async content(): Promise<readonly Required<EmbedFile>[]> {
    const answer = await this.#ask("get-content");
    return answer.type === "content" ? answer.files : [];
  }

  /** Asks for the report. */
  async report(): Promise<object> {
    const answer = await this.#ask("get-report");
    return (answer.type === "report" && answer.full) || {};
  }

  #ask(type: "get-content" | "get-report"): Promise<Answer> {
    // One that waits to come into view would not answer.
    this.element.loading = "eager";
    this.#number += 1;
    const id = this.#number;
    return new Promise<Answer>((settle, refuse) => {
      const timer = setTimeout(() => {
        this.#questions.delete(id);
        refuse(new Error("The linter did not answer in time."));
      }, PATIENCE);
      this.#questions.set(id, {
        settle: (answer) => (clearTimeout(timer), settle(answer)),
        refuse: (reason) => (clearTimeout(timer), refuse(reason)),
      });
      this.send({ type, id });
    });
  }

  #take(event: MessageEvent): void {
    if (!event.source || event.source !== this.element.contentWindow || event.origin !== "null") return;
    const answer = read(event.data);
    if (!answer) return;
    const id = answer.type === "error" ? answer.error.id : "id" in answer ? answer.id : undefined;
    if (id === undefined) return this.#listener(answer);
    const question = typeof id === "number" ? this.#questions.get(id) : undefined;
    if (!question) return;
    this.#questions.delete(Number(id));
    if (answer.type === "error") question.refuse(new Error(answer.error.message));
    else question.settle(answer);
  }
}
