//! Counting what was found.

use serde_json::{Value, json};

/// What the rules found of what was labelled.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) labelled: usize,
    pub(crate) found: usize,
    pub(crate) right: usize,
    /// Details that were labelled too, and those that were right: a hedge, what is counted.
    pub(crate) details: usize,
    pub(crate) right_details: usize,
    /// Each error in words.
    pub(crate) errors: Vec<String>,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.labelled += other.labelled;
        self.found += other.found;
        self.right += other.right;
        self.details += other.details;
        self.right_details += other.right_details;
        self.errors.extend(other.errors);
    }

    pub(crate) fn to_json(&self) -> Value {
        let share =
            |part: usize, of: usize| (part * 1000).checked_div(of).map_or(Value::Null, |per_mille| json!(per_mille as f64 / 1000.0));
        json!({
            "labelled": self.labelled,
            "found": self.found,
            "right": self.right,
            "precision": share(self.right, self.found),
            "recall": share(self.right, self.labelled),
            "details": self.details,
            "details_right": share(self.right_details, self.details),
            "errors": self.errors,
        })
    }
}
