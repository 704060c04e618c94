//! The content of a week or phase next to its days: goals, things to hand in, labelled lists, work.

use super::content::WeekContent;
use super::fields::{field, labelled, note, notes};
use super::hours::Stated;
use super::label::{About, about};
use super::label_kind::{is_alternative, is_choice, is_generic, is_remarks, is_theme};
use super::ledger::Ledger;
use super::node::{Document, Form};
use super::slot::{draft, fill, line, place_below, place_role};
use super::titles::{is_rest, shortened};
use super::week_part::{deliverables, duration, name, only_links, under, whole_goals, with_days};
use crate::model::Note;
use crate::text::import::LeftOver;

/// Sorts the nodes below a unit. `has_days` says whether its work is in days already.
pub(super) fn content(
    document: &Document,
    parts: &[usize],
    has_days: bool,
    stated: &mut Stated,
    ledger: &mut Ledger,
) -> WeekContent {
    let mut content = WeekContent::default();
    for at in parts.iter().copied() {
        part(document, at, has_days, stated, &mut content, ledger);
    }
    if !content.work.drafts.is_empty() {
        for at in std::mem::take(&mut content.work.cells) {
            content.fields.push(field(document, at));
            place_below(document, at, ledger);
        }
    }
    if content.work.drafts.is_empty() && content.work.cells.is_empty() && !has_days {
        // Prose is all there is to do: short lines are tasks, else the first is what it is about.
        let is_task = |note: &Note| {
            let length = note.text.chars().count();
            note.text.contains(char::is_alphanumeric)
                && length <= LONGEST_TASK
                && !note.text.ends_with(['.', '。'])
        };
        let has_fields = !content.fields.is_empty();
        if !has_fields && content.notes.iter().all(is_task) {
            let notes = std::mem::take(&mut content.notes);
            let drafts = notes
                .iter()
                .map(|note| draft(&note.text, note.line.unwrap_or_default()));
            content.work.drafts.extend(drafts);
        } else if let Some(first) = content
            .notes
            .iter()
            .position(speaks)
            .filter(|_| !has_fields)
        {
            let note = content.notes.remove(first);
            content
                .work
                .drafts
                .push(draft(&note.text, note.line.unwrap_or_default()));
        }
    }
    content
}

/// The longest line without a bullet that is a task, in characters.
const LONGEST_TASK: usize = 60;

fn speaks(note: &Note) -> bool {
    note.text.contains(char::is_alphanumeric)
}

fn part(
    document: &Document,
    at: usize,
    has_days: bool,
    stated: &mut Stated,
    content: &mut WeekContent,
    ledger: &mut Ledger,
) {
    let node = &document.nodes[at];
    let has_boxes = has_boxes(document, at);
    stated.read(&node.text);
    let name = name(node);
    let about = name.as_deref().and_then(about);
    let own_text = labelled(node).1;
    // `Exam checklist` after the tasks of a week is no work.
    let is_closing = about == Some(About::Progress) && !content.work.drafts.is_empty();
    let has_days = has_days || is_closing && has_boxes;
    if node.text.trim().is_empty() && node.label.is_none() && node.children.is_empty() {
        return;
    }
    let is_theme = matches!(node.form, Form::Bold | Form::Line)
        && !own_text.is_empty()
        && name.as_deref().is_some_and(is_theme);
    let is_alone = node.children.is_empty() && node.tick.is_none();
    if is_alone && (is_theme || duration(node, content)) {
        content.notes.push(note(node));
        ledger.place(node);
        return;
    }
    if !has_boxes && name.as_deref().is_some_and(is_remarks) {
        content.notes.extend(notes(document, at));
        place_below(document, at, ledger);
        return;
    }
    match about {
        Some(About::Goals) if !has_boxes => {
            content.goals.extend(whole_goals(document, at));
            place_role(document, at, ledger);
        }
        Some(About::Deliverables)
            if node.label.is_some() || !node.children.is_empty() || !own_text.is_empty() =>
        {
            deliverables(document, at, content, ledger);
        }
        Some(About::Reminders | About::Routine) if node.label.is_some() && !has_days => {
            work(document, at, name.as_deref(), content, ledger);
        }
        Some(About::Resources | About::Reminders) if !has_boxes => {
            content.fields.push(field(document, at));
            place_below(document, at, ledger);
        }
        Some(About::Routine) if !has_boxes => {
            content.notes.extend(notes(document, at));
            place_below(document, at, ledger);
        }
        _ if has_days => with_days(document, at, has_boxes, content, ledger),
        _ => work(document, at, name.as_deref(), content, ledger),
    }
}

fn has_boxes(document: &Document, at: usize) -> bool {
    let below = document.below(at);
    let mut nodes = below.iter().map(|index| &document.nodes[*index]);
    nodes.any(|node| node.tick.is_some())
}

/// A part of a week without days: a group's lines are work, each by itself.
fn work(
    document: &Document,
    at: usize,
    name: Option<&str>,
    content: &mut WeekContent,
    ledger: &mut Ledger,
) {
    let node = &document.nodes[at];
    let (label, text) = labelled(node);
    if is_rest(&node.text) && node.children.is_empty() {
        ledger.leave(node, LeftOver::Break);
        return;
    }
    let is_prose = node.form == Form::Line && node.children.is_empty() && label.is_none();
    if node.form == Form::Code || is_prose {
        content.notes.extend(notes(document, at));
        ledger.place(node);
        return;
    }
    if node.label.is_some() && node.children.is_empty() && node.tick.is_none() {
        content.work.cells.push(at);
        return;
    }
    let is_titled = label.is_none() || text.is_empty();
    let is_material = node.form == Form::Item && only_links(document, at);
    let is_group = name.is_some() && !node.children.is_empty() && is_titled && !is_material;
    let before = content.work.drafts.last_mut();
    if let Some(last) = before.filter(|_| is_alternative(&node.text)) {
        fill(document, &[at], last, ledger);
        return;
    }
    let is_group = is_group && !is_choice(&node.text);
    if !is_group || node.tick.is_some() {
        content.work.drafts.push(line(document, at, ledger));
        return;
    }
    let is_section = node.form == Form::Heading;
    let is_plain = name.is_some_and(is_generic);
    // A sentence is no name to put in front.
    let is_sentence = node.form == Form::Line;
    let is_named = node.label.is_some() || is_section || is_plain || is_sentence;
    let group = name.filter(|_| !is_named).unwrap_or_default();
    let mut is_kept = node.label.is_some();
    for child in node.children.iter().copied() {
        is_kept |= member(document, child, group, content, ledger);
    }
    if is_plain && node.label.is_none() {
        ledger.leave(node, LeftOver::Heading);
        return;
    }
    ledger.place(node);
    if !is_kept {
        // The name of the group is kept once.
        content.notes.push(note(node));
    }
}

/// A line of a group, or a group in it. The group's name is kept in front of what is done: whether
/// that was possible.
fn member(
    document: &Document,
    at: usize,
    group: &str,
    content: &mut WeekContent,
    ledger: &mut Ledger,
) -> bool {
    let node = &document.nodes[at];
    let name = name(node);
    let is_labelled = labelled(node).0.is_some();
    let kept = [About::Deliverables, About::Resources, About::Goals];
    let about = name.as_deref().and_then(about);
    let is_kept = about.is_some_and(|about| kept.contains(&about)) && is_labelled;
    let is_title = matches!(node.form, Form::Heading | Form::Bold);
    if node.text.trim().is_empty() && !is_labelled && node.children.is_empty() {
        return false;
    }
    if node.form == Form::Code {
        content.notes.extend(notes(document, at));
        ledger.place(node);
    } else if is_kept && node.tick.is_none() {
        let mut stated = Stated::default();
        part(document, at, false, &mut stated, content, ledger);
    } else if is_title && !node.children.is_empty() {
        work(document, at, name.as_deref(), content, ledger);
    } else if let Some(last) = content
        .work
        .drafts
        .last_mut()
        .filter(|_| is_alternative(&node.text))
    {
        fill(document, &[at], last, ledger);
    } else {
        let mut draft = line(document, at, ledger);
        let is_prefixed = !is_labelled && !group.is_empty();
        if is_prefixed {
            draft.slot.title = shortened(&under(group, &draft.slot.title));
        }
        content.work.drafts.push(draft);
        return is_prefixed;
    }
    false
}

/// The nodes below a unit that are not units of the plan themselves, and hold none.
pub(super) fn parts(
    document: &Document,
    at: usize,
    units: &dyn Fn(usize) -> bool,
    ledger: &mut Ledger,
) -> Vec<usize> {
    let mut parts = Vec::new();
    for child in document.nodes[at].children.iter().copied() {
        if units(child) || document.nodes[child].repeats.is_some() {
            continue;
        }
        let holds = document
            .below(child)
            .iter()
            .skip(1)
            .any(|index| units(*index));
        if holds {
            ledger.leave(&document.nodes[child], LeftOver::Heading);
            parts.extend(self::parts(document, child, units, ledger));
        } else {
            parts.push(child);
        }
    }
    parts
}
