//! What is something to do, and what only belongs to it.

use super::reads;
use crate::tests::import::imported;

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
