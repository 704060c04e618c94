//! The weeks of a plan, and work without days spread over them.

use chrono::Weekday;

use super::builder::Builder;
use super::content::DayContent;
use super::hours::middle;
use super::layout::{sittings, spread};
use super::slot::{Draft, draft};
use super::titles::{labelled_fields, shortened, untimed_id, week_title};
use crate::model::{Day, Deliverable, Minutes, Session, Week};

impl Builder<'_> {
    pub(super) fn week(&mut self, at: usize) -> Vec<Week> {
        let document = self.document;
        let (node, mark) = (&document.nodes[at], self.mark(at));
        self.ledger.place(node);
        let units = self.days_of(Some(at));
        let content = self.content(at, !units.is_empty());
        let next = self.last_week + 1;
        let (first, last) = mark.numbers.unwrap_or((next, next));
        let number = first.max(next);
        self.last_week = number + last - first;
        let title = week_title(&mark, number);
        let days = if units.is_empty() {
            let named = [Some(&mark.title), title.as_ref(), Some(&node.text)];
            let named = named.into_iter().flatten().find(|name| !name.is_empty());
            let named = named.cloned().unwrap_or_default();
            let hours = mark.length.map(middle);
            self.laid_in(content.work, last - first + 1, &named, node.line(), hours)
        } else {
            self.days(&units, true)
        };
        if days.is_empty() {
            return Vec::new();
        }
        let mut days = days;
        if node.tick == Some(true) {
            let sessions = days.iter_mut().flat_map(|day| &mut day.sessions);
            let slots = sessions.flat_map(|session| &mut session.slots);
            slots.for_each(|slot| slot.ticked = true);
        }
        let mut handed_in = std::mem::take(&mut self.pending);
        handed_in.extend(content.deliverables);
        let deliverables = (1..)
            .zip(handed_in)
            .map(|(ordinal, (text, ticked))| Deliverable {
                id: format!("w{number:02}.{ordinal}"),
                text: shortened(&text),
                ticked,
            });
        vec![Week {
            number: Some(number),
            title,
            goals: content.goals,
            fields: labelled_fields(content.fields),
            notes: content.notes,
            deliverables: deliverables.collect(),
            days,
            ..Week::default()
        }]
    }

    pub(super) fn laid(
        &mut self,
        work: Vec<Draft>,
        weeks: u32,
        named: &str,
        line: u32,
    ) -> Vec<Day> {
        self.laid_in(work, weeks, named, line, None)
    }

    /// Work without days, spread over the study days of so many weeks.
    pub(super) fn laid_in(
        &mut self,
        mut work: Vec<Draft>,
        weeks: u32,
        named: &str,
        line: u32,
        weekly: Option<u32>,
    ) -> Vec<Day> {
        let is_whole = work.is_empty();
        if is_whole {
            work.push(draft(named, line));
        }
        let mut hours = self.hours;
        if let Some(weekly) = weekly {
            let days = u32::try_from(hours.study_days().len()).unwrap_or(5);
            for minutes in hours.minutes.iter_mut().filter(|minutes| **minutes > 0) {
                *minutes = weekly / days;
            }
        }
        let places = if is_whole {
            sittings(weeks, &hours)
        } else {
            spread(work.len(), weeks, &hours)
        };
        self.needs_hours = true;
        self.spread.0 += places.len();
        self.spread.1.push((line, line));
        let mut days: Vec<Day> = Vec::new();
        let mut last = None;
        for place in places {
            let mut piece = work[place.work].clone();
            let (part, parts) = place.part;
            if parts > 1 {
                piece.slot.title = shortened(&format!("{} ({part}/{parts})", piece.slot.title));
            }
            piece.slot.time = None;
            piece.slot.duration = Some(Minutes(place.minutes));
            if last == Some((place.week, place.weekday))
                && let Some(day) = days.last_mut()
            {
                Self::add(day, piece);
                continue;
            }
            last = Some((place.week, place.weekday));
            let weekday = Weekday::try_from(u8::try_from(place.weekday).unwrap_or(0)).ok();
            let number = self.last_day + 1;
            self.last_day = number;
            let mut content = DayContent::default();
            let line = piece.line;
            content.sessions.push((Session::default(), vec![piece]));
            days.push(self.day(
                (number, number),
                weekday.map(Into::into),
                None,
                line,
                content,
            ));
        }
        days
    }

    fn add(day: &mut Day, draft: Draft) {
        let number = day.numbers.map_or(0, |(first, _)| first);
        let ordinal = day.slots().count() + 1;
        let mut slot = draft.slot;
        slot.id = untimed_id(number, ordinal, &slot.id);
        slot.id_is_given = true;
        if let Some(session) = day.sessions.last_mut() {
            session.slots.push(slot);
        }
    }
}
