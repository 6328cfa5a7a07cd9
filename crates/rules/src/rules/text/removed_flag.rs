//! Flags that the chosen release no longer has.

use crate::command::Host;
use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "removed-flag",
    title: "The flag no longer exists, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A flag that was removed is an unknown flag: the component names it in its log and exits.",
        why: "The node or the control plane is down until the flag is gone. After an upgrade this is a common reason \
              for a kubelet that keeps restarting.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \"unknown \
                 flag\".",
        side_effects: "None: with the flag the component does not start, so nothing depends on it. Where a replacement \
                       is named, check whether you need it.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(command) = &context.target.command else { return Vec::new() };
    let mut hits = Vec::new();
    for (index, flag) in command.flags.iter().enumerate() {
        let (Some(setting), Some(at)) = (flag.setting, flag.written.location()) else { continue };
        let row = setting.row();
        let Some(since) = row.flag_life.removed_words().filter(|_| row.flag_life.is_removed_in(context.version)) else {
            continue;
        };
        let (program, version) = (context.target.component.name(), context.version);
        let replacement = replacement_words(row.replacement);
        let message = format!(
            "`--{}` was removed from the {program} in {since}. A {program} {version} exits with \"unknown flag\". \
             Remove it{replacement}",
            flag.name
        );
        let mut hit = Hit::new(Category::Removed, at, message).about(setting);
        if flag.host != Host::ReadOnly {
            hit = hit.plan(Plan::new(format!("Remove `--{}`", flag.name), Safety::Safe, Change::DropFlag(index)));
        }
        hits.push(hit);
    }
    hits
}

fn replacement_words(replacement: &str) -> String {
    if let Some(why) = replacement.strip_prefix("none: ") {
        return format!("; nothing replaces it ({why}).");
    }
    match replacement {
        "" => ".".to_owned(),
        "none" => "; nothing replaces it.".to_owned(),
        other => format!("; what replaces it: `{other}`."),
    }
}
