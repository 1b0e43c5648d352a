//! Every limit of the engine, in one place.
//!
//! Above a limit the reader gets a message that names it; everything else goes on.

/// Largest source, in bytes.
pub const SOURCE_BYTES: usize = 50 * 1024 * 1024;
/// Most articles in one comparison.
pub const ARTICLES: usize = 200;
/// Most words in one comparison.
pub const WORDS: usize = 5_000_000;
/// Deepest nesting of elements in a page.
pub const NESTING: usize = 512;
/// Longest sentence, in words.
pub const SENTENCE_WORDS: usize = 20_000;
/// Most pairs of sentences scored in one comparison; pairs of articles beyond it are linked by copied words only.
pub const CELLS: usize = 40_000_000;
