//! The line to the page around this one. What comes over it is read in `web/embedding`, where browsers are better at
//! it; here it becomes actions, and the state becomes answers.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use plimsoll_rules::report::{Report, Severity};
use plimsoll_rules::{EDITION, Kind, Version};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

use super::Dispatch;
use super::editor::{Texts, when_defined};
use crate::engine::answer;
use crate::fragment::Reading;
use crate::protocol::{Answer, Body};
use crate::state::embedding::{Editing, EmbedAction, HostFile};
use crate::state::file::FileId;
use crate::state::filter::Filter;
use crate::state::packs::refusal;
use crate::state::study::Party;
use crate::state::view::{counts, listed};
use crate::state::{Action, Engine, State};

#[wasm_bindgen]
extern "C" {
    /// Of `web/embedding/channel.ts`.
    #[derive(Clone)]
    type Channel;

    #[wasm_bindgen(js_name = plimsollOpenChannel)]
    fn open_channel(version: &str, rules: &str, oldest: &str, newest: &str, page: &Page) -> Channel;
    #[wasm_bindgen(method)]
    fn report(this: &Channel, summary: &str);
    #[wasm_bindgen(method)]
    fn changed(this: &Channel);
    #[wasm_bindgen(method)]
    fn failed(this: &Channel, message: &str);
    #[wasm_bindgen(method)]
    fn refused(this: &Channel, message: &str);
}

/// What the channel calls: a type, settings as a fragment, files as name, kind and text in turn.
type Page = Closure<dyn FnMut(String, String, Option<Array>) -> JsValue>;

/// A channel and what it calls, which must live as long.
type Line = Rc<(Channel, Page)>;

/// Speaks with the page around this one, where there is one.
#[hook]
pub(crate) fn use_embedding(state: &UseReducerHandle<State>, dispatch: &Dispatch) {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    let line = use_state(|| None::<Line>);

    let (opened, now, send) = (line.clone(), Rc::clone(&latest), dispatch.clone());
    use_effect_with(state.embedding.is_some(), move |embedded| {
        if *embedded {
            wasm_bindgen_futures::spawn_local(async move {
                // The channel comes in one file with the editor.
                if JsFuture::from(when_defined("plimsoll-editor")).await.is_ok() {
                    opened.set(Some(Rc::new(open(now, send))));
                }
            });
        }
    });

    let (told, now) = (line.clone(), Rc::clone(&latest));
    let fresh = state.is_fresh().then_some(state.revision);
    use_effect_with((line.is_some(), fresh), move |(_, fresh)| {
        let state = now.borrow();
        if let (Some(line), Some(_), Some(checked)) = (&*told, fresh, &state.checked) {
            line.0.report(&summary(&checked.report));
        }
    });

    let told = line.clone();
    use_effect_with((line.is_some(), state.engine), move |(_, engine)| {
        if let (Some(line), Engine::Stopped | Engine::Missing) = (&*told, engine) {
            line.0.failed("The part of the linter that checks was stopped or could not be loaded.");
        }
    });

    let (told, opened) = (line.clone(), state.study.opened.clone());
    let refused = opened.filter(|opened| opened.from == Party::Host && opened.pack.is_err());
    use_effect_with((line.is_some(), refused), move |(_, refused)| {
        if let (Some(line), Some(Err(error))) = (&*told, refused.as_deref().map(|opened| &opened.pack)) {
            let file = refused.as_deref().map_or("", |opened| &opened.file);
            line.0.refused(&refusal(file, error));
        }
    });

    let before = use_mut_ref(|| None::<(u32, Texts)>);
    let serial = state.embedding.map(|embedding| embedding.serial);
    let texts: Vec<(FileId, Rc<str>)> = state.files.iter().map(|file| (file.id, Rc::clone(&file.text))).collect();
    use_effect_with((serial, Texts(texts)), move |(serial, texts)| {
        let Some(serial) = *serial else { return };
        let old = before.replace(Some((serial, texts.clone())));
        let by_user = old.is_some_and(|(known, old)| known == serial && old != *texts);
        if let Some(line) = line.as_ref().filter(|_| by_user) {
            line.0.changed();
        }
    });
}

fn open(latest: Rc<RefCell<UseReducerHandle<State>>>, dispatch: Dispatch) -> (Channel, Page) {
    let page = Page::new(move |wish: String, settings: String, files: Option<Array>| match wish.as_str() {
        "configure" => configure(&settings, files.as_ref(), &dispatch),
        "set-content" => {
            dispatch.emit(Action::Embed(EmbedAction::SetContent(read(files.as_ref()).unwrap_or_default())));
            JsValue::UNDEFINED
        }
        "set-packs" => {
            let packs = read(files.as_ref()).unwrap_or_default().into_iter().map(|file| (file.name, file.text));
            dispatch.emit(Action::Embed(EmbedAction::SetPacks(packs.collect())));
            JsValue::UNDEFINED
        }
        "get-content" => contents(&latest.borrow()),
        _ => report(&latest.borrow()),
    });
    let (oldest, newest) = (Version::OLDEST.to_string(), Version::NEWEST.to_string());
    (open_channel(env!("CARGO_PKG_VERSION"), EDITION, &oldest, &newest, &page), page)
}

/// Takes settings and files; what is refused is returned.
fn configure(settings: &str, files: Option<&Array>, dispatch: &Dispatch) -> JsValue {
    let reading = Reading::of(settings);
    let says_editing = settings.split('&').any(|pair| pair.starts_with("readonly="));
    let editing = if reading.fragment.readonly { Editing::ReadOnly } else { Editing::Allowed };
    let action = EmbedAction::Configure(Box::new(reading.fragment), says_editing.then_some(editing), read(files));
    dispatch.emit(Action::Embed(action));
    JsValue::from_str(&reading.refused.join(" "))
}

fn read(files: Option<&Array>) -> Option<Vec<HostFile>> {
    let words: Vec<String> = files?.iter().map(|word| word.as_string().unwrap_or_default()).collect();
    let file = |words: &[String]| match words {
        [name, kind, text] => Some(HostFile { name: name.clone(), kind: Kind::from_name(kind), text: text.clone() }),
        _ => None,
    };
    Some(words.chunks(3).filter_map(file).collect())
}

fn contents(state: &State) -> JsValue {
    let kinds = state.checked.as_ref().map(|checked| &checked.report.documents);
    let words = Array::new();
    for (at, file) in state.files.iter().enumerate() {
        let detected = kinds.and_then(|all| all.get(at)).map_or("", |entry| entry.kind.as_str());
        for word in [&*file.name, file.kind.map_or(detected, |kind| kind.name()), &*file.text] {
            words.push(&JsValue::from_str(word));
        }
    }
    words.into()
}

fn report(state: &State) -> JsValue {
    match state.is_fresh().then(|| answer(&Body::Json(state.bundle()))) {
        Some(Answer::Json(json)) => JsValue::from_str(&json),
        _ => JsValue::NULL,
    }
}

/// What every report tells, as JSON: nothing of the texts.
fn summary(report: &Report) -> String {
    let mut rules: Vec<&str> = Vec::new();
    for index in listed(report, &Filter::default()) {
        if let Some(finding) = report.findings.get(index).filter(|finding| !rules.contains(&&*finding.rule)) {
            rules.push(&finding.rule);
        }
    }
    let counts = counts(report).map(|(severity, count): (Severity, usize)| format!("\"{}\":{count}", severity.name()));
    let quoted: Vec<String> = rules.iter().map(|rule| format!("\"{rule}\"")).collect();
    let (counts, rules) = (counts.join(","), quoted.join(","));
    format!("{{\"kubernetes\":\"{}\",\"counts\":{{{counts}}},\"rules\":[{rules}]}}", report.kubernetes)
}
