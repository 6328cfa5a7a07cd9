//! How many images are pulled at once.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::knowledge::kubelet::{MAX_PARALLEL_IMAGE_PULLS as MOST, SERIALIZE_IMAGE_PULLS as SERIAL};
use crate::refusal::{refusal, stands};
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-parallel-image-pulls",
    title: "Images are to be pulled one by one and several at once, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A limit above one is only accepted when images need not be pulled one by one.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "The kubelet starts again, with the values that you write.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let several = context.value(MOST).and_then(|most| most.as_int()).is_some_and(|most| most > 1);
    // Where nothing sets it, the kubelet turns it off by itself when the limit is above one.
    if !several || !context.is_written(SERIAL) || context.is_true(SERIAL) != Some(true) {
        return Vec::new();
    }
    let message = format!(
        "{}, but {}. The two contradict each other, so the kubelet exits. Set `{}` to `false`, or remove it.",
        stands(context, MOST),
        stands(context, SERIAL),
        SERIAL.row().name()
    );
    vec![refusal(context, &[SERIAL, MOST], message)]
}
