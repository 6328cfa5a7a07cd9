//! What a component checks once a value has been read: closed lists, ranges, and what stands for the default.

use std::cmp::Ordering;

use super::duration::duration_of;
use super::number::float_of;
use super::{Value, read_default};
use crate::knowledge::{Setting, Type, at_version};
use crate::version::Version;

/// Why text is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What the type wants.
    Form(&'static str),
    /// The only values accepted, parted by `|`.
    OneOf(&'static str),
    /// Smallest and largest value accepted; an empty text leaves that side open, and the smallest is itself refused
    /// behind a `>`.
    Range(&'static str, &'static str),
}

impl Wanted {
    /// The end of a sentence that begins "it must be".
    pub fn words(self) -> String {
        match self {
            Self::Form(words) => words.to_owned(),
            Self::OneOf(values) => {
                let named =
                    values.split('|').map(|value| if value.is_empty() { "empty".into() } else { format!("`{value}`") });
                let named: Vec<String> = named.collect();
                match named.split_last() {
                    Some((last, [])) => last.clone(),
                    Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
                    None => String::new(),
                }
            }
            Self::Range(least, most) => match (least.strip_prefix('>'), most) {
                (Some(bound), "") => format!("more than {bound}"),
                (Some(bound), _) => format!("more than {bound} and at most {most}"),
                (None, "") => format!("at least {least}"),
                (None, _) if least.is_empty() => format!("at most {most}"),
                (None, _) => format!("between {least} and {most}"),
            },
        }
    }
}

/// Checks a value of the right type against what the release accepts for the setting.
///
/// # Errors
/// [`Wanted`] when the component would refuse the value.
pub fn accept(row: &Setting, version: Version, value: Value) -> Result<Value, Wanted> {
    let listed = |text: &str| row.allowed_in(version).is_none_or(|mut allowed| allowed.any(|one| one == text));
    let fits = match &value {
        Value::Text(text) => listed(text),
        Value::List(items) => items.iter().all(|item| listed(item)),
        Value::Map(pairs) => pairs.iter().all(|(key, _)| listed(key)),
        _ => true,
    };
    if !fits {
        return Err(Wanted::OneOf(at_version(row.allowed, version)));
    }
    if let Some((least, most)) = row.range_in(version) {
        let bound = least.strip_prefix('>');
        let low = match compare(row.ty, &value, bound.unwrap_or(least)) {
            Some(Ordering::Less) => true,
            Some(Ordering::Equal) => bound.is_some(),
            _ => false,
        };
        if low || compare(row.ty, &value, most) == Some(Ordering::Greater) {
            return Err(Wanted::Range(least, most));
        }
    }
    Ok(value)
}

/// How `value` stands to `bound`, one end of a range; nothing for an open end and for what has no order.
fn compare(ty: Type, value: &Value, bound: &str) -> Option<Ordering> {
    match value {
        Value::Int(number) => Some(number.cmp(&bound.parse().ok()?)),
        Value::Duration(nanos) => Some(nanos.cmp(&duration_of(bound)?)),
        // Like Go, which finds that "not a number" lies neither below nor above.
        Value::Text(text) if ty == Type::Float => float_of(text)?.partial_cmp(&float_of(bound)?),
        _ => None,
    }
}

/// Numbers, durations and texts whose zero the decoder tells from their absence.
const POINTERS: &[&str] = &[
    "containerLogMaxFiles",
    "containerLogMaxWorkers",
    "containerLogMonitorInterval",
    "cpuCFSQuotaPeriod",
    "crashLoopBackOff.maxContainerRestartPeriod",
    "eventRecordQPS",
    "healthzPort",
    "imageGCHighThresholdPercent",
    "imageGCLowThresholdPercent",
    "iptablesDropBit",
    "iptablesMasqueradeBit",
    "kubeAPIQPS",
    "maxParallelImagePulls",
    "memoryThrottlingFactor",
    "nodeStatusMaxImages",
    "oomScoreAdj",
    "podPidsLimit",
    "registryPullQPS",
    "resolvConf",
    "tracing.endpoint",
    "tracing.samplingRatePerMillion",
    "userNamespaces.idsPerPod",
];

/// Whether a value of a configuration file is zero or empty and the decoder takes that as "not set". Source: the
/// types of `k8s.io/kubelet` config/v1beta1 and the defaulting functions of
/// `pkg/kubelet/apis/config/v1beta1/defaults.go`: all plain strings, numbers and durations that are not pointers.
pub fn stands_for_default(row: &Setting, version: Version, value: &Value) -> bool {
    let zero = match value {
        Value::Int(number) => *number == 0,
        Value::Duration(nanos) => *nanos == 0,
        Value::Text(text) => text.is_empty(),
        _ => false,
    };
    // Where the default is zero as well, the field says what it would be anyway, and says it.
    let same = || read_default(row.ty, at_version(row.default, version)).as_ref() == Some(value);
    zero && !POINTERS.contains(&row.field) && !same()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::knowledge::{Component, by_field, by_flag};
    use crate::value::read;

    fn judged(id: Option<crate::knowledge::SettingId>, text: &str) -> Result<Value, Wanted> {
        let row = id.unwrap().row();
        accept(row, Version::NEWEST, read(row.ty, text)?)
    }

    #[test]
    fn ranges_hold_for_numbers_durations_and_fractions() {
        let field = |path, text| judged(by_field(path), text).map_err(Wanted::words);
        assert!(field("healthzPort", "65535").is_ok());
        assert_eq!(field("healthzPort", "65536").unwrap_err(), "between 0 and 65535");
        assert!(field("cpuCFSQuotaPeriod", "1s").is_ok());
        assert_eq!(field("cpuCFSQuotaPeriod", "1.1s").unwrap_err(), "between 1ms and 1s");
        assert!(field("containerLogMonitorInterval", "2999ms").is_err());
        assert!(field("memoryThrottlingFactor", "1").is_ok());
        assert_eq!(field("memoryThrottlingFactor", "0").unwrap_err(), "more than 0 and at most 1");
        assert!(field("memoryThrottlingFactor", "-0.5").is_err());
        assert!(field("memoryThrottlingFactor", "inf").is_err());
        let chance = |text| judged(by_flag(Component::KubeApiserver, "goaway-chance"), text);
        assert!(chance("0.02").is_ok() && chance("0.021").is_err() && chance("nan").is_ok());
    }

    #[test]
    fn zero_is_absence_only_where_the_decoder_cannot_tell() {
        let stands = |path, value: &Value| stands_for_default(by_field(path).unwrap().row(), Version::NEWEST, value);
        assert!(stands("port", &Value::Int(0)) && !stands("healthzPort", &Value::Int(0)));
        assert!(stands("authorization.mode", &Value::Text(String::new())));
        assert!(stands("syncFrequency", &Value::Duration(0)) && !stands("imageMaximumGCAge", &Value::Duration(0)));
    }
}
