//! How any week is spent, and hours that one line states for several kinds of days.

use super::reads;
use crate::tests::import::{imported, left};
use crate::text::import::{Decision, LeftOver};

/// Weekdays before the first week, and the outline of the plan whose weeks are below them.
const WEEKS: &str = "## Week 1: Basics\n| Day | Topic |\n|---|---|\n| Mon | Variables |\n| Sat | Calculator |\n\n## Week 2: Types\n| Day | Topic |\n|---|---|\n| Mon | Structs |\n| Sat | Bank |\n";

#[test]
fn a_table_of_weekdays_before_the_weeks_gives_their_times() {
    let text = format!(
        "# Learn Go\n\n## Weekly routine\n\n| Day | Focus | Time |\n|---|---|---|\n| Mon | Theory | 19:00-20:00 |\n| Sat | Project | 10:00-12:00 |\n\n{WEEKS}"
    );
    reads(
        &text,
        " w1 Basics\n  d1 mon\n   19:00-20:00 Variables\n  d2 sat\n   10:00-12:00 Calculator\n w2 Types\n  d3 mon\n   19:00-20:00 Structs\n  d4 sat\n   10:00-12:00 Bank\n",
    );
    let found = imported(&text);
    assert_eq!(found.hours.to_string(), "mon=19:00-20:00,sat=10:00-12:00");
    let (heading, routine) = (LeftOver::Heading, LeftOver::Routine);
    let expected = [
        (3, routine),
        (5, heading),
        (7, routine),
        (8, routine),
        (11, heading),
        (17, heading),
    ];
    assert_eq!(left(&found), expected);
    let hours = Box::new(found.hours.clone());
    let expected = [Decision::Template, Decision::HoursOfDays { hours }];
    let decisions = found.decisions.into_iter().map(|decided| decided.what);
    assert_eq!(decisions.collect::<Vec<_>>(), expected);
}

#[test]
fn a_list_of_weekdays_before_the_weeks_says_on_which_days_there_is_time() {
    for (routine, hours) in [
        (
            "## My week\n- Mon: 1h theory\n- Wed: 1h exercises\n- Sat: 2h project\n",
            "mon=1h,wed=1h,sat=2h",
        ),
        (
            "Mon | theory\nWed | practice\nSat | project\n",
            "mon=1h,wed=1h,sat=1h",
        ),
        (
            "| Mon | Tue | Wed | Thu | Fri | Sat | Sun |\n|---|---|---|---|---|---|---|\n| read | code | read | code | read | code | rest |\n",
            "mon-sat=1h",
        ),
        (
            "**每周安排**\n- 周一至周五：理论（1小时）\n- 周六：项目（3小时）\n",
            "mon-fri=1h,sat=3h",
        ),
    ] {
        let text = format!(
            "# Learn Go\n\n{routine}\n## Week 1: A\n- Read ch. 1\n\n## Week 2: B\n- Read ch. 2\n"
        );
        let found = imported(&text);
        assert_eq!(found.hours.to_string(), hours, "{routine}");
        let weeks = found.plan.weeks().filter_map(|(_, week)| week.number);
        assert_eq!(weeks.collect::<Vec<_>>(), [1, 2], "{routine}");
    }
}

#[test]
fn weekdays_before_a_phase_that_come_again_are_weeks_without_a_heading() {
    reads(
        "# Learn Go\n\n- Mon: Read\n- Tue: Code\n\n## Phase 2\n### Week 2\n- Mon: Review\n",
        "…\n w1 \n  d1 mon\n   60 min Read\n  d2 tue\n   60 min Code\nPhase 2\n w2 Week 2\n  d3 mon\n   60 min Review\n",
    );
}

#[test]
fn a_line_with_the_times_of_weekdays() {
    for (line, hours) in [
        (
            "**Schedule:** Mon–Fri 7:00–8:00 PM, Sat 10:00 AM–12:00 PM",
            "mon-fri=19:00-20:00,sat=10:00-12:00",
        ),
        (
            "学习时间：周一、周三 20:00-21:30",
            "mon=20:00-21:30,wed=20:00-21:30",
        ),
    ] {
        let text = format!("# Learn Go\n\n{line}\n\n## Week 1\n- Read ch. 1\n");
        assert_eq!(imported(&text).hours.to_string(), hours, "{line}");
    }
}

#[test]
fn hours_of_days_say_it_better_than_those_of_the_week() {
    for (text, hours) in [
        (
            "I have ~10 hours/week (weekdays 1.5 h, Saturday 2.5 h).",
            "mon-fri=1h30m,sat=2h30m",
        ),
        (
            "每周学习时间：工作日2小时 + 周末4小时",
            "mon-fri=2h,sat-sun=4h",
        ),
        ("每天2小时，周末4小时", "mon-fri=2h,sat-sun=4h"),
        (
            "**Time commitment:** 2 hours/day on weekdays + 4 hours/day on weekends",
            "mon-fri=2h,sat-sun=4h",
        ),
        (
            "Time budget: about 8 hours a week: Mon-Thu 1 h, Sat 4 h",
            "mon-thu=1h,sat=4h",
        ),
        (
            "I have about 8 hours a week: 1 hour each weekday and 3 hours on Saturday.",
            "mon-fri=1h,sat=3h",
        ),
        ("每天学习时间：1小时", "mon-sun=1h"),
        ("Commitment: 1h/day Mon–Fri, 2h Sat", "mon-fri=1h,sat=2h"),
        (
            "每周约12小时（周一至周五每天1.5小时，周六4.5小时）",
            "mon-fri=1h30m,sat=4h30m",
        ),
        ("Time: 2 hours a day, Monday to Friday", "mon-fri=2h"),
        ("Time: 10 hours per week", "mon-fri=2h"),
    ] {
        let note = format!("# Rust study\n\n{text}\n\n## Week 1\n- Read chapter 7\n");
        assert_eq!(imported(&note).hours.to_string(), hours, "{text}");
    }
}

#[test]
fn hours_of_a_week_on_named_weekdays() {
    for (text, hours) in [
        (
            "**Time budget:** 8 h/week — Mon, Wed, Fri evenings + Saturday morning",
            "mon=2h,wed=2h,fri-sat=2h",
        ),
        (
            "**Time budget:** 6 h/week (Tue, Thu, Sun)",
            "tue=2h,thu=2h,sun=2h",
        ),
        (
            "**时间**：每周8小时，周一、周三、周五晚上和周六上午",
            "mon=2h,wed=2h,fri-sat=2h",
        ),
        (
            "**Time:** 8 hours per week, on Mon, Wed, Fri and Sat",
            "mon=2h,wed=2h,fri-sat=2h",
        ),
        (
            "I study Mon, Wed and Fri evenings and Saturday morning, 8 hours a week.",
            "mon=2h,wed=2h,fri-sat=2h",
        ),
        (
            "**Hours:** 2 h on Mon, Wed, Fri + 3 h on Saturday",
            "mon=2h,wed=2h,fri=2h,sat=3h",
        ),
        (
            "**Time:** Mon, Wed and Fri 2 h, Sat 3 h",
            "mon=2h,wed=2h,fri=2h,sat=3h",
        ),
        (
            "**Time:** 2 hours on Tuesday and Thursday, 3 hours on Sunday",
            "tue=2h,thu=2h,sun=3h",
        ),
        // A review is no study time.
        (
            "Time: 10 hours per week. Review every Sunday.",
            "mon-fri=2h",
        ),
    ] {
        let note = format!("# Rust study\n\n{text}\n\n## Week 1\n- Read chapter 7\n");
        assert_eq!(imported(&note).hours.to_string(), hours, "{text}");
    }
}
