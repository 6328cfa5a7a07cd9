// Made by `cargo xtask gen` from the files in this folder. DO NOT EDIT.

//! Rules that judge who may do what: kubeconfigs, RBAC roles and bindings, labels of namespaces.

pub(crate) mod kubeconfig_bearer_token;
pub(crate) mod kubeconfig_bootstrap_token;
pub(crate) mod kubeconfig_certificate_authority;
pub(crate) mod kubeconfig_embedded_key;
pub(crate) mod kubeconfig_exec_plugin;
pub(crate) mod kubeconfig_insecure_skip_tls_verify;
pub(crate) mod kubeconfig_node_identity;
pub(crate) mod kubeconfig_other_credentials;
pub(crate) mod kubeconfig_password;
pub(crate) mod kubeconfig_plain_http;
pub(crate) mod kubeconfig_refused;
pub(crate) mod kubeconfig_system_masters;
pub(crate) mod namespace_pod_security_label;
pub(crate) mod namespace_pod_security_missing;
pub(crate) mod namespace_pod_security_privileged;
pub(crate) mod namespace_pod_security_version;
pub(crate) mod rbac_aggregate_to_view;
pub(crate) mod rbac_anonymous_binding;
pub(crate) mod rbac_certificate_approval;
pub(crate) mod rbac_cluster_admin_binding;
pub(crate) mod rbac_create_pods;
pub(crate) mod rbac_default_service_account;
pub(crate) mod rbac_escalation;
pub(crate) mod rbac_everyone_binding;
pub(crate) mod rbac_node_proxy;
pub(crate) mod rbac_node_status;
pub(crate) mod rbac_nodes_binding;
pub(crate) mod rbac_persistent_volumes;
pub(crate) mod rbac_pod_exec;
pub(crate) mod rbac_secrets;
pub(crate) mod rbac_service_account_token;
pub(crate) mod rbac_webhook_configuration;
pub(crate) mod rbac_wildcard;
pub(crate) mod rbac_without_effect;
