//! A writer of articles that mean nothing but are made as news is: common words, rarer ones by Zipf's law, names, figures, quotations.

/// Words of English text that are not content: about four in ten of all.
const FUNCTION_WORDS: [&str; 24] = [
    "the", "of", "and", "to", "in", "a", "that", "for", "on", "was", "with", "as", "it", "by", "at", "from", "were", "which", "has",
    "would", "after", "this", "been", "his",
];
const ONSETS: [&str; 18] = ["b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v"];
const VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "ea", "ou", "ai"];
const CODAS: [&str; 8] = ["", "n", "r", "l", "st", "m", "ck", "th"];

/// How many different content words and names there are; the rank of a drawn one follows Zipf's law.
const VOCABULARY: usize = 20_000;
const NAMES: usize = 3_000;
const SENTENCES_PER_PARAGRAPH: usize = 3;

/// Makes the same texts from the same seed, on every platform.
pub(crate) struct Newsroom {
    state: u64,
}

impl Newsroom {
    pub(crate) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number of a 64-bit mix (SplitMix, after Steele, Lea and Flood 2014).
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.state)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// A rank below `n` whose frequency falls as one over it, but for the first few dozen, which in English are function words.
    fn rank(&mut self, n: usize) -> usize {
        const HEAD: f64 = 30.0;
        let spread = (n as f64 + HEAD) / HEAD;
        (HEAD * (spread.powf(self.unit()) - 1.0)) as usize
    }

    fn word(&mut self) -> String {
        match self.below(100) {
            0..42 => FUNCTION_WORDS[self.below(FUNCTION_WORDS.len())].to_owned(),
            42..46 => match self.below(3) {
                0 => (self.below(30) + 1).to_string(),
                1 => (1900 + self.below(130)).to_string(),
                _ => format!("{}.{}", self.below(100), self.below(10)),
            },
            46..54 => capitalised(&spelled(self.rank(NAMES) + VOCABULARY)),
            _ => spelled(self.rank(VOCABULARY)),
        }
    }

    pub(crate) fn words(&mut self, n: usize) -> Vec<String> {
        (0..n).map(|_| self.word()).collect()
    }

    /// 8 to 27 words; one sentence in ten quotes its second half.
    pub(crate) fn sentence(&mut self) -> String {
        let n = 8 + self.below(20);
        let mut words = self.words(n);
        words[0] = capitalised(&words[0]);
        if self.chance(0.1) {
            words[n / 2].insert(0, '“');
            words[n - 1].push('”');
        }
        words.join(" ") + "."
    }

    /// At least `n_words` words under a headline; 40 % of the sentences are drawn from `pool`, unless it is empty.
    pub(crate) fn article(&mut self, n_words: usize, pool: &[String]) -> String {
        let mut text = self.words(7).join(" ");
        let (mut words, mut sentences) = (7, 0);
        while words < n_words {
            let sentence = if !pool.is_empty() && self.chance(0.4) { pool[self.below(pool.len())].clone() } else { self.sentence() };
            words += sentence.split(' ').count();
            text += if sentences % SENTENCES_PER_PARAGRAPH == 0 { "\n\n" } else { " " };
            text += &sentence;
            sentences += 1;
        }
        text
    }

    /// Paragraphs of at least `n_words` words together.
    pub(crate) fn paragraphs(&mut self, n_words: usize) -> Vec<String> {
        let (mut paragraphs, mut words) = (Vec::new(), 0);
        while words < n_words {
            let paragraph = (0..SENTENCES_PER_PARAGRAPH).map(|_| self.sentence()).collect::<Vec<_>>().join(" ");
            words += paragraph.split(' ').count();
            paragraphs.push(paragraph);
        }
        paragraphs
    }
}

fn mix(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The made-up word of a rank: two or three syllables.
fn spelled(rank: usize) -> String {
    let mut bits = mix(rank as u64 + 1);
    let mut pick = |from: &[&'static str]| {
        let picked = from[(bits % from.len() as u64) as usize];
        bits /= from.len() as u64;
        picked
    };
    let n_syllables = 2 + usize::from(rank % 2 == 1);
    (0..n_syllables).map(|_| [pick(&ONSETS), pick(&VOWELS), pick(&CODAS)].concat()).collect()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_makes_one_text() {
        let pool = [String::from("Drawn.")];
        let text = Newsroom::new(1).article(200, &pool);
        assert_eq!(text, Newsroom::new(1).article(200, &pool));
        assert_ne!(text, Newsroom::new(2).article(200, &pool));
        assert!(text.matches("Drawn.").count() > 2);
    }

    #[test]
    fn common_words_are_common() {
        let mut newsroom = Newsroom::new(1);
        let ranks: Vec<usize> = (0..10_000).map(|_| newsroom.rank(VOCABULARY)).collect();
        let below = |n: usize| ranks.iter().filter(|rank| **rank < n).count();
        assert!(ranks.iter().all(|rank| *rank < VOCABULARY));
        // By the law, ln((30 + 100) / 30) / ln(20030 / 30) of all, a good fifth.
        assert!((2_000..2_500).contains(&below(100)), "{}", below(100));
    }
}
