//! Any text at all: no panic, and a plan that can be read back or a refusal.

use proptest::prelude::*;

use super::read;
use super::seed::SEED;
use crate::import::Imported;
use crate::source;

/// What is wrong with an import: its plan is not read back, or lines are not accounted for.
fn fault(text: &str, imported: &Imported) -> Option<String> {
    let written = source::write(&imported.plan);
    let parsed = source::parse(&written);
    if let Some(found) = parsed.diagnostics.first() {
        return Some(format!("{found:?}\n{written}"));
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = lines.lines().filter(|line| !line.trim().is_empty()).count();
    let accounted = imported.placed + imported.leftovers.len();
    (lines != accounted).then(|| format!("{accounted} of {lines} lines are accounted for"))
}

/// Pieces that notes are made of.
const PIECES: [&str; 46] = [
    "# ",
    "## ",
    "###### ",
    "- ",
    "  - ",
    "\t- ",
    "1. ",
    "> ",
    "| ",
    " | ",
    "|---|---|\n",
    "\n",
    "\n\n",
    "---\n",
    "```\n",
    "```mermaid\n",
    "graph TD\nA-->B\n",
    "gantt\nsection S\n",
    "task : a, 3d\n",
    "**",
    "[ ] ",
    "[x] ",
    "Week 1",
    "第2周",
    "Day 3-5",
    "周一",
    "2026-05-12",
    "5/12",
    "09:00-10:30",
    "9 am - 10 am",
    "上午",
    "目标：",
    "Resources:",
    "[a](https://b.c)",
    "https://d.e/",
    "学习",
    "2 hours",
    "（2 周）",
    "Month 1",
    "阶段一",
    "<br>",
    "<summary>",
    "&amp;",
    "[[",
    "]]",
    "\u{202E}",
];

fn note() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_plan_or_refused(text in note()) {
        if let Ok(imported) = read(&text) {
            prop_assert_eq!(fault(&text, &imported), None, "{}", text);
        }
    }

    #[test]
    fn a_part_of_a_note_is_a_plan_or_refused(from in 0..700_usize, count in 0..80_usize) {
        let lines: Vec<&str> = SEED.lines().skip(from).take(count).collect();
        let text = lines.join("\n");
        if let Ok(imported) = read(&text) {
            prop_assert_eq!(fault(&text, &imported), None, "{}", text);
        }
    }
}

#[test]
fn fewer_slots_than_parts_of_a_long_day() {
    let text = "Day 3-51. |---|---|\n- ```\n学习|---|---|\n- $";
    assert_eq!(fault(text, &read(text).unwrap()), None);
}

#[test]
fn a_mark_that_stands_on_a_letter_is_no_label() {
    let text = "Day 3-5🢰0|---|---|\n- \u{9C1}:---\n学习";
    assert_eq!(fault(text, &read(text).unwrap()), None);
}

#[test]
fn a_plan_that_is_not_read_back_and_a_lost_line_are_noticed() {
    let text = "# Study\n\n## Week 1\n\n- [ ] Read\n";
    let good = read(text).unwrap();
    assert_eq!(fault(text, &good), None);
    let mut bad = good.clone();
    bad.plan.title = String::new();
    assert!(fault(text, &bad).is_some());
    let lost = Imported {
        placed: good.placed - 1,
        ..good
    };
    assert!(fault(text, &lost).is_some());
}
