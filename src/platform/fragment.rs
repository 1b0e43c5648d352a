//! The view in the address, so that Back works and a reload opens the same view.

use super::scope;

/// The fragment of the address, without `#`.
pub fn read() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Sets the fragment: as a step that Back undoes, or in place of the current one.
pub fn write(fragment: &str, step: bool) {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return };
    let target = format!("#{fragment}");
    let _ = if step { location.set_hash(&target) } else { location.replace(&target) };
}

/// What hears of changes to it.
pub fn target() -> Option<web_sys::EventTarget> {
    scope::document()?.default_view().map(Into::into)
}
