//! `report`: what needs the learner, how it goes, and what comes next.

use crate::render::sheet::{Sheet, Span, dotted};
use crate::summary::{self, DeliverableView, Elsewhere, MAX_LISTED, Study, Upcoming};
use crate::text::{Label, Report, Review, WeekName};

use super::deliverables::{MANY, due, overdue_by_week, overdue_deliverables};
use super::events::events_ahead;
use super::parts::{first_only, more, named, orphans, to_place, workload};
use super::review::streak;

/// Up to so many days, hours are given for each.
const FEW_DAYS: usize = 14;

/// What needs the learner, how it goes, and what comes next, a line each. Hours by day are not said
/// again if they are `mapped`.
pub(crate) fn report_facts(study: &Study, report: &summary::Report, mapped: bool) -> Sheet {
    let mut sheet = Sheet::default();
    overdue(&mut sheet, report);
    to_place(&mut sheet, None, &report.displaced.iter().collect());
    to_place_elsewhere(&mut sheet, report);
    orphans(&mut sheet, study);
    if !mapped {
        worked(&mut sheet, report);
    }
    pace(&mut sheet, report);
    if report.followed.is_now && report.followed.closing.is_none() {
        streak(&mut sheet, &report.followed.streak, false);
    }
    events_ahead(&mut sheet, study, &report.followed.ahead, false);
    if let Some((title, days)) = report
        .followed
        .milestone
        .filter(|_| report.followed.closing.is_none())
    {
        let words = Review::MilestoneIn {
            title: title.to_owned(),
            days,
        };
        sheet.labelled(Label::Due, [Span::plain(words)]);
    }
    if let Some(next) = &report.next {
        self::next(&mut sheet, next);
    }
    sheet
}

/// What the next week holds: its slots, its hours by day, and what is to be handed in.
fn next(sheet: &mut Sheet, next: &Upcoming) {
    let words = Report::NextWeek {
        date: next.date,
        week: WeekName::of(next.week),
        numbers: next.numbers,
        work: workload(next.slots, next.planned),
    };
    sheet.labelled(Label::Next, [Span::plain(words)]);
    let days = next.days.iter().map(|(date, minutes)| {
        Span::dim(Report::Worked {
            date: *date,
            is_one_week: true,
            minutes: *minutes,
        })
    });
    if days.len() > 1 {
        sheet.labelled(Label::Blank, dotted(days));
    }
    match next.deliverables.as_slice() {
        [] => {}
        [only] => sheet.labelled(Label::Blank, due(only)),
        several => {
            let ids = several.iter().map(DeliverableView::id).collect();
            sheet.labelled(Label::Blank, [Span::plain(Review::ToHandIn(ids))]);
        }
    }
}

/// Overdue slots by name, those of several weeks by week; then deliverables, and what else is overdue.
fn overdue(sheet: &mut Sheet, report: &summary::Report) {
    let shown = if report.overdue_weeks.len() > 1 {
        overdue_by_week(sheet, &report.overdue_weeks)
    } else {
        let overdue = report.overdue.iter().take(MAX_LISTED);
        named(sheet, Label::Overdue, overdue)
    };
    more(sheet, report.tally.overdue, shown, MANY.1);
    let open = &report.open_deliverables;
    overdue_deliverables(sheet, open, shown > 0, MANY);
    overdue_elsewhere(sheet, report);
}

/// How much is overdue outside the range.
fn overdue_elsewhere(sheet: &mut Sheet, report: &summary::Report) {
    let Elsewhere {
        overdue: slots,
        deliverables,
        ..
    } = &report.elsewhere;
    let (slots, deliverables) = (*slots, *deliverables);
    if slots + deliverables == 0 {
        return;
    }
    let is_first = report.overdue.is_empty() && report.open_deliverables.overdue.is_empty();
    let label = if is_first {
        Label::Overdue
    } else {
        Label::Blank
    };
    let weeks = report.elsewhere.overdue_weeks.iter();
    let weeks = weeks.map(|one| Some((one.week.number?, one.tally.overdue)));
    let words = Report::OverdueElsewhere {
        slots,
        deliverables,
        weeks: weeks.collect::<Option<_>>().unwrap_or_default(),
    };
    sheet.labelled(label, [Span::dim(words)]);
}

/// How long was worked on each date, if they are few.
fn worked(sheet: &mut Sheet, report: &summary::Report) {
    let dates = report.worked.iter().map(|(date, minutes)| {
        Span::plain(Report::Worked {
            date: *date,
            is_one_week: report.is_one_week,
            minutes: *minutes,
        })
    });
    if (1..=FEW_DAYS).contains(&dates.len()) {
        sheet.labelled(Label::Worked, dotted(dates));
    }
}

fn to_place_elsewhere(sheet: &mut Sheet, report: &summary::Report) {
    let displaced = report.elsewhere.displaced;
    if displaced.different == 0 {
        return;
    }
    let is_first = report.displaced.is_empty();
    let label = if is_first {
        Label::ToPlace
    } else {
        Label::Blank
    };
    let words = Report::ToPlaceElsewhere(workload(displaced.different, displaced.planned));
    sheet.labelled(label, [Span::dim(words)]);
}

/// The pace by the plan's dates and, if that is another, by the current ones.
fn pace(sheet: &mut Sheet, report: &summary::Report) {
    let paced = &report.baseline;
    let now = report.pace_now();
    let by_plan = report.pace().map(|pace| Report::Pace {
        hundredths: pace.hundredths(),
        behind: paced.behind(),
        by_plan: now.is_some(),
        skipped: paced.skipped_by_plan,
        of_due: report.tally.skipped != paced.skipped_by_plan,
    });
    let now = now.map(|pace| Report::PaceNow {
        hundredths: pace.hundredths(),
    });
    let spans = by_plan
        .map(Span::plain)
        .into_iter()
        .chain(now.map(Span::dim));
    for (label, span) in first_only(Label::Pace).zip(spans) {
        sheet.labelled(label, [span]);
    }
}
