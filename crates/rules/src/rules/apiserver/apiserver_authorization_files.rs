//! Authorization modes and the files that they read.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::refusal::refusal;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-authorization-files",
    title: "An authorization mode and its file do not go together, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Mode `ABAC` needs its policy file and mode `Webhook` its configuration, neither file goes \
              without its mode, and no mode is named twice.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "The API server starts again, with the values that you write.",
    },
    references: &[],
};

const MODE: SettingId = settings::AUTHORIZATION_MODE;

/// A mode and the file that it reads.
const FILES: [(&str, SettingId); 2] =
    [("ABAC", settings::AUTHORIZATION_POLICY_FILE), ("Webhook", settings::AUTHORIZATION_WEBHOOK_CONFIG_FILE)];

fn check(context: &Context<'_>) -> Vec<Hit> {
    // A file of authorizers takes the place of the modes.
    if context.is_present(settings::AUTHORIZATION_CONFIG) != Some(false) {
        return Vec::new();
    }
    let Some(value) = context.value(MODE) else { return Vec::new() };
    let modes = value.items();
    let pair = |(mode, file): &(&str, SettingId)| {
        let (named, given) = (modes.iter().any(|found| found == mode), context.is_present(*file)?);
        let flag = file.row().flag;
        let message = match (named, given) {
            (true, false) => format!(
                "`--authorization-mode` names `{mode}`, but `--{flag}` is not set, so the API server exits. Name the \
                 file, or remove the mode."
            ),
            (false, true) => format!(
                "`--{flag}` is set, but `--authorization-mode` does not name `{mode}`, so the API server exits. Remove \
                 the file, or add the mode."
            ),
            _ => return None,
        };
        let first = if named { [MODE, *file] } else { [*file, MODE] };
        Some(refusal(context, &first, message))
    };
    FILES.iter().filter_map(pair).chain(twice(context, modes)).collect()
}

fn twice(context: &Context<'_>, modes: &[String]) -> Option<Hit> {
    let mut rest = modes.iter().enumerate();
    let (_, mode) = rest.find(|(at, mode)| modes.iter().take(*at).any(|earlier| earlier == *mode))?;
    let message = format!(
        "`--authorization-mode` names `{mode}` twice. Repeated flags add to each other, and the API server exits. \
         Keep one."
    );
    Some(refusal(context, &[MODE], message))
}
