// Made by `cargo xtask gen` from the files in this folder. DO NOT EDIT.

//! Rules that judge the kubelet's settings.

pub(crate) mod kubelet_address;
pub(crate) mod kubelet_allowed_unsafe_sysctls;
pub(crate) mod kubelet_anonymous_auth;
pub(crate) mod kubelet_authorization_mode;
pub(crate) mod kubelet_client_ca_file;
pub(crate) mod kubelet_companion_missing;
pub(crate) mod kubelet_config_file_not_given;
pub(crate) mod kubelet_container_runtime_endpoint;
pub(crate) mod kubelet_cpu_reservation;
pub(crate) mod kubelet_debug_flags_handler;
pub(crate) mod kubelet_enforce_node_allocatable;
pub(crate) mod kubelet_event_record_qps;
pub(crate) mod kubelet_eviction_thresholds;
pub(crate) mod kubelet_fail_swap_on;
pub(crate) mod kubelet_feature_gate_all_alpha;
pub(crate) mod kubelet_flag_overrides_config;
pub(crate) mod kubelet_gated_setting;
pub(crate) mod kubelet_healthz_bind_address;
pub(crate) mod kubelet_hostname_override;
pub(crate) mod kubelet_image_gc;
pub(crate) mod kubelet_image_pull_credentials;
pub(crate) mod kubelet_kube_reserved;
pub(crate) mod kubelet_legacy_defaults;
pub(crate) mod kubelet_make_iptables_util_chains;
pub(crate) mod kubelet_node_labels;
pub(crate) mod kubelet_parallel_image_pulls;
pub(crate) mod kubelet_pod_pids_limit;
pub(crate) mod kubelet_profiling_handler;
pub(crate) mod kubelet_protect_kernel_defaults;
pub(crate) mod kubelet_read_only_port;
pub(crate) mod kubelet_rotate_certificates;
pub(crate) mod kubelet_rotate_server_certificate_gate;
pub(crate) mod kubelet_run_once;
pub(crate) mod kubelet_seccomp_default;
pub(crate) mod kubelet_shutdown_grace_period;
pub(crate) mod kubelet_standalone_webhook;
pub(crate) mod kubelet_static_pod_url;
pub(crate) mod kubelet_streaming_idle_timeout;
pub(crate) mod kubelet_system_log_query;
pub(crate) mod kubelet_system_reserved;
pub(crate) mod kubelet_tls_cipher_suites;
pub(crate) mod kubelet_tls_min_version;
pub(crate) mod kubelet_tls_serving_cert;
pub(crate) mod kubelet_webhook_token_auth;
