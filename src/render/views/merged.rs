//! Several plans on one screen: the current one first, the slots of the others with the ids of their
//! plans.

use chrono::Datelike;

use crate::model::PlanId;
use crate::render::sheet::{Line, Role, Sheet, Span, Table, Width, dotted};
use crate::summary::{
    self, MergedDay, MergedReport, Overlap, SlotView, Study, Tally, TimerView, Today, WeekView,
};
use crate::text::{Label, Message, Phrase, Plans, Report};

use super::deliverables::{dated_deliverables, overdue};
use super::events::event_on_date;
use super::parts::{day_names, first_only, moved_to, of_plan, orphans, studied};
use super::report;
use super::show;
use super::status::{coming, now, progress};
use super::timer::running;
use super::today::{
    about_slots, details, free, has_note, headed_table, header, plan_title, rest_day, slot_table,
    title,
};
use super::week;

/// Columns of a bar.
const BAR: usize = 10;

/// A plan, and what is known of a day in it.
type Day<'p, 'a> = (&'p Study, Today<'a>);

/// A day of several plans: each with its progress, then all slots by their times. `is_other`: it is not
/// the learner's own today.
pub(crate) fn merged_day(plans: &[Day], merged: &MergedDay, is_other: bool) -> Sheet {
    let mut sheet = Sheet::default();
    for (index, (study, today)) in plans.iter().enumerate() {
        let date = Span::plain(Phrase::Date(today.date));
        let right = if index == 0 { vec![date] } else { Line::new() };
        let free = today.shown_slots().is_empty().then(|| free(today));
        header(&mut sheet, (study, today), right, free);
    }
    sheet.blank();
    sheet.table(headed_table(&merged.slots));
    sheet.blank();
    overlaps(&mut sheet, &merged.overlaps);
    for (study, today) in plans {
        let slots = today.shown_slots();
        of(&mut sheet, study, |sheet| {
            about_slots(sheet, study, today, &slots);
            details(sheet, study, today, (&slots, is_other));
        });
    }
    sheet
}

/// Adds what is about one of the plans, whose commands act on that.
fn of(sheet: &mut Sheet, study: &Study, add: impl FnOnce(&mut Sheet)) {
    sheet.of_plan(study.other_plan().map(PlanId::as_str), add);
}

/// Slots of different plans at the same time.
fn overlaps(sheet: &mut Sheet, overlaps: &[Overlap]) {
    for (label, overlap) in first_only(Label::Overlap).zip(overlaps) {
        let slots = Box::new(overlap.slots.map(|slot| slot.name()));
        let time = overlap.time;
        let words = Span::new(Plans::Overlap { slots, time }, Role::Warn);
        sheet.labelled(label, [words]);
    }
}

/// The slots that are on now in several plans, their timers, the slot to turn to first, and the progress
/// of each plan. `devices` are the names of this device.
pub(crate) fn merged_status(
    plans: &[Day],
    (current, next): (&[SlotView], Option<&SlotView>),
    (timers, devices): (&[TimerView], &[String]),
) -> Sheet {
    let mut sheet = Sheet::default();
    let rest = plans.iter().find_map(|(_, today)| today.rest);
    now(&mut sheet, current, rest);
    running(&mut sheet, timers, devices);
    let is_on = |slot: &SlotView| current.iter().any(|on| on.id() == slot.id());
    if let Some(slot) = next.filter(|slot| !is_on(slot)) {
        coming(&mut sheet, slot);
    }
    for (study, today) in plans {
        sheet.blank();
        sheet.line(vec![plan_title(study)]);
        of(&mut sheet, study, |sheet| progress(sheet, study, today));
    }
    sheet
}

/// The slot to turn to first among those of several plans, in full, and what is overdue in each.
pub(crate) fn merged_next(plans: &[Day], next: Option<(usize, &SlotView)>) -> Sheet {
    let first = next.map_or(0, |(index, _)| index);
    let mut sheet = Sheet::default();
    if let Some((study, today)) = plans.get(first) {
        of(&mut sheet, study, |sheet| {
            *sheet = show::next(study, today, next.map(|(_, slot)| slot));
        });
    }
    let others = plans.iter().enumerate();
    for (_, (study, today)) in others.filter(|(index, _)| *index != first) {
        of(&mut sheet, study, |sheet| {
            overdue(sheet, today, false);
            orphans(sheet, study);
        });
    }
    sheet
}

/// A calendar week of several plans, day by day.
pub(crate) fn merged_week(plans: &[(&Study, WeekView, Today)], days: &[MergedDay]) -> Sheet {
    let mut sheet = Sheet::default();
    for (index, (study, week, _)) in plans.iter().enumerate() {
        let dates = Span::plain(Phrase::Dates(week.dates));
        let right = if index == 0 { vec![dates] } else { Line::new() };
        title(&mut sheet, study, right);
        week::header(&mut sheet, week);
    }
    let with_notes = days.iter().flat_map(|day| &day.slots).any(has_note);
    for (index, merged) in days.iter().enumerate() {
        week_day(&mut sheet, plans, index, (merged, with_notes));
        for (study, week, _) in plans {
            let events = week.days[index].events.iter();
            events.for_each(|view| event_on_date(&mut sheet, study, view));
        }
    }
    sheet.blank();
    for (_, week, _) in plans {
        dated_deliverables(&mut sheet, &week.deliverables);
    }
    sheet.blank();
    for (study, week, today) in plans {
        of(&mut sheet, study, |sheet| {
            week::overdue_now(sheet, study, week, today);
        });
    }
    sheet
}

/// A date of a week: what each plan calls it, then the slots of all by their times.
fn week_day(
    sheet: &mut Sheet,
    plans: &[(&Study, WeekView, Today)],
    index: usize,
    (merged, with_notes): (&MergedDay, bool),
) {
    let Some((study, week, _)) = plans.first() else {
        return;
    };
    let (date, today) = (week.days[index].date, study.today);
    let is_other_year = week.days.iter().any(|day| day.date.year() != today.year());
    let role = if date == today {
        Role::Now
    } else {
        Role::Label
    };
    let mut line = vec![Span::column(
        Phrase::ShortDate(date),
        Width::Date(is_other_year),
        role,
    )];
    let names = plans.iter().filter_map(|(study, week, _)| {
        let day = &week.days[index];
        let names = day.day.as_ref();
        let names = names.map(|day| Span::plain(Phrase::Days(day_names(day, study))));
        let rest = day.rest.map(|rest| Span::dim(rest_day(rest)));
        let what = dotted(names.into_iter().chain(rest));
        let line = of_plan(study).into_iter().chain(what.iter().cloned());
        (!what.is_empty()).then(|| line.collect::<Line>())
    });
    let names: Vec<Line> = names.collect();
    if names.is_empty() {
        line.push(Span::dim(week::without_slots(study, &week.days[index])));
        sheet.line(line);
        return;
    }
    let is_free = plans
        .iter()
        .all(|(_, week, _)| week.days[index].day.is_none());
    if !is_free {
        sheet.blank();
    }
    line.extend(names.join(&Span::space(3)));
    sheet.line(line);
    sheet.table(slot_table(&merged.slots, with_notes));
    overlaps(sheet, &merged.overlaps);
    let away = plans
        .iter()
        .filter_map(|(_, week, _)| week.days[index].day.as_ref());
    for day in away.filter(|day| !day.away.is_empty()) {
        let moved = Phrase::MovedTo(moved_to(&day.away));
        sheet.labelled(Label::Moved, [Span::dim(moved)]);
    }
}

/// Reports on several plans: the sums, then each.
pub(crate) fn merged_report(plans: &[(&Study, summary::Report)], together: &MergedReport) -> Sheet {
    let mut sheet = Sheet::default();
    let Some((_, first)) = plans.first() else {
        return sheet;
    };
    let (range, whole) = (&together.range, &together.plan);
    let done = Report::Done {
        done: range.done,
        slots: range.slots,
    };
    let right = vec![
        Span::plain(done),
        Span::space(3),
        Span::plain(studied(range)),
    ];
    let dates = Span::new(Phrase::Dates(first.dates), Role::Title);
    sheet.split(vec![dates], right);
    let rows = plans
        .iter()
        .map(|(study, report)| row(plan_title(study), &report.tally, &report.plan));
    let sum = row(Span::dim(Plans::Together), range, whole);
    let mut head = vec![Message::from(Label::Blank); 5];
    head[4] = Plans::WholeNow.into();
    sheet.table(Table {
        indent: 2,
        head,
        right: &[2, 4],
        rows: rows.chain([sum]).collect(),
        ..Table::default()
    });
    for (study, report) in plans {
        sheet.blank();
        sheet.heading(vec![plan_title(study)]);
        of(&mut sheet, study, |sheet| {
            sheet
                .blocks
                .extend(report::report(study, report, None).blocks);
        });
    }
    sheet
}

/// A plan with what was done in the range, the time that took, and how much of the plan is done.
fn row(name: Span, range: &Tally, plan: &Tally) -> Vec<Line> {
    let percent = plan.percent().map(Phrase::Percent);
    vec![
        vec![name],
        vec![Span::bar(range.done, range.slots, BAR)],
        vec![Span::plain(format!("{}/{}", range.done, range.slots))],
        vec![Span::plain(studied(range))],
        percent.map(Span::plain).into_iter().collect(),
    ]
}
