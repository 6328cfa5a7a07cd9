//! The examples of a rule as the page draws them.

use plimsoll_handbook::{Mended, Piece, State, sections, words};
use plimsoll_rules::page;

use crate::diff::diff;
use crate::protocol::{Example, ExampleGroup, Examples, Listing};

/// The examples of a rule; none when there is no such rule.
pub(crate) fn examples(rule: &str) -> Examples {
    let sections = sections(rule);
    let safety = page(rule).and_then(|page| words::safety(&page, &sections));
    let groups = sections
        .into_iter()
        .map(|section| ExampleGroup { examples: section.examples.iter().map(example).collect(), place: section.place });
    Examples { rule: rule.to_owned(), groups: groups.collect(), safety }
}

fn example(example: &plimsoll_handbook::Example) -> Example {
    let listing = |file: &plimsoll_handbook::Listing| Listing {
        name: file.name.clone(),
        pieces: file.pieces().into_iter().map(piece).collect(),
    };
    let fix = |mended: &Mended| {
        let pairs = (0..).zip(example.files.iter().zip(&mended.texts));
        let diffs = pairs.filter_map(|(at, (file, new))| diff(at, &file.text, new)).collect();
        (mended.title.clone(), mended.safety, diffs)
    };
    Example {
        title: words::title(example),
        is_good: example.state == State::Good,
        files: example.files.iter().map(listing).collect(),
        fix: example.mended.as_ref().map(fix),
    }
}

fn piece(piece: Piece<'_>) -> (String, bool) {
    match piece {
        Piece::Plain(text) => (text.to_owned(), false),
        Piece::Marked(text) => (text.to_owned(), true),
    }
}
