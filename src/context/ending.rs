//! How a run ends: what is printed, and the exit code.

use std::io::{IsTerminal, Write};

use super::{ColorChoice, Ctx, color};
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::store::limit;

/// Prints what a run has to say and gives its exit code. A reader that has gone away is no
/// failure of a query; a mark whose confirmation cannot be shown is told so.
#[must_use]
pub fn finish(ctx: Option<Ctx>, result: &Result<()>) -> u8 {
    let (out, err, recorded) = ctx.map_or_else(Default::default, |c| (c.out, c.err, c.recorded));
    let written = print(&mut std::io::stdout().lock(), &out);
    let mut notes = err;
    let mut code = 0;
    if let Err(error) = result {
        code = error.kind.exit_code();
        notes += &told(error);
    }
    if let Err(error) = written {
        let gone = error.kind() == std::io::ErrorKind::BrokenPipe;
        if recorded {
            let message = "recorded, but the confirmation could not be written";
            let error = Error::new(ErrorKind::Io, format!("{message}: {error}"));
            notes += &told(&error.hint("nothing is lost: see `plan log`"));
            code = ErrorKind::Io.exit_code();
        } else if !gone {
            let error = Error::new(ErrorKind::Io, format!("cannot write the answer: {error}"));
            notes += &told(&error.hint("make room where the output goes"));
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
        let styled = color(ColorChoice::Auto, std::io::stdout().is_terminal());
        let text = error.render();
        let text = if styled {
            text.ansi().to_string()
        } else {
            text.to_string()
        };
        let gone = print(&mut std::io::stdout().lock(), &text)
            .is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe);
        let full = Error::new(
            ErrorKind::Io,
            "cannot write the help: no room where the output goes",
        );
        return finish(None, &if gone { Err(full) } else { Ok(()) });
    }
    let text = error.render().to_string();
    let mut lines = text.lines().map(|line| plainly(&escape::terminal(line)));
    let mut told = lines
        .by_ref()
        .take_while(|line| !line.is_empty())
        .fold(String::new(), |told, line| told + &line + "\n");
    let hint = "hint: see `plan --help`, or `--help` behind a verb\n";
    told += lines
        .find_map(|line| Some(format!("hint: {}\n", line.trim().strip_prefix("tip: ")?)))
        .as_deref()
        .unwrap_or(hint);
    let _ = print(&mut std::io::stderr().lock(), &told);
    ErrorKind::Usage.exit_code()
}

/// What is the matter with a number, in words that are not a programmer's.
fn plainly(line: &str) -> String {
    if let Some((head, range)) = line.rsplit_once(" is not in ")
        && let Some((first, last)) = range.split_once("..=")
        && let Some((head, _)) = head.rsplit_once(": ")
    {
        return format!("{head}: it is not a number from {first} to {last}");
    }
    line.replace(": invalid digit found in string", ": it is no whole number")
}

pub(super) fn print(to: &mut impl Write, text: &str) -> std::io::Result<()> {
    // What is printed may go into a file.
    limit::survive();
    to.write_all(text.as_bytes())?;
    to.flush()
}

fn told(error: &Error) -> String {
    if error.message.is_empty() {
        return String::new();
    }
    format!("error: {error}\n")
}
