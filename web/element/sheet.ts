// The style of the element, as a sheet that no content security policy of the page around it refuses.

/** One for all elements. */
export const SHEET = new CSSStyleSheet();

SHEET.replaceSync(`
:host { display: block; min-width: 0; color-scheme: inherit; }
:host([hidden]) { display: none; }
.box { position: relative; min-height: 5rem; }
.ready { border: 1px solid light-dark(#d9e2e5, #23323a); border-radius: 8px; overflow: hidden; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
.text { max-height: 100%; overflow: auto; }
.waiting iframe { position: absolute; inset: 0; visibility: hidden; }
.ready .text { display: none; }
.failed iframe { display: none; }
`);
