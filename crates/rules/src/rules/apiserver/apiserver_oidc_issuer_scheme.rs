//! An OpenID issuer without TLS.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-oidc-issuer-scheme",
    title: "The OpenID issuer is not an https address, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::OIDC_ISSUER_URL, "https://login.example.com")],
    repair: Repair::Write { value: "https://login.example.com", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The API server fetches the keys that sign tokens from there and accepts `https` only.",
        why: "The control plane is down until it is mended. Were it accepted, whoever sits on the path could answer with \
              keys of their own and log in as anyone.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "The issuer must serve TLS with a certificate that the API server trusts; `--oidc-ca-file` names a \
                       CA of your own.",
    },
    references: &[],
};

const URL: SettingId = settings::OIDC_ISSUER_URL;
const RISK: &str = "refuse tokens whose issuer is spelled otherwise";

/// Source: the OpenID authenticator of `k8s.io/apiserver`, which compares the scheme of the parsed address.
fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_present(URL) != Some(true) {
        return Vec::new();
    }
    let Some(Value::Text(url)) = context.value(URL) else { return Vec::new() };
    let parts = url.split_once("://");
    if parts.is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("https")) {
        return Vec::new();
    }
    let message = format!("{}. {} It exits.", context.found(URL), RULE.docs.what);
    let hit = Hit::new(Category::Invalid, context.place(URL), message).about(URL).confidence(context.confidence(URL));
    let Some((_, rest)) = parts else { return vec![hit] };
    let title = crate::finding::with_risk(format!("Write `https://{rest}`"), RISK);
    vec![hit.plan(Plan::new(title, Safety::Unsafe, Change::Write(URL, format!("https://{rest}"))))]
}
