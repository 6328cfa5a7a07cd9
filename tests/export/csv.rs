//! The table, read back by the csv crate.

use plimsoll_export::{Format, Masking, Part, export};

use crate::{hostile, reports, written};

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cell as it was before a guard.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(cell)
}

#[test]
fn every_finding_is_a_row_that_reads_back() {
    let reports = reports();
    let parts: Vec<Part<'_>> = reports
        .iter()
        .map(|(case, report)| Part::new(&case.documents, &case.options, report, Masking::Plain))
        .collect();
    let text = export(&parts, Format::Csv).unwrap();
    let rows = rows(&text);
    let findings = reports.iter().flat_map(|(_, report)| &report.findings);
    let judged = rows.iter().skip(1).filter(|row| row[2] != "problem");
    let mut count = 0;
    for (row, finding) in judged.zip(findings) {
        let line = finding.line.to_string();
        let wanted = [finding.severity.name(), &finding.rule, &finding.setting, &line, &finding.message];
        assert_eq!([0, 3, 6, 9, 13].map(|column| unguarded(&row[column])), wanted);
        count += 1;
    }
    assert_eq!(count, reports.iter().map(|(_, report)| report.findings.len()).sum::<usize>());
    assert!(text.ends_with("\r\n") && !text.contains("\r\r"));
}

#[test]
fn no_cell_is_a_formula() {
    let text = written(&hostile(), Format::Csv, Masking::Masked);
    let cells = rows(&text).concat();
    assert!(cells.iter().any(|cell| cell.starts_with("'=cmd")), "no hostile cell in the table");
    for cell in cells {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    }
}
