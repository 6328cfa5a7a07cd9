// Made by `cargo xtask gen` from data/kubelet.tsv. DO NOT EDIT.

//! The id of every setting of the kubelet, by name.
#![allow(dead_code, reason = "one constant per row, whether or not a rule names it")]

use crate::knowledge::SettingId as Id;

/// `address`, `--address`.
pub const ADDRESS: Id = Id(0);

/// `allowedUnsafeSysctls`, `--allowed-unsafe-sysctls`.
pub const ALLOWED_UNSAFE_SYSCTLS: Id = Id(1);

/// `authentication.anonymous.enabled`, `--anonymous-auth`.
pub const AUTHENTICATION_ANONYMOUS_ENABLED: Id = Id(2);

/// `authentication.webhook.cacheTTL`, `--authentication-token-webhook-cache-ttl`.
pub const AUTHENTICATION_WEBHOOK_CACHE_TTL: Id = Id(3);

/// `authentication.webhook.enabled`, `--authentication-token-webhook`.
pub const AUTHENTICATION_WEBHOOK_ENABLED: Id = Id(4);

/// `authentication.x509.clientCAFile`, `--client-ca-file`.
pub const AUTHENTICATION_X509_CLIENT_CA_FILE: Id = Id(5);

/// `authorization.mode`, `--authorization-mode`.
pub const AUTHORIZATION_MODE: Id = Id(6);

/// `authorization.webhook.cacheAuthorizedTTL`, `--authorization-webhook-cache-authorized-ttl`.
pub const AUTHORIZATION_WEBHOOK_CACHE_AUTHORIZED_TTL: Id = Id(7);

/// `authorization.webhook.cacheUnauthorizedTTL`, `--authorization-webhook-cache-unauthorized-ttl`.
pub const AUTHORIZATION_WEBHOOK_CACHE_UNAUTHORIZED_TTL: Id = Id(8);

/// `cgroupDriver`, `--cgroup-driver`.
pub const CGROUP_DRIVER: Id = Id(9);

/// `cgroupRoot`, `--cgroup-root`.
pub const CGROUP_ROOT: Id = Id(10);

/// `cgroupsPerQOS`, `--cgroups-per-qos`.
pub const CGROUPS_PER_QOS: Id = Id(11);

/// `clusterDNS`, `--cluster-dns`.
pub const CLUSTER_DNS: Id = Id(12);

/// `clusterDomain`, `--cluster-domain`.
pub const CLUSTER_DOMAIN: Id = Id(13);

/// `configMapAndSecretChangeDetectionStrategy`.
pub const CONFIG_MAP_AND_SECRET_CHANGE_DETECTION_STRATEGY: Id = Id(14);

/// `containerLogMaxFiles`, `--container-log-max-files`.
pub const CONTAINER_LOG_MAX_FILES: Id = Id(15);

/// `containerLogMaxSize`, `--container-log-max-size`.
pub const CONTAINER_LOG_MAX_SIZE: Id = Id(16);

/// `containerLogMaxWorkers`.
pub const CONTAINER_LOG_MAX_WORKERS: Id = Id(17);

/// `containerLogMonitorInterval`.
pub const CONTAINER_LOG_MONITOR_INTERVAL: Id = Id(18);

/// `containerRuntimeEndpoint`, `--container-runtime-endpoint`.
pub const CONTAINER_RUNTIME_ENDPOINT: Id = Id(19);

/// `contentType`, `--kube-api-content-type`.
pub const CONTENT_TYPE: Id = Id(20);

/// `cpuCFSQuota`, `--cpu-cfs-quota`.
pub const CPU_CFS_QUOTA: Id = Id(21);

/// `cpuCFSQuotaPeriod`, `--cpu-cfs-quota-period`.
pub const CPU_CFS_QUOTA_PERIOD: Id = Id(22);

/// `cpuManagerPolicy`, `--cpu-manager-policy`.
pub const CPU_MANAGER_POLICY: Id = Id(23);

/// `cpuManagerPolicyOptions`, `--cpu-manager-policy-options`.
pub const CPU_MANAGER_POLICY_OPTIONS: Id = Id(24);

/// `cpuManagerReconcilePeriod`, `--cpu-manager-reconcile-period`.
pub const CPU_MANAGER_RECONCILE_PERIOD: Id = Id(25);

/// `crashLoopBackOff.maxContainerRestartPeriod`.
pub const CRASH_LOOP_BACK_OFF_MAX_CONTAINER_RESTART_PERIOD: Id = Id(26);

/// `defaultPodSysctls`.
pub const DEFAULT_POD_SYSCTLS: Id = Id(27);

/// `enableContentionProfiling`, `--contention-profiling`.
pub const ENABLE_CONTENTION_PROFILING: Id = Id(28);

/// `enableControllerAttachDetach`, `--enable-controller-attach-detach`.
pub const ENABLE_CONTROLLER_ATTACH_DETACH: Id = Id(29);

/// `enableDebugFlagsHandler`.
pub const ENABLE_DEBUG_FLAGS_HANDLER: Id = Id(30);

/// `enableDebuggingHandlers`, `--enable-debugging-handlers`.
pub const ENABLE_DEBUGGING_HANDLERS: Id = Id(31);

/// `enableProfilingHandler`.
pub const ENABLE_PROFILING_HANDLER: Id = Id(32);

/// `enableServer`, `--enable-server`.
pub const ENABLE_SERVER: Id = Id(33);

/// `enableSystemLogHandler`.
pub const ENABLE_SYSTEM_LOG_HANDLER: Id = Id(34);

/// `enableSystemLogQuery`.
pub const ENABLE_SYSTEM_LOG_QUERY: Id = Id(35);

/// `enforceNodeAllocatable`, `--enforce-node-allocatable`.
pub const ENFORCE_NODE_ALLOCATABLE: Id = Id(36);

/// `eventBurst`, `--event-burst`.
pub const EVENT_BURST: Id = Id(37);

/// `eventRecordQPS`, `--event-qps`.
pub const EVENT_RECORD_QPS: Id = Id(38);

/// `evictionHard`, `--eviction-hard`.
pub const EVICTION_HARD: Id = Id(39);

/// `evictionMaxPodGracePeriod`, `--eviction-max-pod-grace-period`.
pub const EVICTION_MAX_POD_GRACE_PERIOD: Id = Id(40);

/// `evictionMinimumReclaim`, `--eviction-minimum-reclaim`.
pub const EVICTION_MINIMUM_RECLAIM: Id = Id(41);

/// `evictionPressureTransitionPeriod`, `--eviction-pressure-transition-period`.
pub const EVICTION_PRESSURE_TRANSITION_PERIOD: Id = Id(42);

/// `evictionSoft`, `--eviction-soft`.
pub const EVICTION_SOFT: Id = Id(43);

/// `evictionSoftGracePeriod`, `--eviction-soft-grace-period`.
pub const EVICTION_SOFT_GRACE_PERIOD: Id = Id(44);

/// `failCgroupV1`, `--fail-cgroupv1`.
pub const FAIL_CGROUP_V1: Id = Id(45);

/// `failSwapOn`, `--fail-swap-on`.
pub const FAIL_SWAP_ON: Id = Id(46);

/// `featureGates`, `--feature-gates`.
pub const FEATURE_GATES: Id = Id(47);

/// `fileCheckFrequency`, `--file-check-frequency`.
pub const FILE_CHECK_FREQUENCY: Id = Id(48);

/// `hairpinMode`, `--hairpin-mode`.
pub const HAIRPIN_MODE: Id = Id(49);

/// `healthzBindAddress`, `--healthz-bind-address`.
pub const HEALTHZ_BIND_ADDRESS: Id = Id(50);

/// `healthzPort`, `--healthz-port`.
pub const HEALTHZ_PORT: Id = Id(51);

/// `httpCheckFrequency`, `--http-check-frequency`.
pub const HTTP_CHECK_FREQUENCY: Id = Id(52);

/// `imageGCHighThresholdPercent`, `--image-gc-high-threshold`.
pub const IMAGE_GC_HIGH_THRESHOLD_PERCENT: Id = Id(53);

/// `imageGCLowThresholdPercent`, `--image-gc-low-threshold`.
pub const IMAGE_GC_LOW_THRESHOLD_PERCENT: Id = Id(54);

/// `imageMaximumGCAge`.
pub const IMAGE_MAXIMUM_GC_AGE: Id = Id(55);

/// `imageMinimumGCAge`, `--minimum-image-ttl-duration`.
pub const IMAGE_MINIMUM_GC_AGE: Id = Id(56);

/// `imagePullCredentialsVerificationPolicy`.
pub const IMAGE_PULL_CREDENTIALS_VERIFICATION_POLICY: Id = Id(57);

/// `imageServiceEndpoint`, `--image-service-endpoint`.
pub const IMAGE_SERVICE_ENDPOINT: Id = Id(58);

/// `iptablesDropBit`, `--iptables-drop-bit`.
pub const IPTABLES_DROP_BIT: Id = Id(59);

/// `iptablesMasqueradeBit`, `--iptables-masquerade-bit`.
pub const IPTABLES_MASQUERADE_BIT: Id = Id(60);

/// `kernelMemcgNotification`, `--kernel-memcg-notification`.
pub const KERNEL_MEMCG_NOTIFICATION: Id = Id(61);

/// `kubeAPIBurst`, `--kube-api-burst`.
pub const KUBE_API_BURST: Id = Id(62);

/// `kubeAPIQPS`, `--kube-api-qps`.
pub const KUBE_APIQPS: Id = Id(63);

/// `kubeletCgroups`, `--kubelet-cgroups`.
pub const KUBELET_CGROUPS: Id = Id(64);

/// `kubeReserved`, `--kube-reserved`.
pub const KUBE_RESERVED: Id = Id(65);

/// `kubeReservedCgroup`, `--kube-reserved-cgroup`.
pub const KUBE_RESERVED_CGROUP: Id = Id(66);

/// `localStorageCapacityIsolation`, `--local-storage-capacity-isolation`.
pub const LOCAL_STORAGE_CAPACITY_ISOLATION: Id = Id(67);

/// `logging.flushFrequency`, `--log-flush-frequency`.
pub const LOGGING_FLUSH_FREQUENCY: Id = Id(68);

/// `logging.format`, `--logging-format`.
pub const LOGGING_FORMAT: Id = Id(69);

/// `logging.options.json.infoBufferSize`, `--log-json-info-buffer-size`.
pub const LOGGING_OPTIONS_JSON_INFO_BUFFER_SIZE: Id = Id(70);

/// `logging.options.json.splitStream`, `--log-json-split-stream`.
pub const LOGGING_OPTIONS_JSON_SPLIT_STREAM: Id = Id(71);

/// `logging.options.text.infoBufferSize`, `--log-text-info-buffer-size`.
pub const LOGGING_OPTIONS_TEXT_INFO_BUFFER_SIZE: Id = Id(72);

/// `logging.options.text.splitStream`, `--log-text-split-stream`.
pub const LOGGING_OPTIONS_TEXT_SPLIT_STREAM: Id = Id(73);

/// `logging.sanitization`.
pub const LOGGING_SANITIZATION: Id = Id(74);

/// `logging.verbosity`, `--v`.
pub const LOGGING_VERBOSITY: Id = Id(75);

/// `logging.vmodule`, `--vmodule`.
pub const LOGGING_VMODULE: Id = Id(76);

/// `makeIPTablesUtilChains`, `--make-iptables-util-chains`.
pub const MAKE_IP_TABLES_UTIL_CHAINS: Id = Id(77);

/// `maxOpenFiles`, `--max-open-files`.
pub const MAX_OPEN_FILES: Id = Id(78);

/// `maxParallelImagePulls`.
pub const MAX_PARALLEL_IMAGE_PULLS: Id = Id(79);

/// `maxPods`, `--max-pods`.
pub const MAX_PODS: Id = Id(80);

/// `memoryManagerPolicy`, `--memory-manager-policy`.
pub const MEMORY_MANAGER_POLICY: Id = Id(81);

/// `memoryReservationPolicy`.
pub const MEMORY_RESERVATION_POLICY: Id = Id(82);

/// `memorySwap.swapBehavior`.
pub const MEMORY_SWAP_SWAP_BEHAVIOR: Id = Id(83);

/// `memoryThrottlingFactor`.
pub const MEMORY_THROTTLING_FACTOR: Id = Id(84);

/// `mergeDefaultEvictionSettings`.
pub const MERGE_DEFAULT_EVICTION_SETTINGS: Id = Id(85);

/// `nodeLeaseDurationSeconds`.
pub const NODE_LEASE_DURATION_SECONDS: Id = Id(86);

/// `nodeStatusMaxImages`, `--node-status-max-images`.
pub const NODE_STATUS_MAX_IMAGES: Id = Id(87);

/// `nodeStatusReportFrequency`.
pub const NODE_STATUS_REPORT_FREQUENCY: Id = Id(88);

/// `nodeStatusUpdateFrequency`, `--node-status-update-frequency`.
pub const NODE_STATUS_UPDATE_FREQUENCY: Id = Id(89);

/// `oomScoreAdj`, `--oom-score-adj`.
pub const OOM_SCORE_ADJ: Id = Id(90);

/// `podCIDR`, `--pod-cidr`.
pub const POD_CIDR: Id = Id(91);

/// `podLogsDir`.
pub const POD_LOGS_DIR: Id = Id(92);

/// `podPidsLimit`, `--pod-max-pids`.
pub const POD_PIDS_LIMIT: Id = Id(93);

/// `podsPerCore`, `--pods-per-core`.
pub const PODS_PER_CORE: Id = Id(94);

/// `port`, `--port`.
pub const PORT: Id = Id(95);

/// `preloadedImagesVerificationAllowlist`.
pub const PRELOADED_IMAGES_VERIFICATION_ALLOWLIST: Id = Id(96);

/// `protectKernelDefaults`, `--protect-kernel-defaults`.
pub const PROTECT_KERNEL_DEFAULTS: Id = Id(97);

/// `providerID`, `--provider-id`.
pub const PROVIDER_ID: Id = Id(98);

/// `qosReserved`, `--qos-reserved`.
pub const QOS_RESERVED: Id = Id(99);

/// `readOnlyPort`, `--read-only-port`.
pub const READ_ONLY_PORT: Id = Id(100);

/// `registerNode`, `--register-node`.
pub const REGISTER_NODE: Id = Id(101);

/// `registerWithTaints`, `--register-with-taints`.
pub const REGISTER_WITH_TAINTS: Id = Id(102);

/// `registryBurst`, `--registry-burst`.
pub const REGISTRY_BURST: Id = Id(103);

/// `registryPullQPS`, `--registry-qps`.
pub const REGISTRY_PULL_QPS: Id = Id(104);

/// `reservedMemory`, `--reserved-memory`.
pub const RESERVED_MEMORY: Id = Id(105);

/// `reservedSystemCPUs`, `--reserved-cpus`.
pub const RESERVED_SYSTEM_CPUS: Id = Id(106);

/// `resolvConf`, `--resolv-conf`.
pub const RESOLV_CONF: Id = Id(107);

/// `rotateCertificates`, `--rotate-certificates`.
pub const ROTATE_CERTIFICATES: Id = Id(108);

/// `runOnce`, `--runonce`.
pub const RUN_ONCE: Id = Id(109);

/// `runtimeRequestTimeout`, `--runtime-request-timeout`.
pub const RUNTIME_REQUEST_TIMEOUT: Id = Id(110);

/// `seccompDefault`, `--seccomp-default`.
pub const SECCOMP_DEFAULT: Id = Id(111);

/// `serializeImagePulls`, `--serialize-image-pulls`.
pub const SERIALIZE_IMAGE_PULLS: Id = Id(112);

/// `serverTLSBootstrap`, `--rotate-server-certificates`.
pub const SERVER_TLS_BOOTSTRAP: Id = Id(113);

/// `showHiddenMetricsForVersion`.
pub const SHOW_HIDDEN_METRICS_FOR_VERSION: Id = Id(114);

/// `shutdownGracePeriod`.
pub const SHUTDOWN_GRACE_PERIOD: Id = Id(115);

/// `shutdownGracePeriodByPodPriority`.
pub const SHUTDOWN_GRACE_PERIOD_BY_POD_PRIORITY: Id = Id(116);

/// `shutdownGracePeriodCriticalPods`.
pub const SHUTDOWN_GRACE_PERIOD_CRITICAL_PODS: Id = Id(117);

/// `singleProcessOOMKill`.
pub const SINGLE_PROCESS_OOM_KILL: Id = Id(118);

/// `staticPodPath`, `--pod-manifest-path`.
pub const STATIC_POD_PATH: Id = Id(119);

/// `staticPodURL`, `--manifest-url`.
pub const STATIC_POD_URL: Id = Id(120);

/// `staticPodURLHeader`, `--manifest-url-header`.
pub const STATIC_POD_URL_HEADER: Id = Id(121);

/// `streamingConnectionIdleTimeout`, `--streaming-connection-idle-timeout`.
pub const STREAMING_CONNECTION_IDLE_TIMEOUT: Id = Id(122);

/// `syncFrequency`, `--sync-frequency`.
pub const SYNC_FREQUENCY: Id = Id(123);

/// `systemCgroups`, `--system-cgroups`.
pub const SYSTEM_CGROUPS: Id = Id(124);

/// `systemReserved`, `--system-reserved`.
pub const SYSTEM_RESERVED: Id = Id(125);

/// `systemReservedCgroup`, `--system-reserved-cgroup`.
pub const SYSTEM_RESERVED_CGROUP: Id = Id(126);

/// `tlsCertFile`, `--tls-cert-file`.
pub const TLS_CERT_FILE: Id = Id(127);

/// `tlsCipherSuites`, `--tls-cipher-suites`.
pub const TLS_CIPHER_SUITES: Id = Id(128);

/// `tlsCurvePreferences`.
pub const TLS_CURVE_PREFERENCES: Id = Id(129);

/// `tlsMinVersion`, `--tls-min-version`.
pub const TLS_MIN_VERSION: Id = Id(130);

/// `tlsPrivateKeyFile`, `--tls-private-key-file`.
pub const TLS_PRIVATE_KEY_FILE: Id = Id(131);

/// `topologyManagerPolicy`, `--topology-manager-policy`.
pub const TOPOLOGY_MANAGER_POLICY: Id = Id(132);

/// `topologyManagerPolicyOptions`, `--topology-manager-policy-options`.
pub const TOPOLOGY_MANAGER_POLICY_OPTIONS: Id = Id(133);

/// `topologyManagerScope`, `--topology-manager-scope`.
pub const TOPOLOGY_MANAGER_SCOPE: Id = Id(134);

/// `tracing.endpoint`.
pub const TRACING_ENDPOINT: Id = Id(135);

/// `tracing.samplingRatePerMillion`.
pub const TRACING_SAMPLING_RATE_PER_MILLION: Id = Id(136);

/// `userNamespaces.idsPerPod`.
pub const USER_NAMESPACES_IDS_PER_POD: Id = Id(137);

/// `volumePluginDir`, `--volume-plugin-dir`.
pub const VOLUME_PLUGIN_DIR: Id = Id(138);

/// `volumeStatsAggPeriod`, `--volume-stats-agg-period`.
pub const VOLUME_STATS_AGG_PERIOD: Id = Id(139);

/// `--add-dir-header`.
pub const ADD_DIR_HEADER: Id = Id(140);

/// `--allow-privileged`.
pub const ALLOW_PRIVILEGED: Id = Id(141);

/// `--alsologtostderr`.
pub const ALSOLOGTOSTDERR: Id = Id(142);

/// `--api-servers`.
pub const API_SERVERS: Id = Id(143);

/// `--application-metrics-count-limit`.
pub const APPLICATION_METRICS_COUNT_LIMIT: Id = Id(144);

/// `--auth-path`.
pub const AUTH_PATH: Id = Id(145);

/// `--azure-container-registry-config`.
pub const AZURE_CONTAINER_REGISTRY_CONFIG: Id = Id(146);

/// `--babysit-daemons`.
pub const BABYSIT_DAEMONS: Id = Id(147);

/// `--boot-id-file`.
pub const BOOT_ID_FILE: Id = Id(148);

/// `--bootstrap-checkpoint-path`.
pub const BOOTSTRAP_CHECKPOINT_PATH: Id = Id(149);

/// `--bootstrap-kubeconfig`.
pub const BOOTSTRAP_KUBECONFIG: Id = Id(150);

/// `--cadvisor-port`.
pub const CADVISOR_PORT: Id = Id(151);

/// `--cert-dir`.
pub const CERT_DIR: Id = Id(152);

/// `--chaos-chance`.
pub const CHAOS_CHANCE: Id = Id(153);

/// `--cloud-config`.
pub const CLOUD_CONFIG: Id = Id(154);

/// `--cloud-provider`.
pub const CLOUD_PROVIDER: Id = Id(155);

/// `--cni-bin-dir`.
pub const CNI_BIN_DIR: Id = Id(156);

/// `--cni-cache-dir`.
pub const CNI_CACHE_DIR: Id = Id(157);

/// `--cni-conf-dir`.
pub const CNI_CONF_DIR: Id = Id(158);

/// `--config`.
pub const CONFIG: Id = Id(159);

/// `--config-dir`.
pub const CONFIG_DIR: Id = Id(160);

/// `--configure-cbr0`.
pub const CONFIGURE_CBR0: Id = Id(161);

/// `--container-hints`.
pub const CONTAINER_HINTS: Id = Id(162);

/// `--container-runtime`.
pub const CONTAINER_RUNTIME: Id = Id(163);

/// `--containerd`.
pub const CONTAINERD: Id = Id(164);

/// `--containerd-namespace`.
pub const CONTAINERD_NAMESPACE: Id = Id(165);

/// `--containerized`.
pub const CONTAINERIZED: Id = Id(166);

/// `--docker`.
pub const DOCKER: Id = Id(167);

/// `--docker-disable-shared-pid`.
pub const DOCKER_DISABLE_SHARED_PID: Id = Id(168);

/// `--docker-endpoint`.
pub const DOCKER_ENDPOINT: Id = Id(169);

/// `--docker-env-metadata-whitelist`.
pub const DOCKER_ENV_METADATA_WHITELIST: Id = Id(170);

/// `--docker-exec-handler`.
pub const DOCKER_EXEC_HANDLER: Id = Id(171);

/// `--docker-only`.
pub const DOCKER_ONLY: Id = Id(172);

/// `--docker-root`.
pub const DOCKER_ROOT: Id = Id(173);

/// `--docker-tls`.
pub const DOCKER_TLS: Id = Id(174);

/// `--docker-tls-ca`.
pub const DOCKER_TLS_CA: Id = Id(175);

/// `--docker-tls-cert`.
pub const DOCKER_TLS_CERT: Id = Id(176);

/// `--docker-tls-key`.
pub const DOCKER_TLS_KEY: Id = Id(177);

/// `--dynamic-config-dir`.
pub const DYNAMIC_CONFIG_DIR: Id = Id(178);

/// `--enable-cadvisor-json-endpoints`.
pub const ENABLE_CADVISOR_JSON_ENDPOINTS: Id = Id(179);

/// `--enable-custom-metrics`.
pub const ENABLE_CUSTOM_METRICS: Id = Id(180);

/// `--enable-load-reader`.
pub const ENABLE_LOAD_READER: Id = Id(181);

/// `--enable-tracing`.
pub const ENABLE_TRACING: Id = Id(182);

/// `--event-storage-age-limit`.
pub const EVENT_STORAGE_AGE_LIMIT: Id = Id(183);

/// `--event-storage-event-limit`.
pub const EVENT_STORAGE_EVENT_LIMIT: Id = Id(184);

/// `--exit-on-lock-contention`.
pub const EXIT_ON_LOCK_CONTENTION: Id = Id(185);

/// `--experimental-allocatable-ignore-eviction`.
pub const EXPERIMENTAL_ALLOCATABLE_IGNORE_EVICTION: Id = Id(186);

/// `--experimental-allowed-unsafe-sysctls`.
pub const EXPERIMENTAL_ALLOWED_UNSAFE_SYSCTLS: Id = Id(187);

/// `--experimental-bootstrap-kubeconfig`.
pub const EXPERIMENTAL_BOOTSTRAP_KUBECONFIG: Id = Id(188);

/// `--experimental-check-node-capabilities-before-mount`.
pub const EXPERIMENTAL_CHECK_NODE_CAPABILITIES_BEFORE_MOUNT: Id = Id(189);

/// `--experimental-cri`.
pub const EXPERIMENTAL_CRI: Id = Id(190);

/// `--experimental-dockershim`.
pub const EXPERIMENTAL_DOCKERSHIM: Id = Id(191);

/// `--experimental-dockershim-root-directory`.
pub const EXPERIMENTAL_DOCKERSHIM_ROOT_DIRECTORY: Id = Id(192);

/// `--experimental-fail-swap-on`.
pub const EXPERIMENTAL_FAIL_SWAP_ON: Id = Id(193);

/// `--experimental-flannel-overlay`.
pub const EXPERIMENTAL_FLANNEL_OVERLAY: Id = Id(194);

/// `--experimental-kernel-memcg-notification`.
pub const EXPERIMENTAL_KERNEL_MEMCG_NOTIFICATION: Id = Id(195);

/// `--experimental-logging-sanitization`.
pub const EXPERIMENTAL_LOGGING_SANITIZATION: Id = Id(196);

/// `--experimental-mounter-path`.
pub const EXPERIMENTAL_MOUNTER_PATH: Id = Id(197);

/// `--experimental-nvidia-gpus`.
pub const EXPERIMENTAL_NVIDIA_GPUS: Id = Id(198);

/// `--experimental-qos-reserved`.
pub const EXPERIMENTAL_QOS_RESERVED: Id = Id(199);

/// `--global-housekeeping-interval`.
pub const GLOBAL_HOUSEKEEPING_INTERVAL: Id = Id(200);

/// `--google-json-key`.
pub const GOOGLE_JSON_KEY: Id = Id(201);

/// `--help`.
pub const HELP: Id = Id(202);

/// `--host-ipc-sources`.
pub const HOST_IPC_SOURCES: Id = Id(203);

/// `--host-network-sources`.
pub const HOST_NETWORK_SOURCES: Id = Id(204);

/// `--host-pid-sources`.
pub const HOST_PID_SOURCES: Id = Id(205);

/// `--hostname-override`.
pub const HOSTNAME_OVERRIDE: Id = Id(206);

/// `--housekeeping-interval`.
pub const HOUSEKEEPING_INTERVAL: Id = Id(207);

/// `--image-credential-provider-bin-dir`.
pub const IMAGE_CREDENTIAL_PROVIDER_BIN_DIR: Id = Id(208);

/// `--image-credential-provider-config`.
pub const IMAGE_CREDENTIAL_PROVIDER_CONFIG: Id = Id(209);

/// `--image-pull-progress-deadline`.
pub const IMAGE_PULL_PROGRESS_DEADLINE: Id = Id(210);

/// `--init-config-dir`.
pub const INIT_CONFIG_DIR: Id = Id(211);

/// `--keep-terminated-pod-volumes`.
pub const KEEP_TERMINATED_POD_VOLUMES: Id = Id(212);

/// `--kubeconfig`.
pub const KUBECONFIG: Id = Id(213);

/// `--lock-file`.
pub const LOCK_FILE: Id = Id(214);

/// `--log-backtrace-at`.
pub const LOG_BACKTRACE_AT: Id = Id(215);

/// `--log-cadvisor-usage`.
pub const LOG_CADVISOR_USAGE: Id = Id(216);

/// `--log-dir`.
pub const LOG_DIR: Id = Id(217);

/// `--log-file`.
pub const LOG_FILE: Id = Id(218);

/// `--log-file-max-size`.
pub const LOG_FILE_MAX_SIZE: Id = Id(219);

/// `--logtostderr`.
pub const LOGTOSTDERR: Id = Id(220);

/// `--low-diskspace-threshold-mb`.
pub const LOW_DISKSPACE_THRESHOLD_MB: Id = Id(221);

/// `--machine-id-file`.
pub const MACHINE_ID_FILE: Id = Id(222);

/// `--master-service-namespace`.
pub const MASTER_SERVICE_NAMESPACE: Id = Id(223);

/// `--maximum-dead-containers`.
pub const MAXIMUM_DEAD_CONTAINERS: Id = Id(224);

/// `--maximum-dead-containers-per-container`.
pub const MAXIMUM_DEAD_CONTAINERS_PER_CONTAINER: Id = Id(225);

/// `--minimum-container-ttl-duration`.
pub const MINIMUM_CONTAINER_TTL_DURATION: Id = Id(226);

/// `--network-plugin`.
pub const NETWORK_PLUGIN: Id = Id(227);

/// `--network-plugin-dir`.
pub const NETWORK_PLUGIN_DIR: Id = Id(228);

/// `--network-plugin-mtu`.
pub const NETWORK_PLUGIN_MTU: Id = Id(229);

/// `--node-ip`.
pub const NODE_IP: Id = Id(230);

/// `--node-labels`.
pub const NODE_LABELS: Id = Id(231);

/// `--non-masquerade-cidr`.
pub const NON_MASQUERADE_CIDR: Id = Id(232);

/// `--one-output`.
pub const ONE_OUTPUT: Id = Id(233);

/// `--outofdisk-transition-frequency`.
pub const OUTOFDISK_TRANSITION_FREQUENCY: Id = Id(234);

/// `--pod-infra-container-image`.
pub const POD_INFRA_CONTAINER_IMAGE: Id = Id(235);

/// `--really-crash-for-testing`.
pub const REALLY_CRASH_FOR_TESTING: Id = Id(236);

/// `--reconcile-cidr`.
pub const RECONCILE_CIDR: Id = Id(237);

/// `--redirect-container-streaming`.
pub const REDIRECT_CONTAINER_STREAMING: Id = Id(238);

/// `--register-schedulable`.
pub const REGISTER_SCHEDULABLE: Id = Id(239);

/// `--require-kubeconfig`.
pub const REQUIRE_KUBECONFIG: Id = Id(240);

/// `--resource-container`.
pub const RESOURCE_CONTAINER: Id = Id(241);

/// `--rkt-api-endpoint`.
pub const RKT_API_ENDPOINT: Id = Id(242);

/// `--rkt-path`.
pub const RKT_PATH: Id = Id(243);

/// `--rkt-stage1-image`.
pub const RKT_STAGE1_IMAGE: Id = Id(244);

/// `--root-dir`.
pub const ROOT_DIR: Id = Id(245);

/// `--runtime-cgroups`.
pub const RUNTIME_CGROUPS: Id = Id(246);

/// `--seccomp-profile-root`.
pub const SECCOMP_PROFILE_ROOT: Id = Id(247);

/// `--skip-headers`.
pub const SKIP_HEADERS: Id = Id(248);

/// `--skip-log-headers`.
pub const SKIP_LOG_HEADERS: Id = Id(249);

/// `--stderrthreshold`.
pub const STDERRTHRESHOLD: Id = Id(250);

/// `--storage-driver-buffer-duration`.
pub const STORAGE_DRIVER_BUFFER_DURATION: Id = Id(251);

/// `--storage-driver-db`.
pub const STORAGE_DRIVER_DB: Id = Id(252);

/// `--storage-driver-host`.
pub const STORAGE_DRIVER_HOST: Id = Id(253);

/// `--storage-driver-password`.
pub const STORAGE_DRIVER_PASSWORD: Id = Id(254);

/// `--storage-driver-secure`.
pub const STORAGE_DRIVER_SECURE: Id = Id(255);

/// `--storage-driver-table`.
pub const STORAGE_DRIVER_TABLE: Id = Id(256);

/// `--storage-driver-user`.
pub const STORAGE_DRIVER_USER: Id = Id(257);

/// `--system-container`.
pub const SYSTEM_CONTAINER: Id = Id(258);

/// `--version`.
pub const VERSION: Id = Id(259);

/// `--windows-priorityclass`.
pub const WINDOWS_PRIORITYCLASS: Id = Id(260);

/// `--windows-service`.
pub const WINDOWS_SERVICE: Id = Id(261);
