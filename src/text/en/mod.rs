//! English.

mod check;
mod input;
mod lookup;
mod moving;
mod open;
mod run;
mod words;

use std::borrow::Cow;

use super::Message;

/// The message in English.
pub(super) fn message(message: &Message) -> Cow<'_, str> {
    match message {
        Message::Verbatim(text) => Cow::Borrowed(text),
        Message::Run(message) => run::text(message),
        Message::Input(message) => input::text(message),
        Message::Lookup(message) => lookup::text(message),
        Message::Moving(message) => moving::text(message),
        Message::Open(message) => open::text(message),
        Message::Check(message) => check::text(message),
    }
}
