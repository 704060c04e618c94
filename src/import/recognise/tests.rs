//! Marks in headings, items and sentences.

use super::mark;
use crate::import::unit::MarkPlace;

fn read(text: &str, place: MarkPlace) -> Option<String> {
    let mark = mark(text, place)?;
    let numbers = match mark.numbers {
        Some((a, b)) if a == b => format!(" {a}"),
        Some((a, b)) => format!(" {a}-{b}"),
        None => String::new(),
    };
    let days = mark.weekdays.map(|days| format!(" {days}"));
    let open = if mark.is_open { "+" } else { "" };
    let days = days.unwrap_or_default();
    let loose = if mark.is_loose { " loose" } else { "" };
    Some(format!(
        "{:?}{numbers}{open}{days}{loose}: {}",
        mark.kind, mark.title
    ))
}

#[test]
fn marks_of_headings() {
    for (text, found) in [
        ("Week 1: PyTorch", "Week 1: PyTorch"),
        ("📅 **Week 1-2**: Core", "Week 1-2: Core"),
        ("Weeks 3 & 4 – Trees", "Week 3-4: Trees"),
        ("Week One", "Week 1: "),
        ("W11-W12｜项目", "Week 11-12: 项目"),
        ("第 1 周（Flask + 错误处理）", "Week 1: Flask + 错误处理"),
        ("第１周：数组", "Week 1: 数组"),
        ("第三、四周 动态规划", "Week 3-4: 动态规划"),
        ("第1周-第2周：基础", "Week 1-2: 基础"),
        ("周1：数组", "Week 1: 数组"),
        ("1週目：基礎", "Week 1: 基礎"),
        ("第2週 応用", "Week 2: 応用"),
        ("Day 1（周一）", "Day 1 mon: "),
        ("Day 1 (周一) - Git + SSH", "Day 1 mon: Git + SSH"),
        ("Day 1-2: Spark", "Day 1-2: Spark"),
        ("第五天 复习", "Day 5: 复习"),
        ("3日目：配列", "Day 3: 配列"),
        ("Monday: Focus", "Day mon: Focus"),
        (
            "第一阶段：深度学习基础强化（2 周）",
            "Phase 1: 深度学习基础强化（2 周）",
        ),
        (
            "Phase 6: Advanced (Weeks 21+)",
            "Phase 6: Advanced (Weeks 21+)",
        ),
        ("1. 阶段一：入门", "Phase 1: 入门"),
        ("フェーズ2: コンテナ", "Phase 2: コンテナ"),
        ("第一个月", "Month 1: "),
        ("Month 2: Core", "Month 2: Core"),
        ("3月：打基础", "Month 3: 打基础"),
        ("上午（09:00-12:00）", "Half: "),
        ("基础阶段（3-6月）", "Phase: "),
        ("Python Basics (Week 1-2)", "Week 1-2: Python Basics"),
        ("Weeks 21+", "Week 21+: "),
        ("Week 1 - 3 projects", "Week 1: 3 projects"),
        ("Day 3 - 2 hours", "Day 3: "),
    ] {
        assert_eq!(
            read(text, MarkPlace::Heading).as_deref(),
            Some(found),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_mark() {
    for text in [
        "Weekly Goals",
        "Daily Study Routine",
        "Monthly Assessments",
        "学习重点",
        "周期与目标",
        "1. 课程资源",
        "Today",
        "Dayton",
        "Phases",
        "Maybe later",
        "Partial results",
    ] {
        assert_eq!(read(text, MarkPlace::Heading), None, "{text}");
    }
}

#[test]
fn a_sentence_is_a_loose_mark_at_most() {
    let found = read("Week 1 is hard", MarkPlace::Item);
    assert_eq!(found.as_deref(), Some("Week 1 loose: is hard"));
    assert_eq!(read("上午复习英语", MarkPlace::Item), None);
    let found = read("第 1 天：请求链路", MarkPlace::Item);
    assert_eq!(found.as_deref(), Some("Day 1: 请求链路"));
}
