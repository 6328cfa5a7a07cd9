//! Templates: Jinja, Go and Terraform directives inside another language.
//!
//! A template is read as far as it can be: each directive is replaced by filler of the same length before the
//! text is parsed, so that every place stays true. A line that holds nothing but a control directive becomes a
//! comment; any other directive becomes part of the word it stands in, and the word counts as unknown. What
//! stands between an `if` or a loop and its end may be there or not, so it counts as unknown too.

use std::borrow::Cow;

use crate::text::Span;

/// Stand for a directive inside a word: a private-use character of three bytes, and an unassigned one of two that
/// makes up the rest. No configuration contains either.
pub const FILLER: [char; 2] = ['\u{e000}', '\u{378}'];

/// A text with its directives replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// Parts that are there only when a condition holds, or any number of times.
    pub conditional: Vec<Span>,
    /// The first directive.
    pub first: Option<Span>,
    /// Whether a line by itself inserts text that was not given, which may hold anything.
    pub inserts: bool,
}

impl Template {
    /// Whether the text holds any directive.
    pub fn is_template(&self) -> bool {
        self.first.is_some()
    }

    /// Whether `span` lies in a part that may be absent.
    pub fn is_conditional(&self, span: Span) -> bool {
        let after = self.conditional.partition_point(|part| part.end <= span.start);
        self.conditional.get(after).is_some_and(|part| part.start <= span.start)
    }

    /// The part that may be absent and that what is added at `at` would belong to.
    pub fn conditional_part(&self, at: u32) -> Option<Span> {
        let after = self.conditional.partition_point(|part| part.end < at);
        self.conditional.get(after).copied().filter(|part| part.start <= at)
    }
}

/// Replaces the directives of `text` by filler of the same length. A text without any stays as it is.
pub fn mask(text: &str) -> (Cow<'_, str>, Template) {
    if !["{{", "{%", "{#", "%{"].iter().any(|open| text.contains(open)) {
        return (Cow::Borrowed(text), Template::default());
    }
    let mut masked = String::with_capacity(text.len());
    let mut template = Template::default();
    let mut open: Vec<u32> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let ending = line.get(content.len()..).unwrap_or("");
        match control(content) {
            Some(control) => {
                let span = Span::of(start, start + content.len());
                template.first.get_or_insert(span);
                template.control(control, span, &mut open);
                push_comment(&mut masked, content);
            }
            None => template.words(content, start, &mut masked),
        }
        masked.push_str(ending);
        start += line.len();
    }
    // An `if` without an end reaches to the end of the text.
    if let Some(first) = open.first() {
        template.conditional.push(Span::new(*first, Span::of(text.len(), text.len()).end));
    }
    if template.is_template() { (Cow::Owned(masked), template) } else { (Cow::Borrowed(text), template) }
}

/// What a line of only directives does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Control {
    Begin,
    Middle,
    End,
    Insert,
    Nothing,
}

/// What the line does when it is one directive and nothing else.
fn control(line: &str) -> Option<Control> {
    let line = line.trim();
    let (inner, expression) = [("{%", "%}", false), ("{{", "}}", true), ("{#", "#}", false), ("%{", "}", false)]
        .into_iter()
        .find_map(|(open, close, expression)| {
            let inner = line.strip_prefix(open)?.strip_suffix(close)?;
            let single = !inner.contains(open) && (close == "}" || !inner.contains(close));
            single.then_some((inner, expression))
        })?;
    let inner = inner.trim_matches(['-', '+', '~']).trim();
    // Handlebars: `{{#if x}}` and `{{/if}}`.
    let block = inner.strip_prefix('#').filter(|_| expression);
    let closes = expression && inner.starts_with('/') && !inner.starts_with("/*");
    let inner = if closes { "end" } else { block.unwrap_or(inner) };
    let word = inner.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or("");
    Some(match word {
        "if" | "for" | "range" | "with" | "define" | "block" | "macro" | "unless" => Control::Begin,
        "else" | "elif" | "elseif" | "elsif" => Control::Middle,
        _ if block.is_some() => Control::Begin,
        "end" | "endif" | "endfor" | "endblock" | "endmacro" | "endwith" => Control::End,
        _ if inner.starts_with("/*") || line.starts_with("{#") => Control::Nothing,
        "set" | "import" | "from" | "do" if !expression => Control::Nothing,
        _ if expression && inner.contains(":=") => Control::Nothing,
        _ => Control::Insert,
    })
}

impl Template {
    fn control(&mut self, control: Control, span: Span, open: &mut Vec<u32>) {
        match control {
            Control::Begin => open.push(span.end),
            Control::Middle | Control::Nothing => {}
            Control::Insert => self.inserts = true,
            Control::End => {
                // Only the outermost part is kept: what lies inside it is conditional anyway.
                if let Some(start) = open.pop()
                    && open.is_empty()
                {
                    self.conditional.push(Span::new(start, span.start));
                }
            }
        }
    }

    /// Replaces the directives within a line.
    fn words(&mut self, line: &str, start: usize, masked: &mut String) {
        let mut at = 0;
        while let Some((from, to)) = directive(line, at) {
            masked.push_str(line.get(at..from).unwrap_or(""));
            push_filler(masked, to - from);
            self.first.get_or_insert(Span::of(start + from, start + to));
            at = to;
        }
        masked.push_str(line.get(at..).unwrap_or(""));
    }
}

/// The next directive of a line from byte `at` on.
fn directive(line: &str, at: usize) -> Option<(usize, usize)> {
    let rest = line.get(at..)?;
    let next = |(open, close): (&str, &str)| {
        let from = rest.find(open)?;
        let to = rest.get(from + open.len()..)?.find(close)?;
        Some((at + from, at + from + open.len() + to + close.len()))
    };
    [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("%{", "}")].into_iter().filter_map(next).min()
}

/// Filler of exactly `length` bytes; a directive has at least three.
fn push_filler(masked: &mut String, length: usize) {
    let [long, short] = FILLER;
    let shorts = [0, 2, 1].get(length % 3).copied().unwrap_or(0);
    masked.extend(std::iter::repeat_n(long, (length - shorts * 2) / 3));
    masked.extend(std::iter::repeat_n(short, shorts));
}

/// A comment of as many bytes as `line`, which all languages here skip.
fn push_comment(masked: &mut String, line: &str) {
    let indent = line.len() - line.trim_start().len();
    masked.push_str(line.get(..indent).unwrap_or(""));
    masked.push('#');
    masked.extend(std::iter::repeat_n('.', (line.len() - indent).saturating_sub(1)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_left_alone() {
        for text in ["a: {b: {c: d}}\n", "--eviction-hard=memory.available<10%%\n", "$(A) ${B}"] {
            let (masked, template) = mask(text);
            assert_eq!((&*masked, template.is_template()), (text, false));
        }
    }

    #[test]
    fn length_and_lines_stay() {
        let text = "a: {{ b }}\n{% if c %}\nd: 'x-{{e}}-y'\r\n{%- endif %}\nf: é{{ g }}\n";
        let (masked, template) = mask(text);
        assert_eq!(masked.len(), text.len());
        assert_eq!(masked.lines().count(), text.lines().count());
        assert!(masked.contains("\n#...") && masked.contains("'x-\u{e000}"), "{masked}");
        let at = text.find("d:").unwrap_or(0);
        assert!(template.is_conditional(Span::of(at, at + 1)));
        assert!(!template.is_conditional(Span::of(0, 1)));
        assert!(!template.inserts);
    }

    #[test]
    fn nested_conditions_and_insertions() {
        let handlebars = "{{#if a}}\nv\n{{else}}\nu\n{{/if}}\n";
        let go =
            "{{- if .A }}\n{{ range .B }}\nx\n{{ end }}\ny\n{{- else }}\nz\n{{- end }}\nw\n{{ include \"more\" . }}\n";
        let text = &format!("{handlebars}{go}");
        let (_, template) = mask(text);
        let conditional = |c: char| {
            let at = text.find(&format!("\n{c}\n")).unwrap_or(0) + 1;
            template.is_conditional(Span::of(at, at + 1))
        };
        assert!(conditional('u') && conditional('v'));
        assert!(conditional('x') && conditional('y') && conditional('z') && !conditional('w'));
        assert!(template.inserts);
    }
}
