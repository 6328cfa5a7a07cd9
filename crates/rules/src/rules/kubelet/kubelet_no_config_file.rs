//! A kubelet that is told everything by flags, nearly all of which are deprecated.

use crate::context::Context;
use crate::effective::Effective;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::ConfigUse;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-no-config-file",
    title: "The kubelet loads no configuration file and depends on deprecated flags",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Nearly every flag that sets something is deprecated in favour of a field of KubeletConfiguration.",
        why: "Without a file the older, open defaults hold for all that no flag sets, and new settings have no flag at \
              all. A release that drops one of the flags keeps the kubelet from starting.",
        verify: "Run `tr '\\0' ' ' < /proc/$(pidof kubelet)/cmdline`: it must show `--config`.",
        side_effects: "With a file the stricter defaults hold: anonymous requests refused, webhook authorization, no \
                       read-only port. Set in the file what you rely on.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let target = context.target;
    let loads_none = target.config_use == ConfigUse::None && target.missing_directory.is_none();
    let Some(at) = target.command.as_ref().filter(|_| loads_none).map(|command| command.executable) else {
        return Vec::new();
    };
    let deprecated: Vec<(&Effective, String)> = context
        .computed
        .settings
        .iter()
        .filter_map(|effective| Some((effective, label(context, effective)?)))
        .collect();
    let count = match deprecated.len() {
        0 => "Each setting needs a flag, and nearly all flags are".to_owned(),
        1 => "1 flag on this command line is".to_owned(),
        count => format!("{count} flags on this command line are"),
    };
    let message = format!(
        "The kubelet loads no configuration file. {count} deprecated. Write the settings into a KubeletConfiguration and \
         give it with `--config`."
    );
    let hit = Hit::new(Category::Deprecated, at.unwrap_or(target.anchor), message);
    let related = deprecated.into_iter().filter_map(|(effective, label)| {
        let place = context.winner(effective.setting)?.name;
        Some((place, label))
    });
    vec![related.fold(hit, |hit, (place, label)| hit.related(place, label))]
}

/// What is said at the flag; nothing for one that is not deprecated or has no field.
fn label(context: &Context<'_>, effective: &Effective) -> Option<String> {
    let row = effective.setting.row();
    let lives = effective.is_written() && row.flag_life.is_deprecated_in(context.version);
    let since = row.flag_life.deprecated_words().filter(|_| lives && row.has_field(context.version))?;
    Some(format!("`--{}` is deprecated since {since}; the field is `{}`", row.flag, row.field))
}
