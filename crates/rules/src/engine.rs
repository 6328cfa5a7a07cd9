//! Runs the catalogue over one target and turns hits into findings.

use crate::context::{Context, spelling, text_holds_placeholder};
use crate::effective::State;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::SettingId;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety};
use crate::rule::{Check, Expect, Repair, Rule, When};
use crate::thresholds::Thresholds;
use crate::value::{self, Value};

/// What a [`Check::Setting`] comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As expected.
    Pass,
    /// Not as expected.
    Fail,
    /// The value cannot be known.
    Unknown,
    /// The rule has nothing to say here.
    NotApplicable,
}

/// The hits of one rule and, for a [`Check::Setting`], what it comes to.
pub fn run(rule: &Rule, context: &Context<'_>) -> (Option<Outcome>, Vec<Hit>) {
    match rule.check {
        Check::Code(check) => (None, check(context)),
        Check::Object(..) | Check::Comments => (None, Vec::new()),
        Check::Setting { setting, expect, when } => {
            let outcome = outcome(setting, expect, when, context);
            let failed = outcome == Outcome::Fail;
            (Some(outcome), failed.then(|| failure(rule, setting, expect, context)).into_iter().collect())
        }
    }
}

/// The hits of one rule on an object.
pub fn run_on_object(rule: &Rule, context: &ObjectContext<'_>) -> Vec<Hit> {
    match rule.check {
        Check::Object(kinds, check) if kinds.contains(&context.object.kind) => check(context),
        _ => Vec::new(),
    }
}

fn outcome(setting: SettingId, expect: Expect, when: When, context: &Context<'_>) -> Outcome {
    if let When::If(applies) = when
        && !applies(context)
    {
        return Outcome::NotApplicable;
    }
    let Some(effective) = context.effective(setting) else { return Outcome::NotApplicable };
    if matches!(when, When::Set) && context.is_present(setting) == Some(false) {
        return Outcome::Pass;
    }
    match (&effective.state, expect) {
        (State::Unknown(_), _) => Outcome::Unknown,
        (State::Invalid(..), _) => Outcome::Fail,
        _ if meets(expect, setting, effective.value().as_deref(), &context.thresholds) => Outcome::Pass,
        _ => Outcome::Fail,
    }
}

fn meets(expect: Expect, setting: SettingId, found: Option<&Value>, thresholds: &Thresholds) -> bool {
    let ty = setting.row().ty;
    let equals = |wanted: &str| value::read(ty, wanted).ok().as_ref() == found;
    let number = found.and_then(|value| value.as_int().or_else(|| value.as_nanos()));
    let holds = |item: &str| found.is_some_and(|value| value.items().iter().any(|found| found == item));
    let present = found.is_some_and(|value| !value.is_blank());
    match expect {
        Expect::Is(wanted) => equals(wanted),
        Expect::OneOf(all) => all.iter().any(|wanted| equals(wanted)),
        Expect::AtLeast(least) => number.is_some_and(|number| number >= least),
        Expect::Positive => number.is_some_and(|number| number > 0),
        Expect::PositiveUpTo(most) => {
            let most = most(thresholds).unwrap_or(i64::MAX);
            number.is_some_and(|number| (1..=most).contains(&number))
        }
        Expect::Lacks(item) => !holds(item),
        Expect::Present => present && !found.is_some_and(text_holds_placeholder),
        Expect::Absent => !present,
    }
}

fn failure(rule: &Rule, setting: SettingId, expect: Expect, context: &Context<'_>) -> Hit {
    let effective = context.effective(setting);
    let category = match effective.map(|effective| &effective.state) {
        Some(State::Invalid(..)) => Category::Invalid,
        Some(State::Set(_)) if context.is_written(setting) => Category::Insecure,
        _ => Category::Missing,
    };
    let refused = format!("The {} refuses the value and exits.", context.target.component.name());
    let what = if category == Category::Invalid { &refused } else { rule.docs.what };
    let message = format!("{}. {what} {}", context.found(setting), wanted(expect, &context.thresholds));
    let at = match expect {
        Expect::Lacks(item) => context.place_of_part(setting, item),
        _ => context.place(setting),
    };
    let mut hit = Hit::new(category, at, message.trim_end()).about(setting).confidence(context.confidence(setting));
    for loser in context.losers(setting) {
        let label = format!("`{}` is set here too, but it does not win", spelling(setting, loser));
        hit = hit.related(loser.whole(), label);
    }
    hit.plans.extend(plan(rule, setting, expect, context));
    hit
}

/// What is wanted, as a sentence.
fn wanted(expect: Expect, thresholds: &Thresholds) -> String {
    match expect {
        Expect::Is(value) => format!("Set it to `{value}`."),
        Expect::OneOf([value]) => format!("Set it to `{value}`."),
        Expect::OneOf(values) => {
            let names: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
            format!("Set it to one of {}.", names.join(", "))
        }
        Expect::Lacks(item) => format!("Remove `{item}`."),
        Expect::Absent => "Remove it.".to_owned(),
        Expect::PositiveUpTo(most) => {
            most(thresholds).map(|most| format!("The profile allows up to `{most}`.")).unwrap_or_default()
        }
        Expect::AtLeast(_) | Expect::Positive | Expect::Present => String::new(),
    }
}

/// Whether a limit is less than the number that a rule writes.
fn below(most: i64, value: &str) -> bool {
    value.parse::<i64>().is_ok_and(|value| most < value)
}

fn plan(rule: &Rule, setting: SettingId, expect: Expect, context: &Context<'_>) -> Option<Plan> {
    let name = context.target_spelling(setting);
    let plan = match (rule.repair, expect) {
        (Repair::None | Repair::Add { .. }, _) => return None,
        (Repair::Write { value, safety, risk }, _) => {
            let least = match expect {
                Expect::PositiveUpTo(most) => most(&context.thresholds).filter(|most| below(*most, value)),
                _ => None,
            };
            if let Some(most) = least {
                // The rule's own words on the risk name its usual value.
                let title = with_risk(format!("Set `{name}` to `{most}`"), "break pods that need more");
                return Some(Plan::new(title, safety, Change::Write(setting, most.to_string())));
            }
            let title = with_risk(format!("Set `{name}` to `{value}`"), risk);
            Plan::new(title, safety, Change::Write(setting, value.to_owned()))
        }
        (Repair::Ask { placeholder }, _) => {
            if context.value(setting).as_ref().is_some_and(text_holds_placeholder) {
                return None;
            }
            let title = format!("Insert `{name}` with a placeholder for you to replace");
            Plan::new(title, Safety::Manual, Change::Write(setting, placeholder.to_owned()))
        }
        (Repair::Remove { safety, risk }, Expect::Lacks(item)) => {
            let title = with_risk(format!("Remove `{item}` from `{name}`"), risk);
            Plan::new(title, safety, Change::Take(setting, item.to_owned()))
        }
        (Repair::Remove { safety, risk }, _) => {
            Plan::new(with_risk(format!("Remove `{name}`"), risk), safety, Change::Unset(setting))
        }
    };
    Some(plan)
}
