//! Recording: under the journal's lock everything is read, decided and appended.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::load::{self, Loaded, ReadPlan};
use super::publish;
use crate::calendar::study_date;
use crate::context::{self, Ctx};
use crate::error::Result;
use crate::model::{Plan, Slot};
use crate::progress::{Event, Fingerprint, Identities, Orphan, What, fold};
use crate::store::{Reading, device, journal, remembered, zone};
use crate::summary::{Study, TimerView};
use crate::text::Recording;

/// The device of marks made where its name cannot be kept.
const NAMELESS: &str = "nameless";

/// When something happened: by the clock, or in the learner's words.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    pub(crate) at: DateTime<FixedOffset>,
    pub(crate) day: NaiveDate,
}

impl When {
    /// Now.
    pub(crate) fn now(ctx: &Ctx) -> Self {
        Self {
            at: ctx.now,
            day: ctx.today,
        }
    }
}

/// What happened, and the study day that it counts for; `None` for the day of the run.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    pub(crate) what: What,
    pub(crate) day: Option<NaiveDate>,
}

impl From<What> for Dated {
    fn from(what: What) -> Self {
        Self { what, day: None }
    }
}

/// The events that a run recorded, and the study after them.
pub(super) struct Outcome<T> {
    pub(crate) op: Uuid,
    pub(crate) events: Vec<Event>,
    pub(crate) study: Study,
    pub(crate) answer: T,
}

/// Lets `decide` say what happened, from the study as it is under the lock and the names that this
/// device has or had, and records it as one op. Where the plan has not begun and a slot is marked,
/// its start is recorded too.
///
/// # Errors
/// What `decide` or the journal gives. Nothing has been recorded then, unless the message says
/// that it has, or that this is not certain.
pub(super) fn record<T, W: Into<Dated>>(
    ctx: &mut Ctx,
    when: When,
    decide: impl FnMut(&Study, &Reading, &[String]) -> Result<(Vec<W>, T)>,
) -> Result<Outcome<T>> {
    let plan = load::plan(ctx)?;
    record_as(ctx, plan, (context::fresh_id(), when), decide)
}

/// The same for a plan that has been read, as the op with this id.
pub(super) fn record_as<T, W: Into<Dated>>(
    ctx: &mut Ctx,
    ReadPlan {
        mut plan,
        source,
        origin,
    }: ReadPlan,
    (op, when): (Uuid, When),
    mut decide: impl FnMut(&Study, &Reading, &[String]) -> Result<(Vec<W>, T)>,
) -> Result<Outcome<T>> {
    let journal = load::journal(ctx, &plan.id).backed_up(ctx.today);
    let mut devices = devices(ctx);
    if journal.is_new() {
        // A command that fails, or has nothing to record, creates no folder.
        let reading = journal.read()?;
        let study = load::study(ctx, plan, fold(&reading.events));
        let (whats, answer) = decide(&study, &reading, &devices)?;
        let whats = complete(&study, whats, when);
        let first = reading.next_n(whats.len())?;
        let events = events(op, when, NAMELESS, whats, first);
        if events.is_empty() {
            return Ok(Outcome::of(op, events, study, answer));
        }
        journal::encode(&events, reading.max_n())?;
        plan = study.plan;
    }
    let mut transaction = journal.begin(&devices)?;
    let reading = transaction.reading();
    let mut study = load::study(ctx, plan, fold(&reading.events));
    let (whats, answer) = decide(&study, reading, &devices)?;
    let whats = complete(&study, whats, when);
    let boxes = publish::boxes(ctx, &study);
    let last_day = reading.events.iter().map(|event| event.day).max();
    let (first, any) = (reading.next_n(whats.len())?, !whats.is_empty());
    if any {
        devices.insert(0, this_device(ctx));
    }
    let device = devices.first().map_or(NAMELESS, String::as_str);
    let events = events(op, when, device, whats, first);
    if any {
        transaction.append(&events)?;
        ctx.recorded = true;
        remembered::keep(&ctx.paths, &study.plan.id, &source);
        let progress = fold(&transaction.reading().events);
        study = load::study(ctx, study.plan, progress);
    }
    let (reading, warnings) = transaction.finish();
    for warning in reading.warnings.iter().chain(&warnings) {
        ctx.warn(warning);
    }
    warn_of_zone(ctx, last_day);
    let loaded = Loaded {
        study,
        reading,
        origin,
    };
    load::keep_card(ctx, &loaded);
    if any {
        publish::rewrite(ctx, &loaded, boxes.as_ref());
    }
    Ok(Outcome::of(op, events, loaded.study, answer))
}

impl<T, U> Outcome<(T, U)> {
    /// The outcome with the first part of its answer, and the second.
    pub(super) fn split(self) -> (Outcome<T>, U) {
        let (answer, rest) = self.answer;
        (Outcome::of(self.op, self.events, self.study, answer), rest)
    }
}

impl<T> Outcome<T> {
    fn of(op: Uuid, events: Vec<Event>, study: Study, answer: T) -> Self {
        Self {
            op,
            events,
            study,
            answer,
        }
    }
}

/// What is recorded when a command decides for `whats`: with the start of the plan, the timers that
/// end with that, and what marked slots hold.
fn complete(study: &Study, whats: Vec<impl Into<Dated>>, when: When) -> Vec<Dated> {
    let mut whats: Vec<Dated> = whats.into_iter().map(Into::into).collect();
    begin(study, &mut whats);
    whats.extend(ended(study, &whats, when));
    let ids = whats.iter_mut().filter_map(|dated| dated.what.marked());
    let marked: HashSet<String> = ids.map(|(id, _)| id.to_owned()).collect();
    if marked.is_empty() {
        return whats;
    }
    let is_marked = |slot: &Slot| marked.contains(slot.id.as_str());
    let sums = Fingerprint::some(&study.plan, is_marked);
    let sums: HashMap<&str, Fingerprint> =
        sums.map(|(slot, sum)| (slot.id.as_str(), sum)).collect();
    for (id, fingerprint) in whats.iter_mut().filter_map(|dated| dated.what.marked()) {
        *fingerprint = sums.get(id).copied().or(*fingerprint);
    }
    whats.extend(taken_over(study, &marked).into_iter().map(Dated::from));
    whats
}

/// The first mark, timer, move or added slot of a plan begins it.
fn begin(study: &Study, whats: &mut Vec<Dated>) {
    let marks = |dated: &Dated| {
        matches!(
            dated.what,
            What::Done { .. }
                | What::Sitting { .. }
                | What::Skip { .. }
                | What::Start { .. }
                | What::Add(_)
                | What::Move { .. }
                | What::Fit { .. }
        )
    };
    let begins = |dated: &Dated| matches!(dated.what, What::Begin { .. });
    if !study.started && whats.iter().any(marks) && !whats.iter().any(begins) {
        whats.insert(0, begin_on(&study.plan, study.calendar.start, false).into());
    }
}

/// The stops of timers whose slots are done or skipped.
fn ended(study: &Study, whats: &[Dated], when: When) -> Vec<Dated> {
    // `--date` says what the mark counts for, not when the timer ended.
    let day = Some(study_date(when.at.naive_local(), study.day_starts));
    let settled = whats.iter().filter_map(|dated| match &dated.what {
        What::Done { slot, .. } | What::Sitting { slot, .. } | What::Skip { slot, .. } => {
            Some(slot.as_str())
        }
        _ => None,
    });
    let settled: HashSet<&str> = settled.collect();
    let timers = study.timers(when.at).into_iter();
    let timers = timers.filter(|view| settled.contains(view.slot));
    let stops = timers.map(|view| stop(&view));
    stops.map(|what| Dated { what, day }).collect()
}

/// The event that stops a timer.
pub(super) fn stop(view: &TimerView) -> What {
    What::Stop {
        of: view.timer.id(),
        // Of a slot that is gone, it is still the same.
        fingerprint: view.timer.fingerprint,
        slot: view.slot.to_owned(),
        title: view.title.to_owned(),
    }
}

/// A mark on a slot whose earlier marks were made under another id, title or content takes them
/// over: from now on these would be two slots.
fn taken_over(study: &Study, marked: &HashSet<String>) -> Vec<What> {
    let reconciled = &study.reconciled;
    let retitled = reconciled.orphans.iter().filter(|orphan| orphan.counts());
    let former = retitled.chain(&reconciled.followed);
    let former = former.filter(|marks| marks.now().is_some_and(|id| marked.contains(id)));
    let former: Vec<&Orphan> = former.collect();
    if former.is_empty() {
        return Vec::new();
    }
    let identities = Identities::of(&study.plan);
    former
        .iter()
        .flat_map(|marks| identities.follow(marks))
        .collect()
}

/// The event that begins `plan` on `start`; `afresh` if nothing before counts any more.
pub(super) fn begin_on(plan: &Plan, start: NaiveDate, afresh: bool) -> What {
    What::Begin {
        afresh,
        plan: plan.id.to_string(),
        start,
    }
}

fn events(op: Uuid, when: When, dev: &str, whats: Vec<Dated>, first: u64) -> Vec<Event> {
    let numbered = (first..).zip(whats);
    let event = |(n, Dated { what, day }): (u64, Dated)| Event {
        id: context::fresh_id(),
        op,
        n,
        at: when.at,
        day: day.unwrap_or(when.day),
        dev: dev.to_owned(),
        what,
    };
    numbered.map(event).collect()
}

/// The names that this device has or had: its own, and the one that versions before kept in the
/// configuration.
pub(super) fn devices(ctx: &Ctx) -> Vec<String> {
    let own = device::name(&ctx.paths.data_dir);
    own.into_iter().chain(ctx.config.device.clone()).collect()
}

/// The name of this device. The first run that records anything chooses it, under the lock, so that
/// two first runs agree on it. A failure is only a warning.
fn this_device(ctx: &mut Ctx) -> String {
    match device::identify(&ctx.paths.data_dir, context::fresh_id()) {
        Ok(device) => {
            if device.is_copy {
                ctx.warn(Recording::CopiedDevice);
            }
            device.name
        }
        Err(error) => {
            let error = Box::new(error.message);
            ctx.warn(Recording::NamelessDevice { error });
            NAMELESS.to_owned()
        }
    }
}

/// Warns of a time zone that cannot be read, with the first mark of a study day: chrono silently
/// falls back to UTC, which can move a mark to another day.
fn warn_of_zone(ctx: &mut Ctx, last_day: Option<NaiveDate>) {
    if last_day >= Some(ctx.today) {
        return;
    }
    if let Some(warning) = zone::zone_warning(ctx.zone.as_deref()) {
        ctx.warn(warning);
    }
}
