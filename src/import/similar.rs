//! How similar two texts are.

use std::collections::HashSet;

use super::scan::folded;

/// Dice's coefficient of the two texts' pairs of characters: 0 for nothing in common, 1 for the same.
pub(super) fn dice(a: &str, b: &str) -> f64 {
    let pairs = |text: &str| -> HashSet<(char, char)> {
        let chars: Vec<char> = folded(text)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        chars.windows(2).map(|pair| (pair[0], pair[1])).collect()
    };
    let (a, b) = (pairs(a), pairs(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "lengths of titles")]
    let share = 2.0 * a.intersection(&b).count() as f64 / (a.len() + b.len()) as f64;
    share
}
