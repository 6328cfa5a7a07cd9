//! A client that does not check who the API server is.

use crate::access::kubeconfig::Kubeconfig;
use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-insecure-skip-tls-verify",
    title: "Nobody checks the certificate of the API server",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The client takes any certificate for the API server's.",
        why: "Whoever is on the path between node and API server answers in its place, reads the token that the \
              client sends, and tells the kubelet which pods to run as root.",
        verify: "Run `kubectl --kubeconfig FILE config view --minify -o \
                 jsonpath='{.clusters[0].cluster.insecure-skip-tls-verify}'`: it must print nothing.",
        side_effects: "The client needs a `certificate-authority` that has signed the API server's certificate, and an \
                       address that the certificate names.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    if config.skips_verification() != Some(true) {
        return Vec::new();
    }
    let Some(cluster) = config.cluster else { return Vec::new() };
    let message = "`insecure-skip-tls-verify` is `true`. The client takes any certificate for the API server's, so \
                   whoever is on the path answers in its place. Remove it and name the `certificate-authority`.";
    let at = context.place_of(cluster.body, &["insecure-skip-tls-verify"]);
    let hit = config.hit(Category::Insecure, at, "clusters[].cluster.insecure-skip-tls-verify", message);
    // Beside an authority the file is refused, and without the switch it works. Alone, the authority is for its
    // owner to name.
    let change = context.remove_entry(cluster.body, "insecure-skip-tls-verify").filter(|_| config.has_authority());
    vec![hit.plans(change.map(|change| Plan::new("Remove `insecure-skip-tls-verify`", Safety::Safe, change)))]
}
