//! The page of each rule: all that is said about it, in words, made from the rule and its knowledge rows.

mod judged;

#[cfg(feature = "serde")]
use serde::Serialize;

use crate::catalog::CATALOG;
use crate::edit::yaml::double_quoted;
use crate::knowledge::{Component, Setting, SettingId};
use crate::report::{Reference, Safety, Severity};
use crate::rule::{Check, Expect, Ref, Repair, Rule};
use crate::version::Version;

pub use judged::{Judged, Name};

/// All that is said about one rule.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, serde::Deserialize), serde(rename_all = "camelCase"))]
pub struct RulePage {
    /// Id of the rule.
    pub id: String,
    /// The bad state in one line.
    pub title: String,
    /// How bad the usual case is.
    pub severity: Severity,
    /// The component, or both separated by a comma.
    pub component: String,
    /// What the bad state does.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// The good state in each spelling that the newest release knows.
    pub spellings: Vec<Spelling>,
    /// How to see that it is mended.
    pub verify: String,
    /// What else changes.
    pub side_effects: String,
    /// Benchmark controls.
    pub references: Vec<Reference>,
    /// What its fix may do; absent when there is none.
    pub safety: Option<Safety>,
    /// The settings that it judges, with the releases that know them; empty when it judges something else.
    pub settings: Vec<Judged>,
}

/// The good state as one place spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, serde::Deserialize))]
pub struct Spelling {
    /// Where it is written, such as `KubeletConfiguration`.
    pub place: String,
    /// What is written there.
    pub text: String,
}

/// The pages of all rules, in catalogue order.
pub fn pages() -> Vec<RulePage> {
    CATALOG.iter().map(|rule| page_of(rule)).collect()
}

/// The page of one rule; absent when there is no rule of that id.
pub fn page(id: &str) -> Option<RulePage> {
    CATALOG.iter().find(|rule| rule.id == id).map(|rule| page_of(rule))
}

fn page_of(rule: &Rule) -> RulePage {
    let components: Vec<&str> = rule.components.iter().map(|component| component.name()).collect();
    RulePage {
        id: rule.id.to_owned(),
        title: rule.title.to_owned(),
        severity: rule.severity,
        component: components.join(", "),
        what: rule.docs.what.to_owned(),
        why: rule.docs.why.to_owned(),
        spellings: spellings(rule),
        verify: rule.docs.verify.to_owned(),
        side_effects: rule.docs.side_effects.to_owned(),
        references: references(rule),
        safety: safety(rule.repair),
        settings: judged::judged(rule),
    }
}

/// The references of a rule as reports carry them.
pub fn references(rule: &Rule) -> Vec<Reference> {
    let reference = |reference: &Ref| match reference {
        Ref::Cis(id) => Reference { kind: "cis".to_owned(), id: (*id).to_owned() },
        Ref::Stig(id) => Reference { kind: "stig".to_owned(), id: (*id).to_owned() },
    };
    rule.references.iter().map(reference).collect()
}

const fn safety(repair: Repair) -> Option<Safety> {
    match repair {
        Repair::None => None,
        Repair::Ask { .. } => Some(Safety::Manual),
        Repair::Write { safety, .. } | Repair::Add { safety, .. } | Repair::Remove { safety, .. } => Some(safety),
    }
}

fn spellings(rule: &Rule) -> Vec<Spelling> {
    let Check::Setting { setting, expect, .. } = rule.check else {
        let named = rule.good.iter().filter(|(_, value)| !value.is_empty());
        return named.flat_map(|(setting, value)| spell(*setting, value)).collect();
    };
    let Some(value) = good_value(rule, expect) else { return Vec::new() };
    spell(setting, value)
}

/// A setting with a value, in each spelling that the newest release knows.
pub fn spell(setting: SettingId, value: &str) -> Vec<Spelling> {
    let row = setting.row();
    let mut all = Vec::new();
    if row.has_field(Version::NEWEST) {
        all.push(Spelling { place: "KubeletConfiguration".to_owned(), text: nested(row.field, value) });
    }
    if row.has_flag(Version::NEWEST) {
        all.push(Spelling { place: flag_place(row).to_owned(), text: format!("--{}={value}", row.flag) });
        all.extend(in_kubeadm(row, value));
    }
    all
}

/// A flag as kubeadm's documents spell it. What has a field of the configuration file belongs there, also for kubeadm.
fn in_kubeadm(row: &Setting, value: &str) -> Option<Spelling> {
    let (place, kind, section, key) = match row.component {
        Component::KubeApiserver => {
            ("kube-apiserver, set up by kubeadm", "ClusterConfiguration", "apiServer", "extraArgs")
        }
        Component::Kubelet if !row.has_field(Version::NEWEST) => {
            ("kubelet, set up by kubeadm", "InitConfiguration", "nodeRegistration", "kubeletExtraArgs")
        }
        Component::Kubelet => return None,
    };
    let text = format!(
        "apiVersion: kubeadm.k8s.io/v1beta4\nkind: {kind}\n{section}:\n  {key}:\n  - name: {}\n    value: {}",
        row.flag,
        double_quoted(value)
    );
    Some(Spelling { place: place.to_owned(), text })
}

fn flag_place(row: &Setting) -> &'static str {
    match row.component {
        Component::Kubelet => "kubelet flag",
        Component::KubeApiserver => "kube-apiserver flag",
    }
}

fn good_value(rule: &Rule, expect: Expect) -> Option<&'static str> {
    match (rule.repair, expect) {
        (Repair::Write { value, .. }, _) => Some(value),
        (Repair::Ask { placeholder }, _) => Some(placeholder),
        (_, Expect::Is(value)) => Some(value),
        (_, Expect::OneOf(values)) => values.first().copied(),
        _ => None,
    }
}

/// `a.b.c` and a value as nested YAML.
fn nested(path: &str, value: &str) -> String {
    let keys: Vec<&str> = path.split('.').collect();
    let lines = keys.iter().enumerate().map(|(depth, key)| {
        let end = if depth + 1 == keys.len() { format!(" {value}") } else { String::new() };
        format!("{}{key}:{end}", "  ".repeat(depth))
    });
    lines.collect::<Vec<_>>().join("\n")
}
