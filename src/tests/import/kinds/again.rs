//! Several lines about one day.

use super::reads;
use crate::tests::import::{imported, left};

#[test]
fn two_lines_for_a_weekday_are_two_slots_of_that_day() {
    for (days, more) in [
        (
            "- **Monday 19:00-20:00:** Install\n- **Monday 20:00-20:30:** Read\n- **Wednesday 19:00-20:00:** Exercises\n",
            "- **Monday 19:00-20:00:** Slices\n",
        ),
        (
            "- 周一 19:00-20:00：Install\n- 周一 20:00-20:30：Read\n- 周三 19:00-20:00：Exercises\n",
            "- 周一 19:00-20:00：Slices\n",
        ),
        (
            "- **Mon** (19:00-20:00): Install\n- **Mon** (20:00-20:30): Read\n- **Wed** (19:00-20:00): Exercises\n",
            "- **Mon** (19:00-20:00): Slices\n",
        ),
        // Monday comes again after Wednesday.
        (
            "- Mon 19:00-20:00: Install\n- Wed 19:00-20:00: Exercises\n- Mon 20:00-20:30: Read\n",
            "- Mon 19:00-20:00: Slices\n",
        ),
    ] {
        let text = format!("# Go study\n\n## Week 1\n{days}\n## Week 2\n{more}");
        reads(
            &text,
            concat!(
                " w1 Week 1\n  d1 mon\n   19:00-20:00 Install\n   20:00-20:30 Read\n  d2 wed\n   19:00-20:00 Exercises\n",
                " w2 Week 2\n  d3 mon\n   19:00-20:00 Slices\n",
            ),
        );
        assert_eq!(left(&imported(&text)), []);
    }
}

#[test]
fn the_time_of_a_day_is_shared_by_its_lines() {
    reads(
        "# Go study\n\n## Week 1\n- Mon: Install\n- Mon: Read\n- Wed: Exercises\n- Wed: Quiz (10 min)\n- Thu: Maps\n",
        " w1 Week 1\n  d1 mon\n   30 min Install\n   30 min Read\n  d2 wed\n   30 min Exercises\n   10 min Quiz (10 min)\n  d3 thu\n   60 min Maps\n",
    );
    // Without a heading for the week.
    reads(
        "# Go study\n\n- Mon: Install\n- Wed: Exercises\n- Wed: Quiz\n- Thu: Maps\n",
        "  d1 mon\n   60 min Install\n  d2 wed\n   30 min Exercises\n   30 min Quiz\n  d3 thu\n   60 min Maps\n",
    );
}

#[test]
fn a_line_for_several_weekdays_and_one_for_one_of_them() {
    reads(
        "# Go study\n\n## Week 1\n- Mon-Wed: Words (20 min)\n- Tue: Quiz (40 min)\n",
        " w1 Week 1\n  d1 mon\n   20 min Words (20 min)\n  d2 tue\n   20 min Words (20 min)\n   40 min Quiz (40 min)\n  d3 wed\n   20 min Words (20 min)\n",
    );
}

#[test]
fn two_lines_for_a_date_or_a_number_are_two_slots_of_that_day() {
    reads(
        "# Go study\n\n- **Dec 1:** Slices (2h)\n- **Dec 2:** Maps (2h)\n- **Dec 2:** order the book (15 min)\n- **Dec 3:** Quiz (2h)\n",
        "  d1 tue\n   120 min Slices (2h)\n  d2 wed\n   120 min Maps (2h)\n   15 min order the book (15 min)\n  d3 thu\n   120 min Quiz (2h)\n",
    );
    reads(
        "# Go study\n\n- Day 1: Slices\n- Day 1: Maps\n- Day 2: Quiz\n",
        "  d1\n   30 min Slices\n   30 min Maps\n  d2\n   60 min Quiz\n",
    );
}

#[test]
fn parts_of_a_day_in_brackets() {
    let text = "# English study\n\n- **Dec 1 (morning):** Grammar\n- **Dec 1 (evening):** Vocabulary\n- **Dec 2, 9:00-10:00:** Listening\n- **Dec 2, 20:00-21:00:** Reading\n";
    reads(
        text,
        "  d1 tue\n   30 min Grammar\n   30 min Vocabulary\n  d2 wed\n   09:00-10:00 Listening\n   20:00-21:00 Reading\n",
    );
    let plan = imported(text).plan;
    let sessions = plan.days().flat_map(|(.., day)| &day.sessions);
    let halves = sessions.map(|session| session.half.as_deref());
    assert_eq!(
        halves.collect::<Vec<_>>(),
        [Some("morning"), Some("evening"), None]
    );
}
