//! What must hold for every row, whatever the tables say.

use std::collections::BTreeSet;

use super::*;
use crate::value::{read, read_default};

fn versions() -> impl Iterator<Item = Version> {
    (Version::OLDEST.0..=Version::PREVIEW.0).map(Version)
}

/// Every row with every release in which one of its spellings exists.
fn living_rows() -> impl Iterator<Item = (&'static Setting, Version)> {
    let lives = |row: &Setting, version| row.has_flag(version) || row.has_field(version);
    SETTINGS.iter().flat_map(move |row| versions().filter(move |v| lives(row, *v)).map(move |v| (row, v)))
}

#[test]
fn every_spelling_is_found_and_leads_to_its_row() {
    for component in [Component::Kubelet, Component::KubeApiserver] {
        for id in settings_of(component) {
            let row = id.row();
            assert_eq!(row.component, component);
            assert!(!row.flag.is_empty() || !row.field.is_empty(), "{id:?} has no name");
            if !row.flag.is_empty() {
                assert_eq!(by_flag(component, row.flag), Some(id), "--{}", row.flag);
                assert_eq!(normalised_flag(row.flag), row.flag);
            }
            if !row.field.is_empty() {
                assert_eq!(by_field(row.field), Some(id), "{}", row.field);
            }
        }
    }
    assert_eq!(by_flag(Component::Kubelet, "no-such-flag"), None);
    assert_eq!(by_field("authentication"), None);
}

#[test]
fn constants_name_their_rows() {
    assert_eq!(kubelet::AUTHENTICATION_ANONYMOUS_ENABLED.row().flag, "anonymous-auth");
    assert_eq!(kube_apiserver::ANONYMOUS_AUTH.row().component, Component::KubeApiserver);
    assert_eq!(kubelet::SECCOMP_DEFAULT.row().repeat, Repeat::EitherTrue);
    assert_eq!(kubelet::FEATURE_GATES.row().repeat, Repeat::MergesOverFile);
}

#[test]
fn ids_are_as_many_as_rows() {
    let all = [Component::Kubelet, Component::KubeApiserver].map(|component| settings_of(component).count());
    assert_eq!(all[0] + all[1], SETTINGS.len());
}

#[test]
fn a_missing_spelling_never_exists() {
    for row in SETTINGS {
        assert_eq!(row.flag.is_empty(), row.flag_life == Life::NEVER, "{}", row.name());
        assert_eq!(row.field.is_empty(), row.field_life == Life::NEVER, "{}", row.name());
    }
}

#[test]
fn lives_run_forward() {
    let settings = SETTINGS.iter().flat_map(|row| [row.flag_life, row.field_life]);
    let others = ADMISSION_PLUGINS.iter().map(|plugin| plugin.life);
    let gates = FEATURE_GATES.iter().map(|gate| gate.life);
    let requirements = GATE_REQUIREMENTS.iter().map(|row| row.life);
    for life in settings.chain(others).chain(gates).chain(requirements) {
        assert!(life.removed.is_none_or(|removed| life.since < removed), "{life:?}");
        assert!(life.deprecated.is_none_or(|marked| life.since <= marked), "{life:?}");
        assert!(life.reprieved.is_none_or(|reprieved| life.deprecated.is_some_and(|marked| marked < reprieved)));
        if let (Some(marked), Some(removed)) = (life.deprecated, life.removed) {
            assert!(marked < removed, "{life:?}");
        }
    }
}

#[test]
fn values_by_release_are_in_order() {
    for row in SETTINGS {
        for values in [row.default, row.default_flags_only.unwrap_or(&[]), row.allowed, row.range] {
            assert!(values.windows(2).all(|pair| pair[0].0 < pair[1].0), "{}", row.name());
        }
    }
}

#[test]
fn defaults_are_values_of_their_type() {
    for (row, version) in living_rows() {
        for values in [Some(row.default), row.default_flags_only].into_iter().flatten() {
            let default = at_version(values, version);
            assert!(default.is_empty() || read_default(row.ty, default).is_some(), "{} = {default}", row.name());
        }
    }
}

#[test]
fn defaults_are_among_the_allowed_values() {
    for (row, version) in living_rows() {
        let default = at_version(row.default, version);
        let Some(allowed) = row.allowed_in(version).filter(|_| !default.is_empty()) else { continue };
        let allowed: Vec<&str> = allowed.collect();
        assert!(default.split(',').all(|part| allowed.contains(&part)), "{} = {default}", row.name());
    }
}

#[test]
fn allowed_values_differ_from_one_another() {
    for (row, version) in living_rows() {
        let allowed: Vec<&str> = row.allowed_in(version).into_iter().flatten().collect();
        let different: BTreeSet<&&str> = allowed.iter().collect();
        assert_eq!(allowed.len(), different.len(), "{}", row.name());
    }
}

#[test]
fn ranges_are_written_as_their_type() {
    for (row, version) in living_rows() {
        assert_eq!(at_version(row.range, version).is_empty(), row.range_in(version).is_none(), "{}", row.name());
        let (smallest, largest) = row.range_in(version).unwrap_or_default();
        for bound in [smallest.trim_start_matches('>'), largest] {
            assert!(bound.is_empty() || read(row.ty, bound).is_ok(), "{}: {bound}", row.name());
        }
    }
}

#[test]
fn a_replacement_exists_wherever_it_is_offered() {
    let offered = |row: &&Setting| !row.replacement.is_empty() && !row.replacement.starts_with("none");
    for row in SETTINGS.iter().filter(offered) {
        let words = row.replacement.split(' ').filter(|word| !matches!(*word, "and" | "or"));
        let names = words.map(|word| word.trim_start_matches('-').split('=').next().unwrap());
        for name in names {
            let id = by_flag(row.component, name).or_else(|| by_field(name)).expect(name);
            assert!(versions().all(|v| id.row().has_flag(v) || id.row().has_field(v)), "{}: {name}", row.name());
        }
    }
    for plugin in ADMISSION_PLUGINS.iter().filter(|plugin| !plugin.replacement.is_empty()) {
        assert!(admission_plugin(plugin.replacement).is_some(), "{}", plugin.name);
    }
}

#[test]
fn a_flag_with_a_new_name_lives_on_under_it() {
    for row in SETTINGS.iter().filter(|row| row.about.contains("early name")) {
        let name = row.newer_name().expect(row.flag);
        assert!(by_flag(row.component, name).is_some_and(|id| id.row().newer_name().is_none()), "{}", row.flag);
    }
}

#[test]
fn sections_hold_fields_and_are_none_themselves() {
    for section in KUBELET_SECTIONS {
        assert_eq!(by_field(section), None, "{section}");
        let inside = format!("{section}.");
        assert!(SETTINGS.iter().any(|row| row.field.starts_with(&inside)), "{section}");
    }
    for item in KUBELET_ITEM_FIELDS {
        let list = item.split("[]").next().unwrap();
        assert_eq!(by_field(list).map(|id| id.row().ty), Some(Type::Object), "{item}");
    }
}

#[test]
fn defaults_follow_release_and_mode() {
    let hard = kubelet::EVICTION_HARD.row();
    let flags_only = hard.default_flags_only.unwrap();
    assert!(at_version(flags_only, Version(25)).starts_with("memory.available=100Mi"));
    assert_eq!(at_version(flags_only, Version(26)), "");
    assert!(at_version(hard.default, Version(30)).ends_with("imagefs.inodesFree=5%"));
    let anonymous = kubelet::AUTHENTICATION_ANONYMOUS_ENABLED.row();
    assert_eq!(at_version(anonymous.default, Version::NEWEST), "false");
    assert_eq!(at_version(anonymous.default_flags_only.unwrap(), Version::NEWEST), "true");
    assert_eq!(at_version(kubelet::FAIL_CGROUP_V1.row().default, Version(35)), "true");
}

#[test]
fn an_uncertain_removal_says_so() {
    let exact = kubelet::ALLOW_PRIVILEGED.row().flag_life;
    assert_eq!(exact.removed_words().as_deref(), Some("1.15"));
    let uncertain = kubelet::REQUIRE_KUBECONFIG.row().flag_life;
    assert_eq!(uncertain.removed_words().as_deref(), Some("1.20 or earlier"));
    assert!(uncertain.is_removed_in(Version::OLDEST));
}

#[test]
fn a_mark_can_be_lifted() {
    let life = kubelet::PROVIDER_ID.row().flag_life;
    assert!(life.is_deprecated_in(Version(27)));
    assert!(!life.is_deprecated_in(Version(28)));
    assert_eq!(life.deprecated_words().as_deref(), Some("1.23 or earlier"));
}

#[test]
fn gates_are_sorted_and_readable_in_every_release() {
    assert!(FEATURE_GATES.windows(2).all(|pair| pair[0].name < pair[1].name));
    for gate in FEATURE_GATES {
        assert!(std::ptr::eq(feature_gate(gate.name).unwrap(), gate));
        for version in versions() {
            assert_eq!(gate.at(version).is_some(), gate.life.covers(version), "{} {version}", gate.name);
        }
    }
}

#[test]
fn gates_change_with_the_release() {
    let gate = feature_gate("AdmissionWebhookMatchConditions").unwrap();
    assert_eq!(gate.at(Version(26)), None);
    let alpha = GateState { stage: Stage::Alpha, on_by_default: false, locked: false };
    assert_eq!(gate.at(Version(27)), Some(alpha));
    assert_eq!(gate.at(Version(32)), Some(GateState { stage: Stage::Stable, on_by_default: true, locked: true }));
    assert_eq!(gate.at(Version(33)), None);
    assert!(gate.life.is_removed_in(Version(33)));
}

#[test]
fn requirements_name_gates_of_the_same_release() {
    for row in GATE_REQUIREMENTS {
        for version in versions().filter(|version| row.life.covers(*version)) {
            for name in [row.gate, row.requires] {
                assert!(feature_gate(name).unwrap().at(version).is_some(), "{name} in {version}");
            }
        }
    }
    let needed: Vec<&str> = gate_requirements("DRADeviceBindingConditions", Version(35)).collect();
    assert_eq!(needed, ["DRAResourceClaimDeviceStatus", "DynamicResourceAllocation"]);
    assert_eq!(gate_requirements("DRADeviceBindingConditions", Version(34)).count(), 0);
}

#[test]
fn plugins_are_sorted_and_found() {
    assert!(ADMISSION_PLUGINS.windows(2).all(|pair| pair[0].name < pair[1].name));
    assert!(admission_plugin("NodeRestriction").is_some_and(|plugin| !plugin.on_by_default));
    assert!(admission_plugin("PodSecurityPolicy").is_some_and(|plugin| plugin.life.is_removed_in(Version(25))));
    assert!(admission_plugin("noderestriction").is_none());
}
