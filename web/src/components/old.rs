//! The sentence that the rules have grown old. Nobody is asked: this machine's clock is enough.

use plimsoll_rules::{EDITION, Version};
use yew::prelude::*;

use crate::age::{OLD, months_since};
use crate::dom;

/// Draws it when the rules are old, until the user dismisses it.
#[component]
pub(crate) fn Old() -> Html {
    let dismissed = use_state_eq(|| false);
    let old = months_since(EDITION, dom::month_now()).filter(|months| *months > OLD);
    let onclick = {
        let dismissed = dismissed.clone();
        Callback::from(move |_: MouseEvent| dismissed.set(true))
    };
    // The element is always there, since sentences come and go around it and Yew inserts them before what it knows.
    html! {
        <div>
            if let Some(months) = old.filter(|_| !*dismissed) {
                <p id="old">
                    { format!("The rules are of {EDITION}, {months} months ago by this machine's clock. ") }
                    { format!("Kubernetes releases after {} are not known here. ", Version::PREVIEW) }
                    <button type="button" class="link" {onclick}>{ "Dismiss" }</button>
                </p>
            }
        </div>
    }
}
