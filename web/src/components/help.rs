//! The help: the keys.

use yew::prelude::*;

/// Keys and what they do.
const KEYS: [(&str, &str); 5] = [
    ("F8", "the next finding of the text; with Shift the one before"),
    ("Ctrl + .", "what is said about the place of the cursor"),
    ("Ctrl + F", "search in the text"),
    ("Esc, then Tab", "leave the editor"),
    ("Esc", "close what is open"),
];

/// Draws it.
pub(crate) fn help() -> Html {
    html! {
        <dl class="help-keys">
            { for KEYS.iter().map(|(key, about)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *about }</dd></div> }) }
        </dl>
    }
}
