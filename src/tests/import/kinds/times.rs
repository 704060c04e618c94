//! Times of day and durations, wherever they are written.

use super::reads;

#[test]
fn a_start_with_a_duration() {
    reads(
        "# English in 2 days\n\n### Day 1\n- 7:00 Words (30 min)\n- 12:30 Listening (30 min)\n- 20:00 Mock exam (130 min)\n### Day 2\n- 7:00 Words (30 min)\n- 20:00 Review (1 hour)\n### Day 3\n- 8:00 Mix (15 min)\n",
        "  d1\n   07:00-07:30 Words (30 min)\n   12:30-13:00 Listening (30 min)\n   20:00-22:10 Mock exam (130 min)\n  d2\n   07:00-07:30 Words (30 min)\n   20:00-21:00 Review (1 hour)\n  d3\n   08:00-08:15 Mix (15 min)\n",
    );
    reads(
        "# Go study\n\n## Monday\n- 7:00 PM: Read ch 1 (45 min)\n- 8 p.m. Exercises (20 min)\n## Tuesday\n- 12:15 PM: Lunch flashcards (15 min)\n",
        "  d1 mon\n   19:00-19:45 Read ch 1 (45 min)\n   20:00-20:20 Exercises (20 min)\n  d2 tue\n   12:15-12:30 Lunch flashcards (15 min)\n",
    );
}

#[test]
fn times_after_the_weekday_or_at_the_end() {
    reads(
        "# Go study\n\n## Week 1\n- Monday: Read ch 1, 19:00-20:30\n- Tuesday: Read ch 2 (7:00 PM - 8:30 PM)\n- Wednesday 19:00-20:30: Read ch 3\n- Thursday @ 7pm: Read ch 4 (45 min)\n- Friday, 19:00: Read ch 5 (45 min)\n- Saturday: Mock exam, 9:00-11:00\n- Sunday: Quiz at 6pm\n",
        " w1 Week 1\n  d1 mon\n   19:00-20:30 Read ch 1\n  d2 tue\n   19:00-20:30 Read ch 2 (7:00 PM - 8:30 PM)\n  d3 wed\n   19:00-20:30 Read ch 3\n  d4 thu\n   19:00-19:45 Read ch 4 (45 min)\n  d5 fri\n   19:00-19:45 Read ch 5 (45 min)\n  d6 sat\n   09:00-11:00 Mock exam\n  d7 sun\n   18:00-19:00 Quiz\n",
    );
    reads(
        "# 英语\n\n## 第1周\n- 周一：精听，晚上8点到9点\n- 周二：阅读，下午3点到5点10分\n- 周三 19:00 背单词（30分钟）\n- 周四：模考（下午3点，130分钟）\n- 周六：模考 9:00-11:00\n",
        " w1 第1周\n  d1 mon\n   20:00-21:00 精听\n  d2 tue\n   15:00-17:10 阅读\n  d3 wed\n   19:00-19:30 背单词（30分钟）\n  d4 thu\n   15:00-17:10 模考（下午3点，130分钟）\n  d5 sat\n   09:00-11:00 模考\n",
    );
}

#[test]
fn the_times_of_a_day_are_shared_by_its_slots() {
    reads(
        "# Go study\n\n## Monday (19:00-20:30)\n- Read ch 1\n- Exercises\n- Flashcards\n",
        "  d1 mon\n   30 min Read ch 1\n   30 min Exercises\n   30 min Flashcards\n",
    );
}

#[test]
fn a_time_in_the_middle_of_a_day_s_title() {
    reads(
        "# Rust study\n\n## Week 1\n- Saturday: practice quiz, 10:00-11:30, see chapter 4\n",
        " w1 Week 1\n  d1 sat\n   10:00-11:30 practice quiz, 10:00-11:30, see chapter 4\n",
    );
}

#[test]
fn a_weekday_with_a_time_beside_other_lines() {
    reads(
        "# ML course\n\n## Week 3\n- Monday & Wednesday: Statistics (1h)\n- Friday 6pm–8pm: Problem set\n- **Deliverable:** notebook\n",
        " w3 Week 3\n  d1 mon\n   60 min Statistics (1h)\n  d2 wed\n   60 min Statistics (1h)\n  d3 fri\n   18:00-20:00 Problem set\n  > notebook\n",
    );
}
