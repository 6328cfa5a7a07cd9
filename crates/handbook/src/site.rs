//! The files of the whole handbook.

use plimsoll_rules::pages;

use crate::html;

/// One file of the handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name; all files lie in one folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Every file. `linter` is the address of the linter relative to them, where it is beside them.
pub fn files(linter: Option<&str>) -> Vec<File> {
    let rules = html::ordered(pages());
    let file = |name: &str, text: String| File { name: name.to_owned(), text };
    let mut all = vec![
        file("index.html", html::index(&rules, linter)),
        file(html::STYLE_NAME, html::STYLE.to_owned()),
        file(html::ICON_NAME, html::ICON.to_owned()),
    ];
    for (at, rule) in rules.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| rules.get(at));
        let neighbours = [before, rules.get(at + 1)];
        all.push(file(&format!("{}.html", rule.id), html::page(rule, neighbours, linter)));
    }
    all
}
