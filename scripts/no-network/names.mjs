// The names by which a page reaches out, runs text as code, loads by an element, or stores. Facts of the web platform.

/** What sends or loads something. These names mean nothing else, so every use of one counts, in text as well. */
export const NETWORK = new Set([
  ...["fetch", "fetchLater", "XMLHttpRequest", "sendBeacon", "WebSocket", "WebSocketStream", "EventSource"],
  ...["WebTransport", "RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection", "importScripts"],
  ...["Worker", "SharedWorker", "serviceWorker", "addModule", "FontFace", "Image", "Audio", "backgroundFetch"],
  ...["pushManager", "registerProtocolHandler", "PaymentRequest", "PresentationRequest", "sharedStorage"],
  ...["instantiateStreaming", "compileStreaming", "XSLTProcessor", "connection"],
]);

/** What makes code or markup of text. */
export const SINKS = new Set([
  ...["eval", "Function", "innerHTML", "outerHTML", "insertAdjacentHTML", "createContextualFragment"],
  ...["setHTMLUnsafe", "parseHTMLUnsafe", "parseFromString", "DOMParser", "srcdoc", "execScript"],
]);

/** What keeps something on the machine. */
export const STORAGE = new Set([
  ...["localStorage", "sessionStorage", "indexedDB", "caches", "cookie", "cookieStore", "getDirectory"],
]);

/** Names that ordinary words, properties or local variables also have: they count only where they stand for the API. */
export const ORDINARY = new Set(["Image", "Audio", "Worker", "Function", "connection", "cookie", "caches", "eval", "fetch"]);

/** Properties and attributes that make an element load, send or go somewhere. */
export const ADDRESSES = new Set([
  ...["src", "href", "srcset", "action", "formAction", "formaction", "poster", "ping", "background", "location"],
  ...["xlink:href", "manifest", "longdesc", "codebase", "archive", "classid", "imagesrcset", "attributionsrc"],
]);

/** Elements that load, send or change where addresses lead. */
export const LOADERS = new Set([
  ...["script", "iframe", "frame", "img", "image", "link", "form", "object", "embed", "video", "audio", "source"],
  ...["track", "base", "portal", "fencedframe", "feimage", "style", "meta"],
]);

/** Methods that send a form, go somewhere, or write markup. */
export const CALLS = new Set(["submit", "requestSubmit", "write", "writeln", "share"]);

/** Names of the global object and of its parts that hold the APIs above. */
export const GLOBALS = new Set(["window", "self", "globalThis", "top", "parent", "frames", "navigator", "document"]);
