//! A private key in the text of a kubeconfig.

use crate::access::kubeconfig::{Kubeconfig, Reader};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-embedded-key",
    title: "The kubeconfig holds a private key",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The key stands in the file itself, so every copy of the file is the user.",
        why: "A certificate cannot be revoked in Kubernetes: who has the key from a backup, an image or a ticket is \
              this user until the certificate expires, a year as kubeadm makes it.",
        verify: "Run `grep -c client-key-data FILE`: it must print 0.",
        side_effects: "Certificate and key move into files of their own; the kubelet keeps them in \
                       `/var/lib/kubelet/pki/kubelet-client-current.pem` and renews them there.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some((user, key)) = config.user.zip(config.of_user("client-key-data")) else { return Vec::new() };
    let (severity, message) = match config.reader {
        Reader::Kubelet => (
            Severity::Low,
            "`client-key-data` holds the key of the node, which the kubelet renews in a file of its own and not here. \
             Name that file: `client-certificate` and `client-key`, both \
             `/var/lib/kubelet/pki/kubelet-client-current.pem`.",
        ),
        _ => (
            Severity::Info,
            "`client-key-data` holds a private key, so a copy of the file is this user until the certificate expires. \
             Keep the file to its reader, mode 600, and never share it.",
        ),
    };
    let at = context.place(context.key_of(user.body, "client-key-data").unwrap_or(key));
    vec![config.hit(Category::Insecure, at, "users[].user.client-key-data", message).severity(severity)]
}
