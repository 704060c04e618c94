//! Reading texts and lists: of the wrong kind or form, they are noted.

use super::table::{Reader, Table};
use super::{Node, Rule, Value};

/// The longest title, in characters: every mark repeats it, in a journal line of 4 KiB.
pub const LONGEST_TITLE: usize = 500;

/// The largest number of a week or line.
pub const LARGEST_NUMBER: u32 = 1_000_000;

impl Reader<'_> {
    /// A text; numbers and booleans are texts as written.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        if let Some(text) = node.scalar() {
            return Some(text.to_owned());
        }
        self.wrong_type(node, "a text");
        None
    }

    /// The text of an optional key.
    pub fn text_of(&mut self, table: &Table, name: &str) -> Option<String> {
        table.get(name).and_then(|node| self.text(node))
    }

    /// The title of something that is marked or shown by it: words, and not too many of them.
    pub fn title_of(&mut self, table: &Table, name: &str) -> Option<String> {
        self.title(table.get(name)?, name)
    }

    /// The same, of a value that stands alone; `name` is what it is called in a message.
    pub fn title(&mut self, node: &Node, name: &str) -> Option<String> {
        let text = self.text(node)?;
        if text.trim().is_empty() {
            self.note(
                Rule::BadValue,
                node.at,
                format!("`{name}` is empty"),
                "give it a few words",
            );
        } else if text.chars().count() > LONGEST_TITLE {
            let message = format!("`{name}` has more than {LONGEST_TITLE} characters");
            self.note(
                Rule::BadValue,
                node.at,
                message,
                "shorten it; `notes` take the rest",
            );
        }
        Some(text)
    }

    /// The entries of a list.
    pub fn list<'n>(&mut self, node: &'n Node<'n>, what: &str) -> &'n [Node<'n>] {
        if let Value::List(items) = &node.value {
            return items;
        }
        self.wrong_type(node, &format!("a list of {what}"));
        &[]
    }

    /// Every entry of an optional list, read by `read`.
    pub fn each<'n, T>(
        &mut self,
        table: &Table<'n>,
        name: &str,
        mut read: impl FnMut(&mut Self, &'n Node<'n>) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = table.get(name) else {
            return Vec::new();
        };
        let items = self.list(node, name).iter();
        let mut found: Vec<T> = items.filter_map(|item| read(self, item)).collect();
        found.shrink_to_fit();
        found
    }

    /// A list of texts, or a single one.
    pub fn texts(&mut self, node: &Node) -> Vec<String> {
        match &node.value {
            Value::List(items) => items.iter().filter_map(|item| self.text(item)).collect(),
            Value::Null => Vec::new(),
            _ => self.text(node).into_iter().collect(),
        }
    }

    /// A scalar that has a form of its own.
    pub fn parsed<T>(
        &mut self,
        node: &Node,
        parse: impl Fn(&str) -> Option<T>,
        what: &str,
        help: &str,
    ) -> Option<T> {
        let text = self.text(node)?;
        let value = parse(&text);
        if value.is_none() {
            self.note(
                Rule::BadValue,
                node.at,
                format!("`{text}` is no {what}"),
                help,
            );
        }
        value
    }

    /// The optional `name`, which has a form of its own.
    pub fn parsed_of<T>(
        &mut self,
        table: &Table,
        name: &str,
        parse: impl Fn(&str) -> Option<T>,
        what: &str,
        help: &str,
    ) -> Option<T> {
        let node = table.get(name)?;
        self.parsed(node, parse, what, help)
    }

    /// One of a set of names.
    pub fn named<T: Copy>(&mut self, node: &Node, names: &[(T, &str)], what: &str) -> Option<T> {
        let known: Vec<&str> = names.iter().map(|(_, name)| *name).collect();
        let help = format!("one of {}", known.join(", "));
        let find = |text: &str| {
            names
                .iter()
                .find(|(_, name)| *name == text)
                .map(|(v, _)| *v)
        };
        self.parsed(node, find, what, &help)
    }
}
