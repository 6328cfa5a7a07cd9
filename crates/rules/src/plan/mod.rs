//! Turns the changes of a plan into edits, in the layer that wins.

mod conditional;
mod extra;
mod flag;
mod join;
mod relocation;
mod shared;

use crate::bundle::Bundle;
use crate::command::CommandLine;
use crate::context::Context;
use crate::edit::{TextEdit, yaml as yaml_edit};
use crate::effective::{self, Occurrence};
use crate::finding::Change;
use crate::knowledge::{SettingId, Type};
use crate::syntax::mapped::DocId;
use crate::syntax::yaml::{NodeId, Tree};
use crate::target::{Config, FieldUse, LapseKind, Reading};
use crate::value::Value;

pub use shared::reaches_another;

type Edits = Vec<(DocId, TextEdit)>;

/// The edits of all `changes`; nothing when one of them cannot be made exactly or two of them collide.
pub fn edits(changes: &[Change], bundle: &Bundle<'_>, context: &Context<'_>) -> Option<Edits> {
    let planner = Planner { bundle, context };
    let mut all = Edits::new();
    for change in changes {
        for (doc, edit) in planner.change(change)? {
            // Two insertions at one place become one, in the order of the changes.
            let same =
                all.iter_mut().find(|(other, known)| *other == doc && known.span == edit.span && edit.span.is_empty());
            match same {
                Some((_, known)) => {
                    if !join::join(&mut known.text, &edit.text) {
                        return None;
                    }
                }
                None => all.push((doc, edit)),
            }
        }
    }
    all.dedup();
    let overlaps = all.iter().enumerate().any(|(at, (doc, edit))| {
        all.iter()
            .skip(at + 1)
            .any(|(other, known)| doc == other && edit.span.start < known.span.end && known.span.start < edit.span.end)
    });
    (!all.is_empty() && !overlaps).then_some(all)
}

struct Planner<'a> {
    bundle: &'a Bundle<'a>,
    context: &'a Context<'a>,
}

impl Planner<'_> {
    fn change(&self, change: &Change) -> Option<Edits> {
        match change {
            Change::Write(setting, value) => self.write(*setting, value),
            Change::Unset(setting) => self.unset(*setting),
            Change::Add(setting, item) => self.add(*setting, item),
            Change::Take(setting, item) => self.take(*setting, std::slice::from_ref(item)),
            Change::TakeAll(setting, items) => self.take(*setting, items),
            Change::Move(setting) => self.move_to_file(*setting),
            Change::RenameKeys(setting, names) => self.rename_keys(*setting, names),
            Change::DropFlag(index) => self.drop_flag(self.command()?.flags.get(*index)?),
            Change::DropStray(index) => {
                let stray = self.command()?.strays.get(*index)?;
                self.remove_words(stray.host, stray.argument, 1)
            }
            Change::Edits(edits) => Some(edits.clone()),
        }
    }

    fn command(&self) -> Option<&CommandLine> {
        self.context.target.command.as_ref()
    }

    fn tree(&self, part: usize) -> Option<&Tree<'_>> {
        self.bundle.trees.get(part).map(|parsed| &parsed.tree)
    }

    fn write(&self, setting: SettingId, value: &str) -> Option<Edits> {
        let winners = self.winners(setting);
        match winners.split_last() {
            Some((last, rest)) => {
                let mut all = self.overwrite(last, value)?;
                // A list or map that several occurrences build up is written once.
                for earlier in rest {
                    all.extend(self.remove(earlier)?);
                }
                Some(all)
            }
            None => self.insert(setting, value),
        }
    }

    fn winners(&self, setting: SettingId) -> Vec<&Occurrence<'_>> {
        let Some(effective) = self.context.effective(setting) else { return Vec::new() };
        effective.winners.iter().filter_map(|at| self.context.computed.occurrences.get(*at)).collect()
    }

    fn overwrite(&self, occurrence: &Occurrence<'_>, value: &str) -> Option<Edits> {
        match occurrence.place {
            effective::Place::Flag(at) => self.overwrite_flag(at, value),
            effective::Place::Field(file, at) => {
                let (config, field) = self.field(file, at)?;
                let tree = self.tree(config.part)?;
                let text = self.bundle.text(config.doc);
                let edits = set_value(text, tree, field.node, occurrence.setting.row().ty, value)?;
                Some(in_doc(config.doc, edits))
            }
        }
    }

    fn insert(&self, setting: SettingId, value: &str) -> Option<Edits> {
        let row = setting.row();
        if row.has_field(self.context.version)
            && let Some(config) = self.context.target.configs.first()
        {
            return self.insert_field(config, setting, value);
        }
        if !row.has_flag(self.context.version) {
            return None;
        }
        if row.has_field(self.context.version) && self.context.target.setup.is_some() {
            // kubeadm writes a file for it, and the file was not given; a flag in its place is on its way out.
            return None;
        }
        self.insert_flag(row.flag, value)
    }

    fn insert_field(&self, config: &Config, setting: SettingId, value: &str) -> Option<Edits> {
        let lapses = &self.context.target.lapses;
        if lapses.iter().any(|lapse| matches!(lapse.kind, LapseKind::LostIndentation { .. })) {
            // A new key would take the place of the keys that belong there; the indentation comes first.
            return None;
        }
        let row = setting.row();
        let text = self.bundle.text(config.doc);
        let path: Vec<&str> = row.field.split('.').collect();
        let tree = self.tree(config.part)?;
        // A key that is there with an empty or zero value counts as absent; it gets the value in its place.
        let edits = match config.fields.iter().find(|field| field.setting == setting) {
            Some(field) => set_value(text, tree, field.node, row.ty, value)?,
            None => {
                let spelled = in_yaml(row.ty, value, yaml_edit::is_json(tree, config.root));
                let edits = yaml_edit::insert(text, tree, config.root, &path, &spelled).ok()?;
                self.behind_conditions(tree, config.root, &path, edits)?
            }
        };
        Some(in_doc(config.doc, edits))
    }

    fn unset(&self, setting: SettingId) -> Option<Edits> {
        let effective = self.context.effective(setting)?;
        let indices = effective.losers.iter().chain(&effective.winners);
        let mut all = Edits::new();
        for at in indices {
            all.extend(self.remove(self.context.computed.occurrences.get(*at)?)?);
        }
        Some(all)
    }

    fn remove(&self, occurrence: &Occurrence<'_>) -> Option<Edits> {
        match occurrence.place {
            effective::Place::Flag(at) => self.drop_flag(self.command()?.flags.get(at)?),
            effective::Place::Field(file, at) => {
                let (config, field) = self.field(file, at)?;
                let tree = self.tree(config.part)?;
                let text = self.bundle.text(config.doc);
                let key = occurrence.setting.row().field.rsplit('.').next()?;
                Some(in_doc(config.doc, yaml_edit::remove_entry(text, tree, field.mapping, key).ok()?))
            }
        }
    }

    fn add(&self, setting: SettingId, item: &str) -> Option<Edits> {
        let Some(last) = self.winners(setting).last().copied() else {
            // What is written takes the place of what the installer gives.
            let own = self.context.target.setup.as_ref().and_then(|setup| setup.value(setting)).flatten();
            return self.insert(setting, &own.map_or_else(|| item.to_owned(), |own| format!("{own},{item}")));
        };
        match last.place {
            effective::Place::Flag(at) => {
                let flag = self.command()?.flags.get(at)?;
                let value = flag.value.as_ref()?;
                self.extend_flag(flag, value, item)
            }
            effective::Place::Field(file, at) => {
                let (config, field) = self.field(file, at)?;
                let tree = self.tree(config.part)?;
                let text = self.bundle.text(config.doc);
                let items = tree.items(field.node).len();
                let edits = match items.checked_sub(1) {
                    Some(last) => yaml_edit::insert_item(text, tree, field.node, last, item).ok()?,
                    None => set_value(text, tree, field.node, Type::List, item)?,
                };
                Some(in_doc(config.doc, edits))
            }
        }
    }

    fn take(&self, setting: SettingId, parts: &[String]) -> Option<Edits> {
        let mut all = Edits::new();
        for occurrence in self.winners(setting) {
            let Reading::Value(value) = &*occurrence.reading else { continue };
            let Some(rest) = without(value, parts) else { continue };
            all.extend(match occurrence.place {
                _ if rest.is_empty() => self.remove(occurrence)?,
                effective::Place::Flag(_) => self.overwrite(occurrence, &rest)?,
                effective::Place::Field(file, at) => {
                    let taken: Option<Vec<Edits>> = parts.iter().map(|part| self.take_part(file, at, part)).collect();
                    taken?.concat()
                }
            });
        }
        Some(all)
    }

    fn rename_keys(&self, setting: SettingId, names: &[(String, String)]) -> Option<Edits> {
        let mut all = Edits::new();
        for occurrence in self.winners(setting) {
            let Reading::Value(value) = &*occurrence.reading else { continue };
            let new_name = |key: &str| names.iter().find(|(old, _)| old == key).map(|(_, new)| new.as_str());
            let renamed: Vec<(&str, &str)> =
                value.pairs().iter().filter_map(|(key, _)| Some((key.as_str(), new_name(key)?))).collect();
            if renamed.is_empty() {
                continue;
            }
            match occurrence.place {
                effective::Place::Flag(_) => {
                    let pair = |(key, value): &(String, String)| format!("{}={value}", new_name(key).unwrap_or(key));
                    let pairs: Vec<String> = value.pairs().iter().map(pair).collect();
                    all.extend(self.overwrite(occurrence, &pairs.join(","))?);
                }
                effective::Place::Field(file, at) => {
                    let (config, field) = self.field(file, at)?;
                    let (tree, text) = (self.tree(config.part)?, self.bundle.text(config.doc));
                    for (old, new) in renamed {
                        let edits = yaml_edit::rename_key(text, tree, field.node, old, new).ok()?;
                        all.extend(in_doc(config.doc, edits));
                    }
                }
            }
        }
        Some(all)
    }

    fn take_part(&self, file: usize, at: usize, part: &str) -> Option<Edits> {
        let (config, field) = self.field(file, at)?;
        let tree = self.tree(config.part)?;
        let text = self.bundle.text(config.doc);
        if tree.get(field.node, part).is_some() {
            return Some(in_doc(config.doc, yaml_edit::remove_entry(text, tree, field.node, part).ok()?));
        }
        let mut all = Edits::new();
        for (index, node) in tree.items(field.node).iter().enumerate() {
            if tree.scalar(*node) == Some(part) {
                all.extend(in_doc(config.doc, yaml_edit::remove_item(text, tree, field.node, index).ok()?));
            }
        }
        Some(all)
    }

    fn field(&self, file: usize, at: usize) -> Option<(&Config, &FieldUse)> {
        let config = self.context.target.configs.get(file)?;
        Some((config, config.fields.get(at)?))
    }
}

/// A list or map without some elements or keys, as a flag spells it; nothing when none of them is there.
fn without(value: &Value, parts: &[String]) -> Option<String> {
    let all: Vec<(&str, String)> = match value {
        Value::List(items) => items.iter().map(|item| (item.as_str(), item.clone())).collect(),
        Value::Map(pairs) => pairs.iter().map(|(key, value)| (key.as_str(), format!("{key}={value}"))).collect(),
        _ => return None,
    };
    let rest: Vec<&str> =
        all.iter().filter(|(name, _)| !parts.iter().any(|part| part == name)).map(|(_, text)| text.as_str()).collect();
    (rest.len() < all.len()).then(|| rest.join(","))
}

fn in_doc(doc: DocId, edits: Vec<TextEdit>) -> Edits {
    edits.into_iter().map(|edit| (doc, edit)).collect()
}

/// Puts a value, spelled as for a flag, in place of one in a file.
fn set_value(text: &str, tree: &Tree, node: NodeId, ty: Type, value: &str) -> Option<Vec<TextEdit>> {
    let edits = match ty {
        // Text keeps the quotes it has.
        Type::Text | Type::Ip | Type::Quantity | Type::Duration => yaml_edit::set_scalar(text, tree, node, value),
        _ => yaml_edit::replace_value(text, tree, node, &in_yaml(ty, value, yaml_edit::is_json(tree, node))),
    };
    edits.ok()
}

/// A value, spelled as for a flag, as YAML or JSON.
fn in_yaml(ty: Type, value: &str, json: bool) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let text = |text: &str| {
        let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
        let reads_as_text = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') && !is_yaml_word(text);
        if plain && reads_as_text && !json { text.to_owned() } else { quoted(text) }
    };
    match ty {
        Type::Bool | Type::Int(_) | Type::Uint(_) | Type::Level | Type::Float => value.to_owned(),
        Type::Ints => format!("[{}]", value.replace(',', ", ")),
        Type::List | Type::Array => {
            let items: Vec<String> = value.split(',').filter(|item| !item.is_empty()).map(text).collect();
            format!("[{}]", items.join(", "))
        }
        _ if ty.is_map() => {
            let pairs = value.split(',').filter_map(|pair| pair.split_once('='));
            let value = |value: &str| match ty {
                Type::BoolMap => value.to_owned(),
                Type::Headers => format!("[{}]", quoted(value)),
                _ => quoted(value),
            };
            let pairs: Vec<String> = pairs.map(|(key, entry)| format!("{}: {}", text(key), value(entry))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
        // Durations begin with a digit and still read as text.
        Type::Duration if !json => value.to_owned(),
        _ => text(value),
    }
}

/// Whether a plain word reads as something other than text.
fn is_yaml_word(text: &str) -> bool {
    !matches!(crate::syntax::yaml::plain_kind(text), crate::syntax::yaml::PlainKind::Str)
}
