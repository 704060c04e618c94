//! Messages about how the command line is written.

use super::words::quoted_list;
use crate::text::Usage;

/// The message in English.
pub(super) fn usage(message: &Usage) -> String {
    match message {
        Usage::Unexpected { argument } => format!("unexpected argument `{argument}`"),
        Usage::NearestOption { option } => format!("did you mean `{option}`?"),
        Usage::Repeated { option } => format!("`{option}` is given more than once"),
        Usage::Conflict { option, others } => {
            format!("`{option}` cannot be combined with {}", quoted_list(others))
        }
        Usage::NoValue { option } => format!("`{option}` needs a value"),
        Usage::InvalidValue { value, option } => format!("invalid value `{value}` for `{option}`"),
        Usage::Refused {
            value,
            option,
            reason,
        } => format!("invalid value `{value}` for `{option}`: {reason}"),
        Usage::Accepted { values } => format!("it accepts {}", quoted_list(values)),
        Usage::Missing { arguments } => format!("missing {}", quoted_list(arguments)),
        Usage::NotUtf8 => "an argument is not UTF-8".to_owned(),
    }
}
