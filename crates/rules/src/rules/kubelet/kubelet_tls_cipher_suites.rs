//! The cipher suites of the kubelet's port.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::knowledge::kubelet::{TLS_CIPHER_SUITES as SUITES, TLS_MIN_VERSION};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, PLACEHOLDER, Ref, Repair, Rule};
use crate::tls::{Strength, strength};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-tls-cipher-suites",
    title: "The kubelet's TLS cipher suites are weak or unknown",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::TLS_CIPHER_SUITES, "")],
    repair: Repair::None,
    docs: Docs {
        what: "The list offers cipher suites that are weak. Without a list, the kubelet offers what its version of Go \
               holds to be good.",
        why: "Whoever records the traffic may decrypt it later, with the server's key or through the weakness of the \
              cipher, and reads logs, commands and tokens in it.",
        verify: "Run `nmap --script ssl-enum-ciphers -p 10250 NODE`: under TLSv1.2 it must list only names with \
                 `ECDHE` and with `GCM` or `CHACHA20`.",
        side_effects: "Clients without TLS 1.3 that know no suite with ECDHE and AEAD are refused. No supported \
                       Kubernetes client is among them.",
    },
    references: &[Ref::Cis("4.2.12")],
};

/// Go does not serve HTTP/2, and so the kubelet does not start, without one of these in a list.
const NEEDED: [&str; 2] = ["TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(value) = context.value(SUITES) else { return Vec::new() };
    let suites = value.items();
    let unknown = unknown(context, suites);
    // The list says nothing about TLS 1.3.
    if context.value(TLS_MIN_VERSION) == Some(Value::Text("VersionTLS13".to_owned())) {
        return unknown.into_iter().collect();
    }
    weak(context, suites).into_iter().chain(unknown).collect()
}

fn weak(context: &Context<'_>, suites: &[String]) -> Option<Hit> {
    let reasons = reasons(suites);
    if reasons.is_empty() {
        return None;
    }
    let message = format!(
        "`{}` offers weak suites: {}. Keep only suites with ECDHE and GCM or ChaCha20-Poly1305.",
        context.target_spelling(SUITES),
        reasons.join("; ")
    );
    Some(hit(context, Category::Insecure, message, suites))
}

/// One clause per weakness, each with all the suites that have it.
fn reasons(suites: &[String]) -> Vec<String> {
    let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
    for suite in suites {
        let Strength::Weak(why) = strength(suite) else { continue };
        match groups.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(format!("`{suite}`")),
            None => groups.push((why, vec![format!("`{suite}`")])),
        }
    }
    let clause = |(why, names): &(&str, Vec<String>)| match names.as_slice() {
        [name] => format!("{name} {why}"),
        names => format!("each of {} {why}", names.join(", ")),
    };
    groups.iter().map(clause).collect()
}

fn unknown(context: &Context<'_>, suites: &[String]) -> Option<Hit> {
    let name = suites.iter().find(|suite| strength(suite) == Strength::Unknown && !suite.contains(PLACEHOLDER))?;
    let message = format!(
        "`{}` names `{name}`, which Go does not know: the kubelet exits. Use the registered names, such as `{}`.",
        context.target_spelling(SUITES),
        NEEDED.join("` and `")
    );
    Some(hit(context, Category::Invalid, message, suites).severity(Severity::High))
}

fn hit(context: &Context<'_>, category: Category, message: String, suites: &[String]) -> Hit {
    Hit::new(category, context.place(SUITES), message)
        .about(SUITES)
        .confidence(context.confidence(SUITES))
        .plan(plan(context, suites))
}

/// Keeps the strong suites, or drops the list when too little remains.
fn plan(context: &Context<'_>, suites: &[String]) -> Plan {
    let is_strong = |suite: &&str| strength(suite) == Strength::Strong;
    let (strong, others): (Vec<&str>, Vec<&str>) = suites.iter().map(String::as_str).partition(is_strong);
    let name = context.target_spelling(SUITES);
    if !strong.iter().any(|suite| NEEDED.contains(suite)) {
        return Plan::new(format!("Remove `{name}`"), Safety::Safe, Change::Unset(SUITES));
    }
    let change = match others.as_slice() {
        [one] => Change::Take(SUITES, (*one).to_owned()),
        _ => Change::Write(SUITES, strong.join(",")),
    };
    Plan::new(format!("Keep only the strong suites of `{name}`"), Safety::Safe, change)
}
