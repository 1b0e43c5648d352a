//! What is known of a unit, as numbers.

/// Numbers that a row holds at most, a power of 2.
pub(super) const WIDTH: usize = 128;

/// The numbers of a unit, in the order that the forests were trained on; 0 beyond them.
#[derive(Clone, Debug)]
pub(super) struct Row {
    numbers: [f32; WIDTH],
    len: usize,
}

impl Row {
    pub(super) const fn new() -> Self {
        Self { numbers: [0.0; WIDTH], len: 0 }
    }

    pub(super) fn push(&mut self, number: f32) {
        self.extend([number]);
    }

    pub(super) fn extend(&mut self, numbers: impl IntoIterator<Item = f32>) {
        for number in numbers {
            debug_assert!(self.len < WIDTH);
            self.numbers[self.len % WIDTH] = number;
            self.len += 1;
        }
    }

    /// The number of a feature. A feature is a byte below [`WIDTH`], so that its bounds need no check.
    pub(super) fn feature(&self, feature: u8) -> f32 {
        self.numbers[usize::from(feature) % WIDTH]
    }

    pub(super) fn numbers(&self) -> &[f32] {
        &self.numbers[..self.len]
    }
}
