//! The engine as one function from text to text, for the npm package `@plimsoll/engine`: a request in JSON comes in, an
//! answer in JSON goes out. `packages/engine/index.d.ts` describes both for people; `request` is the same in Rust.

mod answer;
mod request;

use wasm_bindgen::prelude::wasm_bindgen;

/// Answers one request. The answer is `{"ok": …}`, or `{"error": "a sentence"}`.
#[wasm_bindgen]
pub fn call(request: &str) -> String {
    let answered =
        serde_json::from_str(request).map_err(|error| error.to_string()).and_then(|one| answer::answer(&one));
    match answered {
        // What is inside is JSON already.
        Ok(json) => format!("{{\"ok\":{json}}}"),
        Err(error) => format!("{{\"error\":{}}}", serde_json::Value::String(error)),
    }
}
