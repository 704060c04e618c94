//! The plan as a whole.

use super::words::{count, duration};
use crate::text::Show;

/// How much of the time budget the plan uses.
pub(super) fn budget_use(message: &Show) -> String {
    let Show::BudgetUse {
        weekend,
        budget,
        days,
        over,
        average,
        most,
    } = message
    else {
        return String::new();
    };
    let kind = if *weekend {
        "Sat and Sun"
    } else {
        "Mon to Fri"
    };
    let budget = match (duration(budget.low), duration(budget.high)) {
        (low, high) if low == high => low,
        (low, high) => format!("{low} to {high}"),
    };
    if *days == 0 {
        return format!("{kind}: {budget} a day; no days planned");
    }
    let over = match over {
        0 => String::new(),
        over => format!("; {over} of {} over it", count(days, "day")),
    };
    let (average, most) = (duration(*average), duration(*most));
    format!("{kind}: {budget} a day; planned {average} on average, {most} at most{over}")
}
