//! When there is time in any week, beside a plan by weeks or dates; rest days.

use chrono::Weekday;

use super::reads;
use crate::tests::import::{imported, left};
use crate::text::import::{Decision, LeftOver};

#[test]
fn lines_that_say_only_when_are_a_routine_under_any_heading() {
    for schedule in [
        "## Schedule\n- Weekdays: 20:00-21:30\n- Weekends: Sat 9:00-12:00, Sun 14:00-17:00\n",
        "## Study schedule\n- Weekdays: 20:00-21:30\n- Weekends: Sat 9:00-12:00, Sun 14:00-17:00\n",
        "## Availability\n- Mon-Fri: 8:00-9:30 PM\n- Sat: 9:00-12:00\n- Sun: 2 pm - 5 pm\n",
        "## ⏰ Study Times\n**Weekdays:** 20:00-21:30 (1.5 h)\n**Weekends:** Sat 9:00-12:00, Sun 14:00-17:00\n",
        "- **每周安排**\n- **工作日**：20:00-21:30(1.5小时)\n- **周末**：周六 9:00-12:00，周日 14:00-17:00\n",
    ] {
        let text = format!("# Learn Go\n\n{schedule}\n## Week 1\n- Install Go\n");
        let found = imported(&text);
        assert_eq!(
            found.hours.to_string(),
            "mon-fri=20:00-21:30,sat=09:00-12:00,sun=14:00-17:00",
            "{text}"
        );
        reads(&text, " w1 Week 1\n  d1 mon\n   20:00-21:30 Install Go\n");
    }
}

#[test]
fn a_daily_schedule_beside_dates_or_numbers_is_no_plan() {
    let schedule = "## Daily schedule\n**Weekdays**\n- 19:00–19:20 Flash cards\n- 19:20–20:40 Main skill\n- 20:40–21:00 Error log\n";
    for (plan, expected) in [
        (
            "## Plan\n- **Dec 1:** Grammar (2 hours)\n- **Dec 5:** Mock test (3 hours)\n",
            "  d1 tue\n   19:00-21:00 Grammar (2 hours)\n  d2 sat\n   180 min Mock test (3 hours)\n",
        ),
        (
            "## Plan\n- Day 1: Grammar\n- Day 2: Mock test\n",
            "  d1\n   120 min Grammar\n  d2\n   120 min Mock test\n",
        ),
    ] {
        let text = format!("# English study\n\n{plan}\n{schedule}");
        reads(&text, expected);
        let found = imported(&text);
        assert_eq!(found.hours.to_string(), "mon-fri=19:00-21:00", "{text}");
        let (heading, routine) = (LeftOver::Heading, LeftOver::Routine);
        let expected = [
            (3, heading),
            (7, routine),
            (8, routine),
            (9, routine),
            (10, routine),
            (11, routine),
        ];
        assert_eq!(left(&found), expected);
    }
}

#[test]
fn rest_in_a_routine_is_rest_in_the_plan() {
    let weeks = "## Week 1\n- Slices\n- Maps\n- Tests\n\n## Week 2\n- HTTP\n";
    for routine in [
        "| Day | Time | What |\n|---|---|---|\n| Monday | 19:00-20:30 | Theory |\n| Wednesday | Rest | 🧘 |\n| Thursday | 19:00-20:30 | Practice |\n| Friday | Off | Family |\n",
        "## Weekly routine\n- Monday: 19:00-20:30\n- Wednesday: Rest\n- Thursday: 19:00-20:30\n- Friday: off\n",
        "**每周安排**\n- 周一：19:00-20:30\n- 周三：休息\n- 周四：19:00-20:30\n- 周五：休息\n",
    ] {
        let text = format!("# Learn Go\n\n{routine}\n{weeks}");
        let found = imported(&text);
        assert_eq!(found.plan.rest, [Weekday::Wed, Weekday::Fri], "{text}");
        assert_eq!(
            found.hours.to_string(),
            "mon=19:00-20:30,thu=19:00-20:30",
            "{text}"
        );
    }
    // A day of the plan says it better.
    let text = "# Learn Go\n\n## Weekly routine\n- Mon: 19:00-20:30\n- Wed: Rest\n\n## Week 1\n- Mon: Slices\n- Wed: Maps\n";
    assert_eq!(imported(text).plan.rest, []);
}

#[test]
fn the_first_date_of_the_time_that_a_plan_takes_is_its_start() {
    let weeks = "## Week 1\n- Mon: Slices\n";
    for line in [
        "- **学习周期**：2周(2026年12月14日 – 2026年12月27日)",
        "- **时间**：2026年12月14日 – 2026年12月27日",
        "**Duration**: 2 weeks (December 14, 2026 – December 27, 2026)",
        "**Duration:** Dec 14 – Dec 27",
        "Study period: 2026-12-14 to 2026-12-27",
    ] {
        let text = format!("# Learn Go\n\n{line}\n\n{weeks}");
        let start = imported(&text).start.map(|date| date.to_string());
        assert_eq!(start.as_deref(), Some("2026-12-14"), "{line}");
    }
    let text = format!("# Learn Go\n\nHoliday time: Dec 24 – Jan 2\n\n{weeks}");
    assert_eq!(imported(&text).start, None);
}

#[test]
fn a_week_dated_from_tuesday_to_monday_begins_on_its_monday() {
    for (week, days, start) in [
        ("Dec 1 – Dec 7", "- Mon–Fri: Words (20 min)\n", "2026-11-30"),
        ("Dec 1 – Dec 7", "- Wed: Words\n", "2026-12-02"),
        ("Dec 2 – Dec 8", "- Wed: Words\n- Mon: Quiz\n", "2026-12-02"),
        // From Sunday to Saturday.
        ("Dec 6 – Dec 12", "- Mon: Words\n", "2026-12-07"),
    ] {
        let text = format!("# English study\n\n## Week 1 ({week})\n{days}");
        let found = imported(&text);
        let shown = found.start.map(|date| date.to_string());
        assert_eq!(shown.as_deref(), Some(start), "{text}");
    }
    let text = "# English study\n\n## Week 1 (Dec 1 – Dec 7)\n- Mon–Fri: Words (20 min)\n";
    let first = chrono::NaiveDate::from_ymd_opt(2026, 12, 1);
    let decisions = imported(text).decisions.into_iter();
    let dated = decisions.map(|decided| decided.what);
    let dated = dated.filter(|what| matches!(what, Decision::Dated { .. }));
    let expected = first.map(|start| Decision::Dated { start });
    assert_eq!(dated.collect::<Vec<_>>(), Vec::from_iter(expected));
}

#[test]
fn so_much_time_for_each_day_of_a_weekend() {
    reads(
        "# English study\n\n- **Dec 4 (Fri):** Words (20 min)\n- **Dec 5–6 (Sat–Sun):** Reading (3 hours/day)\n- **Dec 12–13:** Listening (2 hours/day)\n",
        "  d1 fri\n   20 min Words (20 min)\n  d2 sat\n   180 min Reading (3 hours/day)\n  d3 sun\n   180 min Reading (3 hours/day)\n  d4 sat\n   120 min Listening (2 hours/day)\n  d5 sun\n   120 min Listening (2 hours/day)\n",
    );
    reads(
        "# English study\n\n## Week 1\n- Sat & Sun: mock test (3 hours each)\n\n## Week 2\n- Weekend: mock test (90 min per day)\n",
        " w1 Week 1\n  d1 sat\n   180 min mock test (3 hours each)\n  d2 sun\n   180 min mock test (3 hours each)\n w2 Week 2\n  d3 sat\n   90 min mock test (90 min per day)\n  d4 sun\n   90 min mock test (90 min per day)\n",
    );
}
