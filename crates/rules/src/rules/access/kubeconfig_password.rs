//! A password for a method that is gone.

use crate::access::kubeconfig::Kubeconfig;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::order::sort_by;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-password",
    title: "The kubeconfig holds a password that no API server accepts",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server has no password authentication since 1.19, so the client is refused, and the password \
               stands in the file in clear.",
        why: "Passwords are used again elsewhere: whoever reads the file tries this one on other services and on older \
              clusters.",
        verify: "Run `grep -c 'password:' FILE`: it must print 0.",
        side_effects: "None on a supported API server. A proxy in front of it that asks for a password needs another \
                       way.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some((user, password)) = config.user.zip(config.of_user("password")) else { return Vec::new() };
    let message = "`password` holds a password in clear for a method that the API server lost in 1.19. Remove \
                   `username` and `password` and use a client certificate.";
    let at = context.place(context.key_of(user.body, "password").unwrap_or(password));
    let hit = config.hit(Category::Removed, at, "users[].user.password", message);
    // With nothing else the client has no identity at all, which is for its owner to decide.
    let other = ["token", "tokenFile", "client-certificate", "client-certificate-data", "exec"];
    let has_other = other.iter().any(|key| config.of_user(key).is_some());
    let keys = ["username", "password"].into_iter().filter(|key| context.at(user.body, &[key]).is_some());
    let changes = keys.map(|key| context.remove_entry(user.body, key)).collect::<Option<Vec<_>>>();
    let changes = changes.filter(|changes| has_other && are_apart(changes));
    let plan = changes.map(|changes| Plan { title: "Remove the password".to_owned(), safety: Safety::Safe, changes });
    vec![hit.plans(plan)]
}

/// Whether no two edits touch the same bytes, as those at the end of a text without a last line end do.
fn are_apart(changes: &[Change]) -> bool {
    let edits = changes.iter().map(|change| if let Change::Edits(edits) = change { edits.as_slice() } else { &[] });
    let mut spans: Vec<_> = edits.flatten().map(|(_, edit)| edit.span).collect();
    sort_by(&mut spans, Ord::cmp);
    spans.windows(2).all(|pair| matches!(pair, [first, second] if first.end <= second.start))
}
