//! Calendar files of others.

use std::path::Path;

use super::file::{Content, list_command, read_capped, reason};
use crate::error::{Error, ErrorKind, Result};
use crate::ics::{self, CalendarFile, Fault, Unread};
use crate::source::no_byte_text;
use crate::text::{Attempt, File, FileHint, Ics, IcsHint, Message};

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 16 << 20;

/// Reads the calendar file at `path`. Links are followed.
///
/// # Errors
/// `Io` if it cannot be read, `Usage` if it is missing or not a calendar.
pub(crate) fn read(path: &Path) -> Result<CalendarFile> {
    let refused = |message: Message, hint: Message| Err(Error::usage(message).hint(hint));
    let content = read_capped(path, MAX_BYTES).map_err(|error| {
        let message = File::Failed {
            attempt: Attempt::Read,
            path: path.to_owned(),
            reason: reason(&error),
        };
        let command = list_command(path);
        let folder = None;
        let hint = FileHint::CheckPermissions { command, folder };
        Error::new(ErrorKind::Io, message).hint(hint)
    })?;
    let (path, max) = (path.to_owned(), MAX_BYTES);
    let bytes = match content {
        Content::Whole(bytes) => bytes,
        Content::Missing => return refused(Ics::Missing(path).into(), IcsHint::CheckPath.into()),
        Content::TooLarge(bytes) => {
            let message = File::TooLarge { path, bytes, max };
            return refused(message.into(), IcsHint::ExportLess.into());
        }
        Content::NotAFile(found) => {
            let message = File::NotPlain { path, found };
            return refused(message.into(), IcsHint::CheckPath.into());
        }
    };
    if no_byte_text(&bytes).is_some() {
        return refused(
            Ics::NotCalendar(path).into(),
            IcsHint::ExportCalendar.into(),
        );
    }
    let text = String::from_utf8_lossy(&bytes);
    ics::read(&text).map_err(|fault| self::fault(&path, fault))
}

/// The error for a fault of the calendar file `path`.
pub(crate) fn fault(path: &Path, fault: Fault) -> Error {
    let path = path.to_owned();
    let (message, hint) = match fault {
        Fault::NotCalendar => (Ics::NotCalendar(path), IcsHint::ExportCalendar),
        Fault::CutOff => (Ics::CutOff(path), IcsHint::DownloadAgain),
        Fault::TooManyEvents => {
            let most = ics::MOST_EVENTS;
            (Ics::TooManyEvents { path, most }, IcsHint::ExportLess)
        }
        Fault::TooManyOccurrences => {
            let most = ics::MOST_OCCURRENCES;
            (Ics::TooManyOccurrences { path, most }, IcsHint::ExportLess)
        }
    };
    Error::usage(message).hint(hint)
}

/// What was not understood in the calendar file `path`.
pub(crate) fn warnings(path: &Path, unread: &Unread) -> Vec<Ics> {
    let path = || path.to_owned();
    let events = unread.events;
    let no_start = (events > 0).then(|| Ics::NoStart {
        path: path(),
        events,
    });
    let rules = unread.rules.iter().map(|name| Ics::BadRule {
        path: path(),
        name: name.clone(),
    });
    let zones = unread.zones.iter().map(|zone| Ics::UnknownZone {
        path: path(),
        zone: zone.clone(),
    });
    let all = no_start.into_iter().chain(rules).chain(zones);
    all.take(MOST_WARNINGS).collect()
}

/// The most warnings about a file.
const MOST_WARNINGS: usize = 5;
