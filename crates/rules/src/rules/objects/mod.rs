// Made by `cargo xtask gen` from the files in this folder. DO NOT EDIT.

//! Rules that judge objects which a component reads besides its own configuration.

pub(crate) mod admission_event_rate_limit;
pub(crate) mod admission_image_policy;
pub(crate) mod admission_image_policy_refused;
pub(crate) mod admission_plugins_config;
pub(crate) mod audit_policy_catch_all;
pub(crate) mod audit_policy_drops_writes;
pub(crate) mod audit_policy_refused;
pub(crate) mod audit_policy_secret_values;
pub(crate) mod audit_policy_unreachable;
pub(crate) mod audit_policy_wildcard;
pub(crate) mod authentication_anonymous;
pub(crate) mod authentication_claim_prefix;
pub(crate) mod authentication_config_refused;
pub(crate) mod authorization_config_always_allow;
pub(crate) mod authorization_config_modes;
pub(crate) mod authorization_config_refused;
pub(crate) mod authorization_webhook_cache;
pub(crate) mod authorization_webhook_fails_open;
pub(crate) mod encryption_cipher;
pub(crate) mod encryption_config_refused;
pub(crate) mod encryption_identity_first;
pub(crate) mod encryption_key_invalid;
pub(crate) mod encryption_key_readable;
pub(crate) mod encryption_kms_v1;
pub(crate) mod encryption_secrets_uncovered;
pub(crate) mod object_api_version;
pub(crate) mod object_unknown_field;
pub(crate) mod pod_security_defaults;
pub(crate) mod pod_security_exemptions;
pub(crate) mod pod_security_refused;
