//! Mistakes in writing YAML, recognised by the lines where reading stopped.

use super::Location;
use crate::text::source::Trap;

/// The location of the tab that `reason` complains about: the reader may have stopped one line
/// before it, or after it.
pub(super) fn tab_location(reason: &str, at: Location, source: &str) -> Option<Location> {
    let lines = (1..).zip(source.lines()).skip(at.line as usize - 1).take(2);
    let mut tabs = lines.filter_map(|(line, text)| {
        let indent = text.len() - text.trim_start_matches(' ').len();
        let column = u32::try_from(indent + 1).ok()?;
        text[indent..].starts_with('\t').then_some((line, column))
    });
    let (line, column) = tabs.next().filter(|_| reason.contains("tab"))?;
    Some(Location::of(source, line, column))
}

/// The mistake on the line where the reader stopped, or on the one before.
pub(super) fn trap(source: &str, line: usize) -> Trap {
    let lines = || source.lines().skip(line.saturating_sub(2)).take(2);
    let any = |test: fn(&str) -> bool| lines().any(test);
    let is_odd = |line: &str, quote| line.matches(quote).count() % 2 == 1;
    if any(|line| line.contains("](")) {
        Trap::MarkdownLink
    } else if any(|line| line.trim_start_matches(' ').starts_with('\t')) {
        Trap::TabIndent
    } else if any(|line| line.contains('：') && !line.contains(": ")) {
        Trap::FullWidthColon
    } else if any(|line| line.matches(": ").count() > 1 && !line.contains('{')) {
        Trap::UnquotedColon
    } else if lines().any(|line| is_odd(line, '"') || is_odd(line, '\'')) {
        Trap::UnclosedQuote
    } else {
        Trap::Unknown
    }
}
