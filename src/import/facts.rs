//! Facts about a plan as a whole, and its goals.

use super::builder::Builder;
use super::fact_label::{DIRECTION, DURATION, GOAL, TIME};
use super::fields::{entries, goal_text, labelled, note};
use super::label::bare;
use super::node::Form;
use super::outside::Outside;
use super::scan::folded;
use super::slot::{place_below, place_role};

impl Outside {
    /// Facts about the plan as a whole: `学习周期：3个月`, `| Duration | 12 weeks |`.
    pub(super) fn key_value(&mut self, builder: &mut Builder, at: usize) -> bool {
        let document = builder.document;
        let node = &document.nodes[at];
        let is_row = matches!(node.form, Form::Row(_));
        let (label, value) = match (labelled(node), node.children.as_slice()) {
            ((Some(label), value), _) => (label, value),
            ((None, text), [only]) if is_row => (text, document.nodes[*only].text.clone()),
            _ => return false,
        };
        let label = folded(bare(&label));
        if value.trim().is_empty() {
            return false;
        }
        let is = |words: &[&str]| words.iter().any(|word| label == *word);
        let field = if is(&DIRECTION) {
            &mut self.direction
        } else if is(&DURATION) {
            &mut self.duration
        } else if is(&TIME) {
            &mut self.budget
        } else if is(&GOAL) {
            self.goals.push(value);
            if !is_row {
                self.goals
                    .extend(entries(document, at).iter().map(goal_text));
            }
            place_below(document, at, &mut builder.ledger);
            return true;
        } else {
            return false;
        };
        if field.is_some() || !node.children.is_empty() && !is_row {
            return false;
        }
        builder.stated.read(&format!("{label} {value}"));
        *field = Some(value);
        place_below(document, at, &mut builder.ledger);
        true
    }

    pub(super) fn goals(&mut self, builder: &mut Builder, at: usize) {
        let document = builder.document;
        let (label, text) = labelled(&document.nodes[at]);
        if label.is_some() && !text.is_empty() {
            self.goals.push(text);
        } else if document.nodes[at].children.is_empty() {
            self.notes.push(note(&document.nodes[at]));
        }
        self.goals
            .extend(entries(document, at).iter().map(goal_text));
        place_role(document, at, &mut builder.ledger);
    }
}
