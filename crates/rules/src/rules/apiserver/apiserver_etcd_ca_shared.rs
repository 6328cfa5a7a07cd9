//! One CA for clients of the API and for etcd.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Confidence, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-etcd-ca-shared",
    title: "etcd and the clients of the API have the same CA",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The CA that vouches for etcd also signs the certificates of users and nodes. etcd, when it trusts the same \
               CA, lets in every one of them.",
        why: "Whoever holds any client certificate of the cluster, such as a kubelet's, reads and writes etcd past the API \
              server: every Secret, every role.",
        verify: "Run `etcdctl get / --prefix --keys-only --limit 1` with a kubelet's certificate and key: it must be \
                 refused.",
        side_effects: "etcd and the API server's client certificate for it need new certificates from a CA of their own, \
                       as kubeadm makes it.",
    },
    references: &[Ref::Cis("2.7")],
};

const ETCD: SettingId = settings::ETCD_CAFILE;
const CLIENTS: SettingId = settings::CLIENT_CA_FILE;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let same = context.is_present(ETCD) == Some(true) && context.is_present(CLIENTS) == Some(true);
    if !same || context.value(ETCD) != context.value(CLIENTS) || context.value(ETCD).is_none() {
        return Vec::new();
    }
    let message = format!(
        "`--etcd-cafile` and `--client-ca-file` name the same file. {} Give etcd a CA of its own.",
        RULE.docs.what
    );
    let hit = Hit::new(Category::Conflict, context.place(ETCD), message).about(ETCD).confidence(Confidence::Likely);
    vec![hit.related(context.place(CLIENTS), "the same CA for clients")]
}
