//! The cipher suites of the API server.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, PLACEHOLDER, Ref, Repair, Rule};
use crate::tls::{Strength, strength};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-tls-cipher-suites",
    title: "The API server's TLS cipher suites are weak or unknown",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::TLS_CIPHER_SUITES, "")],
    repair: Repair::Write {
        value: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        safety: Safety::Safe,
        risk: "",
    },
    docs: Docs {
        what: "The list offers cipher suites that are weak. Without a list, the API server offers what its version of \
               Go holds to be good.",
        why: "Whoever records the traffic may decrypt it later, with the server's key or through the weakness of the \
              cipher, and reads Secrets and tokens in it.",
        verify: "Run `nmap --script ssl-enum-ciphers -p 6443 HOST`: under TLSv1.2 it must list only names with `ECDHE` \
                 and with `GCM` or `CHACHA20`.",
        side_effects: "Clients without TLS 1.3 that know no suite with ECDHE and AEAD are refused. No supported \
                       Kubernetes client is among them.",
    },
    references: &[Ref::Cis("1.2.29"), Ref::Stig("V-242418")],
};

const SUITES: SettingId = settings::TLS_CIPHER_SUITES;

/// Written where no strong suite remains. Both kinds of server key are covered.
const STRONG: [&str; 6] = [
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
];

/// Go refuses to serve HTTP/2, and so the API server to start, without one of these.
const NEEDED: [&str; 2] = ["TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(value) = context.value(SUITES) else { return Vec::new() };
    let suites = value.items();
    [weak(context, suites), unknown(context, suites)].into_iter().flatten().collect()
}

fn weak(context: &Context<'_>, suites: &[String]) -> Option<Hit> {
    let weak = suites.iter().filter_map(|suite| match strength(suite) {
        Strength::Weak(why) => Some((suite.as_str(), why)),
        Strength::Strong | Strength::Unknown => None,
    });
    let weak: Vec<(&str, &str)> = weak.collect();
    let (first, why) = *weak.first()?;
    let others = match weak.len() {
        1 => String::new(),
        2 => " One more listed suite is weak.".to_owned(),
        count => format!(" {} more listed suites are weak.", count - 1),
    };
    let message = format!(
        "`--tls-cipher-suites` offers `{first}`, which {why}.{others} Keep only suites with ECDHE and GCM or \
         ChaCha20-Poly1305."
    );
    let hit = Hit::new(Category::Insecure, context.place(SUITES), message).about(SUITES);
    Some(hit.confidence(context.confidence(SUITES)).plan(plan(suites)))
}

fn unknown(context: &Context<'_>, suites: &[String]) -> Option<Hit> {
    let name = suites.iter().find(|suite| strength(suite) == Strength::Unknown && !suite.contains(PLACEHOLDER))?;
    let message = format!(
        "`--tls-cipher-suites` names `{name}`, which Go does not know. The API server refuses to start. Use the names \
         of the IANA registry, such as `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`."
    );
    let hit = Hit::new(Category::Invalid, context.place(SUITES), message).about(SUITES).severity(Severity::High);
    Some(hit.confidence(context.confidence(SUITES)).plan(plan(suites)))
}

/// Keeps the strong suites of the list, or writes a new one when too little remains.
fn plan(suites: &[String]) -> Plan {
    let strong: Vec<&str> =
        suites.iter().map(String::as_str).filter(|suite| strength(suite) == Strength::Strong).collect();
    let enough = strong.iter().any(|suite| NEEDED.contains(suite));
    let (title, list) = if enough {
        ("Keep only the strong cipher suites", strong.join(","))
    } else {
        ("Offer the strong cipher suites", STRONG.join(","))
    };
    Plan::new(title, Safety::Safe, Change::Write(SUITES, list))
}
