//! What is something to do, and what only belongs to it.

use super::{milestones, reads};
use crate::model::{MilestoneDue, Period};
use crate::tests::import::imported;
use crate::text::import::Decision;

#[test]
fn one_of_several_is_one_slot() {
    reads(
        "# Go study\n\n## Week 1\n- Monday: Read ch 1 (45 min)\n\n## Week 2: Project\nPick one:\n\n- **Option A:** a grep clone\n- **Option B:** a site generator\n",
        " w1 Week 1\n  d1 mon\n   45 min Read ch 1 (45 min)\n w2 Project\n  d2 mon\n   60 min Pick one\n",
    );
    let text = "# Go study\n\n## Day 1\n- Write a game (30 min)\n- Alternatively, if you find that dull, write a converter\n- Read ch 1 (30 min)\n";
    reads(
        text,
        "  d1\n   30 min Write a game (30 min)\n   30 min Read ch 1 (30 min)\n",
    );
    let plan = imported(text).plan;
    let field = &plan.slots().next().unwrap().slot.fields[0];
    assert_eq!(
        field.items[0].text,
        "Alternatively, if you find that dull, write a converter"
    );
}

#[test]
fn numbered_tasks_with_colons_below_a_sentence() {
    let tasks = "1. Chapter 7: modules (~1.5 h)\n2. Chapter 13: closures (~1 h)\n3. Rewrite one function (~45 min)\n";
    let expected = " w1 Week 1\n  d1 mon\n   90 min Chapter 7: modules (~1.5 h)\n  d2 tue\n   60 min Chapter 13: closures (~1 h)\n  d3 thu\n   45 min Rewrite one function (~45 min)\n";
    for intro in [
        "Three sessions this week:",
        "Three sessions this week, at whatever times suit you:",
    ] {
        let text = format!("# Go study\n\n## Week 1\n{intro}\n\n{tasks}");
        reads(&text, expected);
        let notes = &imported(&text).plan.phases[0].weeks[0].notes;
        assert_eq!(notes[0].text, intro);
    }
}

#[test]
fn tasks_with_durations_below_the_title_of_a_day() {
    reads(
        "# SQL study\n\nDay 1 (Mon) – Subqueries\n• Correlated subqueries (60 mins)\n• CTEs (40 mins)\n\nDay 2 (Tue) – Aggregation\n- 9:00–10:30: GROUP BY\n- Evening: 20 easy problems (1.5 hours)\n- Flash cards (15 min)\n\nDay 3 – Rest / buffer\n",
        "  d1 mon\n   60 min Correlated subqueries (60 mins)\n   40 min CTEs (40 mins)\n  d2 tue\n   09:00-10:30 GROUP BY\n   90 min 20 easy problems (1.5 hours)\n   15 min Flash cards (15 min)\n",
    );
}

#[test]
fn a_check_list_after_the_tasks_of_a_week_is_handed_in() {
    reads(
        "# IELTS\n\n## Week 1\n1. Full mock exam (3 hours)\n2. Review (90 min)\n\n### Exam checklist\n- [ ] Passport\n- [x] Confirmation\n\n## Week 2\n- Rest\n- Read (30 min)\n\nGood luck! Ask me anything.\n",
        " w1 Week 1\n  d1 mon\n   180 min Full mock exam (3 hours)\n  d2 wed\n   90 min Review (90 min)\n  > Passport\n  > Confirmation [x]\n w2 Week 2\n  d3 mon\n   30 min Read (30 min)\n",
    );
}

#[test]
fn signs_for_what_is_done_half_or_deferred() {
    reads(
        "# Go study\n\n## Day 1\n- [x] Install Go\n- [/] Half task\n- [>] Deferred\n- [ ] Slices ✅ 2026-11-30\n",
        "  d1\n   15 min Install Go [x]\n   15 min Half task\n   15 min Deferred\n   15 min Slices [x]\n",
    );
    reads(
        "# Go study\n\n| Day | Task | Done | Minutes |\n|---|---|---|---|\n| 1 | Install Go | [x] | 30 |\n| 2 | Slices | [ ] | 45 |\n| 3 | Channels | ✅ | 60 |\n",
        "  d1\n   30 min Install Go [x]\n  d2\n   45 min Slices\n  d3\n   60 min Channels [x]\n",
    );
}

#[test]
fn a_box_to_tick_that_is_labelled_as_a_milestone() {
    let text = "# Go study\n\n## Week 1\n- [ ] Install (2h)\n- [x] Milestone: the tour is done\n\n## Week 2\n- [ ] Tour (2h)\n- [ ] ==Milestone: API deployed==\n- [ ] **Milestone: API v2**\n\n## Week 3\n- [ ] Quiz (2h)\n- [ ] 🏁 里程碑1：完成项目\n";
    reads(
        text,
        " w1 Week 1\n  d1 mon\n   120 min Install (2h)\n  d2 wed\n   60 min Milestone: the tour is done [x]\n w2 Week 2\n  d3 mon\n   120 min Tour (2h)\n w3 Week 3\n  d4 mon\n   120 min Quiz (2h)\n",
    );
    // The Sunday of week 2, and the last day of the plan, the Monday after.
    let due = |days| Some(MilestoneDue::After(Period::Days(days)));
    assert_eq!(
        milestones(&imported(text).plan),
        [
            ("API deployed", due(13)),
            ("API v2", due(13)),
            ("完成项目", due(14)),
        ]
    );
}

#[test]
fn a_day_of_rest_with_small_things_to_do() {
    reads(
        "# English study\n\n- Jan 13: Mock test (2 hours)\n- Jan 14: Rest, pack ID and pencils\n- Jan 15: Rest, then review notes (30 min)\n",
        "  d1 wed\n   120 min Mock test (2 hours)\n  d2 fri\n   30 min Rest, then review notes (30 min)\n",
    );
}

#[test]
fn dates_priorities_and_tags_of_tasks() {
    let text = "# Go study\n\n## Week 1\n- [x] Install #go/tour ✅ 2026-11-23\n- [ ] `sync`, select ⏫\n- [ ] Link checker 📅 2026-12-13\n\n## Review\n- [ ] Every Sunday: 15 min retrospective\n";
    reads(
        text,
        " w1 Week 1\n  d1 mon\n   60 min Install [x]\n  d2 tue\n   60 min `sync`, select\n  d3 thu\n   60 min Link checker\n",
    );
    let found = imported(text);
    let notes = found.plan.slots().flat_map(|place| &place.slot.notes);
    let notes: Vec<&str> = notes.map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["#go/tour", "⏫", "📅 2026-12-13"]);
    let due = chrono::NaiveDate::from_ymd_opt(2026, 12, 13).map(MilestoneDue::On);
    assert_eq!(milestones(&found.plan), [("Link checker", due)]);
    let recurring = found
        .decisions
        .iter()
        .find(|decided| decided.what == Decision::Recurring);
    assert_eq!(
        recurring.map(|decided| decided.lines.clone()),
        Some(vec![(9, 9)])
    );
    // A list of dates.
    reads(
        "# Go study\n\n- [ ] Slices (30 min) 📅 2026-12-01\n- [x] Maps 📅 2026-12-03\n",
        "  d1 tue\n   30 min Slices (30 min)\n  d2 thu\n   60 min Maps [x]\n",
    );
}

#[test]
fn links_in_a_column_of_resources_are_in_the_library() {
    let text = "# SQL study\n\n## Week 1\n| Day | Topic | Resources |\n|---|---|---|\n| Mon | Select | [SQLBolt](https://sqlbolt.com/) |\n| Tue | Joins | [SQLBolt](https://sqlbolt.com/) |\n| Wed | Windows | — |\n";
    let plan = imported(text).plan;
    let resources = plan.resources.iter();
    let shown: Vec<(&str, Option<&str>)> = resources
        .map(|known| (known.title.as_str(), known.url.as_deref()))
        .collect();
    assert_eq!(shown, [("SQLBolt", Some("https://sqlbolt.com/"))]);
}
