//! A sheet as text for a terminal: columns straight, colours where wanted, links whole.

use unicode_width::UnicodeWidthChar;

use super::graph;
use super::grid;
use super::sheet::{Block, Glyph, Graph, Line, Part, Role, Sheet, Span};
use crate::escape;
use crate::text::Language;

/// How a terminal is to be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// How many columns there are.
    pub width: usize,
    /// Whether to use colour.
    pub color: bool,
    /// Whether signs and bars are to be ASCII.
    pub ascii: bool,
    /// Whether characters of ambiguous width take two columns.
    pub wide: bool,
    /// The language of everything but the plan's own text.
    pub language: Language,
}

/// Columns between two halves of a line.
const GAP: usize = 2;

/// The sheet as text, each line ended.
#[must_use]
pub fn terminal(sheet: &Sheet, style: Style) -> String {
    let mut out = String::new();
    for block in &sheet.blocks {
        match block {
            Block::Blank => out.push('\n'),
            Block::Heading(line) => style.wrapped(&mut out, 2, &titled(line)),
            Block::Line(indent, line) => style.wrapped(&mut out, *indent, line),
            Block::Split(left, right) => style.split(&mut out, left, right),
            Block::Link(indent, line, url) => style.link(&mut out, *indent, line, url),
            Block::Table(table) => grid::write(&mut out, table, style),
            Block::Graph(graph) => style.graph(&mut out, graph),
        }
    }
    out
}

fn titled(line: &Line) -> Line {
    let mut line = line.clone();
    for span in line.iter_mut().filter(|span| span.role == Role::Plain) {
        span.role = Role::Title;
    }
    line
}

impl Style {
    /// Columns that `c` takes. A terminal that draws ambiguous characters wide is told so by
    /// `wide`; there is no asking it.
    pub(super) fn columns(self, c: char) -> usize {
        let columns = if self.wide { c.width_cjk() } else { c.width() };
        columns.unwrap_or(0)
    }

    /// Columns that `text` takes.
    #[must_use]
    pub fn measure(self, text: &str) -> usize {
        text.chars().map(|c| self.columns(c)).sum()
    }

    pub(super) fn glyph(self, glyph: Glyph) -> &'static str {
        // Signs of different widths would push what stands behind them out of line.
        let plain = self.ascii || self.wide;
        match glyph {
            Glyph::Done if plain => "x",
            Glyph::Done => "✓",
            Glyph::Now if plain => ">",
            Glyph::Now => "▶",
            Glyph::Skipped if plain => "-",
            Glyph::Skipped => "–",
            Glyph::Overdue => "!",
            Glyph::Dot if self.ascii => "|",
            Glyph::Dot => "·",
            Glyph::More if self.ascii => "...",
            Glyph::More => "…",
        }
    }

    /// A part of a line as safe text.
    fn text(self, span: &Span) -> String {
        match &span.part {
            Part::Text(text) => escape::terminal(&text.text(self.language)).into_owned(),
            Part::Glyph(glyph) => self.glyph(*glyph).to_owned(),
            Part::Bar { done, total, cells } => {
                let (full, rest) = if self.ascii {
                    ("#", "-")
                } else {
                    ("█", "─")
                };
                let cells = cells / self.measure(full).max(1);
                let filled = filled_cells(*done, *total, cells);
                full.repeat(filled) + &rest.repeat(cells - filled)
            }
        }
    }

    pub(super) fn paint(self, text: &str, role: Role) -> String {
        let code = match role {
            _ if !self.color => return text.to_owned(),
            Role::Plain => return text.to_owned(),
            Role::Title => "1",
            Role::Dim | Role::Command => "2",
            Role::Label => "36",
            Role::Done => "32",
            Role::Now => "1;33",
            Role::Warn => "31",
            Role::Link => "34",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    pub(super) fn line_text(self, line: &Line) -> String {
        line.iter().map(|span| self.text(span)).collect()
    }

    pub(super) fn painted(self, line: &Line) -> String {
        let spans = line
            .iter()
            .map(|span| self.paint(&self.text(span), span.role));
        spans.collect()
    }

    /// Writes a line, broken before words that do not fit.
    fn wrapped(self, out: &mut String, indent: usize, line: &Line) {
        // Most lines fit, and are not looked at word by word.
        let widths = line.iter().map(|span| self.measure(&self.text(span)));
        if widths.sum::<usize>() <= self.width {
            out.push_str(&self.painted(line));
            trim_spaces(out);
            out.push('\n');
            return;
        }
        let mut column = 0;
        // Spaces that are written once something follows them on the line, and in no colour.
        let mut spaces = 0;
        for span in line {
            let text = self.text(span);
            let pieces = match span.role {
                Role::Command => vec![&*text],
                _ => pieces(&text),
            };
            for piece in pieces {
                let columns = self.measure(piece);
                let solid = self.measure(piece.trim_end());
                if column > indent && column + solid > self.width {
                    trim_spaces(out);
                    out.push('\n');
                    spaces = indent;
                    column = indent;
                }
                let words = piece.trim_end_matches(' ');
                if !words.is_empty() {
                    out.extend(std::iter::repeat_n(' ', spaces));
                    out.push_str(&self.paint(words, span.role));
                    spaces = 0;
                }
                spaces += piece.len() - words.len();
                column += columns;
            }
        }
        trim_spaces(out);
        out.push('\n');
    }

    fn graph(self, out: &mut String, graph: &Graph) {
        let Some(lines) = graph::draw(graph, self) else {
            self.listed(out, graph);
            return;
        };
        for line in lines {
            out.push_str(&self.painted(&line));
            trim_spaces(out);
            out.push('\n');
        }
    }

    /// The boxes of a graph below each other, each with what it comes after.
    fn listed(self, out: &mut String, graph: &Graph) {
        for node in graph.layers.iter().flatten() {
            let node = &graph.boxes[*node];
            for (row, words) in node.lines.iter().enumerate() {
                let mut line = vec![Span::plain(if row == 0 { "" } else { "  " })];
                line.extend(words.iter().cloned());
                self.wrapped(out, 4, &line);
            }
            if let Some(aside) = &node.aside {
                self.wrapped(out, 4, &vec![Span::plain("  "), aside.clone()]);
            }
        }
    }

    /// A line cut to `width` columns, and the columns it takes then.
    pub(super) fn cut_line(self, line: &Line, width: usize) -> (Line, usize) {
        let taken = self.measure(&self.line_text(line));
        if taken <= width {
            return (line.clone(), taken);
        }
        let mut room = width;
        let mut cut = Line::new();
        for span in line {
            let text = self.text(span);
            let fits = self.measure(&text) <= room;
            let text = if fits {
                text
            } else {
                grid::cut(&text, room, self)
            };
            room = room.saturating_sub(self.measure(&text));
            cut.push(Span::new(text, span.role));
            if !fits {
                break;
            }
        }
        (cut, width - room)
    }

    fn split(self, out: &mut String, left: &Line, right: &Line) {
        let taken = self.measure(&self.line_text(left)) + self.measure(&self.line_text(right));
        if taken + GAP > self.width {
            self.wrapped(out, 2, left);
            self.wrapped(out, 2, right);
            return;
        }
        out.push_str(&self.painted(left));
        out.extend(std::iter::repeat_n(' ', self.width - taken));
        out.push_str(&self.painted(right));
        out.push('\n');
    }

    fn link(self, out: &mut String, indent: usize, line: &Line, url: &str) {
        let url = escape::terminal(url);
        let taken = self.measure(&self.line_text(line)) + GAP + self.measure(&url);
        if taken <= self.width {
            let words = self.painted(line);
            out.push_str(&format!("{words}  {}\n", self.paint(&url, Role::Link)));
        } else {
            self.wrapped(out, indent, line);
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(&self.paint(&url, Role::Link));
            out.push('\n');
        }
    }
}

/// Full cells of a bar: none only for nothing, all only for everything.
fn filled_cells(done: u32, total: u32, cells: usize) -> usize {
    if done == 0 || total == 0 || cells == 0 {
        return 0;
    }
    if done >= total {
        return cells;
    }
    let filled = done as usize * cells / total as usize;
    filled.clamp(1, cells - 1)
}

/// Words with the spaces behind them; Chinese may be broken between any two characters, but not
/// before a closing mark.
fn pieces(text: &str) -> Vec<&str> {
    let mut starts = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let closing = "，。、：；！？）》」』】”’".contains(c);
        let opening = before.is_some_and(|b| "（《「『【“‘".contains(b));
        let wide = |c: char| c.width() == Some(2);
        let word_ends = before == Some(' ') && c != ' ';
        let between = before.is_some_and(|b| b != ' ' && (wide(b) || wide(c)));
        if at > 0 && (word_ends || between && !closing && !opening && c != ' ') {
            starts.push(at);
        }
        before = Some(c);
    }
    starts.push(text.len());
    starts
        .windows(2)
        .map(|pair| &text[pair[0]..pair[1]])
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn trim_spaces(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
}
