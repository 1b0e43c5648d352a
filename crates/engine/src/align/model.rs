//! The scorer: two logistic regressions, the first over the evidence in two sentences, the second with the scores around the pair and the names of
//! the two texts added.
//!
//! What each feature is stands beside its computation, in [`super::evidence`] and [`super::context`]; the [`super::weights`] are learned.

use super::weights;

/// What two sentences share: values of about 0 to 1, or the weight of each.
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
    /// Weight of figures that are not shared, in the sentence that has less of them: two that give different figures report different things.
    pub other_figures: f64,
    /// Weight of the second rarest shared word: one rare word can be shared by chance.
    pub second_word: f64,
    /// Weight of quoted words found on the other side.
    pub quotation: f64,
}

/// How a pair's first score stands among those around it; values, or the weight of each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// The first score.
    pub own: f64,
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
        sigmoid(self.dot(&weights::FIRST) + weights::FIRST_BIAS)
    }

    /// What the two sentences alone bring to [`score`].
    pub(crate) fn second_logit(&self) -> f64 {
        self.dot(&weights::SECOND) + weights::SECOND_BIAS
    }

    /// The values in the order the trainer reads them.
    pub(crate) fn values(&self) -> [f64; 7] {
        [self.containment, self.dice, self.trigrams, self.figures, self.other_figures, self.second_word, self.quotation]
    }

    fn dot(&self, weights: &Self) -> f64 {
        self.values().iter().zip(weights.values()).map(|(value, weight)| value * weight).sum()
    }
}

impl Context {
    fn dot(&self, weights: &Self) -> f64 {
        let values = |c: &Self| [c.own, c.row_share, c.column_share, c.prominence, c.diagonal, c.adjacent];
        values(self).iter().zip(values(weights)).map(|(value, weight)| value * weight).sum()
    }
}

/// What the names of two texts take from the score of each pair of their sentences: texts that name other people and places report other events,
/// however alike they sound. `common` is the cosine of their names; from some likeness on nothing is taken.
pub(crate) fn strangeness(common: f64) -> f64 {
    weights::NAMES * (weights::NAMES_ENOUGH - common).max(0.0)
}

/// Probability of a pair with its surroundings; `second_logit` is [`Evidence::second_logit`] less [`strangeness`].
pub(crate) fn score(second_logit: f64, context: &Context) -> f64 {
    sigmoid(second_logit + context.dot(&weights::CONTEXT))
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_figures_and_a_lone_word_tell_against() {
        let alike = Evidence { containment: 0.4, dice: 0.4, trigrams: 0.4, second_word: 0.5, ..Evidence::default() };
        assert!(Evidence { other_figures: 1.0, ..alike }.second_logit() < alike.second_logit());
        assert!(Evidence { second_word: 0.0, ..alike }.second_logit() < alike.second_logit());
    }

    #[test]
    fn texts_with_other_names_score_lower() {
        assert_eq!(strangeness(0.9), 0.0);
        assert!(strangeness(0.0) > strangeness(0.2) && strangeness(0.2) > 0.0);
    }

    #[test]
    fn which_text_comes_first_does_not_matter() {
        assert_eq!(weights::CONTEXT.row_share, weights::CONTEXT.column_share);
    }
}
