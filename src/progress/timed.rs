//! How long a slot was worked on, by its timers.

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::Mark;
use super::timer::{Measured, Span, Timer, joined, minutes_of};
use crate::model::{Minutes, Stretch};

impl Mark {
    /// The timers that are running: neither stopped, nor was the slot done or skipped since.
    pub(crate) fn running(&self) -> impl Iterator<Item = &Timer> {
        let is_stopped = |timer: &&Timer| self.timers.is_stopped(timer);
        self.since_done().filter(move |timer| !is_stopped(timer))
    }

    /// The timers that were started since the slot, or a sitting of it, was last done or skipped.
    pub(crate) fn since_done(&self) -> impl Iterator<Item = &Timer> {
        let settled = self.settled.map(|settled| settled.order);
        let last = settled.max(self.recorded().map(|one| one.order).max());
        let timers = self.timers.all();
        timers.filter(move |timer| Some(timer.order) > last)
    }

    /// The timer that the event `id` started.
    pub(crate) fn timer(&self, id: Uuid) -> Option<&Timer> {
        self.timers.all().find(|timer| timer.id() == id)
    }

    /// How long a timer ran, if it was stopped on the study day on which it was started.
    pub(crate) fn ran(&self, timer: &Timer) -> Option<Minutes> {
        self.timers.span(timer).and_then(|span| minutes_of(&[span]))
    }

    /// When timers ran that were stopped on the study day on which they were started: those of the
    /// sittings that `is_meant` says, `None` being the whole slot. Those of a slot that overlap, on
    /// two devices, are one.
    pub(crate) fn spans(&self, is_meant: impl Fn(Option<Stretch>) -> bool) -> Vec<Span> {
        let timers = self.timers.all().filter(|timer| is_meant(timer.part));
        joined(timers.filter_map(|timer| self.timers.span(timer)).collect())
    }

    /// How long timers have run until `now` that were started on `today`, the study date then.
    pub(crate) fn ran_on(&self, today: NaiveDate, now: DateTime<FixedOffset>) -> Option<Minutes> {
        let timers = self.timers.all().filter(|timer| timer.day == today);
        let spans = timers.filter_map(|timer| self.span_until(timer, now, today));
        minutes_of(&joined(spans.collect()))
    }

    /// When a timer ran, or until `now` has run, if that is on the study day on which it was started.
    fn span_until(
        &self,
        timer: &Timer,
        now: DateTime<FixedOffset>,
        today: NaiveDate,
    ) -> Option<Span> {
        let is_running = self.running().any(|running| running == timer);
        let running = timer.until(now, today).filter(|_| is_running);
        self.timers.span(timer).or(running)
    }

    /// What timers say about how long the slot, or its sitting `part`, took, if it is done on the
    /// study date `day`. Those that are running end at `now`, which is on the study date `today`. Of a
    /// slot as a whole, the timers of sittings that are recorded are left out: these have their minutes.
    pub(crate) fn measured(
        &self,
        part: Option<Stretch>,
        day: NaiveDate,
        (now, today): (DateTime<FixedOffset>, NaiveDate),
    ) -> Measured {
        let is_recorded = |own| self.recorded().any(|one| one.part.contains(own));
        let is_meant = |own: Option<Stretch>| match (part, own) {
            (Some(part), Some(own)) => part.contains(own),
            (None, Some(own)) => !is_recorded(own),
            (_, None) => true,
        };
        let timers = self.timers.all().filter(|timer| is_meant(timer.part));
        let spans = timers.map(|timer| (timer.day, self.span_until(timer, now, today)));
        let spans: Vec<(NaiveDate, Option<Span>)> = spans.collect();
        let known = spans.iter().filter_map(|(_, span)| *span).collect();
        let took = minutes_of(&joined(known));
        let other = spans.iter().find(|(on, span)| *on != day || span.is_none());
        match (other, took) {
            (Some((day, _)), known) => Measured::OtherDay { day: *day, known },
            (None, Some(took)) => Measured::Took(took),
            (None, None) => Measured::Nothing,
        }
    }
}
