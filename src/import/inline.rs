//! The text of a paragraph, heading, item or cell, line by line.

use super::node::Link;
use crate::escape::is_invisible;

/// A line of text, and how it is formatted.
#[derive(Debug, Clone, Default)]
pub(super) struct Inline {
    /// Its line in the document, from 1; 0 while it is empty.
    pub(crate) line: u32,
    pub(crate) text: String,
    pub(crate) links: Vec<Link>,
    /// How many characters are bold from the start, and whether all are.
    bold: usize,
    seen_plain: bool,
}

impl Inline {
    /// How many characters at the start are bold.
    pub(super) fn bold(&self) -> usize {
        self.bold
    }
}

/// Collects what is written in a block.
#[derive(Debug, Default)]
pub(super) struct Collector {
    lines: Vec<Inline>,
    strong: usize,
    /// Where links that are open begin: the line, the byte in it, and the address.
    open: Vec<(usize, usize, String)>,
    breaks: bool,
}

impl Collector {
    /// Adds text that is on `line` of the document.
    pub(super) fn push(&mut self, text: &str, line: u32) {
        if text.is_empty() {
            return;
        }
        if self.breaks || self.lines.is_empty() {
            self.lines.push(Inline::default());
            self.breaks = false;
        }
        let strong = self.strong > 0;
        if let Some(last) = self.lines.last_mut() {
            if last.line == 0 {
                last.line = line;
            }
            last.text += text;
            let speaks = text.contains(char::is_alphanumeric);
            if strong && !last.seen_plain {
                last.bold = last.text.chars().count();
            } else if speaks {
                last.seen_plain = true;
            }
        }
    }

    /// Begins a new line.
    pub(super) fn line_break(&mut self) {
        self.breaks = true;
    }

    pub(super) fn strong(&mut self, begins: bool) {
        self.strong = if begins {
            self.strong + 1
        } else {
            self.strong.saturating_sub(1)
        };
    }

    pub(super) fn open_link(&mut self, url: &str) {
        let line = self.lines.len().saturating_sub(1);
        let line = if self.breaks { line + 1 } else { line };
        let at = self.lines.get(line).map_or(0, |line| line.text.len());
        self.open.push((line, at, url.to_owned()));
    }

    pub(super) fn close_link(&mut self, line: u32) {
        let Some((index, at, url)) = self.open.pop() else {
            return;
        };
        let text = self.lines.get(index).and_then(|line| line.text.get(at..));
        let mut text = text.unwrap_or_default().trim().to_owned();
        if text.is_empty() {
            self.push(&url, line);
            text.clone_from(&url);
        }
        if let Some(last) = self.lines.last_mut() {
            last.links.push(Link { text, url });
        }
    }

    /// What was collected, with addresses that are written without brackets.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        let mut lines = std::mem::take(self).lines;
        for line in &mut lines {
            line.text = without_wiki_links(line.text.trim_end());
            bare_links(line);
        }
        lines.retain(|line| !is_invisible(&line.text));
        lines
    }
}

/// `[[Note]]` and `[[Note|name]]` as `Note` and `name`.
fn without_wiki_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((inner, end)) = after.split_once("]]") else {
            break;
        };
        out += before;
        out += inner.rsplit('|').next().unwrap_or(inner);
        rest = end;
    }
    out + rest
}

/// Adds the addresses in `line` that are no links of Markdown; the words before one are its text.
fn bare_links(line: &mut Inline) {
    let mut from = 0;
    while let Some(at) = ["http://", "https://"]
        .iter()
        .filter_map(|scheme| line.text[from..].find(scheme))
        .min()
    {
        let start = from + at;
        let rest = &line.text[start..];
        let ends = |c: char| c.is_whitespace() || "）)】，。、；\"'<>`」』|".contains(c);
        let url = &rest[..rest.find(ends).unwrap_or(rest.len())];
        from = start + url.len().max(1);
        let url = url.trim_end_matches(['.', ',', ';', ':', '*']).to_owned();
        let known = line
            .links
            .iter()
            .any(|link| link.url == url || link.text == url);
        if url.len() > "https://".len() && !known {
            let text = url.clone();
            line.links.push(Link { text, url });
        }
        while !line.text.is_char_boundary(from) {
            from += 1;
        }
    }
}
