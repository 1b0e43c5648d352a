//! The weights of the scorer.
//!
//! Two logistic regressions, fitted on sentence pairs of English news about the same events; the first over the evidence in two sentences, the
//! second with the scores around a pair added. What each feature is stands beside its computation, in [`super::evidence`] and [`super::context`].

/// What two sentences share. Every value is about 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    /// Weight of shared words over the lighter sentence's.
    pub containment: f64,
    /// Weight of shared words over both sentences'.
    pub dice: f64,
    /// Cosine of character trigrams.
    pub trigrams: f64,
    /// Weight of shared figures over the heavier sentence's.
    pub figures: f64,
    /// Weight of quoted words found on the other side.
    pub quotation: f64,
}

/// How a pair's first score stands among those around it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// First score over the best of its row.
    pub row_share: f64,
    /// First score over the best of its column.
    pub column_share: f64,
    /// A quarter of the lower of its two standard scores, in row and column.
    pub prominence: f64,
    /// Best first score of the two diagonal neighbours in reading order.
    pub diagonal: f64,
    /// Best first score of the six other neighbours.
    pub adjacent: f64,
}

impl Evidence {
    /// Probability from the two sentences alone.
    pub(crate) fn first_score(&self) -> f64 {
        sigmoid(
            3.367 * self.containment + 2.954 * self.trigrams + 1.449 * self.figures + 1.964 * self.quotation + 10.278 * self.dice - 3.908,
        )
    }

    /// What the two sentences alone bring to [`score`].
    pub(crate) fn second_logit(&self) -> f64 {
        2.937 * self.containment + 3.499 * self.trigrams + 1.490 * self.figures + 2.005 * self.quotation + 9.445 * self.dice - 4.988
    }
}

/// Probability of a pair with its surroundings; `first` is [`Evidence::first_score`], `second_logit` is [`Evidence::second_logit`].
pub(crate) fn score(first: f64, second_logit: f64, context: &Context) -> f64 {
    sigmoid(
        second_logit + 0.609 * context.row_share + 1.264 * context.column_share - 1.711 * context.prominence
            + 1.072 * context.diagonal
            + 0.946 * context.adjacent
            - 0.554 * first,
    )
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}
