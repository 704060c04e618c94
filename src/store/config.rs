//! The configuration file: `config.yaml` in the config folder.

use std::path::{Path, PathBuf};

use super::file::{self, Content, read_capped};
use crate::error::{Error, ErrorKind, Result};
use crate::escape;
use crate::model::{Clock, Minutes};
use crate::source::{Node, Value, read_yaml};

/// What the learner has set, all of it optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// The plan to follow: the id of a shipped one, or a path.
    pub plan: Option<String>,
    /// When a study day begins, in minutes after midnight; below 720 (12:00).
    pub day_starts_at: Option<Minutes>,
    /// Where journals lie.
    pub state_dir: Option<PathBuf>,
    /// Whether characters of ambiguous width take two columns on this terminal.
    pub wide: bool,
    /// This device's own random id.
    pub device: Option<String>,
}

/// The largest configuration that is read, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// Every key with what it takes.
const KEYS: [(&str, &str); 5] = [
    ("plan", "the id of a shipped plan, or a path"),
    ("day_starts_at", "a time from 00:00 to 11:59, as in 04:00"),
    ("state_dir", "a folder, from / or ~/ on"),
    ("ambiguous_width", "1 or 2"),
    ("device", "a name of 1 to 64 letters, digits and `-`"),
];

/// The configuration file of the folder `dir`.
#[must_use]
pub fn path(dir: &Path) -> PathBuf {
    dir.join("config.yaml")
}

/// Reads the configuration of the folder `dir`; a missing file is an empty one.
///
/// # Errors
/// `Io` where it cannot be read, `InvalidPlan` where it makes no sense.
pub fn read(dir: &Path) -> Result<Config> {
    let (config, faults) = salvage(dir);
    faults.into_iter().next().map_or(Ok(config), Err)
}

/// Reads what makes sense of the configuration of the folder `dir`, and gives every fault of it.
#[must_use]
pub fn salvage(dir: &Path) -> (Config, Vec<Error>) {
    let path = path(dir);
    let text = match read_text(&path) {
        Ok(text) => text.unwrap_or_default(),
        Err(error) => return (Config::default(), vec![error]),
    };
    let (config, faults) = parse(&text);
    let shown = path.display().to_string();
    let shown = escape::terminal(&shown);
    let placed = |error: Error| Error {
        message: format!("{shown}:{}", error.message).into(),
        ..error
    };
    (config, faults.into_iter().map(placed).collect())
}

fn read_text(path: &Path) -> Result<Option<String>> {
    match read_capped(path, MAX_BYTES) {
        Ok(Content::Missing) => Ok(None),
        Ok(Content::Whole(bytes)) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Ok(Content::TooLarge(bytes)) => Err(unreadable(path, &format!("it has {bytes} bytes"))),
        Ok(Content::NotAFile(what)) => Err(unreadable(path, &format!("it is {what}"))),
        Err(error) => Err(unreadable(path, &error.to_string())),
    }
}

fn unreadable(path: &Path, why: &str) -> Error {
    let shown = path.display().to_string();
    let message = format!("cannot read {}: {why}", escape::terminal(&shown));
    Error::new(ErrorKind::Io, message).hint("make it a readable file, or move it away")
}

/// Reads the text of a configuration file, passing over what makes no sense; the message of a
/// fault begins with line and column.
fn parse(text: &str) -> (Config, Vec<Error>) {
    let mut config = Config::default();
    if text.trim().is_empty() {
        return (config, Vec::new());
    }
    let root = match read_yaml(text) {
        Ok(root) => root,
        Err(fault) => {
            return (
                config,
                vec![bad(
                    fault.at,
                    &fault.message.to_string(),
                    &fault.help.to_string(),
                )],
            );
        }
    };
    let pairs = match root.value {
        Value::Map(pairs) => pairs,
        Value::Null => return (config, Vec::new()),
        _ => {
            let help = "as in `day_starts_at: 04:00`";
            let fault = bad(root.at, "expected `key: value` lines", help);
            return (config, vec![fault]);
        }
    };
    let mut faults = Vec::new();
    for (index, (key, value)) in pairs.iter().enumerate() {
        let name = key.scalar();
        let fault = if pairs[..index].iter().any(|(k, _)| k.scalar() == name) {
            let name = name.unwrap_or_default();
            let message = format!("`{name}` stands here a second time");
            Some(bad(key.at, &message, "remove one"))
        } else {
            config.set(key, value).err()
        };
        faults.extend(fault);
    }
    (config, faults)
}

impl Config {
    fn set(&mut self, key: &Node, value: &Node) -> Result<()> {
        let name = key.scalar().unwrap_or_default();
        let Some((_, takes)) = KEYS.iter().find(|(known, _)| *known == name) else {
            let known = KEYS.map(|(name, _)| name).join(", ");
            return Err(bad(
                key.at,
                &format!("unknown key `{name}`"),
                &format!("known: {known}"),
            ));
        };
        let text = value.scalar().unwrap_or_default();
        self.take(name, text).ok_or_else(|| {
            bad(
                value.at,
                &format!("`{name}` takes {takes}"),
                &format!("found `{text}`"),
            )
        })
    }

    /// Sets the key `name`; `None` where it does not take `text`.
    fn take(&mut self, name: &str, text: &str) -> Option<()> {
        match name {
            "plan" => self.plan = Some(Some(text).filter(|text| !text.is_empty())?.to_owned()),
            "day_starts_at" => {
                let minutes = Clock::parse(text)?.minutes();
                self.day_starts_at = Some(Minutes(Some(minutes).filter(|m| *m < 12 * 60)?));
            }
            "state_dir" => {
                let fits = text.starts_with('/') || text.starts_with("~/");
                self.state_dir = Some(fits.then(|| PathBuf::from(text))?);
            }
            "ambiguous_width" => {
                self.wide = matches!(text, "1" | "2").then_some(text == "2")?;
            }
            _ => self.device = Some(is_device(text).then(|| text.to_owned())?),
        }
        Some(())
    }
}

fn is_device(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn bad(at: crate::source::Location, message: &str, hint: &str) -> Error {
    let message = format!("{}:{}: {message}", at.line, at.column);
    Error::new(ErrorKind::InvalidPlan, message).hint(hint)
}

/// Sets the top-level `key` of the configuration of `dir`, leaving every other line as it is.
///
/// # Errors
/// As [`read`], and what [`file::replace`] gives. A file that was not there and now is stays
/// as it is.
pub fn set(dir: &Path, key: &str, value: &str) -> Result<()> {
    let path = path(dir);
    let old = read_text(&path)?;
    let new = with_line(old.as_deref().unwrap_or_default(), key, value);
    if let Some(error) = parse(&new).1.into_iter().next() {
        let shown = path.display().to_string();
        let shown = escape::terminal(&shown);
        let message = format!("cannot set `{key}` in {shown}:{}", error.message);
        return Err(Error::new(ErrorKind::InvalidPlan, message).hint(format!(
            "write it yourself, each key on a line of its own: {key}: {value}"
        )));
    }
    if old.is_none() {
        return file::create(&path, new.as_bytes());
    }
    file::replace(&path, new.as_bytes())
}

fn with_line(text: &str, key: &str, value: &str) -> String {
    // JSON's string is YAML's double-quoted one.
    let quoted = serde_json::Value::from(value).to_string();
    let line = format!("{key}: {quoted}\n");
    let is_key = |old: &str| {
        old.strip_prefix(key)
            .is_some_and(|rest| rest.starts_with(':'))
    };
    let mut out = String::with_capacity(text.len() + line.len());
    let mut found = false;
    for old in text.split_inclusive('\n') {
        out.push_str(if is_key(old) { &line } else { old });
        found |= is_key(old);
    }
    if !found {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(&line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn setting_a_key_leaves_the_rest_alone() {
        let text = "# mine\nplan: old # here\nday_starts_at: 05:00";
        let set = with_line(&with_line(text, "plan", "a \"b\""), "device", "x1");
        assert_eq!(
            set,
            "# mine\nplan: \"a \\\"b\\\"\"\nday_starts_at: 05:00\ndevice: \"x1\"\n"
        );
        let (config, faults) = parse(&set);
        assert_eq!(faults, []);
        assert_eq!(config.plan.as_deref(), Some("a \"b\""));
        assert_eq!(config.day_starts_at, Some(Minutes(300)));
        assert_eq!(config.device.as_deref(), Some("x1"));
    }

    #[test]
    fn what_makes_no_sense_is_told_with_its_place() {
        for (text, message) in [
            (
                "day_starts_at: 13:00\n",
                "1:16: `day_starts_at` takes a time from 00:00 to 11:59, as in 04:00",
            ),
            ("\nplna: x\n", "2:1: unknown key `plna`"),
            (
                "device: a b\n",
                "1:9: `device` takes a name of 1 to 64 letters, digits and `-`",
            ),
            ("- a\n", "1:1: expected `key: value` lines"),
        ] {
            let (_, faults) = parse(text);
            let told: Vec<String> = faults
                .iter()
                .map(|fault| fault.message.to_string())
                .collect();
            assert_eq!(told, [message]);
        }
    }

    #[test]
    fn what_makes_sense_is_taken_beside_what_does_not() {
        let text = "plna: x\nstate_dir: here\nplan: p\nday_starts_at: 13:00\nplan: q\ndevice: d1\n";
        let (config, faults) = parse(text);
        let told: Vec<String> = faults
            .iter()
            .map(|fault| fault.message.to_string())
            .collect();
        assert_eq!(
            told,
            [
                "1:1: unknown key `plna`",
                "2:12: `state_dir` takes a folder, from / or ~/ on",
                "4:16: `day_starts_at` takes a time from 00:00 to 11:59, as in 04:00",
                "5:1: `plan` stands here a second time",
            ]
        );
        let expected = Config {
            plan: Some("p".to_owned()),
            device: Some("d1".to_owned()),
            ..Config::default()
        };
        assert_eq!(config, expected);
    }
}
