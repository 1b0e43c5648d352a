//! Effects: everything that happens beside rendering.

mod arrivals;
mod autosave;
mod desk;
mod fragment;
mod reveal;
mod ribbons;
mod shortcuts;

pub use arrivals::use_arrivals;
pub use autosave::use_autosave;
pub use desk::{Desk, use_desk, use_new_desk};
pub use fragment::use_fragment;
pub use reveal::use_reveal;
pub use ribbons::use_ribbons;
pub use shortcuts::{Situation, use_shortcuts};
