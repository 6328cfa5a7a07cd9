//! Private images that lie on the node.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::IMAGE_PULL_CREDENTIALS_VERIFICATION_POLICY as POLICY;
use crate::refusal::{gate_is_on, stands};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-image-pull-credentials",
    title: "Pods may use private images of others that lie on the node",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::IMAGE_PULL_CREDENTIALS_VERIFICATION_POLICY, "NeverVerifyPreloadedImages")],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet starts a pod from an image on its disk without checking that the pod holds \
              credentials for it.",
        why: "Whoever may create a pod names the private image of another team, with `imagePullPolicy: \
              IfNotPresent`, and reads its code and the keys baked into it on any node that has it.",
        verify: "Run a pod with a private image that the node has, without its pull secret: its status must be \
              `ErrImagePull` or `ImagePullBackOff`.",
        side_effects: "Pods that use private images need their pull secret even where the image is already on the node.",
    },
    references: &[],
};

const GATE: &str = "KubeletEnsureSecretPulledImages";
/// The default from 1.35 on.
const USUAL: &str = "NeverVerifyPreloadedImages";

fn check(context: &Context<'_>) -> Vec<Hit> {
    // With the gate off the kubelet refuses the setting, which is for another rule to say.
    if gate_is_on(context, GATE) != Some(true) {
        return Vec::new();
    }
    let Some(Value::Text(policy)) = context.value(POLICY) else { return Vec::new() };
    if policy != "NeverVerify" {
        return Vec::new();
    }
    let message = format!("{}. {} Set it to `{USUAL}`.", stands(context, POLICY), RULE.docs.what);
    let title = format!("Set `{}` to `{USUAL}`", POLICY.row().name());
    let risk = "stop pods that use a private image of the node without its pull secret";
    let plan = Plan::new(with_risk(title, risk), Safety::Unsafe, Change::Write(POLICY, USUAL.to_owned()));
    let hit = Hit::new(Category::Insecure, context.place(POLICY), message).about(POLICY);
    vec![hit.confidence(context.confidence(POLICY)).plan(plan)]
}
