//! Capabilities that the API server does not need.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::runner::Fact;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-pod-capabilities",
    title: "The API server's container has capabilities that it does not need",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The API server needs no capability but `NET_BIND_SERVICE`, and that one only for a port below 1024.",
        why: "A capability such as `SYS_ADMIN` or `NET_ADMIN` turns code that runs in the API server into control of \
              the node.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -A3 capabilities`: it \
                 must print nothing more than `NET_BIND_SERVICE`.",
        side_effects: "None known.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let added = context.target.pod.iter().flat_map(|pod| &pod.capabilities);
    let needless = |fact: &&Fact| {
        let name = fact.text.to_ascii_uppercase();
        name.trim_start_matches("CAP_") != "NET_BIND_SERVICE"
    };
    let hit = |fact: &Fact| {
        let message = format!("The container adds `{}`. {} Remove it.", fact.text, RULE.docs.what);
        Hit::new(Category::Insecure, fact.at, message).about_name("securityContext.capabilities.add")
    };
    added.filter(needless).map(hit).collect()
}
