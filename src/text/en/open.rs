//! Messages of `open`.

use std::borrow::Cow;

use super::words::list;
use crate::text::Open;

/// The message in English.
pub(super) fn text(message: &Open) -> Cow<'static, str> {
    match message {
        Open::ReplacedWrongLink => {
            "the plan's link is known to be wrong; opening the suggested replacement".into()
        }
        Open::UsedSuggestedLink => "the plan gives no link; opening the suggested one".into(),
        Open::WrongLink { title } => {
            format!("the link of `{title}` is known to be wrong, and no other is suggested").into()
        }
        Open::AsGiven { target } => {
            format!("`plan open {target} --as-given` opens it anyway").into()
        }
        Open::NoLink { title } => format!("`{title}` has no link").into(),
        Open::SeeLinks => "`plan resources` shows which entries have one".into(),
        Open::UnsafeLink { title } => format!("the link of `{title}` is not safe to open").into(),
        Open::SafeLinks => "only http and https links without a user name are opened".into(),
        Open::NotLinkable { text } => {
            format!("`{text}` is neither a slot nor an entry of the library").into()
        }
        Open::NoSuchLink { number } => format!("no link {number}").into(),
        Open::Links(titles) => format!("links: {}", numbered(titles)).into(),
        Open::SeveralLinks { text, count } => format!("`{text}` has {count} links").into(),
        Open::ChooseLink(titles) => {
            format!("choose one by its number: {}", numbered(titles)).into()
        }
    }
}

/// `1 CLIP, 2 CLIP详解`.
fn numbered(titles: &[String]) -> String {
    list((1..).zip(titles).map(|(n, title)| format!("{n} {title}")))
}
