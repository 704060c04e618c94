//! Reading texts, links and lists: those of the wrong type or form are noted.

use url::Url;

use super::reader::{Reader, Table};
use super::{Node, Rule, Value, lookalike};
use crate::escape::is_invisible;
use crate::text::source::{Expected, Form, KeyProblem, LinkProblem};

/// The longest title, in characters: every mark repeats it, in a journal line of 4 KiB.
pub(crate) const LONGEST_TITLE: usize = 500;

/// The largest number of a week or line.
pub(crate) const LARGEST_NUMBER: u32 = 1_000_000;

impl Reader {
    /// A text; numbers and booleans are texts as written.
    pub(crate) fn text(&mut self, node: &Node) -> Option<String> {
        if let Some(text) = node.scalar() {
            return Some(text.to_owned());
        }
        self.wrong_type(node, Expected::Text);
        None
    }

    /// The text of an optional key.
    pub(crate) fn text_of(&mut self, table: &Table, key: &str) -> Option<String> {
        table.get(key).and_then(|node| self.text(node))
    }

    /// The text of an optional key that is shown on one line: a block text (`>` or `|`) ends with
    /// a line break that is no part of it.
    pub(crate) fn line_of(&mut self, table: &Table, key: &'static str) -> Option<String> {
        let node = table.get(key)?;
        let text = self.text(node)?.trim_end_matches('\n').to_owned();
        if !text.trim().is_empty() && is_invisible(&text) {
            self.note(Rule::BadValue, node.at, KeyProblem::InvisibleText { key });
        }
        Some(text)
    }

    /// The line of an optional key, which is not blank and not too long.
    pub(crate) fn title_of(&mut self, table: &Table, key: &'static str) -> Option<String> {
        let node = table.get(key)?;
        let text = self.line_of(table, key)?;
        let limit = LONGEST_TITLE;
        let problem = if text.trim().is_empty() {
            KeyProblem::EmptyTitle { key }
        } else if text.chars().count() > limit {
            KeyProblem::LongTitle { key, limit }
        } else {
            return Some(text);
        };
        self.note(Rule::BadValue, node.at, problem);
        Some(text)
    }

    /// Every entry of an optional list, read by `read`.
    pub(crate) fn each<'n, T>(
        &mut self,
        table: &Table<'n>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &'n Node) -> Option<T>,
    ) -> Vec<T> {
        self.each_numbered(table, key, |reader, _, node| read(reader, node))
    }

    /// Every entry of an optional list, read by `read` with its number from 1.
    pub(crate) fn each_numbered<'n, T>(
        &mut self,
        table: &Table<'n>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, usize, &'n Node) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = table.get(key) else {
            return Vec::new();
        };
        let Value::List(items) = &node.value else {
            self.wrong_type(node, Expected::ListOf(key));
            return Vec::new();
        };
        let items = (1..).zip(items);
        items
            .filter_map(|(number, item)| read(self, number, item))
            .collect()
    }

    /// A list of texts, or a single one.
    pub(crate) fn texts(&mut self, node: &Node) -> Vec<String> {
        let texts = node.one_or_more().iter();
        texts.filter_map(|text| self.text(text)).collect()
    }

    /// The texts of an optional key.
    pub(crate) fn texts_of(&mut self, table: &Table, key: &str) -> Vec<String> {
        let nodes = table.one_or_more(key).iter();
        nodes.filter_map(|node| self.text(node)).collect()
    }

    /// A text of some form.
    pub(crate) fn parsed<T>(
        &mut self,
        node: &Node,
        parse: impl Fn(&str) -> Option<T>,
        form: Form,
    ) -> Option<T> {
        let text = self.text(node)?;
        let value = parse(&text);
        if value.is_none() {
            let lookalike = lookalike::replaced(&text);
            let lookalike = lookalike.filter(|other| parse(&other.written).is_some());
            let problem = KeyProblem::Invalid {
                form,
                text,
                lookalike,
            };
            self.note(Rule::BadValue, node.at, problem);
        }
        value
    }

    /// The text of an optional key, which has some form.
    pub(crate) fn parsed_of<T>(
        &mut self,
        table: &Table,
        key: &str,
        parse: impl Fn(&str) -> Option<T>,
        form: Form,
    ) -> Option<T> {
        self.parsed(table.get(key)?, parse, form)
    }

    /// The optional `key`, a whole number from 1 up.
    pub(crate) fn number_of(&mut self, table: &Table, key: &str, form: Form) -> Option<u32> {
        let is_in_range = |n: &u32| (1..=LARGEST_NUMBER).contains(n);
        let parse = |text: &str| text.parse().ok().filter(is_in_range);
        self.parsed_of(table, key, parse, form)
    }

    /// The optional `key`, one of a set of names.
    pub(crate) fn named_of<T: Copy>(
        &mut self,
        table: &Table,
        key: &str,
        names: &[(T, &str)],
        form: Form,
    ) -> Option<T> {
        let find = |text: &str| {
            let mut known = names.iter().filter(|(_, name)| *name == text);
            known.next().map(|(value, _)| *value)
        };
        self.parsed_of(table, key, find, form)
    }

    /// Whether something was done when the plan was made.
    pub(crate) fn is_ticked(&mut self, table: &Table) -> bool {
        let names = [(true, "true"), (false, "false")];
        let ticked = self.named_of(table, "ticked", &names, Form::Boolean);
        ticked.unwrap_or_default()
    }

    /// The optional link `key`, normalised by the URL library, so that no output has to escape it: http
    /// or https, with a host and without a user name.
    pub(crate) fn link_of(&mut self, table: &Table, key: &str) -> Option<String> {
        let node = table.get(key)?;
        let link = self.text(node)?;
        let reason = match check(&link) {
            Ok(url) => return Some(url.into()),
            Err(reason) => reason,
        };
        let lookalike = lookalike::replaced(&link);
        let problem = KeyProblem::InvalidLink {
            lookalike: lookalike.filter(|other| check(&other.written).is_ok()),
            link,
            reason,
        };
        self.note(Rule::BadUrl, node.at, problem);
        None
    }
}

/// The link as it is opened: normalised by the URL library. `None` unless it is http or https, with
/// a host and without a user name.
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
    if host.contains('@') || !url.username().is_empty() || url.password().is_some() {
        return Err(LinkProblem::UserName);
    }
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(LinkProblem::NoHost);
    }
    Ok(url)
}
