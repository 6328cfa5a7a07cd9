//! A file of encryption keys that is to be read again, and is not named.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::refusal::refusal;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-encryption-reload",
    title: "Encryption keys are to be reloaded and none are named, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`--encryption-provider-config-automatic-reload` is only accepted together with \
              `--encryption-provider-config`.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Without a file of keys secrets stay in clear text in etcd. Better than to remove the flag is to \
              name the file.",
    },
    references: &[],
};

const RELOAD: SettingId = settings::ENCRYPTION_PROVIDER_CONFIG_AUTOMATIC_RELOAD;
const FILE: SettingId = settings::ENCRYPTION_PROVIDER_CONFIG;

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_true(RELOAD) != Some(true) || context.is_present(FILE) != Some(false) {
        return Vec::new();
    }
    let (reload, file) = (RELOAD.row().flag, FILE.row().flag);
    let message = format!(
        "{}, but `--{file}` is not set, so the API server exits. Name the file, or remove the flag.",
        context.found(RELOAD)
    );
    let plan = Plan::new(format!("Remove `--{reload}`"), Safety::Safe, Change::Unset(RELOAD));
    vec![refusal(context, &[RELOAD, FILE], message).plan(plan)]
}
