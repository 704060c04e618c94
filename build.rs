//! Sets `PLAN_BUILD`, which identifies this build in its cache files, and links the unwinder
//! statically.
//!
//! It is a hash of everything that the format of a cache can depend on: sources, shipped plans,
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
    link_unwinder();
    Ok(())
}

/// Links `libgcc_eh.a`, if `cc` has one, instead of `libgcc_s.so`, which would be searched, mapped
/// and relocated at every start although only a panic needs it.
fn link_unwinder() {
    let target = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    let is_native = env::var_os("TARGET") == env::var_os("HOST");
    if !is_native || target("OS") != "linux" || target("ENV") != "gnu" {
        return;
    }
    let asked = Command::new("cc")
        .arg("-print-file-name=libgcc_eh.a")
        .output();
    let path = asked.map(|asked| String::from_utf8_lossy(&asked.stdout).trim().to_owned());
    // Without such a library, `cc` prints the name it was given.
    let path = path.as_deref().unwrap_or_default();
    let folder = Path::new(path).parent();
    if let Some(folder) = folder.filter(|folder| folder.is_absolute()) {
        // The folder depends on the version of the compiler.
        println!("cargo:rerun-if-changed={path}");
        println!("cargo:rustc-link-search=native={}", folder.display());
        println!("cargo:rustc-link-lib=static:+whole-archive=gcc_eh");
    }
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
