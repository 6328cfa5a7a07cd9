//! Paths of the kubelet in places where anyone may write.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kubelet as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-path-in-tmp",
    title: "The kubelet trusts a place where every user may write",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Every user and every service of the node may create files in that place.",
        why: "A process without rights puts a static pod, a volume driver, a configuration or a certificate there, or \
              waits until the file is cleaned away and makes it anew. The kubelet acts on it as root.",
        verify: "Run `ls -ld` on the path and on each folder above it: only root may write.",
        side_effects: "What lies there has to move. Pods whose volumes are in an old root directory have to be drained \
                       first.",
    },
    references: &[],
};

/// Paths, and what the kubelet does with what it finds there.
const PATHS: [(SettingId, &str); 13] = [
    (settings::STATIC_POD_PATH, "It runs every pod that it finds there, without admission."),
    (settings::VOLUME_PLUGIN_DIR, "It runs every driver that it finds there as root."),
    (settings::IMAGE_CREDENTIAL_PROVIDER_BIN_DIR, "It runs the programs of that folder as root."),
    (settings::CONFIG, "It takes its whole configuration from there."),
    (settings::CONFIG_DIR, "It merges every drop-in of that folder over its configuration."),
    (settings::KUBECONFIG, "It obeys the API server that this file names."),
    (settings::BOOTSTRAP_KUBECONFIG, "It obeys the API server that this file names."),
    (settings::ROOT_DIR, "It keeps the volumes of all pods there, secrets among them."),
    (settings::CERT_DIR, "It keeps its keys and certificates there."),
    (settings::AUTHENTICATION_X509_CLIENT_CA_FILE, "It lets in whom the CA in that file vouches for."),
    (settings::TLS_CERT_FILE, "It serves with the certificate in that file."),
    (settings::TLS_PRIVATE_KEY_FILE, "Its private key is that file."),
    (settings::IMAGE_CREDENTIAL_PROVIDER_CONFIG, "That file says which programs it runs for credentials."),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    PATHS.iter().filter_map(|(setting, use_of)| judge(context, *setting, use_of)).collect()
}

fn judge(context: &Context<'_>, setting: SettingId, use_of: &str) -> Option<Hit> {
    let Some(Value::Text(path)) = context.value(setting) else { return None };
    let open = open_place(&path)?;
    let message = format!(
        "{}. {use_of} Every user of the node may write to `{open}`. Use a folder where only root may.",
        context.found(setting)
    );
    let hit = Hit::new(Category::Insecure, context.place(setting), message).about(setting);
    Some(hit.confidence(context.confidence(setting)))
}

/// The place that holds the path and is open to every user of a usual Linux system.
pub(in crate::rules) fn open_place(path: &str) -> Option<&'static str> {
    const OPEN: [&str; 4] = ["/tmp", "/var/tmp", "/dev/shm", "/run/shm"];
    let below = |place: &str| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    OPEN.into_iter().find(|place| below(place))
}
