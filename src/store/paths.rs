//! Where the files are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::error::{Error, ErrorKind, Result};
use crate::text::{File, FileHint, Folder};

/// The folder for compiled plans, in the cache folder.
pub(super) const COMPILED_PLANS: &str = "plans";
/// The folder for day cards, in the cache folder.
pub(super) const DAY_CARDS: &str = "cards";

/// The environment variables that set folders. An empty value counts as unset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Variables {
    /// `PLAN_CONFIG_DIR`, used as it is, relative or not.
    pub(crate) config_dir: Option<OsString>,
    /// `PLAN_STATE_DIR`, used as it is, relative or not.
    pub(crate) state_dir: Option<OsString>,
    /// `PLAN_CACHE_DIR`, used as it is, relative or not.
    pub(crate) cache_dir: Option<OsString>,
    /// `XDG_STATE_HOME`, on every platform; ignored if relative, as the XDG specification says.
    pub(crate) xdg_state_home: Option<OsString>,
    /// `XDG_CONFIG_HOME`. `directories` applies it; here it only tells the origin.
    pub(crate) xdg_config_home: Option<OsString>,
    /// `XDG_CACHE_HOME`, likewise.
    pub(crate) xdg_cache_home: Option<OsString>,
}

/// What decided where a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// An environment variable.
    Variable(&'static str),
    /// The key `state_dir` of the configuration.
    Config,
    /// The conventions of the platform.
    Platform,
}

/// The folders of `plan`. None of them need exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paths {
    /// Holds `config.yaml`.
    pub(crate) config_dir: PathBuf,
    /// Holds one folder per plan, with its journal.
    pub(crate) state_dir: PathBuf,
    /// Holds files that can be deleted at any time.
    pub(crate) cache_dir: PathBuf,
    /// The origins of the three, in this order.
    pub(crate) origins: [Origin; 3],
}

impl Paths {
    /// The folders; `config_state_dir` is the configuration's `state_dir`, which only
    /// `PLAN_STATE_DIR` overrides.
    ///
    /// # Errors
    /// `CannotCreate` if a folder is left to the platform and there is no home folder.
    pub(crate) fn resolve(variables: &Variables, config_state_dir: Option<&Path>) -> Result<Self> {
        let (state_dir, state) = variables.state(config_state_dir)?;
        let [config, cache] = variables.origins();
        Ok(Self {
            config_dir: config_dir(variables)?,
            state_dir,
            cache_dir: given(variables.cache_dir.as_ref()).map_or_else(
                || platform(Folder::Cache, |dirs| dirs.cache_dir().to_owned()),
                Ok,
            )?,
            origins: [config, state, cache],
        })
    }
}

impl Variables {
    fn state(&self, config_state_dir: Option<&Path>) -> Result<(PathBuf, Origin)> {
        if let Some(dir) = given(self.state_dir.as_ref()) {
            Ok((dir, Origin::Variable("PLAN_STATE_DIR")))
        } else if let Some(dir) = config_state_dir {
            Ok((expand_home(dir), Origin::Config))
        } else if let Some(dir) = xdg(self.xdg_state_home.as_ref()) {
            Ok((dir, Origin::Variable("XDG_STATE_HOME")))
        } else {
            Ok((platform(Folder::State, state_dir)?, Origin::Platform))
        }
    }

    /// The origins of the folders of configuration and cache.
    fn origins(&self) -> [Origin; 2] {
        let of = |own, value: &Option<OsString>, xdg_name, xdg_home: &Option<OsString>| {
            if given(value.as_ref()).is_some() {
                Origin::Variable(own)
            } else if cfg!(target_os = "linux") && xdg(xdg_home.as_ref()).is_some() {
                Origin::Variable(xdg_name)
            } else {
                Origin::Platform
            }
        };
        [
            of(
                "PLAN_CONFIG_DIR",
                &self.config_dir,
                "XDG_CONFIG_HOME",
                &self.xdg_config_home,
            ),
            of(
                "PLAN_CACHE_DIR",
                &self.cache_dir,
                "XDG_CACHE_HOME",
                &self.xdg_cache_home,
            ),
        ]
    }
}

/// The folder of `config.yaml`, which has to be read before [`Paths::resolve`].
///
/// # Errors
/// `CannotCreate` if it is left to the platform and there is no home folder.
pub(crate) fn config_dir(variables: &Variables) -> Result<PathBuf> {
    given(variables.config_dir.as_ref()).map_or_else(
        || platform(Folder::Config, |dirs| dirs.config_dir().to_owned()),
        Ok,
    )
}

fn given(value: Option<&OsString>) -> Option<PathBuf> {
    value.filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Expands a leading `~/`.
fn expand_home(path: &Path) -> PathBuf {
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

fn state_dir(dirs: &ProjectDirs) -> PathBuf {
    // Some platforms have one folder for state and data.
    dirs.state_dir()
        .unwrap_or_else(|| dirs.data_local_dir())
        .to_owned()
}

fn platform(folder: Folder, path: impl FnOnce(&ProjectDirs) -> PathBuf) -> Result<PathBuf> {
    ProjectDirs::from("", "", "plan")
        .map(|dirs| path(&dirs))
        .ok_or_else(|| {
            Error::new(ErrorKind::CannotCreate, File::NoHome(folder)).hint(FileHint::SetHome)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state_of(plan: &str, config: Option<&str>, xdg: &str) -> PathBuf {
        let variables = Variables {
            config_dir: Some("c".into()),
            state_dir: Some(plan.into()),
            cache_dir: Some("k".into()),
            xdg_state_home: Some(xdg.into()),
            ..Variables::default()
        };
        let paths = Paths::resolve(&variables, config.map(Path::new)).unwrap();
        assert_eq!(paths.config_dir, Path::new("c"));
        assert_eq!(paths.cache_dir, Path::new("k"));
        paths.state_dir
    }

    #[test]
    fn the_state_folder_has_an_order_of_precedence() {
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
