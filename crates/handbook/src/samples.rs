// Made by `cargo xtask gen` from the fixtures in tests/rules. DO NOT EDIT.

//! Bad and good input for every rule, taken from the fixtures that the tests run.

/// Every example: by rule, the bad ones first. U+001E begins an example, U+001F a file of it. One text, since
/// a table of slices would weigh a quarter more in the page.
#[rustfmt::skip]
pub(crate) static TABLE: &str = concat!(
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
",
    "\u{1e}apiserver-anonymous-auth bad 0 command line\n",
    "\u{1f}bad-bare.service\n", r"[Unit]
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
",
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
- resources:
  - '*.apps'
  - deployments.apps
  providers:
  - identity: {}
",
    "\u{1e}encryption-config-refused good 0 EncryptionConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets, deployments.apps, '*.apps']
  providers:
  - secretbox:
      keys:
      - name: key1
        secret: YkJxGKa+l95w1lvfZE0CFU37KpLUbmCRDNL786434+Q=
  - identity: {}
",
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
    "\u{1e}invalid-value good 0 KubeletConfiguration\n",
    "\u{1f}good.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
registerNode: yes
syncFrequency: 1m
maxPods: 0x6E
clusterDNS: [10.96.0.10]
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
    "\u{1e}kubelet-flag-overrides-config bad 0 several files\n",
    "\u{1f}config.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  NodeSwap: true
  GracefulNodeShutdown: true
",
    "\u{1f}kubelet.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml --feature-gates=NodeSwap=false
Restart=always

[Install]
WantedBy=multi-user.target
",
    "\u{1e}kubelet-flag-overrides-config good 0 several files\n",
    "\u{1f}config.yaml\n", r"apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
",
    "\u{1f}kubelet.service\n", r"[Unit]
Description=kubelet: The Kubernetes Node Agent

[Service]
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml --node-ip=10.0.0.5
Restart=always

[Install]
WantedBy=multi-user.target
",
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
    "\u{1e}removed-flag good 0 command line\n",
    "\u{1f}good.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --container-runtime-endpoint=unix:///run/containerd/containerd.sock
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
    "\u{1e}unknown-flag good 0 command line\n",
    "\u{1f}good-underscore.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml --cluster_dns=10.96.0.10
",
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
    "\u{1e}value-unknown good 0 command line\n",
    "\u{1f}good-literal.service\n", r"[Service]
ExecStart=/usr/bin/kubelet --config=/c.yaml --anonymous-auth=$ANONYMOUS
",
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
