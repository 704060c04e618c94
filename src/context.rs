//! The only door to clock, terminal and environment.
//!
//! A [`Ctx`] is made once per run and lists every power a command has: the time, the paths, how to
//! show things, and two texts to write to. Commands do not print: [`Ctx::out`] and [`Ctx::err`]
//! are printed by [`finish`], so that a closed pipe or a full disk is handled in one place.

#![expect(
    clippy::disallowed_methods,
    reason = "clock, environment and terminal are read here and nowhere else"
)]

mod answer;
mod editor;
mod ending;
mod other_plan;
mod surroundings;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use chrono::{
    DateTime, Datelike, FixedOffset, Local, NaiveDate, NaiveDateTime, TimeDelta, TimeZone,
};
use uuid::Uuid;

use crate::calendar;
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::model::{Busy, Minutes};
use crate::render::Style;
use crate::store::config::{self, Config};
use crate::store::dry_run;
use crate::store::paths::{self, Paths};
use crate::store::plan_file::PlanSource;
use crate::store::remembered;
use crate::store::zone;
use crate::text::{Language, Locale, Message, Notice, Run};
use answer::DryRun;
use ending::print;
use surroundings::var;

pub(crate) use editor::Edited;
pub(crate) use ending::{finish, print_help};
pub(crate) use surroundings::{
    COMPLETING, ColorChoice, Surroundings, arguments, asked_language, completing,
};

/// The platform's command, if `$BROWSER` is not set.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// When a study day begins if the configuration does not say: until then, it is the day before.
pub(crate) const DAY_STARTS: Minutes = Minutes(4 * 60);

/// The global flags.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    /// When to use colour.
    pub(crate) color: ColorChoice,
    /// Symbols and bars in ASCII.
    pub(crate) ascii: bool,
    /// The language of the screens.
    pub(crate) language: Option<Language>,
    /// The plan: an id, or a path.
    pub(crate) plan: Option<String>,
    /// Whether to go on with the valid part of a faulty configuration.
    pub(crate) salvage: bool,
    /// Whether to write nothing, and only show what would be recorded.
    pub(crate) dry_run: bool,
}

/// The plan that a run is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) source: PlanSource,
    /// Whether it is not the current plan, so that its numbers and ids are shown with its own id.
    pub(crate) is_other: bool,
}

/// Every power a command has.
#[derive(Debug)]
pub(crate) struct Ctx {
    /// What time it is, in the learner's zone.
    pub(crate) now: DateTime<FixedOffset>,
    /// When a study day begins, in minutes after midnight.
    pub(crate) day_starts: Minutes,
    /// The study date at `now`.
    pub(crate) today: NaiveDate,
    /// What the terminal can show, and in which language.
    pub(crate) style: Style,
    /// The valid part of the configuration.
    pub(crate) config: Config,
    /// Its faults; always empty unless [`Look::salvage`] is set.
    pub(crate) config_faults: Vec<Error>,
    /// The folders of configuration, state and cache.
    pub(crate) paths: Paths,
    /// The plan that is not chosen by the configuration: that of the command line, or of a target.
    pub(crate) plan: Option<Asked>,
    /// The value of `TZ`.
    pub(crate) zone: Option<OsString>,
    /// Times that are taken, if the command has read them.
    pub(crate) busy: Busy,
    /// The answer, for stdout; what is left of it once the beginning of a long one has been printed.
    pub(crate) out: String,
    /// Warnings and hints, for stderr.
    pub(crate) err: String,
    /// Whether the answer is to be shown in a pager if it is too long for the terminal.
    pub(crate) paged: bool,
    /// Whether the beginning of a long answer is printed before its end is known.
    streams: bool,
    /// Why the beginning of a long answer could not be printed.
    unprinted: Option<std::io::Error>,
    /// Set if the run only shows what it would record, and writes nothing.
    dry_run: Option<DryRun>,
    /// Whether marks have been written, so that a failing confirmation can say so.
    pub(crate) recorded: bool,
}

impl Ctx {
    /// The context of this process.
    ///
    /// # Errors
    /// As [`Surroundings::of_process`] and [`Self::within`].
    pub(crate) fn new(look: Look) -> Result<Self> {
        if look.dry_run {
            dry_run::begin();
        }
        let around = Surroundings::of_process(look.color)?;
        let ignores_zone = around.ignores_zone;
        let mut ctx = Self::within(around, look)?;
        ctx.streams = true;
        if ignores_zone && let Some(warning) = zone::zone_warning(ctx.zone.as_deref()) {
            ctx.warn(warning);
        }
        Ok(ctx)
    }

    /// The context of a run in these surroundings.
    ///
    /// # Errors
    /// What reading the configuration gives.
    pub(crate) fn within(around: Surroundings, look: Look) -> Result<Self> {
        let Surroundings {
            now,
            variables,
            language,
            ..
        } = around;
        let (mut config, config_faults) = config::salvage(&paths::config_dir(&variables)?);
        if let Some(fault) = config_faults.first().filter(|_| !look.salvage) {
            return Err(fault.clone());
        }
        let paths = Paths::resolve(&variables, config.state_dir.as_deref())?;
        let plans = config.plan.iter_mut().chain(&mut config.follow);
        plans.for_each(|plan| remembered::find(&paths, plan));
        let plan = look.plan.map(|name| Asked {
            source: remembered::named(&paths, &name),
            is_other: false,
        });
        let day_starts = config.day_starts_at.unwrap_or(DAY_STARTS);
        let today = calendar::study_date(now.naive_local(), day_starts);
        let language = look.language.or(config.language).unwrap_or(language);
        // Otherwise crossterm obeys `NO_COLOR` even where `--color always` overrides it.
        crossterm::style::force_color_output(around.color);
        let style = Style {
            width: around.width,
            color: around.color,
            links: around.color && around.is_terminal,
            ascii: look.ascii,
            wide: config.wide,
            locale: Locale::new(language, today.year()),
        };
        Ok(Self {
            today,
            now,
            day_starts,
            style,
            config,
            config_faults,
            paths,
            plan,
            zone: around.zone,
            busy: Busy::new(),
            out: String::new(),
            err: String::new(),
            paged: false,
            streams: false,
            unprinted: None,
            dry_run: look.dry_run.then_some(DryRun::Unmarked),
            recorded: false,
        })
    }

    /// Whether the run is about a plan that is not the current one.
    pub(crate) fn is_other(&self) -> bool {
        self.plan.as_ref().is_some_and(|asked| asked.is_other)
    }

    /// From times in UTC to those of the learner; they stay in UTC if the time zone would have to be
    /// read from something that is no file of one.
    pub(crate) fn local_time(&self) -> impl Fn(NaiveDateTime) -> NaiveDateTime + use<> {
        let is_harmless = zone::is_harmless(self.zone.as_deref());
        move |utc| {
            if is_harmless {
                Local.from_utc_datetime(&utc).naive_local()
            } else {
                utc
            }
        }
    }

    /// From the learner's times to UTC. When clocks go back, a time occurs twice: the first counts. When
    /// they go forward, it is skipped: the hour after counts.
    pub(crate) fn utc_time(&self) -> impl Fn(NaiveDateTime) -> NaiveDateTime + use<> {
        let is_harmless = zone::is_harmless(self.zone.as_deref());
        move |local| {
            if !is_harmless {
                return local;
            }
            let later = || local.checked_add_signed(TimeDelta::hours(1));
            let found = Local.from_local_datetime(&local).earliest();
            let found = found.or_else(|| Local.from_local_datetime(&later()?).earliest());
            found.map_or(local, |time| time.naive_utc())
        }
    }

    /// The name of the learner's time zone, such as `Asia/Shanghai`, if it has one.
    pub(crate) fn zone_name(&self) -> Option<String> {
        match &self.zone {
            Some(zone) => zone::name(zone),
            None => iana_time_zone::get_timezone().ok(),
        }
    }

    /// Shows a long text, which a terminal that is too small for it shows in a pager.
    pub(crate) fn page(&mut self, text: &str) {
        self.out += text;
        self.paged = true;
    }

    /// Adds an error that stops nothing as a warning, with its hints.
    pub(crate) fn warn_of(&mut self, error: Error) {
        self.warn(error.message);
        for hint in error.hints {
            self.hint(hint);
        }
    }

    /// Adds a warning, once per run.
    pub(crate) fn warn(&mut self, warning: impl Into<Message>) {
        let warning = self.here(warning);
        let words = warning.text(self.style.locale);
        let prefix = Notice::Warning.prefix(self.style.locale);
        let line = format!("{prefix}{}\n", escape::terminal(&words));
        if !self.err.contains(&line) {
            self.err += &line;
        }
    }

    /// Adds a hint: a command that probably comes next.
    pub(crate) fn hint(&mut self, hint: impl Into<Message>) {
        let hint = self.here(hint);
        let words = hint.text(self.style.locale);
        let prefix = Notice::Hint.prefix(self.style.locale);
        self.err += &format!("{prefix}{}\n", escape::terminal(&words));
    }

    /// Prints the answer so far and asks a yes-or-no question; `None` if stdin or stdout is not a
    /// terminal.
    ///
    /// # Errors
    /// `Io` if the terminal cannot be written to or read.
    pub(crate) fn ask(&mut self, question: impl Into<Message>) -> Result<Option<bool>> {
        let (stdin, stdout) = (std::io::stdin(), std::io::stdout());
        if !stdin.is_terminal() || !stdout.is_terminal() {
            return Ok(None);
        }
        let question = question.into();
        let question = question.text(self.style.locale);
        let text = self.take_out() + &format!("\n{question} [y/N] ");
        let mut answer = String::new();
        print(&mut stdout.lock(), &text)
            .and_then(|()| stdin.read_line(&mut answer))
            .map_err(|error| {
                let reason = error.to_string();
                Error::new(ErrorKind::Io, Run::CannotAsk { reason })
            })?;
        let answer = answer.trim().to_lowercase();
        Ok(Some(matches!(answer.as_str(), "y" | "yes" | "是")))
    }

    /// Opens a link in the browser that `$BROWSER` names: commands with colons between them, tried in
    /// turn. No shell is involved.
    ///
    /// # Errors
    /// `Io` if none can be started, or all fail.
    #[expect(clippy::unused_self, reason = "the browser is a power of the context")]
    pub(crate) fn browse(&self, url: &str) -> Result<()> {
        let browser = var("BROWSER").unwrap_or_else(|| OPENER.into());
        let browser = browser.to_string_lossy();
        let mut reason = String::new();
        for command in browser.split(':').filter(|text| !text.trim().is_empty()) {
            match start(command, url) {
                Ok(status) if status.success() => return Ok(()),
                Ok(status) => reason = status.to_string(),
                Err(error) => reason = error.to_string(),
            }
        }
        let browser = browser.into_owned();
        let error = Error::new(ErrorKind::Io, Run::CannotOpenLink { browser, reason });
        Err(error.hint(Run::SetBrowser))
    }

    /// The absolute form of a path, for the configuration, which is read from any folder.
    ///
    /// # Errors
    /// `Io` if there is no current folder.
    pub(crate) fn absolute(path: &str) -> Result<PathBuf> {
        std::path::absolute(path).map_err(|error| {
            let reason = error.to_string();
            Error::new(ErrorKind::Io, Run::NoCurrentDirectory { reason })
        })
    }
}

/// A unique id (UUID version 7, from the time, a counter and random bits). It uses the real time
/// even if `PLAN_NOW` sets the clock: ids of simulated runs must not collide.
pub(crate) fn fresh_id() -> Uuid {
    Uuid::now_v7()
}

/// Runs a command with its arguments: `%s` among them is replaced with the link, which otherwise
/// is the last argument.
fn start(command: &str, url: &str) -> std::io::Result<ExitStatus> {
    let mut words = command.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    let words: Vec<&str> = words.collect();
    command.args(words.iter().map(|word| word.replace("%s", url)));
    if !words.iter().any(|word| word.contains("%s")) {
        command.arg(url);
    }
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
}
