//! `report`: what has been done.

use chrono::Datelike;

use crate::model::Minutes;
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{DayRow, Pace, PhaseRow, Report, Study, Tally, TopicView, WeekRow};

use super::parts::{LABEL, all_overdue, deliverables, label, load, orphans, then};

/// Columns of a bar.
const BAR: usize = 16;
/// From so many day entries on, weeks are shown instead.
const MANY_DAYS: usize = 15;

/// A report.
#[must_use]
pub fn report(study: &Study, report: &Report) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, report);
    if report.tally.slots == 0 {
        sheet.line(vec![Span::dim("nothing is planned for these dates")]);
    } else if report.days.len() < MANY_DAYS {
        sheet
            .blocks
            .push(rows(report.days.iter().map(|row| day(study, report, row))));
    } else {
        sheet.blocks.push(rows(report.weeks.iter().map(week)));
    }
    then(&mut sheet, 2, &report.baseline, &report.tally);
    if let Some(buffer) = report.buffer {
        let words = format!("  {} is set aside for catching up", phrase::dates(buffer));
        sheet.line(vec![Span::dim(words)]);
    }
    if report.from_elsewhere.slots > 0 {
        let besides = load(report.from_elsewhere.slots, report.from_elsewhere.studied());
        sheet.line(vec![Span::dim(format!(
            "  besides {besides} of other dates done"
        ))]);
    }
    handed_in(&mut sheet, report);
    if !report.phases.is_empty() {
        sheet.blank();
        sheet.heading(vec![Span::plain("Phases")]);
        sheet.blocks.push(rows(report.phases.iter().map(phase)));
    }
    topics(&mut sheet, &report.topics);
    sheet.blank();
    all_overdue(&mut sheet, &report.overdue);
    orphans(&mut sheet, &study.reconciled.orphans);
    foot(&mut sheet, report);
    sheet
}

/// What was to be handed in: each by name in a short report, counted in a long one.
fn handed_in(sheet: &mut Sheet, report: &Report) {
    let (tally, views) = (report.handed_in, &report.deliverables);
    if tally.all == 0 {
        return;
    }
    sheet.blank();
    let count = format!("  {}/{}", tally.done, tally.all);
    sheet.heading(vec![Span::plain("Deliverables"), Span::dim(count)]);
    if views.len() < MANY_DAYS {
        deliverables(sheet, views);
    }
}

fn header(sheet: &mut Sheet, report: &Report) {
    let mut left = vec![Span::new(phrase::dates(report.dates), Role::Title)];
    let weeks = match report.numbers {
        Some((first, last)) if first == last => Some(format!("Week {first}")),
        Some((first, last)) => Some(format!("Weeks {first}-{last}")),
        None => None,
    };
    left = dotted(left.into_iter().chain(weeks.map(Span::plain)));
    let tally = &report.tally;
    let mut right = vec![Span::plain(format!("done {}/{}", tally.done, tally.slots))];
    if tally.skipped > 0 {
        right.push(Span::plain(format!("   skipped {}", tally.skipped)));
    }
    if tally.overdue > 0 {
        right.push(Span::new(
            format!("   overdue {}", tally.overdue),
            Role::Warn,
        ));
    }
    let of = format!(" of {}", phrase::duration(tally.planned));
    right.extend([
        Span::plain("   "),
        Span::minutes(tally.studied()),
        Span::plain(of),
    ]);
    sheet.blocks.push(Block::Split(left, right));
    if let Some(planned) = report.planned {
        let words = format!(
            "  its slots on the dates where they stand now; planned for {}, {} moved out of that",
            phrase::dates(planned),
            phrase::count(report.moved, "slot")
        );
        sheet.hanging(2, vec![Span::dim(words)]);
    }
    if tally.measured > Minutes::ZERO {
        let (measured, assumed) = (tally.measured, tally.assumed);
        let mut words = format!("{} measured", phrase::duration(measured));
        if assumed > Minutes::ZERO {
            words += &format!(", {} taken as planned", phrase::duration(assumed));
        }
        sheet.line(vec![Span::dim(format!("  {words}"))]);
    }
}

fn rows(rows: impl Iterator<Item = Vec<Line>>) -> Block {
    let rows: Vec<_> = rows.collect();
    Block::Table(Table {
        indent: 2,
        head: vec![""; 5],
        align: vec![
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Right,
        ],
        yields: None,
        wraps: None,
        rows,
    })
}

/// Two names, a bar, a count, and the minutes studied.
fn row(first: Span, second: Span, tally: &Tally, last: Span) -> Vec<Line> {
    let count = Span::plain(format!("{}/{}", tally.done, tally.slots));
    vec![
        vec![first],
        vec![second],
        vec![Span::bar(tally.done, tally.slots, BAR)],
        vec![count],
        vec![last],
    ]
}

fn studied(tally: &Tally) -> Span {
    match tally.studied() {
        Minutes::ZERO => Span::plain(""),
        minutes => Span::minutes(minutes),
    }
}

fn day(study: &Study, report: &Report, row_of: &DayRow) -> Vec<Line> {
    // Far from where the plan has it, a weekday alone says little.
    let date = match report.planned {
        Some(_) => phrase::short_dates(row_of.dates),
        None => row_of.dates.first.weekday().to_string(),
    };
    let weekday = Span::plain(date);
    let name = phrase::day_numbers(&row_of.names, &study.plan.language);
    row(
        weekday,
        Span::plain(name),
        &row_of.tally,
        studied(&row_of.tally),
    )
}

fn week(row_of: &WeekRow) -> Vec<Line> {
    let number = row_of.week.number.unwrap_or_default();
    let title = row_of.week.title.clone().unwrap_or_default();
    let name = Span::plain(format!("Week {number}"));
    row(
        name,
        Span::plain(title),
        &row_of.tally,
        studied(&row_of.tally),
    )
}

fn percent(tally: &Tally) -> Span {
    Span::plain(
        tally
            .percent()
            .map_or_else(String::new, |percent| format!("{percent} %")),
    )
}

fn phase(row_of: &PhaseRow) -> Vec<Line> {
    let weeks = match row_of.weeks {
        Some((first, last)) if first == last => format!("week {first}"),
        Some((first, last)) => format!("week {first}-{last}"),
        None => row_of.buffer.map_or_else(String::new, phrase::dates),
    };
    let title = row_of.phase.title.clone().unwrap_or_default();
    if row_of.buffer.is_some() && row_of.tally.slots == 0 {
        let (title, dates) = (vec![Span::plain(title)], vec![Span::dim(weeks)]);
        return vec![title, dates, Line::new(), Line::new(), Line::new()];
    }
    row(
        Span::plain(title),
        Span::dim(weeks),
        &row_of.tally,
        percent(&row_of.tally),
    )
}

/// Topics that have slots, side by side.
fn topics(sheet: &mut Sheet, topics: &[TopicView]) {
    let studied: Vec<_> = topics.iter().filter(|row| row.tally.slots > 0).collect();
    if studied.is_empty() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain("Topics")]);
    let name = |row: &&&TopicView| format!("{} {}", row.topic.id, row.topic.title);
    let rows = studied.iter().map(|topic| {
        row(
            Span::plain(name(&topic)),
            Span::plain(""),
            &topic.tally,
            percent(&topic.tally),
        )
    });
    sheet.blocks.push(self::rows(rows));
}

fn foot(sheet: &mut Sheet, report: &Report) {
    let of = |pace: Pace| {
        let hundredths = pace.hundredths();
        format!(
            "{}.{:02} of what was due",
            hundredths / 100,
            hundredths % 100
        )
    };
    if let Some(pace) = report.plan.pace() {
        let behind = match report.plan.behind() {
            0 => String::new(),
            n if n > 0 => format!("; {n} {} behind", if n == 1 { "slot" } else { "slots" }),
            n => format!("; {} {} ahead", -n, if n == -1 { "slot" } else { "slots" }),
        };
        let words = match report.plan.pace_now() {
            Some(_) => format!("{} by the plan's own dates{behind}", of(pace)),
            None => of(pace) + &behind,
        };
        sheet.hanging(LABEL, vec![label("pace"), Span::plain(words)]);
    }
    if let Some(now) = report.plan.pace_now() {
        let name = if report.plan.pace().is_some() {
            ""
        } else {
            "pace"
        };
        let words = format!("{} by the dates as they stand now", of(now));
        sheet.hanging(LABEL, vec![label(name), Span::dim(words)]);
    }
    if let Some(next) = &report.next {
        let name = phrase::week_name(next.week).unwrap_or_default();
        let words = format!("{name}: {}", load(next.slots, next.planned));
        sheet.hanging(LABEL, vec![label("next"), Span::plain(words)]);
    }
}
