// Inlined into the page. Brings the engine and starts it twice, in the page and in a worker: the only code here that
// may ask for anything, and it asks once. Then it closes the door behind itself.
(() => {
  "use strict";

  // `scripts/pack` puts the program's glue here. The worker gets the same function as text.
  const program = () => "the program";

  const element = document.getElementById("engine");

  /** The engine as packed into the single file. */
  const unpacked = () => {
    if (typeof DecompressionStream !== "function") throw new Error("it needs Chrome 113, Firefox 113 or Safari 16.4");
    const packed = element.textContent;
    const bytes = Uint8Array.fromBase64
      ? Uint8Array.fromBase64(packed)
      : Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "content-type": "application/wasm" } });
  };

  /** A server that names another type for the engine, or none, only costs the time that streaming saves. */
  const compiled = async (response) => {
    if (!response.ok) throw new Error(`the server answered ${response.status} for the engine`);
    return response.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
  };

  const answer = (async () => {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is switched off");
    if (!element.href) return unpacked();
    if (location.protocol === "file:") throw new Error("this page needs a server; plimsoll.html, beside it, does not");
    return fetch(element.href);
  })();
  const engine = answer.then(compiled);

  // The one request is answered, or will not be. From here on the page, and each worker it starts, can make no other.
  // The policy that stands in the page goes on holding beside this one, so what may be inline is still known by its
  // hash; that one lets the page reach its host, for which browsers would let it prefetch there too. Not before the
  // answer: when it comes from the offline copy, Chromium asks the policy once more.
  const shut = () => {
    const door = document.createElement("meta");
    door.httpEquiv = "Content-Security-Policy";
    door.content =
      "default-src 'none'; script-src 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; worker-src blob:";
    document.head.append(door);
  };

  // The first message is the module; the loop of events keeps those that follow until the program listens.
  const source = `"use strict";
const { imports, start } = (${program})();
addEventListener("message", ({ data }) => start(new WebAssembly.Instance(data, imports()), data), { once: true });`;
  const policy = self.trustedTypes?.createPolicy("plimsoll", { createScriptURL: (url) => url });
  const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const spawned = () => new Worker(policy ? policy.createScriptURL(blob) : blob);

  // A worker takes as long to start as the engine to come, so it starts while that is on its way.
  let first = null;
  const begun = answer.then(shut, shut).then(() => {
    try {
      first = spawned();
      first.addEventListener("error", () => (first = null), { once: true });
    } catch {
      // Where workers are refused the app says so, when it asks for one.
    }
  });

  const parsed = new Promise((done) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", done, { once: true });
    else done();
  });

  let started = false;

  const run = async () => {
    const [module] = await Promise.all([engine, begun]);
    first?.postMessage(module);
    // The first call returns the worker that is already starting, each later one a new worker.
    globalThis.plimsollStartWorker = () => {
      const worker = first ?? spawned();
      if (worker !== first) worker.postMessage(module);
      first = null;
      return worker;
    };
    const { imports, start } = program();
    const instance = await WebAssembly.instantiate(module, imports());
    await parsed;
    start(instance, module);
    started = true;
  };

  const fail = async (reason) => {
    await parsed;
    const status = document.getElementById("boot");
    if (started || !status) return;
    status.setAttribute("role", "alert");
    status.textContent =
      typeof WebAssembly === "object"
        ? `Plimsoll could not start. Reload the page; if that does not help, try a current browser. (${reason})`
        : "Plimsoll could not start because WebAssembly is switched off in this browser. Allow it and reload the page.";
  };
  addEventListener("error", (event) => fail(event.message));
  run().catch((error) => fail(error.message));
})();
