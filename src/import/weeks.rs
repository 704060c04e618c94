//! The weeks of a plan, and work without days spread over them.

use chrono::Weekday;

use super::builder::Builder;
use super::content::{DayContent, Work};
use super::date::Dated;
use super::hours::{WeekMinutes, middle};
use super::label_kind::names_exam;
use super::layout::{LaidWork, is_measured, measured, sittings, spread, study_days};
use super::slot::{Draft, draft, fill};
use super::titles::{labelled_fields, shortened, week_title};
use crate::model::{Day, Deliverable, Minutes, Session, Week};

impl Builder<'_> {
    pub(super) fn week(&mut self, at: usize) -> Vec<Week> {
        let document = self.document;
        let (node, mark) = (&document.nodes[at], self.mark(at));
        let units = self.days_of(Some(at));
        let is_repeated = units.is_empty() && self.has_repeats(at);
        self.ledger.place(node);
        let mut content = self.content(at, !units.is_empty() || is_repeated);
        let next = self.last_week + 1;
        let (first, last) = mark.numbers.unwrap_or((next, next));
        let number = first.max(next);
        self.last_week = number + last - first;
        let title = week_title(&mark, number);
        let named = [Some(&mark.title), title.as_ref(), Some(&node.text)];
        let named = named.into_iter().flatten().find(|name| !name.is_empty());
        let named = named.cloned().unwrap_or_default();
        let mut days = if is_repeated {
            Vec::new()
        } else if units.is_empty() {
            let is_empty = mark.title.is_empty() && content.is_empty();
            let work = std::mem::take(&mut content.work);
            let weekly = content.weekly.or(mark.length.map(middle));
            let span = (last - first + 1, mark.dated);
            let days = self.laid_in(work, span, &named, node.line(), weekly);
            let slots = days.iter().flat_map(Day::slots).count();
            self.unnamed += if is_empty { slots } else { 0 };
            days
        } else {
            self.days(&units, Some((first, last)), mark.dated)
        };
        if days.is_empty() {
            return Vec::new();
        }
        if node.tick == Some(true) {
            tick(&mut days);
        }
        let mut handed_in = std::mem::take(&mut self.pending);
        handed_in.extend(content.deliverables);
        vec![Week {
            number: Some(number),
            title,
            goals: content.goals,
            fields: labelled_fields(content.fields),
            notes: content.notes,
            deliverables: deliverables(number, handed_in),
            days,
            ..Week::default()
        }]
    }

    /// Whether days of a week are in the plan elsewhere.
    fn has_repeats(&self, at: usize) -> bool {
        let below = self.document.below(at);
        let mut nodes = below.iter().map(|index| &self.document.nodes[*index]);
        nodes.any(|node| node.repeats.is_some())
    }

    /// Work without days, spread over the study days of so many weeks, which may have dates.
    pub(super) fn laid_in(
        &mut self,
        Work { mut drafts, cells }: Work,
        (weeks, dated): (u32, Option<Dated>),
        named: &str,
        line: u32,
        weekly: Option<u32>,
    ) -> Vec<Day> {
        let is_whole = drafts.is_empty();
        if is_whole {
            let mut whole = draft(named, line);
            fill(self.document, &cells, &mut whole, &mut self.ledger);
            drafts.push(whole);
        }
        let hours = weekly.map_or(self.hours, |minutes| self::weekly(self.hours, minutes));
        let study_days = study_days(&hours, dated);
        let places = if is_whole {
            sittings(1, weeks, &study_days, &hours)
        } else {
            placed(&drafts, weeks, &study_days, &hours)
        };
        self.needs_hours = true;
        self.last_date = None;
        self.spread.0 += places.len();
        self.spread.1.push((line, line));
        let pieces: Vec<(LaidWork, Draft)> = places
            .into_iter()
            .map(|at| (at, piece(&drafts, at)))
            .collect();
        let same = |a: &(LaidWork, Draft), b: &(LaidWork, Draft)| {
            (a.0.week, a.0.weekday) == (b.0.week, b.0.weekday)
        };
        let days = pieces.chunk_by(same).map(|pieces| {
            let weekday = u8::try_from(pieces[0].0.weekday).ok();
            let weekday = weekday.and_then(|day| Weekday::try_from(day).ok());
            self.last_day += 1;
            let numbers = (self.last_day, self.last_day);
            let line = pieces[0].1.line;
            let drafts = pieces.iter().map(|(_, draft)| draft.clone()).collect();
            let content = DayContent {
                sessions: vec![(Session::default(), drafts)],
                ..DayContent::default()
            };
            self.day(numbers, weekday.map(Into::into), None, line, content)
        });
        days.collect()
    }
}

/// Where work goes: by its hours if they and those of the days are known, else piece by piece.
fn placed(drafts: &[Draft], weeks: u32, days: &[u32], hours: &WeekMinutes) -> Vec<LaidWork> {
    let length = |draft: &Draft| {
        let is_whole = names_exam(&draft.slot.title);
        Some((draft.slot.duration?.0, is_whole))
    };
    let lengths: Option<Vec<(u32, bool)>> = drafts.iter().map(length).collect();
    let lengths = lengths.filter(|lengths| {
        *hours != WeekMinutes::ASSUMED && is_measured(lengths, weeks, days, hours)
    });
    match lengths {
        Some(lengths) => measured(&lengths, weeks, days, hours),
        None => spread(drafts.len(), weeks, days, hours),
    }
}

fn deliverables(week: u32, handed_in: Vec<(String, bool)>) -> Vec<Deliverable> {
    let numbered = (1..).zip(handed_in);
    let deliverables = numbered.map(|(ordinal, (text, ticked))| Deliverable {
        due: None,
        id: format!("w{week:02}.{ordinal}"),
        text: shortened(&text),
        ticked,
    });
    deliverables.collect()
}

/// Ticks every slot.
fn tick(days: &mut [Day]) {
    let sessions = days.iter_mut().flat_map(|day| &mut day.sessions);
    let slots = sessions.flat_map(|session| &mut session.slots);
    slots.for_each(|slot| slot.ticked = true);
}

/// A piece of work where it is placed: with its part of the whole, and its time.
fn piece(work: &[Draft], at: LaidWork) -> Draft {
    let mut piece = work[at.work].clone();
    let slot = &mut piece.slot;
    let (part, parts) = at.part;
    if parts > 1 {
        slot.title = shortened(&format!("{} ({part}/{parts})", slot.title));
    }
    let own = slot.duration.filter(|_| parts == 1);
    (slot.time, slot.duration) = (None, own.or(Some(Minutes(at.minutes))));
    piece
}

/// The hours of a week in which so much time is to be spent.
fn weekly(mut hours: WeekMinutes, minutes: u32) -> WeekMinutes {
    let days = u32::try_from(hours.study_days().len()).unwrap_or(5);
    for day in hours.minutes.iter_mut().filter(|minutes| **minutes > 0) {
        *day = minutes / days;
    }
    hours
}
