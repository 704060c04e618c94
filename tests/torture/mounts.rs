//! File systems of our own: made for a case, and gone with it.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::home::{Home, have};
use crate::row::Row;
use crate::rows;
use crate::watch::{TAKEN_OUT, Watch, taken_out};

/// What mounting takes.
pub const TOOLS: [&str; 2] = ["mount", "umount"];

/// A mounted file system.
pub struct Mount {
    dir: TempDir,
}

impl Mount {
    /// One in memory that holds `size` bytes, as in `16k`.
    #[track_caller]
    pub fn memory(size: &str) -> Self {
        Self::new(&[
            "-t",
            "tmpfs",
            "-o",
            &format!("mode=700,size={size}"),
            "tmpfs",
        ])
    }

    /// The file system in an image. It writes nothing back by itself for five minutes.
    #[track_caller]
    pub fn image(image: &Path) -> Self {
        let image = image.to_str().unwrap();
        Self::new(&["-o", "loop,commit=300", image])
    }

    #[track_caller]
    fn new(args: &[&str]) -> Self {
        let dir = tempfile::Builder::new().prefix("plan-").tempdir().unwrap();
        let mut args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        args.push(dir.path().display().to_string());
        call("mount", &args);
        Self { dir }
    }

    /// Remounts it with other options, as in `ro` or `size=32k`.
    #[track_caller]
    pub fn again(&self, options: &str) {
        let at = self.dir.path().display().to_string();
        call(
            "mount",
            &["-o".to_owned(), format!("remount,{options}"), at],
        );
    }

    /// A folder in it for journals.
    pub fn state(&self) -> PathBuf {
        self.dir.path().join("state")
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily, so that a case that fails leaves none behind.
        let _ = Command::new("umount")
            .arg("-l")
            .arg(self.dir.path())
            .status();
    }
}

/// Calls a tool that must not fail.
#[track_caller]
pub fn call(tool: &str, args: &[String]) {
    let output = Command::new(tool).args(args).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool} {args:?}: {said}");
}

#[test]
#[ignore = "mounts, so it needs root"]
fn read_only_mount() {
    if !have(&TOOLS, true) {
        return;
    }
    let mut row = Row::new(rows::READ_ONLY);
    for begun in [false, true] {
        let mount = Mount::memory("1m");
        let home = Home::new().keeping_in(&mount.state());
        let mut watch = if begun { home.mark() } else { Watch::on(&home) };
        mount.again("ro");
        for args in [["done", "1"], ["skip", "2"]] {
            let ran = home.plan(&args);
            assert_eq!(ran.code, Some(73), "{ran:?}");
            assert!(ran.stderr.contains("read-only"), "{ran:?}");
            row.tried(1);
        }
        assert_eq!(watch.lost(&home), 0, "it can still be read");
        mount.again("rw");
        row.take(watch.verdict(&home, "read-only, then not"));
    }
    row.finish(4, TAKEN_OUT, taken_out());
}
