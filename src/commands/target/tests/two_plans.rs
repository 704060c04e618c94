//! The same on screens of two plans: what is printed for a slot of the other one is that slot.

use super::*;
use crate::commands::of_plan;
use crate::context::Ctx;

/// A learner of the plans `p`, the current one, and `q`.
fn two_plans(tape: &mut Tape) -> Home {
    let mut home = Home::at("2026-09-07T08:00:00+08:00");
    home.width = 400;
    let files = ["q", "p"].map(|id| home.file(&format!("{id}.yaml"), &plan(id, tape)));
    for file in &files {
        home.said(&home.cache(), &["init", file, "--start", "2026-09-07"]);
    }
    let config = format!("plan: {}\nfollow: [q]\ndevice: k3\n", files[1]);
    home.file("config/config.yaml", &config);
    for _ in 0..tape.below(6) {
        home.now += TimeDelta::minutes(tape.of(&[0, 0, 95, 600, 1500]));
        let line: Vec<&str> = tape.of(&STEPS).split(' ').collect();
        let of_q = ["--plan", "q"];
        let of_plan = if tape.once_in(2) { &of_q[..] } else { &[] };
        home.said(&home.cache(), &[of_plan, &line].concat());
    }
    home
}

/// The plan and the slot that a target refers to, as `show` reads it.
type Reader = fn(&mut Ctx, &str, NaiveDate) -> (String, Vec<String>);

fn as_shown(ctx: &mut Ctx, text: &str, date: NaiveDate) -> (String, Vec<String>) {
    let texts = of_plan::enter(ctx, &[text.to_owned()]).expect("targets of one plan");
    let study = load::whole(ctx).expect("a study");
    let found = ids(&Targets::on(&study, date).read(&texts[0]));
    (study.plan.id.to_string(), found)
}

/// For the control: the plan is not looked at.
fn in_current_plan(ctx: &mut Ctx, text: &str, date: NaiveDate) -> (String, Vec<String>) {
    let bare = text.rsplit(':').next().unwrap_or(text);
    as_shown(ctx, bare, date)
}

/// Types back every number and id that `today` shows on some dates.
fn check(choices: &[u32], read: Reader) -> std::result::Result<usize, String> {
    let home = two_plans(&mut Tape::new(choices));
    let mut count = 0;
    for date in (0..9).map(|n| add(home.now.date_naive(), n)) {
        let typed = date.to_string();
        let (screen, json) = (
            home.run(&["today", "--date", &typed]),
            home.json(&["today", "--date", &typed, "--json"]),
        );
        let days = json["days"].as_array().expect("days").iter();
        let slots = days.flat_map(|day| day["slots"].as_array().expect("slots"));
        for slot in slots.filter(|slot| slot["displaced"] == false) {
            let text = |key: &str| slot[key].as_str().expect("text").to_owned();
            let (plan, id) = (text("plan"), text("id"));
            let shown = |name: String| match plan.as_str() {
                "q" => format!("q:{name}"),
                _ => name,
            };
            let number = shown(slot["ordinal"].to_string());
            let title = text("title");
            let is_row = |line: &str| {
                let row: String = line.chars().skip(3).collect();
                row.split(' ').next() == Some(&number) && row.contains(&title)
            };
            if !screen.lines().any(is_row) {
                return Err(format!("no {number} {title} in {screen}"));
            }
            for target in [number.clone(), shown(id.clone())] {
                let cli = Cli::try_parse_from(["plan", "show", "1"]).expect("a command");
                let mut ctx = home.context(&home.cache(), &cli).expect("a context");
                let found = read(&mut ctx, &target, date);
                if found != (plan.clone(), vec![id.clone()]) {
                    return Err(format!(
                        "{target} on {date} is that of {found:?}, not {plan} {id}"
                    ));
                }
                count += 1;
            }
        }
    }
    Ok(count)
}

fn try_plans(tried: u32, read: Reader) -> std::result::Result<usize, String> {
    let choices = collection::vec(any::<u32>(), 40..120);
    let count = std::cell::Cell::new(0);
    let ran = runner(tried).run(&choices, |choices| {
        let checked = check(&choices, read).map_err(proptest::test_runner::TestCaseError::fail)?;
        count.set(count.get() + checked);
        Ok(())
    });
    ran.map(|()| count.get()).map_err(|error| error.to_string())
}

#[test]
fn what_is_printed_of_another_plan_is_accepted() {
    let checked = try_plans(8, as_shown).expect("every target");
    assert!(checked > 8 * 10, "{checked}");
}

/// The control: a target without its plan is another slot.
#[test]
fn targets_without_their_plan_are_found_out() {
    let said = try_plans(8, in_current_plan).expect_err("another slot");
    assert!(said.contains("is that of"), "{said}");
}
