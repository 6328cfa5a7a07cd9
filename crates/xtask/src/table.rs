//! Tab-separated tables: `#` comments, one line of column names, rows.

use std::fs;
use std::path::Path;

use crate::Result;

/// A table read from a file.
pub(crate) struct Table {
    name: String,
    columns: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    /// Reads `folder/name`.
    pub(crate) fn read(folder: &Path, name: &str) -> Result<Self> {
        let text = fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
        Self::parse(name, &text)
    }

    fn parse(name: &str, text: &str) -> Result<Self> {
        let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
        let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let (_, head) = lines.next().ok_or_else(|| format!("{name}: no line of column names"))?;
        let columns = cells(head);
        let rows: Vec<(usize, Vec<String>)> = lines.map(|(number, line)| (number, cells(line))).collect();
        if let Some((number, _)) = rows.iter().find(|(_, row)| row.len() > columns.len()) {
            return Err(format!("{name}:{number}: more cells than columns"));
        }
        Ok(Self { name: name.to_owned(), columns, rows })
    }

    /// The rows in the order of the file.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(number, cells)| Row { table: self, number: *number, cells })
    }
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    number: usize,
    cells: &'a [String],
}

impl<'a> Row<'a> {
    /// The cell in `column`; empty when the row ends before it or the table has no such column.
    pub(crate) fn get(self, column: &str) -> &'a str {
        let at = self.table.columns.iter().position(|name| name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// The cells whose column is a release, oldest first, as minor release and text.
    pub(crate) fn releases(self) -> impl Iterator<Item = (u8, &'a str)> {
        let columns = self.table.columns.iter();
        columns.filter_map(move |column| Some((column.strip_prefix("1.")?.parse().ok()?, self.get(column))))
    }

    /// An error message that names this row.
    pub(crate) fn complaint(self, what: impl std::fmt::Display) -> String {
        format!("{}:{}: {what}", self.table.name, self.number)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn reads_comments_short_rows_and_releases() {
        let table = Table::parse("t", "# note\na\t1.24\t1.25\nx\tB+\n\ny\t\tG+L\n").unwrap();
        let releases: Vec<Vec<_>> = table.rows().map(|row| row.releases().collect()).collect();
        assert_eq!(releases, [[(24, "B+"), (25, "")], [(24, ""), (25, "G+L")]]);
        assert_eq!(table.rows().last().unwrap().complaint("no"), "t:5: no");
        assert!(Table::parse("t", "a\nx\ty\n").is_err());
        assert!(Table::parse("t", "# only a comment\n").is_err());
    }
}
