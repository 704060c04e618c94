//! What the rows and columns of tables say.

use super::reads;
use crate::tests::import::{imported, left};
use crate::text::import::LeftOver;

#[test]
fn several_rows_of_one_day() {
    reads(
        "# Design\n\n## Week 1\n| Day | Time | Topic |\n|---|---|---|\n| Mon | 19:00-20:00 | DNS |\n| Mon | 20:00-21:00 | Caches |\n| Wed | 19:00-20:00 | Scaling |\n",
        " w1 Week 1\n  d1 mon\n   19:00-20:00 DNS\n   20:00-21:00 Caches\n  d2 wed\n   19:00-20:00 Scaling\n",
    );
    let text = "# Design\n\n## Week 1\n| Day | Topic | Time |\n|---|---|---|\n| Mon | DNS | 60 min |\n| Wed | Caches | 30 min |\n| Wed | Scaling | 45 min |\n| | Queues | 15 min |\n| Thu | HTTP | 60 min |\n";
    reads(
        text,
        " w1 Week 1\n  d1 mon\n   60 min DNS\n  d2 wed\n   30 min Caches\n   45 min Scaling\n   15 min Queues\n  d3 thu\n   60 min HTTP\n",
    );
    assert_eq!(left(&imported(text)), [(4, LeftOver::Heading)]);
}

#[test]
fn the_head_of_a_column_says_minutes_or_hours() {
    reads(
        "# Go study\n\n| Day | Task | Minutes |\n|---|---|---|\n| 1 | Install Go | 30 |\n| 2 | Slices | 45 |\n",
        "  d1\n   30 min Install Go\n  d2\n   45 min Slices\n",
    );
    reads(
        "# Go study\n\n| Day | Task | Time (min) |\n|---|---|---|\n| Mon | Read | 30 |\n| Tue | Write | 45-60 |\n",
        "  d1 mon\n   30 min Read\n  d2 tue\n   50 min Write\n",
    );
    reads(
        "# Go study\n\n| Week | Topic | Hours |\n|---|---|---|\n| 1 | Syntax | 5 |\n| 2 | Project | 6-8 |\n",
        concat!(
            " w1 Syntax\n  d1 mon\n   60 min Syntax (1/5)\n  d2 tue\n   60 min Syntax (2/5)\n  d3 wed\n   60 min Syntax (3/5)\n  d4 thu\n   60 min Syntax (4/5)\n  d5 fri\n   60 min Syntax (5/5)\n",
            " w2 Project\n  d6 mon\n   80 min Project (1/5)\n  d7 tue\n   80 min Project (2/5)\n  d8 wed\n   80 min Project (3/5)\n  d9 thu\n   80 min Project (4/5)\n  d10 fri\n   80 min Project (5/5)\n",
        ),
    );
}

#[test]
fn rows_of_rest_with_dashes() {
    let text = "# Design\n\n## Week 1\n| Day | Topic | Tasks | Time |\n|---|---|---|---|\n| Mon–Tue | Caching | Cache-aside | 60 min/day |\n| Sat | Reading | Notes | 30 min |\n| Sun | Rest | – | – |\n";
    reads(
        text,
        " w1 Week 1\n  d1 mon\n   60 min Caching\n  d2 tue\n   60 min Caching\n  d3 sat\n   30 min Reading\n",
    );
    assert_eq!(
        left(&imported(text)),
        [(4, LeftOver::Heading), (8, LeftOver::Break)]
    );
}

#[test]
fn tasks_in_rows_that_are_no_days() {
    reads(
        "# Study Go\n\n## Week 1\n| Task | Time |\n|---|---|\n| Read slices | 1 hr |\n| Read maps | 3 hrs |\n",
        " w1 Week 1\n  d1 mon\n   60 min Read slices\n  d2 wed\n   180 min Read maps\n",
    );
}

#[test]
fn a_column_for_weekdays_and_one_for_the_weekend() {
    reads(
        "# 学习计划\n\n| 周次 | 周一至周五 | 周末 |\n|---|---|---|\n| 第3周 | 写作大作文 | 模考 |\n",
        " w3 第3周\n  d1 mon\n   60 min 写作大作文 (1/5)\n  d2 tue\n   60 min 写作大作文 (2/5)\n  d3 wed\n   60 min 写作大作文 (3/5)\n  d4 thu\n   60 min 写作大作文 (4/5)\n  d5 fri\n   60 min 写作大作文 (5/5)\n  d6-7 sat-sun\n   120 min 模考\n",
    );
}

#[test]
fn minutes_as_a_letter() {
    reads(
        "# Docker course\n\n| Day | Topic | Duration |\n|---|---|---|\n| 8 | Pods | 1h |\n| 9 | Services | 2h |\n| 10 | Quiz | 45m |\n",
        "  d8\n   60 min Pods\n  d9\n   120 min Services\n  d10\n   45 min Quiz\n",
    );
}
