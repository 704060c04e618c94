//! From bytes to text: which encoding a file has that is not UTF-8.

use super::{Diagnostic, Location, Rule};
use crate::text::source::{FileProblem, NoText};

/// The text of a plan file, or of a note.
///
/// # Errors
/// The file is not text, or not UTF-8.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, Diagnostic> {
    if let Some(wrong) = no_byte_text(bytes) {
        return Err(wrong);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        if bytes.contains(&0) {
            unreadable(FileProblem::NotText {
                kind: NoText::Binary,
            })
        } else {
            invalid(bytes, error.valid_up_to())
        }
    })
}

/// What is wrong with a file that is not text, or has more than one byte for an ASCII character.
pub(crate) fn no_byte_text(bytes: &[u8]) -> Option<Diagnostic> {
    let kind = no_text(bytes).map(|kind| FileProblem::NotText { kind });
    let encoding = || wide(bytes).map(|encoding| FileProblem::Encoded { encoding });
    kind.or_else(encoding).map(unreadable)
}

/// Without a byte to point at, no line of the file is shown.
fn unreadable(problem: FileProblem) -> Diagnostic {
    let (start, nowhere) = (u32::MAX, Location::START);
    let nowhere = Location { start, ..nowhere };
    Diagnostic::new(Rule::NotUtf8, nowhere, problem)
}

/// What a file is that begins like one of another kind.
fn no_text(bytes: &[u8]) -> Option<NoText> {
    let kinds: [(&[u8], NoText); 4] = [
        (b"PK\x03\x04", NoText::Zip),
        (b"\x1F\x8B", NoText::Gzip),
        (b"%PDF-", NoText::Pdf),
        (b"\xD0\xCF\x11\xE0", NoText::Office),
    ];
    let mut kinds = kinds.into_iter();
    kinds.find_map(|(start, kind)| bytes.starts_with(start).then_some(kind))
}

/// The encoding of a text with more than one byte for each character, by its byte order mark or by
/// the zeros of its first character, which is ASCII in YAML (YAML 1.2, section 5.2).
fn wide(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0, 0, 0xFE, 0xFF, ..] | [0xFF, 0xFE, 0, 0, ..] => Some("UTF-32"),
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] => Some("UTF-16"),
        [0, 0, 0, 1..=255, ..] => Some("UTF-32BE"),
        [1..=255, 0, 0, 0, ..] => Some("UTF-32LE"),
        [0, 1..=255, ..] => Some("UTF-16BE"),
        [1..=255, 0, ..] => Some("UTF-16LE"),
        _ => None,
    }
}

fn invalid(bytes: &[u8], valid_up_to: usize) -> Diagnostic {
    let before = String::from_utf8_lossy(&bytes[..valid_up_to]);
    let last = before.rsplit('\n').next().unwrap_or_default();
    let after = |count: usize| u32::try_from(count).map_or(u32::MAX, |n| n.saturating_add(1));
    let at = Location {
        line: after(before.matches('\n').count()),
        column: after(last.chars().count()),
        start: u32::try_from(valid_up_to).unwrap_or(u32::MAX),
        len: 1,
    };
    let byte = bytes.get(valid_up_to).copied().unwrap_or_default();
    let likely = likely(bytes);
    Diagnostic::new(Rule::NotUtf8, at, FileProblem::NotUtf8 { byte, likely })
}

/// The encoding that the file is likely to have; `None` if it is UTF-8 with some damage.
///
/// A Western European letter is a single byte from 128 up between ASCII letters; a Chinese
/// character has two bytes, and mostly another one next to it.
fn likely(bytes: &[u8]) -> Option<&'static str> {
    let (mut characters, mut damage) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        characters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damage += usize::from(!chunk.invalid().is_empty());
    }
    if characters > damage {
        return None;
    }
    let runs = || bytes.split(u8::is_ascii).filter(|run| !run.is_empty());
    let single = runs()
        .filter(|run| run.len() == 1 && run[0] >= 0xA0)
        .count();
    Some(if 2 * single > runs().count() {
        "WINDOWS-1252"
    } else {
        "GBK"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with `bytes`, and how to fix it.
    fn refused(bytes: &[u8]) -> (String, String) {
        let refused = text_of(bytes).expect_err("is not UTF-8");
        assert_eq!(refused.rule, Rule::NotUtf8);
        (refused.message.to_string(), refused.help.to_string())
    }

    fn encoded(text: &str, big_endian: bool, width: usize) -> Vec<u8> {
        let unit = |unit: u32| {
            if big_endian {
                unit.to_be_bytes()[4 - width..].to_vec()
            } else {
                unit.to_le_bytes()[..width].to_vec()
            }
        };
        text.chars().flat_map(|c| unit(u32::from(c))).collect()
    }

    #[test]
    fn a_wide_encoding_is_called_by_its_name() {
        // The one in the title is U+4E00, whose second byte is zero too.
        let text = "plan: p\ntitle: 一\n";
        for (mark, big_endian, width, name) in [
            ("\u{FEFF}", false, 2, "UTF-16"),
            ("\u{FEFF}", true, 2, "UTF-16"),
            ("", false, 2, "UTF-16LE"),
            ("", true, 2, "UTF-16BE"),
            ("\u{FEFF}", false, 4, "UTF-32"),
            ("\u{FEFF}", true, 4, "UTF-32"),
            ("", false, 4, "UTF-32LE"),
            ("", true, 4, "UTF-32BE"),
        ] {
            let (message, help) = refused(&encoded(&format!("{mark}{text}"), big_endian, width));
            assert_eq!(message, format!("the file is {name}, not UTF-8"));
            let command = format!("iconv -f {name} -t UTF-8 old.yaml > new.yaml");
            assert_eq!(
                help,
                format!("save it as UTF-8, or convert it: `{command}`")
            );
        }
        assert_eq!(text_of(text.as_bytes()), Ok(text));
        // Control: a zero later on does not indicate an encoding.
        assert_eq!(text_of(b"title: a\0"), Ok("title: a\0"));
    }

    #[test]
    fn what_is_not_utf_8_is_what_it_looks_like() {
        let from = |name: &str| {
            format!(
                "save the file as UTF-8; if it is {name}, convert it: `iconv -f {name} -t UTF-8 \
                 old.yaml > new.yaml`"
            )
        };
        // 多模态 in GBK, and préparer, où in Windows-1252.
        let gbk = b"title: \xB6\xE0\xC4\xA3\xCC\xAC\n";
        assert_eq!(
            refused(gbk),
            ("invalid UTF-8: byte 0xB6".into(), from("GBK"))
        );
        let western = b"title: pr\xE9parer, o\xF9\n";
        let expected = ("invalid UTF-8: byte 0xE9".into(), from("WINDOWS-1252"));
        assert_eq!(refused(western), expected);
        // 模 has lost its last byte.
        let damaged = b"title: \xE5\xA4\x9A\xE6\xA8\xE6\x80\x81\n";
        let help = "the rest of the file is UTF-8: retype the text where it is damaged";
        let expected = ("invalid UTF-8: byte 0xE6".into(), help.into());
        assert_eq!(refused(damaged), expected);
    }

    #[test]
    fn what_is_not_text_is_called_what_it_is() {
        for (bytes, name) in [
            (
                &b"PK\x03\x04\x14\0"[..],
                "a ZIP archive or an Office document",
            ),
            (b"\x1F\x8B\x08\0", "a gzip archive"),
            (b"%PDF-1.7\n%\xB5\xB5", "a PDF document"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", "an Office document"),
            (b"\x7FELF\x02\x01\x01\0\0\xFE", "a binary file"),
        ] {
            let message = format!("the file is {name}, not a plan");
            let help = "a plan is a text file; `plan help plan-file` shows how to write one";
            assert_eq!(refused(bytes), (message, help.to_owned()));
        }
    }
}
