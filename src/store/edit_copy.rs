//! The working copy of `plan edit`.

use std::path::{Path, PathBuf};

use super::file::{self, Content, read_capped};
use super::plan_file::{self, PlanSource};
use crate::error::Result;
use crate::source::MAX_BYTES;
use crate::text::Folder;

/// A copy of a plan, next to the file that it may replace.
#[derive(Debug)]
pub(crate) struct EditCopy {
    /// Where the copy is.
    pub(crate) path: PathBuf,
    /// The file that it may replace.
    pub(crate) target: PathBuf,
    /// What the plan was when it was copied.
    original: Vec<u8>,
    /// Whether there is a file to replace: a shipped plan has none.
    replaces: bool,
}

impl EditCopy {
    /// Copies a plan. That of a shipped one is in the folder `home`, and so is the file it may become.
    ///
    /// # Errors
    /// As [`plan_file::read`]; `CannotCreate` or `Io` if the copy cannot be written.
    pub(crate) fn of(source: &PlanSource, home: &Path) -> Result<Self> {
        let (target, original, replaces) = match source {
            PlanSource::File(path) => (path.clone(), plan_file::bytes(path)?, true),
            PlanSource::Shipped(shipped) => {
                let target = free_name(home, shipped.id, "");
                (target, shipped.text.as_bytes().to_vec(), false)
            }
        };
        let stem = target.file_stem().unwrap_or_default().to_string_lossy();
        let path = free_name(&file::folder(&target), &stem, ".edit");
        file::create(&path, &original, Folder::Config)?;
        Ok(Self {
            path,
            target,
            original,
            replaces,
        })
    }

    /// The copy as a plan.
    pub(crate) fn source(&self) -> PlanSource {
        PlanSource::File(self.path.clone())
    }

    /// Whether it becomes a new file.
    pub(crate) fn is_of_shipped(&self) -> bool {
        !self.replaces
    }

    /// Writes another text to the copy.
    ///
    /// # Errors
    /// As [`file::replace`].
    pub(crate) fn write(&self, text: &str) -> Result<()> {
        file::replace(&self.path, text.as_bytes(), Folder::Config)
    }

    /// Whether it is the plan that was copied.
    ///
    /// # Errors
    /// As [`plan_file::read`].
    pub(crate) fn is_unchanged(&self) -> Result<bool> {
        Ok(plan_file::bytes(&self.path)? == self.original)
    }

    /// Puts the copy in the place of the file; `false`, and nothing is done, if that is another one by
    /// now.
    ///
    /// # Errors
    /// As [`file::replace`].
    pub(crate) fn replace(self) -> Result<std::result::Result<(), Self>> {
        let new = plan_file::bytes(&self.path)?;
        if self.replaces {
            match read_capped(&self.target, MAX_BYTES) {
                Ok(Content::Whole(now)) if now == self.original => {}
                _ => return Ok(Err(self)),
            }
            file::replace(&self.target, &new, Folder::Config)?;
        } else {
            file::create(&self.target, &new, Folder::Config)?;
        }
        self.discard();
        Ok(Ok(()))
    }

    /// Deletes the copy, of which nothing is needed any more.
    pub(crate) fn discard(&self) {
        // What cannot be deleted does no harm.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// The first of `name.yaml`, `name-2.yaml` and so on that is free, with `suffix` after the name.
fn free_name(folder: &Path, name: &str, suffix: &str) -> PathBuf {
    let path = |number: u32| match number {
        1 => folder.join(format!("{name}{suffix}.yaml")),
        _ => folder.join(format!("{name}{suffix}-{number}.yaml")),
    };
    let mut paths = (1..).map(path);
    let free = paths.find(|path| path.symlink_metadata().is_err());
    free.unwrap_or_else(|| path(1))
}
