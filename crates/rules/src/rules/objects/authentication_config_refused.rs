//! An AuthenticationConfiguration that the API server does not load.

use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Confidence, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "authentication-config-refused",
    title: "The API server refuses the authentication configuration and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuthenticationConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "An issuer needs an `https` URL of its own and an audience, and a user name comes either from a claim \
               with a prefix or from an expression.",
        why: "The control plane is down until it is mended. While it runs, a changed file that is refused is not \
              loaded, and the issuers of the last good one stay in force.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Users of the issuer can log in again.",
    },
    references: &[],
};

/// One `jwt` entry and what is said about it.
struct Issuer<'c, 'a> {
    context: &'c ObjectContext<'a>,
    node: NodeId,
    found: Vec<Hit>,
}

// Source: `apis/apiserver/validation/validation.go` of kubernetes/apiserver.
fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let issuers = context.value(&["jwt"]).map(|list| context.items(list)).unwrap_or_default();
    let mut hits: Vec<Hit> = anonymous(context).into_iter().collect();
    let mut seen: Vec<&str> = Vec::new();
    for node in issuers {
        let mut issuer = Issuer { context, node: *node, found: Vec::new() };
        issuer.url(&seen);
        issuer.audiences();
        issuer.certificate();
        issuer.claim("username");
        issuer.claim("groups");
        issuer.rules();
        issuer.email();
        seen.extend(context.text_at(*node, &["issuer", "url"]));
        hits.append(&mut issuer.found);
    }
    hits
}

fn anonymous(context: &ObjectContext<'_>) -> Option<Hit> {
    context.value(&["anonymous", "conditions"]).filter(|list| !context.items(*list).is_empty())?;
    let enabled = context.value(&["anonymous", "enabled"]);
    if enabled.map_or(!context.is_whole(), |node| context.is_true(node) != Some(false)) {
        return None;
    }
    let at = context.place_of(context.object.root, &["anonymous", "conditions"]);
    let message = "`anonymous.conditions` are only accepted with `enabled: true`, so the API server exits.";
    Some(context.hit(Category::Conflict, at, "anonymous.conditions", message))
}

impl<'a> Issuer<'_, 'a> {
    fn say(&mut self, path: &[&str], message: &str) {
        let there = (1..=path.len()).rev().filter_map(|end| path.get(..end));
        let there = there.into_iter().find(|path| self.context.at(self.node, path).is_some());
        let at = there.map_or_else(|| self.context.place(self.node), |path| self.context.place_of(self.node, path));
        let name = format!("jwt[].{}", path.join("."));
        let message = format!("{message}, so the API server exits.");
        self.found.push(self.context.hit(Category::Invalid, at, &name, message));
    }

    /// The text at a path: empty where nothing is written, nothing where that cannot be known.
    fn text(&self, path: &[&str]) -> Option<&'a str> {
        match self.context.at(self.node, path) {
            Some(node) => self.context.scalar(node),
            None => self.context.is_whole().then_some(""),
        }
    }

    fn url(&mut self, seen: &[&str]) {
        let (url, discovery) = (self.text(&["issuer", "url"]), self.text(&["issuer", "discoveryURL"]));
        match url {
            Some("") => self.say(&["issuer", "url"], "The issuer has no `url`"),
            Some(url) if seen.contains(&url) => self.say(&["issuer", "url"], "Another issuer has the same `url`"),
            Some(url) => {
                if let Some(why) = refused_url(url) {
                    self.say(&["issuer", "url"], &format!("`url` is `{url}`; {why}"));
                }
            }
            None => {}
        }
        let Some(discovery) = discovery.filter(|discovery| !discovery.is_empty()) else { return };
        let path = ["issuer", "discoveryURL"];
        if url.is_some_and(|url| url.trim_end_matches('/') == discovery.trim_end_matches('/')) {
            self.say(&path, "`discoveryURL` is the same as `url`");
        } else if let Some(why) = refused_url(discovery) {
            self.say(&path, &format!("`discoveryURL` is `{discovery}`; {why}"));
        }
    }

    fn audiences(&mut self) {
        let path = ["issuer", "audiences"];
        let list = self.context.at(self.node, &path);
        let items = list.map(|list| self.context.items(list)).unwrap_or_default();
        let policy = self.text(&["issuer", "audienceMatchPolicy"]);
        let names: Vec<&str> = items.iter().filter_map(|item| self.context.scalar(*item)).collect();
        let twice = names.iter().enumerate().any(|(at, name)| names.iter().take(at).any(|other| other == name));
        if items.is_empty() && self.context.is_whole() {
            self.say(&path, "The issuer has no `audiences`");
        } else if names.contains(&"") || twice {
            self.say(&path, "An audience is empty or stands twice");
        } else if items.len() > 1 && self.context.version < Version(30) {
            self.say(&path, "Before 1.30 an issuer has one audience");
        } else if items.len() > 1 && policy.is_some_and(|policy| policy != "MatchAny") {
            self.say(&path, "Several audiences need `audienceMatchPolicy: MatchAny`");
        } else if policy.is_some_and(|policy| !matches!(policy, "" | "MatchAny")) {
            self.say(&["issuer", "audienceMatchPolicy"], "`audienceMatchPolicy` is not `MatchAny`");
        }
    }

    fn certificate(&mut self) {
        let path = ["issuer", "certificateAuthority"];
        let Some(text) = self.text(&path).filter(|text| !text.trim().is_empty()) else { return };
        if !text.contains("-----BEGIN CERTIFICATE-----") {
            self.say(&path, "`certificateAuthority` holds no certificate; it takes the PEM text, not a path");
        }
    }

    /// `claimMappings.username` or `.groups`.
    fn claim(&mut self, of: &'static str) {
        let (claim, expression) = (["claimMappings", of, "claim"], ["claimMappings", of, "expression"]);
        let prefix = ["claimMappings", of, "prefix"];
        let has_prefix = self.context.at(self.node, &prefix).is_some();
        match (self.text(&claim), self.text(&expression)) {
            (Some(""), Some("")) if of == "username" => {
                self.say(&["claimMappings", of], "`username` has neither a `claim` nor an `expression`");
            }
            (Some(""), Some("")) | (None, _) | (_, None) => {}
            (Some(""), Some(_)) if has_prefix => self.say(&prefix, "`prefix` does not go with `expression`"),
            (Some(""), Some(_)) => {}
            (Some(_), Some("")) if !has_prefix && self.context.is_whole() => {
                self.say(&claim, &format!("`{of}` has a `claim` without a `prefix`; `\"\"` stands for none"));
            }
            (Some(_), Some("")) => {}
            (Some(_), Some(_)) => self.say(&expression, &format!("`{of}` has a `claim` and an `expression`")),
        }
    }

    fn rules(&mut self) {
        for (list, needs_claim) in [("claimValidationRules", true), ("userValidationRules", false)] {
            let items = self.context.at(self.node, &[list]).map(|list| self.context.items(list)).unwrap_or_default();
            for item in items {
                let text = |key| match self.context.at(*item, &[key]) {
                    Some(node) => self.context.scalar(node),
                    None => self.context.is_whole().then_some(""),
                };
                let message = match (text("claim"), text("expression")) {
                    (Some(""), Some("")) if needs_claim => "A rule has neither a `claim` nor an `expression`",
                    (_, Some("")) if !needs_claim => "A rule has no `expression`",
                    (Some(claim), Some(expression)) if !claim.is_empty() && !expression.is_empty() => {
                        "A rule has a `claim` and an `expression`"
                    }
                    (Some(claim), Some("")) if !claim.is_empty() && text("message") != Some("") => {
                        "`message` does not go with `claim`"
                    }
                    (Some(""), Some(expression)) if !expression.is_empty() && text("requiredValue") != Some("") => {
                        "`requiredValue` does not go with `expression`"
                    }
                    _ => continue,
                };
                let message = format!("{message}, so the API server exits.");
                let at = self.context.place(*item);
                self.found.push(self.context.hit(Category::Invalid, at, &format!("jwt[].{list}"), message));
            }
        }
    }

    /// An address that nobody confirmed is not accepted as a user name.
    fn email(&mut self) {
        let path = ["claimMappings", "username", "expression"];
        let Some(expression) = self.text(&path).filter(|_| self.context.version >= Version(30)) else { return };
        let uses = |text: &str| {
            let mut after = text.split("claims.email").skip(1);
            after.any(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
        };
        // Any mention will do here: to say nothing is better than to be wrong.
        if uses(expression) && !self.expressions().iter().any(|text| text.contains("email_verified")) {
            let before = self.found.len();
            self.say(&path, "`claims.email` is used without `claims.email_verified`");
            self.found.iter_mut().skip(before).for_each(|hit| hit.confidence = Confidence::Likely);
        }
    }

    /// All expressions about claims.
    fn expressions(&self) -> Vec<&'a str> {
        let mut found: Vec<&str> = self.text(&["claimMappings", "username", "expression"]).into_iter().collect();
        for (path, key) in
            [(&["claimValidationRules"][..], "expression"), (&["claimMappings", "extra"], "valueExpression")]
        {
            let items = self.context.at(self.node, path).map(|list| self.context.items(list)).unwrap_or_default();
            found.extend(items.iter().filter_map(|item| self.context.text_at(*item, &[key])));
        }
        found
    }
}

fn refused_url(url: &str) -> Option<&'static str> {
    let Some(rest) = url.strip_prefix("https://") else { return Some("it must begin with `https://`") };
    let host = rest.split('/').next().unwrap_or(rest);
    Some(match () {
        () if host.contains('@') => "it must not hold a user name or a password",
        () if rest.contains('?') => "it must not hold a query",
        () if rest.contains('#') => "it must not hold a fragment",
        () => return None,
    })
}
