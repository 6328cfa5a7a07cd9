//! Reads a KubeletConfiguration: fields become settings, keys that mean nothing become lapses.
//!
//! Source of the decoding rules: `pkg/kubelet/kubeletconfig/util/codec` and sigs.k8s.io/yaml: the file is turned
//! into JSON without knowing the target types, so a number is never text and `"true"` is never a boolean. An
//! unknown field or a duplicate key is logged and ignored; any other error makes the kubelet exit.

use std::borrow::Cow;

use super::{names, nesting};
use crate::command::is_templated;
use crate::document::Document;
use crate::edit::TextEdit;
use crate::knowledge::{self, SettingId, Type};
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::template::FILLER;
use crate::syntax::yaml::{Entry, Kind, NodeId, Parsed, PlainKind, Style};
use crate::target::{Config, FieldUse, Lapse, LapseKind, Reading};
use crate::text::Span;
use crate::value::{self, Value, Wanted};
use crate::version::Version;

/// Deepest nesting of sections followed; the type itself has four levels.
const MAX_DEPTH: usize = 8;
/// Unknown keys for which a likely name is looked up; a text of nothing but unknown keys must not cost more.
const MOST_GUESSES: usize = 100;

/// A document being read.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) doc: DocId,
    pub(super) parsed: &'a Parsed<'a>,
    pub(super) version: Version,
    pub(super) fields: Vec<FieldUse>,
    pub(super) lapses: Vec<Lapse>,
}

/// Reads the mapping `root` of `parsed`, the part with index `part`.
pub fn read(document: &Document, parsed: &Parsed, part: usize, root: NodeId, version: Version) -> (Config, Vec<Lapse>) {
    let doc = parsed.tree.doc;
    let mut reader = Reader { document, doc, parsed, version, fields: Vec::new(), lapses: Vec::new() };
    let flattened = nesting::lost_indentation(&reader, root);
    let skip = flattened.as_ref().map_or_else(Vec::new, |flattened| flattened.keys.clone());
    reader.section(root, "", &skip, MAX_DEPTH);
    reader.lapses.extend(flattened.map(|flattened| flattened.lapse));
    reader.duplicates(root);
    let anchor = Location::new(doc, anchor(parsed, root));
    let config =
        Config { doc, part, root, anchor, fields: reader.fields, drop_in: false, installer: None, open: false };
    (config, reader.lapses)
}

/// The only type that the kubelet reads.
const API_VERSION: &str = "kubelet.config.k8s.io/v1beta1";
const KIND: &str = "KubeletConfiguration";
/// First release that wants the type in drop-ins too. Source: `cmd/kubelet/app/server.go`.
const DROP_INS_TYPED: Version = Version(32);

/// What is wrong with the type that the file says it is. A text that says nothing is a part of a file; whether the
/// rest names the type is not known, unless it is a drop-in.
pub fn wrong_type(parsed: &Parsed, config: &Config, version: Version) -> Option<Lapse> {
    let tree = &parsed.tree;
    let entry = |key| tree.get(config.root, key);
    let (api, kind) = (entry("apiVersion"), entry("kind"));
    let untyped = api.is_none() && kind.is_none();
    if (untyped && !config.drop_in) || (config.drop_in && version < DROP_INS_TYPED) {
        return None;
    }
    for (key, found, wanted) in [("apiVersion", api, API_VERSION), ("kind", kind, KIND)] {
        let Some(entry) = found else {
            let kind = LapseKind::WrongType { key, wanted };
            return Some(Lapse { kind, at: config.anchor, text: String::new(), mend: Vec::new() });
        };
        let text = tree.scalar(entry.value).unwrap_or_default();
        if text == wanted || text.contains(FILLER) || is_templated(text) {
            continue;
        }
        let span = tree.node(entry.value).span;
        let at = Location::new(tree.doc, tree.node(entry.key).span.cover(span));
        // Another group may be another thing altogether; only the version of the right one is a slip.
        let slip = text.starts_with("kubelet.config.k8s.io/");
        let mend = if slip { vec![(tree.doc, TextEdit::replace(span, wanted))] } else { Vec::new() };
        return Some(Lapse { kind: LapseKind::WrongType { key, wanted }, at, text: text.to_owned(), mend });
    }
    None
}

/// Where an absent field is pointed at: the `kind:` entry, else the first key, else the start.
fn anchor(parsed: &Parsed, root: NodeId) -> Span {
    let tree = &parsed.tree;
    let kind = tree.get(root, "kind").map(|entry| tree.node(entry.key).span.cover(tree.node(entry.value).span));
    let first = || tree.own_entries(root).first().map(|(key, _)| tree.node(*key).span);
    kind.or_else(first).unwrap_or(Span::at(tree.node(root).span.start))
}

impl Reader<'_> {
    fn section(&mut self, mapping: NodeId, path: &str, skip: &[NodeId], depth: usize) {
        let tree = &self.parsed.tree;
        for entry in tree.entries(mapping) {
            let Some(key) = tree.scalar(entry.key) else { continue };
            if skip.contains(&entry.key) || (path.is_empty() && matches!(key, "apiVersion" | "kind")) {
                continue;
            }
            let full = if path.is_empty() { Cow::Borrowed(key) } else { Cow::Owned(format!("{path}.{key}")) };
            let setting = knowledge::by_field(&full).filter(|id| id.row().has_field(self.version));
            if let Some(setting) = setting {
                self.field(mapping, setting, entry);
            } else if knowledge::KUBELET_SECTIONS.contains(&&*full) {
                if depth > 0 && matches!(tree.node(tree.resolve(entry.value)).kind, Kind::Mapping { .. }) {
                    self.section(tree.resolve(entry.value), &full, skip, depth - 1);
                }
            } else if !is_templated(key) {
                self.unknown(mapping, entry, full.into_owned(), key);
            }
        }
    }

    fn field(&mut self, mapping: NodeId, setting: SettingId, entry: Entry) {
        let tree = &self.parsed.tree;
        let node = tree.resolve(entry.value);
        let reading = self.reading(setting, node);
        self.older_value(node, &reading);
        self.fields.push(FieldUse {
            setting,
            mapping,
            node,
            key: Location::new(self.doc, tree.node(entry.key).span),
            value: Location::new(self.doc, tree.node(node).span),
            reading,
            parts: self.parts(node),
        });
    }

    /// Notes a word or number that YAML 1.2 reads otherwise.
    fn older_value(&mut self, node: NodeId, reading: &Reading) {
        let tree = &self.parsed.tree;
        let Some(text) = tree.scalar(node).filter(|_| !tree.node(node).tagged()) else { return };
        let same = match reading {
            Reading::Value(Value::Bool(_)) => matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE"),
            // A leading zero means octal in one release and nothing in the other.
            Reading::Value(Value::Int(number)) => {
                text.parse() == Ok(*number) || text.starts_with("0x") || text.starts_with("0o")
            }
            _ => true,
        };
        if let (false, Reading::Value(value)) = (same, reading) {
            let (at, read_as) = (Location::new(self.doc, tree.node(node).span), value.to_string());
            let mend = vec![(self.doc, TextEdit::replace(at.span, read_as.clone()))];
            let kind = LapseKind::OlderYaml { read_as };
            self.lapses.push(Lapse { kind, at, text: text.to_owned(), mend });
        }
    }

    fn parts(&self, node: NodeId) -> Vec<(String, Location)> {
        let tree = &self.parsed.tree;
        let place = |id: NodeId| tree.node(id).span;
        let item = |id: &NodeId| Some((tree.scalar(*id)?.to_owned(), Location::new(self.doc, place(*id))));
        let pair = |(key, value): &(NodeId, NodeId)| {
            let span = place(*key).cover(place(*value));
            Some((tree.scalar(*key)?.to_owned(), Location::new(self.doc, span)))
        };
        match &tree.node(node).kind {
            Kind::Sequence { items, .. } => items.iter().filter_map(item).collect(),
            Kind::Mapping { entries, .. } => entries.iter().filter_map(pair).collect(),
            _ => Vec::new(),
        }
    }

    fn unknown(&mut self, mapping: NodeId, entry: Entry, full: String, key: &str) {
        let at = Location::new(self.doc, self.parsed.tree.node(entry.key).span);
        let (mut elsewhere, mut near) = (Vec::new(), None);
        if self.lapses.len() < MOST_GUESSES {
            elsewhere = names::elsewhere(key, self.version);
            near = names::near(&full, self.version).filter(|_| elsewhere.is_empty());
        }
        let mend = match (elsewhere.as_slice(), near) {
            ([path], _) => nesting::moved(self, mapping, entry, path),
            ([], Some((name, true))) => self.renamed(mapping, entry, name),
            _ => Vec::new(),
        };
        self.lapses.push(Lapse { kind: LapseKind::UnknownField { elsewhere, near }, at, text: full, mend });
    }

    /// The edit that gives a key another name; none when the mapping has that one too, or the key is no plain text.
    fn renamed(&self, mapping: NodeId, entry: Entry, name: &str) -> Vec<(DocId, TextEdit)> {
        let tree = &self.parsed.tree;
        let node = tree.node(entry.key);
        let plain = node.style() == Some(Style::Plain);
        let quoted = matches!(node.style(), Some(Style::SingleQuoted | Style::DoubleQuoted));
        if entry.merged || node.anchored || !(plain || quoted) || tree.get(mapping, name).is_some() {
            return Vec::new();
        }
        let span = if quoted { Span::new(node.span.start + 1, node.span.end.saturating_sub(1)) } else { node.span };
        vec![(self.doc, TextEdit::replace(span, name))]
    }

    fn duplicates(&mut self, root: NodeId) {
        let tree = &self.parsed.tree;
        let all = &self.parsed.duplicates;
        // Grouped by document, so those of other documents cost one search.
        let start = all.partition_point(|(first, _)| *first < root);
        let of_root = |(first, _): &&(NodeId, NodeId)| tree.ancestors(*first).any(|node| node == root);
        for (first, _) in all.iter().skip(start).take_while(of_root) {
            let at = Location::new(self.doc, tree.node(*first).span);
            let text = tree.scalar(*first).unwrap_or_default().to_owned();
            self.lapses.push(Lapse { kind: LapseKind::DuplicateKey, at, text, mend: Vec::new() });
        }
    }

    fn reading(&self, setting: SettingId, node: NodeId) -> Reading {
        let tree = &self.parsed.tree;
        let source = tree.node(node).span.slice(&self.document.text);
        if source.contains(FILLER) || tree.scalar(node).is_some_and(is_templated) {
            return Reading::Templated(source.to_owned());
        }
        if tree.plain_kind(node) == Some(PlainKind::Null) {
            return Reading::Absent;
        }
        let row = setting.row();
        let read = self.typed(row.field, row.ty, node).and_then(|value| {
            // What the decoder replaces by the default is not looked at any more.
            let replaced = value::stands_for_default(row, self.version, &value);
            if replaced { Ok(value) } else { value::accept(row, self.version, value) }
        });
        match read {
            Ok(value) => Reading::Value(value),
            Err(wanted) => Reading::Invalid { text: shown(source), wanted },
        }
    }

    fn typed(&self, field: &str, ty: Type, node: NodeId) -> Result<Value, Wanted> {
        let tree = &self.parsed.tree;
        let kind = tree.plain_kind(node);
        let text = tree.scalar(node).unwrap_or_default();
        match (ty, kind) {
            (Type::Bool, Some(PlainKind::Bool(value))) => Ok(Value::Bool(value)),
            (Type::Bool, _) => Err(Wanted::Form("a boolean without quotes, `true` or `false`")),
            (Type::Int(_) | Type::Uint(_) | Type::Level, _) => {
                let number = whole_number(kind, text).ok_or(Wanted::Form("a whole number without quotes"))?;
                value::read(ty, &number.to_string()).map_err(|_| Wanted::Form("a number that fits the field"))
            }
            (Type::Float, Some(PlainKind::Int(number))) => Ok(Value::Text(number.to_string())),
            (Type::Float, Some(PlainKind::Float)) => Ok(Value::Text(text.replace('_', ""))),
            (Type::Float, _) => Err(Wanted::Form("a number without quotes")),
            (Type::Duration, _) if field == "logging.flushFrequency" => self.flush_frequency(kind, text),
            (Type::Duration, Some(PlainKind::Str)) => value::read(ty, text),
            (Type::Duration, _) => Err(Wanted::Form("a duration with a unit, such as `5m` or `4h0m0s`")),
            (Type::Quantity, Some(PlainKind::Int(_) | PlainKind::Float | PlainKind::Str)) => value::read(ty, text),
            (Type::Text | Type::Ip, Some(PlainKind::Str)) => Ok(Value::Text(text.to_owned())),
            (Type::Text | Type::Ip | Type::Quantity, _) => Err(Wanted::Form("text; put it in quotes")),
            (Type::List | Type::Array, _) => self.list(node),
            (Type::Ints, _) => self.numbers(node),
            (Type::BoolMap, _) => {
                self.map(node, |kind| matches!(kind, PlainKind::Bool(_)), "a mapping from name to `true` or `false`")
            }
            (Type::Headers, _) => self.headers(node),
            (Type::Map | Type::Pair | Type::Thresholds | Type::CsvMap | Type::Switches, _) => {
                self.map(node, |kind| kind == PlainKind::Str, "a mapping from text to text; put numbers in quotes")
            }
            // An empty structure says nothing, like an empty list.
            (Type::Object, None) if tree.items(node).is_empty() && tree.entries(node).is_empty() => {
                Ok(Value::List(Vec::new()))
            }
            (Type::Object, None) => Ok(Value::Structured),
            (Type::Object, _) => Err(Wanted::Form("a structured value")),
        }
    }

    /// The only duration that also takes a bare number, of nanoseconds; before 1.28 it took nothing else.
    fn flush_frequency(&self, kind: Option<PlainKind>, text: &str) -> Result<Value, Wanted> {
        match kind {
            Some(PlainKind::Str) if self.version >= Version(28) => value::read(Type::Duration, text),
            Some(PlainKind::Int(number)) => Ok(Value::Duration(i64::try_from(number).unwrap_or(i64::MAX))),
            _ if self.version < Version(28) => Err(Wanted::Form("a number of nanoseconds, such as `5000000000`")),
            _ => Err(Wanted::Form("a duration with a unit, such as `5s`")),
        }
    }

    fn list(&self, node: NodeId) -> Result<Value, Wanted> {
        let item = |id: NodeId| match self.parsed.tree.plain_kind(id)? {
            // JSON's null leaves the element as it was made: empty.
            PlainKind::Null => Some(String::new()),
            PlainKind::Str => self.parsed.tree.scalar(id).map(str::to_owned),
            _ => None,
        };
        self.items(node, item).ok_or(Wanted::Form("a list of texts"))
    }

    fn numbers(&self, node: NodeId) -> Result<Value, Wanted> {
        let tree = &self.parsed.tree;
        let item = |id: NodeId| {
            let number = whole_number(tree.plain_kind(id), tree.scalar(id)?)?;
            i32::try_from(number).ok().map(|number| number.to_string())
        };
        self.items(node, item).ok_or(Wanted::Form("a list of whole numbers"))
    }

    fn items(&self, node: NodeId, item: impl Fn(NodeId) -> Option<String>) -> Option<Value> {
        let tree = &self.parsed.tree;
        let is_list = matches!(tree.node(node).kind, Kind::Sequence { .. });
        let items = is_list.then(|| tree.items(node).iter().map(|id| item(*id)).collect::<Option<Vec<_>>>());
        items.flatten().map(Value::List)
    }

    fn map(&self, node: NodeId, fits: fn(PlainKind) -> bool, words: &'static str) -> Result<Value, Wanted> {
        let tree = &self.parsed.tree;
        let text = |id: NodeId| match tree.plain_kind(id)? {
            PlainKind::Bool(value) => Some(value.to_string()),
            _ => Some(tree.scalar(id)?.to_owned()),
        };
        let value = |id: NodeId| match tree.plain_kind(id)? {
            PlainKind::Null if fits(PlainKind::Bool(false)) => Some("false".to_owned()),
            PlainKind::Null => Some(String::new()),
            kind => text(id).filter(|_| fits(kind)),
        };
        self.pairs(node, |key, id| Some(vec![(key.to_owned(), value(id)?)])).ok_or(Wanted::Form(words))
    }

    /// A name with each of its texts is a pair.
    fn headers(&self, node: NodeId) -> Result<Value, Wanted> {
        let pairs = |key: &str, id: NodeId| {
            let Ok(Value::List(texts)) = self.list(self.parsed.tree.resolve(id)) else { return None };
            Some(texts.into_iter().map(|text| (key.to_owned(), text)).collect())
        };
        self.pairs(node, pairs).ok_or(Wanted::Form("a mapping from name to a list of texts"))
    }

    fn pairs(&self, node: NodeId, of: impl Fn(&str, NodeId) -> Option<Vec<(String, String)>>) -> Option<Value> {
        let tree = &self.parsed.tree;
        if !matches!(tree.node(node).kind, Kind::Mapping { .. }) {
            return None;
        }
        let each = tree.entries(node).into_iter().map(|entry| of(tree.scalar(entry.key)?, entry.value));
        each.collect::<Option<Vec<_>>>().map(|all| Value::Map(all.concat()))
    }
}

/// A number as it reaches the JSON decoder: YAML's `1.0` and `1e3` are written as `1` and `1000` there.
fn whole_number(kind: Option<PlainKind>, text: &str) -> Option<i128> {
    match kind? {
        PlainKind::Int(number) => Some(number),
        PlainKind::Float => value::whole(&text.replace('_', "")).map(i128::from),
        _ => None,
    }
}

/// The first line of a refused value, as messages show it.
fn shown(source: &str) -> String {
    let line = source.lines().next().unwrap_or_default().trim_end();
    if line.len() == source.trim_end().len() { line.to_owned() } else { format!("{line} ...") }
}
