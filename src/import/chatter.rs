//! What an assistant says about its answer.

use super::scan::folded;

/// Whether a line is such a remark.
pub(super) fn is_chatter(text: &str) -> bool {
    const STARTS: [&str; 32] = [
        "好的,",
        "好的!",
        "好的。",
        "当然",
        "您需要我",
        "你需要我",
        "[需要",
        "需要我",
        "希望这",
        "如果您需要",
        "如果你需要",
        "以上是",
        "以上就是",
        "祝你",
        "sure,",
        "sure!",
        "certainly",
        "of course",
        "here is your",
        "here's a",
        "here's your",
        "let me know",
        "would you like",
        "i hope this",
        "feel free to",
        "good luck",
        "如果需要",
        "祝您",
        "加油",
        "頑張ってください",
        "もちろん",
        "ご希望",
    ];
    let text = folded(text);
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '[');
    STARTS.iter().any(|start| text.starts_with(start))
}
