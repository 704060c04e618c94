//! Runs that set different keys of one configuration at the same time.

use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;

use super::row::{Row, Verdict};
use super::rows;
use crate::error::Result;
use crate::store::config;
use crate::store::paths::{Paths, Variables};
use crate::store::plan_file::PlanSource;
use crate::text::ConfigKey;

/// How often two keys are set.
const ROUNDS: usize = 100;

fn paths(home: &Path) -> Paths {
    let folder = |name: &str| home.join(name).into_os_string();
    let variables = Variables::from([
        ("PLAN_CONFIG_DIR", folder("config")),
        ("PLAN_STATE_DIR", folder("state")),
        ("PLAN_DATA_DIR", folder("data")),
        ("PLAN_CACHE_DIR", folder("cache")),
    ]);
    Paths::resolve(&variables, None).unwrap()
}

/// Sets two keys at once, again and again; gives how many of them were lost.
fn lost(set: impl Fn(&Paths, ConfigKey, &str) -> Result<()> + Sync) -> usize {
    let home = tempfile::tempdir().unwrap();
    let paths = paths(home.path());
    config::change(&paths.config_dir, ConfigKey::DayStartsAt, "05:00").unwrap();
    let both = Barrier::new(2);
    let mut lost = 0;
    for round in 0..ROUNDS {
        let (device, plan) = (format!("d{round}"), format!("/p{round}"));
        thread::scope(|scope| {
            for (key, value) in [(ConfigKey::Device, &device), (ConfigKey::Plan, &plan)] {
                let (set, both, paths) = (&set, &both, &paths);
                scope.spawn(move || {
                    both.wait();
                    set(paths, key, value).unwrap();
                });
            }
        });
        let config = config::read(&paths.config_dir).unwrap();
        lost += usize::from(config.device != Some(device));
        lost += usize::from(config.plan != Some(PlanSource::named(&plan)));
        let folder: Vec<PathBuf> = std::fs::read_dir(&paths.config_dir)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        assert_eq!(folder, [config::path(&paths.config_dir)]);
    }
    lost
}

#[test]
fn two_runs_set_keys_of_the_configuration() {
    let mut row = Row::new(rows::CONFIG);
    let verdict = Verdict {
        confirmed: 2 * ROUNDS,
        lost: lost(config::set),
        complaints: Vec::new(),
    };
    row.take(verdict);
    row.tried(ROUNDS);
    let without = lost(|paths, key, value| config::change(&paths.config_dir, key, value));
    row.finish(ROUNDS, "lost without a lock", without);
}
