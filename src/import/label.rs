//! Labels (`目标：`, `**Resources:**`) and what sections are about, by their words.

use super::scan::{Scan, folded};

/// What a labelled part or a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Milestones,
    Resources,
    /// What has been done: trackers, check lists, reflections.
    Progress,
    /// How a day or week is spent in general.
    Routine,
    Reminders,
    Deliverables,
    Goals,
    Overview,
}

const WORDS: [(About, &[&str]); 8] = [
    (
        About::Milestones,
        &[
            "里程碑",
            "milestone",
            "マイルストーン",
            "关键节点",
            "检查点",
            "阶段检验",
            "阶段验收",
            "阶段测试",
            "checkpoints",
        ],
    ),
    (
        About::Resources,
        &[
            "资源",
            "书单",
            "书籍",
            "参考",
            "资料",
            "教材",
            "材料",
            "工具",
            "resource",
            "reference",
            "reading list",
            "books",
            "bibliography",
            "material",
            "links",
            "tools",
            "リソース",
            "教科書",
            "文献",
            "course list",
            "courses",
        ],
    ),
    (
        About::Progress,
        &[
            "进度",
            "progress",
            "track",
            "打卡",
            "完成情况",
            "进捗",
            "自评",
            "assessment",
            "reflection",
            "复盘",
            "サマリー",
            "checklist",
            "检查清单",
            "清单",
            "チェックリスト",
            "todo",
            "log",
            "记录",
            "回顾",
            "总结",
            "完了",
            "completed",
        ],
    ),
    (
        About::Routine,
        &[
            "每日安排",
            "每天安排",
            "时间分配",
            "时间安排",
            "作息",
            "日程模板",
            "模板",
            "template",
            "routine",
            "typical day",
            "daily schedule",
            "daily time",
            "每日时间",
            "每日流程",
            "每日学习流程",
            "1日の",
            "一日の",
            "毎日",
            "time allocation",
            "time management",
            "每周节奏",
            "weekly schedule template",
            "每日节奏",
            "daily structure",
            "weekly rhythm",
        ],
    ),
    (
        About::Reminders,
        &[
            "注意",
            "提示",
            "建议",
            "技巧",
            "贴士",
            "tips",
            "advice",
            "reminder",
            "原则",
            "habit",
            "心得",
            "ポイント",
            "コツ",
            "important",
            "rules",
            "strateg",
            "策略",
            "guideline",
            "方法",
            "best practice",
            "how to use",
            "使用说明",
            "若时间",
            "如果",
            "if you",
            "motivation",
            "key principle",
            "心构え",
        ],
    ),
    (
        About::Deliverables,
        &[
            "交付",
            "产出",
            "产物",
            "成果",
            "deliverable",
            "output",
            "提交",
            "验收",
            "acceptance",
            "checkpoint",
            "exit criteria",
            "success criteria",
            "done criteria",
            "definition of done",
            "达标",
            "完成标准",
            "通过标准",
            "合格标准",
        ],
    ),
    (
        About::Goals,
        &[
            "目标",
            "目标",
            "goal",
            "objective",
            "outcome",
            "ゴール",
            "目的",
            "期望",
            "target",
        ],
    ),
    (
        About::Overview,
        &[
            "总览", "概览", "一览", "概述", "overview", "outline", "glance", "summary", "路线",
            "roadmap", "timeline", "全体", "概要", "全景",
        ],
    ),
];

/// What a heading or label is about.
pub(super) fn about(text: &str) -> Option<About> {
    let text = folded(text);
    let found = WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| has_word(&text, word)));
    found.map(|(about, _)| *about)
}

/// Whether `text` has `word`: an English one only at the beginning of a word.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    let is_english = word.starts_with(|c: char| c.is_ascii_alphabetic());
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !is_english || !before.is_some_and(|c| c.is_ascii_alphabetic())
    })
}

/// The longest label, in characters; a Chinese one counts double.
const LONGEST: usize = 36;

/// A text's label and what comes after it, both verbatim.
pub(super) fn split(text: &str) -> Option<(String, String)> {
    let scan = Scan::new(text);
    let colon = scan.folded.iter().position(|c| *c == ':')?;
    let before = &scan.folded[..colon];
    let width: usize = before
        .iter()
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum();
    let is_time = before.last().is_some_and(char::is_ascii_digit)
        && scan.folded.get(colon + 1).is_some_and(char::is_ascii_digit);
    let is_address = scan.folded.get(colon + 1) == Some(&'/');
    let is_sentence = before.iter().any(|c| "。,;!?，；！？`".contains(*c));
    let is_code = scan.folded.get(colon + 1) == Some(&':');
    let is_footnote = before.starts_with(&['[', '^']);
    // A mark that stands on a letter is none by itself.
    let is_seen = |c: &char| !crate::escape::is_invisible(c.encode_utf8(&mut [0; 4]));
    let speaks = before.iter().any(|c| c.is_alphanumeric() && is_seen(c));
    if !speaks || width > LONGEST || is_time || is_address || is_sentence || is_code || is_footnote
    {
        return None;
    }
    let label = scan.slice(0, colon);
    Some((label, scan.rest(colon + 1)))
}

/// A label without emoji and other signs around it.
pub(super) fn bare(label: &str) -> &str {
    label.trim_matches(|c: char| !c.is_alphanumeric() && !"()（）+#".contains(c))
}
