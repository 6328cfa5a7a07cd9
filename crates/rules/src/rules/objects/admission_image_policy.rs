//! The webhook that decides which images run.

use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;

use super::admission_plugins_config::configuration;

/// The rule.
pub static RULE: Rule = Rule {
    id: "admission-image-policy",
    title: "Images run unchecked while the image policy webhook does not answer",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AdmissionConfiguration], check),
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "`defaultAllow: true` admits every image when the webhook of `ImagePolicyWebhook` cannot be reached.",
        why: "Whoever can stop the webhook, or its network, runs any image: a load on it or a deleted pod is enough.",
        verify: "Stop the webhook and run `kubectl run probe --image=nginx --dry-run=server`: it must be refused.",
        side_effects: "No pod is admitted while the webhook is down, those of the webhook itself included. Run it \
                       outside the cluster or several times.",
    },
    references: &[],
};

const RISK: &str = "refuse all new pods while the webhook is down";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let policy = configuration(context, "ImagePolicyWebhook").and_then(|found| context.at(found, &["imagePolicy"]));
    policy.and_then(|policy| open(context, policy)).into_iter().collect()
}

fn open(context: &ObjectContext<'_>, policy: NodeId) -> Option<Hit> {
    let node = context.at(policy, &["defaultAllow"])?;
    if context.is_true(node) != Some(true) {
        return None;
    }
    let message = "`defaultAllow` is `true`: while the webhook does not answer, every image runs. Set it to `false`.";
    let at = context.place_of(policy, &["defaultAllow"]);
    let hit = context.hit(Category::Insecure, at, "plugins[].configuration.imagePolicy.defaultAllow", message);
    let title = with_risk("Set `defaultAllow` to `false`".to_owned(), RISK);
    Some(hit.plans(context.replace(node, "false").map(|change| Plan::new(title, Safety::Unsafe, change))))
}
