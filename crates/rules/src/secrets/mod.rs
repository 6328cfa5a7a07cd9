//! Secrets in the texts that a user gave, and the same texts without them.
//!
//! What is sought: tokens, bearer values, passwords, private keys in any writing, the values of
//! `Secret` objects, rows of token files, keys for encryption. A secret is found by its shape, by the name beside it, or
//! by the object that holds it, in half-typed text too. Paths, switches, placeholders and templates are no secrets.
//!
//! A secret never spans a line break: of a block each line is one, so that lines keep their numbers when it is masked.

mod found;
mod line;
mod literal;
mod login;
mod mask;
mod name;
mod pem;
mod rows;
mod shape;
#[cfg(test)]
mod tests;
mod tree;

pub use mask::{Masker, masked};

use crate::detect;
use crate::document::{Document, Kind, MAX_DOCUMENT_BYTES};
use crate::text::Span;
use found::Found;

/// What a secret is, as far as people need to know to find it; where two fit, the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum SecretKind {
    /// A token of `kubeadm token create`.
    BootstrapToken,
    /// A private key, as PEM or base64 of it.
    PrivateKey,
    /// What stands in the place of a certificate and may hold more. Certificates themselves are public and stay.
    Certificate,
    /// A password, in an URL too.
    Password,
    /// A key for encryption or for an interface.
    Key,
    /// A bearer token, a JSON web token, a token of a cloud or a forge.
    Token,
    /// A value that only a name or an object calls secret.
    Secret,
}

impl SecretKind {
    /// The name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::BootstrapToken => "bootstrap token",
            Self::Password => "password",
            Self::PrivateKey => "private key",
            Self::Certificate => "certificate",
            Self::Key => "key",
            Self::Secret => "secret",
        }
    }

    /// What stands in the place of one. It has no blank, so that it stays one word of a command line, and is read as a
    /// placeholder.
    pub const fn marker(self) -> &'static str {
        match self {
            Self::Token => "<masked-token>",
            Self::BootstrapToken => "<masked-bootstrap-token>",
            Self::Password => "<masked-password>",
            Self::PrivateKey => "<masked-private-key>",
            Self::Certificate => "<masked-certificate>",
            Self::Key => "<masked-key>",
            Self::Secret => "<masked-secret>",
        }
    }
}

/// A secret in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Secret {
    /// Index of the document.
    pub document: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is.
    pub kind: SecretKind,
}

impl Secret {
    /// Its bytes, half open.
    pub const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Every secret of `documents`, by document and place; none overlap.
pub fn secrets(documents: &[Document]) -> Vec<Secret> {
    let each = (0..).zip(documents).flat_map(|(document, given)| {
        let secret =
            move |(span, kind): (Span, SecretKind)| Secret { document, start: span.start, end: span.end, kind };
        of_document(given).into_iter().map(secret)
    });
    each.collect()
}

/// The secrets of one document, in order.
fn of_document(document: &Document) -> Vec<(Span, SecretKind)> {
    let mut found = Found::default();
    if detect::kind(document) == Kind::Unknown {
        rows::scan(document, &mut found);
    }
    piece(document, &mut found);
    found.in_order()
}

/// Notes the secrets of a document, or of a piece of one that need not be whole.
fn piece(document: &Document, found: &mut Found) {
    let text = document.text.as_str();
    shape::scan(text, found);
    line::scan(text, found);
    login::scan(text, found);
    let kind = detect::kind(document);
    if text.len() <= MAX_DOCUMENT_BYTES && (kind == Kind::Unknown || kind.is_yaml()) {
        tree::scan(text, found);
    }
}
