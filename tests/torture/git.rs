//! The journal is kept in git: two devices, one bare remote, every way of bringing them together.

use std::path::Path;
use std::process::Command;

use crate::home::{Home, have};
use crate::row::Row;
use crate::rows;
use crate::watch::Watch;

/// How the two are brought together.
#[derive(Clone, Copy)]
struct Way {
    name: &'static str,
    /// `git pull` with this.
    pull: &'static [&'static str],
    /// Whether `.gitattributes` asks for both sides of a conflict.
    union: bool,
}

const WAYS: [Way; 4] = [
    Way {
        name: "merge, union",
        pull: &["--no-rebase"],
        union: true,
    },
    Way {
        name: "rebase, union",
        pull: &["--rebase"],
        union: true,
    },
    Way {
        name: "merge, markers left",
        pull: &["--no-rebase"],
        union: false,
    },
    Way {
        name: "rebase, markers left",
        pull: &["--rebase"],
        union: false,
    },
];

/// Takes one side of a conflict only, which loses the other.
const OURS: Way = Way {
    name: "merge, one side taken",
    pull: &["--no-rebase", "-X", "ours"],
    union: false,
};

/// One device, its journal in a clone.
struct Device {
    home: Home,
}

impl Device {
    fn clone_of(remote: &Path, name: &str) -> Self {
        let home = Home::new();
        let state = home.path().join(name);
        let device = Self {
            home: home.keeping_in(&state),
        };
        let remote = remote.to_str().unwrap();
        git(&home, home.path(), &["clone", "-q", remote, name]);
        // Others may look into no folder of marks.
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(state, private).unwrap();
        device
    }

    fn git(&self, args: &[&str]) -> bool {
        git(&self.home, self.home.folder().parent().unwrap(), args)
    }

    /// Ten marks in one go.
    fn mark(&self, watch: &mut Watch, range: &str) {
        let ran = self.home.plan(&["done", range, "--json"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(watch.saw(&ran) >= 5, "{ran:?}");
    }

    fn commit(&self) {
        assert!(self.git(&["add", "-A"]));
        assert!(self.git(&["commit", "-q", "-m", "marks"]));
    }

    /// Pulls. A conflict is left as it is, with five marks made in its midst, and committed.
    /// Gives whether there was one.
    fn pull(&self, way: Way, watch: &mut Watch) -> bool {
        let pull = [&["pull", "-q"], way.pull, &["origin", "main"]].concat();
        if self.git(&pull) {
            return false;
        }
        let torn = self.home.journal();
        let text = String::from_utf8_lossy(&torn);
        assert!(text.contains("<<<<<<<"), "no conflict but: {text}");
        self.mark(watch, "1-5");
        assert!(self.home.journal().starts_with(&torn));
        assert!(self.git(&["add", "-A"]));
        let on = ["rebase", "--continue"];
        let rebasing = way.pull.contains(&"--rebase");
        assert!(self.git(if rebasing {
            &on
        } else {
            &["commit", "-q", "-m", "both"]
        }));
        true
    }

    fn push(&self) {
        assert!(self.git(&["push", "-q", "origin", "HEAD:main"]));
    }
}

pub fn git(home: &Home, within: &Path, args: &[&str]) -> bool {
    let out = Command::new("git")
        .args(["-c", "user.name=learner", "-c", "user.email=l@example.org"])
        .args([
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(args)
        .current_dir(within)
        .env_clear()
        .env("HOME", home.path())
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_EDITOR", "true")
        .output()
        .unwrap();
    out.status.success()
}

/// What came of three rounds in which both mark ten slots and then meet.
struct Met {
    devices: [Device; 2],
    watch: Watch,
    conflicts: usize,
}

fn meet(way: Way) -> Met {
    let remote = Home::new();
    let bare = remote.path().join("bare");
    let at = bare.to_str().unwrap();
    assert!(git(&remote, remote.path(), &["init", "-q", "--bare", at]));
    let devices = [Device::clone_of(&bare, "a"), Device::clone_of(&bare, "b")];
    let [a, b] = &devices;
    let state = a.home.folder().parent().unwrap().to_owned();
    std::fs::write(state.join(".gitignore"), "lock\nbackups/\n").unwrap();
    if way.union {
        let union = "journal.jsonl merge=union\n";
        std::fs::write(state.join(".gitattributes"), union).unwrap();
    }
    let mut watch = Watch::on(&a.home);
    a.commit();
    a.push();
    assert!(b.git(&["pull", "-q", "origin", "main"]));
    let mut conflicts = 0;
    for _ in 0..3 {
        a.mark(&mut watch, "1-10");
        b.mark(&mut watch, "6-15");
        a.commit();
        b.commit();
        a.push();
        conflicts += usize::from(b.pull(way, &mut watch));
        b.push();
        conflicts += usize::from(a.pull(way, &mut watch));
    }
    Met {
        devices,
        watch,
        conflicts,
    }
}

#[test]
fn journal_in_git() {
    if !have(&["git"], false) {
        return;
    }
    let mut row = Row::new(rows::GIT);
    for way in WAYS {
        let mut met = meet(way);
        assert!(met.watch.confirmed.len() >= 60);
        assert_eq!(met.conflicts > 0, !way.union, "{}", way.name);
        for device in &met.devices {
            met.watch.bytes = device.home.journal();
            let lost = met.watch.lost(&device.home);
            let mut verdict = met.watch.clone().verdict(&device.home, way.name);
            verdict.lost += lost;
            row.add(verdict);
        }
    }
    let met = meet(OURS);
    let lost = met.watch.lost(&met.devices[1].home);
    row.finish(8, "missing when a merge takes one side of a conflict", lost);
}
