//! A sheet as Markdown, for notes and chats.

use super::sheet::{Align, Block, Glyph, Line, Part, Role, Sheet, Span, Table};
use crate::escape;
use crate::text::Language;

/// The sheet as Markdown.
#[must_use]
pub fn markdown(sheet: &Sheet) -> String {
    let mut out = String::new();
    for block in &sheet.blocks {
        match block {
            Block::Blank => {}
            Block::Heading(line) => paragraph(&mut out, "## ", line),
            Block::Line(_, line) => {
                let labelled = line.first().is_some_and(|span| span.role == Role::Label);
                paragraph(&mut out, if labelled { "- " } else { "" }, line);
            }
            Block::Split(left, right) => {
                paragraph(
                    &mut out,
                    "",
                    &[left.clone(), vec![Span::plain(" — ")], right.clone()].concat(),
                );
            }
            Block::Link(_, line, url) => {
                let words = text(line);
                let words = words.trim_start_matches("- ");
                let url = escape::terminal(url).replace('>', "%3E");
                out.push_str(&format!("- {} <{url}>\n\n", begun(words.trim())));
            }
            Block::Table(rows) => table(&mut out, rows),
            Block::Graph(graph) => out.push_str(&format!("```mermaid\n{}```\n\n", graph.mermaid)),
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn paragraph(out: &mut String, lead: &str, line: &Line) {
    let words = text(line);
    if !words.trim().is_empty() {
        out.push_str(&format!("{lead}{}\n\n", begun(words.trim())));
    }
}

/// Words at the beginning of a block, where some would begin a list or draw a line.
fn begun(words: &str) -> String {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &words[..words.len() - rest.len()];
    let begins = match rest.chars().next() {
        Some('-' | '+' | '=') => digits.is_empty(),
        Some('.' | ')') => !digits.is_empty(),
        _ => false,
    };
    format!("{digits}{}{rest}", if begins { "\\" } else { "" })
}

/// The words of a line; columns are nothing to Markdown, so runs of spaces are one.
fn text(line: &Line) -> String {
    let words: String = line.iter().map(part).collect();
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn part(span: &Span) -> String {
    match &span.part {
        Part::Text(text) => plain(&text.text(Language::English)),
        Part::Glyph(glyph) => match glyph {
            Glyph::Done => "✓",
            Glyph::Now => "▶",
            Glyph::Skipped => "–",
            Glyph::Overdue => "!",
            Glyph::Dot => "·",
            Glyph::More => "…",
        }
        .to_owned(),
        Part::Bar { .. } => String::new(),
    }
}

/// Words that Markdown leaves as they are.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in escape::terminal(text).chars() {
        if "\\`*_[]<>|#~&$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn table(out: &mut String, table: &Table) {
    // Bars are nothing to Markdown: a column that holds only such is left out.
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|cells| cells.iter().map(text).collect())
        .collect();
    let is_used = |column: &usize| {
        !table.head[*column].is_empty() || rows.iter().any(|row| !row[*column].is_empty())
    };
    let columns: Vec<usize> = (0..table.head.len()).filter(is_used).collect();
    let row = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let rule = |align: Align| match align {
        Align::Left => "---",
        Align::Right => "--:",
    };
    let heads: Vec<String> = columns
        .iter()
        .map(|column| plain(table.head[*column]))
        .collect();
    out.push_str(&row(heads.iter().map(String::as_str).collect()));
    out.push_str(&row(columns
        .iter()
        .map(|column| rule(table.align[*column]))
        .collect()));
    for cells in &rows {
        out.push_str(&row(columns
            .iter()
            .map(|column| cells[*column].as_str())
            .collect()));
    }
    out.push('\n');
}
