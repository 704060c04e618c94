//! Where the files lie.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::error::{Error, ErrorKind, Result};

/// What the environment says about places. An empty value counts as unset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// `PLAN_CONFIG_DIR`, taken as given, relative or not.
    pub config_dir: Option<OsString>,
    /// `PLAN_STATE_DIR`, taken as given, relative or not.
    pub state_dir: Option<OsString>,
    /// `PLAN_CACHE_DIR`, taken as given, relative or not.
    pub cache_dir: Option<OsString>,
    /// `XDG_STATE_HOME`, on every platform; ignored where it is relative, as the XDG rules say.
    pub xdg_state_home: Option<OsString>,
}

/// The folders that `plan` keeps its files in. None of them need exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Holds `config.yaml`.
    pub config_dir: PathBuf,
    /// Holds a folder a plan, with the plan's journal in it.
    pub state_dir: PathBuf,
    /// Holds what can be made anew at any time.
    pub cache_dir: PathBuf,
}

impl Paths {
    /// Settles all three; `config_state_dir` is the config's `state_dir`, which yields to
    /// `PLAN_STATE_DIR` alone.
    ///
    /// # Errors
    /// `CannotCreate` where a folder is left to the platform and there is no home folder.
    pub fn resolve(wishes: &Wishes, config_state_dir: Option<&Path>) -> Result<Self> {
        let asked = given(wishes.state_dir.as_ref())
            .or_else(|| config_state_dir.map(at_home))
            .or_else(|| xdg(wishes.xdg_state_home.as_ref()));
        Ok(Self {
            config_dir: config_dir(wishes)?,
            state_dir: asked.map_or_else(|| platform("PLAN_STATE_DIR", state), Ok)?,
            cache_dir: given(wishes.cache_dir.as_ref()).map_or_else(
                || platform("PLAN_CACHE_DIR", |dirs| dirs.cache_dir().to_owned()),
                Ok,
            )?,
        })
    }
}

/// The folder of `config.yaml`, which is needed before that file can be read.
///
/// # Errors
/// `CannotCreate` where it is left to the platform and there is no home folder.
pub fn config_dir(wishes: &Wishes) -> Result<PathBuf> {
    given(wishes.config_dir.as_ref()).map_or_else(
        || platform("PLAN_CONFIG_DIR", |dirs| dirs.config_dir().to_owned()),
        Ok,
    )
}

fn given(value: Option<&OsString>) -> Option<PathBuf> {
    value.filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// A path that begins with `~/` lies in the home folder.
fn at_home(path: &Path) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

fn xdg(value: Option<&OsString>) -> Option<PathBuf> {
    let home = given(value).filter(|home| home.is_absolute())?;
    Some(home.join("plan"))
}

/// Some platforms tell no state from data.
fn state(dirs: &ProjectDirs) -> PathBuf {
    dirs.state_dir()
        .unwrap_or_else(|| dirs.data_local_dir())
        .to_owned()
}

fn platform(variable: &str, folder: impl FnOnce(&ProjectDirs) -> PathBuf) -> Result<PathBuf> {
    ProjectDirs::from("", "", "plan")
        .map(|dirs| folder(&dirs))
        .ok_or_else(|| {
            Error::new(
                ErrorKind::CannotCreate,
                format!("there is no home folder, and `{variable}` is not set"),
            )
            .hint("set `HOME`, or all of `PLAN_CONFIG_DIR`, `PLAN_STATE_DIR` and `PLAN_CACHE_DIR`")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state_of(plan: &str, config: Option<&str>, xdg: &str) -> PathBuf {
        let wishes = Wishes {
            config_dir: Some("c".into()),
            state_dir: Some(plan.into()),
            cache_dir: Some("k".into()),
            xdg_state_home: Some(xdg.into()),
        };
        let paths = Paths::resolve(&wishes, config.map(Path::new)).unwrap();
        assert_eq!(paths.config_dir, Path::new("c"));
        assert_eq!(paths.cache_dir, Path::new("k"));
        paths.state_dir
    }

    #[test]
    fn the_state_folder_is_asked_of_each_in_turn() {
        assert_eq!(state_of("rel", Some("/conf"), "/xdg"), Path::new("rel"));
        assert_eq!(state_of("", Some("/conf"), "/xdg"), Path::new("/conf"));
        assert_eq!(state_of("", None, "/xdg"), Path::new("/xdg/plan"));
    }

    #[test]
    fn a_relative_xdg_folder_is_ignored() {
        for ignored in ["xdg", ""] {
            let folder = state_of("", None, ignored);
            assert!(folder.is_absolute(), "{}", folder.display());
            assert!(folder.ends_with("plan"), "{}", folder.display());
        }
    }
}
