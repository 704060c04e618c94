//! Advice, and milestones.

use super::builder::Builder;
use super::fields::{code, entries, goal_text, labelled, whole};
use super::label::{About, about, bare};
use super::milestones::due;
use super::node::Form;
use super::outside::Outside;
use super::slot::place_below;
use super::titles::shortened;
use crate::model::{Goal, Milestone, Reminder};
use crate::text::import::LeftOver;

impl Outside {
    /// Tips: every line is one, by the name of their section.
    pub(super) fn advice(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        let node = &document.nodes[at];
        let (label, text) = labelled(node);
        let is_title = matches!(node.form, Form::Heading | Form::Bold)
            || text.is_empty()
            || !node.children.is_empty();
        let name = if label.is_some() && text.is_empty() {
            label.unwrap_or_default()
        } else {
            node.text.clone()
        };
        let (name, scope) = scope(&name);
        let own = if is_title { None } else { Some(whole(node)) };
        let before = self.reminders.len();
        let placed = usize::from(own.is_none());
        for index in document.below(at).into_iter().skip(placed) {
            builder.ledger.place(&document.nodes[index]);
        }
        let mut add = |text: String| {
            let scope = scope.clone();
            if !text.trim().is_empty() {
                self.reminders.push(Reminder { text, scope });
            }
        };
        own.into_iter().for_each(&mut add);
        for index in document.below(at).into_iter().skip(1) {
            let node = &document.nodes[index];
            add(if node.form == Form::Code {
                code(node)
            } else {
                whole(node)
            });
        }
        if self.reminders.len() == before {
            builder.ledger.place(node);
            self.reminders.push(Reminder {
                text: name,
                scope: None,
            });
        } else if is_title {
            builder.ledger.leave(node, LeftOver::Heading);
        }
    }

    pub(super) fn milestones(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        builder.ledger.leave(&document.nodes[at], LeftOver::Heading);
        for child in document.nodes[at].children.iter().copied() {
            let is_known = builder.chosen.milestones.contains(&child);
            if !is_known {
                self.milestone(builder, child);
            }
        }
    }

    pub(super) fn milestone(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        let node = &document.nodes[at];
        place_below(document, at, &mut builder.ledger);
        let due = due(document, at, self.today);
        let (label, own) = labelled(node);
        // `Final milestone` says more than what kind of line it is.
        let is_named = label.is_some_and(|label| {
            about(&label) == Some(About::Milestones) && !bare(&label).contains(' ')
        });
        let text = if is_named && !own.is_empty() {
            own
        } else {
            whole(node)
        };
        let goal = |text: String| Goal {
            text,
            by: Vec::new(),
        };
        let goals = entries(document, at)
            .iter()
            .map(goal_text)
            .map(goal)
            .collect();
        self.milestones.push(Milestone {
            title: shortened(&text),
            due,
            goals,
            notes: Vec::new(),
            editor_notes: Vec::new(),
        });
    }
}

/// What advice applies to: `当前阶段重要提示` is about the current phase.
fn scope(name: &str) -> (String, Option<String>) {
    let name = name.trim_end_matches([':', '：']).trim().to_owned();
    let scope = ["当前阶段", "本阶段", "当前"]
        .iter()
        .find(|word| name.starts_with(*word));
    (name, scope.map(|word| (*word).to_owned()))
}
