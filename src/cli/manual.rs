//! Manual pages.

use clap_mangen::Man;

use super::localised::localised;
use crate::text::Language;

/// The manual pages of the program and of each verb: the names of the files, and their texts (roff).
pub(crate) fn pages(language: Language) -> Vec<(String, Vec<u8>)> {
    let mut command = localised(language);
    command.build();
    let verbs: Vec<_> = command.get_subcommands().cloned().collect();
    let page = |command| {
        let man = Man::new(command);
        let mut text = Vec::new();
        // It only fails where writing does, and a list in memory takes everything.
        let _ = man.render(&mut text);
        (man.get_filename(), text)
    };
    std::iter::once(command).chain(verbs).map(page).collect()
}
