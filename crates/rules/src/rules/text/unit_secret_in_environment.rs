//! Credentials in the environment of a unit.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::runner::Variable;

/// The rule.
pub static RULE: Rule = Rule {
    id: "unit-secret-in-environment",
    title: "A credential stands in the unit, where every user reads it",
    severity: Severity::Medium,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Every user of the node reads `Environment=` with `systemctl show`, whatever the mode of the file is.",
        why: "A pod or service with a foothold on the node gets credentials of the cloud or of the registry without any \
              rights of its own.",
        verify: "Run `systemctl show kubelet -p Environment` as an ordinary user: it must print no credential.",
        side_effects: "The service reads the credential from another place after its next start. Make a new one, since \
                       the old one was readable.",
    },
    references: &[],
};

/// Endings of the names of variables that hold credentials.
const ENDINGS: [&str; 8] =
    ["PASSWORD", "PASSWD", "SECRET", "SECRET_KEY", "SECRET_ACCESS_KEY", "TOKEN", "API_KEY", "PRIVATE_KEY"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let variables = context.target.unit.iter().flat_map(|unit| &unit.variables);
    variables.filter(|variable| is_credential(variable)).map(hit).collect()
}

fn hit(variable: &Variable) -> Hit {
    let message = format!(
        "`{}` is set in the unit itself. {} Put it into a file that only root may read and name that with \
         `EnvironmentFile=`, or use `LoadCredential=`.",
        variable.name, RULE.docs.what
    );
    Hit::new(Category::Insecure, variable.value.at, message).about_name(variable.name.as_str())
}

fn is_credential(variable: &Variable) -> bool {
    let name = variable.name.to_ascii_uppercase();
    let ends = ENDINGS
        .iter()
        .any(|ending| name.strip_suffix(ending).is_some_and(|before| before.is_empty() || before.ends_with('_')));
    let value = variable.value.text.as_str();
    // A path names a file that holds the credential; a template or a placeholder holds none.
    let literal = !value.is_empty() && !value.starts_with(['/', '$', '<', '%', '-']) && !value.starts_with("REPLACE");
    ends && literal && !variable.in_file
}
