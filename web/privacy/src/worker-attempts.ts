// The same from a worker that starts from a blob, which is how the page starts its own.
import { scriptAddress } from "./script-address.ts";
import { type Attempt, type Place, Reported } from "./trial.ts";

const BOTH: readonly Place[] = ["elsewhere", "own"];

/** What the worker answers. */
interface Answer {
  /** Directives that refused something. */
  readonly reports: readonly string[];
  /** What was thrown; empty when nothing was. */
  readonly error: string;
}

/** Runs inside the worker, so it may use nothing from outside itself. */
function inside(way: string, address: string): void {
  const policy = self.trustedTypes?.createPolicy("plimsoll-self-test", { createScriptURL: (text: string) => text });
  const reports: string[] = [];
  self.addEventListener("securitypolicyviolation", (event) => {
    reports.push((event as SecurityPolicyViolationEvent).effectiveDirective);
  });
  const load = self as unknown as { importScripts(address: string): void };
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(address, { mode: "no-cors" }),
    websocket: () =>
      new Promise((done, failed) => {
        const socket = new WebSocket(address.replace(/^http/, "ws"));
        socket.onopen = done;
        socket.onerror = () => failed(new Error("error event"));
      }),
    importscripts: () => load.importScripts(policy ? (policy.createScriptURL(address) as string) : address),
    import: () => import(address),
  };
  Promise.resolve()
    .then(ways[way])
    .then(
      () => "",
      (error: Error) => `${error.name} thrown`,
    )
    // A report comes as a task of its own.
    .then((error) => setTimeout(() => postMessage({ reports, error }), 200));
}

async function ask(way: string, address: string): Promise<void> {
  const source = `(${inside})(${JSON.stringify(way)}, ${JSON.stringify(address)});`;
  const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(scriptAddress(blob));
  try {
    const { reports, error } = await new Promise<Answer>((done, failed) => {
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = failed;
    });
    if (reports[0]) throw new Reported(reports[0], error);
    if (error) throw new Error(error);
  } finally {
    worker.terminate();
    URL.revokeObjectURL(blob);
  }
}

const attempt = (way: string, name: string): Attempt => ({
  id: `worker-${way}`,
  name: `${name} in a worker`,
  places: BOTH,
  start: (address) => ask(way, address),
});

/** All of them, in the order of the table. */
export const workerAttempts: readonly Attempt[] = [
  attempt("fetch", "fetch"),
  attempt("websocket", "WebSocket"),
  attempt("importscripts", "importScripts"),
  attempt("import", "import()"),
];
