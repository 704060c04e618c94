//! Messages about the configuration file and the time zone.

use crate::text::{Config, ConfigKey};

/// The message in English.
pub(super) fn text(message: &Config) -> String {
    match message {
        Config::At {
            path,
            line,
            column,
            fault,
        } => format!("{}:{line}:{column}: {fault}", path.display()),
        Config::CannotSet { key, fault } => format!("cannot set `{}` in {fault}", key.name()),
        Config::NotPairs => "expected `key: value` lines".to_owned(),
        Config::UnknownKey(key) => format!("unknown key `{key}`"),
        Config::DuplicateKey(key) => format!("duplicate key `{key}`"),
        Config::InvalidValue { key, value } => {
            format!("invalid value `{value}` for `{}`", key.name())
        }
        Config::NoZone => {
            "no time zone is set, so dates follow UTC: set `TZ`, for example `TZ=Asia/Shanghai`"
                .to_owned()
        }
        Config::UnknownZone(name) => format!(
            "unknown time zone `{name}` in `TZ`, so dates follow the system's zone or UTC: set \
             `TZ` to a name such as `Asia/Shanghai`, and check that tzdata is installed"
        ),
        Config::MoveAway => "make it a readable file, or move it away".to_owned(),
        Config::PairForm => "for example `day_starts_at: 04:00`".to_owned(),
        Config::KnownKeys => {
            let names = ConfigKey::ALL.map(ConfigKey::name);
            format!("known keys: {}", names.join(", "))
        }
        Config::RemoveOne => "remove one of the two".to_owned(),
        Config::Accepts(key) => format!("expected {}", accepted(*key)),
        Config::AddLine { line } => format!("write each key on its own line, and add `{line}`"),
    }
}

fn accepted(key: ConfigKey) -> &'static str {
    match key {
        ConfigKey::Plan => "the id of a shipped plan, or a path",
        ConfigKey::DayStartsAt => "a time from 00:00 to 11:59, such as 04:00",
        ConfigKey::StateDir => "a folder that begins with / or ~/",
        ConfigKey::AmbiguousWidth => "1 or 2",
        ConfigKey::Device => "1 to 64 letters, digits and `-`",
    }
}
