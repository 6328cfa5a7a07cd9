//! One file of the bundle, as a tab shows it.

use std::rc::Rc;

use plimsoll_rules::Kind;

/// Number of a file; never used twice in one page.
pub type FileId = u32;

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its number.
    pub id: FileId,
    /// Its name; the rules use it to tell drop-ins apart.
    pub name: String,
    /// Who named it.
    pub naming: Naming,
    /// The text now; a copy of what the editor holds.
    pub text: Rc<str>,
    /// The text as it was pasted, opened or first typed: the "before" of the fixed files.
    pub original: Rc<str>,
    /// How the text came here.
    pub origin: Origin,
    /// What the user says it is.
    pub kind: Option<Kind>,
    /// Why a file that was opened could not be read; its text is empty then.
    pub refusal: Option<String>,
}

/// Who named a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The user, an example or the file system.
    Given,
    /// Nobody yet; it is named after its kind as soon as that is known.
    Pending,
}

/// How a text came to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Typed from nothing.
    Typed,
    /// Pasted, opened or dropped.
    Brought,
    /// A built-in example.
    Example,
    /// Given by the page around this one.
    Host,
}

/// A file before it has a number.
#[derive(Clone, Debug, PartialEq)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// The text, or why it cannot be read.
    pub content: Result<String, String>,
    /// How it came.
    pub origin: Origin,
}

/// The name of a file that has none yet.
pub const UNTITLED: &str = "untitled";

impl File {
    /// A file with this number.
    pub fn new(id: FileId, new: NewFile) -> Self {
        let (text, refusal) = match new.content {
            Ok(text) => (Rc::from(text), None),
            Err(refusal) => (Rc::from(""), Some(refusal)),
        };
        let original = Rc::clone(&text);
        Self { id, name: new.name, naming: Naming::Given, text, original, origin: new.origin, kind: None, refusal }
    }

    /// An empty file without a name.
    pub fn untitled(id: FileId) -> Self {
        let new = NewFile { name: UNTITLED.to_owned(), content: Ok(String::new()), origin: Origin::Typed };
        Self { naming: Naming::Pending, ..Self::new(id, new) }
    }

    /// Whether replacing it loses nothing of the user's.
    pub fn is_disposable(&self) -> bool {
        let untouched_example = matches!(self.origin, Origin::Example | Origin::Host) && self.text == self.original;
        untouched_example || (self.text.trim().is_empty() && self.refusal.is_none())
    }

    /// Takes a text that the user typed.
    pub(super) fn type_text(&mut self, text: Rc<str>) {
        if self.origin == Origin::Typed {
            self.original = Rc::clone(&text);
        }
        self.text = text;
        self.refusal = None;
    }

    /// Takes a text after a paste. Where the paste replaced all there was, it is a new beginning.
    pub(super) fn paste_text(&mut self, text: Rc<str>) {
        let old = self.text.trim();
        if old.is_empty() || !text.contains(old) && shares_no_line(old, &text) {
            self.original = Rc::clone(&text);
            self.origin = Origin::Brought;
            // The old name would tell the rules what the new text is.
            UNTITLED.clone_into(&mut self.name);
            self.naming = Naming::Pending;
            self.kind = None;
        }
        self.type_text(text);
    }
}

/// Whether no line of `old` longer than a few characters is left at either end of `new`.
fn shares_no_line(old: &str, new: &str) -> bool {
    let first = |text: &str| text.lines().find(|line| !line.trim().is_empty()).map(str::to_owned);
    let last = |text: &str| text.lines().rev().find(|line| !line.trim().is_empty()).map(str::to_owned);
    first(old) != first(new) && last(old) != last(new)
}

/// The name that a file of this kind usually has.
pub fn usual_name(kind: Kind) -> &'static str {
    match kind {
        Kind::KubeletUnit => "kubelet.service",
        Kind::KubeletDropIn => "10-kubeadm.conf",
        Kind::KubeletConfig => "config.yaml",
        Kind::KubeletConfigDropIn => "10-kubelet.conf",
        Kind::KubeletFlags => "kubelet-flags.txt",
        Kind::EnvironmentFile => "kubeadm-flags.env",
        Kind::ApiserverManifest => "kube-apiserver.yaml",
        Kind::ApiserverUnit => "kube-apiserver.service",
        Kind::ApiserverFlags => "kube-apiserver-flags.txt",
        Kind::ProcessList => "ps.txt",
        Kind::KubeadmConfig => "kubeadm.yaml",
        Kind::KubernetesObjects | Kind::OtherKubernetes => "object.yaml",
        Kind::Unknown => UNTITLED,
    }
}
