//! The plan as a whole.

use super::words::duration;
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
    let kind = if *weekend { "周末" } else { "工作日" };
    let budget = match (duration(budget.low), duration(budget.high)) {
        (low, high) if low == high => low,
        (low, high) => format!("{low}至 {high}"),
    };
    if *days == 0 {
        return format!("{kind}每天 {budget}，计划没有安排");
    }
    let over = match over {
        0 => String::new(),
        over => format!("，{over} 天超出（共 {days} 天）"),
    };
    let (average, most) = (duration(*average), duration(*most));
    format!("{kind}每天 {budget}；计划平均 {average}，最多 {most}{over}")
}
