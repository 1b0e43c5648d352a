//! What every component can do: change the state, bring articles, ask for a report.

use std::cell::Cell;
use std::rc::Rc;

use crossread_engine::Source;
use yew::prelude::*;

use crate::example;
use crate::platform::files::{self, Brought};
use crate::platform::{clipboard, download};
use crate::protocol::{JobId, Reply};
use crate::state::{Action, Job, State, Tone};
use crate::worker::{Engine, Event};

/// The way from components to the state and the engine. One that is not set up does nothing, as in snapshots of single components.
#[derive(Clone, Default)]
pub struct Desk {
    dispatch: Option<UseReducerDispatcher<State>>,
    engine: Option<Engine>,
    jobs: Rc<Cell<u32>>,
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
            Desk { dispatch: Some(dispatch), engine: Some(Engine::start(move |event| heard(&hear, event))), jobs: Rc::default() }
        }))
        .clone()
    };
    let follow = desk.clone();
    let articles: Vec<_> = state.entries.iter().map(|entry| (entry.id, entry.article.clone())).collect();
    use_effect_with(state.rev, move |rev| {
        if let Some(engine) = &follow.engine
            && *rev > 0
        {
            engine.compare(*rev, articles);
        }
    });
    desk
}

/// What an event of the engine means for the page.
fn heard(dispatch: &UseReducerDispatcher<State>, event: Event) {
    let action = match event {
        Event::Stopped(rev) => Action::Stopped { rev },
        Event::Reply(reply, bytes) => match reply {
            Reply::Ready { .. } => return,
            Reply::Parsed { job, articles, offered } => Action::Parsed { job, articles, offered },
            Reply::Refused { job, error } => Action::Refused { job, error },
            Reply::Progress { rev, progress } => Action::Progressed { rev, progress },
            Reply::Compared { rev, comparison } => Action::Compared { rev, comparison: *comparison },
            Reply::Exported { .. } if download::save("crossread-report.json", "application/json", &bytes) => return,
            Reply::Exported { .. } => Action::Say(Tone::Problem, "The browser did not let the report be saved.".to_owned()),
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

    /// Takes what the reader brought: problems are said, the rest is read and parsed one after the other, in the order it came.
    pub fn bring(&self, brought: Brought) {
        for problem in brought.problems {
            self.act(Action::Say(Tone::Problem, problem));
        }
        for text in brought.texts {
            let job = self.start(&text.name);
            self.parse(job, text);
        }
        let files: Vec<_> = brought.files.into_iter().map(|file| (self.start(&file.name()), file)).collect();
        let desk = self.clone();
        yew::platform::spawn_local(async move {
            for (job, file) in files {
                match files::read(&file).await {
                    Ok(source) => desk.parse(job, source),
                    Err(error) => desk.act(Action::Refused { job, error }),
                }
            }
        });
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
            engine.export(self.fresh());
        }
    }

    /// Compares again after an unexpected stop.
    pub fn retry(&self) {
        self.act(Action::Retry);
        if let Some(engine) = &self.engine {
            engine.retry();
        }
    }

    fn start(&self, name: &str) -> JobId {
        let id = self.fresh();
        self.act(Action::Started(Job { id, name: name.to_owned() }));
        id
    }

    fn parse(&self, job: JobId, source: Source) {
        if let Some(engine) = &self.engine {
            engine.parse(job, source);
        }
    }

    fn fresh(&self) -> JobId {
        self.jobs.set(self.jobs.get() + 1);
        JobId(self.jobs.get())
    }
}
