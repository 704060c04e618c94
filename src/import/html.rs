//! HTML in Markdown.

use super::inline::Collector;

/// Adds what is between the elements of a piece of HTML that begins on `line`. Line breaks count, and
/// what is bold.
pub(super) fn push(inline: &mut Collector, html: &str, line: u32) {
    for (line, part) in (line..).zip(html.split('\n')) {
        let mut rest = part;
        while let Some((before, after)) = rest.split_once('<') {
            inline.push(before, line);
            let (tag, after) = after.split_once('>').unwrap_or((after, ""));
            let name = tag.trim_start_matches('/').to_lowercase();
            let closes = tag.starts_with('/');
            if name.starts_with("br") || closes && is_block(&name) {
                inline.line_break();
            }
            if is_bold(&name) {
                inline.strong(!closes);
            }
            rest = after;
        }
        inline.push(rest, line);
        if html.contains('\n') {
            inline.line_break();
        }
    }
}

fn is_bold(name: &str) -> bool {
    matches!(name, "b" | "strong" | "summary" | "h1" | "h2" | "h3" | "h4")
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div" | "li" | "td" | "tr" | "summary" | "h1" | "h2" | "h3" | "h4"
    )
}

/// A line without its HTML elements; the text of a comment stays.
pub(super) fn without_tags(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('<') {
        out += before;
        let begins = |c: char| c.is_ascii_alphabetic() || c == '/';
        let Some((_, end)) = after.split_once('>').filter(|_| after.starts_with(begins)) else {
            out.push('<');
            rest = after;
            continue;
        };
        rest = end;
    }
    out + rest
}
