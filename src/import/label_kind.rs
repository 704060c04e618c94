//! What kinds of labels there are besides those of sections: of tasks, remarks, themes and durations.

use super::label::{bare, has_word};
use super::scan::folded;

/// Whether a label says no more than that there is something to do.
pub(super) fn is_generic(label: &str) -> bool {
    const GENERIC: [&str; 26] = [
        "tasks",
        "task",
        "to do",
        "todo",
        "to-do",
        "topics",
        "topic",
        "activities",
        "content",
        "contents",
        "plan",
        "schedule",
        "learn",
        "study",
        "任务",
        "内容",
        "学习内容",
        "学习任务",
        "学习要点",
        "安排",
        "学习安排",
        "具体任务",
        "本周任务",
        "タスク",
        "やること",
        "内容と课題",
    ];
    GENERIC.contains(&folded(bare(label)).as_str())
}

/// Whether a label is about remarks, which are nothing to do.
pub(super) fn is_remarks(label: &str) -> bool {
    const REMARKS: [&str; 12] = [
        "notes", "note", "remarks", "comments", "笔记", "备注", "说明", "メモ", "备忘", "心得",
        "thoughts", "journal",
    ];
    REMARKS.contains(&folded(bare(label)).as_str())
}

/// Whether a label is about what its unit is about, not about something to do.
pub(super) fn is_theme(label: &str) -> bool {
    const THEMES: [&str; 14] = [
        "phase",
        "stage",
        "theme",
        "focus",
        "topic",
        "main focus",
        "阶段",
        "主题",
        "重点",
        "本周主题",
        "本周重点",
        "フェーズ",
        "テーマ",
        "ステージ",
    ];
    THEMES.contains(&folded(bare(label)).as_str())
}

/// Whether a line offers something else to do instead of what is before it.
pub(super) fn is_alternative(text: &str) -> bool {
    let text = folded(bare(text));
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    let options = ["option ", "选项", "方案"];
    let option = options.iter().find_map(|word| text.strip_prefix(word));
    let is_later = option.is_some_and(|name| {
        name.trim_start()
            .starts_with(|c: char| "bcdefg23456二三四五六乙丙丁".contains(c))
    });
    is_later
        || begins(&[
            "alternatively",
            "or ",
            "or:",
            "otherwise",
            "或者",
            "或:",
            "也可以",
        ])
}

/// Whether a line says that one of the things below it is to be done.
pub(super) fn is_choice(text: &str) -> bool {
    const WORDS: [&str; 13] = [
        "pick one",
        "choose one",
        "select one",
        "pick 1",
        "choose 1",
        "pick either",
        "choose either",
        "one of the following",
        "one of these",
        "任选",
        "选一",
        "选择一个",
        "选其一",
    ];
    let text = folded(text);
    WORDS.iter().any(|word| has_word(&text, word))
}

/// Whether a label is about how long something takes.
pub(super) fn is_time(label: &str) -> bool {
    let label = folded(label);
    [
        "时间", "时长", "time", "duration", "hours", "用时", "耗时", "周期", "期间",
    ]
    .iter()
    .any(|word| has_word(&label, word))
}

const EXAM: [&str; 12] = [
    "exam",
    "test",
    "quiz",
    "mock",
    "midterm",
    "finals",
    "考试",
    "模考",
    "笔试",
    "期末",
    "試験",
    "テスト",
];
/// Whether a title is that of an exam itself, not of a mock exam or of work for one.
pub(super) fn is_exam(title: &str) -> bool {
    const WORDS: [&str; 8] = [
        "exam", "final", "finals", "midterm", "test day", "考试", "笔试", "試験",
    ];
    const WORK: [&str; 30] = [
        "mock", "practice", "practise", "sample", "past", "prep", "review", "revis", "read",
        "take", "study", "quiz", "paper", "guide", "project", "模拟", "模考", "真题", "复习",
        "刷题", "练习", "准备", "总结", "技巧", "模擬", "対策", "過去", "register", "book", "报名",
    ];
    let title = folded(title);
    let says = |words: &[&str]| words.iter().any(|word| has_word(&title, word));
    says(&WORDS) && !says(&WORK) && title.chars().count() <= 40
}

/// Whether a label is about an exam.
pub(super) fn names_exam(label: &str) -> bool {
    let label = folded(label);
    EXAM.iter().any(|word| has_word(&label, word))
}
