//! Dates that are written without their year.

use chrono::{Datelike, NaiveDate};

use super::chosen::Chosen;
use super::date::{Date, Dated, find_date};
use super::node::Document;

/// Gives the dates of the plan's units their years: they follow each other, and the last one is to
/// come, unless a year or a weekday of the note says otherwise.
pub(super) fn settle(document: &mut Document, chosen: &Chosen, today: NaiveDate) {
    let mut units: Vec<usize> = [&chosen.phases, &chosen.weeks, &chosen.days_and_exams()]
        .into_iter()
        .flatten()
        .copied()
        .collect();
    units.sort_unstable();
    let dated = |document: &Document, at: usize| document.nodes[at].unit.as_ref()?.dated;
    let mut turns = 0;
    let mut last: Option<Date> = None;
    let mut found: Vec<(usize, Dated, i32)> = Vec::new();
    for at in units {
        let Some(dated) = dated(document, at) else {
            continue;
        };
        turns += last.map_or(0, |last| turn(last, dated.first));
        last = Some(dated.first);
        found.push((at, dated, turns));
    }
    let Some(year) = first_year(document, &found, today) else {
        return;
    };
    for (at, mut dated, turns) in found {
        let first = dated.first.year.unwrap_or(year + turns);
        let ends_later = dated.last.month < dated.first.month;
        dated.last.year = dated.last.year.or(Some(first + i32::from(ends_later)));
        dated.first.year = Some(first);
        if let Some(mark) = document.nodes[at].unit.as_mut() {
            mark.dated = Some(dated);
        }
    }
}

/// How many years there are between two dates without a year that follow each other.
fn turn(last: Date, next: Date) -> i32 {
    const HALF: u32 = 6;
    if last.month >= next.month + HALF {
        1
    } else if next.month >= last.month + HALF {
        -1
    } else {
        0
    }
}

/// The year of the first of these dates.
fn first_year(document: &Document, found: &[(usize, Dated, i32)], today: NaiveDate) -> Option<i32> {
    let written = found
        .iter()
        .find_map(|(_, dated, turns)| Some(dated.first.year? - turns));
    let by_weekday = || {
        let (_, dated, turns) = found.iter().find(|(_, dated, _)| dated.weekday.is_some())?;
        Some(date_near(document, *dated, today)?.year() - turns)
    };
    let of_note = || {
        let (_, dated, turns) = found.first()?;
        whole_date(document)?;
        Some(date_near(document, *dated, today)?.year() - turns)
    };
    let by_last = || {
        let (_, dated, turns) = found.last()?;
        let ends = |year: &i32| {
            let end = dated.last.in_year(year + turns);
            end.is_some_and(|end| end >= today)
        };
        (today.year() - 1..=today.year() + 4).find(ends)
    };
    written
        .or_else(by_weekday)
        .or_else(of_note)
        .or_else(by_last)
}

/// The first date of the note that has its year.
fn whole_date(document: &Document) -> Option<NaiveDate> {
    let mut nodes = document.nodes.iter();
    nodes.find_map(|node| {
        let first = find_date(&node.text)?.first;
        first.in_year(first.year?)
    })
}

/// A date; of several years in which its weekday is right, if none is written, the nearest to the first
/// whole date of the note, else to `day`.
pub(super) fn date_near(document: &Document, dated: Dated, day: NaiveDate) -> Option<NaiveDate> {
    let first = dated.first;
    if let Some(date) = first.year.and_then(|year| first.in_year(year)) {
        return Some(date);
    }
    let day = whole_date(document).unwrap_or(day);
    let of_year = |year: i32| {
        let date = first.in_year(year)?;
        let fits = dated.weekday.is_none_or(|day| date.weekday() == day);
        fits.then_some(date)
    };
    let near = (day.year() - 6..=day.year() + 2).filter_map(of_year);
    near.min_by_key(|date| (*date - day).num_days().abs())
}
