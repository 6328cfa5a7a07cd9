//! The CA that client certificates are checked against.

use crate::context::{Context, text_holds_placeholder};
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::knowledge::kubelet::{
    AUTHENTICATION_ANONYMOUS_ENABLED, AUTHENTICATION_WEBHOOK_ENABLED, AUTHENTICATION_X509_CLIENT_CA_FILE as CLIENT_CA,
};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

const PATH: &str = "/etc/kubernetes/pki/REPLACE-ME.crt";

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-client-ca-file",
    title: "The kubelet cannot check client certificates",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::AUTHENTICATION_X509_CLIENT_CA_FILE, "/etc/kubernetes/pki/ca.crt")],
    repair: Repair::Ask { placeholder: PATH },
    docs: Docs {
        what: "No client certificate is accepted then, not even the API server's.",
        why: "The API server proves who it is to the kubelet with its client certificate. Where that cannot be \
              checked, clusters are kept running with anonymous access, which lets everyone else in too.",
        verify: "Run `kubectl logs -n kube-system POD` for a pod of the node while anonymous access is off: it must \
                 print the log.",
        side_effects: "Every certificate that this CA signed for clients is accepted. Use the cluster's CA; kubeadm \
                       writes it to `/etc/kubernetes/pki/ca.crt`.",
    },
    references: &[Ref::Cis("4.2.3"), Ref::Stig("V-242420")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_present(CLIENT_CA) != Some(false) {
        return Vec::new();
    }
    let message = format!("{}. {} Set it to the file of the cluster's CA.", context.found(CLIENT_CA), RULE.docs.what);
    let hit = Hit::new(Category::Missing, context.place(CLIENT_CA), message)
        .about(CLIENT_CA)
        .severity(severity(context))
        .confidence(context.confidence(CLIENT_CA));
    if context.value(CLIENT_CA).as_ref().is_some_and(text_holds_placeholder) {
        return vec![hit];
    }
    let title = format!("Insert `{}` with a placeholder for you to replace", context.target_spelling(CLIENT_CA));
    vec![hit.plan(Plan::new(title, Safety::Manual, Change::Write(CLIENT_CA, PATH.to_owned())))]
}

/// Less pressing where tokens authenticate clients and nobody else gets in.
fn severity(context: &Context<'_>) -> Severity {
    let anonymous = context.is_true(AUTHENTICATION_ANONYMOUS_ENABLED);
    let tokens = context.is_true(AUTHENTICATION_WEBHOOK_ENABLED);
    if anonymous == Some(false) && tokens == Some(true) { Severity::Medium } else { Severity::High }
}
