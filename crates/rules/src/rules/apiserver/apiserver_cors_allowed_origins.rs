//! Which web pages may read answers of the API server.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-cors-allowed-origins",
    title: "Any web page may read the API with a visitor's credentials",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::CORS_ALLOWED_ORIGINS, "//console\\.example\\.com$")],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The pattern matches every origin, so every web page may call the API and read what comes back, with the \
               credentials that the browser sends.",
        why: "An administrator whose browser holds a client certificate opens a prepared page, and the page lists the \
              secrets.",
        verify: "Run `curl -sik https://HOST:6443/version -H 'Origin: https://example.invalid' | grep -i \
                 access-control`: it must print nothing.",
        side_effects: "Web consoles on other origins stop working until a pattern names exactly theirs.",
    },
    references: &[],
};

const ORIGINS: SettingId = settings::CORS_ALLOWED_ORIGINS;
const RISK: &str = "stop web consoles that call the API from a browser";

fn check(context: &Context<'_>) -> Vec<Hit> {
    let value = context.value(ORIGINS);
    let open: Vec<String> =
        value.iter().flat_map(|value| value.items()).filter(|item| matches_all(item)).cloned().collect();
    let Some(first) = open.first() else { return Vec::new() };
    let message = format!(
        "`--cors-allowed-origins` names `{first}`. {} Name the hosts of your consoles, such as \
         `//console\\.example\\.com$`.",
        RULE.docs.what
    );
    let title = with_risk("Remove what matches every origin".to_owned(), RISK);
    let hit = Hit::new(Category::Insecure, context.place_of_part(ORIGINS, first), message)
        .about(ORIGINS)
        .confidence(context.confidence(ORIGINS));
    vec![hit.plan(Plan::new(title, Safety::Unsafe, Change::TakeAll(ORIGINS, open.clone())))]
}

/// Whether the pattern, which may match anywhere in the origin, matches every one.
fn matches_all(pattern: &str) -> bool {
    let start = pattern.trim_start_matches(['^', '/', '(']);
    let core = start.strip_prefix("https?://").or(start.strip_prefix("https://")).unwrap_or(start);
    matches!(core.trim_end_matches(['$', ')']), ".*" | ".+" | ".")
}
