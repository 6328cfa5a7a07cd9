//! The certificate that the kubelet shows on its port.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::kubelet::{FEATURE_GATES, SERVER_TLS_BOOTSTRAP, TLS_CERT_FILE, TLS_PRIVATE_KEY_FILE};
use crate::knowledge::{Component, SettingId};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::value::bool_of;

const CERT: &str = "/var/lib/kubelet/pki/REPLACE-ME.crt";
const KEY: &str = "/var/lib/kubelet/pki/REPLACE-ME.key";

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-tls-serving-cert",
    title: "The kubelet has no certificate that clients can check",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kubelet::SERVER_TLS_BOOTSTRAP, "true"),
        (crate::knowledge::kubelet::TLS_CERT_FILE, ""),
        (crate::knowledge::kubelet::TLS_PRIVATE_KEY_FILE, ""),
    ],
    repair: Repair::Ask { placeholder: CERT },
    docs: Docs {
        what: "The kubelet then signs a certificate for itself, which neither the API server nor monitoring can check.",
        why: "Whoever can redirect traffic to the node may pose as its kubelet, and reads what is sent there: commands \
              typed into `kubectl exec` and the bearer tokens of scrapers.",
        verify: "Run `openssl s_client -connect NODE:10250 </dev/null 2>/dev/null | openssl x509 -noout -issuer`: it \
                 must name the cluster's CA and not the node.",
        side_effects: "With `serverTLSBootstrap` each node asks for its certificate, and somebody must approve the \
                       request: `kubectl certificate approve`, or an approver that checks names and addresses. The API \
                       server checks the result only with `--kubelet-certificate-authority`.",
    },
    references: &[Ref::Cis("4.2.9"), Ref::Stig("V-242424"), Ref::Stig("V-242425")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    match (context.is_present(TLS_CERT_FILE), context.is_present(TLS_PRIVATE_KEY_FILE)) {
        (Some(true), Some(false)) => vec![half(context, TLS_PRIVATE_KEY_FILE, TLS_CERT_FILE, KEY)],
        (Some(false), Some(true)) => vec![half(context, TLS_CERT_FILE, TLS_PRIVATE_KEY_FILE, CERT)],
        (Some(false), Some(false)) if context.is_true(SERVER_TLS_BOOTSTRAP) == Some(false) => vec![neither(context)],
        _ => Vec::new(),
    }
}

fn half(context: &Context<'_>, absent: SettingId, present: SettingId, placeholder: &str) -> Hit {
    let message = format!(
        "{}, but {}. One half alone cannot be loaded, so the kubelet exits. Set both.",
        context.found(present),
        context.found(absent)
    );
    let hit = Hit::new(Category::Invalid, context.place(present), message)
        .about(absent)
        .severity(Severity::High)
        .confidence(context.confidence(absent));
    if context.is_written(absent) {
        return hit.related(context.place(absent), "The other half");
    }
    let title = format!("Insert `{}` with a placeholder for you to replace", context.target_spelling(absent));
    hit.plan(Plan::new(title, Safety::Manual, Change::Write(absent, placeholder.to_owned())))
}

fn neither(context: &Context<'_>) -> Hit {
    let message = format!(
        "{}, and {}. {} Set `{}` to `true`, or give a certificate and its key.",
        context.found(TLS_CERT_FILE),
        context.found(SERVER_TLS_BOOTSTRAP),
        RULE.docs.what,
        context.target_spelling(SERVER_TLS_BOOTSTRAP),
    );
    let mut hit = Hit::new(Category::Missing, context.place(TLS_CERT_FILE), message)
        .about(TLS_CERT_FILE)
        .confidence(context.confidence(TLS_CERT_FILE));
    if gate_may_be_on(context) {
        let title = format!("Set `{}` to `true`", context.target_spelling(SERVER_TLS_BOOTSTRAP));
        let risk = "cut off `kubectl logs` and `exec` until the node's certificate request is approved";
        let change = Change::Write(SERVER_TLS_BOOTSTRAP, "true".to_owned());
        hit = hit.plan(Plan::new(with_risk(title, risk), Safety::Unsafe, change));
    }
    if context.is_written(TLS_CERT_FILE) || context.is_written(TLS_PRIVATE_KEY_FILE) {
        return hit;
    }
    let changes =
        vec![Change::Write(TLS_CERT_FILE, CERT.to_owned()), Change::Write(TLS_PRIVATE_KEY_FILE, KEY.to_owned())];
    let title = "Insert a certificate and its key with placeholders for you to replace".to_owned();
    hit.plan(Plan { title, safety: Safety::Manual, changes })
}

/// With the gate off, `serverTLSBootstrap` makes the kubelet exit.
fn gate_may_be_on(context: &Context<'_>) -> bool {
    let gates = context.value(FEATURE_GATES);
    let pairs = gates.iter().flat_map(|gates| gates.pairs());
    let off = |(name, value): &(String, String)| {
        matches!(name.as_str(), "RotateKubeletServerCertificate" | "AllBeta") && bool_of(value) == Some(false)
    };
    !pairs.into_iter().any(off)
}
