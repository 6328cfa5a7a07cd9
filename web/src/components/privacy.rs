//! Privacy: the text, the self-test and what is kept draw themselves (`web/privacy`), since they name what the program
//! may not.

use yew::prelude::*;

/// Draws the text, with its buttons.
pub(crate) fn privacy() -> Html {
    html! { <plimsoll-privacy></plimsoll-privacy> }
}

/// Draws the place of the sentence that a newer offline copy is there.
pub(crate) fn newer() -> Html {
    html! { <plimsoll-newer></plimsoll-newer> }
}
