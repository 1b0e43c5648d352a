//! What the page is showing and why: a plain value, changed only by [`Action`]s. Knows nothing of the browser.

mod action;
mod entry;
mod history;
mod job;
mod links;
mod notice;
mod picks;
mod session;
mod side;

use std::rc::Rc;

use crossread_engine::{Article, Comparison, LinkCorrection, Progress, Role, Terms};

pub use action::Action;
pub use entry::Entry;
pub use job::{Job, Stage};
pub use notice::{Bulk, Notice, Tone};
pub use picks::{Pick, Picks};
pub use session::{Restored, Saved, SavedTerms};
pub use side::{Layout, Side};

use history::History;

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

/// Everything the page shows.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Raised by whatever changes what is compared.
    pub rev: u32,
    /// The revision to compare. It lags behind for as long as things are still arriving, so that they are compared once and not one by one.
    pub due: u32,
    /// The articles, in the reader's order.
    pub entries: Vec<Rc<Entry>>,
    /// What they are compared under.
    pub terms: Rc<Terms>,
    /// What is being read, in the order in which it is.
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
    history: History,
    /// The file whose articles came in since the newest of them: one step takes all of them back.
    arriving: Option<JobId>,
    /// Whether the newest step was to turn a setting: turning it further belongs to that step.
    tuning: bool,
    /// The link that the reader just made or confirmed, to be selected once it is there.
    wanted: Option<LinkCorrection>,
}

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
            Action::Restored { restored, problem } => self.restore(restored, problem),
            Action::Started(job) => self.start(job),
            Action::Opening { job, loading } => self.advance(job, if loading { Stage::Loading } else { Stage::Opening }),
            Action::Opened(job) => drop(self.finish(job)),
            Action::Skipped(job) => self.skipped(job),
            Action::GaveUp => self.gave_up(),
            Action::Parsed { job, articles, offered, terms } => self.parsed(job, articles, offered, terms),
            Action::Refused { job, error } => self.refused(job, &error),
            Action::Say(tone, text) => self.say(tone, text),
            Action::Dismiss(id) => self.notices.retain(|notice| notice.id != id),
            Action::DismissAll(bulk) => self.notices.retain(|notice| notice.bulk != Some(bulk)),
            Action::Progressed { rev, progress } if rev == self.rev => self.work = Work::Comparing(Some(progress)),
            Action::Compared { rev, comparison } if rev == self.rev => self.compared(*comparison),
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
            Action::Redo => self.redo(),
            Action::Decide { decision, between } => self.decide(decision, between),
            Action::TakeBack(correction) => self.take_back(&correction),
            Action::Tune(settings) => self.tune(settings),
            Action::StartLinking => self.start_linking(),
            Action::Pick(pick) => self.pick(pick),
            Action::LinkPicked => self.link_picked(),
            Action::StopLinking => self.side.linking = None,
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

    /// A name that nothing has had yet.
    fn fresh(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn say(&mut self, tone: Tone, text: String) {
        let id = self.fresh();
        self.notices.push(Notice { id, tone, text, undo: false, bulk: None });
    }

    fn say_in_bulk(&mut self, bulk: Bulk, tone: Tone, text: String) {
        let id = self.fresh();
        self.notices.push(Notice { id, tone, text, undo: false, bulk: Some(bulk) });
    }

    fn offer_undo(&mut self, text: String) {
        let id = self.fresh();
        self.notices.push(Notice { id, tone: Tone::Info, text, undo: true, bulk: None });
    }

    /// Notes what is being read: what was found in a file comes right behind it and what was found there before.
    fn start(&mut self, job: Job) {
        let behind = job.of.and_then(|file| self.jobs.iter().rposition(|other| other.id == file || other.of == Some(file)));
        self.jobs.insert(behind.map_or(self.jobs.len(), |at| at + 1), job);
    }

    fn advance(&mut self, id: JobId, stage: Stage) {
        if let Some(job) = self.jobs.iter_mut().find(|job| job.id == id) {
            job.stage = stage;
        }
    }

    fn restore(&mut self, Restored { entries, terms }: Restored, problem: Option<String>) {
        self.restored = true;
        self.arrived = true;
        for (article, offered) in entries {
            let id = ArticleId(self.fresh());
            self.entries.push(Rc::new(Entry { id, article: Rc::new(article), offered }));
        }
        self.join(terms, true);
        if let Some(problem) = problem {
            self.say(Tone::Problem, problem);
        }
        self.changed();
    }

    fn parsed(&mut self, job: JobId, articles: Vec<Article>, mut offered: Vec<Article>, terms: Option<Terms>) {
        let Some(Job { name, of, .. }) = self.strike(job) else { return };
        let first = of.is_none() || of != self.arriving;
        if first {
            self.remember();
            self.arriving = of;
        }
        let empty = self.entries.is_empty();
        let mut added = terms.is_some_and(|terms| self.join(terms, empty));
        for article in articles {
            added |= self.add(&name, article, std::mem::take(&mut offered));
        }
        if added {
            self.arrived = true;
            self.outdated();
        } else if first {
            self.forget();
        }
        self.settle();
    }

    /// Adds an article unless it is there already, which is said.
    fn add(&mut self, name: &str, article: Article, offered: Vec<Article>) -> bool {
        if let Some(at) = self.entries.iter().position(|entry| entry.is_of(&article)) {
            let label = crossread_engine::ArticleIdx(at).label();
            self.say_in_bulk(Bulk::Repeated, Tone::Info, format!("“{name}” is already here, as {label}. It was not added a second time."));
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
        if let Some(Job { name, .. }) = self.finish(job) {
            self.say_in_bulk(Bulk::Unread, Tone::Problem, format!("“{name}” could not be read. {error}"));
        }
    }

    fn skipped(&mut self, job: JobId) {
        if let Some(Job { name, .. }) = self.finish(job) {
            self.say(Tone::Info, format!("“{name}” was skipped."));
        }
    }

    fn gave_up(&mut self) {
        let said = match &self.jobs[..] {
            [] => return,
            [job] => format!("Stopped. “{}” was not read.", job.name),
            jobs => format!("Stopped. {} files were not read.", jobs.len()),
        };
        self.jobs.clear();
        self.say(Tone::Info, said);
        self.settle();
    }

    /// Strikes a job off that gave no article.
    fn finish(&mut self, job: JobId) -> Option<Job> {
        let job = self.strike(job);
        self.settle();
        job
    }

    /// Strikes a job off. `None` where it has been given up: nobody waits for it any more.
    fn strike(&mut self, job: JobId) -> Option<Job> {
        let at = self.jobs.iter().position(|other| other.id == job)?;
        Some(self.jobs.remove(at))
    }

    fn compared(&mut self, comparison: Comparison) {
        self.work = Work::Idle;
        let first = self.reading.is_none();
        let articles = self.entries.iter().map(|entry| (entry.id, entry.article.clone())).collect();
        let reading = Rc::new(Reading::new(articles, comparison));
        self.side.settle(&reading, self.reading.as_deref());
        if let Some(passage) = self.wanted.take().and_then(|wanted| reading.passage_decided(&wanted)) {
            self.side.go_to(&reading, Stop::Passage(passage));
        }
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
        self.offer_undo(format!("Removed {}.", entry.quoted_name()));
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
        self.terms = Rc::default();
        self.jobs.clear();
        self.notices.clear();
        self.offer_undo("Everything is deleted from this browser.".to_owned());
        self.changed();
    }

    /// What is compared is no longer what was, and is to be compared at once.
    fn changed(&mut self) {
        self.outdated();
        self.due = self.rev;
    }

    /// Compares what has arrived, once nothing more is to come.
    fn settle(&mut self) {
        if self.jobs.is_empty() {
            self.due = self.rev;
        }
    }

    /// What is compared is no longer what was.
    fn outdated(&mut self) {
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
