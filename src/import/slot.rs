//! A slot with what is below it in the document.

use super::fields::{address, entries, field, labelled, note, whole};
use super::ledger::Ledger;
use super::node::{Document, Form, Node};
use super::sitting::own_length;
use crate::escape::is_invisible;
use crate::model::{Field, Item, Minutes, Slot, SlotId};
use crate::source::LONGEST_TITLE;
use crate::text::import::LeftOver;

/// A slot before it has an id.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    pub(crate) slot: Slot,
    /// Where it is in the document.
    pub(crate) line: u32,
}

/// A slot titled `title`; what is too long for a title is a note.
pub(super) fn draft(title: &str, line: u32) -> Draft {
    let title = title.trim().trim_end_matches([':', '：']).trim();
    let short: String = title.chars().take(LONGEST_TITLE).collect();
    let is_long = short.len() < title.len();
    let visible = !is_invisible(&short);
    let mut slot = Slot {
        id: fallback_id(),
        id_is_given: false,
        time: None,
        duration: own_length(title).map(Minutes),
        title: if visible { short } else { "…".to_owned() },
        topic: None,
        ticked: false,
        fields: Vec::new(),
        notes: Vec::new(),
        editor_notes: Vec::new(),
    };
    if is_long {
        let (line, text) = (Some(line), title.to_owned());
        slot.notes.push(crate::model::Note { line, text });
    }
    Draft { slot, line }
}

/// The id of a slot that has none yet.
fn fallback_id() -> SlotId {
    SlotId::new("s").unwrap_or_else(|| unreachable!("`s` is an id"))
}

/// The links in a slot's own line, and its marks.
pub(super) fn link_of(node: &Node, draft: &mut Draft) {
    if !node.marks.is_empty() {
        let (line, text) = (Some(node.line()), node.marks.clone());
        draft.slot.notes.push(crate::model::Note { line, text });
    }
    if node.links.is_empty() {
        return;
    }
    let mut own = node.clone();
    own.children.clear();
    let entries: Vec<Item> = node
        .links
        .iter()
        .map(|link| {
            let mut item = Item::text(link.text.clone());
            match address(&link.url) {
                Some(url) => item.url = Some(url),
                None => item.text = format!("{} ({})", link.text, link.url),
            }
            item
        })
        .collect();
    add_items(&mut draft.slot, entries);
}

/// Entries without a label: a slot has one list of them, the last of its fields.
pub(super) fn add_items(slot: &mut Slot, items: Vec<Item>) {
    if items.is_empty() {
        return;
    }
    match slot.fields.iter_mut().find(|field| field.label.is_none()) {
        Some(field) => field.items.extend(items),
        None => slot.fields.push(Field {
            label: None,
            value: None,
            items,
        }),
    }
}

/// Gives a slot what is below it.
pub(super) fn fill(
    document: &Document,
    children: &[usize],
    draft: &mut Draft,
    ledger: &mut Ledger,
) {
    for child in children.iter().copied() {
        let node = &document.nodes[child];
        place_below(document, child, ledger);
        if node.form == Form::Code {
            draft.slot.notes.push(note(node));
            continue;
        }
        let field = field(document, child);
        if field.label.is_some() {
            let at = draft
                .slot
                .fields
                .iter()
                .position(|field| field.label.is_none());
            draft
                .slot
                .fields
                .insert(at.unwrap_or(draft.slot.fields.len()), field);
        } else {
            add_items(&mut draft.slot, field.items);
        }
    }
}

/// Places what is below a node that only says what that is; its own line is left over unless it says
/// more.
pub(super) fn place_role(document: &Document, at: usize, ledger: &mut Ledger) {
    let node = &document.nodes[at];
    let (label, text) = labelled(node);
    let is_role = !node.children.is_empty() && (label.is_none() || text.is_empty());
    if !is_role {
        ledger.place(node);
    }
    for index in document.below(at).into_iter().skip(1) {
        ledger.place(&document.nodes[index]);
    }
    ledger.leave(node, LeftOver::Heading);
}

pub(super) fn place_below(document: &Document, at: usize, ledger: &mut Ledger) {
    for index in document.below(at) {
        ledger.place(&document.nodes[index]);
    }
}

/// A line and what is below it as a slot.
pub(super) fn line(document: &Document, at: usize, ledger: &mut Ledger) -> Draft {
    let node = &document.nodes[at];
    let mut draft = draft(
        &whole(&Node {
            links: Vec::new(),
            ..node.clone()
        }),
        node.line(),
    );
    draft.slot.ticked = node.tick == Some(true);
    draft.slot.duration = node.minutes.map(Minutes).or(draft.slot.duration);
    ledger.place(node);
    link_of(node, &mut draft);
    let (label, text) = labelled(node);
    if label.is_some() && text.is_empty() {
        place_below(document, at, ledger);
        add_items(&mut draft.slot, entries(document, at));
    } else {
        fill(document, &node.children, &mut draft, ledger);
    }
    draft
}
