//! Admission plugins.

use std::path::Path;

use crate::output::Output;
use crate::table::{Row, Table};
use crate::{Result, cell};

/// `plugins.rs`.
pub(crate) fn outputs(data: &Path) -> Result<Vec<Output>> {
    let table = Table::read(data, "admission_plugins.tsv")?;
    let mut plugins: Vec<Row<'_>> = table.rows().collect();
    plugins.sort_by_key(|row| row.get("plugin"));
    let rows = plugins.iter().map(|row| literal(*row)).collect::<Result<String>>()?;
    let body = format!(
        "//! Admission plugins, sorted by name.

use crate::knowledge::{{AdmissionPlugin, Life}};

/// Every admission plugin of the kube-apiserver, sorted by name.
#[rustfmt::skip]
pub static ADMISSION_PLUGINS: &[AdmissionPlugin] = &[
{rows}];
"
    );
    let path = "crates/rules/src/knowledge/generated/plugins.rs";
    Ok(vec![Output::new(path, "data/admission_plugins.tsv", &body)])
}

fn literal(row: Row<'_>) -> Result<String> {
    let on = match row.get("default") {
        "on" => true,
        "off" => false,
        other => return Err(row.complaint(format!("`{other}` is neither on nor off"))),
    };
    let life = cell::life(row.get("since"), row.get("deprecated"), row.get("removed"));
    Ok(format!(
        "    AdmissionPlugin {{ name: {:?}, on_by_default: {on}, life: {}, replacement: {:?}, about: {:?} }},\n",
        row.get("plugin"),
        life.map_err(|what| row.complaint(what))?,
        row.get("replacement"),
        cell::about(row.get("about")).map_err(|what| row.complaint(what))?,
    ))
}
