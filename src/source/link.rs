//! Links that can be opened.

use url::Url;

use super::Rule;
use super::reader::{Reader, Table};
use crate::text::source::{KeyProblem, LinkProblem};

impl Reader {
    /// The optional link `key`: http or https, with a host and without a user name.
    pub(crate) fn link_of(&mut self, table: &Table, key: &str) -> Option<String> {
        let node = table.get(key)?;
        let link = self.text(node)?;
        let Err(reason) = check(&link) else {
            return Some(link);
        };
        self.note(
            Rule::BadUrl,
            node.at,
            KeyProblem::InvalidLink { link, reason },
        );
        None
    }
}

/// The link in the form in which it is opened: parsed and written anew. `None` unless it is http or
/// https, with a host and without a user name.
pub(crate) fn safe_link(text: &str) -> Option<String> {
    check(text).ok().map(Into::into)
}

/// What the URL standard would repair silently (no slashes, or too many; spaces around it) is an
/// error here, so that the schema can find it too.
fn check(text: &str) -> Result<Url, LinkProblem> {
    let url = Url::parse(text).map_err(|error| LinkProblem::Invalid(error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(LinkProblem::Scheme(url.scheme().to_owned()));
    }
    if text.starts_with(char::is_whitespace) {
        return Err(LinkProblem::LeadingSpace);
    }
    let rest = text.get(url.scheme().len()..).unwrap_or_default();
    let rest = rest.strip_prefix("://").ok_or(LinkProblem::NoSlashes)?;
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if host.contains('@') {
        return Err(LinkProblem::UserName);
    }
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(LinkProblem::NoHost);
    }
    Ok(url)
}
