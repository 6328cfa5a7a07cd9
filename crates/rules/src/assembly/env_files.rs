//! Which environment files belong to which component.

use super::Assembly;
use crate::bundle::Syntax;
use crate::document::{Document, Kind};
use crate::input::env_reference::FileReference;
use crate::input::service::{self, EnvDocument};
use crate::knowledge::Component;

impl<'a> Assembly<'a> {
    fn env_files(&self) -> Vec<EnvDocument<'a>> {
        let files = self.of_kind(&[Kind::EnvironmentFile]).filter_map(|(doc, document, syntax)| match syntax {
            Syntax::Environment(parsed) => Some(EnvDocument { document, doc, parsed }),
            _ => None,
        });
        files.collect()
    }

    /// Environment files that belong to `component`: all of them when it is the only one with a unit. Where both have
    /// one, a file goes to each whose unit names it, and one that none names to whom its flags belong.
    pub(super) fn env_files_of(&self, component: Component) -> Vec<EnvDocument<'a>> {
        let kubelet = self.references(&[Kind::KubeletUnit, Kind::KubeletDropIn]);
        let apiserver = self.references(&[Kind::ApiserverUnit]);
        let files = self.env_files();
        let (own, other) = match component {
            Component::Kubelet => (kubelet, apiserver),
            Component::KubeApiserver => (apiserver, kubelet),
        };
        let of_flags = |file: &EnvDocument<'_>| service::component_of(&[*file]) == component;
        match (own, other) {
            (Some(_), None) => files,
            (None, Some(_)) => Vec::new(),
            (None, None) => files.into_iter().filter(of_flags).collect(),
            (Some(own), Some(other)) => {
                let belongs =
                    |file: &EnvDocument<'_>| is_named(file.document, &own, &other).unwrap_or_else(|| of_flags(file));
                files.into_iter().filter(belongs).collect()
            }
        }
    }

    /// The files that units of these kinds name; nothing where there is no such unit.
    fn references(&self, kinds: &'a [Kind]) -> Option<Vec<FileReference>> {
        self.of_kind(kinds).next()?;
        Some(self.units(kinds).iter().flat_map(|unit| FileReference::all(unit.parsed)).collect())
    }
}

/// Whether one of `own` names the document, by its path where anyone does, else by its name; nothing when nobody does.
fn is_named(document: &Document, own: &[FileReference], other: &[FileReference]) -> Option<bool> {
    [FileReference::has_path_of, FileReference::has_name_of].into_iter().find_map(|matches| {
        let named = |files: &[FileReference]| files.iter().any(|file| matches(file, document));
        let own = named(own);
        (own || named(other)).then_some(own)
    })
}
