//! Secret values that an audit policy writes into the log.

use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "audit-policy-secret-values",
    title: "The audit log holds the values of Secrets or tokens",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuditPolicy], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The levels `Request` and `RequestResponse` copy the bodies of requests into the audit log, Secrets and \
               tokens included.",
        why: "The log goes to disks, shippers and search engines with many readers. Each of them reads passwords and \
              tokens that are still valid.",
        verify: "Create a Secret and run `grep '\"resource\":\"secrets\"' AUDIT-LOG | grep -c requestObject`: it must \
                 print 0.",
        side_effects: "The log no longer tells what a Secret was changed to, only that it was and by whom. STIG \
                       V-242403 asks for `RequestResponse` for everything; that contradicts this.",
    },
    references: &[Ref::Cis("3.2.2")],
};

/// A rule of an audit policy, as far as it is known.
#[derive(Clone, Debug)]
pub(super) struct AuditRule<'a> {
    pub level: &'a str,
    pub node: NodeId,
    pub users: Vec<&'a str>,
    pub groups: Vec<&'a str>,
    /// Empty for all.
    pub verbs: Vec<&'a str>,
    narrowed: bool,
    urls: bool,
    /// Group with its resources, both as written; empty for all.
    pub resources: Vec<(&'a str, Vec<&'a str>, bool)>,
}

/// The rules of a policy; nothing when one of them cannot be known.
pub(super) fn rules<'a>(context: &ObjectContext<'a>) -> Option<Vec<AuditRule<'a>>> {
    let rules = context.value(&["rules"]).filter(|rules| context.is_whole() && !context.is_cut(*rules))?;
    context.items(rules).iter().map(|rule| read(context, *rule)).collect()
}

fn read<'a>(context: &ObjectContext<'a>, node: NodeId) -> Option<AuditRule<'a>> {
    let texts = |key: &str| match context.at(node, &[key]) {
        Some(list) => Some(context.texts(list)).filter(|texts| texts.len() == context.items(list).len()),
        None => Some(Vec::new()),
    };
    let mut resources = Vec::new();
    if let Some(list) = context.at(node, &["resources"]) {
        for item in context.items(list) {
            let names = context.at(*item, &["resources"]).map(|list| context.texts(list)).unwrap_or_default();
            let named = context.at(*item, &["resourceNames"]).is_some_and(|list| !context.items(list).is_empty());
            let group = match context.at(*item, &["group"]) {
                Some(group) => context.scalar(group)?,
                None => "",
            };
            resources.push((group, names, named));
        }
    }
    Some(AuditRule {
        level: context.text_at(node, &["level"])?,
        node,
        users: texts("users")?,
        groups: texts("userGroups")?,
        verbs: texts("verbs")?,
        narrowed: !texts("namespaces")?.is_empty(),
        urls: !texts("nonResourceURLs")?.is_empty(),
        resources,
    })
}

impl AuditRule<'_> {
    /// Whether it holds for every request.
    pub fn is_catch_all(&self) -> bool {
        self.is_for_everybody() && self.verbs.is_empty() && self.resources.is_empty() && !self.urls
    }

    /// Whether it holds for all users and all namespaces.
    pub fn is_for_everybody(&self) -> bool {
        self.users.is_empty() && self.groups.is_empty() && !self.narrowed
    }

    /// Whether it holds for some requests with this verb.
    pub fn has_verb(&self, verb: &str) -> bool {
        self.verbs.is_empty() || self.verbs.contains(&verb)
    }

    /// Whether it holds for some objects of a resource, or for all of them.
    ///
    /// Source: `ruleMatchesResource` in `audit/policy/checker.go` of kubernetes/apiserver.
    pub fn reaches(&self, group: &str, resource: &str, extent: Extent) -> bool {
        if self.resources.is_empty() {
            return !self.urls;
        }
        self.resources.iter().any(|(of, names, named)| {
            let whole = extent == Extent::Some || !named;
            *of == group && whole && (names.is_empty() || names.iter().any(|name| matches(name, resource)))
        })
    }
}

/// How much of a resource is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// At least one object.
    Some,
    /// Every object.
    All,
}

fn matches(pattern: &str, resource: &str) -> bool {
    let (whole, sub) = resource.split_once('/').unwrap_or((resource, ""));
    pattern == "*"
        || pattern == resource
        || !sub.is_empty() && (pattern.strip_suffix("/*") == Some(whole) || pattern.strip_prefix("*/") == Some(sub))
}

/// Group, resource, verbs whose request body is confidential, verbs whose answer is, and how bad that is.
type Confidential = (&'static str, &'static str, &'static [&'static str], &'static [&'static str], Severity);

const CONFIDENTIAL: &[Confidential] = &[
    ("", "secrets", &["create", "update", "patch"], &["create", "update", "patch", "get", "list"], Severity::High),
    ("authentication.k8s.io", "tokenreviews", &["create"], &["create"], Severity::High),
    ("", "serviceaccounts/token", &[], &["create"], Severity::High),
    ("", "configmaps", &["create", "update", "patch"], &["create", "update", "patch", "get", "list"], Severity::Low),
];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(rules) = rules(context) else { return Vec::new() };
    let mut hits = Vec::new();
    for (at, rule) in rules.iter().enumerate() {
        let before = rules.get(..at).unwrap_or_default();
        let leaks = |row: &&Confidential| {
            let (group, resource, sent, answered, _) = **row;
            let verbs = match rule.level {
                "Request" => sent,
                "RequestResponse" => answered,
                _ => &[],
            };
            rule.reaches(group, resource, Extent::Some)
                && verbs.iter().any(|verb| {
                    let settled = |earlier: &AuditRule<'_>| {
                        earlier.is_for_everybody()
                            && earlier.has_verb(verb)
                            && earlier.reaches(group, resource, Extent::All)
                    };
                    rule.has_verb(verb) && !before.iter().any(settled)
                })
        };
        let leaked: Vec<&Confidential> = CONFIDENTIAL.iter().filter(leaks).collect();
        let Some(worst) = leaked.iter().map(|row| row.4).max() else { continue };
        let names: Vec<&str> = leaked.iter().map(|row| row.1).collect();
        let message = format!(
            "`level: {}` reaches {}, so their values are copied into the audit log. Put a rule `level: Metadata` for \
             them before this one.",
            rule.level,
            quoted(&names)
        );
        let at = context.place_of(rule.node, &["level"]);
        hits.push(context.hit(Category::Insecure, at, "rules[].level", message).severity(worst));
    }
    hits
}
