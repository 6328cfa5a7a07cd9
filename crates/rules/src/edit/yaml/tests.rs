#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice, reason = "tests")]

use super::*;
use crate::edit::{TextEdit, apply};
use crate::syntax::mapped::DocId;
use crate::syntax::yaml::parse;

mod documents;
mod model;

type Planned = Result<Vec<TextEdit>, Refusal>;

/// Follows keys and, where a step is a number, items.
fn find(tree: &Tree, path: &str) -> NodeId {
    let start = tree.root().unwrap();
    path.split('.').filter(|step| !step.is_empty()).fold(start, |at, step| match step.parse::<usize>() {
        Ok(index) => tree.items(at)[index],
        Err(_) => own_entry(tree, at, step).0.unwrap().1,
    })
}

fn run(text: &str, plan: impl Fn(&str, &Tree) -> Planned) -> String {
    let parsed = parse(text, DocId(0));
    assert_eq!(parsed.problems, [], "{text}");
    let edits = plan(text, &parsed.tree).unwrap_or_else(|refusal| panic!("{refusal} in\n{text}"));
    let result = apply(text, &edits).unwrap();
    assert_eq!(parse(&result, DocId(0)).problems, [], "{text}\n=>\n{result}");
    result
}

/// The edit gives the same with LF and CRLF, with and without a line break at the end.
fn check(text: &str, expected: &str, plan: impl Fn(&str, &Tree) -> Planned) {
    assert_eq!(run(text, &plan), expected);
    let windows = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(run(&windows(text), &plan), windows(expected));
    if let (Some(text), Some(expected)) = (text.strip_suffix('\n'), expected.strip_suffix('\n')) {
        assert_eq!(run(text, &plan), expected);
        // A text of one line does not show its line ending.
        if text.contains('\n') {
            assert_eq!(run(&windows(text), &plan), windows(expected));
        }
    }
}

fn check_set(text: &str, path: &str, value: &str, expected: &str) {
    check(text, expected, |text, tree| set_scalar(text, tree, find(tree, path), value));
}

fn check_insert(text: &str, at: &str, path: &[&str], value: &str, expected: &str) {
    check(text, expected, |text, tree| insert(text, tree, find(tree, at), path, value));
}

fn check_remove(text: &str, at: &str, key: &str, expected: &str) {
    check(text, expected, |text, tree| remove_entry(text, tree, find(tree, at), key));
}

#[test]
fn sets_scalars_in_their_quotes() {
    check_set("a: true # c\nb: 1\n", "a", "false", "a: false # c\nb: 1\n");
    check_set("a: 'x'\n", "a", "it's", "a: 'it''s'\n");
    check_set("a: \"x\"\n", "a", "a\"b\\", "a: \"a\\\"b\\\\\"\n");
    check_set("a: x\n", "a", "b: c", "a: \"b: c\"\n");
    check_set("- a\n- b\n", "1", "c", "- a\n- c\n");
    check_set("a: [x, 'y']\n", "a.0", "p,q", "a: [\"p,q\", 'y']\n");
    check_set("{\n\t\"a\": \"x\",\n\t\"b\": true\n}\n", "b", "false", "{\n\t\"a\": \"x\",\n\t\"b\": false\n}\n");
    check_set("{\"a\": 1}\n", "a", "word", "{\"a\": \"word\"}\n");
    check_set("a: one\n  two\nb: 1\n", "a", "three", "a: three\nb: 1\n");
}

#[test]
fn sets_absent_values_behind_the_colon() {
    check_set("a:\nb: 1\n", "a", "x", "a: x\nb: 1\n");
    check_set("a:  # c\nb: 1\n", "a", "x", "a: x  # c\nb: 1\n");
    check_set("a: \nb: 1\n", "a", "x", "a: x\nb: 1\n");
    check_set("{a: , b}\n", "a", "x", "{a: x , b}\n");
    check_set("{a: , b}\n", "b", "x", "{a: , b: x}\n");
    check_set("-\n- b\n", "0", "x", "- x\n- b\n");
    check_set("a: ~\n", "a", "x", "a: x\n");
}

#[test]
fn sets_text_blocks_and_collections() {
    check_set("a: |-  # c\n  x\n  y\n\nb: 1\n", "a", "z", "a: z  # c\n\nb: 1\n");
    check_set("a: |\n    x\n    y\nb: 1\n", "a", "p\n\nq\n", "a: |\n    p\n\n    q\nb: 1\n");
    check_set("a: |\n  x\nb: 1\n", "a", "p\nq", "a: |-\n  p\n  q\nb: 1\n");
    check_set("a: # c\n  b: 1\n  c: 2\nd: 3\n", "a", "x", "a: x # c\nd: 3\n");
    check_set("a:\n- b\n- c\nd: 3\n", "a", "x", "a: x\nd: 3\n");
    check_set("a: {b: 1}\n", "a", "x", "a: x\n");
    check_set("a:\n- b: 1\n  c: 2\n- d\n", "a.0", "x", "a:\n- x\n- d\n");
    check("a:\n- b\n", "a: [c, d]\n", |text, tree| replace_value(text, tree, find(tree, "a"), "[c, d]"));
}

#[test]
fn inserts_into_block_mappings() {
    check_insert("a: 1\nb: 2\n", "", &["c"], "3", "a: 1\nb: 2\nc: 3\n");
    check_insert(
        "a:\n    b: 1 # c\n    # note\n# next\nd: 2\n",
        "a",
        &["x"],
        "[p, q]",
        "a:\n    b: 1 # c\n    x: [p, q]\n    # note\n# next\nd: 2\n",
    );
    check_insert("a:\n    b: 1\n", "", &["x", "y", "z"], "true", "a:\n    b: 1\nx:\n    y:\n        z: true\n");
    check_insert("a:\n  b: 1\nc: 2\n", "", &["a", "d", "e"], "3", "a:\n  b: 1\n  d:\n    e: 3\nc: 2\n");
    check_insert("- a: 1\n- b\n", "0", &["c"], "2", "- a: 1\n  c: 2\n- b\n");
    check_insert("- - a: 1\n- b\n", "0.0", &["c"], "2", "- - a: 1\n    c: 2\n- b\n");
    check_insert(
        "a: |\n  x\n\nb: |+\n  y\n\n---\nz: 1\n",
        "",
        &["c"],
        "2",
        "a: |\n  x\n\nb: |+\n  y\n\nc: 2\n---\nz: 1\n",
    );
    check_insert("a:\n- b\n- c:\n    d\n", "", &["x: y"], "1", "a:\n- b\n- c:\n    d\n\"x: y\": 1\n");
    check_insert("\u{feff}a: 1\n", "", &["b"], "2", "\u{feff}a: 1\nb: 2\n");
}

#[test]
fn inserts_below_empty_parents() {
    let expected = "a:\n  b:\n    c: true\nd: 1\n";
    for text in ["a:\nd: 1\n", "a: {}\nd: 1\n", "a: null\nd: 1\n", "a: ~\nd: 1\n"] {
        check_insert(text, "", &["a", "b", "c"], "true", expected);
        check_insert(text, "a", &["b", "c"], "true", expected);
    }
    check_insert("a: {} # c\n", "", &["a", "b"], "1", "a: # c\n  b: 1\n");
    check_insert("a: # c\n  # d\ne: 1\n", "", &["a", "b"], "1", "a: # c\n  b: 1\n  # d\ne: 1\n");
    check_insert("- a:\n  b: 1\n", "0", &["a", "c"], "1", "- a:\n    c: 1\n  b: 1\n");
    check_insert("{a: {}, b: , c}\n", "", &["a", "x"], "1", "{a: {x: 1}, b: , c}\n");
    check_insert("{a: {}, b: , c}\n", "", &["b", "x"], "1", "{a: {}, b: {x: 1} , c}\n");
    check_insert("{a: {}, b: , c}\n", "", &["c", "x"], "1", "{a: {}, b: , c: {x: 1}}\n");
}

#[test]
fn inserts_into_flow_and_json() {
    check_insert("a: {b: 1}\n", "a", &["c", "d"], "2", "a: {b: 1, c: {d: 2}}\n");
    check_insert("a: {b: 1, }\n", "a", &["c"], "2", "a: {b: 1, c: 2, }\n");
    check_insert("{\"a\":1,\"b\":[]}\n", "", &["c", "d"], "2", "{\"a\":1,\"b\":[],\"c\":{\"d\":2}}\n");
    check_insert("{}\n", "", &["a"], "1", "{\"a\": 1}\n");
    for step in ["\t", "  ", "    "] {
        let text = "{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": 2\n\t},\n\t\"e\": {}\n}\n".replace('\t', step);
        let json = |expected: &str| expected.replace('\t', step);
        check_insert(
            &text,
            "",
            &["x", "y"],
            "true",
            &json(
                "{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": 2\n\t},\n\t\"e\": {},\n\t\"x\": {\n\t\t\"y\": true\n\t}\n}\n",
            ),
        );
        check_insert(
            &text,
            "",
            &["b", "d"],
            "3",
            &json("{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": 2,\n\t\t\"d\": 3\n\t},\n\t\"e\": {}\n}\n"),
        );
        check_insert(
            &text,
            "",
            &["e", "f"],
            "3",
            &json("{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": 2\n\t},\n\t\"e\": {\n\t\t\"f\": 3\n\t}\n}\n"),
        );
    }
    check_insert("a: {\n  b: 1, # c\n  d: 2 # e\n}\n", "a", &["f"], "3", "a: {\n  b: 1, # c\n  d: 2, # e\n  f: 3\n}\n");
    check_insert("a: {\n  b: 1, # c\n}\n", "a", &["f"], "3", "a: {\n  b: 1, # c\n  f: 3,\n}\n");
}

#[test]
fn removes_entries() {
    check_remove("a: 1\n# b\nb: 2 # x\nc: 3\n", "", "b", "a: 1\n# b\nc: 3\n");
    check_remove("a:\n  b: 1\n  c:\n  - 1\n  - 2\nd: 3\n", "a", "c", "a:\n  b: 1\nd: 3\n");
    check_remove("a: 1\nb: 2\n", "", "b", "a: 1\n");
    check_remove("a: # c\n  # d\n  b: 1\n# e\nf: 2\n", "a", "b", "a: {} # c\n  # d\n# e\nf: 2\n");
    check_remove("a: 1\n", "", "a", "{}\n");
    check_remove("- a: 1\n  b: 2\n- c: 3\n", "0", "a", "- b: 2\n- c: 3\n");
    check_remove("- a: 1\n  b: 2\n- c: 3\n", "1", "c", "- a: 1\n  b: 2\n- {}\n");
    check_remove("a: |\n  x\n\n  y\nb: 1\n", "", "a", "b: 1\n");
    check_remove("{a: 1, b: 2, c: 3}\n", "", "b", "{a: 1, c: 3}\n");
    check_remove("{a: 1, b: 2, c: 3}\n", "", "a", "{b: 2, c: 3}\n");
    check_remove("{a: 1, b: 2, c: 3}\n", "", "c", "{a: 1, b: 2}\n");
    check_remove("x: {a: 1, }\n", "x", "a", "x: {}\n");
    check_remove("{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"x\": 1\n\t}\n}\n", "", "b", "{\n\t\"a\": 1\n}\n");
    check_remove(
        "{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"x\": 1\n\t}\n}\n",
        "",
        "a",
        "{\n\t\"b\": {\n\t\t\"x\": 1\n\t}\n}\n",
    );
    check_remove("{\n  a: 1, # c\n  # d\n  b: 2\n}\n", "", "b", "{\n  a: 1 # c\n  # d\n}\n");
}

#[test]
fn one_of_two_duplicates_can_go() {
    let text = "a: 1\nb: 2\na: 3\n";
    let parsed = parse(text, DocId(0));
    let (_, later) = parsed.duplicates[0];
    let edits = remove_key(text, &parsed.tree, later).unwrap();
    assert_eq!(apply(text, &edits).unwrap(), "a: 1\nb: 2\n");
    let refused = remove_entry(text, &parsed.tree, find(&parsed.tree, ""), "a");
    assert_eq!(refused, Err(Refusal::Ambiguous));
}

#[test]
fn inserts_and_removes_items() {
    let add = |text: &str, path: &str, after: usize, value: &str, expected: &str| {
        check(text, expected, |text, tree| insert_item(text, tree, find(tree, path), after, value));
    };
    add("c:\n  - --a=b # x\n  - --c\nd: 1\n", "c", 0, "--e=f", "c:\n  - --a=b # x\n  - --e=f\n  - --c\nd: 1\n");
    add("c:\n- \"a\"\n", "c", 0, "b", "c:\n- \"a\"\n- \"b\"\n");
    add("c:\n-   'a'\n", "c", 0, "b", "c:\n-   'a'\n-   'b'\n");
    add("- - a\n- b\n", "0", 0, "x: y", "- - a\n  - \"x: y\"\n- b\n");
    add("c: [a, 'b']\n", "c", 0, "x", "c: [a, x, 'b']\n");
    add("c: [a, 'b']\n", "c", 1, "x", "c: [a, 'b', 'x']\n");
    add("c: []\n", "c", 0, "x", "c: [x]\n");
    add("{\"c\":[\"a\",\"b\"]}\n", "c", 1, "x", "{\"c\":[\"a\",\"b\",\"x\"]}\n");
    add("{\n\t\"c\": [\n\t\t\"a\"\n\t]\n}\n", "c", 0, "x", "{\n\t\"c\": [\n\t\t\"a\",\n\t\t\"x\"\n\t]\n}\n");
    add("{\n\t\"c\": []\n}\n", "c", 0, "x", "{\n\t\"c\": [\n\t\t\"x\"\n\t]\n}\n");
    let remove = |text: &str, path: &str, index: usize, expected: &str| {
        check(text, expected, |text, tree| remove_item(text, tree, find(tree, path), index));
    };
    remove("c:\n- a # x\n# y\n- b\n", "c", 0, "c:\n# y\n- b\n");
    remove("c:\n- a\n- b\n", "c", 1, "c:\n- a\n");
    remove("c: # k\n- a\nd: 1\n", "c", 0, "c: [] # k\nd: 1\n");
    remove("- - a\n  - b\n", "0", 0, "- - b\n");
    remove("- - a\n- b\n", "0", 0, "- []\n- b\n");
    remove("c: [a, b, c]\n", "c", 1, "c: [a, c]\n");
    remove("c: [a]\n", "c", 0, "c: []\n");
    remove("c: [\n  a, # x\n  b # y\n]\n", "c", 1, "c: [\n  a # x\n]\n");
}

#[test]
fn renames_keys() {
    check("'a': 1\nb: 2\n", "'c d': 1\nb: 2\n", |text, tree| rename_key(text, tree, find(tree, ""), "a", "c d"));
    check("{\"a\": 1}\n", "{\"b\": 1}\n", |text, tree| rename_key(text, tree, find(tree, ""), "a", "b"));
    let text = "a: 1\nb: 2\n";
    let tree = parse(text, DocId(0)).tree;
    assert_eq!(rename_key(text, &tree, find(&tree, ""), "a", "b"), Err(Refusal::Exists));
    assert_eq!(rename_key(text, &tree, find(&tree, ""), "x", "y"), Err(Refusal::Missing));
}

#[test]
fn refuses_what_is_shared_or_odd() {
    let text = "a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 1\nf: !!str 1\ng: 1\n? h\n: 1\ni: [j: 1]\n\
        k:\n  # inner\n  l: 1\n  # last\n  m: 2\n";
    let tree = parse(text, DocId(0)).tree;
    let root = find(&tree, "");
    assert_eq!(set_scalar(text, &tree, find(&tree, "a.b"), "2"), Err(Refusal::Shared));
    assert_eq!(set_scalar(text, &tree, find(&tree, "c"), "2"), Err(Refusal::Shared));
    assert_eq!(set_scalar(text, &tree, find(&tree, "f"), "2"), Err(Refusal::Tagged));
    assert_eq!(set_scalar(text, &tree, find(&tree, "k"), "2"), Err(Refusal::Comments));
    assert_eq!(insert(text, &tree, root, &["a", "z"], "2"), Err(Refusal::Shared));
    assert_eq!(insert(text, &tree, root, &["c", "z"], "2"), Err(Refusal::Shared));
    assert_eq!(insert(text, &tree, root, &["d", "b", "z"], "2"), Err(Refusal::Shared));
    assert_eq!(insert(text, &tree, root, &["g", "z"], "2"), Err(Refusal::NotAMapping));
    assert_eq!(insert(text, &tree, root, &["g"], "2"), Err(Refusal::Exists));
    assert_eq!(remove_entry(text, &tree, root, "a"), Err(Refusal::Shared));
    assert_eq!(remove_entry(text, &tree, root, "h"), Err(Refusal::Layout));
    assert_eq!(remove_entry(text, &tree, find(&tree, "i.0"), "j"), Err(Refusal::Layout));
    assert_eq!(insert_item(text, &tree, root, 0, "x"), Err(Refusal::NotASequence));
}

#[test]
fn strings_are_quoted_where_they_must_be() {
    let yaml = parse("a: 1\n", DocId(0)).tree;
    let json = parse("{\"a\": 1}\n", DocId(0)).tree;
    for (value, in_yaml) in
        [("word", "word"), ("yes", "\"yes\""), ("10", "\"10\""), ("a: b", "\"a: b\""), ("", "\"\""), ("*", "\"*\"")]
    {
        assert_eq!(string_like(&yaml, find(&yaml, "a"), value), in_yaml);
    }
    assert_eq!(string_like(&json, find(&json, "a"), "word"), "\"word\"");
    assert!(is_json(&json, find(&json, "a")) && !is_json(&yaml, find(&yaml, "a")));
}
