//! How one piece of a sheet looks on a terminal: its characters, its width, its colour.

use crossterm::style::{Attribute, Color, ContentStyle};
use unicode_width::UnicodeWidthChar;

use super::sheet::{Glyph, Line, Part, Role, Span, Track, Width};
use crate::escape;
use crate::source::safe_link;
use crate::text::{Locale, Message};

/// The fewest and the most columns of a track.
const LEAST_TRACK: usize = 16;
const MOST_TRACK: usize = 48;

/// What the terminal can show and what the user asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub(crate) struct Style {
    /// Columns of the screen.
    pub(crate) width: usize,
    /// Whether to use colour.
    pub(crate) color: bool,
    /// Whether a link is one that the terminal opens (OSC 8).
    pub(crate) links: bool,
    /// Whether signs and bars are ASCII.
    pub(crate) ascii: bool,
    /// Whether characters of ambiguous width (UAX #11) take two columns. A terminal can't be
    /// asked, so this is a setting.
    pub(crate) wide: bool,
    /// How everything except the plan's own text is put into words.
    pub(crate) locale: Locale,
}

impl Style {
    /// Without colour, for a screen of so many columns.
    pub(crate) fn of_width(width: usize, locale: Locale) -> Self {
        Self {
            width,
            color: false,
            links: false,
            ascii: false,
            wide: false,
            locale,
        }
    }

    /// Columns that `c` takes.
    pub(super) fn columns(self, c: char) -> usize {
        let columns = if self.wide { c.width_cjk() } else { c.width() };
        columns.unwrap_or(0)
    }

    /// Columns that `text` takes.
    pub(crate) fn measure(self, text: &str) -> usize {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return text.len();
        }
        text.chars().map(|c| self.columns(c)).sum()
    }

    pub(super) fn measure_line(self, line: &[Span]) -> usize {
        line.iter().map(|span| self.measure(&self.text(span))).sum()
    }

    pub(super) fn glyph(self, glyph: Glyph) -> &'static str {
        // Signs of different widths would shift what follows them.
        let plain = self.ascii || self.wide;
        match glyph {
            Glyph::Done if plain => "x",
            Glyph::Now if plain => ">",
            Glyph::Skipped | Glyph::BarLeft if plain => "-",
            Glyph::Dot if self.ascii => "|",
            Glyph::More if self.ascii => "...",
            Glyph::Shade(level) if plain => match level {
                0 => ".",
                1 => "-",
                2 => "+",
                3 => "*",
                _ => "#",
            },
            Glyph::BarDone if plain => "#",
            Glyph::BarPlanned if plain => "|",
            Glyph::BarBand if plain => "=",
            _ => sign(glyph),
        }
    }

    /// The message in words, safe for a terminal.
    pub(super) fn message(self, message: &Message) -> String {
        escape::terminal(&message.text(self.locale)).into_owned()
    }

    /// The span's characters, safe for a terminal.
    pub(super) fn text(self, span: &Span) -> String {
        match &span.part {
            Part::Text(text) => self.message(text),
            Part::Column {
                text,
                indent,
                width,
            } => {
                let text = " ".repeat(*indent) + &self.message(text);
                let width = match width {
                    Width::Columns(width) => *width,
                    Width::Date(with_year) => self.locale.date_columns(*with_year),
                };
                let rest = width.saturating_sub(self.measure(&text));
                text + &" ".repeat(rest)
            }
            Part::Glyph(glyph) => self.glyph(*glyph).to_owned(),
            Part::Bar { done, total, cells } => self.bar(*done, *total, *cells).concat(),
            Part::Track { of, besides } => self.track(*of, *besides),
        }
    }

    /// The full part of a bar, and the rest.
    fn bar(self, done: u32, total: u32, cells: usize) -> [String; 2] {
        let (full, rest) = if self.ascii {
            ("#", "-")
        } else {
            ("█", "─")
        };
        let cells = cells / self.measure(full).max(1);
        let filled = filled_cells(done, total, cells);
        [full.repeat(filled), rest.repeat(cells - filled)]
    }

    /// What is done, then what is left up to where it is planned to be, which is marked; on a date to come,
    /// what may be done.
    fn track(self, of: Track, besides: usize) -> String {
        let cells = self
            .width
            .saturating_sub(besides)
            .clamp(LEAST_TRACK, MOST_TRACK);
        let at = |amount: u32| filled_cells(amount, of.all, cells);
        let (done, planned) = (of.done.map(at), at(of.planned));
        let band = of
            .band
            .map(|(least, most)| (at(least), at(most).max(at(least) + 1)));
        let cell = |cell: usize| {
            let is_in_band = band.is_some_and(|(least, most)| (least..most).contains(&cell));
            if cell + 1 == planned {
                self.glyph(Glyph::BarPlanned)
            } else if done.is_some_and(|done| cell < done) {
                self.glyph(Glyph::BarDone)
            } else if done.is_some() && cell < planned {
                self.glyph(Glyph::BarLeft)
            } else if is_in_band {
                self.glyph(Glyph::BarBand)
            } else {
                " "
            }
        };
        (0..cells).map(cell).collect()
    }

    /// `text` in the colour and weight of `role`.
    pub(super) fn paint(self, text: &str, role: Role) -> String {
        let (color, attribute) = look(role);
        if !self.color || text.is_empty() || (color, attribute) == (None, None) {
            return text.to_owned();
        }
        let look = ContentStyle {
            foreground_color: color,
            attributes: attribute.as_slice().into(),
            ..ContentStyle::default()
        };
        let painted = look.apply(text).to_string();
        let is_link = self.links && role == Role::Link;
        match is_link.then(|| safe_link(text)).flatten() {
            Some(url) => format!("\x1b]8;;{url}\x1b\\{painted}\x1b]8;;\x1b\\"),
            None => painted,
        }
    }

    pub(super) fn plain(self, line: &Line) -> String {
        line.iter().map(|span| self.text(span)).collect()
    }

    pub(super) fn painted(self, line: &Line) -> String {
        let spans = line.iter().map(|span| match &span.part {
            Part::Bar { done, total, cells } if self.color => {
                let [full, rest] = self.bar(*done, *total, *cells);
                self.paint(&full, span.role) + &self.paint(&rest, Role::Dim)
            }
            _ => self.paint(&self.text(span), span.role),
        });
        spans.collect()
    }

    /// `line` cut to `width` columns, with a sign at the end if anything was cut.
    pub(super) fn cut(self, line: &Line, width: usize) -> Line {
        let texts: Vec<String> = line.iter().map(|span| self.text(span)).collect();
        let taken: usize = texts.iter().map(|text| self.measure(text)).sum();
        if taken <= width {
            return line.clone();
        }
        // Where there is no room even for the sign, the words are cut without it.
        let more = self.glyph(Glyph::More);
        let more = if self.measure(more) > width { "" } else { more };
        let mut room = width - self.measure(more);
        let mut cut = Line::new();
        for (span, text) in line.iter().zip(&texts) {
            let kept = self.head(text, room);
            room -= self.measure(kept);
            if kept.len() == text.len() {
                cut.push(span.clone());
                continue;
            }
            cut.push(Span::new(kept.trim_end().to_owned() + more, span.role));
            break;
        }
        cut
    }

    /// As much of `text` as `width` columns hold.
    fn head(self, text: &str, width: usize) -> &str {
        let mut taken = 0;
        let overflow = text.char_indices().find(|(_, c)| {
            taken += self.columns(*c);
            taken > width
        });
        overflow.map_or(text, |(end, _)| &text[..end])
    }
}

/// The sign as Unicode.
pub(super) fn sign(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Done => "✓",
        Glyph::Now => "▶",
        Glyph::Skipped => "–",
        Glyph::Overdue => "!",
        Glyph::Dot | Glyph::Shade(0) => "·",
        Glyph::More => "…",
        Glyph::Shade(1) => "░",
        Glyph::Shade(2) | Glyph::BarBand => "▒",
        Glyph::Shade(3) => "▓",
        Glyph::Shade(_) | Glyph::BarDone => "█",
        Glyph::BarPlanned => "│",
        Glyph::BarLeft => "─",
    }
}

/// Colour and weight of a role.
pub(super) fn look(role: Role) -> (Option<Color>, Option<Attribute>) {
    match role {
        Role::Plain => (None, None),
        Role::Title => (None, Some(Attribute::Bold)),
        Role::Dim | Role::Command | Role::Hint => (None, Some(Attribute::Dim)),
        Role::Label => (Some(Color::DarkCyan), None),
        Role::Done => (Some(Color::DarkGreen), None),
        Role::Now => (Some(Color::Yellow), Some(Attribute::Bold)),
        Role::Warn => (Some(Color::DarkRed), None),
        Role::Link => (Some(Color::DarkBlue), None),
    }
}

/// Full cells of a bar: none only if nothing is done, all only if everything is.
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
