//! The configuration file: `config.yaml` in the configuration folder.

use std::path::{Path, PathBuf};

use super::file::{self, Content, failed, read_capped};
use super::lock;
use super::paths::{Paths, expand_home};
use super::plan_file::PlanSource;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Clock, Hours, Minutes};
use crate::source::{Location, Node, Value, no_byte_text, read_yaml, replaced};
use crate::text::{self, Attempt, ConfigKey, File, Folder, Language, Message};

/// What the learner has set, all of it optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Config {
    /// The plan to follow: the id of a shipped one, or a path from the folder of the configuration.
    pub(crate) plan: Option<PlanSource>,
    /// The plans that are followed with it: ids, or paths from the folder of the configuration.
    pub(crate) follow: Vec<PlanSource>,
    /// When a study day begins, in minutes after midnight; below 720 (12:00).
    pub(crate) day_starts_at: Option<Minutes>,
    /// The folder with the journals.
    pub(crate) state_dir: Option<PathBuf>,
    /// The hours of the learner's own week, where a plan has none of its own.
    pub(crate) hours: Option<Hours>,
    /// Calendar files with times that are taken.
    pub(crate) busy: Vec<BusyFile>,
    /// Files that are rewritten after each step.
    pub(crate) publish: Publish,
    /// The language of the screens.
    pub(crate) language: Option<Language>,
    /// Whether characters of ambiguous width take two columns on this terminal.
    pub(crate) wide: bool,
    /// The random id of this device.
    pub(crate) device: Option<String>,
}

/// Files that are rewritten after each step, from the folder of the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Publish {
    /// The page of the plan.
    pub(crate) page: Option<PathBuf>,
    /// Its calendar.
    pub(crate) ics: Option<PathBuf>,
    /// Its note with check boxes.
    pub(crate) note: Option<PathBuf>,
}

/// A calendar file with times that are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BusyFile {
    /// As it is written in the configuration.
    written: String,
    /// Where it is, from the folder of the configuration.
    pub(crate) path: PathBuf,
}

/// The lock of the configuration, in the folder for data: many keep the one of the configuration
/// under version control.
const LOCK: &str = "config.lock";

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// The configuration file in the folder `dir`.
pub(crate) fn path(dir: &Path) -> PathBuf {
    dir.join("config.yaml")
}

#[cfg(test)]
/// Reads the configuration in the folder `dir`; a missing file is an empty one.
///
/// # Errors
/// `Io` if it cannot be read, `InvalidPlan` if it is not valid.
pub(crate) fn read(dir: &Path) -> Result<Config> {
    let (config, faults) = salvage(dir);
    faults.into_iter().next().map_or(Ok(config), Err)
}

/// Reads the valid settings of the configuration in the folder `dir`, and returns every fault.
pub(crate) fn salvage(dir: &Path) -> (Config, Vec<Error>) {
    let path = path(dir);
    match read_text(&path) {
        Ok(text) => parse(&path, &text.unwrap_or_default()),
        Err(error) => (Config::default(), vec![error]),
    }
}

fn read_text(path: &Path) -> Result<Option<String>> {
    let content = read_capped(path, MAX_BYTES)
        .map_err(|error| failed(Attempt::Read, path, &error, Folder::Config))?;
    let (path, max) = (path.to_owned(), MAX_BYTES);
    let message = match content {
        Content::Missing => return Ok(None),
        Content::Whole(bytes) => match no_byte_text(&bytes) {
            None => return Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Some(wrong) => return Err(invalid(&path, (wrong.at, wrong.message, wrong.help))),
        },
        Content::TooLarge(bytes) => File::TooLarge { path, bytes, max },
        Content::NotAFile(found) => File::NotPlain { path, found },
    };
    Err(Error::new(ErrorKind::Io, message).hint(text::Config::MoveAway))
}

/// A fault in the text of a configuration file: where, what, and a hint.
type Fault = (Location, Message, Message);

/// Reads the valid settings of `text`, which is or will be in the file `path`, and returns every
/// fault.
fn parse(path: &Path, text: &str) -> (Config, Vec<Error>) {
    let mut config = Config::default();
    let faults = match pairs(text) {
        Ok(pairs) => config.set_all(&pairs, path.parent().unwrap_or(path)),
        Err(fault) => vec![fault],
    };
    let errors = faults.into_iter().map(|fault| invalid(path, fault));
    (config, errors.collect())
}

/// The error for a fault of the file `path`.
fn invalid(path: &Path, (at, message, hint): Fault) -> Error {
    let message = text::Config::At {
        path: path.to_owned(),
        line: at.line,
        column: at.column,
        fault: Box::new(message),
    };
    Error::new(ErrorKind::InvalidPlan, message).hint(hint)
}

/// The keys and values of `text`.
fn pairs(text: &str) -> std::result::Result<Vec<(Node, Node)>, Fault> {
    // The YAML parser would call this a fault.
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let root = read_yaml(text).map_err(|fault| (fault.at, fault.message, fault.help))?;
    match root.value {
        Value::Map(pairs) => Ok(pairs),
        Value::Null => Ok(Vec::new()),
        _ => {
            let hint = text::Config::PairForm.into();
            Err((root.at, text::Config::NotPairs.into(), hint))
        }
    }
}

impl Config {
    /// Sets what is valid, and returns the faults of the rest. Of a repeated key, the first counts.
    fn set_all(&mut self, pairs: &[(Node, Node)], dir: &Path) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (index, (key, value)) in pairs.iter().enumerate() {
            let (name, text) = (key.scalar(), value.scalar().unwrap_or_default());
            let is_repeated = pairs[..index].iter().any(|(key, _)| key.scalar() == name);
            let name = name.unwrap_or_default();
            let known = ConfigKey::ALL.into_iter().find(|key| key.name() == name);
            let (at, message, hint) = match known {
                _ if is_repeated => {
                    let message = text::Config::DuplicateKey(name.to_owned());
                    (key.at, message, text::Config::RemoveOne)
                }
                None => {
                    let message = text::Config::UnknownKey(name.to_owned());
                    (key.at, message, text::Config::KnownKeys)
                }
                Some(key) if self.set_node(key, value, dir).is_some() => continue,
                Some(key) => {
                    let meant = replaced(text);
                    let is_valid = |text: &str| self.clone().set(key, text, dir).is_some();
                    let meant = meant.filter(|meant| is_valid(&meant.written));
                    let hint = meant.map_or(text::Config::Accepts(key), text::Config::Written);
                    let value_text = text.to_owned();
                    let message = text::Config::InvalidValue {
                        key,
                        value: value_text,
                    };
                    (value.at, message, hint)
                }
            };
            faults.push((at, message.into(), hint.into()));
        }
        faults
    }

    /// Sets `key` to a value of the form that it takes.
    fn set_node(&mut self, key: ConfigKey, value: &Node, dir: &Path) -> Option<()> {
        match key {
            ConfigKey::Publish => self.publish = Publish::of(value, dir)?,
            _ if key.is_list() => self.set_list(key, value, dir)?,
            _ => self.set(key, value.scalar().unwrap_or_default(), dir)?,
        }
        Some(())
    }

    /// Sets `key` of the configuration in the folder `dir`; `None` if it does not accept `value`.
    fn set(&mut self, key: ConfigKey, value: &str, dir: &Path) -> Option<()> {
        let text = |is_valid: bool| is_valid.then(|| value.to_owned());
        match key {
            ConfigKey::Plan => {
                let name = text(!value.is_empty())?;
                self.plan = Some(PlanSource::chosen(&name, dir));
            }
            ConfigKey::DayStartsAt => {
                let minutes = Clock::parse(value)?.minutes();
                self.day_starts_at = Some((minutes < 12 * 60).then_some(Minutes(minutes))?);
            }
            ConfigKey::StateDir => {
                let is_absolute = value.starts_with('/') || value.starts_with("~/");
                self.state_dir = Some(text(is_absolute)?.into());
            }
            ConfigKey::Hours => self.hours = Some(Hours::parse(value).ok()?),
            ConfigKey::Busy => {
                let path = dir.join(expand_home(Path::new(&text(!value.is_empty())?)));
                let written = value.to_owned();
                self.busy.push(BusyFile { written, path });
            }
            ConfigKey::Follow => {
                let name = text(!value.is_empty())?;
                self.follow.push(PlanSource::chosen(&name, dir));
            }
            // It takes no single value.
            ConfigKey::Publish => return None,
            ConfigKey::Language => self.language = Some(Language::of(value)?),
            ConfigKey::AmbiguousWidth => {
                self.wide = matches!(value, "1" | "2").then_some(value == "2")?;
            }
            ConfigKey::Device => self.device = Some(text(is_device(value))?),
        }
        Some(())
    }

    /// Sets a key that takes one value, or a list of them.
    fn set_list(&mut self, key: ConfigKey, value: &Node, dir: &Path) -> Option<()> {
        let values = match &value.value {
            Value::List(values) => values.as_slice(),
            _ => std::slice::from_ref(value),
        };
        let mut read = Self::default();
        for value in values {
            read.set(key, value.scalar()?, dir)?;
        }
        self.busy.append(&mut read.busy);
        self.follow.append(&mut read.follow);
        Some(())
    }
}

impl Publish {
    /// The files of a map.
    fn of(value: &Node, dir: &Path) -> Option<Self> {
        let Value::Map(pairs) = &value.value else {
            return None;
        };
        let mut publish = Self::default();
        for (name, path) in pairs {
            let file = match name.scalar()? {
                "page" => &mut publish.page,
                "ics" => &mut publish.ics,
                "note" => &mut publish.note,
                _ => return None,
            };
            let path = path.scalar().filter(|path| !path.is_empty())?;
            let path = dir.join(expand_home(Path::new(path)));
            file.replace(path).is_none().then_some(())?;
        }
        Some(publish)
    }
}

fn is_device(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Sets the top-level `key` in the configuration; every other line stays as it is, also those that
/// another run sets at the same time.
///
/// # Errors
/// Those of reading it, and as [`file::replace`] and [`lock::exclusive`].
pub(crate) fn set(paths: &Paths, key: ConfigKey, value: &str) -> Result<()> {
    locked(paths, || change(&paths.config_dir, key, value))
}

/// Adds calendar files with times that are taken to those of the configuration.
///
/// # Errors
/// As [`set`].
pub(crate) fn add_busy(paths: &Paths, files: &[PathBuf]) -> Result<()> {
    locked(paths, || {
        let mut busy = salvage(&paths.config_dir).0.busy;
        for path in files {
            if !busy.iter().any(|file| file.path == *path) {
                let written = path.to_string_lossy().into_owned();
                let path = path.clone();
                busy.push(BusyFile { written, path });
            }
        }
        let written: Vec<String> = busy.into_iter().map(|file| file.written).collect();
        change_to(&paths.config_dir, ConfigKey::Busy, &written.into())
    })
}

/// Changes the configuration under its lock.
fn locked(paths: &Paths, change: impl FnOnce() -> Result<()>) -> Result<()> {
    let data = &paths.data_dir;
    file::create_private(data)
        .map_err(|error| failed(Attempt::Create, data, &error, Folder::Data))?;
    let _lock = lock::exclusive(&data.join(LOCK), lock::PATIENCE, Folder::Data)?;
    let set = change();
    let file = path(&paths.config_dir).canonicalize();
    if let Some(folder) = file.as_deref().ok().and_then(Path::parent) {
        file::sweep(folder);
    }
    set
}

/// The same without a lock.
pub(crate) fn change(dir: &Path, key: ConfigKey, value: &str) -> Result<()> {
    change_to(dir, key, &value.into())
}

fn change_to(dir: &Path, key: ConfigKey, value: &serde_json::Value) -> Result<()> {
    let path = path(dir);
    let old = read_text(&path)?;
    // A JSON string is a double-quoted YAML string, and a list of them a YAML list.
    let line = format!("{}: {value}", key.name());
    let new = with_line(old.as_deref().unwrap_or_default(), key, &line);
    if let Some(fault) = parse(&path, &new).1.into_iter().next() {
        let fault = Box::new(fault.message);
        let message = text::Config::CannotSet { key, fault };
        let error = Error::new(ErrorKind::InvalidPlan, message);
        return Err(error.hint(text::Config::AddLine { line }));
    }
    match old {
        None => file::create(&path, new.as_bytes(), Folder::Config),
        Some(_) => file::replace(&path, new.as_bytes(), Folder::Config),
    }
}

/// The text with `line` in the place of the lines that set `key`, or at the end. A value can go on
/// below its key, as indented lines or as a list.
fn with_line(text: &str, key: ConfigKey, line: &str) -> String {
    let sets_key = |old: &str| {
        let rest = old.strip_prefix(key.name());
        rest.is_some_and(|rest| rest.starts_with(':'))
    };
    let mut lines: Vec<&str> = Vec::new();
    let mut is_value = false;
    for old in text.split_terminator('\n') {
        is_value &= old.starts_with([' ', '\t', '-']);
        if sets_key(old) {
            is_value = true;
            lines.push(line);
        } else if !is_value {
            lines.push(old);
        }
    }
    if !lines.contains(&line) {
        lines.push(line);
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The faults as `doctor` shows them, and their hints.
    fn faults_of(text: &str) -> Vec<(String, String)> {
        let (_, faults) = parse(Path::new("c"), text);
        let shown = |fault: Error| (fault.message.to_string(), fault.hints[0].to_string());
        faults.into_iter().map(shown).collect()
    }

    #[test]
    fn setting_a_key_changes_no_other_line() {
        let text = "# mine\nplan: old # here\nday_starts_at: 05:00";
        let set = with_line(text, ConfigKey::Plan, r#"plan: "a \"b\"""#);
        let set = with_line(&set, ConfigKey::Device, "device: x1");
        assert_eq!(
            set,
            "# mine\nplan: \"a \\\"b\\\"\"\nday_starts_at: 05:00\ndevice: x1\n"
        );
        let (config, faults) = parse(Path::new("c"), &set);
        assert_eq!(faults, []);
        assert_eq!(config.plan, Some(PlanSource::File("a \"b\"".into())));
        assert_eq!(config.day_starts_at, Some(Minutes(300)));
        assert_eq!(config.device.as_deref(), Some("x1"));
    }

    #[test]
    fn any_text_can_be_set_and_read_back() {
        let dir = tempfile::tempdir().unwrap();
        for value in ["a \"b\"", "#: 'x'", "多模态.yaml"] {
            change(dir.path(), ConfigKey::Plan, value).unwrap();
            let plan = PlanSource::File(dir.path().join(value));
            assert_eq!(read(dir.path()).unwrap().plan, Some(plan));
        }
    }

    #[test]
    fn a_fault_is_reported_with_its_position_and_a_hint() {
        for (text, message, hint) in [
            (
                "day_starts_at: 13:00\n",
                "c:1:16: invalid value `13:00` for `day_starts_at`",
                "expected a time from 00:00 to 11:59, such as 04:00",
            ),
            (
                "day_starts_at: 05：00\n",
                "c:1:16: invalid value `05：00` for `day_starts_at`",
                "write `05:00`, without the full-width colon (U+FF1A)",
            ),
            (
                "\nplna: x\n",
                "c:2:1: unknown key `plna`",
                "known keys: plan, follow, day_starts_at, state_dir, hours, busy, publish, language, ambiguous_width, device",
            ),
            (
                "device: a b\n",
                "c:1:9: invalid value `a b` for `device`",
                "expected 1 to 64 letters, digits and `-`",
            ),
            (
                "- a\n",
                "c:1:1: expected `key: value` lines",
                "for example `day_starts_at: 04:00`",
            ),
        ] {
            assert_eq!(faults_of(text), [(message.to_owned(), hint.to_owned())]);
        }
    }

    #[test]
    fn busy_files_are_one_or_a_list() {
        let paths = |text: &str| -> Vec<PathBuf> {
            let (config, faults) = parse(Path::new("/c/config.yaml"), text);
            assert_eq!(faults, [], "{text}");
            config.busy.into_iter().map(|file| file.path).collect()
        };
        let both = ["/c/a.ics".into(), "/b.ics".into()] as [PathBuf; 2];
        assert_eq!(paths("busy: a.ics\n"), both[..1]);
        assert_eq!(paths("busy: [a.ics, /b.ics]\n"), both);
        assert_eq!(paths("busy:\n  - a.ics\n  - /b.ics\n"), both);
        assert_eq!(paths("busy: []\n"), both[..0]);
        // All of it is replaced, wherever it goes on.
        let text = "busy:\n  - a.ics\n- /b.ics\n# mine\nplan: p\n";
        let line = "busy: [c.ics]";
        let replaced = with_line(text, ConfigKey::Busy, line);
        assert_eq!(replaced, "busy: [c.ics]\n# mine\nplan: p\n");
        for bad in ["busy:\n", "busy: [[a]]\n", "busy: {a: b}\n", "busy: ['']\n"] {
            let hint = "expected calendar files, such as [work.ics, ~/family.ics]";
            assert_eq!(faults_of(bad)[0].1, hint, "{bad}");
        }
    }

    #[test]
    fn utf_16_is_called_utf_16() {
        let dir = tempfile::tempdir().unwrap();
        let path = path(dir.path());
        let text = "\u{FEFF}day_starts_at: 05:00\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        std::fs::write(&path, wide).unwrap();
        let error = read(dir.path()).expect_err("is not UTF-8");
        let message = format!("{}:1:1: the file is UTF-16, not UTF-8", path.display());
        assert_eq!(error.message.to_string(), message);
        let hint =
            "save it as UTF-8, or convert it: `iconv -f UTF-16 -t UTF-8 old.yaml > new.yaml`";
        assert_eq!(error.hints[0].to_string(), hint);
        // Control: a comment in another encoding does no harm.
        std::fs::write(&path, b"# \xB6\xE0\nday_starts_at: 05:00\n").unwrap();
        let config = read(dir.path()).expect("is read all the same");
        assert_eq!(config.day_starts_at, Some(Minutes(300)));
    }

    #[test]
    fn valid_settings_count_despite_faults() {
        let text = "plna: x\nstate_dir: here\nplan: p\nday_starts_at: 13:00\nplan: q\ndevice: d1\n";
        let messages: Vec<String> = faults_of(text).into_iter().map(|fault| fault.0).collect();
        assert_eq!(
            messages,
            [
                "c:1:1: unknown key `plna`",
                "c:2:12: invalid value `here` for `state_dir`",
                "c:4:16: invalid value `13:00` for `day_starts_at`",
                "c:5:1: duplicate key `plan`",
            ]
        );
        let expected = Config {
            plan: Some(PlanSource::File("p".into())),
            device: Some("d1".to_owned()),
            ..Config::default()
        };
        assert_eq!(parse(Path::new("c"), text).0, expected);
    }
}
