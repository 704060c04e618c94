//! Messages about how the command line is written.

use super::message;
use super::words::quoted_list;
use crate::text::Usage;

/// The message in Chinese.
pub(super) fn usage(problem: &Usage) -> String {
    match problem {
        Usage::Unexpected { argument } if argument.starts_with('-') => {
            format!("未知选项 `{argument}`")
        }
        Usage::Unexpected { argument } => format!("多余的参数 `{argument}`"),
        Usage::NearestOption { option } => format!("是不是想用 `{option}`？"),
        Usage::Repeated { option } => format!("`{option}` 只能出现一次"),
        Usage::Conflict { option, others } => {
            format!("`{option}` 不能与 {} 同时使用", quoted_list(others))
        }
        Usage::NoValue { option } => format!("{}需要一个值", named(option)),
        Usage::InvalidValue { value, option } => format!("{} `{value}` 无效", valued(option)),
        Usage::Refused {
            value,
            option,
            reason,
        } => format!(
            "{} `{value}` 无效：{}",
            valued(option),
            message(reason, None)
        ),
        Usage::Accepted { values } => format!("可用的值：{}", quoted_list(values)),
        Usage::Missing { arguments } => {
            let missing = arguments.iter().map(|argument| plain(argument));
            format!("缺少参数 {}", quoted_list(missing))
        }
        Usage::NotUtf8 => "参数不是 UTF-8 编码".to_owned(),
    }
}

/// The name of an argument without the signs that help puts around it: `文字` for `<文字>...`.
fn plain(argument: &str) -> &str {
    let argument = argument.trim_end_matches("...");
    argument.trim_matches(['<', '>', '[', ']'])
}

/// ``选项 `--took` ``, or the name of an argument.
fn named(argument: &str) -> String {
    if argument.starts_with('-') {
        return format!("选项 `{argument}` ");
    }
    plain(argument).to_owned()
}

/// What stands before the value of an option or argument.
fn valued(argument: &str) -> String {
    if argument.starts_with('-') {
        return format!("`{argument}` 的值");
    }
    plain(argument).to_owned()
}
