//! `plimsoll settings`: the knowledge tables of one release, as JSON and for reading.

mod human;
mod json;

use std::io::Write;

use plimsoll_rules::knowledge::{Component, Repeat, Stage, Type};

use crate::arguments::{ComponentName, ListFormat, Settings};
use crate::commands::write;
use crate::{CLEAN, Failure};

/// Prints the settings, feature gates and admission plugins of a component.
///
/// # Errors
/// [`Failure`] when the output cannot be written.
pub fn print(arguments: &Settings, out: &mut dyn Write) -> Result<u8, Failure> {
    let component = match arguments.component {
        ComponentName::Kubelet => Component::Kubelet,
        ComponentName::KubeApiserver => Component::KubeApiserver,
    };
    let text = match arguments.format {
        ListFormat::Json => serde_json::to_string_pretty(&json::all(component, arguments.kubernetes))? + "\n",
        ListFormat::Human => human::all(component, arguments.kubernetes),
    };
    write(out, &text)?;
    Ok(CLEAN)
}

fn type_name(ty: Type) -> String {
    match ty {
        Type::Bool => "bool".to_owned(),
        Type::Int(bits) => format!("int{bits}"),
        Type::Uint(bits) => format!("uint{bits}"),
        Type::Level => "uint31".to_owned(),
        Type::Float => "float".to_owned(),
        Type::Text => "string".to_owned(),
        Type::Duration => "duration".to_owned(),
        Type::Quantity => "quantity".to_owned(),
        Type::Ip => "ip".to_owned(),
        Type::List => "list".to_owned(),
        Type::Ints => "list of int32".to_owned(),
        Type::Array => "array".to_owned(),
        Type::Headers => "map of list".to_owned(),
        Type::Map | Type::Pair | Type::Thresholds | Type::CsvMap | Type::Switches => "map".to_owned(),
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

const fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Alpha => "alpha",
        Stage::Beta => "beta",
        Stage::Stable => "ga",
        Stage::Deprecated => "deprecated",
    }
}

const fn switch(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}
