//! Words for what the report names by enums, and prose with `code` in it.

use plimsoll_rules::report::{Category, Confidence, Layer, Safety, Verdict};
use plimsoll_rules::{ChangeKind, Status};
use yew::prelude::*;

/// A sentence in which backticks become code.
pub(crate) fn prose(text: &str) -> Html {
    let piece = |(at, part): (usize, &str)| {
        if at % 2 == 1 {
            html! { <code>{ part.to_owned() }</code> }
        } else {
            html! { { part.to_owned() } }
        }
    };
    text.split('`').enumerate().map(piece).collect()
}

/// A name or path as code that may break after its dots and slashes.
pub(crate) fn breakable(text: &str) -> Html {
    let piece = |part: &str| html! { <>{ part.to_owned() }<wbr /></> };
    html! { <code>{ for text.split_inclusive(['.', '/', ',', '-']).map(piece) }</code> }
}

/// A value as code; one without any text is named as such.
pub(crate) fn value(text: &str) -> Html {
    if text.is_empty() {
        html! { <i>{ "empty" }</i> }
    } else {
        breakable(text)
    }
}

/// What a fix may do.
pub(crate) const fn safety(safety: Safety) -> &'static str {
    match safety {
        Safety::Safe => "safe",
        Safety::Unsafe => "may break clients",
        Safety::Manual => "needs a value only you know",
    }
}

/// What a finding is about.
pub(crate) const fn category(category: Category) -> &'static str {
    match category {
        Category::Insecure => "insecure value",
        Category::Missing => "not set",
        Category::Removed => "removed name",
        Category::Deprecated => "deprecated name",
        Category::Unknown => "unknown name",
        Category::Invalid => "invalid value",
        Category::Conflict => "conflict",
        Category::Syntax => "syntax",
        Category::Unassessed => "cannot be known",
    }
}

/// How sure a finding is.
pub(crate) const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely: a layer that is not here could override it",
        Confidence::Possible => "possible: it depends on something that is not here",
    }
}

/// Where a value comes from.
pub(crate) const fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Default => "default",
        Layer::Flag => "flag",
        Layer::File => "file",
        Layer::Env => "environment",
        Layer::Manifest => "manifest",
    }
}

/// What the rules say about a setting.
pub(crate) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "ok",
        Verdict::Insecure => "insecure",
        Verdict::Unknown => "unknown",
        Verdict::NotAssessed => "not judged",
    }
}

/// What a group of changes means for the reader.
pub(crate) const fn change(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Stops => "Mend these before the upgrade.",
        ChangeKind::Default => "Nothing here sets these. To keep what holds now, set them.",
        ChangeKind::New => "These come with the upgrade and take effect.",
        ChangeKind::Deprecated => "These still work. Replace them while there is time.",
        ChangeKind::Needless => "These say what holds anyway. They may be left out afterwards.",
        ChangeKind::Unknown => "What is not given here may change as well.",
    }
}

/// What a group of controls means for the reader. Titles of rules name the bad state.
pub(crate) const fn status(status: Status) -> &'static str {
    match status {
        Status::Fail => "A finding speaks against these.",
        Status::Unknown => "These files do not tell. What to add stands above each group.",
        Status::Manual => "No file tells. Run the command and compare what it shows.",
        Status::Pass => "These are met; what a rule looks for is not there.",
        Status::NotApplicable => "These have nothing to ask here.",
    }
}
