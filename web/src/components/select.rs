//! A list to choose from that always shows what the state says.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a list is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SelectProps {
    /// Id of the element.
    pub(crate) id: &'static str,
    /// Value and label of each entry.
    pub(crate) entries: Vec<(String, String)>,
    /// Value of the entry that is chosen.
    pub(crate) chosen: String,
    /// Receives the value of the entry that the user chooses.
    pub(crate) onchoose: Callback<String>,
    /// A hint for the pointer.
    #[prop_or_default]
    pub(crate) title: Option<&'static str>,
    /// Id of the element that says more.
    #[prop_or_default]
    pub(crate) described_by: Option<&'static str>,
}

/// The list. Once the user has chosen an entry, a browser ignores the attribute that would select another one, so the
/// value is set after each drawing.
#[component]
pub(crate) fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    let (list, onchoose) = (node.clone(), props.onchoose.clone());
    use_effect_with((props.entries.clone(), props.chosen.clone()), move |(_, chosen)| {
        if let Some(list) = list.cast::<HtmlSelectElement>() {
            list.set_value(chosen);
        }
    });
    let onchange = Callback::from(move |event: Event| {
        if let Some(list) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            onchoose.emit(list.value());
        }
    });
    html! {
        <select ref={node} id={props.id} title={props.title} aria-describedby={props.described_by} {onchange}>
            { for props.entries.iter().map(|(value, label)| html! {
                <option value={value.clone()}>{ label.clone() }</option>
            }) }
        </select>
    }
}
