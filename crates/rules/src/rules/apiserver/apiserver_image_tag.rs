//! An image whose release is left open.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-image-tag",
    title: "The API server's image names no release",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Without a tag or a digest, and with `latest`, the registry decides which program runs.",
        why: "Whoever can push that tag replaces the control plane at its next start, and two control-plane nodes may \
              run releases that do not go together.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o jsonpath='{..image}'`: each must \
                 end in a release or a digest.",
        side_effects: "None.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(image) = context.target.pod.as_ref().and_then(|pod| pod.image.as_ref()) else { return Vec::new() };
    let what = match tag(&image.text) {
        _ if image.text.contains('@') => return Vec::new(),
        None => "has no tag",
        Some("latest") => "has the tag `latest`",
        Some(_) => return Vec::new(),
    };
    let message = format!("The image `{}` {what}. {} Name a release, such as `:v1.36.0`.", image.text, RULE.docs.what);
    vec![Hit::new(Category::Insecure, image.at, message).about_name("image")]
}

/// The tag of an image; a colon before the last slash belongs to the registry's port.
pub(super) fn tag(image: &str) -> Option<&str> {
    let name = image.split('@').next().unwrap_or(image);
    let last = name.rsplit('/').next().unwrap_or(name);
    last.split_once(':').map(|(_, tag)| tag)
}
