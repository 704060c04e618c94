//! The configuration file: `config.yaml` in the configuration folder.

use std::path::{Path, PathBuf};

use super::file::{self, Content, failed, read_capped};
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Clock, Minutes};
use crate::source::{Location, Node, Value, read_yaml};
use crate::text::{self, Attempt, ConfigKey, File, Folder, Message};

/// What the learner has set, all of it optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Config {
    /// The plan to follow: the id of a shipped one, or a path.
    pub(crate) plan: Option<String>,
    /// When a study day begins, in minutes after midnight; below 720 (12:00).
    pub(crate) day_starts_at: Option<Minutes>,
    /// The folder with the journals.
    pub(crate) state_dir: Option<PathBuf>,
    /// Whether characters of ambiguous width take two columns on this terminal.
    pub(crate) wide: bool,
    /// The random id of this device.
    pub(crate) device: Option<String>,
}

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// The configuration file in the folder `dir`.
pub(crate) fn path(dir: &Path) -> PathBuf {
    dir.join("config.yaml")
}

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
    let text = match read_text(&path) {
        Ok(text) => text.unwrap_or_default(),
        Err(error) => return (Config::default(), vec![error]),
    };
    let (config, faults) = parse(&text);
    let error = |fault: Fault| {
        let message = fault.located(&path);
        Error::new(ErrorKind::InvalidPlan, message).hint(fault.hint)
    };
    (config, faults.into_iter().map(error).collect())
}

fn read_text(path: &Path) -> Result<Option<String>> {
    let message = match read_capped(path, MAX_BYTES) {
        Ok(Content::Missing) => return Ok(None),
        Ok(Content::Whole(bytes)) => {
            return Ok(Some(String::from_utf8_lossy(&bytes).into_owned()));
        }
        Ok(Content::TooLarge(bytes)) => File::TooLarge {
            path: path.to_owned(),
            bytes,
            max: MAX_BYTES,
        },
        Ok(Content::NotAFile(found)) => File::NotPlain {
            path: path.to_owned(),
            found,
        },
        Err(error) => return Err(failed(Attempt::Read, path, &error, Folder::Config)),
    };
    Err(Error::new(ErrorKind::Io, message).hint(text::Config::MoveAway))
}

/// Something in the text of a configuration file that is not valid.
#[derive(Debug, Clone, PartialEq)]
struct Fault {
    at: Location,
    message: Message,
    hint: Message,
}

impl Fault {
    fn new(at: Location, message: impl Into<Message>, hint: impl Into<Message>) -> Self {
        Self {
            at,
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// The message with the position in the file `path`.
    fn located(&self, path: &Path) -> Message {
        let message = text::Config::At {
            path: path.to_owned(),
            line: self.at.line,
            column: self.at.column,
            fault: Box::new(self.message.clone()),
        };
        message.into()
    }
}

/// Reads the valid settings of a configuration file's text, and returns every fault.
fn parse(text: &str) -> (Config, Vec<Fault>) {
    let mut config = Config::default();
    if text.trim().is_empty() {
        return (config, Vec::new());
    }
    let root = match read_yaml(text) {
        Ok(root) => root,
        Err(fault) => {
            let fault = Fault::new(fault.at, fault.message, fault.help);
            return (config, vec![fault]);
        }
    };
    let pairs = match root.value {
        Value::Map(pairs) => pairs,
        Value::Null => return (config, Vec::new()),
        _ => {
            let fault = Fault::new(root.at, text::Config::NotPairs, text::Config::PairForm);
            return (config, vec![fault]);
        }
    };
    let mut faults = Vec::new();
    for (index, (key, value)) in pairs.iter().enumerate() {
        let name = key.scalar().unwrap_or_default();
        let is_duplicate = pairs[..index]
            .iter()
            .any(|(k, _)| k.scalar() == key.scalar());
        let set = if is_duplicate {
            let message = text::Config::DuplicateKey(name.to_owned());
            Err(Fault::new(key.at, message, text::Config::RemoveOne))
        } else {
            config.set(key, value)
        };
        faults.extend(set.err());
    }
    (config, faults)
}

impl Config {
    fn set(&mut self, key: &Node, value: &Node) -> std::result::Result<(), Fault> {
        let name = key.scalar().unwrap_or_default();
        let Some(known) = ConfigKey::ALL.into_iter().find(|key| key.name() == name) else {
            let message = text::Config::UnknownKey(name.to_owned());
            return Err(Fault::new(key.at, message, text::Config::KnownKeys));
        };
        let text = value.scalar().unwrap_or_default();
        self.set_known(known, text).ok_or_else(|| {
            let message = text::Config::InvalidValue {
                key: known,
                value: text.to_owned(),
            };
            Fault::new(value.at, message, text::Config::Accepts(known))
        })
    }

    /// Sets `key`; `None` if it does not accept `text`.
    fn set_known(&mut self, key: ConfigKey, text: &str) -> Option<()> {
        match key {
            ConfigKey::Plan => {
                self.plan = Some(Some(text).filter(|text| !text.is_empty())?.to_owned());
            }
            ConfigKey::DayStartsAt => {
                let minutes = Clock::parse(text)?.minutes();
                self.day_starts_at = Some(Minutes(Some(minutes).filter(|m| *m < 12 * 60)?));
            }
            ConfigKey::StateDir => {
                let fits = text.starts_with('/') || text.starts_with("~/");
                self.state_dir = Some(fits.then(|| PathBuf::from(text))?);
            }
            ConfigKey::AmbiguousWidth => {
                self.wide = matches!(text, "1" | "2").then_some(text == "2")?;
            }
            ConfigKey::Device => self.device = Some(is_device(text).then(|| text.to_owned())?),
        }
        Some(())
    }
}

fn is_device(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Sets the top-level `key` in the configuration in `dir`; every other line stays as it is.
///
/// # Errors
/// As [`read`] and [`file::replace`]. A file that was missing and has been created meanwhile is
/// left unchanged.
pub(crate) fn set(dir: &Path, key: ConfigKey, value: &str) -> Result<()> {
    let path = path(dir);
    let old = read_text(&path)?;
    // A JSON string is a double-quoted YAML string.
    let line = format!("{}: {}", key.name(), serde_json::Value::from(value));
    let new = with_line(old.as_deref().unwrap_or_default(), key, &line);
    if let Some(fault) = parse(&new).1.into_iter().next() {
        let fault = Box::new(fault.located(&path));
        let message = text::Config::CannotSet { key, fault };
        return Err(
            Error::new(ErrorKind::InvalidPlan, message).hint(text::Config::AddLine { line })
        );
    }
    if old.is_none() {
        return file::create(&path, new.as_bytes(), Folder::Config);
    }
    file::replace(&path, new.as_bytes(), Folder::Config)
}

/// The text with `line` in the place of the lines that set `key`, or at the end.
fn with_line(text: &str, key: ConfigKey, line: &str) -> String {
    let sets_key = |old: &str| {
        old.strip_prefix(key.name())
            .is_some_and(|rest| rest.starts_with(':'))
    };
    let mut out = String::with_capacity(text.len() + line.len() + 2);
    let mut found = false;
    for old in text.split_inclusive('\n') {
        if sets_key(old) {
            found = true;
            out = out + line + "\n";
        } else {
            out += old;
        }
    }
    if !found {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        out = out + line + "\n";
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The faults as `doctor` shows them, and their hints.
    fn faults_of(text: &str) -> Vec<(String, String)> {
        let (_, faults) = parse(text);
        let shown = |fault: &Fault| (fault.located(Path::new("c")), fault.hint.clone());
        let shown = faults.iter().map(shown);
        shown
            .map(|(at, hint)| (at.to_string(), hint.to_string()))
            .collect()
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
        let (config, faults) = parse(&set);
        assert_eq!(faults, []);
        assert_eq!(config.plan.as_deref(), Some("a \"b\""));
        assert_eq!(config.day_starts_at, Some(Minutes(300)));
        assert_eq!(config.device.as_deref(), Some("x1"));
    }

    #[test]
    fn any_text_can_be_set_and_read_back() {
        let dir = tempfile::tempdir().unwrap();
        for value in ["a \"b\"", "#: 'x'", "多模态.yaml"] {
            set(dir.path(), ConfigKey::Plan, value).unwrap();
            assert_eq!(read(dir.path()).unwrap().plan.as_deref(), Some(value));
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
                "\nplna: x\n",
                "c:2:1: unknown key `plna`",
                "known keys: plan, day_starts_at, state_dir, ambiguous_width, device",
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
            plan: Some("p".to_owned()),
            device: Some("d1".to_owned()),
            ..Config::default()
        };
        assert_eq!(parse(text).0, expected);
    }
}
