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
    repair: Repair::Add { safety: Safety::Unsafe, risk: "refuse workloads that use `externalIPs`" },
    docs: Docs {
        what: "Without `DenyServiceExternalIPs` whoever may create a service can put any address into `externalIPs`.",
        why: "Traffic that pods send to that address, such as a public API, goes to the attacker's pods instead \
              (CVE-2020-8554).",
        verify: "Run `kubectl create service clusterip probe --tcp=80`, then `kubectl patch service probe -p \
                 '{\"spec\":{\"externalIPs\":[\"192.0.2.1\"]}}'`: it must be refused.",
        side_effects: "New services with `externalIPs` are refused, as are new addresses in old ones. Services of \
                       type LoadBalancer are not affected.",
    },
    references: &[Ref::Cis("1.2.3")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    not_running(context, &RULE, "DenyServiceExternalIPs").into_iter().collect()
}
