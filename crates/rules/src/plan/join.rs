//! Two insertions at one place, of one plan, become one.

/// Appends `next` to `text`; false when the two do not make sense behind each other.
pub(super) fn join(text: &mut String, next: &str) -> bool {
    if text.starts_with(" [") || text.starts_with(" {") {
        // Each would be the whole value.
        return false;
    }
    let shared = shared_parents(text, next);
    if shared == 0 && first_key(text).is_some_and(|key| first_key(next) == Some(key)) {
        return false;
    }
    text.push_str(next.get(shared..).unwrap_or(next));
    true
}

/// Bytes at the front of `next` that name the same parents, line by line, as `text` does.
fn shared_parents(text: &str, next: &str) -> usize {
    let mut length = 0;
    for (own, other) in text.split_inclusive('\n').zip(next.split_inclusive('\n')) {
        let is_parent = own.trim().is_empty() || own.trim_end().ends_with(':');
        if own != other || !is_parent {
            break;
        }
        length += other.len();
    }
    // The line break in front of what follows stays with it.
    let shared = next.get(..length).unwrap_or("");
    let breaks = shared.len() - shared.trim_end_matches(['\r', '\n']).len();
    if shared.trim().is_empty() { 0 } else { length - breaks }
}

/// The first key that an insertion into brackets brings.
fn first_key(text: &str) -> Option<&str> {
    let bare = text.trim_start_matches([',', ' ', '\r', '\n', '\t']);
    (text.starts_with(',') && bare.starts_with('"')).then(|| bare.split(':').next()).flatten()
}

#[cfg(test)]
mod tests {
    use super::join;

    fn check(first: &str, second: &str, expected: Option<&str>) {
        let mut text = first.to_owned();
        let done = join(&mut text, second);
        assert_eq!(done.then_some(text.as_str()), expected);
    }

    #[test]
    fn parents_are_written_once() {
        check("\na:\n  b:\n    c: 1", "\na:\n  b:\n    d: 2", Some("\na:\n  b:\n    c: 1\n    d: 2"));
        check("\r\na:\r\n  b: 1", "\r\na:\r\n  c: 2", Some("\r\na:\r\n  b: 1\r\n  c: 2"));
        check("\na: 1", "\nb: 2", Some("\na: 1\nb: 2"));
        check(" --a=b", " --c=d", Some(" --a=b --c=d"));
    }

    #[test]
    fn what_cannot_follow_is_refused() {
        check(", \"a\": {\"b\": 1}", ", \"a\": {\"c\": 2}", None);
        check(" [{name: a}]", " [{name: b}]", None);
    }
}
