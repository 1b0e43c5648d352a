//! The Crossread page. One binary, two roles: in a window it mounts the view, in a worker it serves the engine.

mod platform;
mod worker;

use yew::prelude::*;

#[component]
fn App() -> Html {
    let reply = use_state(|| AttrValue::from("Waiting for the engine …"));
    {
        let reply = reply.clone();
        use_effect_with((), move |()| worker::start(move |text| reply.set(text.into())));
    }
    html! {
        <>
            <h1>{ "Crossread" }</h1>
            <p role="status">{ (*reply).clone() }</p>
        </>
    }
}

fn main() {
    if platform::in_worker() {
        worker::serve();
    } else if let Some(root) = platform::app_root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}
