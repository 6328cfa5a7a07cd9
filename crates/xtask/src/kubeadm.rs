//! Values that kubeadm and kind add.

use std::path::Path;

use crate::output::Output;
use crate::table::{Row, Table};
use crate::{Result, cell};

/// `kubeadm.rs`.
pub(crate) fn outputs(data: &Path) -> Result<Vec<Output>> {
    let table = Table::read(data, "kubeadm.tsv")?;
    let rows = table.rows().map(literal).collect::<Result<String>>()?;
    let body = format!(
        "//! Values that kubeadm and kind add.

use crate::knowledge::{{Component, Installer, Life, OwnValue}};

/// What the installers give the components, in the order of the table.
#[rustfmt::skip]
pub static OWN_VALUES: &[OwnValue] = &[
{rows}];
"
    );
    let path = "crates/rules/src/knowledge/generated/kubeadm.rs";
    Ok(vec![Output::new(path, "data/kubeadm.tsv", &body)])
}

fn literal(row: Row<'_>) -> Result<String> {
    let installer = match row.get("installer") {
        "kubeadm" => "Kubeadm",
        "kind" => "Kind",
        other => return Err(row.complaint(format!("`{other}` is no installer"))),
    };
    let component = match row.get("component") {
        "kubelet" => "Kubelet",
        "kube-apiserver" => "KubeApiserver",
        other => return Err(row.complaint(format!("`{other}` is no component"))),
    };
    let life = cell::life(row.get("since"), "", row.get("removed")).map_err(|what| row.complaint(what))?;
    Ok(format!(
        "    OwnValue {{ installer: Installer::{installer}, component: Component::{component}, name: {:?}, value: {:?}, \
         life: {life} }},\n",
        row.get("setting"),
        row.get("value"),
    ))
}
