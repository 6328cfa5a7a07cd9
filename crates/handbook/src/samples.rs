// Made by `cargo xtask gen` from the fixtures in tests/rules. DO NOT EDIT.

//! Bad and good input for every rule, taken from the fixtures that the tests run.

/// Every example: by rule, the bad ones first. U+001E begins an example, U+001F a file of it. One text, since
/// a table of slices would weigh a quarter more in the page.
#[rustfmt::skip]
pub(crate) static TABLE: &str = concat!(
    "\u{1e}admission-event-rate-limit bad 0 AdmissionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}admission-event-rate-limit good 0 AdmissionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  configuration:
    apiVersion: eventratelimit.admission.k8s.io/v1alpha1
    kind: Configuration
    limits:
    - {type: Server, qps: 50, burst: 100}
    - {type: SourceAndObject, qps: 10, burst: 50, cacheSize: 2000}
",
    "\u{1e}admission-image-policy bad 0 AdmissionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}admission-image-policy bad 0 YAML\n",
    "\u{1f}bad.json\n", r#"{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AdmissionConfiguration", "plugins": [
  {"name": "ImagePolicyWebhook", "configuration": {"imagePolicy": {"kubeConfigFile": "/etc/kubernetes/images", "defaultAllow": true}}}]}
"#,
    "\u{1e}admission-image-policy good 0 AdmissionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ImagePolicyWebhook
  configuration:
    imagePolicy: {kubeConfigFile: /etc/kubernetes/images/kubeconf, allowTTL: 50, denyTTL: -1, retryBackoff: 500}
",
    "\u{1e}admission-image-policy-refused bad 0 AdmissionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}admission-image-policy-refused bad 0 YAML\n",
    "\u{1f}bad.json\n", r#"{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AdmissionConfiguration", "plugins": [
  {"name": "ImagePolicyWebhook", "configuration": {"imagePolicy": {"defaultAllow": true}}}]}
"#,
    "\u{1e}admission-image-policy-refused good 0 AdmissionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ImagePolicyWebhook
  configuration:
    imagePolicy: {kubeConfigFile: /etc/kubernetes/images/kubeconf, allowTTL: 50, denyTTL: -1, retryBackoff: 500}
",
    "\u{1e}admission-plugins-config bad 0 AdmissionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}admission-plugins-config good 0 AdmissionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  path: events.yaml
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline}
",
    "\u{1e}apiserver-admission-always-admit bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-always-admit bad 0 command line\n",
    "\u{1f}bad-only.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-admission-always-admit bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    enable-admission-plugins: NodeRestriction,AlwaysAdmit
",
    "\u{1e}apiserver-admission-always-admit good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-always-admit good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-admission-always-admit good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    enable-admission-plugins: NodeRestriction
",
    "\u{1e}apiserver-admission-always-pull-images bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-always-pull-images bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-admission-always-pull-images bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-admission-always-pull-images good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-always-pull-images good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-admission-plugins
    value: "NodeRestriction,AlwaysPullImages"
"#,
    "\u{1e}apiserver-admission-config-missing bad 0 several files\n",
    "\u{1f}admission.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: ImagePolicyWebhook
  configuration:
    imagePolicy: {kubeConfigFile: /etc/kubernetes/images.conf}
",
    "\u{1f}kube-apiserver.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-config-missing good 0 several files\n",
    "\u{1f}admission.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  path: events.yaml
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline}
",
    "\u{1f}kube-apiserver.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-conflict bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-conflict bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --authorization-mode=Node,RBAC \
  --enable-admission-plugins=PodSecurity,NodeRestriction \
  --disable-admission-plugins=PodSecurity
",
    "\u{1e}apiserver-admission-conflict bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    disable-admission-plugins: NodeRestriction
",
    "\u{1e}apiserver-admission-conflict good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-conflict good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    profiling: "false"
"#,
    "\u{1e}apiserver-admission-event-rate-limit bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-event-rate-limit bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-admission-event-rate-limit bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: enable-admission-plugins
    value: "NodeRestriction"
"#,
    "\u{1e}apiserver-admission-event-rate-limit good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-event-rate-limit good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-admission-event-rate-limit good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: enable-admission-plugins
    value: "EventRateLimit"
  - name: admission-control-config-file
    value: "/etc/kubernetes/admission.yaml"
"#,
    "\u{1e}apiserver-admission-image-policy-webhook bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-image-policy-webhook bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=ImagePolicyWebhook
Restart=always
",
    "\u{1e}apiserver-admission-image-policy-webhook bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: enable-admission-plugins
    value: "NodeRestriction,ImagePolicyWebhook"
"#,
    "\u{1e}apiserver-admission-image-policy-webhook good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-image-policy-webhook good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-admission-plugins=NodeRestriction,ImagePolicyWebhook \
  --admission-control-config-file=/etc/kubernetes/admission.yaml
",
    "\u{1e}apiserver-admission-image-policy-webhook good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: admission-control-config-file
    value: "/etc/kubernetes/admission.yaml"
"#,
    "\u{1e}apiserver-admission-namespace-lifecycle bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-namespace-lifecycle bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-admission-namespace-lifecycle bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: disable-admission-plugins
    value: "NamespaceLifecycle"
"#,
    "\u{1e}apiserver-admission-namespace-lifecycle good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-namespace-lifecycle good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-admission-namespace-lifecycle good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: disable-admission-plugins
    value: "DefaultIngressClass"
"#,
    "\u{1e}apiserver-admission-needless bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-needless bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --authorization-mode=Node,RBAC \
  --enable-admission-plugins=PodSecurity
",
    "\u{1e}apiserver-admission-needless bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-mode
    value: "Node,RBAC"
  - name: enable-admission-plugins
    value: "NodeRestriction,ServiceAccount,NamespaceLifecycle,NamespaceLifecycle"
  - name: advertise-address
    value: "10.20.0.5"
"#,
    "\u{1e}apiserver-admission-needless good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-needless good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-admission-node-restriction bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-node-restriction bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-admission-node-restriction bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-admission-plugins
    value: "AlwaysPullImages"
"#,
    "\u{1e}apiserver-admission-node-restriction good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-node-restriction good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-admission-node-restriction good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}apiserver-admission-service-account bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-service-account bad 0 command line\n",
    "\u{1f}bad-others.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-admission-service-account bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: disable-admission-plugins
    value: "ServiceAccount"
"#,
    "\u{1e}apiserver-admission-service-account good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-admission-service-account good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-admission-service-account good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-anonymous-auth bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-anonymous-auth bad 0 command line\n",
    "\u{1f}bad-bare.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=Node,RBAC \
  --anonymous-auth
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-anonymous-auth bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: "true"
"#,
    "\u{1e}apiserver-anonymous-auth good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-anonymous-auth good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-anonymous-auth good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: "false"
"#,
    "\u{1e}apiserver-anonymous-conflict bad 0 several files\n",
    "\u{1f}authn.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
",
    "\u{1f}kube-apiserver.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-anonymous-conflict good 0 several files\n",
    "\u{1f}authn.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
",
    "\u{1f}kube-apiserver.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-maxage bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-maxage bad 35 command line\n",
    "\u{1f}bad@1.35.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-audit-log-maxage bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
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
"#,
    "\u{1e}apiserver-audit-log-maxage good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-maxage good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    audit-policy-file: "/etc/kubernetes/audit-policy.yaml"
    audit-log-path: "/var/log/kubernetes/audit.log"
    audit-log-maxage: "30"
"#,
    "\u{1e}apiserver-audit-log-maxbackup bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-maxbackup bad 35 command line\n",
    "\u{1f}bad@1.35.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-audit-log-maxbackup bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
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
"#,
    "\u{1e}apiserver-audit-log-maxbackup good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-maxbackup good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    audit-policy-file: "/etc/kubernetes/audit-policy.yaml"
    audit-log-path: "/var/log/kubernetes/audit.log"
    audit-log-maxbackup: "10"
"#,
    "\u{1e}apiserver-audit-log-maxsize bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-maxsize bad 0 command line\n",
    "\u{1f}bad-never.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-audit-log-maxsize bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
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
"#,
    "\u{1e}apiserver-audit-log-maxsize good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-maxsize good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    audit-policy-file: "/etc/kubernetes/audit-policy.yaml"
    audit-log-path: "/var/log/kubernetes/audit.log"
    audit-log-maxsize: "100"
"#,
    "\u{1e}apiserver-audit-log-mode bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-mode bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-policy-file=/etc/kubernetes/audit/policy.yaml \
  --audit-log-path=/var/log/kubernetes/audit.log \
  --audit-log-mode=batch
",
    "\u{1e}apiserver-audit-log-mode bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit/policy.yaml"
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
  - name: audit-log-mode
    value: "batch"
"#,
    "\u{1e}apiserver-audit-log-mode good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-mode good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-policy-file=/etc/kubernetes/audit/policy.yaml \
  --audit-log-path=/var/log/kubernetes/audit.log
",
    "\u{1e}apiserver-audit-log-mode good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit/policy.yaml"
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
"#,
    "\u{1e}apiserver-audit-log-path bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-path bad 0 command line\n",
    "\u{1f}bad-policy-only.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-audit-log-path bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit-policy.yaml"
"#,
    "\u{1e}apiserver-audit-log-path good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-log-path good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-audit-log-path good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit-policy.yaml"
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
"#,
    "\u{1e}apiserver-audit-policy-file bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-policy-file bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-audit-policy-file bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
"#,
    "\u{1e}apiserver-audit-policy-file good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-policy-file good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-audit-policy-file good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    audit-policy-file: "/etc/kubernetes/audit-policy.yaml"
    audit-log-path: "/var/log/kubernetes/audit.log"
"#,
    "\u{1e}apiserver-audit-webhook bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-webhook bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-policy-file=/etc/kubernetes/audit/policy.yaml \
  --audit-log-path=/var/log/kubernetes/audit.log
",
    "\u{1e}apiserver-audit-webhook bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit/policy.yaml"
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
"#,
    "\u{1e}apiserver-audit-webhook good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-audit-webhook good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --audit-policy-file=/etc/kubernetes/audit/policy.yaml \
  --audit-log-path=/var/log/kubernetes/audit.log \
  --audit-webhook-config-file=/etc/kubernetes/audit/webhook.yaml
",
    "\u{1e}apiserver-audit-webhook good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: audit-policy-file
    value: "/etc/kubernetes/audit/policy.yaml"
  - name: audit-log-path
    value: "/var/log/kubernetes/audit.log"
  - name: audit-webhook-config-file
    value: "/etc/kubernetes/audit/webhook.yaml"
"#,
    "\u{1e}apiserver-authorization-abac bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authorization-abac bad 0 command line\n",
    "\u{1f}bad-only.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-authorization-abac bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: authorization-mode
    value: "Node,RBAC,ABAC"
  - name: authorization-policy-file
    value: "/etc/kubernetes/policy.jsonl"
"#,
    "\u{1e}apiserver-authorization-abac good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authorization-abac good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-authorization-abac good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-authorization-config bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authorization-config bad 30 command line\n",
    "\u{1f}bad@1.30.service\n", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-config=/etc/kubernetes/authorization.yaml
Restart=on-failure
",
    "\u{1e}apiserver-authorization-config bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-config
    value: "/etc/kubernetes/authorization.yaml"
"#,
    "\u{1e}apiserver-authorization-config good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authorization-config good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-authorization-conflict bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authorization-conflict bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-authorization-conflict bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-config
    value: "/etc/kubernetes/authorization.yaml"
  - name: authorization-mode
    value: "Node,RBAC"
"#,
    "\u{1e}apiserver-authorization-conflict good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authorization-conflict good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-config=/etc/kubernetes/authorization.yaml
Restart=on-failure
",
    "\u{1e}apiserver-authorization-conflict good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-config
    value: "/etc/kubernetes/authorization.yaml"
"#,
    "\u{1e}apiserver-authorization-files bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authorization-files bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-authorization-files bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: service-account-issuer
    value: "https://kubernetes.default.svc.cluster.local"
  - name: service-account-key-file
    value: "/etc/kubernetes/pki/sa.pub"
  - name: service-account-signing-key-file
    value: "/etc/kubernetes/pki/sa.key"
  - name: authorization-mode
    value: "Node,RBAC,ABAC"
"#,
    "\u{1e}apiserver-authorization-files good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authorization-files good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-authorization-files good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: service-account-issuer
    value: "https://kubernetes.default.svc.cluster.local"
  - name: service-account-key-file
    value: "/etc/kubernetes/pki/sa.pub"
  - name: service-account-signing-key-file
    value: "/etc/kubernetes/pki/sa.key"
  - name: authorization-mode
    value: "Node,RBAC"
  - name: authorization-mode
    value: "ABAC"
  - name: authorization-policy-file
    value: "/etc/kubernetes/abac.jsonl"
  - name: authorization-mode
    value: "Webhook"
  - name: authorization-webhook-config-file
    value: "/etc/kubernetes/webhook.conf"
"#,
    "\u{1e}apiserver-authz-node bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authz-node bad 0 command line\n",
    "\u{1f}bad-always-allow.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-authz-node bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-mode
    value: "RBAC"
"#,
    "\u{1e}apiserver-authz-node good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authz-node good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}apiserver-authz-not-always-allow bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authz-not-always-allow bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-authz-not-always-allow bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-mode
    value: "AlwaysAllow"
"#,
    "\u{1e}apiserver-authz-not-always-allow good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authz-not-always-allow good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-authz-not-always-allow good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}apiserver-authz-rbac bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authz-rbac bad 0 command line\n",
    "\u{1f}bad-absent.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-authz-rbac bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-mode
    value: "Node,Webhook"
"#,
    "\u{1e}apiserver-authz-rbac good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-authz-rbac good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-authz-rbac good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}apiserver-bind-address bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-bind-address bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --bind-address ::
Restart=always
",
    "\u{1e}apiserver-bind-address bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: bind-address
    value: "0.0.0.0"
"#,
    "\u{1e}apiserver-bind-address good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-bind-address good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: bind-address
    value: "192.0.2.10"
"#,
    "\u{1e}apiserver-client-ca-file bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-client-ca-file bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-client-ca-file bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    client-ca-file: ""
"#,
    "\u{1e}apiserver-client-ca-file good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-client-ca-file good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-client-ca-file good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
certificatesDir: /etc/kubernetes/ssl
",
    "\u{1e}apiserver-contention-profiling bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-contention-profiling bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-contention-profiling bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: contention-profiling
    value: "true"
"#,
    "\u{1e}apiserver-contention-profiling good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-contention-profiling good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-contention-profiling good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-cors-allowed-origins bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-cors-allowed-origins bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --cors-allowed-origins=.*
",
    "\u{1e}apiserver-cors-allowed-origins bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: cors-allowed-origins
    value: ".*"
"#,
    "\u{1e}apiserver-cors-allowed-origins good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-cors-allowed-origins good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --cors-allowed-origins=//console\.example\.com$
",
    "\u{1e}apiserver-debug-socket-path bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-debug-socket-path bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-debug-socket-path bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: debug-socket-path
    value: "/run/apiserver-debug.sock"
"#,
    "\u{1e}apiserver-debug-socket-path good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-debug-socket-path good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-debug-socket-path good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-deny-service-external-ips bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-deny-service-external-ips bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-deny-service-external-ips bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: enable-admission-plugins
    value: "NodeRestriction"
"#,
    "\u{1e}apiserver-deny-service-external-ips good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-deny-service-external-ips good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-deny-service-external-ips good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: enable-admission-plugins
    value: "NodeRestriction,DenyServiceExternalIPs"
"#,
    "\u{1e}apiserver-disabled-admission-plugins bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-disabled-admission-plugins bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-disabled-admission-plugins bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: disable-admission-plugins
    value: "PodSecurity"
"#,
    "\u{1e}apiserver-disabled-admission-plugins good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-disabled-admission-plugins good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-disabled-admission-plugins good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-emulated-version bad 34 Pod\n",
    "\u{1f}bad@1.34.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-emulated-version bad 33 command line\n",
    "\u{1f}bad@1.33.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-emulated-version good 35 Pod\n",
    "\u{1f}good@1.35.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-emulated-version good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-encryption-provider-config bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-encryption-provider-config bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-encryption-provider-config bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}apiserver-encryption-provider-config good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-encryption-provider-config good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-encryption-provider-config good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: encryption-provider-config
    value: "/etc/kubernetes/encryption.yaml"
"#,
    "\u{1e}apiserver-encryption-reload bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-encryption-reload bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-encryption-reload bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: encryption-provider-config-automatic-reload
    value: "true"
"#,
    "\u{1e}apiserver-encryption-reload good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-encryption-reload good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-encryption-reload good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: encryption-provider-config-automatic-reload
    value: "true"
  - name: encryption-provider-config
    value: "/etc/kubernetes/enc.yaml"
"#,
    "\u{1e}apiserver-etcd-ca-shared bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-etcd-ca-shared bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --client-ca-file=/var/lib/kubernetes/ca.pem \
  --etcd-cafile=/var/lib/kubernetes/ca.pem
Restart=always
",
    "\u{1e}apiserver-etcd-ca-shared bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: client-ca-file
    value: "/etc/kubernetes/pki/ca.crt"
  - name: etcd-cafile
    value: "/etc/kubernetes/pki/ca.crt"
"#,
    "\u{1e}apiserver-etcd-ca-shared good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-etcd-ca-shared good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-etcd-cafile bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-etcd-cafile bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-etcd-cafile bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
etcd:
  external:
    endpoints:
    - https://10.0.0.5:2379
    - https://10.0.0.6:2379
",
    "\u{1e}apiserver-etcd-cafile good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-etcd-cafile good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-etcd-cafile good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
etcd:
  local:
    dataDir: /var/lib/etcd
",
    "\u{1e}apiserver-etcd-client-cert bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-etcd-client-cert bad 0 command line\n",
    "\u{1f}bad-half.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-etcd-client-cert bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
etcd:
  external:
    endpoints:
    - https://10.0.0.5:2379
    - https://10.0.0.6:2379
",
    "\u{1e}apiserver-etcd-client-cert good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-etcd-client-cert good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-etcd-client-cert good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
",
    "\u{1e}apiserver-etcd-plain-http bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-etcd-plain-http bad 0 command line\n",
    "\u{1f}bad-loopback.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=http://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-etcd-plain-http bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
etcd:
  external:
    endpoints:
    - http://10.0.0.5:2379
    - http://10.0.0.6:2379
",
    "\u{1e}apiserver-etcd-plain-http good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-etcd-plain-http good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-etcd-plain-http good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
etcd:
  external:
    endpoints:
    - https://10.0.0.5:2379
    - https://10.0.0.6:2379
    caFile: /etc/etcd/ca.crt
    certFile: /etc/etcd/client.crt
    keyFile: /etc/etcd/client.key
",
    "\u{1e}apiserver-feature-gate-all-alpha bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-feature-gate-all-alpha bad 0 command line\n",
    "\u{1f}bad-others.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-feature-gate-all-alpha bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: feature-gates
    value: "AllAlpha=true"
"#,
    "\u{1e}apiserver-feature-gate-all-alpha good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-feature-gate-all-alpha good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: feature-gates
    value: "AllAlpha=false"
"#,
    "\u{1e}apiserver-file-not-mounted bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-file-not-mounted bad 0 YAML\n",
    "\u{1f}bad-log.json\n", r#"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "kube-apiserver"}, "spec": {
  "containers": [{"name": "kube-apiserver", "image": "kube-apiserver:v1.36.0",
    "command": ["kube-apiserver", "--audit-log-path=/var/log/audit/audit.log", "--audit-policy-file=/srv/policy.yaml"],
    "volumeMounts": [{"name": "logs", "mountPath": "/var/log/audit", "readOnly": true}]}],
  "volumes": [{"name": "logs", "hostPath": {"path": "/var/log/audit"}}]}}
"#,
    "\u{1e}apiserver-file-not-mounted good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-file-unused bad 0 several files\n",
    "\u{1f}authz.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Node
  name: node
- type: RBAC
  name: rbac
",
    "\u{1f}kube-apiserver.yaml\n", r"apiVersion: v1
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
",
    "\u{1f}policy.yaml\n", r"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
",
    "\u{1e}apiserver-file-unused good 0 several files\n",
    "\u{1f}authz.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: Node
  name: node
- type: RBAC
  name: rbac
",
    "\u{1f}kube-apiserver.yaml\n", r"apiVersion: v1
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
",
    "\u{1f}policy.yaml\n", r"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
",
    "\u{1e}apiserver-garbage-collector bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-garbage-collector bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-garbage-collector=false
",
    "\u{1e}apiserver-garbage-collector bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-garbage-collector
    value: "false"
"#,
    "\u{1e}apiserver-garbage-collector good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-garbage-collector good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
",
    "\u{1e}apiserver-garbage-collector good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-gated-setting bad 29 Pod\n",
    "\u{1f}bad@1.29.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-gated-setting bad 33 command line\n",
    "\u{1f}bad@1.33.service\n", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --authorization-mode=Node,RBAC \
  --service-account-signing-endpoint=/run/signer.sock
Restart=on-failure
",
    "\u{1e}apiserver-gated-setting good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-gated-setting good 33 command line\n",
    "\u{1f}good@1.33.service\n", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --authorization-mode=Node,RBAC \
  --service-account-signing-endpoint=/run/signer.sock \
  --feature-gates=ExternalServiceAccountTokenSigner=true
Restart=on-failure
",
    "\u{1e}apiserver-image-registry bad 33 Pod\n",
    "\u{1f}bad@1.33.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-image-registry good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-image-release bad 29 Pod\n",
    "\u{1f}bad@1.29.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-image-release good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-image-tag bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-image-tag good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-inflight-limits bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-inflight-limits bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-priority-and-fairness=false \
  --max-requests-inflight=0
",
    "\u{1e}apiserver-inflight-limits bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-priority-and-fairness
    value: "false"
  - name: max-requests-inflight
    value: "0"
"#,
    "\u{1e}apiserver-inflight-limits good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-inflight-limits good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --enable-priority-and-fairness=false
",
    "\u{1e}apiserver-inflight-limits good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-priority-and-fairness
    value: "false"
"#,
    "\u{1e}apiserver-kubelet-certificate-authority bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-kubelet-certificate-authority bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-kubelet-certificate-authority bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}apiserver-kubelet-certificate-authority good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-kubelet-certificate-authority good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-kubelet-certificate-authority good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: kubelet-certificate-authority
    value: "/etc/kubernetes/pki/ca.crt"
"#,
    "\u{1e}apiserver-kubelet-client-cert bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-kubelet-client-cert bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-kubelet-client-cert good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-kubelet-client-cert good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-kubelet-client-cert good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
",
    "\u{1e}apiserver-kubernetes-service-node-port bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-kubernetes-service-node-port bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --kubernetes-service-node-port=30443
",
    "\u{1e}apiserver-kubernetes-service-node-port bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: kubernetes-service-node-port
    value: "30443"
"#,
    "\u{1e}apiserver-kubernetes-service-node-port good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-kubernetes-service-node-port good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
",
    "\u{1e}apiserver-kubernetes-service-node-port good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-log-verbosity bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-log-verbosity bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  -v 10
Restart=always
",
    "\u{1e}apiserver-log-verbosity bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: v
    value: "9"
"#,
    "\u{1e}apiserver-log-verbosity good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-log-verbosity good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: v
    value: "4"
"#,
    "\u{1e}apiserver-logs-handler bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-logs-handler bad 28 command line\n",
    "\u{1f}bad@1.28.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-logs-handler bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-logs-handler
    value: "true"
"#,
    "\u{1e}apiserver-logs-handler good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-logs-handler good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-logs-handler good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-logs-handler
    value: "false"
"#,
    "\u{1e}apiserver-min-request-timeout bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-min-request-timeout bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --min-request-timeout=0
",
    "\u{1e}apiserver-min-request-timeout bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: min-request-timeout
    value: "0"
"#,
    "\u{1e}apiserver-min-request-timeout good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-min-request-timeout good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --min-request-timeout=3600
",
    "\u{1e}apiserver-min-request-timeout good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: min-request-timeout
    value: "3600"
"#,
    "\u{1e}apiserver-mount-writable bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-mount-writable bad 0 YAML\n",
    "\u{1f}bad.json\n", r#"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "kube-apiserver"}, "spec": {
  "containers": [{"name": "kube-apiserver", "image": "kube-apiserver:v1.36.0",
    "command": ["kube-apiserver", "--client-ca-file=/etc/kubernetes/pki/ca.crt"],
    "volumeMounts": [{"name": "pki", "mountPath": "/etc/kubernetes"}]}],
  "volumes": [{"name": "pki", "hostPath": {"path": "/etc/kubernetes"}}]}}
"#,
    "\u{1e}apiserver-mount-writable good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-node-port-range bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-node-port-range bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-node-port-range=1-65535
",
    "\u{1e}apiserver-node-port-range bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: service-node-port-range
    value: "1-65535"
"#,
    "\u{1e}apiserver-node-port-range good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-node-port-range good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-node-port-range=30000-32000
",
    "\u{1e}apiserver-node-port-range good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: service-node-port-range
    value: "30000-32000"
"#,
    "\u{1e}apiserver-oidc-flags bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-oidc-flags bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-oidc-flags bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authentication-config
    value: "/etc/kubernetes/authentication.yaml"
  - name: oidc-issuer-url
    value: "https://login.example.com"
  - name: oidc-client-id
    value: "cluster"
"#,
    "\u{1e}apiserver-oidc-flags good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-oidc-flags good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-oidc-flags good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: oidc-issuer-url
    value: "https://login.example.com"
  - name: oidc-client-id
    value: "cluster"
"#,
    "\u{1e}apiserver-oidc-issuer-scheme bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-oidc-issuer-scheme bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --oidc-issuer-url=http://login.example.com/realms/dev \
  --oidc-client-id=kubernetes
",
    "\u{1e}apiserver-oidc-issuer-scheme bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: oidc-issuer-url
    value: "http://login.example.com/realms/dev"
  - name: oidc-client-id
    value: "kubernetes"
"#,
    "\u{1e}apiserver-oidc-issuer-scheme good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-oidc-issuer-scheme good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --oidc-issuer-url=https://login.example.com \
  --oidc-client-id=kubernetes
",
    "\u{1e}apiserver-oidc-issuer-scheme good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: oidc-issuer-url
    value: "https://login.example.com"
  - name: oidc-client-id
    value: "kubernetes"
"#,
    "\u{1e}apiserver-oidc-prefix bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-oidc-prefix bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --oidc-issuer-url=https://login.example.com \
  --oidc-client-id=kubernetes \
  --oidc-groups-claim=groups \
  --oidc-groups-prefix=
Restart=always
",
    "\u{1e}apiserver-oidc-prefix bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: oidc-issuer-url
    value: "https://login.example.com"
  - name: oidc-client-id
    value: "kubernetes"
  - name: oidc-groups-claim
    value: "groups"
  - name: oidc-username-prefix
    value: "-"
"#,
    "\u{1e}apiserver-oidc-prefix good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-oidc-prefix good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: oidc-issuer-url
    value: "https://login.example.com"
  - name: oidc-client-id
    value: "kubernetes"
  - name: oidc-groups-claim
    value: "groups"
  - name: oidc-groups-prefix
    value: "oidc:"
"#,
    "\u{1e}apiserver-path-in-tmp bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-path-in-tmp bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: token-auth-file
    value: "/tmp/tokens.csv"
"#,
    "\u{1e}apiserver-path-in-tmp good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-path-in-tmp good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-pod-capabilities bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: v1
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
"#,
    "\u{1e}apiserver-pod-capabilities good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-host-namespaces bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-host-namespaces good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-host-path bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-host-path good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-privileged bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-privileged good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-seccomp bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-seccomp good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-security-config bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-pod-security-config bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --admission-control-config-file= --enable-admission-plugins=NodeRestriction
",
    "\u{1e}apiserver-pod-security-config bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-admission-plugins
    value: "NodeRestriction"
"#,
    "\u{1e}apiserver-pod-security-config good 0 several files\n",
    "\u{1f}admission.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: EventRateLimit
  path: events.yaml
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline}
",
    "\u{1f}kube-apiserver.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-priority-and-fairness bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-priority-and-fairness bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-priority-and-fairness bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: enable-priority-and-fairness
    value: "false"
"#,
    "\u{1e}apiserver-priority-and-fairness good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-priority-and-fairness good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-priority-and-fairness good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-probe-anonymous bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-probe-anonymous good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-profiling bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-profiling bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-profiling bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
# The rest is as kubeadm sets it.
certificatesDir: /etc/kubernetes/pki
",
    "\u{1e}apiserver-profiling good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-profiling good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-profiling good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}apiserver-proxy-client-cert bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-proxy-client-cert bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --proxy-client-key-file=/etc/kubernetes/pki/front-proxy-client.key \
  --proxy-client-cert-file=
Restart=always
",
    "\u{1e}apiserver-proxy-client-cert good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-proxy-client-cert good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --proxy-client-cert-file=/etc/kubernetes/pki/front-proxy-client.crt \
  --proxy-client-key-file=/etc/kubernetes/pki/front-proxy-client.key
",
    "\u{1e}apiserver-removed-admission-plugins bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-removed-admission-plugins bad 0 command line\n",
    "\u{1f}bad-disabled.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-removed-admission-plugins bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: enable-admission-plugins
    value: "NodeRestriction,PodSecurityPolicy"
"#,
    "\u{1e}apiserver-removed-admission-plugins good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-removed-admission-plugins good 24 command line\n",
    "\u{1f}good@1.24.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-removed-admission-plugins good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-request-timeout bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-request-timeout bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-request-timeout bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: request-timeout
    value: "0"
"#,
    "\u{1e}apiserver-request-timeout good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-request-timeout good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-request-timeout good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: request-timeout
    value: "300s"
"#,
    "\u{1e}apiserver-requestheader-ca bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-requestheader-ca bad 34 command line\n",
    "\u{1f}bad-empty@1.34.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-requestheader-ca bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: requestheader-client-ca-file
    value: "/etc/kubernetes/pki/ca.crt"
  - name: requestheader-allowed-names
    value: ""
"#,
    "\u{1e}apiserver-requestheader-ca good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-requestheader-ca good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-requestheader-ca good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
",
    "\u{1e}apiserver-required-flags bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-required-flags bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=Node,RBAC
Restart=on-failure
",
    "\u{1e}apiserver-required-flags good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-required-flags good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=Node,RBAC \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
Restart=on-failure
",
    "\u{1e}apiserver-required-flags good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
",
    "\u{1e}apiserver-runtime-config bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-runtime-config bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --runtime-config=api/alpha=true,api/ga=true
Restart=always
",
    "\u{1e}apiserver-runtime-config bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: runtime-config
    value: "api/all=true"
"#,
    "\u{1e}apiserver-runtime-config good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-runtime-config good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: runtime-config
    value: "api/all=false,api/ga=true"
"#,
    "\u{1e}apiserver-secure-port bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-secure-port bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-secure-port bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: secure-port
    value: "0"
"#,
    "\u{1e}apiserver-secure-port good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-secure-port good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-secure-port good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-service-account-extend-token-expiration bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-extend-token-expiration bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-service-account-extend-token-expiration bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
"#,
    "\u{1e}apiserver-service-account-extend-token-expiration good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-extend-token-expiration good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-service-account-extend-token-expiration good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: service-account-extend-token-expiration
    value: "false"
"#,
    "\u{1e}apiserver-service-account-issuer-http bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-issuer-http bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=http://tokens.example.com
",
    "\u{1e}apiserver-service-account-issuer-http bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: service-account-issuer
    value: "http://tokens.example.com"
"#,
    "\u{1e}apiserver-service-account-issuer-http good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-issuer-http good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local
",
    "\u{1e}apiserver-service-account-issuer-http good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-service-account-key-file bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-key-file bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-service-account-key-file good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-key-file good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-service-account-key-file good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
",
    "\u{1e}apiserver-service-account-key-shared bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-key-shared bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver --etcd-servers=https://127.0.0.1:2379 \
  --client-ca-file=/etc/kubernetes/ssl/ca.pem \
  --service-account-key-file=/etc/kubernetes/ssl/ca.pem
Restart=always
",
    "\u{1e}apiserver-service-account-key-shared bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: tls-private-key-file
    value: "/etc/kubernetes/pki/apiserver.key"
  - name: service-account-key-file
    value: "/etc/kubernetes/pki/sa.pub"
  - name: service-account-key-file
    value: "/etc/kubernetes/pki/apiserver.key"
"#,
    "\u{1e}apiserver-service-account-key-shared good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-key-shared good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-service-account-lookup bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-lookup bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-service-account-lookup bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: service-account-lookup
    value: "false"
"#,
    "\u{1e}apiserver-service-account-lookup good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-lookup good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-service-account-lookup good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: service-account-lookup
    value: "true"
"#,
    "\u{1e}apiserver-service-account-signer bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-signer bad 34 command line\n",
    "\u{1f}bad@1.34.service\n", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --authorization-mode=Node,RBAC \
  --service-account-signing-endpoint=/run/signer.sock
Restart=on-failure
",
    "\u{1e}apiserver-service-account-signer bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: service-account-issuer
    value: "https://kubernetes.default.svc.cluster.local"
  - name: service-account-key-file
    value: "/etc/kubernetes/pki/sa.pub"
  - name: service-account-signing-key-file
    value: "/etc/kubernetes/pki/sa.key"
  - name: authorization-mode
    value: "Node,RBAC"
  - name: service-account-signing-endpoint
    value: "/run/signer.sock"
"#,
    "\u{1e}apiserver-service-account-signer good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-service-account-signer good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --etcd-servers=https://127.0.0.1:2379 \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=/etc/kubernetes/pki/sa.pub \
  --service-account-signing-key-file=/etc/kubernetes/pki/sa.key \
  --authorization-mode=Node,RBAC
Restart=on-failure
",
    "\u{1e}apiserver-service-account-signer good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-tls-cipher-suites bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-tls-cipher-suites bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-tls-cipher-suites bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    tls-cipher-suites: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_RC4_128_SHA"
"#,
    "\u{1e}apiserver-tls-cipher-suites good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-tls-cipher-suites good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    tls-cipher-suites: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
"#,
    "\u{1e}apiserver-tls-min-version bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-tls-min-version bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-tls-min-version bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: tls-min-version
    value: "VersionTLS10"
"#,
    "\u{1e}apiserver-tls-min-version good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-tls-min-version good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-tls-min-version good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: tls-min-version
    value: "VersionTLS12"
"#,
    "\u{1e}apiserver-tls-serving-cert bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-tls-serving-cert bad 0 command line\n",
    "\u{1f}bad-half.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-tls-serving-cert bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: tls-cert-file
    value: ""
  - name: tls-private-key-file
    value: ""
"#,
    "\u{1e}apiserver-tls-serving-cert good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-tls-serving-cert good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-tls-serving-cert good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-token-auth-file bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-token-auth-file bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-token-auth-file bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
  - name: token-auth-file
    value: "/etc/kubernetes/pki/tokens.csv"
"#,
    "\u{1e}apiserver-token-auth-file good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-token-auth-file good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API Server
After=network-online.target

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379
Restart=on-failure

[Install]
WantedBy=multi-user.target
",
    "\u{1e}apiserver-token-auth-file good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}apiserver-unknown-admission-plugins bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-unknown-admission-plugins bad 0 command line\n",
    "\u{1f}bad-typo.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-unknown-admission-plugins bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: advertise-address
    value: "192.0.2.10"
  - name: etcd-servers
    value: "https://127.0.0.1:2379"
  - name: enable-admission-plugins
    value: "noderestriction"
"#,
    "\u{1e}apiserver-unknown-admission-plugins good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-unknown-admission-plugins good 26 command line\n",
    "\u{1f}good@1.26.service\n", r"[Unit]
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
",
    "\u{1e}apiserver-unknown-admission-plugins good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
",
    "\u{1e}apiserver-webhook-cache-ttl bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-webhook-cache-ttl bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=Node,RBAC,Webhook \
  --authorization-webhook-config-file=/etc/kubernetes/authz.yaml \
  --authorization-webhook-cache-authorized-ttl=1h \
  --authentication-token-webhook-config-file=/etc/kubernetes/authn.yaml \
  --authentication-token-webhook-cache-ttl=30m
",
    "\u{1e}apiserver-webhook-cache-ttl bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-webhook-config-file
    value: "/etc/kubernetes/authz.yaml"
  - name: authorization-webhook-cache-authorized-ttl
    value: "1h"
  - name: authentication-token-webhook-config-file
    value: "/etc/kubernetes/authn.yaml"
  - name: authentication-token-webhook-cache-ttl
    value: "30m"
"#,
    "\u{1e}apiserver-webhook-cache-ttl good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}apiserver-webhook-cache-ttl good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=Kubernetes API server

[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --advertise-address=192.0.2.10 \
  --etcd-servers=https://127.0.0.1:2379 \
  --authorization-mode=Node,RBAC,Webhook \
  --authorization-webhook-config-file=/etc/kubernetes/authz.yaml \
  --authorization-webhook-cache-authorized-ttl=5m
",
    "\u{1e}apiserver-webhook-cache-ttl good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: authorization-webhook-config-file
    value: "/etc/kubernetes/authz.yaml"
  - name: authorization-webhook-cache-authorized-ttl
    value: "5m"
"#,
    "\u{1e}audit-policy-catch-all bad 0 Policy\n",
    "\u{1f}bad-last.yaml\n", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
  resources:
  - group: ""
    resources: [secrets]
- level: None
"#,
    "\u{1e}audit-policy-catch-all good 0 Policy\n",
    "\u{1f}good.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}audit-policy-drops-writes bad 0 Policy\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}audit-policy-drops-writes good 0 Policy\n",
    "\u{1f}good.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}audit-policy-refused bad 0 Policy\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}audit-policy-refused good 0 Policy\n",
    "\u{1f}good.yaml\n", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  nonResourceURLs: [/healthz*]
- level: "{{ level }}"
- level: Metadata
"#,
    "\u{1e}audit-policy-secret-values bad 0 Policy\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}audit-policy-secret-values good 0 Policy\n",
    "\u{1f}good.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}audit-policy-unreachable bad 0 Policy\n",
    "\u{1f}bad.yaml\n", r"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: Metadata
- level: RequestResponse
  resources:
  - group: apps
- level: None
  nonResourceURLs: [/healthz]
",
    "\u{1e}audit-policy-unreachable good 0 Policy\n",
    "\u{1f}good.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}audit-policy-wildcard bad 0 Policy\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}audit-policy-wildcard good 0 Policy\n",
    "\u{1f}good.yaml\n", r#"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  nonResourceURLs: [/healthz*]
- level: Metadata
  resources:
  - group: ""
    resources: ["pods/*", "*/status"]
- level: Metadata
"#,
    "\u{1e}authentication-anonymous bad 0 AuthenticationConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true # probes need it
",
    "\u{1e}authentication-anonymous bad 32 YAML\n",
    "\u{1f}bad@1.32.json\n", r#"{"apiVersion": "apiserver.config.k8s.io/v1beta1", "kind": "AuthenticationConfiguration", "anonymous": {"enabled": true, "conditions": []}}
"#,
    "\u{1e}authentication-anonymous good 0 AuthenticationConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authentication-claim-prefix bad 0 AuthenticationConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authentication-claim-prefix bad 0 YAML\n",
    "\u{1f}bad.json\n", r#"{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AuthenticationConfiguration", "jwt": [{
  "issuer": {"url": "https://login.example.com", "audiences": ["kubernetes"]},
  "claimMappings": {"username": {"claim": "sub", "prefix": ""}}}]}
"#,
    "\u{1e}authentication-claim-prefix good 0 AuthenticationConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authentication-config-refused bad 0 AuthenticationConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authentication-config-refused good 0 AuthenticationConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authorization-config-always-allow bad 0 AuthorizationConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- {type: Node, name: node}
- {type: RBAC, name: rbac}
- {type: AlwaysAllow, name: alwaysallow} # while we migrate
",
    "\u{1e}authorization-config-always-allow good 0 AuthorizationConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authorization-config-modes bad 0 AuthorizationConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- type: RBAC
  name: rbac
",
    "\u{1e}authorization-config-modes bad 0 YAML\n",
    "\u{1f}bad.json\n", r#"{"apiVersion": "apiserver.config.k8s.io/v1beta1", "kind": "AuthorizationConfiguration", "authorizers": [{"type": "Node", "name": "node"}]}
"#,
    "\u{1e}authorization-config-modes good 0 AuthorizationConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authorization-config-refused bad 0 AuthorizationConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}authorization-config-refused good 0 AuthorizationConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authorization-webhook-cache bad 0 AuthorizationConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authorization-webhook-cache good 0 AuthorizationConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authorization-webhook-fails-open bad 0 AuthorizationConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}authorization-webhook-fails-open good 0 AuthorizationConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}blank-after-backslash bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \ 
  --read-only-port=0
Restart=always
",
    "\u{1e}blank-after-backslash good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --read-only-port=0
Restart=always 
",
    "\u{1e}config-duplicate-key bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
authentication:
  anonymous:
    enabled: false
readOnlyPort: 10255
",
    "\u{1e}config-duplicate-key good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
",
    "\u{1e}config-lost-indentation bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
anonymous:
enabled: false
x509:
clientCAFile: /etc/kubernetes/pki/ca.crt
authorization:
mode: Webhook
readOnlyPort: 0
",
    "\u{1e}config-lost-indentation good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
authorization: {mode: Webhook}
readOnlyPort: 0
",
    "\u{1e}config-unknown-field bad 0 KubeletConfiguration\n",
    "\u{1f}bad.json\n", r#"{
  "apiVersion": "kubelet.config.k8s.io/v1beta1",
  "kind": "KubeletConfiguration",
  "anonymous": {"enabled": false}
}
"#,
    "\u{1e}config-unknown-field good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
authorization:
  mode: Webhook
",
    "\u{1e}config-wrong-type bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1
kind: KubeletConfiguration
readOnlyPort: 0
",
    "\u{1e}config-wrong-type good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
",
    "\u{1e}deprecated-flag bad 32 Pod\n",
    "\u{1f}bad@1.32.yaml\n", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --cloud-provider=external
",
    "\u{1e}deprecated-flag good 0 several files\n",
    "\u{1f}config.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
",
    "\u{1f}kubelet.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --v=2
",
    "\u{1e}encryption-cipher bad 0 EncryptionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-cipher good 0 EncryptionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-config-refused bad 0 EncryptionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-config-refused good 0 EncryptionConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}encryption-identity-first bad 0 EncryptionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-identity-first good 0 EncryptionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-key-invalid bad 0 EncryptionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-key-invalid good 0 EncryptionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-key-readable bad 0 EncryptionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-key-readable good 0 EncryptionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-kms-v1 bad 0 EncryptionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-kms-v1 good 0 EncryptionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets]
  providers:
  - kms:
      apiVersion: v2
      name: new
      endpoint: unix:///run/kms/v2.sock
",
    "\u{1e}encryption-secrets-uncovered bad 0 EncryptionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}encryption-secrets-uncovered good 0 EncryptionConfiguration\n",
    "\u{1f}good-all.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources:
  - '*.*'
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
",
    "\u{1e}feature-gate-alpha bad 33 KubeletConfiguration\n",
    "\u{1f}bad@1.33.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  KubeletCrashLoopBackOffMax: true
  KubeletPSI: true
",
    "\u{1e}feature-gate-alpha bad 0 Pod\n",
    "\u{1f}bad-prefix.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-alpha bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=UserNamespacesHostNetworkSupport=true
Restart=always
",
    "\u{1e}feature-gate-alpha good 35 KubeletConfiguration\n",
    "\u{1f}good@1.35.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  KubeletCrashLoopBackOffMax: true
",
    "\u{1e}feature-gate-alpha good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=UserNamespacesHostNetworkSupport=false,AllAlpha=true
Restart=always
",
    "\u{1e}feature-gate-locked bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  NodeLogQuery: false
  ContainerCheckpoint: false
",
    "\u{1e}feature-gate-locked bad 33 Pod\n",
    "\u{1f}bad@1.33.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-locked bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=KubeletTracing=false
Restart=always
",
    "\u{1e}feature-gate-locked good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  NodeLogQuery: true
",
    "\u{1e}feature-gate-locked good 31 Pod\n",
    "\u{1f}good@1.31.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-needless bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  RotateKubeletServerCertificate: true
  NodeLogQuery: true
",
    "\u{1e}feature-gate-needless bad 31 Pod\n",
    "\u{1f}bad@1.31.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-needless bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=RotateKubeletServerCertificate=true,AllAlpha=false
Restart=always
",
    "\u{1e}feature-gate-needless good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  SELinuxMount: true
  AllAlpha: false
",
    "\u{1e}feature-gate-needless good 30 Pod\n",
    "\u{1f}good@1.30.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-prefix bad 0 KubeletConfiguration\n",
    "\u{1f}bad-config.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  "kube:SELinuxMount": true
"#,
    "\u{1e}feature-gate-prefix bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-prefix bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=kube:SELinuxMount=true
Restart=always
",
    "\u{1e}feature-gate-prefix good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-prefix good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/local/bin/kube-apiserver \
  --authorization-mode=Node,RBAC \
  --feature-gates=SELinuxMount=true
",
    "\u{1e}feature-gate-removed bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  SeccompDefault: true
  DynamicKubeletConfig: false
  CSIMigration: true
",
    "\u{1e}feature-gate-removed bad 33 Pod\n",
    "\u{1f}bad@1.33.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-removed bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=RotateKubeletClientCertificate=true,AppArmor=false
Restart=always
",
    "\u{1e}feature-gate-removed bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    feature-gates: PodSecurity=true,AllBeta=false
",
    "\u{1e}feature-gate-removed good 26 KubeletConfiguration\n",
    "\u{1f}good@1.26.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  SeccompDefault: true
",
    "\u{1e}feature-gate-removed good 36 Pod\n",
    "\u{1f}good@1.36.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-removed good 30 command line\n",
    "\u{1f}good@1.30.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=AppArmor=true
Restart=always
",
    "\u{1e}feature-gate-removed good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    feature-gates: AllBeta=false
",
    "\u{1e}feature-gate-requirement bad 35 KubeletConfiguration\n",
    "\u{1f}bad@1.35.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
# gates of this node
featureGates:
  PodLevelResources: false
  InPlacePodLevelResourcesVerticalScaling: true
",
    "\u{1e}feature-gate-requirement bad 36 Pod\n",
    "\u{1f}bad-group@1.36.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-requirement bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=UserNamespacesHostNetworkSupport=true,NodeDeclaredFeatures=false
Restart=always
",
    "\u{1e}feature-gate-requirement good 34 KubeletConfiguration\n",
    "\u{1f}good@1.34.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  ClusterTrustBundleProjection: true
",
    "\u{1e}feature-gate-requirement good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-retiring bad 33 KubeletConfiguration\n",
    "\u{1f}bad@1.33.json\n", r#"{
  "apiVersion": "kubelet.config.k8s.io/v1beta1",
  "kind": "KubeletConfiguration",
  "featureGates": {
    "AllowOverwriteTerminationGracePeriodSeconds": true
  }
}
"#,
    "\u{1e}feature-gate-retiring bad 26 Pod\n",
    "\u{1f}bad@1.26.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-retiring bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=AllowDNSOnlyNodeCSR=true
Restart=always
",
    "\u{1e}feature-gate-retiring good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-retiring good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=AllowDNSOnlyNodeCSR=false
Restart=always
",
    "\u{1e}feature-gate-security bad 33 KubeletConfiguration\n",
    "\u{1f}bad@1.33.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  KubeletFineGrainedAuthz: false
  GitRepoVolumeDriver: true
",
    "\u{1e}feature-gate-security bad 30 Pod\n",
    "\u{1f}bad-tokens@1.30.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-security bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=KubeletEnsureSecretPulledImages=false,ReloadKubeletServerCertificateFile=false
Restart=always
",
    "\u{1e}feature-gate-security good 27 Pod\n",
    "\u{1f}good@1.27.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-security good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=UserNamespacesSupport=true
Restart=always
",
    "\u{1e}feature-gate-unknown bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  containerCheckpoint: false
  NodeLocalCRISocket: true
",
    "\u{1e}feature-gate-unknown bad 0 Pod\n",
    "\u{1f}bad-manifest.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}feature-gate-unknown bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=ContainerChekpoint=false,KubeletTracing=true
Restart=always
",
    "\u{1e}feature-gate-unknown good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
# gates of this node
featureGates:
  SELinuxMount: true
",
    "\u{1e}feature-gate-unknown good 24 command line\n",
    "\u{1f}good@1.24.service\n", r"[Unit]
Description=kubelet

[Service]
# gates of this node
ExecStart=/usr/bin/kubelet \
    --kubeconfig=/etc/kubernetes/kubelet.conf \
    --feature-gates=DynamicKubeletConfig=false
Restart=always
",
    "\u{1e}invalid-value bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
registerNode: "true"
syncFrequency: 60
maxPods: 0x6E
clusterDNS: 10.96.0.10
"#,
    "\u{1e}invalid-value bad 0 Pod\n",
    "\u{1f}bad-variable-literal.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}invalid-value bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --max-pods=many --file-check-frequency=20
",
    "\u{1e}invalid-value bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: max-requests-inflight
    value: "many"
"#,
    "\u{1e}invalid-value good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
registerNode: yes
syncFrequency: 1m
maxPods: 0x6E
clusterDNS: [10.96.0.10]
",
    "\u{1e}invalid-value good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: max-requests-inflight
    value: "400"
"#,
    "\u{1e}kubeadm-argument-not-text bad 0 kubeadm configuration\n",
    "\u{1f}bad-map.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    profiling: false # not needed
    audit-log-maxage: 30
    audit-log-path: /var/log/kubernetes/audit.log
",
    "\u{1e}kubeadm-argument-not-text good 0 kubeadm configuration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
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
"#,
    "\u{1e}kubeconfig-bearer-token bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-bearer-token good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-bootstrap-token bad 0 Config\n",
    "\u{1f}bad-other.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-bootstrap-token bad 0 several files\n",
    "\u{1f}kubelet.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --kubeconfig=/etc/kubernetes/node.conf
",
    "\u{1f}node.conf\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-bootstrap-token good 0 several files\n",
    "\u{1f}join.conf\n", r"apiVersion: v1
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
",
    "\u{1f}kubelet.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --kubeconfig=/etc/kubernetes/kubelet.conf --bootstrap-kubeconfig=/etc/kubernetes/join.conf
",
    "\u{1e}kubeconfig-certificate-authority bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-certificate-authority good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-embedded-key bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-embedded-key good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-exec-plugin bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-exec-plugin good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-insecure-skip-tls-verify bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-insecure-skip-tls-verify good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-node-identity bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-node-identity good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-other-credentials bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
    client-certificate: /srv/keys/admin.crt
    client-key-data: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg==
",
    "\u{1e}kubeconfig-other-credentials good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-password bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-password good 0 Config\n",
    "\u{1f}good.yaml\n", r#"apiVersion: v1
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
"#,
    "\u{1e}kubeconfig-plain-http bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-plain-http good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-refused bad 0 Config\n",
    "\u{1f}bad-exec.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-refused good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}kubeconfig-system-masters bad 0 Config\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
    client-key: /srv/keys/admin.key
",
    "\u{1e}kubeconfig-system-masters good 0 Config\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
    client-key: /srv/keys/admin.key
",
    "\u{1e}kubelet-address bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: 127.0.0.1
",
    "\u{1e}kubelet-address bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --address=127.0.0.1
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-address good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: 0.0.0.0
",
    "\u{1e}kubelet-address good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --address=10.0.0.5
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-allowed-unsafe-sysctls bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
allowedUnsafeSysctls:
- net.*
",
    "\u{1e}kubelet-allowed-unsafe-sysctls bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --allowed-unsafe-sysctls=kernel.msg*,net.core.somaxconn
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-allowed-unsafe-sysctls good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
allowedUnsafeSysctls: []
",
    "\u{1e}kubelet-allowed-unsafe-sysctls good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-anonymous-auth bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: true
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
",
    "\u{1e}kubelet-anonymous-auth bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --client-ca-file=/etc/kubernetes/pki/ca.crt
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-anonymous-auth bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
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
"#,
    "\u{1e}kubelet-anonymous-auth good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
",
    "\u{1e}kubelet-anonymous-auth good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --anonymous-auth=false
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-anonymous-auth good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: anonymous-auth
      value: "false"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    # The argument above wins.
    enabled: true
"#,
    "\u{1e}kubelet-authorization-mode bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: AlwaysAllow
",
    "\u{1e}kubelet-authorization-mode bad 0 command line\n",
    "\u{1f}bad-case.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --authorization-mode=webhook
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-authorization-mode bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    authorization-mode: "AlwaysAllow"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-authorization-mode good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: Webhook
",
    "\u{1e}kubelet-authorization-mode good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --authorization-mode=Webhook
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-authorization-mode good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    v: "2"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-client-ca-file bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
",
    "\u{1e}kubelet-client-ca-file bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-client-ca-file bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: client-ca-file
      value: ""
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-client-ca-file good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
",
    "\u{1e}kubelet-client-ca-file good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --client-ca-file=/etc/kubernetes/pki/ca.crt
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-client-ca-file good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
certificatesDir: /etc/pki/cluster
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
",
    "\u{1e}kubelet-companion-missing bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
systemCgroups: /system.slice
",
    "\u{1e}kubelet-companion-missing bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --exit-on-lock-contention
Restart=always
",
    "\u{1e}kubelet-companion-missing good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
systemCgroups: /system.slice
cgroupRoot: /
enableSystemLogQuery: true
",
    "\u{1e}kubelet-companion-missing good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --exit-on-lock-contention \
  --lock-file=/var/run/lock/kubelet.lock
Restart=always
",
    "\u{1e}kubelet-config-file-not-given bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-config-file-not-given good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
",
    "\u{1e}kubelet-config-file-not-given good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --anonymous-auth=false
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-container-log-size bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
containerLogMaxSize: "-1"
"#,
    "\u{1e}kubelet-container-log-size bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --container-log-max-size=-1Mi
Restart=always
",
    "\u{1e}kubelet-container-log-size good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
containerLogMaxSize: 50Mi
",
    "\u{1e}kubelet-container-runtime-endpoint bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --container-runtime-endpoint=
Restart=always
",
    "\u{1e}kubelet-container-runtime-endpoint good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
containerRuntimeEndpoint: ""
"#,
    "\u{1e}kubelet-container-runtime-endpoint good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --container-runtime-endpoint=unix:///run/crio/crio.sock
Restart=always
",
    "\u{1e}kubelet-controller-attach-detach bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableControllerAttachDetach: false
",
    "\u{1e}kubelet-controller-attach-detach bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --enable-controller-attach-detach=false
Restart=always
",
    "\u{1e}kubelet-controller-attach-detach good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableControllerAttachDetach: true
",
    "\u{1e}kubelet-cpu-reservation bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cpuManagerPolicy: static
systemReserved:
  memory: 500Mi
",
    "\u{1e}kubelet-cpu-reservation bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cpu-manager-policy=static \
  --kube-reserved=cpu=0,memory=1Gi
Restart=always
",
    "\u{1e}kubelet-cpu-reservation good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cpuManagerPolicy: static
systemReserved:
  cpu: 500m
",
    "\u{1e}kubelet-cpu-reservation good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cpu-manager-policy=static \
  --reserved-cpus=0
Restart=always
",
    "\u{1e}kubelet-debug-flags-handler bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableDebugFlagsHandler: true
",
    "\u{1e}kubelet-debug-flags-handler good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableDebugFlagsHandler: false
",
    "\u{1e}kubelet-enable-server bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableServer: false
",
    "\u{1e}kubelet-enable-server bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --enable-server=false
Restart=always
",
    "\u{1e}kubelet-enable-server good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableServer: true
",
    "\u{1e}kubelet-enforce-node-allocatable bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cgroupsPerQOS: false
",
    "\u{1e}kubelet-enforce-node-allocatable bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cgroups-per-qos=false
Restart=always
",
    "\u{1e}kubelet-enforce-node-allocatable good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enforceNodeAllocatable: [pods, system-reserved, kube-reserved]
systemReservedCgroup: /system.slice
kubeReservedCgroup: /kube.slice
",
    "\u{1e}kubelet-enforce-node-allocatable good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cgroups-per-qos=false \
  --enforce-node-allocatable=
Restart=always
",
    "\u{1e}kubelet-event-record-qps bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 0
",
    "\u{1e}kubelet-event-record-qps bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --event-qps=0
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-event-record-qps good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
eventRecordQPS: 5
",
    "\u{1e}kubelet-event-record-qps good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --event-qps=50
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-eviction-off bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 100Mi
  nodefs.available: "0%"
  nodefs.inodesFree: "0%"
  imagefs.available: "15%"
  imagefs.inodesFree: "100%"
"#,
    "\u{1e}kubelet-eviction-off bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  '--eviction-hard=memory.available<0%'
Restart=always
",
    "\u{1e}kubelet-eviction-off good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 100Mi
  nodefs.available: "10%"
  nodefs.inodesFree: "5%"
  imagefs.available: "15%"
  imagefs.inodesFree: "5%"
"#,
    "\u{1e}kubelet-eviction-off good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  '--eviction-hard=memory.available<100Mi,nodefs.available<10%%,nodefs.inodesFree<5%%,imagefs.available<15%%,imagefs.inodesFree<5%%'
Restart=always
",
    "\u{1e}kubelet-eviction-partial bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 200Mi
",
    "\u{1e}kubelet-eviction-partial good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
mergeDefaultEvictionSettings: true
evictionHard:
  memory.available: 200Mi
",
    "\u{1e}kubelet-eviction-thresholds bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
evictionHard:
  memory.available: 100MB
  nodefs.available: 10%
",
    "\u{1e}kubelet-eviction-thresholds bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --eviction-soft=memory.available<500Mi \
  --eviction-hard=nodefs.available<5%%
Restart=always
",
    "\u{1e}kubelet-eviction-thresholds good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
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
",
    "\u{1e}kubelet-eviction-thresholds good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --eviction-soft=memory.available<500Mi,nodefs.available<10%% \
  --eviction-soft-grace-period=memory.available=90s,nodefs.available=2m
Restart=always
",
    "\u{1e}kubelet-fail-swap-on bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
failSwapOn: false
memorySwap:
  swapBehavior: LimitedSwap
",
    "\u{1e}kubelet-fail-swap-on bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --fail-swap-on=false
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-fail-swap-on good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
failSwapOn: true
",
    "\u{1e}kubelet-fail-swap-on good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --fail-swap-on
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-feature-gate-all-alpha bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  AllAlpha: true
",
    "\u{1e}kubelet-feature-gate-all-alpha bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --feature-gates=AllAlpha=true,NodeSwap=true
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-feature-gate-all-alpha good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  NodeSwap: true
",
    "\u{1e}kubelet-feature-gate-all-alpha good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --feature-gates=AllAlpha=false
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-flag-overrides-config bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: max-pods
      value: "250"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxPods: 110
"#,
    "\u{1e}kubelet-flag-overrides-config good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: node-ip
      value: "10.0.0.5"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxPods: 110
"#,
    "\u{1e}kubelet-gated-setting bad 29 KubeletConfiguration\n",
    "\u{1f}bad@1.29.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
memorySwap:
  swapBehavior: LimitedSwap
",
    "\u{1e}kubelet-gated-setting bad 35 command line\n",
    "\u{1f}bad-quota@1.35.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cpu-cfs-quota-period=50ms
Restart=always
",
    "\u{1e}kubelet-gated-setting good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cpuCFSQuotaPeriod: 50ms
crashLoopBackOff:
  maxContainerRestartPeriod: 60s
imagePullCredentialsVerificationPolicy: AlwaysVerify
",
    "\u{1e}kubelet-healthz-bind-address bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
healthzBindAddress: 0.0.0.0
healthzPort: 10248
",
    "\u{1e}kubelet-healthz-bind-address bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --healthz-bind-address=0.0.0.0
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-healthz-bind-address good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
healthzBindAddress: "::1"
"#,
    "\u{1e}kubelet-healthz-bind-address good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --healthz-bind-address=127.0.0.1
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-hostname-override bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --hostname-override=worker-1
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-hostname-override good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-image-gc bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imageGCHighThresholdPercent: 80
imageGCLowThresholdPercent: 80
",
    "\u{1e}kubelet-image-gc bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --image-gc-high-threshold=70
Restart=always
",
    "\u{1e}kubelet-image-gc good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imageGCHighThresholdPercent: 81
imageGCLowThresholdPercent: 80
imageMaximumGCAge: 0s
",
    "\u{1e}kubelet-image-gc good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --image-gc-high-threshold=70 \
  --image-gc-low-threshold=60
Restart=always
",
    "\u{1e}kubelet-image-gc-off bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imageGCHighThresholdPercent: 100
",
    "\u{1e}kubelet-image-gc-off bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --image-gc-high-threshold=100
Restart=always
",
    "\u{1e}kubelet-image-gc-off good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imageGCHighThresholdPercent: 90
",
    "\u{1e}kubelet-image-pull-allowlist bad 0 KubeletConfiguration\n",
    "\u{1f}bad-default-policy.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
preloadedImagesVerificationAllowlist:
- registry.example.com/tools
",
    "\u{1e}kubelet-image-pull-allowlist good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imagePullCredentialsVerificationPolicy: NeverVerifyAllowlistedImages
preloadedImagesVerificationAllowlist:
- registry.example.com/tools
",
    "\u{1e}kubelet-image-pull-credentials bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imagePullCredentialsVerificationPolicy: NeverVerify
",
    "\u{1e}kubelet-image-pull-credentials good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
imagePullCredentialsVerificationPolicy: NeverVerifyAllowlistedImages
preloadedImagesVerificationAllowlist:
- registry.example.com/tools
",
    "\u{1e}kubelet-kube-api-qps bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
kubeAPIQPS: 0 # as fast as it can
",
    "\u{1e}kubelet-kube-api-qps bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --kube-api-qps=0
Restart=always
",
    "\u{1e}kubelet-kube-api-qps good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
kubeAPIQPS: 20
",
    "\u{1e}kubelet-kube-reserved bad 0 KubeletConfiguration\n",
    "\u{1f}bad-empty.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
kubeReserved: {}
",
    "\u{1e}kubelet-kube-reserved bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-kube-reserved good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
kubeReserved:
  cpu: 100m
  memory: 500Mi
",
    "\u{1e}kubelet-kube-reserved good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --kube-reserved=cpu=100m,memory=500Mi
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-legacy-defaults bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-legacy-defaults good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
",
    "\u{1e}kubelet-legacy-defaults good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-local-storage-isolation bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
localStorageCapacityIsolation: false
",
    "\u{1e}kubelet-local-storage-isolation bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --local-storage-capacity-isolation=false
Restart=always
",
    "\u{1e}kubelet-local-storage-isolation good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
localStorageCapacityIsolation: true
",
    "\u{1e}kubelet-log-verbosity bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
logging:
  verbosity: 10
",
    "\u{1e}kubelet-log-verbosity bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --v=8
Restart=always
",
    "\u{1e}kubelet-log-verbosity good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
logging:
  verbosity: 3
",
    "\u{1e}kubelet-make-iptables-util-chains bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
makeIPTablesUtilChains: false
",
    "\u{1e}kubelet-make-iptables-util-chains bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --make-iptables-util-chains=false
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-make-iptables-util-chains good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
makeIPTablesUtilChains: true
",
    "\u{1e}kubelet-make-iptables-util-chains good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --make-iptables-util-chains=true
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-no-config-file bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --anonymous-auth=false \
  --max-pods=50
",
    "\u{1e}kubelet-no-config-file good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --max-pods=50
",
    "\u{1e}kubelet-node-labels bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --node-labels=zone=a,node-role.kubernetes.io/worker=
Restart=always
",
    "\u{1e}kubelet-node-labels good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxPods: 110
",
    "\u{1e}kubelet-node-labels good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --node-labels=node.kubernetes.io/role=worker,kubelet.kubernetes.io/a=b,pool.node.kubernetes.io/a=b,topology.kubernetes.io/zone=z,example.com/team=a,mykubernetes.io/x=y
Restart=always
",
    "\u{1e}kubelet-oom-score-adj bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
oomScoreAdj: 0
",
    "\u{1e}kubelet-oom-score-adj bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --oom-score-adj=-500
Restart=always
",
    "\u{1e}kubelet-oom-score-adj good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
oomScoreAdj: -999
",
    "\u{1e}kubelet-parallel-image-pulls bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serializeImagePulls: true
maxParallelImagePulls: 4
",
    "\u{1e}kubelet-parallel-image-pulls good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
maxParallelImagePulls: 4
",
    "\u{1e}kubelet-path-in-tmp bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /tmp/manifests
volumePluginDir: /var/tmp/plugins
",
    "\u{1e}kubelet-path-in-tmp bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cert-dir=/tmp/pki \
  --root-dir=/dev/shm/kubelet
Restart=always
",
    "\u{1e}kubelet-path-in-tmp good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
volumePluginDir: /tmpfs/plugins
",
    "\u{1e}kubelet-path-in-tmp good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --cert-dir=/var/lib/kubelet/pki
Restart=always
",
    "\u{1e}kubelet-pod-pids-limit bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
podPidsLimit: -1
",
    "\u{1e}kubelet-pod-pids-limit bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --pod-max-pids=-1
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-pod-pids-limit good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
podPidsLimit: 1024
",
    "\u{1e}kubelet-pod-pids-limit good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --pod-max-pids=4096
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-profiling-handler bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableProfilingHandler: true
",
    "\u{1e}kubelet-profiling-handler bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-profiling-handler good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableProfilingHandler: false
",
    "\u{1e}kubelet-protect-kernel-defaults bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
protectKernelDefaults: false
",
    "\u{1e}kubelet-protect-kernel-defaults bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-protect-kernel-defaults bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: v
      value: "2"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-protect-kernel-defaults good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
protectKernelDefaults: true
",
    "\u{1e}kubelet-protect-kernel-defaults good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --protect-kernel-defaults
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-protect-kernel-defaults good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: protect-kernel-defaults
      value: "true"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-read-only-port bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 10255
",
    "\u{1e}kubelet-read-only-port bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --read-only-port=10255
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-read-only-port bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: read-only-port
      value: "10255"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
"#,
    "\u{1e}kubelet-read-only-port good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
",
    "\u{1e}kubelet-read-only-port good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --read-only-port=0
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-read-only-port good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: read-only-port
      value: "0"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-rotate-certificates bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: false
",
    "\u{1e}kubelet-rotate-certificates bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-rotate-certificates bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: rotate-certificates
      value: "false"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-rotate-certificates good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: true
",
    "\u{1e}kubelet-rotate-certificates good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --rotate-certificates
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-rotate-certificates good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r"# kubeadm turns rotation on.
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
",
    "\u{1e}kubelet-rotate-server-certificate-gate bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  RotateKubeletServerCertificate: false
",
    "\u{1e}kubelet-rotate-server-certificate-gate bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --feature-gates=NodeSwap=true,RotateKubeletServerCertificate=false
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-rotate-server-certificate-gate good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  RotateKubeletServerCertificate: true
",
    "\u{1e}kubelet-rotate-server-certificate-gate good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --feature-gates=RotateKubeletServerCertificate=true
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-run-once bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
runOnce: true
",
    "\u{1e}kubelet-run-once bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --runonce
Restart=always
",
    "\u{1e}kubelet-run-once good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
runOnce: false
",
    "\u{1e}kubelet-run-once good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --runonce=false
Restart=always
",
    "\u{1e}kubelet-seccomp-default bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
seccompDefault: false
",
    "\u{1e}kubelet-seccomp-default bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-seccomp-default good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
seccompDefault: true
",
    "\u{1e}kubelet-seccomp-default good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --seccomp-default
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-shutdown-grace-period bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
shutdownGracePeriod: 20s
shutdownGracePeriodCriticalPods: 30s
",
    "\u{1e}kubelet-shutdown-grace-period good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
shutdownGracePeriod: 30s
shutdownGracePeriodCriticalPods: 10s
shutdownGracePeriodByPodPriority: []
",
    "\u{1e}kubelet-standalone-webhook bad 0 command line\n",
    "\u{1f}bad-flags.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --authentication-token-webhook=true \
  --pod-manifest-path=/etc/kubernetes/manifests
Restart=always
",
    "\u{1e}kubelet-standalone-webhook bad 0 several files\n",
    "\u{1f}kubelet.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/etc/kubelet.yaml
Restart=always
",
    "\u{1f}kubelet.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
",
    "\u{1e}kubelet-standalone-webhook good 0 several files\n",
    "\u{1f}kubelet.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/etc/kubelet.yaml
Restart=always
",
    "\u{1f}kubelet.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
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
",
    "\u{1e}kubelet-static-pod-path bad 0 several files\n",
    "\u{1f}config.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
",
    "\u{1f}kubelet.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --node-labels=node.kubernetes.io/role=worker
Restart=always
",
    "\u{1e}kubelet-static-pod-path good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
",
    "\u{1e}kubelet-static-pod-path good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --pod-manifest-path=/etc/kubernetes/manifests \
  --node-labels=node.kubernetes.io/zone=a
Restart=always
",
    "\u{1e}kubelet-static-pod-url bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodURL: http://10.0.0.9:8080/pods
",
    "\u{1e}kubelet-static-pod-url bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --manifest-url=http://images.example.com/node.yaml
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-static-pod-url good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodURL: https://images.example.com/node.yaml
",
    "\u{1e}kubelet-static-pod-url good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --manifest-url=https://images.example.com/node.yaml
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-static-pod-url-header bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --manifest-url=https://pods.example.com/node \
  --manifest-url-header=Authorization:example
Restart=always
",
    "\u{1e}kubelet-static-pod-url-header good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodURL: https://pods.example.com/node
staticPodURLHeader:
  Authorization: ["example"]
"#,
    "\u{1e}kubelet-static-pod-url-header good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --manifest-url=https://pods.example.com/node \
  --manifest-url-header=Accept:text/yaml
Restart=always
",
    "\u{1e}kubelet-streaming-idle-timeout bad 33 command line\n",
    "\u{1f}bad@1.33.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --streaming-connection-idle-timeout=0
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-streaming-idle-timeout bad 33 kubeadm configuration\n",
    "\u{1f}bad-kubeadm@1.33.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    streaming-connection-idle-timeout: "0s"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-streaming-idle-timeout good 33 KubeletConfiguration\n",
    "\u{1f}good@1.33.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
streamingConnectionIdleTimeout: 5m0s
",
    "\u{1e}kubelet-streaming-idle-timeout good 33 command line\n",
    "\u{1f}good@1.33.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --streaming-connection-idle-timeout=5m
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-streaming-idle-timeout good 33 kubeadm configuration\n",
    "\u{1f}good-kubeadm@1.33.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    streaming-connection-idle-timeout: "5m"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-system-log-query bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableSystemLogHandler: true
enableSystemLogQuery: true
featureGates:
  NodeLogQuery: true
",
    "\u{1e}kubelet-system-log-query good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
enableSystemLogQuery: false
",
    "\u{1e}kubelet-system-reserved bad 0 KubeletConfiguration\n",
    "\u{1f}bad-empty.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
systemReserved: {}
",
    "\u{1e}kubelet-system-reserved bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-system-reserved good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
systemReserved:
  cpu: 100m
  memory: 500Mi
",
    "\u{1e}kubelet-system-reserved good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --system-reserved=cpu=100m,memory=500Mi
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-systemd-ip-address-deny bad 0 command line\n",
    "\u{1f}bad-no-deny.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
IPAddressAllow=192.0.2.0/24
",
    "\u{1e}kubelet-systemd-ip-address-deny good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
IPAddressDeny=any
IPAddressAllow=localhost 192.0.2.0/24 10.244.0.0/16
",
    "\u{1e}kubelet-tls-cipher-suites bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites:
- TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
- TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
",
    "\u{1e}kubelet-tls-cipher-suites bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-tls-cipher-suites bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: tls-cipher-suites
      value: "TLS_RSA_WITH_RC4_128_SHA"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-tls-cipher-suites good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites:
- TLS_AES_128_GCM_SHA256
- TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
- TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
",
    "\u{1e}kubelet-tls-cipher-suites good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-tls-cipher-suites good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: tls-cipher-suites
      value: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-tls-min-version bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsMinVersion: VersionTLS11
",
    "\u{1e}kubelet-tls-min-version bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-min-version=VersionTLS10
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-tls-min-version good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsMinVersion: VersionTLS12
",
    "\u{1e}kubelet-tls-min-version good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-min-version=VersionTLS13
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-tls-serving-cert bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: false
",
    "\u{1e}kubelet-tls-serving-cert bad 0 command line\n",
    "\u{1f}bad-half.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-cert-file=/var/lib/kubelet/pki/kubelet.crt
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-tls-serving-cert good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCertFile: /var/lib/kubelet/pki/kubelet.pem
tlsPrivateKeyFile: /var/lib/kubelet/pki/kubelet.pem
",
    "\u{1e}kubelet-tls-serving-cert good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --tls-cert-file=/var/lib/kubelet/pki/kubelet.crt \
  --tls-private-key-file=/var/lib/kubelet/pki/kubelet.key
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-tracing-endpoint bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tracing:
  endpoint: collector.example.com:4317
  samplingRatePerMillion: 100
",
    "\u{1e}kubelet-tracing-endpoint good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tracing:
  endpoint: 127.0.0.1:4317
  samplingRatePerMillion: 100
",
    "\u{1e}kubelet-unit-mount-namespace bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
PrivateTmp=true
ProtectSystem=full
",
    "\u{1e}kubelet-unit-mount-namespace good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
PrivateTmp=no
MountFlags=shared
ProtectClock=yes
",
    "\u{1e}kubelet-unit-user bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
User=kube
Restart=always
",
    "\u{1e}kubelet-unit-user good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
User=root
Restart=always
",
    "\u{1e}kubelet-webhook-cache-ttl bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  webhook:
    enabled: true
    cacheTTL: 12h
authorization:
  mode: Webhook
  webhook:
    cacheAuthorizedTTL: "1h"
"#,
    "\u{1e}kubelet-webhook-cache-ttl bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --config=/var/lib/kubelet/config.yaml \
  --authorization-mode=Webhook \
  --authorization-webhook-cache-authorized-ttl=24h
Restart=always
",
    "\u{1e}kubelet-webhook-cache-ttl good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  webhook:
    cacheTTL: 0s
authorization:
  webhook:
    cacheAuthorizedTTL: 10m
",
    "\u{1e}kubelet-webhook-token-auth bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  webhook:
    enabled: false
",
    "\u{1e}kubelet-webhook-token-auth bad 0 command line\n",
    "\u{1f}bad-default.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --anonymous-auth=false \
  --authorization-mode=Webhook \
  --client-ca-file=/etc/kubernetes/pki/ca.crt
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-webhook-token-auth bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: authentication-token-webhook
      value: "false"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}kubelet-webhook-token-auth good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  webhook:
    enabled: true
    cacheTTL: 2m0s
",
    "\u{1e}kubelet-webhook-token-auth good 0 command line\n",
    "\u{1f}good.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --authentication-token-webhook=true
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-webhook-token-auth good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: v
      value: "2"
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
"#,
    "\u{1e}lost-continuation bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --kubeconfig=/etc/kubernetes/kubelet.conf
  --anonymous-auth=false \
  --authorization-mode=Webhook
Restart=always
",
    "\u{1e}lost-continuation good 0 command line\n",
    "\u{1f}good-comment-inside.service\n", r"[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
# --anonymous-auth=true
; --read-only-port=10255
  --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
",
    "\u{1e}namespace-pod-security-label bad 0 Namespace\n",
    "\u{1f}bad-key.yaml\n", r#"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/warnversion: latest
    pod-security.kubernetes.io/exempt: "true"
"#,
    "\u{1e}namespace-pod-security-label good 0 Namespace\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: v1.36
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/audit-version: latest
",
    "\u{1e}namespace-pod-security-missing bad 0 Namespace\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
",
    "\u{1e}namespace-pod-security-missing bad 0 YAML\n",
    "\u{1f}bad.json\n", r#"{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "apps"}}
"#,
    "\u{1e}namespace-pod-security-missing good 0 Namespace\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
",
    "\u{1e}namespace-pod-security-privileged bad 0 Namespace\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: privileged # for the agent
    pod-security.kubernetes.io/warn: baseline
",
    "\u{1e}namespace-pod-security-privileged good 0 Namespace\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: restricted
",
    "\u{1e}namespace-pod-security-version bad 0 Namespace\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: v1.25
",
    "\u{1e}namespace-pod-security-version good 0 Namespace\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: latest
",
    "\u{1e}newer-flag bad 31 Pod\n",
    "\u{1f}bad@1.31.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}newer-flag bad 30 command line\n",
    "\u{1f}bad@1.30.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --fail-cgroupv1=true
",
    "\u{1e}newer-flag good 32 Pod\n",
    "\u{1f}good@1.32.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}newer-flag good 31 command line\n",
    "\u{1f}good@1.31.service\n", r"[Unit]
Description=kubelet

[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --kubeconfig=/etc/kubernetes/kubelet.conf \
  --fail-cgroupv1=true
",
    "\u{1e}object-api-version bad 28 AuthorizationConfiguration\n",
    "\u{1f}bad-early@1.28.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthorizationConfiguration
authorizers:
- {type: Node, name: node}
- {type: RBAC, name: rbac}
",
    "\u{1e}object-api-version bad 24 PodSecurityConfiguration\n",
    "\u{1f}bad@1.24.yaml\n", r"apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults: {enforce: restricted, enforce-version: latest}
",
    "\u{1e}object-api-version bad 0 Policy\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: audit.k8s.io/v1beta1 # from an old tutorial
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
"#,
    "\u{1e}object-api-version bad 33 YAML\n",
    "\u{1f}bad@1.33.json\n", r#"{"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AuthenticationConfiguration",
  "anonymous": {"enabled": true, "conditions": [{"path": "/livez"}]}}
"#,
    "\u{1e}object-api-version good 33 AuthenticationConfiguration\n",
    "\u{1f}good@1.33.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthenticationConfiguration
anonymous: {enabled: true, conditions: [{path: /livez}]}
---
apiVersion: apiserver.config.k8s.io/v1
kind: AuthorizationConfiguration
authorizers:
- {type: Node, name: node}
- {type: RBAC, name: rbac}
",
    "\u{1e}object-api-version good 0 EncryptionConfig\n",
    "\u{1f}good.yaml\n", r#"apiVersion: v1
kind: EncryptionConfig
resources:
- resources: [secrets]
  providers:
  - kms: {apiVersion: v2, name: vault, endpoint: "unix:///run/kms/vault.sock"}
---
apiVersion: pod-security.admission.config.k8s.io/v1beta1
kind: PodSecurityConfiguration
defaults: {enforce: restricted, enforce-version: latest}
"#,
    "\u{1e}object-unknown-field bad 33 AuthorizationConfiguration\n",
    "\u{1f}bad-newer@1.33.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}object-unknown-field bad 0 EncryptionConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: apiserver.config.k8s.io/v1
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
"#,
    "\u{1e}object-unknown-field bad 0 Policy\n",
    "\u{1f}bad-lenient.yaml\n", r"apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: None
  userGroup: [system:nodes] # without it the rule is about everybody
  verb: [get, list, watch]
- level: Metadata
",
    "\u{1e}object-unknown-field bad 0 YAML\n",
    "\u{1f}bad.json\n", r#"{"apiVersion": "pod-security.admission.config.k8s.io/v1", "kind": "PodSecurityConfiguration",
  "defaults": {"enforce": "restricted", "enforceVersion": "latest"},
  "exemptions": {"usernames": [], "runtimeclasses": [], "namespaces": []}}
"#,
    "\u{1e}object-unknown-field good 0 AuthorizationConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}object-unknown-field good 30 Policy\n",
    "\u{1f}good@1.30.yaml\n", r#"apiVersion: audit.k8s.io/v1
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
"#,
    "\u{1e}open-quote bad 0 command line\n",
    "\u{1f}bad.conf\n", r#"[Service]
Environment="KUBELET_EXTRA_ARGS=--read-only-port=0
ExecStart=
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml $KUBELET_EXTRA_ARGS
"#,
    "\u{1e}open-quote good 0 command line\n",
    "\u{1f}good.conf\n", r#"[Service]
Environment="KUBELET_EXTRA_ARGS=--read-only-port=0"
ExecStart=
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml $KUBELET_EXTRA_ARGS
"#,
    "\u{1e}pod-security-defaults bad 0 AdmissionConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
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
",
    "\u{1e}pod-security-defaults bad 0 PodSecurityConfiguration\n",
    "\u{1f}bad-absent.yaml\n", r"apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults:
  warn: restricted
",
    "\u{1e}pod-security-defaults bad 0 YAML\n",
    "\u{1f}bad.json\n", r#"{"apiVersion": "pod-security.admission.config.k8s.io/v1", "kind": "PodSecurityConfiguration", "exemptions": {}}
"#,
    "\u{1e}pod-security-defaults good 0 AdmissionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline, enforce-version: v1.36, audit: restricted}
    exemptions: {namespaces: [kube-system]}
",
    "\u{1e}pod-security-exemptions bad 0 PodSecurityConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: pod-security.admission.config.k8s.io/v1
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
"#,
    "\u{1e}pod-security-exemptions good 0 PodSecurityConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: pod-security.admission.config.k8s.io/v1
kind: PodSecurityConfiguration
defaults: {enforce: restricted}
exemptions:
  usernames: []
  namespaces: [kube-system, storage]
  runtimeClasses: []
",
    "\u{1e}pod-security-refused bad 0 PodSecurityConfiguration\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: pod-security.admission.config.k8s.io/v1
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
"#,
    "\u{1e}pod-security-refused good 0 AdmissionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline, enforce-version: v1.36, audit: restricted}
    exemptions: {namespaces: [kube-system]}
",
    "\u{1e}rbac-aggregate-to-view bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, patch]
"#,
    "\u{1e}rbac-aggregate-to-view good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
- apiGroups: [example.com]
  resources: [widgets]
  verbs: [get, list, watch]
"#,
    "\u{1e}rbac-anonymous-binding bad 0 ClusterRoleBinding\n",
    "\u{1f}bad.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-anonymous-binding bad 0 RoleBinding\n",
    "\u{1f}bad-own-role.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-anonymous-binding good 0 ClusterRoleBinding\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-anonymous-binding good 0 RoleBinding\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: given
  namespace: kube-public
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: kubeadm:bootstrap-signer-clusterinfo
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: system:anonymous
",
    "\u{1e}rbac-certificate-approval bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-certificate-approval good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-cluster-admin-binding bad 0 ClusterRoleBinding\n",
    "\u{1f}bad.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-cluster-admin-binding bad 0 RoleBinding\n",
    "\u{1f}bad-one-namespace.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-cluster-admin-binding good 0 ClusterRoleBinding\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-create-pods bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: ["", apps]
  resources: [pods, deployments]
  verbs: [get, create]
"#,
    "\u{1e}rbac-create-pods good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch, delete]
"#,
    "\u{1e}rbac-default-service-account bad 0 ClusterRoleBinding\n",
    "\u{1f}bad-user.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-default-service-account bad 0 RoleBinding\n",
    "\u{1f}bad.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-default-service-account good 0 RoleBinding\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-escalation bad 0 ClusterRole\n",
    "\u{1f}bad-bind.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [rbac.authorization.k8s.io]
  resources: [roles, clusterroles]
  verbs: [bind, escalate]
",
    "\u{1e}rbac-escalation bad 0 Role\n",
    "\u{1f}bad-role.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: apps
rules:
- apiGroups: [rbac.authorization.k8s.io]
  resources: [roles, rolebindings]
  verbs: ["*"]
"#,
    "\u{1e}rbac-escalation good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [rbac.authorization.k8s.io]
  resources: [clusterroles]
  verbs: [bind]
  resourceNames: [view]
",
    "\u{1e}rbac-everyone-binding bad 0 ClusterRoleBinding\n",
    "\u{1f}bad.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-everyone-binding good 0 ClusterRoleBinding\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-node-proxy bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
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
"#,
    "\u{1e}rbac-node-proxy good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: ["nodes/metrics", "nodes/stats"]
  verbs: [get]
"#,
    "\u{1e}rbac-node-status bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [nodes, nodes/status]
  verbs: [get, patch]
"#,
    "\u{1e}rbac-node-status good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [nodes]
  verbs: [get, list, watch]
"#,
    "\u{1e}rbac-nodes-binding bad 0 ClusterRoleBinding\n",
    "\u{1f}bad.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-nodes-binding bad 0 RoleBinding\n",
    "\u{1f}bad-one.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-nodes-binding good 0 ClusterRoleBinding\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-nodes-binding good 0 RoleBinding\n",
    "\u{1f}good-kubeadm.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: given
  namespace: kube-system
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: kubeadm:kubelet-config
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: system:nodes
",
    "\u{1e}rbac-persistent-volumes bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [persistentvolumes]
  verbs: [get, create, delete]
"#,
    "\u{1e}rbac-persistent-volumes good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
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
"#,
    "\u{1e}rbac-pod-exec bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [pods/exec, pods/attach]
  verbs: [create]
"#,
    "\u{1e}rbac-pod-exec bad 0 Role\n",
    "\u{1f}bad-kube-system.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: kube-system
rules:
- apiGroups: [""]
  resources: [pods/ephemeralcontainers]
  verbs: [patch]
"#,
    "\u{1e}rbac-pod-exec good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [pods/exec]
  verbs: [get]
"#,
    "\u{1e}rbac-secrets bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [configmaps, secrets]
  verbs: [get, list, watch]
"#,
    "\u{1e}rbac-secrets bad 0 List\n",
    "\u{1f}bad-list.yaml\n", r#"apiVersion: v1
kind: List
items:
- apiVersion: rbac.authorization.k8s.io/v1
  kind: ClusterRole
  metadata: {name: reader}
  rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get]
"#,
    "\u{1e}rbac-secrets bad 0 Role\n",
    "\u{1f}bad-kube-system.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: kube-system
rules:
- apiGroups: [""]
  resources: [secrets]
  verbs: [list]
"#,
    "\u{1e}rbac-secrets good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [secrets]
  verbs: [get]
  resourceNames: [app-tls]
"#,
    "\u{1e}rbac-service-account-token bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [serviceaccounts/token]
  verbs: [create]
"#,
    "\u{1e}rbac-service-account-token bad 0 Role\n",
    "\u{1f}bad-role.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: apps
rules:
- apiGroups: [""]
  resources: [serviceaccounts/token]
  verbs: [create]
"#,
    "\u{1e}rbac-service-account-token good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: [serviceaccounts/token]
  verbs: [create]
  resourceNames: [builder]
"#,
    "\u{1e}rbac-webhook-configuration bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [admissionregistration.k8s.io]
  resources: [mutatingwebhookconfigurations, validatingwebhookconfigurations]
  verbs: [get, create, patch]
",
    "\u{1e}rbac-webhook-configuration good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
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
",
    "\u{1e}rbac-wildcard bad 0 ClusterRole\n",
    "\u{1f}bad-core.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [""]
  resources: ["*"]
  verbs: ["*"]
"#,
    "\u{1e}rbac-wildcard bad 0 Role\n",
    "\u{1f}bad-role.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: apps
rules:
- apiGroups: ["*"]
  resources: ["*"]
  verbs: ["*"]
"#,
    "\u{1e}rbac-wildcard good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r"apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: helper
rules:
- apiGroups: [apps]
  resources: [deployments, deployments/scale]
  verbs: [get, patch]
",
    "\u{1e}rbac-without-effect bad 0 ClusterRole\n",
    "\u{1f}bad.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
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
"#,
    "\u{1e}rbac-without-effect bad 0 Role\n",
    "\u{1f}bad-role.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: helper
  namespace: apps
rules:
- apiGroups: [""]
  resources: [nodes, pods]
  verbs: [get]
"#,
    "\u{1e}rbac-without-effect good 0 ClusterRole\n",
    "\u{1f}good.yaml\n", r#"apiVersion: rbac.authorization.k8s.io/v1
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
"#,
    "\u{1e}removed-flag bad 0 Pod\n",
    "\u{1f}bad-manifest.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}removed-flag bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet \
  --config=/var/lib/kubelet/config.yaml \
  --container-runtime=docker \
  --network-plugin=cni \
  --allow-privileged=true
",
    "\u{1e}removed-flag bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: insecure-port
    value: "0"
  - name: profiling
    value: "false"
"#,
    "\u{1e}removed-flag good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --container-runtime-endpoint=unix:///run/containerd/containerd.sock
",
    "\u{1e}removed-flag good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
"#,
    "\u{1e}repeated-flag bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}repeated-flag bad 0 command line\n",
    "\u{1f}bad-list.txt\n", r"/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --v=2 --v=4
",
    "\u{1e}repeated-flag bad 0 several files\n",
    "\u{1f}10-kubeadm.conf\n", r"[Service]
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --read-only-port=0 $KUBELET_EXTRA_ARGS
",
    "\u{1f}kubelet\n", r"KUBELET_EXTRA_ARGS=--read-only-port=10255 --v=2
",
    "\u{1e}repeated-flag good 0 Pod\n",
    "\u{1f}good.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}repeated-flag good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  --v=2 \
  --node-labels=a=b \
  --node-labels=c=d
Restart=always
",
    "\u{1e}second-exec-start bad 0 several files\n",
    "\u{1f}10-config.conf\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml
",
    "\u{1f}kubelet.service\n", r"[Unit]
Description=kubelet
[Service]
ExecStart=/usr/bin/kubelet
",
    "\u{1e}second-exec-start good 0 several files\n",
    "\u{1f}10-config.conf\n", r"[Service]
ExecStart=
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml
",
    "\u{1f}kubelet.service\n", r"[Unit]
Description=kubelet
[Service]
ExecStart=/usr/bin/kubelet
",
    "\u{1e}stray-word bad 0 Pod\n",
    "\u{1f}bad-manifest.yaml\n", r#"apiVersion: v1
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
"#,
    "\u{1e}stray-word bad 0 command line\n",
    "\u{1f}bad-dash.service\n", "[Service]\nExecStart=/usr/bin/kubelet –anonymous-auth=false -read-only-port=0\n",
    "\u{1e}stray-word good 0 command line\n",
    "\u{1f}good.service\n", r#"[Service]
ExecStart=/usr/bin/kubelet --v 2 -v=3 --config /var/lib/kubelet/config.yaml --node-labels "a=b,c=d"
"#,
    "\u{1e}suppression-unused bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
# plimsoll: ignore kubelet-read-only-port the old agent needs it
readOnlyPort: 0
rotateCertificates: true
",
    "\u{1e}suppression-unused bad 0 command line\n",
    "\u{1f}bad-mistyped.service\n", r"[Service]
# plimsoll: ignore kubelet-anonymous-aut lab machine
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --anonymous-auth=true
",
    "\u{1e}suppression-unused good 0 KubeletConfiguration\n",
    "\u{1f}good.json\n", r#"{
  "apiVersion": "kubelet.config.k8s.io/v1beta1",
  "kind": "KubeletConfiguration",
  "readOnlyPort": 10255
}
"#,
    "\u{1e}suppression-unused good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
; plimsoll: ignore kubelet-anonymous-auth lab machine, wiped every night
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml \
  --anonymous-auth=true
",
    "\u{1e}suppression-without-reason bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 10255 # plimsoll: ignore kubelet-read-only-port
",
    "\u{1e}suppression-without-reason bad 0 command line\n",
    "\u{1f}bad-file.service\n", r"# plimsoll: ignore-file kubelet-anonymous-auth
[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --anonymous-auth=true
",
    "\u{1e}suppression-without-reason good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 10255 # plimsoll: ignore kubelet-read-only-port an old agent needs it until March
",
    "\u{1e}unit-path-in-tmp bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
EnvironmentFile=-/tmp/kubelet.env
ExecStartPre=-/var/tmp/prepare.sh --all
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
",
    "\u{1e}unit-path-in-tmp good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
EnvironmentFile=-/etc/default/kubelet
ExecStartPre=/usr/bin/mkdir -p /tmp/work
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
",
    "\u{1e}unit-restart bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=no
",
    "\u{1e}unit-restart good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=no
Restart=on-failure
",
    "\u{1e}unit-secret-in-environment bad 0 command line\n",
    "\u{1f}bad.service\n", r#"[Service]
Environment="AWS_SECRET_ACCESS_KEY=example" "HTTP_PROXY=http://proxy.example.com"
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
"#,
    "\u{1e}unit-secret-in-environment good 0 command line\n",
    "\u{1f}good.service\n", r#"[Service]
Environment="VAULT_TOKEN_FILE=/etc/kubernetes/token" "GITHUB_TOKEN=/run/token" "TOKENS=4"
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
Restart=always
"#,
    "\u{1e}unknown-flag bad 0 Pod\n",
    "\u{1f}bad-spelling.yaml\n", r"apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --authorisation-mode=Node,RBAC
",
    "\u{1e}unknown-flag bad 0 command line\n",
    "\u{1f}bad-audit.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml \
  --audit-log-path=/var/log/kubelet-audit.log \
  --audit-policy-file=/etc/kubernetes/audit-policy.yaml
",
    "\u{1e}unknown-flag bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: profiling
    value: "false"
  - name: anonymus-auth
    value: "false"
"#,
    "\u{1e}unknown-flag good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: example
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: "false"
"#,
    "\u{1e}value-unknown bad 0 Pod\n",
    "\u{1f}bad.yaml\n", r"apiVersion: v1
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
",
    "\u{1e}value-unknown bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/c.yaml --anonymous-auth=<true|false>
",
    "\u{1e}value-unknown bad 0 kubeadm configuration\n",
    "\u{1f}bad-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    authorization-mode: "${AUTHORIZATION_MODE}"
"#,
    "\u{1e}value-unknown good 0 kubeadm configuration\n",
    "\u{1f}good-kubeadm.yaml\n", r#"apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    authorization-mode: "Node,RBAC"
"#,
    "\u{1e}variable-unresolved bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
EnvironmentFile=-/etc/default/kubelet
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml $KUBELET_EXTRA_ARGS
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}variable-unresolved good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
staticPodPath: /etc/kubernetes/manifests
",
    "\u{1e}variable-unresolved good 0 command line\n",
    "\u{1f}good.service\n", r#"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
Environment="KUBELET_EXTRA_ARGS=--node-ip=10.0.0.5"
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml $KUBELET_EXTRA_ARGS
Restart=always

[Install]
WantedBy=multi-user.target
"#,
    "\u{1e}variable-unused bad 0 several files\n",
    "\u{1f}10-kubeadm.conf\n", r#"[Service]
Environment="KUBELET_AUTHZ_ARGS=--authorization-mode=Webhook"
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf $KUBELET_ARGS
"#,
    "\u{1f}kubelet\n", r"KUBELET_ARGS=--config=/var/lib/kubelet/config.yaml
KUBELET_EXTRA_ARGS=--anonymous-auth=false
",
    "\u{1e}variable-unused good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
Environment=KUBELET_ARGS=--v=2 KUBELET_EXTRA_ARGS=--v=2 KUBELET_NAME=node KUBE_MASTER=--master=x
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf \
  $KUBELET_ARGS ${KUBELET_EXTRA_ARGS}
Restart=always
",
    "\u{1e}wrapper-not-read bad 0 command line\n",
    "\u{1f}bad.service\n", r"[Unit]
Description=kubelet
[Service]
ExecStart=/opt/bin/start-kubelet.sh --node
",
    "\u{1e}wrapper-not-read good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/lib/coreos/kubelet-wrapper --config=/c.yaml --kubeconfig=/k
",
    "\u{1e}yaml-hidden-line-break bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n# closed by the installer\u{2028}readOnlyPort: 10255\n",
    "\u{1e}yaml-hidden-line-break bad 0 Pod\n",
    "\u{1f}bad-manifest.yaml\n", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: kube-apiserver\n    command:\n    - kube-apiserver\n    # anonymous access is off\u{85}    - --anonymous-auth=true\n",
    "\u{1e}yaml-hidden-line-break good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n# closed by the installer – é\nreadOnlyPort: 0\n",
    "\u{1e}yaml-not-valid bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
authentication: [
maxPods: 50
",
    "\u{1e}yaml-not-valid bad 0 Pod\n",
    "\u{1f}bad-manifest.yaml\n", r#"apiVersion: v1
kind: Pod
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --anonymous-auth=false
  hostNetwork true
  x: "open
"#,
    "\u{1e}yaml-not-valid good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
# a comment: with [ brackets
",
    "\u{1e}yaml-older-value bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: no
maxPods: 0110
podPidsLimit: 4_096
seccompDefault: Yes # all of them
",
    "\u{1e}yaml-older-value good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r#"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: False
maxPods: 0x40
clusterDomain: "no"
"#,
    "\u{1e}yaml-tab bad 0 KubeletConfiguration\n",
    "\u{1f}bad.yaml\n", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nclusterDNS:\n-\t10.96.0.10\n",
    "\u{1e}yaml-tab good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nclusterDNS:\n- 10.96.0.10\t# the service\n",
);
