//! `week`: seven days at a glance.

use crate::render::phrase;
use crate::render::sheet::{Block, Line, Role, Sheet, Span, dotted};
use crate::summary::{SlotView, Study, Tally, Today, WeekDay, WeekView};

use super::parts::{NAMED, day_title, deliverables, orphans, overdue, then, to_dates};
use super::today::{resting, slot_table};

/// A calendar week.
#[must_use]
pub fn week(study: &Study, week: &WeekView, today: &Today) -> Sheet {
    let mut sheet = Sheet::default();
    let title = vec![Span::new(study.plan.title.clone(), Role::Title)];
    let dates = vec![Span::plain(phrase::dates(week.dates))];
    sheet.blocks.push(Block::Split(title, dates));
    let names = week
        .weeks
        .iter()
        .filter_map(|week| phrase::week_name(week))
        .map(Span::plain);
    sheet
        .blocks
        .push(Block::Split(dotted(names), progress(&week.tally)));
    then(&mut sheet, 0, &week.baseline, &week.tally);
    moved(&mut sheet, &week.later, "later");
    moved(&mut sheet, &week.earlier, "earlier");
    for entry in &week.days {
        day(&mut sheet, study, entry);
    }
    sheet.blank();
    deliverables(&mut sheet, &week.deliverables);
    sheet.blank();
    overdue(&mut sheet, today);
    orphans(&mut sheet, &study.reconciled.orphans);
    sheet
}

/// What the plan has in the week and was moved to others, the first few by name.
fn moved(sheet: &mut Sheet, slots: &[SlotView], which: &str) {
    let Ok(count) = u32::try_from(slots.len()) else {
        return;
    };
    if count == 0 {
        return;
    }
    let mut words = format!(
        "{} moved to {which} weeks: {}",
        phrase::count(count, "slot"),
        to_dates(&slots[..slots.len().min(NAMED)])
    );
    if let Some(more) = slots.len().checked_sub(NAMED).filter(|more| *more > 0) {
        words += &format!("; and {more} more");
    }
    sheet.hanging(2, vec![Span::dim(words)]);
}

fn progress(tally: &Tally) -> Line {
    if tally.slots == 0 {
        return vec![Span::dim("no slots")];
    }
    vec![
        Span::bar(tally.done, tally.slots, 10),
        Span::plain(format!(" {}/{}  ", tally.done, tally.slots)),
        Span::minutes(tally.studied()),
        Span::dim(" of "),
        Span::minutes(tally.planned),
    ]
}

fn day(sheet: &mut Sheet, study: &Study, entry: &WeekDay) {
    let is_today = entry.date == study.today;
    let role = if is_today { Role::Now } else { Role::Label };
    let mut line = vec![Span::new(
        format!("{:<11}", phrase::short_date(entry.date)),
        role,
    )];
    if let Some(day) = &entry.day {
        sheet.blank();
        line.push(Span::plain(day_title(day, study)));
        if let Some(rest) = entry.rest {
            line.push(Span::dim(format!(" · a {}", resting(rest))));
        }
        sheet.line(line);
        sheet.blocks.push(Block::Table(slot_table(&day.slots)));
        return;
    }
    if let Some(rest) = entry.rest {
        line.push(Span::dim(format!("a {}", resting(rest))));
        sheet.line(line);
        return;
    }
    let what = match (entry.continued, entry.buffer) {
        (true, _) => "goes on",
        (_, true) => "set aside for catching up",
        _ if entry.date < study.calendar.start => "not begun",
        _ if entry.after => "after the plan",
        _ => "free",
    };
    line.push(Span::dim(what));
    sheet.line(line);
}
