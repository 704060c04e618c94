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

/// Whether a label is about how long something takes.
pub(super) fn is_time(label: &str) -> bool {
    let label = folded(label);
    [
        "时间", "时长", "time", "duration", "hours", "用时", "耗时", "周期", "期间",
    ]
    .iter()
    .any(|word| has_word(&label, word))
}
