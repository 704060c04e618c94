//! `plan doctor --relink`: marks go to the slots that are certain to be theirs, or to those that
//! the learner names.

use std::collections::HashSet;

use super::record::{When, record};
use super::target::{Targets, Thing};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape;
use crate::progress::{Orphan, What};
use crate::render::phrase;
use crate::summary::Study;

/// Records, as one step, where marks belong whose slot has another id or title now: by `pairs` of
/// `OLD=NEW`, or where none are given by what is certain. Gives what became of each.
///
/// # Errors
/// `Usage` where a pair names no marks that are left over, or no slot that is free to have them;
/// what recording gives.
pub(super) fn relink(ctx: &mut Ctx, pairs: &[String]) -> Result<Vec<String>> {
    if let Some(fault) = ctx.config_faults.first() {
        return Err(fault.clone());
    }
    let outcome = record(ctx, When::now(ctx), |study, _, _| {
        let moved: Vec<What> = if pairs.is_empty() {
            let orphans = study.reconciled.orphans.iter();
            orphans.filter_map(Orphan::relink_event).collect()
        } else {
            by_word(study, pairs)?
        };
        let names = moved.iter().filter_map(told).collect();
        Ok((moved, names))
    })?;
    Ok(outcome.answer)
}

/// What became of a mark, in words.
fn told(what: &What) -> Option<String> {
    let What::Relinked {
        from,
        was,
        to,
        title,
    } = what
    else {
        return None;
    };
    Some(match (from == to, was == title) {
        (true, _) => format!("{from}: {was} is {title} now"),
        (_, true) => format!("{from} {was} is {to} now"),
        _ => format!("{from} {was} is {to} {title} now"),
    })
}

/// The moves that the learner asks for.
fn by_word(study: &Study, pairs: &[String]) -> Result<Vec<What>> {
    let (mut left, mut taken) = (HashSet::new(), HashSet::new());
    let mut moves = Vec::new();
    for pair in pairs {
        let (old, new) = pair.rsplit_once('=').ok_or_else(|| {
            let error = Error::usage(format!("`{}` is no pair", escape::terminal(pair)));
            error.hint("write OLD=NEW: the id that `plan doctor` names, and the slot it is now")
        })?;
        let orphan = orphan(study, old)?;
        let thing = thing(study, orphan, new)?;
        let (id, title) = (thing.id(), thing.title());
        if !left.insert((&orphan.slot, &orphan.title)) {
            let error = Error::usage(format!("{} is named twice", escape::terminal(&orphan.slot)));
            return Err(error.hint("marks go to one slot"));
        }
        if !taken.insert(id) {
            let error = Error::usage(format!("two slots cannot both be {id}"));
            return Err(error.hint("marks of two slots are never mixed"));
        }
        moves.push(orphan.relink_event_to(id, title));
    }
    Ok(moves)
}

/// The marks that are left over under an id, or a title.
fn orphan<'a>(study: &'a Study, old: &str) -> Result<&'a Orphan> {
    let all = &study.reconciled.orphans;
    let by = |is_it: &dyn Fn(&&Orphan) -> bool| all.iter().filter(is_it).collect::<Vec<_>>();
    let by_id = by(&|orphan| orphan.slot == old);
    let found = if by_id.is_empty() {
        by(&|orphan| orphan.title == old)
    } else {
        by_id
    };
    let shown = escape::terminal(old);
    match found.as_slice() {
        [only] => Ok(only),
        [] => {
            let error = Error::usage(format!("no marks of `{shown}` are left over"));
            if all.is_empty() {
                return Err(error.hint("every mark fits its slot"));
            }
            let ids = phrase::list(all.iter().map(|orphan| &orphan.slot));
            Err(error.hint(format!("marks are left over of {}", escape::terminal(&ids))))
        }
        several => {
            let names = several.iter().map(|orphan| {
                if orphan.slot == old {
                    &orphan.title
                } else {
                    &orphan.slot
                }
            });
            let names = phrase::list(names);
            let error = Error::usage(format!("marks of {} slots bear `{shown}`", several.len()));
            Err(error.hint(format!("say which: {}", escape::terminal(&names))))
        }
    }
}

/// The slot or deliverable that marks are to go to; it has none of its own.
fn thing<'a>(study: &'a Study, orphan: &Orphan, new: &str) -> Result<Thing<'a>> {
    let found = Targets::on(study, study.today).noted(new)?;
    let [thing] = found.as_slice() else {
        let error = Error::usage(format!("`{}` is no single slot", escape::terminal(new)));
        return Err(error.hint("name it by its id, as in `d08-1045`"));
    };
    let id = thing.id();
    let own = study
        .reconciled
        .marks
        .get(id)
        .is_some_and(|mark| !mark.is_bare());
    // The same slot under its former title is no other.
    if own && (orphan.slot != id || orphan.title == thing.title()) {
        let error = Error::usage(format!("{id} has marks of its own"));
        return Err(error.hint(format!(
            "marks of two slots are never mixed; `plan show {id}` lists its own"
        )));
    }
    Ok(*thing)
}
