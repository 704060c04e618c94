//! Texts on one line: plain where YAML reads them back as the same text, else in double quotes.

use std::fmt::Write;

use crate::escape::is_hidden;

/// `text` as a plain scalar if YAML reads it back as the same text, else in double quotes.
pub(in crate::source::write) fn plain_or_quoted(text: &str, in_flow: bool) -> String {
    if is_plain(text, in_flow) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        let _ = match c {
            '"' => out.write_str("\\\""),
            '\\' => out.write_str("\\\\"),
            '\n' => out.write_str("\\n"),
            '\t' => out.write_str("\\t"),
            c if is_unseen(c) => write!(out, "\\U{:08X}", u32::from(c)),
            c => out.write_char(c),
        };
    }
    out.push('"');
    out
}

/// Whether YAML needs an escape: controls, line ends and characters that YAML drops or refuses, and
/// those that change how a line reads.
pub(super) fn is_unseen(c: char) -> bool {
    is_hidden(c) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

fn is_plain(text: &str, in_flow: bool) -> bool {
    let special = "-?:,[]{}#&*!|>'\"%@`=~<";
    let Some(first) = text.chars().next() else {
        return false;
    };
    let dirty = |c: char| is_unseen(c) || (in_flow && ",[]{}".contains(c));
    !special.contains(first)
        && text.trim() == text
        && !text.chars().any(dirty)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(in_flow && text.contains(':') && flow_colon(text))
        && !is_other_than_text(text)
        && !text.starts_with("---")
        && !text.starts_with("...")
}

/// Whether some version of YAML (1.1, or the core schema of 1.2) reads the plain scalar `text` as
/// something other than a text: nothing, a boolean, a number or a date.
fn is_other_than_text(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    words.contains(&lower.as_str()) || is_number(&lower) || is_date(&lower)
}

/// Whether `lower` is a number: decimal, in another base, in base 60, infinite or none.
fn is_number(lower: &str) -> bool {
    let digits = lower.strip_prefix(['+', '-']).unwrap_or(lower);
    let with_base = |prefix: &str, base: u32| {
        let digits = digits.strip_prefix(prefix);
        digits.is_some_and(|digits| digits.chars().all(|c| c.is_digit(base) || c == '_'))
    };
    let (mantissa, exponent) = digits.split_once('e').unwrap_or((digits, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let consists_of = |text: &str, more: &str| {
        let is_part = |c: char| c.is_ascii_digit() || more.contains(c);
        text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(is_part)
    };
    matches!(digits, ".inf" | ".nan")
        || with_base("0x", 16)
        || with_base("0o", 8)
        || with_base("0b", 2)
        || consists_of(mantissa, "_.:") && consists_of(exponent, "_")
}

/// Whether `lower` begins with a date and is one, or a point in time.
fn is_date(lower: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let date = lower.split(['t', ' ', '\t']).next().unwrap_or_default();
    let parts: Vec<&str> = date.split('-').collect();
    matches!(parts[..], [year, month, day] if year.len() == 4 && [year, month, day].map(digits) == [true; 3])
}

/// Whether a colon would end a key in a flow map.
fn flow_colon(text: &str) -> bool {
    let mut after = text.split(':').skip(1);
    after.any(|rest| rest.starts_with(['"', '\'', '[', ']', '{', '}', ',', ' ']))
}
