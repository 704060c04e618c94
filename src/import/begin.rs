//! When a note says that its plan begins.

use chrono::{Days, NaiveDate, Weekday};

use super::breaks::is_break;
use super::chosen::Chosen;
use super::date::{Dated, find_date, find_date_near};
use super::label::{has_word, split};
use super::label_kind::{is_time, names_exam};
use super::node::Document;
use super::scan::folded;
use super::years::date_near;
use crate::calendar::valid_start;
use crate::model::Plan;

/// The first date of a plan by its note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Begin {
    pub(crate) date: NaiveDate,
    /// Whether a line says that the plan begins then; else it is the first date of the note.
    is_stated: bool,
}

impl Begin {
    /// The date on which Day 1 of the plan falls. A plan with its first day on a Monday, in a week that
    /// its note dates from Tuesday to Monday, begins on the Monday before, so that no week is shifted.
    pub(super) fn start(self, plan: &Plan) -> NaiveDate {
        const FAR: i64 = 3;
        if self.is_stated {
            return self.date;
        }
        let start = valid_start(plan, self.date);
        let is_far = (start - self.date).num_days() > FAR;
        let before = start.checked_sub_days(Days::new(7)).filter(|_| is_far);
        before.unwrap_or(start)
    }
}

/// The date on which a line before the plan says that it begins, else the first one of the time that it
/// says to take, else that of the first dated unit, less the weeks before it.
pub(super) fn begin(document: &Document, chosen: &Chosen, today: NaiveDate) -> Option<Begin> {
    let days = chosen.days_and_exams();
    let lists = [&days, &chosen.weeks, &chosen.phases];
    let units = lists.into_iter().flatten().copied();
    let first = units.min().unwrap_or(document.nodes.len());
    let intro = || document.nodes[..first].iter();
    let stated = intro().find_map(|node| stated_start(&node.text));
    let span = || intro().find_map(|node| stated_span(&node.text));
    let is_stated = stated.is_some();
    let date = match stated.or_else(span) {
        Some(dated) => date_near(document, dated, today),
        None => of_units(document, chosen, today),
    };
    date.map(|date| Begin { date, is_stated })
}

/// The date of the first dated unit, less the weeks before it.
fn of_units(document: &Document, chosen: &Chosen, today: NaiveDate) -> Option<NaiveDate> {
    let days = chosen.days_and_exams();
    let lists = [&days, &chosen.weeks, &chosen.phases];
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

/// The dates from which to which a line says that the plan lasts: `Duration: 2 weeks (Dec 14 – Dec 27)`.
fn stated_span(text: &str) -> Option<Dated> {
    const LABELS: [&str; 6] = [
        "period",
        "dates",
        "timeframe",
        "time frame",
        "timeline",
        "日期",
    ];
    let (label, value) = split(text)?;
    let label = folded(&label);
    let is_span = is_time(&label) || LABELS.iter().any(|word| has_word(&label, word));
    let is_other = names_exam(&label) || is_break(&label) || has_word(&label, "holiday");
    let dated = find_date(&value).filter(|_| is_span && !is_other)?;
    (dated.days() > 1).then_some(dated)
}
