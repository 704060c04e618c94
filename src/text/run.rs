//! Messages about the run itself, and about links that are opened in the browser.

/// Messages of `context`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Run {
    /// There is no such language.
    NoLanguage,
    /// `PLAN_NOW` is not a time.
    InvalidClock {
        /// What it is set to.
        value: String,
    },
    /// How `PLAN_NOW` is written.
    ClockForm,
    /// Marks were recorded, but the confirmation could not be printed.
    ConfirmationNotWritten {
        /// What the system says.
        reason: String,
    },
    /// Where to see what was recorded.
    SeeLog,
    /// The answer could not be printed.
    AnswerNotWritten {
        /// What the system says.
        reason: String,
    },
    /// A number on the command line is too large.
    NumberTooLarge,
    /// Something else where a whole number is expected on the command line.
    NotAWholeNumber,
    /// A number on the command line is too small or too large.
    NumberOutOfRange {
        /// The smallest.
        first: String,
        /// The largest.
        last: String,
    },
    /// Where to see how the command line is written.
    SeeHelp,
    /// The same for one verb.
    SeeHelpOf { verb: String },
    /// Stdout goes to a full disk.
    FreeSpaceForOutput,
    /// How to follow another plan, for somebody who has not chosen one.
    ChoosePlan {
        /// The id of another shipped plan.
        other: &'static str,
    },
    /// There is no such verb.
    NoVerb {
        /// What was typed.
        name: String,
    },
    /// The verb that may have been meant.
    NearestVerb { name: String },
    /// The commands that do what a word says in other programs.
    Meant { commands: &'static [&'static str] },
    /// Neither a verb nor a topic of `plan help`.
    NoHelp {
        /// What was asked for.
        name: String,
    },
    /// The verb or topic that may have been meant.
    NearestHelp { name: String },
    /// What `plan help` knows besides the verbs.
    HelpTopics {
        /// The names of all topics.
        topics: Vec<&'static str>,
    },
    /// There is no schema of such an answer.
    NoAnswer {
        /// What was asked for.
        name: String,
    },
    /// The verb whose schema may have been meant.
    NearestAnswer { name: String },
    /// The verbs that have a JSON answer.
    Answers { verbs: Vec<&'static str> },
    /// With `--dry-run`: what follows is not recorded.
    NothingRecorded,
    /// The terminal could not be asked.
    CannotAsk {
        /// What the system says.
        reason: String,
    },
    /// The browser failed.
    CannotOpenLink {
        /// The value of `BROWSER`, or the platform's command.
        browser: String,
        /// What the system says.
        reason: String,
    },
    /// What to do without a browser.
    SetBrowser,
    /// The current directory is gone.
    NoCurrentDirectory {
        /// What the system says.
        reason: String,
    },
}

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
