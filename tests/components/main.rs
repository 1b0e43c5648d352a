//! Components rendered on the host, as a reader of the markup sees them: names, roles and states, and text as text.

mod support;

use std::rc::Rc;

use crossread_engine::{ArticleIdx, Decision, Field, FieldOrigin, Relation, Settings, Warning, WarningKind};
use crossread_page::components::{
    Aligned, AlignedProps, AnswersLine, AnswersLineProps, ArticleCard, ArticleCardProps, CardFields, CardFieldsProps, CardText,
    CardTextProps, Decisions, DecisionsProps, FirstVisit, FirstVisitProps, LinkActions, LinkActionsProps, Linking, LinkingProps, Notices,
    NoticesProps, Panel, PanelProps, Status, StatusProps, TextLayout, TextLayoutProps, Toolbar, ToolbarProps, Tuning, TuningProps,
};
use crossread_page::protocol::{ArticleId, JobId};
use crossread_page::reading::{Stop, Walk};
use crossread_page::state::{Bulk, Entry, Job, Notice, Picks, Side, Stage, Tone, Work};
use support::{corrected, example, render, unrelated};
use yew::Callback;

fn shown() -> Rc<Vec<ArticleIdx>> {
    Rc::new(vec![ArticleIdx(0), ArticleIdx(1)])
}

#[tokio::test]
async fn the_shell_paints_what_the_first_visit_shows() {
    let page = render::<FirstVisit>(FirstVisitProps { onpaste: Callback::noop() }).await;
    let shell = include_str!("../../index.html");
    let texts = page.lines().filter(|line| line.starts_with("<h") || line.starts_with("<p") || line.starts_with("<summary"));
    let mut compared = 0;
    for line in texts {
        let text = line.split_once('>').map(|(_, rest)| rest.split('<').next().unwrap_or_default()).unwrap_or_default();
        // What is folded away at first is not in the shell.
        if !text.is_empty() && !text.starts_with("The policy is") {
            assert!(shell.contains(text), "the shell lacks “{text}”");
            compared += 1;
        }
    }
    assert_eq!(compared, 5);
}

#[tokio::test]
async fn a_card_shows_what_was_parsed_what_to_check_and_what_is_offered() {
    let (article, further) = (support::article("A headline", &["A paragraph."]), support::article("Another", &["Other text."]));
    let mut article = Rc::unwrap_or_clone(article);
    article.byline = Some("Marta Lindqvist".into());
    article.published = Some("2025-03-18".into());
    article.warnings.push(Warning::whole(WarningKind::CharsetGuessed { charset: "windows-1251".into() }));
    let offered = vec![Rc::unwrap_or_clone(further)];
    let entry = Rc::new(Entry { id: ArticleId(1), article: Rc::new(article), offered });
    insta::assert_snapshot!(render::<ArticleCard>(ArticleCardProps { idx: ArticleIdx(0), entry, last: true, elsewhere: Some(61) }).await);
}

#[tokio::test]
async fn each_detail_says_where_it_was_found() {
    let mut article = Rc::unwrap_or_clone(support::article("A headline", &["A paragraph."]));
    article.origins.insert(Field::Title, FieldOrigin::JsonLd);
    article.set_field(Field::Byline, "Marta Lindqvist");
    insta::assert_snapshot!(render::<CardFields>(CardFieldsProps { id: ArticleId(1), article: Rc::new(article) }).await);
}

#[tokio::test]
async fn text_set_aside_is_folded_where_it_stands_and_can_be_put_back() {
    let article = support::with_furniture();
    insta::assert_snapshot!(render::<CardText>(CardTextProps { id: ArticleId(1), article }).await);
}

#[tokio::test]
async fn the_answers_open_what_they_count() {
    insta::assert_snapshot!(render::<AnswersLine>(AnswersLineProps { reading: example(), walk: Some(Walk::Differences) }).await);
}

#[tokio::test]
async fn articles_that_share_nothing_are_told_so() {
    insta::assert_snapshot!(render::<AnswersLine>(AnswersLineProps { reading: unrelated(), walk: None }).await);
}

#[tokio::test]
async fn the_text_layout_marks_links_by_form_and_name() {
    let reading = example();
    let stop = reading.first(Walk::Figures);
    insta::assert_snapshot!(render::<TextLayout>(TextLayoutProps { reading, shown: shown(), stop, focus: None, linking: None }).await);
}

#[tokio::test]
async fn the_aligned_layout_tracks_changes_against_the_chosen_article() {
    insta::assert_snapshot!(render::<Aligned>(AlignedProps { reading: example(), shown: shown(), lead: ArticleIdx(0), stop: None }).await);
}

#[tokio::test]
async fn the_panel_says_why_a_link_is_one() {
    let reading = example();
    let edited = reading.comparison.passages.iter().position(|passage| passage.relation == Relation::Edited).expect("an edited passage");
    insta::assert_snapshot!(render::<Panel>(PanelProps { reading, stop: Stop::Passage(edited) }).await);
}

#[tokio::test]
async fn the_status_line_is_a_sentence_and_a_live_region() {
    let reading = example();
    let side = Side { stop: reading.first(Walk::Differences), ..Side::default() };
    insta::assert_snapshot!(render::<Status>(StatusProps { reading: Some(reading), side, work: Work::Idle, jobs: Vec::new() }).await);
}

#[tokio::test]
async fn messages_can_be_dismissed_and_a_crash_tried_again() {
    insta::assert_snapshot!(render::<Notices>(NoticesProps { notices: vec![unread(3)], work: Work::Stopped }).await);
}

fn unread(id: u32) -> Notice {
    let text = format!("“{id}.png” could not be read.");
    Notice { id, tone: Tone::Problem, text, undo: false, bulk: Some(Bulk::Unread) }
}

#[tokio::test]
async fn many_messages_alike_are_one_that_can_be_opened() {
    let said = Notice { id: 9, tone: Tone::Info, text: "Something else.".into(), undo: false, bulk: None };
    let notices = vec![unread(1), unread(2), said, unread(3)];
    insta::assert_snapshot!(render::<Notices>(NoticesProps { notices, work: Work::Idle }).await);
    let page = render::<Notices>(NoticesProps { notices: (0..250).map(unread).collect(), work: Work::Idle }).await;
    assert_eq!(page.matches("<li>").count(), 101, "a hundred, and how many more there are");
    assert!(page.contains("And 150 more."), "{page}");
}

#[tokio::test]
async fn the_status_line_says_what_is_read_and_offers_to_stop_it() {
    let status = |stages: &[Stage]| {
        let job = |(i, stage): (u32, &Stage)| Job { stage: *stage, ..Job::new(JobId(i), format!("{i}.pdf")) };
        let jobs = (1..).zip(stages).map(job).collect();
        render::<Status>(StatusProps { reading: None, side: Side::default(), work: Work::Idle, jobs })
    };
    insta::assert_snapshot!(status(&[Stage::Opening, Stage::Reading, Stage::Reading]).await);
    for (stages, said, skips) in [
        (&[Stage::Reading][..], "<strong>Reading </strong>“1.pdf” …", false),
        (&[Stage::Loading], "<strong>Loading the reader for </strong>“1.pdf” …", false),
        (&[Stage::Loading, Stage::Reading], "<strong>Loading the reader for </strong>“1.pdf” and 1 more …", true),
        (&[Stage::Listing, Stage::Reading], "<strong>Looking through </strong>“1.pdf” and 1 more …", false),
    ] {
        let page = status(stages).await;
        assert!(page.contains(said) && page.contains("Stop") && page.contains("Skip") == skips, "{page}");
    }
}

#[tokio::test]
async fn article_text_is_never_markup() {
    let article = support::article("<img src=x onerror=alert(1)>", &["<script>alert(1)</script> & more"]);
    let html = render::<CardText>(CardTextProps { id: ArticleId(1), article }).await;
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
}

#[tokio::test]
async fn while_sentences_are_chosen_each_can_be_and_what_is_chosen_says_so() {
    let linking = Some(Picks::starting_at(Some((ArticleIdx(0), 3))));
    insta::assert_snapshot!(
        render::<TextLayout>(TextLayoutProps { reading: example(), shown: shown(), stop: None, focus: None, linking }).await
    );
}

#[tokio::test]
async fn two_chosen_sentences_can_be_linked_one_cannot() {
    let mut picks = Picks::default();
    let linking = |picks| render::<Linking>(LinkingProps { reading: example(), picks });
    assert!(linking(picks).await.contains("Choose a sentence in each of two articles."));
    picks.toggle((ArticleIdx(1), 0));
    let page = linking(picks).await;
    assert!(page.contains("Choose a sentence of another article than B.") && page.contains("disabled"), "{page}");
    picks.toggle((ArticleIdx(0), 3));
    insta::assert_snapshot!(linking(picks).await);
}

#[tokio::test]
async fn a_link_that_the_reader_confirmed_can_be_taken_back() {
    let reading = corrected(Decision::Confirmed);
    let link = reading.comparison.links.iter().position(|link| link.corrected.is_some()).expect("a confirmed link");
    insta::assert_snapshot!(render::<LinkActions>(LinkActionsProps { reading, link }).await);
}

#[tokio::test]
async fn corrections_are_listed_and_say_when_they_no_longer_apply() {
    insta::assert_snapshot!(render::<Decisions>(DecisionsProps { reading: corrected(Decision::Cut) }).await);
    assert!(render::<Decisions>(DecisionsProps { reading: example() }).await.contains("You have cut, added or confirmed no link."));
}

#[tokio::test]
async fn the_settings_say_in_words_what_they_and_others_show() {
    let settings = Settings { threshold: 450, ..Settings::default() };
    insta::assert_snapshot!(render::<Tuning>(TuningProps { reading: example(), settings }).await);
}

#[tokio::test]
async fn the_toolbar_tells_how_many_links_there_are_and_what_was_corrected() {
    let props = |reading| ToolbarProps { reading, side: Side::default(), tuning: true, ontuning: Callback::noop() };
    insta::assert_snapshot!(render::<Toolbar>(props(example())).await);
    let page = render::<Toolbar>(props(corrected(Decision::Cut))).await;
    assert!(page.contains("1 link, 2 corrections, 1 no longer applying"), "{page}");
}
