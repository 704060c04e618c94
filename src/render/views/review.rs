//! How a plan is followed: hours by day, notes, the burn-up, and what it has come to.

use chrono::Datelike;

use crate::model::Minutes;
use crate::render::sheet::{Glyph, Line, Role, Sheet, Span, Table, Track, dotted};
use crate::summary::{
    BurnUp, BurnUpRow, Closing, MAX_LISTED, Remark, Run, Streak, Study, WorkDay, WorkMap, WorkWeek,
};
use crate::text::{InARow, Label, Message, Page, Phrase, Review, Sign};

use super::parts::more;

/// Columns of a row of the burn-up besides the bar.
const BESIDES: usize = 37;

/// The hours of each day of some weeks, a row each.
pub(super) fn hours_by_day(sheet: &mut Sheet, map: &WorkMap) {
    if map.weeks.is_empty() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain(Review::HoursByDay)]);
    let mut head = vec![Message::from(Label::Blank)];
    head.extend(
        map.weeks[0]
            .monday
            .iter_days()
            .take(7)
            .map(|day| Message::from(Phrase::Weekday(day.weekday()))),
    );
    head.push(Review::WeekSum.into());
    sheet.table(Table {
        indent: 2,
        head,
        right: &[1, 2, 3, 4, 5, 6, 7, 8],
        is_close: true,
        yields: Some(8),
        rows: map.weeks.iter().map(work_week).collect(),
        ..Table::default()
    });
    let (weeks, worked) = map.earlier;
    if weeks > 0 {
        let words = Review::EarlierWeeks { weeks, worked };
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
}

fn work_week(week: &WorkWeek) -> Vec<Line> {
    let mut row = vec![vec![Span::plain(Page::DayOfMonth(week.monday))]];
    row.extend(week.days.iter().map(work_day));
    row.push(vec![Span::plain(Review::Hours(week.sum))]);
    row
}

fn work_day(day: &WorkDay) -> Line {
    if day.is_outside {
        return Line::new();
    }
    if day.minutes > Minutes::ZERO {
        let shade = Span::glyph(Glyph::Shade(day.level));
        return vec![
            Span::plain(Review::Hours(day.minutes)),
            Span::space(1),
            shade,
        ];
    }
    if day.is_rest {
        return vec![Span::dim(Review::Rest)];
    }
    vec![Span::glyph(Glyph::Shade(0))]
}

/// Notes, and the reasons of skips, the latest few.
pub(super) fn remarks(sheet: &mut Sheet, study: &Study, remarks: &[Remark]) {
    if remarks.is_empty() {
        return;
    }
    sheet.blank();
    sheet.heading(vec![Span::plain(Review::Notes)]);
    let hidden = remarks.len().saturating_sub(MAX_LISTED);
    for remark in &remarks[hidden..] {
        let id = Span::new(format!("{} ", study.target(remark.id)), Role::Label);
        let because = remark.is_skip.then(|| Span::dim(Review::SkippedBecause));
        let title = Span::dim(format!("{}  ", remark.title));
        let line = [Span::space(2), id, title].into_iter().chain(because);
        sheet.hanging(4, line.chain([Span::plain(remark.text)]).collect());
    }
    let all = u32::try_from(remarks.len()).unwrap_or(u32::MAX);
    more(sheet, all, remarks.len() - hidden, "plan log --all");
}

/// Work done against work planned, with the forecast, by dates from top to bottom.
pub(super) fn burn_up(sheet: &mut Sheet, burn_up: &BurnUp) {
    sheet.blank();
    let note = Span::dim(Page::BurnUpNote);
    sheet.heading(vec![Span::plain(Page::BurnUp)]);
    let has_band = burn_up.rows.iter().any(|row| row.band.is_some());
    let mut head = vec![
        Message::from(Label::Blank),
        Label::Blank.into(),
        Label::Done.into(),
        Label::Planned.into(),
    ];
    if has_band {
        head.push(Review::Forecast.into());
    }
    let rows = burn_up.rows.iter();
    sheet.table(Table {
        indent: 2,
        head,
        right: &[2, 3, 4],
        rows: rows
            .map(|row| burn_up_row(burn_up, row, has_band))
            .collect(),
        ..Table::default()
    });
    let sign = |glyph, sign| [Span::glyph(glyph), Span::dim(Review::Legend(sign))];
    let mut legend = vec![Span::space(2)];
    legend.extend(sign(Glyph::BarDone, Sign::Done));
    legend.push(Span::space(3));
    legend.extend(sign(Glyph::BarPlanned, Sign::Planned));
    if has_band {
        legend.push(Span::space(3));
        legend.extend(sign(Glyph::BarBand, Sign::Forecast));
    }
    sheet.line(legend);
    if let Some([early, half, late]) = burn_up.ends {
        let words = Review::LikelyEnd { early, half, late };
        sheet.line(vec![Span::space(2), Span::plain(words)]);
    }
    sheet.line(vec![Span::space(2), note]);
}

fn burn_up_row(burn_up: &BurnUp, row: &BurnUpRow, has_band: bool) -> Vec<Line> {
    let point = row.point;
    let track = Track {
        done: point.done.map(|done| done.0),
        planned: point.planned.0,
        band: row.band.map(|(least, most)| (least.0, most.0)),
        all: burn_up.all.0,
    };
    let hours = |minutes: Minutes| Span::plain(Review::Hours(minutes));
    let mut cells = vec![
        vec![Span::plain(Page::DayOfMonth(point.date))],
        vec![Span::track(track, BESIDES)],
        point.done.map(hours).into_iter().collect(),
        vec![hours(point.planned)],
    ];
    if has_band {
        let band = row.band.map(|(least, most)| Review::Band { least, most });
        cells.push(band.map(Span::plain).into_iter().collect());
    }
    cells
}

/// How many study days in a row, and how many of all.
pub(super) fn streak(sheet: &mut Sheet, streak: &Streak, is_over: bool) {
    // One day is no streak.
    let Some(longest) = streak.longest.filter(|longest| longest.days > 1) else {
        return;
    };
    let words = Review::Streak {
        current: streak.current.filter(|_| !is_over).map(in_a_row),
        longest: in_a_row(longest),
        is_over,
    };
    let (kept, days) = (streak.kept, streak.days);
    // A run without a gap says so itself.
    let all = (kept < days).then(|| Span::dim(Review::StudyDays { kept, days }));
    let line = [Span::plain(words)].into_iter().chain(all);
    sheet.labelled(Label::Streak, dotted(line));
}

fn in_a_row(run: Run) -> InARow {
    let Run { days, dates } = run;
    InARow { days, dates }
}

/// What a plan has come to.
pub(super) fn closing(sheet: &mut Sheet, closing: &Closing, of_days: &Streak) {
    sheet.heading(vec![Span::plain(Review::Over(closing.dates))]);
    let slots = closing.slots;
    let done = Review::OverDone {
        done: slots.done,
        slots: slots.slots,
        skipped: slots.skipped,
        handed_in: (closing.deliverables.done, closing.deliverables.all),
        milestones: closing.milestones,
    };
    sheet.labelled(Label::Done, [Span::plain(done)]);
    if closing.worked > Minutes::ZERO {
        let words = Review::OverWorked {
            worked: closing.worked,
            days: closing.days,
            fullest: closing.fullest,
        };
        sheet.labelled(Label::Worked, [Span::plain(words)]);
    }
    streak(sheet, of_days, true);
    let (planned, settled) = (closing.planned_end, closing.settled);
    let end = Review::OverEnd { planned, settled };
    sheet.labelled(Label::End, [Span::plain(end)]);
    sheet.blank();
}
