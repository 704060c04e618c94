//! What the terminal can show.

use rustix::fd::AsFd;
use rustix::termios::tcgetwinsize;

use super::{ColorChoice, var};

/// The width if neither `COLUMNS` nor a terminal says.
const WIDTH: usize = 100;

/// Columns and rows of the terminal behind `file`; `None` if there is none, or it doesn't know.
pub(super) fn size(file: impl AsFd) -> Option<(usize, usize)> {
    let size = tcgetwinsize(file).ok()?;
    let (columns, rows) = (usize::from(size.ws_col), usize::from(size.ws_row));
    (columns > 0 && rows > 0).then_some((columns, rows))
}

/// Columns of the screen, from 30 to 1000.
pub(super) fn width() -> usize {
    let columns = var("COLUMNS").and_then(|text| text.to_str()?.parse().ok());
    let terminal = || {
        let size = size(std::io::stdout())
            .or_else(|| size(std::io::stderr()))
            .or_else(|| size(std::io::stdin()));
        size.map(|(columns, _)| columns)
    };
    columns.or_else(terminal).unwrap_or(WIDTH).clamp(30, 1000)
}

/// Whether to use colour.
pub(super) fn color(choice: ColorChoice, is_terminal: bool) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            let dumb = var("TERM").is_some_and(|term| term == "dumb");
            is_terminal && !dumb && var("NO_COLOR").is_none()
        }
    }
}
