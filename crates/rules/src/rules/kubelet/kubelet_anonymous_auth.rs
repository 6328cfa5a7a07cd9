//! Requests without credentials on the kubelet's port.

use crate::context::{Context, spelling};
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::{
    AUTHENTICATION_ANONYMOUS_ENABLED as ANONYMOUS, AUTHENTICATION_WEBHOOK_ENABLED, AUTHENTICATION_X509_CLIENT_CA_FILE,
};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::target::ConfigUse;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-anonymous-auth",
    title: "The kubelet answers requests without credentials",
    severity: Severity::Critical,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::AUTHENTICATION_ANONYMOUS_ENABLED, "false")],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "A request without credentials is accepted as `system:anonymous`, so only authorisation stands between \
               the network and every container of the node.",
        why: "With `AlwaysAllow`, or a role bound to `system:unauthenticated`, one `curl` to port 10250 lists the pods \
              and a second one runs a command in any of them. From there the attacker reads service account tokens and \
              moves on to the cluster.",
        verify: "Run `curl -sk https://NODE:10250/pods` from another machine: it must print `Unauthorized`.",
        side_effects: "Probes and scrapers that call the kubelet without credentials get 401 and need a token or a \
                       client certificate.",
    },
    references: &[Ref::Cis("4.2.1"), Ref::Stig("V-242391")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_true(ANONYMOUS) != Some(true) {
        return Vec::new();
    }
    let category = if context.is_written(ANONYMOUS) { Category::Insecure } else { Category::Missing };
    let message = format!("{}. {} Set it to `false`.", context.found(ANONYMOUS), RULE.docs.what);
    let mut hit = Hit::new(category, context.place(ANONYMOUS), message)
        .about(ANONYMOUS)
        .confidence(context.confidence(ANONYMOUS))
        .plan(plan(context));
    for loser in context.losers(ANONYMOUS) {
        let label = format!("`{}` is set here too, but it does not win", spelling(ANONYMOUS, loser));
        hit = hit.related(loser.whole(), label);
    }
    vec![hit]
}

fn plan(context: &Context<'_>) -> Plan {
    let title = format!("Set `{}` to `false`", context.target_spelling(ANONYMOUS));
    let change = Change::Write(ANONYMOUS, "false".to_owned());
    if another_way_in(context) {
        return Plan::new(title, Safety::Safe, change);
    }
    let risk = "lock out the API server: neither a client CA nor token authentication remains";
    Plan::new(with_risk(title, risk), Safety::Unsafe, change)
}

/// Whether clients can still authenticate. Where that is not known, a configuration file speaks for it: with one,
/// token authentication is on unless it is switched off.
fn another_way_in(context: &Context<'_>) -> bool {
    match (context.is_present(AUTHENTICATION_X509_CLIENT_CA_FILE), context.is_true(AUTHENTICATION_WEBHOOK_ENABLED)) {
        (Some(true), _) | (_, Some(true)) => true,
        (Some(false), Some(false)) => false,
        _ => context.target.config_use != ConfigUse::None,
    }
}
