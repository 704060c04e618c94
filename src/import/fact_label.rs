//! Labels of facts about a plan as a whole.

use super::label::bare;
use super::scan::folded;

pub(super) const DIRECTION: [&str; 6] =
    ["学习方向", "方向", "direction", "subject", "领域", "分野"];
pub(super) const DURATION: [&str; 10] = [
    "学习周期",
    "周期",
    "总时长",
    "duration",
    "时长",
    "期间",
    "period",
    "total duration",
    "计划周期",
    "总周期",
];
pub(super) const TIME: [&str; 11] = [
    "时间投入",
    "每日时间",
    "学习时间",
    "每日投入",
    "time commitment",
    "time",
    "study time",
    "每日学习时间",
    "时间安排",
    "投入时间",
    "学习时长",
];
pub(super) const GOAL: [&str; 10] = [
    "预期目标",
    "目标",
    "总目标",
    "goal",
    "overall goal",
    "学习目标",
    "最终目标",
    "ゴール",
    "target",
    "objective",
];

/// Labels of addresses, for which a plan file has a key.
const LINK: [&str; 7] = ["链接", "网址", "地址", "link", "links", "url", "リンク"];

/// Whether a label says that an address follows.
pub(super) fn names_link(label: &str) -> bool {
    LINK.contains(&folded(bare(label)).as_str())
}

/// Whether a label names a fact about the plan as a whole.
pub(super) fn names_fact(label: &str) -> bool {
    let label = folded(bare(label));
    let lists: [&[&str]; 4] = [&DIRECTION, &DURATION, &TIME, &GOAL];
    lists.into_iter().flatten().any(|word| label == *word)
}
