//! Ribbons in the gutters.

use std::rc::Rc;

use crossread_engine::Relation;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::reading::{Ribbon, Stop};
use crate::state::Action;

/// What [`Ribbons`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct RibbonsProps {
    /// What to draw.
    pub ribbons: Rc<Vec<Ribbon>>,
}

/// Bands that join linked passages: for the eye; the marks in the text say the same.
#[component]
pub fn Ribbons(props: &RibbonsProps) -> Html {
    let desk = use_desk();
    html! {
        <svg class="ribbons" aria-hidden="true">
            for ribbon in props.ribbons.iter() {
                { {
                    let (desk, passage) = (desk.clone(), ribbon.passage);
                    let onclick = Callback::from(move |_: MouseEvent| desk.act(Action::Select(Some(Stop::Passage(passage)))));
                    html! {
                        <g key={ribbon.passage} class={classes!(form(ribbon.relation), ribbon.shade.class())} {onclick}>
                            <path class="area" d={ribbon.area.clone()} />
                            <path class="bar" d={ribbon.bars.clone()} />
                        </g>
                    }
                } }
            }
        </svg>
    }
}

/// The class that draws a relation by its form.
pub(super) const fn form(relation: Relation) -> &'static str {
    match relation {
        Relation::Verbatim => "verbatim",
        Relation::Edited => "edited",
        Relation::Paraphrase => "paraphrase",
        Relation::Partial => "partial",
    }
}
