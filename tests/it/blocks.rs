//! Block texts of YAML (`>` and `|`): on the screen they are single lines.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: p
title: >
  A plan
  of blocks
days:
  - title: |
      Day
      one
    slots:
      - time: 10:00-11:00
        title: |
          first
          second
        items:
          - >
            folded
            item
          - |
            two
            lines
      - time: 11:00-12:00
        title: >
          third
";

#[test]
fn titles_and_items_are_single_lines_on_the_screen() {
    let home = Sandbox::new().at("2026-11-30T09:00:00");
    home.file("block.yaml", PLAN);
    let begun = home.run(&["init", "block.yaml", "--start", "2026-11-30"]);
    assert_eq!(
        begun.ok(),
        "A plan of blocks begins on Mon 30 Nov 2026\n  its last day is Mon 30 Nov 2026\n"
    );
    let done = home.run(&["done", "1"]);
    assert_eq!(
        done.ok(),
        "✓ d01-1000 first second   planned 1 h\n  left today: 2 (1 h)\n"
    );
    let shown = "\
✓ first second                                                                              d01-1000
  Mon 30 Nov · Day 1 · 10:00-11:00 · 1 h · done
    - folded item
    - two lines
  done on Mon 30 Nov 2026
";
    assert_eq!(home.run(&["show", "d1.1"]).ok(), shown);
}

#[test]
fn a_title_in_a_message_is_a_single_line() {
    let home = Sandbox::new();
    home.file("block.yaml", PLAN.replace("11:00-12:00", "10:30-12:00"));
    let expected = "\
error[overlap]: 10:30-12:00 overlaps 10:00-11:00 (`first second`)
  --> block.yaml:21:15
   |
21 |       - time: 10:30-12:00
   |               ^^^^^^^^^^^
   |
   = help: move one of the two

";
    let out = home.run(&["check", "block.yaml"]);
    assert_eq!((out.code, out.stdout.as_str()), (65, expected), "{out}");
}
