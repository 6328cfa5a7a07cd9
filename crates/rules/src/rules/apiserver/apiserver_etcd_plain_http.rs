//! How the API server speaks to etcd.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-etcd-plain-http",
    title: "The API server speaks to etcd without TLS",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::ETCD_SERVERS, "https://127.0.0.1:2379")],
    repair: Repair::None,
    docs: Docs {
        what: "Every object, Secrets included, crosses this connection in the clear, and neither side knows whom it \
               talks to.",
        why: "Whoever can listen on the path reads all Secrets; whoever can reach the port writes any object, past \
              every check of the API server. On a loopback address that is every process on the node, pods on the host \
              network included.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep etcd-servers`: it must \
                 print only `https://` or `unix://` addresses.",
        side_effects: "etcd must serve TLS on the new address, and the API server needs `--etcd-cafile`, \
                       `--etcd-certfile` and `--etcd-keyfile`. Change etcd first.",
    },
    references: &[],
};

const SERVERS: [SettingId; 2] = [settings::ETCD_SERVERS, settings::ETCD_SERVERS_OVERRIDES];

fn check(context: &Context<'_>) -> Vec<Hit> {
    SERVERS.iter().filter_map(|servers| judge(context, *servers)).collect()
}

fn judge(context: &Context<'_>, servers: SettingId) -> Option<Hit> {
    let addresses = addresses(context, servers);
    let plain: Vec<&String> = addresses.iter().filter(|address| address.starts_with("http://")).collect();
    let far = plain.iter().find(|address| !is_loopback(address));
    let example = far.or(plain.first())?;
    let message = format!(
        "`--{}` names `{example}`. {} Use `https://` addresses with a CA and a client certificate.",
        servers.row().flag,
        RULE.docs.what
    );
    let at = context.place(servers);
    let hit = Hit::new(Category::Insecure, at, message).about(servers).confidence(context.confidence(servers));
    Some(if far.is_some() { hit } else { hit.severity(Severity::Low) })
}

/// Whether an address of etcd may be one with TLS. Without any address the server does not start; what is missing
/// for TLS is missing all the same.
pub(super) fn may_use_tls(context: &Context<'_>) -> bool {
    if SERVERS.iter().any(|servers| !context.is_known(*servers)) {
        return addresses(context, settings::ETCD_SERVERS).iter().any(|address| is_tls(address));
    }
    let mut all = SERVERS.iter().flat_map(|servers| addresses(context, *servers)).peekable();
    all.peek().is_none() || all.any(|address| is_tls(&address))
}

fn is_tls(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("unixs://")
}

/// The addresses; those of the overrides stand behind `group/resource#`, parted by `;`.
fn addresses(context: &Context<'_>, servers: SettingId) -> Vec<String> {
    let Some(value) = context.value(servers) else { return Vec::new() };
    let lists = value.items().iter().map(|item| item.split_once('#').map_or(item.as_str(), |(_, list)| list));
    lists.flat_map(|list| list.split(';')).map(|address| address.trim().to_owned()).collect()
}

fn is_loopback(address: &str) -> bool {
    let rest = address.trim_start_matches("http://");
    let host = match rest.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next(),
        None => rest.split([':', '/']).next(),
    };
    let host = host.unwrap_or("");
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
