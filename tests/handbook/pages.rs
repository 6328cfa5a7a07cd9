//! One page of each family as it is read, and what holds for all pages.

use std::collections::BTreeSet;

use plimsoll_handbook::{html, markdown, site, text};
use plimsoll_rules::page;
use plimsoll_suite::root;

use crate::markup::Markup;

/// One rule of each family.
const ONE_OF_EACH: [&str; 5] = [
    "apiserver-anonymous-auth",
    "encryption-identity-first",
    "feature-gate-removed",
    "kubelet-read-only-port",
    "lost-continuation",
];

#[test]
fn what_a_person_reads() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for id in ONE_OF_EACH {
            let rule = page(id).unwrap();
            insta::assert_snapshot!(format!("{id}.text"), text::page(&rule));
            insta::assert_snapshot!(format!("{id}.html"), html::page(&rule, [None, None], None));
        }
        insta::assert_snapshot!(
            "kubelet-read-only-port.markdown",
            markdown::page(&page("kubelet-read-only-port").unwrap())
        );
    });
}

#[test]
fn html_is_sound() {
    for file in site::files(Some("../index.html")) {
        if !file.name.ends_with(".html") {
            continue;
        }
        let markup = Markup::read(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.name));
        let ids = markup.attributes("id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "an id of {} is there twice", file.name);
        for label in markup.attributes("aria-labelledby") {
            assert!(ids.contains(&label), "{} has no element {label}", file.name);
        }
        for element in ["h1", "main", "title"] {
            assert_eq!(markup.count(element), 1, "{element} in {}", file.name);
        }
        for refused in ["script", "style", "iframe", "form"] {
            assert_eq!(markup.count(refused), 0, "{refused} in {}", file.name);
        }
        assert!(file.text.contains("content=\"default-src 'none'; style-src 'self';"), "{} has no policy", file.name);
        assert!(markup.attributes("style").is_empty(), "{} has an inline style", file.name);
    }
}

#[test]
fn every_link_leads_somewhere_in_the_handbook() {
    let files = site::files(Some("../index.html"));
    let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
    for file in files.iter().filter(|file| file.name.ends_with(".html")) {
        let markup = Markup::read(&file.text).unwrap();
        let ids = markup.attributes("id");
        for link in markup.attributes("href") {
            let leads = match link.strip_prefix('#') {
                Some(id) => ids.iter().any(|other| other == id),
                None => link == "../index.html" || names.contains(&*link),
            };
            assert!(leads, "{} links to {link}", file.name);
        }
    }
}

#[test]
fn the_list_names_every_rule_once() {
    let files = site::files(None);
    let index = &files.iter().find(|file| file.name == "index.html").unwrap().text;
    let links = Markup::read(index).unwrap().attributes("href");
    for rule in plimsoll_rules::pages() {
        let name = format!("{}.html", rule.id);
        assert_eq!(links.iter().filter(|link| **link == name).count(), 1, "{name}");
        assert!(files.iter().any(|file| file.name == name), "{name}");
    }
    assert!(!index.contains("../index.html"), "without a linter there is no link to one");
}

#[test]
fn the_icon_is_that_of_the_linter() {
    let icon = std::fs::read_to_string(root().join("../web/assets/mark.svg")).unwrap();
    assert_eq!(html::ICON, icon);
}
