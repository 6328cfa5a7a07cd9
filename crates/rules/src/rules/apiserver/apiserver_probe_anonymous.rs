//! Probes that the API server refuses.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-probe-anonymous",
    title: "The API server refuses its own probes, so the kubelet restarts it without end",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet sends a probe without credentials. Without anonymous access the answer is 401, which counts as \
               a failure.",
        why: "The liveness probe fails a few times, the kubelet ends the container, and so on: the control plane is down \
              after each change of this kind.",
        verify: "Run `crictl ps --name kube-apiserver` on the node: the container must be older than ten minutes.",
        side_effects: "Anonymous access to the health paths alone gives nothing away. From 1.32, \
                       `anonymous.conditions` in an AuthenticationConfiguration opens just these paths; before, use a \
                       TCP or exec probe.",
    },
    references: &[],
};

const ANONYMOUS: SettingId = settings::ANONYMOUS_AUTH;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(pod) = &context.target.pod else { return Vec::new() };
    if context.is_true(ANONYMOUS) != Some(false) {
        return Vec::new();
    }
    // A startup probe that fails restarts the container too; a failing readiness probe takes it out of its Service.
    let mut probes = pod.open_probes.iter();
    let Some((name, at)) = probes.next() else { return Vec::new() };
    let others = probes.map(|(name, _)| format!(", `{name}`")).collect::<String>();
    let asks = if others.is_empty() { "asks" } else { "ask" };
    let remedy = if context.version >= Version(32) {
        "Open the health paths alone with `anonymous.conditions` in the file of `--authentication-config`, or use a TCP \
         probe."
    } else {
        "Use a TCP probe, or one that runs a command with credentials."
    };
    let message =
        format!("`{name}`{others} {asks} over HTTPS, and `--anonymous-auth` is `false`. {} {remedy}", RULE.docs.what);
    let hit = Hit::new(Category::Conflict, *at, message).about_name(*name).confidence(context.confidence(ANONYMOUS));
    vec![hit.related(context.place(ANONYMOUS), "anonymous access is off")]
}
