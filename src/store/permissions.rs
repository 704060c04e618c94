//! Folders and files of ours as they are found: who may change them, and whether we can.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::{Access, access};

use super::file::{foreign_owner, own_uid, read_error, shown, write_error};
use super::paths::{CHECKPOINTS, COMPILED_PLANS, Paths};
use crate::error::{Error, ErrorKind, Finding};
use crate::escape::shell_word;

/// What there is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Whether anything is there.
    pub there: bool,
    /// Whether we may write there, or make it where it is not.
    pub writable: bool,
    /// Its permissions, as in `0o700`.
    pub mode: Option<u32>,
}

impl Place {
    /// Looks at `path`; where there is nothing, at the folder that it would be made in.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        let meta = path.metadata().ok();
        Self {
            there: meta.is_some(),
            writable: may_write(path).is_ok(),
            mode: meta.map(|meta| meta.mode() & 0o7777),
        }
    }
}

/// Whether we may write at `path`, or in the nearest folder above it that is there.
fn may_write(path: &Path) -> io::Result<()> {
    let rights = Access::WRITE_OK | Access::EXEC_OK;
    for above in path.ancestors() {
        let above = if above == Path::new("") {
            Path::new(".")
        } else {
            above
        };
        match above.metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
            Ok(meta) if meta.is_dir() => return Ok(access(above, rights)?),
            Ok(_) if above == path => return Ok(access(above, Access::WRITE_OK)?),
            Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

/// What is wrong with a folder of ours, `variable` being what could name another one.
fn folder(path: &Path, variable: &str) -> Option<Error> {
    let mut error = wrong(path, variable)?;
    for hint in &mut error.hints {
        // Errors of the system are told as for the folder of marks.
        *hint = hint.to_string().replace("PLAN_STATE_DIR", variable).into();
    }
    Some(error)
}

fn wrong(path: &Path, variable: &str) -> Option<Error> {
    let meta = match path.metadata() {
        Ok(meta) if !meta.is_dir() => {
            let message = format!("{} is no folder", shown(path));
            let hint = format!("move it away, or set `{variable}` to another folder");
            return Some(Error::new(ErrorKind::CannotCreate, message).hint(hint));
        }
        Ok(meta) => Some(meta),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Some(read_error(path, &error)),
    };
    let verb = if meta.is_some() { "write in" } else { "create" };
    meta.and_then(|meta| unsafe_folder(path, &meta, variable))
        .or_else(|| Some(write_error(verb, path, &may_write(path).err()?)))
}

/// Why a folder is not safe: another user could change what is in it.
pub(super) fn unsafe_folder(path: &Path, meta: &Metadata, variable: &str) -> Option<Error> {
    if meta.uid() != own_uid() {
        return Some(foreign_owner(path, meta.uid(), variable));
    }
    let message = format!("every user may write in {}", shown(path));
    (meta.mode() & 0o002 != 0).then(|| {
        Error::new(ErrorKind::CannotCreate, message)
            .hint(format!("run `chmod o-w {}`", shell_word(path)))
            .hint(format!("or set `{variable}` to a folder of your own"))
    })
}

/// What is told of a folder or file of marks that the group may write in.
pub(super) fn open_to_group(path: &Path, meta: &Metadata) -> Option<Finding> {
    let message = format!("the group may write in {}", shown(path));
    let word = shell_word(path);
    let hint = format!("`chmod g-w {word}` keeps the marks to yourself");
    (meta.mode() & 0o020 != 0).then(|| Finding::warns("place", message).hint(hint))
}

/// What is told of a file that every user may write in.
fn open_to_all(path: &Path, meta: &Metadata) -> Option<Finding> {
    let message = format!("every user may write in {}", shown(path));
    let hint = format!("run `chmod o-w {}`", shell_word(path));
    (meta.mode() & 0o002 != 0).then(|| Finding::warns("place", message).hint(hint))
}

/// What is told of a file of marks, one of ours, that others may write in.
pub(super) fn marks_file(path: &Path) -> Option<Finding> {
    let meta = path.symlink_metadata().ok().filter(Metadata::is_file)?;
    open_to_all(path, &meta).or_else(|| open_to_group(path, &meta))
}

/// What is wrong with a folder that only marks depend on.
pub(super) fn marks_folder(path: &Path) -> Vec<Finding> {
    let wrong = folder(path, "PLAN_STATE_DIR").map(|error| Finding::stops("place", error));
    let group = || open_to_group(path, &path.metadata().ok()?);
    wrong.or_else(group).into_iter().collect()
}

/// What is wrong with the folder or file `path`, without which marks can be made all the same.
pub(super) fn other(about: &'static str, path: &Path, variable: &str) -> Option<Finding> {
    let error = folder(path, variable)?;
    Some(Finding {
        stops: None,
        ..Finding::stops(about, error)
    })
}

/// What is wrong with the folders of configuration, marks and cache.
#[must_use]
pub fn findings(paths: &Paths) -> Vec<Finding> {
    let config = paths.config_dir.join("config.yaml");
    let mut found: Vec<Finding> = other("place", &paths.config_dir, "PLAN_CONFIG_DIR")
        .into_iter()
        .chain(config_file(&config))
        .collect();
    found.extend(marks_folder(&paths.state_dir));
    found.extend(cache(&paths.cache_dir));
    found
}

/// A configuration that others may change decides for them where marks go.
fn config_file(path: &Path) -> Option<Finding> {
    let meta = fs::metadata(path).ok().filter(Metadata::is_file)?;
    let found = if meta.uid() == own_uid() {
        open_to_all(path, &meta)
    } else {
        let error = foreign_owner(path, meta.uid(), "PLAN_CONFIG_DIR");
        Some(Finding {
            stops: None,
            ..Finding::stops("place", error)
        })
    };
    found.or_else(|| {
        let error = write_error("write", path, &may_write(path).err()?);
        Some(Finding {
            stops: None,
            ..Finding::stops("place", error)
        })
    })
}

/// What is wrong with the cache, which can be made anew at any time.
fn cache(dir: &Path) -> Option<Finding> {
    let look = |dir: &Path| other("cache", dir, "PLAN_CACHE_DIR");
    let mut below = [COMPILED_PLANS, CHECKPOINTS].into_iter();
    let found = look(dir).or_else(|| below.find_map(|name| look(&dir.join(name))))?;
    Some(found.hint("without a cache plans are read anew each time: slower, and nothing else"))
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_folder_is_told_apart_from_what_stands_in_its_way() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "").unwrap();
        let message = |path: &Path| folder(path, "PLAN_X").map(|error| error.message.to_string());
        assert_eq!(message(dir.path()), None);
        assert_eq!(message(&dir.path().join("a/b")), None);
        let shown = file.display();
        assert_eq!(message(&file), Some(format!("`{shown}` is no folder")));
        let below = folder(&file.join("a"), "PLAN_X").unwrap();
        let message = format!("cannot read `{shown}/a`: not a directory");
        assert_eq!(below.message, message);
        assert_eq!(
            below.hints,
            ["check the disk, or set `PLAN_X` to a folder on another one"]
        );
        fs::set_permissions(dir.path(), Permissions::from_mode(0o702)).unwrap();
        let shown = dir.path().display();
        let open = folder(dir.path(), "PLAN_X").unwrap();
        assert_eq!(open.message, format!("every user may write in `{shown}`"));
        assert_eq!(
            open.hints,
            [
                format!("run `chmod o-w {shown}`"),
                "or set `PLAN_X` to a folder of your own".to_owned()
            ]
        );
    }

    #[test]
    fn what_is_not_there_is_looked_for_above() {
        let dir = tempfile::tempdir().unwrap();
        fs::set_permissions(dir.path(), Permissions::from_mode(0o750)).unwrap();
        let here = Place::at(dir.path());
        assert_eq!((here.there, here.mode), (true, Some(0o750)));
        let below = Place::at(&dir.path().join("a/b"));
        assert_eq!((below.there, below.mode), (false, None));
        assert!(here.writable && below.writable);
        let group = open_to_group(dir.path(), &dir.path().metadata().unwrap());
        assert_eq!(group, None);
    }
}
