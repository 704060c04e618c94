//! Notes in which a unit is named in several places, and only one of them is the plan.

use super::small::reads;
use super::{imported, read};
use crate::text::import::NoPlan;

#[test]
fn the_detail_of_phases_counts_before_the_table_that_lists_them() {
    let tasks = |topic: &str| format!("- Learn {topic}\n").repeat(9);
    let (syntax, web) = (tasks("syntax"), tasks("web"));
    let text = format!(
        "# Study plan\n\n| Phase | Topic | Status |\n|---|---|---|\n| 1 | Syntax | done |\n| 2 | Web | open |\n\n## Phase 1: Syntax\n{syntax}\n## Phase 2: Web\n{web}"
    );
    let found = imported(&text).counts;
    assert_eq!((found.phases, found.items), (2, 18));
}

#[test]
fn a_phase_between_two_has_a_number_with_a_point() {
    reads(
        "# Study\n\n## Phase 1: Syntax\n### 1.1 Week 1: Types\n- Learn types\n\n## Phase 1.5: Web\n- Learn FastAPI\n\n## Phase 2: Models\n- Learn models\n",
        "Phase 1: Syntax\n w1 Types\n  d1 mon\n   60 min Learn types\nPhase 1.5: Web\n  d2 mon\n   60 min Learn FastAPI\nPhase 2: Models\n  d3 mon\n   60 min Learn models\n",
    );
}

#[test]
fn a_checkpoint_in_a_week_is_no_week() {
    reads(
        "# 学习\n\n## 第 1-2 周：基础\n### 第一周检查点\n- [ ] 学会语法\n- [ ] 写程序\n\n## 第 3-4 周：部署\n### 第二周检查点\n- [ ] 学会部署\n- [ ] 写文档\n",
        " w1 第 1-2 周: 基础\n  d1 mon\n   60 min 学会语法\n  d2 mon\n   60 min 写程序\n w3 第 3-4 周: 部署\n  d3 mon\n   60 min 学会部署\n  d4 mon\n   60 min 写文档\n",
    );
}

#[test]
fn months_in_ranges_whose_phase_is_a_line_and_hours_a_week() {
    let text = "# 学習計画\n\n## 2026年11月\n**フェーズ：基礎**\n- 教材を読む\n\n## 2026年12月〜2027年2月\n**フェーズ：整理**\n- 復習する\n\n## 2027年3〜5月\n**フェーズ：本番**\n- 試験を受ける\n\n## 指針\n- 週7〜9h を続ける\n- 週14〜18h を目指す\n";
    let found = imported(text);
    let titles: Vec<&str> = found
        .plan
        .phases
        .iter()
        .filter_map(|phase| phase.heading.as_deref().or(phase.title.as_deref()))
        .collect();
    assert_eq!(
        titles,
        ["2026年11月", "2026年12月〜2027年2月", "2027年3〜5月"]
    );
    assert_eq!((found.counts.phases, found.counts.weeks), (3, 0));
}

#[test]
fn days_in_the_weeks_count_before_those_of_a_shorter_plan() {
    reads(
        "# Exam prep\n\n## 2-Day Plan\n### Day 1\n- 9:00-12:00 Study arrays\n### Day 2\n- 9:00-12:00 Study graphs\n\n## 2-Week Plan\n### Week 1\n| Day | Topic |\n|---|---|\n| 1 | Arrays |\n| 2 | Lists |\n\n### Week 2\n| Day | Topic |\n|---|---|\n| 8 | Graphs |\n",
        " w1 Week 1\n  d1 mon\n   60 min Arrays\n  d2 tue\n   60 min Lists\n w2 Week 2\n  d8 mon\n   60 min Graphs\n",
    );
}

#[test]
fn weekdays_beside_the_weeks_are_how_any_week_is_spent() {
    reads(
        "# 学习计划\n\n## 平时\n```\n周一-周五：看书\n周末：做项目\n```\n\n## 第1周：数组\n- 学习数组\n\n## 第2周：链表\n- 学习链表\n",
        " w1 数组\n  d1 mon\n   60 min 学习数组\n w2 链表\n  d2 mon\n   60 min 学习链表\n",
    );
}

#[test]
fn chapters_in_a_phase_are_its_tasks() {
    let text = "# 学习计划\n\n## 第一阶段：基础\n| 章节 | 进度 |\n|---|---|\n| 第1章：组成 | ⬜ |\n| 第2章：系统 | ⬜ |\n| 第3章：网络 | ⬜ |\n\n## 第二阶段：刷题\n- 做真题\n";
    let found = imported(text);
    let titles: Vec<&str> = found
        .plan
        .slots()
        .map(|place| place.slot.title.as_str())
        .collect();
    let expected = ["第1章：组成", "第2章：系统", "第3章：网络", "做真题"];
    assert_eq!(titles, expected);
    assert_eq!(found.counts.phases, 2);
}

#[test]
fn more_of_a_module_has_its_number() {
    reads(
        "# 课程\n\n## 模块 1：入门\n### 第 1 周\n- 学习变量\n\n## 模块 2：进阶\n### 第 2 周\n- 学习类\n\n## 模块 2 补充：工程\n### 第 3 周\n- 学习 Linux\n\n## 模块 3：平台\n### 第 4 周\n- 学习 Coze\n",
        "模块 1：入门\n w1 第 1 周\n  d1 mon\n   60 min 学习变量\n模块 2：进阶\n w2 第 2 周\n  d2 mon\n   60 min 学习类\n模块 2 补充：工程\n w3 第 3 周\n  d3 mon\n   60 min 学习 Linux\n模块 3：平台\n w4 第 4 周\n  d4 mon\n   60 min 学习 Coze\n",
    );
}

#[test]
fn phases_that_are_ticked_off_beside_the_weeks_are_no_phases() {
    reads(
        "# 学习计划\n\n## 第 1 周：Python\n- 学习语法\n\n## 第 2 周：RAG\n- 学习向量\n\n## 当前进度\n- ✅ 第 1 阶段：Python\n- ✅ 第 2 阶段：RAG\n",
        " w1 Python\n  d1 mon\n   60 min 学习语法\n w2 RAG\n  d2 mon\n   60 min 学习向量\n",
    );
}

#[test]
fn a_scheduler_is_no_schedule() {
    let text = "# Making the scheduler faster\n\nRead on to learn more.\n\n- Queues\n- Locks\n";
    assert_eq!(read(text).map(|_| ()), Err(NoPlan::NoUnits));
    assert!(read(&text.replace("scheduler", "schedule")).is_ok());
}
