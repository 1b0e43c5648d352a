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
/// Most lines of a text, or pieces of a page, among which the article is looked for by learned rules, which bounds memory: 520 bytes for each.
pub const UNITS: usize = 100_000;
/// Most pages read of a PDF; those after them are left out.
pub const PDF_PAGES: usize = 1_000;
/// Most bytes that the streams of a PDF are unpacked to.
pub const PDF_INFLATED_BYTES: usize = 200 * 1024 * 1024;
/// Longest sentence, in words.
pub const SENTENCE_WORDS: usize = 20_000;
/// Most steps of looking for pairs of sentences that may correspond in one comparison. A step is a sentence that meets another over a shared
/// word; beyond it the commonest words are left out.
pub const STEPS: usize = 100_000_000;
/// Most such steps in one pair of articles, which bounds memory: 68 bytes for each at most.
pub const PAIR_STEPS: usize = 10_000_000;
/// Longest pair of linked sentences that is compared word by word, as the product of their lengths in bytes.
pub const DIFF_PRODUCT: usize = 100_000_000;
/// Most files in one archive or folder.
pub const ARCHIVE_ENTRIES: usize = 1_000;
/// Most bytes that one archive unpacks to, with the archives inside it.
pub const UNPACKED_BYTES: usize = 200 * 1024 * 1024;
/// Most bytes that a packed byte may unpack to.
pub const UNPACKED_RATIO: usize = 100;
/// Bytes that may be unpacked whatever the ratio: a small text of one line repeated is no attack.
pub const UNPACKED_FREE: usize = 1024 * 1024;
/// Deepest nesting of archives in archives; an archive in none is 1 deep.
pub const ARCHIVE_DEPTH: usize = 3;
