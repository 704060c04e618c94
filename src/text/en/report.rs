//! Messages about what has been done: reports, the history and the parts of a plan.

use std::borrow::Cow;

use chrono::Datelike;

use super::overview::budget_use;
use super::phrase::{moved_from, week, workload};
use super::recording::relinked;
use super::review::overdue_weeks;
use super::words::{
    count, date, dates, duration, list, name, names, placement, short_date, short_dates,
    short_duration, weeks,
};
use crate::model::{Dates, LinkStatus, Minutes};
use crate::text::{Level, Log, Report, Show, WeekName};

/// The message in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn report(message: &Report, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Report::Weeks { first, last } if first == last => format!("Week {first}").into(),
        Report::Weeks { first, last } => format!("Weeks {first}-{last}").into(),
        Report::Done { done, slots } => format!("done {done}/{slots}").into(),
        Report::Skipped(n) => format!("skipped {n}").into(),
        Report::Overdue(n) => format!("overdue {n}").into(),
        Report::CurrentDates { planned, moved } => format!(
            "slots are on their current dates; planned for {}, {} moved out of them",
            dates(*planned),
            count(moved, "slot")
        )
        .into(),
        Report::Measured { measured, assumed } => {
            let measured = duration(*measured);
            match *assumed {
                Minutes::ZERO => format!("{measured} measured").into(),
                assumed => format!(
                    "{measured} measured, {} taken as planned",
                    duration(assumed)
                )
                .into(),
            }
        }
        Report::NothingPlanned => "nothing is planned for these dates".into(),
        Report::Buffer(days) => format!("{}: set aside for catching up", dates(*days)).into(),
        Report::AlsoDone { slots, studied, of } => also_done(*slots, *studied, *of).into(),
        Report::Worked {
            date,
            is_one_week,
            minutes,
        } => {
            let date = match is_one_week {
                true => date.weekday().to_string(),
                false => short_date(*date, year),
            };
            format!("{date} {}", short_duration(*minutes)).into()
        }
        Report::OverdueElsewhere {
            slots,
            deliverables,
            weeks,
        } => {
            let weeks = overdue_weeks(weeks);
            let counts = [(*slots, "slot"), (*deliverables, "deliverable")];
            let counts = counts.into_iter().filter(|(n, _)| *n > 0);
            let counts = list(counts.map(|(n, noun)| count(n, noun)));
            format!("{counts} elsewhere in the plan{weeks}: `plan report --all`").into()
        }
        Report::ToPlaceElsewhere(work) => format!(
            "{} on rest days elsewhere in the plan: `plan recover`",
            workload(*work)
        )
        .into(),
        Report::Pace {
            hundredths,
            behind,
            by_plan,
            skipped,
            of_due,
        } => {
            let left_out = left_out(*skipped, *of_due);
            format!(
                "{}{}{left_out}",
                pace_by(*hundredths, *by_plan),
                self::behind(*behind)
            )
            .into()
        }
        Report::PaceNow { hundredths } => {
            format!("{} by the current dates", pace(*hundredths)).into()
        }
        Report::NextWeek {
            date,
            week,
            numbers,
            work,
        } => {
            let (date, work) = (short_date(*date, year), workload(*work));
            format!("{date}{}: {work}", next_week(week.as_ref(), *numbers)).into()
        }
    }
}

/// ` Week 4 Attention`, ` Weeks 4-5`; nothing if these weeks have no numbers.
fn next_week(name: Option<&WeekName>, numbers: Option<(u32, u32)>) -> String {
    let several = numbers.filter(|(first, last)| first != last);
    match (several, name) {
        (Some((first, last)), _) => format!(" Weeks {first}-{last}"),
        (None, Some(name)) => format!(" {}", week(name)),
        (None, None) => String::new(),
    }
}

fn pace(hundredths: u64) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    format!("{whole}.{part:02} of what was due")
}

fn pace_by(hundredths: u64, by_plan: bool) -> String {
    let basis = if by_plan {
        " by the plan's own dates"
    } else {
        ""
    };
    pace(hundredths) + basis
}

/// `also done then: 1 slot of other weeks, 40 min studied`.
fn also_done(slots: u32, studied: Minutes, of: Option<Level>) -> String {
    let of = match of {
        Some(Level::Week) => "weeks",
        Some(Level::Phase) => "phases",
        _ => "dates",
    };
    let slots = count(slots, "slot");
    if studied == Minutes::ZERO {
        return format!("also done then: {slots} of other {of}");
    }
    format!(
        "also done then: {slots} of other {of}, {} studied",
        duration(studied)
    )
}

fn left_out(skipped: u32, of_due: bool) -> String {
    match (skipped, of_due) {
        (0, _) => String::new(),
        (n, false) => format!("; {n} skipped, not counted"),
        (n, true) => format!("; {n} skipped of what was due so far, not counted"),
    }
}

fn behind(slots: i64) -> String {
    let (slots, way) = match slots {
        0 => return String::new(),
        1.. => (slots, "behind"),
        _ => (-slots, "ahead"),
    };
    format!("; {} {way}", count(slots, "slot"))
}

/// The message in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn show(message: &Show, year: Option<i32>) -> Cow<'static, str> {
    match message {
        Show::InPlanFile(own) => format!("{} in the plan file", placement(*own)).into(),
        Show::MovedFrom(origin) => format!("moved {}", moved_from(*origin, year)).into(),
        Show::MovedDay {
            now,
            planned,
            with_year,
        } => moved_day(now, *planned, *with_year, year).into(),
        Show::ChangedSinceDone { date: day, slot } => format!(
            "changed since it was done on {}; still done; `plan done {slot}` accepts the change",
            date(*day)
        )
        .into(),
        Show::ReadAs => "read as: ".into(),
        Show::Note => "note: ".into(),
        Show::EditorNote { line: None } => "editor: ".into(),
        Show::EditorNote { line: Some(line) } => format!("editor, line {line}: ").into(),
        Show::FullTitle => "full title: ".into(),
        Show::LinkNote {
            status,
            has_suggestion,
        } => link_note(*status, *has_suggestion).into(),
        Show::Done { date: day, took } => {
            let took = took.map(|took| format!(", took {}", duration(took)));
            format!("done on {}{}", date(*day), took.unwrap_or_default()).into()
        }
        Show::Skipped { date: day, reason } => {
            let reason = reason.as_ref().map(|reason| format!(": {reason}"));
            format!("skipped on {}{}", date(*day), reason.unwrap_or_default()).into()
        }
        Show::Due(day) => format!("due {}", short_date(*day, year)).into(),
        Show::MilestoneDue(day) => format!("due {}", date(*day)).into(),
        Show::Goals { reached, all } => {
            format!("{reached} of {} reached", count(all, "goal")).into()
        }
        Show::BudgetUse { .. } => budget_use(message).into(),
        Show::SourceText { line: None } => "source: ".into(),
        Show::SourceText { line: Some(line) } => format!("source, line {line}: ").into(),
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
        Show::Entries(entries) => list(entries).into(),
        Show::Unused => "not used".into(),
        Show::LinkStatus(status) => format!("link {}", status.name()).into(),
        Show::Deliverables {
            done,
            all,
            skipped: 0,
        } => format!("deliverables {done}/{all}").into(),
        Show::Deliverables { done, all, skipped } => {
            format!("deliverables {done}/{all}, {skipped} skipped").into()
        }
        Show::By(what) => format!("by {}", what.join("; ")).into(),
        Show::ByNothing => "nothing in the plan is said to fulfil it".into(),
    }
}

/// What is wrong with a link, after a `!` unless it still leads to the resource.
fn link_note(status: Option<LinkStatus>, has_suggestion: bool) -> String {
    let problem = match status {
        Some(LinkStatus::Wrong) => "! wrong",
        Some(LinkStatus::Mismatch) => "! different subject",
        Some(LinkStatus::NotFound) => "! not found",
        Some(LinkStatus::Moved) => "moved",
        Some(LinkStatus::Ok | LinkStatus::Renamed | LinkStatus::None) | None => "",
    };
    match (problem, has_suggestion) {
        ("", true) => "suggested: ".to_owned(),
        (problem, true) => format!("{problem}, suggested: "),
        (problem, false) => problem.to_owned(),
    }
}

/// `Mon 30 Nov 2026, planned for Sun 29 Nov`; the year only with a single date.
fn moved_day(now: &[Dates], planned: Dates, with_year: bool, year: Option<i32>) -> String {
    let now = match now {
        [only] if with_year => dates(*only),
        several => list(several.iter().map(|days| short_dates(*days, year))),
    };
    format!("{now}, planned for {}", short_dates(planned, year))
}

/// The message in English.
pub(super) fn log(message: &Log) -> Cow<'_, str> {
    match message {
        Log::Nothing => "nothing recorded yet".into(),
        Log::NothingOn(day) => format!("nothing recorded for {}", date(*day)).into(),
        Log::Earlier { count } => format!("{count} earlier: `plan log --all`").into(),
        Log::Verb(verb) => verb.into(),
        Log::Strategy(name) => name.into(),
        Log::Between => " ".into(),
        Log::Undone => "(undone)".into(),
        Log::Redone => "(brought back by redo)".into(),
        Log::Again(took) => format!("again {}", duration(*took)).into(),
        Log::AgainBecause(reason) => format!("again: {reason}").into(),
        Log::Rest {
            dates: days,
            reason,
        } => {
            let reason = reason.as_ref().map(|reason| format!(": {reason}"));
            (dates(*days) + &reason.unwrap_or_default()).into()
        }
        Log::For(day) => format!("(for {})", date(*day)).into(),
        Log::OfStart(day) => format!("begin on {}", date(*day)).into(),
        Log::OfRest {
            dates: days,
            cancel,
        } => format!("{} {}", if *cancel { "on" } else { "off" }, dates(*days)).into(),
        Log::Slots(slots) => names(slots).into(),
        Log::Added(at) => format!("on {}", placement(*at)).into(),
        Log::To(to) => format!("to {}", placement(*to)).into(),
        Log::Dated {
            title,
            at: Some(at),
        } => format!("{title} on {}", placement(*at)).into(),
        Log::Dated { title, at: None } => format!("{title}: date removed").into(),
        Log::Fit { hours, by: None } => hours.to_string().into(),
        Log::Fit {
            hours,
            by: Some(by),
        } => format!("{hours}, by {}", date(*by)).into(),
        Log::Sitting { part, took } => {
            let took = took.map(|took| format!(", took {}", duration(took)));
            format!("minutes {part}{}", took.unwrap_or_default()).into()
        }
        Log::Shift { from, weeks: by } => format!("from {} by {}", name(from), weeks(*by)).into(),
        Log::Relinked(message) => relinked(message).into(),
    }
}
