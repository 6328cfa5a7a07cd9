//! Flags that the component never had.

use crate::command::{Extent, Flag, Host};
use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{self, Component};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "unknown-flag",
    title: "The component does not know the flag, so it does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The component names an unknown flag in its log and exits.",
        why: "The node or the control plane is down until the flag is gone. Audit flags, for example, belong to the \
              kube-apiserver; a kubelet that is given one exits.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \
                 \"unknown flag\".",
        side_effects: "The component starts again with the remaining flags.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(command) = &context.target.command else { return Vec::new() };
    let unknown = command.flags.iter().enumerate().filter(|(_, flag)| flag.setting.is_none() && flag.known);
    unknown.filter_map(|(index, flag)| hit(context, index, flag)).collect()
}

fn hit(context: &Context<'_>, index: usize, flag: &Flag) -> Option<Hit> {
    let at = flag.written.location()?;
    let (this, other) = match context.target.component {
        Component::Kubelet => (Component::Kubelet, Component::KubeApiserver),
        Component::KubeApiserver => (Component::KubeApiserver, Component::Kubelet),
    };
    let written = flag.written.text();
    let start = format!("The {} has no flag `{written}` and exits.", this.name());
    let editable = flag.host != Host::ReadOnly;
    if let Some((name, value)) = colon_form(this, flag) {
        let message = format!("{start} A value follows `=`, not a colon: write `--{name}={value}`.");
        let hit = Hit::new(Category::Unknown, at, message).about_name(written);
        let colon = at.span.start + Span::of(0, written.find(':')?).end;
        let edit = TextEdit::replace(Span::new(colon, colon + 1), "=");
        let plan = Plan::new(format!("Write `--{name}={value}`"), Safety::Safe, Change::Edits(vec![(at.doc, edit)]));
        return Some(if editable && flag.written.is_verbatim() { hit.plan(plan) } else { hit });
    }
    if knowledge::by_flag(other, &flag.name).is_some() {
        let message = format!("{start} It is a flag of the {}: set it there and remove it here.", other.name());
        let hit = Hit::new(Category::Unknown, at, message).about_name(written);
        let plan = Plan::new(format!("Remove `{written}`"), Safety::Safe, Change::DropFlag(index));
        return Some(if editable { hit.plan(plan) } else { hit });
    }
    if flag.host == Host::EnvironmentFile && context.target.command.as_ref()?.extent == Extent::Fragment {
        // Variables without a unit may belong to another component.
        return None;
    }
    let message = format!("{start} Check its spelling against the release you run, {}.", context.version);
    Some(Hit::new(Category::Unknown, at, message).about_name(written))
}

/// `--name:value` where `name` is a flag: a colon in place of `=`.
fn colon_form(component: Component, flag: &Flag) -> Option<(String, String)> {
    let (name, value) = flag.name.split_once(':')?;
    knowledge::by_flag(component, name)?;
    flag.value.is_none().then(|| (name.to_owned(), value.to_owned()))
}
