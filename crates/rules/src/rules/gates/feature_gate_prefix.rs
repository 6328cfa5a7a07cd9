//! Feature gates named with a component before a colon where that is refused.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::gates::{Gates, Told};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-prefix",
    title: "A feature gate carries a prefix that is refused, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The component exits when a feature gate is named with a component that it does not know.",
        why: "The node or the control plane is down until the names are mended. Only the API server takes `kube:` \
              before a name, from 1.31 on, and only when every gate has it.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may speak of \
                 feature gates.",
        side_effects: "The component starts again with the same gates.",
    },
    references: &[],
};

/// The release whose API server first takes the prefix.
const SINCE: Version = Version(31);

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let mixed = gates.told.iter().any(|told| told.prefix.is_none());
    let prefixed = gates.told.iter().filter(|told| told.prefix.is_some());
    prefixed.filter_map(|told| hit(context, &gates, told, mixed)).collect()
}

fn hit(context: &Context<'_>, gates: &Gates, told: &Told, mixed: bool) -> Option<Hit> {
    let (component, version) = (context.target.component, context.version);
    let (key, name) = (&told.key, &told.name);
    let ours = told.prefix.as_deref() == Some("kube");
    let (category, what) = match component {
        Component::Kubelet => (Category::Unknown, "The kubelet takes feature gates without a prefix".to_owned()),
        Component::KubeApiserver if version < SINCE => {
            let what =
                format!("A kube-apiserver {version} takes feature gates without a prefix, which comes with {SINCE}");
            (Category::Unknown, what)
        }
        Component::KubeApiserver if !ours => {
            (Category::Unknown, "The kube-apiserver knows no component but `kube` before the colon".to_owned())
        }
        Component::KubeApiserver if mixed => {
            (Category::Conflict, "Either every feature gate has the prefix `kube:` or none".to_owned())
        }
        Component::KubeApiserver => return None,
    };
    let (exits, wanted) = match (category, ours) {
        (Category::Conflict, _) => {
            (": the kube-apiserver exits over the mixture".to_owned(), format!("Write `{name}`."))
        }
        (_, true) => (format!(", so it exits over `{key}`"), format!("Write `{name}`.")),
        (_, false) => (format!(", so it exits over `{key}`"), "Take it out.".to_owned()),
    };
    let message = format!("{what}{exits}. {wanted}");
    let hit = gates.hit(context, told, category, message);
    let twice = gates.told.iter().filter(|other| other.name == *name).count() > 1;
    let change = Change::RenameKeys(gates.setting, vec![(key.clone(), name.clone())]);
    let plan = Plan::new(format!("Write `{name}` for `{key}`"), Safety::Safe, change);
    Some(if ours && !twice { hit.plan(plan) } else { hit })
}
