//! The table of what other tools and benchmarks check, against the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use plimsoll_rules::pages;
use plimsoll_suite::root;

/// One check of another tool.
struct Row {
    peer: String,
    id: String,
    rules: Vec<String>,
    reason: String,
}

fn table() -> Vec<Row> {
    let text = std::fs::read_to_string(root().join("peers.tsv")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [peer, id, rules, reason] = cells[..] else { panic!("four cells are wanted: {line}") };
        let rules = rules.split_whitespace().map(str::to_owned).collect();
        Row { peer: peer.to_owned(), id: id.to_owned(), rules, reason: reason.to_owned() }
    };
    lines.map(row).collect()
}

/// The rules that a name in the table stands for.
fn named<'r>(name: &str, rules: &'r BTreeSet<String>) -> Vec<&'r String> {
    match name.strip_suffix('*') {
        Some(prefix) => rules.iter().filter(|rule| rule.starts_with(prefix)).collect(),
        None => rules.get(name).into_iter().collect(),
    }
}

fn rules() -> BTreeSet<String> {
    pages().into_iter().map(|rule| rule.id).collect()
}

#[test]
fn every_check_has_a_rule_or_a_reason() {
    let all = rules();
    let mut wrong = Vec::new();
    for row in table() {
        let place = format!("{} {}", row.peer, row.id);
        if row.peer.is_empty() || row.id.is_empty() {
            wrong.push(format!("{place}: a name is missing"));
        }
        let found: usize = row.rules.iter().map(|name| named(name, &all).len()).sum();
        let words = row.reason.split_whitespace().count();
        if found == 0 && words < 3 {
            wrong.push(format!("{place}: neither a rule nor a reason of a few words"));
        }
        let unknown = row.rules.iter().filter(|name| named(name, &all).is_empty());
        wrong.extend(unknown.map(|name| format!("{place}: there is no rule `{name}`")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_check_is_there_twice() {
    let mut seen = BTreeSet::new();
    for row in table() {
        assert!(seen.insert((row.peer.clone(), row.id.clone())), "{} {} is there twice", row.peer, row.id);
    }
    assert!(seen.len() > 500, "only {} checks", seen.len());
}

#[test]
fn every_peer_is_there() {
    let mut peers: BTreeMap<String, usize> = BTreeMap::new();
    for row in table() {
        *peers.entry(row.peer).or_default() += 1;
    }
    for (peer, least) in [
        ("CIS 1.12", 80),
        ("DISA STIG", 70),
        ("Trivy", 80),
        ("Checkov", 55),
        ("Kubescape", 80),
        ("KICS", 55),
        ("Prowler", 55),
        ("ComplianceAsCode", 100),
    ] {
        let found = peers.get(peer).copied().unwrap_or(0);
        assert!(found >= least, "{peer}: {found} of at least {least}");
    }
}

/// What a rule says of itself and what the table says of it are the same.
#[test]
fn every_reference_of_a_rule_is_in_the_table() {
    let (all, table) = (rules(), table());
    let mut wrong = Vec::new();
    for rule in pages() {
        for reference in &rule.references {
            let peer = match reference.kind.as_str() {
                "cis" => "CIS 1.12",
                "stig" => "DISA STIG",
                other => panic!("{} refers to `{other}`, which the table does not hold", rule.id),
            };
            let row = table.iter().find(|row| row.peer == peer && row.id == reference.id);
            let mapped = row.is_some_and(|row| row.rules.iter().any(|name| named(name, &all).contains(&&rule.id)));
            if !mapped {
                wrong.push(format!(
                    "{} refers to {peer} {}, and the table does not name it there",
                    rule.id, reference.id
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
