//! Variables full of flags that no command uses.

use std::collections::HashSet;

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Confidence, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::runner::{Unit, Variable};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "variable-unused",
    title: "A variable holds flags, and the command does not use it",
    severity: Severity::Low,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A variable reaches the component only where `ExecStart=` names it.",
        why: "Whoever wrote the flags believes that they are in force. A hardened setting among them protects nothing.",
        verify: "Run `tr '\\0' '\\n' </proc/$(pidof kubelet)/cmdline`: it must show the flags of the variable.",
        side_effects: "Once the command names the variable, all its flags count.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(unit) = &context.target.unit else { return Vec::new() };
    // A script may use any variable, and without a command nothing can be said.
    let read = context.target.command.as_ref().is_some_and(|command| command.executable.is_some());
    if !read || context.target.lapses.iter().any(|lapse| lapse.kind == LapseKind::Wrapper) {
        return Vec::new();
    }
    let mut seen = words_of_commands(unit);
    let own = unit.variables.iter().filter(|variable| is_own(variable, context.target.component));
    own.filter(|variable| seen.insert(&variable.name)).map(hit).collect()
}

fn hit(variable: &Variable) -> Hit {
    let message = format!(
        "`{name}` holds flags, but no `ExecStart=` names it, so they are not in force. {what} Add `${name}` to the \
         command, or remove the variable.",
        name = variable.name,
        what = RULE.docs.what
    );
    // A drop-in that was not given may replace the command.
    Hit::new(Category::Conflict, variable.value.at, message)
        .about_name(variable.name.as_str())
        .confidence(Confidence::Likely)
}

/// Whether the variable holds flags and is named for this component: a file of variables may serve several services.
fn is_own(variable: &Variable, component: Component) -> bool {
    let prefixes: &[&str] = match component {
        Component::Kubelet => &["KUBELET_"],
        Component::KubeApiserver => &["KUBE_APISERVER_", "KUBE_API_", "APISERVER_"],
    };
    let named = prefixes.iter().any(|prefix| variable.name.starts_with(prefix));
    named && variable.value.text.trim_start().starts_with("--")
}

/// Everything in the commands that may be the name of a variable.
fn words_of_commands(unit: &Unit) -> HashSet<&str> {
    let lines = unit.lines.iter().filter(|(key, _)| key.starts_with("Exec") || key == "UnsetEnvironment");
    lines.flat_map(|(_, line)| line.text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')).collect()
}
