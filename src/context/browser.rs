//! The browser.

use std::io::Result;
use std::process::{Command, ExitStatus, Stdio};

use super::var;
use crate::error::{Error, ErrorKind};
use crate::text::Run;

/// The platform's command, if `$BROWSER` is not set.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Opens a link in the browser that `$BROWSER` names: commands with colons between them, tried in
/// turn. No shell is involved.
///
/// # Errors
/// `Io` if none can be started, or all fail.
pub(super) fn open(url: &str) -> crate::error::Result<()> {
    let browser = var("BROWSER").unwrap_or_else(|| OPENER.into());
    let browser = browser.to_string_lossy();
    let mut reason = String::new();
    for command in browser.split(':').filter(|text| !text.trim().is_empty()) {
        match start(command, url) {
            Ok(status) if status.success() => return Ok(()),
            Ok(status) => reason = status.to_string(),
            Err(error) => reason = error.to_string(),
        }
    }
    let browser = browser.into_owned();
    let error = Error::new(ErrorKind::Io, Run::CannotOpenLink { browser, reason });
    Err(error.hint(Run::SetBrowser))
}

/// Runs a command with its arguments: `%s` among them is replaced with the link, which otherwise
/// is the last argument.
fn start(command: &str, url: &str) -> Result<ExitStatus> {
    let mut words = command.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    let words: Vec<&str> = words.collect();
    command.args(words.iter().map(|word| word.replace("%s", url)));
    if !words.iter().any(|word| word.contains("%s")) {
        command.arg(url);
    }
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
}
