//! Weeks of one note in different forms: tables, lists, headings, bold lines.

use super::{milestones, reads};
use crate::model::{MilestoneDue, Period};
use crate::tests::import::{imported, left};
use crate::text::import::LeftOver;

#[test]
fn a_table_in_one_week_and_a_list_in_the_next() {
    let text = "# System Design\n\n## Week 1\n\n| Day | Topic | Time |\n|---|---|---|\n| Mon | DNS | 60 min |\n| Tue | CDN | 60 min |\n\n## Week 2\n- **Mon:** News feed (60 min)\n- **Tue:** Chat system (75 min)\n";
    reads(
        text,
        " w1 Week 1\n  d1 mon\n   60 min DNS\n  d2 tue\n   60 min CDN\n w2 Week 2\n  d3 mon\n   60 min News feed (60 min)\n  d4 tue\n   75 min Chat system (75 min)\n",
    );
    let found = imported(text);
    assert_eq!(left(&found), [(5, LeftOver::Heading)]);
    assert_eq!(found.decisions, []);
}

#[test]
fn headings_then_a_list_then_bold_lines() {
    reads(
        "# Go study\n\n## Week 1\n### Monday\n- Read ch 1 (45 min)\n\n## Week 2\n- Monday: Read ch 2 (45 min)\n\n## Week 3\n**Days 15-17 (~45 min each)**\n- Read ch 3 (45 min)\n",
        " w1 Week 1\n  d1 mon\n   45 min Read ch 1 (45 min)\n w2 Week 2\n  d2 mon\n   45 min Read ch 2 (45 min)\n w3 Week 3\n  d15-17 mon-wed\n   45 min Read ch 3 (45 min)\n",
    );
}

#[test]
fn numbered_days_then_weekdays() {
    reads(
        "# 英语\n\n## 第1周\n**第1天**\n- 单词\n**第2天**\n- 听力\n\n## 第2周\n- 第8天：阅读\n- 第9天：写作\n\n## 第3周\n- 周一：翻译\n- 周二：口语\n",
        " w1 第1周\n  d1 mon\n   60 min 单词\n  d2 tue\n   60 min 听力\n w2 第2周\n  d8 mon\n   60 min 阅读\n  d9 tue\n   60 min 写作\n w3 第3周\n  d10 mon\n   60 min 翻译\n  d11 tue\n   60 min 口语\n",
    );
}

#[test]
fn weeks_that_only_the_overview_has() {
    let text = "# Study\n\n| Week | Topic |\n|---|---|\n| 1 | Read arrays |\n| 2 | Read lists |\n\n## Week 1: Arrays\n- Read ch 1\n- Exercises\n";
    reads(
        text,
        " w1 Arrays\n  d1 mon\n   60 min Read ch 1\n  d2 wed\n   60 min Exercises\n w2 Read lists\n  d3 mon\n   60 min Read lists (1/5)\n  d4 tue\n   60 min Read lists (2/5)\n  d5 wed\n   60 min Read lists (3/5)\n  d6 thu\n   60 min Read lists (4/5)\n  d7 fri\n   60 min Read lists (5/5)\n",
    );
}

#[test]
fn what_is_to_be_reached_by_a_day_or_week() {
    let text = "# Go study\n\n## Week 1\n- Day 1: Slices\n- Day 7: Review\n\n## Milestones\n- Day 7: write 3 programs\n- Week 2: publish a library\n";
    let found = imported(text);
    let due = MilestoneDue::After;
    assert_eq!(
        milestones(&found.plan),
        [
            ("Day 7: write 3 programs", Some(due(Period::Days(7)))),
            ("Week 2: publish a library", Some(due(Period::Days(13)))),
        ]
    );
    assert_eq!(left(&found), [(7, LeftOver::Heading)]);
    let text =
        "# 英语\n\n## 第1周\n- 第1天：单词\n- 第7天：复习\n\n## 阶段目标\n- 第7天：新词250个\n";
    assert_eq!(
        milestones(&imported(text).plan),
        [("第7天：新词250个", Some(due(Period::Days(7))))]
    );
}
