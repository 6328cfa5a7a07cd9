//! A kubeconfig that client-go does not take.

use crate::access::kubeconfig::{Entry, Kubeconfig, Reader};
use crate::edit::yaml::string_like;
use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::nearest::nearest;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;
use crate::version::Version;
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-refused",
    title: "The kubeconfig cannot be used",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The client checks the current context, its cluster and its user before it connects, and gives up when \
               they do not fit.",
        why: "The kubelet exits with `invalid kubeconfig`, so the node is not ready and its pods are moved away. A \
              component of the control plane does the same.",
        verify: "Run `kubectl --kubeconfig FILE get --raw /readyz`: it must print `ok`.",
        side_effects: "None.",
    },
    references: &[],
};

// Source: `tools/clientcmd/validation.go`, `tools/clientcmd/api/v1/conversion.go` and `transport/transport.go` of
// kubernetes/client-go.

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let mut hits = names(context, &config);
    hits.extend(["clusters", "contexts", "users"].iter().flat_map(|list| twice(context, &config, list)));
    hits.extend(cluster(context, &config));
    hits.extend(user(context, &config));
    hits.extend(exec(context, &config));
    let severity = if config.reader == Reader::Other { Severity::Medium } else { Severity::High };
    hits.into_iter().map(|hit| hit.severity(severity)).collect()
}

/// The current context, and the cluster and user of that context, must be there.
fn names(context: &ObjectContext<'_>, config: &Kubeconfig<'_>) -> Vec<Hit> {
    let root = context.object.root;
    let current = context.value(&["current-context"]);
    let Some(name) = current.map_or(Some(""), |node| context.scalar(node)) else { return Vec::new() };
    if name.is_empty() {
        // A person chooses one by hand.
        let told = config.reader != Reader::Other && context.is_whole() && context.value(&["contexts"]).is_some();
        return told.then(|| no_context(context, config)).into_iter().collect();
    }
    let contexts = config.entries("contexts", "context");
    let Some(chosen) = contexts.iter().find(|entry| entry.name == name) else {
        let names = contexts.iter().map(|entry| entry.name).collect::<Vec<_>>();
        return dangling(context, config, ("contexts", root, "current-context"), name, &names).into_iter().collect();
    };
    let parts = [("clusters", "cluster"), ("users", "user")].into_iter().filter_map(|(list, key)| {
        let name = context.text_at(chosen.body, &[key])?;
        let entries = config.entries(list, key);
        let names: Vec<&str> = entries.iter().map(|entry| entry.name).collect();
        if names.contains(&name) { None } else { dangling(context, config, (list, chosen.body, key), name, &names) }
    });
    parts.collect()
}

fn no_context(context: &ObjectContext<'_>, config: &Kubeconfig<'_>) -> Hit {
    let root = context.object.root;
    let message = "No `current-context` is set, so the kubelet finds no server and exits.";
    let at = context.place_of(root, &["current-context"]);
    let hit = config.hit(Category::Missing, at, "current-context", message);
    let contexts = config.entries("contexts", "context");
    let [only] = contexts.as_slice() else { return hit };
    let change = match context.value(&["current-context"]) {
        Some(empty) => context.set(empty, only.name),
        None => context.insert(root, &["current-context"], &string_like(context.tree, root, only.name)),
    };
    hit.plans(change.map(|change| Plan::new(format!("Set `current-context` to `{}`", only.name), Safety::Safe, change)))
}

fn dangling(
    context: &ObjectContext<'_>,
    config: &Kubeconfig<'_>,
    (list, holder, key): (&str, NodeId, &str),
    name: &str,
    names: &[&str],
) -> Option<Hit> {
    if !config.names_are_known(list) || !context.is_whole() {
        return None;
    }
    let meant = match names {
        [only] => Some(*only),
        _ => nearest(name, names.iter().copied()).filter(|near| near.sure).map(|near| near.name),
    };
    let known = match names {
        [] => format!("`{list}` is empty"),
        _ => format!("`{list}` holds {}", quoted(names)),
    };
    let what = if key == "current-context" { "current-context" } else { key };
    let message = format!("`{what}` is `{name}`, and {known}. {}.", config.gives_up());
    let path = if key == "current-context" { key.to_owned() } else { format!("contexts[].context.{key}") };
    let hit = config.hit(Category::Invalid, context.place_of(holder, &[key]), &path, message);
    let change = meant.zip(context.at(holder, &[key])).and_then(|(meant, node)| context.set(node, meant));
    let title = format!("Set `{what}` to `{}`", meant.unwrap_or_default());
    Some(hit.plans(change.map(|change| Plan::new(title, Safety::Safe, change))))
}

/// A name may stand once in a list.
fn twice(context: &ObjectContext<'_>, config: &Kubeconfig<'_>, list: &str) -> Vec<Hit> {
    let mut seen = BTreeSet::new();
    let entries = config.entries(list, "");
    let again = entries.iter().filter(|entry| !seen.insert(entry.name));
    let hit = |entry: &Entry<'_>| {
        let message = format!("`{}` stands in `{list}` twice. {}.", entry.name, config.gives_up());
        let at = context.place_of(entry.item, &["name"]);
        config.hit(Category::Conflict, at, &format!("{list}[].name"), message)
    };
    again.map(hit).collect()
}

fn cluster(context: &ObjectContext<'_>, config: &Kubeconfig<'_>) -> Vec<Hit> {
    let Some(cluster) = config.cluster else { return Vec::new() };
    let mut hits = Vec::new();
    if config.of_cluster("server").is_none() && context.is_whole() {
        let message = format!("The cluster `{}` has no `server`. {}.", cluster.name, config.gives_up());
        let at = context.place_of(cluster.item, &["name"]);
        hits.push(config.hit(Category::Missing, at, "clusters[].cluster.server", message));
    }
    let at = |key: &str| context.place_of(cluster.body, &[key]);
    let is_set = |key: &&str| config.of_cluster(key).is_some();
    if ["certificate-authority", "certificate-authority-data"].iter().all(is_set) {
        let message = format!("The authority is named both as a file and in the text. {}.", config.gives_up());
        let path = "clusters[].cluster.certificate-authority";
        hits.push(config.hit(Category::Conflict, at("certificate-authority"), path, message));
    }
    if config.has_authority() && config.skips_verification() == Some(true) {
        let message = format!(
            "`insecure-skip-tls-verify` stands beside a certificate authority. {}: only one may be there.",
            config.gives_up()
        );
        let path = "clusters[].cluster.insecure-skip-tls-verify";
        hits.push(config.hit(Category::Conflict, at("insecure-skip-tls-verify"), path, message));
    }
    hits
}

fn user(context: &ObjectContext<'_>, config: &Kubeconfig<'_>) -> Vec<Hit> {
    let Some(user) = config.user else { return Vec::new() };
    let is_set = |key: &str| config.of_user(key).is_some();
    let mut hits = Vec::new();
    let mut say = |key: &str, category: Category, what: &str| {
        let at = context.place(context.key_of(user.body, key).unwrap_or(user.item));
        let message = format!("{what}. {}.", config.gives_up());
        hits.push(config.hit(category, at, &format!("users[].user.{key}"), message));
    };
    let certificate = ["client-certificate-data", "client-certificate"].into_iter().find(|key| is_set(key));
    if let Some(key) = certificate {
        if is_set("client-certificate") && is_set("client-certificate-data") {
            say(key, Category::Conflict, "The client certificate is named both as a file and in the text");
        }
        if is_set("client-key") && is_set("client-key-data") {
            say("client-key-data", Category::Conflict, "The client key is named both as a file and in the text");
        }
        if !is_set("client-key") && !is_set("client-key-data") && context.is_whole() {
            say(key, Category::Missing, "The client certificate has no `client-key`");
        }
    }
    if is_set("token") && (is_set("username") || is_set("password")) {
        say("token", Category::Conflict, "A token stands beside a user name or password, and only one may be there");
    }
    let provider = config.of_user("auth-provider").and_then(|node| context.text_at(node, &["name"]));
    if let Some(name @ ("gcp" | "azure")) = provider.filter(|_| context.version >= Version(26)) {
        say("auth-provider", Category::Removed, &format!("`auth-provider` `{name}` is gone since 1.26; use `exec`"));
    }
    hits
}

fn exec(context: &ObjectContext<'_>, config: &Kubeconfig<'_>) -> Vec<Hit> {
    let Some(exec) = config.of_user("exec").filter(|_| context.is_whole()) else { return Vec::new() };
    let mut hits = Vec::new();
    let mut say = |key: &str, category: Category, what: &str| {
        let place = context.key_of(exec, key).map(|_| context.place_of(exec, &[key]));
        let at = place.or_else(|| Some(context.place(context.key_of(config.user?.body, "exec")?)));
        let message = format!("{what}. {}.", config.gives_up());
        hits.push(config.hit(
            category,
            at.unwrap_or_else(|| context.anchor()),
            &format!("users[].user.exec.{key}"),
            message,
        ));
    };
    if config.written(exec, "command").is_none() {
        say("command", Category::Missing, "`exec` names no `command`");
    }
    match config.written(exec, "apiVersion").map(|node| context.scalar(node)) {
        None => say("apiVersion", Category::Missing, "`exec` names no `apiVersion`"),
        Some(Some("client.authentication.k8s.io/v1alpha1")) => {
            let what = "`client.authentication.k8s.io/v1alpha1` is gone since 1.24; use \
                        `client.authentication.k8s.io/v1beta1` or `v1`, which the program must know as well";
            say("apiVersion", Category::Removed, what);
        }
        Some(Some("client.authentication.k8s.io/v1")) if config.written(exec, "interactiveMode").is_none() => {
            say(
                "interactiveMode",
                Category::Missing,
                "`exec` of version `v1` needs `interactiveMode`, such as `Never`",
            );
        }
        Some(_) => {}
    }
    hits
}
