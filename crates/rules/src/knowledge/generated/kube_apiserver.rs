// Made by `cargo xtask gen` from data/kube_apiserver.tsv. DO NOT EDIT.

//! The id of every setting of the kube-apiserver, by name.
#![allow(dead_code, reason = "one constant per row, whether or not a rule names it")]

use crate::knowledge::SettingId as Id;

/// `--add-dir-header`.
pub const ADD_DIR_HEADER: Id = Id(262);

/// `--address`.
pub const ADDRESS: Id = Id(263);

/// `--admission-control`.
pub const ADMISSION_CONTROL: Id = Id(264);

/// `--admission-control-config-file`.
pub const ADMISSION_CONTROL_CONFIG_FILE: Id = Id(265);

/// `--advertise-address`.
pub const ADVERTISE_ADDRESS: Id = Id(266);

/// `--aggregator-reject-forwarding-redirect`.
pub const AGGREGATOR_REJECT_FORWARDING_REDIRECT: Id = Id(267);

/// `--allow-metric-labels`.
pub const ALLOW_METRIC_LABELS: Id = Id(268);

/// `--allow-metric-labels-manifest`.
pub const ALLOW_METRIC_LABELS_MANIFEST: Id = Id(269);

/// `--allow-privileged`.
pub const ALLOW_PRIVILEGED: Id = Id(270);

/// `--alsologtostderr`.
pub const ALSOLOGTOSTDERR: Id = Id(271);

/// `--anonymous-auth`.
pub const ANONYMOUS_AUTH: Id = Id(272);

/// `--api-audiences`.
pub const API_AUDIENCES: Id = Id(273);

/// `--apiserver-count`.
pub const APISERVER_COUNT: Id = Id(274);

/// `--audit-dynamic-configuration`.
pub const AUDIT_DYNAMIC_CONFIGURATION: Id = Id(275);

/// `--audit-log-batch-buffer-size`.
pub const AUDIT_LOG_BATCH_BUFFER_SIZE: Id = Id(276);

/// `--audit-log-batch-max-size`.
pub const AUDIT_LOG_BATCH_MAX_SIZE: Id = Id(277);

/// `--audit-log-batch-max-wait`.
pub const AUDIT_LOG_BATCH_MAX_WAIT: Id = Id(278);

/// `--audit-log-batch-throttle-burst`.
pub const AUDIT_LOG_BATCH_THROTTLE_BURST: Id = Id(279);

/// `--audit-log-batch-throttle-enable`.
pub const AUDIT_LOG_BATCH_THROTTLE_ENABLE: Id = Id(280);

/// `--audit-log-batch-throttle-qps`.
pub const AUDIT_LOG_BATCH_THROTTLE_QPS: Id = Id(281);

/// `--audit-log-compress`.
pub const AUDIT_LOG_COMPRESS: Id = Id(282);

/// `--audit-log-format`.
pub const AUDIT_LOG_FORMAT: Id = Id(283);

/// `--audit-log-maxage`.
pub const AUDIT_LOG_MAXAGE: Id = Id(284);

/// `--audit-log-maxbackup`.
pub const AUDIT_LOG_MAXBACKUP: Id = Id(285);

/// `--audit-log-maxsize`.
pub const AUDIT_LOG_MAXSIZE: Id = Id(286);

/// `--audit-log-mode`.
pub const AUDIT_LOG_MODE: Id = Id(287);

/// `--audit-log-path`.
pub const AUDIT_LOG_PATH: Id = Id(288);

/// `--audit-log-truncate-enabled`.
pub const AUDIT_LOG_TRUNCATE_ENABLED: Id = Id(289);

/// `--audit-log-truncate-max-batch-size`.
pub const AUDIT_LOG_TRUNCATE_MAX_BATCH_SIZE: Id = Id(290);

/// `--audit-log-truncate-max-event-size`.
pub const AUDIT_LOG_TRUNCATE_MAX_EVENT_SIZE: Id = Id(291);

/// `--audit-log-version`.
pub const AUDIT_LOG_VERSION: Id = Id(292);

/// `--audit-policy-file`.
pub const AUDIT_POLICY_FILE: Id = Id(293);

/// `--audit-webhook-batch-buffer-size`.
pub const AUDIT_WEBHOOK_BATCH_BUFFER_SIZE: Id = Id(294);

/// `--audit-webhook-batch-initial-backoff`.
pub const AUDIT_WEBHOOK_BATCH_INITIAL_BACKOFF: Id = Id(295);

/// `--audit-webhook-batch-max-size`.
pub const AUDIT_WEBHOOK_BATCH_MAX_SIZE: Id = Id(296);

/// `--audit-webhook-batch-max-wait`.
pub const AUDIT_WEBHOOK_BATCH_MAX_WAIT: Id = Id(297);

/// `--audit-webhook-batch-throttle-burst`.
pub const AUDIT_WEBHOOK_BATCH_THROTTLE_BURST: Id = Id(298);

/// `--audit-webhook-batch-throttle-enable`.
pub const AUDIT_WEBHOOK_BATCH_THROTTLE_ENABLE: Id = Id(299);

/// `--audit-webhook-batch-throttle-qps`.
pub const AUDIT_WEBHOOK_BATCH_THROTTLE_QPS: Id = Id(300);

/// `--audit-webhook-config-file`.
pub const AUDIT_WEBHOOK_CONFIG_FILE: Id = Id(301);

/// `--audit-webhook-initial-backoff`.
pub const AUDIT_WEBHOOK_INITIAL_BACKOFF: Id = Id(302);

/// `--audit-webhook-mode`.
pub const AUDIT_WEBHOOK_MODE: Id = Id(303);

/// `--audit-webhook-truncate-enabled`.
pub const AUDIT_WEBHOOK_TRUNCATE_ENABLED: Id = Id(304);

/// `--audit-webhook-truncate-max-batch-size`.
pub const AUDIT_WEBHOOK_TRUNCATE_MAX_BATCH_SIZE: Id = Id(305);

/// `--audit-webhook-truncate-max-event-size`.
pub const AUDIT_WEBHOOK_TRUNCATE_MAX_EVENT_SIZE: Id = Id(306);

/// `--audit-webhook-version`.
pub const AUDIT_WEBHOOK_VERSION: Id = Id(307);

/// `--authentication-config`.
pub const AUTHENTICATION_CONFIG: Id = Id(308);

/// `--authentication-token-webhook-cache-ttl`.
pub const AUTHENTICATION_TOKEN_WEBHOOK_CACHE_TTL: Id = Id(309);

/// `--authentication-token-webhook-config-file`.
pub const AUTHENTICATION_TOKEN_WEBHOOK_CONFIG_FILE: Id = Id(310);

/// `--authentication-token-webhook-version`.
pub const AUTHENTICATION_TOKEN_WEBHOOK_VERSION: Id = Id(311);

/// `--authorization-config`.
pub const AUTHORIZATION_CONFIG: Id = Id(312);

/// `--authorization-mode`.
pub const AUTHORIZATION_MODE: Id = Id(313);

/// `--authorization-policy-file`.
pub const AUTHORIZATION_POLICY_FILE: Id = Id(314);

/// `--authorization-rbac-super-user`.
pub const AUTHORIZATION_RBAC_SUPER_USER: Id = Id(315);

/// `--authorization-webhook-cache-authorized-ttl`.
pub const AUTHORIZATION_WEBHOOK_CACHE_AUTHORIZED_TTL: Id = Id(316);

/// `--authorization-webhook-cache-unauthorized-ttl`.
pub const AUTHORIZATION_WEBHOOK_CACHE_UNAUTHORIZED_TTL: Id = Id(317);

/// `--authorization-webhook-config-file`.
pub const AUTHORIZATION_WEBHOOK_CONFIG_FILE: Id = Id(318);

/// `--authorization-webhook-version`.
pub const AUTHORIZATION_WEBHOOK_VERSION: Id = Id(319);

/// `--basic-auth-file`.
pub const BASIC_AUTH_FILE: Id = Id(320);

/// `--bind-address`.
pub const BIND_ADDRESS: Id = Id(321);

/// `--cert-dir`.
pub const CERT_DIR: Id = Id(322);

/// `--client-ca-file`.
pub const CLIENT_CA_FILE: Id = Id(323);

/// `--cloud-config`.
pub const CLOUD_CONFIG: Id = Id(324);

/// `--cloud-provider`.
pub const CLOUD_PROVIDER: Id = Id(325);

/// `--cloud-provider-gce-l7lb-src-cidrs`.
pub const CLOUD_PROVIDER_GCE_L7LB_SRC_CIDRS: Id = Id(326);

/// `--cloud-provider-gce-lb-src-cidrs`.
pub const CLOUD_PROVIDER_GCE_LB_SRC_CIDRS: Id = Id(327);

/// `--contention-profiling`.
pub const CONTENTION_PROFILING: Id = Id(328);

/// `--coordinated-leadership-lease-duration`.
pub const COORDINATED_LEADERSHIP_LEASE_DURATION: Id = Id(329);

/// `--coordinated-leadership-renew-deadline`.
pub const COORDINATED_LEADERSHIP_RENEW_DEADLINE: Id = Id(330);

/// `--coordinated-leadership-retry-period`.
pub const COORDINATED_LEADERSHIP_RETRY_PERIOD: Id = Id(331);

/// `--cors-allowed-origins`.
pub const CORS_ALLOWED_ORIGINS: Id = Id(332);

/// `--debug-socket-path`.
pub const DEBUG_SOCKET_PATH: Id = Id(333);

/// `--default-not-ready-toleration-seconds`.
pub const DEFAULT_NOT_READY_TOLERATION_SECONDS: Id = Id(334);

/// `--default-unreachable-toleration-seconds`.
pub const DEFAULT_UNREACHABLE_TOLERATION_SECONDS: Id = Id(335);

/// `--default-watch-cache-size`.
pub const DEFAULT_WATCH_CACHE_SIZE: Id = Id(336);

/// `--delete-collection-workers`.
pub const DELETE_COLLECTION_WORKERS: Id = Id(337);

/// `--deserialization-cache-size`.
pub const DESERIALIZATION_CACHE_SIZE: Id = Id(338);

/// `--disable-admission-plugins`.
pub const DISABLE_ADMISSION_PLUGINS: Id = Id(339);

/// `--disable-http2-serving`.
pub const DISABLE_HTTP2_SERVING: Id = Id(340);

/// `--disabled-metrics`.
pub const DISABLED_METRICS: Id = Id(341);

/// `--egress-selector-config-file`.
pub const EGRESS_SELECTOR_CONFIG_FILE: Id = Id(342);

/// `--emulated-version`.
pub const EMULATED_VERSION: Id = Id(343);

/// `--emulation-forward-compatible`.
pub const EMULATION_FORWARD_COMPATIBLE: Id = Id(344);

/// `--enable-admission-plugins`.
pub const ENABLE_ADMISSION_PLUGINS: Id = Id(345);

/// `--enable-aggregator-routing`.
pub const ENABLE_AGGREGATOR_ROUTING: Id = Id(346);

/// `--enable-bootstrap-token-auth`.
pub const ENABLE_BOOTSTRAP_TOKEN_AUTH: Id = Id(347);

/// `--enable-garbage-collector`.
pub const ENABLE_GARBAGE_COLLECTOR: Id = Id(348);

/// `--enable-logs-handler`.
pub const ENABLE_LOGS_HANDLER: Id = Id(349);

/// `--enable-priority-and-fairness`.
pub const ENABLE_PRIORITY_AND_FAIRNESS: Id = Id(350);

/// `--enable-swagger-ui`.
pub const ENABLE_SWAGGER_UI: Id = Id(351);

/// `--encryption-provider-config`.
pub const ENCRYPTION_PROVIDER_CONFIG: Id = Id(352);

/// `--encryption-provider-config-automatic-reload`.
pub const ENCRYPTION_PROVIDER_CONFIG_AUTOMATIC_RELOAD: Id = Id(353);

/// `--endpoint-reconciler-type`.
pub const ENDPOINT_RECONCILER_TYPE: Id = Id(354);

/// `--etcd-cafile`.
pub const ETCD_CAFILE: Id = Id(355);

/// `--etcd-certfile`.
pub const ETCD_CERTFILE: Id = Id(356);

/// `--etcd-compaction-interval`.
pub const ETCD_COMPACTION_INTERVAL: Id = Id(357);

/// `--etcd-config`.
pub const ETCD_CONFIG: Id = Id(358);

/// `--etcd-count-metric-poll-period`.
pub const ETCD_COUNT_METRIC_POLL_PERIOD: Id = Id(359);

/// `--etcd-db-metric-poll-interval`.
pub const ETCD_DB_METRIC_POLL_INTERVAL: Id = Id(360);

/// `--etcd-healthcheck-timeout`.
pub const ETCD_HEALTHCHECK_TIMEOUT: Id = Id(361);

/// `--etcd-keyfile`.
pub const ETCD_KEYFILE: Id = Id(362);

/// `--etcd-prefix`.
pub const ETCD_PREFIX: Id = Id(363);

/// `--etcd-quorum-read`.
pub const ETCD_QUORUM_READ: Id = Id(364);

/// `--etcd-readycheck-timeout`.
pub const ETCD_READYCHECK_TIMEOUT: Id = Id(365);

/// `--etcd-servers`.
pub const ETCD_SERVERS: Id = Id(366);

/// `--etcd-servers-overrides`.
pub const ETCD_SERVERS_OVERRIDES: Id = Id(367);

/// `--event-ttl`.
pub const EVENT_TTL: Id = Id(368);

/// `--experimental-bootstrap-token-auth`.
pub const EXPERIMENTAL_BOOTSTRAP_TOKEN_AUTH: Id = Id(369);

/// `--experimental-encryption-provider-config`.
pub const EXPERIMENTAL_ENCRYPTION_PROVIDER_CONFIG: Id = Id(370);

/// `--experimental-keystone-ca-file`.
pub const EXPERIMENTAL_KEYSTONE_CA_FILE: Id = Id(371);

/// `--experimental-keystone-url`.
pub const EXPERIMENTAL_KEYSTONE_URL: Id = Id(372);

/// `--experimental-logging-sanitization`.
pub const EXPERIMENTAL_LOGGING_SANITIZATION: Id = Id(373);

/// `--external-hostname`.
pub const EXTERNAL_HOSTNAME: Id = Id(374);

/// `--feature-gates`.
pub const FEATURE_GATES: Id = Id(375);

/// `--goaway-chance`.
pub const GOAWAY_CHANCE: Id = Id(376);

/// `--help`.
pub const HELP: Id = Id(377);

/// `--http2-max-streams-per-connection`.
pub const HTTP2_MAX_STREAMS_PER_CONNECTION: Id = Id(378);

/// `--identity-lease-duration-seconds`.
pub const IDENTITY_LEASE_DURATION_SECONDS: Id = Id(379);

/// `--identity-lease-renew-interval-seconds`.
pub const IDENTITY_LEASE_RENEW_INTERVAL_SECONDS: Id = Id(380);

/// `--insecure-allow-any-token`.
pub const INSECURE_ALLOW_ANY_TOKEN: Id = Id(381);

/// `--insecure-bind-address`.
pub const INSECURE_BIND_ADDRESS: Id = Id(382);

/// `--insecure-port`.
pub const INSECURE_PORT: Id = Id(383);

/// `--kubelet-certificate-authority`.
pub const KUBELET_CERTIFICATE_AUTHORITY: Id = Id(384);

/// `--kubelet-client-certificate`.
pub const KUBELET_CLIENT_CERTIFICATE: Id = Id(385);

/// `--kubelet-client-key`.
pub const KUBELET_CLIENT_KEY: Id = Id(386);

/// `--kubelet-https`.
pub const KUBELET_HTTPS: Id = Id(387);

/// `--kubelet-port`.
pub const KUBELET_PORT: Id = Id(388);

/// `--kubelet-preferred-address-types`.
pub const KUBELET_PREFERRED_ADDRESS_TYPES: Id = Id(389);

/// `--kubelet-read-only-port`.
pub const KUBELET_READ_ONLY_PORT: Id = Id(390);

/// `--kubelet-timeout`.
pub const KUBELET_TIMEOUT: Id = Id(391);

/// `--kubernetes-service-node-port`.
pub const KUBERNETES_SERVICE_NODE_PORT: Id = Id(392);

/// `--lease-reuse-duration-seconds`.
pub const LEASE_REUSE_DURATION_SECONDS: Id = Id(393);

/// `--livez-grace-period`.
pub const LIVEZ_GRACE_PERIOD: Id = Id(394);

/// `--log-backtrace-at`.
pub const LOG_BACKTRACE_AT: Id = Id(395);

/// `--log-dir`.
pub const LOG_DIR: Id = Id(396);

/// `--log-file`.
pub const LOG_FILE: Id = Id(397);

/// `--log-file-max-size`.
pub const LOG_FILE_MAX_SIZE: Id = Id(398);

/// `--log-flush-frequency`.
pub const LOG_FLUSH_FREQUENCY: Id = Id(399);

/// `--log-json-info-buffer-size`.
pub const LOG_JSON_INFO_BUFFER_SIZE: Id = Id(400);

/// `--log-json-split-stream`.
pub const LOG_JSON_SPLIT_STREAM: Id = Id(401);

/// `--log-text-info-buffer-size`.
pub const LOG_TEXT_INFO_BUFFER_SIZE: Id = Id(402);

/// `--log-text-split-stream`.
pub const LOG_TEXT_SPLIT_STREAM: Id = Id(403);

/// `--logging-format`.
pub const LOGGING_FORMAT: Id = Id(404);

/// `--logtostderr`.
pub const LOGTOSTDERR: Id = Id(405);

/// `--long-running-request-regexp`.
pub const LONG_RUNNING_REQUEST_REGEXP: Id = Id(406);

/// `--master-service-namespace`.
pub const MASTER_SERVICE_NAMESPACE: Id = Id(407);

/// `--max-connection-bytes-per-sec`.
pub const MAX_CONNECTION_BYTES_PER_SEC: Id = Id(408);

/// `--max-mutating-requests-inflight`.
pub const MAX_MUTATING_REQUESTS_INFLIGHT: Id = Id(409);

/// `--max-requests-inflight`.
pub const MAX_REQUESTS_INFLIGHT: Id = Id(410);

/// `--min-compatibility-version`.
pub const MIN_COMPATIBILITY_VERSION: Id = Id(411);

/// `--min-request-timeout`.
pub const MIN_REQUEST_TIMEOUT: Id = Id(412);

/// `--oidc-ca-file`.
pub const OIDC_CA_FILE: Id = Id(413);

/// `--oidc-client-id`.
pub const OIDC_CLIENT_ID: Id = Id(414);

/// `--oidc-groups-claim`.
pub const OIDC_GROUPS_CLAIM: Id = Id(415);

/// `--oidc-groups-prefix`.
pub const OIDC_GROUPS_PREFIX: Id = Id(416);

/// `--oidc-issuer-url`.
pub const OIDC_ISSUER_URL: Id = Id(417);

/// `--oidc-required-claim`.
pub const OIDC_REQUIRED_CLAIM: Id = Id(418);

/// `--oidc-signing-algs`.
pub const OIDC_SIGNING_ALGS: Id = Id(419);

/// `--oidc-username-claim`.
pub const OIDC_USERNAME_CLAIM: Id = Id(420);

/// `--oidc-username-prefix`.
pub const OIDC_USERNAME_PREFIX: Id = Id(421);

/// `--one-output`.
pub const ONE_OUTPUT: Id = Id(422);

/// `--peer-advertise-ip`.
pub const PEER_ADVERTISE_IP: Id = Id(423);

/// `--peer-advertise-port`.
pub const PEER_ADVERTISE_PORT: Id = Id(424);

/// `--peer-ca-file`.
pub const PEER_CA_FILE: Id = Id(425);

/// `--permit-address-sharing`.
pub const PERMIT_ADDRESS_SHARING: Id = Id(426);

/// `--permit-port-sharing`.
pub const PERMIT_PORT_SHARING: Id = Id(427);

/// `--port`.
pub const PORT: Id = Id(428);

/// `--portal-net`.
pub const PORTAL_NET: Id = Id(429);

/// `--profiling`.
pub const PROFILING: Id = Id(430);

/// `--proxy-client-cert-file`.
pub const PROXY_CLIENT_CERT_FILE: Id = Id(431);

/// `--proxy-client-key-file`.
pub const PROXY_CLIENT_KEY_FILE: Id = Id(432);

/// `--public-address-override`.
pub const PUBLIC_ADDRESS_OVERRIDE: Id = Id(433);

/// `--repair-malformed-updates`.
pub const REPAIR_MALFORMED_UPDATES: Id = Id(434);

/// `--request-timeout`.
pub const REQUEST_TIMEOUT: Id = Id(435);

/// `--requestheader-allowed-names`.
pub const REQUESTHEADER_ALLOWED_NAMES: Id = Id(436);

/// `--requestheader-client-ca-file`.
pub const REQUESTHEADER_CLIENT_CA_FILE: Id = Id(437);

/// `--requestheader-extra-headers-prefix`.
pub const REQUESTHEADER_EXTRA_HEADERS_PREFIX: Id = Id(438);

/// `--requestheader-group-headers`.
pub const REQUESTHEADER_GROUP_HEADERS: Id = Id(439);

/// `--requestheader-uid-headers`.
pub const REQUESTHEADER_UID_HEADERS: Id = Id(440);

/// `--requestheader-username-headers`.
pub const REQUESTHEADER_USERNAME_HEADERS: Id = Id(441);

/// `--runtime-config`.
pub const RUNTIME_CONFIG: Id = Id(442);

/// `--runtime-config-emulation-forward-compatible`.
pub const RUNTIME_CONFIG_EMULATION_FORWARD_COMPATIBLE: Id = Id(443);

/// `--secure-port`.
pub const SECURE_PORT: Id = Id(444);

/// `--service-account-api-audiences`.
pub const SERVICE_ACCOUNT_API_AUDIENCES: Id = Id(445);

/// `--service-account-extend-token-expiration`.
pub const SERVICE_ACCOUNT_EXTEND_TOKEN_EXPIRATION: Id = Id(446);

/// `--service-account-issuer`.
pub const SERVICE_ACCOUNT_ISSUER: Id = Id(447);

/// `--service-account-jwks-uri`.
pub const SERVICE_ACCOUNT_JWKS_URI: Id = Id(448);

/// `--service-account-key-file`.
pub const SERVICE_ACCOUNT_KEY_FILE: Id = Id(449);

/// `--service-account-lookup`.
pub const SERVICE_ACCOUNT_LOOKUP: Id = Id(450);

/// `--service-account-max-token-expiration`.
pub const SERVICE_ACCOUNT_MAX_TOKEN_EXPIRATION: Id = Id(451);

/// `--service-account-signing-endpoint`.
pub const SERVICE_ACCOUNT_SIGNING_ENDPOINT: Id = Id(452);

/// `--service-account-signing-key-file`.
pub const SERVICE_ACCOUNT_SIGNING_KEY_FILE: Id = Id(453);

/// `--service-cluster-ip-range`.
pub const SERVICE_CLUSTER_IP_RANGE: Id = Id(454);

/// `--service-node-port-range`.
pub const SERVICE_NODE_PORT_RANGE: Id = Id(455);

/// `--show-hidden-metrics-for-version`.
pub const SHOW_HIDDEN_METRICS_FOR_VERSION: Id = Id(456);

/// `--shutdown-delay-duration`.
pub const SHUTDOWN_DELAY_DURATION: Id = Id(457);

/// `--shutdown-send-retry-after`.
pub const SHUTDOWN_SEND_RETRY_AFTER: Id = Id(458);

/// `--shutdown-watch-termination-grace-period`.
pub const SHUTDOWN_WATCH_TERMINATION_GRACE_PERIOD: Id = Id(459);

/// `--skip-headers`.
pub const SKIP_HEADERS: Id = Id(460);

/// `--skip-log-headers`.
pub const SKIP_LOG_HEADERS: Id = Id(461);

/// `--ssh-keyfile`.
pub const SSH_KEYFILE: Id = Id(462);

/// `--ssh-user`.
pub const SSH_USER: Id = Id(463);

/// `--stderrthreshold`.
pub const STDERRTHRESHOLD: Id = Id(464);

/// `--storage-backend`.
pub const STORAGE_BACKEND: Id = Id(465);

/// `--storage-initialization-timeout`.
pub const STORAGE_INITIALIZATION_TIMEOUT: Id = Id(466);

/// `--storage-media-type`.
pub const STORAGE_MEDIA_TYPE: Id = Id(467);

/// `--storage-versions`.
pub const STORAGE_VERSIONS: Id = Id(468);

/// `--strict-transport-security-directives`.
pub const STRICT_TRANSPORT_SECURITY_DIRECTIVES: Id = Id(469);

/// `--target-ram-mb`.
pub const TARGET_RAM_MB: Id = Id(470);

/// `--tls-ca-file`.
pub const TLS_CA_FILE: Id = Id(471);

/// `--tls-cert-file`.
pub const TLS_CERT_FILE: Id = Id(472);

/// `--tls-cipher-suites`.
pub const TLS_CIPHER_SUITES: Id = Id(473);

/// `--tls-curve-preferences`.
pub const TLS_CURVE_PREFERENCES: Id = Id(474);

/// `--tls-min-version`.
pub const TLS_MIN_VERSION: Id = Id(475);

/// `--tls-private-key-file`.
pub const TLS_PRIVATE_KEY_FILE: Id = Id(476);

/// `--tls-sni-cert-key`.
pub const TLS_SNI_CERT_KEY: Id = Id(477);

/// `--token-auth-file`.
pub const TOKEN_AUTH_FILE: Id = Id(478);

/// `--tracing-config-file`.
pub const TRACING_CONFIG_FILE: Id = Id(479);

/// `--v`.
pub const V: Id = Id(480);

/// `--version`.
pub const VERSION: Id = Id(481);

/// `--vmodule`.
pub const VMODULE: Id = Id(482);

/// `--watch-cache`.
pub const WATCH_CACHE: Id = Id(483);

/// `--watch-cache-sizes`.
pub const WATCH_CACHE_SIZES: Id = Id(484);
