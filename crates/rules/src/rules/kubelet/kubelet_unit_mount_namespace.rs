//! Sandbox lines that hide the kubelet's mounts from the container runtime.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Confidence, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::runner::{Fact, Unit};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-unit-mount-namespace",
    title: "The kubelet's mounts are hidden from the container runtime",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "systemd then gives the kubelet mounts of its own, which do not reach the rest of the node.",
        why: "The container runtime sees empty folders where the kubelet mounted volumes: pods run without their Secrets \
              and data, and write to the node's disk instead.",
        verify: "Run `readlink /proc/1/ns/mnt /proc/$(pidof kubelet)/ns/mnt` on the node: both lines must be the same.",
        side_effects: "The kubelet sees the whole file system of the node, as it must. Harden the node's other services \
                       with these lines.",
    },
    references: &[],
};

/// Keys that take a boolean or a word. Source: systemd.exec(5), `PrivateMounts=` and `MountFlags=`.
const SWITCHES: [&str; 8] = [
    "PrivateTmp",
    "PrivateMounts",
    "PrivateDevices",
    "ProtectSystem",
    "ProtectHome",
    "ProtectKernelTunables",
    "ProtectKernelModules",
    "ProtectControlGroups",
];

/// Keys that take a list of paths.
const PATHS: [&str; 5] =
    ["ReadOnlyPaths", "InaccessiblePaths", "TemporaryFileSystem", "ReadOnlyDirectories", "InaccessibleDirectories"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(unit) = &context.target.unit else { return Vec::new() };
    let lines = found(unit);
    let Some((key, first)) = lines.first() else { return Vec::new() };
    let message = format!("`{key}=` is `{}`. {} Remove the line.", first.text, RULE.docs.what);
    // The container runtime may live in the same namespace, as in a system image.
    let mut hit = Hit::new(Category::Conflict, first.at, message).about_name(*key).confidence(Confidence::Likely);
    for (key, line) in lines.iter().skip(1) {
        hit = hit.related(line.at, format!("`{key}=` does the same"));
    }
    vec![hit]
}

fn found(unit: &Unit) -> Vec<(&'static str, &Fact)> {
    let on = |key: &&'static str| {
        unit.last(key).filter(|fact| !matches!(fact.text.as_str(), "no" | "false" | "off" | "0" | "n" | "f"))
    };
    let switches = SWITCHES.iter().filter_map(|key| Some((*key, on(key)?)));
    let paths = PATHS.iter().filter_map(|key| Some((*key, unit.list(key).next()?)));
    let flags = unit.last("MountFlags").filter(|fact| fact.text != "shared").map(|fact| ("MountFlags", fact));
    switches.chain(paths).chain(flags).collect()
}
