//! Exams with their dates, and when a plan begins.

use super::{milestones, titles};
use crate::model::MilestoneDue;
use crate::tests::import::{imported, left};

/// The events of a note with one week, a line each; the lines are in front of it, then inside.
#[track_caller]
fn events(line: &str, expected: &str) {
    let outside = format!("# Go study\n\n{line}\n\n## Week 1\n- Monday: Read ch 1 (45 min)\n");
    let inside = format!("# Go study\n\n## Week 1\n- Monday: Read ch 1 (45 min)\n- {line}\n");
    for text in [outside, inside] {
        let found = imported(&text);
        let shown = found.plan.events.iter().map(|event| {
            let time = event
                .time
                .map(|time| format!(" {time}"))
                .unwrap_or_default();
            format!("{} {}{time} {}", event.kind.name(), event.date, event.title)
        });
        assert_eq!(shown.collect::<Vec<_>>(), [expected], "{text}");
        assert_eq!(titles(&found.plan), ["Read ch 1 (45 min)"], "{text}");
        assert_eq!(left(&found), [], "{text}");
    }
}

#[test]
fn exams_with_a_date() {
    events("Exam: 2026-12-18 10:00", "exam 2026-12-18 Exam, 10:00");
    events(
        "**Exam: Friday, Dec 18, 10:00 AM**",
        "exam 2026-12-18 Exam, 10:00",
    );
    events(
        "**Mock exam:** Saturday, January 16, 2027, 10:00-12:00",
        "exam 2027-01-16 10:00-12:00 Mock exam",
    );
    events(
        "考试时间：2026年12月30日（星期三）15:00",
        "exam 2026-12-30 考试时间, 15:00",
    );
    events("考试日期：5月16日", "exam 2027-05-16 考试日期");
    events("Exam date: Jan 16, 2027", "exam 2027-01-16 Exam");
}

#[test]
fn something_else_at_a_date_and_time() {
    events(
        "**Code review:** on Saturday, January 16, 2027 at 2:00 PM, ask a friend for an hour",
        "event 2027-01-16 14:00-15:00 Code review, ask a friend for an hour",
    );
    events("报名截止：2026-12-05", "event 2026-12-05 报名截止");
}

#[test]
fn the_date_on_which_a_plan_begins() {
    for (line, date) in [
        (
            "The plan starts on Monday, December 7, 2026, and is short.",
            "2026-12-07",
        ),
        // A date of many letters is read to its end.
        ("**Start date:** Wednesday, December 16, 2026", "2026-12-16"),
        ("**Start date:** Monday, November 30, 2026", "2026-11-30"),
        ("开始日期：12月7日", "2026-12-07"),
        ("从1月4日开始，每天一小时。", "2027-01-04"),
    ] {
        let text = format!("# Go study\n\n{line}\n\n## Week 1\n- Monday: Read ch 1\n");
        let start = imported(&text).start.map(|date| date.to_string());
        assert_eq!(start.as_deref(), Some(date), "{text}");
    }
}

#[test]
fn milestones_on_a_date_and_a_bold_title() {
    let text = "**SQL crash course**\n\n## Week 1\n- Read ch 1\n\n## Milestones\n| When | What |\n|---|---|\n| Feb 28, 2027 | Project submitted |\n";
    let plan = imported(text).plan;
    assert_eq!(plan.title, "SQL crash course");
    let date = chrono::NaiveDate::from_ymd_opt(2027, 2, 28).map(MilestoneDue::On);
    assert_eq!(milestones(&plan), [("Project submitted", date)]);
}
