//! The page. One program comes out of this crate and runs twice: in the window it draws, in a worker it runs the rules
//! beside it, so that neither a slow check nor a crash can freeze what the user types. `boot.js` starts both from one
//! compiled module.
//!
//! | module | subject |
//! |---|---|
//! | [`protocol`] | what app and worker say to each other; every position in it is in UTF-16 units |
//! | [`engine`] | the worker's side: one pure function from request to answer |
//! | [`offsets`] | bytes to UTF-16 and back, at the worker's edge only |
//! | [`diff`] | two texts as rows of a diff |
//! | [`fragment`] | the address fragment: settings and files of a link |
//! | [`state`] | the app's whole state and its one pure reducer |
//! | `bridge` | the app's handle on the worker: stale answers, kill switch |
//! | `components`, `hooks` | drawing, and the effects on the world outside |
//!
//! There is no network code in here, and `storage` keeps nothing unless the user asks.

mod age;
mod bridge;
pub mod bug;
mod components;
mod deflate;
pub mod diff;
mod dom;
pub mod engine;
mod examples;
mod files;
pub mod fragment;
mod handbook;
mod hooks;
mod leaving;
pub mod offsets;
pub mod protocol;
pub mod state;
mod storage;
mod worker;

/// Draws the page into the document's element `app`; inside a worker, answers the requests of the page.
pub fn start() {
    if web_sys::window().is_none() {
        worker::start();
    } else if let Some(root) = dom::root() {
        yew::Renderer::<components::app::App>::with_root(root).render();
    }
}
