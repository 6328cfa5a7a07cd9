//! Random documents, random edits: afterwards the text means the same except for the edit, and no comment is lost.

use super::documents::{Random, document};
use super::*;
use crate::text::Span;

/// What a document means.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Null,
    Text(String),
    Map(Vec<(String, Value)>),
    List(Vec<Value>),
}

fn meaning(tree: &Tree, id: NodeId) -> Value {
    match &tree.node(id).kind {
        Kind::Scalar { .. } if tree.plain_kind(id) == Some(crate::syntax::yaml::PlainKind::Null) => Value::Null,
        Kind::Scalar { value, .. } => Value::Text(value.to_string()),
        Kind::Mapping { entries, .. } => Value::Map(
            entries.iter().map(|(key, value)| (tree.scalar(*key).unwrap().to_owned(), meaning(tree, *value))).collect(),
        ),
        Kind::Sequence { items, .. } => Value::List(items.iter().map(|item| meaning(tree, *item)).collect()),
        Kind::Alias { .. } => panic!("none are generated"),
    }
}

fn comments(text: &str, tree: &Tree) -> Vec<String> {
    tree.comments.iter().map(|span| span.slice(text).to_owned()).collect()
}

/// Replaces the meaning of the node at `path`, a list of child indices.
fn change(value: &mut Value, path: &[usize], edit: &dyn Fn(&mut Value)) {
    let Some((first, rest)) = path.split_first() else { return edit(value) };
    match value {
        Value::Map(entries) => change(&mut entries[*first].1, rest, edit),
        Value::List(items) => change(&mut items[*first], rest, edit),
        Value::Null | Value::Text(_) => panic!("no children"),
    }
}

fn trim_breaks(value: &mut Value) {
    match value {
        Value::Null => {}
        Value::Text(text) => text.truncate(text.trim_end_matches('\n').len()),
        Value::Map(entries) => entries.iter_mut().for_each(|(_, value)| trim_breaks(value)),
        Value::List(items) => items.iter_mut().for_each(trim_breaks),
    }
}

/// Every node with the child indices that lead to it; keys are left out.
fn places(tree: &Tree) -> Vec<(NodeId, Vec<usize>)> {
    let mut all = vec![(tree.root().unwrap(), Vec::new())];
    let mut at = 0;
    while let Some((id, path)) = all.get(at).cloned() {
        let children: Vec<NodeId> = match &tree.node(id).kind {
            Kind::Mapping { entries, .. } => entries.iter().map(|(_, value)| *value).collect(),
            Kind::Sequence { items, .. } => items.clone(),
            _ => Vec::new(),
        };
        for (index, child) in children.into_iter().enumerate() {
            let mut longer = path.clone();
            longer.push(index);
            all.push((child, longer));
        }
        at += 1;
    }
    all
}

/// What was planned, how the meaning should change, and which lines may lose their comments.
struct Step {
    planned: Planned,
    path: Vec<usize>,
    edit: Box<dyn Fn(&mut Value)>,
    /// Removed part of the text.
    gone: Option<Span>,
}

fn random_step(random: &mut Random, text: &str, tree: &Tree) -> Step {
    let all = places(tree);
    let (id, path) = all[random.below(all.len())].clone();
    let node = tree.node(id);
    let step = |planned, edit: Box<dyn Fn(&mut Value)>, gone| Step { planned, path: path.clone(), edit, gone };
    match &node.kind {
        Kind::Mapping { entries, .. } if !entries.is_empty() && random.one_in(2) => {
            let index = random.below(entries.len());
            let (key, value) = entries[index];
            let gone = tree.node(key).span.cover(tree.node(value).span);
            let remove = move |value: &mut Value| {
                let Value::Map(entries) = value else { panic!("a mapping") };
                entries.remove(index);
            };
            step(remove_key(text, tree, key), Box::new(remove), Some(gone))
        }
        Kind::Sequence { items, .. } if !items.is_empty() && random.one_in(2) => {
            let index = random.below(items.len());
            let gone = tree.node(items[index]).span;
            let remove = move |value: &mut Value| {
                let Value::List(items) = value else { panic!("a list") };
                items.remove(index);
            };
            step(remove_item(text, tree, id, index), Box::new(remove), Some(gone))
        }
        Kind::Sequence { items, .. } => {
            let index = random.below(items.len());
            let new = random.pick(&["new", "--a=b", "x: y", "p, q", "it's"]);
            let at = if items.is_empty() { 0 } else { index + 1 };
            let add = move |value: &mut Value| {
                let Value::List(items) = value else { panic!("a list") };
                items.insert(at, Value::Text(new.to_owned()));
            };
            step(insert_item(text, tree, id, index, new), Box::new(add), None)
        }
        Kind::Scalar { .. }
            if tree.plain_kind(id) != Some(crate::syntax::yaml::PlainKind::Null) || random.one_in(2) =>
        {
            let new =
                random.pick(&["new", "true", "x: y", "p, q", "it's", "a # b", "- x", "", "one\ntwo\n", "one\n\n two"]);
            let set = move |value: &mut Value| *value = Value::Text(new.to_owned());
            step(set_scalar(text, tree, id, new), Box::new(set), None)
        }
        _ => {
            let set = |value: &mut Value| {
                let fresh = Value::Map(vec![("m".to_owned(), Value::List(vec![Value::Text("v".to_owned())]))]);
                match value {
                    Value::Map(entries) => entries.push(("n".to_owned(), fresh)),
                    _ => *value = Value::Map(vec![("n".to_owned(), fresh)]),
                }
            };
            step(insert(text, tree, id, &["n", "m"], "[v]"), Box::new(set), None)
        }
    }
}

#[test]
fn edits_change_their_target_and_nothing_else() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let (mut done, mut refused) = (0, 0);
    for seed in 1..6000 {
        let text = document(seed);
        let before = parse(&text, DocId(0));
        assert_eq!(before.problems, [], "{text}");
        let Step { planned, path, edit, gone } = random_step(&mut random, &text, &before.tree);
        let edits = match planned {
            Ok(edits) => edits,
            Err(_) => {
                refused += 1;
                continue;
            }
        };
        done += 1;
        let result = apply(&text, &edits).unwrap_or_else(|error| panic!("{error} {edits:?}\n{text}"));
        let after = parse(&result, DocId(0));
        let mut expected = meaning(&before.tree, before.tree.root().unwrap());
        change(&mut expected, &path, &edit);
        assert_eq!(after.problems, [], "seed {seed}\n{text}\n=>\n{result}");
        let mut found = meaning(&after.tree, after.tree.root().unwrap());
        if !text.ends_with('\n') {
            // A block scalar cut off by the end of the text gets its line break when something follows.
            trim_breaks(&mut found);
            trim_breaks(&mut expected);
        }
        assert_eq!(found, expected, "seed {seed}\n{text}\n=>\n{result}");
        let kept = comments(&result, &after.tree);
        let lines = gone.map(|span| {
            let end = text[span.end as usize..].find('\n').map_or(text.len(), |at| span.end as usize + at);
            Span::of(span.start as usize, end)
        });
        let must = before.tree.comments.iter().filter(|comment| !lines.is_some_and(|lines| lines.contains(**comment)));
        let must: Vec<String> = must.map(|span| span.slice(&text).to_owned()).collect();
        let still: Vec<&String> = kept.iter().filter(|comment| must.contains(comment)).collect();
        assert_eq!(still, must.iter().collect::<Vec<_>>(), "seed {seed}\n{text}\n=>\n{result}");
        assert_eq!(text.contains("\r\n"), result.contains("\r\n") || !result.contains('\n') && text.contains("\r\n"));
        if text.contains("\r\n") {
            assert!(!result.replace("\r\n", "").contains('\n'), "seed {seed}\n{result:?}");
        }
    }
    assert!(done > refused * 10, "{done} done, {refused} refused");
}

/// A second reader of another family agrees on what the edited text means.
#[test]
fn an_independent_reader_agrees() {
    let mut random = Random(0x1234_5678_9ABC_DEF1);
    let mut judged = 0;
    for seed in 6000..7000 {
        let text = document(seed);
        let before = parse(&text, DocId(0));
        let Ok(edits) = random_step(&mut random, &text, &before.tree).planned else { continue };
        let result = apply(&text, &edits).unwrap();
        let after = parse(&result, DocId(0));
        let theirs: serde_yaml::Value = match (theirs(&text), theirs(&result)) {
            (Ok(_), Ok(theirs)) => theirs,
            (Ok(_), Err(error)) => panic!("seed {seed}: {error}\n{text}\n=>\n{result}"),
            (Err(_), _) => continue,
        };
        judged += 1;
        assert!(agrees(&theirs, &meaning(&after.tree, after.tree.root().unwrap())), "seed {seed}\n{result}");
    }
    assert!(judged > 700, "{judged}");
}

/// That reader takes a byte order mark for a column.
fn theirs(text: &str) -> serde_yaml::Result<serde_yaml::Value> {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}'))
}

fn agrees(theirs: &serde_yaml::Value, ours: &Value) -> bool {
    use serde_yaml::Value as Theirs;
    match (theirs, ours) {
        (Theirs::Null, Value::Null) => true,
        (Theirs::String(text), Value::Text(ours)) => text == ours,
        (Theirs::Number(number), Value::Text(ours)) => number.to_string() == *ours,
        (Theirs::Bool(value), Value::Text(ours)) => value.to_string() == *ours,
        (Theirs::Sequence(items), Value::List(ours)) => {
            items.len() == ours.len() && items.iter().zip(ours).all(|(item, ours)| agrees(item, ours))
        }
        (Theirs::Mapping(entries), Value::Map(ours)) => {
            entries.len() == ours.len()
                && ours.iter().all(|(key, ours)| entries.get(key.as_str()).is_some_and(|value| agrees(value, ours)))
        }
        _ => false,
    }
}
