//! `report`: what has been done.

use chrono::Datelike;

use crate::model::Minutes;
use crate::render::sheet::{Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{
    self, DayRow, Elsewhere, MAX_LISTED, PhaseRow, Study, Tally, TopicView, WeekRow,
};
use crate::text::{DayNames, Label, Message, Phrase, Report, WeekName};

use super::deliverables::{MANY, deliverables, overdue_deliverables};
use super::events::list_events;
use super::parts::{first_only, more, named, orphans, replanned, studied, to_place, workload};

/// Columns of a bar.
const BAR: usize = 16;
/// From this many days on, weeks are shown instead.
const MANY_DAYS: usize = 15;

/// A report.
pub(crate) fn report(study: &Study, report: &summary::Report) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, report);
    if report.tally.different == 0 {
        sheet.line(vec![Span::dim(Report::NothingPlanned)]);
    } else if report.days.len() < MANY_DAYS {
        let days = report.days.iter().map(|row| day(study, report, row));
        table(&mut sheet, days);
    } else {
        table(&mut sheet, report.weeks.iter().map(week));
    }
    replanned(&mut sheet, 2, &report.baseline, &report.tally);
    if let Some(buffer) = report.buffer {
        detail(&mut sheet, Report::Buffer(buffer));
    }
    if report.from_elsewhere.slots > 0 {
        let (slots, studied) = (report.from_elsewhere.slots, report.from_elsewhere.studied());
        let of = report.part;
        detail(&mut sheet, Report::AlsoDone { slots, studied, of });
    }
    handed_in(&mut sheet, report);
    list_events(&mut sheet, study, &report.events);
    if !report.phases.is_empty() {
        sheet.blank();
        sheet.heading(vec![Span::plain(Label::Phases)]);
        table(&mut sheet, report.phases.iter().map(phase));
    }
    topics(&mut sheet, &report.topics);
    sheet.blank();
    let overdue = report.overdue.iter().take(MAX_LISTED);
    let shown = named(&mut sheet, Label::Overdue, overdue);
    more(&mut sheet, report.tally.overdue, shown, MANY.1);
    let open = &report.open_deliverables;
    overdue_deliverables(&mut sheet, open, shown > 0, MANY);
    overdue_elsewhere(&mut sheet, report);
    to_place(&mut sheet, None, &report.displaced.iter().collect());
    to_place_elsewhere(&mut sheet, report);
    orphans(&mut sheet, study);
    worked(&mut sheet, report);
    pace(&mut sheet, report);
    if let Some(next) = &report.next {
        let words = Report::NextWeek {
            date: next.date,
            week: WeekName::of(next.week),
            numbers: next.numbers,
            work: workload(next.slots, next.planned),
        };
        sheet.labelled(Label::Next, [Span::plain(words)]);
    }
    sheet
}

/// How much is overdue outside the range.
fn overdue_elsewhere(sheet: &mut Sheet, report: &summary::Report) {
    let Elsewhere {
        overdue: slots,
        deliverables,
        ..
    } = report.elsewhere;
    if slots + deliverables == 0 {
        return;
    }
    let is_first = report.overdue.is_empty() && report.open_deliverables.overdue.is_empty();
    let label = if is_first {
        Label::Overdue
    } else {
        Label::Blank
    };
    let words = Report::OverdueElsewhere {
        slots,
        deliverables,
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
    if (1..MANY_DAYS).contains(&dates.len()) {
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

fn detail(sheet: &mut Sheet, words: Report) {
    sheet.line(vec![Span::space(2), Span::dim(words)]);
}

/// What was to be handed in: each by name in a short report, counted in a long one.
fn handed_in(sheet: &mut Sheet, report: &summary::Report) {
    let (tally, views) = (report.handed_in, &report.deliverables);
    if tally.all == 0 {
        return;
    }
    sheet.blank();
    let count = format!("  {}/{}", tally.done, tally.all);
    let mut heading = vec![Span::plain(Label::Deliverables), Span::dim(count)];
    let skipped = (tally.skipped > 0).then_some(Phrase::AlsoSkipped(tally.skipped));
    heading.extend(skipped.map(Span::dim));
    sheet.heading(heading);
    if views.len() < MANY_DAYS {
        deliverables(sheet, views);
    }
}

fn header(sheet: &mut Sheet, report: &summary::Report) {
    let mut left = vec![Span::new(Phrase::Dates(report.dates), Role::Title)];
    let weeks = report.numbers;
    let weeks = weeks.map(|(first, last)| Report::Weeks { first, last });
    left.extend(weeks.map(Span::plain));
    let tally = &report.tally;
    let (done, slots) = (tally.done, tally.slots);
    let mut right = vec![Span::plain(Report::Done { done, slots })];
    if tally.skipped > 0 {
        let skipped = Report::Skipped(tally.skipped);
        right.extend([Span::space(3), Span::plain(skipped)]);
    }
    if tally.overdue > 0 {
        let overdue = Report::Overdue(tally.overdue);
        right.extend([Span::space(3), Span::new(overdue, Role::Warn)]);
    }
    right.extend([Span::space(3), Span::plain(studied(tally))]);
    sheet.split(dotted(left), right);
    if let Some(planned) = report.planned {
        let moved = report.moved;
        detail(sheet, Report::CurrentDates { planned, moved });
    }
    if tally.measured > Minutes::ZERO {
        let (measured, assumed) = (tally.measured, tally.assumed);
        detail(sheet, Report::Measured { measured, assumed });
    }
}

fn table(sheet: &mut Sheet, rows: impl Iterator<Item = Vec<Line>>) {
    sheet.table(Table {
        indent: 2,
        right: &[3, 4],
        rows: rows.collect(),
        ..Table::default()
    });
}

/// Two names, a bar, a count, and a figure.
fn row(first: Span, second: Span, tally: &Tally, figure: Option<Phrase>) -> Vec<Line> {
    let bar = Span::bar(tally.done, tally.slots, BAR);
    let count = Span::plain(format!("{}/{}", tally.done, tally.slots));
    let figure = figure.map(Span::plain).into_iter().collect();
    vec![vec![first], vec![second], vec![bar], vec![count], figure]
}

/// A row with the time studied, if there is any.
fn studied_row(first: Phrase, second: impl Into<Message>, tally: &Tally) -> Vec<Line> {
    let studied = tally.studied();
    let studied = (studied > Minutes::ZERO).then_some(Phrase::Duration(studied));
    row(Span::plain(first), Span::plain(second), tally, studied)
}

fn day(study: &Study, report: &summary::Report, row_of: &DayRow) -> Vec<Line> {
    let date = if report.is_one_week {
        Phrase::Weekday(row_of.dates.first.weekday())
    } else {
        Phrase::ShortDates(row_of.dates)
    };
    let names = row_of.names.iter().copied();
    let names = Phrase::Days(DayNames::of(names, false, &study.plan.language));
    studied_row(date, names, &row_of.tally)
}

fn week(row_of: &WeekRow) -> Vec<Line> {
    let number = row_of.week.number.unwrap_or_default();
    let name = Phrase::Week(WeekName {
        number,
        title: None,
    });
    studied_row(
        name,
        row_of.week.title.as_deref().unwrap_or_default(),
        &row_of.tally,
    )
}

fn phase(row_of: &PhaseRow) -> Vec<Line> {
    let weeks = row_of.weeks;
    let weeks = weeks.map(|(first, last)| Phrase::Weeks { first, last });
    let when = weeks.or(row_of.buffer.map(Phrase::Dates)).map(Span::dim);
    let when = when.unwrap_or_else(|| Span::space(0));
    let title = Span::plain(row_of.phase.title.clone().unwrap_or_default());
    if row_of.buffer.is_some() && row_of.tally.slots == 0 {
        let empty = Line::new();
        return vec![vec![title], vec![when], empty.clone(), empty.clone(), empty];
    }
    let percent = row_of.tally.percent().map(Phrase::Percent);
    row(title, when, &row_of.tally, percent)
}

/// Topics that have slots.
fn topics(sheet: &mut Sheet, topics: &[TopicView]) {
    let mut studied = topics.iter().filter(|row| row.tally.slots > 0).peekable();
    if studied.peek().is_none() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain(Label::Topics)]);
    let rows = studied.map(|view| {
        let name = format!("{} {}", view.topic.id, view.topic.title);
        let percent = view.tally.percent().map(Phrase::Percent);
        row(Span::plain(name), Span::space(0), &view.tally, percent)
    });
    table(sheet, rows);
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
