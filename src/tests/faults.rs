//! Every fault that `plan check` knows has a bad plan in `tests/errors`, whose first lines say which
//! faults it has. What is found in them is tested in `tests/it/errors.rs`.

use std::collections::BTreeSet;

use crate::source::Rule;

/// The names of faults in the first lines of all bad plans: errors, then warnings.
fn expected() -> [BTreeSet<String>; 2] {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/errors");
    // These two have no bad plan that could say so: one is empty, one would be large.
    let mut expected = [
        BTreeSet::from(["empty", "too-large"].map(str::to_owned)),
        BTreeSet::new(),
    ];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "yaml") {
            continue;
        }
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        let heads = text
            .lines()
            .map_while(|line| line.strip_prefix("# expect: "));
        let names = heads.map(|head| head.rsplit(' ').next().unwrap().to_owned());
        expected[usize::from(stem.starts_with("warn-"))].extend(names);
    }
    expected
}

#[test]
fn every_fault_has_a_bad_plan_and_every_bad_plan_a_fault() {
    let known = |warnings: bool| -> BTreeSet<String> {
        let faults = Rule::ALL.iter();
        let faults = faults.filter(|fault| fault.is_warning() == warnings);
        faults.map(|fault| fault.name().to_owned()).collect()
    };
    assert_eq!(expected(), [known(false), known(true)]);
}
