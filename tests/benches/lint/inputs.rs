//! What is measured: small files as they are in use, and large texts made from parts of them.

use plimsoll_rules::Document;

const CONFIG: &str = include_str!("config.yaml");

/// A KubeletConfiguration of 200 lines, with comments.
pub fn config() -> Document {
    Document::new("config.yaml", CONFIG)
}

/// A unit, its drop-in with a commented command of 80 flags, and the environment file it names; 200 lines.
pub fn unit_bundle() -> Vec<Document> {
    vec![
        Document::new("kubelet.service", include_str!("kubelet.service")),
        Document::new("kubelet.service.d/10-flags.conf", include_str!("10-flags.conf")),
        Document::new("kubeadm-flags.env", include_str!("kubeadm-flags.env")),
    ]
}

/// One KubeletConfiguration of about `bytes` bytes: the small one with two of its lists grown.
pub fn large_config(bytes: usize) -> Document {
    let room = bytes.saturating_sub(CONFIG.len()) / 2;
    let servers = repeated(room, |at| {
        let comment = if at % 10 == 0 { format!("  # Servers of rack {at}.\n") } else { String::new() };
        format!("{comment}  - 10.{}.{}.{}\n", at / 65_536, at / 256 % 256, at % 256)
    });
    let taints = repeated(room, |at| {
        format!("  - key: example.org/rack-{at}\n    value: \"{at}\"\n    effect: NoSchedule # kept\n")
    });
    let text = CONFIG.replace("clusterDNS:\n", &format!("clusterDNS:\n{servers}"));
    Document::new("large.yaml", text.replace("registerWithTaints:\n", &format!("registerWithTaints:\n{taints}")))
}

/// The parts that `part` makes for 0, 1, 2 and so on, as many as fit into `bytes` bytes.
fn repeated(bytes: usize, part: impl Fn(usize) -> String) -> String {
    let mut all = String::with_capacity(bytes);
    for next in (0..).map(part) {
        if all.len() + next.len() > bytes {
            break;
        }
        all.push_str(&next);
    }
    all
}

/// A stream of at most `bytes` bytes that repeats the small KubeletConfiguration.
pub fn stream(bytes: usize) -> Document {
    let part = format!("---\n{CONFIG}");
    Document::new("stream.yaml", part.repeat(bytes / part.len()))
}
