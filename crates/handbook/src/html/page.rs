//! The page of one rule.

use plimsoll_rules::{Judged, RulePage};

use super::frame::Frame;
use super::{badge, escaped, prose};
use crate::diff::{self, Line};
use crate::example::{Example, Mended, Piece, Section, sections};
use crate::words;

/// The page of a rule. `neighbours` are the rules before and after it in the index, as far as there are any; `linter`
/// is the address of the linter relative to the page.
pub fn page(rule: &RulePage, neighbours: [Option<&RulePage>; 2], linter: Option<&str>) -> String {
    let sections = sections(&rule.id);
    let mut content = head(rule);
    part(&mut content, "what", "What", &paragraph(&rule.what));
    part(&mut content, "why", "Why it matters", &paragraph(&rule.why));
    part(&mut content, "write", "What to write", &spellings(rule));
    part(&mut content, "examples", "Examples", &sections.iter().map(section).collect::<String>());
    part(&mut content, "verify", "How to verify", &paragraph(&rule.verify));
    part(&mut content, "side-effects", "Side effects", &paragraph(&rule.side_effects));
    part(&mut content, "fix", "Fix", &paragraph(words::fix(words::safety(rule, &sections))));
    part(&mut content, "versions", "Versions", &rule.settings.iter().map(versions).collect::<String>());
    part(&mut content, "references", "References", &references(rule));
    content.push_str(&around(neighbours));
    let title = format!("{} · Plimsoll", rule.id);
    let frame = Frame { title: &title, description: &rule.title, linter, links: &[("index.html", "All rules")] };
    frame.around(&content)
}

fn head(rule: &RulePage) -> String {
    format!(
        "<h1>{}</h1>\n<ul class=\"facts\">\n<li>{}</li>\n<li>{}</li>\n<li><code>{}</code></li>\n</ul>\n",
        prose(&rule.title),
        badge(rule.severity),
        escaped(&rule.component),
        escaped(&rule.id)
    )
}

fn part(content: &mut String, id: &str, title: &str, body: &str) {
    if !body.is_empty() {
        content
            .push_str(&format!("<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n{body}</section>\n"));
    }
}

fn paragraph(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p>{}</p>\n", prose(text)) }
}

fn spellings(rule: &RulePage) -> String {
    let one = |spelling: &plimsoll_rules::Spelling| {
        let (place, text) = (escaped(&spelling.place), escaped(&spelling.text));
        format!("<div><dt>{place}</dt><dd><pre tabindex=\"0\"><code>{text}</code></pre></dd></div>\n")
    };
    let all: String = rule.spellings.iter().map(one).collect();
    if all.is_empty() { all } else { format!("<dl class=\"spellings\">\n{all}</dl>\n") }
}

fn section(section: &Section) -> String {
    let examples: String = section.examples.iter().map(example).collect();
    format!("<h3>{}</h3>\n<div class=\"examples\">\n{examples}</div>\n", escaped(&section.place))
}

fn example(example: &Example) -> String {
    let state = example.state.title().to_ascii_lowercase();
    let mut body = format!("<figcaption>{}</figcaption>\n", words::title(example));
    for file in &example.files {
        body.push_str(&file_name(&file.name));
        let code: String = file.pieces().iter().map(piece).collect();
        body.push_str(&format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", code.trim_end()));
    }
    let mended = example.mended.as_ref().map_or_else(String::new, |mended| changes(example, mended));
    format!("<figure class=\"{state}\">\n{body}</figure>\n{mended}")
}

fn file_name(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("<p class=\"file\">{}</p>\n", escaped(name)) }
}

fn piece(piece: &Piece<'_>) -> String {
    match piece {
        Piece::Plain(text) => escaped(text),
        Piece::Marked(text) => format!("<mark>{}</mark>", escaped(text)),
    }
}

fn changes(example: &Example, mended: &Mended) -> String {
    let mut body = format!("<figcaption>{}</figcaption>\n", prose(&words::mended(mended)));
    for (file, new) in example.files.iter().zip(&mended.texts) {
        let lines = diff::lines(&file.text, new);
        if !lines.is_empty() {
            let lines: Vec<String> = lines.iter().map(changed).collect();
            body.push_str(&file_name(&file.name));
            body.push_str(&format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", lines.join("\n")));
        }
    }
    format!("<figure class=\"diff\">\n{body}</figure>\n")
}

fn changed(line: &Line) -> String {
    let text = escaped(&line.signed());
    match line {
        Line::Same(_) | Line::Gap => text,
        Line::Removed(_) => format!("<del>{text}</del>"),
        Line::Added(_) => format!("<ins>{text}</ins>"),
    }
}

fn versions(setting: &Judged) -> String {
    let row = |name: &plimsoll_rules::Name| {
        let (name, releases) = (escaped(&name.name), escaped(&name.releases));
        format!("<tr><th scope=\"row\"><code>{name}</code></th><td>{releases}</td></tr>\n")
    };
    let rows: String = setting.names.iter().map(row).collect();
    let head = "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Releases</th></tr></thead>";
    let table = format!("<table>\n{head}\n<tbody>\n{rows}</tbody>\n</table>\n");
    paragraph(&words::setting(setting)) + &table
}

fn references(rule: &RulePage) -> String {
    let one = |reference| format!("<li>{}</li>\n", escaped(&words::reference(reference)));
    let all: String = rule.references.iter().map(one).collect();
    if all.is_empty() { all } else { format!("<ul>\n{all}</ul>\n") }
}

/// Links to the rules before and after.
fn around([before, after]: [Option<&RulePage>; 2]) -> String {
    let link = |rule: &RulePage, word: &str| {
        let id = escaped(&rule.id);
        format!("<a href=\"{id}.html\" rel=\"{word}\">{} {id}</a>\n", if word == "prev" { "Before:" } else { "Next:" })
    };
    let before = before.map(|rule| link(rule, "prev")).unwrap_or_default();
    let after = after.map(|rule| link(rule, "next")).unwrap_or_default();
    format!("<nav class=\"around\" aria-label=\"Neighbouring rules\">\n{before}{after}</nav>\n")
}
