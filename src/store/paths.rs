//! Where the files lie.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::error::{Error, ErrorKind, Result};
use crate::text::{File, FileHint, Folder};

/// The folder for compiled plans, below the cache folder.
pub(super) const COMPILED_PLANS: &str = "plans";
/// The folder for day cards, below the cache folder.
pub(super) const DAY_CARDS: &str = "cards";

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
    /// `XDG_CONFIG_HOME`, which the platform's own rules know: only to name who decided.
    pub xdg_config_home: Option<OsString>,
    /// `XDG_CACHE_HOME`, likewise.
    pub xdg_cache_home: Option<OsString>,
}

/// Who decided where a folder lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// A variable of the environment.
    Variable(&'static str),
    /// The configuration's `state_dir`.
    Config,
    /// Nobody: it is where the platform keeps such things.
    Platform,
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
    /// Who decided on the three, in this order.
    pub decided: [Decided; 3],
}

impl Paths {
    /// Settles all three; `config_state_dir` is the config's `state_dir`, which yields to
    /// `PLAN_STATE_DIR` alone.
    ///
    /// # Errors
    /// `CannotCreate` where a folder is left to the platform and there is no home folder.
    pub fn resolve(wishes: &Wishes, config_state_dir: Option<&Path>) -> Result<Self> {
        let asked = given(wishes.state_dir.as_ref())
            .map(|dir| (dir, Decided::Variable("PLAN_STATE_DIR")))
            .or_else(|| Some((at_home(config_state_dir?), Decided::Config)))
            .or_else(|| {
                let dir = xdg(wishes.xdg_state_home.as_ref())?;
                Some((dir, Decided::Variable("XDG_STATE_HOME")))
            });
        let (state_dir, state) = asked.map_or_else(
            || Ok((platform(Folder::State, state)?, Decided::Platform)),
            Ok,
        )?;
        let [config, cache] = wishes.decided();
        Ok(Self {
            config_dir: config_dir(wishes)?,
            state_dir,
            cache_dir: given(wishes.cache_dir.as_ref()).map_or_else(
                || platform(Folder::Cache, |dirs| dirs.cache_dir().to_owned()),
                Ok,
            )?,
            decided: [config, state, cache],
        })
    }
}

impl Wishes {
    /// Who decides on the folders of configuration and cache.
    fn decided(&self) -> [Decided; 2] {
        let of = |own, asked: &Option<OsString>, name, xdg_home: &Option<OsString>| {
            if given(asked.as_ref()).is_some() {
                Decided::Variable(own)
            } else if cfg!(target_os = "linux") && xdg(xdg_home.as_ref()).is_some() {
                Decided::Variable(name)
            } else {
                Decided::Platform
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

/// The folder of `config.yaml`, which is needed before that file can be read.
///
/// # Errors
/// `CannotCreate` where it is left to the platform and there is no home folder.
pub fn config_dir(wishes: &Wishes) -> Result<PathBuf> {
    given(wishes.config_dir.as_ref()).map_or_else(
        || platform(Folder::Config, |dirs| dirs.config_dir().to_owned()),
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

fn platform(of: Folder, folder: impl FnOnce(&ProjectDirs) -> PathBuf) -> Result<PathBuf> {
    ProjectDirs::from("", "", "plan")
        .map(|dirs| folder(&dirs))
        .ok_or_else(|| {
            Error::new(ErrorKind::CannotCreate, File::NoHome(of)).hint(FileHint::SetHome)
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
            ..Wishes::default()
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
