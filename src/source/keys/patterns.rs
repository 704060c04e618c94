//! The forms that texts have, as regular expressions for the schema. The parser is stricter where
//! figures have bounds; it takes nothing that these refuse.

macro_rules! length {
    () => {
        "([0-9]{1,6}m?|[0-9]{1,6}([.][0-9]{1,2})?h([0-9]{1,6}m?)?|[0-9]{1,6}:[0-5][0-9])"
    };
}

macro_rules! clock {
    () => {
        "(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)"
    };
}

macro_rules! weekday {
    () => {
        "(mon|tue|wed|thu|fri|sat|sun)"
    };
}

pub(super) const PLAN_ID: &str = "^[a-z0-9][a-z0-9-]{0,63}$";
pub(super) const SLOT_ID: &str = PLAN_ID;
pub(super) const RESOURCE_ID: &str = "^[a-z0-9][a-z0-9.-]{0,63}$";
pub(super) const PERIOD: &str = "^ *0*[1-9][0-9]{0,2} +(day|week|month)s? *$";
pub(super) const LENGTH: &str = concat!("^ *", length!(), " *$");
pub(super) const BUDGET_RANGE: &str = concat!("^ *", length!(), " *(- *", length!(), " *)?$");
pub(super) const WINDOW: &str = concat!("^ *", clock!(), " *- *", clock!(), " *$");
pub(super) const DAY_NUMBER: &str = "^ *0*[1-9][0-9]{0,5} *(- *0*[1-9][0-9]{0,5} *)?$";
pub(super) const WEEKDAY: &str = concat!("^", weekday!(), "(-", weekday!(), ")?$");
/// A scheme in letters of any case, and a host without a user name before it.
pub(super) const LINK: &str = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#\\@]+([/?#\\]|$)";
