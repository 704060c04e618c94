//! Slots without times: by check boxes, by the title of their day, or one a line.

use super::content::DayContent;
use super::fields::{goal_text, item, labelled, notes};
use super::label::{About, about, bare};
use super::label_kind::{is_alternative, is_time};
use super::ledger::Ledger;
use super::node::{Document, Form};
use super::scan::folded;
use super::sitting::own_length;
use super::slot::{Draft, draft, fill, line, link_of, place_below};
use super::titles::is_rest;
use crate::model::Minutes;
use crate::text::import::LeftOver;

/// Slots without times: check boxes are slots, else the day's title is one, else every line is.
pub(super) fn untimed(
    document: &Document,
    title: &str,
    parts: &[usize],
    content: &mut DayContent,
    ledger: &mut Ledger,
) -> Vec<Draft> {
    let boxes = parts.iter().any(|at| document.nodes[*at].tick.is_some());
    let mut drafts: Vec<Draft> = Vec::new();
    let mut rest: Vec<usize> = Vec::new();
    for at in parts.iter().copied() {
        let node = &document.nodes[at];
        let (label, text) = labelled(node);
        let name = label.as_deref().map(bare).unwrap_or_default();
        if is_time(name)
            && let Some((length, _)) = super::length::find_length(&text)
        {
            content.minutes.get_or_insert(super::hours::middle(length));
            rest.push(at);
        } else if boxes
            && node.tick.is_some()
            && about(name) == Some(About::Deliverables)
            && !text.is_empty()
        {
            place_below(document, at, ledger);
            content
                .deliverables
                .push((goal_text(&item(node)), node.tick == Some(true)));
        } else if boxes && node.tick.is_some() && !is_review(name) {
            let mut draft = draft(&node.text, node.line());
            draft.slot.ticked = node.tick == Some(true);
            draft.slot.duration = node.minutes.map(Minutes).or(draft.slot.duration);
            ledger.place(node);
            link_of(node, &mut draft);
            fill(document, &node.children, &mut draft, ledger);
            drafts.push(draft);
        } else {
            rest.push(at);
        }
    }
    if drafts.is_empty() {
        return lines(document, title, &rest, ledger);
    }
    let first = &mut drafts[0];
    let mut remarks: Vec<usize> = Vec::new();
    for at in rest {
        let is_list =
            labelled(&document.nodes[at]).0.is_some() || !document.nodes[at].children.is_empty();
        if is_list {
            remarks.push(at);
        } else {
            first.slot.notes.extend(notes(document, at));
            place_below(document, at, ledger);
        }
    }
    fill(document, &remarks, first, ledger);
    drafts
}

fn is_review(label: &str) -> bool {
    let label = folded(label);
    ["レビュー", "评价", "评分", "score", "rating", "review:"]
        .iter()
        .any(|word| label == *word)
}

/// One slot by the day's title with everything below it; a slot for each line without a title, or if
/// several say how long they take.
fn lines(document: &Document, title: &str, parts: &[usize], ledger: &mut Ledger) -> Vec<Draft> {
    let has_length = |at: &&usize| {
        let node = &document.nodes[**at];
        node.label.is_none() && own_length(&node.text).is_some()
    };
    let are_tasks = parts.iter().filter(has_length).count() > 1;
    if title.chars().any(char::is_alphanumeric) && !are_tasks {
        let line = parts.first().map_or(0, |at| document.nodes[*at].line());
        let mut draft = draft(title, line);
        fill(document, parts, &mut draft, ledger);
        return vec![draft];
    }
    let mut drafts = Vec::new();
    let mut waiting: Vec<usize> = Vec::new();
    for at in parts.iter().copied() {
        let node = &document.nodes[at];
        if node.text.trim().is_empty() && node.label.is_none() && node.children.is_empty() {
            continue;
        }
        let name = labelled(node).0.unwrap_or_else(|| node.text.clone());
        if is_rest(&node.text) && node.children.is_empty() {
            ledger.leave(node, LeftOver::Break);
            continue;
        }
        let is_aside = node.form == Form::Code
            || node.form == Form::Line && node.children.is_empty()
            || matches!(about(&name), Some(About::Resources | About::Goals))
                && labelled(node).0.is_some();
        if is_aside {
            waiting.push(at);
        } else if let Some(last) = drafts.last_mut().filter(|_| is_alternative(&node.text)) {
            fill(document, &[at], last, ledger);
        } else {
            drafts.push(line(document, at, ledger));
        }
    }
    if drafts.is_empty() && !waiting.is_empty() {
        let first = waiting.remove(0);
        drafts.push(line(document, first, ledger));
    }
    if let Some(first) = drafts.first_mut() {
        fill(document, &waiting, first, ledger);
    }
    drafts
}
