//! The articles next to each other.

use std::rc::Rc;

use crossread_engine::Settings;
use yew::prelude::*;

use super::{Aligned, AnswersLine, TextLayout, Toolbar, Tuning};
use crate::hooks::use_reveal;
use crate::reading::Reading;
use crate::state::{Layout, Side};

/// What [`SideBySide`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct SideBySideProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// How it is shown.
    pub side: Side,
    /// What links are shown under.
    pub settings: Settings,
}

/// The three answers, the ways to look, and the articles in one of the layouts.
#[component]
pub fn SideBySide(props: &SideBySideProps) -> Html {
    let SideBySideProps { reading, side, settings } = props;
    let tuning = use_state_eq(|| false);
    let ontuning = {
        let (set, open) = (tuning.setter(), *tuning);
        Callback::from(move |()| set.set(!open))
    };
    use_reveal(reading, side);
    let shown = use_memo((reading.clone(), side.columns.clone()), |_| side.shown(reading));
    html! {
        <>
            <AnswersLine reading={reading.clone()} walk={side.stop.map(|_| side.walk)} />
            <Toolbar reading={reading.clone()} side={side.clone()} tuning={*tuning} {ontuning} />
            if *tuning {
                <Tuning reading={reading.clone()} settings={*settings} />
            }
            if side.layout == Layout::Text {
                <TextLayout reading={reading.clone()} {shown} stop={side.stop} focus={side.focus} linking={side.linking} />
            } else {
                <Aligned reading={reading.clone()} {shown} lead={side.lead(reading)} stop={side.stop} />
            }
        </>
    }
}
