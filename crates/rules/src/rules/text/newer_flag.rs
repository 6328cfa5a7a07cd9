//! Flags that come with a later release.

use crate::command::Host;
use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "newer-flag",
    title: "The flag comes with a later release, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A flag that the release does not have yet is an unknown flag: the component names it in its log and \
               exits.",
        why: "The node or the control plane is down until the flag is gone or the component is upgraded. It happens \
              when a file made for a newer cluster is used on an older one.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \"unknown \
                 flag\".",
        side_effects: "None when the flag is removed: with it the component does not start, so nothing depends on it.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(command) = &context.target.command else { return Vec::new() };
    let mut hits = Vec::new();
    for (index, flag) in command.flags.iter().enumerate() {
        let (Some(setting), Some(at)) = (flag.setting, flag.written.location()) else { continue };
        let life = setting.row().flag_life;
        if life.since <= context.version {
            continue;
        }
        let (program, version) = (context.target.component.name(), context.version);
        let message = format!(
            "`--{}` comes with {}. A {program} {version} exits with \"unknown flag\". Remove it, or choose the release \
             that you run.",
            flag.name, life.since
        );
        let mut hit = Hit::new(Category::Unknown, at, message).about(setting);
        if flag.host != Host::ReadOnly {
            hit = hit.plan(Plan::new(format!("Remove `--{}`", flag.name), Safety::Safe, Change::DropFlag(index)));
        }
        hits.push(if flag.conditional { hit.under_condition() } else { hit });
    }
    hits
}
