//! Targets with numbers: slots of a date, times, days, weeks, phases and deliverables.

use std::collections::HashSet;

use super::refusal::{names, no_such, no_such_phase, no_such_week, numbered};
use super::{Target, Targets};
use crate::commands::words::{self, chinese};
use crate::error::{Error, Result};
use crate::summary::{DeliverableView, SlotView};
use crate::text::{Level, Lookup, LookupHint};

/// The words and letters before the numbers of days, weeks and phases.
const KINDS: [(&str, Level); 6] = [
    ("day", Level::Day),
    ("week", Level::Week),
    ("phase", Level::Phase),
    ("d", Level::Day),
    ("w", Level::Week),
    ("p", Level::Phase),
];

impl<'a> Targets<'a> {
    /// The slot with this id, which may lack the zeros of generated ids, and be in other letters.
    pub(super) fn slot(&self, text: &str, typed: &str) -> Option<SlotView<'a>> {
        let by_id = |id: &str| self.study.slot(id);
        let found = by_id(text).or_else(|| by_id(typed));
        found.or_else(|| by_id(&padded(typed)?))
    }

    /// The position of the event with this id, which may be in other letters.
    pub(super) fn event(&self, text: &str, typed: &str) -> Option<usize> {
        let mut ids = self
            .study
            .events
            .iter()
            .map(|placed| placed.event.id.as_str());
        ids.position(|id| id == text || id == typed)
    }

    /// `d8`, `day 8`, `d8.2`, `w5`, `w05.2`, `p3` or `phase 3/4`; `None` if the text has another
    /// form. `typed` is `text` in normal form.
    pub(super) fn level(&self, text: &str, typed: &str) -> Result<Option<Target<'a>>> {
        let chinese = in_chinese(typed);
        let typed = chinese.as_deref().unwrap_or(typed);
        let mut kinds = KINDS.iter();
        let found = kinds.find_map(|(kind, level)| Some((level, typed.strip_prefix(kind)?)));
        let Some((level, rest)) = found else {
            return Ok(None);
        };
        let rest = rest.trim_start();
        let (first, positions) = rest
            .split_once('.')
            .map_or((rest, None), |(n, p)| (n, Some(p)));
        match (level, positions) {
            (Level::Day, None) => Ok(self.days(text, first)?.map(Target::Days)),
            (Level::Day, Some(positions)) => self.day_slots(text, first, positions),
            (Level::Week, None) => self.week(text, first),
            (Level::Week, Some(positions)) => self.deliverables(text, first, positions),
            _ => self.phase(
                text,
                rest.split_once('/').map_or(rest, |(number, _)| number),
            ),
        }
    }

    /// The part of the plan that `3`, `w3` or `phase 2` names: a number alone is that of a week.
    pub(crate) fn part(&self, text: &str) -> Result<Option<Target<'a>>> {
        let typed = words::normal(text);
        match number(&typed) {
            Some(_) => self.week(text, &typed),
            None => self.level(text, &typed),
        }
    }

    /// The day entries with these numbers, each once.
    fn days(&self, text: &str, numbers: &str) -> Result<Option<Vec<usize>>> {
        let all = self.study.plan.days().map(|(.., day)| day.numbers);
        let all: Vec<Option<(u32, u32)>> = all.collect();
        let most = all.iter().flatten().map(|(_, last)| *last).max();
        let Some(numbers) = ordinals(numbers, most.unwrap_or(0) as usize)? else {
            return Ok(None);
        };
        let mut days = Vec::new();
        for number in numbers {
            let covers =
                |(first, last): (u32, u32)| (first as usize..=last as usize).contains(&number);
            let found = all.iter().position(|numbers| numbers.is_some_and(covers));
            let known = || {
                all.iter()
                    .flatten()
                    .flat_map(|(first, last)| [*first, *last])
            };
            days.push(found.ok_or_else(|| numbered(Level::Day, text, known()))?);
        }
        let mut known = HashSet::new();
        days.retain(|day| known.insert(*day));
        Ok(Some(days))
    }

    /// The slots of a day of the plan at these positions, wherever they were moved.
    fn day_slots(&self, text: &str, day: &str, positions: &str) -> Result<Option<Target<'a>>> {
        let Some(days) = self.days(text, day)? else {
            return Ok(None);
        };
        let days = days.iter();
        let slots = days.flat_map(|index| self.study.slots_of_day(*index));
        let slots: Vec<SlotView> = slots.collect();
        let found = chosen(&slots, positions, || {
            let (day, slots) = (day.to_owned(), names(&slots));
            no_such(Level::Slot, text).hint(LookupHint::DaySlots { day, slots })
        })?;
        Ok(found.map(Target::Slots))
    }

    fn week(&self, text: &str, week: &str) -> Result<Option<Target<'a>>> {
        let Some(week) = number(week) else {
            return Ok(None);
        };
        let mut weeks = self.study.plan.weeks();
        if weeks.any(|(_, known)| known.number == Some(week)) {
            return Ok(Some(Target::Week(week)));
        }
        Err(no_such_week(self.study, text))
    }

    /// The deliverables of a week of the plan at these positions.
    fn deliverables(&self, text: &str, week: &str, positions: &str) -> Result<Option<Target<'a>>> {
        let Some(Target::Week(week)) = self.week(text, week)? else {
            return Ok(None);
        };
        let of_week = |view: &DeliverableView| view.week.number == Some(week);
        let views: Vec<DeliverableView> = self.study.deliverables().filter(of_week).collect();
        if views.is_empty() {
            let error = Error::usage(Lookup::NoDeliverables { week });
            return Err(error.hint(LookupHint::SeeWeek { week }));
        }
        let found = chosen(&views, positions, || {
            let level = Level::Deliverable;
            let names = views.iter().map(DeliverableView::id).collect();
            no_such(level, text).hint(LookupHint::Names { level, names })
        })?;
        Ok(found.map(Target::Deliverables))
    }

    fn phase(&self, text: &str, phase: &str) -> Result<Option<Target<'a>>> {
        let Some(number) = number(phase) else {
            return Ok(None);
        };
        let phase = self.study.phase_numbered(number as usize);
        phase
            .map(|index| Some(Target::Phase(index)))
            .ok_or_else(|| no_such_phase(self.study, text))
    }
}

/// `2`, `1-3`, `1,3`: numbers in the order they are written; `None` if the text has another form.
/// A range is cut off at `most + 1`, which is enough for the error about it.
pub(super) fn ordinals(text: &str, most: usize) -> Result<Option<Vec<usize>>> {
    let plain = |c: char| c.is_ascii_digit() || ",- ".contains(c);
    let counted = counted(text);
    let text = counted.as_deref().unwrap_or(text);
    if !text.starts_with(|c: char| c.is_ascii_digit()) || !text.chars().all(plain) {
        return Ok(None);
    }
    let mut numbers = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let range = number(first.trim()).zip(number(last.trim()));
        let Some((first, last)) = range else {
            return Ok(None);
        };
        if first > last {
            let error = Error::usage(Lookup::ReversedRange { first, last });
            let (first, last) = (last, first);
            return Err(error.hint(LookupHint::RangeForm { first, last }));
        }
        let (first, last) = (first as usize, last as usize);
        numbers.extend(first..=last.min(first.max(most + 1)));
    }
    Ok(Some(numbers))
}

/// Numbers as people count: `第二个`, `1至3`, `2和3`, `#2`, `(2)`, with digits, `-` and `,` only; `None`
/// if the text has another form.
fn counted(text: &str) -> Option<String> {
    let text = text.trim_matches(['#', '(', ')', '.']);
    let text = chinese::in_digits(text.strip_prefix('第').unwrap_or(text));
    let mut ends = ["个时段", "时段", "个", "节"].iter();
    let numbers = ends.find_map(|end| text.strip_suffix(end));
    let numbers = numbers.unwrap_or(&text).replace(['至', '到'], "-");
    let numbers = numbers.replace(['和', '跟', '与'], ",").replace('第', "");
    let plain = |c: char| c.is_ascii_digit() || ",- ".contains(c);
    numbers.chars().all(plain).then_some(numbers)
}

/// Whether all numbers of a text are those of one kind: `day 1, 2`, `d8.2,4`, `w1.1, 3`, `第1、2天`.
/// `typed` is in normal form.
pub(super) fn is_list(typed: &str) -> bool {
    let chinese = in_chinese(typed);
    let typed = chinese.as_deref().unwrap_or(typed);
    let is_numbers = |text: &str| !matches!(ordinals(text.trim(), 0), Ok(None));
    if let Some((level, positions)) = typed.split_once('.') {
        return !level.contains(',') && is_numbers(positions);
    }
    let numbers = typed.strip_prefix("day").or(typed.strip_prefix('d'));
    numbers.is_some_and(is_numbers)
}

/// The items at positions such as `2` or `1-3`, counted from 1; `None` if the text has another form.
fn chosen<T: Copy>(
    items: &[T],
    positions: &str,
    missing: impl FnOnce() -> Error,
) -> Result<Option<Vec<T>>> {
    let Some(positions) = ordinals(positions, items.len())? else {
        return Ok(None);
    };
    let found = positions.iter().map(|at| items.get(at.checked_sub(1)?));
    let found: Option<Vec<T>> = found.map(Option::<&T>::copied).collect();
    found.map(Some).ok_or_else(missing)
}

/// A number of one to six digits.
pub(super) fn number(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// `d1-0900` in the form of generated ids: `d01-0900`.
pub(super) fn padded(text: &str) -> Option<String> {
    let (day, rest) = text.strip_prefix('d')?.split_once('-')?;
    Some(format!("d{:02}-{rest}", number(day)?))
}

/// `第8天` as `d8`, `第3周` as `w3`, `第二阶段` and `第2阶段（共 4 个）` as `p2`, `第8天第2个` as `d8.2`,
/// `第8天、9` as `d8,9`; `None` if the text has another form.
fn in_chinese(text: &str) -> Option<String> {
    let text: String = chinese::in_digits(text.strip_prefix('第')?)
        .split_whitespace()
        .collect();
    let found = [("天", 'd'), ("周", 'w'), ("阶段", 'p')];
    let (word, letter) = found.iter().find(|(word, _)| text.contains(word))?;
    // `第1天到第2天` is `第1到2天`.
    let shorter = |text: String, (between, sign): (&str, &str)| {
        text.replace(&format!("{word}{between}第"), sign)
    };
    let between = [
        ("到", "-"),
        ("至", "-"),
        ("-", "-"),
        ("和", ","),
        (",", ","),
    ];
    let text = between.into_iter().fold(text, shorter);
    let (numbers, rest) = text.split_once(word)?;
    let numbers = numbers.replace(['到', '至'], "-").replace('第', "");
    let position = match rest.strip_prefix('第') {
        Some(rest) => {
            let ends = ["个时段", "个", "节", "项"];
            let number = ends.iter().find_map(|end| rest.strip_suffix(end));
            format!(".{}", number?)
        }
        None if is_total(rest) => String::new(),
        None => rest.to_owned(),
    };
    (position.is_empty() || position.starts_with(['.', ',']))
        .then(|| format!("{letter}{numbers}{position}"))
}

/// Whether the text is the number of all phases in normal form: `(共4个)`.
fn is_total(text: &str) -> bool {
    let total = text.strip_prefix("(共");
    let total = total.and_then(|text| text.strip_suffix("个)"));
    total.and_then(number).is_some()
}
