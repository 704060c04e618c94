//! Recording: under the journal's lock everything is read, decided and appended.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use crate::context::{self, Ctx};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Plan, PlanId};
use crate::progress::{Event, Orphan, OrphanReason, What};
use crate::store::{Folded, Known, Reading, codec, config, zone};
use crate::summary::Study;
use crate::text::ConfigKey;

use super::load;
use super::target::Targets;

/// The device of marks made where no configuration can be written.
const NAMELESS: &str = "nameless";

/// When something happened: by the clock, or in the learner's words.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    pub at: DateTime<FixedOffset>,
    pub day: NaiveDate,
}

impl When {
    /// Now.
    pub fn now(ctx: &Ctx) -> Self {
        Self {
            at: ctx.now,
            day: ctx.today,
        }
    }
}

/// What a run recorded, and how things stand after it.
pub(super) struct Outcome<T> {
    pub op: Uuid,
    pub events: Vec<Event>,
    pub study: Study,
    pub answer: T,
}

/// Lets `decide` say what happened, from the study as it stands under the lock, and records it
/// as one op. Where the plan has not begun and a slot is marked, its start is recorded too.
///
/// # Errors
/// What `decide` or the journal gives. Nothing has been recorded then, unless the message says
/// that it has, or that this is not certain.
pub(super) fn record<T>(
    ctx: &mut Ctx,
    when: When,
    mut decide: impl FnMut(&Study, &Reading, &str) -> Result<(Vec<What>, T)>,
) -> Result<Outcome<T>> {
    let plan = load::plan(ctx)?;
    let id = plan.id.clone();
    let lay =
        |ctx: &mut Ctx, folded: &Folded| Ok(load::study(ctx, plan.clone(), folded.progress()));
    let mut answer = None;
    let mut decide = |study: &Study, reading: &Reading, device: &str| {
        Ok(keep(decide(study, reading, device)?, &mut answer))
    };
    record_in(ctx, when, &id, &lay, &mut decide)?.with(answer)
}

/// The same for marks on `targets` of the day `date`, mostly without reading the whole plan or
/// every event.
///
/// # Errors
/// As [`record`].
pub(super) fn mark<T>(
    ctx: &mut Ctx,
    when: When,
    (date, targets): (NaiveDate, &[String]),
    mut decide: impl FnMut(&Study) -> Result<(Vec<What>, T)>,
) -> Result<Outcome<T>> {
    let followed = load::followed(ctx)?;
    let is_enough = |study: &Study| Targets::on(study, date).are_near(targets);
    let lay = |ctx: &mut Ctx, folded: &Folded| followed.study(ctx, folded, date, is_enough);
    let mut answer = None;
    let mut decide = |study: &Study, _: &Folded, _: &str| Ok(keep(decide(study)?, &mut answer));
    record_in(ctx, when, followed.id(), &lay, &mut decide)?.with(answer)
}

/// What was decided, its answer kept for later: the second time, where it is decided twice.
fn keep<T>((whats, told): (Vec<What>, T), answer: &mut Option<T>) -> Vec<What> {
    *answer = Some(told);
    whats
}

impl Outcome<()> {
    fn with<T>(self, answer: Option<T>) -> Result<Outcome<T>> {
        Ok(Outcome {
            op: self.op,
            events: self.events,
            study: self.study,
            answer: answer.ok_or_else(undecided)?,
        })
    }
}

/// Makes a study of what has happened.
type Lay<'l> = dyn Fn(&mut Ctx, &Folded) -> Result<Study> + 'l;

/// Says what happened, given the study, what is known of the journal, and the device.
type Decide<'d, K> = dyn FnMut(&Study, &K, &str) -> Result<Vec<What>> + 'd;

/// Records what `decide` says of the study that `lay` makes. All of the journal is in this code, so
/// it stands in the program once for each [`Known`], not for each kind of answer.
fn record_in<K: Known>(
    ctx: &mut Ctx,
    when: When,
    id: &PlanId,
    lay: &Lay,
    decide: &mut Decide<K>,
) -> Result<Outcome<()>> {
    let journal = load::journal(ctx, id).backed_up(ctx.today);
    let op = context::fresh_id();
    let (mut nameless, mut last) = (None, None);
    let recorded = journal.record(|known: &K| {
        let folded = known.folded();
        let study = lay(ctx, &folded)?;
        let device = config::read(&ctx.paths.config_dir)?.device;
        let device = device.as_deref().unwrap_or(NAMELESS);
        let mut whats = decide(&study, known, device)?;
        begin(&study, &mut whats);
        take_over_titles(&study, &mut whats);
        let mut device = device.to_owned();
        // Under the lock two first runs agree on one name; without it none is made.
        if folded.locked && device == NAMELESS && !whats.is_empty() {
            match new_device(&ctx.paths.config_dir) {
                Ok(name) => device = name,
                Err(error) => nameless = Some(error),
            }
        }
        last = Some((study, folded.last_day));
        Ok(events(op, when, &device, whats, folded.max_n))
    })?;
    if let Some(error) = nameless {
        ctx.warn(format!(
            "this device keeps no name of its own: {}",
            error.message
        ));
    }
    ctx.recorded = !recorded.written.is_empty();
    let folded = recorded.known.folded();
    for warning in &folded.warnings {
        ctx.warn(warning);
    }
    for warning in recorded.warnings {
        ctx.warn(warning);
    }
    let (study, last_day) = last.ok_or_else(undecided)?;
    warn_of_zone(ctx, last_day);
    Ok(Outcome {
        op,
        study: load::again(ctx, study, &folded),
        events: recorded.written,
        answer: (),
    })
}

/// A journal that asked nobody what to record, which none does.
fn undecided() -> Error {
    Error::new(ErrorKind::Io, "nothing was decided")
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

/// A mark on a slot that is called otherwise than when it was marked before takes the earlier marks
/// over to the new title: from now on two titles of one id would be two slots.
fn take_over_titles(study: &Study, whats: &mut Vec<What>) {
    let marked = |what: &What, id: &str| match what {
        What::Done { slot, .. }
        | What::Skip { slot, .. }
        | What::Note { slot, .. }
        | What::Move { slot, .. } => slot == id,
        _ => false,
    };
    let orphans = study.reconciled.orphans.iter();
    let retitled = orphans.filter(|orphan| matches!(orphan.reason, OrphanReason::Retitled { .. }));
    let again = retitled.filter(|orphan| whats.iter().any(|what| marked(what, &orphan.slot)));
    let moves: Vec<What> = again.filter_map(Orphan::relink_event).collect();
    whats.extend(moves);
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

/// Makes this device's id: once, kept in the configuration, never shared.
fn new_device(config_dir: &Path) -> Result<String> {
    let id = context::fresh_id().simple().to_string();
    // The end of the id is its random part.
    let device = id[id.len() - 8..].to_owned();
    config::set(config_dir, ConfigKey::Device, &device)?;
    Ok(device)
}

/// A zone that cannot be read is silently UTC, which can move a mark to another day: told with
/// the first mark of a study day.
fn warn_of_zone(ctx: &mut Ctx, last_day: Option<NaiveDate>) {
    if last_day >= Some(ctx.today) {
        return;
    }
    if let Some(warning) = zone::zone_warning(ctx.zone.as_deref()) {
        ctx.warn(warning);
    }
}
