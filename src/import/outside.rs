//! What is outside of phases, weeks and days: the head of a note, its resources, milestones and
//! advice, and what is no part of a plan.

use chrono::NaiveDate;

use super::builder::Builder;
use super::chatter::is_chatter;
use super::entry::{is_general, unnumbered};
use super::fields::{labelled, note, notes};
use super::flow::flowchart;
use super::label::{About, about, bare};
use super::library::{Library, mostly_links};
use super::node::{Document, Form, Node, Repeat};
use super::slot::place_below;
use super::{due_days, events};
use crate::model::{FixedEvent, Milestone, Note, Reminder, Roadmap};
use crate::text::import::{Decision, LeftOver};

/// What is outside of the schedule.
#[derive(Debug, Default)]
pub(super) struct Outside {
    pub(crate) title: Option<String>,
    pub(crate) direction: Option<String>,
    pub(crate) duration: Option<String>,
    pub(crate) budget: Option<String>,
    pub(crate) goals: Vec<String>,
    pub(crate) notes: Vec<Note>,
    pub(crate) roadmap: Roadmap,
    pub(crate) library: Library,
    pub(crate) milestones: Vec<Milestone>,
    pub(crate) events: Vec<FixedEvent>,
    pub(crate) reminders: Vec<Reminder>,
    pub(crate) chatter: Vec<(u32, u32)>,
    pub(crate) templates: Vec<(u32, u32)>,
    /// The node of the first unit: what is before it introduces the plan.
    pub(crate) first: usize,
    /// The date on which years are guessed.
    pub(crate) today: NaiveDate,
}

/// Reads everything that the builder has not.
pub(super) fn read(builder: &mut Builder, today: NaiveDate) -> Outside {
    let chosen = builder.chosen;
    let units = chosen
        .phases
        .iter()
        .chain(&chosen.weeks)
        .chain(&chosen.days);
    let mut outside = Outside {
        first: units.min().copied().unwrap_or(usize::MAX),
        today,
        ..Outside::default()
    };
    outside.title = title(builder.document, outside.first);
    outside.children(builder, 0);
    for at in chosen.milestones.clone() {
        outside.milestone(builder, at);
    }
    outside.milestones.extend(due_days::milestones(builder));
    outside.events = events::read(builder, today);
    events::of_goals(builder.document, &outside.goals, today, &mut outside.events);
    if !outside.chatter.is_empty() {
        let lines = outside.chatter.clone();
        builder.ledger.decide(lines, Decision::Chatter);
    }
    if !outside.templates.is_empty() {
        let mut lines = outside.templates.clone();
        lines.dedup();
        builder.ledger.decide(lines, Decision::Template);
    }
    outside
}

/// The first heading that is no unit, before the first unit; without one, a bold line at the top.
fn title(document: &Document, first: usize) -> Option<String> {
    let headings = || {
        document
            .nodes
            .iter()
            .enumerate()
            .take(first)
            .skip(1)
            .map(|(_, node)| node)
    };
    let is_title =
        |node: &&Node| node.form == Form::Heading && node.unit.is_none() && node.repeats.is_none();
    let found = headings().filter(is_title).find(|node| node.depth == 2);
    let is_bold = |node: &&Node| {
        let is_whole = node.bold == node.text.chars().count();
        node.form == Form::Bold && is_whole && node.unit.is_none()
    };
    let found = found.or_else(|| headings().find(is_title));
    let found = found.or_else(|| headings().next().filter(is_bold));
    found
        .map(|node| node.text.trim().to_owned())
        .filter(|title| title.chars().any(char::is_alphanumeric))
}

impl Outside {
    fn children(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        for child in document.nodes[at].children.iter().copied() {
            self.node(builder, child);
        }
    }

    fn node(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        let node = &document.nodes[at];
        let chosen = builder.chosen;
        let is_unit = |at: usize| chosen.is_part(at);
        if is_unit(at) || builder.used.contains(&at) {
            return;
        }
        if node.repeats == Some(Repeat::Routine) {
            self.routine(builder, at);
            return;
        }
        if node.repeats.is_some() {
            repeated(builder, at);
            return;
        }
        let below = document.below(at);
        let holds = below.iter().skip(1).any(|index| {
            is_unit(*index)
                || builder.used.contains(index)
                || document.nodes[*index].repeats.is_some()
        });
        let is_title = matches!(node.form, Form::Heading | Form::Bold);
        if self.title.as_deref() == Some(node.text.trim()) && is_title {
            builder.ledger.place(node);
            self.children(builder, at);
            return;
        }
        if holds {
            self.over_units(builder, at);
            return;
        }
        if is_chatter(&node.text) && node.form != Form::Heading {
            for index in below {
                builder
                    .ledger
                    .leave(&document.nodes[index], LeftOver::Chatter);
            }
            self.chatter.push(node.lines);
            return;
        }
        if let Some(roadmap) = flowchart(node).filter(|_| self.roadmap.topics.is_empty()) {
            self.roadmap = roadmap;
            builder.ledger.place(node);
            return;
        }
        match node.form {
            Form::Heading | Form::Bold => self.section(builder, at),
            _ => self.line(builder, at),
        }
    }

    /// A heading over units of the plan: what is not in them is read on.
    fn over_units(&mut self, builder: &mut Builder, at: usize) {
        let node = &builder.document.nodes[at];
        if self.key_value(builder, at) {
            return;
        }
        builder.ledger.leave(node, LeftOver::Heading);
        self.children(builder, at);
    }

    fn section(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        let node = &document.nodes[at];
        if at > self.first
            && node.form == Form::Bold
            && node.children.is_empty()
            && self.key_value(builder, at)
        {
            return;
        }
        match about(&node.text) {
            Some(About::Resources) if !node.children.is_empty() => {
                let group = unnumbered(&node.text);
                let is_general = is_general(&node.text);
                let groups = if is_general { Vec::new() } else { vec![group] };
                if is_general {
                    builder.ledger.leave(node, LeftOver::Heading);
                } else {
                    builder.ledger.place(node);
                }
                self.library
                    .section(document, at, &groups, &mut builder.ledger);
            }
            Some(About::Milestones) if !node.children.is_empty() => self.milestones(builder, at),
            Some(About::Reminders) => self.advice(builder, at),
            Some(About::Goals) => self.goals(builder, at),
            Some(About::Progress) if at > self.first => leave(builder, at, LeftOver::Progress),
            Some(About::Routine) => self.routine(builder, at),
            _ if at < self.first => self.introduction(builder, at),
            _ if mostly_links(document, at) => {
                builder.ledger.place(node);
                let groups = vec![unnumbered(&node.text)];
                self.library
                    .section(document, at, &groups, &mut builder.ledger);
            }
            _ => {
                builder.ledger.leave(node, LeftOver::Outside);
                self.children(builder, at);
            }
        }
    }

    /// A section before the plan: its lines are notes, unless they are facts about the plan.
    fn introduction(&mut self, builder: &mut Builder, at: usize) {
        let node = &builder.document.nodes[at];
        if self.key_value(builder, at) {
            return;
        }
        builder.stated.read(&node.text);
        let before = self.notes.len();
        self.children(builder, at);
        // A heading over facts says no more than they do.
        if self.notes.len() > before || node.children.is_empty() {
            self.notes.insert(before, note(node));
            builder.ledger.place(node);
        } else {
            builder.ledger.leave(node, LeftOver::Heading);
        }
    }

    /// A line outside of any section that says what it is about.
    fn line(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        let node = &document.nodes[at];
        if self.key_value(builder, at) {
            return;
        }
        let label = labelled(node).0.unwrap_or_default();
        let name = bare(&label);
        builder.stated.read(&node.text);
        let below = document.below(at);
        let has_times = below
            .iter()
            .any(|index| document.nodes[*index].times.is_some());
        if has_times && about(&node.text) == Some(About::Routine) {
            self.routine(builder, at);
        } else if at < self.first {
            self.notes.extend(notes(document, at));
            for index in document.below(at) {
                builder.stated.read(&document.nodes[index].text);
            }
            place_below(document, at, &mut builder.ledger);
        } else if about(name) == Some(About::Reminders)
            || about(&node.text) == Some(About::Reminders) && !node.children.is_empty()
        {
            self.advice(builder, at);
        } else if node.times.is_some() {
            leave(builder, at, LeftOver::Routine);
            self.templates.push(node.lines);
        } else {
            builder.ledger.leave(node, LeftOver::Outside);
            self.children(builder, at);
        }
    }

    /// A general day: its times are no slots, but may say how much time there is.
    fn routine(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        for index in document.below(at) {
            builder.stated.read(&document.nodes[index].text);
        }
        self.templates.push(document.nodes[at].lines);
        leave(builder, at, LeftOver::Routine);
    }
}

fn leave(builder: &mut Builder, at: usize, why: LeftOver) {
    for index in builder.document.below(at) {
        builder.ledger.leave(&builder.document.nodes[index], why);
    }
}

/// A unit that is not the plan's: it says again what another says, or belongs to another plan.
fn repeated(builder: &mut Builder, at: usize) {
    let document = builder.document;
    let line = |original: usize| document.nodes[original].line();
    let why = match document.nodes[at].repeats {
        Some(Repeat::Of(original)) => LeftOver::Repeats {
            line: Some(line(original)),
        },
        Some(Repeat::OtherPlan) => LeftOver::OtherPlan,
        _ => LeftOver::Repeats { line: None },
    };
    leave(builder, at, why);
}
