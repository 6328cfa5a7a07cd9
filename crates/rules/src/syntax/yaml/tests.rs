#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "tests")]

use super::tree::Node;
use super::*;

mod robust;

const DOC: DocId = DocId(0);

fn read(text: &str) -> Parsed<'_> {
    parse(text, DOC)
}

/// The tree in one line: JSON-like, with quotes only where the text had them.
fn show(tree: &Tree, id: NodeId) -> String {
    let node = tree.node(id);
    match &node.kind {
        Kind::Scalar { value, style } if *style == Style::Plain => value.to_string(),
        Kind::Scalar { value, .. } => format!("{value:?}"),
        Kind::Mapping { entries, .. } => {
            let all: Vec<_> = entries.iter().map(|(k, v)| format!("{}: {}", show(tree, *k), show(tree, *v))).collect();
            format!("{{{}}}", all.join(", "))
        }
        Kind::Sequence { items, .. } => {
            format!("[{}]", items.iter().map(|item| show(tree, *item)).collect::<Vec<_>>().join(", "))
        }
        Kind::Alias { target } => format!("*{}", target.map_or(-1, |id| i64::from(id.0))),
    }
}

fn shown(text: &str) -> String {
    let parsed = read(text);
    let all: Vec<_> = parsed.tree.documents.iter().map(|document| show(&parsed.tree, document.root)).collect();
    all.join(" --- ")
}

fn value<'p>(parsed: &'p Parsed, path: &[&str]) -> &'p Node<'p> {
    let tree = &parsed.tree;
    tree.node(tree.at(tree.root().unwrap(), path).unwrap().value)
}

fn source<'t>(text: &'t str, parsed: &Parsed, path: &[&str]) -> &'t str {
    value(parsed, path).span.slice(text)
}

#[test]
fn reads_yaml_json_bom_crlf_and_streams() {
    assert_eq!(shown("a:\n  b: 1\n  c:\n  - x\n  - 'y'\nd: |\n  z\n"), r#"{a: {b: 1, c: [x, "y"]}, d: "z\n"}"#);
    assert_eq!(shown("{\n\t\"a\": [\n\t\t1,\n\t\t2\n\t],\n\t\"b\": {}\n}\n"), r#"{"a": [1, 2], "b": {}}"#);
    assert_eq!(shown("\u{feff}a: 1\r\nb:\r\n  c: 2\r\n"), "{a: 1, b: {c: 2}}");
    assert_eq!(shown("a: 1\n---\nb: 2\n...\n# c\n--- 3\n"), "{a: 1} --- {b: 2} --- 3");
    assert_eq!(shown("%YAML 1.1\n---\na: 1\n"), "{a: 1}");
    assert_eq!(shown(""), "");
    assert_eq!(shown("# only\n"), "");
    for text in ["{\n\t\"a\": [\n\t\t1\n\t]\n}\n", "\u{feff}a: 1\r\n", "a:\t1\n", "a: 1\t# c\n", "a: |\n  x\ty\n"] {
        assert_eq!(read(text).problems, [], "{text:?}");
    }
}

#[test]
fn documents_have_their_spans() {
    let text = "# a\na: 1\n---\n# b\nb: 2\n";
    let parsed = read(text);
    let spans: Vec<_> = parsed.tree.documents.iter().map(|document| document.span.slice(text)).collect();
    assert_eq!(spans, ["# a\na: 1\n", "---\n# b\nb: 2\n"]);
    let comments: Vec<_> = parsed.tree.comments.iter().map(|span| span.slice(text)).collect();
    assert_eq!(comments, ["# a", "# b"]);
}

#[test]
fn spans_are_the_node_s_own_text() {
    for newline in ["\n", "\r\n"] {
        for start in ["", "\u{feff}", "# é\n"] {
            let text =
                "a: 'q' # c\nb:\n- x\n-  y\n\n# c\nc: |-  # c\n    l1\n\n    l2\n\n\nd: {e: [1, 2]}\nf: >\n\n  g\n";
            let text = format!("{start}{}", text.replace('\n', newline));
            let parsed = read(&text);
            assert_eq!(parsed.problems, []);
            assert_eq!(source(&text, &parsed, &["a"]), "'q'");
            assert_eq!(source(&text, &parsed, &["b"]).replace('\r', ""), "- x\n-  y");
            assert_eq!(source(&text, &parsed, &["c"]).replace('\r', ""), "|-  # c\n    l1\n\n    l2");
            assert_eq!(source(&text, &parsed, &["d"]), "{e: [1, 2]}");
            assert_eq!(source(&text, &parsed, &["d", "e"]), "[1, 2]");
            assert_eq!(source(&text, &parsed, &["f"]).replace('\r', ""), ">\n\n  g");
            let comments = parsed.tree.comments.iter().map(|span| span.slice(&text));
            assert!(comments.filter(|comment| *comment == "# c").count() == 3);
        }
    }
}

#[test]
fn trap_1_many_comments_between_key_and_value() {
    let text = format!("a:\n{}  b: 1\n", "  # c\n".repeat(500));
    let parsed = read(&text);
    assert_eq!(parsed.problems, []);
    assert_eq!(parsed.tree.comments.len(), 500);
    assert_eq!(source(&text, &parsed, &["a", "b"]), "1");
}

#[test]
fn trap_2_an_absent_value_stands_after_the_colon() {
    for (text, place) in
        [("a:", 2), ("a :\nb: 1", 3), ("a: # c\n", 2), ("{a: , b: 1}", 3), ("{a, b: 1}", 2), ("a: &x\n", 5)]
    {
        let parsed = read(text);
        let node = value(&parsed, &["a"]);
        assert!(node.is_empty_value(), "{text}");
        assert_eq!(node.span, Span::at(place), "{text}");
    }
    for (text, place) in [("-", 1), ("-  \n- a", 1), ("- # c\n", 1)] {
        let parsed = read(text);
        let item = parsed.tree.items(parsed.tree.root().unwrap())[0];
        assert_eq!(parsed.tree.node(item).span, Span::at(place), "{text}");
    }
    assert!(!value(&read("a: ~"), &["a"]).is_empty_value());
    assert!(!value(&read("a: ''"), &["a"]).is_empty_value());
}

#[test]
fn trap_3_a_block_scalar_includes_its_header() {
    for text in ["a: |-\n  x\n", "a: !!str >+2\n    x\n", "- |\n  x\n", "a:\n  # | not this\n  |\n  x", "--- |\n x\n"] {
        let parsed = read(text);
        let node = parsed.tree.nodes.iter().find(|node| node.style().is_some_and(Style::is_block)).unwrap();
        let own = node.span.slice(text);
        assert!(own.starts_with(['|', '>']) && own.ends_with('x'), "{text:?} {own:?}");
    }
    let text = "a: |  # c\nb: |+\n\n\nc: 1\n";
    let parsed = read(text);
    assert_eq!(source(text, &parsed, &["a"]), "|");
    assert_eq!(source(text, &parsed, &["b"]), "|+");
}

#[test]
fn trap_4_spans_are_bytes() {
    let text = "ключ: значение\nb: x\n";
    assert_eq!(source(text, &read(text), &["b"]), "x");
}

#[test]
fn trap_6_an_unknown_alias_does_not_end_the_parse() {
    let text = "a: *no\nb: &x 1\nc: *x\n";
    let parsed = read(text);
    assert_eq!(parsed.problems.len(), 1);
    assert_eq!(parsed.problems[0].span.slice(text), "*no");
    assert!(value(&parsed, &["b"]).anchored);
    let tree = &parsed.tree;
    assert_eq!(tree.scalar(tree.get(tree.root().unwrap(), "c").unwrap().value), Some("1"));
    assert!(parsed.masked.is_empty());
}

#[test]
fn trap_7_a_very_long_key() {
    let text = format!("{}: 1\nb: 2\n", "k".repeat(1100));
    let parsed = read(&text);
    assert_eq!(parsed.problems.len(), 1, "{:?}", parsed.problems);
    assert!(parsed.problems[0].message.contains("1,024"));
    assert_eq!(source(&text, &parsed, &["b"]), "2");
}

/// Trap 5 and the other half-typed documents: what stands behind the damage is read.
#[test]
fn recovers_behind_the_damage() {
    let damaged = [
        "a: [1, 2",
        "a: {b: 1",
        "a: \"x",
        "a: 'x",
        "foo",
        "\tfoo: 1",
        "   wrong: 1",
        "a: @x",
        "a: - x",
        "a: b: c",
        "a: `x",
        "a: }",
        "a: [\n  1,\n  2",
        "\"a\": \"b\" c",
        "a: &",
        "!!! x",
        "{{ template }}",
        "%x",
        "a: \"\\q\"",
    ];
    for line in damaged {
        let text = format!("first: 1\nlist:\n- one\n{line}\nlast: 2\nmore:\n  deep: true\n");
        let parsed = read(&text);
        assert_eq!(source(&text, &parsed, &["last"]), "2", "{line:?}: {:?}", parsed.problems);
        assert_eq!(source(&text, &parsed, &["more", "deep"]), "true", "{line:?}");
        assert_eq!(source(&text, &parsed, &["first"]), "1", "{line:?}");
        assert!(!parsed.problems.is_empty(), "{line:?}");
    }
}

#[test]
fn a_broken_document_leaves_the_others_alone() {
    let text = "a: 1\n---\nb: [\n---\nc: 3\n";
    let parsed = read(text);
    let last = parsed.tree.documents.last().unwrap().root;
    assert_eq!(show(&parsed.tree, last), "{c: 3}");
    assert_eq!(show(&parsed.tree, parsed.tree.documents[0].root), "{a: 1}");
}

#[test]
fn half_of_a_json_file_keeps_all_it_has() {
    for text in ["{\"a\": {\"b\": [1, 2", "{\n  \"a\": {\n    \"b\": [1, 2\n", "{\"a\": {\"b\": [1, 2] # c"] {
        let parsed = read(text);
        assert_eq!(
            show(&parsed.tree, parsed.tree.root().unwrap()),
            "{\"a\": {\"b\": [1, 2]}}",
            "{:?}",
            parsed.problems
        );
        assert_eq!(parsed.problems.len(), 1);
        assert!(parsed.tree.nodes.iter().all(|node| node.span.end as usize <= text.len()));
    }
    let text = "{\n  \"a\": 1,\n  \"b\": \"x,\n  \"c\": 2\n}\n";
    assert_eq!(source(text, &read(text), &["c"]), "2");
}

#[test]
fn tabs_that_the_decoder_refuses() {
    for (text, at) in
        [("-\tx\n", "\t"), ("a: 1\n\t# c\nb: 2\n", "\t"), ("a: 1\n \t\nb: 2\n", " \t"), ("- -\ta\n", "\t")]
    {
        let parsed = read(text);
        assert_eq!(parsed.oddities.len(), 1, "{text:?}");
        let shown = parsed.oddities[0].span.slice(text);
        assert!(at.contains(shown), "{text:?} {shown:?}");
    }
    let text = "a:\n\tb: 1\n\tc:\n\t\td: 2\n";
    let parsed = read(text);
    assert_eq!(show(&parsed.tree, parsed.tree.root().unwrap()), "{a: {b: 1, c: {d: 2}}}");
    assert_eq!(parsed.oddities.len(), 3);
}

#[test]
fn unseen_line_breaks_part_the_text() {
    let text = "# note\u{2028}enabled: true\na: \"\u{85}\"\n";
    let (parted, found) = with_line_breaks(text);
    assert_eq!((parted.len(), found.len()), (text.len(), 2));
    let parsed = read(&parted);
    assert_eq!(source(&parted, &parsed, &["enabled"]), "true");
    assert_eq!(with_line_breaks("a: é\n"), ("a: é\n".into(), Vec::new()));
}

#[test]
fn duplicates_are_kept_and_the_last_wins() {
    let text = "a: 1\nb: 2\n\"a\": 3\n";
    let parsed = read(text);
    assert_eq!(parsed.duplicates.len(), 1);
    assert_eq!(source(text, &parsed, &["a"]), "3");
    let many: String = (0..50).map(|n| format!("k{n}: 1\n")).chain(["k7: 2\n".to_owned()]).collect();
    assert_eq!(read(&many).duplicates.len(), 1);
}

#[test]
fn merge_keys_follow_the_order_of_the_text() {
    let text = "base: &b {x: 1, y: 2}\nother: &o {x: 9, z: 3}\nm:\n  x: 5\n  <<: *b\nn:\n  <<: [*b, *o]\n  y: 7\n";
    let parsed = read(text);
    let tree = &parsed.tree;
    let root = tree.root().unwrap();
    let get = |path: &[&str]| tree.at(root, path).map(|entry| (tree.scalar(entry.value).unwrap(), entry.merged));
    assert_eq!(get(&["m", "x"]), Some(("1", true)));
    assert_eq!(get(&["n", "x"]), Some(("1", true)));
    assert_eq!(get(&["n", "z"]), Some(("3", true)));
    assert_eq!(get(&["n", "y"]), Some(("7", false)));
    let entries = tree.entries(tree.get(root, "n").unwrap().value);
    let mut flat: Vec<_> =
        entries.iter().map(|e| (tree.scalar(e.key).unwrap(), tree.scalar(e.value).unwrap(), e.merged)).collect();
    flat.sort_unstable();
    assert_eq!(flat, [("x", "1", true), ("y", "7", false), ("z", "3", true)]);
}

#[test]
fn bombs_and_depth_are_bounded() {
    let mut bomb = String::from("a0: &a0 {x: 1}\n");
    for n in 1..40 {
        let all = format!("*a{}, ", n - 1).repeat(9);
        bomb += &format!("a{n}: &a{n} {{<<: [{all}], k{n}: [{all}]}}\n");
    }
    let parsed = read(&bomb);
    let last = parsed.tree.get(parsed.tree.root().unwrap(), "a39").unwrap().value;
    assert!(parsed.tree.get(last, "nothing").is_none());
    assert!(parsed.tree.entries(last).len() < 5000);
    for deep in ["[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(50_000), "? ".repeat(10_000)] {
        let parsed = read(&deep);
        assert!(!parsed.problems.is_empty());
    }
    let block: String = (0..1000).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    let text = format!("{block}---\nb: 1\n");
    let parsed = read(&text);
    assert!(parsed.problems[0].message.contains("deeper"));
    assert_eq!(parsed.tree.documents.len(), 2);
}

#[test]
fn block_scalars_map_line_by_line() {
    for newline in ["\n", "\r\n"] {
        let text = "d:\n  k: |  # c\n\n    one: 1\n      two: é\n    \n    last\n\n".replace('\n', newline);
        let parsed = read(&text);
        let tree = &parsed.tree;
        let id = tree.at(tree.root().unwrap(), &["d", "k"]).unwrap().value;
        let mapped = tree.mapped(&text, id);
        assert_eq!(mapped.text(), "\none: 1\n  two: é\n\nlast\n");
        for word in ["one", "two", "é", "last"] {
            let at = mapped.text().find(word).unwrap();
            let slice = mapped.slice(at..at + word.len());
            assert!(slice.is_verbatim());
            assert_eq!(slice.location().unwrap().span.slice(&text), word);
        }
    }
    let text = "k: >-\n  one two\n  three\nj: |4\n      x\n    y";
    let parsed = read(text);
    let tree = &parsed.tree;
    let root = tree.root().unwrap();
    let folded = tree.mapped(text, tree.get(root, "k").unwrap().value);
    assert_eq!(folded.text(), "one two three");
    assert_eq!(folded.slice(8..13).location().unwrap().span.slice(text), "three");
    let literal = tree.mapped(text, tree.get(root, "j").unwrap().value);
    assert_eq!(literal.text(), "  x\ny", "the end of the text adds no line break");
    assert_eq!(literal.slice(4..5).location().unwrap().span.slice(text), "y");
}

#[test]
fn other_scalars_map_exactly_or_as_a_whole() {
    let text = "a: plain # c\nb: 'it''s'\nc: \"x y\"\nd: one\n  two\ne: *z\nf:\n";
    let parsed = read(text);
    let tree = &parsed.tree;
    let mapped = |key| tree.mapped(text, tree.get(tree.root().unwrap(), key).unwrap().value);
    assert!(mapped("a").is_verbatim());
    assert!(mapped("c").is_verbatim());
    assert_eq!(mapped("c").location().unwrap().span.slice(text), "x y");
    assert_eq!(mapped("b").text(), "it's");
    assert_eq!(mapped("b").location().unwrap().span.slice(text), "it''s");
    assert_eq!(mapped("d").text(), "one two");
    assert!(!mapped("d").is_verbatim());
    assert!(mapped("e").is_empty() && mapped("f").is_empty());
    assert_eq!(mapped("f").location().unwrap().span, Span::at(Span::of(text.len() - 1, 0).start));
}

#[test]
fn tags_decide_the_kind() {
    let parsed = read("a: !!str yes\nb: !!int '5'\nc: yes\nd: 'yes'\ne: |\n  1\nf:\ng: !x 1\nh: !!float 3\ni: []\n");
    let tree = &parsed.tree;
    let kind = |key| tree.plain_kind(tree.get(tree.root().unwrap(), key).unwrap().value);
    assert_eq!(kind("a"), Some(PlainKind::Str));
    assert_eq!(kind("b"), Some(PlainKind::Int(5)));
    assert_eq!(kind("c"), Some(PlainKind::Bool(true)));
    assert_eq!(kind("d"), Some(PlainKind::Str));
    assert_eq!(kind("e"), Some(PlainKind::Str));
    assert_eq!(kind("f"), Some(PlainKind::Null));
    assert_eq!(kind("g"), Some(PlainKind::Str));
    assert_eq!(kind("h"), Some(PlainKind::Float));
    assert_eq!(kind("i"), None);
}
