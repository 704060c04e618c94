//! Whether a document is a study plan at all.

use super::chosen::Chosen;
use super::label::has_word;
use super::node::{Document, Form};
use super::scan::{Scan, decoration, folded};
use crate::text::import::NoPlan;

const LEARNING: [&str; 70] = [
    "learn",
    "study",
    "course",
    "practice",
    "review",
    "chapter",
    "lesson",
    "exam",
    "read",
    "tutorial",
    "exercise",
    "lecture",
    "curriculum",
    "roadmap",
    "module",
    "quiz",
    "homework",
    "leetcode",
    "prep",
    "train",
    "skill",
    "certif",
    "assignment",
    "学习",
    "复习",
    "课程",
    "练习",
    "刷题",
    "考试",
    "阅读",
    "背诵",
    "预习",
    "掌握",
    "训练",
    "课后",
    "真题",
    "单词",
    "教程",
    "理解",
    "作业",
    "备考",
    "知识",
    "基础",
    "入门",
    "自学",
    "听力",
    "口语",
    "语法",
    "学",
    "読",
    "復習",
    "勉強",
    "演習",
    "教材",
    "講義",
    "試験",
    "問題",
    "宿題",
    "過去問",
    "単語",
    "書籍",
    "入門",
    "基礎",
    "実装",
    "project",
    "项目",
    "tryhackme",
    "bootcamp",
    "topic",
    "实践",
];
const CHANGES: [&str; 9] = [
    "added",
    "changed",
    "fixed",
    "removed",
    "deprecated",
    "unreleased",
    "breaking changes",
    "bug fixes",
    "changelog",
];
const COOKING: [&str; 14] = [
    "ingredients",
    "tablespoon",
    "teaspoon",
    "preheat",
    "oven",
    "simmer",
    "食材",
    "克",
    "调料",
    "翻炒",
    "材料（",
    "大さじ",
    "小さじ",
    "serves",
];
/// What other plans are about: journeys, sport, releases.
const OTHER: [&str; 22] = [
    "hotel",
    "flight",
    "itinerary",
    "airport",
    "museum",
    "check-in",
    "squat",
    "push-up",
    "workout",
    "reps",
    "calories",
    "release candidate",
    "deploy to production",
    "酒店",
    "机票",
    "景点",
    "行程",
    "高铁",
    "深蹲",
    "有氧",
    "热量",
    "旅行",
];
const REFERENCE: [&str; 14] = [
    "parameters",
    "returns",
    "endpoint",
    "request body",
    "status code",
    "response",
    "get /",
    "post /",
    "参数",
    "返回值",
    "boolean",
    "deprecated since",
    "http method",
    "curl ",
];

/// Why the document is no study plan; `None` if it is one.
pub(super) fn refusal(document: &Document, chosen: &Chosen) -> Option<NoPlan> {
    let text = folded(&beginning(document));
    if !text.contains(char::is_alphanumeric) {
        return Some(NoPlan::Empty);
    }
    let hits = |words: &[&str]| words.iter().filter(|word| has_word(&text, word)).count();
    let learning = hits(&LEARNING);
    let headings = || {
        document
            .nodes
            .iter()
            .filter(|node| node.form == Form::Heading)
    };
    let versions = headings().filter(|node| is_version(&node.text)).count();
    let is_log = headings().next().is_some_and(|node| is_log(&node.text));
    if is_log || versions >= 2 && hits(&CHANGES) >= 2 || hits(&CHANGES) >= 4 && versions >= 1 {
        return Some(NoPlan::Changelog);
    }
    let times = document
        .nodes
        .iter()
        .filter(|node| node.times.is_some())
        .count();
    let strong = chosen.weeks.len() + chosen.days.len() + chosen.phases.len();
    if hits(&COOKING) >= 3 && learning < 6 {
        return Some(NoPlan::Recipe);
    }
    if strong + times < 2 && hits(&REFERENCE) >= 4 {
        return Some(NoPlan::Reference);
    }
    let tasks = document
        .nodes
        .iter()
        .filter(|node| node.tick.is_some())
        .count();
    let says_plan = headings().take(3).any(|node| is_plan_title(&node.text))
        || document.front.iter().any(|line| is_plan_title(line));
    if strong == 0 && times < 3 && !(tasks >= 2 && learning > 0 || says_plan) {
        return Some(NoPlan::NoUnits);
    }
    let is_other = hits(&OTHER) >= 2 || strong < 2;
    (learning == 0 && is_other).then_some(NoPlan::NoLearning)
}

/// The first lines, which say what a document is about.
fn beginning(document: &Document) -> String {
    let mut text = String::new();
    for line in &document.lines {
        if text.len() > 100_000 {
            break;
        }
        text += line;
        text.push('\n');
    }
    text
}

fn is_plan_title(text: &str) -> bool {
    let text = folded(text);
    let plan = [
        "plan",
        "计划",
        "roadmap",
        "路线",
        "schedule",
        "规划",
        "ロードマップ",
        "curriculum",
        "syllabus",
        "课表",
        "学習",
    ];
    let ends = |word: &str| {
        let rest = text.split(word).skip(1);
        let mut letters = rest.map(|rest| rest.chars().take_while(char::is_ascii_alphabetic));
        letters.any(|rest| matches!(rest.collect::<String>().as_str(), "" | "s" | "ner" | "ning"))
    };
    plan.iter().any(|word| has_word(&text, word) && ends(word))
}

/// Whether a title is that of a list of changes.
fn is_log(title: &str) -> bool {
    let title = folded(title);
    let logs = [
        "changelog",
        "change log",
        "release notes",
        "更新日志",
        "変更履歴",
    ];
    logs.contains(&super::label::bare(&title))
}

/// `[1.2.0] - 2024-01-02`, `v1.2`
fn is_version(text: &str) -> bool {
    let scan = Scan::new(text);
    let at = decoration(&scan.folded, 0);
    let rest: String = scan.folded[at..].iter().collect();
    let rest = rest
        .strip_prefix("version ")
        .or_else(|| rest.strip_prefix('v'))
        .unwrap_or(&rest);
    let number: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    number.matches('.').count() >= 1
        && number.starts_with(|c: char| c.is_ascii_digit())
        && !number.ends_with('.')
        || rest.starts_with("unreleased")
}
