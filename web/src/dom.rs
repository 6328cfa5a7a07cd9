//! Small steps on the world outside: the document, the clipboard, downloads.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, HtmlAnchorElement, HtmlElement, HtmlInputElement, Url, Worker,
};

use crate::age::Month;

#[wasm_bindgen]
extern "C" {
    /// Defined by `boot.js`, which holds the compiled module and the Trusted Types policy.
    #[wasm_bindgen(js_name = plimsollStartWorker, catch)]
    fn start_worker() -> Result<Worker, JsValue>;
}

/// Starts a worker; `None` when the browser refuses.
pub(crate) fn spawn_worker() -> Option<Worker> {
    start_worker().ok()
}

/// The page's document.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that the page is drawn into, emptied of what stood there while it loaded.
pub(crate) fn root() -> Option<Element> {
    let root = document()?.get_element_by_id("app")?;
    root.set_text_content(None);
    Some(root)
}

/// The fragment of the page's address, with its `#`.
pub(crate) fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Moves the focus to the element with this id.
pub(crate) fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    focus_element(element);
}

/// The element that has the focus.
pub(crate) fn focused() -> Option<Element> {
    document()?.active_element()
}

/// Whether a dialog covers the page.
pub(crate) fn is_dialog_open() -> bool {
    document().and_then(|document| document.query_selector("dialog[open]").ok()?).is_some()
}

/// Moves the focus to an element, if it is there and takes it.
pub(crate) fn focus_element(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Puts a text into a field and the focus on it, with all of it selected. A field whose text the page gave when it was
/// drawn would lose what is typed whenever it is drawn again.
pub(crate) fn begin_to_rewrite(id: &str, text: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = element.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(text);
        drop(field.focus());
        field.select();
    }
}

/// Moves the focus to the first element that matches.
pub(crate) fn focus_first(selector: &str) {
    focus_element(document().and_then(|document| document.query_selector(selector).ok()?));
}

/// Moves the focus to the first of these elements that takes it and does not wait, where what had the focus is gone.
pub(crate) fn refocus(ids: &[&str]) {
    for id in ids {
        if focused().is_some_and(|element| element.local_name() != "body") {
            return;
        }
        let element = document().and_then(|document| document.get_element_by_id(id));
        focus_element(element.filter(|element| !element.has_attribute("aria-disabled")));
    }
}

/// Brings the tab of the file in the editor into view among the others; nothing else scrolls.
pub(crate) fn show_active_tab() {
    let tab = document().and_then(|document| document.query_selector(".file.active").ok()?);
    let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) else { return };
    let Some(tabs) = tab.parent_element() else { return };
    let (one, all) = (tab.get_bounding_client_rect(), tabs.get_bounding_client_rect());
    let beyond = if one.left() < all.left() { one.left() - all.left() } else { (one.right() - all.right()).max(0.0) };
    #[expect(clippy::cast_possible_truncation, reason = "pixels of one page")]
    tabs.set_scroll_left(tabs.scroll_left() + beyond.round() as i32);
}

/// Scrolls the first element that matches to its top.
pub(crate) fn scroll_to_top(selector: &str) {
    if let Some(element) = document().and_then(|document| document.query_selector(selector).ok()?) {
        element.set_scroll_top(0);
    }
}

/// Whether the focus lies in an element that matches.
pub(crate) fn focus_is_in(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.and_then(|element| element.closest(selector).ok()?).is_some()
}

/// The address of the page without its fragment.
pub(crate) fn address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let address = location.and_then(|location| location.href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Whether the page is part of another one.
pub(crate) fn is_framed() -> bool {
    // The window above may be of another origin, and is only compared.
    web_sys::window().is_some_and(|window| window.parent().ok().flatten().is_none_or(|above| above != window))
}

/// Asks the browser to print the page.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        drop(window.print());
    }
}

/// Copies `text`; `false` when the browser refuses.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Absent on pages that were not served securely.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Hands `text` to the browser as a file to save.
pub(crate) fn download(name: &str, text: &str) {
    drop(try_download(name, text));
}

fn try_download(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type("text/plain;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name.rsplit(['/', '\\']).next().unwrap_or(name));
    link.click();
    Url::revoke_object_url(&address)
}

/// The page's own digest, as hexadecimal digits; written into it when it was built.
pub(crate) fn digest() -> String {
    let element = document().and_then(|document| document.query_selector("meta[name=plimsoll-digest]").ok()?);
    element.and_then(|element| element.get_attribute("content")).unwrap_or_default()
}

/// Whether the page came from a host, where the pages of the rules lie beside it; the single file holds its engine.
pub(crate) fn is_hosted() -> bool {
    document().is_some_and(|document| document.query_selector("link#engine").is_ok_and(|link| link.is_some()))
}

/// Whether the page is dark now, by the user's choice or the system's.
pub(crate) fn is_dark() -> bool {
    let chosen = document().and_then(|document| document.document_element()?.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some(theme) => theme == "dark",
        None => web_sys::window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?)
            .is_some_and(|query| query.matches()),
    }
}

/// Sets the theme until the page is closed.
pub(crate) fn set_theme(theme: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        drop(root.set_attribute("data-theme", theme));
    }
}

/// Whether the explanation covers the page instead of standing beside the list; the same width as in `narrow.css`.
pub(crate) fn is_narrow() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(max-width: 640px)").ok()?)
        .is_some_and(|query| query.matches())
}

/// The month that this machine's clock shows.
pub(crate) fn month_now() -> Month {
    let now = js_sys::Date::new_0();
    Month::new(now.get_utc_full_year(), now.get_utc_month() + 1)
}
