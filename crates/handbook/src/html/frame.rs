//! What all pages have around their content.

use super::{ICON_NAME, STYLE_NAME, escaped};

/// Nothing but the stylesheet and the icon beside the page; no script, no request to anywhere else.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// What is around the content of one page.
pub(super) struct Frame<'a> {
    /// The page's title.
    pub(super) title: &'a str,
    /// One sentence for search engines and previews.
    pub(super) description: &'a str,
    /// Address of the linter, relative to the page; absent where the handbook stands alone.
    pub(super) linter: Option<&'a str>,
    /// Links at the top beside the linter's: address and text.
    pub(super) links: &'a [(&'a str, &'a str)],
}

impl Frame<'_> {
    /// A whole page with `content` as its main part.
    pub(super) fn around(&self, content: &str) -> String {
        let (title, description) = (escaped(self.title), escaped(self.description));
        let version = env!("CARGO_PKG_VERSION");
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <link rel=\"icon\" href=\"{ICON_NAME}\" type=\"image/svg+xml\">\n\
             <link rel=\"stylesheet\" href=\"{STYLE_NAME}\">\n</head>\n<body>\n\
             <header>\n{}</header>\n<main>\n{content}</main>\n\
             <footer>\n<p>Plimsoll {version}. Every example on these pages is judged when they are made.</p>\n\
             </footer>\n</body>\n</html>\n",
            self.head()
        )
    }

    fn head(&self) -> String {
        let name = "<svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><circle cx=\"16\" cy=\"16\" r=\"10\"/>\
                    <path d=\"M2 16h28\"/></svg>Plimsoll";
        let name = match self.linter {
            Some(address) => format!("<a class=\"name\" href=\"{}\">{name}</a>\n", escaped(address)),
            None => format!("<span class=\"name\">{name}</span>\n"),
        };
        let link = |(address, text): &(&str, &str)| format!("<a href=\"{}\">{}</a>\n", escaped(address), escaped(text));
        let links: String = self.links.iter().map(link).collect();
        if links.is_empty() { name } else { format!("{name}<nav aria-label=\"Handbook\">{links}</nav>\n") }
    }
}
