//! `report`: what has been done.

use chrono::Datelike;

use crate::model::Minutes;
use crate::render::sheet::{Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{self, BurnUp, DayRow, PhaseRow, Study, Tally, WeekRow};
use crate::text::{DayNames, Label, Message, Phrase, Report, Review, WeekName};

use super::deliverables::deliverables;
use super::events::list_events;
use super::parts::{replanned, studied};
use super::report_facts::report_facts;
use super::review::{self, closing, hours_by_day, remarks};

/// Columns of a bar.
const BAR: usize = 16;
/// The column of remarks.
const REMARK: usize = 5;
/// From this many days on, weeks are shown instead.
const MANY_DAYS: usize = 15;

/// A report; with the burn-up, if it is about the whole plan.
pub(crate) fn report(study: &Study, report: &summary::Report, burn_up: Option<&BurnUp>) -> Sheet {
    let mut sheet = Sheet::default();
    if let Some(over) = &report.followed.closing {
        closing(&mut sheet, over, &report.followed.streak);
    }
    // Once the plan is over, dates without slots have nothing to add.
    if report.followed.closing.is_none() || report.tally.different > 0 {
        in_range(&mut sheet, study, report);
    }
    handed_in(&mut sheet, report);
    list_events(&mut sheet, study, &report.events);
    hours_by_day(&mut sheet, &report.followed.map);
    if let Some(found) = burn_up {
        review::burn_up(&mut sheet, found);
    }
    remarks(&mut sheet, study, &report.followed.remarks);
    phases(&mut sheet, report);
    topics(&mut sheet, report, burn_up.is_some());
    let is_mapped = !report.followed.map.weeks.is_empty();
    let facts = report_facts(study, report, is_mapped);
    if !facts.blocks.is_empty() {
        sheet.blank();
    }
    sheet.and(facts)
}

/// What was done in the range, by days, or by weeks if these are many.
fn in_range(sheet: &mut Sheet, study: &Study, report: &summary::Report) {
    header(sheet, report);
    if report.tally.different == 0 {
        sheet.line(vec![Span::dim(Report::NothingPlanned)]);
    } else if report.days.len() < MANY_DAYS {
        let days = report.days.iter().map(|row| day(study, report, row));
        table(sheet, None, days);
    } else {
        table(sheet, Some(1), report.weeks.iter().map(week));
    }
    replanned(sheet, 2, &report.baseline, &report.tally);
    if let Some(buffer) = report.buffer {
        detail(sheet, Report::Buffer(buffer));
    }
    if report.from_elsewhere.slots > 0 {
        let (slots, studied) = (report.from_elsewhere.slots, report.from_elsewhere.studied());
        let of = report.part;
        detail(sheet, Report::AlsoDone { slots, studied, of });
    }
}

fn detail(sheet: &mut Sheet, words: impl Into<Message>) {
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

/// Rows with bars. If room is short, remarks are left out; long names at `wraps` are broken before that.
fn table(sheet: &mut Sheet, wraps: Option<usize>, rows: impl Iterator<Item = Vec<Line>>) {
    let rows = without_empty_column(rows);
    let has_remarks = rows.first().is_some_and(|row| row.len() > REMARK);
    sheet.table(Table {
        indent: 2,
        right: &[3, 4],
        yields: has_remarks.then_some(REMARK),
        wraps: wraps.filter(|_| has_remarks),
        rows,
        ..Table::default()
    });
}

/// Rows without the last column, if it is empty in all of them.
fn without_empty_column(rows: impl Iterator<Item = Vec<Line>>) -> Vec<Vec<Line>> {
    let mut rows: Vec<Vec<Line>> = rows.collect();
    if rows.iter().all(|row| row.last().is_some_and(Vec::is_empty)) {
        for row in &mut rows {
            row.truncate(row.len() - 1);
        }
    }
    rows
}

/// Two names, a bar, a count, a figure, and a remark. Where there are only sittings of slots that count on
/// other dates, the bar goes by minutes.
fn row(first: Span, second: Span, tally: &Tally, figure: Option<Phrase>) -> Vec<Line> {
    let (bar, count) = if tally.slots == 0 {
        let (done, planned) = (tally.planned_done.0, tally.planned.0);
        (Span::bar(done, planned, BAR), Line::new())
    } else {
        let count = Span::plain(format!("{}/{}", tally.done, tally.slots));
        (Span::bar(tally.done, tally.slots, BAR), vec![count])
    };
    let figure = figure.map(Span::plain).into_iter().collect();
    let skipped = (tally.skipped > 0).then(|| Span::dim(Review::RowSkipped(tally.skipped)));
    let skipped = skipped.into_iter().collect();
    vec![vec![first], vec![second], vec![bar], count, figure, skipped]
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
    let mut cells = studied_row(date, names, &row_of.tally);
    if let Some(remark) = cells.last_mut().filter(|_| row_of.is_rest) {
        *remark = dotted(
            [Span::dim(Review::Rest)]
                .into_iter()
                .chain(remark.drain(..)),
        );
    }
    cells
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
        let cells = [vec![title], vec![when]].into_iter();
        return cells.chain(std::iter::repeat_n(empty, 4)).collect();
    }
    let percent = row_of.tally.percent().map(Phrase::Percent);
    row(title, when, &row_of.tally, percent)
}

fn phases(sheet: &mut Sheet, report: &summary::Report) {
    if report.phases.is_empty() {
        return;
    }
    sheet.blank();
    as_of_today(sheet, Label::Phases, report);
    table(sheet, None, report.phases.iter().map(phase));
}

/// A heading above figures of the whole plan, which are those of today.
fn as_of_today(sheet: &mut Sheet, label: Label, report: &summary::Report) {
    let of_today = (!report.followed.is_now).then(|| Span::dim(Review::AsOfToday));
    let heading = [Span::plain(label)].into_iter().chain(of_today);
    sheet.heading(heading.collect());
}

/// Topics that have slots; unless `all` are meant, those without a slot done or skipped are counted.
fn topics(sheet: &mut Sheet, report: &summary::Report, all: bool) {
    let studied = report.topics.iter().filter(|row| row.tally.slots > 0);
    let (shown, others): (Vec<_>, Vec<_>) =
        studied.partition(|row| all || row.tally.done + row.tally.skipped > 0);
    if shown.is_empty() && others.is_empty() {
        return;
    }
    sheet.blank();
    as_of_today(sheet, Label::Topics, report);
    let rows = shown.into_iter().map(|view| {
        let name = format!("{} {}", view.topic.id, view.topic.title);
        let percent = view.tally.percent().map(Phrase::Percent);
        row(Span::plain(name), Span::space(0), &view.tally, percent)
    });
    table(sheet, None, rows);
    if !others.is_empty() {
        detail(sheet, Review::NotBegun(others.len()));
    }
}
