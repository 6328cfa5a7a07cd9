//! The Markdown, read back by pulldown-cmark.

use plimsoll_export::{Format, Masking, Part, export};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::{hostile, reports, written};

/// Events that only markup of the user's could make.
fn foreign(text: &str) -> Vec<String> {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let foreign = |event: &Event<'_>| {
        let tag = matches!(
            event,
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
        );
        tag || matches!(event, Event::Html(_) | Event::InlineHtml(_))
    };
    events.filter(foreign).map(|event| format!("{event:?}")).collect()
}

/// Cells of each row of the tables.
fn widths(text: &str) -> Vec<usize> {
    let mut widths = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow | Tag::TableHead) => widths.push(0),
            Event::End(TagEnd::TableCell) => *widths.last_mut().unwrap() += 1,
            _ => {}
        }
    }
    widths
}

#[test]
fn nothing_breaks_out() {
    let text = written(&hostile(), Format::Markdown, Masking::Masked);
    assert!(foreign(&text).is_empty(), "{:?}", foreign(&text));
    assert!(widths(&text).iter().all(|width| *width == 4), "{text}");
    assert!(widths(&text).len() > hostile().len());
    let mut in_code = false;
    let mut plain = String::new();
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if !in_code => plain.push_str(&text),
            _ => {}
        }
    }
    assert!(!plain.contains("@all"), "a name outside code would be told of it");
}

#[test]
fn fixtures_are_tables_and_text() {
    for (case, report) in reports() {
        let part = Part::new(&case.documents, &case.options, &report, Masking::Plain);
        let text = export(&[part], Format::Markdown).unwrap();
        assert!(foreign(&text).is_empty(), "{} {}", case.group, case.name);
        assert!(widths(&text).iter().all(|width| *width == 4));
    }
}
