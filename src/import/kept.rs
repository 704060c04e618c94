//! Whether the words of a line are in the plan file.

use std::collections::HashSet;

use super::fact_label::{names_fact, names_link};
use super::html::without_tags;
use super::label::{About, about, split};
use super::label_kind::names_exam;
use super::obsidian;
use crate::model::Plan;
use crate::source;

/// Words that a plan file says by numbers and keys: units, weekdays, months, parts of HTML and charts.
const UNITS: &str = "week weeks day days phase month months part am pm mon tue wed thu fri sat sun \
                     monday tuesday wednesday thursday friday saturday sunday weekend weekends weekday \
                     weekdays jan feb mar apr may jun jul aug sep sept oct nov dec january february \
                     march april june july august september october november december and of the to a \
                     br x hours hour minutes min per mermaid true section after done crit active 目标 \
                     goal amp lt gt quot nbsp on at hr hrs mins 火 水 木 金 土";

/// Signs of units and times in Chinese and Japanese, which a plan file says by numbers and keys.
const SIGNS: &str = "第周週天日月阶段階章上下午晚早朝夜末点時时分一二三四五六七八九十";

/// How many words that stand for themselves nowhere in the plan file are searched in it.
const SEARCHES: usize = 500;

/// The words of a plan file.
pub(super) struct Kept {
    text: String,
    words: HashSet<String>,
    searches: usize,
}

impl Kept {
    /// The words of the plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let text = source::write(plan).to_lowercase();
        let known = words(&text).chain(UNITS.split_whitespace());
        let words = known.map(str::to_owned).collect();
        Self {
            text,
            words,
            searches: 0,
        }
    }

    /// Whether the plan has every word of a line, but for numbers, the names of units, and labels for
    /// which a plan file has keys.
    pub(super) fn has(&mut self, line: &str) -> bool {
        let line = without_tags(&obsidian::words(line).to_lowercase());
        let line = line.replace(['*', '`', '~', '\\'], "");
        let is_kept = |label: &str| {
            use About::{Deliverables, Goals, Milestones};
            matches!(about(label), Some(Deliverables | Goals | Milestones))
        };
        let has_key = |label: &str| {
            names_fact(label) || names_link(label) || names_exam(label) || is_kept(label)
        };
        let value = split(&line).filter(|(label, _)| has_key(label));
        let line = value.map_or(line, |(_, value)| value);
        words(&line).all(|word| self.has_word(word))
    }

    fn has_word(&mut self, word: &str) -> bool {
        let is_number = |c: char| c.is_numeric() || SIGNS.contains(c);
        if word.contains(is_number) || self.words.contains(word) {
            return true;
        }
        // A part of a word: `**学习**内容`.
        self.searches += 1;
        self.searches <= SEARCHES && self.text.contains(word)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}
