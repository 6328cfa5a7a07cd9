//! What kubeadm and kind give the components besides what the user wrote.

use super::{Component, Life, OWN_VALUES, SettingId, by_field, by_flag};
use crate::version::Version;

/// A program that sets up a cluster and starts its components.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Installer {
    /// kubeadm.
    Kubeadm,
    /// kind, which runs kubeadm with settings of its own.
    Kind,
}

impl Installer {
    /// The name of the program.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kubeadm => "kubeadm",
            Self::Kind => "kind",
        }
    }
}

/// A value that an installer gives a component where nothing the user wrote does.
#[derive(Debug)]
pub struct OwnValue {
    /// Who gives it.
    pub installer: Installer,
    /// Who gets it.
    pub component: Component,
    /// The flag without dashes, or the path of the field.
    pub name: &'static str,
    /// As a flag spells it; `{path}` stands for a field of the ClusterConfiguration, `?` for what is not known.
    pub value: &'static str,
    /// The releases in which it is given.
    pub life: Life,
}

impl OwnValue {
    /// The setting that gets the value.
    pub fn setting(&self) -> Option<SettingId> {
        let field = if self.component == Component::Kubelet { by_field(self.name) } else { None };
        field.or_else(|| by_flag(self.component, self.name))
    }
}

/// What `installer` gives `component` in `version`; kind's own values come before those of kubeadm, and win.
pub fn own_values(
    installer: Installer,
    component: Component,
    version: Version,
) -> impl Iterator<Item = &'static OwnValue> {
    let of = move |wanted: Installer| {
        let ours = move |row: &&OwnValue| row.installer == wanted && row.component == component;
        OWN_VALUES.iter().filter(ours).filter(move |row| row.life.covers(version))
    };
    let kind = (installer == Installer::Kind).then(|| of(Installer::Kind));
    kind.into_iter().flatten().chain(of(Installer::Kubeadm))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_setting() {
        for row in OWN_VALUES {
            assert!(row.setting().is_some(), "{} {}", row.component.name(), row.name);
        }
    }
}
