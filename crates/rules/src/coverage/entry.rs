//! What a coverage report lists: the controls of a benchmark, or rules where a profile has no benchmark.

use crate::catalog::CATALOG;
use crate::controls::{CONTROLS, Control, How};
use crate::knowledge::{Component, SettingId};
use crate::profile::{Profile, Standard};
use crate::rule::Rule;

/// One line of the report.
#[derive(Debug)]
pub struct Entry {
    /// Who publishes it.
    pub benchmark: &'static str,
    /// Its id there.
    pub id: &'static str,
    /// For CIS its level.
    pub level: Option<u8>,
    /// What it is about, for people.
    pub component: &'static str,
    /// The components that must be known.
    pub components: &'static [Component],
    /// The good state; for a rule the bad one.
    pub title: &'static str,
    /// The rules that judge it, each with the name that a finding must be about, or an empty one for any.
    pub rules: Vec<(&'static Rule, &'static str)>,
    /// A setting without which it asks for nothing.
    pub needs: Option<SettingId>,
    /// A setting with which a file decides that no rule reads.
    pub defers: Option<SettingId>,
    /// A command and what it must show.
    pub by_hand: &'static str,
    /// The control, unless it is a rule.
    pub control: Option<&'static Control>,
}

/// The controls of what the profile begins with, then the rules that it adds to them. Without a benchmark each rule
/// is a control.
pub fn entries(profile: &Profile) -> Vec<Entry> {
    let mut all: Vec<Entry> = profile.base().controls().map(of_control).collect();
    let whole = profile.base() == Standard::Everything;
    let listed = |rule: &Rule| all.iter().any(|entry| entry.rules.iter().any(|(other, _)| other.id == rule.id));
    let rules = CATALOG.iter().filter(|rule| whole || (profile.adds(rule) && !listed(rule)));
    let rules: Vec<Entry> = rules.map(|rule| of_rule(rule)).collect();
    all.extend(rules);
    all
}

fn of_control(control: &'static Control) -> Entry {
    let rules = match control.how {
        How::ByHand => Vec::new(),
        How::References => CATALOG.iter().filter(|rule| control.concerns(rule)).map(|rule| (*rule, "")).collect(),
        How::Rules(rules) => {
            let named =
                |(id, name): &(&'static str, &'static str)| Some((*CATALOG.iter().find(|rule| rule.id == *id)?, *name));
            rules.iter().filter_map(named).collect()
        }
    };
    Entry {
        benchmark: control.benchmark.name(),
        id: control.id,
        level: control.level,
        component: control.scope.name(),
        components: control.scope.components(),
        title: control.title,
        rules,
        needs: control.needs,
        defers: control.defers,
        by_hand: control.by_hand,
        control: Some(control),
    }
}

fn of_rule(rule: &'static Rule) -> Entry {
    let component = match rule.components {
        [one] => one.name(),
        _ => "kubelet, kube-apiserver",
    };
    let of = |setting: fn(&Control) -> Option<SettingId>| {
        CONTROLS.iter().filter(|control| control.concerns(rule)).find_map(setting)
    };
    Entry {
        benchmark: "plimsoll",
        id: rule.id,
        level: None,
        component,
        components: rule.components,
        title: rule.title,
        rules: vec![(rule, "")],
        needs: of(|control| control.needs),
        defers: of(|control| control.defers),
        by_hand: "",
        control: None,
    }
}
