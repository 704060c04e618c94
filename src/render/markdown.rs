//! A sheet as Markdown, for notes and chats.

use super::sheet::{Block, Line, Part, Role, Sheet, Span, Table};
use super::style::sign;
use crate::escape;
use crate::text::{Locale, Message};

/// The sheet as Markdown.
pub(crate) fn markdown(sheet: &Sheet, locale: Locale) -> String {
    let mut writer = Writer {
        locale,
        label: String::new(),
        out: String::new(),
    };
    for block in &sheet.blocks {
        writer.block(block);
    }
    let mut out = writer.out;
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

struct Writer {
    locale: Locale,
    /// The label of the last labelled line.
    label: String,
    out: String,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Blank => {}
            Block::Heading(line) => self.paragraph("## ", line),
            Block::Line(_, line) => {
                let is_labelled = line.first().is_some_and(|span| {
                    span.role == Role::Label || matches!(span.part, Part::Column { .. })
                });
                let has_link = line.iter().any(|span| span.role == Role::Link);
                let lead = if is_labelled || has_link { "- " } else { "" };
                let line = self.with_label(line);
                self.paragraph(lead, &line);
            }
            Block::Split(left, right) => {
                let dash = vec![Span::plain(" — ")];
                self.paragraph("", &[left.clone(), dash, right.clone()].concat());
            }
            Block::Table(table) => self.table(table),
            Block::Graph(graph) => self.out += &format!("```mermaid\n{}```\n\n", graph.mermaid),
        }
    }

    /// A line with room for a label, which is that of a line before, with that label: items of a
    /// list do not stand below each other as on a screen.
    fn with_label(&mut self, line: &Line) -> Line {
        let mut line = line.clone();
        if let Some(first) = line.first_mut()
            && let Part::Column { text, .. } = &mut first.part
            && first.role == Role::Label
        {
            let words = text.text(self.locale).into_owned();
            if words.is_empty() {
                *text = self.label.clone().into();
            } else {
                self.label = words;
            }
        }
        line
    }

    fn paragraph(&mut self, lead: &str, line: &Line) {
        let words = self.line(line);
        let words = words.strip_prefix(lead).unwrap_or(&words);
        if !words.is_empty() {
            self.out += &format!("{lead}{}\n\n", begun(words));
        }
    }

    /// The words of a line; Markdown has no columns, so runs of spaces are one.
    fn line(&self, line: &Line) -> String {
        let words: String = line.iter().map(|span| self.span(span)).collect();
        let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
        words.join(" ")
    }

    fn span(&self, span: &Span) -> String {
        match &span.part {
            Part::Text(url) if span.role == Role::Link => {
                let url = url.text(self.locale);
                format!("<{}>", link(&escape::terminal(&url)))
            }
            Part::Text(text) => self.message(text),
            // Its padding is what separates it from the next.
            Part::Column { text, .. } => self.message(text) + " ",
            Part::Glyph(glyph) => sign(*glyph).to_owned(),
            Part::Bar { .. } | Part::Track { .. } => String::new(),
        }
    }

    fn message(&self, message: &Message) -> String {
        plain(&message.text(self.locale))
    }

    fn table(&mut self, table: &Table) {
        let rows = table.rows.iter();
        let rows = rows.map(|row| row.iter().map(|cell| self.line(cell)).collect());
        let rows: Vec<Vec<String>> = rows.collect();
        let head = |column: usize| {
            let head = table.head.get(column);
            head.map_or_else(String::new, |head| self.message(head))
        };
        let has_words = |column: &usize| {
            !head(*column).is_empty() || rows.iter().any(|row| !row[*column].is_empty())
        };
        // A column of bars has no words.
        let columns: Vec<usize> = (0..table.columns()).filter(has_words).collect();
        let row = |cell: &dyn Fn(usize) -> String| {
            let cells: Vec<String> = columns.iter().map(|column| cell(*column)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let rule = |column: usize| {
            let is_right = table.right.contains(&column);
            if is_right { "--:" } else { "---" }.to_owned()
        };
        let mut out = row(&head) + &row(&rule);
        for cells in &rows {
            out += &row(&|column| cells[column].clone());
        }
        out.push('\n');
        self.out += &out;
    }
}

/// Words at the beginning of a block, where some would start a list or draw a line.
pub(super) fn begun(words: &str) -> String {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &words[..words.len() - rest.len()];
    let begins = match rest.chars().next() {
        Some('-' | '+' | '=') => digits.is_empty(),
        Some('.' | ')') => !digits.is_empty(),
        _ => false,
    };
    format!("{digits}{}{rest}", if begins { "\\" } else { "" })
}

/// A normalised link between angle brackets: what would end a link, a cell or a line of code there.
pub(super) fn link(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '<' | '>' | '|' | '`' | '\\' => out += &format!("%{:02X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out
}

/// Escapes what Markdown would interpret, and what editors do: bare links, highlights, comments, ids of
/// blocks, and the fields of Tasks and Dataview.
pub(super) fn plain(text: &str) -> String {
    let text = escape::terminal(text);
    let mut out = String::with_capacity(text.len());
    let (mut before, mut rest) = (None, text.chars());
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        let is_doubled = before == Some(c) || next == Some(c);
        let is_markup = match c {
            ':' => is_doubled || next == Some('/'),
            '=' | '%' => is_doubled,
            '.' => out.ends_with("www") || out.ends_with("WWW"),
            c => "\\`*_[]<>|#~&$^@".contains(c),
        };
        if TASK_SIGNS.contains(c) {
            out += &format!("&#{};", u32::from(c));
        } else {
            out.extend(is_markup.then_some('\\'));
            out.push(c);
        }
        before = Some(c);
    }
    out
}

/// What Tasks takes for dates, priorities, repetitions and ids.
const TASK_SIGNS: &str = "✅❌⏳⌛📅📆🗓🛫➕🔁🔺⏫🔼🔽⏬🆔⛔🏁";
