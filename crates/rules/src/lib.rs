//! Rules and effective configuration for the kubelet and the kube-apiserver.
//!
//! The crate is a pure function: [`analyze`] takes the texts of one bundle and gives a [`report::Report`]; it
//! reads no file, no clock and no environment. Parsing never fails: what cannot be read is a problem with a
//! place, and the rest is judged. A value that cannot be known is reported as unknown.
//!
//! ```
//! use plimsoll_rules::{Document, Options, analyze};
//!
//! let unit = "[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true --config=/etc/kubelet.yaml\n";
//! let report = analyze(&[Document::new("kubelet.service", unit)], &Options::default());
//! assert!(report.findings.iter().any(|finding| finding.rule == "kubelet-anonymous-auth"));
//! ```

mod accept;
mod access;
mod assembly;
mod assess;
mod base64;
mod bundle;
mod catalog;
mod command;
mod context;
mod controls;
mod coverage;
mod decimal;
mod detect;
mod document;
mod drill;
pub mod edit;
mod effective;
mod engine;
mod equality;
mod finding;
mod fixing;
mod gated;
mod gates;
mod input;
pub mod knowledge;
mod mounts;
mod nearest;
mod neighbours;
mod object;
mod object_context;
mod order;
mod own_yaml;
mod pages;
mod plan;
mod problem;
mod profile;
mod refusal;
mod release;
pub mod report;
mod rule;
mod rules;
mod runner;
mod secrets;
mod suppress;
mod surroundings;
mod syntax;
mod target;
pub mod text;
mod thresholds;
mod tls;
mod upgrade;
mod value;
mod version;

pub use accept::{Acceptance, accept};
pub use coverage::{AuditReport, ControlReport, Coverage, Evidence, Status, Totals, coverage};
pub use document::{Document, Kind, MAX_DOCUMENT_BYTES, MAX_TARGETS};
pub use drill::{
    Domain, Drill, DrillFile, Judgement, Kept, MAX_PACK_BYTES, Pack, PackError, RuleVerdict, Spot, Standing, faults,
    is_likely_pack, judge, packs,
};
pub use fixing::{Applied, Fixed, apply, fix_all};
pub use pages::{Judged, Name, RulePage, Spelling, page, pages};
pub use profile::{Profile, ProfileError, ProfilePage, Standard, is_likely_profile, profiles};
pub use rule::PLACEHOLDER;
pub use secrets::{Masker, Secret, SecretKind, masked, secrets};
pub use upgrade::{ChangeKind, Upgrade, UpgradeChange, upgrade};
pub use version::{EDITION, UnknownVersion, Version};

use report::Report;

/// What the analysis is told besides the documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The release that is judged for. When absent, the one that the documents name, else the newest.
    pub version: Option<Version>,
    /// The rules that judge, with their severities and thresholds; every rule unless it says otherwise.
    pub profile: Profile,
}

/// Judges `documents` together, as the parts of one configuration.
pub fn analyze(documents: &[Document], options: &Options) -> Report {
    assess::report(documents, options)
}
