//! Flags that still work and are going away.

use crate::context::Context;
use crate::effective::Effective;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::report::{Category, Layer, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::ConfigUse;

/// A node's `config.yaml` comes from one object for the whole cluster.
const RISK: &str = "be undone on a node of kubeadm, whose next upgrade rewrites the file";

/// The rule.
pub static RULE: Rule = Rule {
    id: "deprecated-flag",
    title: "The flag is deprecated",
    severity: Severity::Info,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The component still reads the flag and logs a warning at each start.",
        why: "A release that drops the flag makes it an unknown one, and the component exits after the upgrade. The \
              kubelet's flags also win over its configuration file, so whoever edits the file does not see what holds.",
        verify: "Run `journalctl -u kubelet`, or read the API server container's log, after a restart: no line may say \
                 \"has been deprecated\" of the flag.",
        side_effects: "The setting keeps its value and comes from the configuration file. On a node of kubeadm, change \
                       the kubelet-config ConfigMap too: an upgrade rewrites the file from it.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let deprecated = context.computed.settings.iter().filter(|effective| {
        effective.is_written() && effective.setting.row().flag_life.is_deprecated_in(context.version)
    });
    deprecated.filter_map(|effective| hit(context, effective)).collect()
}

/// One hit per setting: a flag that is repeated is one thing to move.
fn hit(context: &Context<'_>, effective: &Effective) -> Option<Hit> {
    let setting = effective.setting;
    let row = setting.row();
    let winner = context.winner(setting).filter(|winner| winner.layer != Layer::File)?;
    let since = row.flag_life.deprecated_words()?;
    let until = match row.flag_life.removed_words() {
        Some(removed) => format!("It is gone in {removed}."),
        None => "No release is known to drop it.".to_owned(),
    };
    let field = Some(row.field).filter(|_| row.has_field(context.version));
    if field.is_some() && context.target.config_use == ConfigUse::None {
        // There is no file to move it to; a rule of its own speaks of all such flags at once.
        return None;
    }
    let advice = match (row.replacement, field) {
        ("", Some(field)) => format!(" Set `{field}` in the configuration file instead."),
        ("" | "none", _) => String::new(),
        (words, _) => match words.strip_prefix("none: ") {
            Some(why) => format!(" Nothing replaces it ({why})."),
            None => format!(" What replaces it: `{words}`."),
        },
    };
    let message = format!("`--{}` is deprecated since {since}. {until}{advice}", row.flag);
    let mut hit = Hit::new(Category::Deprecated, winner.whole(), message).about(setting);
    if row.flag_life.removed.is_some() {
        hit = hit.severity(Severity::Low);
    }
    let Some(field) = field else { return Some(hit) };
    let title = with_risk(format!("Move it into the configuration file as `{field}`"), RISK);
    Some(hit.plan(Plan::new(title, Safety::Unsafe, Change::Move(setting))))
}
