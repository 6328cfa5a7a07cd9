//! All alpha features at once.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{ALL_ALPHA, Gates};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-feature-gate-all-alpha",
    title: "All alpha features are switched on",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: "stop workloads that use an alpha feature" },
    docs: Docs {
        what: "`AllAlpha=true` switches on every feature that is still being tried out, and new ones with each \
               release.",
        why: "Alpha features may be faulty, lose data and vanish without notice, and may open ways in that nobody on \
              your team has looked at.",
        verify: "Run `kubectl get --raw /metrics | grep 'kubernetes_feature_enabled.*stage=\"ALPHA\"'`: every line \
                 but those you chose must end in 0.",
        side_effects: "Alpha APIs are no longer served and their fields are dropped. Name the features that you need \
                       one by one.",
    },
    references: &[Ref::Stig("V-242400")],
};

const GATES: SettingId = settings::FEATURE_GATES;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let Some(told) = gates.named(ALL_ALPHA).filter(|told| told.on) else { return Vec::new() };
    let message = format!("{}. {} Remove it.", context.found(GATES), RULE.docs.what);
    let Repair::Remove { safety, risk } = RULE.repair else { return Vec::new() };
    let hit = gates.hit(context, told, Category::Insecure, message);
    vec![hit.plans(gates.take_out(told, safety, risk))]
}
