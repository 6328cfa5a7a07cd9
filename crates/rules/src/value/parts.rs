//! Lists and maps as flags write them. Each kind of map has a notation of its own and refuses those of the others.

use super::Wanted;
use super::number::{bool_of, int_of};
use crate::knowledge::Type;

type Pairs = Vec<(String, String)>;

/// The elements of a list flag.
pub(super) fn list(ty: Type, text: &str) -> Result<Vec<String>, Wanted> {
    match ty {
        Type::Array => Ok(vec![text.to_owned()]),
        Type::Ints => {
            let numbers = text.split(',').map(|item| int_of(item, 32).map(|number| number.to_string()));
            numbers.collect::<Option<_>>().ok_or(Wanted::Form("whole numbers, separated by commas"))
        }
        _ if text.is_empty() => Ok(Vec::new()),
        _ => csv(text).ok_or(Wanted::Form("a comma-separated list with balanced quotes")),
    }
}

/// The pairs of a map flag.
pub(super) fn map(ty: Type, text: &str) -> Result<Pairs, Wanted> {
    match ty {
        Type::Switches => Ok(switches(text)),
        Type::Pair => {
            one(text, '=').map(|pair| vec![pair]).ok_or(Wanted::Form("one pair such as `name=value`; repeat the flag"))
        }
        Type::CsvMap => {
            csv_pairs(text).ok_or(Wanted::Form("pairs such as `name=value`, in quotes where they hold a comma"))
        }
        Type::Thresholds => {
            pairs(text, '<').ok_or(Wanted::Form("pairs such as `memory.available<100Mi`, separated by commas"))
        }
        Type::Headers => pairs(text, ':').ok_or(Wanted::Form("pairs such as `name:value`, separated by commas")),
        Type::BoolMap => {
            let pairs = pairs(text, '=').filter(|pairs| pairs.iter().all(|(_, value)| bool_of(value).is_some()));
            pairs.ok_or(Wanted::Form("pairs such as `Name=true`, separated by commas"))
        }
        _ => pairs(text, '=').ok_or(Wanted::Form("pairs such as `name=value`, separated by commas")),
    }
}

fn one(pair: &str, sign: char) -> Option<(String, String)> {
    pair.split_once(sign).map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()))
}

fn pairs(text: &str, sign: char) -> Option<Pairs> {
    text.split(',').filter(|part| !part.is_empty()).map(|part| one(part, sign)).collect()
}

/// `k=v,k2`: a name without a value stands for itself.
fn switches(text: &str) -> Pairs {
    let parts = text.split(',').filter(|part| !part.is_empty());
    parts.map(|part| one(part, '=').unwrap_or_else(|| (part.trim().to_owned(), String::new()))).collect()
}

/// pflag's map of texts: a single pair may hold commas as it is, several need quotes around such a pair.
fn csv_pairs(text: &str) -> Option<Pairs> {
    let items = match text.matches('=').count() {
        0 => return None,
        1 => vec![text.trim_matches('"').to_owned()],
        _ => csv(text)?,
    };
    items.iter().map(|item| item.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned()))).collect()
}

/// One line of comma-separated values as Go's `encoding/csv` reads it: quotes begin and end an element, never stand
/// inside a bare one, and are doubled inside a quoted one.
fn csv(text: &str) -> Option<Vec<String>> {
    let mut items = Vec::new();
    let mut rest = Some(text);
    while let Some(line) = rest {
        let (item, after) = match line.strip_prefix('"') {
            Some(quoted) => quoted_item(quoted)?,
            None => {
                let (item, after) = line.split_once(',').map_or((line, None), |(item, after)| (item, Some(after)));
                (item.to_owned(), after)
            }
        };
        if !line.starts_with('"') && item.contains('"') {
            return None;
        }
        items.push(item);
        rest = after;
    }
    Some(items)
}

/// An element behind its opening quote, and what follows the comma behind it.
fn quoted_item(mut rest: &str) -> Option<(String, Option<&str>)> {
    let mut item = String::new();
    loop {
        let (inside, after) = rest.split_once('"')?;
        item.push_str(inside);
        match after.strip_prefix('"') {
            Some(more) => {
                item.push('"');
                rest = more;
            }
            None if after.is_empty() => return Some((item, None)),
            None => return after.strip_prefix(',').map(|next| (item, Some(next))),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn pairs_of(ty: Type, text: &str) -> Option<Vec<String>> {
        map(ty, text).ok().map(|pairs| pairs.iter().map(|(key, value)| format!("{key}|{value}")).collect())
    }

    #[test]
    fn lists_use_csv_quoting() {
        let of = |text| list(Type::List, text).ok();
        assert_eq!(of("a,b").unwrap(), ["a", "b"]);
        assert_eq!(of("\"a,b\",c").unwrap(), ["a,b", "c"]);
        assert_eq!(of("\"a\"\"b\"").unwrap(), ["a\"b"]);
        assert_eq!(of("a, b,").unwrap(), ["a", " b", ""]);
        assert_eq!(of(""), Some(vec![]));
        for wrong in ["\"a", "a\"b", "\"a\"b", "a,\"b"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn lists_of_numbers_hold_nothing_else() {
        assert_eq!(list(Type::Ints, "29,0x11ec").unwrap(), ["29", "4588"]);
        assert!(list(Type::Ints, "").is_err() && list(Type::Ints, "X25519").is_err());
    }

    #[test]
    fn each_map_has_its_own_sign() {
        assert_eq!(pairs_of(Type::Thresholds, "memory.available<100Mi,").unwrap(), ["memory.available|100Mi"]);
        assert_eq!(pairs_of(Type::Thresholds, "memory.available=100Mi"), None);
        assert_eq!(pairs_of(Type::Map, "cpu = 1,memory=1Gi").unwrap(), ["cpu|1", "memory|1Gi"]);
        assert_eq!(pairs_of(Type::Map, "cpu<1"), None);
        assert_eq!(pairs_of(Type::Headers, "X-Token:a:b").unwrap(), ["X-Token|a:b"]);
        assert_eq!(pairs_of(Type::Pair, "a=b,c=d").unwrap(), ["a|b,c=d"]);
        assert_eq!(pairs_of(Type::Pair, "a"), None);
        assert_eq!(pairs_of(Type::Switches, "api/all=true,x").unwrap(), ["api/all|true", "x|"]);
    }

    #[test]
    fn gates_take_equals_only() {
        assert_eq!(pairs_of(Type::BoolMap, "kube:A=true, B = false,").unwrap(), ["kube:A|true", "B|false"]);
        for wrong in ["A:true", "A=yes", "A", "A=true, "] {
            assert_eq!(pairs_of(Type::BoolMap, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_single_pair_of_texts_may_hold_commas() {
        assert_eq!(pairs_of(Type::CsvMap, "metric,label=a,b").unwrap(), ["metric,label|a,b"]);
        assert_eq!(pairs_of(Type::CsvMap, "\"m,l=a,b\",n=c").unwrap(), ["m,l|a,b", "n|c"]);
        assert_eq!(pairs_of(Type::CsvMap, "m,l=a,n=c"), None);
        assert_eq!(pairs_of(Type::CsvMap, "m"), None);
    }
}
