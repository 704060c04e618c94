//! What a run takes from its process: clock, terminal and environment.

use std::ffi::OsString;
use std::io::IsTerminal;

use chrono::{DateTime, Datelike, FixedOffset, Local, NaiveDateTime, TimeDelta, TimeZone, Utc};
use clap::ValueEnum;
use rustix::fd::AsFd;
use rustix::termios::tcgetwinsize;

use crate::error::{Error, Result};
use crate::store::config;
use crate::store::paths::{self, VARIABLES, Variables};
use crate::store::zone;
use crate::text::{Language, Run};

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What a context is made from. Tests set it; a run takes it from the process.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    /// What time it is, in the learner's zone.
    pub(crate) now: DateTime<FixedOffset>,
    /// The environment variables that name folders.
    pub(crate) variables: Variables,
    /// Columns of the output.
    pub(crate) width: usize,
    /// Whether the output gets colours.
    pub(crate) color: bool,
    /// Whether the output is a terminal.
    pub(crate) is_terminal: bool,
    /// The language of the screens, if neither a flag nor the configuration names one.
    pub(crate) language: Language,
    /// The value of `TZ`.
    pub(crate) zone: Option<OsString>,
    /// Whether that names a file which is not read, so that the clock is in UTC.
    pub(crate) ignores_zone: bool,
}

impl Surroundings {
    /// Reads clock, terminal and environment.
    ///
    /// # Errors
    /// `Usage` if `PLAN_NOW` is not a time.
    pub(crate) fn of_process(color: ColorChoice) -> Result<Self> {
        let zone = var("TZ");
        let ignores_zone = !zone::is_harmless(zone.as_deref());
        Ok(Self {
            now: now(ignores_zone)?,
            variables: variables(),
            width: width(),
            color: has_color(color),
            is_terminal: std::io::stdout().is_terminal(),
            language: language(),
            zone,
            ignores_zone,
        })
    }
}

/// The environment variable in which a shell that asks for completions gives its name.
pub(crate) const COMPLETING: &str = "PLAN_COMPLETE";

/// The shell that asks for completions, if one does.
pub(crate) fn completing() -> Option<OsString> {
    var(COMPLETING)
}

/// An environment variable, if it is set and not empty.
pub(super) fn var(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The time that `PLAN_NOW` sets, else that of the system, in the learner's zone or in UTC.
///
/// # Errors
/// `Usage` if `PLAN_NOW` is not a time.
fn now(in_utc: bool) -> Result<DateTime<FixedOffset>> {
    match var("PLAN_NOW").map(|text| text.to_string_lossy().into_owned()) {
        None if in_utc => Ok(Utc::now().fixed_offset()),
        None => Ok(Local::now().fixed_offset()),
        Some(text) if in_utc => fixed(&text, &Utc),
        Some(text) => fixed(&text, &Local),
    }
}

/// Reads a time with an offset, or one in `zone`.
fn fixed(text: &str, zone: &impl TimeZone) -> Result<DateTime<FixedOffset>> {
    let parsed = DateTime::parse_from_rfc3339(text).ok();
    let parsed = parsed.or_else(|| local(text, zone));
    // Plans of many years still end within four digits.
    let in_range = parsed.filter(|time| (1900..=9000).contains(&time.year()));
    in_range.ok_or_else(|| {
        let value = text.to_owned();
        Error::usage(Run::InvalidClock { value }).hint(Run::ClockForm)
    })
}

fn local(text: &str, zone: &impl TimeZone) -> Option<DateTime<FixedOffset>> {
    let forms = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
    let mut times = forms
        .iter()
        .filter_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let time = times.next()?;
    // When clocks go back, this time occurs twice: take the first. When they go forward, it is
    // skipped: take the hour after.
    let found = zone.from_local_datetime(&time).earliest();
    let later = || time.checked_add_signed(TimeDelta::hours(1));
    let found = found.or_else(|| zone.from_local_datetime(&later()?).earliest());
    found.map(|time| time.fixed_offset())
}

/// The language of a run without a context: that of `--lang` among the arguments, the
/// configuration's, or that of the environment.
pub(crate) fn asked_language() -> Language {
    let arguments = arguments().skip(1);
    let name = last_lang(arguments.map(|argument| argument.to_string_lossy().into_owned()));
    let configured = || {
        let folder = paths::config_dir(&variables()).ok()?;
        config::salvage(&folder).0.language
    };
    name.and_then(|name| Language::of(&name))
        .or_else(configured)
        .unwrap_or_else(language)
}

/// The value of `--lang` among `arguments`; of several the last one, as clap does.
fn last_lang(arguments: impl Iterator<Item = String>) -> Option<String> {
    let mut options = arguments.take_while(|argument| argument != "--");
    let mut last = None;
    while let Some(option) = options.next() {
        match option.strip_prefix("--lang=") {
            Some(name) => last = Some(name.to_owned()),
            None if option == "--lang" => last = options.next().or(last),
            None => {}
        }
    }
    last
}

/// The command line, with the program's name.
pub(crate) fn arguments() -> impl Iterator<Item = OsString> {
    std::env::args_os()
}

fn variables() -> Variables {
    let variables = VARIABLES.into_iter();
    variables
        .filter_map(|name| Some((name, var(name)?)))
        .collect()
}

/// The language of the environment: the first of these variables that is set decides, as POSIX says.
fn language() -> Language {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(var);
    let name = name.unwrap_or_default();
    Language::of(&name.to_string_lossy()).unwrap_or_default()
}

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
    // Some terminals say 0 for a width that they do not know.
    let columns = columns.filter(|columns| *columns > 0);
    let terminal = || {
        let size = size(std::io::stdout())
            .or_else(|| size(std::io::stderr()))
            .or_else(|| size(std::io::stdin()));
        size.map(|(columns, _)| columns)
    };
    columns.or_else(terminal).unwrap_or(WIDTH).clamp(30, 1000)
}

/// Whether stdout gets colours.
pub(super) fn has_color(choice: ColorChoice) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            let dumb = var("TERM").is_some_and(|term| term == "dumb");
            std::io::stdout().is_terminal() && !dumb && var("NO_COLOR").is_none()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lang_before_two_dashes_counts() {
        for (line, expected) in [
            ("done 2", None),
            ("--lang zh done 2", Some("zh")),
            ("--lang=zh done 2", Some("zh")),
            ("--lang zh done --lang en", Some("en")),
            ("--lang=zh --lang en", Some("en")),
            ("--lang en --lang=zh", Some("zh")),
            ("done -- --lang zh", None),
            ("--lang zh show -- --lang=en", Some("zh")),
            ("done --lang", None),
        ] {
            let arguments = line.split(' ').map(ToOwned::to_owned);
            assert_eq!(last_lang(arguments).as_deref(), expected, "{line}");
        }
    }
}
