//! The learner's text editor.

use std::path::Path;
use std::process::Command;

use super::{Ctx, print, var};
use crate::error::{Error, ErrorKind, Result};
use crate::text::{Edit, EditHint};

/// How an editor ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Edited {
    /// It went well.
    Saved,
    /// It ended with an error, which says that the file is not to be taken.
    Abandoned {
        /// The editor.
        editor: String,
        /// Its exit code; `None` if a signal ended it.
        code: Option<i32>,
    },
}

impl Ctx {
    /// Opens a file in the editor that `$VISUAL` names, else `$EDITOR`, and waits for its end. Prints the
    /// answer so far. No shell is involved; arguments are split like a shell would do.
    ///
    /// # Errors
    /// `Usage` if no editor is named, `Io` if it cannot be started.
    pub(crate) fn edit(&mut self, path: &Path) -> Result<Edited> {
        let editor = editor()?;
        self.print_so_far()?;
        let words = words(&editor);
        let mut command = Command::new(words.first().map_or("", String::as_str));
        command.args(words.iter().skip(1)).arg(path);
        let status = command.status().map_err(|error| {
            let (editor, reason) = (editor.clone(), error.to_string());
            let error = Error::new(ErrorKind::Io, Edit::NotStarted { editor, reason });
            error.hint(EditHint::SetEditor)
        })?;
        Ok(if status.success() {
            Edited::Saved
        } else {
            let code = status.code();
            Edited::Abandoned { editor, code }
        })
    }

    /// Whether an editor is named.
    ///
    /// # Errors
    /// `Usage` if none is.
    pub(crate) fn has_editor() -> Result<()> {
        editor().map(|_| ())
    }

    fn print_so_far(&mut self) -> Result<()> {
        let text = std::mem::take(&mut self.out);
        print(&mut std::io::stdout().lock(), &text).map_err(|error| {
            let reason = error.to_string();
            Error::new(ErrorKind::Io, crate::text::Run::CannotAsk { reason })
        })
    }
}

fn editor() -> Result<String> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(var);
    let mut named = named.map(|editor| editor.to_string_lossy().into_owned());
    named
        .find(|editor| !editor.trim().is_empty())
        .ok_or_else(|| Error::usage(Edit::NoEditor).hint(EditHint::SetEditor))
}

/// The words of a command, like a shell splits it: quotes keep words together, and a backslash keeps
/// the character after it as it is, except between single quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') => word.get_or_insert_default().extend(chars.next()),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_like_a_shell_does() {
        for (command, expected) in [
            ("vi", &["vi"][..]),
            (" code  --wait ", &["code", "--wait"]),
            ("'/opt/my editor/run' -f", &["/opt/my editor/run", "-f"]),
            (
                r#"emacs -nw --eval "(setq a \"b\")""#,
                &["emacs", "-nw", "--eval", "(setq a \"b\")"],
            ),
            (
                r"/opt/my\ editor/run '\n' ''",
                &["/opt/my editor/run", "\\n", ""],
            ),
            ("", &[]),
        ] {
            assert_eq!(words(command), expected, "{command}");
        }
    }
}
