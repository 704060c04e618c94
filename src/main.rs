//! `plan`: follow a study plan from the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(plan::run())
}
