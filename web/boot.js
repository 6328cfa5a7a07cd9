// Inlined at the top of the page. Starts the worker while the rest still loads, hands it to the app, and says so when
// the page cannot start.
(() => {
  "use strict";

  const build = document.querySelector('meta[name="plimsoll-build"]').content;
  const address = (file) => new URL(`${file}?${build}`, document.baseURI).href;

  // What the app sends before the module is ready is kept and delivered in order.
  const source = `"use strict";
const early = [];
const keep = (event) => early.push(event.data);
addEventListener("message", keep);
const policy = self.trustedTypes?.createPolicy("plimsoll", { createScriptURL: (url) => url });
const script = ${JSON.stringify(address("worker.js"))};
importScripts(policy ? policy.createScriptURL(script) : script);
wasm_bindgen({ module_or_path: ${JSON.stringify(address("worker_bg.wasm"))} }).then(
  () => {
    removeEventListener("message", keep);
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  },
  (error) => setTimeout(() => { throw error; }),
);`;

  const policy = self.trustedTypes?.createPolicy("plimsoll", { createScriptURL: (url) => url });
  const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const start = () => new Worker(policy ? policy.createScriptURL(blob) : blob);

  let first = start();
  first.addEventListener("error", () => (first = null), { once: true });

  // The first call returns the worker that is already starting, each later one a new worker.
  globalThis.plimsollStartWorker = () => {
    const worker = first ?? start();
    first = null;
    return worker;
  };

  let started = false;
  addEventListener("TrunkApplicationStarted", () => (started = true), { once: true });

  const fail = (reason) => {
    const status = document.getElementById("boot");
    if (started || !status) return;
    status.setAttribute("role", "alert");
    status.textContent =
      typeof WebAssembly === "object"
        ? `Plimsoll could not start. Reload the page; if that does not help, try a current browser. (${reason})`
        : "Plimsoll could not start because WebAssembly is switched off in this browser. Allow it and reload the page.";
  };
  // In the capture phase, since an element that fails to load does not bubble its error.
  addEventListener(
    "error",
    (event) => fail(event.message ?? `${event.target.src ?? event.target.href} did not load`),
    true,
  );
  addEventListener("unhandledrejection", (event) => fail(String(event.reason)));
})();
