// Made by `cargo xtask gen` from the fixtures in tests/rules. DO NOT EDIT.

//! Bad and good input for every rule, taken from the fixtures that the tests run.

use crate::sample::{Sample, State};

/// Every example: by rule, the bad ones first.
#[rustfmt::skip]
pub static SAMPLES: &[Sample] = &[
    Sample { rule: "admission-event-rate-limit", state: State::Bad, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  configuration:
    apiVersion: eventratelimit.admission.k8s.io/v1alpha1
    kind: Configuration
    limits:
    - type: server
      qps: 50
      burst: 100
    - type: Pod
      qps: 0
    - {type: User, qps: 10, burst: 50, cacheSize: -1}
"),
    ] },
    Sample { rule: "admission-event-rate-limit", state: State::Good, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  configuration:
    apiVersion: eventratelimit.admission.k8s.io/v1alpha1
    kind: Configuration
    limits:
    - {type: Server, qps: 50, burst: 100}
    - {type: SourceAndObject, qps: 10, burst: 50, cacheSize: 2000}
"),
    ] },
    Sample { rule: "admission-image-policy", state: State::Bad, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ImagePolicyWebhook
  configuration:
    imagePolicy:
      kubeConfigFile: /etc/kubernetes/images/kubeconf
      allowTTL: 50
      denyTTL: 50
      retryBackoff: 500
      defaultAllow: true
"),
    ] },
    Sample { rule: "admission-image-policy", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad.json", r#"{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AdmissionConfiguration", "plugins": [
  {"name": "ImagePolicyWebhook", "configuration": {"imagePolicy": {"kubeConfigFile": "/etc/kubernetes/images", "defaultAllow": true}}}]}
"#),
    ] },
    Sample { rule: "admission-image-policy", state: State::Good, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ImagePolicyWebhook
  configuration:
    imagePolicy: {kubeConfigFile: /etc/kubernetes/images/kubeconf, allowTTL: 50, denyTTL: -1, retryBackoff: 500}
"),
    ] },
    Sample { rule: "admission-image-policy-refused", state: State::Bad, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ImagePolicyWebhook
  configuration:
    imagePolicy:
      kubeConfigFile: /etc/kubernetes/images/kubeconf
      allowTTL: 50
      denyTTL: 5m
      retryBackoff: 500000
      defaultAllow: true
"),
    ] },
    Sample { rule: "admission-image-policy-refused", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad.json", r#"{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AdmissionConfiguration", "plugins": [
  {"name": "ImagePolicyWebhook", "configuration": {"imagePolicy": {"defaultAllow": true}}}]}
"#),
    ] },
    Sample { rule: "admission-image-policy-refused", state: State::Good, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ImagePolicyWebhook
  configuration:
    imagePolicy: {kubeConfigFile: /etc/kubernetes/images/kubeconf, allowTTL: 50, denyTTL: -1, retryBackoff: 500}
"),
    ] },
    Sample { rule: "admission-plugins-config", state: State::Bad, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: PodSecurtiy
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline}
- name: PodSecurityPolicy
  path: psp.yaml
- name: EventRateLimit
  path: events.yaml
  configuration:
    apiVersion: eventratelimit.admission.k8s.io/v1alpha1
    kind: Configuration
    limits: [{type: Server, qps: 50, burst: 100}]
- name: EventRateLimit
  path: events.yaml
"),
    ] },
    Sample { rule: "admission-plugins-config", state: State::Good, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  path: events.yaml
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline}
"),
    ] },
    Sample { rule: "apiserver-admission-always-admit", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction,AlwaysAdmit
"),
    ] },
    Sample { rule: "apiserver-admission-always-admit", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-only.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=AlwaysAdmit
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-always-admit", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    enable-admission-plugins: NodeRestriction,AlwaysAdmit
"),
    ] },
    Sample { rule: "apiserver-admission-always-admit", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-admission-always-admit", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-always-pull-images", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-admission-always-pull-images", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-always-pull-images", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
"),
    ] },
    Sample { rule: "apiserver-admission-always-pull-images", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction,AlwaysPullImages
"),
    ] },
    Sample { rule: "apiserver-admission-config-missing", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("admission.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ImagePolicyWebhook
  configuration:
    imagePolicy: {kubeConfigFile: /etc/kubernetes/images.conf}
"),
        ("kube-apiserver.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --admission-control-config-file=/etc/kubernetes/admission.yaml
    - --enable-admission-plugins=NodeRestriction,EventRateLimit
"),
    ] },
    Sample { rule: "apiserver-admission-config-missing", state: State::Good, spelling: "several files", minor: 0, files: &[
        ("admission.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  path: events.yaml
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline}
"),
        ("kube-apiserver.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --admission-control-config-file=/etc/kubernetes/admission.yaml
    - --enable-admission-plugins=NodeRestriction,EventRateLimit
"),
    ] },
    Sample { rule: "apiserver-admission-conflict", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --enable-admission-plugins=NodeRestriction,AlwaysPullImages
        - --disable-admission-plugins=AlwaysPullImages,NodeRestriction,DefaultStorageClass
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "apiserver-admission-conflict", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --authorization-mode=Node,RBAC \
  --enable-admission-plugins=PodSecurity,NodeRestriction \
  --disable-admission-plugins=PodSecurity
"),
    ] },
    Sample { rule: "apiserver-admission-conflict", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    disable-admission-plugins: NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-admission-conflict", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --enable-admission-plugins=NodeRestriction,NodeRestriction
        - --disable-admission-plugins=DefaultStorageClass
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "apiserver-admission-event-rate-limit", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-admission-event-rate-limit", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-event-rate-limit", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=EventRateLimit
    - --admission-control-config-file=/etc/kubernetes/admission.yaml
"),
    ] },
    Sample { rule: "apiserver-admission-event-rate-limit", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=NodeRestriction,EventRateLimit \
  --admission-control-config-file=/etc/kubernetes/admission.yaml
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-image-policy-webhook", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction,ImagePolicyWebhook
"),
    ] },
    Sample { rule: "apiserver-admission-image-policy-webhook", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=ImagePolicyWebhook
Restart=always
"),
    ] },
    Sample { rule: "apiserver-admission-image-policy-webhook", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction,ImagePolicyWebhook
    - --admission-control-config-file=/etc/kubernetes/admission.yaml
"),
    ] },
    Sample { rule: "apiserver-admission-namespace-lifecycle", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --disable-admission-plugins=NamespaceLifecycle
"),
    ] },
    Sample { rule: "apiserver-admission-namespace-lifecycle", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --disable-admission-plugins=NamespaceLifecycle
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-namespace-lifecycle", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --disable-admission-plugins=DefaultIngressClass
"),
    ] },
    Sample { rule: "apiserver-admission-namespace-lifecycle", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=NamespaceLifecycle,NodeRestriction
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-needless", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --enable-admission-plugins=NodeRestriction,ServiceAccount,NamespaceLifecycle,NamespaceLifecycle
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "apiserver-admission-needless", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --authorization-mode=Node,RBAC \
  --enable-admission-plugins=PodSecurity
"),
    ] },
    Sample { rule: "apiserver-admission-needless", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --enable-admission-plugins=NodeRestriction,AlwaysPullImages
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "apiserver-admission-node-restriction", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-admission-node-restriction", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-node-restriction", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-admission-plugins
    value: "AlwaysPullImages"
"#),
    ] },
    Sample { rule: "apiserver-admission-node-restriction", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-admission-node-restriction", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=AlwaysPullImages \
  --enable-admission-plugins=NodeRestriction
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-service-account", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --disable-admission-plugins=ServiceAccount
"),
    ] },
    Sample { rule: "apiserver-admission-service-account", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-others.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --disable-admission-plugins=DefaultStorageClass,ServiceAccount
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-admission-service-account", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-admission-service-account", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --disable-admission-plugins=DefaultStorageClass
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-anonymous-auth", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-anonymous-auth", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-bare.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --anonymous-auth
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-anonymous-auth", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: "true"
"#),
    ] },
    Sample { rule: "apiserver-anonymous-auth", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --anonymous-auth=false
"),
    ] },
    Sample { rule: "apiserver-anonymous-auth", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --anonymous-auth=false
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-anonymous-conflict", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("authn.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
"),
        ("kube-apiserver.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --authentication-config=/etc/kubernetes/authn.yaml
    - --anonymous-auth=false
"),
    ] },
    Sample { rule: "apiserver-anonymous-conflict", state: State::Good, spelling: "several files", minor: 0, files: &[
        ("authn.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
"),
        ("kube-apiserver.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --authentication-config=/etc/kubernetes/authn.yaml
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxage", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-log-path=/var/log/kubernetes/audit/audit.log
    - --audit-log-maxage=3
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxage", state: State::Bad, spelling: "command line", minor: 35, files: &[
        ("bad@1.35.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-log-path=/var/log/kubernetes/audit/audit.log
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxage", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit-policy.yaml"
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
  - name: audit-log-maxage
    value: "5"
"#),
    ] },
    Sample { rule: "apiserver-audit-log-maxage", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-log-path=/var/log/kubernetes/audit/audit.log
    - --audit-log-maxage=30
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxbackup", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-log-path=/var/log/kubernetes/audit/audit.log
    - --audit-log-maxbackup=3
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxbackup", state: State::Bad, spelling: "command line", minor: 35, files: &[
        ("bad@1.35.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-log-path=/var/log/kubernetes/audit/audit.log
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxbackup", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit-policy.yaml"
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
  - name: audit-log-maxbackup
    value: "1"
"#),
    ] },
    Sample { rule: "apiserver-audit-log-maxbackup", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-log-path=/var/log/kubernetes/audit/audit.log
    - --audit-log-maxbackup=10
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxsize", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-log-path=/var/log/kubernetes/audit/audit.log
    - --audit-log-maxsize=10
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxsize", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-never.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-log-path=/var/log/kubernetes/audit/audit.log \
  --audit-log-maxsize=0
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-audit-log-maxsize", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit-policy.yaml"
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
  - name: audit-log-maxsize
    value: "10"
"#),
    ] },
    Sample { rule: "apiserver-audit-log-maxsize", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-log-path=/var/log/kubernetes/audit/audit.log
    - --audit-log-maxsize=100
"),
    ] },
    Sample { rule: "apiserver-audit-log-mode", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit.log
    - --audit-log-mode=batch
"),
    ] },
    Sample { rule: "apiserver-audit-log-mode", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit.log
"),
    ] },
    Sample { rule: "apiserver-audit-log-path", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-audit-log-path", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-policy-only.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-policy-file=/etc/kubernetes/audit/policy.yaml
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-audit-log-path", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit-policy.yaml"
"#),
    ] },
    Sample { rule: "apiserver-audit-log-path", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit/audit.log
"),
    ] },
    Sample { rule: "apiserver-audit-log-path", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-log-path=/var/log/kubernetes/audit.log
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-audit-policy-file", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-audit-policy-file", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-log-path=/var/log/kubernetes/audit/audit.log
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-audit-policy-file", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
"#),
    ] },
    Sample { rule: "apiserver-audit-policy-file", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit/audit.log
"),
    ] },
    Sample { rule: "apiserver-audit-policy-file", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-policy-file=/etc/kubernetes/audit/policy.yaml \
  --audit-log-path=/var/log/kubernetes/audit/audit.log
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-audit-webhook", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit.log
"),
    ] },
    Sample { rule: "apiserver-audit-webhook", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit.log
    - --audit-webhook-config-file=/etc/kubernetes/audit/webhook.yaml
"),
    ] },
    Sample { rule: "apiserver-authorization-abac", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=Node,RBAC,ABAC
    - --authorization-policy-file=/etc/kubernetes/policy.jsonl
"),
    ] },
    Sample { rule: "apiserver-authorization-abac", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-only.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=ABAC \
  --authorization-policy-file=/etc/kubernetes/policy.jsonl
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-authorization-abac", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=Node,RBAC
"),
    ] },
    Sample { rule: "apiserver-authorization-abac", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-authorization-config", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-config=/etc/kubernetes/authorization.yaml
"),
    ] },
    Sample { rule: "apiserver-authorization-config", state: State::Bad, spelling: "command line", minor: 30, files: &[
        ("bad@1.30.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-config=/etc/kubernetes/authorization.yaml
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-authorization-config", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
"),
    ] },
    Sample { rule: "apiserver-authorization-conflict", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --authorization-config=/etc/kubernetes/authorization.yaml
"),
    ] },
    Sample { rule: "apiserver-authorization-conflict", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-config=/etc/kubernetes/authorization.yaml \
  --authorization-webhook-version=v1
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-authorization-conflict", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-config
    value: "/etc/kubernetes/authorization.yaml"
  - name: authorization-mode
    value: "Node,RBAC"
"#),
    ] },
    Sample { rule: "apiserver-authorization-conflict", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-config=/etc/kubernetes/authorization.yaml
    - --authorization-policy-file=/etc/kubernetes/abac.jsonl
"),
    ] },
    Sample { rule: "apiserver-authorization-conflict", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-config=/etc/kubernetes/authorization.yaml
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-authorization-files", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC,ABAC
"),
    ] },
    Sample { rule: "apiserver-authorization-files", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC \
  --authorization-policy-file=/etc/kubernetes/abac.jsonl
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-authorization-files", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --authorization-mode=ABAC
    - --authorization-policy-file=/etc/kubernetes/abac.jsonl
    - --authorization-mode=Webhook
    - --authorization-webhook-config-file=/etc/kubernetes/webhook.conf
"),
    ] },
    Sample { rule: "apiserver-authorization-files", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC,Webhook \
  --authorization-webhook-config-file=/etc/kubernetes/authorization.kubeconfig
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-authz-node", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=RBAC
"),
    ] },
    Sample { rule: "apiserver-authz-node", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-always-allow.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=AlwaysAllow
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-authz-node", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-mode
    value: "RBAC"
"#),
    ] },
    Sample { rule: "apiserver-authz-node", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=Node,RBAC
"),
    ] },
    Sample { rule: "apiserver-authz-not-always-allow", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-authz-not-always-allow", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-authz-not-always-allow", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-mode
    value: "AlwaysAllow"
"#),
    ] },
    Sample { rule: "apiserver-authz-not-always-allow", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=Node,RBAC
"),
    ] },
    Sample { rule: "apiserver-authz-not-always-allow", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=Node,RBAC,Webhook \
  --authorization-webhook-config-file=/etc/kubernetes/authz.kubeconfig
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-authz-rbac", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=Node
"),
    ] },
    Sample { rule: "apiserver-authz-rbac", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-absent.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-authz-rbac", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-mode
    value: "Node,Webhook"
"#),
    ] },
    Sample { rule: "apiserver-authz-rbac", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=Node,RBAC
"),
    ] },
    Sample { rule: "apiserver-authz-rbac", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=RBAC
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-bind-address", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --bind-address=0.0.0.0
"),
    ] },
    Sample { rule: "apiserver-bind-address", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --bind-address ::
Restart=always
"),
    ] },
    Sample { rule: "apiserver-bind-address", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --bind-address=192.0.2.10
"),
    ] },
    Sample { rule: "apiserver-client-ca-file", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-client-ca-file", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-client-ca-file", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    client-ca-file: ""
"#),
    ] },
    Sample { rule: "apiserver-client-ca-file", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
"),
    ] },
    Sample { rule: "apiserver-client-ca-file", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --client-ca-file=/etc/kubernetes/pki/ca.crt
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-contention-profiling", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --contention-profiling=true
"),
    ] },
    Sample { rule: "apiserver-contention-profiling", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --contention-profiling
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-contention-profiling", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-contention-profiling", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --contention-profiling=false
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-cors-allowed-origins", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --cors-allowed-origins=.*
"),
    ] },
    Sample { rule: "apiserver-cors-allowed-origins", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --cors-allowed-origins=//console\.example\.com$
"),
    ] },
    Sample { rule: "apiserver-debug-socket-path", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --debug-socket-path=/run/apiserver-debug.sock
"),
    ] },
    Sample { rule: "apiserver-debug-socket-path", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --debug-socket-path=/run/apiserver-debug.sock
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-debug-socket-path", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-debug-socket-path", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --debug-socket-path=
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-deny-service-external-ips", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-deny-service-external-ips", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-deny-service-external-ips", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs
"),
    ] },
    Sample { rule: "apiserver-deny-service-external-ips", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=DenyServiceExternalIPs
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-disabled-admission-plugins", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --disable-admission-plugins=PodSecurity
"),
    ] },
    Sample { rule: "apiserver-disabled-admission-plugins", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --disable-admission-plugins=ResourceQuota,LimitRanger,Priority
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-disabled-admission-plugins", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-disabled-admission-plugins", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --disable-admission-plugins=DefaultStorageClass,DefaultIngressClass
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-emulated-version", state: State::Bad, spelling: "Pod", minor: 34, files: &[
        ("bad@1.34.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --emulated-version=1.35
"),
    ] },
    Sample { rule: "apiserver-emulated-version", state: State::Bad, spelling: "command line", minor: 33, files: &[
        ("bad@1.33.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC \
  --emulated-version=kube=1.34
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-emulated-version", state: State::Good, spelling: "Pod", minor: 35, files: &[
        ("good@1.35.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --emulated-version=1.35
"),
    ] },
    Sample { rule: "apiserver-emulated-version", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC \
  --emulated-version=kube=1.35 \
  --emulation-forward-compatible
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-encryption-provider-config", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-encryption-provider-config", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-encryption-provider-config", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#),
    ] },
    Sample { rule: "apiserver-encryption-provider-config", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --encryption-provider-config=/etc/kubernetes/encryption.yaml
"),
    ] },
    Sample { rule: "apiserver-encryption-provider-config", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --encryption-provider-config=/etc/kubernetes/encryption.yaml
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-encryption-reload", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --encryption-provider-config-automatic-reload=true
"),
    ] },
    Sample { rule: "apiserver-encryption-reload", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC \
  --encryption-provider-config-automatic-reload
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-encryption-reload", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --encryption-provider-config-automatic-reload=true
    - --encryption-provider-config=/etc/kubernetes/enc.yaml
"),
    ] },
    Sample { rule: "apiserver-encryption-reload", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC \
  --encryption-provider-config-automatic-reload=true \
  --encryption-provider-config=/etc/kubernetes/encryption.yaml
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-etcd-ca-shared", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --etcd-cafile=/etc/kubernetes/pki/ca.crt
"),
    ] },
    Sample { rule: "apiserver-etcd-ca-shared", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --client-ca-file=/var/lib/kubernetes/ca.pem \
  --etcd-cafile=/var/lib/kubernetes/ca.pem
Restart=always
"),
    ] },
    Sample { rule: "apiserver-etcd-ca-shared", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt
"),
    ] },
    Sample { rule: "apiserver-etcd-cafile", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-etcd-cafile", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt \
  --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-etcd-cafile", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
etcd:
  external:
    endpoints:
    - https://10.0.0.5:2379
    - https://10.0.0.6:2379
"),
    ] },
    Sample { rule: "apiserver-etcd-cafile", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt
"),
    ] },
    Sample { rule: "apiserver-etcd-cafile", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt \
  --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt \
  --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-etcd-client-cert", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-etcd-client-cert", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-half.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-etcd-client-cert", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
etcd:
  external:
    endpoints:
    - https://10.0.0.5:2379
    - https://10.0.0.6:2379
"),
    ] },
    Sample { rule: "apiserver-etcd-client-cert", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt
    - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key
"),
    ] },
    Sample { rule: "apiserver-etcd-client-cert", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt \
  --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-etcd-plain-http", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=http://192.0.2.11:2379
"),
    ] },
    Sample { rule: "apiserver-etcd-plain-http", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-loopback.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=http://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-etcd-plain-http", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
etcd:
  external:
    endpoints:
    - http://10.0.0.5:2379
    - http://10.0.0.6:2379
"),
    ] },
    Sample { rule: "apiserver-etcd-plain-http", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://192.0.2.11:2379
"),
    ] },
    Sample { rule: "apiserver-etcd-plain-http", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-feature-gate-all-alpha", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --feature-gates=AllAlpha=true
"),
    ] },
    Sample { rule: "apiserver-feature-gate-all-alpha", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-others.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --feature-gates=InPlacePodVerticalScaling=true,AllAlpha=true
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-feature-gate-all-alpha", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --feature-gates=AllAlpha=false
"),
    ] },
    Sample { rule: "apiserver-file-not-mounted", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit.log
    - --encryption-provider-config=/etc/kubernetes/enc.yaml
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --tls-cert-file=/etc/kubernetes/pki/apiserver.crt
    volumeMounts:
    - mountPath: /etc/kubernetes/pki
      name: k8s-certs
      readOnly: true
    - mountPath: /etc/kubernetes/enc.yaml
      name: enc
      readOnly: true
  volumes:
  - hostPath:
      path: /etc/kubernetes/pki
      type: DirectoryOrCreate
    name: k8s-certs
  - hostPath:
      path: /etc/kubernetes/enc.yaml
      type: DirectoryOrCreate # made by hand
    name: enc
"),
    ] },
    Sample { rule: "apiserver-file-not-mounted", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad-log.json", r#"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "kube-apiserver"}, "spec": {
  "containers": [{"name": "kube-apiserver", "image": "kube-apiserver:v1.36.0",
    "command": ["kube-apiserver", "--audit-log-path=/var/log/audit/audit.log", "--audit-policy-file=/srv/policy.yaml"],
    "volumeMounts": [{"name": "logs", "mountPath": "/var/log/audit", "readOnly": true}]}],
  "volumes": [{"name": "logs", "hostPath": {"path": "/var/log/audit"}}]}}
"#),
    ] },
    Sample { rule: "apiserver-file-not-mounted", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit.log
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --oidc-ca-file=/etc/ssl/certs/login.pem
    volumeMounts:
    - mountPath: /etc/kubernetes/pki/
      name: k8s-certs
      readOnly: true
    - mountPath: /etc/kubernetes/audit/policy.yaml
      name: audit
      readOnly: true
    - mountPath: /var/log/kubernetes
      name: logs
  volumes:
  - {name: k8s-certs, hostPath: {path: /etc/kubernetes/pki, type: DirectoryOrCreate}}
  - {name: audit, hostPath: {path: /etc/kubernetes/audit/policy.yaml, type: File}}
  - {name: logs, hostPath: {path: /var/log/kubernetes, type: DirectoryOrCreate}}
"),
    ] },
    Sample { rule: "apiserver-file-unused", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("authz.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Node
  name: node
- type: RBAC
  name: rbac
"),
        ("kube-apiserver.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --audit-log-path=/var/log/audit.log
    - --authorization-mode=Node,RBAC
"),
        ("policy.yaml", r"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
"),
    ] },
    Sample { rule: "apiserver-file-unused", state: State::Good, spelling: "several files", minor: 0, files: &[
        ("authz.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Node
  name: node
- type: RBAC
  name: rbac
"),
        ("kube-apiserver.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --audit-policy-file=/etc/kubernetes/policy.yaml
    - --authorization-config=/etc/kubernetes/authz.yaml
"),
        ("policy.yaml", r"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
"),
    ] },
    Sample { rule: "apiserver-garbage-collector", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-garbage-collector=false
"),
    ] },
    Sample { rule: "apiserver-garbage-collector", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-gated-setting", state: State::Bad, spelling: "Pod", minor: 29, files: &[
        ("bad@1.29.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-config=/etc/kubernetes/authorization.yaml
"),
    ] },
    Sample { rule: "apiserver-gated-setting", state: State::Bad, spelling: "command line", minor: 33, files: &[
        ("bad@1.33.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --authorization-mode=Node,RBAC \
  --service-account-signing-endpoint=/run/signer.sock
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-gated-setting", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --peer-ca-file=/etc/kubernetes/pki/ca.crt
    - --log-json-split-stream=false
"),
    ] },
    Sample { rule: "apiserver-gated-setting", state: State::Good, spelling: "command line", minor: 33, files: &[
        ("good@1.33.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --authorization-mode=Node,RBAC \
  --service-account-signing-endpoint=/run/signer.sock \
  --feature-gates=ExternalServiceAccountTokenSigner=true
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-image-registry", state: State::Bad, spelling: "Pod", minor: 33, files: &[
        ("bad@1.33.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: k8s.gcr.io/kube-apiserver:v1.33.1
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-image-registry", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-image-release", state: State::Bad, spelling: "Pod", minor: 29, files: &[
        ("bad@1.29.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.29.3
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-image-release", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-image-tag", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:latest
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-image-tag", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-inflight-limits", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-priority-and-fairness=false
    - --max-requests-inflight=0
"),
    ] },
    Sample { rule: "apiserver-inflight-limits", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-priority-and-fairness=false
"),
    ] },
    Sample { rule: "apiserver-kubelet-certificate-authority", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-kubelet-certificate-authority", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt \
  --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-kubelet-certificate-authority", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#),
    ] },
    Sample { rule: "apiserver-kubelet-certificate-authority", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt
"),
    ] },
    Sample { rule: "apiserver-kubelet-certificate-authority", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-kubelet-client-cert", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-kubelet-client-cert", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-kubelet-client-cert", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt
    - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
"),
    ] },
    Sample { rule: "apiserver-kubelet-client-cert", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt \
  --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-kubernetes-service-node-port", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --kubernetes-service-node-port=30443
"),
    ] },
    Sample { rule: "apiserver-kubernetes-service-node-port", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-log-verbosity", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --v=9
"),
    ] },
    Sample { rule: "apiserver-log-verbosity", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  -v 10
Restart=always
"),
    ] },
    Sample { rule: "apiserver-log-verbosity", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --v=4
"),
    ] },
    Sample { rule: "apiserver-logs-handler", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-logs-handler=true
"),
    ] },
    Sample { rule: "apiserver-logs-handler", state: State::Bad, spelling: "command line", minor: 28, files: &[
        ("bad@1.28.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-logs-handler
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-logs-handler", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-logs-handler=false
"),
    ] },
    Sample { rule: "apiserver-logs-handler", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-min-request-timeout", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --min-request-timeout=0
"),
    ] },
    Sample { rule: "apiserver-min-request-timeout", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --min-request-timeout=3600
"),
    ] },
    Sample { rule: "apiserver-mount-writable", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --audit-log-path=/var/log/kubernetes/audit.log
    - --audit-policy-file=/var/log/kubernetes/policy.yaml
    volumeMounts:
    - mountPath: /etc/kubernetes/pki
      name: k8s-certs
    - mountPath: /var/log/kubernetes
      name: logs
  volumes:
  - {name: k8s-certs, hostPath: {path: /etc/kubernetes/pki, type: DirectoryOrCreate}}
  - {name: logs, hostPath: {path: /var/log/kubernetes, type: DirectoryOrCreate}}
"),
    ] },
    Sample { rule: "apiserver-mount-writable", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad.json", r#"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "kube-apiserver"}, "spec": {
  "containers": [{"name": "kube-apiserver", "image": "kube-apiserver:v1.36.0",
    "command": ["kube-apiserver", "--client-ca-file=/etc/kubernetes/pki/ca.crt"],
    "volumeMounts": [{"name": "pki", "mountPath": "/etc/kubernetes"}]}],
  "volumes": [{"name": "pki", "hostPath": {"path": "/etc/kubernetes"}}]}}
"#),
    ] },
    Sample { rule: "apiserver-mount-writable", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml
    - --audit-log-path=/var/log/kubernetes/audit.log
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --oidc-ca-file=/etc/ssl/certs/login.pem
    volumeMounts:
    - mountPath: /etc/kubernetes/pki/
      name: k8s-certs
      readOnly: true
    - mountPath: /etc/kubernetes/audit/policy.yaml
      name: audit
      readOnly: true
    - mountPath: /var/log/kubernetes
      name: logs
  volumes:
  - {name: k8s-certs, hostPath: {path: /etc/kubernetes/pki, type: DirectoryOrCreate}}
  - {name: audit, hostPath: {path: /etc/kubernetes/audit/policy.yaml, type: File}}
  - {name: logs, hostPath: {path: /var/log/kubernetes, type: DirectoryOrCreate}}
"),
    ] },
    Sample { rule: "apiserver-node-port-range", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-node-port-range=1-65535
"),
    ] },
    Sample { rule: "apiserver-node-port-range", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-node-port-range=30000-32000
"),
    ] },
    Sample { rule: "apiserver-oidc-flags", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --authentication-config=/etc/kubernetes/authentication.yaml
    - --oidc-issuer-url=https://login.example.com
    - --oidc-client-id=cluster
"),
    ] },
    Sample { rule: "apiserver-oidc-flags", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC \
  --oidc-issuer-url=https://login.example.com
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-oidc-flags", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --oidc-issuer-url=https://login.example.com
    - --oidc-client-id=cluster
"),
    ] },
    Sample { rule: "apiserver-oidc-flags", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC \
  --oidc-issuer-url=https://login.example.com \
  --oidc-client-id=kubernetes
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-oidc-issuer-scheme", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --oidc-issuer-url=http://login.example.com/realms/dev
    - --oidc-client-id=kubernetes
"),
    ] },
    Sample { rule: "apiserver-oidc-issuer-scheme", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --oidc-issuer-url=https://login.example.com
    - --oidc-client-id=kubernetes
"),
    ] },
    Sample { rule: "apiserver-oidc-prefix", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --oidc-issuer-url=https://login.example.com
    - --oidc-client-id=kubernetes
    - --oidc-groups-claim=groups
    - --oidc-username-prefix=-
"),
    ] },
    Sample { rule: "apiserver-oidc-prefix", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --oidc-issuer-url=https://login.example.com \
  --oidc-client-id=kubernetes \
  --oidc-groups-claim=groups \
  --oidc-groups-prefix=
Restart=always
"),
    ] },
    Sample { rule: "apiserver-oidc-prefix", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --oidc-issuer-url=https://login.example.com
    - --oidc-client-id=kubernetes
    - --oidc-groups-claim=groups
    - --oidc-groups-prefix=oidc:
"),
    ] },
    Sample { rule: "apiserver-path-in-tmp", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --token-auth-file=/tmp/tokens.csv
"),
    ] },
    Sample { rule: "apiserver-path-in-tmp", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
"),
    ] },
    Sample { rule: "apiserver-pod-capabilities", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    securityContext:
      capabilities:
        add: ["NET_BIND_SERVICE", "CAP_SYS_ADMIN"]
"#),
    ] },
    Sample { rule: "apiserver-pod-capabilities", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    securityContext:
      capabilities:
        drop:
        - ALL
        add:
        - NET_BIND_SERVICE
"),
    ] },
    Sample { rule: "apiserver-pod-host-namespaces", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  hostNetwork: true
  hostPID: true
  hostIPC: true
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-pod-host-namespaces", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  hostNetwork: true
  hostPID: false
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-pod-host-path", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    volumeMounts:
    - mountPath: /etc/kubernetes/pki
      name: pki
      readOnly: true
    - mountPath: /run
      name: run
    - mountPath: /host
      name: lib
      readOnly: true
  volumes:
  - name: pki
    hostPath:
      path: /etc/kubernetes/pki
  - name: run
    hostPath:
      path: /var/run/
  - name: lib
    hostPath:
      path: /var/lib/kubelet
"),
    ] },
    Sample { rule: "apiserver-pod-host-path", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    volumeMounts:
    - mountPath: /etc/kubernetes/pki
      name: pki
      readOnly: true
    - mountPath: /etc/ssl/certs
      name: certs
      readOnly: true
    - mountPath: /var/run/kubernetes
      name: work
  volumes:
  - name: pki
    hostPath:
      path: /etc/kubernetes/pki
  - name: certs
    hostPath:
      path: /etc/ssl/certs
  - name: work
    emptyDir: {}
"),
    ] },
    Sample { rule: "apiserver-pod-privileged", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    securityContext:
      privileged: true
"),
    ] },
    Sample { rule: "apiserver-pod-privileged", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    securityContext:
      privileged: false
"),
    ] },
    Sample { rule: "apiserver-pod-seccomp", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  securityContext:
    seccompProfile:
      type: Unconfined
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-pod-seccomp", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-pod-security-config", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-pod-security-config", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --admission-control-config-file= --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-pod-security-config", state: State::Good, spelling: "several files", minor: 0, files: &[
        ("admission.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  path: events.yaml
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline}
"),
        ("kube-apiserver.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --admission-control-config-file=/etc/kubernetes/admission.yaml
    - --enable-admission-plugins=NodeRestriction,EventRateLimit
"),
    ] },
    Sample { rule: "apiserver-pod-security-defaults", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-pod-security-defaults", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-empty.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --admission-control-config-file=
Restart=always
"),
    ] },
    Sample { rule: "apiserver-pod-security-defaults", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --admission-control-config-file=/etc/kubernetes/admission.yaml
"),
    ] },
    Sample { rule: "apiserver-priority-and-fairness", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-priority-and-fairness=false
"),
    ] },
    Sample { rule: "apiserver-priority-and-fairness", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-priority-and-fairness=0
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-priority-and-fairness", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-priority-and-fairness", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-priority-and-fairness=true
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-probe-anonymous", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --anonymous-auth=false
    livenessProbe:
      httpGet:
        host: 192.0.2.10
        path: /livez
        port: 6443
        scheme: HTTPS
"),
    ] },
    Sample { rule: "apiserver-probe-anonymous", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --anonymous-auth=false
    livenessProbe:
      httpGet:
        host: 192.0.2.10
        path: /livez
        port: 6443
        scheme: HTTPS
        httpHeaders:
        - name: Authorization
          value: Bearer example
"),
    ] },
    Sample { rule: "apiserver-profiling", state: State::Bad, spelling: "Cluster", minor: 0, files: &[
        ("bad-kind.yaml", r#"# A cluster to try things in.
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
kubeadmConfigPatches:
- |
  kind: ClusterConfiguration
  apiServer:
    extraArgs:
      # loud
      v: "4"
nodes:
- role: control-plane
"#),
    ] },
    Sample { rule: "apiserver-profiling", state: State::Bad, spelling: "ConfigMap", minor: 0, files: &[
        ("bad-configmap.yaml", r#"apiVersion: v1
kind: ConfigMap
metadata:
  name: kubeadm-config
  namespace: kube-system
data:
  ClusterConfiguration: |
    apiServer:
      extraArgs:
      - name: profiling
        value: "true"
    apiVersion: kubeadm.k8s.io/v1beta4
    kind: ClusterConfiguration
"#),
    ] },
    Sample { rule: "apiserver-profiling", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-profiling", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --profiling
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-profiling", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
# The rest is as kubeadm sets it.
certificatesDir: /etc/kubernetes/pki
"),
    ] },
    Sample { rule: "apiserver-profiling", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --profiling=false
"),
    ] },
    Sample { rule: "apiserver-profiling", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --profiling=false
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-proxy-client-cert", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --proxy-client-cert-file=/etc/kubernetes/pki/front-proxy-client.crt
"),
    ] },
    Sample { rule: "apiserver-proxy-client-cert", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --proxy-client-key-file=/etc/kubernetes/pki/front-proxy-client.key \
  --proxy-client-cert-file=
Restart=always
"),
    ] },
    Sample { rule: "apiserver-proxy-client-cert", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --proxy-client-cert-file=/etc/kubernetes/pki/front-proxy-client.crt
    - --proxy-client-key-file=/etc/kubernetes/pki/front-proxy-client.key
"),
    ] },
    Sample { rule: "apiserver-removed-admission-plugins", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction,PodSecurityPolicy
"),
    ] },
    Sample { rule: "apiserver-removed-admission-plugins", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-disabled.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --disable-admission-plugins=PersistentVolumeLabel,SecurityContextDeny
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-removed-admission-plugins", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction
"),
    ] },
    Sample { rule: "apiserver-removed-admission-plugins", state: State::Good, spelling: "command line", minor: 24, files: &[
        ("good@1.24.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=PodSecurityPolicy
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-request-timeout", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --request-timeout=0
"),
    ] },
    Sample { rule: "apiserver-request-timeout", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --request-timeout=10m
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-request-timeout", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --request-timeout=300s
"),
    ] },
    Sample { rule: "apiserver-request-timeout", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --request-timeout=1m0s
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-requestheader-ca", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --requestheader-client-ca-file=/etc/kubernetes/pki/ca.crt
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
"),
    ] },
    Sample { rule: "apiserver-requestheader-ca", state: State::Bad, spelling: "command line", minor: 34, files: &[
        ("bad-empty@1.34.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --requestheader-client-ca-file=/etc/kubernetes/pki/ca.crt \
  --client-ca-file=/etc/kubernetes/pki/ca.crt \
  --requestheader-allowed-names=
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-requestheader-ca", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: requestheader-client-ca-file
    value: "/etc/kubernetes/pki/ca.crt"
  - name: requestheader-allowed-names
    value: ""
"#),
    ] },
    Sample { rule: "apiserver-requestheader-ca", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --requestheader-client-ca-file=/etc/kubernetes/pki/ca.crt
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --requestheader-allowed-names=front-proxy-client
"),
    ] },
    Sample { rule: "apiserver-requestheader-ca", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --client-ca-file=/etc/kubernetes/pki/ca.crt \
  --requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt \
  --requestheader-allowed-names=front-proxy-client
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-required-flags", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
"),
    ] },
    Sample { rule: "apiserver-required-flags", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=Node,RBAC
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-required-flags", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
"),
    ] },
    Sample { rule: "apiserver-required-flags", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=Node,RBAC \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-runtime-config", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --runtime-config=api/all=true
"),
    ] },
    Sample { rule: "apiserver-runtime-config", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --runtime-config=api/alpha=true,api/ga=true
Restart=always
"),
    ] },
    Sample { rule: "apiserver-runtime-config", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --runtime-config=api/all=false,api/ga=true
"),
    ] },
    Sample { rule: "apiserver-secure-port", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --secure-port=0
"),
    ] },
    Sample { rule: "apiserver-secure-port", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --secure-port=0
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-secure-port", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --secure-port=6443
"),
    ] },
    Sample { rule: "apiserver-secure-port", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-service-account-extend-token-expiration", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-service-account-extend-token-expiration", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-extend-token-expiration=true
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-service-account-extend-token-expiration", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-extend-token-expiration=false
"),
    ] },
    Sample { rule: "apiserver-service-account-extend-token-expiration", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-extend-token-expiration=false
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-service-account-issuer-http", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=http://tokens.example.com
"),
    ] },
    Sample { rule: "apiserver-service-account-issuer-http", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
"),
    ] },
    Sample { rule: "apiserver-service-account-key-file", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-service-account-key-file", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-service-account-key-file", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
"),
    ] },
    Sample { rule: "apiserver-service-account-key-file", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-service-account-key-shared", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-key-file=/etc/kubernetes/pki/apiserver.key
"),
    ] },
    Sample { rule: "apiserver-service-account-key-shared", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --client-ca-file=/etc/kubernetes/ssl/ca.pem \
  --service-account-key-file=/etc/kubernetes/ssl/ca.pem
Restart=always
"),
    ] },
    Sample { rule: "apiserver-service-account-key-shared", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
"),
    ] },
    Sample { rule: "apiserver-service-account-lookup", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-lookup=false
"),
    ] },
    Sample { rule: "apiserver-service-account-lookup", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-lookup=0
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-service-account-lookup", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: service-account-lookup
    value: "false"
"#),
    ] },
    Sample { rule: "apiserver-service-account-lookup", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-lookup=true
"),
    ] },
    Sample { rule: "apiserver-service-account-lookup", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-lookup
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-service-account-signer", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --service-account-signing-endpoint=/run/signer.sock
"),
    ] },
    Sample { rule: "apiserver-service-account-signer", state: State::Bad, spelling: "command line", minor: 34, files: &[
        ("bad@1.34.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --authorization-mode=Node,RBAC \
  --service-account-signing-endpoint=/run/signer.sock
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-service-account-signer", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --authorization-mode=Node,RBAC
    - --service-account-issuer=https://old.example.com
"),
    ] },
    Sample { rule: "apiserver-service-account-signer", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC
Restart=on-failure
"),
    ] },
    Sample { rule: "apiserver-tls-cipher-suites", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_GCM_SHA256
"),
    ] },
    Sample { rule: "apiserver-tls-cipher-suites", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --tls-cipher-suites=TLS_RSA_WITH_3DES_EDE_CBC_SHA,TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-tls-cipher-suites", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    tls-cipher-suites: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_RC4_128_SHA"
"#),
    ] },
    Sample { rule: "apiserver-tls-cipher-suites", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305,TLS_AES_128_GCM_SHA256
"),
    ] },
    Sample { rule: "apiserver-tls-min-version", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --tls-min-version=VersionTLS10
"),
    ] },
    Sample { rule: "apiserver-tls-min-version", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --tls-min-version=VersionTLS11
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-tls-min-version", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: tls-min-version
    value: "VersionTLS10"
"#),
    ] },
    Sample { rule: "apiserver-tls-min-version", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --tls-min-version=VersionTLS12
"),
    ] },
    Sample { rule: "apiserver-tls-min-version", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --tls-min-version=VersionTLS13
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-tls-serving-cert", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-tls-serving-cert", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-half.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --tls-cert-file=/etc/kubernetes/pki/apiserver.crt
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-tls-serving-cert", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: tls-cert-file
    value: ""
  - name: tls-private-key-file
    value: ""
"#),
    ] },
    Sample { rule: "apiserver-tls-serving-cert", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --tls-cert-file=/etc/kubernetes/pki/apiserver.crt
    - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
"),
    ] },
    Sample { rule: "apiserver-tls-serving-cert", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --tls-cert-file=/etc/kubernetes/pki/apiserver.crt \
  --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-token-auth-file", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --token-auth-file=/etc/kubernetes/tokens.csv
"),
    ] },
    Sample { rule: "apiserver-token-auth-file", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --token-auth-file=/etc/kubernetes/tokens.csv
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-token-auth-file", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
  - name: token-auth-file
    value: "/etc/kubernetes/pki/tokens.csv"
"#),
    ] },
    Sample { rule: "apiserver-token-auth-file", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
"),
    ] },
    Sample { rule: "apiserver-token-auth-file", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-unknown-admission-plugins", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=noderestriction
"),
    ] },
    Sample { rule: "apiserver-unknown-admission-plugins", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-typo.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --disable-admission-plugins=PodSecurty
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-unknown-admission-plugins", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --enable-admission-plugins=NodeRestriction,AlwaysPullImages
"),
    ] },
    Sample { rule: "apiserver-unknown-admission-plugins", state: State::Good, spelling: "command line", minor: 26, files: &[
        ("good@1.26.service", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --disable-admission-plugins=ValidatingAdmissionPolicy
Restart=on-failure

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "apiserver-webhook-cache-ttl", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=Node,RBAC,Webhook
    - --authorization-webhook-config-file=/etc/kubernetes/authz.yaml
    - --authorization-webhook-cache-authorized-ttl=1h
    - --authentication-token-webhook-config-file=/etc/kubernetes/authn.yaml
    - --authentication-token-webhook-cache-ttl=30m
"),
    ] },
    Sample { rule: "apiserver-webhook-cache-ttl", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --authorization-mode=Node,RBAC,Webhook
    - --authorization-webhook-config-file=/etc/kubernetes/authz.yaml
    - --authorization-webhook-cache-authorized-ttl=5m
"),
    ] },
    Sample { rule: "audit-policy-catch-all", state: State::Bad, spelling: "Policy", minor: 0, files: &[
        ("bad-last.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
  resources:
  - group: ""
    resources: [secrets]
- level: None
"#),
    ] },
    Sample { rule: "audit-policy-catch-all", state: State::Good, spelling: "Policy", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  users: ["system:kube-proxy"]
  verbs: [watch]
- level: None
  resources:
  - group: ""
    resources: [events, pods/status]
  - group: coordination.k8s.io
    resources: [leases]
- level: None
  nonResourceURLs: ["/healthz*"]
- level: Metadata
"#),
    ] },
    Sample { rule: "audit-policy-drops-writes", state: State::Bad, spelling: "Policy", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  userGroups: ["system:nodes"]
- level: None
  verbs: [get, create]
  resources:
  - group: ""
    resources: ["pods/*"]
- level: Metadata
"#),
    ] },
    Sample { rule: "audit-policy-drops-writes", state: State::Good, spelling: "Policy", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  users: ["system:kube-proxy"]
  verbs: [watch]
- level: None
  resources:
  - group: ""
    resources: [events, pods/status]
  - group: coordination.k8s.io
    resources: [leases]
- level: None
  nonResourceURLs: ["/healthz*"]
- level: Metadata
"#),
    ] },
    Sample { rule: "audit-policy-refused", state: State::Bad, spelling: "Policy", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Full
- resources:
  - group: ""
    resources: [pods]
- level: Metadata
  namespaces: [kube-system]
  nonResourceURLs: [/healthz]
- level: Metadata
"#),
    ] },
    Sample { rule: "audit-policy-refused", state: State::Good, spelling: "Policy", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  nonResourceURLs: [/healthz*]
- level: "{{ level }}"
- level: Metadata
"#),
    ] },
    Sample { rule: "audit-policy-secret-values", state: State::Bad, spelling: "Policy", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
  verbs: [create]
  resources:
  - group: ""
    resources: [secrets]
- level: RequestResponse
  users: [admin]
- level: Metadata
  resources:
  - group: ""
    resources: [secrets, serviceaccounts/token]
  - group: authentication.k8s.io
    resources: [tokenreviews]
- level: Request # configmaps alone are left
"#),
    ] },
    Sample { rule: "audit-policy-secret-values", state: State::Good, spelling: "Policy", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
  resources:
  - group: ""
    resources: [secrets, configmaps, "serviceaccounts/*"]
  - group: authentication.k8s.io
- level: Request
  verbs: [get, list, watch]
- level: RequestResponse
  resources:
  - group: ""
  - group: apps
- level: Metadata
"#),
    ] },
    Sample { rule: "audit-policy-unreachable", state: State::Bad, spelling: "Policy", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
- level: RequestResponse
  resources:
  - group: apps
- level: None
  nonResourceURLs: [/healthz]
"),
    ] },
    Sample { rule: "audit-policy-unreachable", state: State::Good, spelling: "Policy", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  users: ["system:kube-proxy"]
  verbs: [watch]
- level: None
  resources:
  - group: ""
    resources: [events, pods/status]
  - group: coordination.k8s.io
    resources: [leases]
- level: None
  nonResourceURLs: ["/healthz*"]
- level: Metadata
"#),
    ] },
    Sample { rule: "audit-policy-wildcard", state: State::Bad, spelling: "Policy", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: RequestResponse
  verbs: ["*"]
  resources:
  - group: rbac.authorization.k8s.io
- level: Request
  users: ["system:serviceaccount:shop:*"]
  resources:
  - group: "*.example.com"
- level: Metadata
"#),
    ] },
    Sample { rule: "audit-policy-wildcard", state: State::Good, spelling: "Policy", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  nonResourceURLs: [/healthz*]
- level: Metadata
  resources:
  - group: ""
    resources: ["pods/*", "*/status"]
- level: Metadata
"#),
    ] },
    Sample { rule: "authentication-anonymous", state: State::Bad, spelling: "AuthenticationConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true # probes need it
"),
    ] },
    Sample { rule: "authentication-anonymous", state: State::Bad, spelling: "YAML", minor: 32, files: &[
        ("bad@1.32.json", r#"{"apiVersion": "apiserver.config.k8s.io/v1beta1", "kind": "AuthenticationConfiguration", "anonymous": {"enabled": true, "conditions": []}}
"#),
    ] },
    Sample { rule: "authentication-anonymous", state: State::Good, spelling: "AuthenticationConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
- issuer:
    url: https://login.example.com
    audiences: [kubernetes, kubectl]
    audienceMatchPolicy: MatchAny
  claimValidationRules:
  - claim: hd
    requiredValue: example.com
  claimMappings:
    username: {claim: email, prefix: "oidc:"}
    groups: {claim: groups, prefix: "oidc:"}
- issuer:
    url: https://ci.example.com
    discoveryURL: https://ci.internal.example.com/.well-known/openid-configuration
    audiences: [kubernetes]
  claimMappings:
    username: {expression: "claims.email_verified ? claims.email : claims.sub"}
  userValidationRules:
  - expression: "!user.username.startsWith('system:')"
    message: names of the system are not for the issuer
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: /healthz
"#),
    ] },
    Sample { rule: "authentication-claim-prefix", state: State::Bad, spelling: "AuthenticationConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
- issuer: {url: "https://login.example.com", audiences: [kubernetes]}
  claimMappings:
    username:
      claim: sub
      prefix: ""
    groups:
      claim: groups
      prefix: "system:"
- issuer: {url: "https://ci.example.com", audiences: [kubernetes]}
  claimMappings:
    username:
      expression: claims.sub
    groups:
      expression: claims.groups
"#),
    ] },
    Sample { rule: "authentication-claim-prefix", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad.json", r#"{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AuthenticationConfiguration", "jwt": [{
  "issuer": {"url": "https://login.example.com", "audiences": ["kubernetes"]},
  "claimMappings": {"username": {"claim": "sub", "prefix": ""}}}]}
"#),
    ] },
    Sample { rule: "authentication-claim-prefix", state: State::Good, spelling: "AuthenticationConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
- issuer:
    url: https://login.example.com
    audiences: [kubernetes, kubectl]
    audienceMatchPolicy: MatchAny
  claimValidationRules:
  - claim: hd
    requiredValue: example.com
  claimMappings:
    username: {claim: email, prefix: "oidc:"}
    groups: {claim: groups, prefix: "oidc:"}
- issuer:
    url: https://ci.example.com
    discoveryURL: https://ci.internal.example.com/.well-known/openid-configuration
    audiences: [kubernetes]
  claimMappings:
    username: {expression: "claims.email_verified ? claims.email : claims.sub"}
  userValidationRules:
  - expression: "!user.username.startsWith('system:')"
    message: names of the system are not for the issuer
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: /healthz
"#),
    ] },
    Sample { rule: "authentication-config-refused", state: State::Bad, spelling: "AuthenticationConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
- issuer:
    url: http://login.example.com
    discoveryURL: http://login.example.com/
    certificateAuthority: /etc/kubernetes/pki/login.crt
  claimMappings:
    username: {claim: email}
    groups: {claim: groups, expression: claims.roles}
- issuer:
    url: https://user@ci.example.com/?x=1
    audiences: [kubernetes, kubectl]
  claimMappings:
    username: {expression: claims.email, prefix: "oidc:"}
  claimValidationRules:
  - message: nothing
  - {claim: hd, requiredValue: example.com, message: wrong domain}
  - {expression: "claims.exp > 0", requiredValue: x}
  userValidationRules:
  - message: none
- issuer:
    url: https://user@ci.example.com/?x=1
    audiences: [kubernetes, kubernetes]
    audienceMatchPolicy: MatchAll
anonymous:
  enabled: false
  conditions: [{path: /livez}]
"#),
    ] },
    Sample { rule: "authentication-config-refused", state: State::Good, spelling: "AuthenticationConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
- issuer:
    url: https://login.example.com
    audiences: [kubernetes, kubectl]
    audienceMatchPolicy: MatchAny
  claimValidationRules:
  - claim: hd
    requiredValue: example.com
  claimMappings:
    username: {claim: email, prefix: "oidc:"}
    groups: {claim: groups, prefix: "oidc:"}
- issuer:
    url: https://ci.example.com
    discoveryURL: https://ci.internal.example.com/.well-known/openid-configuration
    audiences: [kubernetes]
  claimMappings:
    username: {expression: "claims.email_verified ? claims.email : claims.sub"}
  userValidationRules:
  - expression: "!user.username.startsWith('system:')"
    message: names of the system are not for the issuer
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: /healthz
"#),
    ] },
    Sample { rule: "authorization-config-always-allow", state: State::Bad, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- {type: Node, name: node}
- {type: RBAC, name: rbac}
- {type: AlwaysAllow, name: alwaysallow} # while we migrate
"),
    ] },
    Sample { rule: "authorization-config-always-allow", state: State::Good, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 5m
    unauthorizedTTL: 30s
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo:
      type: KubeConfigFile
      kubeConfigFile: /etc/kubernetes/authz.conf
    matchConditions:
    - expression: "!('system:nodes' in request.groups)"
- type: Node
  name: node
- type: RBAC
  name: rbac
"#),
    ] },
    Sample { rule: "authorization-config-modes", state: State::Bad, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: RBAC
  name: rbac
"),
    ] },
    Sample { rule: "authorization-config-modes", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad.json", r#"{"apiVersion": "apiserver.config.k8s.io/v1beta1", "kind": "AuthorizationConfiguration", "authorizers": [{"type": "Node", "name": "node"}]}
"#),
    ] },
    Sample { rule: "authorization-config-modes", state: State::Good, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 5m
    unauthorizedTTL: 30s
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo:
      type: KubeConfigFile
      kubeConfigFile: /etc/kubernetes/authz.conf
    matchConditions:
    - expression: "!('system:nodes' in request.groups)"
- type: Node
  name: node
- type: RBAC
  name: rbac
"#),
    ] },
    Sample { rule: "authorization-config-refused", state: State::Bad, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: node
  name: node
- type: RBAC
  name: default-rbac
- type: RBAC
  name: rbac
- type: ABAC
  name: abac
  webhook: {}
- type: Webhook
  name: Policy
- type: Webhook
  name: other
  webhook:
    timeout: 60s
    authorizedTTL: -5m
    unauthorizedTTL: 30
    subjectAccessReviewVersion: v2
    failurePolicy: Allow
    connectionInfo: {type: KubeConfigFile, kubeConfigFile: authz.conf}
    matchConditions:
    - expression: has(request.resourceAttributes)
- type: Opa
  name: opa
- name: nothing
"),
    ] },
    Sample { rule: "authorization-config-refused", state: State::Good, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 5m
    unauthorizedTTL: 30s
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo:
      type: KubeConfigFile
      kubeConfigFile: /etc/kubernetes/authz.conf
    matchConditions:
    - expression: "!('system:nodes' in request.groups)"
- type: Node
  name: node
- type: RBAC
  name: rbac
"#),
    ] },
    Sample { rule: "authorization-webhook-cache", state: State::Bad, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 1h
    unauthorizedTTL: 30s
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo:
      type: KubeConfigFile
      kubeConfigFile: /etc/kubernetes/authz.conf
    matchConditions:
    - expression: "!('system:nodes' in request.groups)"
- type: Node
  name: node
- type: RBAC
  name: rbac
"#),
    ] },
    Sample { rule: "authorization-webhook-cache", state: State::Good, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 5m
    unauthorizedTTL: 30s
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo:
      type: KubeConfigFile
      kubeConfigFile: /etc/kubernetes/authz.conf
    matchConditions:
    - expression: "!('system:nodes' in request.groups)"
- type: Node
  name: node
- type: RBAC
  name: rbac
"#),
    ] },
    Sample { rule: "authorization-webhook-fails-open", state: State::Bad, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 5m
    unauthorizedTTL: 30s
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: NoOpinion
    connectionInfo:
      type: KubeConfigFile
      kubeConfigFile: /etc/kubernetes/authz.conf
    matchConditions:
    - expression: "!('system:nodes' in request.groups)"
- type: Node
  name: node
- type: RBAC
  name: rbac
"#),
    ] },
    Sample { rule: "authorization-webhook-fails-open", state: State::Good, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 5m
    unauthorizedTTL: 30s
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo:
      type: KubeConfigFile
      kubeConfigFile: /etc/kubernetes/authz.conf
    matchConditions:
    - expression: "!('system:nodes' in request.groups)"
- type: Node
  name: node
- type: RBAC
  name: rbac
"#),
    ] },
    Sample { rule: "blank-after-backslash", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \ 
  --read-only-port=0
Restart=always
"),
    ] },
    Sample { rule: "blank-after-backslash", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --read-only-port=0
Restart=always 
"),
    ] },
    Sample { rule: "config-duplicate-key", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
authentication:
  anonymous:
    enabled: false
readOnlyPort: 10255
"),
    ] },
    Sample { rule: "config-duplicate-key", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
"),
    ] },
    Sample { rule: "config-lost-indentation", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
anonymous:
enabled: false
x509:
clientCAFile: /etc/kubernetes/pki/ca.crt
authorization:
mode: Webhook
readOnlyPort: 0
"),
    ] },
    Sample { rule: "config-lost-indentation", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
authorization: {mode: Webhook}
readOnlyPort: 0
"),
    ] },
    Sample { rule: "config-unknown-field", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.json", r#"{
  "apiVersion": "kubelet.config.k8s.io/v1beta1",
  "kind": "KubeletConfiguration",
  "anonymous": {"enabled": false}
}
"#),
    ] },
    Sample { rule: "config-unknown-field", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
authorization:
  mode: Webhook
"),
    ] },
    Sample { rule: "config-wrong-type", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1
kind: KubeletConfiguration
readOnlyPort: 0
"),
    ] },
    Sample { rule: "config-wrong-type", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
"),
    ] },
    Sample { rule: "deprecated-flag", state: State::Bad, spelling: "Pod", minor: 32, files: &[
        ("bad@1.32.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --cloud-provider=external
"),
    ] },
    Sample { rule: "deprecated-flag", state: State::Good, spelling: "several files", minor: 0, files: &[
        ("config.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"),
        ("kubelet.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --v=2
"),
    ] },
    Sample { rule: "encryption-cipher", state: State::Bad, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - aesgcm:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
- resources: [configmaps]
  providers:
  - aescbc: {keys: [{name: key1, secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=}]}
"),
    ] },
    Sample { rule: "encryption-cipher", state: State::Good, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - secretbox:
      keys:
      - name: key2
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
  - aesgcm:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
"),
    ] },
    Sample { rule: "encryption-config-refused", state: State::Bad, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
    identity: {}
- resources: [configmaps]
  providers: []
- resource: [events]
  providers:
  - aes: {}
- resources: ['*.apps']
  providers:
  - identity: {}
- resources:
  - deployments.apps
  providers:
  - identity: {}
"),
    ] },
    Sample { rule: "encryption-config-refused", state: State::Good, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [deployments.apps, events, widgets.example.com]
  providers:
  - identity: {}
- resources: ['*.apps', secrets]
  providers:
  - secretbox: {keys: [{name: key1, secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=}]}
  - kms: {apiVersion: v2, name: vault, endpoint: "unix:///run/kms/vault.sock", timeout: 3s}
  - identity: {}
"#),
    ] },
    Sample { rule: "encryption-identity-first", state: State::Bad, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources:
  - secrets
  providers:
  - identity: {} # for now
  - aescbc:
      keys:
      - name: key1
        secret: c2VjcmV0IGlzIHNlY3VyZQ==
- resources:
  - configmaps
  providers:
  - identity: {}
"),
    ] },
    Sample { rule: "encryption-identity-first", state: State::Good, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources:
  - secrets
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
  - identity: {}
"),
    ] },
    Sample { rule: "encryption-key-invalid", state: State::Bad, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - secretbox:
      keys:
      - name: short
        secret: c0q99FCOlrNpxGMFf2b4DRXKdvU=
  - aescbc:
      keys:
      - name: text
        secret: put the key here
      - name: absent
"),
    ] },
    Sample { rule: "encryption-key-invalid", state: State::Good, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
      - name: later
        secret: <BASE64 OF 32 BYTES>
"),
    ] },
    Sample { rule: "encryption-key-readable", state: State::Bad, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - aescbc:
      keys:
      - name: key1
        secret: c2VjcmV0IGlzIHNlY3VyZQ==
      - name: key2
        secret: Y29ycmVjdCBob3JzZSBiYXR0ZXJ5IHN0YXBsZSAzMmI=
"),
    ] },
    Sample { rule: "encryption-key-readable", state: State::Good, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
      - name: later
        secret: <BASE64 OF 32 BYTES>
"),
    ] },
    Sample { rule: "encryption-kms-v1", state: State::Bad, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - kms:
      apiVersion: v2
      name: new
      endpoint: unix:///run/kms/v2.sock
  - kms:
      name: old
      endpoint: unix:///run/kms/v1.sock
- resources: [configmaps]
  providers:
  - kms:
      apiVersion: v1
      name: older
      endpoint: unix:///run/kms/v1.sock
"),
    ] },
    Sample { rule: "encryption-kms-v1", state: State::Good, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - kms:
      apiVersion: v2
      name: new
      endpoint: unix:///run/kms/v2.sock
"),
    ] },
    Sample { rule: "encryption-secrets-uncovered", state: State::Bad, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources:
  - configmaps
  - '*.apps'
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
"),
    ] },
    Sample { rule: "encryption-secrets-uncovered", state: State::Good, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("good-all.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources:
  - '*.*'
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
"),
    ] },
    Sample { rule: "feature-gate-alpha", state: State::Bad, spelling: "KubeletConfiguration", minor: 33, files: &[
        ("bad@1.33.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  KubeletCrashLoopBackOffMax: true
  KubeletPSI: true
"),
    ] },
    Sample { rule: "feature-gate-alpha", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad-prefix.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=kube:APIServingWithRoutine=true,kube:APIResponseCompression=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-alpha", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=UserNamespacesHostNetworkSupport=true
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-alpha", state: State::Good, spelling: "KubeletConfiguration", minor: 35, files: &[
        ("good@1.35.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  KubeletCrashLoopBackOffMax: true
"),
    ] },
    Sample { rule: "feature-gate-alpha", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=UserNamespacesHostNetworkSupport=false,AllAlpha=true
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-locked", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  NodeLogQuery: false
  ContainerCheckpoint: false
"),
    ] },
    Sample { rule: "feature-gate-locked", state: State::Bad, spelling: "Pod", minor: 33, files: &[
        ("bad@1.33.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=StructuredAuthorizationConfiguration=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-locked", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=KubeletTracing=false
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-locked", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  NodeLogQuery: true
"),
    ] },
    Sample { rule: "feature-gate-locked", state: State::Good, spelling: "Pod", minor: 31, files: &[
        ("good@1.31.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=StructuredAuthorizationConfiguration=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-needless", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  RotateKubeletServerCertificate: true
  NodeLogQuery: true
"),
    ] },
    Sample { rule: "feature-gate-needless", state: State::Bad, spelling: "Pod", minor: 31, files: &[
        ("bad@1.31.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=AppArmor=true,KMSv1=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-needless", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=RotateKubeletServerCertificate=true,AllAlpha=false
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-needless", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  SELinuxMount: true
  AllAlpha: false
"),
    ] },
    Sample { rule: "feature-gate-needless", state: State::Good, spelling: "Pod", minor: 30, files: &[
        ("good@1.30.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=KMSv1=true
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-prefix", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad-config.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  "kube:SELinuxMount": true
"#),
    ] },
    Sample { rule: "feature-gate-prefix", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=kube:SELinuxMount=true,APIServerIdentity=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-prefix", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=kube:SELinuxMount=true
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-prefix", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=kube:SELinuxMount=true,kube:APIServerIdentity=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-prefix", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --authorization-mode=Node,RBAC \
  --feature-gates=SELinuxMount=true
"),
    ] },
    Sample { rule: "feature-gate-removed", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  SeccompDefault: true
  DynamicKubeletConfig: false
  CSIMigration: true
"),
    ] },
    Sample { rule: "feature-gate-removed", state: State::Bad, spelling: "Pod", minor: 33, files: &[
        ("bad@1.33.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=AppArmor=true,AllowServiceLBStatusOnNonLB=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-removed", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=RotateKubeletClientCertificate=true,AppArmor=false
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-removed", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    feature-gates: PodSecurity=true,AllBeta=false
"),
    ] },
    Sample { rule: "feature-gate-removed", state: State::Good, spelling: "KubeletConfiguration", minor: 26, files: &[
        ("good@1.26.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  SeccompDefault: true
"),
    ] },
    Sample { rule: "feature-gate-removed", state: State::Good, spelling: "Pod", minor: 36, files: &[
        ("good@1.36.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=AuthorizeWithSelectors=true
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-removed", state: State::Good, spelling: "command line", minor: 30, files: &[
        ("good@1.30.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=AppArmor=true
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-requirement", state: State::Bad, spelling: "KubeletConfiguration", minor: 35, files: &[
        ("bad@1.35.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
# gates of this node
featureGates:
  PodLevelResources: false
  InPlacePodLevelResourcesVerticalScaling: true
"),
    ] },
    Sample { rule: "feature-gate-requirement", state: State::Bad, spelling: "Pod", minor: 36, files: &[
        ("bad-group@1.36.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=AllAlpha=true,AllBeta=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-requirement", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=UserNamespacesHostNetworkSupport=true,NodeDeclaredFeatures=false
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-requirement", state: State::Good, spelling: "KubeletConfiguration", minor: 34, files: &[
        ("good@1.34.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  ClusterTrustBundleProjection: true
"),
    ] },
    Sample { rule: "feature-gate-requirement", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=GangScheduling=true,GenericWorkload=true
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-retiring", state: State::Bad, spelling: "KubeletConfiguration", minor: 33, files: &[
        ("bad@1.33.json", r#"{
  "apiVersion": "kubelet.config.k8s.io/v1beta1",
  "kind": "KubeletConfiguration",
  "featureGates": {
    "AllowOverwriteTerminationGracePeriodSeconds": true
  }
}
"#),
    ] },
    Sample { rule: "feature-gate-retiring", state: State::Bad, spelling: "Pod", minor: 26, files: &[
        ("bad@1.26.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=AdvancedAuditing=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-retiring", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=AllowDNSOnlyNodeCSR=true
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-retiring", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=AllowServiceExternalIPs=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-retiring", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=AllowDNSOnlyNodeCSR=false
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-security", state: State::Bad, spelling: "KubeletConfiguration", minor: 33, files: &[
        ("bad@1.33.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  KubeletFineGrainedAuthz: false
  GitRepoVolumeDriver: true
"),
    ] },
    Sample { rule: "feature-gate-security", state: State::Bad, spelling: "Pod", minor: 30, files: &[
        ("bad-tokens@1.30.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=ServiceAccountTokenNodeBindingValidation=false,ServiceAccountTokenJTI=false,AppArmor=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-security", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=KubeletEnsureSecretPulledImages=false,ReloadKubeletServerCertificateFile=false
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-security", state: State::Good, spelling: "Pod", minor: 27, files: &[
        ("good@1.27.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=UnauthenticatedHTTP2DOSMitigation=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-security", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=UserNamespacesSupport=true
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-unknown", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  containerCheckpoint: false
  NodeLocalCRISocket: true
"),
    ] },
    Sample { rule: "feature-gate-unknown", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad-manifest.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
        - --feature-gates=UnauthenticatedHTTP2DOSMitigaton=true,APIServerIdentity=false
        # the address of this node
        - --advertise-address=10.20.0.5
"),
    ] },
    Sample { rule: "feature-gate-unknown", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=ContainerChekpoint=false,KubeletTracing=true
Restart=always
"),
    ] },
    Sample { rule: "feature-gate-unknown", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  SELinuxMount: true
"),
    ] },
    Sample { rule: "feature-gate-unknown", state: State::Good, spelling: "command line", minor: 24, files: &[
        ("good@1.24.service", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=DynamicKubeletConfig=false
Restart=always
"),
    ] },
    Sample { rule: "invalid-value", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
registerNode: "true"
syncFrequency: 60
maxPods: 0x6E
clusterDNS: 10.96.0.10
"#),
    ] },
    Sample { rule: "invalid-value", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad-variable-literal.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver
    command:
    - kube-apiserver
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc.cluster.local
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --advertise-address=$$(POD_IP)
    - --authorization-mode=Node,RBAC
    env:
    - name: POD_IP
      valueFrom:
        fieldRef:
          fieldPath: status.podIP
"),
    ] },
    Sample { rule: "invalid-value", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --max-pods=many --file-check-frequency=20
"),
    ] },
    Sample { rule: "invalid-value", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: max-requests-inflight
    value: "many"
"#),
    ] },
    Sample { rule: "invalid-value", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
registerNode: yes
syncFrequency: 1m
maxPods: 0x6E
clusterDNS: [10.96.0.10]
"),
    ] },
    Sample { rule: "kubeadm-argument-not-text", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-map.yaml", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    profiling: false # not needed
    audit-log-maxage: 30
    audit-log-path: /var/log/kubernetes/audit.log
"),
    ] },
    Sample { rule: "kubeadm-argument-not-text", state: State::Good, spelling: "kubeadm configuration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
  - name: audit-log-path
    value: /var/log/kubernetes/audit.log
  - name: tls-cert-file
    value:
  - name: audit-log-maxage
    value: '30'
"#),
    ] },
    Sample { rule: "kubeconfig-bearer-token", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    token: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJub2RlIn0.c2lnbmF0dXJl
"),
    ] },
    Sample { rule: "kubeconfig-bearer-token", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    tokenFile: /var/run/secrets/token
"),
    ] },
    Sample { rule: "kubeconfig-bootstrap-token", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad-other.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    token: abcdef.0123456789abcdef
"),
    ] },
    Sample { rule: "kubeconfig-bootstrap-token", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("kubelet.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --kubeconfig=/etc/kubernetes/node.conf
"),
        ("node.conf", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: worker
current-context: work
users:
- name: worker
  user:
    token: abcdef.0123456789abcdef
"),
    ] },
    Sample { rule: "kubeconfig-bootstrap-token", state: State::Good, spelling: "several files", minor: 0, files: &[
        ("join.conf", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: join
current-context: work
users:
- name: join
  user:
    token: abcdef.0123456789abcdef
"),
        ("kubelet.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --kubeconfig=/etc/kubernetes/kubelet.conf --bootstrap-kubeconfig=/etc/kubernetes/join.conf
"),
    ] },
    Sample { rule: "kubeconfig-certificate-authority", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate: /etc/kubernetes/pki/admin.crt
    client-key: /etc/kubernetes/pki/admin.key
"),
    ] },
    Sample { rule: "kubeconfig-certificate-authority", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate: /etc/kubernetes/pki/admin.crt
    client-key: /etc/kubernetes/pki/admin.key
"),
    ] },
    Sample { rule: "kubeconfig-embedded-key", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJ3VENDQVdlZ0F3SUJBZ0lVWGhDSWkxSTU0bFN5Tk5DUEVzOFp2NmNyZE1jd0NnWUlLb1pJemowRUF3SXcKTmpFVk1CTUdBMVVFQ2d3TWMzbHpkR1Z0T201dlpHVnpNUjB3R3dZRFZRUUREQlJ6ZVhOMFpXMDZibTlrWlRwMwpiM0pyWlhJdE1UQWVGdzB5TmpFeE1qRXhOalE1TURSYUZ3MHpOakV4TVRneE5qUTVNRFJhTURZeEZUQVRCZ05WCkJBb01ESE41YzNSbGJUcHViMlJsY3pFZE1Cc0dBMVVFQXd3VWMzbHpkR1Z0T201dlpHVTZkMjl5YTJWeUxURXcKV1RBVEJnY3Foa2pPUFFJQkJnZ3Foa2pPUFFNQkJ3TkNBQVR5eGR1M0FsMWdsZEJmSkRraTFZQlBHek1GalBWZApyTjlPdHd3Q2xMdkwzQU1Ga3VleVlTVlpWVHRFbWRLT20yTVRLVXIwbFJ5NVMrbVpEc1hvNk4xbm8xTXdVVEFkCkJnTlZIUTRFRmdRVUptUVpqV1Rmc0lvRVQyWW5NaXY1QzN4R1liUXdId1lEVlIwakJCZ3dGb0FVSm1RWmpXVGYKc0lvRVQyWW5NaXY1QzN4R1liUXdEd1lEVlIwVEFRSC9CQVV3QXdFQi96QUtCZ2dxaGtqT1BRUURBZ05JQURCRgpBaUVBd0k2d202VFhpNitlUUp5elBhYnVHSDhJU0VFQ1QwOTVPQTJsajE5d3JlOENJQUUwck8zN0kxeTE1Z0Z3CldLVjlEVHF4UjZRbXh4UW1yWkJ0dGZvRVJxc2IKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=
    client-key-data: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg==
"),
    ] },
    Sample { rule: "kubeconfig-embedded-key", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: system:node:worker-1
current-context: work
users:
- name: system:node:worker-1
  user:
    client-certificate: /var/lib/kubelet/pki/kubelet-client-current.pem
    client-key: /var/lib/kubelet/pki/kubelet-client-current.pem
"),
    ] },
    Sample { rule: "kubeconfig-exec-plugin", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubelet
current-context: work
users:
- name: kubelet
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: aws-iam-authenticator
      args: [token]
"),
    ] },
    Sample { rule: "kubeconfig-exec-plugin", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate: /etc/kubernetes/pki/admin.crt
    client-key: /etc/kubernetes/pki/admin.key
"),
    ] },
    Sample { rule: "kubeconfig-insecure-skip-tls-verify", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    insecure-skip-tls-verify: true
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate: /etc/kubernetes/pki/admin.crt
    client-key: /etc/kubernetes/pki/admin.key
"),
    ] },
    Sample { rule: "kubeconfig-insecure-skip-tls-verify", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
    insecure-skip-tls-verify: false
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate: /etc/kubernetes/pki/admin.crt
    client-key: /etc/kubernetes/pki/admin.key
"),
    ] },
    Sample { rule: "kubeconfig-node-identity", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubelet
current-context: work
users:
- name: kubelet
  user:
    client-certificate-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJaekNDQVF3Q0ZEbUhpUy9KaGtpS3B1MUtEeGprOFVlT1ZKL05NQW9HQ0NxR1NNNDlCQU1DTURneEZ6QVYKQmdOVkJBb01Ebk41YzNSbGJUcHRZWE4wWlhKek1SQXdEZ1lEVlFRS0RBZGxlR0Z0Y0d4bE1Rc3dDUVlEVlFRRApEQUpqWVRBZUZ3MHlOakV4TWpFeE56STFNemRhRncwek5qRXhNVGd4TnpJMU16ZGFNRE14RURBT0JnTlZCQW9NCkIzZHZjbXRsY25NeERUQUxCZ05WQkFvTUJHVmtaMlV4RURBT0JnTlZCQU1NQjJ0MVltVnNaWFF3V1RBVEJnY3EKaGtqT1BRSUJCZ2dxaGtqT1BRTUJCd05DQUFUWDgvc1BGRGNhYWJjSmJaeWhuMG9ReVVwWllaek8xRHYxUXVQOQptYksvQjFKempTWkdmR3dpbzNacldpdW12N0M5M1BnM3ZycWlCclIvbXg0MFhOWkhNQW9HQ0NxR1NNNDlCQU1DCkEwa0FNRVlDSVFEZklhaHBLUnZmMkJreHdyNlArdmRub0ROd2I2UHhmNktsRVlwcVlWTDhnZ0loQUlKVXE5Rm8Kc2tndFFpSHcvNkNhVWgrQXdwS21peFZyN3VYNExWN21KK21QCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K
    client-key: /var/lib/kubelet/pki/kubelet-client-current.pem
"),
    ] },
    Sample { rule: "kubeconfig-node-identity", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubelet
current-context: work
users:
- name: kubelet
  user:
    client-certificate-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJ3VENDQVdlZ0F3SUJBZ0lVWGhDSWkxSTU0bFN5Tk5DUEVzOFp2NmNyZE1jd0NnWUlLb1pJemowRUF3SXcKTmpFVk1CTUdBMVVFQ2d3TWMzbHpkR1Z0T201dlpHVnpNUjB3R3dZRFZRUUREQlJ6ZVhOMFpXMDZibTlrWlRwMwpiM0pyWlhJdE1UQWVGdzB5TmpFeE1qRXhOalE1TURSYUZ3MHpOakV4TVRneE5qUTVNRFJhTURZeEZUQVRCZ05WCkJBb01ESE41YzNSbGJUcHViMlJsY3pFZE1Cc0dBMVVFQXd3VWMzbHpkR1Z0T201dlpHVTZkMjl5YTJWeUxURXcKV1RBVEJnY3Foa2pPUFFJQkJnZ3Foa2pPUFFNQkJ3TkNBQVR5eGR1M0FsMWdsZEJmSkRraTFZQlBHek1GalBWZApyTjlPdHd3Q2xMdkwzQU1Ga3VleVlTVlpWVHRFbWRLT20yTVRLVXIwbFJ5NVMrbVpEc1hvNk4xbm8xTXdVVEFkCkJnTlZIUTRFRmdRVUptUVpqV1Rmc0lvRVQyWW5NaXY1QzN4R1liUXdId1lEVlIwakJCZ3dGb0FVSm1RWmpXVGYKc0lvRVQyWW5NaXY1QzN4R1liUXdEd1lEVlIwVEFRSC9CQVV3QXdFQi96QUtCZ2dxaGtqT1BRUURBZ05JQURCRgpBaUVBd0k2d202VFhpNitlUUp5elBhYnVHSDhJU0VFQ1QwOTVPQTJsajE5d3JlOENJQUUwck8zN0kxeTE1Z0Z3CldLVjlEVHF4UjZRbXh4UW1yWkJ0dGZvRVJxc2IKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=
    client-key: /var/lib/kubelet/pki/kubelet-client-current.pem
"),
    ] },
    Sample { rule: "kubeconfig-other-credentials", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: system:node:worker-1
current-context: work
users:
- name: system:node:worker-1
  user:
    client-certificate: /var/lib/kubelet/pki/kubelet-client-current.pem
    client-key: /var/lib/kubelet/pki/kubelet-client-current.pem
# left from the installation
- name: admin
  user:
    client-certificate: /root/admin.crt
    client-key-data: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg==
"),
    ] },
    Sample { rule: "kubeconfig-other-credentials", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: system:node:worker-1
current-context: work
users:
- name: system:node:worker-1
  user:
    client-certificate: /var/lib/kubelet/pki/kubelet-client-current.pem
    client-key: /var/lib/kubelet/pki/kubelet-client-current.pem
- name: observer
  user:
    tokenFile: /run/observer/token
"),
    ] },
    Sample { rule: "kubeconfig-password", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    username: admin
    password: sunshine
"),
    ] },
    Sample { rule: "kubeconfig-password", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate: /etc/kubernetes/pki/admin.crt
    client-key: /etc/kubernetes/pki/admin.key
    password: ""
"#),
    ] },
    Sample { rule: "kubeconfig-plain-http", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: http://10.0.0.10:8080
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    tokenFile: /var/run/token
"),
    ] },
    Sample { rule: "kubeconfig-plain-http", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: 10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate: /etc/kubernetes/pki/admin.crt
    client-key: /etc/kubernetes/pki/admin.key
"),
    ] },
    Sample { rule: "kubeconfig-refused", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad-exec.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubelet
current-context: work
users:
- name: kubelet
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1alpha1
      command: /usr/bin/aws-iam-authenticator
      args: [token]
"),
    ] },
    Sample { rule: "kubeconfig-refused", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate: /etc/kubernetes/pki/admin.crt
    client-key: /etc/kubernetes/pki/admin.key
"),
    ] },
    Sample { rule: "kubeconfig-system-masters", state: State::Bad, spelling: "Config", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: kubernetes-admin
current-context: work
users:
- name: kubernetes-admin
  user:
    client-certificate-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJ2VENDQVdPZ0F3SUJBZ0lVWjVzWmZyblkybFhxNlI0cENVWGFhYTFxNEVJd0NnWUlLb1pJemowRUF3SXcKTkRFWE1CVUdBMVVFQ2d3T2MzbHpkR1Z0T20xaGMzUmxjbk14R1RBWEJnTlZCQU1NRUd0MVltVnlibVYwWlhNdApZV1J0YVc0d0hoY05Nall4TVRJeE1UWTBPVEEwV2hjTk16WXhNVEU0TVRZME9UQTBXakEwTVJjd0ZRWURWUVFLCkRBNXplWE4wWlcwNmJXRnpkR1Z5Y3pFWk1CY0dBMVVFQXd3UWEzVmlaWEp1WlhSbGN5MWhaRzFwYmpCWk1CTUcKQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VIQTBJQUJJK2tuVHpXVEVOVmN3cmJ6VHhZY05rZktxRGhZTGJhWDEwbwpCQXIyVVI0OXJtQzVTK2lkZURDd2pueS9EZUQ5WStVVjdoVGdRTnZ3TUdrdzlLNVNoaVdqVXpCUk1CMEdBMVVkCkRnUVdCQlFiWDgvY3JRZ3RlSXY1RTRzbkZONTRLVllYTWpBZkJnTlZIU01FR0RBV2dCUWJYOC9jclFndGVJdjUKRTRzbkZONTRLVllYTWpBUEJnTlZIUk1CQWY4RUJUQURBUUgvTUFvR0NDcUdTTTQ5QkFNQ0EwZ0FNRVVDSVFEMwozTmwxQlhKMEJPcVJheURtL25kbGJSeWRZbmhFQTdIcXZGM0lZbjNjYUFJZ0VQMWxRTDZTbzNHcjhsaXlGcENhCmJGZm5Ybm1KMlZKNHBldlRtL1FRSmtRPQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg==
    client-key: /root/admin.key
"),
    ] },
    Sample { rule: "kubeconfig-system-masters", state: State::Good, spelling: "Config", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    server: https://10.0.0.10:6443
    certificate-authority: /etc/kubernetes/pki/ca.crt
contexts:
- name: work
  context:
    cluster: kubernetes
    user: system:node:worker-1
current-context: work
users:
- name: system:node:worker-1
  user:
    client-certificate-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJ3VENDQVdlZ0F3SUJBZ0lVWGhDSWkxSTU0bFN5Tk5DUEVzOFp2NmNyZE1jd0NnWUlLb1pJemowRUF3SXcKTmpFVk1CTUdBMVVFQ2d3TWMzbHpkR1Z0T201dlpHVnpNUjB3R3dZRFZRUUREQlJ6ZVhOMFpXMDZibTlrWlRwMwpiM0pyWlhJdE1UQWVGdzB5TmpFeE1qRXhOalE1TURSYUZ3MHpOakV4TVRneE5qUTVNRFJhTURZeEZUQVRCZ05WCkJBb01ESE41YzNSbGJUcHViMlJsY3pFZE1Cc0dBMVVFQXd3VWMzbHpkR1Z0T201dlpHVTZkMjl5YTJWeUxURXcKV1RBVEJnY3Foa2pPUFFJQkJnZ3Foa2pPUFFNQkJ3TkNBQVR5eGR1M0FsMWdsZEJmSkRraTFZQlBHek1GalBWZApyTjlPdHd3Q2xMdkwzQU1Ga3VleVlTVlpWVHRFbWRLT20yTVRLVXIwbFJ5NVMrbVpEc1hvNk4xbm8xTXdVVEFkCkJnTlZIUTRFRmdRVUptUVpqV1Rmc0lvRVQyWW5NaXY1QzN4R1liUXdId1lEVlIwakJCZ3dGb0FVSm1RWmpXVGYKc0lvRVQyWW5NaXY1QzN4R1liUXdEd1lEVlIwVEFRSC9CQVV3QXdFQi96QUtCZ2dxaGtqT1BRUURBZ05JQURCRgpBaUVBd0k2d202VFhpNitlUUp5elBhYnVHSDhJU0VFQ1QwOTVPQTJsajE5d3JlOENJQUUwck8zN0kxeTE1Z0Z3CldLVjlEVHF4UjZRbXh4UW1yWkJ0dGZvRVJxc2IKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=
    client-key: /root/admin.key
"),
    ] },
    Sample { rule: "kubelet-address", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: 127.0.0.1
"),
    ] },
    Sample { rule: "kubelet-address", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --address=127.0.0.1
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-address", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: 0.0.0.0
"),
    ] },
    Sample { rule: "kubelet-address", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --address=10.0.0.5
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-allowed-unsafe-sysctls", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
allowedUnsafeSysctls:
- net.*
"),
    ] },
    Sample { rule: "kubelet-allowed-unsafe-sysctls", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --allowed-unsafe-sysctls=kernel.msg*,net.core.somaxconn
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-allowed-unsafe-sysctls", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
allowedUnsafeSysctls: []
"),
    ] },
    Sample { rule: "kubelet-allowed-unsafe-sysctls", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-anonymous-auth", state: State::Bad, spelling: "Cluster", minor: 0, files: &[
        ("bad-kind.yaml", r#"# A cluster to try things in.
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
kubeadmConfigPatches:
- |
  kind: InitConfiguration
  nodeRegistration:
    kubeletExtraArgs:
      anonymous-auth: "true"
nodes:
- role: control-plane
"#),
    ] },
    Sample { rule: "kubelet-anonymous-auth", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
"),
    ] },
    Sample { rule: "kubelet-anonymous-auth", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --client-ca-file=/etc/kubernetes/pki/ca.crt
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-anonymous-auth", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: anonymous-auth
      value: "true"
    - name: node-labels
      value: "tier=front"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#),
    ] },
    Sample { rule: "kubelet-anonymous-auth", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
"),
    ] },
    Sample { rule: "kubelet-anonymous-auth", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --anonymous-auth=false
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-authorization-mode", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: AlwaysAllow
"),
    ] },
    Sample { rule: "kubelet-authorization-mode", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-case.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --authorization-mode=webhook
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-authorization-mode", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    authorization-mode: "AlwaysAllow"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#),
    ] },
    Sample { rule: "kubelet-authorization-mode", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: Webhook
"),
    ] },
    Sample { rule: "kubelet-authorization-mode", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --authorization-mode=Webhook
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-client-ca-file", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
"),
    ] },
    Sample { rule: "kubelet-client-ca-file", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-client-ca-file", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: client-ca-file
      value: ""
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#),
    ] },
    Sample { rule: "kubelet-client-ca-file", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
"),
    ] },
    Sample { rule: "kubelet-client-ca-file", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --client-ca-file=/etc/kubernetes/pki/ca.crt
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-companion-missing", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
systemCgroups: /system.slice
"),
    ] },
    Sample { rule: "kubelet-companion-missing", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --exit-on-lock-contention
Restart=always
"),
    ] },
    Sample { rule: "kubelet-companion-missing", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
systemCgroups: /system.slice
cgroupRoot: /
enableSystemLogQuery: true
"),
    ] },
    Sample { rule: "kubelet-companion-missing", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --exit-on-lock-contention \
  --lock-file=/var/run/lock/kubelet.lock
Restart=always
"),
    ] },
    Sample { rule: "kubelet-config-file-not-given", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-config-file-not-given", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
"),
    ] },
    Sample { rule: "kubelet-config-file-not-given", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --anonymous-auth=false
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-container-log-size", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
containerLogMaxSize: "-1"
"#),
    ] },
    Sample { rule: "kubelet-container-log-size", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --container-log-max-size=-1Mi
Restart=always
"),
    ] },
    Sample { rule: "kubelet-container-log-size", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
containerLogMaxSize: 50Mi
"),
    ] },
    Sample { rule: "kubelet-container-runtime-endpoint", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --container-runtime-endpoint=
Restart=always
"),
    ] },
    Sample { rule: "kubelet-container-runtime-endpoint", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
containerRuntimeEndpoint: ""
"#),
    ] },
    Sample { rule: "kubelet-container-runtime-endpoint", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --container-runtime-endpoint=unix:///run/crio/crio.sock
Restart=always
"),
    ] },
    Sample { rule: "kubelet-controller-attach-detach", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableControllerAttachDetach: false
"),
    ] },
    Sample { rule: "kubelet-controller-attach-detach", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --enable-controller-attach-detach=false
Restart=always
"),
    ] },
    Sample { rule: "kubelet-controller-attach-detach", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableControllerAttachDetach: true
"),
    ] },
    Sample { rule: "kubelet-cpu-reservation", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cpuManagerPolicy: static
systemReserved:
  memory: 500Mi
"),
    ] },
    Sample { rule: "kubelet-cpu-reservation", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cpu-manager-policy=static \
  --kube-reserved=cpu=0,memory=1Gi
Restart=always
"),
    ] },
    Sample { rule: "kubelet-cpu-reservation", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cpuManagerPolicy: static
systemReserved:
  cpu: 500m
"),
    ] },
    Sample { rule: "kubelet-cpu-reservation", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cpu-manager-policy=static \
  --reserved-cpus=0
Restart=always
"),
    ] },
    Sample { rule: "kubelet-debug-flags-handler", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableDebugFlagsHandler: true
"),
    ] },
    Sample { rule: "kubelet-debug-flags-handler", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableDebugFlagsHandler: false
"),
    ] },
    Sample { rule: "kubelet-enable-server", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableServer: false
"),
    ] },
    Sample { rule: "kubelet-enable-server", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --enable-server=false
Restart=always
"),
    ] },
    Sample { rule: "kubelet-enable-server", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableServer: true
"),
    ] },
    Sample { rule: "kubelet-enforce-node-allocatable", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cgroupsPerQOS: false
"),
    ] },
    Sample { rule: "kubelet-enforce-node-allocatable", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cgroups-per-qos=false
Restart=always
"),
    ] },
    Sample { rule: "kubelet-enforce-node-allocatable", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enforceNodeAllocatable: [pods, system-reserved, kube-reserved]
systemReservedCgroup: /system.slice
kubeReservedCgroup: /kube.slice
"),
    ] },
    Sample { rule: "kubelet-enforce-node-allocatable", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cgroups-per-qos=false \
  --enforce-node-allocatable=
Restart=always
"),
    ] },
    Sample { rule: "kubelet-event-record-qps", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 0
"),
    ] },
    Sample { rule: "kubelet-event-record-qps", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --event-qps=0
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-event-record-qps", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 5
"),
    ] },
    Sample { rule: "kubelet-event-record-qps", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --event-qps=50
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-eviction-off", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 100Mi
  nodefs.available: "0%"
  nodefs.inodesFree: "0%"
  imagefs.available: "15%"
  imagefs.inodesFree: "100%"
"#),
    ] },
    Sample { rule: "kubelet-eviction-off", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  '--eviction-hard=memory.available<0%'
Restart=always
"),
    ] },
    Sample { rule: "kubelet-eviction-off", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 100Mi
  nodefs.available: "10%"
  nodefs.inodesFree: "5%"
  imagefs.available: "15%"
  imagefs.inodesFree: "5%"
"#),
    ] },
    Sample { rule: "kubelet-eviction-partial", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 200Mi
"),
    ] },
    Sample { rule: "kubelet-eviction-partial", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
mergeDefaultEvictionSettings: true
evictionHard:
  memory.available: 200Mi
"),
    ] },
    Sample { rule: "kubelet-eviction-thresholds", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 100MB
  nodefs.available: 10%
"),
    ] },
    Sample { rule: "kubelet-eviction-thresholds", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --eviction-soft=memory.available<500Mi \
  --eviction-hard=nodefs.available<5%%
Restart=always
"),
    ] },
    Sample { rule: "kubelet-eviction-thresholds", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 100Mi
  nodefs.available: 10%
  imagefs.available: 0%
  pid.available: 5%
evictionSoft:
  memory.available: 0.5Gi
  nodefs.inodesFree: 100%
evictionSoftGracePeriod:
  memory.available: 1m30s
evictionMinimumReclaim:
  memory.available: 0Mi
  nodefs.available: 1%
"),
    ] },
    Sample { rule: "kubelet-eviction-thresholds", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --eviction-soft=memory.available<500Mi,nodefs.available<10%% \
  --eviction-soft-grace-period=memory.available=90s,nodefs.available=2m
Restart=always
"),
    ] },
    Sample { rule: "kubelet-fail-swap-on", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
failSwapOn: false
memorySwap:
  swapBehavior: LimitedSwap
"),
    ] },
    Sample { rule: "kubelet-fail-swap-on", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --fail-swap-on=false
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-fail-swap-on", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
failSwapOn: true
"),
    ] },
    Sample { rule: "kubelet-fail-swap-on", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --fail-swap-on
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-feature-gate-all-alpha", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  AllAlpha: true
"),
    ] },
    Sample { rule: "kubelet-feature-gate-all-alpha", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --feature-gates=AllAlpha=true,NodeSwap=true
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-feature-gate-all-alpha", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  NodeSwap: true
"),
    ] },
    Sample { rule: "kubelet-feature-gate-all-alpha", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --feature-gates=AllAlpha=false
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-flag-overrides-config", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: max-pods
      value: "250"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxPods: 110
"#),
    ] },
    Sample { rule: "kubelet-flag-overrides-config", state: State::Good, spelling: "kubeadm configuration", minor: 0, files: &[
        ("good-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: node-ip
      value: "10.0.0.5"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxPods: 110
"#),
    ] },
    Sample { rule: "kubelet-gated-setting", state: State::Bad, spelling: "KubeletConfiguration", minor: 29, files: &[
        ("bad@1.29.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
memorySwap:
  swapBehavior: LimitedSwap
"),
    ] },
    Sample { rule: "kubelet-gated-setting", state: State::Bad, spelling: "command line", minor: 35, files: &[
        ("bad-quota@1.35.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cpu-cfs-quota-period=50ms
Restart=always
"),
    ] },
    Sample { rule: "kubelet-gated-setting", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cpuCFSQuotaPeriod: 50ms
crashLoopBackOff:
  maxContainerRestartPeriod: 60s
imagePullCredentialsVerificationPolicy: AlwaysVerify
"),
    ] },
    Sample { rule: "kubelet-healthz-bind-address", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
healthzBindAddress: 0.0.0.0
healthzPort: 10248
"),
    ] },
    Sample { rule: "kubelet-healthz-bind-address", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --healthz-bind-address=0.0.0.0
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-healthz-bind-address", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
healthzBindAddress: "::1"
"#),
    ] },
    Sample { rule: "kubelet-healthz-bind-address", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --healthz-bind-address=127.0.0.1
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-hostname-override", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --hostname-override=worker-1
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-hostname-override", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-image-gc", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imageGCHighThresholdPercent: 80
imageGCLowThresholdPercent: 80
"),
    ] },
    Sample { rule: "kubelet-image-gc", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --image-gc-high-threshold=70
Restart=always
"),
    ] },
    Sample { rule: "kubelet-image-gc", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imageGCHighThresholdPercent: 81
imageGCLowThresholdPercent: 80
imageMaximumGCAge: 0s
"),
    ] },
    Sample { rule: "kubelet-image-gc", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --image-gc-high-threshold=70 \
  --image-gc-low-threshold=60
Restart=always
"),
    ] },
    Sample { rule: "kubelet-image-pull-allowlist", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad-default-policy.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
preloadedImagesVerificationAllowlist:
- registry.example.com/tools
"),
    ] },
    Sample { rule: "kubelet-image-pull-allowlist", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imagePullCredentialsVerificationPolicy: NeverVerifyAllowlistedImages
preloadedImagesVerificationAllowlist:
- registry.example.com/tools
"),
    ] },
    Sample { rule: "kubelet-image-pull-credentials", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imagePullCredentialsVerificationPolicy: NeverVerify
"),
    ] },
    Sample { rule: "kubelet-image-pull-credentials", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imagePullCredentialsVerificationPolicy: NeverVerifyAllowlistedImages
preloadedImagesVerificationAllowlist:
- registry.example.com/tools
"),
    ] },
    Sample { rule: "kubelet-kube-api-qps", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
kubeAPIQPS: 0 # as fast as it can
"),
    ] },
    Sample { rule: "kubelet-kube-api-qps", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --kube-api-qps=0
Restart=always
"),
    ] },
    Sample { rule: "kubelet-kube-api-qps", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
kubeAPIQPS: 20
"),
    ] },
    Sample { rule: "kubelet-kube-reserved", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad-empty.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
kubeReserved: {}
"),
    ] },
    Sample { rule: "kubelet-kube-reserved", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-kube-reserved", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
kubeReserved:
  cpu: 100m
  memory: 500Mi
"),
    ] },
    Sample { rule: "kubelet-kube-reserved", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --kube-reserved=cpu=100m,memory=500Mi
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-legacy-defaults", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-legacy-defaults", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
"),
    ] },
    Sample { rule: "kubelet-legacy-defaults", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-local-storage-isolation", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
localStorageCapacityIsolation: false
"),
    ] },
    Sample { rule: "kubelet-local-storage-isolation", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --local-storage-capacity-isolation=false
Restart=always
"),
    ] },
    Sample { rule: "kubelet-local-storage-isolation", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
localStorageCapacityIsolation: true
"),
    ] },
    Sample { rule: "kubelet-log-verbosity", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
logging:
  verbosity: 10
"),
    ] },
    Sample { rule: "kubelet-log-verbosity", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --v=8
Restart=always
"),
    ] },
    Sample { rule: "kubelet-log-verbosity", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
logging:
  verbosity: 3
"),
    ] },
    Sample { rule: "kubelet-make-iptables-util-chains", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
makeIPTablesUtilChains: false
"),
    ] },
    Sample { rule: "kubelet-make-iptables-util-chains", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --make-iptables-util-chains=false
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-make-iptables-util-chains", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
makeIPTablesUtilChains: true
"),
    ] },
    Sample { rule: "kubelet-make-iptables-util-chains", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --make-iptables-util-chains=true
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-no-config-file", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --anonymous-auth=false \
  --max-pods=50
"),
    ] },
    Sample { rule: "kubelet-no-config-file", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --max-pods=50
"),
    ] },
    Sample { rule: "kubelet-node-labels", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --node-labels=zone=a,node-role.kubernetes.io/worker=
Restart=always
"),
    ] },
    Sample { rule: "kubelet-node-labels", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxPods: 110
"),
    ] },
    Sample { rule: "kubelet-node-labels", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --node-labels=node.kubernetes.io/role=worker,kubelet.kubernetes.io/a=b,pool.node.kubernetes.io/a=b,topology.kubernetes.io/zone=z,example.com/team=a,mykubernetes.io/x=y
Restart=always
"),
    ] },
    Sample { rule: "kubelet-oom-score-adj", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
oomScoreAdj: 0
"),
    ] },
    Sample { rule: "kubelet-oom-score-adj", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --oom-score-adj=-500
Restart=always
"),
    ] },
    Sample { rule: "kubelet-oom-score-adj", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
oomScoreAdj: -999
"),
    ] },
    Sample { rule: "kubelet-parallel-image-pulls", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serializeImagePulls: true
maxParallelImagePulls: 4
"),
    ] },
    Sample { rule: "kubelet-parallel-image-pulls", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxParallelImagePulls: 4
"),
    ] },
    Sample { rule: "kubelet-path-in-tmp", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /tmp/manifests
volumePluginDir: /var/tmp/plugins
"),
    ] },
    Sample { rule: "kubelet-path-in-tmp", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cert-dir=/tmp/pki \
  --root-dir=/dev/shm/kubelet
Restart=always
"),
    ] },
    Sample { rule: "kubelet-path-in-tmp", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
volumePluginDir: /tmpfs/plugins
"),
    ] },
    Sample { rule: "kubelet-path-in-tmp", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cert-dir=/var/lib/kubelet/pki
Restart=always
"),
    ] },
    Sample { rule: "kubelet-pod-pids-limit", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
podPidsLimit: -1
"),
    ] },
    Sample { rule: "kubelet-pod-pids-limit", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --pod-max-pids=-1
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-pod-pids-limit", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
podPidsLimit: 1024
"),
    ] },
    Sample { rule: "kubelet-pod-pids-limit", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --pod-max-pids=4096
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-profiling-handler", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableProfilingHandler: true
"),
    ] },
    Sample { rule: "kubelet-profiling-handler", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-profiling-handler", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableProfilingHandler: false
"),
    ] },
    Sample { rule: "kubelet-protect-kernel-defaults", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
protectKernelDefaults: false
"),
    ] },
    Sample { rule: "kubelet-protect-kernel-defaults", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-protect-kernel-defaults", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: v
      value: "2"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#),
    ] },
    Sample { rule: "kubelet-protect-kernel-defaults", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
protectKernelDefaults: true
"),
    ] },
    Sample { rule: "kubelet-protect-kernel-defaults", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --protect-kernel-defaults
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-read-only-port", state: State::Bad, spelling: "Cluster", minor: 0, files: &[
        ("bad-kind.yaml", r"# A cluster to try things in.
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
kubeadmConfigPatches:
- |
  apiVersion: kubelet.config.k8s.io/v1beta1
  kind: KubeletConfiguration
  readOnlyPort: 10255
nodes:
- role: control-plane
"),
    ] },
    Sample { rule: "kubelet-read-only-port", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 10255
"),
    ] },
    Sample { rule: "kubelet-read-only-port", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --read-only-port=10255
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-read-only-port", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: read-only-port
      value: "10255"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
"#),
    ] },
    Sample { rule: "kubelet-read-only-port", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
"),
    ] },
    Sample { rule: "kubelet-read-only-port", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --read-only-port=0
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-rotate-certificates", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: false
"),
    ] },
    Sample { rule: "kubelet-rotate-certificates", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-rotate-certificates", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: rotate-certificates
      value: "false"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#),
    ] },
    Sample { rule: "kubelet-rotate-certificates", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: true
"),
    ] },
    Sample { rule: "kubelet-rotate-certificates", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --rotate-certificates
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-rotate-server-certificate-gate", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  RotateKubeletServerCertificate: false
"),
    ] },
    Sample { rule: "kubelet-rotate-server-certificate-gate", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --feature-gates=NodeSwap=true,RotateKubeletServerCertificate=false
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-rotate-server-certificate-gate", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  RotateKubeletServerCertificate: true
"),
    ] },
    Sample { rule: "kubelet-rotate-server-certificate-gate", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --feature-gates=RotateKubeletServerCertificate=true
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-run-once", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
runOnce: true
"),
    ] },
    Sample { rule: "kubelet-run-once", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --runonce
Restart=always
"),
    ] },
    Sample { rule: "kubelet-run-once", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
runOnce: false
"),
    ] },
    Sample { rule: "kubelet-run-once", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --runonce=false
Restart=always
"),
    ] },
    Sample { rule: "kubelet-seccomp-default", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
seccompDefault: false
"),
    ] },
    Sample { rule: "kubelet-seccomp-default", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-seccomp-default", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
seccompDefault: true
"),
    ] },
    Sample { rule: "kubelet-seccomp-default", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --seccomp-default
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-shutdown-grace-period", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
shutdownGracePeriod: 20s
shutdownGracePeriodCriticalPods: 30s
"),
    ] },
    Sample { rule: "kubelet-shutdown-grace-period", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
shutdownGracePeriod: 30s
shutdownGracePeriodCriticalPods: 10s
shutdownGracePeriodByPodPriority: []
"),
    ] },
    Sample { rule: "kubelet-standalone-webhook", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-flags.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --authentication-token-webhook=true \
  --pod-manifest-path=/etc/kubernetes/manifests
Restart=always
"),
    ] },
    Sample { rule: "kubelet-standalone-webhook", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("kubelet.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/etc/kubelet.yaml
Restart=always
"),
        ("kubelet.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
"),
    ] },
    Sample { rule: "kubelet-standalone-webhook", state: State::Good, spelling: "several files", minor: 0, files: &[
        ("kubelet.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/etc/kubelet.yaml
Restart=always
"),
        ("kubelet.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
  webhook:
    enabled: false
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
authorization:
  mode: AlwaysAllow
staticPodPath: /etc/kubernetes/manifests
"),
    ] },
    Sample { rule: "kubelet-static-pod-path", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("config.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
"),
        ("kubelet.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --node-labels=node.kubernetes.io/role=worker
Restart=always
"),
    ] },
    Sample { rule: "kubelet-static-pod-path", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
"),
    ] },
    Sample { rule: "kubelet-static-pod-path", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --pod-manifest-path=/etc/kubernetes/manifests \
  --node-labels=node.kubernetes.io/zone=a
Restart=always
"),
    ] },
    Sample { rule: "kubelet-static-pod-url", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodURL: http://10.0.0.9:8080/pods
"),
    ] },
    Sample { rule: "kubelet-static-pod-url", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --manifest-url=http://images.example.com/node.yaml
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-static-pod-url", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodURL: https://images.example.com/node.yaml
"),
    ] },
    Sample { rule: "kubelet-static-pod-url", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --manifest-url=https://images.example.com/node.yaml
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-static-pod-url-header", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --manifest-url=https://pods.example.com/node \
  --manifest-url-header=Authorization:example
Restart=always
"),
    ] },
    Sample { rule: "kubelet-static-pod-url-header", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodURL: https://pods.example.com/node
staticPodURLHeader:
  Authorization: ["example"]
"#),
    ] },
    Sample { rule: "kubelet-static-pod-url-header", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --manifest-url=https://pods.example.com/node \
  --manifest-url-header=Accept:text/yaml
Restart=always
"),
    ] },
    Sample { rule: "kubelet-streaming-idle-timeout", state: State::Bad, spelling: "command line", minor: 33, files: &[
        ("bad@1.33.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --streaming-connection-idle-timeout=0
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-streaming-idle-timeout", state: State::Bad, spelling: "kubeadm configuration", minor: 33, files: &[
        ("bad-kubeadm@1.33.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    streaming-connection-idle-timeout: "0s"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#),
    ] },
    Sample { rule: "kubelet-streaming-idle-timeout", state: State::Good, spelling: "KubeletConfiguration", minor: 33, files: &[
        ("good@1.33.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
streamingConnectionIdleTimeout: 5m0s
"),
    ] },
    Sample { rule: "kubelet-streaming-idle-timeout", state: State::Good, spelling: "command line", minor: 33, files: &[
        ("good@1.33.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --streaming-connection-idle-timeout=5m
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-system-log-query", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableSystemLogHandler: true
enableSystemLogQuery: true
featureGates:
  NodeLogQuery: true
"),
    ] },
    Sample { rule: "kubelet-system-log-query", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableSystemLogQuery: false
"),
    ] },
    Sample { rule: "kubelet-system-reserved", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad-empty.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
systemReserved: {}
"),
    ] },
    Sample { rule: "kubelet-system-reserved", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-system-reserved", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
systemReserved:
  cpu: 100m
  memory: 500Mi
"),
    ] },
    Sample { rule: "kubelet-system-reserved", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --system-reserved=cpu=100m,memory=500Mi
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-systemd-ip-address-deny", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-no-deny.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
IPAddressAllow=192.0.2.0/24
"),
    ] },
    Sample { rule: "kubelet-systemd-ip-address-deny", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
IPAddressDeny=any
IPAddressAllow=localhost 192.0.2.0/24 10.244.0.0/16
"),
    ] },
    Sample { rule: "kubelet-tls-cipher-suites", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites:
- TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
- TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
"),
    ] },
    Sample { rule: "kubelet-tls-cipher-suites", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-tls-cipher-suites", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: tls-cipher-suites
      value: "TLS_RSA_WITH_RC4_128_SHA"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#),
    ] },
    Sample { rule: "kubelet-tls-cipher-suites", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites:
- TLS_AES_128_GCM_SHA256
- TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
- TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
"),
    ] },
    Sample { rule: "kubelet-tls-cipher-suites", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-tls-min-version", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsMinVersion: VersionTLS11
"),
    ] },
    Sample { rule: "kubelet-tls-min-version", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-min-version=VersionTLS10
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-tls-min-version", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsMinVersion: VersionTLS12
"),
    ] },
    Sample { rule: "kubelet-tls-min-version", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-min-version=VersionTLS13
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-tls-serving-cert", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: false
"),
    ] },
    Sample { rule: "kubelet-tls-serving-cert", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-half.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-cert-file=/var/lib/kubelet/pki/kubelet.crt
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-tls-serving-cert", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCertFile: /var/lib/kubelet/pki/kubelet.pem
tlsPrivateKeyFile: /var/lib/kubelet/pki/kubelet.pem
"),
    ] },
    Sample { rule: "kubelet-tls-serving-cert", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-cert-file=/var/lib/kubelet/pki/kubelet.crt \
  --tls-private-key-file=/var/lib/kubelet/pki/kubelet.key
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-tracing-endpoint", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tracing:
  endpoint: collector.example.com:4317
  samplingRatePerMillion: 100
"),
    ] },
    Sample { rule: "kubelet-tracing-endpoint", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tracing:
  endpoint: 127.0.0.1:4317
  samplingRatePerMillion: 100
"),
    ] },
    Sample { rule: "kubelet-unit-mount-namespace", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
PrivateTmp=true
ProtectSystem=full
"),
    ] },
    Sample { rule: "kubelet-unit-mount-namespace", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
PrivateTmp=no
MountFlags=shared
ProtectClock=yes
"),
    ] },
    Sample { rule: "kubelet-unit-user", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
User=kube
Restart=always
"),
    ] },
    Sample { rule: "kubelet-unit-user", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
User=root
Restart=always
"),
    ] },
    Sample { rule: "kubelet-webhook-cache-ttl", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  webhook:
    enabled: true
    cacheTTL: 12h
authorization:
  mode: Webhook
  webhook:
    cacheAuthorizedTTL: "1h"
"#),
    ] },
    Sample { rule: "kubelet-webhook-cache-ttl", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --authorization-mode=Webhook \
  --authorization-webhook-cache-authorized-ttl=24h
Restart=always
"),
    ] },
    Sample { rule: "kubelet-webhook-cache-ttl", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  webhook:
    cacheTTL: 0s
authorization:
  webhook:
    cacheAuthorizedTTL: 10m
"),
    ] },
    Sample { rule: "kubelet-webhook-token-auth", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  webhook:
    enabled: false
"),
    ] },
    Sample { rule: "kubelet-webhook-token-auth", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-default.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --anonymous-auth=false \
  --authorization-mode=Webhook \
  --client-ca-file=/etc/kubernetes/pki/ca.crt
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "kubelet-webhook-token-auth", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: authentication-token-webhook
      value: "false"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#),
    ] },
    Sample { rule: "kubelet-webhook-token-auth", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  webhook:
    enabled: true
    cacheTTL: 2m0s
"),
    ] },
    Sample { rule: "kubelet-webhook-token-auth", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --authentication-token-webhook=true
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "lost-continuation", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --kubeconfig=/etc/kubernetes/kubelet.conf
  --anonymous-auth=false \
  --authorization-mode=Webhook
Restart=always
"),
    ] },
    Sample { rule: "lost-continuation", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good-comment-inside.service", r"[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
# --anonymous-auth=true
; --read-only-port=10255
  --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
"),
    ] },
    Sample { rule: "namespace-pod-security-label", state: State::Bad, spelling: "Namespace", minor: 0, files: &[
        ("bad-key.yaml", r#"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/warnversion: latest
    pod-security.kubernetes.io/exempt: "true"
"#),
    ] },
    Sample { rule: "namespace-pod-security-label", state: State::Good, spelling: "Namespace", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: v1.36
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/audit-version: latest
"),
    ] },
    Sample { rule: "namespace-pod-security-missing", state: State::Bad, spelling: "Namespace", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
"),
    ] },
    Sample { rule: "namespace-pod-security-missing", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad.json", r#"{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "apps"}}
"#),
    ] },
    Sample { rule: "namespace-pod-security-missing", state: State::Good, spelling: "Namespace", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
"),
    ] },
    Sample { rule: "namespace-pod-security-privileged", state: State::Bad, spelling: "Namespace", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: privileged # for the agent
    pod-security.kubernetes.io/warn: baseline
"),
    ] },
    Sample { rule: "namespace-pod-security-privileged", state: State::Good, spelling: "Namespace", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: restricted
"),
    ] },
    Sample { rule: "namespace-pod-security-version", state: State::Bad, spelling: "Namespace", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: v1.25
"),
    ] },
    Sample { rule: "namespace-pod-security-version", state: State::Good, spelling: "Namespace", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: latest
"),
    ] },
    Sample { rule: "newer-flag", state: State::Bad, spelling: "Pod", minor: 31, files: &[
        ("bad@1.31.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --authorization-mode=Node,RBAC
    - --requestheader-uid-headers=X-Remote-Uid
"),
    ] },
    Sample { rule: "newer-flag", state: State::Bad, spelling: "command line", minor: 30, files: &[
        ("bad@1.30.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --fail-cgroupv1=true
"),
    ] },
    Sample { rule: "newer-flag", state: State::Good, spelling: "Pod", minor: 32, files: &[
        ("good@1.32.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --authorization-mode=Node,RBAC
    - --requestheader-uid-headers=X-Remote-Uid
"),
    ] },
    Sample { rule: "newer-flag", state: State::Good, spelling: "command line", minor: 31, files: &[
        ("good@1.31.service", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --fail-cgroupv1=true
"),
    ] },
    Sample { rule: "object-api-version", state: State::Bad, spelling: "AuthorizationConfiguration", minor: 28, files: &[
        ("bad-early@1.28.yaml", r"apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthorizationConfiguration
authorizers:
- {type: Node, name: node}
- {type: RBAC, name: rbac}
"),
    ] },
    Sample { rule: "object-api-version", state: State::Bad, spelling: "PodSecurityConfiguration", minor: 24, files: &[
        ("bad@1.24.yaml", r"apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults: {enforce: restricted, enforce-version: latest}
"),
    ] },
    Sample { rule: "object-api-version", state: State::Bad, spelling: "Policy", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: audit.k8s.io/v1beta1 # from an old tutorial
kind: Policy
rules:
- level: Metadata
---
apiVersion: apiserver.config.k8s.io/v2
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - kms: {apiVersion: v2, name: vault, endpoint: "unix:///run/kms/vault.sock"}
"#),
    ] },
    Sample { rule: "object-api-version", state: State::Bad, spelling: "YAML", minor: 33, files: &[
        ("bad@1.33.json", r#"{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AuthenticationConfiguration",
  "anonymous": {"enabled": true, "conditions": [{"path": "/livez"}]}}
"#),
    ] },
    Sample { rule: "object-api-version", state: State::Good, spelling: "AuthenticationConfiguration", minor: 33, files: &[
        ("good@1.33.yaml", r"apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthenticationConfiguration
anonymous: {enabled: true, conditions: [{path: /livez}]}
---
apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- {type: Node, name: node}
- {type: RBAC, name: rbac}
"),
    ] },
    Sample { rule: "object-api-version", state: State::Good, spelling: "EncryptionConfig", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: v1
kind: EncryptionConfig
resources:
- resources: [secrets]
  providers:
  - kms: {apiVersion: v2, name: vault, endpoint: "unix:///run/kms/vault.sock"}
---
apiVersion: pod-security.admission.config.k8s.io/v1beta1
kind: PodSecurityConfiguration
defaults: {enforce: restricted, enforce-version: latest}
"#),
    ] },
    Sample { rule: "object-unknown-field", state: State::Bad, spelling: "AuthorizationConfiguration", minor: 33, files: &[
        ("bad-newer@1.33.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 5m
    unauthorizedTTL: 30s
    cacheAuthorizedRequests: false
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo: {type: KubeConfigFile, kubeConfigFile: /etc/kubernetes/authz.conf}
    matchConditions:
    - expression: has(request.resourceAttributes)
- {type: Node, name: node}
- {type: RBAC, name: rbac}
"),
    ] },
    Sample { rule: "object-unknown-field", state: State::Bad, spelling: "EncryptionConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  provider:
  - identity: {}
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
        created: 2026-01-01
  - kms: {apiVersion: v2, name: vault, end-point: "unix:///run/kms/vault.sock"}
"#),
    ] },
    Sample { rule: "object-unknown-field", state: State::Bad, spelling: "Policy", minor: 0, files: &[
        ("bad-lenient.yaml", r"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  userGroup: [system:nodes] # without it the rule is about everybody
  verb: [get, list, watch]
- level: Metadata
"),
    ] },
    Sample { rule: "object-unknown-field", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad.json", r#"{"apiVersion": "pod-security.admission.config.k8s.io/v1", "kind": "PodSecurityConfiguration",
  "defaults": {"enforce": "restricted", "enforceVersion": "latest"},
  "exemptions": {"usernames": [], "runtimeclasses": [], "namespaces": []}}
"#),
    ] },
    Sample { rule: "object-unknown-field", state: State::Good, spelling: "AuthorizationConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: policy
  webhook:
    timeout: 3s
    authorizedTTL: 5m
    unauthorizedTTL: 30s
    cacheAuthorizedRequests: false
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo: {type: KubeConfigFile, kubeConfigFile: /etc/kubernetes/authz.conf}
    matchConditions:
    - expression: has(request.resourceAttributes)
- {type: Node, name: node}
- {type: RBAC, name: rbac}
"),
    ] },
    Sample { rule: "object-unknown-field", state: State::Good, spelling: "Policy", minor: 30, files: &[
        ("good@1.30.yaml", r#"apiVersion: audit.k8s.io/v1
kind: Policy
metadata: {name: default}
omitStages: [RequestReceived]
rules:
- level: None
  userGroups: [system:nodes]
  verbs: [get, list, watch]
  resources: [{group: "", resources: [endpoints], resourceNames: [kubernetes]}]
- level: Metadata
  omitManagedFields: true
"#),
    ] },
    Sample { rule: "open-quote", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.conf", r#"[Service]
Environment="KUBELET_EXTRA_ARGS=--read-only-port=0
ExecStart=
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml $KUBELET_EXTRA_ARGS
"#),
    ] },
    Sample { rule: "open-quote", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.conf", r#"[Service]
Environment="KUBELET_EXTRA_ARGS=--read-only-port=0"
ExecStart=
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml $KUBELET_EXTRA_ARGS
"#),
    ] },
    Sample { rule: "pod-security-defaults", state: State::Bad, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults:
      enforce: privileged # to be raised
      enforce-version: latest
      warn: baseline
    exemptions:
      namespaces: [kube-system]
"),
    ] },
    Sample { rule: "pod-security-defaults", state: State::Bad, spelling: "PodSecurityConfiguration", minor: 0, files: &[
        ("bad-absent.yaml", r"apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults:
  warn: restricted
"),
    ] },
    Sample { rule: "pod-security-defaults", state: State::Bad, spelling: "YAML", minor: 0, files: &[
        ("bad.json", r#"{"apiVersion": "pod-security.admission.config.k8s.io/v1", "kind": "PodSecurityConfiguration", "exemptions": {}}
"#),
    ] },
    Sample { rule: "pod-security-defaults", state: State::Good, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline, enforce-version: v1.36, audit: restricted}
    exemptions: {namespaces: [kube-system]}
"),
    ] },
    Sample { rule: "pod-security-exemptions", state: State::Bad, spelling: "PodSecurityConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults: {enforce: restricted}
exemptions:
  usernames:
  - system:serviceaccount:kube-system:replicaset-controller
  - system:kube-controller-manager
  - jane
  - "system:serviceaccount:build:*"
  namespaces: [kube-system, default]
  runtimeClasses: [fast]
"#),
    ] },
    Sample { rule: "pod-security-exemptions", state: State::Good, spelling: "PodSecurityConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults: {enforce: restricted}
exemptions:
  usernames: []
  namespaces: [kube-system, storage]
  runtimeClasses: []
"),
    ] },
    Sample { rule: "pod-security-refused", state: State::Bad, spelling: "PodSecurityConfiguration", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults:
  enforce: Restricted
  enforce-version: "1.36"
  audit: strict
  audit-version: v1.036
exemptions:
  namespaces: [kube-system, "kube-*", kube-system]
  usernames: [""]
  runtimeClasses: [Kata]
"#),
    ] },
    Sample { rule: "pod-security-refused", state: State::Good, spelling: "AdmissionConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline, enforce-version: v1.36, audit: restricted}
    exemptions: {namespaces: [kube-system]}
"),
    ] },
    Sample { rule: "rbac-aggregate-to-view", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, patch]
"#),
    ] },
    Sample { rule: "rbac-aggregate-to-view", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
- apiGroups: [example.com]
  resources: [widgets]
  verbs: [get, list, watch]
"#),
    ] },
    Sample { rule: "rbac-anonymous-binding", state: State::Bad, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: given
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: system:anonymous
"),
    ] },
    Sample { rule: "rbac-anonymous-binding", state: State::Bad, spelling: "RoleBinding", minor: 0, files: &[
        ("bad-own-role.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: given
  namespace: apps
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: health
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:unauthenticated
"),
    ] },
    Sample { rule: "rbac-anonymous-binding", state: State::Good, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: system:public-info-viewer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:public-info-viewer
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:authenticated
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:unauthenticated
"),
    ] },
    Sample { rule: "rbac-certificate-approval", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [certificates.k8s.io]
  resources: [certificatesigningrequests/approval]
  verbs: [update]
- apiGroups: [certificates.k8s.io]
  resources: [signers]
  verbs: [approve]
"),
    ] },
    Sample { rule: "rbac-certificate-approval", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [certificates.k8s.io]
  resources: [certificatesigningrequests/approval]
  verbs: [update]
- apiGroups: [certificates.k8s.io]
  resources: [signers]
  verbs: [approve]
  resourceNames: [kubernetes.io/kubelet-serving]
"),
    ] },
    Sample { rule: "rbac-cluster-admin-binding", state: State::Bad, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: given
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
- kind: ServiceAccount
  name: dashboard
  namespace: kube-dashboard
"),
    ] },
    Sample { rule: "rbac-cluster-admin-binding", state: State::Bad, spelling: "RoleBinding", minor: 0, files: &[
        ("bad-one-namespace.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: given
  namespace: apps
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
- kind: ServiceAccount
  name: deployer
  namespace: apps
"),
    ] },
    Sample { rule: "rbac-cluster-admin-binding", state: State::Good, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: cluster-admin
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:masters
"),
    ] },
    Sample { rule: "rbac-create-pods", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: ["", apps]
  resources: [pods, deployments]
  verbs: [get, create]
"#),
    ] },
    Sample { rule: "rbac-create-pods", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch, delete]
"#),
    ] },
    Sample { rule: "rbac-default-service-account", state: State::Bad, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("bad-user.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: given
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: pod-reader
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: system:serviceaccount:apps:default
"),
    ] },
    Sample { rule: "rbac-default-service-account", state: State::Bad, spelling: "RoleBinding", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: given
  namespace: apps
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
- kind: ServiceAccount
  name: default
  namespace: apps
"),
    ] },
    Sample { rule: "rbac-default-service-account", state: State::Good, spelling: "RoleBinding", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: given
  namespace: apps
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
- kind: ServiceAccount
  name: web
  namespace: apps
"),
    ] },
    Sample { rule: "rbac-escalation", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad-bind.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [rbac.authorization.k8s.io]
  resources: [roles, clusterroles]
  verbs: [bind, escalate]
"),
    ] },
    Sample { rule: "rbac-escalation", state: State::Bad, spelling: "Role", minor: 0, files: &[
        ("bad-role.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: apps
rules:
- apiGroups: [rbac.authorization.k8s.io]
  resources: [roles, rolebindings]
  verbs: ["*"]
"#),
    ] },
    Sample { rule: "rbac-escalation", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [rbac.authorization.k8s.io]
  resources: [clusterroles]
  verbs: [bind]
  resourceNames: [view]
"),
    ] },
    Sample { rule: "rbac-everyone-binding", state: State::Bad, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: given
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:authenticated
"),
    ] },
    Sample { rule: "rbac-everyone-binding", state: State::Good, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: given
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:basic-user
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:authenticated
"),
    ] },
    Sample { rule: "rbac-node-proxy", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources:
  - nodes
  - nodes/metrics
  - nodes/proxy # scraping
  verbs: [get, list, watch]
"#),
    ] },
    Sample { rule: "rbac-node-proxy", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: ["nodes/metrics", "nodes/stats"]
  verbs: [get]
"#),
    ] },
    Sample { rule: "rbac-node-status", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [nodes, nodes/status]
  verbs: [get, patch]
"#),
    ] },
    Sample { rule: "rbac-node-status", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [nodes]
  verbs: [get, list, watch]
"#),
    ] },
    Sample { rule: "rbac-nodes-binding", state: State::Bad, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: system:node
  labels: {kubernetes.io/bootstrapping: rbac-defaults}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:node
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:nodes
"),
    ] },
    Sample { rule: "rbac-nodes-binding", state: State::Bad, spelling: "RoleBinding", minor: 0, files: &[
        ("bad-one.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: given
  namespace: apps
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: system:node:worker-1
"),
    ] },
    Sample { rule: "rbac-nodes-binding", state: State::Good, spelling: "ClusterRoleBinding", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: given
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:certificates.k8s.io:certificatesigningrequests:selfnodeclient
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:nodes
"),
    ] },
    Sample { rule: "rbac-persistent-volumes", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [persistentvolumes]
  verbs: [get, create, delete]
"#),
    ] },
    Sample { rule: "rbac-persistent-volumes", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [persistentvolumes]
  verbs: [get, list]
- apiGroups: [""]
  resources: [persistentvolumeclaims]
  verbs: [create]
"#),
    ] },
    Sample { rule: "rbac-pod-exec", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [pods/exec, pods/attach]
  verbs: [create]
"#),
    ] },
    Sample { rule: "rbac-pod-exec", state: State::Bad, spelling: "Role", minor: 0, files: &[
        ("bad-kube-system.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: kube-system
rules:
- apiGroups: [""]
  resources: [pods/ephemeralcontainers]
  verbs: [patch]
"#),
    ] },
    Sample { rule: "rbac-pod-exec", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [pods/exec]
  verbs: [get]
"#),
    ] },
    Sample { rule: "rbac-secrets", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [configmaps, secrets]
  verbs: [get, list, watch]
"#),
    ] },
    Sample { rule: "rbac-secrets", state: State::Bad, spelling: "List", minor: 0, files: &[
        ("bad-list.yaml", r#"apiVersion: v1
kind: List
items:
- apiVersion: rbac.authorization.k8s.io/v1
  kind: ClusterRole
  metadata: {name: reader}
  rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get]
"#),
    ] },
    Sample { rule: "rbac-secrets", state: State::Bad, spelling: "Role", minor: 0, files: &[
        ("bad-kube-system.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: kube-system
rules:
- apiGroups: [""]
  resources: [secrets]
  verbs: [list]
"#),
    ] },
    Sample { rule: "rbac-secrets", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [secrets]
  verbs: [get]
  resourceNames: [app-tls]
"#),
    ] },
    Sample { rule: "rbac-service-account-token", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [serviceaccounts/token]
  verbs: [create]
"#),
    ] },
    Sample { rule: "rbac-service-account-token", state: State::Bad, spelling: "Role", minor: 0, files: &[
        ("bad-role.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: apps
rules:
- apiGroups: [""]
  resources: [serviceaccounts/token]
  verbs: [create]
"#),
    ] },
    Sample { rule: "rbac-service-account-token", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [serviceaccounts/token]
  verbs: [create]
  resourceNames: [builder]
"#),
    ] },
    Sample { rule: "rbac-webhook-configuration", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [admissionregistration.k8s.io]
  resources: [mutatingwebhookconfigurations, validatingwebhookconfigurations]
  verbs: [get, create, patch]
"),
    ] },
    Sample { rule: "rbac-webhook-configuration", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [admissionregistration.k8s.io]
  resources: [validatingwebhookconfigurations]
  verbs: [get, patch]
  resourceNames: [policy]
- apiGroups: [admissionregistration.k8s.io]
  resources: [validatingwebhookconfigurations]
  verbs: [get, list]
"),
    ] },
    Sample { rule: "rbac-wildcard", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad-core.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: ["*"]
  verbs: ["*"]
"#),
    ] },
    Sample { rule: "rbac-wildcard", state: State::Bad, spelling: "Role", minor: 0, files: &[
        ("bad-role.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: apps
rules:
- apiGroups: ["*"]
  resources: ["*"]
  verbs: ["*"]
"#),
    ] },
    Sample { rule: "rbac-wildcard", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [apps]
  resources: [deployments, deployments/scale]
  verbs: [get, patch]
"),
    ] },
    Sample { rule: "rbac-without-effect", state: State::Bad, spelling: "ClusterRole", minor: 0, files: &[
        ("bad.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [pods/*, nodes/*]
  verbs: [get]
- apiGroups: [apps/v1]
  resources: [deployments]
  verbs: [get]
- apiGroups: [v1]
  resources: [pods]
  verbs: [get]
- apiGroups: [coordination.k8s.io]
  resources: [leases]
  verbs: [get, create, update]
  resourceNames: [helper]
"#),
    ] },
    Sample { rule: "rbac-without-effect", state: State::Bad, spelling: "Role", minor: 0, files: &[
        ("bad-role.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: apps
rules:
- apiGroups: [""]
  resources: [nodes, pods]
  verbs: [get]
"#),
    ] },
    Sample { rule: "rbac-without-effect", state: State::Good, spelling: "ClusterRole", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: ["*/scale", pods]
  verbs: [get]
- apiGroups: [""]
  resources: [serviceaccounts/token]
  verbs: [create]
  resourceNames: [builder]
- nonResourceURLs: [/metrics]
  verbs: [get]
"#),
    ] },
    Sample { rule: "removed-flag", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad-manifest.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --insecure-port=0
    - --authorization-mode=Node,RBAC
    - --basic-auth-file=/etc/kubernetes/basic.csv
"),
    ] },
    Sample { rule: "removed-flag", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --container-runtime=docker \
  --network-plugin=cni \
  --allow-privileged=true
"),
    ] },
    Sample { rule: "removed-flag", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: insecure-port
    value: "0"
  - name: profiling
    value: "false"
"#),
    ] },
    Sample { rule: "removed-flag", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --container-runtime-endpoint=unix:///run/containerd/containerd.sock
"),
    ] },
    Sample { rule: "repeated-flag", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --anonymous-auth=false
    - --profiling=false
    - --anonymous-auth=true
    - --profiling=false
"),
    ] },
    Sample { rule: "repeated-flag", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-list.txt", r"/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --v=2 --v=4
"),
    ] },
    Sample { rule: "repeated-flag", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("10-kubeadm.conf", r"[Service]
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --read-only-port=0 $KUBELET_EXTRA_ARGS
"),
        ("kubelet", r"KUBELET_EXTRA_ARGS=--read-only-port=10255 --v=2
"),
    ] },
    Sample { rule: "repeated-flag", state: State::Good, spelling: "Pod", minor: 0, files: &[
        ("good.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --advertise-address=192.0.2.10
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://a.example.com
    - --service-account-issuer=https://b.example.com
    - --feature-gates=AllAlpha=false
    - --feature-gates=AllBeta=false
"),
    ] },
    Sample { rule: "repeated-flag", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --v=2 \
  --node-labels=a=b \
  --node-labels=c=d
Restart=always
"),
    ] },
    Sample { rule: "second-exec-start", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("10-config.conf", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml
"),
        ("kubelet.service", r"[Unit]
Description=kubelet
[Service]
ExecStart=/usr/bin/kubelet
"),
    ] },
    Sample { rule: "second-exec-start", state: State::Good, spelling: "several files", minor: 0, files: &[
        ("10-config.conf", r"[Service]
ExecStart=
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml
"),
        ("kubelet.service", r"[Unit]
Description=kubelet
[Service]
ExecStart=/usr/bin/kubelet
"),
    ] },
    Sample { rule: "stray-word", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad-manifest.yaml", r#"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
  namespace: kube-system
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --authorization-mode=Node,RBAC
    - --profiling
    - "false"
"#),
    ] },
    Sample { rule: "stray-word", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-dash.service", "[Service]\nExecStart=/usr/bin/kubelet –anonymous-auth=false -read-only-port=0\n"),
    ] },
    Sample { rule: "stray-word", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r#"[Service]
ExecStart=/usr/bin/kubelet --v 2 -v=3 --config /var/lib/kubelet/config.yaml --node-labels "a=b,c=d"
"#),
    ] },
    Sample { rule: "suppression-unused", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
# plimsoll: ignore kubelet-read-only-port the old agent needs it
readOnlyPort: 0
rotateCertificates: true
"),
    ] },
    Sample { rule: "suppression-unused", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-mistyped.service", r"[Service]
# plimsoll: ignore kubelet-anonymous-aut lab machine
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --anonymous-auth=true
"),
    ] },
    Sample { rule: "suppression-unused", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.json", r#"{
  "apiVersion": "kubelet.config.k8s.io/v1beta1",
  "kind": "KubeletConfiguration",
  "readOnlyPort": 10255
}
"#),
    ] },
    Sample { rule: "suppression-unused", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
; plimsoll: ignore kubelet-anonymous-auth lab machine, wiped every night
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml \
  --anonymous-auth=true
"),
    ] },
    Sample { rule: "suppression-without-reason", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 10255 # plimsoll: ignore kubelet-read-only-port
"),
    ] },
    Sample { rule: "suppression-without-reason", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-file.service", r"# plimsoll: ignore-file kubelet-anonymous-auth
[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --anonymous-auth=true
"),
    ] },
    Sample { rule: "suppression-without-reason", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 10255 # plimsoll: ignore kubelet-read-only-port an old agent needs it until March
"),
    ] },
    Sample { rule: "unit-path-in-tmp", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
EnvironmentFile=-/tmp/kubelet.env
ExecStartPre=-/var/tmp/prepare.sh --all
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
"),
    ] },
    Sample { rule: "unit-path-in-tmp", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
EnvironmentFile=-/etc/default/kubelet
ExecStartPre=/usr/bin/mkdir -p /tmp/work
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
"),
    ] },
    Sample { rule: "unit-restart", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=no
"),
    ] },
    Sample { rule: "unit-restart", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=no
Restart=on-failure
"),
    ] },
    Sample { rule: "unit-secret-in-environment", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r#"[Service]
Environment="AWS_SECRET_ACCESS_KEY=example" "HTTP_PROXY=http://proxy.example.com"
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
"#),
    ] },
    Sample { rule: "unit-secret-in-environment", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r#"[Service]
Environment="VAULT_TOKEN_FILE=/etc/kubernetes/token" "GITHUB_TOKEN=/run/token" "TOKENS=4"
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
"#),
    ] },
    Sample { rule: "unknown-flag", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad-spelling.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --authorisation-mode=Node,RBAC
"),
    ] },
    Sample { rule: "unknown-flag", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad-audit.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml \
  --audit-log-path=/var/log/kubelet-audit.log \
  --audit-policy-file=/etc/kubernetes/audit-policy.yaml
"),
    ] },
    Sample { rule: "unknown-flag", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
  - name: anonymus-auth
    value: "false"
"#),
    ] },
    Sample { rule: "unknown-flag", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good-underscore.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --cluster_dns=10.96.0.10
"),
    ] },
    Sample { rule: "unknown-flag", state: State::Good, spelling: "kubeadm configuration", minor: 0, files: &[
        ("good-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: "false"
"#),
    ] },
    Sample { rule: "value-unknown", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --authorization-mode=$(MODES)
    - --profiling=false
"),
    ] },
    Sample { rule: "value-unknown", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/c.yaml --anonymous-auth=<true|false>
"),
    ] },
    Sample { rule: "value-unknown", state: State::Bad, spelling: "kubeadm configuration", minor: 0, files: &[
        ("bad-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    authorization-mode: "${AUTHORIZATION_MODE}"
"#),
    ] },
    Sample { rule: "value-unknown", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good-literal.service", r"[Service]
ExecStart=/usr/bin/kubelet --config=/c.yaml --anonymous-auth=$ANONYMOUS
"),
    ] },
    Sample { rule: "value-unknown", state: State::Good, spelling: "kubeadm configuration", minor: 0, files: &[
        ("good-kubeadm.yaml", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    authorization-mode: "Node,RBAC"
"#),
    ] },
    Sample { rule: "variable-unresolved", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
EnvironmentFile=-/etc/default/kubelet
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml $KUBELET_EXTRA_ARGS
Restart=always

[Install]
WantedBy=multi-user.target
"),
    ] },
    Sample { rule: "variable-unresolved", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
"),
    ] },
    Sample { rule: "variable-unresolved", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r#"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
Environment="KUBELET_EXTRA_ARGS=--node-ip=10.0.0.5"
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml $KUBELET_EXTRA_ARGS
Restart=always

[Install]
WantedBy=multi-user.target
"#),
    ] },
    Sample { rule: "variable-unused", state: State::Bad, spelling: "several files", minor: 0, files: &[
        ("10-kubeadm.conf", r#"[Service]
Environment="KUBELET_AUTHZ_ARGS=--authorization-mode=Webhook"
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf $KUBELET_ARGS
"#),
        ("kubelet", r"KUBELET_ARGS=--config=/var/lib/kubelet/config.yaml
KUBELET_EXTRA_ARGS=--anonymous-auth=false
"),
    ] },
    Sample { rule: "variable-unused", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
Environment=KUBELET_ARGS=--v=2 KUBELET_EXTRA_ARGS=--v=2 KUBELET_NAME=node KUBE_MASTER=--master=x
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  $KUBELET_ARGS ${KUBELET_EXTRA_ARGS}
Restart=always
"),
    ] },
    Sample { rule: "wrapper-not-read", state: State::Bad, spelling: "command line", minor: 0, files: &[
        ("bad.service", r"[Unit]
Description=kubelet
[Service]
ExecStart=/opt/bin/start-kubelet.sh --node
"),
    ] },
    Sample { rule: "wrapper-not-read", state: State::Good, spelling: "command line", minor: 0, files: &[
        ("good.service", r"[Service]
ExecStart=/usr/lib/coreos/kubelet-wrapper --config=/c.yaml --kubeconfig=/k
"),
    ] },
    Sample { rule: "yaml-hidden-line-break", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n# closed by the installer\u{2028}readOnlyPort: 10255\n"),
    ] },
    Sample { rule: "yaml-hidden-line-break", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad-manifest.yaml", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: kube-apiserver\n    command:\n    - kube-apiserver\n    # anonymous access is off\u{85}    - --anonymous-auth=true\n"),
    ] },
    Sample { rule: "yaml-hidden-line-break", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n# closed by the installer – é\nreadOnlyPort: 0\n"),
    ] },
    Sample { rule: "yaml-not-valid", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
authentication: [
maxPods: 50
"),
    ] },
    Sample { rule: "yaml-not-valid", state: State::Bad, spelling: "Pod", minor: 0, files: &[
        ("bad-manifest.yaml", r#"apiVersion: v1
kind: Pod
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --anonymous-auth=false
  hostNetwork true
  x: "open
"#),
    ] },
    Sample { rule: "yaml-not-valid", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
# a comment: with [ brackets
"),
    ] },
    Sample { rule: "yaml-older-value", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: no
maxPods: 0110
podPidsLimit: 4_096
seccompDefault: Yes # all of them
"),
    ] },
    Sample { rule: "yaml-older-value", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: False
maxPods: 0x40
clusterDomain: "no"
"#),
    ] },
    Sample { rule: "yaml-tab", state: State::Bad, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("bad.yaml", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nclusterDNS:\n-\t10.96.0.10\n"),
    ] },
    Sample { rule: "yaml-tab", state: State::Good, spelling: "KubeletConfiguration", minor: 0, files: &[
        ("good.yaml", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nclusterDNS:\n- 10.96.0.10\t# the service\n"),
    ] },
];
