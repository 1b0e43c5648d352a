//! Which language a text is in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::hash::{EMPTY, Lookup, extended, hash};

/// What tells a language from those of its script.
struct Marks {
    /// BCP 47 primary tag.
    language: &'static str,
    /// Its frequent words, parted by spaces.
    words: &'static str,
    /// Ends of its words.
    ends: &'static str,
    /// Letters that few others have.
    letters: &'static str,
}

const fn marks(language: &'static str, words: &'static str, ends: &'static str, letters: &'static str) -> Marks {
    Marks { language, words, ends, letters }
}

/// Function words, endings and letters of each language: facts of its grammar and spelling, collected by us.
const MARKS: &[Marks] = &[
    marks(
        "en",
        "the and of to in that is was for with on has said it from by were have this are be which not they at as an or but will their all should his her who would been its after more about we he she",
        "ing tion ed ly ness",
        "",
    ),
    marks(
        "es",
        "el la los las que una por con del se ha como más y su pero fue un es en de para al sin sobre entre dijo lo este esta todos sus son también según muy ser está tras no cuando donde dos si",
        "ción mente ados idad aron",
        "ñ¿¡",
    ),
    marks(
        "fr",
        "le la les des et une du dans est pour qui au sur par plus été avec un en que ce il se pas sont aux ne cette ou leur ont mais elle doivent tous sans après selon à lorsque où deux si comme",
        "ment eux aux tion ait",
        "œêçèù",
    ),
    marks(
        "de",
        "der die und das den von mit nicht ist ein eine zu auf im dem wurde für sich des er sie es als auch an werden aus bei nach einer hat dass oder sind alle am war wird nur noch wenn wo zwei weil",
        "ung lich isch keit heit chen gen",
        "ßäöü",
    ),
    marks(
        "pt",
        "o os a as uma não com do da em para foi ao dos das mais pelo pela são também um se que e no na por ou sua seu é como mas de sem após todos disse nos quando onde dois",
        "ção mente ões dade ram",
        "ãõç",
    ),
    marks(
        "it",
        "il gli che di della per non sono del con nel alla è anche dei più un una la le i si da al nella delle e ha come in lo dal degli hanno tutti dopo ma stato essere quando dove due se",
        "zione mente ità are ere ato",
        "òìùè",
    ),
    marks(
        "nl",
        "het een van en dat niet voor op zijn met de ook werd aan naar bij in is te die er door om uit als worden heeft over hebben maar tot ze hij alle nog geen wordt toen waar twee wanneer",
        "lijk heid ijk eerd en",
        "ĳ",
    ),
    marks(
        "pl",
        "i w na nie się że do jest został przez jak oraz po od dla tym z to o za są ich jego co ale ma być wszyscy był który która które przed pod już może tego gdy gdzie we dwóch dwa kiedy nad także jednak",
        "ych ego owi ość ami ówi",
        "łąęśćźżńó",
    ),
    marks(
        "sv",
        "och att det som är för på av inte den har med till ett om var i en de från sig men så kan ska efter under alla vid eller hade sin över skall när där två nu mycket också blev vad",
        "ningen arna erna ade",
        "äåö",
    ),
    marks(
        "da",
        "og at det som er for på af ikke den har med til et om var i en de fra sig men så kan skal efter alle ved eller havde sin over blev også være hvor der når da nu to meget hvad hvis blevet",
        "ede erne else hed igt",
        "æøå",
    ),
    marks(
        "no",
        "og at det som er for på av ikke den har med til et om var i en de fra seg men så kan skal etter alle ved eller hadde sin over ble også være hvor der enn ut mot når da nå to mye hva hvis blitt",
        "ene het heter else te",
        "æøå",
    ),
    marks(
        "fi",
        "ja on ei että se oli hän mutta kuin myös ovat joka sen mukaan ole tai niin jo kun hänen olla kaikki vain jos ennen jälkeen ovat tämä sekä missä kaksi jossa",
        "ssa ssä lla llä sta stä nen een iin",
        "äö",
    ),
    marks(
        "cs",
        "a v se na je že s z do o byl ale i by to k po jako pro ve od jsou za jeho nebo který která které podle už při mají bude než všichni jsou není před když kde dva dvě tam jen",
        "ých ého ost ním ách ovat",
        "řěůč",
    ),
    marks(
        "sk",
        "a v sa na je že s z do o bol ale i by to k po ako pre vo od sú za jeho alebo ktorý ktorá ktoré podľa už pri majú bude než všetci nie pred keď kde dva dve tam len",
        "ých ého osť ním ách ovať",
        "ľĺŕôä",
    ),
    marks(
        "hu",
        "a az és hogy nem egy is volt meg ez van de csak már el szerint kell mint még minden azt vagy után ki amely lesz között pedig nagyon sem volna amikor ahol két mit itt ott ha azonban lehet",
        "ban ben nak nek ság ség tott ott",
        "őűöü",
    ),
    marks(
        "ro",
        "și de la în a cu pe că nu o un din pentru este sunt care al ale mai sau s-a au fost fi prin după dar între ca lui toate fără către va cum ei când unde doi două dacă iar",
        "ului ilor ție ează are",
        "țșăîâ",
    ),
    marks(
        "hr",
        "i u je na se da su za od s o kao ali bi a nije koji koja koje ili to što sve do po iz će kod biti prema nakon treba te ima svi još samo bila kada gdje dva dvije jer",
        "nje sti ost ima ati ja",
        "đćžš",
    ),
    marks(
        "sl",
        "in je v na se da so za od z s o kot pa bi ki ne ali to po iz bo pri biti vse pred tudi če ter imajo do še samo med lahko bil bila ko kje dva dve ker",
        "nje ost ega ih ati",
        "čšž",
    ),
    marks(
        "tr",
        "ve bir bu için ile olarak daha çok da de olan gibi sonra ancak kadar göre en ne her o değil ya olduğu ise dedi veya tüm var iki üzere eden zaman nerede eğer",
        "lar ler dan den nın nin dır dir ında inde",
        "ğışç",
    ),
    marks(
        "id",
        "yang dan di dengan untuk pada ini itu dari dalam tidak akan oleh adalah ke atau juga telah sebagai mereka bahwa orang ada setelah karena lebih semua para kata harus ketika dua saat jika",
        "kan nya an",
        "",
    ),
    marks(
        "vi",
        "và của là có không được cho các trong một những người với này đã từ tôi đến khi về đó cũng ra như vào để sẽ sau trên phải tại mọi đều",
        "",
        "đơưạảấầậếệộợụứừựịọểễổồớờởữẽ",
    ),
    marks(
        "ca",
        "el la els les que una per amb del i és en de a un no al va com més però són aquest aquesta ha dels seu seva ser tots les des entre també sense quan on dos si",
        "ció ment tat",
        "çŀàè",
    ),
    marks(
        "lt",
        "ir yra kad su iš į ne tai bet kaip buvo jis už ar nuo po apie dėl prie visi jų savo arba kurie pagal turi jau dar bus tik per kai kur du",
        "as is us ų jų imo ybė",
        "ėęįųūąšž",
    ),
    marks(
        "lv",
        "un ir ka no ar uz par kā bija bet tas arī to vai pēc pie ne lai tika šis viņš visi kas gan būs tikai savu kuri nav līdz kad kur divi",
        "iem ām ība šana",
        "āēīūģķļņ",
    ),
    marks(
        "et",
        "ja on ei et see oli ta kui aga ka oma või mis ning selle pärast kõik nende sest seda enne veel ta siis olema üks pole kus kaks",
        "mine sse st tud vad ele",
        "õäöü",
    ),
    marks(
        "sq",
        "dhe në të e i një për me që është nga se u do nuk ka si më janë por kjo ishte ky ose pas kanë duhet gjithë",
        "ve së uar imi",
        "ëç",
    ),
    marks(
        "ru",
        "и в не на что с по как это из для он его был также было к о от у за но они а все она до который которые должны их или без после того при так же когда где две двух там если будет только может",
        "ость ого ться ения ание ами ых ются",
        "ыэёъ",
    ),
    marks(
        "uk",
        "і в не на що з за як це до та він його був також від у й по про але вони а всі вона або без після під який які їх для щодо повинні чи коли де дві двох там якщо буде тільки може",
        "ість ого ться ення ання ами их ють",
        "їєґі",
    ),
    marks(
        "be",
        "і ў не на што з за як гэта да ён яго быў таксама ад у па пра але яны а ўсе яна або без пасля які якія іх для павінны калі дзе дзве там",
        "асць ага цца ення анне амі ых юць",
        "ўі",
    ),
    marks(
        "bg",
        "и в не на че с за да от е се са по като но това до при към който ще той или след беше тя те му със бе всички има без във трябва когато където две два там само може",
        "ите ата ото ост ение ия",
        "ъщ",
    ),
    marks(
        "sr",
        "и у је на се да су за од с о као али би а није који која које или то што све до по из ће код бити према после треба ће има сви још када где два две јер",
        "ње сти ост има ати",
        "ђћљњџј",
    ),
    marks(
        "mk",
        "и во не на дека со за да од е се по како но тоа до при кој која ќе тој или се беше таа тие му сите има без треба кога каде два",
        "ите ата ото ост ење",
        "ѓќѕљњџј",
    ),
];

/// Words looked at.
const WORDS: usize = 300;
/// The same in a block of a text.
const BLOCK_WORDS: usize = 60;
/// Words after which a block that is clearly in its article's language is looked at no further.
const FIRST_WORDS: usize = 15;

/// The frequent words of a language, parted by spaces, by its BCP 47 primary tag.
pub(crate) fn frequent_words(language: &str) -> Option<&'static str> {
    MARKS.iter().find(|marks| marks.language == language).map(|marks| marks.words)
}

/// Characters of the shortest text whose language is told apart from that of the text around it.
const SHORTEST: usize = 40;

/// What a vote is worth: a word that one language has alone, an ending, a letter. One that several have is shared between them.
const WORD: usize = 60;
const END: usize = 12;
const LETTER: usize = 30;

/// The one there is: its lists take longer to gather than most texts to tell.
static VOTER: LazyLock<Voter> = LazyLock::new(Voter::new);

/// Tells languages apart.
struct Voter {
    /// For each word by its hash, the languages that have it, as indices of [`MARKS`].
    words: Lookup<Vec<usize>>,
    ends: Lookup<Vec<usize>>,
    letters: BTreeMap<char, Vec<usize>>,
}

impl Voter {
    fn new() -> Self {
        let (mut words, mut ends, mut letters) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (at, marks) in MARKS.iter().enumerate() {
            gather(&mut words, marks.words.split(' ').map(hash), at);
            gather(&mut ends, marks.ends.split_terminator(' ').map(|end| end.bytes().rev().fold(EMPTY, extended)), at);
            gather(&mut letters, marks.letters.chars(), at);
        }
        Self { words: Lookup::new(words), ends: Lookup::new(ends), letters }
    }

    /// The language of a text, by its first `most` words, as a BCP 47 primary tag; `None` where it is not clear.
    fn language(&self, text: &str, most: usize) -> Option<&'static str> {
        if let Some(language) = by_script(text, most.min(BLOCK_WORDS) * LETTERS) {
            return Some(language);
        }
        let mut votes = [0_usize; MARKS.len()];
        let mut vote = |languages: Option<&Vec<usize>>, worth: usize| {
            for language in languages.into_iter().flatten() {
                votes[*language] += worth / languages.map_or(1, Vec::len);
            }
        };
        let mut n_words = 0;
        let mut word = String::new();
        for written in text.split(|c: char| !c.is_alphabetic() && c != '-').filter(|w| !w.is_empty()).take(most) {
            lower(written, &mut word);
            n_words += 1;
            vote(self.words.get(hash(&word)), WORD);
            // Endings are known by the hashes of their bytes from the last to the first, so that each is one step from the one before.
            let mut ending = EMPTY;
            for (at, byte) in word.bytes().enumerate().rev().take(LONGEST_END).take_while(|(at, _)| *at >= 2) {
                ending = extended(ending, byte);
                if word.is_char_boundary(at) {
                    vote(self.ends.get(ending), END);
                }
            }
            let mut seen = ' ';
            for c in word.chars().filter(|c| !c.is_ascii()) {
                // A letter is one vote a word, however often it stands there in a row.
                if c != seen {
                    vote(self.letters.get(&c), LETTER);
                    seen = c;
                }
            }
        }
        let best = (0..votes.len()).max_by_key(|i| (votes[*i], usize::MAX - i))?;
        let second = (0..votes.len()).filter(|i| *i != best).map(|i| votes[i]).max()?;
        let clear = votes[best] >= WORD && votes[best] >= n_words * LEAST_PER_WORD && votes[best] * 5 >= second * 6;
        clear.then(|| MARKS[best].language)
    }
}

/// Puts a word in lower case.
fn lower(word: &str, into: &mut String) {
    into.clear();
    if word.is_ascii() {
        into.push_str(word);
        into.make_ascii_lowercase();
    } else {
        into.extend(word.chars().flat_map(char::to_lowercase));
    }
}

/// Bytes of the longest listed ending.
const LONGEST_END: usize = 10;

/// Votes a word of running text brings at least; lists of names and of numbers bring fewer.
const LEAST_PER_WORD: usize = 6;

fn gather<T: Ord>(into: &mut BTreeMap<T, Vec<usize>>, keys: impl Iterator<Item = T>, language: usize) {
    for key in keys {
        let languages = into.entry(key).or_default();
        if languages.last() != Some(&language) {
            languages.push(language);
        }
    }
}

/// The language of a block where it is clearly another than that of the text around it.
pub(super) fn foreign(block: &str, around: Option<&str>) -> Option<&'static str> {
    block.chars().nth(SHORTEST - 1)?;
    let voter = &*VOTER;
    let other = || voter.language(block, BLOCK_WORDS).filter(|language| around != Some(*language));
    if voter.language(block, FIRST_WORDS).is_some_and(|first| around == Some(first)) { None } else { other() }
}

/// The language of a text as a BCP 47 primary tag; `None` where it is not clear.
pub(super) fn of(text: &str) -> Option<String> {
    VOTER.language(text, WORDS).map(str::to_owned)
}

/// Letters that a word has, about.
const LETTERS: usize = 5;

/// The language of a script that one language writes, or nearly, by its first `most` letters.
fn by_script(text: &str, most: usize) -> Option<&'static str> {
    let (mut letters, mut kana, mut han, mut hangul, mut arabic, mut persian) = (0, 0, 0, 0, 0, 0);
    let (mut hebrew, mut greek, mut thai, mut devanagari, mut georgian, mut armenian) = (0, 0, 0, 0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(most) {
        letters += 1;
        let count = match c {
            '\u{3040}'..='\u{30ff}' => &mut kana,
            '\u{4e00}'..='\u{9fff}' => &mut han,
            '\u{ac00}'..='\u{d7a3}' => &mut hangul,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => &mut persian,
            '\u{600}'..='\u{6ff}' => &mut arabic,
            '\u{590}'..='\u{5ff}' => &mut hebrew,
            '\u{370}'..='\u{3ff}' => &mut greek,
            '\u{e00}'..='\u{e7f}' => &mut thai,
            '\u{900}'..='\u{97f}' => &mut devanagari,
            '\u{10a0}'..='\u{10ff}' => &mut georgian,
            '\u{530}'..='\u{58f}' => &mut armenian,
            _ => continue,
        };
        *count += 1;
    }
    let nearly_all = |n: usize| letters > 0 && n * 2 > letters;
    if nearly_all(kana + han) {
        Some(if kana * 10 > han { "ja" } else { "zh" })
    } else if nearly_all(arabic + persian) {
        Some(if persian * 20 > arabic { "fa" } else { "ar" })
    } else {
        [(hangul, "ko"), (hebrew, "he"), (greek, "el"), (thai, "th"), (devanagari, "hi"), (georgian, "ka"), (armenian, "hy")]
            .into_iter()
            .find(|(n, _)| nearly_all(*n))
            .map(|(_, language)| language)
    }
}

/// The primary language of a tag: `pt` for `pt-BR`. `None` where it is no tag.
pub(super) fn primary(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_', ',']).next().unwrap_or_default();
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic())).then(|| primary.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the fixture's texts, cut to their first `length` characters at a word: those judged right, wrong, and not at all.
    fn accuracy(length: usize) -> (Vec<String>, usize) {
        let cases = include_str!("../../../../tests/fixtures/languages.txt").lines().filter_map(|line| line.split_once('\t'));
        let mut missed = Vec::new();
        let mut n = 0;
        for (language, text) in cases {
            let end = text.char_indices().nth(length).map_or(text.len(), |(at, _)| at + text[at..].find(' ').unwrap_or(0));
            n += 1;
            match VOTER.language(&text[..end], WORDS) {
                Some(found) if found == language => {}
                found => missed.push(format!("{language} taken for {found:?}: {}", &text[..end])),
            }
        }
        (missed, n)
    }

    #[test]
    fn short_blocks_of_many_languages() {
        // Missed are texts that Danish and Norwegian write alike, and one that holds three function words.
        for (length, most_missed) in [(40, 4), (80, 2), (400, 1)] {
            let (missed, n) = accuracy(length);
            println!("{length} characters: {} of {n} right", n - missed.len());
            assert!(missed.len() <= most_missed, "{length}: {} of {n}:\n{}", missed.len(), missed.join("\n"));
        }
    }

    #[test]
    fn votes() {
        for (text, want) in [
            ("The envoys said that the talks with the ministry were held for the first time.", Some("en")),
            ("Los enviados dijeron que las conversaciones con el ministerio fueron por primera vez.", Some("es")),
            ("Les envoyés ont dit que les discussions dans le ministère et sur la paix sont une étape.", Some("fr")),
            ("Die Gesandten sagten, dass die Gespräche mit dem Ministerium nicht von der Presse verfolgt wurden.", Some("de")),
            ("Os enviados disseram que não foi uma reunião com o ministério e também para a paz.", Some("pt")),
            ("Переговоры прошли в столице, и по его словам это было не первое заседание.", Some("ru")),
            ("Переговори пройшли у столиці, і за його словами це було не перше засідання та не останнє.", Some("uk")),
            ("会談は合意なく終わった。", Some("ja")),
            ("谈判没有达成协议就结束了", Some("zh")),
            ("Foo bar", None),
            ("", None),
        ] {
            assert_eq!(of(text).as_deref(), want, "{text}");
        }
        assert_eq!(primary("pt-BR").as_deref(), Some("pt"));
        assert_eq!(primary("en_US").as_deref(), Some("en"));
        assert_eq!(primary("x-default"), None);
    }
}
