//! `plan doctor`

mod checks;

use std::collections::HashSet;

use super::output::Output;
use super::record::{When, record};
use super::target::{Targets, Thing};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::progress::{Orphan, What};
use crate::render::{json, views};
use crate::summary::Study;
use crate::text::{DoctorHint, LookupHint, Message, Relink, SlotName};

const EXAMPLES: &str = "\
Examples:
  plan doctor
  plan doctor --relink     after you have edited the plan file

--relink finds the slot of a mark by title, then by content, then by its
neighbours, and only if unambiguous. Otherwise `plan doctor --relink OLD=NEW`
moves the marks of the slot OLD to NEW. `plan undo` reverts it.

doctor keeps going after errors that stop other commands: an invalid
configuration, a missing or invalid plan, an unreadable journal. Exit code: 0,
or the one that the other commands end with (65, 66, 73 or 74).";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Move marks to slots with a new id or title; with OLD=NEW, from OLD to NEW
    #[arg(long, value_name = "OLD=NEW", num_args = 0..)]
    relink: Option<Vec<String>>,
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
        Some(pairs) => relink(ctx, pairs)?,
        None => Vec::new(),
    };
    let (mut health, study) = checks::health(ctx);
    health.relinked = relinked;
    let study = study.as_ref();
    if args.output.is_json() {
        let now = ctx.now.to_rfc3339();
        let body = json::doctor(study, &health);
        let answer = match study {
            Some(study) => json::answer(study, now, body),
            None => json::without_study(ctx.today, now, body),
        };
        ctx.out += &json::text(&answer);
        return checks::failure(&health);
    }
    args.output.sheet(ctx, &views::doctor(study, &health));
    let orphans = study.map_or(&[][..], |study| &study.reconciled.orphans);
    if orphans.iter().any(|orphan| orphan.relink_event().is_none()) {
        ctx.hint(DoctorHint::RelinkOne);
    }
    checks::failure(&health)
}

/// Moves orphaned marks, in one op: by `pairs` of `OLD=NEW`, or if there are none, all those whose
/// slot is certain. Gives a line for each.
///
/// # Errors
/// `Usage` if a pair names no orphaned marks, or no slot that is free to have them; what recording
/// gives.
fn relink(ctx: &mut Ctx, pairs: &[String]) -> Result<Vec<Message>> {
    if let Some(fault) = ctx.config_faults.first() {
        return Err(fault.clone());
    }
    let outcome = record(ctx, When::now(ctx), |study, _, _| {
        let moved: Vec<What> = if pairs.is_empty() {
            let orphans = study.reconciled.orphans.iter();
            orphans.filter_map(Orphan::relink_event).collect()
        } else {
            by_pairs(study, pairs)?
        };
        let lines = moved.iter().filter_map(line).collect();
        Ok((moved, lines))
    })?;
    Ok(outcome.answer)
}

fn line(what: &What) -> Option<Message> {
    let What::Relinked {
        from,
        was,
        to,
        title,
    } = what
    else {
        return None;
    };
    let (from, to) = (SlotName::new(from, was), SlotName::new(to, title));
    Some(Relink::Relinked { from, to }.into())
}

/// The events that the learner asks for.
fn by_pairs(study: &Study, pairs: &[String]) -> Result<Vec<What>> {
    let (mut olds, mut news) = (HashSet::new(), HashSet::new());
    let mut moves = Vec::new();
    for pair in pairs {
        // From the right: OLD may be a title with an equals sign in it.
        let (old, new) = pair.rsplit_once('=').ok_or_else(|| {
            let text = pair.clone();
            Error::usage(Relink::InvalidPair { text }).hint(Relink::PairForm)
        })?;
        let orphan = orphan(study, old)?;
        let thing = free(study, orphan, new)?;
        let (id, title) = (thing.id(), thing.title());
        if !olds.insert((&orphan.slot, &orphan.title)) {
            let error = Error::usage(Relink::RepeatedOrphan(name(orphan)));
            return Err(error.hint(Relink::OneSlot));
        }
        if !news.insert(id) {
            let error = Error::usage(Relink::RepeatedSlot(thing.name()));
            return Err(error.hint(Relink::NeverMerged));
        }
        moves.push(orphan.relink_event_to(id, title));
    }
    Ok(moves)
}

/// The orphaned marks of an id, else of a title.
fn orphan<'a>(study: &'a Study, old: &str) -> Result<&'a Orphan> {
    let all = &study.reconciled.orphans;
    let by_id: Vec<&Orphan> = all.iter().filter(|orphan| orphan.slot == old).collect();
    let by_title = all.iter().filter(|orphan| orphan.title == old);
    let found = if by_id.is_empty() {
        by_title.collect()
    } else {
        by_id
    };
    let text = old.to_owned();
    match found.as_slice() {
        [only] => Ok(only),
        [] if all.is_empty() => {
            Err(Error::usage(Relink::NoOrphan { text }).hint(Relink::NoOrphans))
        }
        [] => {
            let orphans = all.iter().map(name).collect();
            Err(Error::usage(Relink::NoOrphan { text }).hint(Relink::Orphans(orphans)))
        }
        several => {
            let count = several.len();
            let orphans = several.iter().map(|orphan| name(orphan)).collect();
            let error = Error::usage(Relink::AmbiguousOrphan { text, count });
            Err(error.hint(Relink::ChooseOrphan(orphans)))
        }
    }
}

fn name(orphan: &Orphan) -> SlotName {
    SlotName::new(&orphan.slot, &orphan.title)
}

/// The slot or deliverable that marks are to go to. It must not have marks of its own.
fn free<'a>(study: &'a Study, orphan: &Orphan, new: &str) -> Result<Thing<'a>> {
    let found = Targets::on(study, study.today).noted(new)?;
    let [thing] = found.as_slice() else {
        let text = new.to_owned();
        let names = found.iter().map(Thing::name).collect();
        return Err(Error::usage(Relink::NotOneSlot { text }).hint(LookupHint::ChooseSlot(names)));
    };
    let mark = study.reconciled.marks.get(thing.id());
    let has_marks = mark.is_some_and(|mark| !mark.is_bare());
    // Marks under a former title of the slot are its own.
    if has_marks && (orphan.slot != thing.id() || orphan.title == thing.title()) {
        let error = Error::usage(Relink::HasMarks(thing.name()));
        let id = thing.id().to_owned();
        return Err(error.hint(Relink::SeeMarks { id }));
    }
    Ok(*thing)
}
