//! Requests without credentials.

use super::apiserver_authz_not_always_allow::modes;
use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::object::ObjectKind;
use crate::report::{Category, Confidence, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-anonymous-auth",
    title: "The API server answers requests without credentials",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::ANONYMOUS_AUTH, "false")],
    repair: Repair::Write {
        value: "false",
        safety: Safety::Unsafe,
        risk: "break the probes of `/livez` and `/readyz`, and `kubeadm join` with a token",
    },
    docs: Docs {
        what: "A request without credentials is accepted as `system:anonymous`, so only authorisation stands between \
               the network and the API.",
        why: "Once a role is bound to `system:anonymous` or `system:unauthenticated`, by mistake or by a tutorial, \
              `curl -k https://HOST:6443/api/v1/secrets` may print every secret to whoever reaches the port.",
        verify: "Run `curl -sk https://HOST:6443/api | grep code`: it must print `\"code\": 401`, not 403.",
        side_effects: "Probes of `/livez` and `/readyz` without credentials fail, as in a kubeadm manifest or a load \
                       balancer, and `kubeadm join` cannot read `cluster-info`. From 1.32, `anonymous.conditions` in \
                       an AuthenticationConfiguration keeps only the paths open that you name.",
    },
    references: &[Ref::Cis("1.2.1"), Ref::Stig("V-242390")],
};

const SETTING: SettingId = settings::ANONYMOUS_AUTH;

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_true(SETTING) != Some(true) {
        return Vec::new();
    }
    // The server refuses the flag next to an `anonymous` section, so a written flag says that there is none.
    match context.is_present(settings::AUTHENTICATION_CONFIG) {
        _ if context.is_written(SETTING) => vec![open(context)],
        Some(false) => vec![open(context)],
        Some(true) if has_anonymous_section(context.version) => match has_section(context) {
            // The section is judged where it stands.
            Some(true) => Vec::new(),
            Some(false) => vec![open(context)],
            None => vec![left_to_file(context)],
        },
        Some(true) => vec![open(context)],
        None => Vec::new(),
    }
}

/// Whether the file of `--authentication-config` can speak about anonymous requests.
fn has_anonymous_section(version: Version) -> bool {
    version >= Version(31)
}

/// Whether the file of `--authentication-config` has an `anonymous` section; nothing when that cannot be known.
pub(super) fn has_section(context: &Context<'_>) -> Option<bool> {
    let file = context.file(settings::AUTHENTICATION_CONFIG, ObjectKind::AuthenticationConfiguration)?;
    let section = file.value(&["anonymous"]);
    if section.is_some() { Some(true) } else { file.is_whole().then_some(false) }
}

fn open(context: &Context<'_>) -> Hit {
    let category = if context.is_written(SETTING) { Category::Insecure } else { Category::Missing };
    if modes(context).is_some_and(|modes| modes.iter().any(|mode| mode == "AlwaysAllow")) {
        return overruled(context, category);
    }
    // A probe without credentials would fail for good, and the kubelet would restart the API server without end.
    let probe = context.target.pod.as_ref().and_then(|pod| pod.open_probes.first());
    let first = probe.map_or_else(String::new, |(name, _)| {
        format!(" Its `{name}` sends no credentials and would fail for good: change that first.")
    });
    let message = format!("{}. {} Set it to `false`.{first}", context.found(SETTING), RULE.docs.what);
    let hit =
        Hit::new(category, context.place(SETTING), message).about(SETTING).confidence(context.confidence(SETTING));
    if let Some((_, at)) = probe {
        return hit.related(*at, "this probe needs anonymous access");
    }
    mended(hit)
}

/// What is said next to the mode `AlwaysAllow`, with which the server resets the flag to `false` and warns.
fn overruled(context: &Context<'_>, category: Category) -> Hit {
    let message = format!(
        "{}. While `AlwaysAllow` is among the authorisation modes, the API server switches this off itself. With any \
         other modes, a request without credentials is accepted as `system:anonymous`. Set it to `false`.",
        context.found(SETTING)
    );
    let hit = Hit::new(category, context.place(SETTING), message).about(SETTING).severity(Severity::Info);
    let hit = hit.confidence(context.confidence(SETTING));
    // Written as `false`, the flag would outlast the mode, and such a probe with it.
    let has_open_probe = context.target.pod.as_ref().is_some_and(|pod| !pod.open_probes.is_empty());
    if has_open_probe { hit } else { mended(hit) }
}

fn mended(hit: Hit) -> Hit {
    let Repair::Write { value, safety, risk } = RULE.repair else { return hit };
    let title = with_risk(format!("Set `--anonymous-auth` to `{value}`"), risk);
    hit.plan(Plan::new(title, safety, Change::Write(SETTING, value.to_owned())))
}

fn left_to_file(context: &Context<'_>) -> Hit {
    let message = "`--anonymous-auth` is not set, so the file of `--authentication-config` may decide which requests \
                   without credentials are accepted. Without an `anonymous` section there, all of them are. Give the \
                   file as well.";
    let at = context.place(settings::AUTHENTICATION_CONFIG);
    Hit::new(Category::Unassessed, at, message).about(SETTING).severity(Severity::Info).confidence(Confidence::Possible)
}
