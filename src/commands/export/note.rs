//! `plan export --format md`, and keeping a note current.

use std::path::{Path, PathBuf};

use super::{Args, load};
use crate::checklist::{self, States, Update, front, is_of_same_content, update};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape::{shell_word, terminal};
use crate::model::PlanId;
use crate::render::{NoteTerms, is_dataview, note};
use crate::store::{export, paths::expand_home};
use crate::summary::{Study, box_states};
use crate::text::{Export, ExportHint, Message};

/// Writes the study as a note.
///
/// # Errors
/// `CannotCreate` if there is another file, or a note with something in it that would be lost.
pub(super) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let study = load::whole(ctx)?;
    let text = of_study(ctx, &study, args.dataview);
    let Some(path) = &args.output else {
        ctx.out += &text;
        return Ok(());
    };
    let path = expand_home(Path::new(path));
    if let Some(old) = own_note(&path, &study.plan.id)? {
        let states = box_states(&study);
        if update(&old, &states, &states) != Update::Replace {
            let file = shell_word(&path);
            let error = Error::new(ErrorKind::CannotCreate, Export::NoteEdited(path));
            return Err(error.hint(ExportHint::PullFirst(file)));
        }
    }
    export::write_note(&path, &text)?;
    let said = Message::from(Export::NoteWritten(path));
    ctx.out += &format!("{}\n", terminal(&said.text(ctx.style.locale)));
    Ok(())
}

fn of_study(ctx: &Ctx, study: &Study, dataview: bool) -> String {
    let locale = ctx.style.locale;
    let study = study.clone().without_editor_notes();
    note(&study, NoteTerms { dataview, locale })
}

/// The note of the plan at `path`, if there is one.
///
/// # Errors
/// `CannotCreate` if there is something else.
fn own_note(path: &Path, plan: &PlanId) -> Result<Option<String>> {
    let Some(old) = export::read_note(path)? else {
        return Ok(None);
    };
    if front(&old).is_some_and(|front| front.plan == plan.as_str()) {
        return Ok(Some(old));
    }
    let error = Error::new(ErrorKind::CannotCreate, Export::NotANote(path.to_owned()));
    Err(error.hint(ExportHint::OtherName))
}

/// Brings a note that is published to the state of the study; `before` is what its boxes said. A note
/// that somebody has edited keeps its text, and boxes that are not recorded.
///
/// # Errors
/// `CannotCreate` if there is another file; `Io` if it cannot be read or written.
pub(in crate::commands) fn publish(
    ctx: &Ctx,
    path: &Path,
    study: &Study,
    before: &States,
) -> Result<Option<Export>> {
    let old = own_note(path, &study.plan.id)?;
    let old = old.unwrap_or_default();
    let new = of_study(ctx, study, is_dataview(&old));
    let (text, is_current) = match checklist::update(&old, before, &box_states(study)) {
        Update::Push(text) if !old.is_empty() => {
            let is_current = is_of_same_content(&old, &new);
            (text, is_current)
        }
        _ => (new, true),
    };
    if text != old {
        export::write_note(path, &text)?;
    }
    Ok((!is_current).then(|| Export::OnlyBoxes(PathBuf::from(path))))
}
