//! How any week is spent: weekdays before the first week, which are in no week themselves. They are
//! no week of the plan, but say on which days there is time, and when.

use chrono::Weekday;

use super::breaks::is_break;
use super::chosen::{Chosen, context, mark_of, parent, units};
use super::clock::{Times, times};
use super::hours::{WeekMinutes, middle};
use super::label::{About, has_word, split};
use super::length::find_length;
use super::node::{Document, Form, Node, Repeat};
use super::scan::{Scan, decoration, folded, literal};
use super::titles::is_rest;
use super::unit::UnitKind;
use super::weekday::{more_weekdays, weekdays};
use crate::model::{DayHours, Hours, Minutes, Window};

/// What the weekdays of a routine say, Monday first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Routine {
    days: [Option<Spent>; 7],
}

/// What a weekday of a routine says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Spent {
    windows: Vec<Window>,
    minutes: Option<u32>,
    is_free: bool,
}

/// Takes the weekdays of a routine out of the document's units.
pub(super) fn leave(document: &mut Document, chosen: &mut Chosen) {
    let mut outer: Vec<usize> = chosen.phases.iter().chain(&chosen.weeks).copied().collect();
    outer.sort_unstable();
    let Some(first) = outer.first().copied() else {
        return;
    };
    let days = units(document, UnitKind::Day);
    let is_outside = |at: &&usize| parent(document, **at, &outer).is_none();
    let is_any = |at: &usize| {
        let mark = mark_of(document, *at);
        mark.is_some_and(|mark| {
            mark.weekdays.is_some() && mark.numbers.is_none() && mark.dated.is_none()
        })
    };
    let outside: Vec<usize> = days.iter().filter(is_outside).copied().collect();
    let is_before = |at: &usize| *at < first;
    let is_said = |at: &usize| is_any(at) && context(document, *at) == Some(About::Routine);
    let mut found: Vec<usize> = outside.iter().copied().filter(is_before).collect();
    let has_several = chosen.weeks.len() > 1 || chosen.phases.len() > 1;
    if !found.iter().all(is_any) || !has_several && !found.iter().any(|at| is_named(document, *at))
    {
        found.clear();
    }
    if found.is_empty() {
        found = outside.iter().copied().filter(is_said).collect();
    }
    let Some(routine) = Routine::of(document, &found) else {
        let mut intro = document.nodes[..first].iter();
        chosen.routine = intro.find_map(of_line);
        return;
    };
    for at in &found {
        document.nodes[*at].unit = None;
        document.nodes[*at].repeats = Some(Repeat::Routine);
    }
    sections(document, &found);
    chosen.routine = Some(routine);
}

/// The sections that hold nothing else are a part of the routine.
fn sections(document: &mut Document, found: &[usize]) {
    for at in found {
        let up = document.nodes[*at].parent;
        let section = &document.nodes[up];
        let is_routine = |at: &usize| document.nodes[*at].repeats == Some(Repeat::Routine);
        let is_title = matches!(section.form, Form::Heading | Form::Bold | Form::Line);
        if is_title && section.unit.is_none() && section.children.iter().all(is_routine) {
            document.nodes[up].repeats = Some(Repeat::Routine);
        }
    }
}

/// Whether the section around a weekday says that it is about any week.
fn is_named(document: &Document, at: usize) -> bool {
    const WORDS: [&str; 8] = [
        "routine",
        "weekly",
        "my week",
        "typical",
        "template",
        "每周",
        "我的一周",
        "一周安排",
    ];
    let mut titles = document.around(at).map(|up| &document.nodes[up]);
    let title = titles.find(|node| node.form != Form::Root && node.unit.is_none());
    let title = title.map(|node| folded(&node.text)).unwrap_or_default();
    WORDS.iter().any(|word| has_word(&title, word))
}

/// The times of weekdays that a line about study time names: `Schedule: Mon-Fri 19:00-20:00, Sat
/// 10:00-12:00`.
fn of_line(node: &Node) -> Option<Routine> {
    const LABELS: [&str; 8] = [
        "schedule",
        "time",
        "when",
        "study",
        "hours",
        "available",
        "时间",
        "学习",
    ];
    let (label, _) = split(&node.text).filter(|_| node.unit.is_none())?;
    let label = folded(&label);
    if !LABELS.iter().any(|word| has_word(&label, word)) {
        return None;
    }
    let scan = Scan::new(&node.text);
    let text = &scan.folded;
    let mut routine = Routine::default();
    let begins = |at: &usize| *at > 0 && !text[*at - 1].is_alphanumeric();
    for at in (0..text.len()).filter(begins) {
        let Some((days, end)) = weekdays(text, at) else {
            continue;
        };
        let (more, end) = more_weekdays(text, end);
        let end = decoration(text, end);
        let end = literal(text, end, "at ").unwrap_or(end);
        let window = times(text, end).and_then(|(times, _)| times.window());
        for day in days.days().chain(more) {
            let of_day = &mut routine.days[index(day)];
            if let Some(window) = window.filter(|_| of_day.is_none()) {
                let windows = vec![window];
                *of_day = Some(Spent {
                    windows,
                    ..Spent::default()
                });
            }
        }
    }
    (routine != Routine::default()).then_some(routine)
}

impl Routine {
    /// The routine of these weekdays; `None` if they are few, or one comes again.
    fn of(document: &Document, found: &[usize]) -> Option<Self> {
        let mut routine = Self::default();
        for at in found {
            let mark = mark_of(document, *at)?;
            let days = mark.weekdays?.days().chain(mark.more.iter().copied());
            let spent = spent(document, *at);
            for day in days {
                let of_day = &mut routine.days[index(day)];
                if of_day.is_some() {
                    return None;
                }
                *of_day = Some(spent.clone());
            }
        }
        let count = routine.days.iter().flatten().count();
        (count >= 2).then_some(routine)
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

fn index(day: Weekday) -> usize {
    day.num_days_from_monday() as usize
}

/// What a weekday and the lines below it say: times but for breaks, else how long they take.
fn spent(document: &Document, at: usize) -> Spent {
    let below = document.below(at);
    let nodes = || below.iter().map(|index| &document.nodes[*index]);
    let mark = document.nodes[at].unit.as_ref();
    let title = mark.map(|mark| mark.title.clone()).unwrap_or_default();
    let work = nodes().filter(|node| !is_break(&node.text));
    let mut times: Vec<Times> = work.filter_map(|node| node.times).collect();
    if times.is_empty() {
        times.extend(mark.and_then(|mark| mark.times));
    }
    let mut windows: Vec<Window> = times
        .into_iter()
        .filter_map(|times| times.lasting(60))
        .collect();
    windows.sort_unstable_by_key(|window| (window.start, window.end));
    let mut last: Option<Window> = None;
    windows.retain(|window| {
        let is_free = last.is_none_or(|last| last.end <= window.start);
        if is_free {
            last = Some(*window);
        }
        is_free
    });
    let own = mark.and_then(|mark| mark.length).map(middle);
    let said = nodes().filter_map(|node| find_length(&node.text));
    let said: u32 = said.map(|(length, _)| middle(length)).sum();
    let in_title = find_length(&title).map(|(length, _)| middle(length));
    let minutes = own.or(Some(said).filter(|said| *said > 0)).or(in_title);
    Spent {
        windows,
        minutes: minutes.map(|minutes| minutes.min(16 * 60)),
        is_free: is_rest(&title) || nodes().skip(1).any(|node| is_rest(&node.text)),
    }
}
