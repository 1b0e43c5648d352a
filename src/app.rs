//! The whole page.

use yew::prelude::*;

use crate::components::{ArticlesView, Dock, DropHint, FirstVisit, Masthead, Notices, PasteDialog, ShortcutsDialog, SideBySide};
use crate::hooks::{Desk, Situation, use_arrivals, use_autosave, use_fragment, use_new_desk, use_shortcuts};
use crate::state::{State, View};

/// Which dialog is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialog {
    Paste,
    Shortcuts,
}

/// The page: it holds the state and hands it down.
#[component]
pub fn App() -> Html {
    let state = use_reducer(State::default);
    let desk = use_new_desk(&state);
    let dialog = use_state_eq(|| None::<Dialog>);
    let open = |which: Dialog| {
        let dialog = dialog.setter();
        Callback::from(move |()| dialog.set(Some(which)))
    };
    let close = {
        let dialog = dialog.setter();
        Callback::from(move |()| dialog.set(None))
    };
    let help = use_callback((), {
        let dialog = dialog.setter();
        move |(), ()| dialog.set(Some(Dialog::Shortcuts))
    });

    use_autosave(&desk, &state);
    let empty = state.entries.is_empty();
    use_fragment(&desk, state.view, state.reading.is_some(), empty);
    let reading = state.reading.clone().filter(|_| state.view == View::SideBySide);
    use_shortcuts(&desk, reading.as_ref().map(|_| Situation::of(&state.side)), &help);
    let over = use_arrivals(&desk);

    html! {
        <ContextProvider<Desk> context={desk}>
            <Masthead articles={state.entries.len()} view={state.view} comparable={state.reading.is_some()} onhelp={help} />
            <Notices notices={state.notices.clone()} work={state.work} />
            <main id="main">
                if let Some(reading) = &reading {
                    <SideBySide reading={reading.clone()} side={state.side.clone()} settings={state.terms.settings} />
                } else if empty {
                    <FirstVisit onpaste={open(Dialog::Paste)} />
                } else {
                    <ArticlesView entries={state.entries.clone()} reading={state.reading.clone()} onpaste={open(Dialog::Paste)} />
                }
            </main>
            <Dock {reading} side={state.side.clone()} work={state.work} jobs={state.jobs.clone()} idle={empty} />
            if over {
                <DropHint />
            }
            if *dialog == Some(Dialog::Paste) {
                <PasteDialog onclose={close.clone()} />
            }
            if *dialog == Some(Dialog::Shortcuts) {
                <ShortcutsDialog onclose={close} />
            }
        </ContextProvider<Desk>>
    }
}
