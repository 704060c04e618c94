//! Messages of `show`, `next`, `roadmap`, `resources` and `milestones`.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::phrase::moved_from;
use super::words::{date, dates, duration, list, short_date, short_dates};
use crate::model::LinkStatus;
use crate::text::Show;

/// The message in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn text(message: &Show) -> Cow<'static, str> {
    match message {
        Show::MovedFrom(origin) => format!("moved {}", moved_from(*origin)).into(),
        Show::MovedDay {
            now,
            planned,
            with_year,
        } => moved_day(now, *planned, *with_year).into(),
        Show::ChangedSinceDone { date: day, slot } => format!(
            "changed since it was done on {}; still done; `plan done {slot}` accepts the change",
            date(*day)
        )
        .into(),
        Show::ReadAs => "read as:".into(),
        Show::Note => "note:".into(),
        Show::FullTitle => "full title:".into(),
        Show::Instead => "instead:".into(),
        Show::Link => "link:".into(),
        Show::LinkProblem(status) => match status {
            LinkStatus::Wrong => "the link leads to something else".into(),
            LinkStatus::Mismatch => "the link leads to another subject".into(),
            LinkStatus::NotFound => "no trace of it was found".into(),
            LinkStatus::Moved => "the address has changed".into(),
            LinkStatus::Ok | LinkStatus::Renamed | LinkStatus::None => "".into(),
        },
        Show::Done { date: day, took } => {
            let took = took.map(|took| format!(", took {}", duration(took)));
            format!("done on {}{}", date(*day), took.unwrap_or_default()).into()
        }
        Show::Skipped { date: day, reason } => {
            let reason = reason.as_ref().map(|reason| format!(": {reason}"));
            format!("skipped on {}{}", date(*day), reason.unwrap_or_default()).into()
        }
        Show::Due(day) => format!("due {}", short_date(*day)).into(),
        Show::MilestoneDue(day) => format!("due {}", date(*day)).into(),
        Show::After(topics) => format!("after {}", list(topics)).into(),
        Show::NoRoadmap => "the plan has no roadmap".into(),
        Show::NoResources => "no such resources".into(),
        Show::NoMilestones => "the plan has no milestones".into(),
        Show::Kind(kind) => kind.name().into(),
        Show::InWeeks(weeks) => format!("in weeks {}", list(weeks)).into(),
        Show::InSlots {
            named,
            more,
            done,
            all,
        } => {
            let more = match more {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            format!("in {}{more}: {done}/{all} done", list(named)).into()
        }
        Show::Unused => "not used".into(),
        Show::LinkStatus(status) => format!("link {}", status.name()).into(),
        Show::Deliverables { done, all } => format!("deliverables {done}/{all}").into(),
        Show::By(what) => format!("by {}", list(what)).into(),
        Show::ByNothing => "nothing in the plan is said to fulfil it".into(),
    }
}

/// `Mon 30 Nov 2026, planned for Sun 29 Nov`; of several dates, none has its year.
fn moved_day(
    now: &[(NaiveDate, NaiveDate)],
    planned: (NaiveDate, NaiveDate),
    with_year: bool,
) -> String {
    let now = match now {
        [(first, last)] if with_year => dates(*first, *last),
        several => list(
            several
                .iter()
                .map(|(first, last)| short_dates(*first, *last)),
        ),
    };
    format!("{now}, planned for {}", short_dates(planned.0, planned.1))
}
