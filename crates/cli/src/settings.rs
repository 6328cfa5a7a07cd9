//! `plimsoll settings`: the knowledge tables of one release.

use std::io::Write;

use plimsoll_rules::Version;
use plimsoll_rules::knowledge::{Component, Life, Repeat, Setting, Type, at_version, settings_of};
use serde_json::{Value, json};

use crate::arguments::{ComponentName, ListFormat, Settings};
use crate::commands::write;
use crate::{CLEAN, Failure};

/// Prints the settings of a component.
///
/// # Errors
/// [`Failure`] when the output cannot be written.
pub fn print(arguments: &Settings, out: &mut dyn Write) -> Result<u8, Failure> {
    let component = match arguments.component {
        ComponentName::Kubelet => Component::Kubelet,
        ComponentName::KubeApiserver => Component::KubeApiserver,
    };
    let version = arguments.kubernetes;
    let rows = settings_of(component).map(|id| id.row()).filter(|row| row.has_flag(version) || row.has_field(version));
    match arguments.format {
        ListFormat::Json => {
            let all: Vec<Value> = rows.map(|row| object(row, version)).collect();
            write(out, &format!("{}\n", serde_json::to_string_pretty(&all)?))?;
        }
        ListFormat::Human => {
            for row in rows {
                let flag = if row.has_flag(version) { format!("--{}", row.flag) } else { String::new() };
                let field = if row.has_field(version) { row.field } else { "" };
                let default = at_version(row.default, version);
                write(out, &format!("{flag:45}  {field:45}  {default}\n"))?;
            }
        }
    }
    Ok(CLEAN)
}

fn object(row: &Setting, version: Version) -> Value {
    let text = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
    let flag = if row.has_flag(version) { Value::from(format!("--{}", row.flag)) } else { Value::Null };
    let field = if row.has_field(version) { Value::from(row.field) } else { Value::Null };
    let life = if row.has_flag(version) { row.flag_life } else { row.field_life };
    let allowed: Option<Vec<&str>> = row.allowed_in(version).map(Iterator::collect);
    json!({
        "setting": row.name(),
        "flag": flag,
        "field": field,
        "type": type_name(row.ty),
        "default": text(at_version(row.default, version)),
        "default_flags_only": row.default_flags_only.map(|values| text(at_version(values, version))),
        "allowed": allowed,
        "since": since(life),
        "deprecated": life.deprecated.filter(|_| life.is_deprecated_in(version)).map(|_| life.deprecated_words()),
        "removed": life.removed_words(),
        "repeatable": repeat_name(row.repeat),
    })
}

/// The first release, where the tables reach back that far.
fn since(life: Life) -> Option<String> {
    (life.since >= Version::OLDEST).then(|| life.since.to_string())
}

fn type_name(ty: Type) -> String {
    match ty {
        Type::Bool => "bool".to_owned(),
        Type::Int(bits) => format!("int{bits}"),
        Type::Uint(bits) => format!("uint{bits}"),
        Type::Float => "float".to_owned(),
        Type::Text => "string".to_owned(),
        Type::Duration => "duration".to_owned(),
        Type::Quantity => "quantity".to_owned(),
        Type::Ip => "ip".to_owned(),
        Type::List => "list".to_owned(),
        Type::Array => "array".to_owned(),
        Type::Map | Type::Switches => "map".to_owned(),
        Type::BoolMap => "map of bool".to_owned(),
        Type::Object => "object".to_owned(),
    }
}

const fn repeat_name(repeat: Repeat) -> &'static str {
    match repeat {
        Repeat::LastWins => "last-wins",
        Repeat::Appends => "appends",
        Repeat::Merges | Repeat::MergesOverFile => "merges",
        Repeat::EitherTrue => "either-true",
    }
}
