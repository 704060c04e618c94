//! Checks that the time zone can be read. If it cannot, chrono silently uses the system's zone or
//! UTC, and marks would fall on the wrong day.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::text::{Config, Message};

/// Where chrono looks for time zones.
const FOLDERS: [&str; 4] = [
    "/usr/share/zoneinfo",
    "/share/zoneinfo",
    "/etc/zoneinfo",
    "/usr/share/lib/zoneinfo",
];

/// The largest file that is read as a time zone. Those of the system take a few thousand bytes.
const MAX_BYTES: u64 = 64 << 10;

/// A warning if `tz`, the value of `TZ`, is not a time zone that can be read, or if it is not set
/// and the system has none.
pub(crate) fn zone_warning(tz: Option<&OsStr>) -> Option<Message> {
    let Some(tz) = tz else {
        return (!system_has_zone()).then(|| Config::NoZone.into());
    };
    let is_known = tz.to_str().is_some_and(is_zone);
    (!is_known).then(|| Config::UnknownZone(tz.to_string_lossy().into_owned()).into())
}

fn is_zone(tz: &str) -> bool {
    match tz.strip_prefix(':') {
        Some(name) => is_named(name),
        // By convention, an empty TZ means UTC.
        None => tz.is_empty() || is_named(tz) || is_posix(tz).is_some(),
    }
}

/// Whether chrono can be left to read `tz`, the value of `TZ`: it reads any file that this names to
/// its end, and that of a device or a pipe may never come.
pub(crate) fn is_harmless(tz: Option<&OsStr>) -> bool {
    let name = tz.and_then(OsStr::to_str).unwrap_or_default();
    let name = name.strip_prefix(':').unwrap_or(name);
    candidates(name).all(|path| {
        let metadata = fs::metadata(path);
        metadata.is_ok_and(|found| found.is_dir() || found.is_file() && found.len() <= MAX_BYTES)
    })
}

/// The name of the time zone that `tz`, the value of `TZ`, names; `None` if it is a path or a rule.
pub(crate) fn name(tz: &OsStr) -> Option<String> {
    let name = tz.to_str()?;
    let name = name.strip_prefix(':').unwrap_or(name);
    let is_plain = !name.starts_with('/') && !name.contains("..") && name != "localtime";
    (is_plain && is_named(name)).then(|| name.to_owned())
}

/// The files that chrono would read for a name and that there are.
fn candidates(name: &str) -> impl Iterator<Item = PathBuf> {
    let folders = FOLDERS.iter().filter(move |_| !name.is_empty());
    // `join` with an absolute path returns that path.
    let paths = folders.map(move |folder| PathBuf::from(folder).join(name));
    paths.filter(|path| path.exists())
}

/// UTC needs no file, because it is what chrono falls back to.
fn is_named(name: &str) -> bool {
    if name == "localtime" {
        return is_zone_file(Path::new("/etc/localtime"));
    }
    let is_utc = matches!(name, "UTC" | "Etc/UTC" | "GMT");
    is_utc || candidates(name).any(|path| is_zone_file(&path))
}

fn is_zone_file(path: &Path) -> bool {
    let mut magic = [0; 4];
    let is_small = |found: fs::Metadata| found.is_file() && found.len() <= MAX_BYTES;
    fs::metadata(path).is_ok_and(is_small)
        && File::open(path).is_ok_and(|mut file| file.read_exact(&mut magic).is_ok())
        && magic == *b"TZif"
}

fn system_has_zone() -> bool {
    is_zone_file(Path::new("/etc/localtime"))
        || fs::read_to_string("/etc/timezone").is_ok_and(|name| is_named(name.trim()))
}

/// Whether chrono accepts `tz` as a POSIX time zone, such as `CST-8` or
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
fn is_posix(tz: &str) -> Option<()> {
    let rest = offset(abbreviation(tz.trim())?)?;
    if rest.is_empty() {
        return Some(());
    }
    let rest = abbreviation(rest)?;
    let rest = if rest.starts_with(',') {
        rest
    } else {
        offset(rest)?
    };
    let (start, end) = rest.strip_prefix(',')?.split_once(',')?;
    (is_rule(start) && is_rule(end)).then_some(())
}

/// The text after a name of 3 to 7 characters.
fn abbreviation(text: &str) -> Option<&str> {
    let (name, rest) = match text.strip_prefix('<') {
        Some(quoted) => quoted.split_once('>')?,
        None => text.split_at(text.find(|c: char| !c.is_ascii_alphabetic())?),
    };
    (3..=7).contains(&name.len()).then_some(rest)
}

/// The text after `[+-]hh[:mm[:ss]]`.
fn offset(text: &str) -> Option<&str> {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':');
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    let limits = [23, 59, 59];
    let parts: Vec<u8> = digits
        .split(':')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let fits = parts.len() <= 3 && parts.iter().zip(limits).all(|(part, limit)| *part <= limit);
    fits.then_some(rest)
}

fn is_rule(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == 'M' || c == 'J')
        && text[1..]
            .chars()
            .all(|c| c.is_ascii_digit() || "./:".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warns(tz: &str) -> bool {
        zone_warning(Some(OsStr::new(tz))).is_some()
    }

    #[test]
    fn posix_strings_need_no_file() {
        for good in [
            "",
            "UTC",
            "CST-8",
            "<+08>-8",
            "EST5EDT,M3.2.0,M11.1.0",
            "CET-1CEST,M3.5.0,M10.5.0/3",
        ] {
            assert!(!warns(good), "{good}");
        }
        for bad in [
            "Asia/Shangai",
            "CST",
            "CST-8:99",
            "EST5EDT6",
            ":CST-8",
            "Asia",
            "/etc/passwd",
            "上海",
            "<>",
        ] {
            assert!(warns(bad), "{bad}");
        }
    }

    #[test]
    fn a_path_to_a_zone_is_fine_with_and_without_a_colon() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("zone");
        fs::write(&file, b"TZif2...").unwrap();
        let path = file.to_str().unwrap();
        assert!(!warns(path));
        assert!(!warns(&format!(":{path}")));
        assert!(warns(&format!("{path}x")));
        assert!(warns(dir.path().to_str().unwrap()));
    }

    #[test]
    fn a_device_or_a_large_file_is_not_left_to_chrono() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("zone");
        fs::write(&file, b"TZif2...").unwrap();
        let large = dir.path().join("large");
        fs::write(&large, [b"TZif".as_slice(), &vec![0; 64 << 10]].concat()).unwrap();
        let path = |path: &Path| path.to_str().unwrap().to_owned();
        let colon = format!(":{}", path(&file));
        for good in ["", "UTC", "CST-8", "Asia", "Nowhere", &path(&file), &colon] {
            assert!(is_harmless(Some(OsStr::new(good))), "{good}");
        }
        let up = "../../../dev/zero";
        for bad in ["/dev/zero", ":/dev/zero", up, &path(&large)] {
            assert!(!is_harmless(Some(OsStr::new(bad))), "{bad}");
            assert!(warns(bad), "{bad}");
        }
    }

    #[test]
    fn the_warning_names_the_zone() {
        let warning = zone_warning(Some(OsStr::new("Nowhere"))).unwrap();
        assert_eq!(
            warning,
            Message::from(Config::UnknownZone("Nowhere".to_owned()))
        );
    }
}
