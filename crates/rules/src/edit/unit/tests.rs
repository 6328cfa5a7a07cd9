#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::edit::apply;
use crate::syntax::env_file;
use crate::syntax::unit::mutations::Numbers;

const DOC: DocId = DocId(0);

fn find(text: &str, needle: &str) -> Location {
    let start = text.find(needle).unwrap();
    Location::new(DOC, Span::of(start, start + needle.len()))
}

fn add(text: &str, after: &str, word: &str, context: Context) -> String {
    apply(text, &add_word_after(text, &find(text, after), word, context)).unwrap()
}

fn remove(text: &str, word: &str) -> String {
    apply(text, &remove_word(text, find(text, word).span)).unwrap()
}

/// The words of the first `ExecStart=`.
fn exec(text: &str) -> Vec<Word> {
    let parsed = unit::parse(text, DOC);
    let entry = parsed.files[0].entries("Service", "ExecStart").next().unwrap().clone();
    words::split(&entry.value)
}

fn texts(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.value.text().to_owned()).collect()
}

fn comments(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.trim_start().starts_with(['#', ';'])).collect()
}

const CONTINUED: &str = "[Service]\nExecStart=/usr/bin/kubelet \\\n    --a=1 \\\n    # note\n    --b=2\n# end\n\
    Restart=always\n";

#[test]
fn a_continued_command_gets_a_new_line() {
    assert_eq!(
        add(CONTINUED, "--b=2", "--c=3", Context::Command),
        CONTINUED.replace("    --b=2\n", "    --b=2 \\\n    --c=3\n")
    );
    assert_eq!(
        add(CONTINUED, "--a=1", "--c=3", Context::Command),
        CONTINUED.replace("--a=1 \\\n", "--a=1 \\\n    --c=3 \\\n")
    );
    assert_eq!(
        add(CONTINUED, "/usr/bin/kubelet", "--c=3", Context::Command),
        CONTINUED.replace("kubelet \\\n", "kubelet \\\n    --c=3 \\\n")
    );
}

#[test]
fn new_lines_end_as_the_others_do() {
    let text = CONTINUED.replace('\n', "\r\n");
    let expected = CONTINUED.replace("    --b=2\n", "    --b=2 \\\n    --c=3\n").replace('\n', "\r\n");
    assert_eq!(add(&text, "--b=2", "--c=3", Context::Command), expected);
}

#[test]
fn other_commands_get_the_word_on_the_same_line() {
    let one_line = "[Service]\nExecStart=/usr/bin/kubelet --a=\"b c\" '--d' # x\n";
    assert!(add(one_line, "--a=\"b c", "--n", Context::Command).contains("--a=\"b c\" --n '--d'"));
    assert!(add(one_line, "--d", "--n", Context::Command).contains("'--d' --n # x"));
    let shared = "[Service]\nExecStart=/a --b $C \\\n  --d $E";
    assert!(add(shared, "--b", "--n", Context::Command).contains("/a --b --n $C \\\n"));
    assert!(add(shared, "$E", "--n", Context::Command).ends_with("  --d $E \\\n  --n"));
    assert!(add(shared, "$C", "--n", Context::Command).contains("$C \\\n  --n \\\n  --d"));
}

#[test]
fn a_command_that_ends_with_a_backslash_stays_whole() {
    let text = "[Service]\nExecStart=/a \\\n\t--b\\\n\nRestart=no\n";
    let changed = add(text, "--b", "--n", Context::Command);
    assert_eq!(changed, "[Service]\nExecStart=/a \\\n\t--b\\\n\t--n \\\n\nRestart=no\n");
    assert_eq!(texts(&exec(&changed)), ["/a", "--b", "--n"]);
}

#[test]
fn variables_get_the_word_inside_their_quotes() {
    let unit = "[Service]\nEnvironment=\"K=--a --b\" L=--c M='--d' N= O=\"--e\" P=\"--f=x\"y\n";
    let changed = |after, word| add(unit, after, word, Context::Environment);
    assert!(changed("--b", "--n").contains("\"K=--a --b --n\""));
    assert!(changed("--c", "--n").contains(" \"L=--c --n\" "));
    assert!(changed("--d", "--n").contains("M='--d --n'"));
    assert!(changed("--e", "--n").contains("O=\"--e --n\""));
    assert!(changed("--f=x\"y", "--n").contains("'P=\"--f=x\"y --n'"));
    assert!(changed("--b", "--n=5%").contains("--b --n=5%%\""));
    let empty = Location::new(DOC, Span::at(find(unit, "N=").span.end));
    let edits = add_word_after(unit, &empty, "--n", Context::Environment);
    assert!(apply(unit, &edits).unwrap().contains(" N=--n O="));
    let file = "K=\"--a --b\"\nL=--c\nM=\"\"\n";
    assert!(add(file, "--b", "--n", Context::EnvironmentFile).starts_with("K=\"--a --b --n\"\n"));
    assert!(add(file, "--c", "--n=$5%", Context::EnvironmentFile).contains("L=--c --n=$5%\n"));
    assert!(add("K=\"--a='b c'\"", "--a='b c", "--n", Context::EnvironmentFile).contains("'b c' --n\""));
}

#[test]
fn a_new_word_is_read_as_it_was_given() {
    let text = "[Service]\nExecStart=/a\n";
    let changed = add(text, "/a", "--b=5% $C d", Context::Command);
    let words = exec(&changed);
    let arguments = words::expand(&words, &mut |_| words::Lookup::Unset);
    assert_eq!(arguments[1].value.text(), "--b=5% $C d");
}

#[test]
fn a_word_alone_on_its_line_takes_the_line_with_it() {
    assert_eq!(remove(CONTINUED, "--a=1"), CONTINUED.replace("    --a=1 \\\n", ""));
    let last = CONTINUED.replace("--a=1 \\\n", "--a=1\n").replace("    --b=2\n", "");
    assert_eq!(remove(CONTINUED, "--b=2"), last);
    assert_eq!(texts(&exec(&last)), ["/usr/bin/kubelet", "--a=1"]);
    let only = "[Service]\r\nExecStart=/a \\\r\n  --b";
    assert_eq!(remove(only, "--b"), "[Service]\r\nExecStart=/a\r\n");
}

#[test]
fn a_word_among_others_takes_one_run_of_blanks() {
    assert_eq!(remove("ExecStart=/a --b  --c --d", "--c"), "ExecStart=/a --b --d");
    assert_eq!(remove("ExecStart=/a --b", "--b"), "ExecStart=/a");
    assert_eq!(remove("ExecStart=/a \"--b c\" --d", "--b c"), "ExecStart=/a --d");
    assert_eq!(remove("ExecStart=/a --b=\"x y\" --d", "--b=\"x y"), "ExecStart=/a --d");
    assert_eq!(remove("  --b --c \\\n", "--b"), "  --c \\\n");
    assert_eq!(remove("K=\"--b --c\"\n", "--b"), "K=\"--c\"\n");
    assert_eq!(remove("K=\"--b --c\"\n", "--c"), "K=\"--b\"\n");
    assert_eq!(remove("K=\"--b\"\n", "--b"), "K=\"\"\n");
    assert_eq!(remove("K=--b\n", "--b"), "K=\n");
    assert_eq!(remove("K=\"--a \\\n--b \\\n--c\"\n", "--b"), "K=\"--a \\\n--c\"\n");
}

#[test]
fn a_flag_and_its_value_go_together() {
    assert_eq!(remove("ExecStart=/a --b c --d", "--b c"), "ExecStart=/a --d");
    let text = "[S]\nExecStart=/a --b \\\n  # note\n  c \\\n  --d\n";
    assert_eq!(remove(text, "--b \\\n  # note\n  c"), "[S]\nExecStart=/a \\\n  # note\n  --d\n");
    let last = "[S]\nExecStart=/a --b \\\n  # note\n  c\nX=y\n";
    assert_eq!(remove(last, "--b \\\n  # note\n  c"), "[S]\nExecStart=/a\n  # note\nX=y\n");
    let own_lines = "[S]\nExecStart=/a \\\n  --b \\\n  c\n";
    assert_eq!(remove(own_lines, "--b \\\n  c"), "[S]\nExecStart=/a\n");
}

#[test]
fn lost_lines_are_joined_again() {
    let continued = |text: &str| apply(text, &append_continuation(text, Span::of(0, text.len()).end)).unwrap();
    assert_eq!(continued("A=b"), "A=b \\");
    assert_eq!(continued("A=b  "), "A=b  \\");
    assert_eq!(continued("A=b \\ \t"), "A=b \\");
    assert_eq!(continued("A=b \\"), "A=b \\");
    let text = "[Service]\r\nExecStart=/a\r\n\r\n# x\r\n \r\n  --b=1 \\\r\n --c\r\n";
    let section = unit::parse(text, DOC).files.swap_remove(0).sections.swap_remove(0);
    let edits = reconnect(text, section.entries[0].span.end, section.entries[1].span.start);
    let mended = apply(text, &edits).unwrap();
    assert_eq!(mended, "[Service]\r\nExecStart=/a \\\r\n# x\r\n  --b=1 \\\r\n --c\r\n");
    assert_eq!(texts(&exec(&mended)), ["/a", "--b=1", "--c"]);
}

/// A command in some layout, from the numbers.
fn layout(numbers: &mut Numbers) -> String {
    let ending = ["\n", "\r\n"][numbers.below(2)];
    let mut text = format!("# top{ending}[Service]{ending}ExecStart=/usr/bin/kubelet");
    for at in 0..=numbers.below(6) {
        match numbers.below(4) {
            0 => text.push(' '),
            1 => text.push_str(&format!(" \\{ending}")),
            2 => text.push_str(&format!("\\{ending}\t ")),
            _ => text.push_str(&format!("  \\{ending}  # note {at}{ending}    ")),
        }
        if text.ends_with('\n') {
            text.push(' ');
        }
        text.push_str(&match numbers.below(4) {
            0 => format!("--flag{at}=1"),
            1 => format!("\"--flag{at}=a b\""),
            2 => format!("--flag{at}='x y'z"),
            _ => format!("--flag{at}"),
        });
    }
    let end = ["", " \\\n", "\n# trailing\nRestart=no\n", "  \n"][numbers.below(4)];
    text + &end.replace('\n', ending)
}

#[test]
fn edits_change_exactly_one_word_in_any_layout() {
    let mut numbers = Numbers::new(41);
    for _ in 0..3000 {
        let text = layout(&mut numbers);
        let words = exec(&text);
        let at = 1 + numbers.below(words.len() - 1);
        let before = texts(&words);

        let edits = add_word_after(&text, &words[at].value.location().unwrap(), "--new=1", Context::Command);
        let changed = apply(&text, &edits).unwrap();
        let mut expected = before.clone();
        expected.insert(at + 1, "--new=1".to_owned());
        assert_eq!(texts(&exec(&changed)), expected, "{text:?} {changed:?}");
        check_rest(&text, &changed);

        for span in [words[at].value.location().unwrap().span, words[at].place.unwrap().span] {
            let changed = apply(&text, &remove_word(&text, span)).unwrap();
            let mut expected = before.clone();
            expected.remove(at);
            assert_eq!(texts(&exec(&changed)), expected, "{text:?} {changed:?}");
            check_rest(&text, &changed);
        }

        if at + 1 < words.len() {
            let span = words[at].place.unwrap().span.cover(words[at + 1].place.unwrap().span);
            let changed = apply(&text, &remove_word(&text, span)).unwrap();
            let mut expected = before.clone();
            expected.drain(at..at + 2);
            assert_eq!(texts(&exec(&changed)), expected, "{text:?} {changed:?}");
            check_rest(&text, &changed);
        }
    }
}

/// Comments, line ends and other entries are as they were.
fn check_rest(text: &str, changed: &str) {
    assert_eq!(comments(text), comments(changed), "{text:?} {changed:?}");
    let lone_feeds = |text: &str| text.matches('\n').count() - text.matches("\r\n").count();
    assert!(!text.contains("\r\n") || lone_feeds(changed) == 0, "{text:?} {changed:?}");
    assert!(text.contains("\r\n") || !changed.contains('\r'));
    let entries = |text: &str| unit::parse(text, DOC).files[0].sections[0].entries.len();
    assert_eq!(entries(text), entries(changed), "{text:?} {changed:?}");
}

#[test]
fn variables_change_by_exactly_one_word() {
    for text in ["A=--x --y --z\n", "A=\"--x --y --z\"\r\n", "A='--x --y --z'", "A=\"--x \\\n --y \\\n --z\"\n"] {
        let read = |text: &str| {
            let value = env_file::parse(text, DOC).variables.swap_remove(0).value;
            texts(&words::split(&value))
        };
        for (at, word) in ["--x", "--y", "--z"].into_iter().enumerate() {
            let mut expected = read(text);
            expected.insert(at + 1, "--n".to_owned());
            assert_eq!(read(&add(text, word, "--n", Context::EnvironmentFile)), expected);
            expected.drain(at..at + 2);
            assert_eq!(read(&remove(text, word)), expected);
        }
    }
}

#[test]
fn planners_survive_any_span() {
    for end in 0..CONTINUED.len() + 3 {
        for start in 0..=end {
            let span = Span::of(start, end);
            let _ = apply(CONTINUED, &remove_word(CONTINUED, span));
            let place = Location::new(DOC, span);
            for context in [Context::Command, Context::Environment, Context::EnvironmentFile] {
                let _ = apply(CONTINUED, &add_word_after(CONTINUED, &place, "--n", context));
            }
            let _ = apply(CONTINUED, &reconnect(CONTINUED, span.start, span.end));
        }
    }
}
