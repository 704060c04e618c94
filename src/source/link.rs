//! Links that may be opened.

use url::Url;

use super::Rule;
use super::table::{Reader, Table};

impl Reader<'_> {
    /// A link that may be opened: http or https, a host, no user info.
    pub fn link_of(&mut self, table: &Table, name: &str) -> Option<String> {
        let node = table.get(name)?;
        let text = self.text(node)?;
        match link_fault(&text) {
            None => Some(text),
            Some(why) => {
                let message = format!("`{text}` is no link: {why}");
                self.note(
                    Rule::BadUrl,
                    node.at,
                    message,
                    "write it as https://host/path",
                );
                None
            }
        }
    }
}

/// The link as it may be opened: parsed and written anew; `None` for what is no
/// such link: http or https, with a host, without a user name.
#[must_use]
pub fn safe_link(text: &str) -> Option<String> {
    let url = link_fault(text)
        .is_none()
        .then(|| Url::parse(text).ok())??;
    Some(url.into())
}

/// Why a text is no such link. What the URL standard would mend on the quiet (no slashes, or too
/// many; spaces around it) is a fault here, so that the schema can see it too.
fn link_fault(text: &str) -> Option<String> {
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => return Some(error.to_string()),
    };
    if !matches!(url.scheme(), "http" | "https") {
        return Some(format!("`{}:` is not http or https", url.scheme()));
    }
    if text.starts_with(char::is_whitespace) {
        return Some("it begins with a space".to_owned());
    }
    let rest = text.get(url.scheme().len()..).unwrap_or_default();
    let Some(rest) = rest.strip_prefix("://") else {
        return Some(format!("`{}:` needs `//` behind it", url.scheme()));
    };
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if host.contains('@') {
        return Some("it holds a user name or password".to_owned());
    }
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Some("it has no host".to_owned());
    }
    None
}
