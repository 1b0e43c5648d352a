//! The Crossread page: articles come in, the engine compares them in a worker, the reader reads them side by side.
#![doc = "```text\nAction ─▶ State (rev+1) ─▶ Request ══postMessage══▶ worker: engine ═▶ Reply{rev} ─▶ Action ─▶ Reading ─▶ components\n```"]

pub mod app;
pub mod components;
pub mod example;
pub mod hooks;
pub mod platform;
pub mod protocol;
pub mod reading;
pub mod state;
pub mod worker;

/// Runs the role that the global scope calls for: the page in a window, the engine in a worker. One module serves both, so that they always
/// are of one build.
pub fn run() {
    if platform::scope::in_worker() {
        worker::serve();
    } else if let Some(root) = platform::scope::app_root() {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
