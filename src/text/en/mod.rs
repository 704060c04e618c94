//! English.

mod run;

use std::borrow::Cow;

use super::Message;

/// The message in English.
pub(super) fn message(message: &Message) -> Cow<'_, str> {
    match message {
        Message::Verbatim(text) => Cow::Borrowed(text),
        Message::Run(message) => run::text(message),
    }
}
