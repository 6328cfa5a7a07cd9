//! The list of rules, from the files in `crates/rules/src/rules`.
//!
//! A family is a folder there, a rule a file in it. The file `anonymous_auth.rs` holds `pub static RULE: Rule`
//! with the id `anonymous-auth`.

use std::fs;
use std::path::Path;

use crate::Result;
use crate::output::Output;

const RULES: &str = "crates/rules/src/rules";

/// The family whose rules every profile holds.
const READING: &str = "text";

/// Folders and what the rules in them judge.
const FAMILIES: [(&str, &str); 6] = [
    ("access", "Rules that judge who may do what: kubeconfigs, RBAC roles and bindings, labels of namespaces."),
    ("apiserver", "Rules that judge the kube-apiserver's settings."),
    ("gates", "Rules that judge feature gates, of the kubelet and of the kube-apiserver."),
    ("kubelet", "Rules that judge the kubelet's settings."),
    ("objects", "Rules that judge objects which a component reads besides its own configuration."),
    ("text", "Rules that judge how the text is written: mistakes that silently disarm a setting."),
];

/// `catalog.rs` and the `mod.rs` of the rules and of each family.
pub(crate) fn outputs(root: &Path) -> Result<Vec<Output>> {
    let mut files = Vec::new();
    let (mut statics, mut modules, mut reading) = (String::new(), String::new(), String::new());
    for family in names_in(&root.join(RULES), is_folder)? {
        let rules = rules_of(root, &family)?;
        modules += &format!("pub(crate) mod {family};\n");
        let own: String = rules.iter().map(|rule| format!("&crate::rules::{family}::{rule}::RULE,\n")).collect();
        statics += &own;
        if family == READING {
            reading = own;
        }
        let items: String = rules.iter().map(|rule| format!("pub(crate) mod {rule};\n")).collect();
        let body = format!("//! {}\n\n{items}", words_for(&family)?);
        files.push(Output::new(format!("{RULES}/{family}/mod.rs"), "the files in this folder", &body));
    }
    let body = format!("//! The rules, one file each, in families.\n\n{modules}");
    files.push(Output::new(format!("{RULES}/mod.rs"), "the folders beside it", &body));
    let body = format!(
        "//! The list of all rules.\n\nuse crate::rule::Rule;\n\n\
         /// Every rule, by family, then by id.\npub static CATALOG: &[&Rule] = &[\n{statics}];\n\n\
         /// Those about text that is not read as written; every profile holds them.\n\
         pub static READING: &[&Rule] = &[\n{reading}];\n"
    );
    files.push(Output::new("crates/rules/src/catalog.rs", "the files below src/rules", &body));
    Ok(files)
}

fn words_for(family: &str) -> Result<&'static str> {
    let found = FAMILIES.iter().find(|(name, _)| *name == family);
    found.map(|(_, words)| *words).ok_or_else(|| format!("{RULES}/{family}: name this family in xtask's catalog.rs"))
}

/// The names of the rule files of a family, each looked into.
fn rules_of(root: &Path, family: &str) -> Result<Vec<String>> {
    let folder = root.join(RULES).join(family);
    let names = names_in(&folder, |path| path.extension().is_some_and(|extension| extension == "rs"))?;
    let names: Vec<String> = names.into_iter().filter(|name| name != "mod").collect();
    for name in &names {
        let path = format!("{RULES}/{family}/{name}.rs");
        let text = fs::read_to_string(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        check_rule(name, &text).map_err(|what| format!("{path}: {what}"))?;
    }
    Ok(names)
}

fn check_rule(name: &str, text: &str) -> Result<()> {
    let id = name.replace('_', "-");
    if !["pub", "pub(crate)"].iter().any(|visibility| text.contains(&format!("{visibility} static RULE: Rule"))) {
        return Err("no `pub static RULE: Rule`".to_owned());
    }
    if !text.contains(&format!("\"{id}\"")) {
        return Err(format!("the rule's id must be `{id}`, as the file is named"));
    }
    Ok(())
}

fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Sorted names, without extension, of the entries of `folder` that `wanted` picks.
fn names_in(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<String>> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()).filter(|_| wanted(&path)) {
            names.push(stem.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_file_names_its_rule() {
        let text = "pub static RULE: Rule = Rule { id: \"anonymous-auth\", };";
        assert_eq!(check_rule("anonymous_auth", text), Ok(()));
        assert!(check_rule("other", text).is_err());
        assert!(check_rule("anonymous_auth", "// \"anonymous-auth\"").is_err());
    }
}
