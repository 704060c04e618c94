//! Ids of plans, slots, resources and topics.

use std::borrow::Borrow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether `text` is made of `[a-z0-9]` with `extra` characters allowed after the first, and
/// is 1 to 64 characters long.
fn is_slug(text: &str, extra: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.len() <= 64
        && text.starts_with(plain)
        && text.chars().all(|c| plain(c) || extra.contains(c))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $ok:expr) => {
        $(#[$doc])*
        #[derive(
            JsonSchema, Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        pub(crate) struct $name(String);

        impl $name {
            /// `text` as an id, if it has the form of one.
            pub(crate) fn new(text: &str) -> Option<Self> {
                let ok: fn(&str) -> bool = $ok;
                ok(text).then(|| Self(text.to_owned()))
            }

            /// The id as text.
            pub(crate) fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id!(
    /// A plan's id. It names the folder of the plan's journal, so it cannot contain a path.
    PlanId,
    |text| is_slug(text, "-")
);
impl SlotId {
    /// The id of a slot that the learner added: `x-` and eight hexadecimal digits.
    pub(crate) fn added(digits: u32) -> Self {
        Self(format!("x-{digits:08x}"))
    }
}

id!(
    /// A slot's id: `d08-1045` (day and start), or what the plan file says.
    SlotId,
    |text| is_slug(text, "-")
);
id!(
    /// The id of an entry of the library, such as `clip`.
    ResourceId,
    |text| is_slug(text, ".-")
);
id!(
    /// A topic of the roadmap, such as `A`.
    TopicId,
    |text| {
        text.len() <= 32
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_holds_no_path_and_no_capital() {
        for bad in ["", "-a", "../x", "A", "a/b", "é", &"a".repeat(65)] {
            assert_eq!(PlanId::new(bad), None, "{bad}");
        }
        for good in ["a", "7-days", &"a".repeat(64)] {
            assert!(PlanId::new(good).is_some(), "{good}");
        }
        assert!(TopicId::new("A1").is_some());
        assert_eq!(TopicId::new("1A"), None);
    }
}
