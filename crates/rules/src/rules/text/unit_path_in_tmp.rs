//! Files of a unit in places where anyone may write.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::rules::kubelet::kubelet_path_in_tmp::open_place;
use crate::runner::Fact;

/// The rule.
pub static RULE: Rule = Rule {
    id: "unit-path-in-tmp",
    title: "The unit runs or reads a file that every user may write",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Every user and every service of the node may create files in that place.",
        why: "A process without rights puts a program or a file of variables there, and systemd runs it as root, or hands \
              its flags to the component, at the next start.",
        verify: "Run `ls -ld` on the path and on each folder above it: only root may write.",
        side_effects: "The file has to move.",
    },
    references: &[],
};

/// Keys that run a program.
const RUNS: [&str; 5] = ["ExecStart", "ExecStartPre", "ExecStartPost", "ExecStop", "ExecReload"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(unit) = &context.target.unit else { return Vec::new() };
    // In a private /tmp nobody else writes.
    if unit.last("PrivateTmp").is_some_and(|fact| matches!(fact.text.as_str(), "yes" | "true" | "on" | "1")) {
        return Vec::new();
    }
    let programs = RUNS.iter().flat_map(|key| unit.list(key).map(move |fact| (*key, fact, program(&fact.text))));
    let files = unit.list("EnvironmentFile").map(|fact| ("EnvironmentFile", fact, fact.text.trim_start_matches('-')));
    programs.chain(files).filter_map(|(key, fact, path)| hit(key, fact, path)).collect()
}

fn hit(key: &str, fact: &Fact, path: &str) -> Option<Hit> {
    let open = open_place(path)?;
    let does = if key == "EnvironmentFile" { "takes variables from" } else { "runs" };
    let message = format!(
        "`{key}=` {does} `{path}`. Every user of the node may write to `{open}`. Use a folder where only root may."
    );
    Some(Hit::new(Category::Insecure, fact.at, message).about_name(key))
}

/// The program of a command, without the signs that systemd reads before it.
fn program(command: &str) -> &str {
    let first = command.split_whitespace().next().unwrap_or("");
    first.trim_start_matches(['@', '-', ':', '+', '!', '|']).trim_matches(['"', '\''])
}
