//! What the page keeps on the device, only when the user asks: a few short texts in the browser's local storage. Where the
//! browser refuses, as in a sandbox, nothing is kept and nothing fails.

use web_sys::Storage;

/// What every key of ours begins with.
const PREFIX: &str = "plimsoll.";

/// Progress of drills.
pub(crate) const STUDY: &str = "study";

fn storage() -> Option<Storage> {
    // The getter itself throws where storage is denied.
    web_sys::window()?.local_storage().ok()?
}

/// What is kept under a key.
pub(crate) fn read(key: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

/// Keeps a text; `false` when the browser refuses.
pub(crate) fn write(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&format!("{PREFIX}{key}"), text).is_ok())
}

/// Removes everything that the page keeps.
pub(crate) fn forget_everything() {
    let Some(storage) = storage() else { return };
    let count = storage.length().unwrap_or_default();
    let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok()?).collect();
    for key in keys.iter().filter(|key| key.starts_with(PREFIX)) {
        drop(storage.remove_item(key));
    }
}
