//! What is written for other programs: calendars, to a file or to a folder with a file for each event
//! (vdir), pages for a browser, and manual pages.

use std::collections::HashSet;
use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::file::{self, Content, create_private, draft, failed, names, read_capped, read_error};
use crate::error::{Error, ErrorKind, Result};
use crate::ics::{PRODUCT, WrittenCalendar, write, write_one};
use crate::model::PlanId;
use crate::text::{Attempt, Export, ExportHint};

/// The largest file that is taken for an event, in bytes.
const MAX_EVENT: u64 = 1 << 20;

/// The largest file that is taken for a calendar or a page, in bytes.
const MAX_FILE: u64 = 64 << 20;

/// The line of a page that says who wrote it.
pub(crate) const PAGE_MARK: &str = r#"<meta name="generator" content="plan">"#;

/// What became of a folder of events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FolderChanges {
    pub(crate) written: usize,
    pub(crate) unchanged: usize,
    pub(crate) removed: usize,
    /// Files that have the name of an event and are something else.
    pub(crate) others: Vec<PathBuf>,
}

/// Writes a calendar to `path`. Only a calendar that `plan` wrote is replaced, as a whole.
///
/// # Errors
/// `CannotCreate` if there is something else, or if it cannot be written; `Io` if writing failed.
pub(crate) fn write_calendar(path: &Path, calendar: &WrittenCalendar) -> Result<()> {
    let is_own = |bytes: &[u8]| has_line(bytes, &product());
    let other = Export::NotACalendar(path.to_owned());
    write_over(path, &write(calendar), is_own, other)
}

/// Writes a page to `path`. Only a page that `plan` wrote is replaced, as a whole.
///
/// # Errors
/// As [`write_calendar`].
pub(crate) fn write_page(path: &Path, text: &str) -> Result<()> {
    let is_own = |bytes: &[u8]| has_line(bytes, PAGE_MARK);
    write_over(path, text, is_own, Export::NotAPage(path.to_owned()))
}

/// The line of a skill that says who wrote it.
const SKILL_MARK: &str = "<!-- Written by `plan skill`, which replaces this file. -->";

/// Writes a skill to `path`. Only one that `plan` wrote is replaced.
///
/// # Errors
/// As [`write_calendar`].
pub(crate) fn write_skill(path: &Path, text: &str) -> Result<()> {
    let is_own = |bytes: &[u8]| has_line(bytes, SKILL_MARK);
    write_over(path, text, is_own, Export::NotASkill(path.to_owned()))
}

/// The text of a note; `None` if there is no file, or an empty one.
///
/// # Errors
/// `CannotCreate` if it is no text; `Io` if it cannot be read.
pub(crate) fn read_note(path: &Path) -> Result<Option<String>> {
    let bytes = match read_capped(path, MAX_FILE).map_err(|error| read_error(path, &error))? {
        Content::Missing => return Ok(None),
        Content::Whole(bytes) => String::from_utf8(bytes).ok(),
        Content::NotAFile(_) | Content::TooLarge(_) => None,
    };
    let other = || Error::new(ErrorKind::CannotCreate, Export::NotANote(path.to_owned()));
    let text = bytes.ok_or_else(|| other().hint(ExportHint::OtherName))?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// Writes a note to `path`, whatever is there.
///
/// # Errors
/// `CannotCreate` if it cannot be created; `Io` if writing failed.
pub(crate) fn write_note(path: &Path, text: &str) -> Result<()> {
    file::replace(path, text.as_bytes(), None)
}

/// Writes `text` to `path`, unless there is something that is neither empty nor `is_own`: that is the
/// error `other`.
fn write_over(
    path: &Path,
    text: &str,
    is_own: impl Fn(&[u8]) -> bool,
    other: Export,
) -> Result<()> {
    let content = read_capped(path, MAX_FILE).map_err(|error| read_error(path, &error))?;
    let is_own = match &content {
        Content::Missing => true,
        Content::Whole(bytes) => bytes.is_empty() || is_own(bytes),
        Content::NotAFile(_) | Content::TooLarge(_) => false,
    };
    if !is_own {
        let error = Error::new(ErrorKind::CannotCreate, other);
        return Err(error.hint(ExportHint::OtherName));
    }
    file::replace(path, text.as_bytes(), None)
}

/// Makes the folder `dir` hold an event's file for each event of the plan `id`, and no others of it.
/// Files that `plan` did not write, or wrote for another plan, stay as they are.
///
/// # Errors
/// `CannotCreate` if the folder or a file cannot be created; `Io` if reading or writing failed.
pub(crate) fn write_folder(
    dir: &Path,
    id: &PlanId,
    calendar: &WrittenCalendar,
) -> Result<FolderChanges> {
    create_private(dir).map_err(|error| failed(Attempt::Create, dir, &error, None))?;
    let mut changes = FolderChanges::default();
    let mut current = HashSet::new();
    for event in &calendar.events {
        let path = dir.join(format!("{}.ics", event.uid));
        let text = write_one(event);
        current.insert(path.clone());
        match event_at(&path, id)? {
            Existing::Own(bytes) if bytes == text.as_bytes() => changes.unchanged += 1,
            Existing::Other => changes.others.push(path),
            Existing::Missing | Existing::Own(_) => {
                replace(dir, &path, text.as_bytes(), 0o600)
                    .map_err(|error| failed(Attempt::Save, &path, &error, None))?;
                changes.written += 1;
            }
        }
    }
    let names = names(dir).map_err(|error| read_error(dir, &error))?;
    let paths = names.iter().map(|name| dir.join(name));
    let is_event = |path: &PathBuf| path.extension().is_some_and(|end| end == "ics");
    for path in paths.filter(|path| is_event(path) && !current.contains(path)) {
        if let Existing::Own(_) = event_at(&path, id)? {
            fs::remove_file(&path).map_err(|error| failed(Attempt::Save, &path, &error, None))?;
            changes.removed += 1;
        }
    }
    file::sync_folder(dir).map_err(|error| failed(Attempt::SyncSaved, dir, &error, None))?;
    Ok(changes)
}

/// Writes manual pages, by their names, to the folder `dir`. Pages that are there are replaced. Everyone
/// may read them.
///
/// # Errors
/// `CannotCreate` if the folder cannot be created, `Io` if writing failed.
pub(crate) fn write_pages(dir: &Path, pages: &[(String, Vec<u8>)]) -> Result<()> {
    fs::create_dir_all(dir).map_err(|error| failed(Attempt::Create, dir, &error, None))?;
    for (name, text) in pages {
        let path = dir.join(name);
        replace(dir, &path, text, 0o644)
            .map_err(|error| failed(Attempt::Save, &path, &error, None))?;
    }
    Ok(())
}

/// What has the name of an event.
enum Existing {
    Missing,
    /// An event that `plan` wrote for the plan.
    Own(Vec<u8>),
    Other,
}

fn event_at(path: &Path, id: &PlanId) -> Result<Existing> {
    // The target of a link belongs to somebody else.
    let is_link = path.symlink_metadata().is_ok_and(|meta| meta.is_symlink());
    let content = read_capped(path, MAX_EVENT).map_err(|error| read_error(path, &error))?;
    Ok(match content {
        Content::Missing if !is_link => Existing::Missing,
        Content::Whole(bytes)
            if !is_link
                && has_line(&bytes, &product())
                && has_line_from(&bytes, &format!("UID:{id}.")) =>
        {
            Existing::Own(bytes)
        }
        _ => Existing::Other,
    })
}

/// Replaces a file without waiting for the disk: what a power cut takes is written by the next export.
fn replace(dir: &Path, path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let mut new = draft(dir)?;
    new.write_all(bytes)?;
    new.as_file()
        .set_permissions(Permissions::from_mode(mode))?;
    new.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn product() -> String {
    format!("PRODID:{PRODUCT}")
}

fn has_line(bytes: &[u8], wanted: &str) -> bool {
    lines(bytes).any(|line| line == wanted.as_bytes())
}

fn has_line_from(bytes: &[u8], start: &str) -> bool {
    lines(bytes).any(|line| line.starts_with(start.as_bytes()))
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii_end)
}
