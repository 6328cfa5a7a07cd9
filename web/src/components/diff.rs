//! A diff as a table for reading: side by side where there is room, one column where there is not.

use yew::prelude::*;

use crate::diff::{Change, FileDiff, Part, Row};
use crate::state::view::plural;

/// Draws how one document changes, under its name when there are several.
pub(crate) fn diff_view(diff: &FileDiff, name: Option<&str>) -> Html {
    let told =
        format!("{} removed, {} added", plural(diff.removed as usize, "line"), plural(diff.added as usize, "line"));
    let label = name.map_or_else(|| told.clone(), |name| format!("{name}: {told}"));
    html! {
        <figure class="diff">
            if let Some(name) = name {
                <figcaption>{ name.to_owned() }<span>{ told }</span></figcaption>
            }
            <div class="diff-body" role="group" aria-label={label} tabindex="0">
                { for diff.hunks.iter().map(|rows| html! { <div class="hunk">{ for blocks(rows) }</div> }) }
            </div>
        </figure>
    }
}

/// Runs of unchanged lines, and changes with what goes on the left and what comes on the right.
fn blocks(rows: &[Row]) -> Vec<Html> {
    let runs = rows.chunk_by(|one, other| (one.change == Change::Same) == (other.change == Change::Same));
    let block = |run: &[Row]| {
        if run.first().is_some_and(|row| row.change == Change::Same) {
            return same(run);
        }
        let side = |wanted: Change, sign| {
            run.iter().filter(move |row| row.change == wanted).map(move |row| line(row, row.new.or(row.old), sign))
        };
        html! {
            <div class="change">
                <div class="removed">{ for side(Change::Removed, "−") }</div>
                <div class="added">{ for side(Change::Added, "+") }</div>
            </div>
        }
    };
    runs.map(block).collect()
}

/// Unchanged lines. The second copy is for the eye alone, where both texts stand side by side.
fn same(run: &[Row]) -> Html {
    html! {
        <div class="same">
            <div>{ for run.iter().map(|row| line(row, row.old, "")) }</div>
            <div class="again" aria-hidden="true">{ for run.iter().map(|row| line(row, row.new, "")) }</div>
        </div>
    }
}

fn line(row: &Row, number: Option<u32>, sign: &'static str) -> Html {
    let number = number.map(|number| number.to_string());
    let text: Html = row.parts.iter().map(part).collect();
    let text = match row.change {
        Change::Same => html! { <span class="text">{ text }</span> },
        Change::Removed => html! { <del class="text">{ text }</del> },
        Change::Added => html! { <ins class="text">{ text }</ins> },
    };
    html! {
        <div class="row">
            <span class="number" aria-hidden="true">{ number }</span>
            <span class="sign">{ sign }</span>
            { text }
        </div>
    }
}

fn part(part: &Part) -> Html {
    if part.differs {
        html! { <b>{ &part.text }</b> }
    } else {
        html! { { &part.text } }
    }
}
