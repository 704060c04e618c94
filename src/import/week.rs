//! The content of a week or phase next to its days: goals, things to hand in, labelled lists, work.

use super::content::Work;
use super::fields::{field, goal_text, goals, item, labelled, note, notes};
use super::hours::Stated;
use super::label::{About, about, bare, is_generic, is_remarks};
use super::ledger::Ledger;
use super::node::{Document, Form, Node};
use super::slot::{draft, line, place_below, place_role};
use super::titles::shortened;
use crate::model::{Field, Goal, Note};
use crate::text::import::LeftOver;

/// What a week or phase holds besides its days.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    pub(crate) goals: Vec<Goal>,
    pub(crate) fields: Vec<Field>,
    pub(crate) notes: Vec<Note>,
    /// Things to hand in, and whether they are ticked.
    pub(crate) deliverables: Vec<(String, bool)>,
    /// Work without a day.
    pub(crate) work: Work,
}

/// Sorts the nodes below a unit. `has_days` says whether its work is in days already.
pub(super) fn content(
    document: &Document,
    parts: &[usize],
    has_days: bool,
    stated: &mut Stated,
    ledger: &mut Ledger,
) -> Content {
    let mut content = Content::default();
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
        // Prose is all there is to do.
        let first = content
            .notes
            .iter()
            .position(|note| note.text.chars().any(char::is_alphanumeric));
        if let Some(first) = first.filter(|_| content.fields.is_empty()) {
            let note = content.notes.remove(first);
            content
                .work
                .drafts
                .push(draft(&note.text, note.line.unwrap_or_default()));
        }
    }
    content
}

/// The name of a part: its label, or its text if it is a heading or has a list below.
fn name(node: &Node) -> Option<String> {
    if let Some(label) = labelled(node).0 {
        return Some(bare(&label).to_owned());
    }
    let is_title = matches!(node.form, Form::Heading | Form::Bold);
    let is_short = !node.children.is_empty()
        && node.text.chars().count() <= 12
        && !node.text.contains(['。', '，', ',']);
    (is_title || is_short).then(|| bare(&node.text).to_owned())
}

fn part(
    document: &Document,
    at: usize,
    has_days: bool,
    stated: &mut Stated,
    content: &mut Content,
    ledger: &mut Ledger,
) {
    let node = &document.nodes[at];
    let below: Vec<usize> = document.below(at);
    let has_boxes = below
        .iter()
        .any(|index| document.nodes[*index].tick.is_some());
    stated.read(&node.text);
    let name = name(node);
    let about = name.as_deref().and_then(about);
    let own_text = labelled(node).1;
    if node.text.trim().is_empty() && node.label.is_none() && node.children.is_empty() {
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

/// A part about goals: what is below it, or its own text.
fn whole_goals(document: &Document, at: usize) -> Vec<Goal> {
    let found = goals(document, at);
    if found.is_empty() {
        let text = document.nodes[at].text.clone();
        return vec![Goal {
            text,
            by: Vec::new(),
        }];
    }
    found
}

fn deliverables(document: &Document, at: usize, content: &mut Content, ledger: &mut Ledger) {
    let node = &document.nodes[at];
    let (label, text) = labelled(node);
    place_role(document, at, ledger);
    if label.is_some() && !text.is_empty() {
        let mut own = item(node);
        own.label = None;
        content
            .deliverables
            .push((goal_text(&own), node.tick == Some(true)));
    }
    let below = document.below(at).into_iter().skip(1);
    let items = below
        .map(|index| &document.nodes[index])
        .filter(|node| !node.text.is_empty());
    content
        .deliverables
        .extend(items.map(|node| (goal_text(&item(node)), node.tick == Some(true))));
}

/// Next to days, check boxes are things to hand in; other lists are kept by their labels.
fn with_days(
    document: &Document,
    at: usize,
    has_boxes: bool,
    content: &mut Content,
    ledger: &mut Ledger,
) {
    if has_boxes {
        for index in document.below(at) {
            let node = &document.nodes[index];
            ledger.place(node);
            if let Some(tick) = node.tick {
                content.deliverables.push((goal_text(&item(node)), tick));
            } else {
                content.notes.push(note(node));
            }
        }
        return;
    }
    place_below(document, at, ledger);
    let field = field(document, at);
    let has_code = document
        .below(at)
        .iter()
        .any(|index| document.nodes[*index].form == Form::Code);
    if field.label.is_some() && !has_code {
        content.fields.push(field);
    } else {
        content.notes.extend(notes(document, at));
    }
}

/// A part of a week without days: a group's lines are work, each by itself.
fn work(
    document: &Document,
    at: usize,
    name: Option<&str>,
    content: &mut Content,
    ledger: &mut Ledger,
) {
    let node = &document.nodes[at];
    let (label, text) = labelled(node);
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
    let is_group = name.is_some() && !node.children.is_empty() && is_titled;
    if !is_group || node.tick.is_some() {
        content.work.drafts.push(line(document, at, ledger));
        return;
    }
    let is_section = node.form == Form::Heading;
    let is_plain = name.is_some_and(is_generic);
    let is_named = node.label.is_some() || is_section || is_plain;
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
    content: &mut Content,
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
    } else {
        let mut draft = line(document, at, ledger);
        let is_prefixed = !is_labelled && !group.is_empty();
        if is_prefixed {
            draft.slot.title = shortened(&format!("{group}：{}", draft.slot.title));
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
