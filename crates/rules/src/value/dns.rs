//! Names of objects: DNS labels and subdomains.
//!
//! Source: `util/validation/validation.go` of kubernetes/apimachinery.

/// Whether a text is a DNS label, as names of namespaces are.
pub fn is_dns_label(text: &str) -> bool {
    text.len() <= 63 && is_part(text)
}

/// Whether a text is a DNS subdomain, as names of most objects are.
pub fn is_dns_subdomain(text: &str) -> bool {
    text.len() <= 253 && text.split('.').all(is_part)
}

fn is_part(text: &str) -> bool {
    let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.chars().all(known) && !text.starts_with('-') && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_as_kubernetes_does() {
        assert!(is_dns_label("kube-system") && is_dns_subdomain("policy.example.com"));
        for wrong in ["", "*", "Shop", "-a", "a-", "a_b", "a.b"] {
            assert!(!is_dns_label(wrong), "{wrong}");
        }
        assert!(!is_dns_subdomain("a..b") && !is_dns_label(&"a".repeat(64)));
    }
}
