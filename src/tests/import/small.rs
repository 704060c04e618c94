//! Small notes, with the whole outline that is expected.

use super::{imported, left, read};
use crate::import::Imported;
use crate::text::import::{Decision, LeftOver, NoPlan};

/// A plan as an outline: phases, weeks, days and slots, a line each.
pub(super) fn outline(imported: &Imported) -> String {
    let mut out = String::new();
    for phase in &imported.plan.phases {
        if let Some(title) = phase.heading.as_ref().or(phase.title.as_ref()) {
            out += &format!("{title}\n");
        }
        for week in &phase.weeks {
            if let Some(number) = week.number {
                let title = week.title.as_deref().unwrap_or_default();
                let goals: Vec<&str> = week.goals.iter().map(|goal| goal.text.as_str()).collect();
                let goals = if goals.is_empty() {
                    String::new()
                } else {
                    format!(" goals {goals:?}")
                };
                out += &format!(" w{number} {title}{goals}\n");
            }
            for day in &week.days {
                let (first, last) = day.numbers.unwrap_or_default();
                let days = if first == last {
                    first.to_string()
                } else {
                    format!("{first}-{last}")
                };
                let weekday = day
                    .weekdays
                    .map(|days| format!(" {days}"))
                    .unwrap_or_default();
                out += &format!("  d{days}{weekday}\n");
                for slot in day.slots() {
                    let time = slot.time.map(|time| time.to_string());
                    let time = time.or(slot.duration.map(|minutes| format!("{} min", minutes.0)));
                    let tick = if slot.ticked { " [x]" } else { "" };
                    out += &format!("   {} {}{tick}\n", time.unwrap_or_default(), slot.title);
                }
            }
            for what in &week.deliverables {
                out += &format!(
                    "  > {}{}\n",
                    what.text,
                    if what.ticked { " [x]" } else { "" }
                );
            }
        }
    }
    out
}

#[track_caller]
pub(super) fn reads(text: &str, expected: &str) {
    assert_eq!(outline(&imported(text)), expected, "{text}");
}

#[test]
fn phases_and_weeks_on_one_level() {
    reads(
        "# ML\n\nTime: 2 hours a day\n\n## Phase 1: Math (2 weeks)\n## Week 1: Algebra\n- [x] Watch lectures\n- [ ] Exercises\n## Week 2\n- [ ] Read\n## Phase 2: Models\n## Week 3\n- [ ] Train\n",
        "Phase 1: Math (2 weeks)\n w1 Algebra\n  d1 mon\n   120 min Watch lectures [x]\n  d2 thu\n   120 min Exercises\n w2 Week 2\n  d3 mon\n   120 min Read\nPhase 2: Models\n w3 Week 3\n  d4 mon\n   120 min Train\n",
    );
}

#[test]
fn numbers_that_begin_again_in_each_phase() {
    let text = "# Study\n### Phase One\n#### Week 1\n- Learn HTML\n#### Week 2\n- Learn CSS\n### Phase Two\n#### Week 1\n- Learn JS\n";
    reads(
        text,
        "Phase One\n w1 Week 1\n  d1 mon\n   60 min Learn HTML\n w2 Week 2\n  d2 mon\n   60 min Learn CSS\nPhase Two\n w3 Week 1\n  d3 mon\n   60 min Learn JS\n",
    );
    let decisions = imported(text).decisions;
    let restart = decisions
        .iter()
        .find(|decided| decided.what == Decision::Restart);
    assert_eq!(
        restart.map(|decided| decided.lines.clone()),
        Some(vec![(8, 8)])
    );
}

#[test]
fn a_plan_that_is_said_three_times_is_one() {
    let text = "# Course\n\n## Overview\n1. Week 1: Basics\n2. Week 2: Exam\n\n## Week 1: Basics\n- Read ch. 1\n- Read ch. 2\n\n## Week 2: Exam\n- Mock exam\n\n## Checklist\n- [ ] Week 1 finished\n- [ ] Week 2 finished\n";
    reads(
        text,
        " w1 Basics\n  d1 mon\n   60 min Read ch. 1\n  d2 wed\n   60 min Read ch. 2\n w2 Exam\n  d3 mon\n   60 min Mock exam\n",
    );
    let repeats = |line| LeftOver::Repeats { line: Some(line) };
    let (heading, progress) = (LeftOver::Heading, LeftOver::Progress);
    let expected = [
        (3, heading),
        (4, repeats(7)),
        (5, repeats(11)),
        (14, progress),
        (15, progress),
        (16, progress),
    ];
    assert_eq!(left(&imported(text)), expected);
}

#[test]
fn days_in_a_table_with_hours() {
    reads(
        "# Week 1 study\n\n| Day | Topic | Time | Task |\n|---|---|---|---|\n| Monday | Arrays | 2h | LeetCode 1<br>LeetCode 26 |\n| Tuesday | Strings | 1.5h | LeetCode 3 |\n| Sunday | Rest | - | - |\n",
        " w1 study\n  d1 mon\n   120 min Arrays\n  d2 tue\n   90 min Strings\n",
    );
}

#[test]
fn times_with_am_and_pm_breaks_and_alternatives() {
    let text = "# Exam\n\n## Saturday\n- 9:00 AM - 10:30 AM: Read chapter 3\n- 10:30 - 10:45 AM: Break\n- 1 pm - 2 pm Past paper\n- 1:30 pm - 2:30 pm or flash cards\n";
    reads(
        text,
        "  d1 sat\n   09:00-10:30 Read chapter 3\n   13:00-14:00 Past paper\n   60 min or flash cards\n",
    );
    let decisions: Vec<Decision> = imported(text)
        .decisions
        .into_iter()
        .map(|decided| decided.what)
        .collect();
    let expected = [Decision::Breaks { count: 1 }, Decision::Alternatives];
    assert_eq!(decisions, expected);
}

#[test]
fn a_timetable_with_a_column_for_each_weekday() {
    reads(
        "# 每周课表\n\n| 时间 | 周一 | 周二 | 周三 |\n|---|---|---|---|\n| 19:00-20:00 | 听力 | 高数 | |\n| 20:10-21:10 | 单词 | 习题 | 复习 |\n",
        "  d1 mon\n   19:00-20:00 听力\n   20:10-21:10 单词\n  d2 tue\n   19:00-20:00 高数\n   20:10-21:10 习题\n  d3 wed\n   20:10-21:10 复习\n",
    );
}

#[test]
fn weeks_of_two_in_a_list_and_in_a_fence() {
    reads(
        "# 学习路线\n\n```\n第1-2周：语法\n第3周：项目\n```\n",
        concat!(
            " w1 第1-2周: 语法\n",
            "  d1 mon\n   60 min 语法 (1/10)\n  d2 tue\n   60 min 语法 (2/10)\n  d3 wed\n   60 min 语法 (3/10)\n",
            "  d4 thu\n   60 min 语法 (4/10)\n  d5 fri\n   60 min 语法 (5/10)\n  d6 mon\n   60 min 语法 (6/10)\n",
            "  d7 tue\n   60 min 语法 (7/10)\n  d8 wed\n   60 min 语法 (8/10)\n  d9 thu\n   60 min 语法 (9/10)\n",
            "  d10 fri\n   60 min 语法 (10/10)\n",
            " w3 项目\n",
            "  d11 mon\n   60 min 项目 (1/5)\n  d12 tue\n   60 min 项目 (2/5)\n  d13 wed\n   60 min 项目 (3/5)\n",
            "  d14 thu\n   60 min 项目 (4/5)\n  d15 fri\n   60 min 项目 (5/5)\n",
        ),
    );
}

#[test]
fn japanese_days_with_dates() {
    let text = "# 試験 直前対策 2025\n\n### 9/20(土)\n- 過去問 午前\n### 9/21(日)\n- 過去問 午後\n";
    reads(
        text,
        "  d1 sat\n   60 min 過去問 午前\n  d2 sun\n   60 min 過去問 午後\n",
    );
    let start = imported(text).start.map(|date| date.to_string());
    assert_eq!(start.as_deref(), Some("2025-09-20"));
}

#[test]
fn goals_resources_and_things_to_hand_in() {
    let text = "# 计划\n\n### 第1周：NumPy\n🎯 **目标**：掌握数组\n📚 **资源**：\n- [官方](https://numpy.org/doc/)\n✅ **任务**：\n- [ ] 完成练习\n📦 **产出**：一个 notebook\n";
    reads(
        text,
        " w1 NumPy goals [\"掌握数组\"]\n  d1 mon\n   60 min 完成练习\n  > 一个 notebook\n",
    );
    let plan = imported(text).plan;
    let fields = &plan.phases[0].weeks[0].fields;
    assert_eq!(fields[0].label.as_deref(), Some("📚 资源"));
    assert_eq!(
        fields[0].items[0].url.as_deref(),
        Some("https://numpy.org/doc/")
    );
}

#[test]
fn a_chart_is_the_plan_if_there_is_no_other() {
    reads(
        "# Plan to learn\n```mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    section Basics\n    HTML :done, a1, 2026-01-01, 7d\n    section Advanced\n    JS :b1, after a1, 10d\n```\n",
        "Basics\n  d1-7\n   420 min HTML [x]\nAdvanced\n  d8-14\n   420 min JS (1/2)\n  d15-17\n   180 min JS (2/2)\n",
    );
}

#[test]
fn tasks_by_topic_without_any_time() {
    reads(
        "# DevOps learning roadmap\n\n## Linux\n- [x] Shell\n- [ ] systemd\n\n## Docker\n- [ ] Images\n",
        "Linux\n  d1 mon\n   60 min Shell [x]\n  d2 wed\n   60 min systemd\nDocker\n  d3 mon\n   60 min Images\n",
    );
}

#[test]
fn documents_that_are_no_study_plans() {
    for (text, why) in [
        ("", NoPlan::Empty),
        ("---\n\n***\n", NoPlan::Empty),
        (
            "# Changelog\n## [1.2.0] - 2024-01-02\n### Added\n- Learn mode\n### Fixed\n- week view\n## [1.1.0] - 2023-12-01\n### Changed\n- Study page\n",
            NoPlan::Changelog,
        ),
        (
            "# Changelog\n## 2024-01-02\n- Wrote the lesson on lists\n## 2024-01-03\n- Moved the chapters\n",
            NoPlan::Changelog,
        ),
        (
            "# Pancakes\n## Ingredients\n- 2 cups flour\n- 1 tablespoon sugar\n## Method\n### Step 1: Mix\n### Step 2: Preheat the oven\n",
            NoPlan::Recipe,
        ),
        (
            "# 红烧肉\n食材：五花肉 500 克\n调料：酱油\n1. 翻炒\n2. 小火炖 45 分钟\n",
            NoPlan::Recipe,
        ),
        (
            "# API\n## GET /users\nParameters\n- id\nReturns a response, status code 200\n## POST /users\nRequest body: json\n",
            NoPlan::Reference,
        ),
        (
            "# my-tool\nA tool.\n## Install\n- `pip install my-tool`\n",
            NoPlan::NoUnits,
        ),
        (
            "# Japan\n## Day 1: Tokyo\n- hotel check-in\n## Day 2: Kyoto\n- museum\n",
            NoPlan::NoLearning,
        ),
    ] {
        assert_eq!(read(text).map(|_| ()), Err(why), "{text}");
    }
}
