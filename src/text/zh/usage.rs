//! Messages about how the command line is written.

use super::message;
use super::words::list;
use crate::text::Usage;

/// The message in Chinese.
pub(super) fn usage(problem: &Usage) -> String {
    match problem {
        Usage::Unexpected { argument } => format!("多余或未知的参数 `{argument}`"),
        Usage::NearestOption { option } => format!("是不是想用 `{option}`？"),
        Usage::Repeated { option } => format!("`{option}` 只能出现一次"),
        Usage::Conflict { option, others } => {
            format!("`{option}` 不能与 {} 同时使用", quoted(others))
        }
        Usage::NoValue { option } => format!("`{option}` 缺少值"),
        Usage::InvalidValue { value, option } => format!("`{option}` 的值 `{value}` 无效"),
        Usage::Refused {
            value,
            option,
            reason,
        } => format!("`{option}` 的值 `{value}` 无效：{}", message(reason, None)),
        Usage::Accepted { values } => format!("可用的值：{}", quoted(values)),
        Usage::Missing { arguments } => format!("缺少 {}", quoted(arguments)),
        Usage::NotUtf8 => "参数不是 UTF-8 编码".to_owned(),
    }
}

fn quoted(words: &[String]) -> String {
    list(words.iter().map(|word| format!("`{word}`")))
}
