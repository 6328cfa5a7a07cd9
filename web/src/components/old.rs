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
    let Some(months) = old.filter(|_| !*dismissed) else { return Html::default() };
    let onclick = Callback::from(move |_: MouseEvent| dismissed.set(true));
    html! {
        <p id="old">
            { format!("The rules are of {EDITION}, {months} months ago by this machine's clock. ") }
            { format!("Kubernetes releases after {} are not known here. ", Version::PREVIEW) }
            <button type="button" class="link" {onclick}>{ "Dismiss" }</button>
        </p>
    }
}
