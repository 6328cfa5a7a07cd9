//! What a rule returns: a hit, and plans to mend it that are turned into edits later.

use crate::edit::TextEdit;
use crate::knowledge::SettingId;
use crate::report::{Category, Confidence, Safety, Severity};
use crate::syntax::mapped::{DocId, Location};

/// One place where a rule has something to say.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Severity, where it differs from the rule's.
    pub severity: Option<Severity>,
    /// How sure it is.
    pub confidence: Confidence,
    /// What kind of thing it is.
    pub category: Category,
    /// The setting in the report: a canonical name, or the name as written when nothing knows it.
    pub setting: Subject,
    /// The one place it points at.
    pub at: Location,
    /// What was found, what it does, what is wanted.
    pub message: String,
    /// Other places that matter.
    pub related: Vec<(Location, String)>,
    /// Ways to mend it, best first.
    pub plans: Vec<Plan>,
}

/// What a hit is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A known setting.
    Setting(SettingId),
    /// A name that the user wrote.
    Name(String),
    /// No single setting.
    None,
}

impl Hit {
    /// A hit without severity of its own, related places or plans.
    pub fn new(category: Category, at: Location, message: impl Into<String>) -> Self {
        Self {
            severity: None,
            confidence: Confidence::Certain,
            category,
            setting: Subject::None,
            at,
            message: message.into(),
            related: Vec::new(),
            plans: Vec::new(),
        }
    }

    /// The same hit about a setting.
    #[must_use]
    pub fn about(mut self, setting: SettingId) -> Self {
        self.setting = Subject::Setting(setting);
        self
    }

    /// The same hit about a name that the user wrote.
    #[must_use]
    pub fn about_name(mut self, name: impl Into<String>) -> Self {
        self.setting = Subject::Name(name.into());
        self
    }

    /// The same hit with another severity than the rule's.
    #[must_use]
    pub const fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// The same hit with this confidence.
    #[must_use]
    pub const fn confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// The same hit with one more place that matters.
    #[must_use]
    pub fn related(mut self, at: Location, label: impl Into<String>) -> Self {
        self.related.push((at, label.into()));
        self
    }

    /// The same hit on what a condition of a template may leave out for this release: no longer certain, and no way
    /// to mend it is safe for the releases that the condition is for.
    #[must_use]
    pub fn under_condition(mut self) -> Self {
        self.message.push_str(" The template may leave it out for this release.");
        for plan in self.plans.iter_mut().filter(|plan| plan.safety == Safety::Safe) {
            plan.safety = Safety::Unsafe;
            let title = std::mem::take(&mut plan.title);
            plan.title = with_risk(title, "break the releases that the template's condition is for");
        }
        self.severity(Severity::Low).confidence(Confidence::Possible)
    }

    /// The same hit with these further ways to mend it.
    #[must_use]
    pub fn plans(mut self, plans: impl IntoIterator<Item = Plan>) -> Self {
        self.plans.extend(plans);
        self
    }

    /// The same hit with one more way to mend it.
    #[must_use]
    pub fn plan(mut self, plan: Plan) -> Self {
        self.plans.push(plan);
        self
    }
}

/// A way to mend a hit.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it does, as a command.
    pub title: String,
    /// What applying it may do.
    pub safety: Safety,
    /// The changes, all of which must be possible.
    pub changes: Vec<Change>,
}

impl Plan {
    /// A plan of one change.
    pub fn new(title: impl Into<String>, safety: Safety, change: Change) -> Self {
        Self { title: title.into(), safety, changes: vec![change] }
    }
}

/// One change to what a component is told, in the layer that wins.
#[derive(Clone, Debug)]
pub enum Change {
    /// Gives a setting this value, spelled as a flag would spell it.
    Write(SettingId, String),
    /// Removes every place that sets the setting.
    Unset(SettingId),
    /// Adds an element to a list setting.
    Add(SettingId, String),
    /// Removes an element from a list setting, or a key from a map setting, wherever it stands.
    Take(SettingId, String),
    /// Takes a setting from the command line into the configuration file, with the same value.
    Move(SettingId),
    /// Removes these elements from a list setting, or these keys from a map setting, wherever they stand.
    TakeAll(SettingId, Vec<String>),
    /// Gives keys of a map setting other names, wherever they stand: each old name with its new one.
    RenameKeys(SettingId, Vec<(String, String)>),
    /// Removes the flag with this index in the command line.
    DropFlag(usize),
    /// Removes the stray word with this index in the command line.
    DropStray(usize),
    /// These edits as they are.
    Edits(Vec<(DocId, TextEdit)>),
}

/// `title`, with whom the change may lock out; `risk` completes "may ...". Unchanged when there is no risk.
pub fn with_risk(title: String, risk: &str) -> String {
    if risk.is_empty() { title } else { format!("{title} (may {risk})") }
}
