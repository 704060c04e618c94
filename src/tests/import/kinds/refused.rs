//! Documents that are no study plans though they have days or weeks, and plans that look like them.

use super::reads;
use crate::tests::import::{imported, left, read};
use crate::text::import::{LeftOver, NoPlan};

#[test]
fn journeys_meals_bread_and_boards() {
    for (text, why) in [
        (
            "# Kyoto in 3 days\n\n## Day 1: Arrival\n- Check in at the hotel\n- Fushimi Inari shrine\n## Day 2: Temples\n- Kinkaku-ji temple\n## Day 3: Departure\n- Learn about the tea ceremony\n",
            NoPlan::NoLearning,
        ),
        (
            "# 京都三日游\n\n## 第1天\n- 到达酒店\n## 第2天\n- 清水寺\n## 第3天\n- 返程\n",
            NoPlan::NoLearning,
        ),
        (
            "# Sourdough bread\n\n## Day 1\n- Mix 100 g flour with water\n## Day 2\n- Shape the dough\n## Day 3\n- Bake at 230 °C for 45 minutes\n",
            NoPlan::Recipe,
        ),
        (
            "# Sprint 14\n\n## Week 1\n- [ ] Implement login\n- [ ] Fix bug #123\n## Week 2\n- [ ] Deploy to staging\n",
            NoPlan::NoLearning,
        ),
        (
            "# 7-day meal plan\n\n## Day 1\n- Breakfast: oatmeal\n- Lunch: chicken salad\n## Day 2\n- Breakfast: eggs\n- Dinner: tofu\n",
            NoPlan::NoLearning,
        ),
        (
            "# Go plan\n\n## Week 1000\n- Read\n## Week 1001\n- Code\n",
            NoPlan::Numbers,
        ),
    ] {
        assert_eq!(read(text).map(|_| ()), Err(why), "{text}");
    }
}

#[test]
fn study_plans_with_such_words() {
    for text in [
        "# Learn Japanese for travel\n\n## Day 1: At the hotel\n- Check in\n## Day 2: At the airport\n- Flight words\n## Day 3: In the museum\n- Temple and shrine words\n",
        "# Go in two days\n\n## Day 1\n- Slices\n## Day 2\n- Maps\n",
        "# Learning DevOps in sprints\n\n## Week 1\n- Deploy to staging\n## Week 2\n- Fix a bug\n",
        "# 考研冲刺\n\n## 第1周\n- 真题\n## 第2周\n- 上线模考\n",
    ] {
        assert_eq!(read(text).map(|_| ()), Ok(()), "{text}");
    }
}

#[test]
fn a_flowchart_alone_has_the_name_of_its_file() {
    let text = "```mermaid\ngraph TD\nA[HTML] --> B[CSS]\n```\n";
    reads(
        text,
        "…\n  d1 mon\n   60 min HTML\n  d2 wed\n   60 min CSS\n",
    );
    assert_eq!(imported(text).plan.title, "note");
}

#[test]
fn what_obsidian_adds() {
    let text = "# Go study\n\n%% private %%\n## Week 1: Basics ^w1\n- Monday: Read ==chapter 1== ^abc123\n- Tuesday: Exercises\n%%\nlong\n%%\n";
    reads(
        text,
        " w1 Basics\n  d1 mon\n   60 min Read chapter 1\n  d2 tue\n   60 min Exercises\n",
    );
    let outside = LeftOver::Outside;
    assert_eq!(left(&imported(text)), [(3, outside), (8, outside)]);
}
