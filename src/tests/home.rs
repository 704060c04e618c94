//! Runs commands in this process, in a home folder of their own.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use clap::Parser;
use tempfile::TempDir;

use crate::cli::Cli;
use crate::context::{Ctx, Surroundings};
use crate::dispatch;
use crate::error::Result;
use crate::store::paths::Variables;
use crate::text::Language;

/// A home folder, a clock and the width of a terminal.
pub(crate) struct Home {
    folder: TempDir,
    pub(crate) now: DateTime<FixedOffset>,
    pub(crate) width: usize,
}

impl Home {
    /// An empty home; `now` is a time with its offset, as in `2026-12-07T11:00:00+08:00`.
    pub(crate) fn at(now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("config")).unwrap();
        Self {
            folder,
            now: now.parse().unwrap(),
            width: 100,
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and returns its absolute path.
    pub(crate) fn file(&self, name: &str, content: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path.into_os_string().into_string().unwrap()
    }

    pub(crate) fn cache(&self) -> PathBuf {
        self.path("cache")
    }

    /// Runs `plan` with these arguments; it must succeed. Returns what it prints to stdout.
    #[track_caller]
    pub(crate) fn run(&self, args: &[&str]) -> String {
        let (out, err, code) = self.said(&self.cache(), args);
        assert_eq!(code, 0, "{args:?}: {err}");
        out
    }

    /// The same where the answer is JSON.
    #[track_caller]
    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.run(args)).unwrap()
    }

    /// What the command prints to stdout and stderr, and its exit code.
    pub(crate) fn said(&self, cache: &Path, args: &[&str]) -> (String, String, u8) {
        let cli = Cli::try_parse_from(["plan"].iter().chain(args)).unwrap();
        let mut ctx = match self.context(cache, &cli) {
            Ok(ctx) => ctx,
            Err(error) => return (String::new(), error.to_string(), error.kind.exit_code()),
        };
        match dispatch(&cli, &mut ctx) {
            Ok(()) => (ctx.out, ctx.err, 0),
            Err(error) => (
                ctx.out,
                format!("{}{error}", ctx.err),
                error.kind.exit_code(),
            ),
        }
    }

    pub(crate) fn context(&self, cache: &Path, cli: &Cli) -> Result<Ctx> {
        let variables = Variables::from([
            ("PLAN_CONFIG_DIR", self.path("config").into_os_string()),
            ("PLAN_STATE_DIR", self.path("state").into_os_string()),
            ("PLAN_DATA_DIR", self.path("data").into_os_string()),
            ("PLAN_CACHE_DIR", cache.as_os_str().to_owned()),
        ]);
        let around = Surroundings {
            language: Language::English,
            now: self.now,
            variables,
            width: self.width,
            color: false,
            is_terminal: false,
            zone: None,
            ignores_zone: false,
        };
        Ctx::within(around, cli.look())
    }
}
