//! Words that a note is searched for are compared with folded text, so they are written folded.

use std::path::Path;

use crate::import::folded;

/// The texts in Chinese or Japanese in a source file that are not written as they are compared.
/// Comments, tests and texts with a place for a value are left out.
fn unfolded(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n").replace("'\"'", "");
    let texts = code.split('"').skip(1).step_by(2);
    let is_word = |text: &&str| {
        let is_foreign = |c: char| c.is_alphabetic() && !c.is_ascii();
        text.contains(is_foreign) && !text.contains('{')
    };
    let wrong = texts.filter(is_word).filter(|text| folded(text) != **text);
    wrong.map(str::to_owned).collect()
}

#[test]
fn every_word_is_written_as_it_is_compared() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/import"));
    let mut wrong = Vec::new();
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            files += 1;
            // The table of folding itself is in one, and the other compares texts as they are.
            let is_table = path.ends_with("scan.rs") || path.ends_with("kept.rs");
            let source = std::fs::read_to_string(&path).unwrap();
            let found = if is_table {
                Vec::new()
            } else {
                unfolded(&source)
            };
            wrong.extend(
                found
                    .into_iter()
                    .map(|text| format!("{}: {text}", path.display())),
            );
        }
    }
    assert!(files > 50, "{files} files");
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_word_that_is_not_folded_is_noticed() {
    let source =
        "// \"學習\"\nconst A: [&str; 3] = [\"学习\", \"學習\", \"材料（\"];\n#[cfg(test)]\n\"週\"";
    assert_eq!(unfolded(source), ["學習", "材料（"]);
}
