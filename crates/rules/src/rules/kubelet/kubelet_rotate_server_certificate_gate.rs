//! The feature gate behind serving certificates from the cluster.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::knowledge::kubelet::{FEATURE_GATES as GATES, SERVER_TLS_BOOTSTRAP};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::value::bool_of;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-rotate-server-certificate-gate",
    title: "The kubelet cannot get its serving certificate from the cluster",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The kubelet can then neither ask the cluster for its serving certificate nor renew it.",
        why: "A kubelet that signs for itself can be impersonated, and one with a certificate from elsewhere keeps it \
              until it expires. With the gate off, `serverTLSBootstrap: true` makes the kubelet exit.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: `featureGates` must not show \
                 `\"RotateKubeletServerCertificate\":false`.",
        side_effects: "None by itself: the gate is on by default and acts only together with `serverTLSBootstrap`.",
    },
    references: &[Ref::Cis("4.2.11")],
};

const GATE: &str = "RotateKubeletServerCertificate";

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = context.value(GATES) else { return Vec::new() };
    let switched_off = |pair: &&(String, String)| pair.0 == GATE && bool_of(&pair.1) == Some(false);
    let Some((_, written)) = gates.pairs().iter().find(switched_off) else { return Vec::new() };
    let (severity, exits) = if context.is_true(SERVER_TLS_BOOTSTRAP) == Some(true) {
        (Severity::High, " Since `serverTLSBootstrap` is `true`, the kubelet exits.")
    } else {
        (Severity::Medium, "")
    };
    let message = format!("`featureGates.{GATE}` is `{written}`. {}{exits} Remove the gate.", RULE.docs.what);
    let hit = Hit::new(Category::Insecure, context.place_of_part(GATES, GATE), message)
        .about_name(format!("featureGates.{GATE}"))
        .severity(severity)
        .confidence(context.confidence(GATES));
    vec![hit.plan(Plan::new(
        format!("Remove `{GATE}` from the feature gates"),
        Safety::Safe,
        Change::Take(GATES, GATE.to_owned()),
    ))]
}
