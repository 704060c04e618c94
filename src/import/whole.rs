//! From the text of a note to a plan, and what has become of its lines.

use chrono::{NaiveDate, Weekday};

use super::begin::{self, Begin};
use super::builder::Builder;
use super::chosen::Chosen;
use super::count::{Counts, Planned, count};
use super::decide::{Facts, decide};
use super::head::{artifacts, plan};
use super::hours::{WeekMinutes, windows};
use super::ledger::{Decided, Leftover};
use super::node::Document;
use super::refuse::refusal;
use super::request::Request;
use super::series::choose;
use super::spent::Routine;
use super::{document, milestones, outside, recurring, timing, units, unmarked, years};
use crate::calendar::valid_start;
use crate::model::{self, Day, Minutes, Phase, Plan};
use crate::source::MAX_SLOTS;
use crate::text::import::NoPlan;

/// A plan that was a note.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Imported {
    pub(crate) plan: Plan,
    /// What the note has.
    pub(crate) counts: Counts,
    /// What the plan has.
    pub(crate) planned: Planned,
    /// The lines with text that are not in the plan.
    pub(crate) leftovers: Vec<Leftover>,
    /// How many lines are in the plan.
    pub(crate) placed: usize,
    /// How many lines have text.
    pub(crate) lines: usize,
    pub(crate) decisions: Vec<Decided>,
    /// The date of Day 1 by the first date that the note names.
    pub(crate) start: Option<NaiveDate>,
    /// The first date that the note names.
    pub(crate) first_date: Option<NaiveDate>,
    /// The hours that slots without times of their own are laid in.
    pub(crate) hours: model::Hours,
}

impl Imported {
    /// The share of lines with text that are in the plan or listed as left over.
    pub(crate) fn coverage(&self) -> f64 {
        let accounted = self.placed + self.leftovers.len();
        #[expect(clippy::cast_precision_loss, reason = "counts of lines")]
        let share = accounted as f64 / self.lines.max(1) as f64;
        share
    }
}

/// The most lines marked as units: a plan that is written out three times, with all its slots.
const MAX_UNITS: usize = 3 * MAX_SLOTS;

/// Turns a note into a plan.
///
/// # Errors
/// The note is no study plan.
pub(crate) fn import(text: &str, request: &Request) -> Result<Imported, NoPlan> {
    let (document, chosen) = recognised(text, request)?;
    let (stated, line) = timing::stated(&document, &chosen);
    let routine = chosen.routine.as_ref();
    let routine = routine.and_then(|routine| routine.hours(stated.hours()));
    let given = request.hours.as_ref().or(routine.as_ref());
    let hours = given.map(WeekMinutes::from).or(stated.hours());
    let hours = hours.unwrap_or(WeekMinutes::ASSUMED);
    let mut builder = Builder::new(&document, &chosen, hours);
    builder.windows = given.map(windows).unwrap_or_default();
    let mut phases = builder.phases();
    if phases.is_empty() {
        phases = unmarked::phases(&mut builder);
    }
    let mut outside = outside::read(&mut builder, request.today);
    outside.library.link(&mut phases);
    let slots = days(&phases).flat_map(Day::slots).count();
    has_work(slots, builder.unnamed)?;
    let begin = begin::begin(&document, &chosen, request.today);
    let facts = Facts {
        stated: stated.hours(),
        line,
        asked: request.hours.is_some(),
        routine: routine.clone(),
        start: begin.map(|begin| begin.date),
        ticked: ticked(&phases),
    };
    decide(&mut builder, &facts);
    let mut counts = count(&document, &chosen);
    counts.resources = outside.library.resources.len();
    counts.milestones = outside.milestones.len();
    builder.ledger.leave_heads(&document);
    let mut plan = plan(outside, &document, request, phases);
    let start = dates(&mut plan, begin, request.today);
    plan.rest = rest(&plan, &chosen, request);
    let (leftovers, placed) = builder.ledger.settle(&document, &plan);
    let decisions = decisions(&builder, &leftovers);
    plan.artifacts = artifacts(&leftovers);
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    Ok(Imported {
        planned: Planned::of(&plan),
        counts,
        leftovers,
        placed,
        lines,
        decisions,
        start,
        first_date: begin.map(|begin| begin.date),
        plan,
        hours: given.cloned().unwrap_or_else(|| hours.into()),
    })
}

/// The date of Day 1, if the note names any, and the milestones by it.
fn dates(plan: &mut Plan, begin: Option<Begin>, today: NaiveDate) -> Option<NaiveDate> {
    let start = begin.map(|begin| begin.start(plan));
    let first = valid_start(plan, start.unwrap_or(today));
    milestones::at_ends(plan, first);
    start
}

fn decisions(builder: &Builder, leftovers: &[Leftover]) -> Vec<Decided> {
    let decisions = builder.ledger.decisions.iter().cloned();
    decisions.chain(recurring::decided(leftovers)).collect()
}

/// The document, and its units that are the plan's.
fn recognised(text: &str, request: &Request) -> Result<(Document, Chosen), NoPlan> {
    let mut document = document::read(text);
    units::find(&mut document);
    let units = document.nodes.iter().filter(|node| node.unit.is_some());
    if units.count() > MAX_UNITS {
        return Err(NoPlan::TooLarge);
    }
    let chosen = choose(&mut document);
    years::settle(&mut document, &chosen, request.today);
    refusal(&document, &chosen).map_or(Ok(()), Err)?;
    Ok((document, chosen))
}

/// Refuses a note without anything to do, or with more than a plan can have.
fn has_work(slots: usize, unnamed: usize) -> Result<(), NoPlan> {
    match slots {
        0 => Err(NoPlan::NoUnits),
        slots if slots == unnamed => Err(NoPlan::Template),
        1..=MAX_SLOTS => Ok(()),
        _ => Err(NoPlan::TooLarge),
    }
}

fn days(phases: &[Phase]) -> impl Iterator<Item = &Day> {
    let weeks = phases.iter().flat_map(|phase| &phase.weeks);
    weeks.flat_map(|week| &week.days)
}

/// The weekdays that the routine leaves free, and that have neither days of the plan nor hours that were
/// asked for.
fn rest(plan: &Plan, chosen: &Chosen, request: &Request) -> Vec<Weekday> {
    let routine = chosen.routine.as_ref();
    let mut rest = routine.map(Routine::rest).unwrap_or_default();
    let has_hours = |day: &Weekday| {
        let hours = request.hours.as_ref();
        hours.is_some_and(|hours| hours.on_weekday(*day).total() > Minutes::ZERO)
    };
    let has_days = |weekday: &Weekday| {
        let days = plan.days().filter_map(|(.., day)| day.weekdays);
        days.into_iter()
            .any(|days| days.days().any(|day| day == *weekday))
    };
    rest.retain(|day| !has_hours(day) && !has_days(day));
    rest
}

/// How many slots and deliverables are ticked.
fn ticked(phases: &[Phase]) -> usize {
    let slots = days(phases)
        .flat_map(Day::slots)
        .filter(|slot| slot.ticked)
        .count();
    let weeks = phases.iter().flat_map(|phase| &phase.weeks);
    let deliverables = weeks.flat_map(|week| &week.deliverables);
    slots + deliverables.filter(|what| what.ticked).count()
}
