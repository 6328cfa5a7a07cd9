//! API versions that are not ready and are served.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::bool_of;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-runtime-config",
    title: "API versions that are not ready are served",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::RUNTIME_CONFIG, "")],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "APIs of alpha quality are off by default: they are little tested, may be dropped without notice and \
               change what existing roles allow.",
        why: "Each one is code that reads requests of users. A role with a wildcard grants it the day it appears.",
        verify: "Run `kubectl api-versions | grep alpha`: it must print only what you need.",
        side_effects: "Objects of these versions are no longer served. Move what uses them to a stable version first.",
    },
    references: &[],
};

const CONFIG: SettingId = settings::RUNTIME_CONFIG;
const RISK: &str = "break clients of these versions";

fn check(context: &Context<'_>) -> Vec<Hit> {
    let value = context.value(CONFIG);
    let pairs = value.iter().flat_map(|value| value.pairs());
    let on = pairs.filter(|(_, switch)| switch.is_empty() || bool_of(switch) == Some(true));
    on.filter_map(|(api, _)| hit(context, api)).collect()
}

fn hit(context: &Context<'_>, api: &str) -> Option<Hit> {
    let (served, severity) = match api {
        "api/all" => ("every API version is served, alpha ones among them", Severity::Medium),
        "api/alpha" => ("every alpha API version is served", Severity::Medium),
        _ if is_alpha(api) => ("an alpha API version is served", Severity::Low),
        _ => return None,
    };
    let message = format!("`--runtime-config` names `{api}`: {served}. {} Take it out.", RULE.docs.what);
    let title = with_risk(format!("Remove `{api}` from `--runtime-config`"), RISK);
    let hit = Hit::new(Category::Insecure, context.place_of_part(CONFIG, api), message)
        .about(CONFIG)
        .severity(severity)
        .confidence(context.confidence(CONFIG));
    Some(hit.plan(Plan::new(title, Safety::Unsafe, Change::Take(CONFIG, api.to_owned()))))
}

/// `group/v1alpha1`, or `group/v1alpha1/resource`.
fn is_alpha(api: &str) -> bool {
    api.split('/').nth(1).is_some_and(|version| version.starts_with('v') && version.contains("alpha"))
}
