//! What the rules about settings that cannot go together share: whether a feature gate is on, and the hit.

use crate::context::Context;
use crate::effective::State;
use crate::finding::Hit;
use crate::gates::Gates;
use crate::knowledge::{Component, SettingId, feature_gate, kube_apiserver, kubelet};
use crate::report::{Category, Confidence};
use crate::target::ConfigUse;

/// A hit about settings of which at least one is written. It points at the first that is written and names the
/// others; it is certain when all of them are.
pub fn refusal(context: &Context<'_>, settings: &[SettingId], message: impl Into<String>) -> Hit {
    let mut written = settings.iter().copied().filter(|setting| context.is_written(*setting));
    let subject = written.next().or_else(|| settings.first().copied());
    let Some(subject) = subject else { return Hit::new(Category::Conflict, context.target.anchor, message) };
    let certain = settings.iter().all(|setting| context.confidence(*setting) == Confidence::Certain);
    let confidence = if certain { Confidence::Certain } else { Confidence::Likely };
    let mut hit = Hit::new(Category::Conflict, context.place(subject), message).about(subject).confidence(confidence);
    for other in written {
        hit = hit.related(context.place(other), "the other one");
    }
    hit
}

/// "`x` is `y`", with "by default" where nothing sets it. Ends without a full stop.
pub fn stands(context: &Context<'_>, setting: SettingId) -> String {
    match context.effective(setting).map(|effective| &effective.state) {
        Some(State::Default("" | "[]" | "{}")) | None => context.found(setting),
        Some(State::Default(text)) => {
            let value = text.trim_matches(['[', ']']);
            format!("`{}` is `{value}` by default", setting.row().name())
        }
        Some(_) => context.found(setting),
    }
}

/// Whether a feature gate is on; nothing when the release does not know it or that cannot be known.
pub fn gate_is_on(context: &Context<'_>, name: &str) -> Option<bool> {
    let state = feature_gate(name)?.at(context.version)?;
    if !context.is_known(gates_of(context)) || context.is_written(kube_apiserver::EMULATED_VERSION) {
        return None;
    }
    let gates = Gates::of(context);
    if state.locked || gates.as_ref().is_some_and(|gates| gates.named(name).is_some()) {
        return gates.map_or(Some(state.on_by_default), |gates| gates.is_on(name));
    }
    // A file that was not given may name it.
    let elsewhere = matches!(context.target.config_use, ConfigUse::Missing { .. } | ConfigUse::Unknown);
    if elsewhere || context.target.missing_directory.is_some() {
        return None;
    }
    gates.map_or(Some(state.on_by_default), |gates| gates.is_on(name))
}

/// The setting that holds the feature gates of the component.
pub fn gates_of(context: &Context<'_>) -> SettingId {
    match context.target.component {
        Component::Kubelet => kubelet::FEATURE_GATES,
        Component::KubeApiserver => kube_apiserver::FEATURE_GATES,
    }
}
