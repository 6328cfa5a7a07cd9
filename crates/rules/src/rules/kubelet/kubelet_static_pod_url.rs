//! Static pods fetched over the network.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::STATIC_POD_URL as URL;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

const RISK: &str = "leave the node without these pods when the server does not speak TLS";

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-static-pod-url",
    title: "Static pods are fetched without encryption",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::STATIC_POD_URL, "")],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: "stop the pods that come from there" },
    docs: Docs {
        what: "The kubelet fetches pods from there in plain HTTP and runs whatever comes back, past admission control.",
        why: "Whoever sits on the path, or answers for that name, sends back a privileged pod that mounts the host's \
              disk: the node is theirs at the next fetch.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: `staticPodURL` must be absent or begin with \
                 `https://`.",
        side_effects: "Pods from that address stop when it is removed. With HTTPS, the server needs a certificate that \
                       the node trusts.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(Value::Text(url)) = context.value(URL) else { return Vec::new() };
    let Some((scheme, rest)) = url.split_once("://") else { return Vec::new() };
    if !scheme.eq_ignore_ascii_case("http") {
        return Vec::new();
    }
    let message = format!(
        "{}. {} Put the manifests into `staticPodPath`, or fetch them over `https://`.",
        context.found(URL),
        RULE.docs.what
    );
    let name = context.target_spelling(URL);
    let secured = Plan::new(
        with_risk(format!("Fetch `{name}` over HTTPS"), RISK),
        Safety::Unsafe,
        Change::Write(URL, format!("https://{rest}")),
    );
    let removed = Plan::new(
        with_risk(format!("Remove `{name}`"), "stop the pods that come from there"),
        Safety::Unsafe,
        Change::Unset(URL),
    );
    let hit = Hit::new(Category::Insecure, context.place(URL), message).about(URL).confidence(context.confidence(URL));
    vec![hit.plan(secured).plan(removed)]
}
