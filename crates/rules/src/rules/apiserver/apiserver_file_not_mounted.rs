//! Files that flags name and the API server's container does not see.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::mounts::{Mount, Mounts};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, PLACEHOLDER, Ref, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-file-not-mounted",
    title: "A flag names a file that the API server's container does not see",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A container sees only those files of the host that its `volumeMounts` name.",
        why: "The API server exits when a file is not there, so the control plane is down. An audit log that is not \
              mounted is written inside the container and lost with it.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`. For the log run `tail -n 1` on it on the host.",
        side_effects: "None. The file must be there on the host.",
    },
    references: &[Ref::Cis("3.2.1")],
};

/// Settings that name files which must be there.
pub(super) const FILES: &[SettingId] = &[
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

/// Most files that are looked for among the mounts.
const MOST: usize = 100;

/// Directories of the image itself, and what is mounted without being named.
const INSIDE: &[&str] = &["/etc/ssl/", "/usr/", "/dev/", "/proc/", "/tmp/", "/var/run/secrets/", "/run/secrets/"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(mounts) = &context.target.mounts else { return Vec::new() };
    let mut hits: Vec<Hit> =
        named_files(context).filter_map(|(setting, path)| file(context, mounts, setting, &path)).collect();
    hits.extend(log(context, mounts));
    hits
}

/// The files that settings name, each with its setting.
pub(super) fn named_files(context: &Context<'_>) -> impl Iterator<Item = (SettingId, String)> {
    let named = |setting: &SettingId| {
        let value = context.value(*setting).filter(|_| context.is_written(*setting));
        let setting = *setting;
        value.into_iter().flat_map(move |value| paths(&value).into_iter().map(move |path| (setting, path)))
    };
    FILES.iter().flat_map(named).filter(|(_, path)| is_on_host(path)).take(MOST)
}

/// The files that a value names.
pub(super) fn paths(value: &Value) -> Vec<String> {
    match value {
        Value::Text(path) => vec![path.clone()],
        value => value.items().to_vec(),
    }
}

fn is_on_host(path: &str) -> bool {
    path.starts_with('/') && !path.contains(PLACEHOLDER) && !INSIDE.iter().any(|inside| path.starts_with(inside))
}

fn file(context: &Context<'_>, mounts: &Mounts, setting: SettingId, path: &str) -> Option<Hit> {
    let flag = setting.row().flag;
    let place = context.place_of_part(setting, path);
    let hit = |message: String| {
        Hit::new(Category::Conflict, place, message).about(setting).confidence(context.confidence(setting))
    };
    match mounts.of(path) {
        None => {
            let message = format!(
                "`--{flag}` is `{path}`, and no entry of `volumeMounts` holds it. The API server does not find it and \
                 exits. Mount it from the host."
            );
            let title =
                with_risk(format!("Mount `{path}` from the host"), "keep the pod from starting if it is not there");
            let plan = mount_plan(context, mounts, path, "File", title, Safety::Unsafe);
            Some(hit(message).related(mounts.anchor, "what is mounted").plans(plan))
        }
        Some(mount) if mount.path == path && is_directory(mount) => {
            let kind = mount.host_type.as_deref().unwrap_or_default();
            let message = format!(
                "`--{flag}` is `{path}`, where a volume of type `{kind}` is mounted. A directory cannot be read as a \
                 file, so the API server exits. Write `File`."
            );
            Some(hit(message).related(mount.at, "the mount"))
        }
        Some(_) => None,
    }
}

fn is_directory(mount: &Mount) -> bool {
    matches!(mount.host_type.as_deref(), Some("Directory" | "DirectoryOrCreate"))
}

/// The audit log, which is written.
fn log(context: &Context<'_>, mounts: &Mounts) -> Option<Hit> {
    let setting = settings::AUDIT_LOG_PATH;
    let path = context.value(setting).filter(|_| context.is_written(setting))?.to_string();
    if !path.starts_with('/') || path.contains(PLACEHOLDER) || path.starts_with("/dev/") || path.starts_with("/proc/") {
        return None;
    }
    let hit = |message: String| {
        let hit = Hit::new(Category::Conflict, context.place(setting), message).about(setting);
        hit.confidence(context.confidence(setting))
    };
    match mounts.of(&path) {
        None => {
            let (directory, _) = path.rsplit_once('/').filter(|(directory, _)| !directory.is_empty())?;
            let message = format!(
                "`--audit-log-path` is `{path}`, and no entry of `volumeMounts` holds it. The log is written inside \
                 the container and lost with it. Mount `{directory}` from the host."
            );
            let title = format!("Mount `{directory}` from the host");
            let plan = mount_plan(context, mounts, directory, "DirectoryOrCreate", title, Safety::Safe);
            let hit = hit(message).severity(Severity::Medium).related(mounts.anchor, "what is mounted");
            Some(hit.plans(plan))
        }
        Some(mount) if mount.read_only => {
            let message = format!(
                "`--audit-log-path` is `{path}`, in a mount that may only be read. The API server cannot write it and \
                 exits. Set `readOnly` to `false`."
            );
            Some(hit(message).related(mount.at, "the mount"))
        }
        Some(_) => None,
    }
}

/// The plan that mounts a path of the host at the same place of the container.
fn mount_plan(
    context: &Context<'_>,
    mounts: &Mounts,
    path: &str,
    kind: &str,
    title: String,
    safety: Safety,
) -> Option<Plan> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
    let volumes = mounts.volumes.filter(|_| path.chars().all(plain))?;
    let name = free_name(mounts, path)?;
    let read_only = kind == "File";
    let (mount, volume) = if context.neighbours.is_json(mounts.part) {
        let flag = if read_only { ", \"readOnly\": true" } else { "" };
        (
            format!("{{\"name\": \"{name}\", \"mountPath\": \"{path}\"{flag}}}"),
            format!("{{\"name\": \"{name}\", \"hostPath\": {{\"path\": \"{path}\", \"type\": \"{kind}\"}}}}"),
        )
    } else {
        let flag = if read_only { ", readOnly: true" } else { "" };
        (
            format!("{{name: {name}, mountPath: {path}{flag}}}"),
            format!("{{name: {name}, hostPath: {{path: {path}, type: {kind}}}}}"),
        )
    };
    let changes: Vec<Change> = vec![
        context.neighbours.append_item(mounts.part, mounts.list, &mount)?,
        context.neighbours.append_item(mounts.part, volumes, &volume)?,
    ];
    Some(Plan { title, safety, changes })
}

/// A name for the volume of a path, which no other volume has.
fn free_name(mounts: &Mounts, path: &str) -> Option<String> {
    let last = path.rsplit('/').next()?;
    let letters = last.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    let name: String = letters.take(60).collect();
    let name = name.trim_matches('-').to_owned();
    let taken = |name: &String| mounts.names.contains(name);
    let names = std::iter::once(name.clone()).chain((2..10).map(|number| format!("{name}-{number}")));
    names.into_iter().find(|name| !name.is_empty() && !taken(name))
}
