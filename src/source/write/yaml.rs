//! Writing YAML as a person would: small maps and lists on one line, the rest in blocks, quotes
//! only where they are needed. The serialiser of the YAML crate folds long texts (`>-`) and
//! writes `key: null`, so the few rules needed stand here.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use crate::escape::is_bidi;
use crate::model::Minutes;

/// Lines of small maps and lists end before this column.
const WIDTH: usize = 100;

/// What is to be written.
pub(super) enum Out {
    Text(String),
    List(Vec<Out>),
    Map {
        entries: Vec<(String, Out)>,
        /// Whether it is always written in block style.
        open: bool,
    },
}

impl Out {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A length of time as plan files have it: `6h`, `1h30m`, `45m`.
pub(super) fn length(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m}m"),
        (h, 0) => format!("{h}h"),
        (h, m) => format!("{h}h{m}m"),
    }
}

/// A whole document.
pub(super) fn document(root: &Out) -> String {
    let mut out = String::new();
    block(&mut out, root, 0);
    out
}

/// Writes `value` in block style, beginning at the current column, which is `indent`.
fn block(out: &mut String, value: &Out, indent: usize) {
    match value {
        Out::Text(text) => {
            scalar(out, text, indent);
            out.push('\n');
        }
        Out::List(items) => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    pad(out, indent);
                }
                out.push_str("- ");
                match flow(item).filter(|line| fits(line, indent + 2)) {
                    Some(line) => push_line(out, &line),
                    None => block(out, item, indent + 2),
                }
            }
        }
        Out::Map { entries, .. } => {
            for (index, (key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    pad(out, indent);
                }
                entry(out, key, value, indent);
            }
        }
    }
}

fn entry(out: &mut String, key: &str, value: &Out, indent: usize) {
    let key = plain_or_quoted(key, true);
    out.push_str(&key);
    out.push(':');
    if let Some(line) = flow(value).filter(|line| fits(line, indent + key.width() + 2)) {
        out.push(' ');
        push_line(out, &line);
    } else if let Out::Text(text) = value {
        out.push(' ');
        scalar(out, text, indent + 2);
        out.push('\n');
    } else {
        out.push('\n');
        pad(out, indent + 2);
        block(out, value, indent + 2);
    }
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn fits(line: &str, indent: usize) -> bool {
    indent + line.width() <= WIDTH
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

/// The value on one line, if it may stand so: no map that is always open, no text of several
/// lines, no list within a list within a list.
fn flow(value: &Out) -> Option<String> {
    match value {
        Out::Map { open: true, .. } | Out::Text(_) => None,
        small => flow_part(small, 3),
    }
}

fn flow_part(value: &Out, depth: usize) -> Option<String> {
    match value {
        Out::Text(text) => (!text.contains('\n')).then(|| plain_or_quoted(text, true)),
        Out::Map { open: true, .. } => None,
        _ if depth == 0 => None,
        Out::List(items) => {
            let parts: Option<Vec<_>> = items.iter().map(|i| flow_part(i, depth - 1)).collect();
            Some(format!("[{}]", parts?.join(", ")))
        }
        Out::Map { entries, .. } => {
            let part = |(key, value): &(String, Out)| {
                let value = flow_part(value, depth - 1)?;
                Some(format!("{}: {value}", plain_or_quoted(key, true)))
            };
            let parts: Option<Vec<_>> = entries.iter().map(part).collect();
            Some(format!("{{{}}}", parts?.join(", ")))
        }
    }
}

/// A text on a line of its own: plain, quoted, or as a literal block of lines.
fn scalar(out: &mut String, text: &str, indent: usize) {
    if text.contains('\n') && is_literal(text) {
        literal(out, text, indent);
    } else {
        out.push_str(&plain_or_quoted(text, false));
    }
}

/// Whether `text` survives as a literal block: printable lines, at least one of them not empty.
fn is_literal(text: &str) -> bool {
    text.chars().all(|c| c == '\n' || !is_unseen(c)) && text.chars().any(|c| c != '\n' && c != ' ')
}

fn literal(out: &mut String, text: &str, indent: usize) {
    let body = text.trim_end_matches('\n');
    let chomp = match text.len() - body.len() {
        0 => "-",
        1 => "",
        _ => "+",
    };
    // Said outright where the first line's own spaces would be taken for the indent.
    let first = body.trim_start_matches('\n');
    let hint = if first.starts_with(' ') || body.starts_with('\n') {
        "2"
    } else {
        ""
    };
    let _ = write!(out, "|{hint}{chomp}");
    let lines = if chomp == "+" {
        &text[..text.len() - 1]
    } else {
        body
    };
    for line in lines.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            pad(out, indent);
            out.push_str(line);
        }
    }
}

/// `text` as a plain scalar if YAML reads it back as the same text, else in double quotes.
fn plain_or_quoted(text: &str, in_flow: bool) -> String {
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

/// What has to be escaped: what a terminal obeys, what YAML takes for a line's end, drops or refuses,
/// and what makes a line read as another one.
fn is_unseen(c: char) -> bool {
    let is_no_text = matches!(
        c,
        '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
    );
    c.is_control() || is_bidi(c) || is_no_text
}

fn is_plain(text: &str, in_flow: bool) -> bool {
    let special = "-?:,[]{}#&*!|>'\"%@`=~<";
    let Some(first) = text.chars().next() else {
        return false;
    };
    let dirty = |c: char| is_unseen(c) || (in_flow && ",[]{}".contains(c));
    let lower = text.to_ascii_lowercase();
    let is_word = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    !special.contains(first)
        && text.trim() == text
        && !text.chars().any(dirty)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(in_flow && text.contains(':') && flow_colon(text))
        && !is_word.contains(&lower.as_str())
        && !text.starts_with("---")
        && !text.starts_with("...")
}

/// In a flow map a colon before a bracket or quote would end a key.
fn flow_colon(text: &str) -> bool {
    let mut after = text.split(':').skip(1);
    after.any(|rest| rest.starts_with(['"', '\'', '[', ']', '{', '}', ',', ' ']))
}
