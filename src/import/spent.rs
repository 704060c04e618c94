//! What a routine says about a weekday: its times, how long they take, or that it is free.

use chrono::Weekday;

use super::breaks::is_break;
use super::clock::{Times, times};
use super::hours::{DAYS, WeekMinutes, middle};
use super::length::{find_length, length};
use super::node::{Document, Node};
use super::scan::{Scan, decoration, literal, one_of};
use super::titles::is_rest;
use super::weekday::{more_weekdays, weekdays};
use crate::model::{DayHours, Hours, Minutes, Window};

/// What a weekday of a routine says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Spent {
    pub(crate) windows: Vec<Window>,
    pub(crate) minutes: Option<u32>,
    pub(crate) is_free: bool,
}

/// What the weekdays of a routine say, Monday first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Routine {
    pub(crate) days: [Option<Spent>; 7],
}

impl Routine {
    /// The routine of these weekdays; `None` if they are few, or one comes again. A single weekday says
    /// more than a range with it.
    pub(super) fn of(document: &Document, found: &[usize]) -> Option<Self> {
        let mut routine = Self::default();
        let mut widths = [usize::MAX; 7];
        for at in found {
            let spent = spent(document, *at);
            let width = spent.iter().flatten().count();
            for (day, spent) in spent.into_iter().enumerate() {
                let Some(spent) = spent.filter(|_| width <= widths[day]) else {
                    continue;
                };
                if width == widths[day] {
                    return None;
                }
                (routine.days[day], widths[day]) = (Some(spent), width);
            }
        }
        let count = routine.days.iter().flatten().count();
        (count >= 2).then_some(routine)
    }

    /// The weekdays that it leaves free.
    pub(super) fn rest(&self) -> Vec<Weekday> {
        let is_rest = |day: &&Weekday| {
            let spent = self.days[day.num_days_from_monday() as usize].as_ref();
            spent.is_some_and(|spent| spent.is_free && spent.windows.is_empty())
        };
        DAYS.iter().filter(is_rest).copied().collect()
    }

    /// The hours of its weekdays; `None` if the note states others and it says none itself.
    pub(super) fn hours(&self, stated: Option<WeekMinutes>) -> Option<Hours> {
        let says = |day: &Spent| !day.windows.is_empty() || day.minutes.is_some();
        if stated.is_some() && !self.days.iter().flatten().any(says) {
            return None;
        }
        let other = stated.unwrap_or(WeekMinutes::ASSUMED);
        let mut days = [const { DayHours::Budget(Minutes::ZERO) }; 7];
        for (index, day) in (0..).zip(&self.days) {
            let Some(day) = day else {
                continue;
            };
            let minutes = day.minutes.unwrap_or_else(|| other.of(index));
            days[index as usize] = match &day.windows {
                windows if !windows.is_empty() => DayHours::Windows(windows.clone()),
                _ if day.is_free => DayHours::Budget(Minutes::ZERO),
                _ => DayHours::Budget(Minutes(minutes)),
            };
        }
        Hours::of(days)
    }
}

/// What a unit of weekdays and the lines below it say, for each weekday, Monday first: times but for
/// breaks, else how long they take.
fn spent(document: &Document, at: usize) -> [Option<Spent>; 7] {
    let node = &document.nodes[at];
    let mut week = [const { None }; 7];
    let Some(mark) = document.nodes[at].unit.as_ref() else {
        return week;
    };
    let Some(days) = mark.weekdays else {
        return week;
    };
    let whole = whole(document, at);
    let own = times_of_days(&node.text);
    // `Weekends: Sat 9:00-12:00, Sun 14:00-17:00`
    let is_divided = node.children.is_empty() && own.iter().any(Option::is_some);
    for day in days.days().chain(mark.more.iter().copied()) {
        let day = day.num_days_from_monday() as usize;
        week[day] = Some(if !is_divided {
            whole.clone()
        } else if let Some(window) = own[day] {
            Spent {
                windows: vec![window],
                ..whole.clone()
            }
        } else {
            Spent {
                minutes: Some(0),
                ..Spent::default()
            }
        });
    }
    week
}

fn whole(document: &Document, at: usize) -> Spent {
    let below = document.below(at);
    let nodes = || below.iter().map(|index| &document.nodes[*index]);
    let mark = document.nodes[at].unit.as_ref();
    let title = mark.map(|mark| mark.title.clone()).unwrap_or_default();
    let work = nodes().filter(|node| !is_break(&node.text));
    let mut times: Vec<Times> = work.filter_map(|node| node.times).collect();
    if times.is_empty() {
        times.extend(mark.and_then(|mark| mark.times));
    }
    let own = mark.and_then(|mark| mark.length).map(middle);
    let said = nodes().filter_map(|node| find_length(&node.text));
    let said: u32 = said.map(|(length, _)| middle(length)).sum();
    let in_title = find_length(&title).map(|(length, _)| middle(length));
    let minutes = own.or(Some(said).filter(|said| *said > 0)).or(in_title);
    Spent {
        windows: windows(times),
        minutes: minutes.map(|minutes| minutes.min(16 * 60)),
        is_free: is_rest(&title) || nodes().skip(1).any(|node| is_rest(&node.text)),
    }
}

/// The times of a day in their order. What follows without a gap is one window; of two at once, the
/// first counts.
fn windows(times: Vec<Times>) -> Vec<Window> {
    let lasting = |times: Times| times.lasting(60);
    let mut all: Vec<Window> = times.into_iter().filter_map(lasting).collect();
    all.sort_unstable_by_key(|window| (window.start, window.end));
    let mut windows: Vec<Window> = Vec::new();
    for window in all {
        match windows.last_mut() {
            Some(last) if last.end == window.start => last.end = window.end,
            Some(last) if last.end > window.start => {}
            _ => windows.push(window),
        }
    }
    windows
}

/// The times of the weekdays that a text names, Monday first: `Mon-Fri 19:00-20:00, Sat 10:00-12:00`.
pub(super) fn times_of_days(text: &str) -> [Option<Window>; 7] {
    let scan = Scan::new(text);
    let text = &scan.folded;
    let mut found = [None; 7];
    let begins = |at: &usize| *at == 0 || !text[*at - 1].is_alphanumeric();
    for at in (0..text.len()).filter(begins) {
        let Some((days, end)) = weekdays(text, at) else {
            continue;
        };
        let (more, end) = more_weekdays(text, end);
        let end = decoration(text, end);
        let end = literal(text, end, "at ").unwrap_or(end);
        let Some(window) = times(text, end).and_then(|(times, _)| times.window()) else {
            continue;
        };
        for day in days.days().chain(more) {
            let of_day: &mut Option<Window> = &mut found[day.num_days_from_monday() as usize];
            of_day.get_or_insert(window);
        }
    }
    found
}

/// Whether a line of weekdays says no more than when there is time, and how much: `Weekdays:
/// 20:00-21:30`, `Sunday: rest`.
pub(super) fn says_only_when(node: &Node) -> bool {
    let scan = Scan::new(&node.text);
    let text = &scan.folded;
    let (mut at, mut says) = (0, false);
    while at < text.len() {
        let end = weekdays(text, at).map(|(_, end)| end);
        let end = end.or_else(|| joint(text, at));
        let when = || {
            let time = times(text, at).map(|(_, end)| end);
            time.or_else(|| length(text, at).map(|(_, end)| end))
        };
        at = match end.or_else(|| {
            text[at..]
                .first()
                .filter(|c| !c.is_alphanumeric())
                .map(|_| at + 1)
        }) {
            Some(end) => end,
            None => match when() {
                Some(end) => {
                    says = true;
                    end
                }
                None if is_rest(&scan.rest(at)) => return true,
                None => return false,
            },
        };
    }
    says
}

/// A word between weekdays and times.
fn joint(text: &[char], at: usize) -> Option<usize> {
    const WORDS: [(&str, ()); 13] = [
        ("and ", ()),
        ("at ", ()),
        ("from ", ()),
        ("on ", ()),
        ("to ", ()),
        ("each", ()),
        ("per day", ()),
        ("a day", ()),
        ("evenings", ()),
        ("mornings", ()),
        ("和", ()),
        ("每天", ()),
        ("晚上", ()),
    ];
    one_of(text, at, &WORDS).map(|((), end)| end)
}
