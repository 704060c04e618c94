//! `fit`: a layout next to the one before, and the hours in force.

use std::collections::HashSet;

use crate::model::{Dates, Placement};
use crate::progress::{Event, What};
use crate::render::sheet::{Line, Role, Sheet, Span, Table};
use crate::summary::{
    self, Deadline, FittedEvent, FittedSlot, FittedWeek, MissedDue, SlotView, Study, Tally,
};
use crate::text::{Fit, FitColumn, Message, Phrase, Recording, SlotList, SlotName, WeekName};

use super::parts::workload;
use super::recorded::and_more;
use super::recovery::first_and_last;

/// How many rows of a table are shown.
const ROWS: usize = 20;

/// A layout next to where the slots are now.
pub(crate) fn fit(fit: &summary::Fit) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.line(vec![Span::new(
        Fit::Hours(Box::new(fit.terms.hours.clone())),
        Role::Title,
    )]);
    let slots = u32::try_from(fit.slots.len()).unwrap_or(u32::MAX);
    sheet.line(vec![Span::dim(Fit::Work(workload(slots, fit.minutes)))]);
    sheet.blank();
    sheet.table(Table {
        indent: 2,
        head: [FitColumn::Blank, FitColumn::Now, FitColumn::Fitted]
            .map(head)
            .to_vec(),
        rows: comparison(fit),
        ..Table::default()
    });
    sheet.blank();
    remarks(&mut sheet, fit);
    sheet.blank();
    let is_numbered = |week: &FittedWeek| week.week.number.is_some();
    if fit.weeks.len() > 1 && fit.weeks.iter().all(is_numbered) {
        weeks(&mut sheet, &fit.weeks);
    } else {
        each_slot(&mut sheet, &fit.slots);
    }
    sheet
}

fn head(column: FitColumn) -> Message {
    Fit::Column(column).into()
}

fn comparison(fit: &summary::Fit) -> Vec<Vec<Line>> {
    let row = |label: FitColumn, now: Message, fitted: Message| {
        vec![
            vec![Span::new(Fit::Column(label), Role::Label)],
            vec![Span::plain(now)],
            vec![Span::plain(fitted)],
        ]
    };
    let date = |date| Message::from(Phrase::Date(date));
    let weekly = |dates: Dates| Message::from(Phrase::Duration(fit.weekly(dates)));
    let mut rows = vec![
        row(FitColumn::Ends, date(fit.now.last), date(fit.fitted.last)),
        row(FitColumn::PerWeek, weekly(fit.now), weekly(fit.fitted)),
    ];
    if fit.own_end != fit.now.last {
        rows.insert(1, row(FitColumn::Author, date(fit.own_end), "".into()));
    }
    rows
}

fn remarks(sheet: &mut Sheet, fit: &summary::Fit) {
    let mut say =
        |role: Role, words: Fit| sheet.hanging(4, vec![Span::space(2), Span::new(words, role)]);
    if fit.divided() > 0 {
        say(Role::Plain, Fit::Divided(fit.divided()));
    }
    if !fit.assumed.is_empty() {
        let names = fit.assumed.iter().map(SlotView::name);
        let slots = SlotList::first_of(fit.assumed.len(), names);
        let each = summary::ASSUMED;
        say(Role::Warn, Fit::Assumed { slots, each });
    }
    if fit.overtaking > 0 {
        say(Role::Plain, Fit::Overtaking(fit.overtaking));
    }
    for late in &fit.events {
        say(Role::Warn, not_before(late));
    }
    for missed in &fit.missed {
        say(Role::Warn, due_before(missed));
    }
    let Some(deadline) = &fit.deadline else {
        return;
    };
    let by = deadline.by;
    match deadline {
        Deadline { days_late, .. } if *days_late <= 0 => {
            let days_early = -days_late;
            say(Role::Done, Fit::Met { by, days_early });
        }
        Deadline {
            days_late,
            minutes_late,
            enough,
            ..
        } => {
            let (days_late, minutes) = (*days_late, *minutes_late);
            say(
                Role::Warn,
                Fit::Missed {
                    by,
                    days_late,
                    minutes,
                },
            );
            let enough = enough.clone().map(Box::new);
            let enough = enough.map_or(Fit::NeverEnough, Fit::Enough);
            say(Role::Plain, enough);
        }
    }
}

fn due_before(missed: &MissedDue) -> Fit {
    let (due, done) = (missed.due, missed.done);
    let what = missed.what.clone();
    Fit::DueBefore { what, due, done }
}

/// What is due before the last slot that it needs.
pub(crate) fn missed_dues(study: &Study) -> Vec<Fit> {
    summary::missed_dues(study).iter().map(due_before).collect()
}

/// What has no room before an event.
fn not_before(late: &FittedEvent) -> Fit {
    let event = late.event;
    let slots = u32::try_from(late.slots.len()).unwrap_or(u32::MAX);
    Fit::NotBefore {
        event: SlotName::new(&event.id, &event.title),
        at: Placement::on(event.date, event.time),
        work: workload(slots, late.minutes),
        slots: late.slots.iter().map(SlotView::name).collect(),
    }
}

/// The weeks of the plan, each with its dates now and fitted.
fn weeks(sheet: &mut Sheet, weeks: &[FittedWeek]) {
    let dates = |dates: Dates| Span::plain(Phrase::ShortDates(dates));
    let row = |week: &FittedWeek| {
        let name = WeekName::of(week.week).map(|name| Span::plain(Phrase::Week(name)));
        vec![
            name.into_iter().collect(),
            vec![dates(week.now)],
            vec![dates(week.fitted)],
        ]
    };
    sheet.table(Table {
        indent: 2,
        head: [FitColumn::Week, FitColumn::Now, FitColumn::Fitted]
            .map(head)
            .to_vec(),
        wraps: Some(0),
        rows: weeks.iter().take(ROWS).map(row).collect(),
        ..Table::default()
    });
    and_more(sheet, weeks.len().saturating_sub(ROWS));
}

/// The slots, each with where it is now and where it is laid.
fn each_slot(sheet: &mut Sheet, slots: &[FittedSlot]) {
    let row = |slot: &FittedSlot| {
        let laid = slot
            .sittings
            .iter()
            .map(|sitting| Phrase::Placement(sitting.placement()));
        let mut fitted = Line::new();
        for sitting in laid {
            fitted.extend((!fitted.is_empty()).then(|| Span::plain("; ")));
            fitted.push(Span::plain(sitting));
        }
        vec![
            vec![Span::plain(slot.slot.place.slot.title.clone())],
            vec![Span::plain(Phrase::Placement(slot.slot.placement()))],
            fitted,
        ]
    };
    sheet.table(Table {
        indent: 2,
        head: [FitColumn::Slot, FitColumn::Now, FitColumn::Fitted]
            .map(head)
            .to_vec(),
        wraps: Some(0),
        rows: slots.iter().take(ROWS).map(row).collect(),
        ..Table::default()
    });
    and_more(sheet, slots.len().saturating_sub(ROWS));
}

/// A layout that was recorded.
pub(crate) fn fit_applied(study: &Study, events: &[Event]) -> Sheet {
    let mut sheet = Sheet::default();
    let start = events.iter().find_map(|event| match event.what {
        What::Begin { start, .. } => Some(start),
        _ => None,
    });
    if let Some(start) = start {
        sheet.line(vec![Span::plain(Recording::PlanBegins(start))]);
    }
    let Some(terms) = &study.fit else {
        return sheet;
    };
    let laid = events.iter().flat_map(|event| match &event.what {
        What::Fit { laid, .. } => laid.as_slice(),
        _ => &[],
    });
    let laid: HashSet<&str> = laid.map(|slot| slot.slot.as_str()).collect();
    let is_laid = |slot: &SlotView| laid.contains(slot.place.slot.id.as_str());
    let open = study.slots().filter(SlotView::is_open);
    let mut open: Vec<SlotView> = open.filter(is_laid).collect();
    let tally: Tally = open.iter().collect();
    let (slots, hours) = (tally.different, Box::new(terms.hours.clone()));
    sheet.hanging(2, vec![Span::plain(Fit::Applied { slots, hours })]);
    open.sort_by_key(SlotView::when);
    first_and_last(&mut sheet, &open);
    sheet
}

/// The hours in force: those of the plan's fit, else of the configuration.
pub(crate) fn hours_in_force(study: &Study) -> Sheet {
    let mut sheet = Sheet::default();
    match (&study.fit, &study.hours) {
        (Some(terms), _) => {
            sheet.hanging(
                2,
                vec![Span::plain(Fit::Hours(Box::new(terms.hours.clone())))],
            );
            if let Some(by) = terms.by {
                sheet.line(vec![Span::plain(Fit::By(by))]);
            }
        }
        (None, Some(hours)) => {
            sheet.hanging(2, vec![Span::plain(Fit::Hours(Box::new(hours.clone())))]);
            sheet.line(vec![Span::dim(Fit::FromConfig)]);
        }
        (None, None) => sheet.line(vec![Span::plain(Fit::NoHours)]),
    }
    sheet
}
