//! The built-in examples.

use crate::state::file::{NewFile, Origin};

/// One example: a bundle of files.
pub(crate) struct Example {
    /// What the menu says.
    pub(crate) title: &'static str,
    /// What it shows, in a few words.
    pub(crate) about: &'static str,
    files: &'static [(&'static str, &'static str)],
}

/// All of them; the first greets a visitor.
pub(crate) const EXAMPLES: &[Example] = &[
    Example {
        title: "KubeletConfiguration",
        about: "Anonymous access, AlwaysAllow, read-only port",
        files: &[("config.yaml", include_str!("../examples/kubelet-config.yaml"))],
    },
    Example {
        title: "kubelet.service",
        about: "A lost backslash and flags that are gone",
        files: &[("kubelet.service", include_str!("../examples/kubelet.service"))],
    },
    Example {
        title: "Copied from a web page",
        about: "Indentation lost, a mode under the wrong section",
        files: &[("config.yaml", include_str!("../examples/lost-indentation.yaml"))],
    },
    Example {
        title: "kube-apiserver manifest",
        about: "AlwaysAllow, no audit log, no NodeRestriction",
        files: &[("kube-apiserver.yaml", include_str!("../examples/kube-apiserver.yaml"))],
    },
    Example {
        title: "kubeadm node, three files",
        about: "A flag in one file undoes a setting in another",
        files: &[
            ("10-kubeadm.conf", include_str!("../examples/10-kubeadm.conf")),
            ("kubeadm-flags.env", include_str!("../examples/kubeadm-flags.env")),
            ("config.yaml", include_str!("../examples/kubeadm-config.yaml")),
        ],
    },
];

impl Example {
    /// Its files.
    pub(crate) fn files(&self) -> Vec<NewFile> {
        let file = |(name, text): &(&str, &str)| NewFile {
            name: (*name).to_owned(),
            content: Ok((*text).to_owned()),
            origin: Origin::Example,
        };
        self.files.iter().map(file).collect()
    }
}
