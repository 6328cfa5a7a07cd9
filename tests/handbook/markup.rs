//! Just enough of a reader for the handbook's own HTML to refuse what is not sound.

/// Elements without an end tag.
const VOID: [&str; 2] = ["meta", "link"];

/// A page as its start tags.
pub struct Markup {
    /// Name and attributes of each.
    tags: Vec<(String, Vec<(String, String)>)>,
}

impl Markup {
    /// Reads a page; says what is not sound.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut rest = text.strip_prefix("<!doctype html>").ok_or("no doctype")?;
        let (mut tags, mut open) = (Vec::new(), Vec::new());
        while let Some((before, behind)) = rest.split_once('<') {
            plain(before)?;
            let (tag, after) = behind.split_once('>').ok_or("a tag without an end")?;
            rest = after;
            if let Some(name) = tag.strip_prefix('/') {
                let last = open.pop();
                if last.as_deref() != Some(name) {
                    return Err(format!("</{name}> ends {last:?}"));
                }
                continue;
            }
            let (name, attributes) = tag_parts(tag.trim_end_matches('/'))?;
            if !tag.ends_with('/') && !VOID.contains(&&*name) {
                open.push(name.clone());
            }
            tags.push((name, attributes));
        }
        plain(rest)?;
        if open.is_empty() { Ok(Self { tags }) } else { Err(format!("never ended: {open:?}")) }
    }

    /// The values of an attribute, wherever it stands.
    pub fn attributes(&self, name: &str) -> Vec<String> {
        let all = self.tags.iter().flat_map(|(_, attributes)| attributes);
        all.filter(|(attribute, _)| attribute == name).map(|(_, value)| value.clone()).collect()
    }

    /// How often an element is there.
    pub fn count(&self, element: &str) -> usize {
        self.tags.iter().filter(|(name, _)| name == element).count()
    }
}

/// Text between tags: no `>`, and `&` only in front of a name that ends in `;`.
fn plain(text: &str) -> Result<(), String> {
    if text.contains('>') {
        return Err(format!("a bare > in {text:?}"));
    }
    for part in text.split('&').skip(1) {
        let name = part.split(';').next().unwrap_or_default();
        if !["amp", "lt", "gt", "quot"].contains(&name) {
            return Err(format!("a bare & in {text:?}"));
        }
    }
    Ok(())
}

fn tag_parts(tag: &str) -> Result<(String, Vec<(String, String)>), String> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) {
        return Err(format!("no name of an element: {tag:?}"));
    }
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        let (attribute, behind) = rest.split_once("=\"").ok_or(format!("an attribute without quotes in {tag:?}"))?;
        let (value, after) = behind.split_once('"').ok_or(format!("a quote without an end in {tag:?}"))?;
        plain(value)?;
        attributes.push((attribute.trim().to_owned(), value.to_owned()));
        rest = after;
    }
    Ok((name.to_owned(), attributes))
}

#[test]
fn what_is_not_sound_is_refused() {
    let read = |body: &str| Markup::read(&format!("<!doctype html>{body}")).map(drop);
    assert_eq!(read("<p id=\"a\">&lt;<br/></p><meta a=\"b\">"), Ok(()));
    for wrong in ["<p>", "<p></b></p>", "<p>&</p>", "<p>a > b</p>", "<p id=a></p>", "<P></P>", "a < b"] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}
