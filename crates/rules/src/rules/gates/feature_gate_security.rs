//! Feature gates that guard something and are switched off, and those that open something and are switched on.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{ALL_BETA, Gates, Told};
use crate::knowledge::Component::{self, KubeApiserver, Kubelet};
use crate::knowledge::{GateState, Stage};
use crate::report::Severity::{self, Low, Medium};
use crate::report::{Category, Safety};
use crate::rule::{Check, Docs, Repair, Rule};

const GROUP_RISK: &str = "change how workloads run that rely on beta features being off";

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-security",
    title: "A feature gate takes away a protection",
    severity: Severity::Medium,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: GROUP_RISK },
    docs: Docs {
        what: "It switches off a protection that the release has by default, or switches on what the release keeps \
               shut.",
        why: "The protection is missing although nothing else in the configuration shows it. Each finding says what \
              an attacker gains.",
        verify: "Run `kubectl get --raw /metrics | grep kubernetes_feature_enabled`, or the same below \
                 `/api/v1/nodes/NODE/proxy` for a kubelet: the line of the gate must end in its default.",
        side_effects: "Whoever the gate was set for meets the protection again; the fix says who that may be.",
    },
    references: &[],
};

/// A gate with a meaning for security.
struct Guard {
    gate: &'static str,
    /// The value that takes the protection away.
    bad: bool,
    /// Where the gate acts.
    component: Component,
    severity: Severity,
    /// What is missing or open, as a sentence.
    what: &'static str,
    /// Whom the default may stop, as the end of "may ..."; empty when nobody in a cluster as kubeadm sets it up.
    risk: &'static str,
}

const fn off(
    gate: &'static str,
    component: Component,
    severity: Severity,
    what: &'static str,
    risk: &'static str,
) -> Guard {
    Guard { gate, bad: false, component, severity, what, risk }
}

const fn on(
    gate: &'static str,
    component: Component,
    severity: Severity,
    what: &'static str,
    risk: &'static str,
) -> Guard {
    Guard { gate, bad: true, component, severity, what, risk }
}

/// The gates. Sources: `pkg/features/kube_features.go` of kubernetes/kubernetes and `pkg/features` of
/// kubernetes/apiserver, 1.24 to 1.36, with the code that reads each gate. `RotateKubeletServerCertificate` has a rule
/// of its own.
#[rustfmt::skip]
const GUARDS: &[Guard] = &[
    on("AllowInsecureKubeletCertificateSigningRequests", KubeApiserver, Medium,
        "A node may ask for the certificate of another node.",
        "refuse certificate requests that a node makes for another name"),
    on("AllowUnsafeMalformedObjectDeletion", KubeApiserver, Low,
        "Objects that cannot be decrypted may be deleted without regard to finalizers.",
        "stop the removal of corrupt objects"),
    off("AnonymousAuthConfigurableEndpoints", KubeApiserver, Low,
        "Anonymous access cannot be limited to some paths.", ""),
    off("AppArmor", KubeApiserver, Medium,
        "AppArmor profiles are dropped from new pods, which then run without them.",
        "refuse pods whose profile a node does not have"),
    off("AuthorizeNodeWithSelectors", KubeApiserver, Medium,
        "A node may list and watch the pods of all nodes, so one stolen node shows the whole cluster.",
        "refuse agents that read other nodes' pods with a node's credentials"),
    off("AuthorizeWithSelectors", KubeApiserver, Medium,
        "Authorizers do not see selectors, so nobody can be limited to part of a list.",
        "refuse requests that a policy limits by selector"),
    off("ConstrainedImpersonation", KubeApiserver, Low,
        "Whoever may impersonate may do everything that the other may; it cannot be limited to some actions.", ""),
    on("GitRepoVolumeDriver", Kubelet, Medium,
        "Whoever creates pods may run git as root on the node (CVE-2024-10220).",
        "stop pods with a gitRepo volume"),
    on("KMSv1", KubeApiserver, Low,
        "Secrets may be encrypted through KMS v1, which is deprecated and weaker than KMS v2.",
        "stop the API server while its encryption configuration names KMS v1"),
    off("KubeletEnsureSecretPulledImages", Kubelet, Medium,
        "A pod may run a private image that another one's credentials brought to the node.",
        "stop pods that use such an image without credentials"),
    off("KubeletFineGrainedAuthz", Kubelet, Medium,
        "Whoever reads metrics, logs or health from the kubelet needs `nodes/proxy`, which also runs commands in pods.",
        ""),
    off("LegacyServiceAccountTokenCleanUp", KubeApiserver, Low,
        "Service account tokens in Secrets stay valid however long nobody uses them.",
        "refuse old tokens in Secrets that nobody has used for a year"),
    off("LegacyServiceAccountTokenTracking", KubeApiserver, Low,
        "Nothing records when a service account token in a Secret was last used, so stale ones stay.", ""),
    off("PodSecurity", KubeApiserver, Medium,
        "The pod security levels of namespaces are not enforced, so privileged pods are admitted.",
        "refuse pods in namespaces that enforce a level"),
    off("PreventStaticPodAPIReferences", Kubelet, Low,
        "A static pod may refer to Secrets and ConfigMaps, so whoever writes a manifest on the node gets at them.",
        "stop static pods that refer to API objects"),
    on("ProcMountType", KubeApiserver, Low,
        "Pods may ask for a `/proc` that hides nothing of the kernel.",
        "drop the unmasked `/proc` from pods that ask for it"),
    on("ProcMountType", Kubelet, Low,
        "Pods may ask for a `/proc` that hides nothing of the kernel.",
        "stop pods that ask for an unmasked `/proc`"),
    off("RecursiveReadOnlyMounts", KubeApiserver, Low,
        "The field that makes a mount read-only with all that is mounted below it is dropped.", ""),
    off("RecursiveReadOnlyMounts", Kubelet, Low,
        "A read-only mount may hold mounts that can be written.", ""),
    off("ReloadKubeletServerCertificateFile", Kubelet, Low,
        "A renewed serving certificate is not used before the kubelet restarts.", ""),
    off("SeccompDefault", Kubelet, Low,
        "Pods without a seccomp profile run unconfined, and with `seccompDefault` the kubelet exits.", ""),
    off("ServiceAccountNodeAudienceRestriction", KubeApiserver, Medium,
        "A node may ask for tokens of its pods for any audience, also for other services that trust the cluster.",
        "refuse drivers that ask for tokens for audiences that they do not declare"),
    off("ServiceAccountTokenJTI", KubeApiserver, Low,
        "Tokens have no id, so the audit log cannot tell which one was used.", ""),
    off("ServiceAccountTokenNodeBinding", KubeApiserver, Low,
        "Tokens cannot be bound to a node, so a stolen one outlives its node.", ""),
    off("ServiceAccountTokenNodeBindingValidation", KubeApiserver, Medium,
        "A token that is bound to a node stays valid when the node is gone.", ""),
    off("ServiceAccountTokenPodNodeInfo", KubeApiserver, Low,
        "Tokens do not name the node of their pod, so a stolen one cannot be traced to it.", ""),
    off("StructuredAuthenticationConfiguration", KubeApiserver, Low,
        "`--authentication-config` is refused, and with it limits on anonymous access and on issuers.", ""),
    off("StructuredAuthorizationConfiguration", KubeApiserver, Low,
        "`--authorization-config` is refused, and with it webhooks that deny when they cannot be reached.", ""),
    off("TokenRequestServiceAccountUIDValidation", KubeApiserver, Low,
        "A token asked for by a deleted service account may be issued to its successor of the same name.", ""),
    off("UnauthenticatedHTTP2DOSMitigation", KubeApiserver, Medium,
        "Clients without credentials may exhaust the server by opening and resetting streams (CVE-2023-44487).", ""),
    on("UserNamespacesPodSecurityStandards", KubeApiserver, Low,
        "Pods that ask for a user namespace pass as restricted, also on nodes that give them none.",
        "refuse pods with user namespaces where a level is enforced"),
    off("UserNamespacesSupport", KubeApiserver, Low,
        "The field `hostUsers: false` is dropped from new pods, so root in such a container is root on the node.", ""),
    off("UserNamespacesSupport", Kubelet, Low,
        "Pods get no user namespace of their own, so root in a container is root on the node.", ""),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let mut hits: Vec<Hit> = gates
        .told_and_known()
        .filter_map(|(told, _, state)| Some(hit(context, &gates, told, guard(context, told, state)?)))
        .collect();
    hits.extend(group_hit(context, &gates));
    hits
}

/// Whether this rule has a hit about the gate.
pub(super) fn speaks_of(context: &Context<'_>, told: &Told, state: GateState) -> bool {
    guard(context, told, state).is_some()
}

/// Whether the gate is a protection here, which nobody should be told to switch off.
pub(super) fn protects(context: &Context<'_>, told: &Told) -> bool {
    own(context).any(|guard| guard.gate == told.name && !guard.bad)
}

fn guard(context: &Context<'_>, told: &Told, state: GateState) -> Option<&'static Guard> {
    let deviates = told.on != state.on_by_default && !state.locked;
    let fits = |guard: &&Guard| guard.gate == told.name && guard.bad == told.on;
    own(context).find(fits).filter(|_| deviates)
}

fn own(context: &Context<'_>) -> impl Iterator<Item = &'static Guard> {
    let component = context.target.component;
    GUARDS.iter().filter(move |guard| guard.component == component)
}

fn hit(context: &Context<'_>, gates: &Gates, told: &Told, guard: &Guard) -> Hit {
    let message = format!("{}. {} Take it out.", told.found(), guard.what);
    let safety = if guard.risk.is_empty() { Safety::Safe } else { Safety::Unsafe };
    let hit = gates.hit(context, told, Category::Insecure, message).severity(guard.severity);
    hit.plans(gates.take_out(told, safety, guard.risk))
}

/// One hit for all protections that `AllBeta=false` takes away.
fn group_hit(context: &Context<'_>, gates: &Gates) -> Option<Hit> {
    let told = gates.named(ALL_BETA).filter(|told| !told.on)?;
    let lost = |name: &str| {
        let beta = gates.known(name).is_some_and(|(_, state)| state.stage == Stage::Beta && state.on_by_default);
        beta && gates.named(name).is_none()
    };
    let certificate = (context.target.component == Kubelet).then_some("RotateKubeletServerCertificate");
    let guards = own(context).filter(|guard| !guard.bad).map(|guard| guard.gate);
    let names: Vec<String> =
        guards.chain(certificate).filter(|name| lost(name)).map(|name| format!("`{name}`")).collect();
    if names.is_empty() {
        return None;
    }
    let message = format!(
        "`{ALL_BETA}` is set to `false`, which switches off all beta features that are on by default, protections \
         among them: {}. Take it out.",
        names.join(", ")
    );
    let hit = gates.hit(context, told, Category::Insecure, message);
    Some(hit.plans(gates.take_out(told, Safety::Unsafe, GROUP_RISK)))
}
