//! What authenticated clients may do on the kubelet's port.

use crate::context::{Context, spelling};
use crate::effective::State;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::{
    AUTHENTICATION_WEBHOOK_ENABLED, AUTHENTICATION_X509_CLIENT_CA_FILE, AUTHORIZATION_MODE as MODE, KUBECONFIG,
};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-authorization-mode",
    title: "The kubelet allows every authenticated request",
    severity: Severity::Critical,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::AUTHORIZATION_MODE, "Webhook")],
    repair: Repair::Write { value: "Webhook", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Whoever passes authentication may do everything on port 10250: run commands in any container, read its \
               logs, list all pods.",
        why: "Any client certificate of the cluster, and with token authentication any service account token taken \
              from a pod, then gives a shell in every container of the node. With anonymous access not even that is \
              needed.",
        verify: "Run `curl -sk -H \"Authorization: Bearer $(kubectl create token default)\" https://NODE:10250/pods`: \
                 it must print a line that begins with `Forbidden`.",
        side_effects: "Each request is checked against RBAC on subresources of `nodes`: monitoring needs a role with \
                       `nodes/metrics` or `nodes/stats`. The API server's client certificate has all it needs where \
                       kubeadm made it.",
    },
    references: &[Ref::Cis("4.2.2"), Ref::Stig("V-242392")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(effective) = context.effective(MODE) else { return Vec::new() };
    let (category, what) = match &effective.state {
        State::Invalid(..) => (
            Category::Invalid,
            "With any other word the kubelet exits. `Webhook` makes it ask the API server, which applies RBAC.",
        ),
        State::Set(Value::Text(mode)) if mode == "AlwaysAllow" => (Category::Insecure, RULE.docs.what),
        State::Default("AlwaysAllow") => (Category::Missing, RULE.docs.what),
        _ => return Vec::new(),
    };
    // Webhook asks the API server: a kubelet that has none exits.
    let standalone = context.is_present(KUBECONFIG) == Some(false);
    let wanted = if standalone {
        "Give the kubelet a `--kubeconfig`, then set it to `Webhook`."
    } else {
        "Set it to `Webhook`."
    };
    let message = format!("{}. {what} {wanted}", context.found(MODE));
    let mut hit = Hit::new(category, context.place(MODE), message).about(MODE).confidence(context.confidence(MODE));
    for loser in context.losers(MODE) {
        let label = format!("`{}` is set here too, but it does not win", spelling(MODE, loser));
        hit = hit.related(loser.whole(), label);
    }
    if category == Category::Invalid {
        hit = hit.severity(Severity::High);
    }
    vec![if standalone { hit } else { hit.plan(plan(context, category)) }]
}

fn plan(context: &Context<'_>, category: Category) -> Plan {
    let title = format!("Set `{}` to `Webhook`", context.target_spelling(MODE));
    let change = Change::Write(MODE, "Webhook".to_owned());
    let ways_in =
        [context.is_present(AUTHENTICATION_X509_CLIENT_CA_FILE), context.is_true(AUTHENTICATION_WEBHOOK_ENABLED)];
    // A kubelet that exits over the word serves nobody who could be locked out.
    if category == Category::Invalid || ways_in != [Some(false); 2] {
        return Plan::new(title, Safety::Safe, change);
    }
    let risk = "lock out the API server: without a client CA or token authentication it has no name that RBAC knows";
    Plan::new(with_risk(title, risk), Safety::Unsafe, change)
}
