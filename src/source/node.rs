//! YAML as a tree of values that know their place. The only file that uses `serde_yaml`.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::budget::BudgetBreach;
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_yaml::{
    Error as YamlError, Location as YamlLocation, Spanned, alias_limits, budget, options,
};

use super::syntax::{first_words, place, tab, trap};
use super::{Diagnostic, HUGE, Rule};

/// A place in the text. A tree of a large plan has millions of them, so the numbers are short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// First byte, from 0.
    pub start: u32,
    /// Length in bytes; 0 where it is not known.
    pub len: u32,
}

impl Location {
    /// The beginning of the text.
    pub const START: Self = Self {
        line: 1,
        column: 1,
        start: 0,
        len: 0,
    };

    /// The bytes it stands for.
    #[must_use]
    pub fn bytes(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.len as usize
    }
}

impl From<YamlLocation> for Location {
    fn from(at: YamlLocation) -> Self {
        let short = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            line: short(at.line()).max(1),
            column: short(at.column()).max(1),
            start: at.span().byte_offset().map_or(0, short),
            len: at.span().byte_len().map_or(0, short),
        }
    }
}

/// A value and its place, in the words of the text where they stand there as they are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'s> {
    /// Where it begins.
    pub at: Location,
    /// What it is.
    pub value: Value<'s>,
}

/// What a value is. Lists and maps are boxed: most are short, and room that is not needed adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'s> {
    /// Nothing, `null` or `~`.
    Null,
    /// A number or a boolean, as it stands in the file (`007`, `1.50`, `true`).
    Plain(&'s str),
    /// A number or a boolean of which only the place is known yet.
    Written(Location),
    /// A text.
    Text(Cow<'s, str>),
    /// A list.
    List(Box<[Node<'s>]>),
    /// Keys and values in the order of the file, repeated keys included.
    Map(Box<[(Node<'s>, Node<'s>)]>),
}

impl Value<'_> {
    /// Whether it is a list of nothing.
    #[must_use]
    pub fn is_empty_list(&self) -> bool {
        matches!(self, Self::List(items) if items.is_empty())
    }
}

impl<'s> Node<'s> {
    /// Its words, if it is a text, a number or a boolean.
    #[must_use]
    pub fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::Plain(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, for a message.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Plain(_) | Value::Written(_) => "a number or boolean",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }

    /// Numbers and booleans are kept as written: YAML would turn `1.50` into 1.5.
    fn keep_as_written(&mut self, source: &'s str) {
        match &mut self.value {
            Value::Written(mark) => {
                let written = source.get(mark.bytes()).unwrap_or_default();
                self.value = Value::Plain(written.trim_end());
            }
            Value::List(items) => items.iter_mut().for_each(|n| n.keep_as_written(source)),
            Value::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.keep_as_written(source);
                value.keep_as_written(source);
            }),
            Value::Null | Value::Plain(_) | Value::Text(_) => {}
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Value<'de>>::deserialize(deserializer)?;
        let mut value = spanned.value;
        if let Value::Written(_) = value {
            // Where it is written, which for an alias is where its anchor stands.
            value = Value::Written(spanned.defined.into());
        }
        Ok(Self {
            at: spanned.referenced.into(),
            value,
        })
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

/// What these say is looked up where it is written.
macro_rules! plain {
    ($($name:ident: $type:ty),*) => {
        $(fn $name<E>(self, _: $type) -> Result<Value<'de>, E> {
            Ok(Value::Written(Location::START))
        })*
    };
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any value")
    }

    plain!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128,
           visit_f64: f64);

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Value<'de>, D::Error> {
        Value::deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list.into_boxed_slice()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value<'de>, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Map(map.into_boxed_slice()))
    }
}

/// The most values a plan may have. The largest file that is read has some five million, if it is
/// a plan; one of brackets alone would have ten times as many, and they take memory.
const MAX_NODES: usize = 8 << 20;

/// Reads one YAML document.
///
/// # Errors
/// A syntax fault, or a document too deep, too full or with too many aliases to be a plan; reading
/// stops there.
pub fn read(source: &str) -> Result<Node<'_>, Diagnostic> {
    read_within(source, MAX_NODES)
}

fn read_within(source: &str, most: usize) -> Result<Node<'_>, Diagnostic> {
    let options = options! {
        strict_booleans: true,
        with_snippet: false,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        alias_limits: alias_limits! { max_total_replayed_events: 100_000 },
        budget: budget! {
            max_nodes: most,
            // Lists, maps and the document itself end as well.
            max_events: 2 * most + 8,
            max_depth: 64,
            flow_nesting_limit: 64,
            max_aliases: 1000,
            max_anchors: 1000,
            max_documents: 1,
        },
    };
    match serde_yaml::from_str_with_options::<Node<'_>>(source, options) {
        Ok(mut root) => {
            root.keep_as_written(source);
            Ok(root)
        }
        Err(error) => Err(explain(&error, source)),
    }
}

fn explain(error: &YamlError, source: &str) -> Diagnostic {
    let at = error
        .location()
        .map_or(Location::START, |location| Location {
            len: 0,
            ..place(location.into(), source)
        });
    match innermost(error) {
        error if is_full(error) => Diagnostic {
            rule: Rule::TooLarge,
            at,
            message: "more than eight million values stand before this one".into(),
            help: HUGE.into(),
        },
        error if is_budget(error) && !is_second_document(error) => Diagnostic {
            rule: Rule::TooDeep,
            at,
            message: "nested deeper than 64 levels, or more aliases than a plan needs".into(),
            help: "a plan is a few levels deep; write out what the aliases stand for".into(),
        },
        error if is_second_document(error) => Diagnostic {
            rule: Rule::Syntax,
            at,
            message: "a second document begins here".into(),
            help: "one file holds one plan; remove the `---`".into(),
        },
        error => {
            let said = error.to_string();
            let said = first_words(&said);
            let at = tab(said, at, source).unwrap_or(at);
            Diagnostic {
                rule: Rule::Syntax,
                at,
                message: format!("this is not YAML: {said}").into(),
                help: trap(source, at.line as usize).into(),
            }
        }
    }
}

/// The error without what the reader wraps around it.
fn innermost(error: &YamlError) -> &YamlError {
    match error.without_snippet() {
        YamlError::AliasError { error, .. } => innermost(error),
        error => error,
    }
}

fn is_second_document(error: &YamlError) -> bool {
    let breach = |breach: &BudgetBreach| matches!(breach, BudgetBreach::Documents { .. });
    match error {
        YamlError::MultipleDocuments { .. } => true,
        YamlError::Budget { breach: of, .. } => breach(of),
        _ => false,
    }
}

/// Whether there are more values than a plan has.
fn is_full(error: &YamlError) -> bool {
    use BudgetBreach::{Events, Nodes};
    matches!(
        error,
        YamlError::Budget {
            breach: Nodes { .. } | Events { .. },
            ..
        }
    )
}

/// Whether reading was given up rather than impossible. The scanner under the reader gives its
/// own limit on brackets as a mere message.
fn is_budget(error: &YamlError) -> bool {
    match error {
        YamlError::Budget { .. }
        | YamlError::AliasReplayLimitExceeded { .. }
        | YamlError::AliasExpansionLimitExceeded { .. }
        | YamlError::AliasReplayStackDepthExceeded { .. } => true,
        YamlError::ExternalMessage { msg, .. } => msg == "recursion limit exceeded",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_as_written_and_places_count_characters() {
        let root = read("标题: [007, 1.50, true]\n").expect("is YAML");
        let Value::Map(entries) = &root.value else {
            panic!("{root:?}")
        };
        let Value::List(items) = &entries[0].1.value else {
            panic!("{root:?}")
        };
        let words: Vec<_> = items.iter().filter_map(Node::scalar).collect();
        assert_eq!(words, ["007", "1.50", "true"]);
        assert_eq!((items[1].at.line, items[1].at.column), (1, 11));
        assert_eq!(items[1].at.start, 14);
    }

    #[test]
    fn a_text_of_more_values_than_a_plan_has_is_given_up() {
        assert!(read_within("[1, 2, 3]", 4).is_ok());
        let fault = read_within("[1, 2, 3, 4]", 4).expect_err("has five values");
        assert_eq!(fault.rule, Rule::TooLarge);
        assert_eq!((fault.at.line, fault.at.column), (1, 11));
    }

    #[test]
    fn what_stands_in_the_text_is_not_copied() {
        let root = read("[plain, 'quoted', \"es\\u0063aped\"]").expect("is YAML");
        let Value::List(items) = &root.value else {
            panic!("{root:?}")
        };
        let is_borrowed = |node: &Node| matches!(node.value, Value::Text(Cow::Borrowed(_)));
        assert_eq!([0, 1].map(|at| is_borrowed(&items[at])), [true, true]);
        assert_eq!(items[2].scalar(), Some("escaped"));
    }

    #[test]
    fn a_repeated_key_is_passed_on() {
        let root = read("a: 1\na: 2\n").expect("is YAML");
        assert!(matches!(&root.value, Value::Map(entries) if entries.len() == 2));
    }
}
