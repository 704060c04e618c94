//! One short note for each way of writing a plan that was once misread.

mod again;
mod dates;
mod events;
mod forms;
mod refused;
mod routine;
mod schedule;
mod tables;
mod tasks;
mod times;
mod weekdays;

use super::small::reads;
use super::{imported, left};
use crate::model::{MilestoneDue, Period, Plan, TopicId};
use crate::text::import::{Decision, LeftOver};

fn titles(plan: &Plan) -> Vec<&str> {
    plan.slots()
        .map(|place| place.slot.title.as_str())
        .collect()
}

fn milestones(plan: &Plan) -> Vec<(&str, Option<MilestoneDue>)> {
    let all = plan.milestones.iter();
    all.map(|milestone| (milestone.title.as_str(), milestone.due))
        .collect()
}

#[test]
fn a_task_that_says_how_long_it_takes() {
    reads(
        "# Study\n\n## Week 1: Core\n- [ ] Closures (~45 min)\n- [ ] Promises (1h 30m)\n- [ ] Event loop\n",
        " w1 Core\n  d1 mon\n   45 min Closures (~45 min)\n  d2 tue\n   90 min Promises (1h 30m)\n  d3 thu\n   60 min Event loop\n",
    );
}

#[test]
fn the_same_on_several_weekdays() {
    reads(
        "# Study English\n\n## Week 1\n- **Mon, Wed** – Listen\n- **Tue/Thu** – Speak\n- **Sat/Sun** – Write\n",
        " w1 Week 1\n  d1 mon\n   60 min Listen\n  d2 tue\n   60 min Speak\n  d3 wed\n   60 min Listen\n  d4 thu\n   60 min Speak\n  d5-6 sat-sun\n   120 min Write\n",
    );
}

#[test]
fn a_day_or_an_evening_without_work() {
    let text = "# Study\n\n## Week 1\n### Monday\n- Read\n### Tuesday\nRest\n### Wednesday\n- Morning: review\n- Evening: off\n";
    reads(
        text,
        " w1 Week 1\n  d1 mon\n   60 min Read\n  d2 wed\n   60 min review\n",
    );
    let free = LeftOver::Break;
    assert_eq!(left(&imported(text)), [(6, free), (7, free), (10, free)]);
}

#[test]
fn more_days_than_a_week() {
    reads(
        "# Exam\n\n- Day 1-10: Arrays\n- Day 11: Lists\n",
        "  d1-7\n   240 min Arrays (1/2)\n  d8-10\n   180 min Arrays (2/2)\n  d11\n   60 min Lists\n",
    );
    reads(
        "# Exam\n\n## Days 1–14: Basics\n- Arrays\n- Lists\n\n## Days 15-16: Exam\n- Mock exam\n",
        "  d1-7\n   240 min Arrays\n  d8-14\n   240 min Lists\n  d15-16\n   120 min Exam\n",
    );
}

#[test]
fn a_range_that_repeats_its_word() {
    reads(
        "# 学習\n\n## 1週目\n### 1日目〜2日目：探索\n- [ ] 線形探索\n### 3日目：整列\n- [ ] 整列\n",
        " w1 1週目\n  d1-2 mon-tue\n   120 min 線形探索\n  d3 wed\n   60 min 整列\n",
    );
}

#[test]
fn a_month_is_as_long_as_a_month_and_has_its_milestone() {
    let text = "# Roadmap\n\n## Month 1-2: Math\n- Learn algebra\n- Learn calculus\n\n**Milestone:** pass the test\n\n## Month 3: Models\n- Study trees\n\n**Milestone:** a model online\n";
    let found = imported(text);
    assert_eq!(
        milestones(&found.plan),
        [
            (
                "pass the test",
                Some(MilestoneDue::After(Period::Months(2)))
            ),
            (
                "a model online",
                Some(MilestoneDue::After(Period::Months(3)))
            ),
        ]
    );
    // Nine weeks and four of five days.
    let titles = titles(&found.plan);
    assert_eq!(titles.len(), 65);
    assert_eq!(
        [titles[0], titles[44], titles[45], titles[64]],
        [
            "Learn algebra (1/23)",
            "Learn calculus (22/22)",
            "Study trees (1/20)",
            "Study trees (20/20)",
        ]
    );
}

#[test]
fn a_milestone_is_due_at_the_end_of_the_week_that_it_names() {
    let text = "# Study\n\n## Week 1: A\n- Read\n\n## Week 2: B\n- Read on\n\n## Milestones\n- End of week 1: first quiz\n\n| 时间 | 目标 |\n|---|---|\n| 第2周末 | 小测验 |\n";
    // On the Sunday of week 1; the plan ends on the Monday after.
    let due = |days| Some(MilestoneDue::After(Period::Days(days)));
    assert_eq!(
        milestones(&imported(text).plan),
        [("End of week 1: first quiz", due(6)), ("小测验", due(7))]
    );
}

#[test]
fn lines_without_bullets_are_tasks() {
    reads(
        "Week 1: HTML\nLearn tags\nBuild a page\n\nWeek 2: CSS\nLearn boxes\n",
        " w1 HTML\n  d1 mon\n   60 min Learn tags\n  d2 wed\n   60 min Build a page\n w2 CSS\n  d3 mon\n   60 min Learn boxes\n",
    );
}

#[test]
fn dates_behind_their_weekdays() {
    reads(
        "# Syllabus\n\n| Date | Topic |\n|---|---|\n| Tue, Jan 13 | Sorting |\n| Thu, Jan 15 | Hashing |\n",
        "  d1 tue\n   60 min Sorting\n  d2 thu\n   60 min Hashing\n",
    );
    reads(
        "# Exam\n\n## Week of Dec 1\n### Mon 12/1\n- Algebra, 9:00-11:00\n\n## Week of Dec 8\n### Mon 12/8\n- Geometry\n",
        " w1 Week of Dec 1\n  d1 mon\n   09:00-11:00 Algebra\n w2 Week of Dec 8\n  d2 mon\n   60 min Geometry\n",
    );
}

#[test]
fn times_in_the_head_of_a_table() {
    reads(
        "# 学习\n\n| 星期 | 早上 6:30-7:20 | 晚上 |\n|---|---|---|\n| 周一 | 背单词 | 数学 |\n| 周二 | 休息 | 英语 |\n",
        "  d1 mon\n   06:30-07:20 背单词\n   60 min 数学\n  d2 tue\n   60 min 英语\n",
    );
}

#[test]
fn the_number_of_a_day_behind_its_weekday() {
    reads(
        "# 学习\n\n## 第1周\n### 周一：数组（第 3 天）\n- 学数组\n### 周二：链表（第 4 天）\n- 学链表\n",
        " w1 第1周\n  d3 mon\n   60 min 数组（第 3 天）\n  d4 tue\n   60 min 链表（第 4 天）\n",
    );
}

#[test]
fn of_two_plans_one_is_imported() {
    let text = "# Exam prep\n\n## Option A: 1 week\n### Week 1: Arrays\n- Read\n\n## Option B: 2 weeks\n### Week 1: Lists\n- Read\n### Week 2: Graphs\n- Practice\n";
    reads(
        text,
        " w1 Lists\n  d1 mon\n   60 min Read\n w2 Graphs\n  d2 mon\n   60 min Practice\n",
    );
    let found = imported(text);
    let (heading, other) = (LeftOver::Heading, LeftOver::OtherPlan);
    assert_eq!(
        left(&found),
        [(3, heading), (4, other), (5, other), (7, heading)]
    );
    let decided = found
        .decisions
        .iter()
        .find(|decided| decided.what == Decision::OtherPlan);
    assert_eq!(
        decided.map(|decided| decided.lines.clone()),
        Some(vec![(4, 4)])
    );
}

#[test]
fn a_flowchart_alone_is_a_plan_in_its_order() {
    let text = "# Learning roadmap\n\n```mermaid\ngraph TD\nsubgraph Basics\nC[CSS]\nH[HTML] --> C\nend\nC --> R[React]\n```\n";
    reads(
        text,
        "Basics\n  d1 mon\n   60 min HTML\n  d2 wed\n   60 min CSS\n…\n  d3 mon\n   60 min React\n",
    );
    let plan = imported(text).plan;
    let topics = plan.slots().filter_map(|place| place.slot.topic.as_ref());
    let topics: Vec<&str> = topics.map(TopicId::as_str).collect();
    assert_eq!(topics, ["H", "C", "R"]);
}

#[test]
fn what_a_month_is_about_is_nothing_to_do() {
    let text = "# 学習計画\n\n## 1月\n**フェーズ：基礎**\n- 教材\n\n## 2月\n**フェーズ：演習**\n- 過去問\n";
    let plan = imported(text).plan;
    let notes = plan.phases.iter().flat_map(|phase| &phase.notes);
    let notes: Vec<&str> = notes.map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["フェーズ：基礎", "フェーズ：演習"]);
    assert!(
        titles(&plan)
            .iter()
            .all(|title| !title.contains("フェーズ"))
    );
}

#[test]
fn a_sign_behind_what_is_done() {
    reads(
        "# Learn JavaScript\n\n1. **Day 1** – Types ✅\n2. **Day 2** – Loops\n",
        "  d1\n   60 min Types [x]\n  d2\n   60 min Loops\n",
    );
}

#[test]
fn elements_of_html_and_footnotes() {
    let text = "# Study\n\n<details>\n<summary><b>Week 1: JS</b></summary>\n\n- [ ] Closures[^1]\n\n</details>\n\n[^1]: Watch the talk first.\n";
    reads(text, " w1 JS\n  d1 mon\n   60 min Closures[^1]\n");
    let found = imported(text);
    assert_eq!(left(&found), []);
    let notes = &found.plan.phases[0].weeks[0].notes;
    assert_eq!(notes[0].text, "[^1]: Watch the talk first.");
}

#[test]
fn how_long_a_stage_takes_is_no_task() {
    reads(
        "# Roadmap\n\n## Stage 1: Linux\n**Estimated time: 2 weeks**\n- Learn the shell\n- Learn processes\n",
        "Stage 1: Linux\n  d1 mon\n   60 min Learn the shell\n  d2 mon\n   60 min Learn processes\n",
    );
}

#[test]
fn links_below_a_task_are_its_material() {
    let text = "# Roadmap\n\n## Stage 1: Linux\n1. Learn the shell\n   - [A](https://a.example/)\n   - [B](https://b.example/)\n";
    reads(
        text,
        "Stage 1: Linux\n  d1 mon\n   60 min Learn the shell\n",
    );
    let plan = imported(text).plan;
    let fields = plan.slots().flat_map(|place| &place.slot.fields);
    let items: Vec<&str> = fields
        .flat_map(|field| &field.items)
        .map(|item| item.text.as_str())
        .collect();
    assert_eq!(items, ["A", "B"]);
}
