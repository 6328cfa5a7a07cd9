//! Tests beside the corpus of `tests/secrets`.

use super::*;

fn kinds(text: &str) -> Vec<&'static str> {
    secrets(&[Document::new("", text)]).into_iter().map(|secret| secret.kind.name()).collect()
}

#[test]
fn a_text_without_secrets_is_the_same() {
    let text = "authentication:\n  anonymous:\n    enabled: true\nserverTLSBootstrap: true\n";
    assert!(matches!(masked(text), std::borrow::Cow::Borrowed(same) if same == text));
}

#[test]
fn a_sentence_speaks_of_tokens_without_holding_one() {
    let masker = Masker::new(&[Document::new("k", "users:\n- name: a\n  user:\n    token: hunter2-hunter2\n")]);
    assert_eq!(
        masker.prose("the token: anyone may read `hunter2-hunter2`"),
        "the token: anyone may read `<masked-token>`"
    );
    assert_eq!(masker.content("x: hunter2-hunter2"), "x: <masked-token>");
}

#[test]
fn a_word_of_a_secret_is_none_but_what_follows_a_scheme_is() {
    let of = |token: &str| Masker::new(&[Document::new("k", format!("users:\n- user:\n    token: \"{token}\"\n"))]);
    assert_eq!(of("swordfish half").prose("half-typed.yaml"), "half-typed.yaml");
    assert_eq!(of("Bearer swordfish").prose("`swordfish` is given"), "`<masked-token>` is given");
}

#[test]
fn kinds_are_told_apart() {
    assert_eq!(kinds("url: https://admin:swordfish@registry.example"), ["password"]);
    assert_eq!(kinds("token: abcdef.0123456789abcdef"), ["bootstrap token"]);
    assert_eq!(kinds("certificateKey: 5c1b"), ["key"]);
}
