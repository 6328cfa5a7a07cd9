//! Releases that get no more fixes.

use super::apiserver_image_tag::tag;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-image-release",
    title: "The API server is of a release that gets no more fixes",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Kubernetes mends the three newest minor releases, and each for about fourteen months.",
        why: "Faults of the API server that were published since stay open, and how to use them is public as well.",
        verify: "Run `kubectl version`: the server's release must be one that https://kubernetes.io/releases lists as \
                 maintained.",
        side_effects: "An upgrade goes one minor release at a time. `plimsoll upgrade` tells what each step changes for \
                       these files.",
    },
    references: &[],
};

/// Releases that are still mended or were until lately, the newest included.
const MENDED: u8 = 4;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(image) = context.target.pod.as_ref().and_then(|pod| pod.image.as_ref()) else { return Vec::new() };
    let minor = tag(&image.text).and_then(minor_of);
    let Some(minor) = minor.filter(|minor| minor + MENDED <= Version::NEWEST.0) else { return Vec::new() };
    let message = format!(
        "The image is of Kubernetes 1.{minor}. {} The newest known here is {}. Upgrade, one minor release at a time.",
        RULE.docs.what,
        Version::NEWEST
    );
    vec![Hit::new(Category::Deprecated, image.at, message).about_name("image")]
}

/// The minor release of a tag such as `v1.29.3` or `1.29.3-1`.
fn minor_of(tag: &str) -> Option<u8> {
    let rest = tag.trim_start_matches('v').strip_prefix("1.")?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
