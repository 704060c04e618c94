//! A diagnostic of a plan file with its line and a caret below it.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::escape;
use crate::source::Diagnostic;
use crate::text::{Message, Notice};

use super::style::Style;

/// Lines longer than this are cut after the fault.
const LINE: usize = 200;

/// `diagnostic` as text, with its line of `source`, which is that of the plan called `path`.
pub(crate) fn excerpt(
    diagnostic: &Diagnostic,
    source: &str,
    path: &Message,
    style: Style,
) -> String {
    let at = diagnostic.at;
    let path = style.message(path);
    let (level, notice) = if diagnostic.rule.is_warning() {
        (Level::WARNING, Notice::Warning)
    } else {
        (Level::ERROR, Notice::Error)
    };
    let (name, colon) = notice.name(style.locale);
    let title = level
        .with_name(name)
        .primary_title(style.message(&diagnostic.message))
        .id(diagnostic.rule.name());
    let help = Notice::Help.prefix(style.locale).to_owned() + &style.message(&diagnostic.help);
    let shown = shown_line(source, at.bytes());
    let group = match &shown {
        Some((line, start, end)) => title.element(
            Snippet::source(line.as_str())
                .line_start(at.line as usize)
                .path(path.as_str())
                .annotation(AnnotationKind::Primary.span(*start..*end)),
        ),
        None => title.element(
            Origin::path(path.as_str())
                .line(at.line as usize)
                .char_column(at.column as usize),
        ),
    };
    let group = group.element(Level::HELP.no_name().message(help));
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let text = renderer.term_width(style.width).render(&[group]);
    // The first colon is the one after the level; Chinese has its own, as wide as colon and space.
    format!("{}\n", text.replacen(": ", colon, 1))
}

/// The line of the fault, made safe, and the bytes of it to point at. A fault far along a very
/// long line is shown by its place alone.
fn shown_line(source: &str, at: Range<usize>) -> Option<(String, usize, usize)> {
    let before = source.get(..at.start)?;
    let begins = before.rfind('\n').map_or(0, |at| at + 1);
    let text = source[begins..].lines().next().unwrap_or_default();
    let from = at.start - begins;
    if from > text.len() {
        return None;
    }
    if from > LINE {
        return None;
    }
    let end = (from + at.len()).clamp(from, text.len());
    let token = text.get(from..end)?.trim_end();
    let token: String = token.chars().take(LINE).collect();
    let rest: String = text.get(from + token.len()..)?.chars().take(LINE).collect();
    let before = escape::terminal(&text[..from]).into_owned();
    let token = escape::terminal(&token).into_owned();
    let (a, b) = (before.len(), before.len() + token.len());
    let line = format!("{before}{token}{}", escape::terminal(&rest));
    // A fault at the end of a line is pointed at after its last character.
    let b = if a == b {
        line.len()
            .min(a + line[a..].chars().next().map_or(0, char::len_utf8))
    } else {
        b
    };
    Some((line, a, b))
}
