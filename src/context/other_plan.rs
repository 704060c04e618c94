//! What a run prints about a plan that is not the current one: its commands name that plan.

use std::borrow::Cow;

use super::Ctx;
use crate::escape::shell_word;
use crate::render::Sheet;
use crate::store::plan_file::PlanSource;
use crate::store::remembered;
use crate::text::Message;

impl Ctx {
    /// What `--plan` calls the plan of the run, if that is not the current one.
    pub(crate) fn other_plan(&self) -> Option<String> {
        let asked = &self.plan.as_ref()?.source;
        let current = self.config.plan.clone();
        let is_current = asked.is(&current.unwrap_or_else(PlanSource::first));
        (!is_current).then(|| shell_word(remembered::name(&self.paths, asked)))
    }

    /// A message about the plan of the run.
    pub(crate) fn here(&self, message: impl Into<Message>) -> Message {
        let message = message.into();
        match self.other_plan() {
            Some(plan) => message.on_plan(&plan),
            None => message,
        }
    }

    /// A sheet about the plan of the run.
    pub(crate) fn sheet_here<'s>(&self, sheet: &'s Sheet) -> Cow<'s, Sheet> {
        match self.other_plan() {
            Some(plan) => Cow::Owned(sheet.clone().on_plan(&plan)),
            None => Cow::Borrowed(sheet),
        }
    }
}
