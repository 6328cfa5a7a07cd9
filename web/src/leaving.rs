//! The worker's side of what leaves the page.

use plimsoll_export::{Masking, Part};
use plimsoll_rules::{Document, Masker, SecretKind, analyze};

use crate::protocol::{Bundle, Masked};

/// The texts, and what is said about them, without their secrets.
pub(crate) fn masked(bundle: &Bundle) -> Masked {
    let (documents, options) = (bundle.to_documents(), bundle.options());
    let report = analyze(&documents, &options);
    let part = Part::new(&documents, &options, &report, Masking::Masked);
    let found = &part.report().findings;
    Masked {
        files: part.documents().into_iter().map(|document| (document.name, document.text)).collect(),
        findings: found.iter().map(|found| (found.title.clone(), found.message.clone())).collect(),
        secrets: counted(&documents, &Masker::new(&documents)),
    }
}

/// How many secrets there are of each kind. The lines of one block count once.
fn counted(documents: &[Document], masker: &Masker) -> Vec<(String, usize)> {
    let mut kinds: Vec<SecretKind> = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let mut before: Option<(u32, SecretKind)> = None;
        for (span, kind) in masker.of(index) {
            let between = before.filter(|(_, last)| last == kind);
            let gap = between.and_then(|(end, _)| document.text.get(end as usize..span.start as usize));
            let same = gap.is_some_and(|gap| gap.contains('\n') && gap.chars().all(|c| c.is_whitespace() || c == '#'));
            if !same {
                kinds.push(*kind);
            }
            before = Some((span.end, *kind));
        }
    }
    kinds.sort_unstable();
    kinds
        .chunk_by(|one, other| one == other)
        .filter_map(|same| Some((same.first()?.name().to_owned(), same.len())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str) -> Vec<(String, usize)> {
        let documents = [Document::new("given", text)];
        counted(&documents, &Masker::new(&documents))
    }

    #[test]
    fn the_lines_of_a_block_are_one_secret() {
        let body = "MIIEowIBAAKCAQEA7bq2Xw1vGx0Wc3J5c3RhbGxpemVkdG9rZW5zYW5kb3RoZXI\n".repeat(4);
        let block = format!("-----BEGIN RSA PRIVATE KEY-----\n{body}-----END RSA PRIVATE KEY-----\n");
        assert_eq!(counts(&block), [("private key".to_owned(), 1)]);
        assert_eq!(counts(&format!("{block}# and another\n{block}")), [("private key".to_owned(), 2)]);
        assert_eq!(counts("readOnlyPort: 0\n"), []);
    }
}
