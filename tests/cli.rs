//! The command line: exit status, formats, edits of files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use command::run;
use serde_json::{Value, json};

/// Runs the built command without depending on its argument types.
mod command {
    use std::io::Write;
    use std::path::PathBuf;
    use std::process::{Command, Stdio};

    pub struct Ran {
        pub status: i32,
        pub out: String,
        pub err: String,
    }

    pub fn run(arguments: &[&str], input: &str) -> Ran {
        let mut child = Command::new(binary())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        let writer = std::thread::spawn(move || {
            let _ = stdin.write_all(input.as_bytes());
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The `plimsoll` binary beside the test binaries; `scripts/test` builds it first.
    fn binary() -> PathBuf {
        let mut path = std::env::current_exe().unwrap();
        path.pop();
        path.pop();
        path.join("plimsoll")
    }
}

fn scratch(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("plimsoll-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

const INSECURE: &str = "[Service]\nExecStart=/usr/bin/kubelet --config=/c --anonymous-auth=true\n";

#[test]
fn upgrade_needs_a_release_to_start_from() {
    let unnamed = run(&["upgrade", "-"], INSECURE);
    assert_eq!((unnamed.status, unnamed.err.contains("--from")), (2, true), "{}", unnamed.err);
    let backwards = run(&["upgrade", "--from", "1.30", "--to", "1.29", "-"], INSECURE);
    assert_eq!((backwards.status, backwards.err.contains("not newer")), (2, true), "{}", backwards.err);
    let named = "[Service]\nExecStart=/opt/v1.30.2/kubelet --config=/c --pod-infra-container-image=pause\n";
    let stops = run(&["upgrade", "--format", "json", "-"], named);
    let value: serde_json::Value = serde_json::from_str(&stops.out).unwrap();
    assert_eq!((stops.status, &value["from"], &value["changes"][0]["kind"]), (1, &"1.30".into(), &"stops".into()));
    assert_eq!(run(&["upgrade", "--from", "1.35", "-"], INSECURE).status, 0);
}

#[test]
fn the_release_is_guessed_and_said_to_be() {
    let manifest = "kind: Pod\napiVersion: v1\nspec:\n  containers:\n  - image: x/kube-apiserver:v1.28.4\n    command: [kube-apiserver]\n";
    let release = |arguments: &[&str], input: &str| -> serde_json::Value {
        let ran = run(&[&["check", "--format", "json"], arguments, &["-"]].concat(), input);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        serde_json::json!([report["kubernetes"], report["release"]["basis"], report["documents"][0]["problems"]])
    };
    assert_eq!(release(&[], manifest), serde_json::json!(["1.28", "guessed", []]));
    assert_eq!(release(&["--kubernetes", "1.33"], manifest), serde_json::json!(["1.33", "chosen", []]));
    assert_eq!(release(&[], INSECURE), serde_json::json!(["1.36", "newest", []]));
    let old = release(&[], &manifest.replace("1.28.4", "1.22.0"));
    assert_eq!(old[0], "1.24");
    assert!(old[2][0]["message"].as_str().unwrap().contains("1.22"), "{old}");
    assert!(run(&["check", "-"], manifest).out.contains("1.28 (guessed from"));
}

#[test]
fn exit_status_tells_findings_from_failure() {
    assert_eq!(run(&["check", "-"], INSECURE).status, 1);
    assert_eq!(run(&["check", "--min-severity", "critical", "-"], "--event-qps=5\n").status, 0);
    let missing = run(&["check", "/nowhere/kubelet.service"], "");
    assert_eq!(missing.status, 2);
    assert!(missing.err.contains("cannot read /nowhere/kubelet.service"), "{}", missing.err);
    assert_eq!(run(&["check", "--kubernetes", "1.99", "-"], INSECURE).status, 2);
    assert_eq!(run(&["explain", "no-such-rule"], "").status, 2);
}

#[test]
fn json_holds_every_finding_and_places() {
    let ran = run(&["check", "--format", "json", "--min-severity", "critical", "-"], INSECURE);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&report["schema"], &report["kubernetes"]), (&1.into(), &"1.36".into()));
    let findings = report["findings"].as_array().unwrap();
    let anonymous = findings.iter().find(|finding| finding["rule"] == "kubelet-anonymous-auth").unwrap();
    assert_eq!(anonymous["setting"], "authentication.anonymous.enabled");
    assert_eq!((&anonymous["line"], &anonymous["column"], &anonymous["endLine"]), (&2.into(), &40.into(), &2.into()));
    let (start, end) = (anonymous["start"].as_u64().unwrap(), anonymous["end"].as_u64().unwrap());
    assert_eq!(&INSECURE[start as usize..end as usize], "--anonymous-auth=true");
    assert!(findings.iter().any(|finding| finding["severity"] == "info"), "info is part of the report");
}

#[test]
fn fix_rewrites_in_place_and_diff_does_not() {
    let path = scratch("kubelet.service", INSECURE);
    let name = path.to_str().unwrap();
    let diff = run(&["fix", "--diff", name], "");
    assert!(diff.out.contains("+ExecStart=/usr/bin/kubelet --config=/c --anonymous-auth=false"), "{}", diff.out);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), INSECURE);
    run(&["fix", name], "");
    assert!(std::fs::read_to_string(&path).unwrap().contains("--anonymous-auth=false"));
    assert!(run(&["fix", "-"], INSECURE).out.contains("--anonymous-auth=false"));
}

#[test]
fn files_of_one_call_are_one_bundle_unless_each() {
    let unit = scratch("bundle.service", "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/bundle.yaml\n");
    let config = scratch("bundle.yaml", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n");
    let (unit, config) = (unit.to_str().unwrap(), config.to_str().unwrap());
    let together = run(&["check", "--format", "json", unit, config], "");
    assert!(!together.out.contains("kubelet-config-file-not-given"));
    let apart = run(&["check", "--format", "json", "--each", unit, config], "");
    assert!(apart.out.contains("kubelet-config-file-not-given"));
    assert!(serde_json::from_str::<serde_json::Value>(&apart.out).unwrap().is_array());
}

#[test]
fn bad_input_gets_a_sentence() {
    let binary = scratch("binary", "");
    std::fs::write(&binary, [0x7f, b'E', b'L', b'F', 0, 0xff, 0xfe]).unwrap();
    let ran = run(&["check", binary.to_str().unwrap()], "");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("not UTF-8 text"), "{}", ran.err);
    let huge = scratch("huge", &"x".repeat(50 * 1024 * 1024));
    let ran = run(&["check", huge.to_str().unwrap()], "");
    assert_eq!(ran.status, 2);
    assert!(ran.out.contains("the limit is 4 MiB"), "{}", ran.out.chars().take(200).collect::<String>());
    for unread in ["", "hello\n"] {
        assert_eq!(run(&["check", "-"], unread).status, 2, "{unread:?} is no clean configuration");
    }
    assert_eq!(run(&["check", "-"], "apiVersion: v1\nkind: Service\n").status, 0);
}

#[test]
fn rules_and_explain_print_every_rule() {
    let all = run(&["rules", "--format", "json"], "");
    let all: serde_json::Value = serde_json::from_str(&all.out).unwrap();
    for rule in all.as_array().unwrap() {
        let ran = run(&["explain", rule["id"].as_str().unwrap()], "");
        assert_eq!(ran.status, 0);
        for part in ["\nWhy\n", "\nBad", "\nGood", "\nVerify\n", "\nFix"] {
            assert!(ran.out.contains(part), "no {part:?} in {}", ran.out);
        }
    }
    let markdown = run(&["explain", "kubelet-anonymous-auth", "--format", "markdown"], "");
    assert!(markdown.out.starts_with("# The kubelet answers requests without credentials\n"), "{}", markdown.out);
}

#[test]
fn pages_writes_the_handbook_into_a_new_folder() {
    let folder = scratch("beside", "").with_file_name("handbook/rules");
    let ran = run(&["pages", folder.to_str().unwrap(), "--linter", "../index.html"], "");
    assert_eq!(ran.status, 0, "{}", ran.err);
    let rule = std::fs::read_to_string(folder.join("kubelet-anonymous-auth.html")).unwrap();
    assert!(rule.contains("href=\"../index.html\"") && rule.contains("<mark>enabled: true</mark>"), "{rule}");
    assert!(folder.join("index.html").is_file() && folder.join("handbook.css").is_file());
}

/// The objects that `settings` prints, by the name under `key`.
fn settings(component: &str, version: &str, kind: &str, key: &str) -> BTreeMap<String, Value> {
    let ran = run(&["settings", "--component", component, "--kubernetes", version, "--format", "json"], "");
    let all: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    let of_kind = all.into_iter().filter(|row| row["kind"] == kind);
    of_kind.map(|row| (row[key].as_str().unwrap().to_owned(), row)).collect()
}

#[test]
fn settings_follow_the_release() {
    let flags = |version| settings("kubelet", version, "setting", "setting");
    assert!(flags("1.26").contains_key("--container-runtime"));
    assert!(!flags("1.27").contains_key("--container-runtime"));
    assert_eq!(flags("1.26")["--container-runtime"]["removed"], "1.27");
    assert_eq!(flags("1.26")["eventRecordQPS"]["default"], "5");
    assert_eq!(flags("1.27")["eventRecordQPS"]["default"], "50");
    let endpoint = |version| flags(version)["containerRuntimeEndpoint"].clone();
    assert_eq!((&endpoint("1.26")["field"], &endpoint("1.26")["deprecated"]), (&Value::Null, &Value::Null));
    assert_eq!(endpoint("1.27")["field"], "containerRuntimeEndpoint");
    assert_eq!(endpoint("1.27")["deprecated"], "1.27");
}

#[test]
fn a_setting_is_told_in_full() {
    let all = settings("kubelet", "1.36", "setting", "setting");
    let expected = json!({
        "kind": "setting",
        "setting": "authorization.mode",
        "flag": "--authorization-mode",
        "field": "authorization.mode",
        "type": "string",
        "default": "Webhook",
        "default_flags_only": "AlwaysAllow",
        "allowed": ["AlwaysAllow", "Webhook"],
        "range": null,
        "since": null,
        "deprecated": "1.23 or earlier",
        "removed": null,
        "repeatable": "last-wins",
        "replacement": null,
        "description": "how requests are authorised: every one, or as the API server decides",
    });
    assert_eq!(all["authorization.mode"], expected);
    let factor = &all["memoryThrottlingFactor"];
    assert_eq!(factor["range"], json!({ "min": "0", "min_excluded": true, "max": "1" }));
    assert_eq!(all["containerLogMaxFiles"]["range"], json!({ "min": "2", "min_excluded": false, "max": null }));
    assert_eq!(
        (&all["evictionHard"]["default_flags_only"], &all["clusterDomain"]["default"]),
        (&json!(""), &json!(null))
    );
    assert_eq!(all["crashLoopBackOff.maxContainerRestartPeriod"]["since"], "1.32");
    for row in all.values() {
        assert!(row["description"].as_str().is_some_and(|words| !words.is_empty()), "{row}");
    }
}

#[test]
fn gates_and_plugins_are_among_the_settings() {
    let gates = settings("kubelet", "1.35", "gate", "setting");
    let bindings = &gates["featureGates.DRADeviceBindingConditions"];
    assert_eq!(bindings["requires"], json!(["DRAResourceClaimDeviceStatus", "DynamicResourceAllocation"]));
    assert_eq!((&bindings["stage"], &bindings["locked"]), (&json!("alpha"), &json!(false)));
    let old = &settings("kube-apiserver", "1.29", "gate", "setting")["featureGates.APIListChunking"];
    assert_eq!(
        *old,
        json!({
            "kind": "gate", "setting": "featureGates.APIListChunking", "stage": "ga", "default": true, "locked": true,
            "since": null, "removed": "1.33", "requires": [],
        })
    );
    let plugins = |version| settings("kube-apiserver", version, "admission-plugin", "name");
    let context = &plugins("1.29")["SecurityContextDeny"];
    assert_eq!(
        *context,
        json!({
            "kind": "admission-plugin", "name": "SecurityContextDeny", "default": "off", "since": null,
            "deprecated": "1.27", "removed": "1.30", "replacement": "PodSecurity",
            "description": "refuses pods that set some fields of their security context",
        })
    );
    assert!(!plugins("1.30").contains_key("SecurityContextDeny"));
    assert!(settings("kubelet", "1.29", "admission-plugin", "name").is_empty());
}

#[test]
fn settings_read_well() {
    let ran = run(&["settings", "--component", "kube-apiserver", "--kubernetes", "1.29"], "");
    assert_eq!(ran.status, 0);
    let headings: Vec<&str> = ran.out.lines().filter(|line| line.starts_with(|c: char| c.is_alphabetic())).collect();
    let names: Vec<&str> = headings.iter().filter_map(|line| line.split(" (").next()).collect();
    assert_eq!(names, ["Settings with a flag", "Feature gates", "Admission plugins"]);
    let row = ran.out.lines().skip_while(|line| !line.starts_with("  --audit-log-mode ")).take(2).collect::<Vec<_>>();
    assert!(row[0].ends_with("blocking"), "{row:?}");
    assert!(row[1].contains("one of batch, blocking, blocking-strict"), "{row:?}");
}

#[test]
fn profiles_by_name_and_by_file() {
    let report = |arguments: &[&str]| -> Value {
        let ran = run(&[&["check", "--format", "json"], arguments, &["-"]].concat(), INSECURE);
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err))
    };
    let has = |report: &Value, rule: &str| {
        report["findings"].as_array().unwrap().iter().any(|finding| finding["rule"] == rule)
    };
    let (all, cis) = (report(&[]), report(&["--profile", "cis-level-1"]));
    assert_eq!((&all["profile"], &cis["profile"]), (&json!("everything"), &json!("cis-level-1")));
    assert!(has(&all, "kubelet-anonymous-auth") && has(&cis, "kubelet-anonymous-auth"));
    assert!(has(&all, "deprecated-flag") && has(&cis, "deprecated-flag"), "rules on reading belong to all");

    let own = scratch("ours.yaml", "name: ours\nkubernetes: \"1.33\"\nrules:\n  kubelet-anonymous-auth: off\n");
    let ours = report(&["--profile", own.to_str().unwrap()]);
    assert_eq!((&ours["profile"], &ours["kubernetes"]), (&json!("ours"), &json!("1.33")));
    assert!(!has(&ours, "kubelet-anonymous-auth"));
    assert_eq!(report(&["--profile", own.to_str().unwrap(), "--kubernetes", "1.35"])["kubernetes"], "1.35");
    let kept = run(&["fix", "--profile", own.to_str().unwrap(), "-"], INSECURE);
    assert!(kept.out.contains("--anonymous-auth=true"), "{}", kept.out);

    let wrong = scratch("wrong.yaml", "name: ours\nrules:\n  kubelet-anonymous-aut: off\n");
    let ran = run(&["check", "--profile", wrong.to_str().unwrap(), "-"], INSECURE);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("wrong.yaml:3:3: ") && ran.err.contains("`kubelet-anonymous-auth` meant"), "{}", ran.err);
    for command in ["check", "fix", "coverage"] {
        let unknown = run(&[command, "--profile", "cis-level1", "-"], INSECURE);
        assert_eq!((unknown.status, unknown.err.contains("is `cis-level-1` meant?")), (2, true), "{}", unknown.err);
        assert_eq!(run(&[command, "--profile", "/nowhere/ours.yaml", "-"], INSECURE).status, 2);
    }
    let listed: Value = serde_json::from_str(&run(&["profiles", "--format", "json"], "").out).unwrap();
    for profile in listed.as_array().unwrap() {
        assert_eq!(run(&["check", "--profile", profile["name"].as_str().unwrap(), "-"], INSECURE).status, 1);
    }
    assert_eq!(run(&["profiles"], "").out.lines().count(), listed.as_array().unwrap().len());
}

#[test]
fn suppressed_findings_stay_but_do_not_count() {
    let accepted = "[Service]\n# plimsoll: ignore kubelet-anonymous-auth lab machine\n\
                    ExecStart=/usr/bin/kubelet --config=/c --anonymous-auth=true\n";
    let ran = run(&["check", "-"], accepted);
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert!(ran.out.contains("reason: lab machine") && ran.out.contains("1 finding is suppressed."), "{}", ran.out);
    let json: Value = serde_json::from_str(&run(&["check", "--format", "json", "-"], accepted).out).unwrap();
    let findings = json["findings"].as_array().unwrap();
    let suppressed: Vec<_> = findings.iter().filter(|finding| !finding["suppressed"].is_null()).collect();
    assert_eq!((suppressed.len(), &suppressed[0]["suppressed"]), (1, &json!("lab machine")));
    assert_eq!(run(&["fix", "-"], accepted).out, accepted);
    assert_eq!(run(&["check", "-"], &accepted.replace(" lab machine", "")).status, 1);
}

#[test]
fn coverage_tells_of_every_control() {
    let ran = run(&["coverage", "--profile", "cis-level-1", "--format", "json", "-"], INSECURE);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.status, &found["profile"], &found["kubernetes"]), (1, &json!("cis-level-1"), &json!("1.36")));
    assert_eq!(found["controls"].as_array().unwrap().len() as u64, found["totals"]["all"].as_u64().unwrap());
    assert_eq!(found["critical"][0]["rule"], "kubelet-anonymous-auth");
    let text = run(&["coverage", "--profile", "cis-level-1", "--format", "text", "-"], INSECURE).out;
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("Critical findings") < at("Fail\n") && at("Fail\n") < at(" controls: "), "{text}");
    let accepted =
        INSECURE.replace("[Service]\n", "[Service]\n# plimsoll: ignore kubelet-anonymous-auth lab machine\n");
    let ran = run(&["coverage", "--profile", "nsa-cisa", "-"], &accepted);
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert!(ran.out.contains("(suppressed: lab machine)"), "{}", ran.out);
    assert_eq!(run(&["coverage", "--profile", "stig", "-"], "hello\n").status, 2);
}

#[test]
fn a_pack_of_drills_is_checked() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../crates/rules/data/drills");
    let text = std::fs::read_to_string(folder.join("objects.yaml")).unwrap();
    let ran = run(&["drills", "check", "-"], &text);
    assert_eq!((ran.status, ran.out.trim()), (0, "Objects of the cluster (objects): 7 drills, all can be used."));
    let spoilt =
        text.replace("    rules: [rbac-anonymous-binding]", "    rules: [rbac-anonymous-binding, rbac-pod-exec]");
    let ran = run(&["drills", "check", "-"], &spoilt);
    assert_eq!(ran.status, 1, "{}", ran.out);
    assert!(ran.out.starts_with("rbac-anonymous: `rbac-pod-exec` finds nothing in the files"), "{}", ran.out);
    assert!(ran.out.ends_with("7 drills, 1 cannot be used yet.\n"), "{}", ran.out);
    let ran = run(&["drills", "check", "-"], "pack: a\ntitle: b\nrules: []\n");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("-:3:1: There is no key `rules`"), "{}", ran.err);
    assert_eq!(run(&["drills", "check", "/nowhere/at/all.yaml"], "").status, 2);
}
