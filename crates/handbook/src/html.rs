//! Pages for a browser, without any script.

mod frame;
mod index;
mod page;

pub use index::{ordered, page as index};
pub use page::page;

use plimsoll_rules::report::Severity;

/// Name of the stylesheet beside the pages.
pub const STYLE_NAME: &str = "handbook.css";
/// The stylesheet.
pub const STYLE: &str = include_str!("html/handbook.css");
/// Name of the icon beside the pages.
pub const ICON_NAME: &str = "mark.svg";
/// The icon.
pub const ICON: &str = include_str!("../assets/mark.svg");

/// Text as it stands in an element or in a quoted attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// A sentence in which backticks become code.
fn prose(text: &str) -> String {
    let piece = |(at, part): (usize, &str)| {
        if at % 2 == 1 { format!("<code>{}</code>", escaped(part)) } else { escaped(part) }
    };
    text.split('`').enumerate().map(piece).collect()
}

/// The shape and the word of a severity.
fn badge(severity: Severity) -> String {
    let outline = match severity {
        Severity::Critical => "M5 1h6l4 4v6l-4 4h-6l-4-4v-6z",
        Severity::High => "M8 1.5l7 12.5h-14z",
        Severity::Medium => "M2.5 2.5h11v11h-11z",
        Severity::Low | Severity::Info => "M8 3a5 5 0 1 0 .01 0z",
    };
    let name = severity.name();
    format!(
        "<span class=\"severity {name}\"><svg class=\"shape\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">\
         <path d=\"{outline}\"/></svg>{name}</span>"
    )
}

/// Text as an id: lower case, with `-` for all but letters and digits.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}
