//! Affine maps of the plane (§8.3.3).

/// `[a b c d e f]`: (x, y) goes to (a x + c y + e, b x + d y + f).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) const fn translation(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This map, and `next` after it.
    pub(super) fn then(self, next: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [g, h, i, j, k, l] = next.0;
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How much it stretches what points right and what points up.
    pub(super) fn scales(self) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        ((a * a + b * b).sqrt(), (c * c + d * d).sqrt())
    }

    /// From a page's own coordinates to those of what is shown of it: turned by quarters, y downwards, the corner at 0.
    pub(super) fn page(shown: [f64; 4], turns: u8) -> Self {
        let [left, bottom, right, top] = shown;
        let (width, height) = (right - left, top - bottom);
        let flipped = Self([1.0, 0.0, 0.0, -1.0, -left, top]);
        flipped.then(match turns {
            1 => Self([0.0, 1.0, -1.0, 0.0, height, 0.0]),
            2 => Self([-1.0, 0.0, 0.0, -1.0, width, height]),
            3 => Self([0.0, -1.0, 1.0, 0.0, 0.0, width]),
            _ => Self::IDENTITY,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_turned() {
        let shown = [10.0, 10.0, 110.0, 210.0];
        // The left upper corner of the page goes to the right upper one when it is turned clockwise.
        for (turns, want) in [(0, (0.0, 0.0)), (1, (200.0, 0.0)), (2, (100.0, 200.0)), (3, (0.0, 100.0))] {
            assert_eq!(Matrix::page(shown, turns).apply(10.0, 210.0), want, "{turns}");
        }
    }
}
