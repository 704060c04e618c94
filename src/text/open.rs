//! Messages of `open`.

/// Messages about links that are opened in the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Open {
    /// The plan's link is known to be wrong; the suggested one is opened.
    ReplacedWrongLink,
    /// The plan gives no link; the suggested one is opened.
    UsedSuggestedLink,
    /// The link is known to be wrong, and there is no other.
    WrongLink {
        /// What has the link.
        title: String,
    },
    /// How to open the link anyway.
    AsGiven {
        /// The target, quoted for a shell.
        target: String,
    },
    NoLink {
        /// What has no link.
        title: String,
    },
    /// Where to see which entries have links.
    SeeLinks,
    /// The link is not one that is safe to open.
    UnsafeLink {
        /// What has the link.
        title: String,
    },
    /// Which links are opened.
    SafeLinks,
    /// The target is neither a slot nor an entry of the library.
    NotLinkable {
        /// What was typed.
        text: String,
    },
    /// The target has fewer links.
    NoSuchLink {
        /// What was typed.
        number: usize,
    },
    /// The links, to be numbered from 1, by title.
    Links(Vec<String>),
    /// The target has several links.
    SeveralLinks {
        /// What was typed.
        text: String,
        /// How many links it has.
        count: usize,
    },
    /// Choose one of the links, to be numbered from 1, by title.
    ChooseLink(Vec<String>),
}
