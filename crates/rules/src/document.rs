//! A document as the caller gives it, and the kinds of documents.

/// Documents larger than this are refused with a problem; nothing in them is read.
pub const MAX_DOCUMENT_BYTES: usize = 4 * 1024 * 1024;

/// Components judged at once. Each has a report on some 280 settings, so a stream of thousands would fill the memory
/// of a page; what is left out is said in a problem.
pub const MAX_TARGETS: usize = 500;

/// One text the user gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// A file name or path; it helps to tell drop-ins and environment files apart.
    pub name: String,
    /// The text, any encoding of line ends.
    pub text: String,
    /// What the user says it is; detected from the text when absent.
    pub kind: Option<Kind>,
}

impl Document {
    /// A document whose kind is to be detected.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), kind: None }
    }

    /// The last part of the name.
    pub fn file_name(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name)
    }
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `kubelet.service`, or the output of `systemctl cat kubelet` (unit and drop-ins in one text).
    KubeletUnit,
    /// A drop-in of the kubelet's unit, such as `10-kubeadm.conf`.
    KubeletDropIn,
    /// A KubeletConfiguration in YAML or JSON, whole or a part of one.
    KubeletConfig,
    /// A file for the kubelet's `--config-dir`.
    KubeletConfigDropIn,
    /// Flags of the kubelet without a unit around them.
    KubeletFlags,
    /// Documents of kubeadm, such as a ClusterConfiguration, with the KubeletConfiguration beside them; also a cluster
    /// of kind and the ConfigMaps in which kubeadm keeps its documents.
    KubeadmConfig,
    /// A static pod manifest of the kube-apiserver.
    ApiserverManifest,
    /// `kube-apiserver.service` or one of its drop-ins.
    ApiserverUnit,
    /// Flags of the kube-apiserver without a unit or manifest around them.
    ApiserverFlags,
    /// Variables for a unit: `kubeadm-flags.env`, `/etc/default/kubelet`.
    EnvironmentFile,
    /// Lines of `ps` that show a component's command line.
    ProcessList,
    /// Objects that a component reads besides its own configuration, such as an EncryptionConfiguration, a kubeconfig
    /// or RBAC roles.
    KubernetesObjects,
    /// A Kubernetes object or configuration file that is recognised but not judged.
    OtherKubernetes,
    /// Nothing that is understood.
    Unknown,
}

impl Kind {
    /// All kinds, in the order in which a menu shows them.
    pub const ALL: &'static [Self] = &[
        Self::KubeletUnit,
        Self::KubeletDropIn,
        Self::KubeletConfig,
        Self::KubeletConfigDropIn,
        Self::KubeletFlags,
        Self::KubeadmConfig,
        Self::EnvironmentFile,
        Self::ApiserverManifest,
        Self::ApiserverUnit,
        Self::ApiserverFlags,
        Self::ProcessList,
        Self::KubernetesObjects,
        Self::OtherKubernetes,
        Self::Unknown,
    ];

    /// The name in reports, kebab case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::KubeletUnit => "kubelet-unit",
            Self::KubeletDropIn => "kubelet-drop-in",
            Self::KubeletConfig => "kubelet-config",
            Self::KubeletConfigDropIn => "kubelet-config-drop-in",
            Self::KubeletFlags => "kubelet-flags",
            Self::KubeadmConfig => "kubeadm-config",
            Self::EnvironmentFile => "environment-file",
            Self::ApiserverManifest => "apiserver-manifest",
            Self::ApiserverUnit => "apiserver-unit",
            Self::ApiserverFlags => "apiserver-flags",
            Self::ProcessList => "process-list",
            Self::KubernetesObjects => "kubernetes-objects",
            Self::OtherKubernetes => "other-kubernetes",
            Self::Unknown => "unknown",
        }
    }

    /// The name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::KubeletUnit => "kubelet unit",
            Self::KubeletDropIn => "kubelet drop-in",
            Self::KubeletConfig => "KubeletConfiguration",
            Self::KubeletConfigDropIn => "KubeletConfiguration drop-in",
            Self::KubeletFlags => "kubelet flags",
            Self::KubeadmConfig => "kubeadm or kind configuration",
            Self::EnvironmentFile => "Environment file",
            Self::ApiserverManifest => "kube-apiserver manifest",
            Self::ApiserverUnit => "kube-apiserver unit",
            Self::ApiserverFlags => "kube-apiserver flags",
            Self::ProcessList => "Process list",
            Self::KubernetesObjects => "Kubernetes objects",
            Self::OtherKubernetes => "Other Kubernetes file",
            Self::Unknown => "Not recognised",
        }
    }

    /// Whether such a document is YAML or JSON.
    pub const fn is_yaml(self) -> bool {
        matches!(
            self,
            Self::KubeletConfig
                | Self::KubeletConfigDropIn
                | Self::KubeadmConfig
                | Self::ApiserverManifest
                | Self::KubernetesObjects
                | Self::OtherKubernetes
        )
    }

    /// The kind with this [`Self::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}
