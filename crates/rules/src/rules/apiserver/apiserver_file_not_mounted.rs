//! Files that flags name and the container does not see.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Confidence, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::surroundings::{Pod, is_below};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-file-not-mounted",
    title: "A flag names a file that is not mounted into the container, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A container sees only what `volumeMounts` gives it, and no mount holds that path.",
        why: "The API server does not find the file and exits, again and again: the control plane is down, and with it \
              the protection that the flag was to bring.",
        verify: "Run `crictl logs $(crictl ps -a --name kube-apiserver -q | head -1)` on the node: it must not print \
                 \"no such file or directory\".",
        side_effects: "None, when only the file or its own folder is mounted, read-only.",
    },
    references: &[],
};

/// Settings whose value is a file that must exist when the API server starts.
pub(super) const FILES: [SettingId; 27] = [
    settings::ADMISSION_CONTROL_CONFIG_FILE,
    settings::AUDIT_POLICY_FILE,
    settings::AUDIT_WEBHOOK_CONFIG_FILE,
    settings::AUTHENTICATION_CONFIG,
    settings::AUTHENTICATION_TOKEN_WEBHOOK_CONFIG_FILE,
    settings::AUTHORIZATION_CONFIG,
    settings::AUTHORIZATION_POLICY_FILE,
    settings::AUTHORIZATION_WEBHOOK_CONFIG_FILE,
    settings::CLIENT_CA_FILE,
    settings::EGRESS_SELECTOR_CONFIG_FILE,
    settings::ENCRYPTION_PROVIDER_CONFIG,
    settings::ETCD_CAFILE,
    settings::ETCD_CERTFILE,
    settings::ETCD_KEYFILE,
    settings::KUBELET_CERTIFICATE_AUTHORITY,
    settings::KUBELET_CLIENT_CERTIFICATE,
    settings::KUBELET_CLIENT_KEY,
    settings::OIDC_CA_FILE,
    settings::PROXY_CLIENT_CERT_FILE,
    settings::PROXY_CLIENT_KEY_FILE,
    settings::REQUESTHEADER_CLIENT_CA_FILE,
    settings::SERVICE_ACCOUNT_KEY_FILE,
    settings::SERVICE_ACCOUNT_SIGNING_KEY_FILE,
    settings::TLS_CERT_FILE,
    settings::TLS_PRIVATE_KEY_FILE,
    settings::TOKEN_AUTH_FILE,
    settings::TRACING_CONFIG_FILE,
];

/// Folders that images bring along.
const IN_IMAGES: [&str; 3] = ["/etc/ssl", "/usr", "/opt"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    // A manifest without any mount is an excerpt: no API server works without files of its node.
    let Some(pod) = context.target.pod.as_ref().filter(|pod| !pod.mounts.is_empty()) else { return Vec::new() };
    FILES.into_iter().filter_map(|setting| judge(context, pod, setting)).collect()
}

fn judge(context: &Context<'_>, pod: &Pod, setting: SettingId) -> Option<Hit> {
    if context.is_present(setting) != Some(true) {
        return None;
    }
    let path = paths(&context.value(setting)?).into_iter().find(|path| is_missing(pod, path))?;
    let name = setting.row().flag;
    let message =
        format!("`--{name}` names `{path}`. {} The API server exits. Add a volume and a mount for it.", RULE.docs.what);
    // The image may be one of its own, with files in it.
    let hit = Hit::new(Category::Conflict, context.place(setting), message).about(setting);
    Some(hit.confidence(Confidence::Likely).related(pod.anchor, "the container"))
}

fn is_missing(pod: &Pod, path: &str) -> bool {
    path.starts_with('/')
        && !IN_IMAGES.iter().any(|place| is_below(path, place))
        && !pod.mounts.iter().any(|mount| mount.holds(path))
}

/// The files that a value names.
pub(super) fn paths(value: &Value) -> Vec<String> {
    match value {
        Value::Text(path) => vec![path.clone()],
        value => value.items().to_vec(),
    }
}
