//! Articles of many languages compared: what says the same is linked, what does not is not. Every text is invented.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Article, Comparison, Settings, Source, compare, ingest};

fn article(language: &str, text: &str) -> Article {
    let source = Source { name: "a.txt".into(), media_type: None, bytes: text.as_bytes().to_vec() };
    let mut article = ingest::parse(&source).unwrap().articles.remove(0);
    article.set_field(crossread_engine::Field::Language, language);
    article
}

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Settings::default(), &mut |_| {})
}

/// Links of two articles as pairs of paragraph numbers, titles left out: paragraph 1 is the first after the title.
fn linked_paragraphs(articles: &[Article; 2]) -> Vec<(usize, usize)> {
    let comparison = compared(articles);
    let mut pairs: Vec<(usize, usize)> = comparison
        .links
        .iter()
        .map(|link| {
            let block = |place: &crossread_engine::Place| comparison.sentences[place.article.0][place.sentence].block;
            (block(&link.a), block(&link.b))
        })
        .filter(|(a, b)| *a > 0 && *b > 0)
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The first paragraphs of `a` and `b` say the same, and so do the second of `a` and the third of `b`; nothing else does, nor does anything in `other`.
#[track_caller]
fn check(language: &str, a: [&str; 4], b: [&str; 4], other: [&str; 4]) {
    let [a, b, other] = [a, b, other].map(|paragraphs| article(language, &paragraphs.join("\n\n")));
    assert_eq!(linked_paragraphs(&[a.clone(), b.clone()]), [(1, 1), (2, 3)], "{language}");
    for article in [a, b] {
        assert!(compared(&[article, other.clone()]).links.is_empty(), "{language}: links to another event");
    }
}

#[test]
fn spanish() {
    check(
        "es",
        [
            "Cierran el puente del puerto de Lomera",
            "La alcaldesa Inés Falco ordenó cerrar el puente del puerto después de que los ingenieros hallaran grietas en dos pilares.",
            "Las reparaciones durarán al menos seis semanas y costarán 2,4 millones de coronas.",
            "Los comerciantes de la orilla oriental temen por sus ventas antes de la feria de invierno.",
        ],
        [
            "Grietas en los pilares obligan a cerrar un puente",
            "Los ingenieros encontraron grietas en dos de los pilares del puente del puerto y la alcaldesa Falco mandó cerrarlo.",
            "Un informe anterior había advertido al ayuntamiento en marzo.",
            "Reparar la obra costará 2,4 millones de coronas y llevará unas seis semanas.",
        ],
        [
            "Gana la selección de remo",
            "El equipo juvenil de remo ganó tres medallas en el lago Brisa durante el campeonato regional.",
            "La entrenadora Marta Olmo elogió el esfuerzo de los deportistas.",
            "El próximo torneo se celebrará en otoño con ocho clubes.",
        ],
    );
}

#[test]
fn french() {
    check(
        "fr",
        [
            "Le pont du port de Lomère est fermé",
            "La maire Inès Falque a fait fermer le pont du port après la découverte de fissures dans deux piliers.",
            "Les réparations dureront au moins six semaines et coûteront 2,4 millions de couronnes.",
            "Les commerçants de la rive orientale craignent pour leurs ventes avant la foire d'hiver.",
        ],
        [
            "Un pont fermé à cause de fissures",
            "Des ingénieurs ont découvert des fissures dans deux piliers du pont du port, que la maire Falque a fait fermer.",
            "Un rapport avait déjà averti la municipalité au printemps.",
            "La réparation coûtera 2,4 millions de couronnes et prendra six semaines environ.",
        ],
        [
            "Victoire des rameurs",
            "L'équipe junior d'aviron a remporté trois médailles sur le lac Brise lors du championnat régional.",
            "L'entraîneuse Marthe Olm a salué l'effort des sportifs.",
            "Le prochain tournoi aura lieu en automne avec huit clubs.",
        ],
    );
}

#[test]
fn german() {
    check(
        "de",
        [
            "Hafenbrücke in Lohmer gesperrt",
            "Bürgermeisterin Ines Falk ließ die Hafenbrücke sperren, nachdem Ingenieure Risse in zwei Pfeilern entdeckt hatten.",
            "Die Reparaturen dauern mindestens sechs Wochen und kosten 2,4 Millionen Kronen.",
            "Händler am Ostufer fürchten vor dem Wintermarkt um ihren Umsatz.",
        ],
        [
            "Risse in Pfeilern: Brücke zu",
            "Ingenieure haben in zwei Pfeilern der Hafenbrücke Risse entdeckt; Bürgermeisterin Falk sperrte sie.",
            "Ein Gutachten hatte die Stadt schon im Frühjahr gewarnt.",
            "Die Reparatur kostet 2,4 Millionen Kronen und dauert etwa sechs Wochen.",
        ],
        [
            "Ruderer gewinnen",
            "Die Jugendmannschaft der Ruderer gewann auf dem Brisensee drei Medaillen bei der Meisterschaft.",
            "Trainerin Martha Olm lobte den Einsatz der Sportler.",
            "Das nächste Turnier findet im Herbst mit acht Vereinen statt.",
        ],
    );
}

#[test]
fn portuguese() {
    check(
        "pt",
        [
            "Ponte do porto de Lomera é fechada",
            "A prefeita Inês Falco mandou fechar a ponte do porto depois que engenheiros encontraram rachaduras em dois pilares.",
            "Os reparos vão durar pelo menos seis semanas e custarão 2,4 milhões de coroas.",
            "Os comerciantes da margem leste temem perder vendas antes da feira de inverno.",
        ],
        [
            "Rachaduras fecham ponte",
            "Engenheiros encontraram rachaduras em dois pilares da ponte do porto, e a prefeita Falco ordenou que fosse fechada.",
            "Um relatório já havia alertado a câmara na primavera.",
            "O reparo custará 2,4 milhões de coroas e levará cerca de seis semanas.",
        ],
        [
            "Remadores vencem",
            "A equipe juvenil de remo ganhou três medalhas no lago Brisa durante o campeonato regional.",
            "A treinadora Marta Olmo elogiou o esforço dos atletas.",
            "O próximo torneio será no outono com oito clubes.",
        ],
    );
}

#[test]
fn italian() {
    check(
        "it",
        [
            "Chiuso il ponte del porto di Lomera",
            "La sindaca Ines Falco ha fatto chiudere il ponte del porto dopo che gli ingegneri hanno trovato crepe in due pilastri.",
            "Le riparazioni dureranno almeno sei settimane e costeranno 2,4 milioni di corone.",
            "I commercianti della riva orientale temono per le vendite prima della fiera d'inverno.",
        ],
        [
            "Crepe nei pilastri, ponte chiuso",
            "Gli ingegneri hanno trovato crepe in due pilastri del ponte del porto e la sindaca Falco l'ha fatto chiudere.",
            "Una perizia aveva avvertito il comune in primavera.",
            "La riparazione costerà 2,4 milioni di corone e durerà circa sei settimane.",
        ],
        [
            "Vittoria dei canottieri",
            "La squadra giovanile di canottaggio ha vinto tre medaglie sul lago Brezza al campionato regionale.",
            "L'allenatrice Marta Olmo ha lodato l'impegno degli atleti.",
            "Il prossimo torneo si terrà in autunno con otto club.",
        ],
    );
}

#[test]
fn russian() {
    check(
        "ru",
        [
            "Мост в порту Ломера закрыт",
            "Мэр Инна Фалькова закрыла портовый мост, после того как инженеры обнаружили трещины в двух опорах.",
            "Ремонт продлится не менее шести недель и обойдётся в 2,4 миллиона крон.",
            "Торговцы на восточном берегу опасаются за выручку перед зимней ярмаркой.",
        ],
        [
            "Трещины в опорах моста",
            "Инженеры нашли трещины в двух опорах портового моста, и мэр Фалькова распорядилась его закрыть.",
            "Ещё весной городской совет получил предупреждение в отчёте.",
            "Ремонт обойдется в 2,4 миллиона крон и займет около шести недель.",
        ],
        [
            "Победа гребцов",
            "Юношеская команда по гребле завоевала три медали на озере Бриз во время чемпионата области.",
            "Тренер Марта Ольмова похвалила старания спортсменов.",
            "Следующий турнир состоится осенью с участием восьми клубов.",
        ],
    );
}

#[test]
fn ukrainian() {
    check(
        "uk",
        [
            "Міст у порту Ломера закрито",
            "Мерка Інна Фалько закрила портовий міст, після того як інженери виявили тріщини у двох опорах.",
            "Ремонт триватиме щонайменше шість тижнів і коштуватиме 2,4 мільйона крон.",
            "Торговці на східному березі побоюються за виторг перед зимовим ярмарком.",
        ],
        [
            "Тріщини в опорах мосту",
            "Інженери виявили тріщини у двох опорах портового мосту, тож мерка Фалько наказала його закрити.",
            "Ще навесні міська рада отримала застереження у звіті.",
            "Ремонт коштуватиме 2,4 мільйона крон і забере близько шести тижнів.",
        ],
        [
            "Перемога веслувальників",
            "Юнацька команда з веслування здобула три медалі на озері Бриз під час чемпіонату області.",
            "Тренерка Марта Ольмова похвалила старання спортсменів.",
            "Наступний турнір відбудеться восени за участю восьми клубів.",
        ],
    );
}

#[test]
fn arabic() {
    check(
        "ar",
        [
            "إغلاق جسر الميناء في لومير",
            "أمرت رئيسة البلدية إيناس فلكي بإغلاق جسر الميناء بعد أن اكتشف المهندسون تشققات في عمودين من أعمدته.",
            "تستغرق الإصلاحات ستة أسابيع على الأقل وتكلف 2400 كرونة لكل متر.",
            "يخشى التجار على الضفة الشرقية تراجع مبيعاتهم قبل معرض الشتاء.",
        ],
        [
            "تشققات تغلق جسراً",
            "اكتشف المهندسون تشققات في عمودين من أعمدة جسر الميناء، فأمرت رئيسة البلدية فلكي بإغلاقه.",
            "كان تقرير سابق قد حذّر المجلس في الربيع.",
            "تكلّف الإصلاحات ٢٤٠٠ كرونة لكل متر وتستغرق نحو ستة أسابيع.",
        ],
        [
            "فوز فريق التجديف",
            "حصد فريق الناشئين للتجديف ثلاث ميداليات في بحيرة النسيم خلال بطولة الإقليم.",
            "أشادت المدربة مرتا علم بجهود الرياضيين.",
            "تقام الدورة المقبلة في الخريف بمشاركة ثمانية أندية.",
        ],
    );
}

#[test]
fn turkish() {
    check(
        "tr",
        [
            "Lomer liman köprüsü kapatıldı",
            "Belediye başkanı İnci Falk, mühendislerin iki ayakta çatlak bulmasının ardından liman köprüsünü kapattı.",
            "Onarım en az 6 hafta sürecek ve 2,4 milyon krona mal olacak.",
            "Doğu yakasındaki esnaf kış panayırı öncesinde satışlarından endişeli.",
        ],
        [
            "Ayaklarda çatlak",
            "Mühendisler liman köprüsünün iki ayağında çatlak buldu; belediye başkanı Falk köprüyü kapattı.",
            "Bir rapor ilkbaharda meclisi uyarmıştı.",
            "Onarımın 2,4 milyon krona mal olması ve yaklaşık 6 hafta sürmesi bekleniyor.",
        ],
        [
            "Kürekçilerin zaferi",
            "Genç kürek takımı bölge şampiyonasında Meltem gölünde üç madalya kazandı.",
            "Antrenör Merve Olgun sporcuların çabasını övdü.",
            "Sıradaki turnuva sonbaharda sekiz kulüple yapılacak.",
        ],
    );
}

#[test]
fn chinese() {
    check(
        "zh",
        [
            "洛梅尔港口大桥关闭",
            "工程师在港口大桥的两根桥墩上发现裂缝后，市长方琳下令关闭大桥。",
            "维修至少需要六周，费用为240万克朗。",
            "东岸商户担心冬季集市之前生意下滑。",
        ],
        [
            "桥墩出现裂缝",
            "工程师发现港口大桥的两根桥墩有裂缝，市长方琳决定关闭大桥。",
            "早在春天就有报告提醒过市议会。",
            "维修费用为240万克朗，大约需要六周。",
        ],
        [
            "赛艇队获胜",
            "青年赛艇队在微风湖举行的地区锦标赛中夺得三枚奖牌。",
            "教练欧玛称赞了运动员的努力。",
            "下一届比赛将在秋天举行，八家俱乐部参加。",
        ],
    );
}

#[test]
fn japanese() {
    check(
        "ja",
        [
            "ロメル港の橋が閉鎖",
            "技術者が港の橋の橋脚二本に亀裂を見つけたため、ファルク市長は橋を閉鎖した。",
            "修理には少なくとも六週間かかり、費用は240万クローネになる。",
            "東岸の商店主は冬の市を前に売り上げを心配している。",
        ],
        [
            "橋脚に亀裂",
            "港の橋の橋脚二本に亀裂が見つかり、ファルク市長が閉鎖を命じた。",
            "春にはすでに報告書が議会に警告していた。",
            "修理の費用は240万クローネで、約六週間かかる見通しだ。",
        ],
        [
            "ボート部が優勝",
            "青年ボート部は地区選手権で三個のメダルを獲得した。",
            "監督のオルムは選手の努力をたたえた。",
            "次回大会は秋に八つのクラブが参加して開かれる。",
        ],
    );
}

#[test]
fn thai() {
    check(
        "th",
        [
            "ปิดสะพานท่าเรือโลเมอร์",
            "นายกเทศมนตรีอินทิราสั่งปิดสะพานท่าเรือหลังจากวิศวกรพบรอยร้าวในเสาสองต้น",
            "การซ่อมแซมจะใช้เวลาอย่างน้อย 6 สัปดาห์และมีค่าใช้จ่าย 240000 โครน",
            "พ่อค้าฝั่งตะวันออกกังวลเรื่องยอดขายก่อนงานเทศกาลฤดูหนาว",
        ],
        [
            "พบรอยร้าวที่เสา",
            "วิศวกรพบรอยร้าวในเสาสองต้นของสะพานท่าเรือ นายกเทศมนตรีอินทิราจึงสั่งปิด",
            "รายงานฉบับหนึ่งเคยเตือนสภาเมืองไว้แล้ว",
            "ค่าใช้จ่ายในการซ่อมแซม ๒๔๐๐๐๐ โครน ใช้เวลาราว ๖ สัปดาห์",
        ],
        [
            "ทีมพายเรือชนะ",
            "ทีมพายเรือเยาวชนคว้าสามเหรียญรางวัลในทะเลสาบระหว่างการแข่งขันชิงแชมป์ภูมิภาค",
            "ผู้ฝึกสอนชมเชยความพยายามของนักกีฬา",
            "การแข่งขันครั้งต่อไปจะจัดขึ้นในฤดูใบไม้ร่วง",
        ],
    );
}

#[test]
fn hebrew() {
    check(
        "he",
        [
            "גשר הנמל בלומר נסגר",
            "ראש העיר ענת פלק סגרה את גשר הנמל לאחר שמהנדסים מצאו סדקים בשני עמודים.",
            "התיקונים יימשכו לפחות שישה שבועות ויעלו 2.4 מיליון כתרים.",
            "הסוחרים בגדה המזרחית חוששים למכירות לפני יריד החורף.",
        ],
        [
            "סדקים בעמודים",
            "מהנדסים מצאו סדקים בשני עמודי גשר הנמל, וראש העיר פלק הורתה לסגור אותו.",
            "דוח קודם הזהיר את המועצה כבר באביב.",
            "התיקונים יעלו 2.4 מיליון כתרים ויימשכו כשישה שבועות.",
        ],
        [
            "ניצחון לחותרים",
            "נבחרת הנוער בחתירה זכתה בשלוש מדליות באגם הבריזה באליפות האזור.",
            "המאמנת מרתה אולם שיבחה את מאמץ הספורטאים.",
            "הטורניר הבא ייערך בסתיו בהשתתפות שמונה מועדונים.",
        ],
    );
}

#[test]
fn greek() {
    check(
        "el",
        [
            "Έκλεισε η γέφυρα του λιμανιού",
            "Η δήμαρχος Ινές Φαλκ έκλεισε τη γέφυρα του λιμανιού, αφού οι μηχανικοί βρήκαν ρωγμές σε δύο πυλώνες.",
            "Οι επισκευές θα διαρκέσουν τουλάχιστον 6 εβδομάδες και θα κοστίσουν 2,4 εκατομμύρια κορόνες.",
            "Οι έμποροι στην ανατολική όχθη φοβούνται για τις πωλήσεις πριν από το χειμερινό παζάρι.",
        ],
        [
            "Ρωγμές σε πυλώνες",
            "Μηχανικοί βρήκαν ρωγμές σε δύο πυλώνες της γέφυρας του λιμανιού και η δήμαρχος Φαλκ την έκλεισε.",
            "Μια έκθεση είχε προειδοποιήσει το συμβούλιο την άνοιξη.",
            "Η επισκευή θα κοστίσει 2,4 εκατομμύρια κορόνες και θα διαρκέσει περίπου 6 εβδομάδες.",
        ],
        [
            "Νίκη των κωπηλατών",
            "Η ομάδα νέων της κωπηλασίας κέρδισε τρία μετάλλια στη λίμνη Αύρα στο περιφερειακό πρωτάθλημα.",
            "Η προπονήτρια Μάρθα Όλμου επαίνεσε την προσπάθεια των αθλητών.",
            "Το επόμενο τουρνουά θα γίνει το φθινόπωρο με οκτώ συλλόγους.",
        ],
    );
}

const ENGLISH: [&str; 5] = [
    "Lowmere bridge closed",
    "Mayor Ines Falk told Viktor Lavrenko on 14 July that 14,000 cars cross the Lowmere bridge every day.",
    "Traders on the east bank fear for their income before the winter fair.",
    "Repairs will cost 2.4 million crowns, Tarkov Engineering of Eastfield wrote on 16 July.",
    "The mayor praised the patience of the people.",
];

/// `other` says in another language what the first and third paragraphs of [`ENGLISH`] say, in its first and third.
#[track_caller]
fn check_two_languages(language: &str, other: [&str; 4]) {
    let articles = [article("en", &ENGLISH.join("\n\n")), article(language, &other.join("\n\n"))];
    let comparison = compared(&articles);
    assert_eq!(comparison.mixed_languages.len(), 1);
    assert!(comparison.languages_message().unwrap().starts_with("A and B are in two languages"));
    assert_eq!(linked_paragraphs(&articles), [(1, 1), (3, 3)], "{language}");
    assert!(comparison.links.iter().all(|link| link.diff.len() == 1), "{language}: compared word by word");
}

#[test]
fn english_and_german_are_linked_by_names_and_figures() {
    check_two_languages(
        "de",
        [
            "Brücke in Lowmere gesperrt",
            "14.000 Autos fahren täglich über die Brücke in Lowmere, sagte Bürgermeisterin Ines Falk am 14. Juli zu Viktor Lawrenko.",
            "Die Händler am Ostufer fürchten vor dem Wintermarkt um ihre Einnahmen.",
            "2,4 Millionen Kronen kostet die Reparatur, schrieb die Firma Tarkov Engineering aus Eastfield am 16. Juli.",
        ],
    );
}

#[test]
fn english_and_russian_are_linked_by_names_and_figures() {
    check_two_languages(
        "ru",
        [
            "Мост в Лоумере закрыт",
            "14\u{a0}000 машин ежедневно проезжают по мосту, рассказала мэр Инес Фальк Виктору Лавренко 14 июля.",
            "Торговцы на восточном берегу опасаются за доходы перед зимней ярмаркой.",
            "2,4 миллиона крон обойдется ремонт, написала 16 июля компания «Тарков» из Истфилда.",
        ],
    );
}

#[test]
fn words_that_two_languages_share_link_nothing() {
    let a = article(
        "es",
        "La central local\n\nEl general visita la central electoral provincial.\n\nEl hospital regional recibe un ambulatorio.",
    );
    let b =
        article("pt", "A central local\n\nO general visita a central eleitoral provincial.\n\nO hospital regional recebe um ambulatorio.");
    let comparison = compared(&[a, b]);
    assert!(comparison.links.is_empty());
    assert_eq!(comparison.mixed_languages.len(), 1);
}

#[test]
fn a_quotation_in_its_own_language_links_two_others() {
    let a = article(
        "en",
        "A refusal\n\nThe envoy answered “no habrá acuerdo mientras sigan los bombardeos”.\n\nShe cited “una vergüenza para todo el continente” as well.",
    );
    let b = article(
        "de",
        "Eine Absage\n\nDie Gesandte erwiderte: „no habrá acuerdo mientras sigan los bombardeos“.\n\nSie sprach auch von „una vergüenza para todo el continente“.",
    );
    assert_eq!(linked_paragraphs(&[a, b]), [(1, 1), (2, 2)]);
}

#[test]
fn articles_whose_language_is_not_known_are_of_one() {
    let text = "Lowmere bridge closed\n\nEngineers found cracks in two pillars of the harbour bridge.";
    let (known, mut unknown) = (article("en", text), article("en", text));
    unknown.set_field(crossread_engine::Field::Language, "");
    let comparison = compared(&[known, unknown]);
    assert!(comparison.mixed_languages.is_empty() && comparison.languages_message().is_none());
    assert!(!comparison.links.is_empty());
}
