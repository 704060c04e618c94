//! The JSON Schema that editors use is the one that the program prints.

use std::path::Path;

use crate::sandbox::Sandbox;

/// With `UPDATE_SCHEMA=1` the file is rewritten.
#[test]
fn the_schema_file_is_what_the_verb_prints() {
    let printed = Sandbox::new().run(&["schema"]).ok();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/plan.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &printed).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), printed);
}
