//! Listens for requests inside the worker.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::answer_bytes;

/// Starts to listen. The listener lives as long as the worker.
pub(crate) fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let port = scope.clone();
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let request = event.data().unchecked_into::<Uint8Array>().to_vec();
        post(&port, &answer_bytes(&request));
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// A message that cannot be posted leaves the page without an answer, and its kill switch acts.
fn post(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) {
    drop(scope.post_message(&Uint8Array::from(bytes)));
}
