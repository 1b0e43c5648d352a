//! Lines that pages put around articles, in the words they use.
//!
//! Collected by hand from pasted news pages and from the interface words of common publishing systems, in the languages most pages come in.
//! Each list says how sure it is; which lines are set aside is decided where the lists are used. Lines are compared as [`fold`]ed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::hash::{EMPTY, Lookup, extended, hash};

/// A line folded for comparison: lower case, letters, digits and single spaces; what is neither stands for a space.
pub(super) fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut parted = false;
    for c in line.chars() {
        // Most letters are ASCII, whose case needs no table.
        let ascii = c.is_ascii_alphanumeric();
        if ascii || c.is_alphanumeric() {
            if parted && !out.is_empty() {
                out.push(' ');
            }
            parted = false;
            if ascii {
                out.push(c.to_ascii_lowercase());
            } else {
                out.extend(c.to_lowercase());
            }
        } else {
            parted |= !matches!(c, '\'' | '’');
        }
    }
    out
}

/// What the lists say of a folded line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// The line's [`hash`](super::hash::hash).
    pub(super) hash: u64,
    /// Its words.
    words: usize,
    /// The lists that have the whole line, and those that have words it starts with, as bits.
    exact: u8,
    starts: u8,
}

/// The lists, as bits of a [`Cue`].
const END: u8 = 1;
const FURNITURE: u8 = 2;
const NOTICE: u8 = 4;

/// Lists by the hashes of their entries: those of whole lines, those of starts.
static EXACT: LazyLock<Lookup<u8>> = LazyLock::new(|| gathered(&[(END_EXACT, END), (FURNITURE_EXACT, FURNITURE)]));
static STARTS: LazyLock<Lookup<u8>> =
    LazyLock::new(|| gathered(&[(END_STARTS, END), (FURNITURE_STARTS, FURNITURE), (NOTICE_STARTS, NOTICE)]));

fn gathered(lists: &[(&[&str], u8)]) -> Lookup<u8> {
    let mut known: BTreeMap<u64, u8> = BTreeMap::new();
    for (list, bit) in lists {
        list.iter().for_each(|entry| *known.entry(hash(entry)).or_default() |= bit);
    }
    Lookup::new(known)
}

impl Cue {
    /// Looks a folded line up, whole and by each of its starts that ends with a word.
    pub(super) fn of(folded: &str) -> Self {
        let starts = &*STARTS;
        let known = |hash: u64| starts.get(hash).copied().unwrap_or(0);
        let mut cue = Self { hash: EMPTY, words: 1, exact: 0, starts: 0 };
        for byte in folded.bytes() {
            if byte == b' ' {
                if cue.words <= LONGEST_START {
                    cue.starts |= known(cue.hash);
                }
                cue.words += 1;
            }
            cue.hash = extended(cue.hash, byte);
        }
        cue.starts |= known(cue.hash);
        cue.exact = EXACT.get(cue.hash).copied().unwrap_or(0);
        cue
    }

    /// Whether the line opens what follows an article: nothing of the article comes after it. `sentence` says that it ends as one.
    pub(super) fn opens_end_matter(&self, sentence: bool) -> bool {
        self.exact & END != 0 || (!sentence && self.words <= 8 && self.starts & END != 0)
    }

    /// Whether the line is page furniture wherever it stands. What begins like a pointer elsewhere may be a sentence or a headline as well: it has to
    /// be very short, or to have the colon or arrow of a pointer.
    pub(super) fn is_furniture(&self, line: &str, sentence: bool) -> bool {
        let points = || self.words <= 3 || line.contains([':', '|', '»', '→', '>', '©', '/']);
        self.exact & FURNITURE != 0
            || (self.words <= 14 && (self.starts & NOTICE != 0 || (!sentence && self.starts & FURNITURE != 0 && points())))
    }
}

/// Words of the longest entry of the lists of starts.
const LONGEST_START: usize = 5;

const END_EXACT: &[&str] = &[
    "hashtags",
    "comments",
    "no comments yet",
    "related",
    "related articles",
    "related stories",
    "related posts",
    "related content",
    "related news",
    "related topics",
    "related links",
    "related reading",
    "read more",
    "read next",
    "more news",
    "more stories",
    "more articles",
    "most read",
    "most popular",
    "most viewed",
    "popular posts",
    "trending",
    "trending now",
    "latest news",
    "latest stories",
    "recent posts",
    "recent articles",
    "recommended",
    "recommended for you",
    "recommended stories",
    "recommended reading",
    "editors picks",
    "you may also like",
    "you might also like",
    "you may like",
    "up next",
    "next article",
    "previous article",
    "next post",
    "previous post",
    "share this article",
    "share this story",
    "share this post",
    "share this",
    "share",
    "leave a comment",
    "leave a reply",
    "join the conversation",
    "post a comment",
    "add a comment",
    "about the author",
    "about the authors",
    "about the writer",
    "about author",
    "about us",
    "author",
    "written by",
    "topics",
    "tags",
    "filed under",
    "sponsored content",
    "promoted content",
    "newsletter",
    "newsletters",
    "subscribe",
    "sign up",
    "follow us",
    "contact us",
    "get in touch",
    "more to explore",
    "more to explorer",
    "keep reading",
    "continue reading",
    "artículos relacionados",
    "noticias relacionadas",
    "comentarios",
    "te puede interesar",
    "lo más leído",
    "más noticias",
    "más información",
    "articles liés",
    "à lire aussi",
    "lire aussi",
    "sur le même sujet",
    "commentaires",
    "les plus lus",
    "kommentare",
    "mehr zum thema",
    "das könnte sie auch interessieren",
    "meistgelesen",
    "artigos relacionados",
    "notícias relacionadas",
    "comentários",
    "leia também",
    "mais lidas",
    "articoli correlati",
    "leggi anche",
    "commenti",
    "i più letti",
    "gerelateerde artikelen",
    "lees ook",
    "reacties",
    "meest gelezen",
    "читайте также",
    "комментарии",
    "похожие новости",
    "по теме",
    "читайте також",
    "коментарі",
    "czytaj także",
    "komentarze",
    "zobacz także",
    "i̇lgili haberler",
    "yorumlar",
    "関連記事",
    "コメント",
    "相关新闻",
    "相关阅读",
    "مواضيع ذات صلة",
    "اقرأ أيضا",
];

const END_STARTS: &[&str] = &[
    "more from",
    "more on",
    "more in",
    "more about",
    "related to",
    "read more from",
    "more stories from",
    "you may also",
    "you might also",
    "recommended for",
    "sign up for",
    "sign up to",
    "subscribe to",
    "join our",
    "get our",
    "all rights reserved",
    "copyright",
    "about the author",
    "leave a",
    "share this",
    "follow us on",
    "try our",
    "comments are closed",
    "view all",
    "see all",
    "see more",
];

const FURNITURE_EXACT: &[&str] = &[
    "advertisement",
    "ad",
    "ads",
    "sponsored",
    "promoted",
    "skip to content",
    "skip to main content",
    "skip advertisement",
    "menu",
    "search",
    "home",
    "login",
    "log in",
    "sign in",
    "share",
    "tweet",
    "email",
    "print",
    "save",
    "copy link",
    "facebook",
    "twitter",
    "x",
    "linkedin",
    "whatsapp",
    "pinterest",
    "reddit",
    "telegram",
    "instagram",
    "youtube",
    "listen",
    "play",
    "pause",
    "watch",
    "close",
    "open",
    "back",
    "back to top",
    "top",
    "next",
    "previous",
    "loading",
    "reply",
    "like",
    "follow",
    "subscribe",
    "subscribe now",
    "donate",
    "image",
    "photo",
    "video",
    "gallery",
    "show more",
    "show less",
    "read more",
    "learn more",
    "view more",
    "load more",
    "see more",
    "continue reading",
    "click here",
    "breaking",
    "breaking news",
    "live",
    "published",
    "updated",
    "getty images",
    "ap photo",
    "reuters",
    "credit",
    "article continues below",
    "story continues below advertisement",
    "article continues after this ad",
    "story continues below this ad",
    "accept all cookies",
    "publicidad",
    "compartir",
    "publicité",
    "partager",
    "anzeige",
    "werbung",
    "teilen",
    "publicidade",
    "compartilhar",
    "partilhar",
    "pubblicità",
    "condividi",
    "advertentie",
    "delen",
    "реклама",
    "поделиться",
    "поділитися",
    "reklama",
    "udostępnij",
    "広告",
    "广告",
    "分享",
    "إعلان",
];

/// Notices written as sentences.
const NOTICE_STARTS: &[&str] = &[
    "follow our live",
    "follow our liveblog",
    "follow us on",
    "follow live",
    "follow along live",
    "voice is ai generated",
    "this audio is",
    "listen to this article",
    "listen to this story",
    "read more here",
    "read more about",
    "dont miss our",
    "sign up for our",
    "sign up to our",
    "sign up for the",
    "subscribe to our",
    "subscribe for",
    "subscribe now",
    "click here",
    "download our app",
    "download the app",
    "join our",
    "this article was originally",
    "this story was originally",
    "story continues",
    "article continues",
    "scroll to continue",
    "we use cookies",
    "this site uses cookies",
    "share this article",
    "share this story",
    "tap here",
    "no comments yet",
    "already a subscriber",
    "already have an account",
    "enable javascript",
    "please enable javascript",
    "your browser does not support",
];

/// Lines that point elsewhere.
const FURNITURE_STARTS: &[&str] = &[
    "listen to",
    "read more",
    "read also",
    "also read",
    "read next",
    "related",
    "see also",
    "watch also",
    "sign up for",
    "sign up to",
    "subscribe to",
    "advertisement",
    "share this",
    "share on",
    "share via",
    "share to",
    "photo by",
    "photo credit",
    "image credit",
    "image source",
    "image via",
    "lee también",
    "siga leyendo",
    "sigue leyendo",
    "lire aussi",
    "à lire aussi",
    "lesen sie auch",
    "lees ook",
    "leia também",
    "leggi anche",
    "читайте также",
    "читайте також",
    "czytaj także",
    "czytaj też",
    "подписывайтесь",
    "подпишитесь",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_match_whole_words() {
        let furniture = |line: &str| Cue::of(&fold(line)).is_furniture(line, line.ends_with('.'));
        let ends = |line: &str| Cue::of(&fold(line)).opens_end_matter(line.ends_with('.'));
        let longest = END_STARTS.iter().chain(FURNITURE_STARTS).chain(NOTICE_STARTS).map(|start| start.split(' ').count()).max();
        assert_eq!(longest, Some(LONGEST_START));
        assert!(furniture("🎙️ Voice is AI-generated. Inconsistencies may occur."));
        assert!(furniture("Follow our liveblog on the War in Ukraine."));
        assert!(furniture("Related: Bridge to close"));
        assert!(ends("About the Writer:"));
        assert!(ends("More from BBC News"));
        assert!(!ends("Moreover the talks went on"));
        assert!(!ends("More on that was not said."));
        assert!(!furniture("Related charges were dropped on Monday."));
        assert!(!furniture("Sharesome talks were held in the capital on Monday"));
        assert!(!furniture("Home prices fell in May, the third month in a row, the agency said"));
    }
}
