//! What a benchmark's own audit says about a component.

use super::{AUDITS, Absent, Audit, Control, Wants};
use crate::context::Context;
use crate::knowledge::Type;
use crate::value::{self, Value};

impl Control {
    /// The audits of its benchmark that say something else than Plimsoll may.
    pub fn audits(&self) -> impl Iterator<Item = &'static Audit> {
        AUDITS.iter().filter(|audit| audit.benchmark == self.benchmark && audit.id == self.id)
    }
}

impl Audit {
    /// Whether the audit is content; nothing where it does not apply, says no more than Plimsoll, or cannot know.
    pub fn says(&self, context: &Context<'_>) -> Option<bool> {
        let is = |(setting, value)| context.value(setting).is_some_and(|found: Value| found.to_string() == value);
        if self.unless.is_some_and(is) || !context.is_known(self.setting) {
            return None;
        }
        if !context.is_written(self.setting) {
            return Some(self.absent == Absent::Pass);
        }
        let found = context.value(self.setting)?;
        self.wants.accepts(&found, self.setting.row().ty)
    }
}

impl Wants {
    fn accepts(self, found: &Value, ty: Type) -> Option<bool> {
        let same = |text: &str| value::read(ty, text).ok().as_ref() == Some(found);
        let number = |value: &Value| value.as_int().or_else(|| value.as_nanos());
        Some(match self {
            Self::Is(text) => same(text),
            Self::Not(text) => !same(text),
            Self::Least(text) => number(found)? >= number(&value::read(ty, text).ok()?)?,
            Self::Has(item) => holds(found, item),
            Self::Lacks(item) => !holds(found, item),
            Self::Set => !found.is_blank(),
            Self::Unset => false,
            Self::NoMore => return None,
        })
    }
}

/// Whether a list has the item, or a map the `key=value`.
fn holds(found: &Value, item: &str) -> bool {
    let pair = |(key, value): &(String, String)| item.split_once('=') == Some((key, value));
    found.items().iter().any(|found| found == item) || found.pairs().iter().any(pair)
}
