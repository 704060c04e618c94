//! Weekdays, dates and numbers of days.

use super::reads;
use crate::tests::import::imported;

#[test]
fn numbered_days_follow_each_other_from_monday() {
    reads(
        "# Go study\n\n## Week 1\n- Day 1: Slices\n- Day 2: Maps\n- Day 7: Review\n\n## Week 2\n- Day 9: Errors\n",
        " w1 Week 1\n  d1 mon\n   60 min Slices\n  d2 tue\n   60 min Maps\n  d7 sun\n   60 min Review\n w2 Week 2\n  d9 tue\n   60 min Errors\n",
    );
    // Weeks of five days.
    reads(
        "# Go study\n\n## Week 1\n- Day 1-5: Slices\n\n## Week 2\n- Day 6: Errors\n- Day 7: Tests\n",
        " w1 Week 1\n  d1-5 mon-fri\n   240 min Slices\n w2 Week 2\n  d6 mon\n   60 min Errors\n  d7 tue\n   60 min Tests\n",
    );
}

#[test]
fn days_of_two_weeks() {
    reads(
        "# Rust study\n\n## Week 1\n### Days 1-2\n- Read chapter 1\n\n## Week 2-3\n### Days 1-2\n- Read chapter 5 (~40 min)\n### Days 8-10\n- Read chapter 6 (~40 min)\n",
        " w1 Week 1\n  d1-2 mon-tue\n   120 min Read chapter 1\n w2 Week 2-3\n  d3-4 mon-tue\n   40 min Read chapter 5 (~40 min)\n  d8-10 mon-wed\n   40 min Read chapter 6 (~40 min)\n",
    );
}

#[test]
fn a_date_after_a_weekday_in_bold_is_the_day_s() {
    reads(
        "# Go study\n\n## Week 1\n**Monday (Dec 7):** Read ch 1 (45 min)\n\n**Tuesday (Dec 8):** Exercises (1h)\n",
        " w1 Week 1\n  d1 mon\n   45 min Read ch 1 (45 min)\n  d2 tue\n   60 min Exercises (1h)\n",
    );
}

#[test]
fn hours_on_weekdays_and_at_weekends_in_one_sentence() {
    for (text, hours) in [
        (
            "Time: 1 hour on weekdays and 3 hours on weekends",
            "mon-fri=1h,sat-sun=3h",
        ),
        (
            "You can spend about **1–1.5 hours on weekdays** and **3 hours on weekends**.",
            "mon-fri=1h15m,sat-sun=3h",
        ),
        ("Time: 1 hour and 30 minutes per day", "mon-sun=1h30m"),
        ("学习时间：工作日1小时和周末3小时", "mon-fri=1h,sat-sun=3h"),
    ] {
        let note = format!("# Rust study\n\n{text}\n\n## Week 1\n- Read chapter 7\n");
        assert_eq!(imported(&note).hours.to_string(), hours, "{text}");
    }
}

#[test]
fn weekdays_of_a_table_in_single_characters() {
    reads(
        "# JLPT 学習計画\n\n## 第1週：語彙\n| 曜日 | 内容 | 時間 |\n|---|---|---|\n| 月 | 単語 | 60分 |\n| 水 | 漢字 | 45分 |\n| 土・日 | 模擬問題 | 3時間 |\n",
        " w1 語彙\n  d1 mon\n   60 min 単語\n  d2 wed\n   45 min 漢字\n  d3-4 sat-sun\n   180 min 模擬問題\n",
    );
}

#[test]
fn weekdays_with_dates_beside_other_lines() {
    reads(
        "# Spanish course\n\nWeek 1 – Greetings (January 11–17)\n\n* Mon 11 Jan, 18:00–18:45: verbs\n* Fri 15 Jan: ser vs estar (45 min)\n* Deliverable: one page\n",
        " w1 Greetings (January 11–17)\n  d1 mon\n   18:00-18:45 verbs\n  d2 fri\n   45 min ser vs estar (45 min)\n  > one page\n",
    );
}

#[test]
fn days_off_have_no_slots_whatever_the_reason() {
    reads(
        "# Study\n\n## Week 1\n- Mon: Read (15m)\n- Thu: Rest (holiday)\n- Fri: Off – travel\n- Sat: Mock exam\n",
        " w1 Week 1\n  d1 mon\n   15 min Read (15m)\n  d2 sat\n   60 min Mock exam\n",
    );
}
