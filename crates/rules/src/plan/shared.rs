//! Variables that several components read: what mends one of them must not change another.

use crate::bundle::Bundle;
use crate::context::Context;
use crate::document::Kind;
use crate::edit::TextEdit;
use crate::finding::Change;
use crate::knowledge;
use crate::syntax::mapped::{DocId, Location};
use crate::target::Target;

/// Whether these edits also change what another component is told. A flag that the other does not have either is
/// missed by nobody.
pub fn reaches_another(
    changes: &[Change],
    edits: &[(DocId, TextEdit)],
    bundle: &Bundle<'_>,
    context: &Context<'_>,
) -> bool {
    let in_variables = |(doc, _): &&(DocId, TextEdit)| bundle.kind(*doc) == Kind::EnvironmentFile;
    let mut places = edits.iter().filter(in_variables).map(|(doc, edit)| Location::new(*doc, edit.span)).peekable();
    if places.peek().is_none() {
        return false;
    }
    let others = || bundle.targets.iter().filter(|other| other.component != context.target.component);
    let is_read = |place: Location| others().any(|other| reads(other, place));
    places.any(is_read) && !changes.iter().all(|change| others().all(|other| is_unknown_to(other, change, context)))
}

fn reads(target: &Target, place: Location) -> bool {
    let arguments = target.command.iter().flat_map(|command| &command.arguments);
    arguments.into_iter().any(|argument| argument.text.touches(place))
}

/// Whether the change takes away a flag that this component does not have.
fn is_unknown_to(other: &Target, change: &Change, context: &Context<'_>) -> bool {
    let Change::DropFlag(index) = change else { return false };
    let flag = context.target.command.as_ref().and_then(|command| command.flags.get(*index));
    let known = |name: &str| knowledge::by_flag(other.component, name);
    flag.is_some_and(|flag| known(&flag.name).is_none_or(|id| !id.row().has_flag(context.version)))
}
