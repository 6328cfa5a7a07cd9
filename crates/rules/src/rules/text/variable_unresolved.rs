//! Variables of the command line whose value was not given.

use crate::command::{Unresolved, is_ellipsis};
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "variable-unresolved",
    title: "A part of the command line was not given",
    severity: Severity::Info,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "It may hold any flag, and a flag beats the configuration file.",
        why: "A leftover `--anonymous-auth=true` in such a variable undoes a hardened file. What is shown as in force \
              holds only if the variable does not contradict it.",
        verify: "Run `systemctl show kubelet -p Environment -p EnvironmentFiles` on the node and add the files that it \
                 names: this finding goes.",
        side_effects: "None.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(command) = &context.target.command else { return Vec::new() };
    let mut seen: Vec<&str> = Vec::new();
    let mut hits = Vec::new();
    for unresolved in &command.unresolved {
        // The dots of an ellipsis are a word of their own rule.
        if is_ellipsis(&unresolved.name) || seen.contains(&unresolved.name.as_str()) {
            continue;
        }
        seen.push(&unresolved.name);
        let message =
            format!("The value of `{}` was not given. {} {}", unresolved.name, RULE.docs.what, remedy(unresolved));
        hits.push(Hit::new(Category::Unassessed, unresolved.at, message));
    }
    hits
}

fn remedy(unresolved: &Unresolved) -> String {
    match unresolved.files.as_slice() {
        [] => "Add the file that defines it, or the command line as `ps` shows it.".to_owned(),
        [file] => format!("Add `{file}`."),
        files => format!("Add those of `{}` that exist.", files.join("`, `")),
    }
}
