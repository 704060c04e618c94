//! YAML as a person would write it: small maps and lists on one line, the rest in blocks, quotes
//! only if needed. The serialiser of the YAML crate folds long texts (`>-`) and writes `key: null`.

mod scalar;

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use crate::model::Minutes;
use scalar::is_unseen;
pub(super) use scalar::plain_or_quoted;

/// Lines of small maps and lists end before this column.
const WIDTH: usize = 100;

pub(super) enum Yaml {
    Text(String),
    /// A number, or a range of them, that the reader takes as it is written.
    Plain(String),
    List(Vec<Yaml>),
    Map(Map),
}

pub(super) struct Map {
    pub(crate) entries: Vec<(String, Yaml)>,
    /// Whether it takes several lines even if it fits on one.
    pub(crate) is_block: bool,
}

/// Builds a map key by key; keys without a value, or with an empty list, are left out.
impl Map {
    /// A map that is written on one line if it fits.
    pub(super) fn inline() -> Self {
        let (entries, is_block) = (Vec::new(), false);
        Self { entries, is_block }
    }

    /// A map with a line for each key.
    pub(super) fn block() -> Self {
        let (entries, is_block) = (Vec::new(), true);
        Self { entries, is_block }
    }

    pub(super) fn put(mut self, key: &str, value: Option<Yaml>) -> Self {
        self.entries
            .extend(value.map(|value| (key.to_owned(), value)));
        self
    }

    pub(super) fn maybe(self, key: &str, value: Option<impl ToString>) -> Self {
        self.put(key, value.map(text))
    }

    pub(super) fn text(self, key: &str, value: impl ToString) -> Self {
        self.maybe(key, Some(value))
    }

    pub(super) fn number(self, key: &str, value: Option<impl ToString>) -> Self {
        self.put(key, value.map(|value| Yaml::Plain(value.to_string())))
    }

    pub(super) fn list<T>(self, key: &str, items: &[T], yaml: impl Fn(&T) -> Yaml) -> Self {
        let list = || Yaml::List(items.iter().map(yaml).collect());
        self.put(key, (!items.is_empty()).then(list))
    }

    pub(super) fn done(self) -> Yaml {
        Yaml::Map(self)
    }

    /// The map, or its `text` if it has nothing else.
    pub(super) fn text_or_map(mut self) -> Yaml {
        match self.entries.as_slice() {
            [(key, _)] if key == "text" => self.entries.remove(0).1,
            _ => self.done(),
        }
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "callers pass values and references"
)]
pub(super) fn text(value: impl ToString) -> Yaml {
    Yaml::Text(value.to_string())
}

/// A duration as in plan files: `6h`, `1h30m`, `45m`.
pub(super) fn duration(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, m) => format!("{m}m"),
        (h, 0) => format!("{h}h"),
        (h, m) => format!("{h}h{m}m"),
    }
}

/// A whole document.
pub(super) fn document(root: &Yaml) -> String {
    let mut out = String::new();
    block(&mut out, root, 0);
    out
}

/// Writes `value` in block style, beginning at the current column, which is `indent`.
fn block(out: &mut String, value: &Yaml, indent: usize) {
    match value {
        Yaml::Text(text) => {
            scalar(out, text, indent);
            out.push('\n');
        }
        Yaml::Plain(number) => push_line(out, number),
        Yaml::List(items) => {
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
        Yaml::Map(Map { entries, .. }) => {
            for (index, (key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    pad(out, indent);
                }
                entry(out, key, value, indent);
            }
        }
    }
}

fn entry(out: &mut String, key: &str, value: &Yaml, indent: usize) {
    let key = plain_or_quoted(key, true);
    out.push_str(&key);
    out.push(':');
    if let Some(line) = flow(value).filter(|line| fits(line, indent + key.width() + 2)) {
        out.push(' ');
        push_line(out, &line);
    } else if let Yaml::Text(text) = value {
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

/// The value on one line, if it may take one: it contains no block map, no text of several lines
/// and at most three levels of lists and maps.
fn flow(value: &Yaml) -> Option<String> {
    match value {
        Yaml::Map(Map { is_block: true, .. }) | Yaml::Text(_) => None,
        small => flow_part(small, 3),
    }
}

fn flow_part(value: &Yaml, depth: usize) -> Option<String> {
    match value {
        Yaml::Plain(number) => Some(number.clone()),
        Yaml::Text(text) => (!text.contains('\n')).then(|| plain_or_quoted(text, true)),
        Yaml::Map(Map { is_block: true, .. }) => None,
        _ if depth == 0 => None,
        Yaml::List(items) => {
            let parts: Option<Vec<_>> = items.iter().map(|i| flow_part(i, depth - 1)).collect();
            Some(format!("[{}]", parts?.join(", ")))
        }
        Yaml::Map(Map { entries, .. }) => {
            let part = |(key, value): &(String, Yaml)| {
                let value = flow_part(value, depth - 1)?;
                Some(format!("{}: {value}", plain_or_quoted(key, true)))
            };
            let parts: Option<Vec<_>> = entries.iter().map(part).collect();
            Some(format!("{{{}}}", parts?.join(", ")))
        }
    }
}

/// A text that takes the rest of its line: plain, quoted, or as a literal block.
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
    // Without an explicit indent the spaces of the first line would be taken for it.
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

#[cfg(test)]
mod tests;
