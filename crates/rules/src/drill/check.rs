//! What is wrong with a drill as a drill: for those who write packs.

use super::{Drill, Judgement, Standing, judge};
use crate::assess;
use crate::report::{Report, Severity};

/// What keeps a drill from being one, each in a sentence; none when its files show what its rules name and nothing else
/// that weighs, and its answer mends that and nothing else.
pub fn faults(drill: &Drill) -> Vec<String> {
    let options = drill.options();
    let (before, after) = (assess::report(&drill.documents(), &options), assess::report(&drill.answered(), &options));
    let mut said = Vec::new();
    for rule in &drill.rules {
        if !finds(&before, rule) {
            said.push(format!("`{rule}` finds nothing in the files, so there is nothing to mend for it."));
        }
    }
    for finding in &before.findings {
        if finding.severity >= Severity::Medium && !drill.rules.contains(&finding.rule) {
            let line = finding.line;
            said.push(format!("The files also show `{}` at line {line}. Name it, or mend it there.", finding.rule));
        }
        if finding.suppressed.is_some() {
            said.push(format!("A comment suppresses `{}`, which counts for nothing in a drill.", finding.rule));
        }
        if !finds(&after, &finding.rule) && !drill.rules.contains(&finding.rule) {
            said.push(format!("The answer also clears `{}`, which `rules` does not name.", finding.rule));
        }
    }
    let judgement = judge(drill, &drill.answered());
    if !judgement.solved {
        said.extend(unsolved(&judgement).into_iter().map(|why| format!("The answer does not solve it: {why}")));
    }
    if judge(drill, &drill.documents()).solved {
        said.push("It is solved as it stands.".to_owned());
    }
    said.dedup();
    said
}

fn finds(report: &Report, rule: &str) -> bool {
    report.findings.iter().any(|finding| finding.rule == rule)
}

/// Why texts do not solve a drill, in sentences.
fn unsolved(judgement: &Judgement) -> Vec<String> {
    let mut said = Vec::new();
    for verdict in &judgement.rules {
        match &verdict.standing {
            Standing::Found(_) => said.push(format!("`{}` still finds something.", verdict.rule)),
            Standing::Unknown(why) => said.push(format!("`{}` cannot judge: {why}", verdict.rule)),
            Standing::Solved => {}
        }
    }
    said.extend(
        judgement.new.iter().map(|spot| format!("it brings a new finding at line {}: {}.", spot.line, spot.title)),
    );
    said.extend(judgement.kept.iter().map(|kept| format!("`{}` does not keep its value.", kept.setting)));
    said.extend(judgement.lost.iter().cloned());
    said
}
