//! The help of the program and of each verb, in languages other than English, whose help is next to
//! each option in `commands`.

/// The help of a verb, or of the program as a whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VerbHelp {
    /// The verb; `plan` for the program as a whole.
    pub(crate) verb: &'static str,
    /// What it does, in one line.
    pub(crate) about: &'static str,
    /// The name of each argument, and what it is for.
    pub(crate) arguments: &'static [(&'static str, &'static str)],
    /// What follows the arguments: examples.
    pub(crate) examples: &'static str,
}

/// The words that clap puts around the help of arguments.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HelpWords {
    /// The whole page, with clap's tags for its parts.
    pub(crate) template: &'static str,
    /// Clap's own words outside the help of arguments, each with its translation.
    pub(crate) headings: &'static [(&'static str, &'static str)],
    /// What `--help` and `--version` do.
    pub(crate) help: &'static str,
    pub(crate) version: &'static str,
    /// The names of values, each with its translation.
    pub(crate) values: &'static [(&'static str, &'static str)],
}
