//! Figures: each case fills one [`Row`], and the table is rebuilt from all that are filled.

use std::path::PathBuf;
use std::sync::Mutex;

use super::rows;

const HEAD: &str = "\
| fault | points tried | events confirmed | lost | control |
|---|---|---|---|---|
";

/// What became of confirmed events at one point.
#[derive(Debug, Default)]
pub struct Verdict {
    pub confirmed: usize,
    pub lost: usize,
    pub complaints: Vec<String>,
}

/// What a case found.
#[must_use]
pub struct Row {
    name: &'static str,
    points: usize,
    confirmed: usize,
    lost: usize,
    complaints: Vec<String>,
}

impl Row {
    #[track_caller]
    pub fn new(name: &'static str) -> Self {
        assert!(rows::ALL.contains(&name), "`{name}` is not in a list");
        Self {
            name,
            points: 0,
            confirmed: 0,
            lost: 0,
            complaints: Vec::new(),
        }
    }

    /// Counts one point at which the fault was made.
    pub fn add(&mut self, verdict: Verdict) {
        self.points += 1;
        self.take(verdict);
    }

    /// Adds to the figures without counting a point.
    pub fn take(&mut self, verdict: Verdict) {
        self.confirmed += verdict.confirmed;
        self.lost += verdict.lost;
        self.complaints.extend(verdict.complaints);
    }

    /// Counts points at which there was nothing more to check.
    pub fn tried(&mut self, points: usize) {
        self.points += points;
    }

    /// Writes the figures, then insists on them: at least `points` points, nothing lost, no
    /// complaint; and on the control, in which `lost` were seen to be lost by `control`.
    #[track_caller]
    pub fn finish(self, points: usize, control: &str, lost: usize) {
        let Self {
            name,
            points: tried,
            confirmed,
            lost: gone,
            complaints,
        } = self;
        let line = format!("| {name} | {tried} | {confirmed} | {gone} | {control}: {lost} |\n");
        write(name, &line);
        let actual = complaints.iter().take(10).cloned().collect::<Vec<_>>();
        assert!(
            complaints.is_empty() && gone == 0,
            "{line}{} complaints:\n{}",
            complaints.len(),
            actual.join("\n")
        );
        assert!(tried >= points, "{line}fewer points than {points}");
        assert!(lost > 0, "{line}the control does not fail");
    }
}

/// Where the figures of a run are: `target/tmp/torture`, whichever test binary this is.
/// `tests/torture/figures.md` is a copy of one whole run.
fn folder() -> PathBuf {
    let binary = std::env::current_exe().unwrap();
    let target = binary.ancestors().nth(3).unwrap();
    target.join("tmp/torture")
}

/// Puts a line in its place and rebuilds the table.
fn write(name: &str, line: &str) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let folder = folder();
    std::fs::create_dir_all(&folder).unwrap();
    let place = |name: &str| -> PathBuf {
        let index = rows::ALL.iter().position(|row| *row == name).unwrap();
        folder.join(format!("{index:02}.row"))
    };
    std::fs::write(place(name), line).unwrap();
    let lines = rows::ALL
        .iter()
        .filter_map(|name| std::fs::read_to_string(place(name)).ok());
    let table: String = std::iter::once(HEAD.to_owned()).chain(lines).collect();
    std::fs::write(folder.join("figures.md"), table).unwrap();
}

/// The rows of the first table.
fn rows_of(figures: &str) -> impl Iterator<Item = &str> {
    let lines = figures.lines().skip(2);
    lines.take_while(|line| line.starts_with('|'))
}

/// The names in the first column of the first table.
fn named(figures: &str) -> Vec<&str> {
    let names = rows_of(figures).filter_map(|row| row.split('|').nth(1));
    names.map(str::trim).collect()
}

#[test]
fn every_row_stands_in_the_table_with_nothing_lost() {
    let table = include_str!("figures.md");
    assert!(table.starts_with(HEAD));
    assert_eq!(named(table), rows::ALL);
    for row in rows_of(table) {
        assert_eq!(row.split('|').nth(4).map(str::trim), Some("0"), "{row}");
    }
    // The control: a table without its last row is not whole.
    let last = rows_of(table).last().unwrap();
    assert_ne!(named(&table.replace(last, "")), rows::ALL);
}
