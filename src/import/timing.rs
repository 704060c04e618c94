//! When a note says that its plan begins, and how much time a day it takes.

use chrono::{Days, NaiveDate, Weekday};

use super::breaks::is_break;
use super::chosen::{Chosen, has};
use super::clock::Times;
use super::date::{Dated, find_date, find_date_near};
use super::hours::Stated;
use super::label::has_word;
use super::node::{Document, Form};
use super::scan::folded;
use super::years::date_near;

/// What the note states about study time before the first week, or in the first.
pub(super) fn stated(document: &Document, chosen: &Chosen) -> (Stated, Option<u32>) {
    let mut stated = Stated::default();
    let second = chosen
        .weeks
        .get(1)
        .or(chosen.days.get(1))
        .copied()
        .unwrap_or(document.nodes.len());
    let mut first = None;
    for at in 1..document.nodes.len() {
        if at >= second && stated.hours().is_some() {
            break;
        }
        let node = &document.nodes[at];
        // A day of the plan says how long it takes itself, not how long every day does.
        if has(&chosen.days, at) && node.form != Form::Heading {
            continue;
        }
        let mut text = node.text.clone();
        for child in &node.children {
            let child = &document.nodes[*child];
            if matches!(node.form, Form::Row(_)) {
                text = format!("{text} {}", child.text);
            }
        }
        if let Some(label) = &node.label {
            text = format!("{label} {text}");
        }
        // Later, little time is that of a habit, not of the plan.
        let is_little = at >= second
            && super::length::find_length(&text).is_none_or(|(length, _)| length.high < 45);
        if !is_little && stated.read(&text) && first.is_none() {
            first = Some(node.line());
        }
    }
    if stated.hours().is_none() {
        first = template(document, chosen, &mut stated);
    }
    (stated, first)
}

/// The time of a general day, by its times: where no day has any.
fn template(document: &Document, chosen: &Chosen, stated: &mut Stated) -> Option<u32> {
    let is_unit = |at: usize| has(&chosen.days, at) || has(&chosen.weeks, at);
    let is_repeated = |at: usize| document.nodes[at].repeats.is_some();
    let timed = (1..document.nodes.len())
        .filter(|at| document.nodes[*at].times.is_some())
        .filter(|at| !document.around(*at).any(is_repeated));
    let timed: Vec<usize> = timed.collect();
    let inside = |at: &usize| document.around(*at).any(is_unit);
    if timed.iter().any(inside) || chosen.days.is_empty() && chosen.weeks.is_empty() {
        return None;
    }
    let work = timed
        .iter()
        .map(|at| &document.nodes[*at])
        .filter(|node| !is_break(&node.text));
    let minutes: u32 = work.filter_map(|node| node.times).map(Times::length).sum();
    if (30..=16 * 60).contains(&minutes) {
        stated.set_daily(minutes);
        return timed.first().map(|at| document.nodes[*at].line());
    }
    None
}

/// The date on which a line before the plan says that it begins, else that of the first dated unit,
/// less the weeks before it.
pub(super) fn start(document: &Document, chosen: &Chosen, today: NaiveDate) -> Option<NaiveDate> {
    let days = chosen.days_and_exams();
    let lists = [&days, &chosen.weeks, &chosen.phases];
    let units = lists.into_iter().flatten().copied();
    let first = units.min().unwrap_or(document.nodes.len());
    let mut intro = document.nodes[..first].iter();
    if let Some(stated) = intro.find_map(|node| stated_start(&node.text)) {
        return date_near(document, stated, today);
    }
    let is_dated = |at: &&usize| {
        let mark = document.nodes[**at].unit.as_ref();
        mark.is_some_and(|mark| mark.dated.is_some())
    };
    let at = lists
        .into_iter()
        .find_map(|list| list.iter().find(is_dated))?;
    let dated = document.nodes[*at].unit.as_ref()?.dated?;
    let date = date_near(document, dated, today)?;
    let is_first = |list: &Vec<usize>| list.first() == Some(at);
    let in_week = |week: &usize| week == at || document.around(*at).any(|up| up == *week);
    let week = chosen.weeks.iter().position(in_week);
    match week {
        Some(0) if lists.into_iter().any(is_first) => Some(date),
        Some(before) => {
            let monday = date.week(Weekday::Mon).first_day();
            monday.checked_sub_days(Days::new(7 * u64::try_from(before).ok()?))
        }
        None => lists.into_iter().any(is_first).then_some(date),
    }
}

/// The date after a word for a beginning: `The plan starts on Monday, December 7`, `开始日期：12月7日`.
fn stated_start(text: &str) -> Option<Dated> {
    const WORDS: [&str; 5] = ["start", "begin", "开始", "起始", "开学"];
    const FAR: usize = 30;
    let text = folded(text);
    let after = |word: &str| {
        let at = text.find(word).filter(|_| has_word(&text, word))?;
        let rest = text[at..].split(['。', ';']).next();
        let before: Vec<char> = text[..at].chars().collect();
        let near = before.len().saturating_sub(FAR / 2);
        let near: String = before[near..].iter().collect();
        find_date_near(rest?, FAR).or_else(|| find_date(near.split_once('从')?.1))
    };
    WORDS.iter().find_map(|word| after(word))
}
