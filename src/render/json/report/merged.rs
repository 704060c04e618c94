//! `report` of several plans: their lists together, their tallies summed, and each plan.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Pace, PlanPace, Progress, Report};
use crate::model::PlanId;
use crate::render::json::event::in_order;
use crate::summary::{self, Study};

/// One of the plans.
#[derive(JsonSchema, Serialize)]
pub(super) struct Part<'a> {
    plan: &'a PlanId,
    title: &'a str,
    progress: Progress,
    pace: Option<PlanPace>,
    pace_now: Option<Pace>,
}

/// `report` of several plans. The pace is that of all of them together.
pub(crate) fn merged_report<'a>(
    plans: &[(&'a Study, summary::Report<'a>)],
    together: &summary::MergedReport,
) -> Option<Report<'a>> {
    let each = plans.iter().map(|(study, report)| of_plan(study, report));
    let whole = each.reduce(|mut all, mut one| {
        all.days.append(&mut one.days);
        all.weeks.append(&mut one.weeks);
        all.events.append(&mut one.events);
        all.deliverables.append(&mut one.deliverables);
        all.phases.append(&mut one.phases);
        all.topics.append(&mut one.topics);
        all.overdue.append(&mut one.overdue);
        all.displaced.append(&mut one.displaced);
        all.overdue_deliverables
            .append(&mut one.overdue_deliverables);
        all.worked.append(&mut one.worked);
        all.notes.append(&mut one.notes);
        all.next_events.append(&mut one.next_events);
        all.orphans.append(&mut one.orphans);
        all.buffer = all.buffer.or(one.buffer);
        all.next = all
            .next
            .into_iter()
            .chain(one.next)
            .min_by_key(|next| next.date);
        all.plans.append(&mut one.plans);
        all
    });
    let mut whole = whole?;
    in_order(&mut whole.events);
    whole.notes.sort_by_key(|note| note.date);
    in_order(&mut whole.next_events);
    Some(Report {
        progress: Progress {
            range: together.range,
            baseline: together.baseline,
            plan: together.plan,
        },
        besides: together.from_elsewhere,
        pace: together
            .pace()
            .map(|found| super::plan_pace(found, &together.baseline)),
        pace_now: together.pace_now().map(super::pace),
        ..whole
    })
}

/// The report on one of them, whose rows name it.
fn of_plan<'a>(study: &'a Study, report: &summary::Report<'a>) -> Report<'a> {
    let mut one = super::without_burn_up(study, report);
    let plan = Some(&study.plan.id);
    one.days.iter_mut().for_each(|row| row.plan = plan);
    one.weeks.iter_mut().for_each(|row| row.plan = plan);
    one.phases.iter_mut().for_each(|row| row.plan = plan);
    one.worked.iter_mut().for_each(|row| row.plan = plan);
    one.topics.iter_mut().for_each(|row| row.plan = plan);
    one.plans = vec![Part {
        plan: &study.plan.id,
        title: &study.plan.title,
        progress: Progress {
            range: report.tally,
            baseline: report.baseline,
            plan: report.plan,
        },
        pace: one.pace.take(),
        pace_now: one.pace_now.take(),
    }];
    one
}
