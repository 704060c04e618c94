//! Several targets at once.

use std::collections::HashSet;

use super::levels::is_list;
use super::{Targets, Thing, Wanted};
use crate::commands::words;
use crate::error::{Error, Result};
use crate::summary::Status;
use crate::text::Correction;

impl<'a> Targets<'a> {
    /// The slots and deliverables that `texts` refer to and that are done or skipped, without
    /// repetitions. A day means those of its slots.
    ///
    /// # Errors
    /// As [`Self::things`]; `Usage` if one of them is open, or a day has none.
    pub(crate) fn settled(&self, texts: &[String]) -> Result<Vec<Thing<'a>>> {
        let is_settled = |status: Status| matches!(status, Status::Done | Status::Skipped);
        self.each_once(texts, |text| {
            let found = self.marked(text, Wanted::Things, |slot| is_settled(slot.status))?;
            if let Some(open) = found.iter().find(|thing| !is_settled(thing.status())) {
                return Err(Error::usage(Correction::IsOpen(open.name())));
            }
            if found.is_empty() {
                let text = text.to_owned();
                return Err(Error::usage(Correction::NothingSettled { text }));
            }
            Ok(found)
        })
    }

    /// What `find` gives for each of the texts, without repetitions.
    pub(super) fn each_once(
        &self,
        texts: &[String],
        find: impl Fn(&str) -> Result<Vec<Thing<'a>>>,
    ) -> Result<Vec<Thing<'a>>> {
        let mut known = HashSet::new();
        let mut things = Vec::new();
        for text in &self.separated(texts) {
            let found = find(text)?.into_iter();
            things.extend(found.filter(|thing| known.insert(thing.key())));
        }
        Ok(things)
    }

    /// Splits `d8、d9` at commas, unless a title contains them. `Day 8, 9` is one.
    pub(crate) fn separated(&self, texts: &[String]) -> Vec<String> {
        let several = |text: &String| -> Vec<String> {
            let normal = words::normal(text);
            let is_digit = |c: char| c.is_ascii_digit();
            if normal.starts_with(is_digit) || is_list(&normal) || self.is_called(text) {
                return vec![text.clone()];
            }
            let parts = text.split(['、', '，', ',']);
            parts.map(|part| part.trim().to_owned()).collect()
        };
        let several = |text: &String| several(text).into_iter().flat_map(|text| expand(&text));
        // Each once: a long list could name the same thing a thousand times.
        let mut known = HashSet::new();
        let all = texts.iter().flat_map(several);
        all.filter(|text| known.insert(text.clone())).collect()
    }
}

/// The longest range that is expanded.
const LONGEST: u32 = 1_000;

/// `w1-w3` as `w1`, `w2` and `w3`, and `d1-d3` as `d1-3`; anything else as it is: `d01-0900` and `w01-1`
/// are ids of slots.
fn expand(text: &str) -> Vec<String> {
    let typed = words::normal(text);
    let range = |letter: char| {
        let (first, last) = typed.strip_prefix(letter)?.split_once('-')?;
        let first = super::levels::number(first.trim())?;
        let last = super::levels::number(last.trim().strip_prefix(letter)?)?;
        (first <= last && last - first <= LONGEST).then_some((first, last))
    };
    if let Some((first, last)) = range('w') {
        return (first..=last).map(|week| format!("w{week}")).collect();
    }
    match range('d') {
        Some((first, last)) => vec![format!("d{first}-{last}")],
        None => vec![text.to_owned()],
    }
}
