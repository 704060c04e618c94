//! `plan doctor`

mod checks;

use std::collections::HashSet;

use super::load;
use super::of_plan;
use super::output::Output;
use super::record::{self, When, record};
use super::target::{Targets, Thing};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::{Identities, Orphan, Progress, What, fold, marks_of};
use crate::render::{json, views};
use crate::summary::Study;
use crate::text::{DoctorHint, LookupHint, Message, Relink, Relinked, SlotName};

const EXAMPLES: &str = "\
Examples:
  plan doctor
  plan doctor --relink     after you have edited the plan file
  plan doctor --merge      after a sync service has made a second journal

Marks follow slots with the same title and content. --relink finds others by
title, then by content, then by their neighbours, and only if unambiguous.
Otherwise `plan doctor --relink OLD=NEW` moves the marks of the slot OLD to
NEW. `plan undo` reverts it.

doctor keeps going after errors that stop other commands: an invalid
configuration, a missing or invalid plan, an unreadable journal. Exit code: 0,
or the one that the other commands end with (65, 66, 73 or 74).";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Move marks to slots with a new id or title; with OLD=NEW, from OLD to NEW
    #[arg(long, value_name = "OLD=NEW", num_args = 0..)]
    relink: Option<Vec<String>>,
    /// Add to the journal what only other files in its folder have
    #[arg(long)]
    merge: bool,
    #[command(flatten)]
    output: Output,
}

/// Relinks marks if asked to, then checks everything and shows it.
///
/// # Errors
/// What recording gives. After everything has been shown, the first failure that other verbs
/// would end with.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let relinked = match &args.relink {
        Some(pairs) => {
            let pairs = of_plan::enter(ctx, pairs)?;
            relink(ctx, &pairs)?
        }
        None => Vec::new(),
    };
    let merged = args.merge.then(|| merge(ctx)).transpose()?;
    let (mut health, study) = checks::health(ctx);
    let findings = health.findings.iter_mut();
    for hint in findings.flat_map(|finding| &mut finding.hints) {
        *hint = ctx.here(&*hint);
    }
    health.relinked = relinked;
    health.merged = merged;
    let study = study.as_ref();
    if args.output.is_json() {
        let now = ctx.now.to_rfc3339();
        let body = json::doctor(study, &health);
        let answer = match study {
            Some(study) => json::answer(study, now, body),
            None => json::without_study(ctx.today, now, body),
        };
        ctx.json(&answer);
        return checks::failure(&health);
    }
    args.output.sheet(ctx, &views::doctor(study, &health));
    let orphans = study.map_or(&[][..], |study| &study.reconciled.orphans);
    if orphans.iter().any(|orphan| !orphan.is_certain()) {
        ctx.hint(DoctorHint::RelinkOne);
    }
    checks::failure(&health)
}

/// Moves marks, in one op: by `pairs` of `OLD=NEW`, or if there are none, all those whose slot is
/// certain. Gives a line for each.
///
/// # Errors
/// `Usage` if a pair names no marks, or no single slot; what recording gives.
fn relink(ctx: &mut Ctx, pairs: &[String]) -> Result<Vec<Message>> {
    if let Some(fault) = ctx.config_faults.first() {
        return Err(fault.clone());
    }
    let outcome = record(ctx, When::now(ctx), |study, reading, _| {
        let identities = Identities::of(&study.plan);
        let moved: Vec<What> = if pairs.is_empty() {
            let former = study.reconciled.former();
            former.flat_map(|marks| identities.follow(marks)).collect()
        } else {
            by_pairs(study, &fold(&reading.events), &identities, pairs)?
        };
        let mut lines: Vec<Message> = moved.iter().filter_map(line).collect();
        lines.dedup();
        Ok((moved, lines))
    })?;
    Ok(outcome.answer)
}

/// Adds to the journal what only other files of its folder have, and gives how many events that were.
///
/// # Errors
/// What reading the plan or recording gives.
fn merge(ctx: &mut Ctx) -> Result<usize> {
    if let Some(fault) = ctx.config_faults.first() {
        return Err(fault.clone());
    }
    let plan = load::plan(ctx)?.plan;
    let journal = load::journal(ctx, &plan.id).backed_up(ctx.today);
    if journal.is_new() {
        return Ok(0);
    }
    let mut transaction = journal.begin(&record::devices(ctx))?;
    let merged = transaction.merge()?;
    ctx.recorded = merged > 0;
    let (_, warnings) = transaction.finish();
    for warning in &warnings {
        ctx.warn(warning);
    }
    Ok(merged)
}

fn line(what: &What) -> Option<Message> {
    let Relinked { from, to } = views::relinked(what)?;
    Some(Relink::Relinked { from, to }.into())
}

/// The events that the learner asks for.
fn by_pairs(
    study: &Study,
    progress: &Progress,
    identities: &Identities,
    pairs: &[String],
) -> Result<Vec<What>> {
    let (mut olds, mut news) = (HashSet::new(), HashSet::new());
    let mut moves = Vec::new();
    for pair in pairs {
        // From the right: OLD may be a title with an equals sign in it.
        let (old, new) = pair.rsplit_once('=').ok_or_else(|| {
            let text = pair.clone();
            Error::usage(Relink::InvalidPair { text }).hint(Relink::PairForm)
        })?;
        // The plan that OLD names is that of NEW.
        let plan = format!("{}:", study.plan.id);
        let new = new.strip_prefix(plan.as_str()).unwrap_or(new);
        let marks = marks(study, progress, old)?;
        let thing = one(study, new)?;
        let mut names = marks
            .iter()
            .map(|marks| (marks.slot.clone(), marks.title.clone()));
        if !names.all(|name| olds.insert(name)) {
            let error = Error::usage(Relink::RepeatedOrphan(name(&marks[0])));
            return Err(error.hint(Relink::OneSlot));
        }
        if !news.insert(thing.id()) {
            let error = Error::usage(Relink::RepeatedSlot(thing.name()));
            return Err(error.hint(Relink::NeverMerged));
        }
        let relinked = marks
            .iter()
            .map(|marks| identities.relink_to(marks, thing.id()));
        moves.extend(relinked.flatten());
    }
    Ok(moves)
}

/// The marks of an id, else of a title: those without a slot, those that were recorded for another
/// id than their slot has, or those that count for the slot that `old` refers to.
fn marks(study: &Study, progress: &Progress, old: &str) -> Result<Vec<Orphan>> {
    let reconciled = &study.reconciled;
    for former in [&reconciled.orphans, &reconciled.followed] {
        let by_id = former.iter().filter(|marks| marks.slot == old);
        let by_title = former.iter().filter(|marks| marks.title == old);
        for found in [by_id.collect::<Vec<_>>(), by_title.collect()] {
            match found.as_slice() {
                [] => {}
                [only] => return Ok(vec![(*only).clone()]),
                several => {
                    let (text, count) = (old.to_owned(), several.len());
                    let names = several.iter().map(|marks| name(marks)).collect();
                    let error = Error::usage(Relink::AmbiguousOrphan { text, count });
                    return Err(error.hint(Relink::ChooseOrphan(names)));
                }
            }
        }
    }
    let own = one(study, old).map_or_else(
        |_| Vec::new(),
        |thing| marks_of(progress, &study.plan, thing.id()),
    );
    if own.is_empty() {
        let orphans = reconciled.orphans.iter();
        let hint = match orphans.as_slice() {
            [] => Relink::NoOrphans,
            _ => Relink::Orphans(orphans.map(name).collect()),
        };
        let text = old.to_owned();
        return Err(Error::usage(Relink::NoOrphan { text }).hint(hint));
    }
    Ok(own)
}

fn name(marks: &Orphan) -> SlotName {
    SlotName::new(&marks.slot, &marks.title)
}

/// The one slot or deliverable that `text` refers to.
fn one<'a>(study: &'a Study, text: &str) -> Result<Thing<'a>> {
    let found = Targets::on(study, study.today).noted(text)?;
    if let [thing] = found.as_slice() {
        return Ok(*thing);
    }
    let text = text.to_owned();
    let names = found.iter().map(Thing::name).collect();
    Err(Error::usage(Relink::NotOneSlot { text }).hint(LookupHint::ChooseSlot(names)))
}
