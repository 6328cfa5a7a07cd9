#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests")]

use super::*;
use crate::syntax::mapped::DocId;
use crate::syntax::unit::mutations::{mutants, prefixes};

const SAMPLE: &str = "set -e; # start\nA=1 exec kube-apiserver --a=b \\\n  \
    '--c=d e' --f=\"g $H \\\"i\" --j=$(cat k | l) $ARGS 2>&1 | tee x &";

fn read(script: &str) -> Vec<Vec<String>> {
    let all = commands(&Mapped::verbatim(script, DocId(0), 0));
    all.iter().map(|command| command.iter().map(|word| word.value.text().to_owned()).collect()).collect()
}

#[test]
fn finds_the_simple_commands() {
    assert_eq!(read("exec kube-apiserver --a=b 2>&1 | tee x"), [vec!["kube-apiserver", "--a=b"], vec!["tee", "x"]]);
    assert_eq!(read("a b && c || d; e &\nf"), [vec!["a", "b"], vec!["c"], vec!["d"], vec!["e"], vec!["f"]]);
    assert_eq!(read("if a; then b; fi"), [vec!["a"], vec!["b"], vec!["fi"]]);
    assert_eq!(read("(a; b)"), [vec!["a"], vec!["b"]]);
    assert_eq!(read("X=1 Y='2 3' a Z=4"), [vec!["a", "Z=4"]]);
}

#[test]
fn leaves_out_comments_and_redirections() {
    assert_eq!(read("a b#c # d\n# e\nf"), [vec!["a", "b#c"], vec!["f"]]);
    assert_eq!(read("a >x 2>>y <z &>w --b 1>&2"), [vec!["a", "--b"]]);
    assert_eq!(read("a 2 b2>c"), [vec!["a", "2", "b2"]]);
}

#[test]
fn removes_quotes_and_joins_lines() {
    assert_eq!(read("a 'b \\' \"c\\\"d\\e\" f\\ g ''"), [vec!["a", "b \\", "c\"d\\e", "f g", ""]]);
    assert_eq!(read("a \\\n  --b\\\n=c \\\r\n d"), [vec!["a", "--b=c", "d"]]);
    assert_eq!(read("a 'b c"), [vec!["a", "b c"]]);
    assert_eq!(read("a \"b c"), [vec!["a", "b c"]]);
}

#[test]
fn marks_what_only_a_shell_knows() {
    let command = commands(&Mapped::verbatim(SAMPLE, DocId(0), 0)).swap_remove(1);
    let texts: Vec<_> = command.iter().map(|word| word.value.text()).collect();
    assert_eq!(texts, ["kube-apiserver", "--a=b", "--c=d e", "--f=g $H \"i", "--j=$(cat k | l)", "$ARGS"]);
    assert_eq!(command[3].unknown[0].name, "H");
    assert_eq!(&texts[3][command[3].unknown[0].range.clone()], "$H");
    assert_eq!(&texts[4][command[4].unknown[0].range.clone()], "$(cat k | l)");
    assert_eq!(command[5].origin, Origin::Unresolved("ARGS".to_owned()));
    assert!(command[1].is_known() && command[1].origin == Origin::Written);
    assert_eq!(command[1].value.location().unwrap().span.slice(SAMPLE), "--a=b");
    let quoted = commands(&Mapped::verbatim("a \"$B\" \"$@\" ${C} `d` $", DocId(0), 0)).swap_remove(0);
    let origins: Vec<_> = quoted.iter().map(|word| word.origin.clone()).collect();
    let unresolved = |name: &str| Origin::Unresolved(name.to_owned());
    let written = Origin::Written;
    assert_eq!(
        origins,
        [written.clone(), written.clone(), unresolved("@"), unresolved("C"), unresolved("`d`"), written]
    );
}

#[test]
fn never_fails() {
    for text in prefixes(SAMPLE).map(str::to_owned).chain(mutants(SAMPLE, 2000)) {
        for word in commands(&Mapped::verbatim(&text, DocId(0), 0)).iter().flatten() {
            assert!(word.value.location().is_some_and(|at| at.span.end as usize <= text.len()), "{text:?} {word:?}");
            for hole in &word.unknown {
                assert!(word.value.text().get(hole.range.clone()).is_some_and(|written| !written.is_empty()));
            }
        }
    }
}
