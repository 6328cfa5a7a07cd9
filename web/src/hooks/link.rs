//! Follows the address fragment, at the start and whenever the user changes it. The page itself never does.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Dispatch;
use crate::deflate::{Failure, inflated};
use crate::dom;
use crate::fragment::content::{self, DAMAGED, MOST_BYTES, Read};
use crate::fragment::{Reading, Theme};
use crate::state::Action;
use crate::state::link::LinkAction;

/// Opens what the fragment asks for.
#[hook]
pub(crate) fn use_link(dispatch: &Dispatch) {
    let send = dispatch.clone();
    use_effect_with((), move |()| {
        follow(&Reading::of(&dom::fragment()), &send);
        let changed = Closure::<dyn FnMut()>::new(move || {
            let reading = Reading::of(&dom::fragment());
            send.emit(Action::Link(LinkAction::Came(Box::new(reading.clone()))));
            follow(&reading, &send);
        });
        let window = web_sys::window();
        if let Some(window) = &window {
            window.set_onhashchange(Some(changed.as_ref().unchecked_ref()));
        }
        move || {
            if let Some(window) = window {
                window.set_onhashchange(None);
            }
            drop(changed);
        }
    });
}

/// What a link asks for that is not in the state at once.
fn follow(reading: &Reading, dispatch: &Dispatch) {
    if let Some(theme) = reading.fragment.theme.filter(|theme| *theme != Theme::Auto) {
        dom::set_theme(theme.name());
    }
    let Some(bytes) = reading.fragment.content.clone() else { return };
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let read = match inflated(&bytes, MOST_BYTES).await {
            Ok(json) => read(&json),
            Err(Failure::TooMany) => {
                let limit = MOST_BYTES >> 20;
                Err(format!("The files in the link are larger than {limit} MiB. None of them was opened."))
            }
            Err(Failure::Damaged) => Err(DAMAGED.to_owned()),
        };
        dispatch.emit(Action::Link(LinkAction::Brought(read)));
    });
}

/// The files of a JSON, which the browser reads: a reader of our own would weigh more.
fn read(json: &[u8]) -> Result<Read, String> {
    let whole = str::from_utf8(json).ok().and_then(|json| JSON::parse(json).ok()).ok_or(DAMAGED)?;
    let field = |name: &str| Reflect::get(&whole, &JsValue::from_str(name)).ok();
    let version = field("v").and_then(|version| version.as_f64()).ok_or(DAMAGED)?;
    let entries = field("f").filter(Array::is_array).ok_or(DAMAGED)?;
    let files: Option<Vec<_>> = Array::from(&entries).iter().map(|entry| fields(&entry)).collect();
    content::read(version, files.ok_or(DAMAGED)?)
}

fn fields(entry: &JsValue) -> Option<Vec<String>> {
    if !Array::is_array(entry) {
        return None;
    }
    Array::from(entry).iter().map(|field: JsValue| field.as_string()).collect()
}
