//! The report: plain data that front ends show and other tools read. The JSON form of [`Report`] is a public
//! contract (`schema` grows only by additions); everything in it is owned and has public fields.
//!
//! Offsets are bytes of the document's own text, half open. Lines and columns start at 1; columns count
//! characters. `document` is the index into [`Report::documents`].

#[cfg(feature = "serde")]
use serde::ser::SerializeStruct;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize, Serializer};

/// Version of the JSON contract.
pub const SCHEMA: u32 = 1;

/// Everything known about one bundle of documents.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Report {
    /// Version of this structure, [`SCHEMA`].
    pub schema: u32,
    /// The Kubernetes release the verdicts hold for, such as `1.36`.
    pub kubernetes: String,
    /// Name of the profile: which rules judged, and how bad their findings are.
    pub profile: String,
    /// How that release came about.
    pub release: ReleaseReport,
    /// One entry per document given, in the same order.
    pub documents: Vec<DocumentReport>,
    /// All findings: by document, then by position, then by severity.
    pub findings: Vec<Finding>,
    /// The effective value of every setting of every component found in the bundle.
    pub settings: Vec<SettingReport>,
}

/// How the release came about that a bundle is judged for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct ReleaseReport {
    /// Who decided.
    pub basis: Basis,
    /// For a guess, the place that names the release.
    pub at: Option<PlaceReport>,
}

/// Who decided which release a bundle is judged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Basis {
    /// The caller.
    Chosen,
    /// The documents name it, for example in the tag of an image.
    Guessed,
    /// Nothing names one, so the newest that is known.
    Newest,
}

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct PlaceReport {
    /// Index of the document.
    pub document: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// One document: what it was taken for and what could not be read.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct DocumentReport {
    /// The name the caller gave.
    pub name: String,
    /// Kebab-case name of the kind, such as `kubelet-config`; `unknown` when it was not recognised.
    pub kind: String,
    /// Places that could not be read as the kind demands.
    pub problems: Vec<ProblemReport>,
}

/// A place that could not be read.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct ProblemReport {
    /// What is wrong and what to do.
    pub message: String,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// 1-based line of `start`.
    pub line: u32,
    /// 1-based column of `start`, in characters.
    pub column: u32,
}

/// How bad it is when the finding is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Severity {
    /// Worth knowing; nothing is wrong by itself.
    Info,
    /// Hardening that limits damage.
    Low,
    /// A control is missing or weakened.
    Medium,
    /// A control that protects the cluster is off, or the component will not start.
    High,
    /// Control of the node or the cluster without credentials.
    Critical,
}

impl Severity {
    /// All severities, worst first.
    pub const ALL: [Self; 5] = [Self::Critical, Self::High, Self::Medium, Self::Low, Self::Info];

    /// Lower-case name, as in the JSON report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Info => "info",
        }
    }
}

/// How sure the finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Confidence {
    /// Depends on something that was not given and often differs.
    Possible,
    /// A layer that was not given could still override it.
    Likely,
    /// Everything that decides it was given.
    Certain,
}

impl Confidence {
    /// Lower-case name, as in the JSON report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Possible => "possible",
        }
    }
}

/// What kind of thing the finding reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Category {
    /// A value that was written is insecure.
    Insecure,
    /// A setting is absent and its default is insecure.
    Missing,
    /// A name that the chosen release no longer has.
    Removed,
    /// A name that still works and is going away.
    Deprecated,
    /// A name that the component does not know.
    Unknown,
    /// A value that the component refuses or reads otherwise than written.
    Invalid,
    /// Two places contradict each other.
    Conflict,
    /// Text that does not mean what its writer intended.
    Syntax,
    /// A value that cannot be known from what was given.
    Unassessed,
}

impl Category {
    /// Lower-case name, as in the JSON report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Insecure => "insecure",
            Self::Missing => "missing",
            Self::Removed => "removed",
            Self::Deprecated => "deprecated",
            Self::Unknown => "unknown",
            Self::Invalid => "invalid",
            Self::Conflict => "conflict",
            Self::Syntax => "syntax",
            Self::Unassessed => "unassessed",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "camelCase"))]
pub struct Finding {
    /// Id of the rule.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// What kind of thing it is.
    pub category: Category,
    /// Name of the component, such as `kubelet`.
    pub component: String,
    /// Canonical name of the setting; empty when the finding is about no single setting.
    pub setting: String,
    /// The rule's one-line statement.
    pub title: String,
    /// What was found here, what it does, what is wanted.
    pub message: String,
    /// Index of the document.
    pub document: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// 1-based line of `start`.
    pub line: u32,
    /// 1-based column of `start`, in characters.
    pub column: u32,
    /// 1-based line of `end`.
    pub end_line: u32,
    /// 1-based column of `end`, in characters.
    pub end_column: u32,
    /// Other places that matter, such as the value that is overridden.
    pub related: Vec<Related>,
    /// Benchmark controls that ask for the same thing.
    pub references: Vec<Reference>,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
    /// The reason that a comment in the file gives for accepting it. Such a finding has no fixes and does not count for
    /// the exit status.
    pub suppressed: Option<String>,
}

/// Another place that matters to a finding.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Related {
    /// Index of the document.
    pub document: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What stands there.
    pub label: String,
}

/// A control of a published benchmark.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Reference {
    /// `cis` (CIS Kubernetes Benchmark 1.12) or `stig` (DISA Kubernetes STIG).
    pub kind: String,
    /// Its id there, such as `4.2.1` or `V-242391`.
    pub id: String,
}

/// What applying a fix may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Safety {
    /// A cluster as kubeadm sets it up keeps working, and nothing but the named setting changes.
    Safe,
    /// May lock out a client or a workload, or stop the component on some hosts; the title says which.
    Unsafe,
    /// Writes a placeholder that only the user can replace; the finding stays until it is replaced.
    Manual,
}

impl Safety {
    /// Lower-case name, as in the JSON report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
            Self::Manual => "manual",
        }
    }
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Fix {
    /// What the fix does, as a command.
    pub title: String,
    /// What applying it may do.
    pub safety: Safety,
    /// The edits, sorted by document and position, never overlapping.
    pub edits: Vec<Edit>,
}

/// Replaces the bytes `start..end` of one document by `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Edit {
    /// Index of the document.
    pub document: u32,
    /// First byte replaced.
    pub start: u32,
    /// One past the last byte replaced.
    pub end: u32,
    /// What stands there afterwards.
    pub text: String,
}

/// The effective value of one setting of one component.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct SettingReport {
    /// Name of the component.
    pub component: String,
    /// Canonical name of the setting.
    pub setting: String,
    /// The value as the component would compute it; absent when it cannot be known.
    pub value: Option<String>,
    /// What the release uses when nothing sets it, for this way of starting the component; absent when there is no
    /// such value, or when the way of starting is not known and matters.
    pub default: Option<String>,
    /// Where the value comes from.
    pub source: SourceReport,
    /// Places that set it and lose, weakest first.
    pub shadowed: Vec<SourceReport>,
    /// What the rules say.
    pub verdict: Verdict,
}

/// Which layer a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Layer {
    /// Built into the component; nothing sets it.
    Default,
    /// A flag on the command line of a unit or of a command given by itself.
    Flag,
    /// A configuration file or one of its drop-ins.
    File,
    /// A flag that comes out of an environment variable.
    Env,
    /// A flag in a static pod manifest.
    Manifest,
}

/// A place that sets a value. A default has no place.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Deserialize))]
pub struct SourceReport {
    /// The layer.
    pub kind: Layer,
    /// Index of the document.
    #[cfg_attr(feature = "serde", serde(default))]
    pub document: Option<u32>,
    /// First byte.
    #[cfg_attr(feature = "serde", serde(default))]
    pub start: Option<u32>,
    /// One past the last byte.
    #[cfg_attr(feature = "serde", serde(default))]
    pub end: Option<u32>,
}

// By hand, since JSON leaves out what is absent, and a binary format, where fields have places and no names, cannot.
#[cfg(feature = "serde")]
impl Serialize for SourceReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let named = serializer.is_human_readable();
        let place = [("document", self.document), ("start", self.start), ("end", self.end)];
        let written = || place.iter().filter(|(_, value)| !named || value.is_some());
        let mut fields = serializer.serialize_struct("SourceReport", 1 + written().count())?;
        fields.serialize_field("kind", &self.kind)?;
        for (name, value) in written() {
            fields.serialize_field(name, value)?;
        }
        fields.end()
    }
}

/// What the rules say about a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Verdict {
    /// A rule judges it and is content.
    Ok,
    /// A rule found it wanting.
    Insecure,
    /// A rule judges it, and its value cannot be known from what was given.
    Unknown,
    /// No rule judges it.
    NotAssessed,
}
