//! Sets `PLAN_BUILD`, which identifies this build in its cache files.
//!
//! `PLAN_BUILD` is a hash of everything that the format of a cache can depend on: sources, shipped plans,
//! `Cargo.toml`, `Cargo.lock`, compiler and target.

#![expect(clippy::disallowed_methods, reason = "this runs at build time")]

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for root in ["src", "plans", "Cargo.lock", "Cargo.toml"] {
        println!("cargo:rerun-if-changed={root}");
        for file in files(Path::new(root))? {
            file.hash(&mut hasher);
            fs::read(&file)?.hash(&mut hasher);
        }
    }
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    Command::new(rustc)
        .arg("-vV")
        .output()?
        .stdout
        .hash(&mut hasher);
    env::var_os("TARGET").hash(&mut hasher);
    println!("cargo:rustc-env=PLAN_BUILD={:016x}", hasher.finish());
    Ok(())
}

/// The files at `path` and below it, in a fixed order.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut entries: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    // Editors keep temporary files with such names.
    let is_hidden = |entry: &PathBuf| {
        let name = entry.file_name().map(|name| name.to_string_lossy());
        name.is_some_and(|name| name.starts_with('.'))
    };
    entries.retain(|entry| !is_hidden(entry));
    entries.sort();
    let nested: io::Result<Vec<_>> = entries.iter().map(|entry| files(entry)).collect();
    Ok(nested?.concat())
}
