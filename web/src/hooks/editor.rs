//! The custom element `<plimsoll-editor>`: brings the state's texts, marks and places into it, and its events back.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use plimsoll_rules::Kind;
use plimsoll_rules::report::{Category, Finding, Report};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, EventTarget};
use yew::prelude::*;

use super::Dispatch;
use crate::offsets::replacement;
use crate::state::file::{File, FileId};
use crate::state::{Action, ChangeKind, State};

#[wasm_bindgen]
extern "C" {
    /// The element, as far as the page uses it. Ids are texts there.
    #[wasm_bindgen(extends = EventTarget)]
    #[derive(Clone)]
    type Editor;

    #[wasm_bindgen(method, js_name = openDocument)]
    fn open_document(this: &Editor, id: &str, text: &str, language: &str);
    #[wasm_bindgen(method, js_name = closeDocument)]
    fn close_document(this: &Editor, id: &str);
    #[wasm_bindgen(method, js_name = applyEdits)]
    fn apply_edits(this: &Editor, id: &str, edits: &JsValue);
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &Editor, id: &str, text: &str);
    #[wasm_bindgen(method)]
    fn text(this: &Editor, id: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = setMarks)]
    fn set_marks(this: &Editor, id: &str, marks: &JsValue, active: Option<u32>);
    #[wasm_bindgen(method)]
    fn reveal(this: &Editor, id: &str, from: u32, to: u32);
    #[wasm_bindgen(method, js_name = setActiveMark)]
    fn set_active_mark(this: &Editor, index: Option<u32>);
    #[wasm_bindgen(method, setter, js_name = readOnly)]
    fn set_read_only(this: &Editor, read_only: bool);
    #[wasm_bindgen(method, js_name = focusEditor)]
    fn focus_editor(this: &Editor);

    #[wasm_bindgen(js_namespace = customElements, js_name = whenDefined)]
    pub(super) fn when_defined(name: &str) -> js_sys::Promise;
}

/// With more findings than this, marks are drawn in a task of their own, so that keys need not wait for both.
const MANY: usize = 1_000;

/// The texts as the editor has them.
type Known = Rc<RefCell<Vec<Text>>>;

/// Connects the element at `node` with the state.
#[hook]
pub(crate) fn use_editor(node: &NodeRef, state: &UseReducerHandle<State>, dispatch: &Dispatch) {
    let known: Rc<Known> = use_memo((), |()| Known::default());
    let ready = use_state_eq(|| false);
    let editor = if *ready { node.get().map(JsCast::unchecked_into::<Editor>) } else { None };

    use_effect_with((), move |()| {
        wasm_bindgen_futures::spawn_local(async move {
            ready.set(JsFuture::from(when_defined("plimsoll-editor")).await.is_ok());
        });
    });

    let (listening, report, texts) = (editor.clone(), dispatch.clone(), Rc::clone(&known));
    use_effect_with(editor.is_some(), move |_| {
        let listeners = listening.map(|editor| listen(editor, &report, &texts));
        move || drop(listeners)
    });

    let (target, now, texts) = (editor.clone(), state.clone(), Rc::clone(&known));
    let watched: Vec<Text> = state.files.iter().map(|file| (file.id, Rc::clone(&file.text))).collect();
    use_effect_with((editor.is_some(), Texts(watched), state.active), move |_| {
        if let Some(editor) = target {
            sync_texts(&editor, &now, &texts);
        }
    });

    let (target, now, texts) = (editor.clone(), state.clone(), Rc::clone(&known));
    let checked = state.checked.as_ref().map(|checked| checked.revision);
    let hidden = state.study.hides();
    use_effect_with((editor.is_some(), checked, state.is_read_only(), hidden), move |(_, _, read_only, _)| {
        if let Some(editor) = &target {
            editor.set_read_only(*read_only);
        }
        let many = now.checked.as_ref().is_some_and(|checked| checked.report.findings.len() > MANY);
        let mut timer = None;
        match target {
            Some(editor) if many => timer = Some(Timeout::new(0, move || set_marks(&editor, &now, &texts))),
            Some(editor) => set_marks(&editor, &now, &texts),
            None => {}
        }
        move || drop(timer)
    });

    let target = editor.clone();
    use_effect_with((editor.is_some(), active_mark(state), state.active), move |(_, active, _)| {
        if let Some(editor) = target {
            editor.set_active_mark(*active);
        }
    });

    let target = editor.clone();
    use_effect_with(state.focus, move |focus| {
        if let (Some(editor), 1..) = (target, focus) {
            editor.focus_editor();
        }
    });

    let target = editor.clone();
    use_effect_with((editor.is_some(), state.reveal), move |(_, reveal)| {
        if let (Some(editor), Some(place)) = (target, reveal) {
            editor.reveal(&place.file.to_string(), place.from, place.to);
        }
    });
}

/// Texts that are compared by address first.
#[derive(Clone)]
pub(super) struct Texts(pub(super) Vec<Text>);

/// A file and its text.
pub(super) type Text = (FileId, Rc<str>);

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        let same =
            |(one, other): (&Text, &Text)| one.0 == other.0 && (Rc::ptr_eq(&one.1, &other.1) || one.1 == other.1);
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(same)
    }
}

/// Brings the editor's texts to those of the state.
fn sync_texts(editor: &Editor, state: &State, known: &Known) {
    let gone: Vec<FileId> =
        known.borrow().iter().map(|(id, _)| *id).filter(|id| state.document_of(*id).is_none()).collect();
    for id in gone {
        known.borrow_mut().retain(|(other, _)| *other != id);
        editor.close_document(&id.to_string());
    }
    for file in &state.files {
        let old = known.borrow().iter().find(|(id, _)| *id == file.id).map(|(_, text)| Rc::clone(text));
        learn(known, file.id, &file.text);
        let id = file.id.to_string();
        match old {
            None => editor.open_document(&id, &file.text, language(state, file)),
            Some(old) => update(editor, &id, &old, &file.text),
        }
    }
    if let Some(file) = state.active_file() {
        editor.open_document(&file.id.to_string(), &file.text, language(state, file));
    }
}

fn learn(known: &Known, id: FileId, text: &Rc<str>) {
    let mut known = known.borrow_mut();
    known.retain(|(other, _)| *other != id);
    known.push((id, Rc::clone(text)));
}

/// One undo step from `old` to `new`.
fn update(editor: &Editor, id: &str, old: &str, new: &str) {
    let Some(change) = replacement(old, new) else { return };
    editor.apply_edits(id, &to_js(&[change]));
    // An edit may mix line ends, which the editor then rewrites; the whole text is taken as it is.
    if editor.text(id).as_deref() != Some(new) {
        editor.set_text(id, new);
    }
}

fn language(state: &State, file: &File) -> &'static str {
    let detected = state.checked.as_ref().and_then(|checked| {
        let entry = checked.report.documents.get(state.document_of(file.id)?)?;
        Kind::from_name(&entry.kind)
    });
    let by_name = || if file.name.ends_with(".service") || file.name.ends_with(".conf") { "ini" } else { "yaml" };
    match file.kind.or(detected) {
        Some(Kind::KubeletUnit | Kind::KubeletDropIn | Kind::ApiserverUnit) => "ini",
        Some(Kind::EnvironmentFile | Kind::KubeletFlags | Kind::ApiserverFlags | Kind::ProcessList) => "shell",
        None | Some(Kind::Unknown) => by_name(),
        Some(_) => "yaml",
    }
}

/// Gives the editor the marks of every file and says which is stressed, since drawing them twice takes twice as long.
/// Where the user has typed since, the marks would stand in wrong places, and others are on their way.
fn set_marks(editor: &Editor, state: &State, known: &Known) {
    let is_shown = |file: &File| known.borrow().iter().any(|(id, text)| *id == file.id && *text == file.text);
    for (document, file) in state.files.iter().enumerate().filter(|(_, file)| is_shown(file)) {
        let checked = state.checked.as_ref().filter(|_| !state.study.hides());
        let mut marks = checked.map_or_else(Vec::new, |checked| marks(&checked.report, document));
        if state.is_read_only() {
            marks.iter_mut().for_each(|mark| mark.fix_title = None);
        }
        editor.set_marks(&file.id.to_string(), &to_js(&marks), active_mark(state));
    }
}

fn active_mark(state: &State) -> Option<u32> {
    state.selected.and_then(|index| u32::try_from(index).ok())
}

/// One finding as the editor takes it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mark<'r> {
    from: u32,
    to: u32,
    severity: &'static str,
    missing: bool,
    index: usize,
    title: &'r str,
    message: &'r str,
    fix_title: Option<&'r str>,
}

/// The findings of one document as marks; what is suppressed has none.
fn marks(report: &Report, document: usize) -> Vec<Mark<'_>> {
    let marked = |finding: &Finding| finding.document as usize == document && finding.suppressed.is_none();
    let here = report.findings.iter().enumerate().filter(|(_, finding)| marked(finding));
    let marks = here.map(|(index, finding)| Mark {
        from: finding.start,
        to: finding.end,
        severity: finding.severity.name(),
        missing: finding.category == Category::Missing,
        index,
        title: &finding.title,
        message: &finding.message,
        fix_title: finding.fixes.first().map(|fix| fix.title.as_str()),
    });
    marks.collect()
}

fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    let text = serde_json::to_string(value).unwrap_or_default();
    js_sys::JSON::parse(&text).unwrap_or(JsValue::NULL)
}

type Listener = Closure<dyn FnMut(CustomEvent)>;

/// Listeners that leave the element when they are dropped.
struct Listeners {
    editor: Editor,
    all: Vec<(&'static str, Listener)>,
}

impl Drop for Listeners {
    fn drop(&mut self) {
        for (name, listener) in &self.all {
            drop(self.editor.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref()));
        }
    }
}

fn listen(editor: Editor, dispatch: &Dispatch, known: &Known) -> Listeners {
    let (known, send) = (Rc::clone(known), dispatch.clone());
    let changed = Listener::new(move |event: CustomEvent| {
        let detail = event.detail();
        let id = field(&detail, "id").as_string().and_then(|id| id.parse().ok());
        let (Some(id), Some(text)) = (id, field(&detail, "text").as_string()) else { return };
        let text: Rc<str> = Rc::from(text);
        learn(&known, id, &text);
        let kind = match field(&detail, "kind").as_string().as_deref() {
            Some("paste") => ChangeKind::Paste,
            Some("type") => ChangeKind::Type,
            _ => ChangeKind::Edit,
        };
        send.emit(Action::Edited(id, text, kind));
    });
    let send = dispatch.clone();
    let selected = Listener::new(move |event: CustomEvent| {
        if let Some(index) = index(&event) {
            send.emit(Action::Pick(index));
        }
    });
    let send = dispatch.clone();
    let fix = Listener::new(move |event: CustomEvent| {
        if let Some(index) = index(&event) {
            send.emit(Action::ApplyFix(index, 0));
        }
    });
    let send = dispatch.clone();
    let refused = Listener::new(move |_| {
        let sentence = "That paste is too long for the page, so it was not taken. The limit for one file is 4 MiB.";
        send.emit(Action::Notice(Some(sentence.to_owned())));
    });
    let all = vec![
        ("plimsoll-change", changed),
        ("plimsoll-mark-select", selected),
        ("plimsoll-fix-request", fix),
        ("plimsoll-refused", refused),
    ];
    for (name, listener) in &all {
        drop(editor.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()));
    }
    Listeners { editor, all }
}

fn field(detail: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(detail, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number the page itself gave")]
fn index(event: &CustomEvent) -> Option<usize> {
    field(&event.detail(), "index").as_f64().map(|index| index as usize)
}
