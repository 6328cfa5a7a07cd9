//! What is said alike wherever a page is shown.

use plimsoll_rules::report::{Reference, Safety};
use plimsoll_rules::{Judged, RulePage, Version};

use crate::example::{Example, Mended, Section};

/// What a fix may do, as a sentence. `None` stands for a rule without a fix.
pub const fn fix(safety: Option<Safety>) -> &'static str {
    match safety {
        Some(Safety::Safe) => {
            "Safe: a cluster as kubeadm sets it up keeps working, and nothing but the named setting changes."
        }
        Some(Safety::Unsafe) => {
            "Unsafe: it may lock out a client or a workload, or change more than one value; the title of the fix says \
             which."
        }
        Some(Safety::Manual) => "Manual: it writes a placeholder, and the finding stays until you replace it.",
        None => "None: no one change fits every case.",
    }
}

/// What the fixes of a rule may do: what the rule says of its fix, else what is seen in its examples.
pub fn safety(page: &RulePage, sections: &[Section]) -> Option<Safety> {
    let examples = sections.iter().flat_map(|section| &section.examples);
    page.safety.or_else(|| examples.filter_map(|example| Some(example.mended.as_ref()?.safety)).max())
}

/// The title of an example: `Bad`, or `Bad in Kubernetes 1.33`.
pub fn title(example: &Example) -> String {
    let state = example.state.title();
    example.kubernetes.map_or_else(|| state.to_owned(), |version| format!("{state} in Kubernetes {version}"))
}

/// The title of what a fix makes of an example.
pub fn mended(mended: &Mended) -> String {
    format!("Fix ({}): {}", mended.safety.name(), mended.title)
}

/// A reference as people cite it.
pub fn reference(reference: &Reference) -> String {
    match reference.kind.as_str() {
        "cis" => format!("CIS Kubernetes Benchmark 1.12: {}", reference.id),
        "stig" => format!("DISA Kubernetes STIG: {}", reference.id),
        other => format!("{}: {}", other.to_ascii_uppercase(), reference.id),
    }
}

/// What a setting does and its default, as sentences.
pub fn setting(judged: &Judged) -> String {
    let mut letters = judged.about.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let about: String = first.into_iter().chain(letters).collect();
    let about = if about.is_empty() { about } else { format!("{about}. ") };
    match judged.default.as_str() {
        "" => format!("{about}There is no default."),
        default => format!("{about}Default: {default}."),
    }
}

/// Which releases the tables hold.
pub fn releases() -> String {
    let (oldest, newest, preview) = (Version::OLDEST, Version::NEWEST, Version::PREVIEW);
    format!("Kubernetes {oldest} to {newest}, and {preview} as a preview")
}
