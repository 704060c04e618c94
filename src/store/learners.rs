//! A folder with the state folders of several learners.

use std::path::{Path, PathBuf};

use super::file::{names, read_error};
use crate::error::Result;

/// The folders in `folder`, by the names of the learners.
///
/// # Errors
/// `Io` if the folder cannot be listed.
pub(crate) fn learners(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut names = names(folder).map_err(|error| read_error(folder, &error))?;
    names.sort_unstable();
    let learners = names.into_iter().map(|name| {
        let path = folder.join(&name);
        (name.to_string_lossy().into_owned(), path)
    });
    Ok(learners.filter(|(_, path)| path.is_dir()).collect())
}
