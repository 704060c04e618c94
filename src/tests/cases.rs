//! How many cases property tests try.

/// `few` cases, so that `cargo test` is quick; `full` of them with `PLAN_TEST_CASES=full`, as in
/// `.ci/run`, and twice as many with `PLAN_TEST_CASES=all`, by hand.
pub(crate) fn cases(few: u32, full: u32) -> u32 {
    match std::env::var("PLAN_TEST_CASES").as_deref() {
        Ok("full") => full,
        Ok("all") => 2 * full,
        _ => few,
    }
}
