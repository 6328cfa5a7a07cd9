//! Who may say on behalf of whom a request comes.

use crate::context::{Context, text_holds_placeholder};
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-requestheader-ca",
    title: "Any client certificate may act as any user",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::REQUESTHEADER_ALLOWED_NAMES, "front-proxy-client")],
    repair: Repair::Ask { placeholder: "REPLACE-ME" },
    docs: Docs {
        what: "The proxy CA and the client CA are the same and no proxy is named: every client certificate counts as \
               that of the aggregating proxy, which names the user of a request in a header.",
        why: "Whoever holds any client certificate, such as a kubelet's, sends `X-Remote-User: admin` and \
              `X-Remote-Group: system:masters` and may do anything in the cluster.",
        verify: "Run `curl -sk --cert /var/lib/kubelet/pki/kubelet-client-current.pem -H 'X-Remote-User: x' -H \
                 'X-Remote-Group: system:masters' https://HOST:6443/api/v1/secrets | grep code` on a node: it must \
                 print `\"code\": 403`.",
        side_effects: "Proxies whose name is not listed are refused. Better than a list is a CA of its own for the \
                       proxy, as kubeadm makes it.",
    },
    references: &[],
};

const PROXY_CA: SettingId = settings::REQUESTHEADER_CLIENT_CA_FILE;
const NAMES: SettingId = settings::REQUESTHEADER_ALLOWED_NAMES;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let same = context.is_present(PROXY_CA) == Some(true)
        && context.value(PROXY_CA).is_some_and(|proxy| Some(proxy) == context.value(settings::CLIENT_CA_FILE));
    if !same || context.is_present(NAMES) != Some(false) {
        return Vec::new();
    }
    let exits = if context.version >= Version(35) { " From 1.35 the API server then refuses to start." } else { "" };
    let message = format!(
        "`--requestheader-client-ca-file` and `--client-ca-file` name the same file, and \
         `--requestheader-allowed-names` is empty. Whoever holds any client certificate may act as any user.{exits} \
         Use a CA of its own for the proxy, or name the proxy."
    );
    let hit = Hit::new(Category::Conflict, context.place(PROXY_CA), message)
        .about(PROXY_CA)
        .confidence(context.confidence(NAMES))
        .related(context.place(settings::CLIENT_CA_FILE), "the same CA for clients");
    if context.value(NAMES).as_ref().is_some_and(text_holds_placeholder) {
        return vec![hit];
    }
    let Repair::Ask { placeholder } = RULE.repair else { return vec![hit] };
    let title = "Insert `--requestheader-allowed-names` with a placeholder for you to replace";
    vec![hit.plan(Plan::new(title, Safety::Manual, Change::Write(NAMES, placeholder.to_owned())))]
}
