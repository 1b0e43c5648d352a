//! Which links are shown.

use std::rc::Rc;

use crossread_engine::Settings;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Decisions;
use crate::hooks::use_desk;
use crate::reading::{Reading, decisions};
use crate::state::Action;

/// What [`Tuning`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TuningProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The settings in force.
    pub settings: Settings,
}

/// Threshold and shortest length with how many links they and others show, and what the reader decided about single links.
///
/// While the slider moves, only the sentence beside it follows; the articles are compared again when it is let go.
#[component]
pub fn Tuning(props: &TuningProps) -> Html {
    let desk = use_desk();
    let TuningProps { reading, settings } = props;
    let moving = use_state_eq(|| None::<u16>);
    let shown = Settings { threshold: moving.unwrap_or(settings.threshold), ..*settings };
    let tune = {
        let desk = desk.clone();
        move |settings: Settings| desk.act(Action::Tune(settings))
    };
    let oninput = {
        let moving = moving.setter();
        Callback::from(move |event: InputEvent| moving.set(number(&event, decisions::THRESHOLDS).map(|percent| percent * 10)))
    };
    let onchange = {
        let (moving, tune, settings) = (moving.setter(), tune.clone(), *settings);
        Callback::from(move |event: Event| {
            moving.set(None);
            if let Some(percent) = number(&event, decisions::THRESHOLDS) {
                tune(Settings { threshold: percent * 10, ..settings });
            }
        })
    };
    let onlength = {
        let (tune, settings) = (tune.clone(), *settings);
        Callback::from(move |event: Event| {
            if let Some(shortest) = number(&event, decisions::LENGTHS) {
                tune(Settings { shortest, ..settings });
            }
        })
    };
    let usual = Settings::default();
    let onreset = Callback::from(move |_: MouseEvent| tune(usual));
    let (lowest, highest) = decisions::THRESHOLDS;
    let (short, long) = decisions::LENGTHS;
    html! {
        <section class="tuning" id="tuning" aria-label="Which links are shown">
            <div class="settings">
                <label>
                    { "Threshold" }
                    <input
                        type="range"
                        min={lowest.to_string()}
                        max={highest.to_string()}
                        value={decisions::percent(&shown).to_string()}
                        aria-valuetext={decisions::spoken(&reading.comparison, &shown)}
                        aria-describedby="tuning-links"
                        {oninput}
                        {onchange}
                    />
                    <span class="value" aria-hidden="true">{ format!("{} %", decisions::percent(&shown)) }</span>
                </label>
                <label>
                    { "Shortest link" }
                    <input
                        type="number"
                        min={short.to_string()}
                        max={long.to_string()}
                        value={settings.shortest.to_string()}
                        aria-describedby="tuning-links"
                        onchange={onlength}
                    />
                    { "words" }
                </label>
                <button type="button" class="quiet" disabled={*settings == usual} onclick={onreset}>{ "Reset" }</button>
            </div>
            <p id="tuning-links">{ decisions::under(&reading.comparison, &shown) }</p>
            <Decisions reading={reading.clone()} />
        </section>
    }
}

/// The number in the field of an event, within its bounds.
fn number(event: &Event, (least, most): (u16, u16)) -> Option<u16> {
    let value = event.target_dyn_into::<HtmlInputElement>()?.value();
    Some(value.parse::<u16>().ok()?.clamp(least, most))
}
