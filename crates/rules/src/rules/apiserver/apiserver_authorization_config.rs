//! Authorizers from a file that is not read here.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::object::ObjectKind;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-authorization-config",
    title: "The authorizers stand in a file that was not given",
    severity: Severity::Info,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "With `--authorization-config` a file names the authorizers, and `--authorization-mode` has no \
              default.",
        why: "The file decides who may do what: an authorizer `AlwaysAllow` in it opens the cluster, and one \
              that is missing takes rights away.",
        verify: "Run `kubectl auth can-i '*' '*' --as=nobody`: it must print `no`.",
        side_effects: "None.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let file = settings::AUTHORIZATION_CONFIG;
    // A file that was given is judged by rules of its own.
    if context.file(file, ObjectKind::AuthorizationConfiguration).is_some() {
        return Vec::new();
    }
    let present = context.is_present(file) == Some(true);
    let Some(path) = context.value(file).filter(|_| present && !context.is_written(settings::AUTHORIZATION_MODE))
    else {
        return Vec::new();
    };
    let message = format!(
        "The authorizers stand in `{path}`, so nothing is said here about who may do what. See that the file names \
         `Node` and `RBAC` and no `AlwaysAllow`, or give it as well."
    );
    let hit = Hit::new(Category::Unassessed, context.place(file), message).about(settings::AUTHORIZATION_MODE);
    vec![hit.confidence(context.confidence(file))]
}
