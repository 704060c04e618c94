//! How many cases property tests try.

/// `few` cases, so that `cargo test` is quick; `full` of them with `PLAN_TEST_CASES=full`, as in
/// `.ci/run`.
pub(crate) fn cases(few: u32, full: u32) -> u32 {
    let is_full = std::env::var_os("PLAN_TEST_CASES").is_some_and(|cases| cases == "full");
    if is_full { full } else { few }
}
