//! Dates as the names of days and weeks, exams, and when a plan begins. It is Monday, 30 November 2026.

use super::{milestones, reads};
use crate::model::MilestoneDue;
use crate::tests::import::{imported, left};
use crate::text::import::Decision;

#[test]
fn the_weekday_of_a_day_is_that_of_its_date() {
    let expected =
        "  d1 tue\n   60 min Select\n  d2 wed\n   60 min Joins\n  d3 sat\n   60 min Windows\n";
    for lines in [
        "- Dec 1: Select\n- Dec 2: Joins\n- Dec 5: Windows\n",
        "**Dec 1 (Tue)**\n- Select\n\n**Dec 2 (Wed)**\n- Joins\n\n**Dec 5 (Sat)**\n- Windows\n",
        "- 12月1日：Select\n- 12月2日：Joins\n- 12月5日：Windows\n",
        "2026-12-01 – Select\n2026-12-02 – Joins\n2026-12-05 – Windows\n",
        "| Date | Topic |\n|---|---|\n| 12/1 | Select |\n| 12/2 | Joins |\n| 12/5 | Windows |\n",
    ] {
        let text = format!("# SQL study plan\n\n{lines}");
        reads(&text, expected);
        let start = imported(&text).start.map(|date| date.to_string());
        assert_eq!(start.as_deref(), Some("2026-12-01"), "{text}");
    }
}

#[test]
fn dates_without_a_year_are_to_come() {
    for (lines, start) in [
        // It has begun.
        ("- Nov 20: Select\n- Dec 4: Joins\n", "2026-11-20"),
        ("- Sep 1: Select\n- Sep 2: Joins\n", "2027-09-01"),
        ("- Dec 30: Select\n- Jan 2: Joins\n", "2026-12-30"),
        // A date with its year is near.
        (
            "Exam: 2027-01-16\n\n- Dec 20: Select\n- Jan 2: Joins\n",
            "2026-12-20",
        ),
        // A weekday says which year it is.
        (
            "- Sep 1 (Mon): Select\n- Sep 2 (Tue): Joins\n",
            "2025-09-01",
        ),
    ] {
        let text = format!("# SQL study plan\n\n{lines}");
        let start_of = imported(&text).start.map(|date| date.to_string());
        assert_eq!(start_of.as_deref(), Some(start), "{text}");
    }
}

#[test]
fn more_than_a_week_between_two_dates() {
    // The first day lasts until Sunday, December 6, so that the next Sunday is December 13.
    let text = "# SQL study plan\n\n- Dec 1: Select\n- Dec 13: Joins\n- Jan 3: Quiz\n";
    reads(
        text,
        "  d1-6 tue-sun\n   60 min Select\n  d7-13 sun-sat\n   60 min Joins\n  d14 sun\n   60 min Quiz\n",
    );
    let decisions = imported(text).decisions;
    let gap = Decision::Gap { day: 14, weeks: 2 };
    let gaps = decisions.iter().filter(|decided| decided.what == gap);
    assert_eq!(gaps.count(), 1);
}

#[test]
fn a_week_with_dates_begins_on_the_first_of_them() {
    reads(
        "# Go study\n\n## Week 1 (Dec 1 – Dec 6)\n- Slices\n- Maps\n\n## Week 2 (Dec 8 – Dec 14)\n### Day 1\n- Methods\n### Day 2\n- Errors\n",
        " w1 Week 1\n  d1 tue\n   60 min Slices\n  d2 thu\n   60 min Maps\n w2 Week 2\n  d3 tue\n   60 min Methods\n  d4 wed\n   60 min Errors\n",
    );
}

#[test]
fn a_date_in_a_later_week_says_when_the_first_began() {
    let text =
        "# Go study\n\n## Week 1\n- Mon: Slices\n\n## Week 2\n- Mon: Maps\n- Fri Dec 11: Quiz\n";
    let start = imported(text).start.map(|date| date.to_string());
    assert_eq!(start.as_deref(), Some("2026-11-30"));
}

#[test]
fn exams_in_goals_cells_and_lists_are_events() {
    let events = |text: &str| {
        let events = imported(text).plan.events;
        let shown = events
            .iter()
            .map(|event| format!("{} {}", event.date, event.title));
        shown.collect::<Vec<_>>()
    };
    let week = "## Week 1\n- Mon: Read\n";
    for (text, expected) in [
        (
            format!("# Go study\n\n**Goal:** Pass the Go exam on December 20, 2026\n\n{week}"),
            "2026-12-20 Pass the Go exam",
        ),
        (
            format!("# 备考计划\n\n目标：12月20日通过软考中级考试\n\n{week}"),
            "2026-12-20 通过软考中级考试",
        ),
        (
            format!("# Go study\n\n{week}- Sun Dec 6: FINAL EXAM\n"),
            "2026-12-06 FINAL EXAM",
        ),
        (
            "# Go study\n\n| Date | Task |\n|---|---|\n| Mon Nov 30 | Mock exam |\n| Tue Dec 1 | Read |\n| Sun Dec 6 | FINAL EXAM |\n".to_owned(),
            "2026-12-06 FINAL EXAM",
        ),
    ] {
        assert_eq!(events(&text), [expected], "{text}");
        let titles = imported(&text);
        assert!(!super::titles(&titles.plan).contains(&"FINAL EXAM"));
    }
}

#[test]
fn what_a_phase_is_to_reach_is_nothing_to_do() {
    let text = "# Go study\n\n## Phase 1 — Core Go (24h)\n### Week 1\n- Mon: Read\n- **Deliverable:** a tool\n- **Checkpoint:** explain slices\n\n**Exit criteria:** all tests pass\n\n**Milestone 1 (by December 6):** basics\n\n## 第二阶段：冲刺（12小时）\n### 第2周\n- 周一：真题\n\n验收标准：60 分以上\n";
    reads(
        text,
        "Phase 1 — Core Go (24h)\n w1 Week 1\n  d1 mon\n   60 min Read\n  > a tool\n  > explain slices\n  > all tests pass\n第二阶段：冲刺（12小时）\n w2 第2周\n  d2 mon\n   60 min 真题\n  > 60 分以上\n",
    );
    let found = imported(text);
    let date = chrono::NaiveDate::from_ymd_opt(2026, 12, 6).map(MilestoneDue::On);
    assert_eq!(
        milestones(&found.plan),
        [("Milestone 1 (by December 6): basics", date)]
    );
    assert_eq!(left(&found), []);
}

#[test]
fn links_in_the_line_of_a_day_are_its_slot_s() {
    let text = "# Go study\n\n## Week 1\n- **Mon:** Read [ch. 1](https://a.example/1) and [ch. 2](https://a.example/2)\n- Tue: watch https://b.example/v\n";
    let plan = imported(text).plan;
    let items = plan.slots().map(|place| {
        let items = place.slot.fields.iter().flat_map(|field| &field.items);
        items
            .filter_map(|item| item.url.as_deref())
            .collect::<Vec<_>>()
    });
    let expected = [
        vec!["https://a.example/1", "https://a.example/2"],
        vec!["https://b.example/v"],
    ];
    assert_eq!(items.collect::<Vec<_>>(), expected);
    assert_eq!(left(&imported(text)), []);
}

#[test]
fn several_weekdays_in_one_line() {
    let text = "# Go study\n\n## Week 1\n- Mon-Wed: Read chapters 1-3\n- Thu: Quiz\n\n## Week 2\n- 周一至周三：背单词（30分钟）\n\n## Week 3\n### Mon-Tue\n- 19:00-20:00 Read\n### Wed-Thu\n- Code\n";
    reads(
        text,
        concat!(
            " w1 Week 1\n  d1 mon\n   60 min Read chapters 1-3 (1/3)\n  d2 tue\n   60 min Read chapters 1-3 (2/3)\n",
            "  d3 wed\n   60 min Read chapters 1-3 (3/3)\n  d4 thu\n   60 min Quiz\n",
            " w2 Week 2\n  d5 mon\n   30 min 背单词（30分钟）\n  d6 tue\n   30 min 背单词（30分钟）\n",
            "  d7 wed\n   30 min 背单词（30分钟）\n",
            " w3 Week 3\n  d8 mon\n   19:00-20:00 Read\n  d9 tue\n   19:00-20:00 Read\n  d10 wed\n   60 min Code (1/2)\n  d11 thu\n   60 min Code (2/2)\n",
        ),
    );
    let decisions = imported(text).decisions;
    let ranges = decisions
        .iter()
        .find(|decided| decided.what == Decision::Ranges);
    assert_eq!(
        ranges.map(|decided| decided.lines.clone()),
        Some(vec![(4, 4), (8, 8), (11, 11), (13, 13)])
    );
}

#[test]
fn minutes_of_each_day_of_a_range() {
    reads(
        "# Go study\n\n## Week 1\n| Day | Task | Time |\n|---|---|---|\n| Mon-Wed | Words | 20 min/day |\n",
        " w1 Week 1\n  d1 mon\n   20 min Words\n  d2 tue\n   20 min Words\n  d3 wed\n   20 min Words\n",
    );
}

#[test]
fn hours_of_tasks_fill_the_days_of_their_week() {
    reads(
        "# Go study\n\nTime: 2 hours a day, Monday to Friday\n\n## Week 1\n- Tour (3h)\n- Read – 2 hours\n- 练习，约5小时\n",
        concat!(
            " w1 Week 1\n  d1 mon\n   120 min Tour (3h) (1/2)\n  d2 tue\n   60 min Tour (3h) (2/2)\n   60 min Read – 2 hours (1/2)\n",
            "  d3 wed\n   60 min Read – 2 hours (2/2)\n   60 min 练习，约5小时 (1/3)\n  d4 thu\n   120 min 练习，约5小时 (2/3)\n",
            "  d5 fri\n   120 min 练习，约5小时 (3/3)\n",
        ),
    );
}
