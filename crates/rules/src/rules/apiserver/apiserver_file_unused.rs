//! Files that stand beside the API server and that it does not read.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::object::ObjectKind;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-file-unused",
    title: "A file was written for the API server, and no flag names it",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The API server reads an audit policy, keys and other configuration only from files that its flags name.",
        why: "The file looks as if it protected something: nothing is logged, encrypted or refused because of it.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep config`: it must print \
                 the flag with the file.",
        side_effects: "What the file says takes effect. It must be mounted into the API server's pod.",
    },
    references: &[],
};

/// Kinds of files and the flag that names each.
const FILES: [(ObjectKind, SettingId); 5] = [
    (ObjectKind::AdmissionConfiguration, settings::ADMISSION_CONTROL_CONFIG_FILE),
    (ObjectKind::AuditPolicy, settings::AUDIT_POLICY_FILE),
    (ObjectKind::AuthenticationConfiguration, settings::AUTHENTICATION_CONFIG),
    (ObjectKind::AuthorizationConfiguration, settings::AUTHORIZATION_CONFIG),
    (ObjectKind::EncryptionConfiguration, settings::ENCRYPTION_PROVIDER_CONFIG),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    // With several API servers the file may be for another one.
    if context.neighbours.apiservers() != 1 {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for file in context.neighbours.objects() {
        let Some((_, flag)) = FILES.iter().find(|(kind, _)| *kind == file.object.kind) else { continue };
        // A release without the flag does not read the file either; its version says so.
        if context.effective(*flag).is_none() || context.is_present(*flag) != Some(false) {
            continue;
        }
        let message = format!(
            "`--{}` is not set, so the API server does not read this file. Name the file with it.",
            flag.row().flag
        );
        let hit = Hit::new(Category::Conflict, file.anchor(), message).about(*flag);
        hits.push(
            hit.related(context.place(*flag), "the command without the flag").confidence(context.confidence(*flag)),
        );
    }
    hits
}
