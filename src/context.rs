//! The only door to clock, terminal and environment.
//!
//! A [`Ctx`] is made once a run and lists every power a command has: what time it is, where
//! files lie, how to show things, and two texts to write to. Printing is the caller's: what a
//! command has written stands in [`Ctx::out`] and [`Ctx::err`] until the run is over, so that a
//! closed pipe or a full disk is met in one place.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the room for clock, environment and terminal; everywhere else it is a fault"
)]

mod ending;
mod pager;
mod screen;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use chrono::{DateTime, Datelike, FixedOffset, Local, NaiveDateTime, TimeZone};
use clap::ValueEnum;
use uuid::Uuid;

use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::model::Minutes;
use crate::render::{Sheet, Style, terminal};
use crate::store::config::{self, Config};
use crate::store::paths::{self, Paths, Variables};
use crate::summary;
use crate::text::{Language, Message, Run};
use ending::print;

pub use ending::{finish, refuse};

/// Until then it is still the day before, where the configuration does not say otherwise.
pub(crate) const DAY_STARTS: Minutes = Minutes(4 * 60);

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How a run is to look, and which plan it is about.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// Colour or none.
    pub color: ColorChoice,
    /// Signs and bars in ASCII.
    pub ascii: bool,
    /// The plan asked for.
    pub plan: Option<String>,
    /// Whether to go on with what is left of a configuration that makes no sense.
    pub salvage: bool,
}

/// Every power a command has.
#[derive(Debug)]
pub struct Ctx {
    /// What time it is, in the learner's zone.
    pub now: DateTime<FixedOffset>,
    /// When a study day begins, in minutes after midnight.
    pub day_starts: Minutes,
    /// The study date at `now`.
    pub today: chrono::NaiveDate,
    /// How to write to this terminal.
    pub style: Style,
    /// What the learner has set.
    pub config: Config,
    /// What makes no sense in it; nothing but for who goes on all the same.
    pub config_faults: Vec<Error>,
    /// Where files lie.
    pub paths: Paths,
    /// The plan asked for on the command line.
    pub plan: Option<String>,
    /// The zone that is set, as it is set.
    pub zone: Option<OsString>,
    /// The answer, for stdout.
    pub out: String,
    /// Warnings and hints, for stderr.
    pub err: String,
    /// Whether the answer is a long text, to be shown in a pager.
    pub paged: bool,
    /// Whether marks have been written, so that a failing confirmation can say so.
    pub recorded: bool,
}

/// What a run finds around it.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// What time it is, in the learner's zone.
    pub now: DateTime<FixedOffset>,
    /// Where the environment says that files lie.
    pub variables: Variables,
    /// Columns of the output.
    pub width: usize,
    /// Whether the output gets colours.
    pub color: bool,
    /// The value of `TZ`.
    pub zone: Option<OsString>,
}

impl Surroundings {
    /// Looks at clock, terminal and environment.
    ///
    /// # Errors
    /// `Usage` where `PLAN_NOW` is not a time.
    pub fn of_process(color: ColorChoice) -> Result<Self> {
        Ok(Self {
            now: now()?,
            variables: Variables {
                config_dir: var("PLAN_CONFIG_DIR"),
                state_dir: var("PLAN_STATE_DIR"),
                cache_dir: var("PLAN_CACHE_DIR"),
                xdg_state_home: var("XDG_STATE_HOME"),
                xdg_config_home: var("XDG_CONFIG_HOME"),
                xdg_cache_home: var("XDG_CACHE_HOME"),
            },
            width: screen::width(),
            color: screen::color(color, std::io::stdout().is_terminal()),
            zone: var("TZ"),
        })
    }
}

impl Ctx {
    /// The context of this process.
    ///
    /// # Errors
    /// As [`Surroundings::of_process`] and [`Self::within`].
    pub fn new(look: Look) -> Result<Self> {
        let around = Surroundings::of_process(look.color)?;
        Self::within(around, look)
    }

    /// The context of a run in these surroundings.
    ///
    /// # Errors
    /// What reading the configuration gives.
    pub fn within(around: Surroundings, look: Look) -> Result<Self> {
        let Surroundings { now, variables, .. } = around;
        let (config, config_faults) = config::salvage(&paths::config_dir(&variables)?);
        if let Some(fault) = config_faults.first().filter(|_| !look.salvage) {
            return Err(fault.clone());
        }
        let paths = Paths::resolve(&variables, config.state_dir.as_deref())?;
        let day_starts = config.day_starts_at.unwrap_or(DAY_STARTS);
        // Otherwise crossterm obeys `NO_COLOR` even where `--color always` overrides it.
        crossterm::style::force_color_output(around.color);
        let style = Style {
            width: around.width,
            color: around.color,
            ascii: look.ascii,
            wide: config.wide,
            language: Language::English,
        };
        Ok(Self {
            today: summary::study_date(now.naive_local(), day_starts),
            now,
            day_starts,
            style,
            config,
            config_faults,
            paths,
            plan: look.plan,
            zone: around.zone,
            out: String::new(),
            err: String::new(),
            paged: false,
            recorded: false,
        })
    }

    /// Shows a sheet.
    pub fn show(&mut self, sheet: &Sheet) {
        let text = terminal(sheet, self.style);
        self.out += &text;
    }

    /// Shows a long text, which a terminal that is too small for it shows in a pager.
    pub fn page(&mut self, text: &str) {
        self.out += text;
        self.paged = true;
    }

    /// Warns of something that stops nothing; once a run, however often it is met.
    pub fn warn(&mut self, warning: impl Into<Message>) {
        let warning = warning.into();
        let words = warning.text(self.style.language);
        let line = format!("warning: {}\n", escape::terminal(&words));
        if !self.err.contains(&line) {
            self.err += &line;
        }
    }

    /// Says what could be done next.
    pub fn hint(&mut self, hint: impl Into<Message>) {
        let hint = hint.into();
        let words = hint.text(self.style.language);
        self.err += &format!("hint: {}\n", escape::terminal(&words));
    }

    /// Shows what has been written so far and asks `question`, yes or no; `None` where there is
    /// nobody at a terminal to answer.
    ///
    /// # Errors
    /// `Io` where the terminal cannot be written to or read.
    pub fn ask(&mut self, question: impl Into<Message>) -> Result<Option<bool>> {
        let (stdin, stdout) = (std::io::stdin(), std::io::stdout());
        if !stdin.is_terminal() || !stdout.is_terminal() {
            return Ok(None);
        }
        let question = question.into();
        let question = question.text(self.style.language);
        let text = std::mem::take(&mut self.out) + &format!("\n{question} [y/N] ");
        let mut answer = String::new();
        print(&mut stdout.lock(), &text)
            .and_then(|()| stdin.read_line(&mut answer))
            .map_err(|error| {
                let reason = error.to_string();
                Error::new(ErrorKind::Io, Run::CannotAsk { reason })
            })?;
        let answer = answer.trim().to_lowercase();
        Ok(Some(matches!(answer.as_str(), "y" | "yes")))
    }

    /// Opens a link in the browser: `$BROWSER`, else what the platform has. As is the custom,
    /// `$BROWSER` may be several commands with colons between, tried in turn, each with
    /// arguments, `%s` among them standing for the link. The link is one argument, and no shell
    /// comes between.
    ///
    /// # Errors
    /// `Io` where none can be started, or it fails.
    pub fn browse(&self, url: &str) -> Result<()> {
        let platform = if cfg!(target_os = "macos") {
            "open"
        } else {
            "xdg-open"
        };
        let browser = var("BROWSER").unwrap_or_else(|| platform.into());
        let browser = browser.to_string_lossy();
        let mut why = String::new();
        for call in browser.split(':').filter(|call| !call.trim().is_empty()) {
            match start(call, url) {
                Ok(status) if status.success() => return Ok(()),
                Ok(status) => why = status.to_string(),
                Err(error) => why = error.to_string(),
            }
        }
        let message = Run::CannotOpenLink {
            browser: browser.into_owned(),
            reason: why,
        };
        Err(Error::new(ErrorKind::Io, message).hint(Run::SetBrowser))
    }

    /// A path relative to nothing: for the configuration, which is read from anywhere.
    ///
    /// # Errors
    /// `Io` where there is no current folder.
    pub fn absolute(path: &str) -> Result<PathBuf> {
        std::path::absolute(path).map_err(|error| {
            let reason = error.to_string();
            Error::new(ErrorKind::Io, Run::NoCurrentDirectory { reason })
        })
    }
}

/// Runs one command of `$BROWSER`.
fn start(call: &str, url: &str) -> std::io::Result<std::process::ExitStatus> {
    let mut words = call.split_whitespace();
    let quiet = || std::process::Stdio::null();
    let mut command = std::process::Command::new(words.next().unwrap_or_default());
    let words: Vec<&str> = words.collect();
    command.args(words.iter().map(|word| word.replace("%s", url)));
    if !words.iter().any(|word| word.contains("%s")) {
        command.arg(url);
    }
    command
        .stdin(quiet())
        .stdout(quiet())
        .stderr(quiet())
        .status()
}

/// An id that no other run has: time, counter and chance (UUID version 7). It is the real time
/// even where `PLAN_NOW` sets the clock, so that ids stay unlike each other.
#[must_use]
pub fn fresh_id() -> Uuid {
    Uuid::now_v7()
}

/// A variable that is set to something.
fn var(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn now() -> Result<DateTime<FixedOffset>> {
    match var("PLAN_NOW") {
        None => Ok(Local::now().fixed_offset()),
        Some(text) => fixed_now(&text.to_string_lossy()),
    }
}

/// The time `PLAN_NOW` sets: with an offset, or of the learner's zone.
fn fixed_now(text: &str) -> Result<DateTime<FixedOffset>> {
    let parsed = DateTime::parse_from_rfc3339(text)
        .ok()
        .or_else(|| local_now(text));
    let sane = parsed.filter(|time| (1900..=9000).contains(&time.year()));
    sane.ok_or_else(|| {
        let value = text.to_owned();
        Error::usage(Run::InvalidClock { value }).hint(Run::ClockForm)
    })
}

/// A time of the learner's zone.
fn local_now(text: &str) -> Option<DateTime<FixedOffset>> {
    let local = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
        .iter()
        .find_map(|form| {
            let time = NaiveDateTime::parse_from_str(text, form).ok()?;
            // In a gap of the clock the hour after it is meant; in a fold the first of the two.
            let later = || time.checked_add_signed(chrono::TimeDelta::hours(1));
            let found = Local.from_local_datetime(&time).earliest();
            found.or_else(|| Local.from_local_datetime(&later()?).earliest())
        });
    local.map(|time| time.fixed_offset())
}
