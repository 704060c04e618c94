//! Writing a slot into the text of a plan file, whose other lines stay as they are.

use super::write::slot_on_a_line;
use super::{Part, parse};
use crate::model::{Plan, Slot, SlotId};

/// The text of a plan file with `slot` after the slot called `after`, on the same day; `None` if the
/// result would not be the same plan with just that slot in it: if it overlaps another, for example, or
/// if the file is written in a way that is not understood here.
pub(crate) fn with_slot(text: &str, after: &SlotId, slot: &Slot) -> Option<String> {
    let before = parse(text);
    let plan = before.plan?;
    let at = before.locations.of(&Part::SlotEntry(after.to_string()));
    let entry = slot_on_a_line(slot);
    let found = insert(text, at.start as usize, &entry)?;
    let mut with = parse(&found).plan?;
    let is_there = take(&mut with, &slot.id)? == *slot;
    (is_there && with == plan).then_some(found)
}

/// Takes the slot called `id` out of a plan.
fn take(plan: &mut Plan, id: &SlotId) -> Option<Slot> {
    let weeks = plan.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
    let days = weeks.flat_map(|week| &mut week.days);
    let mut sessions = days.flat_map(|day| &mut day.sessions);
    sessions.find_map(|session| {
        let at = session.slots.iter().position(|slot| slot.id == *id)?;
        Some(session.slots.remove(at))
    })
}

/// The text with `entry` after the map whose first key is at the byte `at`.
fn insert(text: &str, at: usize, entry: &str) -> Option<String> {
    let before = text.get(..at)?.trim_end_matches(' ');
    let map = before.len().checked_sub(1)?;
    match before.as_bytes().last()? {
        b'{' => {
            let end = end_of_flow(text, map)?;
            match dash_before(text, map) {
                Some(indent) => Some(new_item(text, end, indent, entry)),
                None => Some(format!("{}, {entry}{}", &text[..end], &text[end..])),
            }
        }
        b'-' => {
            let indent = column(text, map)?;
            Some(new_item(text, end_of_item(text, at, indent), indent, entry))
        }
        _ => None,
    }
}

/// The columns before the dash of a list item that begins at the byte `at`, if it is one in a block.
fn dash_before(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].trim_end_matches(' ');
    before
        .strip_suffix('-')
        .and_then(|rest| column(text, rest.len()))
}

/// How far the byte `at` is indented, if nothing but spaces is before it on its line.
fn column(text: &str, at: usize) -> Option<usize> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let is_blank = text[line..at].bytes().all(|byte| byte == b' ');
    is_blank.then_some(at - line)
}

/// The text with a new list item on a line of its own, after the line that the byte `end` is on.
fn new_item(text: &str, end: usize, indent: usize, entry: &str) -> String {
    let (head, tail) = text.split_at(end);
    let rest = tail.find('\n').unwrap_or(tail.len());
    let (line, tail) = tail.split_at(rest);
    let cr = if line.ends_with('\r') { "\r" } else { "" };
    let line = line.trim_end_matches('\r');
    format!("{head}{line}{cr}\n{:indent$}- {entry}{cr}{tail}", "")
}

/// The last byte of the text of a block item whose dash is `indent` columns from the left: before the
/// next line that is indented no more, and before comments and blank lines that lead up to it.
fn end_of_item(text: &str, from: usize, indent: usize) -> usize {
    let first = text[from..].find('\n').map_or(text.len(), |end| from + end);
    let mut end = first;
    let mut at = first + 1;
    for line in text.get(at..).unwrap_or_default().split_inclusive('\n') {
        let content = line.trim_start_matches(' ');
        let is_empty = content.trim().is_empty() || content.starts_with('#');
        if !is_empty && line.len() - content.len() <= indent {
            break;
        }
        if !is_empty {
            end = at + line.trim_end_matches(['\n', '\r']).len();
        }
        at += line.len();
    }
    end
}

/// The byte after the flow map or list that begins at the byte `from`.
fn end_of_flow(text: &str, from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut last = ' ';
    let mut in_comment = false;
    for (at, c) in text[from..].char_indices() {
        match (quote, c) {
            _ if in_comment => in_comment = c != '\n',
            (Some('"'), '"') if last == '\\' => {}
            (Some(open), c) if c == open => quote = None,
            // A quote within a word is part of it.
            (None, '"' | '\'') if !last.is_alphanumeric() => quote = Some(c),
            (None, '#') if last.is_whitespace() => in_comment = true,
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(from + at + c.len_utf8());
        }
        // Of two backslashes the second escapes nothing.
        last = if last == '\\' && c == '\\' { ' ' } else { c };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Minutes, Window};

    fn slot(time: Option<&str>) -> Slot {
        let text =
            "plan: p\ntitle: T\nslots: [{id: x-0000000a, title: 'Office, hour', duration: 1h}]\n";
        let plan = parse(text).plan.expect("a plan");
        let mut slot = plan.slots().next().expect("a slot").slot.clone();
        slot.time = time.and_then(Window::parse);
        slot.duration = time.is_none().then_some(Minutes(60));
        slot
    }

    fn inserted(text: &str, after: &str, time: Option<&str>) -> Option<String> {
        with_slot(text, &SlotId::new(after).expect("an id"), &slot(time))
    }

    const ENTRY: &str = r#"{id: x-0000000a, time: 20:00-21:00, title: "Office, hour"}"#;

    #[test]
    fn a_slot_is_written_in_the_style_of_its_day() {
        for (before, after) in [
            // A list in brackets, and what is after it.
            (
                "days:\n- {day: 1, slots: [{id: a, title: 'A }'}]} # first\n- {day: 2, slots: [{title: B}]}\n",
                "days:\n- {day: 1, slots: [{id: a, title: 'A }'}, @]} # first\n- {day: 2, slots: [{title: B}]}\n",
            ),
            // Items on a line each, with a comment.
            (
                "days:\n- day: 1\n  slots:\n    - {id: a, title: A}  # read\n- day: 2\n  slots: [{title: B}]\n",
                "days:\n- day: 1\n  slots:\n    - {id: a, title: A}  # read\n    - @\n- day: 2\n  slots: [{title: B}]\n",
            ),
            // Items of several lines, with a comment about the next day.
            (
                "days:\n- day: 1\n  slots:\n  - id: a\n    title: A\n    fields:\n    - do: [b]\n\n# next\n- day: 2\n  slots: [{title: B}]\n",
                "days:\n- day: 1\n  slots:\n  - id: a\n    title: A\n    fields:\n    - do: [b]\n  - @\n\n# next\n- day: 2\n  slots: [{title: B}]\n",
            ),
            // At the end of a file without a last newline, and with carriage returns.
            (
                "slots:\n- {id: a, title: A}",
                "slots:\n- {id: a, title: A}\n- @",
            ),
            (
                "slots:\r\n- id: a\r\n  title: A\r\n",
                "slots:\r\n- id: a\r\n  title: A\r\n- @\r\n",
            ),
        ] {
            let head = "plan: p\ntitle: T\n";
            let found = inserted(&format!("{head}{before}"), "a", Some("20:00-21:00"));
            let expected = format!("{head}{}", after.replace('@', ENTRY));
            assert_eq!(found.as_deref(), Some(expected.as_str()));
        }
    }

    #[test]
    fn a_slot_that_does_not_fit_is_not_written() {
        let text = "plan: p\ntitle: T\ndays:\n- {day: 1, slots: [{id: a, title: A, time: '19:30-20:30'}]}\n";
        assert_eq!(inserted(text, "a", Some("20:00-21:00")), None);
        assert!(inserted(text, "a", None).is_some());
        // Its id is there already.
        let twice = text.replace("id: a", "id: x-0000000a");
        assert_eq!(inserted(&twice, "x-0000000a", None), None);
        assert_eq!(inserted("not a plan", "a", None), None);
    }
}
