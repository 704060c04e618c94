//! Notes in Markdown whose check boxes are slots: which box is which slot, and what of a note may be
//! rewritten without losing what somebody else wrote in it.

mod boxes;
mod seal;

use std::collections::{HashMap, HashSet};

use crate::model::Stretch;
pub(crate) use boxes::{CheckBox, boxes};
use seal::{Edits, edits};
pub(crate) use seal::{front, is_of_same_content, sealed};

/// What a check box says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum BoxState {
    /// `[ ]`, and every sign that has no meaning here.
    Open,
    /// `[x]`
    Done,
    /// `[-]`
    Skipped,
}

impl BoxState {
    fn of(sign: char) -> Self {
        match sign {
            'x' | 'X' => Self::Done,
            '-' => Self::Skipped,
            _ => Self::Open,
        }
    }

    /// The sign between the brackets.
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Open => ' ',
            Self::Done => 'x',
            Self::Skipped => '-',
        }
    }
}

/// The states of slots and deliverables by the ids of their blocks.
pub(crate) type States = HashMap<String, BoxState>;

/// The id of the block of a slot, a sitting of one, or a deliverable. Blocks have letters, digits and
/// dashes only. Ids have no capital letters, so `P` is read back as a point and `S` as the beginning of
/// the sitting's minutes.
pub(crate) fn block_id(id: &str, sitting: Option<Stretch>) -> String {
    let sitting = sitting.map(|part| format!("S{part}"));
    id.replace('.', "P") + &sitting.unwrap_or_default()
}

/// What is to become of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Update {
    /// Nothing is lost if it is written anew.
    Replace,
    /// Only its check boxes can be changed: the text with them.
    Push(String),
}

/// How a note is brought from the states `before` to those of `now`.
pub(crate) fn update(note: &str, before: &States, now: &States) -> Update {
    let is_safe = match edits(note) {
        Edits::Nothing => true,
        Edits::Boxes => {
            let boxes = boxes(note);
            let mut pending = boxes.iter().filter_map(|own| own.change(before, now));
            !pending.any(|change| change == Change::Pending)
        }
        Edits::Text => false,
    };
    if is_safe {
        Update::Replace
    } else {
        Update::Push(pushed(note, before, now).0)
    }
}

/// The note with the states of `now` in its boxes, and how many boxes that changes. A box that says
/// neither what was known before nor what is known now is somebody's own and is left alone.
pub(crate) fn pushed(note: &str, before: &States, now: &States) -> (String, usize) {
    let boxes = boxes(note);
    let repeated = repeated(&boxes);
    let mut text = note.to_owned();
    let mut count = 0;
    for own in boxes.iter().rev() {
        let change = own.change(before, now);
        if let Some(Change::To(state)) = change.filter(|_| !repeated.contains(own.block)) {
            text.replace_range(own.sign.clone(), &state.sign().to_string());
            count += 1;
        }
    }
    (text, count)
}

/// The ids of blocks that several boxes have.
pub(crate) fn repeated<'t>(boxes: &[CheckBox<'t>]) -> HashSet<&'t str> {
    let mut known = HashSet::new();
    let blocks = boxes.iter().map(|own| own.block);
    blocks.filter(|block| !known.insert(*block)).collect()
}

/// What is to become of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    To(BoxState),
    /// Somebody has marked it, and nobody has recorded that.
    Pending,
}

impl CheckBox<'_> {
    /// `None` if it is right, or not of this plan.
    fn change(&self, before: &States, now: &States) -> Option<Change> {
        let is = *now.get(self.block)?;
        let was = before.get(self.block).copied().unwrap_or(is);
        let is_own = self.state != BoxState::Open && self.state != was;
        (self.state != is).then_some(if is_own {
            Change::Pending
        } else {
            Change::To(is)
        })
    }
}

#[cfg(test)]
mod tests;
