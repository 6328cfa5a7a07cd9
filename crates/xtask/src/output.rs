//! One generated file: formatting, writing, comparing.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Result;

/// A file that is made, never edited.
pub(crate) struct Output {
    /// Path below the root of the workspace.
    pub(crate) path: String,
    source: String,
}

impl Output {
    /// Rust source made from `origin`; it is formatted before it is written or compared.
    pub(crate) fn new(path: impl Into<String>, origin: &str, body: &str) -> Self {
        let source = format!("// Made by `cargo xtask gen` from {origin}. DO NOT EDIT.\n\n{body}");
        Self { path: path.into(), source }
    }

    /// Writes the file unless it is current already.
    pub(crate) fn write(&self, root: &Path) -> Result<()> {
        if self.is_current(root)? {
            return Ok(());
        }
        let path = root.join(&self.path);
        let folder = path.parent().unwrap_or(root);
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        fs::write(&path, rustfmt(root, &self.source)?).map_err(|error| format!("{}: {error}", self.path))
    }

    /// Whether the file in the workspace is what would be written.
    pub(crate) fn is_current(&self, root: &Path) -> Result<bool> {
        let present = fs::read_to_string(root.join(&self.path)).unwrap_or_default();
        Ok(present == rustfmt(root, &self.source)?)
    }
}

/// `source` as `cargo fmt` would leave it.
fn rustfmt(root: &Path, source: &str) -> Result<String> {
    let failed = |error: std::io::Error| format!("rustfmt: {error}");
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout", "--config-path"])
        .arg(root.join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    // rustfmt reads all of its input before it prints, so writing first cannot block.
    if let Some(mut input) = child.stdin.take() {
        input.write_all(source.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err(format!("rustfmt refused generated source:\n{source}"));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("rustfmt: {error}"))
}
