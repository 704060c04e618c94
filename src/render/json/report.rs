//! `report`.

mod followed;
mod merged;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use self::followed::{Remark, Streak, remarks, streak};
use self::merged::Part;
pub(crate) use self::merged::merged_report;
use super::day::Range;
use super::deliverable::{Deliverable, OpenDeliverable, deliverables, open_deliverables};
use super::event::{Event, events};
use super::record::{Orphan, orphans};
use super::slot::{DayNumbers, Slot, slots};
use super::tally::Tally;
use crate::model::{Minutes, PlanId, TopicId};
use crate::summary::{self, DayRow, PhaseRow, Study, TopicView, WeekRow, burn_up};

#[derive(JsonSchema, Serialize)]
pub(crate) struct Report<'a> {
    range: Range,
    planned_range: Option<Range>,
    progress: Progress,
    #[serde(with = "Tally")]
    besides: summary::Tally,
    days: Vec<Day<'a>>,
    weeks: Vec<Week<'a>>,
    deliverables: Vec<Deliverable<'a>>,
    events: Vec<Event<'a>>,
    /// The next ones after the range; only if today is in it.
    next_events: Vec<Event<'a>>,
    buffer: Option<Range>,
    phases: Vec<Phase<'a>>,
    topics: Vec<Topic<'a>>,
    /// Empty about several plans.
    burn_up: Vec<BurnUpPoint>,
    overdue: Vec<Slot<'a>>,
    displaced: Vec<Slot<'a>>,
    overdue_deliverables: Vec<OpenDeliverable<'a>>,
    worked: Vec<Worked<'a>>,
    /// `null` about several plans.
    streak: Option<Streak>,
    notes: Vec<Remark<'a>>,
    pace: Option<PlanPace>,
    pace_now: Option<Pace>,
    next: Option<Next<'a>>,
    orphans: Vec<Orphan<'a>>,
    /// Only about several plans: the tallies of each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    plans: Vec<Part<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Progress {
    #[serde(with = "Tally")]
    range: summary::Tally,
    #[serde(with = "Tally")]
    baseline: summary::Tally,
    #[serde(with = "Tally")]
    plan: summary::Tally,
}

#[derive(JsonSchema, Serialize)]
struct Day<'a> {
    /// Only about several plans.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a PlanId>,
    #[serde(flatten)]
    numbers: DayNumbers,
    date: NaiveDate,
    #[serde(with = "Tally")]
    progress: summary::Tally,
}

#[derive(JsonSchema, Serialize)]
struct Week<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a PlanId>,
    week: Option<u32>,
    title: Option<&'a str>,
    #[serde(with = "Tally")]
    progress: summary::Tally,
}

#[derive(JsonSchema, Serialize)]
struct Phase<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a PlanId>,
    number: usize,
    phase: Option<&'a str>,
    buffer: Option<Range>,
    /// The numbers of its first and last week.
    weeks: Option<(u32, u32)>,
    #[serde(with = "Tally")]
    progress: summary::Tally,
}

#[derive(JsonSchema, Serialize)]
struct Topic<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a PlanId>,
    topic: &'a TopicId,
    title: &'a str,
    #[serde(with = "Tally")]
    progress: summary::Tally,
}

/// The work of the plan by the end of a date.
#[derive(JsonSchema, Serialize)]
struct BurnUpPoint {
    date: NaiveDate,
    planned_minutes: Minutes,
    done_minutes: Option<Minutes>,
}

impl From<&summary::BurnUpPoint> for BurnUpPoint {
    fn from(point: &summary::BurnUpPoint) -> Self {
        Self {
            date: point.date,
            planned_minutes: point.planned,
            done_minutes: point.done,
        }
    }
}

/// How long was worked on a date.
#[derive(JsonSchema, Serialize)]
struct Worked<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a PlanId>,
    date: NaiveDate,
    minutes: Minutes,
}

/// Pace by the plan's own dates.
#[derive(JsonSchema, Serialize)]
struct PlanPace {
    #[serde(flatten)]
    pace: Pace,
    slots_behind: i64,
    /// Skipped slots that were due, which are left out.
    slots_skipped: u32,
}

#[derive(JsonSchema, Serialize)]
struct Pace {
    hundredths: u64,
    done_minutes: Minutes,
    due_minutes: Minutes,
}

/// The calendar week that comes next, by the weeks of the plan that its slots are of.
#[derive(JsonSchema, Serialize)]
struct Next<'a> {
    date: NaiveDate,
    week: Option<u32>,
    last_week: Option<u32>,
    title: Option<&'a str>,
    slots: u32,
    planned_minutes: Minutes,
}

/// `report`.
pub(crate) fn report<'a>(study: &'a Study, report: &summary::Report<'a>) -> Report<'a> {
    let points = burn_up(study);
    Report {
        burn_up: points.iter().map(BurnUpPoint::from).collect(),
        streak: Some(streak(report.followed.streak)),
        ..without_burn_up(study, report)
    }
}

/// The rest of it, which a report on several plans has of each.
fn without_burn_up<'a>(study: &'a Study, report: &summary::Report<'a>) -> Report<'a> {
    Report {
        range: Range::from(report.dates),
        planned_range: report.planned.map(Range::from),
        progress: Progress {
            range: report.tally,
            baseline: report.baseline,
            plan: report.plan,
        },
        besides: report.from_elsewhere,
        days: report.days.iter().map(day).collect(),
        weeks: report.weeks.iter().map(week).collect(),
        deliverables: deliverables(&report.deliverables),
        events: events(study, &report.events),
        next_events: events(study, &report.followed.ahead.shown),
        buffer: report.buffer.map(Range::from),
        phases: report.phases.iter().map(phase).collect(),
        topics: report.topics.iter().map(topic).collect(),
        burn_up: Vec::new(),
        overdue: slots(study, &report.overdue),
        displaced: slots(study, &report.displaced),
        overdue_deliverables: open_deliverables(study, &report.open_deliverables.overdue),
        worked: (report.worked.iter())
            .map(|(date, minutes)| Worked {
                plan: None,
                date: *date,
                minutes: *minutes,
            })
            .collect(),
        streak: None,
        notes: remarks(study, &report.followed.remarks),
        pace: report
            .pace()
            .map(|found| plan_pace(found, &report.baseline)),
        pace_now: report.pace_now().map(pace),
        next: report.next.as_ref().map(|next| Next {
            date: next.date,
            week: next.week.number,
            last_week: next.numbers.map(|(_, last)| last),
            title: next.week.title.as_deref(),
            slots: next.slots,
            planned_minutes: next.planned,
        }),
        orphans: orphans(study),
        plans: Vec::new(),
    }
}

fn day<'a>(row: &DayRow) -> Day<'a> {
    Day {
        plan: None,
        numbers: DayNumbers::from(row.day),
        date: row.dates.first,
        progress: row.tally,
    }
}

fn week<'a>(row: &WeekRow<'a>) -> Week<'a> {
    Week {
        plan: None,
        week: row.week.number,
        title: row.week.title.as_deref(),
        progress: row.tally,
    }
}

fn phase<'a>(row: &PhaseRow<'a>) -> Phase<'a> {
    Phase {
        plan: None,
        number: row.number,
        phase: row.phase.title.as_deref(),
        buffer: row.buffer.map(Range::from),
        weeks: row.weeks,
        progress: row.tally,
    }
}

fn topic<'a>(view: &TopicView<'a>) -> Topic<'a> {
    Topic {
        plan: None,
        topic: &view.topic.id,
        title: &view.topic.title,
        progress: view.tally,
    }
}

/// The pace by the plan's own dates, of slots with this tally by them.
fn plan_pace(found: summary::Pace, baseline: &summary::Tally) -> PlanPace {
    PlanPace {
        pace: pace(found),
        slots_behind: baseline.behind(),
        slots_skipped: baseline.skipped_by_plan,
    }
}

fn pace(pace: summary::Pace) -> Pace {
    Pace {
        hundredths: pace.hundredths(),
        done_minutes: pace.done,
        due_minutes: pace.due,
    }
}
