//! Where the files are.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

use crate::error::{Error, ErrorKind, Result};
use crate::text::{File, FileHint, Folder};

/// The folder for compiled plans, in the cache folder.
pub(super) const COMPILED_PLANS: &str = "plans";
/// The folder for day cards, in the cache folder.
pub(super) const DAY_CARDS: &str = "cards";

/// What follows the name of the folder with the journals, for one next to it that holds data.
const DATA: &str = "-data";

/// The environment variables that set folders, by name. An empty value counts as unset.
pub(crate) type Variables = BTreeMap<&'static str, OsString>;

/// The names of these variables. A relative folder is an error in those that begin with `PLAN_`: it
/// would be another one in every current folder. In the others it is ignored, as the XDG
/// specification says, on every platform.
pub(crate) const VARIABLES: [&str; 8] = [
    "PLAN_CONFIG_DIR",
    "PLAN_STATE_DIR",
    "PLAN_DATA_DIR",
    "PLAN_CACHE_DIR",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
];

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
    /// Holds what is worth keeping besides the journals: never the same folder as `state_dir`.
    pub(crate) data_dir: PathBuf,
    /// Holds files that can be deleted at any time.
    pub(crate) cache_dir: PathBuf,
    /// The origins of the four, in this order.
    pub(crate) origins: [Origin; 4],
}

impl Paths {
    /// Holds this device's own copies of the events that it recorded, one folder per plan.
    pub(crate) fn own_dir(&self) -> PathBuf {
        self.data_dir.join("own")
    }

    /// The folders; `config_state_dir` is the configuration's `state_dir`, which only
    /// `PLAN_STATE_DIR` overrides.
    ///
    /// # Errors
    /// `Usage` if a variable names a relative folder, or one for data inside that of the journals, which
    /// may be synced; `CannotCreate` if a folder is left to the
    /// platform and there is no home folder.
    pub(crate) fn resolve(variables: &Variables, config_state_dir: Option<&Path>) -> Result<Self> {
        let (config_dir, config) = locate(variables, Folder::Config, None)?;
        let (state_dir, state) = locate(variables, Folder::State, config_state_dir)?;
        let (mut data_dir, data) = locate(variables, Folder::Data, None)?;
        if data_dir.starts_with(&state_dir) {
            if data == Origin::Variable(Folder::Data.variable()) {
                let error = Error::usage(File::DataAmongJournals(data_dir));
                return Err(error.hint(FileHint::SetOther(Folder::Data)));
            }
            // Some platforms have one folder for state and data.
            let mut next_to_it = state_dir.clone().into_os_string();
            next_to_it.push(DATA);
            data_dir = next_to_it.into();
        }
        let (cache_dir, cache) = locate(variables, Folder::Cache, None)?;
        Ok(Self {
            config_dir,
            state_dir,
            data_dir,
            cache_dir,
            origins: [config, state, data, cache],
        })
    }
}

/// The folder of `config.yaml`, which has to be read before [`Paths::resolve`].
///
/// # Errors
/// As [`Paths::resolve`].
pub(crate) fn config_dir(variables: &Variables) -> Result<PathBuf> {
    Ok(locate(variables, Folder::Config, None)?.0)
}

/// Where a folder is, and what decided that; `configured` is what the configuration says.
fn locate(
    variables: &Variables,
    folder: Folder,
    configured: Option<&Path>,
) -> Result<(PathBuf, Origin)> {
    let (xdg, platform): (_, fn(&ProjectDirs) -> &Path) = match folder {
        Folder::Config => ("XDG_CONFIG_HOME", ProjectDirs::config_dir),
        Folder::State => ("XDG_STATE_HOME", |dirs| {
            dirs.state_dir().unwrap_or(dirs.data_local_dir())
        }),
        Folder::Data => ("XDG_DATA_HOME", ProjectDirs::data_local_dir),
        Folder::Cache => ("XDG_CACHE_HOME", ProjectDirs::cache_dir),
    };
    let given = |name| {
        let value = variables.get(name).filter(|value| !value.is_empty());
        value.map(PathBuf::from)
    };
    let own = folder.variable();
    if let Some(dir) = given(own) {
        Ok((absolute(own, &dir)?, Origin::Variable(own)))
    } else if let Some(dir) = configured {
        Ok((expand_home(dir), Origin::Config))
    } else if let Some(home) = given(xdg).filter(|home| home.is_absolute()) {
        Ok((home.join("plan"), Origin::Variable(xdg)))
    } else if let Some(dirs) = ProjectDirs::from("", "", "plan") {
        Ok((platform(&dirs).to_owned(), Origin::Platform))
    } else {
        let error = Error::new(ErrorKind::CannotCreate, File::NoHome(folder));
        Err(error.hint(FileHint::SetHome))
    }
}

/// The folder that the variable `name` sets: absolute, or below the home folder.
fn absolute(name: &'static str, dir: &Path) -> Result<PathBuf> {
    let expanded = expand_home(dir);
    if expanded.is_absolute() {
        return Ok(expanded);
    }
    let path = dir.to_owned();
    let error = Error::usage(File::RelativeFolder { name, path });
    Err(error.hint(FileHint::NameFolder))
}

/// Expands a leading `~/`.
pub(crate) fn expand_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), BaseDirs::new()) {
        (Ok(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state_of(plan: &str, config: Option<&str>, xdg: &str) -> PathBuf {
        let variables = Variables::from([
            ("PLAN_CONFIG_DIR", "/c".into()),
            ("PLAN_STATE_DIR", plan.into()),
            ("PLAN_DATA_DIR", "/d".into()),
            ("PLAN_CACHE_DIR", "/k".into()),
            ("XDG_STATE_HOME", xdg.into()),
        ]);
        let paths = Paths::resolve(&variables, config.map(Path::new)).unwrap();
        assert_eq!(paths.config_dir, Path::new("/c"));
        assert_eq!(paths.data_dir, Path::new("/d"));
        assert_eq!(paths.cache_dir, Path::new("/k"));
        paths.state_dir
    }

    #[test]
    fn the_state_folder_has_an_order_of_precedence() {
        assert_eq!(state_of("/own", Some("/conf"), "/xdg"), Path::new("/own"));
        assert_eq!(state_of("", Some("/conf"), "/xdg"), Path::new("/conf"));
        assert_eq!(state_of("", None, "/xdg"), Path::new("/xdg/plan"));
    }

    #[test]
    fn a_folder_of_a_variable_is_absolute_or_below_the_home_folder() {
        let home = BaseDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(state_of("~/marks", None, ""), home.join("marks"));
        assert_eq!(state_of("~", None, ""), home);
        for name in VARIABLES.iter().filter(|name| name.starts_with("PLAN_")) {
            for relative in ["marks", "./marks", "../marks", "~marks/a"] {
                let variables = Variables::from([(*name, relative.into())]);
                let error = Paths::resolve(&variables, None).unwrap_err();
                let message = format!("`{name}` is a relative folder: `{relative}`");
                assert_eq!(error.message, message);
                assert_eq!(error.hints, ["begin it with `/` or `~/`"]);
                assert_eq!(error.kind, ErrorKind::Usage);
            }
        }
    }

    #[test]
    fn data_never_share_a_folder_with_the_journals() {
        let data_of = |variable, state: &str| {
            let variables = Variables::from([
                ("PLAN_STATE_DIR", state.into()),
                (variable, "/data".into()),
                ("XDG_CONFIG_HOME", "/config".into()),
                ("XDG_CACHE_HOME", "/cache".into()),
            ]);
            Paths::resolve(&variables, None).map(|paths| paths.data_dir)
        };
        let data = |path: &str| Ok(PathBuf::from(path));
        assert_eq!(data_of("PLAN_DATA_DIR", "/state"), data("/data"));
        assert_eq!(data_of("XDG_DATA_HOME", "/state"), data("/data/plan"));
        assert_eq!(
            data_of("XDG_DATA_HOME", "/data/plan"),
            data("/data/plan-data")
        );
        for state in ["/data", "/"] {
            let error = data_of("PLAN_DATA_DIR", state).unwrap_err();
            let message = "the folder for data is inside the folder of journals: `/data`";
            assert_eq!(error.message, message);
            assert_eq!(error.hints, ["set `PLAN_DATA_DIR` to another folder"]);
        }
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
