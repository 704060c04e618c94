//! Commands in messages about a plan that is not the current one.

/// `text`, in which the commands between backticks act on the plan that `--plan` calls `plan`. Those
/// that name it already, or act on no plan, stay as they are.
pub(super) fn on_plan(text: &str, plan: &str) -> String {
    let mut parts = text.split("`plan ");
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let command = part.split('`').next().unwrap_or(part);
        said += "`plan ";
        if is_about_a_plan(command) && !names_a_plan(command) {
            said += &format!("--plan {plan} ");
        }
        said += part;
    }
    said
}

/// Whether a command acts on the plan of the run: every verb does that is not listed here.
fn is_about_a_plan(command: &str) -> bool {
    let (verb, rest) = command.split_once(' ').unwrap_or((command, ""));
    match verb {
        "completions" | "help" | "import" | "man" | "new" | "plans" | "schema" | "use" => false,
        // With a file they are about that.
        "check" | "init" => rest.is_empty() || rest.starts_with('-'),
        _ => !verb.starts_with('-'),
    }
}

/// Whether a command says which plan is meant: with `--plan`, or before a target.
fn names_a_plan(command: &str) -> bool {
    let is_id = |text: &str| {
        let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        // `09:00` is a time.
        text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(is_part)
    };
    let mut plans = command.split(' ').filter_map(|word| word.split_once(':'));
    command.contains("--plan ") || plans.any(|(plan, _)| is_id(plan.trim_start_matches('\'')))
}

#[cfg(test)]
mod tests {
    use super::on_plan;

    #[test]
    fn commands_name_the_plan_unless_they_need_not() {
        let cases = [
            ("`plan undo` reverts it", "`plan --plan b undo` reverts it"),
            (
                "`plan fit --hours mon=2h --apply`",
                "`plan --plan b fit --hours mon=2h --apply`",
            ),
            (
                "`plan init` or `plan check`",
                "`plan --plan b init` or `plan --plan b check`",
            ),
            ("`plan init --restart`", "`plan --plan b init --restart`"),
            ("`plan done b:1`", "`plan done b:1`"),
            ("`plan done 'b:Big one'`", "`plan done 'b:Big one'`"),
            ("`plan stop a:1`", "`plan stop a:1`"),
            (
                "`plan move 1 wed --at 09:00`",
                "`plan --plan b move 1 wed --at 09:00`",
            ),
            ("`plan --plan b undo`", "`plan --plan b undo`"),
            (
                "`plan init c.yaml`, `plan check c.yaml`",
                "`plan init c.yaml`, `plan check c.yaml`",
            ),
            (
                "`plan plans`, `plan use b`, `plan help data`",
                "`plan plans`, `plan use b`, `plan help data`",
            ),
            (
                "see `plan --help`; the plan is over",
                "see `plan --help`; the plan is over",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(on_plan(text, "b"), expected);
        }
    }
}
