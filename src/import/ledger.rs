//! What has become of every line.

use std::collections::{BTreeMap, BTreeSet};

use super::html::without_tags;
use super::kept::Kept;
use super::node::{Document, Node};
use crate::model::Plan;
use crate::text::import::{Decision, LeftOver};

/// A decision, and the lines it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decided {
    pub(crate) lines: Vec<(u32, u32)>,
    pub(crate) what: Decision,
}

/// A line that is not in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leftover {
    pub(crate) line: u32,
    pub(crate) text: String,
    pub(crate) why: LeftOver,
}

/// Lines that follow each other and are left over for one reason; lines without text are not shown.
pub(crate) fn runs(leftovers: &[Leftover]) -> Vec<Vec<&Leftover>> {
    let shown = leftovers.iter().filter(|left| left.why != LeftOver::Markup);
    let shown: Vec<&Leftover> = shown.collect();
    let runs = shown.chunk_by(|a, b| b.line <= a.line + 2 && a.why == b.why);
    runs.map(<[&Leftover]>::to_vec).collect()
}

/// What has become of the lines so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    placed: BTreeSet<u32>,
    left: BTreeMap<u32, LeftOver>,
    pub(crate) decisions: Vec<Decided>,
}

impl Ledger {
    /// The node's lines are in the plan.
    pub(super) fn place(&mut self, node: &Node) {
        self.placed.extend(node.lines.0..=node.lines.1);
    }

    /// The node's lines are not in the plan, unless another node on them is.
    pub(super) fn leave(&mut self, node: &Node, why: LeftOver) {
        for line in node.lines.0..=node.lines.1 {
            self.left.entry(line).or_insert(why);
        }
    }

    pub(super) fn decide(&mut self, lines: Vec<(u32, u32)>, what: Decision) {
        self.decisions.push(Decided { lines, what });
    }

    /// The heads of tables are labels of what is below them.
    pub(super) fn leave_heads(&mut self, document: &Document) {
        for table in &document.tables {
            self.left.entry(table.line).or_insert(LeftOver::Heading);
        }
    }

    /// Every line with text that is not in the plan, and how many lines are. Of a line that was put into
    /// the plan, every word must be there.
    pub(super) fn settle(&self, document: &Document, plan: &Plan) -> (Vec<Leftover>, usize) {
        let mut kept = Kept::of(plan);
        let (mut left, mut placed) = (Vec::new(), 0);
        placed += document
            .front
            .iter()
            .filter(|line| !line.trim().is_empty())
            .count();
        if !document.front.is_empty() {
            for line in [1, document.front.len() + 2] {
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                let (text, why) = ("---".to_owned(), LeftOver::Markup);
                left.push(Leftover { line, text, why });
            }
        }
        for (line, text) in (1..).zip(&document.lines) {
            if text.trim().is_empty() {
                continue;
            }
            let is_placed = self.placed.contains(&line);
            if is_placed && kept.has(text) {
                placed += 1;
                continue;
            }
            let is_markup = !without_tags(text).contains(char::is_alphanumeric)
                || text.trim_start().starts_with("```");
            let why = match self.left.get(&line) {
                _ if is_markup => LeftOver::Markup,
                _ if is_placed => LeftOver::Partly,
                Some(why) => *why,
                None => LeftOver::Outside,
            };
            let text = text.clone();
            left.push(Leftover { line, text, why });
        }
        (left, placed)
    }
}
