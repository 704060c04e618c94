//! Parts of a week or phase that are kept as they are: names, durations, goals, things to hand in.

use super::content::WeekContent;
use super::fields::{field, goal_text, goals, item, labelled, note, notes};
use super::hours::middle;
use super::label::bare;
use super::label_kind::is_time;
use super::ledger::Ledger;
use super::length::find_length;
use super::nest::is_intro;
use super::node::{Document, Form, Node};
use super::slot::{place_below, place_role};
use super::statement::says_daily;
use super::tail::period;
use crate::model::Goal;

/// The name of a part: its label, or its text if it is a heading or has a list below.
pub(super) fn name(node: &Node) -> Option<String> {
    if let Some(label) = labelled(node).0 {
        return Some(bare(&label).to_owned());
    }
    let is_intro = node.form == Form::Line && is_intro(&node.text) && !node.children.is_empty();
    let is_title = matches!(node.form, Form::Heading | Form::Bold) || is_intro;
    let is_short = !node.children.is_empty()
        && node.text.chars().count() <= 12
        && !node.text.contains(['。', '，', ',']);
    (is_title || is_short).then(|| bare(&node.text).to_owned())
}

/// Whether a line only says how long its unit lasts or how much time it takes.
pub(super) fn duration(node: &Node, content: &mut WeekContent) -> bool {
    let (Some(label), text) = labelled(node) else {
        return false;
    };
    if !is_time(&label) {
        return false;
    }
    let length = find_length(&text).map(|(length, _)| middle(length));
    let span = period(&text).filter(|_| length.is_none());
    content.span = content.span.or(span);
    let is_daily = length.is_some() && says_daily(&text);
    content.weekly = content.weekly.or(length.filter(|_| !is_daily));
    span.is_some() || length.is_some()
}

/// A part about goals: what is below it, or its own text.
pub(super) fn whole_goals(document: &Document, at: usize) -> Vec<Goal> {
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

pub(super) fn deliverables(
    document: &Document,
    at: usize,
    content: &mut WeekContent,
    ledger: &mut Ledger,
) {
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
pub(super) fn with_days(
    document: &Document,
    at: usize,
    has_boxes: bool,
    content: &mut WeekContent,
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

/// A title with the name of its group in front.
pub(super) fn under(group: &str, title: &str) -> String {
    if group.is_ascii() {
        format!("{group}: {title}")
    } else {
        format!("{group}：{title}")
    }
}

/// Whether everything below a node is a link: material for one piece of work.
pub(super) fn only_links(document: &Document, at: usize) -> bool {
    let children = &document.nodes[at].children;
    let mut nodes = children.iter().map(|child| &document.nodes[*child]);
    nodes.all(|node| {
        let link = node.links.first();
        node.tick.is_none() && link.is_some_and(|link| node.text.starts_with(&link.text))
    })
}
