//! Anonymous requests, told of twice.

use super::apiserver_anonymous_auth::has_section;
use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::object::ObjectKind;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-anonymous-conflict",
    title: "A flag and a file both speak of anonymous requests, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "An `anonymous` section in the file of `--authentication-config` excludes `--anonymous-auth`.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "The section of the file decides which requests without credentials are accepted.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let flag = settings::ANONYMOUS_AUTH;
    if context.version < Version(31) || !context.is_written(flag) || has_section(context) != Some(true) {
        return Vec::new();
    }
    let message = "`--anonymous-auth` is set, and the file of `--authentication-config` has an `anonymous` section. \
                   The API server accepts one of them and exits. Remove the flag.";
    let mut hit = Hit::new(Category::Conflict, context.place(flag), message).about(flag);
    if let Some(file) = context.file(settings::AUTHENTICATION_CONFIG, ObjectKind::AuthenticationConfiguration) {
        hit = hit.related(file.place_of(file.object.root, &["anonymous"]), "the section");
    }
    let plan = Plan::new("Remove `--anonymous-auth`", Safety::Safe, Change::Unset(flag));
    vec![hit.confidence(context.confidence(flag)).plan(plan)]
}
