//! The days of a plan.

use chrono::{Days, Weekday};

use super::again::together;
use super::blocks::{DayBlock, expand, is_long, is_range};
use super::builder::Builder;
use super::content::DayContent;
use super::date::Dated;
use super::day::day as day_content;
use super::fields::whole;
use super::hours::middle;
use super::layout::share;
use super::mark::Mark;
use super::slot::{Draft, draft, link_of};
use super::titles::{is_rest, places, untimed_id, weekdays, width};
use super::week::parts;
use crate::model::{Day, Minutes, Note, Origin, Session, Slot, SlotId, Weekdays, Window};
use crate::text::import::LeftOver;

impl Builder<'_> {
    /// The days of a week, which may have dates, or of a plan without weeks.
    pub(super) fn days(
        &mut self,
        units: &[usize],
        weeks: Option<(u32, u32)>,
        dated: Option<Dated>,
    ) -> Vec<Day> {
        let mut blocks: Vec<DayBlock> = Vec::new();
        for at in units.iter().copied() {
            if let Some(block) = self.block(at) {
                blocks.push(block);
            }
        }
        let ranges = blocks.iter().filter(|block| is_range(block));
        let lines = ranges.map(|block| self.document.nodes[block.at].line());
        self.ranges.extend(lines);
        let is_one_week = weeks.is_some_and(|(first, last)| first == last);
        let blocks = together(self.document, expand(blocks), is_one_week);
        let widths: Vec<u32> = blocks.iter().map(|block| width(&block.mark)).collect();
        let marks: Vec<&Mark> = blocks.iter().map(|block| &block.mark).collect();
        let begins = dated.and_then(Dated::weekday).unwrap_or(Weekday::Mon);
        let places = weeks.map(|weeks| places(&marks, weeks, begins));
        let places = places.unwrap_or_default();
        let mut places = places.into_iter();
        let mut days = Vec::new();
        for (mut block, width) in blocks.into_iter().zip(widths) {
            if weeks.is_some() {
                self.pending.append(&mut block.content.deliverables);
            }
            let place = places.next().flatten();
            let weekdays = weekdays(&block.mark).or(place);
            let weekdays = weekdays.filter(|days| days.count() == width);
            self.gap(block.mark.dated, width, &mut days);
            let numbers = self.numbers(&block.mark, width);
            let line = self.document.nodes[block.at].line();
            days.push(self.day(
                numbers,
                weekdays,
                Some(block.title).filter(|title| !title.is_empty()),
                line,
                block.content,
            ));
        }
        days
    }

    /// The numbers of the next day: its own, unless they are taken or far away.
    fn numbers(&mut self, mark: &Mark, width: u32) -> (u32, u32) {
        let next = self.last_day + 1;
        let own = mark.numbers.map(|(first, _)| first);
        let own = own.filter(|first| (next..next + 60).contains(first));
        let first = own.unwrap_or(next);
        self.last_day = first + width - 1;
        (first, self.last_day)
    }

    /// Where the date of a day is more than a week after the one before, that one lasts longer: a day of
    /// a plan falls on the next date with its weekday.
    fn gap(&mut self, dated: Option<Dated>, width: u32, days: &mut [Day]) {
        let date = dated.and_then(|dated| dated.first.in_year(dated.first.year?));
        let last = date.and_then(|date| date.checked_add_days(Days::new(u64::from(width) - 1)));
        let before = std::mem::replace(&mut self.last_date, last);
        let Some((date, before)) = date.zip(before) else {
            return;
        };
        let after = date.signed_duration_since(before).num_days();
        let mut missing = u32::try_from(after - 7).unwrap_or(0);
        if let Some(day) = days.last_mut()
            && let Some((first, last)) = day.numbers
        {
            let more = missing.min(7 - (last - first + 1).min(7));
            day.numbers = Some((first, last + more));
            day.weekdays = day.weekdays.map(|days| Weekdays {
                last: (0..more).fold(days.last, |day, _| day.succ()),
                ..days
            });
            self.last_day += more;
            missing -= more;
        }
        if missing > 0 {
            self.gaps.push((self.last_day + 1, missing.div_ceil(7)));
        }
    }

    /// Reads a day; `None` if there is nothing to do on it.
    pub(super) fn block(&mut self, at: usize) -> Option<DayBlock> {
        let document = self.document;
        let node = &document.nodes[at];
        let mark = self.mark(at);
        let chosen = self.chosen;
        let is_part = |at: usize| chosen.is_part(at);
        let parts = parts(document, at, &is_part, &mut self.ledger);
        let title = mark.title.clone();
        if self.is_rest_day(&title, &parts) {
            self.rests.push(node.line());
            for at in document.below(at) {
                self.ledger.leave(&document.nodes[at], LeftOver::Break);
            }
            return None;
        }
        self.ledger.place(node);
        // The lines below `Days 1-30` are divided among its weeks.
        let whole = if is_long(&mark) { "" } else { &title };
        let mut content = day_content(document, whole, &parts, &mut self.ledger);
        if content.sessions.iter().all(|(_, drafts)| drafts.is_empty()) {
            self.unnamed += usize::from(title.is_empty());
            let named = if title.is_empty() { &node.text } else { &title };
            let named = if named.is_empty() { &mark.words } else { named };
            content.sessions = vec![(Session::default(), vec![draft(named, node.line())])];
        }
        let mut drafts = content.sessions.iter_mut().flat_map(|(_, drafts)| drafts);
        if let Some(first) = drafts.next() {
            link_of(node, first);
        }
        content.minutes = content.minutes.or(mark.length.map(middle));
        own_time(&mark, node.tick == Some(true), &mut content);
        self.breaks.extend(&content.breaks);
        Some(DayBlock {
            at,
            content,
            mark,
            title,
        })
    }

    /// Whether a day's title and every line below it say no more than that it is free.
    fn is_rest_day(&self, title: &str, parts: &[usize]) -> bool {
        let below = parts.iter().flat_map(|at| self.document.below(*at));
        let mut lines = below.map(|at| whole(&self.document.nodes[at]));
        (is_rest(title) || title.is_empty() && !parts.is_empty())
            && lines.all(|line| is_rest(&line))
    }

    /// A day with ids for its slots, and durations for those without a time.
    pub(super) fn day(
        &mut self,
        numbers: (u32, u32),
        weekdays: Option<Weekdays>,
        title: Option<String>,
        line: u32,
        mut content: DayContent,
    ) -> Day {
        self.times(numbers, weekdays, &mut content);
        let notes = content.deliverables.into_iter();
        let mut day = Day {
            numbers: Some(numbers),
            weekdays,
            title,
            origin: Some(Origin::Seed(line)),
            notes: notes.map(|(text, _)| Note { line: None, text }).collect(),
            ..Day::default()
        };
        let mut ordinal = 0;
        for (mut session, drafts) in content.sessions {
            for Draft { mut slot, .. } in drafts {
                ordinal += 1;
                let start = slot
                    .time
                    .map(|time| time.start.to_string().replace(':', ""));
                let by_time =
                    start.and_then(|start| SlotId::new(&format!("d{:02}-{start}", numbers.0)));
                slot.id_is_given = by_time.is_none();
                slot.id = by_time.unwrap_or_else(|| untimed_id(numbers.0, ordinal, &slot.id));
                session.slots.push(slot);
            }
            day.sessions.push(session);
        }
        day.sessions.retain(|session| {
            !session.slots.is_empty() || session.half.is_some() || !session.notes.is_empty()
        });
        day
    }

    /// Gives every slot of a day a time or a duration. One at the time of another keeps only how long
    /// it takes; the hours that were asked for are filled in order.
    fn times(&mut self, numbers: (u32, u32), weekdays: Option<Weekdays>, content: &mut DayContent) {
        let mut taken: Vec<Window> = Vec::new();
        let mut untimed = Vec::new();
        for draft in content.sessions.iter_mut().flat_map(|(_, drafts)| drafts) {
            let slot = &mut draft.slot;
            let overlaps = |time: &Window| taken.iter().any(|other| other.overlaps(*time));
            if let Some(time) = slot.time.filter(overlaps) {
                (slot.time, slot.duration) = (None, Some(time.length()));
                self.alternatives.push(draft.line);
            }
            match slot.time {
                Some(time) => {
                    slot.duration = None;
                    taken.push(time);
                }
                None => untimed.push(slot),
            }
        }
        let lacks = |slot: &&mut Slot| slot.duration.is_none();
        self.needs_hours |= content.minutes.is_none() && untimed.iter().any(lacks);
        let weekday = weekdays.map_or(0, |days| days.first.num_days_from_monday());
        let days = numbers.1 - numbers.0 + 1;
        let minutes = content
            .minutes
            .unwrap_or_else(|| self.hours.of(weekday) * days);
        let each = Minutes(share(minutes, u32::try_from(untimed.len()).unwrap_or(1)));
        let hours = weekdays.filter(|_| days == 1 && taken.is_empty());
        let mut free = hours
            .map(|_| self.windows[weekday as usize].clone())
            .unwrap_or_default();
        for slot in untimed {
            let length = *slot.duration.get_or_insert(each);
            if let Some(time) = take(&mut free, length) {
                (slot.time, slot.duration) = (Some(time), None);
            }
        }
    }
}

/// Gives the slots of a day its own time, box and part of the day, unless they have sessions.
fn own_time(mark: &Mark, is_ticked: bool, content: &mut DayContent) {
    if let [(session, drafts)] = content.sessions.as_mut_slice()
        && session.half.is_none()
        && drafts.iter().all(|draft| draft.slot.time.is_none())
    {
        let time = |minutes| mark.times.and_then(|times| times.lasting(minutes));
        if let [only] = drafts.as_mut_slice() {
            only.slot.ticked |= is_ticked;
            let minutes = only.slot.duration.map(|Minutes(minutes)| minutes);
            only.slot.time = time(minutes.or(content.minutes).unwrap_or(60));
        } else {
            session.window = time(0);
            let all = session.window.map(|window| window.length().0);
            content.minutes = content.minutes.or(all);
        }
    }
    if let [(session, _)] = content.sessions.as_mut_slice() {
        session.half = session.half.take().or_else(|| mark.half.clone());
    }
}

/// Takes so much time from the first window that has it; what is left of those before is not used.
fn take(free: &mut Vec<Window>, length: Minutes) -> Option<Window> {
    let at = free.iter().position(|window| window.length() >= length)?;
    let time = Window::from(free[at].start, length)?;
    let rest = Window {
        start: time.end,
        ..free[at]
    };
    free.drain(..=at);
    if rest.start < rest.end {
        free.insert(0, rest);
    }
    Some(time)
}
