//! What to say of a text that is no YAML: where reading stopped, and the trap it stepped into.

use super::Location;

/// Syntax faults come without a byte offset: it is found from line and column.
pub(super) fn place(at: Location, source: &str) -> Location {
    let before: usize = source
        .split_inclusive('\n')
        .take(at.line as usize - 1)
        .map(str::len)
        .sum();
    let line = source.get(before..).unwrap_or_default();
    let column = at.column as usize;
    let within: usize = line.chars().take(column - 1).map(char::len_utf8).sum();
    Location {
        start: u32::try_from(before + within).unwrap_or(u32::MAX),
        ..at
    }
}

/// The tab that the reader speaks of when it says `said`: it may not have come to that line yet, or
/// be past the indent.
pub(super) fn tab(said: &str, at: Location, source: &str) -> Option<Location> {
    let lines = (1..).zip(source.lines()).skip(at.line as usize - 1).take(2);
    let mut tabs = lines.filter_map(|(number, line)| {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        let column = u32::try_from(spaces + 1).ok()?;
        line[spaces..].starts_with('\t').then_some((number, column))
    });
    let (line, column) = tabs.next().filter(|_| said.contains("tab"))?;
    Some(place(Location { line, column, ..at }, source))
}

/// The reader's message without the place, which the excerpt shows.
pub(super) fn first_words(message: &str) -> &str {
    let line = message.lines().next().unwrap_or_default();
    line.split(" at line ").next().unwrap_or(line)
}

/// The common traps, recognised by the line the reader stopped at or the one before.
pub(super) fn trap(source: &str, line: usize) -> &'static str {
    let lines = || source.lines().skip(line.saturating_sub(2)).take(2);
    let any = |test: fn(&str) -> bool| lines().any(test);
    if any(|line| line.contains("](")) {
        "a Markdown link is no YAML: write `{text: the words, url: https://...}`, or put quotes \
         around it"
    } else if any(|line| line.trim_start_matches(' ').starts_with('\t')) {
        "indent with spaces, not with tabs"
    } else if any(|line| line.contains('：') && !line.contains(": ")) {
        "`：` is a full-width colon: write `: ` (a colon and a space) after a key"
    } else if any(|line| line.matches(": ").count() > 1 && !line.contains('{')) {
        "a text that holds `: ` needs quotes around it"
    } else if any(|line| line.matches('"').count() % 2 == 1 || line.matches('\'').count() % 2 == 1)
    {
        "a quote is opened and not closed"
    } else {
        "look for a missing space after `:` or `-`, an indent that does not fit, or an unclosed \
         bracket or quote"
    }
}
