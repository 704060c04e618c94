//! The forms that texts have, as regular expressions that JSON Schema and the parser agree on.

pub(super) const PLAN_ID: &str = "^[a-z0-9][a-z0-9-]{0,63}$";
pub(super) const SLOT_ID: &str = PLAN_ID;
pub(super) const RESOURCE_ID: &str = "^[a-z0-9][a-z0-9.-]{0,63}$";
pub(super) const SPAN: &str = "^ *[0-9]{1,3} +(day|week|month)s?$";
pub(super) const LENGTH: &str =
    "^([0-9]+m?|[0-9]+h([0-9]+m?)?|[0-9]+:[0-5][0-9]|[0-9]+[.][0-9]{1,2}h)$";
pub(super) const BUDGET_RANGE: &str = "^[0-9][0-9hm.:]*(-[0-9][0-9hm.:]*)?$";
pub(super) const WINDOW: &str = "^([01]?[0-9]|2[0-4]):[0-5][0-9]-([01]?[0-9]|2[0-4]):[0-5][0-9]$";
pub(super) const DAY_NUMBER: &str = "^[0-9]+( *- *[0-9]+)?$";
pub(super) const WEEKDAY: &str = "^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$";
pub(super) const LINK: &str = "^https?://[^/@ ]+";
