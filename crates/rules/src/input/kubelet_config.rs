//! Reads a KubeletConfiguration: fields become settings, keys that mean nothing become lapses.
//!
//! Source of the decoding rules: `pkg/kubelet/kubeletconfig/util/codec` and sigs.k8s.io/yaml: the file is turned
//! into JSON without knowing the target types, so a number is never text and `"true"` is never a boolean. An
//! unknown field or a duplicate key is logged and ignored; any other error makes the kubelet exit.

use std::borrow::Cow;

use super::nesting;
use crate::command::is_templated;
use crate::document::Document;
use crate::edit::TextEdit;
use crate::knowledge::{self, SettingId, Type};
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::template::FILLER;
use crate::syntax::yaml::{Entry, Kind, NodeId, Parsed, PlainKind};
use crate::target::{Config, FieldUse, Lapse, LapseKind, Reading};
use crate::text::Span;
use crate::value::{self, Value, Wanted};
use crate::version::Version;

/// Deepest nesting of sections followed; the type itself has four levels.
const MAX_DEPTH: usize = 8;

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
        Config { doc, part, root, anchor, fields: reader.fields, drop_in: false, by_kubeadm: false, open: false };
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
        let elsewhere: Vec<&'static str> = knowledge::SETTINGS
            .iter()
            .filter(|row| row.has_field(self.version) && row.field.rsplit('.').next() == Some(key))
            .map(|row| row.field)
            .chain(knowledge::KUBELET_SECTIONS.iter().copied().filter(|path| {
                // A section's own name, such as `anonymous`, when the section is written at the wrong level.
                path.contains('.') && path.rsplit('.').next() == Some(key)
            }))
            .collect();
        let mend = match elsewhere.as_slice() {
            [path] => nesting::moved(self, mapping, entry, path),
            _ => Vec::new(),
        };
        self.lapses.push(Lapse { kind: LapseKind::UnknownField { elsewhere }, at, text: full, mend });
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
        match self.typed(row.field, row.ty, node).and_then(|value| value::accept(row, self.version, value)) {
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
            (Type::Int(_) | Type::Uint(_), Some(PlainKind::Int(number))) => {
                value::read(ty, &number.to_string()).map_err(|_| Wanted::Form("a number that fits the field"))
            }
            (Type::Int(_) | Type::Uint(_), _) => Err(Wanted::Form("a whole number without quotes")),
            (Type::Float, Some(PlainKind::Int(_) | PlainKind::Float)) => Ok(Value::Text(text.to_owned())),
            (Type::Float, _) => Err(Wanted::Form("a number without quotes")),
            // The only duration that also takes a bare number, of nanoseconds.
            (Type::Duration, Some(PlainKind::Int(number))) if field == "logging.flushFrequency" => {
                Ok(Value::Duration(i64::try_from(number).unwrap_or(i64::MAX)))
            }
            (Type::Duration, Some(PlainKind::Str)) => value::read(ty, text),
            (Type::Duration, _) => Err(Wanted::Form("a duration with a unit, such as `5m` or `4h0m0s`")),
            (Type::Quantity, Some(PlainKind::Int(_) | PlainKind::Float | PlainKind::Str)) => value::read(ty, text),
            (Type::Text | Type::Ip, Some(PlainKind::Str)) => Ok(Value::Text(text.to_owned())),
            (Type::Text | Type::Ip | Type::Quantity, _) => Err(Wanted::Form("text; put it in quotes")),
            (Type::List | Type::Array, _) => self.list(node),
            (Type::Map | Type::Switches, _) => {
                self.map(node, |kind| kind == PlainKind::Str, "a mapping from text to text; put numbers in quotes")
            }
            (Type::BoolMap, _) => {
                self.map(node, |kind| matches!(kind, PlainKind::Bool(_)), "a mapping from name to `true` or `false`")
            }
            // An empty structure says nothing, like an empty list.
            (Type::Object, None) if tree.items(node).is_empty() && tree.entries(node).is_empty() => {
                Ok(Value::List(Vec::new()))
            }
            (Type::Object, None) => Ok(Value::Structured),
            (Type::Object, _) => Err(Wanted::Form("a structured value")),
        }
    }

    fn list(&self, node: NodeId) -> Result<Value, Wanted> {
        let tree = &self.parsed.tree;
        let wanted = Wanted::Form("a list of texts");
        if !matches!(tree.node(node).kind, Kind::Sequence { .. }) {
            return Err(wanted);
        }
        let item = |id: &NodeId| match tree.plain_kind(*id) {
            Some(PlainKind::Str) => tree.scalar(*id).map(str::to_owned),
            _ => None,
        };
        tree.items(node).iter().map(item).collect::<Option<Vec<_>>>().map(Value::List).ok_or(wanted)
    }

    fn map(&self, node: NodeId, fits: fn(PlainKind) -> bool, words: &'static str) -> Result<Value, Wanted> {
        let tree = &self.parsed.tree;
        if !matches!(tree.node(node).kind, Kind::Mapping { .. }) {
            return Err(Wanted::Form(words));
        }
        let pair = |entry: &Entry| {
            let text = match tree.plain_kind(entry.value)? {
                PlainKind::Bool(value) => value.to_string(),
                _ => tree.scalar(entry.value)?.to_owned(),
            };
            let fits = fits(tree.plain_kind(entry.value)?);
            fits.then(|| Some((tree.scalar(entry.key)?.to_owned(), text))).flatten()
        };
        let pairs = tree.entries(node).iter().map(pair).collect::<Option<Vec<_>>>();
        pairs.map(Value::Map).ok_or(Wanted::Form(words))
    }
}

/// The first line of a refused value, as messages show it.
fn shown(source: &str) -> String {
    let line = source.lines().next().unwrap_or_default().trim_end();
    if line.len() == source.trim_end().len() { line.to_owned() } else { format!("{line} ...") }
}
