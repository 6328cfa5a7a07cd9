//! A text that the browser refused to copy: it stands there selected, so that the keys for copying take it.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What it is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CopyByHandProperties {
    /// The text.
    pub(crate) text: Rc<str>,
}

/// The text in a field, all of it selected.
#[component]
pub(crate) fn CopyByHand(properties: &CopyByHandProperties) -> Html {
    let node = use_node_ref();
    let field = node.clone();
    use_effect_with(Rc::clone(&properties.text), move |_| {
        // The dialog opens, and takes the focus, after what stands in it is drawn.
        gloo_timers::callback::Timeout::new(0, move || {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                drop(field.focus());
                field.select();
            }
        })
        .forget();
    });
    html! {
        <>
            <p>{ "The browser does not allow this page to copy. The text is selected: press Ctrl+C, or Command+C." }</p>
            <textarea ref={node} id="copy-by-hand" class="by-hand" readonly=true rows="12" aria-label="Text to copy"
                value={properties.text.to_string()} />
        </>
    }
}
