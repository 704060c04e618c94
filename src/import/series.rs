//! Which units are the plan's: a plan that is repeated as overview, detail and check list is one
//! plan, numbering may begin again in each phase, and a list may go on under another heading.

use std::cmp::Reverse;

use super::chosen::{Chosen, context, holds_units, mark_of, parent, units};
use super::events;
use super::label::About;
use super::milestones;
use super::node::{Document, Form, Repeat};
use super::routine;
use super::track::{Track, begins_again, is_other_plan, repeated, tracks};
use super::unit::UnitKind;

/// Chooses the units of the plan.
pub(super) fn choose(document: &mut Document) -> Chosen {
    let mut chosen = Chosen::default();
    phases(document, &mut chosen);
    let phases = chosen.phases.clone();
    let weeks = units(document, UnitKind::Week);
    chosen.weeks = pick(document, weeks, &phases, &mut chosen);
    routine::leave(document, &mut chosen);
    let weeks = chosen.weeks.clone();
    let days = units(document, UnitKind::Day);
    let mut outer: Vec<usize> = phases.iter().chain(&weeks).copied().collect();
    outer.sort_unstable();
    chosen.days = pick(document, days, &outer, &mut chosen);
    leave_routine(document, &mut chosen);
    settle(document, &mut chosen);
    let found = milestones::inside_units(document, &chosen);
    chosen.milestones.extend(found);
    chosen.milestones.sort_unstable();
    chosen.milestones.dedup();
    chosen.events = events::lines(document, &chosen);
    events::exam_days(document, &mut chosen);
    chosen
}

/// Weekdays outside of all weeks and phases say how any week is spent, dates in a log what was done:
/// they are no days of the plan.
fn leave_routine(document: &mut Document, chosen: &mut Chosen) {
    let outer = if chosen.weeks.len() > 1 {
        &chosen.weeks
    } else {
        &chosen.phases
    };
    let is_routine = |at: &usize| {
        let mark = mark_of(document, *at);
        let is_any = mark.is_some_and(|mark| mark.numbers.is_none() && mark.dated.is_none());
        let about = context(document, *at);
        (is_any || matches!(about, Some(About::Progress | About::Routine)))
            && parent(document, *at, outer).is_none()
    };
    if outer.len() > 1 && chosen.days.iter().all(is_routine) {
        for at in std::mem::take(&mut chosen.days) {
            document.nodes[at].unit = None;
        }
    }
}

fn phases(document: &mut Document, chosen: &mut Chosen) {
    let months = units(document, UnitKind::Month);
    let (goals, months): (Vec<usize>, Vec<usize>) = months
        .into_iter()
        .partition(|at| context(document, *at) == Some(About::Milestones));
    chosen.milestones = goals;
    let (calendar, counted): (Vec<usize>, Vec<usize>) = months
        .into_iter()
        .partition(|at| mark_of(document, *at).is_some_and(|mark| mark.is_calendar));
    let all = real_phases(document);
    let holds = |at: &usize| holds_units(document, *at);
    let (strong, weak): (Vec<usize>, Vec<usize>) = all
        .into_iter()
        .partition(|at| mark_of(document, *at).is_some_and(|mark| !mark.is_weak));
    let has_units = [UnitKind::Week, UnitKind::Day]
        .into_iter()
        .any(|of| units(document, of).len() > 1);
    let is_useful = |list: &Vec<usize>| list.iter().any(holds) || !has_units && list.len() > 1;
    let candidates = [strong, weak, counted, calendar];
    let best = candidates.iter().position(|list| list.iter().any(holds));
    let best = best.or_else(|| candidates[0].first().map(|_| 0));
    let best = best.or_else(|| candidates.iter().position(is_useful));
    let Some(best) = best else {
        for at in candidates.into_iter().flatten() {
            demote(document, at, chosen);
        }
        return;
    };
    for (index, list) in candidates.into_iter().enumerate() {
        if index == best {
            chosen.phases = pick(document, list, &[], chosen);
        } else {
            for at in list {
                demote(document, at, chosen);
            }
        }
    }
}

/// The phases, but for one without a number inside of a month, which only says what the month is
/// about, and a list of what has been reached beside the weeks.
fn real_phases(document: &mut Document) -> Vec<usize> {
    let months = units(document, UnitKind::Month);
    let all = units(document, UnitKind::Phase);
    let is_name = |at: &usize| {
        mark_of(document, *at).is_some_and(|mark| mark.numbers.is_none() && mark.dated.is_none())
            && parent(document, *at, &months).is_some()
    };
    let is_tracked =
        |at: &usize| context(document, *at) == Some(About::Progress) && !holds_units(document, *at);
    let is_aside = all.iter().all(is_tracked) && units(document, UnitKind::Week).len() > 1;
    let (left, phases): (Vec<usize>, Vec<usize>) =
        all.iter().partition(|at| is_aside || is_name(at));
    for at in left {
        document.nodes[at].unit = None;
    }
    phases
}

/// A phase or month that is not a part of the plan: a month without units is a milestone.
fn demote(document: &mut Document, at: usize, chosen: &mut Chosen) {
    let is_month = mark_of(document, at).is_some_and(|mark| mark.kind == UnitKind::Month);
    let is_title = matches!(document.nodes[at].form, Form::Heading | Form::Bold);
    if is_month && is_title && !holds_units(document, at) && !document.nodes[at].children.is_empty()
    {
        chosen.milestones.push(at);
        chosen.milestones.sort_unstable();
    } else {
        document.nodes[at].unit = None;
    }
}

/// Of units of one kind, those of the plan; the others are noted as what they repeat.
fn pick(
    document: &mut Document,
    units: Vec<usize>,
    outer: &[usize],
    chosen: &mut Chosen,
) -> Vec<usize> {
    let tracks = tracks(document, units, outer);
    let is_inside = |at: &usize| {
        let is_day = mark_of(document, *at).is_some_and(|mark| mark.kind == UnitKind::Day);
        is_day && parent(document, *at, outer).is_some()
    };
    let score = |track: &Track| {
        let (is_likely, rest) = track.score(document);
        (is_likely, track.units.iter().any(is_inside), rest)
    };
    let mut order: Vec<&Track> = tracks.iter().collect();
    order.sort_by_key(|track| Reverse(score(track)));
    let is_outside = |at: &usize| parent(document, *at, outer).is_none();
    let first = order.iter().position(|track| {
        // Dates of milestones beside the weeks are no days.
        outer.is_empty() || !track.is_goals() || !track.units.iter().all(is_outside)
    });
    let best = first.map(|first| order.remove(first));
    let mut picked = best.map(|best| best.units.clone()).unwrap_or_default();
    chosen
        .restarts
        .extend(best.iter().flat_map(|best| &best.restarts));
    for track in order {
        let more = if best.is_some_and(|best| begins_again(document, best, track)) {
            chosen.restarts.extend(track.units.first());
            track.units.clone()
        } else {
            more(document, &picked, track, outer, chosen)
        };
        picked.extend(more);
        picked.sort_unstable();
    }
    picked
}

/// The units of a track that the plan has besides those that were picked. Of the others it is noted
/// what they repeat; one in a list of goals is a milestone.
fn more(
    document: &mut Document,
    picked: &[usize],
    track: &Track,
    outer: &[usize],
    chosen: &mut Chosen,
) -> Vec<usize> {
    let mut more = Vec::new();
    let is_other = is_other_plan(document, picked, track);
    for at in track.units.iter().copied() {
        if track.is_goals() {
            chosen.milestones.push(at);
        } else if is_other {
            document.nodes[at].repeats = Some(Repeat::OtherPlan);
            chosen.other_plans.push(at);
        } else if let Some(repeat) = repeated(document, picked, at, outer) {
            document.nodes[at].repeats = Some(repeat);
            if let Repeat::Of(original) = repeat {
                chosen.repeats.push((at, original));
            }
        } else if track.is_aside() {
            document.nodes[at].repeats = Some(Repeat::Unknown);
        } else {
            more.push(at);
        }
    }
    more
}

/// Takes the marks of repeated units away, and puts units where they belong.
fn settle(document: &mut Document, chosen: &mut Chosen) {
    for index in 1..document.nodes.len() {
        let node = &document.nodes[index];
        if node.repeats.is_some() {
            document.nodes[index].unit = None;
        }
    }
    let outer: Vec<usize> = chosen.phases.clone();
    adopt(
        document,
        &chosen.weeks.clone(),
        &outer,
        &mut chosen.continued,
    );
    let outer = if chosen.weeks.is_empty() {
        outer
    } else {
        chosen.weeks.clone()
    };
    adopt(
        document,
        &chosen.days.clone(),
        &outer,
        &mut chosen.continued,
    );
}

/// Units between others that are in a larger one, and are in none themselves, belong to the one
/// before.
fn adopt(document: &mut Document, units: &[usize], outer: &[usize], continued: &mut Vec<usize>) {
    let mut before = None;
    for at in units {
        let own = parent(document, *at, outer);
        let Some(before) = before.filter(|_| own.is_none()) else {
            before = own.or(before);
            continue;
        };
        let old = document.nodes[*at].parent;
        document.nodes[old].children.retain(|child| child != at);
        document.nodes[*at].parent = before;
        document.nodes[before].children.push(*at);
        continued.push(*at);
    }
}
