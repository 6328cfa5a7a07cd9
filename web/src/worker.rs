//! Listens for requests inside the worker.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::answer_text;

/// Starts to listen. The listener lives as long as the worker.
pub(crate) fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let port = scope.clone();
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(request) = event.data().as_string() {
            post(&port, &answer_text(&request));
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// A message that cannot be posted leaves the page without an answer, and its kill switch acts.
fn post(scope: &DedicatedWorkerGlobalScope, text: &str) {
    drop(scope.post_message(&JsValue::from_str(text)));
}
