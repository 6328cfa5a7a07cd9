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

  const engine = (async () => {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is switched off");
    if (!element.href) return compiled(unpacked());
    if (location.protocol === "file:") throw new Error("this page needs a server; plimsoll.html, beside it, does not");
    return compiled(await fetch(element.href));
  })();

  // The one request is on its way. From here on the page, and each worker it starts, can make no other.
  const door = document.createElement("meta");
  door.httpEquiv = "Content-Security-Policy";
  door.content = "connect-src 'none'";
  document.head.append(door);

  // The first message is the module; the loop of events keeps those that follow until the program listens.
  const source = `"use strict";
const { imports, start } = (${program})();
addEventListener("message", ({ data }) => start(new WebAssembly.Instance(data, imports()), data), { once: true });`;
  const policy = self.trustedTypes?.createPolicy("plimsoll", { createScriptURL: (url) => url });
  const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const spawned = () => new Worker(policy ? policy.createScriptURL(blob) : blob);

  // A worker takes as long to start as the engine to come, so it starts beside it.
  let first = spawned();
  first.addEventListener("error", () => (first = null), { once: true });

  const parsed = new Promise((done) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", done, { once: true });
    else done();
  });

  let started = false;

  const run = async () => {
    const module = await engine;
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
