// What may be named, where, and why. `unit` is matched with the place of a use: a file, or a script of a page as
// `#name`. `times`, where it is given, is how often one unit may name it, so that a second use is no accident.

const EVERY_API = /./;

/** Page and single file start with the same script, which holds wasm-bindgen's glue too. */
const START = /#start$/;
const ENGINE = /^plimsoll-[0-9a-f]+\.wasm$|#engine$/;

export const allowed = [
  {
    unit: START,
    api: /^fetch$/,
    times: 1,
    reason: "asks once for the engine beside the page; the single file holds it",
  },
  {
    unit: START,
    api: /^compileStreaming$/,
    times: 1,
    reason: "compiles what that request, or the unpacked text, gives",
  },
  { unit: START, api: /^Worker$/, times: 1, reason: "the worker that checks, from a blob with the glue's own source" },
  { unit: START, api: /^createElement\(meta\)$/, times: 1, reason: "the second policy, which closes the page" },
  { unit: START, api: /^(createElement|setAttribute)\(…\)$/, reason: "Yew draws with names that the program holds" },
  {
    unit: START,
    api: /^(innerHTML|outerHTML)$/,
    reason: "Yew can, the program does not; Trusted Types refuse the first",
  },
  { unit: START, api: /^\.href =$/, times: 1, reason: "a download: the address of a blob" },
  { unit: START, api: /^Reflect\.[gs]et$/, reason: "fields of the editor's events; its name is not known to the glue" },
  { unit: ENGINE, api: /^(innerHTML|outerHTML)$/, reason: "imports of Yew, see the start script" },
  { unit: START, api: /^localStorage$/, times: 1, reason: "progress of drills, kept only when the user asks for it" },
  { unit: ENGINE, api: /^localStorage$/, reason: "that import, see the start script" },
  { unit: ENGINE, api: /^open$/, reason: "the property of a <details> element" },
  { unit: /#editor$/, api: /^(createElement|setAttribute)\(…\)$/, reason: "CodeMirror draws with names of its own" },
  {
    unit: /#editor$/,
    api: /^createElement\(img\)$/,
    reason: "CodeMirror's marker of a widget's edge; it has no address",
  },
  { unit: /#editor$/, api: /^Function$/, times: 1, reason: "CodeMirror asks whether a value is a function" },
  { unit: /#self-test$/, api: EVERY_API, reason: "tries every way to send something, when its button is pressed" },
  { unit: /#(privacy|offline)$/, api: /^(createElement|setAttribute)\(…\)$/, reason: "draws its few elements" },
  {
    unit: /#(privacy|offline)$/,
    api: /^(caches|localStorage|sessionStorage)$/,
    reason: "tells what is kept, and forgets it",
  },
  {
    unit: /#privacy$/,
    api: /^"?serviceWorker"?$/,
    times: 1,
    reason: "tells whether an offline copy is kept, and forgets it",
  },
  {
    unit: /#offline$/,
    api: /^"?serviceWorker"?$/,
    times: 4,
    reason: "keeps an offline copy when the user asks for it",
  },
  {
    unit: /^plimsoll-element\.js$/,
    api: /^(createElement\(iframe\)|\.src =)$/,
    reason: "the frame with the single file, whose address the page around it chooses",
  },
  {
    unit: /^plimsoll-element\.js$/,
    api: /^open$/,
    times: 1,
    reason: "opens a link that the user follows in an embed, without the text and without an opener",
  },
  {
    unit: /^sw\.js$/,
    api: /^fetch$/,
    times: 2,
    reason: "the files of its list, or one of them that the browser threw away",
  },
  { unit: /^sw\.js$/, api: /^caches$/, reason: "the offline copy" },
];
