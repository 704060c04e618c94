//! Long texts on a terminal.

use std::io::Write;
use std::process::{Command, Stdio};

use signal_hook::consts::SIGINT;

use super::{print, screen, var};

/// The pager if `$PAGER` names none: it quits if the text fits and leaves it on the screen.
const LESS: &str = "less -FRX";

/// Shows `text` in a pager if stdout is a terminal that is too small for it; otherwise, or if the
/// pager fails, prints it.
///
/// # Errors
/// As printing.
pub(super) fn show(text: &str) -> std::io::Result<()> {
    let pager = var("PAGER").unwrap_or_else(|| LESS.into());
    if !fits(text) && paged(&pager.to_string_lossy(), text).unwrap_or(false) {
        return Ok(());
    }
    print(&mut std::io::stdout().lock(), text)
}

/// Whether stdout has room for `text`; a pipe or a file always has.
fn fits(text: &str) -> bool {
    screen::size(std::io::stdout()).is_none_or(|(width, height)| {
        let rows = |line: &str| line.chars().count().div_ceil(width).max(1);
        text.lines().map(rows).sum::<usize>() < height
    })
}

/// Runs `pager`, a command with arguments, on `text`; whether it succeeded.
fn paged(pager: &str, text: &str) -> std::io::Result<bool> {
    // Ctrl-C is for the pager: if this process ended first, both pager and shell would read keys.
    signal_hook::flag::register(SIGINT, std::sync::Arc::default())?;
    let mut words = pager.split_whitespace();
    let mut child = Command::new(words.next().unwrap_or_default())
        .args(words)
        .stdin(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // Fails if the reader quits before the end.
        let _ = stdin.write_all(text.as_bytes());
    }
    Ok(child.wait()?.success())
}
