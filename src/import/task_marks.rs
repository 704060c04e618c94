//! Dates, priorities and tags of tasks, as Obsidian writes them: `Slices 📅 2026-12-13 ⏫ #go`.

use chrono::NaiveDate;

use crate::model::parse_date;

/// A text without these marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct TaskMarks {
    pub(crate) text: String,
    /// The marks, as they are written.
    pub(crate) marks: String,
    /// When it is due.
    pub(crate) due: Option<NaiveDate>,
}

const DUE: char = '📅';
/// Other dates: scheduled, start, created, done, cancelled.
const DATES: [char; 6] = ['📅', '⏳', '🛫', '➕', '✅', '❌'];
const PRIORITIES: [char; 5] = ['🔺', '⏫', '🔼', '🔽', '⏬'];
const AGAIN: char = '🔁';

/// Parts a text of a task from its marks.
pub(super) fn parted(text: &str) -> TaskMarks {
    let mut found = TaskMarks::default();
    let (mut kept, mut marks) = (Vec::new(), Vec::new());
    let mut words = text.split_whitespace().peekable();
    let mut repeats = false;
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches('\u{FE0F}');
        let sign = word.chars().next().unwrap_or_default();
        let is_date = DATES.contains(&sign);
        let rest = bare[sign.len_utf8()..].trim_start_matches('\u{FE0F}');
        repeats = word.starts_with(AGAIN) || repeats && !is_date && !is_mark(bare);
        let own = parse_date(rest).filter(|_| is_date);
        let mut next = || words.peek().and_then(|next| parse_date(next));
        if let Some(date) = own {
            marks.push(word);
            found.due = found.due.or(Some(date).filter(|_| sign == DUE));
        } else if is_date && rest.is_empty() && next().is_some() {
            marks.push(word);
            let date = words.next().unwrap_or_default();
            marks.push(date);
            found.due = found.due.or(parse_date(date).filter(|_| sign == DUE));
        } else if repeats || is_mark(bare) {
            marks.push(word);
        } else {
            kept.push(word);
        }
    }
    if marks.is_empty() || kept.is_empty() {
        text.clone_into(&mut found.text);
        found.due = None;
        return found;
    }
    (found.text, found.marks) = (kept.join(" "), marks.join(" "));
    found
}

/// Whether a word is a priority or a tag. `#12` is the number of something.
fn is_mark(word: &str) -> bool {
    let tag = word.strip_prefix('#').and_then(|tag| tag.chars().next());
    tag.is_some_and(char::is_alphabetic)
        || word.starts_with(PRIORITIES) && word.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_priorities_and_tags() {
        for (text, kept, marks, due) in [
            (
                "Slices 📅 2026-12-13",
                "Slices",
                "📅 2026-12-13",
                Some("2026-12-13"),
            ),
            (
                "Slices 📅2026-12-13 ⏫",
                "Slices",
                "📅2026-12-13 ⏫",
                Some("2026-12-13"),
            ),
            ("`sync`, select ⏫", "`sync`, select", "⏫", None),
            (
                "Tour #go/tour 🔁 every week ⏳ 2026-12-01",
                "Tour",
                "#go/tour 🔁 every week ⏳ 2026-12-01",
                None,
            ),
            (
                "Fix issue #12 in C# 📅 soon",
                "Fix issue #12 in C# 📅 soon",
                "",
                None,
            ),
            ("#go", "#go", "", None),
        ] {
            let found = parted(text);
            assert_eq!((found.text.as_str(), found.marks.as_str()), (kept, marks));
            assert_eq!(found.due.map(|due| due.to_string()).as_deref(), due);
        }
    }
}
