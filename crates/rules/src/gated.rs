//! Settings that a component refuses while a feature gate is off.

use crate::context::Context;
use crate::finding::{Change, Hit};
use crate::gates::{Decider, Gates};
use crate::knowledge::{Component, SettingId, kube_apiserver, kubelet};
use crate::refusal::{gate_is_on, gates_of, refusal};
use crate::report::Confidence;

/// When a setting makes use of its feature gate.
#[derive(Clone, Copy, Debug)]
pub enum Use {
    /// When it is set to something that is not empty.
    Set,
    /// When it is true, or a number, duration or quantity above zero.
    On,
    /// When it is this.
    Is(&'static str),
    /// When it is anything but this.
    IsNot(&'static str),
}

/// A setting that the component refuses while a feature gate is off.
#[derive(Debug)]
pub struct Gated {
    /// The setting.
    pub setting: SettingId,
    /// When it counts as used.
    pub used: Use,
    /// The gate.
    pub gate: &'static str,
}

impl Gated {
    /// The hit, when the setting is used while the gate is off.
    pub fn hit(&self, context: &Context<'_>) -> Option<Hit> {
        if !self.is_used(context) || gate_is_on(context, self.gate) != Some(false) {
            return None;
        }
        let gates = gates_of(context);
        let told = Gates::of(context);
        let off = match told.as_ref().and_then(|told| told.decider(self.gate)) {
            Some(Decider::Itself) => "which is switched off".to_owned(),
            Some(Decider::Group(group)) => format!("which `{group}` switches off"),
            Some(Decider::Release) | None => format!("which is off by default in {}", context.version),
        };
        let program = context.target.component.name();
        let message = format!(
            "{}, but it needs the feature gate `{}`, {off}. The {program} exits. Turn the gate on, or take the setting \
             out.",
            context.found(self.setting),
            self.gate,
        );
        let mut hit = refusal(context, &[self.setting], message);
        if context.confidence(gates) != Confidence::Certain {
            hit = hit.confidence(Confidence::Likely);
        }
        if context.is_written(gates) {
            hit = hit.related(context.place_of_part(gates, self.gate), "the feature gates");
        }
        Some(hit)
    }

    fn is_used(&self, context: &Context<'_>) -> bool {
        let value = context.value(self.setting).filter(|_| context.is_written(self.setting));
        let Some(text) = value.map(|value| value.to_string()) else { return false };
        match self.used {
            Use::Set => context.is_present(self.setting) == Some(true),
            Use::On => text == "true" || text.chars().any(|c| c.is_ascii_digit() && c != '0'),
            Use::Is(wanted) => text == wanted,
            Use::IsNot(usual) => text != usual,
        }
    }
}

/// The settings of the component that a gate guards.
pub fn settings_of(component: Component) -> &'static [Gated] {
    match component {
        Component::Kubelet => KUBELET,
        Component::KubeApiserver => APISERVER,
    }
}

/// Whether a change takes out a feature gate that a setting in use needs, so that the component would exit.
pub fn takes_gate_in_use(context: &Context<'_>, change: &Change) -> bool {
    let (setting, keys) = match change {
        Change::Take(setting, key) => (*setting, std::slice::from_ref(key)),
        Change::TakeAll(setting, keys) => (*setting, keys.as_slice()),
        _ => return false,
    };
    let Some(gates) = Gates::of(context).filter(|_| setting == gates_of(context)) else { return false };
    let after = keys.iter().fold(None, |after: Option<Gates>, key| Some(after.as_ref().unwrap_or(&gates).without(key)));
    let Some(after) = after else { return false };
    let lost = |gate| gates.is_on(gate) == Some(true) && after.is_on(gate) == Some(false);
    settings_of(context.target.component).iter().any(|gated| gated.is_used(context) && lost(gated.gate))
}

const fn gated(setting: SettingId, used: Use, gate: &'static str) -> Gated {
    Gated { setting, used, gate }
}

/// Source: `pkg/kubelet/apis/config/validation/validation.go` and `logs/api/v1/options.go` of component-base, releases
/// 1.24 to 1.36.
const KUBELET: &[Gated] = &[
    gated(kubelet::CPU_CFS_QUOTA_PERIOD, Use::IsNot("100ms"), "CustomCPUCFSQuotaPeriod"),
    gated(kubelet::CRASH_LOOP_BACK_OFF_MAX_CONTAINER_RESTART_PERIOD, Use::Set, "KubeletCrashLoopBackOffMax"),
    gated(kubelet::DEFAULT_POD_SYSCTLS, Use::Set, "DefaultPodSysctls"),
    gated(kubelet::ENABLE_SYSTEM_LOG_QUERY, Use::On, "NodeLogQuery"),
    gated(kubelet::IMAGE_MAXIMUM_GC_AGE, Use::On, "ImageMaximumGCAge"),
    gated(kubelet::IMAGE_PULL_CREDENTIALS_VERIFICATION_POLICY, Use::Set, "KubeletEnsureSecretPulledImages"),
    gated(kubelet::PRELOADED_IMAGES_VERIFICATION_ALLOWLIST, Use::Set, "KubeletEnsureSecretPulledImages"),
    gated(kubelet::LOGGING_OPTIONS_JSON_INFO_BUFFER_SIZE, Use::On, "LoggingAlphaOptions"),
    gated(kubelet::LOGGING_OPTIONS_JSON_SPLIT_STREAM, Use::On, "LoggingAlphaOptions"),
    gated(kubelet::LOGGING_OPTIONS_TEXT_INFO_BUFFER_SIZE, Use::On, "LoggingAlphaOptions"),
    gated(kubelet::LOGGING_OPTIONS_TEXT_SPLIT_STREAM, Use::On, "LoggingAlphaOptions"),
    gated(kubelet::MEMORY_RESERVATION_POLICY, Use::Is("TieredReservation"), "MemoryQoS"),
    gated(kubelet::MEMORY_SWAP_SWAP_BEHAVIOR, Use::Set, "NodeSwap"),
    gated(kubelet::SECCOMP_DEFAULT, Use::On, "SeccompDefault"),
    gated(kubelet::SHUTDOWN_GRACE_PERIOD, Use::On, "GracefulNodeShutdown"),
    gated(kubelet::SHUTDOWN_GRACE_PERIOD_CRITICAL_PODS, Use::On, "GracefulNodeShutdown"),
    gated(kubelet::SHUTDOWN_GRACE_PERIOD_BY_POD_PRIORITY, Use::Set, "GracefulNodeShutdownBasedOnPodPriority"),
    gated(kubelet::TOPOLOGY_MANAGER_POLICY_OPTIONS, Use::Set, "TopologyManagerPolicyOptions"),
    gated(kubelet::TRACING_ENDPOINT, Use::Set, "KubeletTracing"),
    gated(kubelet::TRACING_SAMPLING_RATE_PER_MILLION, Use::Set, "KubeletTracing"),
];

/// Sources: `pkg/kubeapiserver/options`, `pkg/controlplane/apiserver/options/validation.go`, and
/// `logs/api/v1/options.go` of component-base.
const APISERVER: &[Gated] = &[
    gated(kube_apiserver::AUTHENTICATION_CONFIG, Use::Set, "StructuredAuthenticationConfiguration"),
    gated(kube_apiserver::AUTHORIZATION_CONFIG, Use::Set, "StructuredAuthorizationConfiguration"),
    gated(kube_apiserver::LOG_JSON_INFO_BUFFER_SIZE, Use::On, "LoggingAlphaOptions"),
    gated(kube_apiserver::LOG_JSON_SPLIT_STREAM, Use::On, "LoggingAlphaOptions"),
    gated(kube_apiserver::LOG_TEXT_INFO_BUFFER_SIZE, Use::On, "LoggingAlphaOptions"),
    gated(kube_apiserver::LOG_TEXT_SPLIT_STREAM, Use::On, "LoggingAlphaOptions"),
    gated(kube_apiserver::PEER_ADVERTISE_IP, Use::Set, "UnknownVersionInteroperabilityProxy"),
    gated(kube_apiserver::PEER_ADVERTISE_PORT, Use::Set, "UnknownVersionInteroperabilityProxy"),
    gated(kube_apiserver::PEER_CA_FILE, Use::Set, "UnknownVersionInteroperabilityProxy"),
    gated(kube_apiserver::SERVICE_ACCOUNT_SIGNING_ENDPOINT, Use::Set, "ExternalServiceAccountTokenSigner"),
];
