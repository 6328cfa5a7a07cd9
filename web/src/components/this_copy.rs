//! Which copy of Plimsoll this is, and how to tell that nobody has changed it.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::copy_button;
use crate::dom;
use crate::hooks::Dispatch;

/// Draws it.
pub(crate) fn this_copy(dispatch: &Dispatch) -> Html {
    let (kind, file) = if dom::is_hosted() { ("the hosted page", "index.html") } else { ("one file", "plimsoll.html") };
    let digest: Rc<str> = dom::digest().into();
    let command: Rc<str> = format!(
        "sed 's/\\(name=\"plimsoll-digest\" content=\"\\)[0-9a-f]*/\\1{}/' {file} | sha256sum",
        "0".repeat(digest.len())
    )
    .into();
    html! {
        <div class="this-copy">
            <p>
                { concat!("Plimsoll ", env!("CARGO_PKG_VERSION")) }
                { format!(", as {kind}. The SHA-256 of {file}, with zeros in this number's place:") }
            </p>
            <pre tabindex="0" id="digest">{ &*digest }</pre>
            { copy_button("Copy the number", Rc::clone(&digest), dispatch) }
            <p>{ "A changed copy can show any number, so let the file itself tell. This needs no network:" }</p>
            <pre tabindex="0">{ &*command }</pre>
            { copy_button("Copy the command", command, dispatch) }
            <p>
                { "Both must be the number that is published with this version in " }<code>{ "PAGE-DIGESTS" }</code>
                { ". The build is reproducible: from the same sources you get the same number." }
            </p>
        </div>
    }
}
