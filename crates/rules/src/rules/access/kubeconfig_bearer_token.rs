//! A token in the text of a kubeconfig.

use crate::access::kubeconfig::{Kubeconfig, Reader, is_bootstrap_token};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Confidence, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-bearer-token",
    title: "The kubeconfig holds a bearer token",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The token stands in the file in clear, and nothing renews it.",
        why: "Whoever reads the file, a backup of it or a pasted copy acts as this user until the token is revoked. A \
              stolen token needs no key.",
        verify: "Run `grep -c 'token:' FILE`: it must print 0.",
        side_effects: "The client needs another credential first: a client certificate, `tokenFile` with a token that \
                       something renews, or an `exec` plugin.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some((user, token)) = config.user.zip(config.of_user("token")) else { return Vec::new() };
    let known = context.scalar(token);
    // The token of a node that is about to join is another matter.
    if config.reader == Reader::Bootstrap || known.is_some_and(is_bootstrap_token) {
        return Vec::new();
    }
    let (severity, advice) = match config.reader {
        Reader::Other => (Severity::Medium, "Use a client certificate, `tokenFile` or an `exec` plugin"),
        _ => (Severity::High, "Let the node get a certificate by `--bootstrap-kubeconfig`"),
    };
    let file = if config.of_user("tokenFile").is_some() {
        " `tokenFile` is set too and wins as long as it can be read, so the token can go."
    } else {
        ""
    };
    // The token itself stays out of the report.
    let message = format!(
        "`token` holds a bearer token in clear, and nothing renews it: whoever reads the file is this user until it is \
         revoked. {advice}.{file}"
    );
    let confidence = if known.is_some() { Confidence::Certain } else { Confidence::Likely };
    let at = context.place(context.key_of(user.body, "token").unwrap_or(token));
    vec![config.hit(Category::Insecure, at, "users[].user.token", message).severity(severity).confidence(confidence)]
}
