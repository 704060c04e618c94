//! How any week is spent: weekdays before the first week, which are in no week themselves. They are
//! no week of the plan, but say on which days there is time, and when.

use super::chosen::{Chosen, context, mark_of, parent, units};
use super::label::{About, has_word, split};
use super::node::{Document, Form, Node, Repeat};
use super::scan::folded;
use super::spent::{Routine, Spent, says_only_when, times_of_days};
use super::unit::UnitKind;

/// Takes the weekdays of a routine out of the document's units.
pub(super) fn leave(document: &mut Document, chosen: &mut Chosen) {
    let mut outer: Vec<usize> = chosen.phases.iter().chain(&chosen.weeks).copied().collect();
    outer.sort_unstable();
    let days = units(document, UnitKind::Day);
    let Some(first) = outer.first().copied().or_else(|| fixed(document, &days)) else {
        return;
    };
    let is_outside = |at: &usize| parent(document, *at, &outer).is_none();
    let outside: Vec<usize> = days.into_iter().filter(is_outside).collect();
    let found = found(document, chosen, (first, outer.is_empty()), &outside);
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

/// The first of several days with dates or numbers, which are the plan where it has no weeks.
fn fixed(document: &Document, days: &[usize]) -> Option<usize> {
    let is_fixed = |at: &&usize| {
        let mark = mark_of(document, **at);
        let is_named = mark.is_some_and(|mark| mark.numbers.is_some() || mark.dated.is_some());
        is_named && context(document, **at).is_none_or(|about| about == About::Overview)
    };
    let mut fixed = days.iter().filter(is_fixed);
    let first = fixed.next().copied();
    first.filter(|_| fixed.next().is_some())
}

/// The weekdays of a routine among those that are in no week or phase; `is_plain` says that there are
/// none, but days from `first` on.
fn found(
    document: &Document,
    chosen: &Chosen,
    (first, is_plain): (usize, bool),
    outside: &[usize],
) -> Vec<usize> {
    let is_any = |at: &usize| {
        let mark = mark_of(document, *at);
        mark.is_some_and(|mark| {
            mark.weekdays.is_some() && mark.numbers.is_none() && mark.dated.is_none()
        })
    };
    let is_when = |at: &usize| {
        let node = &document.nodes[*at];
        node.children.is_empty() && says_only_when(node)
    };
    let before: Vec<usize> = outside.iter().copied().filter(|at| *at < first).collect();
    let has_several = chosen.weeks.len() > 1 || chosen.phases.len() > 1;
    let is_said = has_several
        || before.iter().any(|at| is_named(document, *at))
        || before.iter().all(is_when);
    if !before.is_empty() && !is_plain && before.iter().all(is_any) && is_said {
        return before;
    }
    let is_routine =
        |at: &usize| is_any(at) && (context(document, *at) == Some(About::Routine) || is_when(at));
    outside.iter().copied().filter(is_routine).collect()
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
    let days = times_of_days(&node.text).map(|window| {
        let windows = vec![window?];
        Some(Spent {
            windows,
            ..Spent::default()
        })
    });
    let routine = Routine { days };
    (routine != Routine::default()).then_some(routine)
}
