// The check that nothing shipped names a network API: it passes on the page as built and fails for each seeded use.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scanScript } from "../../scripts/no-network/javascript.mjs";
import { elementsOf, scanElements } from "../../scripts/no-network/markup.mjs";
import { scanWasm } from "../../scripts/no-network/wasm.mjs";
import { DIST, ROOT } from "./harness.mjs";
import { HIDDEN } from "./hidden.mjs";
import { temporary } from "./temporary.mjs";

/** Runs the check as scripts/test does: `{ status, said }`. */
function check(folder) {
  const run = spawnSync("node", [join(ROOT, "scripts/no-network.mjs"), folder], { encoding: "utf8" });
  return { status: run.status, said: run.stdout + run.stderr };
}

/** A copy of the built page that goes away with the test. */
function copyOfDist(context) {
  const folder = temporary("seeded");
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(DIST, folder, { recursive: true });
  return folder;
}

test("the page as built names no network API but those that are allowed", () => {
  const { status, said } = check(DIST);
  assert.equal(status, 0, said);
});

/** A module that imports one function under the name that wasm-bindgen gives to `fetch`. */
function moduleThatImports(name) {
  const text = (value) => [value.length, ...Buffer.from(value)];
  const section = (id, body) => [id, body.length, ...body];
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const types = section(1, [1, 0x60, 0, 0]);
  return Buffer.from([...header, ...types, ...section(2, [1, ...text("./app_bg.js"), ...text(name), 0, 0])]);
}

const inScript = (folder, seed) =>
  writeFileSync(join(folder, "sw.js"), `${readFileSync(join(folder, "sw.js"), "utf8")}\n${seed}`);
/** Inside a script of the page, which has a policy for the original only. */
const inside = (start) => (folder, seed) => {
  const file = join(folder, "index.html");
  const page = readFileSync(file, "utf8");
  const at = page.indexOf(start);
  assert.ok(at > 0, start);
  writeFileSync(file, `${page.slice(0, at)}${seed};${page.slice(at)}`);
};
const inPage = (name) => (folder, seed) => {
  const file = join(folder, name);
  writeFileSync(file, readFileSync(file, "utf8").replace("</body>", `${seed}</body>`));
};

/** A use of the network in each sort of file: how it gets there, what it is, and what the check must say. */
const PLACES = {
  "a script": [inScript, "fetch('./x')", /names fetch/],
  "the start script": [inside("globalThis.plimsollStartWorker="), "fetch('./x')", /index\.html#start:\d+ names fetch/],
  "the editor": [inside('customElements.define("plimsoll-editor"'), "new EventSource(u)", /names EventSource/],
  "an inline script": [inPage("index.html"), "<script>navigator.sendBeacon('./x')</script>", /names sendBeacon/],
  "an element": [inPage("index.html"), "<img src='//example.invalid/x'>", /names src/],
  "the page of a rule": [
    inPage("rules/index.html"),
    "<script src='https://example.invalid/x.js'></script>",
    /names src/,
  ],
  "a new file": [
    (folder, seed) => writeFileSync(join(folder, "extra.js"), seed),
    "new WebSocket(u)",
    /names WebSocket/,
  ],
  "a style": [
    (folder, seed) => writeFileSync(join(folder, "x.css"), seed),
    "a{background:url(//x.invalid/)}",
    /names url/,
  ],
  "a file of another kind": [(folder, seed) => writeFileSync(join(folder, "x.swf"), seed), "x", /of a kind/],
  "a wasm module": [
    (folder, seed) => writeFileSync(join(folder, "x.wasm"), seed),
    moduleThatImports("__wbg_fetch_0123456789abcdef"),
    /names fetch/,
  ],
  "a wasm module whose import nobody binds": [
    (folder, seed) => writeFileSync(join(folder, "x.wasm"), seed),
    moduleThatImports("__wbg_unheard_0123456789abcdef"),
    /which no script that was read binds/,
  ],
};

for (const [place, [put, seed, said]] of Object.entries(PLACES)) {
  test(`a use of the network in ${place} makes the check fail`, (context) => {
    const folder = copyOfDist(context);
    put(folder, seed);
    const run = check(folder);
    assert.equal(run.status, 1, run.said);
    assert.match(run.said, said);
  });
}

/** Every API in the writings that a reader would expect, and in some that they would not. */
const SEEDS = {
  fetch: [
    "fetch(u)",
    "window.fetch(u)",
    "self['fetch'](u)",
    "globalThis['fe' + 'tch'](u)",
    "const { fetch: f } = self",
  ],
  XMLHttpRequest: ["new XMLHttpRequest()", "new self.XMLHttpRequest()", "f(self, 'XMLHttpRequest')"],
  sendBeacon: ["navigator.sendBeacon(u)", "navigator?.['sendBeacon'](u)", "const b = navigator.sendBeacon"],
  WebSocket: ["new WebSocket(u)"],
  EventSource: ["new EventSource(u)"],
  WebTransport: ["new WebTransport(u)"],
  RTCPeerConnection: ["new RTCPeerConnection({ iceServers: [] })", "new webkitRTCPeerConnection()"],
  workers: ["new Worker(u)", "new SharedWorker(u)", "importScripts(u)", "navigator.serviceWorker.register(u)"],
  worklets: ["CSS.paintWorklet.addModule(u)"],
  modules: ["import(u)", "import x from './x.js'", "export * from './x.js'"],
  connection: ["navigator.connection.type"],
  elements: [
    "new Image().src = u",
    "e.src = u",
    "e.href = u",
    "e.setAttribute('src', u)",
    "e.setAttributeNS(n, 'href', u)",
  ],
  made: ["document.createElement('script')", "document.createElement(name)", "document.createElementNS(n, 'iframe')"],
  markup: ["e.innerHTML = u", "e.outerHTML = u", "e.insertAdjacentHTML(p, u)", "document.write(u)", "e.srcdoc = u"],
  parsers: ["new DOMParser()", "r.createContextualFragment(u)", "p.parseFromString(u, t)"],
  forms: ["f.submit()", "f.requestSubmit()", "f.action = u"],
  navigation: [
    "location = u",
    "location.href = u",
    "location.assign(u)",
    "window.location = u",
    "open(u)",
    "window.open(u)",
  ],
  code: ["eval(u)", "new Function(u)", "setTimeout('f()')"],
  names: ["window[key]", "navigator[key]", "Reflect.get(self, key)"],
  storage: ["localStorage.x = 1", "indexedDB.open(n)", "document.cookie = c", "self.caches.open(n)"],
  fonts: ["new FontFace(n, u)"],
  styles: ["e.style.background = 'url(https://example.invalid/x)'"],
  addresses: ["f('https://example.invalid/x')", "f('wss://example.invalid')", "f('//example.invalid/x')"],
  texts: [
    "const source = `const reply = fetch(${u});\\npostMessage(reply);`",
    "blob(\"importScripts('x');postMessage(1)\")",
  ],
};

test("every API is found in every writing that stands there to be read", () => {
  for (const seed of Object.values(SEEDS).flat()) assert.notDeepEqual(scanScript(seed), [], seed);
});

test("what a page loads or runs by its elements is found", () => {
  const seeds = [
    '<a href="x" ping="https://example.invalid/">x</a>',
    '<a href="https://example.invalid/">x</a>',
    '<body onload="f()">',
    '<base href="//example.invalid/">',
    '<form action="x">',
    "<iframe></iframe>",
    "<link rel=preconnect href=https://example.invalid>",
    '<link rel="stylesheet" href="not-shipped.css">',
    '<meta http-equiv="refresh" content="0; url=x">',
    '<p style="background: url(x.png)">',
    "<style>@import 'x.css'</style>",
    '<svg><image href="https://example.invalid/x.svg"/></svg>',
    '<img srcset="https://example.invalid/x 2x">',
  ];
  for (const seed of seeds)
    assert.notDeepEqual(
      scanElements(elementsOf(seed), () => false),
      [],
      seed,
    );
  const own =
    '<link rel="icon" href="mark.svg"><a href="rules/index.html#x">rules</a><img src="data:image/png;base64,AA==">';
  assert.deepEqual(
    scanElements(elementsOf(own), (address) => address === "mark.svg"),
    [],
  );
});

test("ordinary code names nothing", () => {
  for (const code of [
    "const open = details.open; details.open = true;",
    "function prefetched(image) { return { fetch: 1, image }; }",
    "const text = 'The Worker fetches an image'; post(text.replace('a', 'b'));",
    "const svg = 'http://www.w3.org/2000/svg'; document.createElementNS(svg, 'path');",
    "if (location.hash !== '') read(location.hash);",
    "document.createElement('div').setAttribute('class', name);",
  ]) {
    assert.deepEqual(scanScript(code), [], code);
  }
});

test("what wasm takes and gives is found by its plain name", () => {
  for (const name of [
    "__wbg_fetch_0123456789abcdef",
    "__wbg_sendBeacon_0123456789abcdef",
    "__wbg_localStorage_0123456789abcdef",
  ]) {
    assert.equal(scanWasm(moduleThatImports(name)).length, 1, name);
  }
  assert.deepEqual(scanWasm(moduleThatImports("__wbg_length_0123456789abcdef")), []);
});

test("the limits of reading: a name that is made at run time is not found", () => {
  for (const hidden of HIDDEN) assert.deepEqual(scanScript(hidden), [], hidden);
});
