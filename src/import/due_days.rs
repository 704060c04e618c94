//! Tasks that are due on a date: days of the plan if all of a list are, else things to reach by then.

use chrono::{Datelike, NaiveDate};

use super::builder::Builder;
use super::date::{Date, Dated};
use super::mark::Mark;
use super::node::{Document, Form, Node};
use super::titles::shortened;
use super::unit::UnitKind;
use crate::model::{Milestone, MilestoneDue};

/// Marks the tasks of a list as days if each of several has its date.
pub(super) fn mark(document: &mut Document) {
    let is_task = |node: &Node| node.form == Form::Item && node.tick.is_some();
    let mut from = 0;
    while from < document.nodes.len() {
        let first = &document.nodes[from];
        let depth = first.depth;
        if !is_task(first) {
            from += 1;
            continue;
        }
        let later = document.nodes[from..].iter();
        let end = from + later.take_while(|node| node.depth >= depth).count();
        let own = (from..end).filter(|at| document.nodes[*at].depth == depth);
        let own: Vec<usize> = own.collect();
        let is_dated = |at: &usize| {
            let node = &document.nodes[*at];
            is_task(node) && node.due.is_some() && node.unit.is_none() && node.times.is_none()
        };
        if own.len() > 1 && own.iter().all(is_dated) {
            for at in own {
                let node = &mut document.nodes[at];
                node.unit = node.due.map(|due| day(due, &node.text));
            }
        }
        from = end.max(from + 1);
    }
}

fn day(due: NaiveDate, title: &str) -> Mark {
    let first = Date {
        year: Some(due.year()),
        month: due.month(),
        day: due.day(),
    };
    let mut mark = Mark::new(UnitKind::Day);
    mark.dated = Some(Dated {
        first,
        last: first,
        weekday: Some(due.weekday()),
    });
    title.clone_into(&mut mark.title);
    mark
}

/// Open tasks with dates in the units of a plan, which are to be reached by then.
pub(super) fn milestones(builder: &Builder) -> Vec<Milestone> {
    let document = builder.document;
    let is_inside = |at: &usize| {
        let mut around = document.around(*at);
        around.any(|up| builder.chosen.is_unit(up)) && !builder.chosen.is_part(*at)
    };
    let tasks = (1..document.nodes.len()).filter(is_inside);
    let milestone = |at: usize| {
        let node = &document.nodes[at];
        let due = node.due.filter(|_| node.tick == Some(false))?;
        Some(Milestone {
            title: shortened(&node.text),
            due: Some(MilestoneDue::On(due)),
            goals: Vec::new(),
            notes: Vec::new(),
            editor_notes: Vec::new(),
        })
    };
    tasks.filter_map(milestone).collect()
}
