//! How a run ends: what is printed, and the exit code.

use std::io::{IsTerminal, Write};
use std::process::{Command, Stdio};

use signal_hook::consts::SIGINT;

use super::Ctx;
use super::surroundings::{ColorChoice, has_color, size, var, width};
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::render::{Style, notices};
use crate::store::file::catch_size_signal;
use crate::text::{Language, Locale, Message, Notice, Run};

/// Prints answer, warnings, hints and errors of a run, and gives its exit code.
pub(crate) fn finish(ctx: Option<Ctx>, language: Language, result: &Result<()>) -> u8 {
    let style = ctx.as_ref().map(|ctx| ctx.style);
    let style = style.unwrap_or_else(|| Style::of_width(width(), Locale::of(language)));
    let plan = ctx.as_ref().and_then(Ctx::other_plan);
    let is_paged = |ctx: &Ctx| ctx.paged && !ctx.recorded;
    let paged = ctx.as_ref().is_some_and(is_paged).then_some(style);
    let (out, err, recorded, unprinted) = ctx.map_or_else(Default::default, |mut ctx| {
        let recorded = ctx.recorded && ctx.dry_run.is_none();
        (ctx.take_out(), ctx.err, recorded, ctx.unprinted)
    });
    let written = match (unprinted, paged) {
        (Some(error), _) => Err(error),
        (None, Some(style)) => page(&out, style),
        (None, None) => print(&mut std::io::stdout().lock(), &out),
    };
    let written = written.or_else(|error| not_written(&error, recorded));
    let mut notes = err;
    let mut code = 0;
    for error in [result, &written]
        .into_iter()
        .filter_map(|r| r.as_ref().err())
    {
        let error = match &plan {
            Some(plan) => &error.clone().on_plan(plan),
            None => error,
        };
        notes += &shown(error, style.locale);
        code = error.kind.exit_code();
    }
    notify(&notes, style);
    code
}

/// Prints errors, warnings and hints to stderr: a terminal gets them wrapped, anything else a line
/// each.
fn notify(notes: &str, style: Style) {
    let mut stderr = std::io::stderr().lock();
    let wrapped = stderr.is_terminal().then(|| notices(notes, style));
    // If stderr is closed too, there is no way left to report anything.
    let _ = print(&mut stderr, wrapped.as_deref().unwrap_or(notes));
}

/// A reader that has gone away does not make a query fail; a mark without a confirmation is an
/// error in any case.
fn not_written(error: &std::io::Error, recorded: bool) -> Result<()> {
    let reason = error.to_string();
    let failed = |message| Error::new(ErrorKind::Io, message);
    if recorded {
        return Err(failed(Run::ConfirmationNotWritten { reason }).hint(Run::SeeLog));
    }
    match error.kind() {
        std::io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(failed(Run::AnswerNotWritten { reason }).hint(Run::FreeSpaceForOutput)),
    }
}

/// Prints the help that was asked for, with colours if stdout has them, and gives the exit code.
pub(crate) fn print_help(language: Language, help: impl FnOnce(bool) -> String) -> u8 {
    let text = help(has_color(ColorChoice::Auto));
    let written = print(&mut std::io::stdout().lock(), &text);
    let written = written.or_else(|error| not_written(&error, false));
    finish(None, language, &written)
}

pub(super) fn print(to: &mut impl Write, text: &str) -> std::io::Result<()> {
    // Stdout may be a file that reaches the size limit.
    catch_size_signal();
    to.write_all(text.as_bytes())?;
    to.flush()
}

/// An error and its hints; nothing if its message has been shown before.
fn shown(error: &Error, locale: Locale) -> String {
    if error.message.is_empty() {
        return String::new();
    }
    let safe = |message: &Message| escape::terminal(&message.text(locale)).into_owned();
    let line = |notice: Notice, message| format!("{}{}\n", notice.prefix(locale), safe(message));
    let hints = error.hints.iter().map(|hint| line(Notice::Hint, hint));
    line(Notice::Error, &error.message) + &hints.collect::<String>()
}

/// The pager if `$PAGER` names none: it quits if the text fits and leaves it on the screen.
const LESS: &str = "less -FRX";

/// The same for `less` without options, as `LESS`.
const LESS_OPTIONS: &str = "FRX";

/// Shows `text` in a pager if stdout is a terminal that is too small for it; otherwise, or if the
/// pager fails, prints it.
///
/// # Errors
/// As printing.
fn page(text: &str, style: Style) -> std::io::Result<()> {
    let pager = var("PAGER").unwrap_or_else(|| LESS.into());
    if !fits(text, style) && paged(&pager.to_string_lossy(), text).unwrap_or(false) {
        return Ok(());
    }
    print(&mut std::io::stdout().lock(), text)
}

/// Whether stdout has room for `text`; a pipe or a file always has.
fn fits(text: &str, style: Style) -> bool {
    size(std::io::stdout()).is_none_or(|(width, height)| rows(text, width, style) < height)
}

/// The rows that `text` takes on a terminal of `width` columns, which breaks longer lines.
fn rows(text: &str, width: usize, style: Style) -> usize {
    let rows = |line: &str| style.measure(&seen(line)).div_ceil(width).max(1);
    text.lines().map(rows).sum()
}

/// What is seen of a line: no colours (CSI up to a letter), and of links (OSC 8 up to ST) only the words.
fn seen(line: &str) -> String {
    let mut parts = line.split('\x1b');
    let mut seen = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_color = part.starts_with('[');
        let end = part.find(|c: char| is_color && c.is_ascii_alphabetic() || c == '\\');
        let is_link = part.starts_with(']');
        let rest = end.filter(|_| !is_link).map_or("", |end| &part[end + 1..]);
        seen.push_str(rest);
    }
    seen
}

/// Runs `pager`, a command with arguments, on `text`; whether it succeeded.
fn paged(pager: &str, text: &str) -> std::io::Result<bool> {
    // Ctrl-C is for the pager: if this process ended first, both pager and shell would read keys.
    signal_hook::flag::register(SIGINT, std::sync::Arc::default())?;
    let mut words = pager.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).stdin(Stdio::piped());
    if var("LESS").is_none() {
        command.env("LESS", LESS_OPTIONS);
    }
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // Fails if the reader quits before the end.
        let _ = stdin.write_all(text.as_bytes());
    }
    Ok(child.wait()?.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_and_links_take_no_columns() {
        let link = "\x1b]8;;https://a.b/\x1b\\\x1b[34mhttps://a.b/\x1b[39m\x1b]8;;\x1b\\ end";
        assert_eq!(seen(link), "https://a.b/ end");
        assert_eq!(seen("\x1b[1m标题\x1b[0m, \x1b[2mdim\x1b[0m"), "标题, dim");
        assert_eq!(seen("a \\ b"), "a \\ b");
    }

    #[test]
    fn a_chinese_character_takes_two_columns_of_a_row() {
        let style = Style::of_width(10, Locale::default());
        assert_eq!(
            rows(
                "0123456789\n\n学习计划\n学习计划今\n学习计划今天\n",
                10,
                style
            ),
            6
        );
    }
}
