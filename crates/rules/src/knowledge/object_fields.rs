//! The fields of objects that the API server reads from files, each with the first release that has it.
//!
//! Source: `apis/apiserver/types.go` and `apis/audit/types.go` of kubernetes/apiserver and `admission/api/types.go`
//! of kubernetes/pod-security-admission, at each release. Lists are not marked; what holds free content has no rows
//! below it.

use crate::version::Version;

/// A field: its path, parted by dots, and the minor release that brought it (0 is "before the tables").
pub type ObjectField = (&'static str, u8);

/// The fields of an object by its `kind`; nothing for a kind that is not in the tables.
pub fn object_fields(kind: &str) -> Option<&'static [ObjectField]> {
    Some(match kind {
        "AdmissionConfiguration" => ADMISSION,
        "AuthenticationConfiguration" => AUTHENTICATION,
        "AuthorizationConfiguration" => AUTHORIZATION,
        "EncryptionConfiguration" => ENCRYPTION,
        "PodSecurityConfiguration" => POD_SECURITY,
        "Policy" => AUDIT_POLICY,
        _ => return None,
    })
}

/// The names of the fields right below `path`, each with the first release that has it.
pub fn fields_below(fields: &[ObjectField], path: &str) -> Vec<(&'static str, Version)> {
    let below = |(field, since): &ObjectField| {
        let name = if path.is_empty() { Some(*field) } else { field.strip_prefix(path)?.strip_prefix('.') };
        name.filter(|name| !name.contains('.')).map(|name| (name, Version(*since)))
    };
    fields.iter().filter_map(below).collect()
}

const ADMISSION: &[ObjectField] =
    &[("plugins", 0), ("plugins.name", 0), ("plugins.path", 0), ("plugins.configuration", 0)];

const AUDIT_POLICY: &[ObjectField] = &[
    ("metadata", 0),
    ("omitStages", 0),
    ("omitManagedFields", 0),
    ("rules", 0),
    ("rules.level", 0),
    ("rules.users", 0),
    ("rules.userGroups", 0),
    ("rules.verbs", 0),
    ("rules.resources", 0),
    ("rules.resources.group", 0),
    ("rules.resources.resources", 0),
    ("rules.resources.resourceNames", 0),
    ("rules.namespaces", 0),
    ("rules.nonResourceURLs", 0),
    ("rules.omitStages", 0),
    ("rules.omitManagedFields", 0),
];

const AUTHENTICATION: &[ObjectField] = &[
    ("jwt", 29),
    ("jwt.issuer", 29),
    ("jwt.issuer.url", 29),
    ("jwt.issuer.discoveryURL", 30),
    ("jwt.issuer.certificateAuthority", 29),
    ("jwt.issuer.audiences", 29),
    ("jwt.issuer.audienceMatchPolicy", 30),
    ("jwt.issuer.egressSelectorType", 34),
    ("jwt.claimValidationRules", 29),
    ("jwt.claimValidationRules.claim", 29),
    ("jwt.claimValidationRules.requiredValue", 29),
    ("jwt.claimValidationRules.expression", 29),
    ("jwt.claimValidationRules.message", 29),
    ("jwt.claimMappings", 29),
    ("jwt.claimMappings.username", 29),
    ("jwt.claimMappings.username.claim", 29),
    ("jwt.claimMappings.username.prefix", 29),
    ("jwt.claimMappings.username.expression", 29),
    ("jwt.claimMappings.groups", 29),
    ("jwt.claimMappings.groups.claim", 29),
    ("jwt.claimMappings.groups.prefix", 29),
    ("jwt.claimMappings.groups.expression", 29),
    ("jwt.claimMappings.uid", 29),
    ("jwt.claimMappings.uid.claim", 29),
    ("jwt.claimMappings.uid.expression", 29),
    ("jwt.claimMappings.extra", 29),
    ("jwt.claimMappings.extra.key", 29),
    ("jwt.claimMappings.extra.valueExpression", 29),
    ("jwt.userValidationRules", 29),
    ("jwt.userValidationRules.expression", 29),
    ("jwt.userValidationRules.message", 29),
    ("anonymous", 31),
    ("anonymous.enabled", 31),
    ("anonymous.conditions", 31),
    ("anonymous.conditions.path", 31),
];

const AUTHORIZATION: &[ObjectField] = &[
    ("authorizers", 29),
    ("authorizers.type", 29),
    ("authorizers.name", 29),
    ("authorizers.webhook", 29),
    ("authorizers.webhook.authorizedTTL", 29),
    ("authorizers.webhook.cacheAuthorizedRequests", 34),
    ("authorizers.webhook.unauthorizedTTL", 29),
    ("authorizers.webhook.cacheUnauthorizedRequests", 34),
    ("authorizers.webhook.timeout", 29),
    ("authorizers.webhook.subjectAccessReviewVersion", 29),
    ("authorizers.webhook.matchConditionSubjectAccessReviewVersion", 29),
    ("authorizers.webhook.failurePolicy", 29),
    ("authorizers.webhook.connectionInfo", 29),
    ("authorizers.webhook.connectionInfo.type", 29),
    ("authorizers.webhook.connectionInfo.kubeConfigFile", 29),
    ("authorizers.webhook.matchConditions", 29),
    ("authorizers.webhook.matchConditions.expression", 29),
];

const ENCRYPTION: &[ObjectField] = &[
    ("resources", 0),
    ("resources.resources", 0),
    ("resources.providers", 0),
    ("resources.providers.aesgcm", 0),
    ("resources.providers.aesgcm.keys", 0),
    ("resources.providers.aesgcm.keys.name", 0),
    ("resources.providers.aesgcm.keys.secret", 0),
    ("resources.providers.aescbc", 0),
    ("resources.providers.aescbc.keys", 0),
    ("resources.providers.aescbc.keys.name", 0),
    ("resources.providers.aescbc.keys.secret", 0),
    ("resources.providers.secretbox", 0),
    ("resources.providers.secretbox.keys", 0),
    ("resources.providers.secretbox.keys.name", 0),
    ("resources.providers.secretbox.keys.secret", 0),
    ("resources.providers.identity", 0),
    ("resources.providers.kms", 0),
    ("resources.providers.kms.apiVersion", 25),
    ("resources.providers.kms.name", 0),
    ("resources.providers.kms.cachesize", 0),
    ("resources.providers.kms.endpoint", 0),
    ("resources.providers.kms.timeout", 0),
];

const POD_SECURITY: &[ObjectField] = &[
    ("defaults", 0),
    ("defaults.enforce", 0),
    ("defaults.enforce-version", 0),
    ("defaults.audit", 0),
    ("defaults.audit-version", 0),
    ("defaults.warn", 0),
    ("defaults.warn-version", 0),
    ("exemptions", 0),
    ("exemptions.usernames", 0),
    ("exemptions.namespaces", 0),
    ("exemptions.runtimeClasses", 0),
];
