//! `week`: a calendar week, day by day.

use chrono::Datelike;

use crate::render::sheet::{Line, Role, Sheet, Span, Width, dotted};
use crate::summary::{self, SlotView, Study, Tally, Today, WeekDay, WeekView};
use crate::text::{Label, MovedSlots, Phrase, Schedule, WeekName};

use super::deliverables::{dated_deliverables, overdue};
use super::events::{clashes, event_on_date};
use super::parts::{NAMED, bar, day_names, moved_to, orphans, replanned, studied};
use super::today::{has_note, rest_day, slot_table, title};

/// Columns of a bar.
const BAR: usize = 10;

/// A calendar week.
pub(crate) fn week(study: &Study, week: &WeekView, today: &Today) -> Sheet {
    let mut sheet = Sheet::default();
    title(
        &mut sheet,
        study,
        vec![Span::plain(Phrase::Dates(week.dates))],
    );
    header(&mut sheet, week);
    let is_other_year = |entry: &WeekDay| entry.date.year() != study.today.year();
    let width = Width::Date(week.days.iter().any(is_other_year));
    let days = week.days.iter().filter_map(|entry| entry.day.as_ref());
    let with_notes = days.flat_map(|day| &day.slots).any(has_note);
    for entry in &week.days {
        week_day(&mut sheet, study, entry, (width, with_notes));
        (entry.events.iter()).for_each(|view| event_on_date(&mut sheet, study, view));
    }
    sheet.blank();
    dated_deliverables(&mut sheet, &week.deliverables);
    sheet.blank();
    overdue_now(&mut sheet, study, week, today);
    sheet
}

/// What is overdue, in the week of today, and marks without a slot.
pub(super) fn overdue_now(sheet: &mut Sheet, study: &Study, week: &WeekView, today: &Today) {
    if week.dates.contains(study.today) {
        overdue(sheet, today, false);
    }
    orphans(sheet, study);
}

/// The names of the plan's weeks, the progress, and what was moved.
pub(super) fn header(sheet: &mut Sheet, week: &WeekView) {
    let names = week.weeks.iter().filter_map(|week| WeekName::of(week));
    let names = names.map(|week| Span::plain(Phrase::Week(week)));
    let names = dotted(names);
    if names.is_empty() && week.tally.different == 0 {
        sheet.line(week_progress(&week.tally));
    } else {
        sheet.split(names, week_progress(&week.tally));
    }
    replanned(sheet, 0, &week.baseline, &week.tally);
    moved(sheet, &week.later, Schedule::MovedLater);
    moved(sheet, &week.earlier, Schedule::MovedEarlier);
}

fn week_progress(tally: &Tally) -> Line {
    if tally.different == 0 {
        return vec![Span::dim(Schedule::NoSlots)];
    }
    let mut line = bar(tally, BAR);
    line.extend([Span::space(2), Span::plain(studied(tally))]);
    line
}

/// Slots that the plan has in the week and that were moved to others, the first few by name.
fn moved(sheet: &mut Sheet, slots: &[SlotView], words: fn(MovedSlots) -> Schedule) {
    if slots.is_empty() {
        return;
    }
    let named = &slots[..slots.len().min(NAMED)];
    let words = words(MovedSlots {
        count: slots.len(),
        named: moved_to(named),
        more: slots.len() - named.len(),
    });
    sheet.line(vec![Span::dim(words)]);
}

fn week_day(sheet: &mut Sheet, study: &Study, entry: &WeekDay, (width, with_notes): (Width, bool)) {
    let is_today = entry.date == study.today;
    let role = if is_today { Role::Now } else { Role::Label };
    let date = Span::column(Phrase::ShortDate(entry.date), width, role);
    let rest = entry.rest.map(|rest| Span::dim(rest_day(rest)));
    if let Some(day) = &entry.day {
        sheet.blank();
        let name = Span::plain(Phrase::Days(day_names(day, study)));
        let mut line = vec![date];
        line.extend(dotted(std::iter::once(name).chain(rest)));
        sheet.line(line);
        sheet.table(slot_table(&day.slots, with_notes));
        let found = summary::clashes(entry.date, &day.slots, &entry.events);
        clashes(sheet, found);
        if !day.away.is_empty() {
            let moved = Phrase::MovedTo(moved_to(&day.away));
            sheet.labelled(Label::Moved, [Span::dim(moved)]);
        }
        return;
    }
    let what = without_slots(study, entry);
    sheet.line(vec![date, rest.unwrap_or_else(|| Span::dim(what))]);
}

/// What a date without slots is.
pub(crate) fn without_slots(study: &Study, entry: &WeekDay) -> Schedule {
    match (entry.continued, entry.buffer) {
        (true, _) => Schedule::Continued,
        (_, true) => Schedule::BufferDay,
        _ if entry.date < study.calendar.start => Schedule::BeforeStart,
        _ if entry.after => Schedule::AfterEnd,
        _ => Schedule::FreeDay,
    }
}
