//! How a run ends: what is printed, and the exit code.

use std::error::Error as _;
use std::io::{IsTerminal, Write};
use std::num::{IntErrorKind, ParseIntError};

use super::{ColorChoice, Ctx, pager, screen};
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::store::file::catch_size_signal;
use crate::text::{Language, Message, Run};

/// Prints what a run has to say and gives its exit code. A reader that has gone away is no
/// failure of a query; a mark whose confirmation cannot be shown is told so.
#[must_use]
pub fn finish(ctx: Option<Ctx>, result: &Result<()>) -> u8 {
    let language = ctx
        .as_ref()
        .map_or_else(Language::default, |ctx| ctx.style.language);
    let paged = ctx.as_ref().is_some_and(|ctx| ctx.paged);
    let (out, err, recorded) = ctx.map_or_else(Default::default, |c| (c.out, c.err, c.recorded));
    let written = if paged {
        pager::show(&out)
    } else {
        print(&mut std::io::stdout().lock(), &out)
    };
    let mut notes = err;
    let mut code = 0;
    if let Err(error) = result {
        code = error.kind.exit_code();
        notes += &shown(error, language);
    }
    if let Err(error) = written {
        let gone = error.kind() == std::io::ErrorKind::BrokenPipe;
        if recorded {
            let reason = error.to_string();
            let error = Error::new(ErrorKind::Io, Run::ConfirmationNotWritten { reason });
            notes += &shown(&error.hint(Run::SeeLog), language);
            code = ErrorKind::Io.exit_code();
        } else if !gone {
            let reason = error.to_string();
            let error = Error::new(ErrorKind::Io, Run::AnswerNotWritten { reason });
            notes += &shown(&error.hint(Run::FreeSpaceForOutput), language);
            code = ErrorKind::Io.exit_code();
        }
    }
    // With stderr gone too there is nobody left to tell.
    let _ = print(&mut std::io::stderr().lock(), &notes);
    code
}

/// Tells of a command line that makes no sense, or prints the help that was asked for.
#[must_use]
pub fn refuse(error: &clap::Error) -> u8 {
    if !error.use_stderr() {
        // `--help` and `--version`, in colour on a terminal.
        let styled = screen::color(ColorChoice::Auto, std::io::stdout().is_terminal());
        let text = error.render();
        let text = if styled {
            text.ansi().to_string()
        } else {
            text.to_string()
        };
        let gone = print(&mut std::io::stdout().lock(), &text)
            .is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe);
        let full = Error::new(ErrorKind::Io, Run::HelpNotWritten);
        return finish(None, &if gone { Err(full) } else { Ok(()) });
    }
    let text = error.render().to_string();
    let mut lines = text.lines().map(|line| escape::terminal(line));
    let mut told = lines
        .by_ref()
        .take_while(|line| !line.is_empty())
        .fold(String::new(), |told, line| told + &line + "\n");
    if let Some((said, plain)) = error.source().and_then(plainly)
        && let Some(head) = told.trim_end().strip_suffix(&said)
    {
        told = format!("{head}{plain}\n");
    }
    let hint = "hint: see `plan --help`, or `--help` behind a verb\n";
    told += lines
        .find_map(|line| Some(format!("hint: {}\n", line.trim().strip_prefix("tip: ")?)))
        .as_deref()
        .unwrap_or(hint);
    let _ = print(&mut std::io::stderr().lock(), &told);
    ErrorKind::Usage.exit_code()
}

/// Why a number is refused: as its reader says it, and in words that are not a programmer's. `None`
/// where the reason is another.
fn plainly(reason: &(dyn std::error::Error + 'static)) -> Option<(String, String)> {
    let said = reason.to_string();
    let plain = if let Some(error) = reason.downcast_ref::<ParseIntError>() {
        match error.kind() {
            IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => "it is too large a number",
            _ => "it is no whole number",
        }
        .to_owned()
    } else {
        let (_, range) = said.split_once(" is not in ")?;
        let (first, last) = range.split_once("..=")?;
        format!("it is not a number from {first} to {last}")
    };
    Some((said, plain))
}

pub(super) fn print(to: &mut impl Write, text: &str) -> std::io::Result<()> {
    // What is printed may go into a file.
    catch_size_signal();
    to.write_all(text.as_bytes())?;
    to.flush()
}

/// The error and its hints in words, safe for a terminal.
fn shown(error: &Error, language: Language) -> String {
    if error.message.is_empty() {
        return String::new();
    }
    let safe = |message: &Message| escape::terminal(&message.text(language)).into_owned();
    let hints = error.hints.iter();
    hints.fold(
        format!("error: {}\n", safe(&error.message)),
        |text, hint| text + &format!("hint: {}\n", safe(hint)),
    )
}
