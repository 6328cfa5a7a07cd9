//! Whatever stands in a fragment is read without harm, and what is written is read back.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use plimsoll_rules::{Kind, Standard, Version};

use super::content::{self, Shared};
use super::{Fragment, LONGEST, LONGEST_VALUE, Reading, Release, Rules, Theme, base64url, percent};
use crate::protocol::Chosen;
use crate::state::View;

/// Numbers that are the same in each run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())].clone()
    }

    fn maybe<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        if self.roll(3) == 0 { None } else { Some(self.one(all)) }
    }

    fn text(&mut self, letters: &[char], longest: usize) -> String {
        (0..self.roll(longest)).map(|_| self.one(letters)).collect()
    }

    fn fragment(&mut self) -> Fragment {
        let standard = |name: Standard| Chosen::Standard(name.name().to_owned());
        let names =
            ["a b&c=d#e%f+g", "😀 é.yaml", "\"><script>alert(1)</script>", "kubelet.service"].map(str::to_owned);
        let rules = Rules { edition: "2026-11-02".to_owned(), version: "0.1.0".to_owned() };
        Fragment {
            kubernetes: self.maybe(&[
                Release::Told,
                Release::Chosen(Version::OLDEST),
                Release::Chosen(Version::PREVIEW),
            ]),
            profile: self.maybe(&[Chosen::Everything, standard(Standard::Cks), standard(Standard::CisLevel1)]),
            view: self.maybe(&View::ALL),
            rules: self.maybe(&[rules]),
            drill: self.maybe(&["anonymous-1".to_owned()]),
            embed: self.roll(2) == 0,
            theme: self.maybe(&[Theme::Auto, Theme::Light, Theme::Dark]),
            readonly: self.roll(2) == 0,
            kind: self.maybe(Kind::ALL),
            name: self.maybe(&names),
            content: self.maybe(&[vec![], vec![0], vec![255, 254, 253, 252], vec![7; 100]]),
        }
    }
}

#[test]
fn what_is_written_is_read_back() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for _ in 0..5_000 {
        let fragment = dice.fragment();
        let written = fragment.write();
        assert!(written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%&=".contains(&byte)), "{written}");
        for text in [written.clone(), format!("#{written}")] {
            assert_eq!(Reading::of(&text), Reading { fragment: fragment.clone(), refused: vec![] }, "{written}");
        }
    }
}

#[test]
fn bytes_survive_base64url_and_texts_percent_encoding() {
    let mut dice = Dice(42);
    for length in 0..300 {
        let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(dice.roll(256)).unwrap()).collect();
        assert_eq!(base64url::decode(&base64url::encode(&bytes)).unwrap(), bytes);
        let text = dice.text(&['a', '%', '&', '=', '#', ' ', 'é', '😀', '\n', '<'], 40);
        assert_eq!(percent::decode(&percent::encode(&text)).unwrap(), text);
    }
    for wrong in ["A", "AB=", "A+/A", "AAAAA", "AB", "AAB", "é"] {
        assert!(base64url::decode(wrong).is_none(), "{wrong}");
    }
    for wrong in ["%", "%4", "%zz", "%ff", "a%C3", "%+1"] {
        assert!(percent::decode(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn nothing_that_a_fragment_holds_does_harm() {
    let letters = ['a', 'k', 'c', '=', '&', '#', '%', '4', '1', '.', '-', '_', ' ', 'é', '😀', '\u{0}', '<', '"'];
    let keys =
        ["kubernetes", "profile", "view", "rules", "drill", "embed", "theme", "readonly", "kind", "name", "c", "x"];
    let mut dice = Dice(7);
    for _ in 0..20_000 {
        let pairs: Vec<String> =
            (0..dice.roll(5)).map(|_| format!("{}={}", dice.one(&keys), dice.text(&letters, 30))).collect();
        let text = pairs.join("&") + &dice.text(&letters, 5);
        let reading = Reading::of(&text);
        assert!(reading.refused.len() <= pairs.len() + 5, "{text:?}");
        for sentence in &reading.refused {
            assert!(sentence.ends_with('.') && sentence.chars().count() < 400, "{sentence}");
            assert!(!sentence.contains(char::is_control), "{sentence:?}");
        }
        assert_eq!(Reading::of(&reading.fragment.write()).fragment, reading.fragment, "{text:?}");
    }
}

#[test]
fn a_damaged_link_is_read_or_refused() {
    let mut dice = Dice(99);
    for _ in 0..5_000 {
        let mut written = dice.fragment().write().into_bytes();
        for _ in 0..=dice.roll(4) {
            let at = dice.roll(written.len() + 1);
            match dice.roll(3) {
                0 => written.truncate(at),
                1 => written.insert(at, u8::try_from(32 + dice.roll(95)).unwrap()),
                _ => drop((at < written.len()).then(|| written.remove(at))),
            }
        }
        Reading::of(&String::from_utf8(written).unwrap());
    }
}

#[test]
fn a_value_that_does_not_fit_is_refused_by_name_and_says_what_holds_instead() {
    let of = |text: &str| Reading::of(text).refused.join("\n");
    assert_eq!(
        of("#kubernetes=1.99"),
        "The link asks for `kubernetes=1.99`: this page knows 1.24 to 1.37. The release that is shown above holds instead."
    );
    assert!(of("profile=soc2").starts_with("The link asks for `profile=soc2`: there are everything, cis-level-1,"));
    assert!(of("view=x").ends_with("The view stays as it is."));
    assert!(of("rules=yesterday_1").ends_with("Which rules it was made with is not known."));
    assert!(of("rules=2026-01-01").contains("a date and a version are expected"));
    assert!(of("drill=../x").ends_with("No drill was opened."));
    assert!(of("kind=word-document").ends_with("The kind is detected instead."));
    assert!(of("theme=pink").ends_with("The colours stay as they are."));
    assert!(of("embed=yes").contains("1 or 0 is expected"));
    assert!(of("c=%3Cscript%3E").starts_with("The files in the link are damaged"));
    assert!(of("profile=%E0%A4%A").starts_with("The value of `profile` in the link is damaged"));
    assert_eq!(of("view=fixed&view=coverage"), "The link gives `view` more than once. The first counts.");
    assert_eq!(Reading::of("view=fixed&view=coverage").fragment.view, Some(View::Fixed));
}

#[test]
fn what_is_too_long_is_refused() {
    let long = "x".repeat(LONGEST_VALUE + 1);
    assert!(Reading::of(&format!("name={long}")).refused[0].contains("too long"));
    let longest = "x".repeat(LONGEST_VALUE);
    assert_eq!(Reading::of(&format!("name={longest}")).fragment.name, Some(longest));
    let reading = Reading::of(&format!("view=fixed&c={}", "A".repeat(LONGEST)));
    assert_eq!(reading.fragment, Fragment::default());
    assert!(reading.refused[0].ends_with("the limit is 1000000. It was not read."));
}

#[test]
fn what_is_not_known_is_ignored() {
    for text in ["", "#", "#main", "utm_source=mail&x=%", "=&=&", "#:~:text=a"] {
        assert!(Reading::of(text).is_silent(), "{text}");
    }
    assert_eq!(Reading::of("x=1&embed=1&y").fragment, Fragment { embed: true, ..Fragment::default() });
}

#[test]
fn files_are_written_as_a_small_json() {
    let file = |name: &str, kind| Shared { name: name.to_owned(), text: "a: \"é\"\r\n".to_owned(), kind };
    let files = [file("config.yaml", None), file("x", Some(Kind::KubeletConfig))];
    let json = r#"{"v":1,"f":[["config.yaml","a: \"é\"\r\n"],["x","a: \"é\"\r\n","kubelet-config"]]}"#;
    assert_eq!(content::write(&files), json);
}

#[test]
fn files_are_judged_before_they_are_opened() {
    let fields = |all: &[&str]| all.iter().map(|field| (*field).to_owned()).collect::<Vec<String>>();
    let (files, said) = content::read(1.0, vec![fields(&["a", "b"]), fields(&["c", "d", "no-kind"])]).unwrap();
    assert_eq!((files.len(), files[0].kind, files[1].kind), (2, None, None));
    assert_eq!(
        said,
        ["The link says that c is `no-kind`, a kind that this page does not know. The kind is detected instead."]
    );
    assert_eq!(content::read(1.0, vec![]).unwrap_err(), "The link holds no files.");
    assert!(content::read(2.0, vec![]).unwrap_err().contains("form 2; this page reads form 1"));
    assert!(content::read(1.0, vec![fields(&["a", "b"]); 65]).unwrap_err().contains("65 files; the limit is 64"));
    for wrong in [&["a"] as &[&str], &[], &["", "x"], &[" ", "x"], &["a\nb", "x"], &[&"n".repeat(256), "x"]] {
        assert_eq!(content::read(1.0, vec![fields(wrong)]).unwrap_err(), content::DAMAGED);
    }
}
