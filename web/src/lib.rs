//! The page. Two programs come out of this crate: `app` draws the page, `worker` runs the rules beside it, so
//! that neither a slow check nor a crash can freeze what the user types.
//!
//! | module | subject |
//! |---|---|
//! | [`protocol`] | what app and worker say to each other; every position in it is in UTF-16 units |
//! | [`engine`] | the worker's side: one pure function from request to answer |
//! | [`offsets`] | bytes to UTF-16 and back, at the worker's edge only |
//! | [`diff`] | two texts as rows of a diff |
//! | [`state`] | the app's whole state and its one pure reducer |
//! | `bridge` | the app's handle on the worker: stale answers, kill switch |
//! | `components`, `hooks` | drawing, and the effects on the world outside |
//!
//! There is no network code in here, and `storage` keeps nothing unless the user asks.

mod bridge;
mod components;
pub mod diff;
mod dom;
pub mod engine;
mod examples;
mod files;
mod handbook;
mod hooks;
pub mod offsets;
pub mod protocol;
pub mod state;
mod storage;
mod worker;

/// Draws the page into the document's element `app`.
pub fn start_page() {
    if let Some(root) = dom::root() {
        yew::Renderer::<components::app::App>::with_root(root).render();
    }
}

/// Answers requests of the page; to be called inside a worker.
pub fn start_worker() {
    worker::start();
}
