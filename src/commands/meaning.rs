//! What people call the verbs in other programs, and which command does that here.

use crate::error::Error;
use crate::text::Run;

/// How alike two names are, from 0 to 1, for one to be suggested for the other.
const ALIKE: f64 = 0.8;

/// Other words, and the commands that do what they say.
const MEANINGS: &[(&[&str], &[&str])] = &[
    (
        &["list", "ls", "agenda", "calendar", "schedule", "本周"],
        &["plan week", "plan today"],
    ),
    (&["now", "current"], &["plan status"]),
    (
        &[
            "overdue",
            "late",
            "behind",
            "backlog",
            "catchup",
            "catch-up",
            "missed",
            "reschedule",
        ],
        &["plan recover", "plan today"],
    ),
    (
        &["switch", "follow", "choose", "select", "begin"],
        &["plan use ID", "plan init PLAN"],
    ),
    (&["timer", "track", "clock", "计时"], &["plan start"]),
    (&["create", "template"], &["plan new FILE"]),
    (&["change", "update"], &["plan edit"]),
    (&["insert", "append"], &["plan add TITLE"]),
    (&["validate", "lint", "verify"], &["plan check"]),
    (
        &[
            "complete", "finish", "finished", "tick", "mark", "did", "完成",
        ],
        &["plan done TARGET"],
    ),
    (
        &["unmark", "undone", "revert", "rollback", "撤销"],
        &["plan undo"],
    ),
    (
        &["delete", "remove", "drop", "cancel", "跳过"],
        &["plan skip TARGET"],
    ),
    (
        &["comment", "annotate", "write", "笔记"],
        &["plan note TARGET TEXT"],
    ),
    (&["history", "journal", "events"], &["plan log"]),
    (
        &["summary", "stats", "progress", "review", "报告"],
        &["plan report"],
    ),
    (
        &["rest", "holiday", "vacation", "pause", "sick", "休息"],
        &["plan off DATE"],
    ),
    (
        &["postpone", "delay", "defer", "snooze"],
        &["plan move TARGET DATE", "plan shift 1w"],
    ),
    (
        &["deadline", "deadlines", "goals", "deliverables"],
        &["plan milestones"],
    ),
    (
        &["links", "books", "library", "reading"],
        &["plan resources"],
    ),
    (&["exam", "exams", "event", "考试"], &["plan milestones"]),
    (&["graph", "map", "topics", "tree"], &["plan roadmap"]),
    (&["eta", "end", "estimate", "when"], &["plan forecast"]),
    (&["info", "view", "details", "cat"], &["plan show TARGET"]),
    (&["browse", "url", "link"], &["plan open TARGET"]),
    (
        &["backup", "config", "settings", "sync"],
        &["plan help data"],
    ),
    (&["repair", "fix", "relink"], &["plan doctor"]),
    (&["今天"], &["plan today"]),
    (&["明天"], &["plan tomorrow"]),
    (&["version"], &["plan --version"]),
];

/// The commands that do what `word` says elsewhere.
pub(super) fn commands(word: &str) -> &'static [&'static str] {
    let word = word.to_lowercase();
    let mut meanings = MEANINGS.iter();
    let found = meanings.find(|(words, _)| words.contains(&word.as_str()));
    found.map_or(&[], |(_, commands)| commands)
}

/// The error for a verb that there is not.
pub(crate) fn unknown_verb(name: &str, command: &clap::Command) -> Error {
    let error = Error::usage(Run::NoVerb { name: name.into() });
    let commands = commands(name);
    if !commands.is_empty() {
        return error.hint(Run::Meant { commands });
    }
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    error.hint(match nearest(name, verbs) {
        Some(name) => Run::NearestVerb { name },
        None => Run::SeeHelp,
    })
}

/// The known name that is most similar to `name`, if one is similar at all.
pub(super) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let scored = known.map(|known| (strsim::jaro_winkler(name, known), known));
    let (score, nearest) = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (score >= ALIKE).then(|| nearest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{CommandFactory, Parser};

    use crate::cli::Cli;

    #[test]
    fn every_suggested_command_can_be_typed_and_no_other_word_is_a_verb() {
        let verbs = Cli::command();
        for (words, commands) in MEANINGS {
            for word in *words {
                assert!(verbs.find_subcommand(word).is_none(), "{word} is a verb");
            }
            for command in *commands {
                let typed = command.replace("DATE", "2026-12-07").replace("TARGET", "1");
                let parsed = Cli::try_parse_from(typed.split(' '));
                let is_help = |error: &clap::Error| !error.use_stderr();
                assert!(parsed.as_ref().err().is_none_or(is_help), "{command}");
            }
        }
        // Control.
        assert!(Cli::try_parse_from(["plan", "list"]).is_err());
    }

    #[test]
    fn no_word_has_two_meanings() {
        let mut words: Vec<_> = MEANINGS.iter().flat_map(|(words, _)| *words).collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
    }
}
