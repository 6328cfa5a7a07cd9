//! The settings of both components: rows, named ids and sorted indices.

use std::collections::BTreeSet;
use std::path::Path;

use crate::output::Output;
use crate::table::{Row, Table};
use crate::{Result, cell, name};

const FOLDER: &str = "crates/rules/src/knowledge/generated";

/// One row of a table with its id.
struct Setting<'a> {
    id: usize,
    row: Row<'a>,
}

impl Setting<'_> {
    /// The spelling that names the setting.
    fn canonical(&self) -> &str {
        let field = self.row.get("field");
        if field.is_empty() { self.row.get("flag") } else { field }
    }
}

/// `settings.rs`, `kubelet.rs`, `kube_apiserver.rs` and the list of all generated modules.
pub(crate) fn outputs(data: &Path) -> Result<Vec<Output>> {
    let kubelet = Table::read(data, "kubelet.tsv")?;
    let apiserver = Table::read(data, "kube_apiserver.tsv")?;
    let items = Table::read(data, "kubelet_item_fields.tsv")?;
    let all: Vec<Setting<'_>> =
        (0..).zip(kubelet.rows().chain(apiserver.rows())).map(|(id, row)| Setting { id, row }).collect();
    let (kubelet, apiserver) = all.split_at(kubelet.rows().count());
    Ok(vec![
        Output::new(format!("{FOLDER}/settings.rs"), "data/*.tsv", &settings_file(kubelet, apiserver, &items)?),
        Output::new(format!("{FOLDER}/kubelet.rs"), "data/kubelet.tsv", &ids_file("kubelet", kubelet)?),
        Output::new(
            format!("{FOLDER}/kube_apiserver.rs"),
            "data/kube_apiserver.tsv",
            &ids_file("kube-apiserver", apiserver)?,
        ),
        Output::new(format!("{FOLDER}/mod.rs"), "data/*.tsv", MODULES),
    ])
}

const MODULES: &str = "\
//! Tables made from `data/*.tsv`.

mod gates;
pub mod kube_apiserver;
mod kubeadm;
pub mod kubelet;
mod plugins;
mod settings;

pub use gates::{FEATURE_GATES, GATE_REQUIREMENTS};
pub use kubeadm::OWN_VALUES;
pub use plugins::ADMISSION_PLUGINS;
pub(super) use settings::{KUBE_APISERVER_BY_FLAG, KUBELET_BY_FIELD, KUBELET_BY_FLAG, ROWS};
pub use settings::{KUBELET_ITEM_FIELDS, KUBELET_SECTIONS, SETTINGS};
";

fn settings_file(kubelet: &[Setting<'_>], apiserver: &[Setting<'_>], items: &Table) -> Result<String> {
    let mut rows = String::new();
    for (component, settings) in [("Kubelet", kubelet), ("KubeApiserver", apiserver)] {
        for setting in settings {
            let row = row_literal(component, setting.row).map_err(|what| setting.row.complaint(what))?;
            rows += &format!("    {row},\n");
        }
    }
    let count = kubelet.len() + apiserver.len();
    let items = items.rows().map(|row| format!("{:?},", row.get("field")));
    Ok(format!(
        "//! Every setting, and the indices over them.

use super::{{kube_apiserver, kubelet}};
use crate::knowledge::{{Component, Life, Repeat, Setting, SettingId as Id, Type}};
use crate::version::Version as V;

/// Every setting of both components; [`SettingId`](crate::knowledge::SettingId) is the index.
pub static SETTINGS: &[Setting] = &ROWS;

/// Paths of the kubelet's file that only hold further fields, sorted.
pub static KUBELET_SECTIONS: &[&str] = &[{}];

/// Fields inside list items of the kubelet's file; `[]` stands for an item.
pub static KUBELET_ITEM_FIELDS: &[&str] = &[{}];

/// Ids of the kubelet's settings with a flag, sorted by flag.
{}
/// Ids of the kube-apiserver's settings, sorted by flag.
{}
/// Ids of the kubelet's settings with a field, sorted by field.
{}
/// The rows behind [`SETTINGS`].
#[rustfmt::skip]
pub(in crate::knowledge) static ROWS: [Setting; {count}] = [
{rows}];
",
        sections(kubelet).iter().map(|path| format!("{path:?},")).collect::<String>(),
        items.collect::<String>(),
        index("KUBELET_BY_FLAG", "kubelet", kubelet, "flag")?,
        index("KUBE_APISERVER_BY_FLAG", "kube_apiserver", apiserver, "flag")?,
        index("KUBELET_BY_FIELD", "kubelet", kubelet, "field")?,
    ))
}

fn row_literal(component: &str, row: Row<'_>) -> Result<String> {
    let flags_only = match row.get("default_flags_only") {
        "" => "None".to_owned(),
        value => format!("Some({})", cell::by_version(value)?),
    };
    Ok(format!(
        "Setting {{ component: Component::{component}, flag: {:?}, field: {:?}, ty: {}, default: {}, \
         default_flags_only: {flags_only}, allowed: {}, range: {}, flag_life: {}, field_life: {}, \
         repeat: Repeat::{}, replacement: {:?}, about: {:?} }}",
        row.get("flag"),
        row.get("field"),
        type_path(row.get("type"))?,
        cell::by_version(row.get("default"))?,
        cell::allowed(row.get("allowed"))?,
        cell::by_version(row.get("range"))?,
        cell::life(row.get("flag_since"), row.get("flag_deprecated"), row.get("flag_removed"))?,
        cell::life(row.get("field_since"), "", row.get("field_removed"))?,
        repeat_variant(row.get("repeat"))?,
        row.get("replacement"),
        cell::about(row.get("about"))?,
    ))
}

fn type_path(cell: &str) -> Result<&'static str> {
    Ok(match cell {
        "bool" => "Type::Bool",
        "int32" => "Type::Int(32)",
        "int64" => "Type::Int(64)",
        "uint32" => "Type::Uint(32)",
        "uint64" => "Type::Uint(64)",
        "level" => "Type::Level",
        "float" => "Type::Float",
        "text" => "Type::Text",
        "duration" => "Type::Duration",
        "quantity" => "Type::Quantity",
        "ip" => "Type::Ip",
        "list" => "Type::List",
        "ints" => "Type::Ints",
        "array" => "Type::Array",
        "map" => "Type::Map",
        "pair" => "Type::Pair",
        "thresholds" => "Type::Thresholds",
        "headers" => "Type::Headers",
        "csv-map" => "Type::CsvMap",
        "switches" => "Type::Switches",
        "bool-map" => "Type::BoolMap",
        "object" => "Type::Object",
        other => return Err(format!("`{other}` is no type")),
    })
}

fn repeat_variant(cell: &str) -> Result<&'static str> {
    Ok(match cell {
        "last-wins" => "LastWins",
        "appends" => "Appends",
        "merges" => "Merges",
        "merges-over-file" => "MergesOverFile",
        "either-true" => "EitherTrue",
        other => return Err(format!("`{other}` is no way to repeat")),
    })
}

/// Every path that stands above a field.
fn sections<'a>(settings: &'a [Setting<'_>]) -> BTreeSet<&'a str> {
    let above = |path: &'a str| std::iter::successors(path.rsplit_once('.'), |(head, _)| head.rsplit_once('.'));
    settings.iter().flat_map(|setting| above(setting.row.get("field"))).map(|(head, _)| head).collect()
}

/// Ids sorted by the name in `column`, without the rows that have none. Two equal names are an error.
fn index(constant: &str, module: &str, settings: &[Setting<'_>], column: &str) -> Result<String> {
    let name = |setting: &&Setting<'_>| setting.row.get(column).to_owned();
    let mut sorted: Vec<&Setting<'_>> = settings.iter().filter(|setting| !name(setting).is_empty()).collect();
    sorted.sort_by_key(name);
    if let Some(second) = sorted.array_windows().find_map(|[a, b]| (name(a) == name(b)).then_some(b)) {
        return Err(second.row.complaint(format!("`{}` stands there twice", name(second))));
    }
    let ids = sorted.iter().map(|setting| format!("    {module}::{},\n", name::constant(setting.canonical())));
    let ids = ids.collect::<String>();
    Ok(format!("#[rustfmt::skip]\npub(in crate::knowledge) static {constant}: &[Id] = &[\n{ids}];\n"))
}

/// A module of one constant per setting.
fn ids_file(component: &str, settings: &[Setting<'_>]) -> Result<String> {
    let mut body = format!(
        "//! The id of every setting of the {component}, by name.
#![allow(dead_code, reason = \"one constant per row, whether or not a rule names it\")]

use crate::knowledge::SettingId as Id;
"
    );
    let mut names = BTreeSet::new();
    for setting in settings {
        let constant = name::constant(setting.canonical());
        let spellings = match (setting.row.get("field"), setting.row.get("flag")) {
            (field, "") => format!("`{field}`"),
            ("", flag) => format!("`--{flag}`"),
            (field, flag) => format!("`{field}`, `--{flag}`"),
        };
        body += &format!("\n/// {spellings}.\npub const {constant}: Id = Id({});\n", setting.id);
        if !names.insert(constant) {
            return Err(setting.row.complaint(format!("{spellings} has the constant of another setting")));
        }
    }
    Ok(body)
}
