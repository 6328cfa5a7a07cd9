//! The commands that show what is said about rules.

use std::fs;
use std::io::Write;
use std::path::Path;

use plimsoll_handbook::{markdown, site, text};
use plimsoll_rules::page;

use crate::arguments::PageFormat;
use crate::commands::write;
use crate::{CLEAN, Failure};

/// Explains one rule.
///
/// # Errors
/// [`Failure`] when there is no such rule or the output cannot be written.
pub fn explain(id: &str, format: PageFormat, out: &mut dyn Write) -> Result<u8, Failure> {
    let rule = page(id).ok_or_else(|| Failure::NoSuchRule(id.to_owned()))?;
    let text = match format {
        PageFormat::Human => text::page(&rule),
        PageFormat::Markdown => markdown::page(&rule),
    };
    write(out, &text)?;
    Ok(CLEAN)
}

/// Writes the page of every rule, and the list of them, into a folder.
///
/// # Errors
/// [`Failure`] when the folder or a file cannot be written.
pub fn write_pages(folder: &Path, linter: Option<&str>, out: &mut dyn Write) -> Result<u8, Failure> {
    let failed = |path: &Path| {
        let what = format!("cannot write {}", path.display());
        move |error| Failure::Io(what, error)
    };
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let files = site::files(linter);
    for file in &files {
        let path = folder.join(&file.name);
        fs::write(&path, &file.text).map_err(failed(&path))?;
    }
    write(out, &format!("{} files in {}\n", files.len(), folder.display()))?;
    Ok(CLEAN)
}
