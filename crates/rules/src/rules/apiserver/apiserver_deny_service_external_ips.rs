//! Whether a service may claim any address.

use super::apiserver_disabled_admission_plugins::not_running;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-deny-service-external-ips",
    title: "Services may claim any IP address",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::ENABLE_ADMISSION_PLUGINS, "NodeRestriction,DenyServiceExternalIPs")],
    repair: Repair::Add { safety: Safety::Unsafe, risk: "refuse services that use `externalIPs`" },
    docs: Docs {
        what: "Without `DenyServiceExternalIPs`, whoever may create a service can put any address into its \
               `externalIPs`.",
        why: "What pods send to that address, such as a public API, then goes to the attacker's pods (CVE-2020-8554).",
        verify: "Run `kubectl expose deployment NAME --name=probe --port=80 --external-ip=192.0.2.1 --dry-run=server`: \
                 it must be refused.",
        side_effects: "New services with `externalIPs` are refused, as are new addresses in old ones. Services of \
                       type LoadBalancer are not affected.",
    },
    references: &[Ref::Cis("1.2.3")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    not_running(context, &RULE, "DenyServiceExternalIPs").into_iter().collect()
}
