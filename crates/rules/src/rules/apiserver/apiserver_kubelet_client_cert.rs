//! The certificate that the API server shows to kubelets.

use crate::context::{Context, text_holds_placeholder};
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-kubelet-client-cert",
    title: "The API server has no client certificate for kubelets",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[
        (
            crate::knowledge::kube_apiserver::KUBELET_CLIENT_CERTIFICATE,
            "/etc/kubernetes/pki/apiserver-kubelet-client.crt",
        ),
        (crate::knowledge::kube_apiserver::KUBELET_CLIENT_KEY, "/etc/kubernetes/pki/apiserver-kubelet-client.key"),
    ],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/REPLACE-ME.crt" },
    docs: Docs {
        what: "Without a certificate and its key the API server is an anonymous client of every kubelet.",
        why: "Either the kubelets refuse it, and `kubectl logs` and `exec` fail, or they have been opened to anonymous \
              requests to make these work. Then everyone on the network can run commands in pods.",
        verify: "Run `kubectl logs` for a pod on each node while the kubelets refuse anonymous requests: each must \
                 answer.",
        side_effects: "The CA of the certificate must be the `clientCAFile` of the kubelets, and its user needs the \
                       role `system:kubelet-api-admin`, unless it is in `kubeadm:cluster-admins` or \
                       `system:masters`.",
    },
    references: &[Ref::Cis("1.2.4"), Ref::Stig("V-245544")],
};

/// The certificate and its key.
const PAIR: [(SettingId, &str); 2] = [
    (settings::KUBELET_CLIENT_CERTIFICATE, "/etc/kubernetes/pki/REPLACE-ME.crt"),
    (settings::KUBELET_CLIENT_KEY, "/etc/kubernetes/pki/REPLACE-ME.key"),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    missing_of_pair(context, PAIR, RULE.docs.what, "The API server ignores it and stays anonymous.")
        .into_iter()
        .collect()
}

/// The hit for a certificate or key that is not named, with a plan that inserts placeholders for what is missing.
/// `half` is what the API server makes of one without the other.
pub(super) fn missing_of_pair(
    context: &Context<'_>,
    pair: [(SettingId, &str); 2],
    what: &str,
    half: &str,
) -> Option<Hit> {
    let missing: Vec<_> = pair.into_iter().filter(|(id, _)| context.is_present(*id) == Some(false)).collect();
    let (first, _) = *missing.first()?;
    let [(certificate, _), (key, _)] = pair;
    let flags: Vec<String> = missing.iter().map(|(id, _)| format!("`--{}`", id.row().flag)).collect();
    let names = flags.join(" and ");
    let wanted = format!("Set both `--{}` and `--{}`.", certificate.row().flag, key.row().flag);
    let message = match missing.as_slice() {
        [(only, _)] if let Some((other, _)) = pair.iter().find(|(id, _)| context.is_present(*id) == Some(true)) => {
            let other = other.row().flag;
            format!("{}, although `--{other}` is given. {half} {wanted}", context.found(*only))
        }
        [(only, _)] => format!("{}. {what} {wanted}", context.found(*only)),
        _ => format!("{names} are not set. {what} {wanted}"),
    };
    let category = if context.is_written(first) { Category::Insecure } else { Category::Missing };
    let hit = Hit::new(category, context.place(first), message).about(first).confidence(context.confidence(first));
    let open = missing.iter().filter(|(id, _)| !context.value(*id).as_ref().is_some_and(text_holds_placeholder));
    let changes: Vec<Change> = open.map(|(id, placeholder)| Change::Write(*id, (*placeholder).to_owned())).collect();
    if changes.is_empty() {
        return Some(hit);
    }
    let title = format!("Insert {names} with a placeholder for you to replace");
    Some(hit.plan(Plan { title, safety: Safety::Manual, changes }))
}
