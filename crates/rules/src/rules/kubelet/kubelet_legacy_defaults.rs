//! A kubelet that runs on flags alone.

use crate::context::Context;
use crate::effective::State;
use crate::finding::Hit;
use crate::knowledge::kubelet::{
    AUTHENTICATION_ANONYMOUS_ENABLED as ANONYMOUS, AUTHENTICATION_WEBHOOK_ENABLED as WEBHOOK,
    AUTHORIZATION_MODE as MODE, CONFIG_DIR, READ_ONLY_PORT,
};
use crate::knowledge::{Component, SettingId};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::target::ConfigUse;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-legacy-defaults",
    title: "Without a configuration file the kubelet lets anyone do anything",
    severity: Severity::Critical,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Anyone who reaches port 10250 then runs commands in every container of the node, without credentials.",
        why: "A kubelet that is started with flags only keeps its oldest defaults: anonymous access is on and every \
              request is allowed. Each alone would be a gap; together they hand over the node.",
        verify: "Run `curl -sk https://NODE:10250/pods` from another machine: it must print `Unauthorized`.",
        side_effects: "With `--config` other defaults hold as well: from 1.26, hard eviction thresholds exist only \
                       then.",
    },
    references: &[
        Ref::Cis("4.2.1"),
        Ref::Cis("4.2.2"),
        Ref::Cis("4.2.4"),
        Ref::Stig("V-242391"),
        Ref::Stig("V-242392"),
        Ref::Stig("V-242387"),
    ],
};

/// The settings whose default depends on a configuration file. Each has a rule, and a fix, of its own.
const LENIENT: [SettingId; 4] = [ANONYMOUS, MODE, WEBHOOK, READ_ONLY_PORT];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let open = context.target.config_use == ConfigUse::None
        && default_of(context, ANONYMOUS) == Some("true")
        && default_of(context, MODE) == Some("AlwaysAllow");
    if !open {
        return Vec::new();
    }
    let unset = LENIENT.iter().filter_map(|setting| Some((setting, default_of(context, *setting)?)));
    let list: Vec<String> = unset.map(|(setting, found)| format!("`{}` is `{found}`", setting.row().name())).collect();
    // Drop-ins are merged over the defaults of a kubelet without a file.
    let directory = context.is_present(CONFIG_DIR) == Some(true);
    let also = if directory { ", and `--config-dir` alone changes no default" } else { "" };
    let message = format!(
        "No `--config` is given{also}, so the lenient defaults hold: {}. {} Put the settings into a \
         KubeletConfiguration and name it with `--config`, or set each of them by its flag.",
        list.join(", "),
        RULE.docs.what
    );
    let hit = Hit::new(Category::Missing, context.place(ANONYMOUS), message)
        .about(ANONYMOUS)
        .confidence(context.confidence(ANONYMOUS));
    vec![hit]
}

/// The default, where nothing sets the setting.
fn default_of(context: &Context<'_>, setting: SettingId) -> Option<&'static str> {
    match context.effective(setting)?.state {
        State::Default(text) => Some(text),
        _ => None,
    }
}
