//! YAML as a tree of values that know their location. No other file uses `serde_yaml`.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{Spanned, alias_limits, budget, options};

use super::syntax::explain;
use super::{Diagnostic, Location, MAX_DEPTH, MAX_VALUES};
use crate::text::source::Found;

/// A value and its location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Where it is. For an alias that is the alias itself, unless its value is a number or boolean.
    pub(crate) at: Location,
    pub(crate) value: Value,
}

/// A value of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing, `null` or `~`.
    Null,
    /// A number or boolean as it is written in the file: `007`, `1.50`, `true`.
    Plain(String),
    Text(String),
    List(Vec<Node>),
    /// Keys and values in the order of the file, repeated keys included.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// Its text, if it is a text, a number or a boolean.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Plain(text) => Some(text),
            _ => None,
        }
    }

    /// The entries of a list; nothing has none, and any other value is its own only entry.
    pub(super) fn one_or_more(&self) -> &[Self] {
        match &self.value {
            Value::Null => &[],
            Value::List(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    pub(super) fn is_empty_list(&self) -> bool {
        matches!(&self.value, Value::List(items) if items.is_empty())
    }

    pub(super) fn found(&self) -> Found {
        match self.value {
            Value::Null => Found::Nothing,
            Value::Plain(_) => Found::NumberOrBoolean,
            Value::Text(_) => Found::Text,
            Value::List(_) => Found::List,
            Value::Map(_) => Found::Map,
        }
    }

    /// Numbers and booleans are kept as written: YAML would turn `1.50` into 1.5.
    fn keep_as_written(&mut self, source: &str) {
        match &mut self.value {
            Value::Plain(text) => {
                let written = source.get(self.at.bytes()).unwrap_or_default();
                written.trim_end().clone_into(text);
            }
            Value::List(items) => items.iter_mut().for_each(|n| n.keep_as_written(source)),
            Value::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.keep_as_written(source);
                value.keep_as_written(source);
            }),
            Value::Null | Value::Text(_) => {}
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned {
            value,
            referenced,
            defined,
        } = Spanned::deserialize(deserializer)?;
        // Only the definition has the text that is kept.
        let at = match value {
            Value::Plain(_) => defined,
            _ => referenced,
        };
        Ok(Self {
            at: at.into(),
            value,
        })
    }
}

impl From<serde_yaml::Location> for Location {
    fn from(at: serde_yaml::Location) -> Self {
        let short = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            line: short(at.line()).max(1),
            column: short(at.column()).max(1),
            start: at.span().byte_offset().map_or(0, short),
            len: at.span().byte_len().map_or(0, short),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

/// The text of numbers and booleans follows in [`Node::keep_as_written`].
macro_rules! plain {
    ($($name:ident: $type:ty),*) => {
        $(fn $name<E>(self, _: $type) -> Result<Value, E> {
            Ok(Value::Plain(String::new()))
        })*
    };
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any value")
    }

    plain!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128,
           visit_f64: f64);

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
        Value::deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Map(map))
    }
}

/// Reads one YAML document.
///
/// # Errors
/// A syntax error, or a document beyond the limits; reading stops there.
pub(crate) fn read(source: &str) -> Result<Node, Diagnostic> {
    read_within(source, MAX_VALUES)
}

fn read_within(source: &str, max_values: usize) -> Result<Node, Diagnostic> {
    let options = options! {
        strict_booleans: true,
        with_snippet: false,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Merge,
        reject_unsupported_tags: true,
        // All numbers are kept as written.
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        alias_limits: alias_limits! { max_total_replayed_events: 100_000 },
        budget: budget! {
            max_nodes: max_values,
            // The ends of lists, maps and the document are events too.
            max_events: 2 * max_values + 8,
            max_depth: MAX_DEPTH,
            flow_nesting_limit: MAX_DEPTH,
            max_aliases: 1000,
            max_anchors: 1000,
            max_documents: 1,
        },
    };
    let mut root: Node = serde_yaml::from_str_with_options(source, options)
        .map_err(|error| explain(&error, source, max_values))?;
    root.keep_as_written(source);
    Ok(root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Rule;

    fn items(source: &str) -> Vec<Node> {
        match read(source).expect("is YAML").value {
            Value::List(items) => items,
            value => panic!("{value:?}"),
        }
    }

    #[test]
    fn numbers_stay_as_written_and_columns_count_characters() {
        let items = items("[题, 007, &a 1.50, true, *a]");
        let words: Vec<_> = items.iter().filter_map(Node::scalar).collect();
        assert_eq!(words, ["题", "007", "1.50", "true", "1.50"]);
        assert_eq!((items[1].at.line, items[1].at.column), (1, 5));
        assert_eq!(items[1].at.bytes(), 6..9);
    }

    #[test]
    fn what_reads_as_a_number_is_text_as_written() {
        let text = "[61e9540, .inf, -.inf, .NaN, 1e400, 1e-400, 0x1F, 0o17, 0777, 1_000, 1., +1, \
                    12:30:45, 2026-01-05, yes, Off]";
        let items = items(text);
        let words: Vec<_> = items.iter().filter_map(Node::scalar).collect();
        let written: Vec<_> = text[1..text.len() - 1].split(", ").map(str::trim).collect();
        assert_eq!(words, written);
    }

    #[test]
    fn merge_keys_add_what_a_map_does_not_have() {
        let items = items("- &a {b: 1, c: 2}\n- &d {c: 3, e: 4}\n- {<<: [*a, *d], b: 5}\n");
        let Value::Map(merged) = &items[2].value else {
            panic!("{items:?}")
        };
        let mut merged: Vec<_> = merged
            .iter()
            .map(|(key, value)| (key.scalar().unwrap_or(""), value.scalar().unwrap_or("")))
            .collect();
        merged.sort_unstable();
        assert_eq!(merged, [("b", "5"), ("c", "2"), ("e", "4")]);
    }

    #[test]
    fn a_file_of_more_values_than_the_limit_is_refused() {
        assert!(read_within("[1, 2, 3]", 4).is_ok());
        let fault = read_within("[1, 2, 3, 4]", 4).expect_err("has five values");
        assert_eq!(fault.rule, Rule::TooLarge);
        assert_eq!((fault.at.line, fault.at.column), (1, 11));
        assert_eq!(fault.message, "the file has more than 4 values");
    }

    #[test]
    fn a_repeated_key_is_passed_on() {
        let root = read("a: 1\na: 2\n").expect("is YAML");
        assert!(matches!(&root.value, Value::Map(entries) if entries.len() == 2));
    }
}
