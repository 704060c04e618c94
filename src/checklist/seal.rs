//! The front matter of a note: whose it is, and checksums that tell what was edited since.

use super::boxes::{boxes, without_stamps};

/// What the front matter of a note that `plan` wrote says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Front<'t> {
    /// The id of the plan.
    pub(crate) plan: &'t str,
    /// The checksum of the text apart from what boxes say, and that of all of it.
    sums: Option<(&'t str, &'t str)>,
}

/// What somebody has edited in a note since it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edits {
    Nothing,
    /// Check boxes, and since when they are marked.
    Boxes,
    /// Other text, perhaps boxes too.
    Text,
}

const SEAL: &str = "checksum: ";

/// The front matter of a note; `None` unless `plan` wrote it.
pub(crate) fn front(note: &str) -> Option<Front<'_>> {
    let note = note.strip_prefix('\u{FEFF}').unwrap_or(note);
    let mut lines = note.lines().map(str::trim_end);
    if lines.next() != Some("---") {
        return None;
    }
    let inner: Vec<&str> = lines.by_ref().take_while(|line| *line != "---").collect();
    let value = |key: &str| {
        let mut values = inner.iter().filter_map(|line| line.strip_prefix(key));
        values.next().map(|value| value.trim_matches(['"', '\'']))
    };
    let is_own = value("generator: ") == Some("plan");
    Some(Front {
        plan: value("plan: ").filter(|_| is_own)?,
        sums: value(SEAL).and_then(|sums| sums.split_once('-')),
    })
}

/// A note with the front matter `head` and the text `body`.
pub(crate) fn sealed(head: &str, body: &str) -> String {
    let note = format!("---\n{head}---\n{body}");
    let (content, whole) = sums(&note);
    format!("---\n{head}{SEAL}{content}-{whole}\n---\n{body}")
}

/// Whether two notes were written with the same text, whatever their boxes said.
pub(crate) fn is_of_same_content(one: &str, other: &str) -> bool {
    let content = |note| Some(front(note)?.sums?.0);
    content(one) == content(other)
}

/// What was edited since the note was written.
pub(super) fn edits(note: &str) -> Edits {
    let written = front(note).and_then(|front| front.sums);
    let own: String = note
        .split_inclusive('\n')
        .scan(false, |is_past, line| {
            let is_seal = !*is_past && line.starts_with(SEAL);
            *is_past |= is_seal;
            Some(if is_seal { "" } else { line })
        })
        .collect();
    let (content, whole) = sums(&own);
    match written {
        Some((_, sum)) if sum == whole => Edits::Nothing,
        Some((sum, _)) if sum == content => Edits::Boxes,
        _ => Edits::Text,
    }
}

/// The checksum of a note without what its boxes say, and that of all of it.
fn sums(note: &str) -> (String, String) {
    let sum = |text: &str| format!("{:08x}", crc32fast::hash(text.as_bytes()));
    let boxes = boxes(note);
    let mut boxes = boxes.iter().peekable();
    let mut content = String::with_capacity(note.len());
    let mut at = 0;
    for line in note.split_inclusive('\n') {
        match boxes.next_if(|own| own.sign.start < at + line.len()) {
            Some(own) => {
                let mut line = line.to_owned();
                line.replace_range(own.sign.start - at..own.sign.end - at, " ");
                content += &without_stamps(&line);
            }
            None => content += line,
        }
        at += line.len();
    }
    (sum(&content), sum(note))
}
