//! Meals and other breaks, which are no slots.

use super::label::has_word;
use super::scan::folded;

const BREAKS: [&str; 26] = [
    "wake up",
    "shower",
    "休息",
    "午休",
    "午餐",
    "早餐",
    "晚餐",
    "午饭",
    "早饭",
    "晚饭",
    "吃饭",
    "用餐",
    "lunch",
    "break",
    "dinner",
    "breakfast",
    "nap",
    "睡觉",
    "就寝",
    "昼食",
    "夕食",
    "朝食",
    "休憩",
    "sleep",
    "rest",
    "起床",
];
const WORK: [&str; 14] = [
    "学习",
    "复习",
    "练习",
    "阅读",
    "study",
    "review",
    "practice",
    "read",
    "wind down",
    "course",
    "code",
    "breakdown",
    "session",
    "project",
];

/// Whether a slot is a meal or another break.
pub(super) fn is_break(title: &str) -> bool {
    let title = folded(title);
    let says = |words: &[&str]| words.iter().any(|word| has_word(&title, word));
    says(&BREAKS) && !has_work(&title) && title.chars().count() <= 24
}

/// Whether a folded text has a word for study.
pub(super) fn has_work(text: &str) -> bool {
    WORK.iter().any(|word| has_word(text, word))
}
