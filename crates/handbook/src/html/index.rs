//! The list of all rules.

use plimsoll_rules::RulePage;
use plimsoll_rules::report::Severity;

use super::frame::Frame;
use super::{badge, escaped, prose, slug};
use crate::words;

/// The rules in the order of the index: by component, worst first, then by id.
pub fn ordered(mut rules: Vec<RulePage>) -> Vec<RulePage> {
    let rank = |rule: &RulePage| Severity::ALL.iter().position(|severity| *severity == rule.severity);
    rules.sort_by_cached_key(|rule| (component_rank(&rule.component), rank(rule), rule.id.clone()));
    rules
}

/// A component before those that are judged together.
fn component_rank(component: &str) -> (usize, String) {
    (component.split(',').count(), component.to_owned())
}

/// The list of all rules, which [`ordered`] gives.
pub fn page(rules: &[RulePage], linter: Option<&str>) -> String {
    let groups: Vec<&[RulePage]> = rules.chunk_by(|one, other| one.component == other.component).collect();
    let mut content = format!(
        "<h1>Rules</h1>\n<p>{} rules, for {}.</p>\n<nav aria-label=\"On this page\">\n<ul class=\"contents\">\n",
        rules.len(),
        words::releases()
    );
    for group in &groups {
        content.push_str(&entry(group));
    }
    content.push_str("</ul>\n</nav>\n");
    for group in &groups {
        content.push_str(&component(group));
    }
    let description = "Every rule of Plimsoll: what it finds, why it matters, and how to mend it.";
    Frame { title: "Rules · Plimsoll", description, linter, links: &[] }.around(&content)
}

fn title(group: &[RulePage]) -> String {
    group.first().map(|rule| rule.component.replace(", ", " and ")).unwrap_or_default()
}

fn severities(group: &[RulePage]) -> impl Iterator<Item = (Severity, &[RulePage])> {
    let runs = group.chunk_by(|one, other| one.severity == other.severity);
    runs.filter_map(|run| Some((run.first()?.severity, run)))
}

/// Links to a component and to its severities, with their counts.
fn entry(group: &[RulePage]) -> String {
    let title = title(group);
    let id = slug(&title);
    let part = |(severity, run): (Severity, &[RulePage])| {
        let name = severity.name();
        format!("<li><a href=\"#{id}-{name}\">{} {name}</a></li>\n", run.len())
    };
    let parts: String = severities(group).map(part).collect();
    format!("<li><a href=\"#{id}\">{}</a>\n<ul>\n{parts}</ul>\n</li>\n", escaped(&title))
}

fn component(group: &[RulePage]) -> String {
    let title = title(group);
    let id = slug(&title);
    let mut text = format!("<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n", escaped(&title));
    for (severity, run) in severities(group) {
        text.push_str(&format!("<h3 id=\"{id}-{}\">{}</h3>\n<ul class=\"rules\">\n", severity.name(), badge(severity)));
        text.extend(run.iter().map(|rule| {
            let rule_id = escaped(&rule.id);
            format!("<li><a href=\"{rule_id}.html\">{}</a> <code>{rule_id}</code></li>\n", prose(&rule.title))
        }));
        text.push_str("</ul>\n");
    }
    text.push_str("</section>\n");
    text
}
