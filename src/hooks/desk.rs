//! What every component can do: change the state, bring articles, ask for a report.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::example;
use crate::platform::files::{self, Brought, Handle};
use crate::platform::{clipboard, download, folders};
use crate::protocol::{JobId, Reply};
use crate::state::{Action, Job, Stage, State, Tone};
use crate::worker::{Engine, Event};

/// The way from components to the state and the engine. One that is not set up does nothing, as in snapshots of single components.
#[derive(Clone, Default)]
pub struct Desk {
    dispatch: Option<UseReducerDispatcher<State>>,
    engine: Option<Engine>,
    /// Raised when everything under way is given up.
    given_up: Rc<Cell<u32>>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        self.dispatch == other.dispatch && self.engine == other.engine
    }
}

/// The desk that the page has set up.
#[hook]
pub fn use_desk() -> Desk {
    use_context::<Desk>().unwrap_or_default()
}

/// Sets up the desk: starts the engine, and has it follow the state.
#[hook]
pub fn use_new_desk(state: &UseReducerHandle<State>) -> Desk {
    let desk = {
        let dispatch = state.dispatcher();
        (*use_memo((), |()| {
            let hear = dispatch.clone();
            Desk { dispatch: Some(dispatch), engine: Some(Engine::start(move |event| heard(&hear, event))), given_up: Rc::default() }
        }))
        .clone()
    };
    let follow = desk.clone();
    let articles: Vec<_> = state.entries.iter().map(|entry| (entry.id, entry.article.clone())).collect();
    let terms = state.terms.clone();
    use_effect_with((state.rev, state.due), move |(rev, due)| {
        let Some(engine) = &follow.engine else { return };
        if *rev > 0 && rev == due {
            engine.compare(*rev, articles, terms);
        } else {
            engine.keep(articles, terms);
        }
    });
    desk
}

/// What an event of the engine means for the page.
fn heard(dispatch: &UseReducerDispatcher<State>, event: Event) {
    let action = match event {
        Event::Stopped(rev) => Action::Stopped { rev },
        Event::Opening { file, loading } => Action::Opening { job: file, loading },
        Event::Found { job, name, file } => Action::Started(Job { of: Some(file), ..Job::new(job, name) }),
        Event::Opened(file) => Action::Opened(file),
        Event::Reply(reply, bytes) => match reply {
            // Between page and engine only.
            Reply::Ready { .. } | Reply::Foreign { .. } => return,
            Reply::Parsed { job, articles, offered, terms } => Action::Parsed { job, articles, offered, terms },
            Reply::Refused { job, error } => Action::Refused { job, error },
            Reply::Progress { rev, progress } => Action::Progressed { rev, progress },
            Reply::Compared { rev, comparison } => Action::Compared { rev, comparison },
            Reply::Exported { .. } if download::save("crossread-report.json", "application/json", &bytes) => return,
            Reply::Exported { .. } => Action::Say(Tone::Problem, "The browser did not let the report be saved.".to_owned()),
            Reply::NotExported { error, .. } => Action::Say(Tone::Problem, error),
        },
    };
    dispatch.dispatch(action);
}

impl Desk {
    /// Changes the state.
    pub fn act(&self, action: Action) {
        if let Some(dispatch) = &self.dispatch {
            dispatch.dispatch(action);
        }
    }

    /// Takes what the reader brought: problems are said, the rest is read in the order it came.
    pub fn bring(&self, brought: Brought) {
        let Some(engine) = self.engine.clone() else { return };
        self.complain(brought.problems);
        for text in brought.texts {
            let job = engine.fresh_job();
            self.act(Action::Started(Job::new(job, text.name.as_str())));
            engine.parse(job, text);
        }
        let desk = self.clone();
        if brought.folders.is_empty() {
            let files = desk.announce(&engine, brought.files);
            yew::platform::spawn_local(async move { desk.read(&engine, files).await });
            return;
        }
        let job = engine.fresh_job();
        let name = brought.folders.iter().map(|folder| folder.name()).collect::<Vec<_>>().join(", ");
        self.act(Action::Started(Job { stage: Stage::Listing, ..Job::new(job, name) }));
        yew::platform::spawn_local(async move {
            let turn = desk.given_up.get();
            let (files, problems) = folders::look_through(brought.files, brought.folders).await;
            if desk.given_up.get() == turn {
                desk.complain(problems);
                let files = desk.announce(&engine, files);
                desk.act(Action::Opened(job));
                desk.read(&engine, files).await;
            }
        });
    }

    fn announce(&self, engine: &Engine, files: Vec<Handle>) -> Vec<(JobId, Handle)> {
        let announced = files.into_iter().map(|file| {
            let job = engine.fresh_job();
            self.act(Action::Started(Job::new(job, file.name.as_str())));
            (job, file)
        });
        announced.collect()
    }

    /// Reads files one after the other: so they come in the order in which they were brought, and there is never more than one in memory.
    async fn read(&self, engine: &Engine, files: Vec<(JobId, Handle)>) {
        let turn = self.given_up.get();
        for (job, file) in files {
            let outcome = files::read(&file).await;
            if self.given_up.get() != turn {
                return;
            }
            match outcome {
                Ok(source) => {
                    engine.parse(job, source);
                    engine.done(job).await;
                }
                Err(error) => self.act(Action::Refused { job, error }),
            }
        }
    }

    fn complain(&self, problems: Vec<String>) {
        for problem in problems {
            self.act(Action::Say(Tone::Problem, problem));
        }
    }

    /// Gives up a file that is being opened.
    pub fn skip(&self, job: JobId) {
        self.act(Action::Skipped(job));
        if let Some(engine) = &self.engine {
            engine.skip(job);
        }
    }

    /// Gives up everything that is still being read.
    pub fn give_up(&self) {
        self.act(Action::GaveUp);
        self.stop();
    }

    /// Deletes every article, and gives up what is still being read.
    pub fn delete_all(&self) {
        self.act(Action::DeleteAll);
        self.stop();
    }

    fn stop(&self) {
        self.given_up.set(self.given_up.get() + 1);
        if let Some(engine) = &self.engine {
            engine.stop();
        }
    }

    /// Takes the clipboard's content; `refused` is called where the browser does not give it.
    pub fn paste(&self, refused: impl FnOnce() + 'static) {
        let desk = self.clone();
        yew::platform::spawn_local(async move {
            match clipboard::read().await {
                Some(source) => desk.bring(Brought { texts: vec![source], ..Brought::default() }),
                None => refused(),
            }
        });
    }

    /// Brings the invented example.
    pub fn bring_example(&self) {
        self.bring(Brought { texts: example::sources(), ..Brought::default() });
        self.act(Action::Say(Tone::Info, example::NOTE.to_owned()));
    }

    /// Has the report written and offered as a file.
    pub fn export(&self) {
        if let Some(engine) = &self.engine {
            engine.export();
        }
    }

    /// Compares again after an unexpected stop.
    pub fn retry(&self) {
        self.act(Action::Retry);
        if let Some(engine) = &self.engine {
            engine.retry();
        }
    }
}
