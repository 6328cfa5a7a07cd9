//! Feature gates that are on while another one that they need is off.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{Decider, Gates, Told};
use crate::knowledge::{Component, GateRequirement};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-requirement",
    title: "A feature gate is on without one that it needs, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "From 1.35 on the component exits when a feature is on and a feature that it builds on is off.",
        why: "The node or the control plane is down until both agree. It also happens to whoever switches a feature \
              off while one that needs it is on by default.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say that a \
                 feature depends on features that are disabled.",
        side_effects: "The component starts again; the feature whose gate is taken out is as the release has it.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    // What a release demands while it emulates another is not established, nor is what the preview demands.
    if gates.release != gates.built || gates.release >= Version::PREVIEW {
        return Vec::new();
    }
    let mut hits: Vec<Clash<'_>> = Vec::new();
    for row in gates.broken() {
        let Some(told) = culprit(&gates, row) else { continue };
        match hits.iter_mut().find(|clash| clash.told == told && clash.needed == row.requires) {
            Some(clash) => clash.on.push(row.gate),
            None => hits.push(Clash { told, needed: row.requires, on: vec![row.gate] }),
        }
    }
    hits.iter().map(|clash| hit(context, &gates, clash)).collect()
}

/// What is wrong about one gate that is named.
struct Clash<'g> {
    /// The gate to point at.
    told: &'g Told,
    /// The feature that is off.
    needed: &'static str,
    /// The features that are on and need it.
    on: Vec<&'static str>,
}

fn hit(context: &Context<'_>, gates: &Gates, clash: &Clash<'_>) -> Hit {
    let names: Vec<String> = clash.on.iter().map(|gate| format!("`{gate}`")).collect();
    let need = match names.as_slice() {
        [one] => format!("{one}, which is on, needs it"),
        [rest @ .., last] => format!("{} and {last}, which are on, need it", rest.join(", ")),
        [] => String::new(),
    };
    let off = match gates.decider(clash.needed) {
        Some(Decider::Itself) => "is switched off".to_owned(),
        Some(Decider::Group(group)) => format!("is switched off by `{group}`"),
        Some(Decider::Release) | None => "is off by default".to_owned(),
    };
    let message = format!(
        "The feature `{}` {off}, but {need}. The {} exits over it. Switch all of them on or all of them off.",
        clash.needed,
        context.target.component.name()
    );
    let hit = gates.hit(context, clash.told, Category::Conflict, message);
    if mends(gates, clash) { hit.plans(gates.take_out(clash.told, Safety::Safe, "")) } else { hit }
}

/// The gate to point at: the one that is off, where it is off only for being named, else the one that is on, else a
/// group. Nothing where a layer that was not given may settle it, or where a locked gate is the trouble.
fn culprit<'g>(gates: &'g Gates, row: &GateRequirement) -> Option<&'g Told> {
    let (gate, needed) = (gates.decider(row.gate)?, gates.decider(row.requires)?);
    if (!gates.complete && (gate, needed) != (Decider::Itself, Decider::Itself)) || is_refused(gates, row) {
        return None;
    }
    match (gate, needed) {
        (_, Decider::Itself) if is_on_unnamed(gates, row.requires) => gates.named(row.requires),
        (Decider::Itself, _) => gates.named(row.gate),
        (_, Decider::Itself) => gates.named(row.requires),
        (Decider::Group(group), _) | (_, Decider::Group(group)) => gates.named(group),
        (Decider::Release, Decider::Release) => None,
    }
}

fn is_on_unnamed(gates: &Gates, name: &str) -> bool {
    gates.known(name).is_some_and(|(gate, state)| gates.unnamed(gate, state))
}

/// Whether a locked gate is set to what it cannot be, which has a rule of its own.
fn is_refused(gates: &Gates, row: &GateRequirement) -> bool {
    [row.gate, row.requires].into_iter().any(|name| {
        let (known, is_on) = (gates.known(name), gates.is_on(name));
        known.is_some_and(|(_, state)| state.locked && is_on != Some(state.on_by_default))
    })
}

/// Whether taking out the gate settles it.
fn mends(gates: &Gates, clash: &Clash<'_>) -> bool {
    // A group decides about features that nobody named here, so it is not for us to take out.
    let own = clash.told.name == clash.needed || clash.on.contains(&clash.told.name.as_str());
    let after = gates.without(&clash.told.key);
    own && !after.broken().any(|row| row.requires == clash.needed && clash.on.contains(&row.gate))
}
