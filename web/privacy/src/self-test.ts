// The button that tries to leak, and the table of what became of each attempt.
import { ATTEMPTS } from "./attempts.ts";
import { made } from "./made.ts";
import { type Attempt, type Outcome, type Place, tried, type Verdict } from "./trial.ts";

/** Nobody can own a name that ends so: an attempt that is not refused reaches a name server at most. */
const NOBODY = "https://plimsoll-self-test.invalid/";

const VERDICTS: Record<Verdict, string> = {
  policy: "refused by the policy",
  browser: "refused by the browser",
  open: "not refused",
  unseen: "cannot be told from here",
};

const PLACES: Record<Place, string> = { elsewhere: "another host", own: "this page's host" };

/** What a policy in a page cannot refuse; trying it would leave the page. */
const NOT_TRIED: readonly (readonly [string, string])[] = [
  ["Going to another address", "a link that you follow, an address that you type: no policy in a page refuses it"],
  ["A new window", "the same: it is another page"],
];

interface Row {
  readonly attempt: Attempt;
  readonly place: Place;
  readonly outcome: Outcome;
}

/** `<plimsoll-self-test data-target="ADDRESS">`: the address of another host, else one that nobody can own. */
class SelfTest extends HTMLElement {
  readonly #said = made("p", { role: "status", class: "self-test-said" });
  readonly #body = document.createElement("tbody");
  readonly #result = made("div", { class: "self-test-result" });
  readonly #start = made("button", { type: "button", id: "self-test-start" }, "Try to leak");
  #rows: Row[] = [];

  connectedCallback(): void {
    if (this.#start.isConnected) return;
    this.#start.addEventListener("click", () => void this.#run());
    const copy = made("button", { type: "button", class: "quiet" }, "Copy the result");
    copy.addEventListener("click", () => void this.#copy());
    const head = made("tr", {});
    for (const title of ["Tried", "With", "Result", "Seen by"]) head.append(made("th", { scope: "col" }, title));
    const table = made("table", {});
    const header = document.createElement("thead");
    header.append(head);
    table.append(made("caption", { class: "sr" }, "What was tried, and what became of it"), header, this.#body);
    const scroller = made("div", { class: "self-test-table", tabindex: "0", role: "region", "aria-label": "Result" });
    scroller.append(table);
    this.#result.hidden = true;
    this.#result.append(scroller, copy);
    this.replaceChildren(this.#start, this.#said, this.#result);
  }

  async #run(): Promise<void> {
    if (this.#start.getAttribute("aria-disabled") === "true") return;
    this.#start.setAttribute("aria-disabled", "true");
    this.#rows = [];
    this.#body.replaceChildren();
    this.#result.hidden = false;
    this.#said.textContent = "Trying…";
    for (const attempt of ATTEMPTS) {
      for (const place of attempt.places) await this.#try(attempt, place);
    }
    for (const [name, why] of NOT_TRIED) this.#body.append(row(name, "", "not tried", why, "open"));
    this.#said.textContent = summary(this.#rows);
    this.#start.removeAttribute("aria-disabled");
  }

  async #try(attempt: Attempt, place: Place): Promise<void> {
    const base = place === "own" ? ownHost() : (this.dataset["target"] ?? NOBODY);
    if (base === null) return;
    const outcome = await tried(attempt, `${base}self-test?${attempt.id}`);
    this.#rows.push({ attempt, place, outcome });
    const { verdict, seen } = outcome;
    this.#body.append(row(attempt.name, PLACES[place], VERDICTS[verdict], seen, verdict));
  }

  async #copy(): Promise<void> {
    const copied = await navigator.clipboard?.writeText(asText(this.#rows)).then(
      () => true,
      () => false,
    );
    this.#said.textContent = copied ? "Copied." : "The browser refused to copy; select the table instead.";
  }
}

/** The host that the page came from, as an address to try; null for a page from a file. */
function ownHost(): string | null {
  return /^https?:$/.test(location.protocol) ? new URL(".", document.baseURI).href : null;
}

function row(name: string, place: string, result: string, seen: string, verdict: Verdict): HTMLElement {
  const line = made("tr", { "data-verdict": verdict });
  line.append(made("th", { scope: "row" }, name));
  for (const text of [place, result, seen]) line.append(made("td", {}, text));
  return line;
}

function summary(rows: readonly Row[]): string {
  const count = (verdict: Verdict) => rows.filter(({ outcome }) => outcome.verdict === verdict).length;
  const names = (verdict: Verdict) => [
    ...new Set(rows.filter(({ outcome }) => outcome.verdict === verdict).map(({ attempt }) => attempt.name)),
  ];
  const listed = (label: string, verdict: Verdict) =>
    names(verdict).length > 0 ? ` ${label}: ${names(verdict).join(", ")}.` : "";
  const refused = `${count("policy")} refused by the policy, ${count("browser")} by the browser.`;
  return `${rows.length} attempts: ${refused}${listed("Not refused", "open")}${listed("Not to be told", "unseen")}`;
}

function asText(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ attempt, place, outcome }) =>
      `${attempt.name}, ${PLACES[place]}: ${VERDICTS[outcome.verdict]} (${outcome.seen})`,
  );
  const rest = NOT_TRIED.map(([name, why]) => `${name}: not tried (${why})`);
  return [summary(rows), navigator.userAgent, ...lines, ...rest, ""].join("\n");
}

customElements.define("plimsoll-self-test", SelfTest);
