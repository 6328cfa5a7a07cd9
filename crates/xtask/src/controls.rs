//! Controls of benchmarks, and where their own audits say something else.

use std::collections::BTreeSet;
use std::path::Path;

use crate::output::Output;
use crate::table::{Row, Table};
use crate::{Result, name};

/// Characters of a title; what is longer does not fit a line beside the id.
const MOST_TITLE: usize = 70;

/// `controls/generated.rs`.
pub(crate) fn outputs(data: &Path) -> Result<Vec<Output>> {
    let controls = Table::read(data, "controls.tsv")?;
    let verdicts = Table::read(data, "benchmark_verdicts.tsv")?;
    let rows = controls.rows().map(control).collect::<Result<String>>()?;
    let mut known = BTreeSet::new();
    for row in controls.rows() {
        if !known.insert((row.get("benchmark"), row.get("id"))) {
            return Err(row.complaint("this control is there twice"));
        }
    }
    let audits = verdicts.rows().map(|row| audit(row, &known)).collect::<Result<String>>()?;
    let body = format!(
        "//! The controls of all benchmarks, and the audits that say something else than Plimsoll.

use super::{{Absent, Audit, Benchmark, Control, How, Scope, Wants}};
use crate::knowledge::{{kube_apiserver, kubelet}};

/// Every control, in the order of reports.
#[rustfmt::skip]
pub static CONTROLS: &[Control] = &[
{rows}];

/// Audits that say something else, by control.
#[rustfmt::skip]
pub static AUDITS: &[Audit] = &[
{audits}];
"
    );
    let path = "crates/rules/src/controls/generated.rs";
    Ok(vec![Output::new(path, "data/controls.tsv and data/benchmark_verdicts.tsv", &body)])
}

fn benchmark<'a>(row: Row<'a>) -> Result<&'a str> {
    Ok(match row.get("benchmark") {
        "cis" => "Cis",
        "stig" => "Stig",
        "nsa-cisa" => "NsaCisa",
        "cks" => "Cks",
        other => return Err(row.complaint(format!("`{other}` is no benchmark"))),
    })
}

fn control(row: Row<'_>) -> Result<String> {
    let level = match (row.get("benchmark"), row.get("level")) {
        ("cis", "1") => "Some(1)",
        ("cis", "2") => "Some(2)",
        ("cis", "?") => "None",
        ("cis", other) => return Err(row.complaint(format!("`{other}` is no level"))),
        (_, "") => "None",
        _ => return Err(row.complaint("only cis has levels")),
    };
    let scope = match row.get("component") {
        "kubelet" => "Scope::Kubelet".to_owned(),
        "kube-apiserver" => "Scope::KubeApiserver".to_owned(),
        "both" => "Scope::Both".to_owned(),
        "" => return Err(row.complaint("the component is missing")),
        other => format!("Scope::Other({other:?})"),
    };
    let (title, by_hand) = (row.get("title"), row.get("by_hand"));
    if title.is_empty() || title.ends_with('.') || title.chars().count() > MOST_TITLE {
        return Err(row.complaint(format!("a title has 1 to {MOST_TITLE} characters and no full stop: `{title}`")));
    }
    let how = match row.get("rules") {
        "-" if by_hand.is_empty() => return Err(row.complaint("without rules it needs a way by hand")),
        "-" => "How::ByHand".to_owned(),
        _ if scope.starts_with("Scope::Other") => return Err(row.complaint("no rule judges this component")),
        "@" => "How::References".to_owned(),
        rules => format!("How::Rules(&[{}])", rules.split(' ').map(named).collect::<String>()),
    };
    let of = if scope == "Scope::Kubelet" { "kubelet" } else { "kube_apiserver" };
    let setting = |column| match row.get(column) {
        "" => "None".to_owned(),
        setting => format!("Some({of}::{})", name::constant(setting)),
    };
    let (needs, defers) = (setting("needs"), setting("defers"));
    let (benchmark, id) = (benchmark(row)?, row.get("id"));
    Ok(format!(
        "    Control {{ benchmark: Benchmark::{benchmark}, id: {id:?}, level: {level}, scope: {scope}, how: {how}, \
         needs: {needs}, defers: {defers}, title: {title:?}, by_hand: {by_hand:?} }},\n"
    ))
}

/// `rule` or `rule:NAME` as a pair.
fn named(rule: &str) -> String {
    let (rule, name) = rule.split_once(':').unwrap_or((rule, ""));
    format!("({rule:?}, {name:?}), ")
}

fn audit(row: Row<'_>, known: &BTreeSet<(&str, &str)>) -> Result<String> {
    let id = row.get("id");
    if !known.contains(&(row.get("benchmark"), id)) {
        return Err(row.complaint("controls.tsv has no such control"));
    }
    let (verb, value) = row.get("wants").split_once(' ').unwrap_or((row.get("wants"), ""));
    let wants = match (verb, value) {
        ("?", "") => "Wants::NoMore".to_owned(),
        ("set", "") => "Wants::Set".to_owned(),
        ("unset", "") => "Wants::Unset".to_owned(),
        ("is", value) => format!("Wants::Is({value:?})"),
        ("not", value) => format!("Wants::Not({value:?})"),
        ("least", value) => format!("Wants::Least({value:?})"),
        ("has", value) => format!("Wants::Has({value:?})"),
        ("lacks", value) => format!("Wants::Lacks({value:?})"),
        _ => return Err(row.complaint(format!("`{}` is not understood", row.get("wants")))),
    };
    let absent = match row.get("absent") {
        "pass" => "Pass",
        "fail" => "Fail",
        other => return Err(row.complaint(format!("`{other}` is neither pass nor fail"))),
    };
    let component = match row.get("component") {
        "kubelet" => "kubelet",
        "kube-apiserver" => "kube_apiserver",
        other => return Err(row.complaint(format!("`{other}` has no settings"))),
    };
    let setting = |setting: &str| format!("{component}::{}", name::constant(setting));
    let unless = match row.get("unless").split_once('=') {
        Some((name, value)) => format!("Some(({}, {value:?}))", setting(name)),
        None => "None".to_owned(),
    };
    let (benchmark, setting, advice) = (benchmark(row)?, setting(row.get("setting")), row.get("advice"));
    if !advice.ends_with('.') {
        return Err(row.complaint("advice is whole sentences"));
    }
    Ok(format!(
        "    Audit {{ benchmark: Benchmark::{benchmark}, id: {id:?}, setting: {setting}, wants: {wants}, \
         absent: Absent::{absent}, unless: {unless}, advice: {advice:?} }},\n"
    ))
}
