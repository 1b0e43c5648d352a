//! What the page is showing and why: a plain value, changed only by [`Action`]s. Knows nothing of the browser.

mod action;
mod entry;
mod notice;
mod session;
mod side;

use std::rc::Rc;

use crossread_engine::{Article, Comparison, Progress, Role};

pub use action::Action;
pub use entry::Entry;
pub use notice::{Notice, Tone};
pub use session::Saved;
pub use side::{Layout, Side};

use crate::protocol::{ArticleId, JobId};
use crate::reading::{Reading, Stop, Walk};

/// The views that there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What was brought.
    #[default]
    Articles,
    /// The articles next to each other.
    SideBySide,
}

/// What the engine is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// Nothing.
    #[default]
    Idle,
    /// Comparing; how far, once it said so.
    Comparing(Option<Progress>),
    /// It stopped unexpectedly and waits to be told to try again.
    Stopped,
}

/// A source that is being parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The name the engine answers with.
    pub id: JobId,
    /// The source's name.
    pub name: String,
}

/// Everything the page shows.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Raised by whatever changes what is compared.
    pub rev: u32,
    /// The articles, in the reader's order.
    pub entries: Vec<Rc<Entry>>,
    /// Sources being parsed.
    pub jobs: Vec<Job>,
    /// Messages not yet dismissed.
    pub notices: Vec<Notice>,
    /// The newest comparison, with the articles as they were when it was made.
    pub reading: Option<Rc<Reading>>,
    /// What the engine is at.
    pub work: Work,
    /// The view on screen.
    pub view: View,
    /// How the side by side is shown.
    pub side: Side,
    /// Whether what was saved has been looked for.
    pub restored: bool,
    next: u32,
    /// Whether articles have come in since the last comparison.
    arrived: bool,
    /// Earlier articles, newest last.
    undo: Vec<Vec<Rc<Entry>>>,
}

/// Steps back that are kept.
const UNDO: usize = 50;

impl yew::Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        Rc::new(next)
    }
}

impl State {
    /// Does what is asked.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Restored { entries, problem } => self.restore(entries, problem),
            Action::Started(job) => self.jobs.push(job),
            Action::Parsed { job, articles, offered } => self.parsed(job, articles, offered),
            Action::Refused { job, error } => self.refused(job, &error),
            Action::Say(tone, text) => self.say(tone, text, false),
            Action::Dismiss(id) => self.notices.retain(|notice| notice.id != id),
            Action::Progressed { rev, progress } if rev == self.rev => self.work = Work::Comparing(Some(progress)),
            Action::Compared { rev, comparison } if rev == self.rev => self.compared(comparison),
            Action::Stopped { rev } if rev == self.rev => self.work = Work::Stopped,
            // Of an earlier revision: nobody waits for it any more.
            Action::Progressed { .. } | Action::Compared { .. } | Action::Stopped { .. } => {}
            Action::Retry => self.work = Work::Comparing(None),
            Action::SetField { id, field, value } => self.edit(id, |article| article.set_field(field, &value)),
            Action::SetRoles { id, blocks, role } => self.edit(id, |article| set_roles(article, &blocks, role)),
            Action::Repair(id) => self.edit(id, Article::repair),
            Action::AddOffered(id) => self.add_offered(id),
            Action::Remove(id) => self.remove(id),
            Action::Move { id, by } => self.shift(id, by),
            Action::DeleteAll => self.delete_all(),
            Action::Undo => self.undo(),
            Action::Show(view) => self.view = view,
            Action::SetLayout(layout) => self.side.layout = layout,
            Action::ToggleColumn(id) => self.toggle(id),
            Action::SetLead(id) => self.side.lead = Some(id),
            Action::Select(stop) => self.select(stop),
            Action::Focus(article) => self.side.focus = Some(article),
            Action::Walk { walk, by } => self.walk(walk, by),
            Action::Twin => self.twin(),
        }
    }

    /// The article that goes by `id`.
    pub fn entry(&self, id: ArticleId) -> Option<&Rc<Entry>> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// A name that nothing has had yet.
    fn fresh(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn say(&mut self, tone: Tone, text: String, undo: bool) {
        let id = self.fresh();
        self.notices.push(Notice { id, tone, text, undo });
    }

    fn restore(&mut self, entries: Vec<(Article, Vec<Article>)>, problem: Option<String>) {
        self.restored = true;
        self.arrived = true;
        for (article, offered) in entries {
            let id = ArticleId(self.fresh());
            self.entries.push(Rc::new(Entry { id, article: Rc::new(article), offered }));
        }
        if let Some(problem) = problem {
            self.say(Tone::Problem, problem, false);
        }
        self.changed();
    }

    fn parsed(&mut self, job: JobId, articles: Vec<Article>, mut offered: Vec<Article>) {
        let Some(name) = self.finish(job) else { return };
        self.remember();
        let mut added = false;
        for article in articles {
            added |= self.add(&name, article, std::mem::take(&mut offered));
        }
        if added {
            self.arrived = true;
            self.changed();
        } else {
            self.undo.pop();
        }
    }

    /// Adds an article unless it is there already, which is said.
    fn add(&mut self, name: &str, article: Article, offered: Vec<Article>) -> bool {
        if let Some(at) = self.entries.iter().position(|entry| entry.is_of(&article)) {
            let label = crossread_engine::ArticleIdx(at).label();
            self.say(Tone::Info, format!("“{name}” is already here, as {label}. It was not added a second time."), false);
            return false;
        }
        let id = ArticleId(self.fresh());
        self.entries.push(Rc::new(Entry { id, article: Rc::new(article), offered }));
        true
    }

    fn add_offered(&mut self, id: ArticleId) {
        let Some(at) = self.entries.iter().position(|entry| entry.id == id) else { return };
        self.remember();
        let entry = &self.entries[at];
        let (article, offered) = (entry.article.clone(), entry.offered.clone());
        self.entries[at] = Rc::new(Entry { id, article, offered: Vec::new() });
        for further in offered {
            let name = further.title.clone().unwrap_or_else(|| "The further article".to_owned());
            self.add(&name, further, Vec::new());
        }
        self.arrived = true;
        self.changed();
    }

    fn refused(&mut self, job: JobId, error: &str) {
        let said = match self.finish(job) {
            Some(name) => format!("“{name}” could not be read. {error}"),
            // No source: a report that could not be written.
            None => error.to_owned(),
        };
        self.say(Tone::Problem, said, false);
    }

    /// Strikes a job off; its source's name.
    fn finish(&mut self, job: JobId) -> Option<String> {
        let at = self.jobs.iter().position(|j| j.id == job)?;
        Some(self.jobs.remove(at).name)
    }

    fn compared(&mut self, comparison: Comparison) {
        self.work = Work::Idle;
        let first = self.reading.is_none();
        let articles = self.entries.iter().map(|entry| (entry.id, entry.article.clone())).collect();
        let reading = Rc::new(Reading::new(articles, comparison));
        self.side.settle(&reading);
        self.reading = Some(reading);
        // The comparison appears by itself where articles have come in. Who corrects or undoes something is left where that is done.
        if first && self.arrived {
            self.view = View::SideBySide;
        }
        self.arrived = false;
    }

    fn edit(&mut self, id: ArticleId, change: impl FnOnce(&mut Article)) {
        let Some(at) = self.entries.iter().position(|entry| entry.id == id) else { return };
        let mut article = (*self.entries[at].article).clone();
        change(&mut article);
        if article == *self.entries[at].article {
            return;
        }
        self.remember();
        let offered = self.entries[at].offered.clone();
        self.entries[at] = Rc::new(Entry { id, article: Rc::new(article), offered });
        self.changed();
    }

    fn remove(&mut self, id: ArticleId) {
        let Some(entry) = self.entry(id).cloned() else { return };
        self.remember();
        self.entries.retain(|entry| entry.id != id);
        self.say(Tone::Info, format!("Removed {}.", entry.quoted_name()), true);
        self.changed();
    }

    fn shift(&mut self, id: ArticleId, by: isize) {
        let Some(from) = self.entries.iter().position(|entry| entry.id == id) else { return };
        let to = from.saturating_add_signed(by).min(self.entries.len() - 1);
        if from != to {
            self.remember();
            let entry = self.entries.remove(from);
            self.entries.insert(to, entry);
            self.changed();
        }
    }

    fn delete_all(&mut self) {
        self.remember();
        self.entries.clear();
        self.notices.clear();
        self.say(Tone::Info, "Everything is deleted from this browser.".to_owned(), true);
        self.changed();
    }

    /// Keeps the articles as they are, to come back to. An older offer to undo goes: it would now undo something else than it names.
    fn remember(&mut self) {
        self.notices.retain(|notice| !notice.undo);
        self.undo.push(self.entries.clone());
        if self.undo.len() > UNDO {
            self.undo.remove(0);
        }
    }

    fn undo(&mut self) {
        if let Some(entries) = self.undo.pop() {
            self.entries = entries;
            self.notices.retain(|notice| !notice.undo);
            self.changed();
        }
    }

    /// What is compared is no longer what was.
    fn changed(&mut self) {
        self.rev += 1;
        if self.entries.len() < 2 {
            self.reading = None;
            self.work = Work::Idle;
            self.view = View::Articles;
        } else {
            self.work = Work::Comparing(None);
        }
    }

    fn select(&mut self, stop: Option<Stop>) {
        let Some(reading) = &self.reading else { return };
        self.side.select(reading, stop);
    }

    fn toggle(&mut self, id: ArticleId) {
        let Some(reading) = &self.reading else { return };
        self.side.toggle(reading, id);
    }

    fn walk(&mut self, walk: Option<Walk>, by: isize) {
        let Some(reading) = &self.reading else { return };
        self.view = View::SideBySide;
        self.side.walk(reading, walk, by);
    }

    fn twin(&mut self) {
        let Some(reading) = &self.reading else { return };
        self.side.twin(reading);
    }
}

fn set_roles(article: &mut Article, blocks: &[usize], role: Role) {
    for block in blocks {
        article.set_role(*block, role);
    }
}

#[cfg(test)]
mod tests;
