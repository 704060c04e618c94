//! The plan around its phases: title, front matter, study time, language.

use super::hours::Stated;
use super::ledger::{Leftover, runs};
use super::length::Length;
use super::node::Document;
use super::outside::Outside;
use super::request::Request;
use super::scan::folded;
use crate::model::{Budget, FrontMatter, Minutes, Note, Phase, Plan, TimeBudget};

/// Puts the plan together.
pub(super) fn plan(
    outside: Outside,
    document: &Document,
    request: &Request,
    phases: Vec<Phase>,
) -> Plan {
    let front = front_matter(&document.front);
    let named = front
        .iter()
        .find(|line| line.key == "title")
        .and_then(|line| line.values.first().cloned());
    let title = outside
        .title
        .or(named)
        .unwrap_or_else(|| request.name.clone());
    let budget = outside.budget.map(budget);
    let goal = (!outside.goals.is_empty()).then(|| outside.goals.join("\n"));
    Plan {
        events: outside.events,
        id: request.id.clone(),
        title: super::titles::shortened(&title),
        language: language(document).to_owned(),
        direction: outside.direction,
        duration: outside.duration,
        time_budget: budget,
        goal,
        front_matter: front,
        roadmap: outside.roadmap,
        resources: outside.library.resources,
        milestones: outside.milestones,
        reminders: outside.reminders,
        artifacts: Vec::new(),
        notes: outside.notes,
        editor_notes: Vec::new(),
        rest: Vec::new(),
        allow: Vec::new(),
        phases,
    }
}

/// The study time in the author's words, with its figures.
fn budget(verbatim: String) -> TimeBudget {
    let mut stated = Stated::default();
    stated.read(&verbatim);
    let budget = |length: Option<Length>| {
        let (low, high) = length.map(|length| (length.low, length.high))?;
        let fits = (1..=Minutes::DAY.0).contains(&high);
        let (low, high) = (Minutes(low), Minutes(high));
        fits.then_some(Budget { low, high })
    };
    TimeBudget {
        weekday: budget(stated.weekday()),
        weekend: budget(stated.weekend()),
        verbatim: Some(verbatim),
    }
}

/// Lines that are left over, kept in the plan file as text of the note; lines that follow each other
/// are one text.
pub(super) fn artifacts(leftovers: &[Leftover]) -> Vec<Note> {
    let runs = runs(leftovers).into_iter();
    let texts = runs.map(|run| {
        let mut text = String::new();
        let mut last = None;
        for left in &run {
            let gap = last.map_or(0, |last| left.line - last);
            text += &"\n".repeat(gap as usize);
            text += &left.text;
            last = Some(left.line);
        }
        Note {
            line: run.first().map(|left| left.line),
            text,
        }
    });
    texts.collect()
}

/// The front matter's keys and values.
fn front_matter(lines: &[String]) -> Vec<FrontMatter> {
    let mut matter: Vec<FrontMatter> = Vec::new();
    for line in lines {
        let trimmed = line.trim();
        let entry = trimmed.strip_prefix("- ").filter(|_| !matter.is_empty());
        if let Some((entry, last)) = entry.zip(matter.last_mut()) {
            last.values.push(unquoted(entry));
            last.is_list = true;
        } else if let Some((key, value)) = trimmed.split_once(':') {
            let list = value
                .trim()
                .strip_prefix('[')
                .and_then(|list| list.strip_suffix(']'));
            let values: Vec<String> = match list {
                Some(list) => list
                    .split(',')
                    .map(unquoted)
                    .filter(|value| !value.is_empty())
                    .collect(),
                None => vec![unquoted(value)]
                    .into_iter()
                    .filter(|value| !value.is_empty())
                    .collect(),
            };
            let key = key.trim().trim_matches('"').to_owned();
            let is_list = list.is_some() || values.is_empty();
            if !key.is_empty() && !matter.iter().any(|known| known.key == key) {
                matter.push(FrontMatter {
                    key,
                    values,
                    is_list,
                });
            }
        } else if let Some(last) = matter.last_mut().filter(|_| !trimmed.is_empty()) {
            last.values.push(trimmed.to_owned());
            last.is_list = true;
        }
    }
    matter
}

fn unquoted(value: &str) -> String {
    value.trim().trim_matches(['"', '\'']).to_owned()
}

/// The language of a document, by its letters.
fn language(document: &Document) -> &'static str {
    let text = folded(&document.lines.join("\n"));
    let kana = text
        .chars()
        .filter(|c| ('\u{3040}'..='\u{30FF}').contains(c) && *c != '・')
        .count();
    let han = text
        .chars()
        .filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c))
        .count();
    let latin = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() > 1)
        .count();
    match (kana, han) {
        _ if kana * 5 > han && kana > 20 => "ja",
        _ if han * 3 > latin => "zh",
        _ => "en",
    }
}
