//! The line that says that a plan file is as the import wrote it.

const STAMP: &str = "# Imported from ";

/// The plan file with a line that names the note and has a checksum of the rest.
pub(crate) fn stamped(file: &str, note: &str) -> String {
    let (first, rest) = file.split_once('\n').unwrap_or((file, ""));
    let note: String = note.chars().filter(|c| !c.is_control()).collect();
    let sum = crc32fast::hash(rest.as_bytes());
    format!("{first}\n{STAMP}{note} [{sum:08x}]\n{rest}")
}

/// Whether a plan file was written by an import, and not edited since.
pub(crate) fn is_stamped(file: &str) -> bool {
    let mut lines = file.splitn(3, '\n');
    let (_, stamp, rest) = (
        lines.next(),
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let sum = stamp
        .strip_prefix(STAMP)
        .and_then(|stamp| stamp.rsplit_once('['))
        .map(|(_, sum)| sum.trim_end_matches(']'));
    sum == Some(format!("{:08x}", crc32fast::hash(rest.as_bytes())).as_str())
}
