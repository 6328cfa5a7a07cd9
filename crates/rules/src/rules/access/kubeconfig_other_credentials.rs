//! Credentials in a node's file that the kubelet does not use.

use crate::access::kubeconfig::{Kubeconfig, Reader};
use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-other-credentials",
    title: "The node's kubeconfig holds credentials that the kubelet does not use",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: "take it from someone who uses it by hand" },
    docs: Docs {
        what: "The kubelet uses the user of the current context and no other, but all of them lie on the node.",
        why: "Whoever becomes root on one node, by way of one container, takes every credential in the file. One of an \
              administrator gives away the cluster.",
        verify: "Run `kubectl --kubeconfig FILE config get-users`: it must print one name.",
        side_effects: "None for the kubelet. Somebody may use the other contexts by hand on the node.",
    },
    references: &[],
};

const SECRETS: &[&str] = &["token", "password", "client-key-data"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some(user) = config.user.filter(|_| config.reader == Reader::Kubelet) else { return Vec::new() };
    let Some(list) = context.value(&["users"]) else { return Vec::new() };
    let others = context.items(list).iter().enumerate().filter(|(_, item)| **item != user.item);
    others.filter_map(|(order, item)| hit(context, &config, (list, order, *item))).collect()
}

fn hit(context: &ObjectContext<'_>, config: &Kubeconfig<'_>, at: (NodeId, usize, NodeId)) -> Option<Hit> {
    let (list, order, item) = at;
    let body = context.at(item, &["user"])?;
    let secret = SECRETS.iter().find(|key| config.written(body, key).is_some())?;
    let name = context.text_at(item, &["name"])?;
    let message = format!(
        "The user `{name}` holds `{secret}`, and no current context uses it here. Whoever takes this node takes it \
         along. Remove the user."
    );
    let place = context.place(context.key_of(body, secret)?);
    let hit = config.hit(Category::Insecure, place, "users[].user", message);
    let title = format!("Remove the user `{name}` (may take it from someone who uses it by hand)");
    let change = context.remove_item(list, order);
    Some(hit.plans(change.map(|change| Plan::new(title, Safety::Unsafe, change))))
}
