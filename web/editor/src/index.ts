// The entry of the bundle: defines the element and the channel for pages around this one, and exports nothing.
import "../../embedding/index.ts";
import { PlimsollEditor } from "./element.ts";

customElements.define("plimsoll-editor", PlimsollEditor);
