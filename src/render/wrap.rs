//! Breaks a line that is too long for the screen.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;

use super::breaks::{hint_words, is_joined, words};
use super::sheet::{Line, Role, Span};
use super::style::Style;
use crate::text::Notice;

/// Words that stay together, painted, and the spaces after them.
#[derive(Debug, Default)]
struct Piece {
    painted: String,
    width: usize,
    spaces: usize,
}

impl Piece {
    fn append(&mut self, other: &Self) {
        self.painted += &" ".repeat(self.spaces);
        self.painted += &other.painted;
        self.width += self.spaces + other.width;
        self.spaces = other.spaces;
    }
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        float(self.width)
    }

    fn whitespace_width(&self) -> f64 {
        float(self.spaces)
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn float(columns: usize) -> f64 {
    f64::from(u32::try_from(columns).unwrap_or(u32::MAX))
}

/// Writes `line`, broken before words that don't fit; later lines are indented by `indent` columns.
pub(super) fn write(out: &mut String, indent: usize, line: &Line, style: Style) {
    // Most lines fit.
    if style.measure_line(line) <= style.width {
        out.push_str(&style.painted(line));
        end_line(out);
        return;
    }
    // A link without room after its words begins a line.
    let first = line.iter().position(|span| span.role == Role::Link);
    let first = first.filter(|at| style.measure_line(&line[..=*at]) > style.width);
    let (words, rest) = line.split_at(first.unwrap_or(line.len()));
    let (rest, words) = (pieces(0, rest, style), pieces(indent, words, style));
    let lower = float(style.width.saturating_sub(indent));
    let upper = wrap_first_fit(&words, &[float(style.width), lower]);
    let lines = upper.into_iter().chain(wrap_first_fit(&rest, &[lower]));
    for (number, pieces) in lines.filter(|line| !line.is_empty()).enumerate() {
        if number > 0 {
            out.push_str(&" ".repeat(indent));
        }
        for piece in pieces {
            out.push_str(&piece.painted);
            out.push_str(&" ".repeat(piece.spaces));
        }
        end_line(out);
    }
}

/// A paragraph of Markdown, filled; what is between backticks is never broken, and later lines are
/// indented by `indent` columns.
pub(crate) fn filled(paragraph: &str, indent: usize, style: Style) -> String {
    let mut out = String::new();
    let line = vec![Span::new(paragraph, Role::Hint)];
    write(&mut out, indent, &line, uncolored(style));
    out
}

/// `line` broken to `width` columns, for a cell of a table.
pub(super) fn broken(line: &Line, width: usize, style: Style) -> String {
    let mut out = String::new();
    let style = uncolored(Style { width, ..style });
    write(&mut out, 0, line, style);
    out.truncate(out.trim_end_matches('\n').len());
    out
}

fn uncolored(style: Style) -> Style {
    Style {
        color: false,
        ..style
    }
}

/// Breaks errors, warnings and hints, a line each, at the width of the screen; what does not fit
/// is indented to where the words after the label begin.
pub(crate) fn notices(text: &str, style: Style) -> String {
    let style = Style {
        ascii: false,
        ..style
    };
    let labels = [Notice::Error, Notice::Warning, Notice::Hint];
    let labels = labels.map(|notice| notice.prefix(style.locale));
    let indent = |line: &str| {
        let label = labels.iter().find(|label| line.starts_with(**label));
        label.map_or(2, |label| style.measure(label))
    };
    let lines = text.lines().map(|line| filled(line, indent(line), style));
    lines.collect()
}

/// Ends a line, without spaces at its end.
pub(super) fn end_line(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

/// The pieces of a line. What ends within the indent stays with what follows it: a break there
/// would gain nothing. Marks stay with what is next to them also where that is another span.
fn pieces(indent: usize, line: &[Span], style: Style) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut column = 0;
    let mut last = None;
    for span in line {
        let text = style.text(span);
        let first = text.chars().next();
        let mut joined = last
            .zip(first)
            .is_some_and(|(before, after)| is_joined(before, after));
        last = text.chars().next_back().or(last);
        let words = match span.role {
            Role::Command | Role::Link => vec![&*text],
            Role::Hint => hint_words(&text),
            _ => words(&text),
        };
        for word in words {
            let solid = word.trim_end_matches(' ');
            let piece = Piece {
                painted: style.paint(solid, span.role),
                width: style.measure(solid),
                spaces: word.len() - solid.len(),
            };
            let taken = piece.width + piece.spaces;
            match pieces.last_mut() {
                Some(before) if joined || column <= indent => before.append(&piece),
                _ => pieces.push(piece),
            }
            joined = false;
            column += taken;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    fn wrapped(line: &Line, indent: usize, width: usize) -> String {
        let style = Style::of_width(width, Locale::default());
        let mut out = String::new();
        write(&mut out, indent, line, style);
        out
    }

    #[test]
    fn lines_are_broken_before_words_that_do_not_fit() {
        let line = vec![Span::plain("one two three")];
        assert_eq!(wrapped(&line, 2, 13), "one two three\n");
        assert_eq!(wrapped(&line, 2, 8), "one two\n  three\n");
        assert_eq!(wrapped(&line, 2, 7), "one two\n  three\n");
    }

    #[test]
    fn chinese_is_broken_anywhere_but_around_marks() {
        let line = vec![Span::plain("学习《动手》，完")];
        assert_eq!(wrapped(&line, 0, 6), "学习\n《动\n手》，\n完\n");
    }

    #[test]
    fn no_line_begins_with_the_closing_mark_of_the_next_span() {
        let line = vec![
            Span::plain("今天"),
            Span::plain("（"),
            Span::new("plan", Role::Command),
            Span::plain("）完成"),
        ];
        assert_eq!(wrapped(&line, 0, 10), "今天\n（plan）完\n成\n");
    }

    #[test]
    fn a_cell_is_broken_between_words() {
        let style = Style {
            color: true,
            ..Style::of_width(80, Locale::default())
        };
        let line = vec![Span::dim("12月4日 周五 10:45-12:00")];
        assert_eq!(broken(&line, 18, style), "12月4日 周五\n10:45-12:00");
        assert_eq!(broken(&line, 24, style), "12月4日 周五 10:45-12:00");
    }

    #[test]
    fn a_label_stays_with_a_word_that_is_too_long() {
        let line = vec![Span::plain("found     "), Span::plain("/a/long/path more")];
        assert_eq!(
            wrapped(&line, 10, 20),
            "found     /a/long/path\n          more\n"
        );
    }

    #[test]
    fn notices_hang_below_their_words() {
        let style = Style {
            color: true,
            ..Style::of_width(24, Locale::default())
        };
        let text = "error: nothing in the plan matches `zz`\nhint: similar: d01 One\n\
                    hint: say `plan show d01` first\n";
        assert_eq!(
            notices(text, style),
            "\
error: nothing in the
       plan matches `zz`
hint: similar: d01 One
hint: say
      `plan show d01`
      first
"
        );
    }

    #[test]
    fn a_command_is_not_broken() {
        let line = vec![Span::plain("run "), Span::new("plan done 2", Role::Command)];
        assert_eq!(wrapped(&line, 0, 8), "run\nplan done 2\n");
        let hint = vec![Span::new("say `plan done 2` or wait", Role::Hint)];
        assert_eq!(wrapped(&hint, 0, 14), "say\n`plan done 2`\nor wait\n");
    }
}
