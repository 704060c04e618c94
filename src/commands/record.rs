//! Recording: under the journal's lock everything is read, decided and appended.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::load::{self, Loaded, ReadPlan};
use crate::context::{self, Ctx};
use crate::error::Result;
use crate::model::{Plan, Slot};
use crate::progress::{Event, Fingerprint, Identities, Orphan, What, fold};
use crate::store::paths::Paths;
use crate::store::{Reading, codec, config, journal, zone};
use crate::summary::Study;
use crate::text::{ConfigKey, Message, Recording};

/// The device of marks made where no configuration can be written.
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

/// The events that a run recorded, and the study after them.
pub(super) struct Outcome<T> {
    pub(crate) op: Uuid,
    pub(crate) events: Vec<Event>,
    pub(crate) study: Study,
    pub(crate) answer: T,
}

/// Lets `decide` say what happened, from the study as it is under the lock, and records it as one
/// op. Where the plan has not begun and a slot is marked, its start is recorded too.
///
/// # Errors
/// What `decide` or the journal gives. Nothing has been recorded then, unless the message says
/// that it has, or that this is not certain.
pub(super) fn record<T>(
    ctx: &mut Ctx,
    when: When,
    decide: impl FnMut(&Study, &Reading, &str) -> Result<(Vec<What>, T)>,
) -> Result<Outcome<T>> {
    let plan = load::plan(ctx)?;
    record_in(ctx, plan, when, decide)
}

/// The same for a plan that has been read.
pub(super) fn record_in<T>(
    ctx: &mut Ctx,
    ReadPlan { mut plan, origin }: ReadPlan,
    when: When,
    mut decide: impl FnMut(&Study, &Reading, &str) -> Result<(Vec<What>, T)>,
) -> Result<Outcome<T>> {
    let journal = load::journal(ctx, &plan.id).backed_up(ctx.today);
    let op = context::fresh_id();
    if journal.is_new() {
        // A command that fails, or has nothing to record, creates no folder.
        let reading = journal.read()?;
        let study = load::study(ctx, plan, fold(&reading.events));
        let (whats, answer) = decide(&study, &reading, NAMELESS)?;
        let events = events(op, when, NAMELESS, complete(&study, whats), reading.max_n());
        if events.is_empty() {
            return Ok(Outcome::of(op, events, study, answer));
        }
        journal::encode(&events, reading.max_n())?;
        plan = study.plan;
    }
    let mut transaction = journal.begin()?;
    let reading = transaction.reading();
    let mut study = load::study(ctx, plan, fold(&reading.events));
    let device = config::read(&ctx.paths.config_dir)?.device;
    let (whats, answer) = decide(&study, reading, device.as_deref().unwrap_or(NAMELESS))?;
    let whats = complete(&study, whats);
    let last_day = reading.events.iter().map(|event| event.day).max();
    let (max_n, any) = (reading.max_n(), !whats.is_empty());
    let (device, nameless) = match device {
        None if any => new_device(&ctx.paths),
        device => (device.unwrap_or_else(|| NAMELESS.to_owned()), None),
    };
    let events = events(op, when, &device, whats, max_n);
    if any {
        transaction.append(&events)?;
        ctx.recorded = true;
        let progress = fold(&transaction.reading().events);
        study = load::study(ctx, study.plan, progress);
    }
    let (reading, warnings) = transaction.finish();
    let warnings = nameless.iter().chain(&reading.warnings).chain(&warnings);
    warnings.for_each(|warning| ctx.warn(warning));
    warn_of_zone(ctx, last_day);
    let loaded = Loaded {
        study,
        reading,
        origin,
    };
    load::keep_card(ctx, &loaded);
    Ok(Outcome::of(op, events, loaded.study, answer))
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

/// What is recorded when a command decides for `whats`: with the start of the plan, and with what
/// marked slots hold.
fn complete(study: &Study, mut whats: Vec<What>) -> Vec<What> {
    begin(study, &mut whats);
    let ids = whats.iter_mut().filter_map(What::marked);
    let marked: HashSet<String> = ids.map(|(id, _)| id.to_owned()).collect();
    if marked.is_empty() {
        return whats;
    }
    let is_marked = |slot: &Slot| marked.contains(slot.id.as_str());
    let sums = Fingerprint::some(&study.plan, is_marked);
    let sums: HashMap<&str, Fingerprint> =
        sums.map(|(slot, sum)| (slot.id.as_str(), sum)).collect();
    for (id, fingerprint) in whats.iter_mut().filter_map(What::marked) {
        *fingerprint = sums.get(id).copied();
    }
    whats.extend(taken_over(study, &marked));
    whats
}

/// The first mark or move of a plan begins it.
fn begin(study: &Study, whats: &mut Vec<What>) {
    let marks = |what: &What| {
        matches!(
            what,
            What::Done { .. } | What::Skip { .. } | What::Move { .. }
        )
    };
    let begins = |what: &What| matches!(what, What::Begin { .. });
    if !study.started && whats.iter().any(marks) && !whats.iter().any(begins) {
        whats.insert(0, begin_on(&study.plan, study.calendar.start));
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

/// The event that begins `plan` on `start`.
pub(super) fn begin_on(plan: &Plan, start: NaiveDate) -> What {
    What::Begin {
        plan: plan.id.to_string(),
        start,
    }
}

fn events(op: Uuid, when: When, dev: &str, whats: Vec<What>, first: u64) -> Vec<Event> {
    let numbered = (1..).zip(whats);
    let event = |(more, what): (u64, What)| Event {
        id: context::fresh_id(),
        op,
        // A hostile line may have used up the numbers; then ids alone order.
        n: first.saturating_add(more).min(codec::MAX_N),
        at: when.at,
        day: when.day,
        dev: dev.to_owned(),
        what,
    };
    numbered.map(event).collect()
}

/// Gives this device a name in the configuration. The first run that records anything does this,
/// under the lock, so that two first runs agree on the name. A failure is only a warning.
fn new_device(paths: &Paths) -> (String, Option<Message>) {
    let id = context::fresh_id().simple().to_string();
    // The end of the id is its random part.
    let device = id[id.len() - 8..].to_owned();
    match config::set(paths, ConfigKey::Device, &device) {
        Ok(()) => (device, None),
        Err(error) => {
            let error = Box::new(error.message);
            let warning = Recording::NamelessDevice { error };
            (NAMELESS.to_owned(), Some(warning.into()))
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
