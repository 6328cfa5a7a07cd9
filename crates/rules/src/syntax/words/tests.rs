#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests")]

use super::*;
use crate::syntax::mapped::DocId;
use crate::syntax::unit::mutations::{mutants, prefixes};
use crate::text::Span;

const DOC: DocId = DocId(0);
const OTHER: DocId = DocId(1);

const SAMPLE: &str = concat!(
    r#"-/usr/bin/kubelet --a=b "--c=d e" --f='g "h"' \x41\t\u00e9\101 \q $KUBELET_ARGS "#,
    r#"${ONE} --x=${ONE}y $$A --m=$N %i 10%% #no ; "" "open"#,
);

fn mapped(text: &str) -> Mapped {
    Mapped::verbatim(text, DOC, 0)
}

fn texts(value: &str) -> Vec<String> {
    split(&mapped(value)).iter().map(|word| word.value.text().to_owned()).collect()
}

fn expanded(value: &str, lookup: fn(&str) -> Lookup) -> Vec<Argument> {
    expand(&split(&mapped(value)), &mut |name| lookup(name))
}

fn argument_texts(arguments: &[Argument]) -> Vec<&str> {
    arguments.iter().map(|argument| argument.value.text()).collect()
}

fn variables(name: &str) -> Lookup {
    match name {
        "ARGS" => Lookup::Known(Mapped::verbatim(r#"--a=b  "--c=d e" f\"g"#, OTHER, 3)),
        "SPEC" => Lookup::WithSpecifiers(Mapped::verbatim("--node=%H --p=5%%", OTHER, 0)),
        "EMPTY" => Lookup::Known(Mapped::new()),
        "MISSING" => Lookup::Unknown,
        _ => Lookup::Unset,
    }
}

#[test]
fn splits_at_blanks_and_honours_quotes_anywhere() {
    assert_eq!(texts("a  b\tc"), ["a", "b", "c"]);
    assert_eq!(texts(r#""a b" 'c "d'"#), ["a b", "c \"d"]);
    assert_eq!(texts(r#"--a="b c"d"#), ["--a=b cd"]);
    assert_eq!(texts(r#"a "" b"#), ["a", "", "b"]);
    assert_eq!(texts("a #b ;c"), ["a", "#b", ";c"]);
    assert_eq!(texts("  "), Vec::<String>::new());
}

#[test]
fn decodes_c_escapes_also_in_single_quotes() {
    assert_eq!(texts(r#"\x41\t\u00e9\101\s\\"#), ["A\téA \\"]);
    assert_eq!(texts(r#"'a\'b'"#), ["a'b"]);
    assert_eq!(texts(r#"a\qb \x4 \x00 \400 a\"#), ["a\\qb", "\\x4", "\\x00", "\\400", "a\\"]);
    let words = split(&mapped(r"ok a\q"));
    assert_eq!(words[0].unknown_escape, None);
    assert_eq!(words[1].unknown_escape.unwrap().span, Span::new(4, 6));
}

#[test]
fn keeps_a_word_whose_quote_is_open() {
    let words = split(&mapped("a \"b c"));
    assert_eq!(words[1].value.text(), "b c");
    assert_eq!(words[1].unterminated.unwrap().span, Span::new(2, 3));
}

#[test]
fn tells_how_a_word_is_written() {
    let words = split(&mapped(r#"a "b" c"d" "e"f \x41 "g""h" "i"#));
    let quoting: Vec<_> = words.iter().map(|word| word.quoting).collect();
    use Quoting::{Bare, Mixed, Whole};
    assert_eq!(quoting, [Bare, Whole, Mixed, Mixed, Mixed, Mixed, Mixed]);
    assert_eq!(words[1].place.unwrap().span, Span::new(2, 5));
    assert_eq!(words[1].value.location().unwrap().span, Span::new(3, 4));
}

#[test]
fn a_lone_semicolon_separates_commands() {
    let words = split(&mapped(r#"/a x ; /b \; ";" y;"#));
    let lengths: Vec<_> = commands(&words).map(<[Word]>::len).collect();
    assert_eq!(lengths, [2, 4]);
    assert_eq!(words[4].value.text(), ";");
    assert_eq!(words[4].unknown_escape, None);
}

#[test]
fn reads_the_prefixes_of_the_executable() {
    let words = split(&mapped("-:@/usr/bin/kubelet"));
    let executable = executable(&words[0]);
    assert_eq!((executable.prefixes.as_str(), executable.path.text()), ("-:@", "/usr/bin/kubelet"));
    assert!(executable.renames() && !executable.expands_variables());
    assert_eq!(executable.path.location().unwrap().span.start, 3);
}

#[test]
fn a_variable_that_is_the_whole_word_becomes_several_arguments() {
    for value in ["$ARGS", "\"$ARGS\""] {
        let arguments = expanded(value, variables);
        assert_eq!(argument_texts(&arguments), ["--a=b", "--c=d e", "f\"g"]);
        assert_eq!(arguments[0].value.location().unwrap(), Location::new(OTHER, Span::new(3, 8)));
        assert_eq!(arguments[0].used_at.unwrap().doc, DOC);
        assert_eq!(arguments[0].origin, Origin::Variable("ARGS".to_owned()));
    }
    assert!(expanded("$NONE $EMPTY $NONE-x $", variables).is_empty());
}

#[test]
fn a_variable_in_braces_stays_in_its_word() {
    let arguments = expanded("${ARGS} x${NONE}y ${NONE} ${a-b}", variables);
    assert_eq!(argument_texts(&arguments), [r#"--a=b  "--c=d e" f\"g"#, "xy", "", ""]);
    assert_eq!(arguments[0].used_at.unwrap().span, Span::new(0, 7));
    assert!(arguments.iter().all(Argument::is_known));
}

#[test]
fn unknown_variables_are_holes() {
    let arguments = expanded("$MISSING --a=${MISSING}/%i/$$", variables);
    assert_eq!(arguments[0].origin, Origin::Unresolved("MISSING".to_owned()));
    assert_eq!(arguments[0].value.location().unwrap().span, Span::new(0, 8));
    let argument = &arguments[1];
    assert_eq!(argument.value.text(), "--a=${MISSING}/%i/$");
    let written = |hole: &Hole| argument.value.text()[hole.range.clone()].to_owned();
    let holes: Vec<_> = argument.unknown.iter().map(|hole| (written(hole), hole.kind)).collect();
    assert_eq!(holes, [("${MISSING}".to_owned(), HoleKind::Variable), ("%i".to_owned(), HoleKind::Specifier)]);
}

#[test]
fn dollars_that_systemd_leaves_alone() {
    let arguments = expanded("--a=$ARGS $$ARGS --b=${ARGS:-x} ${ARGS 5$ --c=$", variables);
    assert_eq!(argument_texts(&arguments), ["--a=$ARGS", "$ARGS", "--b=${ARGS:-x}", "${ARGS", "5$", "--c=$"]);
    assert_eq!(arguments[0].literal_dollar, Some(4..9));
    assert_eq!(arguments[1].literal_dollar, None);
    assert_eq!(arguments[2].literal_dollar, Some(4..10));
    assert_eq!(arguments[5].literal_dollar, None);
    assert_eq!(argument_texts(&verbatim(&split(&mapped("$ARGS $$ %%")))), ["$ARGS", "$$", "%"]);
}

#[test]
fn specifiers_are_replaced_before_variables_and_not_in_files() {
    let arguments = expanded("10%% 5%,x %H-${SPEC} $SPEC 3%", variables);
    let expected = ["10%", "5%,x", "%H---node=%H --p=5%", "--node=%H", "--p=5%", "3%"];
    assert_eq!(argument_texts(&arguments), expected);
    assert_eq!(arguments[2].unknown.iter().map(|hole| hole.range.clone()).collect::<Vec<_>>(), [0..2, 10..12]);
    assert_eq!(arguments[3].unknown[0].name, "%H");
    assert!(arguments[1].is_known() && arguments[5].is_known());
}

#[test]
fn expansion_is_bounded() {
    let words = split(&mapped(&"${BIG} ".repeat(10_000)));
    let big = Mapped::verbatim(&"x".repeat(100_000), OTHER, 0);
    let arguments = expand(&words, &mut |_| Lookup::Known(big.clone()));
    let total: usize = arguments.iter().map(|argument| argument.value.text().len()).sum();
    assert!(total < 3_000_000);
    assert!(!arguments.last().unwrap().is_known());
}

#[test]
fn reads_environment_assignments() {
    let value = mapped(r#"A=b "C=--d $E" F="g h" 'I=' 1X=y novalue J=5%% K=a\qb L=m"#);
    let all = assignments(&value);
    let pairs: Vec<_> = all.iter().map(|one| (one.name.as_str(), one.value.text())).collect();
    let expected = [("A", "b"), ("C", "--d $E"), ("F", "g h"), ("I", ""), ("J", "5%%"), ("K", "a\\qb"), ("L", "m")];
    assert_eq!(pairs, expected);
    assert_eq!(all[1].place.unwrap().span.slice(value.text()), "\"C=--d $E\"");
    assert_eq!(all[1].value.location().unwrap().span.slice(value.text()), "--d $E");
    assert!(all[4].flaw.is_none() && all[5].flaw.is_some() && all[6].flaw.is_some());
}

#[test]
fn words_slice_back_to_their_text() {
    for text in prefixes(SAMPLE).map(str::to_owned).chain(mutants(SAMPLE, 2000)) {
        let value = Mapped::verbatim(&text, DOC, 0);
        for word in split(&value) {
            let place = word.place.unwrap().span;
            assert!(place.end as usize <= text.len() && !place.is_empty());
            if word.quoting == Quoting::Bare {
                assert_eq!(place.slice(&text), word.value.text());
            }
            assert!(word.value.location().is_some_and(|at| place.contains(at.span)), "{text:?} {word:?}");
        }
        for argument in expanded(&text, variables) {
            for hole in &argument.unknown {
                let written = argument.value.text().get(hole.range.clone()).unwrap();
                assert!(written.contains(&hole.name), "{text:?} {argument:?}");
            }
        }
        assignments(&value);
    }
}
