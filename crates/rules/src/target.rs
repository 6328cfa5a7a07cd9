//! One component instance to be judged: its command line, its configuration files, and what is missing.

use crate::command::CommandLine;
use crate::knowledge::{self, Component, Installer, SettingId};
use crate::mounts::Mounts;
use crate::order::sort_by;
use crate::runner::{Pod, Unit};
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::yaml::NodeId;
use crate::value::{Value, Wanted};

/// A component as the documents describe it.
#[derive(Debug)]
pub struct Target {
    /// The program.
    pub component: Component,
    /// Its command line, when any of it was given.
    pub command: Option<CommandLine>,
    /// KubeletConfiguration files, the weakest first: the `--config` file, then drop-ins in their order.
    pub configs: Vec<Config>,
    /// Whether a configuration file is in use, which decides the defaults.
    pub config_use: ConfigUse,
    /// The directory of configuration drop-ins, when it is used and none of its files was given.
    pub missing_directory: Option<(String, Location)>,
    /// The volume mounts of its container, where it runs in a pod and all of them are known.
    pub mounts: Option<Mounts>,
    /// Where the component itself is to be pointed at when nothing more exact is known.
    pub anchor: Location,
    /// The pod that runs it, when a manifest that is no template was given.
    pub pod: Option<Pod>,
    /// The service that runs it, when a unit that is no template was given.
    pub unit: Option<Unit>,
    /// Things about the text that disarm a setting without being settings themselves.
    pub lapses: Vec<Lapse>,
    /// The program that starts it with settings of its own, when there is one.
    pub setup: Option<Setup>,
}

/// Whether the path of a configuration file is clearly that of a folder of static pods, which `--config` of the
/// kubelet named up to 1.5.
pub fn is_manifest_folder(path: &str) -> bool {
    path.trim_end_matches('/').rsplit('/').next() == Some("manifests")
}

/// What the program that sets a component up adds to what was given.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The program.
    pub installer: Installer,
    /// Values that it gives where nothing written does, sorted by setting; absent where it depends on the machine.
    pub own: Vec<(SettingId, Option<String>)>,
    /// Where the user may add arguments.
    pub extra_args: Option<ExtraArgs>,
}

impl Setup {
    /// The installer's `own` values by flag or field, the first of a name winning.
    pub fn new(
        installer: Installer,
        component: Component,
        own: &[(&'static str, Option<String>)],
        extra_args: Option<ExtraArgs>,
    ) -> Self {
        let setting = |name: &str| {
            let field = if component == Component::Kubelet { knowledge::by_field(name) } else { None };
            field.or_else(|| knowledge::by_flag(component, name))
        };
        let mut own: Vec<_> = own.iter().filter_map(|(name, value)| Some((setting(name)?, value.clone()))).collect();
        sort_by(&mut own, |a, b| a.0.cmp(&b.0));
        own.dedup_by_key(|(setting, _)| *setting);
        Self { installer, own, extra_args }
    }

    /// Whether the installer gives `setting` a value, and which, where that is known.
    pub fn value(&self, setting: SettingId) -> Option<Option<&str>> {
        let at = self.own.binary_search_by_key(&setting, |(own, _)| *own).ok()?;
        self.own.get(at).map(|(_, value)| value.as_deref())
    }
}

/// Where a document of an installer holds arguments that the user adds.
#[derive(Clone, Copy, Debug)]
pub struct ExtraArgs {
    /// Index of the parsed part.
    pub part: usize,
    /// The top mapping of the document.
    pub root: NodeId,
    /// Keys from there to the arguments.
    pub path: [&'static str; 2],
    /// How they are written; absent when nothing tells.
    pub form: Option<Form>,
}

/// How a document writes extra arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A mapping from name to value.
    Map,
    /// A list of `name` and `value`.
    List,
}

/// Whether the kubelet loads a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigUse {
    /// Yes, and it is in the bundle.
    Given,
    /// Yes, but the file was not given.
    Missing {
        /// The path on the command line.
        path: String,
        /// Where the path stands.
        at: Location,
    },
    /// No: the whole command line is known and has no `--config`.
    None,
    /// The part that would tell was not given.
    Unknown,
}

/// One KubeletConfiguration file as settings.
#[derive(Debug)]
pub struct Config {
    /// The document.
    pub doc: DocId,
    /// Index of the parsed part.
    pub part: usize,
    /// Its top mapping.
    pub root: NodeId,
    /// Where a missing field is pointed at: the `kind:` line, else the first key.
    pub anchor: Location,
    /// The fields it sets.
    pub fields: Vec<FieldUse>,
    /// Whether it is a file of the `--config-dir` directory.
    pub drop_in: bool,
    /// The program that writes the file from this text and adds its own values for what is absent.
    pub installer: Option<Installer>,
    /// Whether a template inserts text that was not given, so that an absent field may be there after all.
    pub open: bool,
}

/// One field of a configuration file.
#[derive(Debug)]
pub struct FieldUse {
    /// The setting.
    pub setting: SettingId,
    /// The mapping that holds the key.
    pub mapping: NodeId,
    /// The value.
    pub node: NodeId,
    /// The key.
    pub key: Location,
    /// The value's text; an empty range behind the colon when there is none.
    pub value: Location,
    /// What the component makes of the value.
    pub reading: Reading,
    /// For a list its items, for a map its keys, each with its place: an item alone, a key with its value.
    pub parts: Vec<(String, Location)>,
}

/// What a component makes of the text of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A value of the setting's type.
    Value(Value),
    /// The component refuses it.
    Invalid {
        /// The text found.
        text: String,
        /// What it wants instead.
        wanted: Wanted,
    },
    /// `null` or empty: as if the field were not there.
    Absent,
    /// Only known when the file is made from its template.
    Templated(String),
}

/// Text that does not mean what its writer intended, with all that its rule needs to speak about it.
#[derive(Clone, Debug)]
pub struct Lapse {
    /// What happened.
    pub kind: LapseKind,
    /// The place to point at.
    pub at: Location,
    /// The name or text concerned.
    pub text: String,
    /// Edits that mend it, when they are certain.
    pub mend: Vec<(DocId, crate::edit::TextEdit)>,
}

/// The kinds of [`Lapse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LapseKind {
    /// A flag on a line of its own because the line before has no backslash.
    LostContinuation {
        /// Lines right below it that are lost in the same way.
        more: usize,
    },
    /// Blanks behind the backslash, which end the continuation.
    BlankAfterBackslash,
    /// A key of a configuration file that the chosen release does not know there.
    UnknownField {
        /// Full paths of fields with the same last part, or of the field whose flag has this name.
        elsewhere: Vec<&'static str>,
        /// A key that is known at this place and close to it, and whether hardly anything else can be meant.
        near: Option<(&'static str, bool)>,
    },
    /// Several keys at the top that belong below the section before them: the indentation was lost.
    LostIndentation {
        /// Paths the keys were meant to have.
        meant: Vec<String>,
    },
    /// The type of a configuration file is missing or another one.
    WrongType {
        /// `apiVersion` or `kind`.
        key: &'static str,
        /// What it must be.
        wanted: &'static str,
    },
    /// A key written twice in one mapping; the later one wins.
    DuplicateKey,
    /// An `ExecStart=` in a drop-in without the empty one that clears the first.
    SecondExecStart,
    /// A quote that is never closed.
    OpenQuote,
    /// The text is no YAML; what breaks it was left out.
    NotYaml {
        /// Number of places that break it.
        places: usize,
    },
    /// A character that ends a line for the decoder alone.
    HiddenLineBreak(char),
    /// A tab that the decoder refuses.
    Tab,
    /// A value whose type is another one in YAML 1.2, which most other tools read.
    OlderYaml {
        /// What the component reads.
        read_as: String,
    },
    /// An extra argument in a document of kubeadm whose value is a number or a boolean.
    ArgumentNotText,
    /// A script or another program starts the component with flags that cannot be seen.
    Wrapper,
}
