//! Registries that Kubernetes has left.

use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::runner::Fact;
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-image-registry",
    title: "The API server's image comes from a registry that gets no more releases",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Write { value: "registry.k8s.io", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "That registry has been frozen since April 2023: no release after 1.26 and no fix of a fault appears there.",
        why: "An upgrade to a release with the fix of a published fault finds no image, so the API server stays as it \
              is.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o jsonpath='{..image}'`: each must \
                 begin with `registry.k8s.io/` or a registry of your own.",
        side_effects: "Nodes behind a filter must be allowed to reach `registry.k8s.io` and the hosts that it redirects \
                       to.",
    },
    references: &[],
};

const RISK: &str = "find no image where only the old registry is mirrored or allowed";

/// Source: the announcement of the freeze of k8s.gcr.io, February 2023.
const FROZEN: [&str; 3] = ["k8s.gcr.io/", "gcr.io/google_containers/", "gcr.io/google-containers/"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(image) = context.target.pod.as_ref().and_then(|pod| pod.image.as_ref()) else { return Vec::new() };
    let Some(old) = FROZEN.iter().find(|old| image.text.starts_with(**old)) else { return Vec::new() };
    let message = format!("The image is `{}`. {} Take it from `registry.k8s.io`.", image.text, RULE.docs.what);
    let hit = Hit::new(Category::Deprecated, image.at, message).about_name("image");
    vec![hit.plans(plan(image, old))]
}

/// The old name of the registry is replaced where the text is written without quotes.
fn plan(image: &Fact, old: &str) -> Option<Plan> {
    let span = image.at.span;
    let written = Span::of(0, image.text.len());
    if span.end - span.start != written.end {
        return None;
    }
    let end = span.start + Span::of(0, old.len()).end;
    let edit = (image.at.doc, TextEdit::replace(Span::new(span.start, end), "registry.k8s.io/"));
    let title = with_risk("Take the image from `registry.k8s.io`".to_owned(), RISK);
    Some(Plan::new(title, Safety::Unsafe, Change::Edits(vec![edit])))
}
