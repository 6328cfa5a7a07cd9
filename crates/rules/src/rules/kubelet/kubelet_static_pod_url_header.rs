//! Credentials on the command line.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::knowledge::kubelet::STATIC_POD_URL_HEADER as HEADERS;
use crate::report::{Category, Layer, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-static-pod-url-header",
    title: "A credential stands on the kubelet's command line",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Every user of the node reads command lines with `ps`, and the unit with `systemctl cat`.",
        why: "With that header anyone fetches the manifests of the static pods, and perhaps changes them: they run on the \
              node without admission.",
        verify: "Run `tr '\\0' '\\n' </proc/$(pidof kubelet)/cmdline | grep -i header`: it must print nothing.",
        side_effects: "None. Make a new credential, since the old one was readable.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let value = context.value(HEADERS);
    let secret = value.iter().flat_map(|value| value.pairs()).find(|(name, _)| is_credential(name));
    let on_command = context.winner(HEADERS).is_some_and(|winner| winner.layer != Layer::File);
    let Some((name, _)) = secret.filter(|_| on_command) else { return Vec::new() };
    let message = format!(
        "`--manifest-url-header` holds `{name}`. {} Move it to `staticPodURLHeader` in the configuration file, which only \
         root needs to read.",
        RULE.docs.what
    );
    let hit = Hit::new(Category::Insecure, context.place(HEADERS), message).about(HEADERS);
    let hit = hit.confidence(context.confidence(HEADERS));
    if context.target.configs.is_empty() {
        return vec![hit];
    }
    let title = "Move the headers to `staticPodURLHeader` in the configuration file";
    vec![hit.plan(Plan::new(title, Safety::Safe, Change::Move(HEADERS)))]
}

fn is_credential(header: &str) -> bool {
    let name = header.trim().to_ascii_lowercase();
    ["authorization", "token", "cookie", "secret", "api-key", "apikey"].iter().any(|part| name.contains(part))
}
