//! The effects: each hook watches the state and acts on one thing outside it.

pub(crate) mod announce;
pub(crate) mod editor;
pub(crate) mod embedding;
pub(crate) mod engine;
pub(crate) mod global_keys;
pub(crate) mod keep_focus;
pub(crate) mod leave;
pub(crate) mod link;
pub(crate) mod moved_focus;
pub(crate) mod study;

use yew::Callback;

use crate::state::Action;

/// Where components and hooks send what happened.
pub(crate) type Dispatch = Callback<Action>;
