//! Which settings the table holds, and how many: the numbers of the verdicts add up to all that the other choices leave.

use plimsoll_rules::report::{Layer, Report, Verdict};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::keys::rove;
use super::select::Select;
use super::settings::Row;
use super::words;
use crate::state::standing::Standing;

/// Every verdict, the worst first.
const VERDICTS: [Verdict; 4] = [Verdict::Insecure, Verdict::Unknown, Verdict::Ok, Verdict::NotAssessed];

/// Which settings the table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Scope {
    /// Those that a file sets.
    #[default]
    Set,
    /// Those whose value is not the default.
    Differs,
    /// Those whose value cannot be known from what was given.
    Unknown,
    /// All.
    All,
}

/// What the user wants to see of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    scope: Scope,
    /// Part of a name.
    name: String,
    /// The only component; empty for all.
    component: String,
    /// The only verdict; absent for all.
    verdict: Option<Verdict>,
}

impl Choice {
    /// Whether a setting is listed, whatever its verdict.
    pub(super) fn holds(&self, row: &Row<'_>) -> bool {
        let set = row.setting.source.kind != Layer::Default;
        let in_scope = match self.scope {
            Scope::Set => set,
            Scope::Differs => row.standing == Standing::Differs,
            Scope::Unknown => row.standing == Standing::Unknown,
            Scope::All => true,
        };
        let wanted = self.name.trim().to_ascii_lowercase();
        let flag = row.description.map_or("", |about| about.flag.as_str());
        let named = [row.setting.setting.as_str(), flag].iter().any(|name| name.to_ascii_lowercase().contains(&wanted));
        in_scope && named && (self.component.is_empty() || self.component == row.setting.component)
    }

    /// Whether settings with this verdict are listed.
    pub(super) fn has_verdict(&self, verdict: Verdict) -> bool {
        self.verdict.is_none_or(|only| only == verdict)
    }
}

/// Name of a verdict in classes.
pub(super) const fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "ok",
        Verdict::Insecure => "insecure",
        Verdict::Unknown => "unknown",
        Verdict::NotAssessed => "not-assessed",
    }
}

/// Draws the choice. `verdicts` are those of all settings that the other choices leave.
pub(super) fn draw(choice: &UseStateHandle<Choice>, report: &Report, verdicts: &[Verdict]) -> Html {
    let count = |verdict: Verdict| verdicts.iter().filter(|other| **other == verdict).count();
    let listed = choice.verdict.map_or(verdicts.len(), count);
    let all = report.settings.len();
    let hidden = match all - listed {
        0 => String::new(),
        hidden => format!("; {hidden} hidden by this choice"),
    };
    let chips = std::iter::once((None, verdicts.len())).chain(VERDICTS.map(|verdict| (Some(verdict), count(verdict))));
    html! {
        <>
            <div class="actions" role="group" aria-label="Settings shown">
                { scope_button("Set", Scope::Set, choice) }
                { scope_button("Not the default", Scope::Differs, choice) }
                { scope_button("Unknown", Scope::Unknown, choice) }
                { scope_button("All", Scope::All, choice) }
                { search(choice) }
                { components(choice, report) }
            </div>
            <div class="actions totals" role="group" aria-label="Settings listed, by verdict" data-list=""
                onkeydown={Callback::from(rove)}>
                { for chips.map(|(verdict, count)| chip(verdict, count, choice)) }
            </div>
            <p class="left-out settings-sum">
                { format!("{listed} of {all} settings of Kubernetes {} listed{hidden}.", report.kubernetes) }
            </p>
        </>
    }
}

fn search(choice: &UseStateHandle<Choice>) -> Html {
    let set = choice.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            set.set(Choice { name: input.value(), ..(*set).clone() });
        }
    });
    html! {
        <input type="search" id="setting-name" class="search" aria-label="Part of a setting's name"
            placeholder="Name" value={choice.name.clone()} {oninput} />
    }
}

/// The list of components, where there are several.
fn components(choice: &UseStateHandle<Choice>, report: &Report) -> Html {
    let mut names: Vec<&str> = Vec::new();
    for setting in &report.settings {
        if !names.contains(&setting.component.as_str()) {
            names.push(&setting.component);
        }
    }
    if names.len() < 2 && choice.component.is_empty() {
        return Html::default();
    }
    let mut entries = vec![(String::new(), "Every component".to_owned())];
    entries.extend(names.iter().map(|name| ((*name).to_owned(), (*name).to_owned())));
    let set = choice.clone();
    let onchoose = Callback::from(move |component: String| set.set(Choice { component, ..(*set).clone() }));
    html! {
        <label class="field">
            <span class="sr">{ "Component" }</span>
            <Select id="setting-component" {entries} chosen={choice.component.clone()} {onchoose} />
        </label>
    }
}

fn chip(verdict: Option<Verdict>, count: usize, choice: &UseStateHandle<Choice>) -> Html {
    let pressed = choice.verdict == verdict;
    let set = choice.clone();
    let onclick = Callback::from(move |_: MouseEvent| set.set(Choice { verdict, ..(*set).clone() }));
    html! {
        <button type="button" data-stop="" aria-pressed={pressed.to_string()} data-verdict={verdict.map_or("all", name)}
            class={classes!("choice", verdict.map(name), (count == 0).then_some("none"))} {onclick}>
            <b>{ count }</b><span>{ verdict.map_or("any verdict", words::verdict) }</span>
        </button>
    }
}

fn scope_button(label: &'static str, scope: Scope, choice: &UseStateHandle<Choice>) -> Html {
    let pressed = choice.scope == scope;
    let set = choice.clone();
    let onclick = Callback::from(move |_: MouseEvent| set.set(Choice { scope, ..(*set).clone() }));
    html! { <button type="button" class="choice" aria-pressed={pressed.to_string()} {onclick}>{ label }</button> }
}
