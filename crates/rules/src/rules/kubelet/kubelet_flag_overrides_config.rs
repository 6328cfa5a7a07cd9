//! A flag and the configuration file that disagree.

use crate::context::{Context, spelling};
use crate::equality::same;
use crate::finding::Hit;
use crate::knowledge::kubelet::{
    AUTHENTICATION_ANONYMOUS_ENABLED, AUTHENTICATION_WEBHOOK_ENABLED, AUTHENTICATION_X509_CLIENT_CA_FILE,
    AUTHORIZATION_MODE, READ_ONLY_PORT,
};
use crate::knowledge::{Component, Repeat, SettingId};
use crate::report::{Category, Layer, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::{FieldUse, Reading};
use crate::value::{Value, bool_of};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-flag-overrides-config",
    title: "A flag overrides the configuration file",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The flag wins, so the file does not say what is in force.",
        why: "Whoever reviews or corrects the file believes the wrong value, and a hardened file has no effect while a \
              leftover flag contradicts it.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show the value of the file.",
        side_effects: "When the flag goes, the value of the file takes effect. Make sure first that it is the one you \
                       want.",
    },
    references: &[],
};

/// Settings that decide who gets in.
const ACCESS: [SettingId; 5] = [
    AUTHENTICATION_ANONYMOUS_ENABLED,
    AUTHENTICATION_WEBHOOK_ENABLED,
    AUTHENTICATION_X509_CLIENT_CA_FILE,
    AUTHORIZATION_MODE,
    READ_ONLY_PORT,
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let fields = context.target.configs.iter().flat_map(|config| &config.fields);
    let loses = |field: &&FieldUse| context.winner(field.setting).is_some_and(|winner| winner.layer != Layer::File);
    let mut strongest: Vec<&FieldUse> = Vec::new();
    for field in fields.filter(loses).filter(|field| matches!(field.reading, Reading::Value(_))) {
        strongest.retain(|other| other.setting != field.setting);
        strongest.push(field);
    }
    strongest.into_iter().filter_map(|field| hit(context, field)).collect()
}

fn hit(context: &Context<'_>, field: &FieldUse) -> Option<Hit> {
    let setting = field.setting;
    let winner = context.winner(setting)?;
    let (flag, file) = conflict(setting, &context.value(setting)?, &field.reading)?;
    let name = setting.row().name();
    let message = format!(
        "`{}` is `{flag}` on the command line, but `{name}` is `{file}` in the configuration file. {} Keep one of the \
         two, best the one in the file.",
        spelling(setting, winner),
        RULE.docs.what
    );
    let severity = if ACCESS.contains(&setting) { Severity::Medium } else { Severity::Low };
    // Named and not `about` the setting: whether the winning value is good is for other rules to say.
    let hit = Hit::new(Category::Conflict, winner.whole(), message)
        .about_name(name)
        .severity(severity)
        .confidence(context.confidence(setting));
    Some(hit.related(field.value, format!("`{file}` loses")))
}

/// What wins and what loses, for people.
fn conflict(setting: SettingId, winning: &Value, reading: &Reading) -> Option<(String, String)> {
    let Reading::Value(file) = reading else { return None };
    match setting.row().repeat {
        // A flag cannot switch off what the file switches on.
        Repeat::EitherTrue => None,
        Repeat::MergesOverFile => file.pairs().iter().find_map(|(key, value)| {
            let (_, other) = winning.pairs().iter().find(|(name, _)| name == key)?;
            (bool_of(other) != bool_of(value)).then(|| (format!("{key}={other}"), format!("{key}={value}")))
        }),
        Repeat::LastWins | Repeat::Appends | Repeat::Merges => {
            (!same(setting.row(), file, winning)).then(|| (shown(winning), shown(file)))
        }
    }
}

fn shown(value: &Value) -> String {
    if value.is_blank() { "(empty)".to_owned() } else { value.to_string() }
}
