//! How a run ends: what is printed, and the exit code.

use std::error::Error as _;
use std::io::Write;
use std::num::{IntErrorKind, ParseIntError};
use std::process::{Command, Stdio};

use signal_hook::consts::SIGINT;

use super::Ctx;
use super::surroundings::{ColorChoice, has_color, size, var};
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::store::file::catch_size_signal;
use crate::text::{Locale, Message, Run};

/// Prints answer, warnings, hints and errors of a run, and gives its exit code.
pub(crate) fn finish(ctx: Option<Ctx>, result: &Result<()>) -> u8 {
    let locale = ctx
        .as_ref()
        .map_or_else(Locale::default, |ctx| ctx.style.locale);
    let paged = ctx.as_ref().is_some_and(|ctx| ctx.paged);
    let (out, err, recorded, unprinted) = ctx.map_or_else(Default::default, |ctx| {
        (ctx.out, ctx.err, ctx.recorded, ctx.unprinted)
    });
    let written = match unprinted {
        Some(error) => Err(error),
        None if paged => page(&out),
        None => print(&mut std::io::stdout().lock(), &out),
    };
    let written = written.or_else(|error| not_written(&error, recorded));
    let mut notes = err;
    let mut code = 0;
    for error in [result, &written]
        .into_iter()
        .filter_map(|r| r.as_ref().err())
    {
        notes += &shown(error, locale);
        code = error.kind.exit_code();
    }
    // If stderr is closed too, there is no way left to report anything.
    let _ = print(&mut std::io::stderr().lock(), &notes);
    code
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

/// Prints what clap has to say, an error or the help that was asked for, and gives the exit code.
pub(crate) fn refuse(error: &clap::Error) -> u8 {
    if error.use_stderr() {
        let text = usage_error(error, Locale::default());
        let _ = print(&mut std::io::stderr().lock(), &text);
        return ErrorKind::Usage.exit_code();
    }
    let text = error.render();
    let text = if has_color(ColorChoice::Auto) {
        text.ansi().to_string()
    } else {
        text.to_string()
    };
    let written = print(&mut std::io::stdout().lock(), &text);
    finish(None, &written.or_else(|error| not_written(&error, false)))
}

/// The first paragraph of clap's message, and its tip as a hint. Long values are left in it, usage
/// is not.
fn usage_error(error: &clap::Error, locale: Locale) -> String {
    let text = error.render().to_string();
    let mut lines = text.lines().map(|line| escape::terminal(line));
    let first = lines.by_ref().take_while(|line| !line.is_empty());
    let mut message = first.fold(String::new(), |message, line| message + &line + "\n");
    if let Some((reason, plain)) = error.source().and_then(reason)
        && let Some(head) = message.trim_end().strip_suffix(&reason)
    {
        message = format!("{head}{}\n", Message::from(plain).text(locale));
    }
    let tip = lines.find_map(|line| Some(line.trim().strip_prefix("tip: ")?.to_owned()));
    let tip = tip.map_or_else(|| Message::from(Run::SeeHelp), Message::from);
    message + &format!("hint: {}\n", tip.text(locale))
}

/// Why a number was refused, in the words of its parser and in ours; `None` if something else was
/// refused.
fn reason(source: &(dyn std::error::Error + 'static)) -> Option<(String, Run)> {
    let text = source.to_string();
    let plain = match source
        .downcast_ref::<ParseIntError>()
        .map(ParseIntError::kind)
    {
        Some(IntErrorKind::PosOverflow | IntErrorKind::NegOverflow) => Run::NumberTooLarge,
        Some(_) => Run::NotAWholeNumber,
        None => {
            // The words of `clap::value_parser!(..).range(..)`.
            let (_, range) = text.split_once(" is not in ")?;
            let (first, last) = range.split_once("..=")?;
            let (first, last) = (first.to_owned(), last.to_owned());
            Run::NumberOutOfRange { first, last }
        }
    };
    Some((text, plain))
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
    let hints = error.hints.iter();
    hints.fold(
        format!("error: {}\n", safe(&error.message)),
        |text, hint| text + &format!("hint: {}\n", safe(hint)),
    )
}

/// The pager if `$PAGER` names none: it quits if the text fits and leaves it on the screen.
const LESS: &str = "less -FRX";

/// Shows `text` in a pager if stdout is a terminal that is too small for it; otherwise, or if the
/// pager fails, prints it.
///
/// # Errors
/// As printing.
fn page(text: &str) -> std::io::Result<()> {
    let pager = var("PAGER").unwrap_or_else(|| LESS.into());
    if !fits(text) && paged(&pager.to_string_lossy(), text).unwrap_or(false) {
        return Ok(());
    }
    print(&mut std::io::stdout().lock(), text)
}

/// Whether stdout has room for `text`; a pipe or a file always has.
fn fits(text: &str) -> bool {
    size(std::io::stdout()).is_none_or(|(width, height)| {
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
