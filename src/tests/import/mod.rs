//! Notes in Markdown that become plans.
#![allow(clippy::print_stdout, reason = "a test prints scores")]

mod bytes;
mod corpus;
mod folded;
mod kinds;
mod others;
mod overlap;
mod seed;
mod small;
mod variants;

use chrono::NaiveDate;

use crate::import::{Imported, Request, import};
use crate::model::PlanId;
use crate::source;
use crate::text::import::{LeftOver, NoPlan};

/// Imports a note on a Monday.
fn read(text: &str) -> Result<Imported, NoPlan> {
    let request = Request {
        id: PlanId::new("note").unwrap(),
        name: "note".to_owned(),
        hours: None,
        today: NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
    };
    import(text, &request)
}

/// Imports a note, and checks that its plan is written and read back.
fn imported(text: &str) -> Imported {
    let imported = read(text).unwrap_or_else(|why| panic!("refused: {why:?}\n{text}"));
    let written = source::write(&imported.plan);
    let parsed = source::parse(&written);
    assert_eq!(parsed.diagnostics, [], "{written}");
    assert_eq!(parsed.plan.as_ref(), Some(&imported.plan), "{written}");
    imported
}

/// The lines of a note that are neither in the plan nor left over: those whose words are in neither.
///
/// Words with digits, and words for units, are numbers and keys in a plan.
fn lost(text: &str, imported: &Imported) -> Vec<String> {
    const UNITS: &str = "week weeks day days phase month months part am pm mon tue wed thu fri sat sun \
                         monday tuesday wednesday thursday friday saturday sunday and of the to a br \
                         hours hour minutes min per x mermaid true section 目标 goal";
    let mut plan = imported.plan.clone();
    plan.artifacts.clear();
    let kept = serde_json::to_string(&plan).unwrap().to_lowercase();
    let kept = kept.replace("\\\"", "\"").replace("\\\\", "\\");
    let left: Vec<u32> = imported.leftovers.iter().map(|left| left.line).collect();
    let is_lost = |line: &str| {
        let line = line.to_lowercase();
        let words = line.split(|c: char| !c.is_alphanumeric());
        let mut words = words.filter(|word| !word.is_empty());
        words.any(|word| {
            let is_unit = UNITS.split_whitespace().any(|unit| unit == word);
            let is_mark = word.contains(|c: char| {
                c.is_numeric() || "第周週天日月阶段階章上下午晚末一二三四五六七".contains(c)
            });
            !is_unit && !is_mark && !kept.contains(word)
        })
    };
    let lines = (1..).zip(text.lines());
    let lines = lines.filter(|(number, line)| !left.contains(number) && is_lost(line));
    lines
        .map(|(number, line)| format!("{number}: {line}"))
        .collect()
}

/// A line of a note with what it is left over for.
fn left(imported: &Imported) -> Vec<(u32, LeftOver)> {
    let left = imported.leftovers.iter().map(|left| (left.line, left.why));
    left.filter(|(_, why)| *why != LeftOver::Markup).collect()
}
