//! What to do about a key that its level does not have.

use super::{DETAILS, LEVELS, is_key, keys};
use crate::source::lookalike;
use crate::text::source::{KeyAdvice, Labels, Level};

/// Other words for keys. The first of the keys that a level has is suggested.
const SAME: [(&[&str], &[&str]); 14] = [
    (&["name", "subject", "标题", "名称", "主题"], &["title"]),
    (
        &["at", "when", "hours", "start", "end", "from", "to", "时间"],
        &["time", "window"],
    ),
    (
        &["length", "minutes", "takes", "时长"],
        &["duration", "span"],
    ),
    (
        &[
            "task",
            "tasks",
            "todo",
            "todos",
            "activities",
            "lessons",
            "任务",
        ],
        &["slots", "items"],
    ),
    (&["list", "checklist", "steps", "内容"], &["items"]),
    (
        &[
            "note",
            "comment",
            "comments",
            "description",
            "remark",
            "备注",
        ],
        &["notes", "note"],
    ),
    (&["tag", "tags", "category", "话题"], &["topic", "group"]),
    (
        &["depends", "depends_on", "requires", "prerequisites"],
        &["after"],
    ),
    (&["link", "href", "链接"], &["url"]),
    (&["homework", "outputs", "作业", "产出"], &["deliverables"]),
    (&["holidays", "days_off", "off", "休息"], &["rest"]),
    (&["deadline"], &["due", "date"]),
    (&["exam", "exams", "tests", "考试"], &["events"]),
    (&["topics", "weeks", "scope", "范围"], &["covers"]),
];

const DATES: [&str; 5] = ["date", "dates", "start_date", "end_date", "日期"];
const PROGRESS: [&str; 5] = ["done", "status", "completed", "finished", "完成"];

/// The most levels that are listed.
const MOST_LEVELS: usize = 4;

/// What to do about `key`, which `level` does not have.
pub(crate) fn advice(level: Level, key: &str) -> KeyAdvice {
    let known: Vec<&'static str> = keys(level).iter().map(|key| key.name).collect();
    if let Some(lookalike) = lookalike::replaced(key)
        && let Some(meant) = first_word(&lookalike.written, &known)
    {
        return KeyAdvice::Lookalike { lookalike, meant };
    }
    let other_words = SAME.iter().find(|(words, _)| words.contains(&key));
    let meant = other_words.map_or(&[][..], |(_, meant)| *meant);
    if let Some(same) = meant.iter().find(|meant| known.contains(meant)) {
        return KeyAdvice::SameAs(same);
    }
    let is_in_plan = matches!(level, Level::Plan | Level::Phase | Level::Week);
    let is_in_day = matches!(level, Level::Day | Level::Session | Level::Slot);
    if DATES.contains(&key) && (is_in_plan || is_in_day) {
        return KeyAdvice::NoDates;
    }
    if PROGRESS.contains(&key) && (is_in_plan || is_in_day) {
        return KeyAdvice::Progress;
    }
    let detail = |name: &&&str| **name == key || meant.contains(name);
    if let Some(detail) = DETAILS.iter().find(detail).filter(|_| is_in_day) {
        return KeyAdvice::Detail(detail);
    }
    let (one, many) = (key.strip_suffix('s').unwrap_or(key), format!("{key}s"));
    if let Some(nearest) = known.iter().find(|known| **known == one || **known == many) {
        return KeyAdvice::Nearest(nearest);
    }
    let having = LEVELS
        .iter()
        .filter(|(_, keys)| keys.iter().any(|known| known.name == key));
    let mut levels: Vec<Level> = having.map(|(level, _)| *level).collect();
    if levels.len() > 1 {
        // What it shares with others is hardly meant.
        levels.retain(|level| *level != Level::Event);
    }
    if (1..=MOST_LEVELS).contains(&levels.len()) {
        return KeyAdvice::Elsewhere(levels);
    }
    if let Some(nearest) = nearest(key, &known) {
        return KeyAdvice::Nearest(nearest);
    }
    let labels = if is_key(level, "fields") {
        Some(Labels::Here)
    } else {
        is_in_day.then_some(Labels::InSlots)
    };
    KeyAdvice::Known { known, labels }
}

/// The first word of what may be `- title: a`, if it is known.
fn first_word<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let key = written.trim_start_matches(['-', '[', '{', ' ']);
    let word = key.split([':', ' ']).next();
    known.iter().copied().find(|known| Some(*known) == word)
}

/// The known name that is most similar to `name` by Jaro-Winkler, if one is similar at all.
pub(crate) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let score = |candidate: &&str| strsim::jaro_winkler(name, candidate);
    let best = known.iter().max_by(|a, b| score(a).total_cmp(&score(b)))?;
    (score(best) > 0.8).then_some(*best)
}
