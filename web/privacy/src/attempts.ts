// Every way to send something that a page has. This is the one place of the project that names them all, and it runs
// only when the user presses its button.
import { scriptAddress } from "./script-address.ts";
import { Absent, type Attempt, NO_SIGN, pause, type Place } from "./trial.ts";
import { workerAttempts } from "./worker-attempts.ts";

const BOTH: readonly Place[] = ["elsewhere", "own"];
const ELSEWHERE: readonly Place[] = ["elsewhere"];
const OWN: readonly Place[] = ["own"];

const attempt = (id: string, name: string, places: readonly Place[], start: Attempt["start"]): Attempt => ({
  id,
  name,
  places,
  start,
});

/** A constructor of the browser, which an older one may lack. */
function known<Name extends keyof typeof globalThis>(name: Name): (typeof globalThis)[Name] {
  if (!(name in globalThis)) throw new Absent("this browser does not have it");
  return globalThis[name];
}

/** Fulfils when one of the events comes, rejects with an error event. */
const settled = (target: EventTarget, ...good: string[]) =>
  new Promise<void>((done, failed) => {
    for (const name of good) target.addEventListener(name, () => done(), { once: true });
    target.addEventListener("error", failed, { once: true });
  });

/** How long an element is given that tells nothing when it loads, in milliseconds. */
const DWELL = 1200;

/** Small and clear instead of hidden: what is hidden may not load. */
const UNSEEN = "position: absolute; inline-size: 1px; block-size: 1px; opacity: 0";

/** An element that the user does not see and that is gone again after the attempt. */
async function placed(name: string, set: (element: HTMLElement) => void): Promise<unknown> {
  const element = document.createElement(name);
  element.style.cssText = UNSEEN;
  const ended = settled(element, "load", "loadstart");
  try {
    set(element);
    document.body.append(element);
    return await Promise.race([ended, quiet()]);
  } finally {
    element.remove();
  }
}

const quiet = () => pause(DWELL).then(() => NO_SIGN);

const attributes = (all: Record<string, string>) => (element: HTMLElement) => {
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
};

const linked = (rel: string, more: Record<string, string> = {}) => (address: string) =>
  placed("link", attributes({ rel, ...more, href: address }));

/** A drawn box whose background is at the address. */
const background = (address: string) =>
  placed("div", (box) => (box.style.backgroundImage = `url(${JSON.stringify(address)})`));

/** A form that is sent into an empty frame, so that this page stays where it is even if nobody refuses. */
async function form(address: string): Promise<unknown> {
  const frame = document.createElement("iframe");
  frame.name = "plimsoll-self-test";
  frame.style.cssText = UNSEEN;
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  form.target = frame.name;
  form.hidden = true;
  document.body.append(frame, form);
  form.submit();
  try {
    return await quiet();
  } finally {
    frame.remove();
    form.remove();
  }
}

/** Asks a server for this machine's address, as a call between browsers begins. */
async function webRtc(address: string): Promise<unknown> {
  const Connection = known("RTCPeerConnection");
  const { hostname, port } = new URL(address);
  const connection = new Connection({ iceServers: [{ urls: `stun:${hostname}:${port || "3478"}` }] });
  connection.createDataChannel("self-test");
  await connection.setLocalDescription(await connection.createOffer());
  try {
    return await quiet();
  } finally {
    connection.close();
  }
}

const asWebSocket = (address: string) => address.replace(/^http/, "ws");

/** All of them, in the order of the table. */
export const ATTEMPTS: readonly Attempt[] = [
  attempt("fetch", "fetch", BOTH, (address) => fetch(address, { mode: "no-cors" })),
  attempt("xhr", "XMLHttpRequest", BOTH, (address) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    const ended = settled(request, "load");
    request.send();
    return ended;
  }),
  attempt("beacon", "Beacon", BOTH, (address) => {
    navigator.sendBeacon(address, "self-test");
    return quiet();
  }),
  attempt("websocket", "WebSocket", BOTH, (address) => settled(new WebSocket(asWebSocket(address)), "open")),
  attempt("eventsource", "EventSource", BOTH, async (address) => {
    const source = new EventSource(address);
    await settled(source, "open").finally(() => source.close());
  }),
  attempt("webtransport", "WebTransport", BOTH, (address) => {
    const Transport = known("WebTransport");
    return new Transport(address.replace(/^http:/, "https:")).ready;
  }),
  attempt("image", "Image", BOTH, (address) => placed("img", attributes({ src: address }))),
  attempt("background", "Background in CSS", BOTH, background),
  attempt("font", "Font in CSS", BOTH, (address) => new FontFace("self-test", `url(${JSON.stringify(address)})`).load()),
  attempt("style", "Style sheet", BOTH, linked("stylesheet")),
  attempt("media", "Sound or video", BOTH, (address) => placed("audio", attributes({ src: address, preload: "auto" }))),
  attempt("object", "Plug-in object", BOTH, (address) => placed("object", (element) => ((element as HTMLObjectElement).data = scriptAddress(address)))),
  attempt("frame", "Frame", BOTH, (address) => placed("iframe", attributes({ src: address }))),
  attempt("form", "Form", BOTH, form),
  attempt("prefetch", "Prefetch", BOTH, linked("prefetch")),
  attempt("preload", "Preload", BOTH, linked("preload", { as: "image" })),
  attempt("modulepreload", "Module preload", BOTH, linked("modulepreload")),
  attempt("script", "Script element", BOTH, (address) =>
    placed("script", (element) => ((element as HTMLScriptElement).src = scriptAddress(address))),
  ),
  attempt("import", "import()", BOTH, (address) => import(address)),
  attempt("worker", "Worker from an address", BOTH, (address) => {
    const worker = new Worker(scriptAddress(address));
    return settled(worker, "message").finally(() => worker.terminate());
  }),
  attempt("serviceworker", "Service worker", OWN, async (address) => {
    if (!("serviceWorker" in navigator)) throw new Absent("not here: the page was not served securely");
    const registration = await navigator.serviceWorker.register(scriptAddress(address));
    await registration.unregister();
  }),
  ...workerAttempts,
  {
    ...attempt("preconnect", "Preconnect", ELSEWHERE, linked("preconnect")),
    beyond: "no policy covers it: a connection may be opened, without a request",
  },
  {
    ...attempt("dns", "DNS prefetch", ELSEWHERE, linked("dns-prefetch")),
    beyond: "no policy covers it: a name server may be asked for the name",
  },
  {
    ...attempt("webrtc", "WebRTC", ELSEWHERE, webRtc),
    beyond: "no policy that browsers know covers it: packets may leave",
  },
];
