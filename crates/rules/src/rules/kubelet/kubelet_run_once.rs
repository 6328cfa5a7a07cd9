//! A mode that is gone.

use crate::context::Context;
use crate::effective::State;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::knowledge::kubelet::RUN_ONCE;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::{Value, bool_of};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-run-once",
    title: "Run-once mode is gone, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::RUN_ONCE, "false")],
    repair: Repair::None,
    docs: Docs {
        what: "From 1.32 the kubelet has no mode in which it starts its pods once and leaves; it refuses the \
              setting and exits.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "The kubelet keeps running and restarts the pods of its manifests when they end.",
    },
    references: &[],
};

/// First release without the mode.
const GONE: Version = Version(32);

fn check(context: &Context<'_>) -> Vec<Hit> {
    let found = match context.effective(RUN_ONCE).map(|effective| &effective.state) {
        Some(State::Invalid(text, _)) if bool_of(text) == Some(true) => text.clone(),
        Some(State::Set(Value::Bool(true))) => "true".to_owned(),
        _ => return Vec::new(),
    };
    if context.version < GONE {
        return Vec::new();
    }
    let message = format!("`{}` is `{found}`. {} Remove it.", context.target_spelling(RUN_ONCE), RULE.docs.what);
    let plan =
        Plan::new(format!("Remove `{}`", context.target_spelling(RUN_ONCE)), Safety::Safe, Change::Unset(RUN_ONCE));
    let hit = Hit::new(Category::Invalid, context.place(RUN_ONCE), message).about(RUN_ONCE);
    vec![hit.confidence(context.confidence(RUN_ONCE)).plan(plan)]
}
