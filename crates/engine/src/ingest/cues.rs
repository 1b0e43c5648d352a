//! Lines that pages put around articles, in the words they use.
//!
//! Collected by hand from pasted news pages and from the interface words of common publishing systems, in the languages most pages come in.
//! Each list says how sure it is; which lines are set aside is decided where the lists are used. Lines are compared as [`fold`]ed.

/// A line folded for comparison: lower case, letters, digits and single spaces; what is neither stands for a space.
pub(super) fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        // Most letters are ASCII, whose case needs no table.
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’') && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a line opens what follows an article: nothing of the article comes after it. `sentence` says that it ends as one.
pub(super) fn opens_end_matter(folded: &str, sentence: bool) -> bool {
    END_EXACT.contains(&folded) || (!sentence && words(folded) <= 8 && END_STARTS.iter().any(|cue| starts_with_words(folded, cue)))
}

/// Whether a line is page furniture wherever it stands. What begins like a pointer elsewhere may be a sentence or a headline as well: it has to be
/// very short, or to have the colon or arrow of a pointer.
pub(super) fn is_furniture(line: &str, folded: &str, sentence: bool) -> bool {
    let any = |cues: &[&str]| cues.iter().any(|cue| starts_with_words(folded, cue));
    let points = words(folded) <= 3 || line.contains([':', '|', '»', '→', '>', '©', '/']);
    FURNITURE_EXACT.contains(&folded) || (words(folded) <= 14 && (any(NOTICE_STARTS) || (!sentence && points && any(FURNITURE_STARTS))))
}

fn words(folded: &str) -> usize {
    folded.split(' ').count()
}

fn starts_with_words(text: &str, start: &str) -> bool {
    text.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

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
        let furniture = |line: &str| is_furniture(line, &fold(line), line.ends_with('.'));
        let ends = |line: &str| opens_end_matter(&fold(line), line.ends_with('.'));
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
