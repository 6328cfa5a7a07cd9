// The entry of the bundle: defines the element and exports nothing.
import { PlimsollEditor } from "./element.ts";

customElements.define("plimsoll-editor", PlimsollEditor);
