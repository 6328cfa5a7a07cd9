//! An API server that acts as another release.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::refusal::refusal;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-emulated-version",
    title: "The release to emulate is not one that the API server can emulate",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The API server emulates its own release or an older one, and what goes with emulation is only \
              accepted with it.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Features and APIs are those of the emulated release.",
    },
    references: &[],
};

const VERSION: SettingId = settings::EMULATED_VERSION;
const WITH_IT: [SettingId; 2] =
    [settings::EMULATION_FORWARD_COMPATIBLE, settings::RUNTIME_CONFIG_EMULATION_FORWARD_COMPATIBLE];

fn check(context: &Context<'_>) -> Vec<Hit> {
    newer(context).into_iter().chain(without(context)).collect()
}

fn newer(context: &Context<'_>) -> Option<Hit> {
    let value = context.value(VERSION).filter(|_| context.is_written(VERSION))?;
    let minor = |item: &str| {
        let (component, version) = item.split_once('=').unwrap_or(("kube", item));
        let minor = version.strip_prefix("1.")?.split('.').next()?.parse::<u8>().ok()?;
        (component == "kube").then_some(minor)
    };
    let beyond = value.items().iter().find(|item| minor(item).is_some_and(|minor| minor > context.version.0))?;
    let message = format!(
        "`--{}` is `{beyond}`, which is newer than {}, the release of the API server, so it exits. Name an older one.",
        VERSION.row().flag,
        context.version
    );
    Some(refusal(context, &[VERSION], message))
}

fn without(context: &Context<'_>) -> Vec<Hit> {
    if context.is_present(VERSION) != Some(false) {
        return Vec::new();
    }
    let on = WITH_IT.into_iter().filter(|setting| context.is_true(*setting) == Some(true));
    let hit = |setting: SettingId| {
        let message = format!(
            "{}, but `--{}` is not set. Without a release to emulate the API server exits. Remove the flag.",
            context.found(setting),
            VERSION.row().flag
        );
        refusal(context, &[setting], message)
    };
    on.map(hit).collect()
}
