// Made by `cargo xtask gen` from the files in this folder. DO NOT EDIT.

//! Rules that judge the kube-apiserver's settings.

pub(crate) mod apiserver_admission_always_admit;
pub(crate) mod apiserver_admission_always_pull_images;
pub(crate) mod apiserver_admission_event_rate_limit;
pub(crate) mod apiserver_admission_namespace_lifecycle;
pub(crate) mod apiserver_admission_node_restriction;
pub(crate) mod apiserver_admission_service_account;
pub(crate) mod apiserver_anonymous_auth;
pub(crate) mod apiserver_audit_log_maxage;
pub(crate) mod apiserver_audit_log_maxbackup;
pub(crate) mod apiserver_audit_log_maxsize;
pub(crate) mod apiserver_audit_log_path;
pub(crate) mod apiserver_audit_policy_file;
pub(crate) mod apiserver_authorization_abac;
pub(crate) mod apiserver_authz_node;
pub(crate) mod apiserver_authz_not_always_allow;
pub(crate) mod apiserver_authz_rbac;
pub(crate) mod apiserver_client_ca_file;
pub(crate) mod apiserver_contention_profiling;
pub(crate) mod apiserver_debug_socket_path;
pub(crate) mod apiserver_deny_service_external_ips;
pub(crate) mod apiserver_disabled_admission_plugins;
pub(crate) mod apiserver_encryption_provider_config;
pub(crate) mod apiserver_etcd_cafile;
pub(crate) mod apiserver_etcd_client_cert;
pub(crate) mod apiserver_etcd_plain_http;
pub(crate) mod apiserver_feature_gate_all_alpha;
pub(crate) mod apiserver_kubelet_certificate_authority;
pub(crate) mod apiserver_kubelet_client_cert;
pub(crate) mod apiserver_logs_handler;
pub(crate) mod apiserver_priority_and_fairness;
pub(crate) mod apiserver_profiling;
pub(crate) mod apiserver_removed_admission_plugins;
pub(crate) mod apiserver_request_timeout;
pub(crate) mod apiserver_requestheader_ca;
pub(crate) mod apiserver_secure_port;
pub(crate) mod apiserver_service_account_extend_token_expiration;
pub(crate) mod apiserver_service_account_key_file;
pub(crate) mod apiserver_service_account_lookup;
pub(crate) mod apiserver_tls_cipher_suites;
pub(crate) mod apiserver_tls_min_version;
pub(crate) mod apiserver_tls_serving_cert;
pub(crate) mod apiserver_token_auth_file;
pub(crate) mod apiserver_unknown_admission_plugins;
