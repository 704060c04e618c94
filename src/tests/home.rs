//! Runs commands in this process, in a home folder of their own.

use std::path::Path;

use chrono::DateTime;
use clap::Parser;
use tempfile::TempDir;

use crate::calendar::study_date;
use crate::cli::Cli;
use crate::context::{Ctx, DAY_STARTS};
use crate::dispatch;
use crate::render::Style;
use crate::store::config;
use crate::store::paths::{Paths, Variables};
use crate::text::Language;

/// A home folder and a clock.
pub(crate) struct Home {
    folder: TempDir,
    now: &'static str,
}

impl Home {
    /// An empty home; `now` is a time with its offset, as in `2026-12-07T11:00:00+08:00`.
    pub(crate) fn at(now: &'static str) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            now,
        }
    }

    /// Writes a file and returns its absolute path.
    pub(crate) fn file(&self, name: &str, content: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.into_os_string().into_string().unwrap()
    }

    /// Runs `plan` with these arguments; it must succeed. Returns what it prints to stdout.
    #[track_caller]
    pub(crate) fn run(&self, args: &[&str]) -> String {
        let cli = Cli::try_parse_from(["plan"].iter().chain(args)).unwrap();
        let mut ctx = self.ctx();
        dispatch(&cli, &mut ctx).unwrap_or_else(|error| panic!("{args:?}: {error}"));
        ctx.out
    }

    /// The same where the answer is JSON.
    #[track_caller]
    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.run(args)).unwrap()
    }

    fn ctx(&self) -> Ctx {
        let root = self.folder.path();
        let below = |name: &str| Path::join(root, name).into_os_string();
        let variables = Variables::from([
            ("PLAN_CONFIG_DIR", below("config")),
            ("PLAN_STATE_DIR", below("state")),
            ("PLAN_CACHE_DIR", below("cache")),
        ]);
        let paths = Paths::resolve(&variables, None).unwrap();
        let config = config::read(&paths.config_dir).unwrap();
        let now = DateTime::parse_from_rfc3339(self.now).unwrap();
        Ctx {
            now,
            day_starts: DAY_STARTS,
            today: study_date(now.naive_local(), DAY_STARTS),
            style: Style {
                width: 100,
                color: false,
                ascii: false,
                wide: false,
                language: Language::English,
            },
            config,
            config_faults: Vec::new(),
            paths,
            plan: None,
            zone: None,
            out: String::new(),
            err: String::new(),
            paged: false,
            recorded: false,
        }
    }
}
