use crossread_engine::{Article, Field, Role, Source, compare_under, ingest};

use super::*;
use crate::reading::tests::article;

fn arrive(state: &mut State, article: Article) {
    let job = JobId(state.fresh());
    state.apply(Action::Started(Job::new(job, "a.txt")));
    state.apply(Action::Parsed { job, articles: vec![article], offered: Vec::new(), terms: None });
}

pub(super) fn compared(state: &mut State) {
    let articles: Vec<_> = state.entries.iter().map(|entry| (*entry.article).clone()).collect();
    let comparison = compare_under(&articles, &state.terms, &mut |_| {});
    state.apply(Action::Compared { rev: state.rev, comparison: Box::new(comparison) });
}

pub(super) fn with_two() -> State {
    let mut state = State::default();
    arrive(&mut state, article("One", &["The ferry left Ostrand with 214 passengers on Tuesday.", "Nobody knows why it stopped."]));
    arrive(
        &mut state,
        article("Two", &["The ferry left Ostrand with 241 passengers on Tuesday.", "The harbour was closed for the night."]),
    );
    state
}

#[test]
fn at_two_articles_the_comparison_appears_by_itself_and_then_leaves_the_reader_alone() {
    let mut state = with_two();
    assert_eq!((state.view, state.work), (View::Articles, Work::Comparing(None)));
    compared(&mut state);
    assert_eq!((state.view, state.work), (View::SideBySide, Work::Idle));
    state.apply(Action::Show(View::Articles));
    state.apply(Action::SetField { id: state.entries[0].id, field: Field::Outlet, value: "Courier".into() });
    compared(&mut state);
    assert_eq!(state.view, View::Articles);
}

#[test]
fn an_answer_to_an_older_question_is_dropped() {
    let mut state = with_two();
    state.apply(Action::Compared { rev: state.rev - 1, comparison: Box::default() });
    assert!(state.reading.is_none());
    assert_eq!(state.work, Work::Comparing(None));
}

#[test]
fn the_same_article_twice_is_said_and_not_added() {
    let mut state = with_two();
    let again = (*state.entries[1].article).clone();
    let rev = state.rev;
    arrive(&mut state, again);
    assert_eq!((state.entries.len(), state.rev), (2, rev));
    assert_eq!(state.notices.last().unwrap().text, "“a.txt” is already here, as B. It was not added a second time.");
}

#[test]
fn the_same_text_from_another_source_is_the_same_article() {
    let mut state = State::default();
    let mut other = article("One", &["Some text."]);
    arrive(&mut state, other.clone());
    other.source.sha256 = "other".into();
    arrive(&mut state, other);
    assert_eq!(state.entries.len(), 1);
}

#[test]
fn a_text_that_differs_only_in_what_was_set_aside_is_another_article() {
    let mut state = State::default();
    let aside = |ending: &str| {
        let mut article = article("One", &["Some text.", ending]);
        let last = article.blocks.len() - 1;
        article.blocks[last].role = Role::Boilerplate;
        article
    };
    arrive(&mut state, aside("The minister denied it."));
    arrive(&mut state, aside("The minister confirmed it."));
    assert_eq!(state.entries.len(), 2);
}

#[test]
fn what_is_removed_comes_back_where_it_was() {
    let mut state = with_two();
    compared(&mut state);
    let (ids, first) = (ids(&state), state.entries[0].id);
    state.apply(Action::Remove(first));
    assert!(state.reading.is_none() && state.view == View::Articles, "one article cannot be compared");
    assert!(state.notices.last().unwrap().undo);
    state.apply(Action::Undo);
    assert_eq!(super::tests::ids(&state), ids);
    assert!(state.notices.iter().all(|notice| !notice.undo));
    compared(&mut state);
    assert_eq!(state.view, View::Articles, "who undoes something is left where that is done");
}

#[test]
fn everything_deleted_can_be_undone_until_something_new_arrives() {
    let mut state = with_two();
    state.apply(Action::DeleteAll);
    assert!(state.entries.is_empty() && state.notices.iter().any(|notice| notice.undo));
    arrive(&mut state, article("Three", &["Something else."]));
    assert!(state.notices.iter().all(|notice| !notice.undo), "undo would no longer undo what the message names");
}

#[test]
fn a_refused_source_is_named_and_the_others_stay() {
    let mut state = with_two();
    state.apply(Action::Started(Job::new(JobId(900), "photo.png")));
    state.apply(Action::Refused { job: JobId(900), error: "It looks like a PNG picture.".into() });
    assert!(state.jobs.is_empty());
    state.apply(Action::Refused { job: JobId(901), error: "Nobody waits for this.".into() });
    assert_eq!(state.notices.last().unwrap().text, "“photo.png” could not be read. It looks like a PNG picture.");
    assert_eq!(state.entries.len(), 2);
}

/// Starts a file with id 1 and has things with the other ids found in it.
fn open_file(state: &mut State, found: &[u32]) {
    state.apply(Action::Started(Job::new(JobId(1), "news.zip")));
    state.apply(Action::Opening { job: JobId(1), loading: false });
    for id in found {
        state.apply(Action::Started(Job { of: Some(JobId(1)), ..Job::new(JobId(*id), format!("news.zip/{id}.html")) }));
    }
}

fn parsed(id: u32, text: &str) -> Action {
    Action::Parsed { job: JobId(id), articles: vec![article(text, &[text])], offered: Vec::new(), terms: None }
}

#[test]
fn what_is_found_in_a_file_comes_behind_it_and_before_the_next_file() {
    let mut state = State::default();
    open_file(&mut state, &[]);
    state.apply(Action::Started(Job::new(JobId(2), "next.txt")));
    for id in [10, 11] {
        state.apply(Action::Started(Job { of: Some(JobId(1)), ..Job::new(JobId(id), "") }));
    }
    state.apply(Action::Opened(JobId(1)));
    state.apply(Action::Started(Job { of: Some(JobId(2)), ..Job::new(JobId(12), "") }));
    let order: Vec<_> = state.jobs.iter().map(|job| job.id.0).collect();
    assert_eq!(order, [10, 11, 2, 12]);
}

#[test]
fn many_articles_of_one_file_are_compared_once_and_undone_in_one_step() {
    let mut state = with_two();
    let due = state.due;
    open_file(&mut state, &[10, 11, 12]);
    state.apply(parsed(10, "Three"));
    state.apply(parsed(11, "Four"));
    state.apply(Action::Opened(JobId(1)));
    assert_eq!((state.entries.len(), state.due), (4, due), "one is still to come");
    state.apply(parsed(12, "Five"));
    assert_eq!((state.entries.len(), state.due), (5, state.rev));
    state.apply(Action::Undo);
    assert_eq!((state.entries.len(), state.due), (2, state.rev));
}

#[test]
fn a_correction_is_compared_at_once_whatever_is_still_to_come() {
    let mut state = with_two();
    open_file(&mut state, &[]);
    state.apply(Action::SetField { id: state.entries[0].id, field: Field::Outlet, value: "Courier".into() });
    assert_eq!(state.due, state.rev);
}

#[test]
fn a_file_of_nothing_readable_leaves_no_step_to_undo() {
    let mut state = with_two();
    let again = (*state.entries[0].article).clone();
    open_file(&mut state, &[10, 11]);
    state.apply(Action::Parsed { job: JobId(10), articles: vec![again], offered: Vec::new(), terms: None });
    state.apply(Action::Refused { job: JobId(11), error: "It is a PNG picture.".into() });
    state.apply(Action::Opened(JobId(1)));
    assert_eq!(state.notices.last().unwrap().text, "“news.zip/11.html” could not be read. It is a PNG picture.");
    state.apply(Action::Undo);
    assert_eq!(state.entries.len(), 1, "what is undone is the arrival of the second");
}

#[test]
fn what_is_given_up_is_compared_without_and_heard_of_no_more() {
    let mut state = with_two();
    open_file(&mut state, &[10, 11]);
    state.apply(parsed(10, "Three"));
    state.apply(Action::Skipped(JobId(1)));
    assert_eq!(state.notices.last().unwrap().text, "“news.zip” was skipped.");
    assert_ne!(state.due, state.rev, "what was found in it so far is still read");
    state.apply(Action::GaveUp);
    assert_eq!(state.notices.last().unwrap().text, "Stopped. “news.zip/11.html” was not read.");
    assert_eq!((state.jobs.len(), state.due), (0, state.rev));
    state.apply(parsed(11, "Four"));
    state.apply(Action::Refused { job: JobId(11), error: "It is late.".into() });
    assert_eq!((state.entries.len(), state.notices.len()), (3, 2));
    state.apply(Action::GaveUp);
    assert_eq!(state.notices.len(), 2, "there was nothing to give up");
}

#[test]
fn messages_alike_are_dismissed_together() {
    let mut state = State::default();
    open_file(&mut state, &[10, 11]);
    for id in [10, 11] {
        state.apply(Action::Refused { job: JobId(id), error: String::new() });
    }
    state.apply(Action::Say(Tone::Problem, "Something else.".into()));
    state.apply(Action::DismissAll(Bulk::Unread));
    assert_eq!(state.notices.iter().map(|notice| notice.text.as_str()).collect::<Vec<_>>(), ["Something else."]);
}

#[test]
fn offered_articles_are_added_when_asked_for() {
    let mut state = State::default();
    state.apply(Action::Started(Job::new(JobId(1), "page")));
    let offered = vec![article("Two", &["Other text."]), article("Three", &["More text."])];
    state.apply(Action::Parsed { job: JobId(1), articles: vec![article("One", &["Some text."])], offered, terms: None });
    assert_eq!(state.entries.len(), 1);
    state.apply(Action::AddOffered(state.entries[0].id));
    assert_eq!(state.entries.len(), 3);
    assert!(state.entries[0].offered.is_empty());
}

#[test]
fn misread_characters_are_put_right_when_asked_for() {
    let mut state = State::default();
    let mut misread = article("Cafâ€™s end", &["Itâ€™s over."]);
    misread.repaired = Some(Box::new(article("Caf’s end", &["It’s over."])));
    arrive(&mut state, misread.clone());
    let (id, rev) = (state.entries[0].id, state.rev);
    state.apply(Action::SetField { id, field: Field::Outlet, value: "Lowmere Courier".into() });
    state.apply(Action::Repair(id));
    let repaired = &state.entries[0].article;
    assert_eq!((repaired.title.as_deref(), repaired.outlet.as_deref()), (Some("Caf’s end"), Some("Lowmere Courier")));
    assert!(repaired.text.contains("It’s over.") && repaired.repaired.is_none());
    assert_eq!(state.rev, rev + 2);
    state.apply(Action::Repair(id));
    assert_eq!(state.rev, rev + 2, "there is nothing left to put right");
    state.apply(Action::Undo);
    assert_eq!(state.entries[0].article.text, misread.text);
}

#[test]
fn a_role_given_by_the_reader_raises_the_revision_and_can_be_undone() {
    let mut state = with_two();
    let (id, rev) = (state.entries[0].id, state.rev);
    state.apply(Action::SetRoles { id, blocks: vec![1], role: Role::Boilerplate });
    assert_eq!((state.entries[0].article.blocks[1].role, state.rev), (Role::Boilerplate, rev + 1));
    state.apply(Action::Undo);
    assert_eq!(state.entries[0].article.blocks[1].role, Role::Paragraph);
}

#[test]
fn articles_move_and_stop_at_the_ends() {
    let mut state = with_two();
    let order = ids(&state);
    state.apply(Action::Move { id: order[0], by: -1 });
    assert_eq!(ids(&state), order);
    state.apply(Action::Move { id: order[0], by: 1 });
    assert_eq!(ids(&state), [order[1], order[0]]);
}

#[test]
fn stepping_goes_round_and_twins_alternate() {
    let mut state = with_two();
    compared(&mut state);
    state.apply(Action::Walk { walk: None, by: 1 });
    let (stop, focus) = (state.side.stop.expect("a difference"), state.side.focus);
    state.apply(Action::Twin);
    assert_ne!(state.side.focus, focus);
    let n = state.reading.as_ref().unwrap().stops(state.side.walk).len();
    for _ in 0..n {
        state.apply(Action::Walk { walk: None, by: 1 });
    }
    assert_eq!(state.side.stop, Some(stop));
    state.apply(Action::Select(None));
    assert_eq!((state.side.stop, state.side.focus), (None, None));
}

#[test]
fn a_crash_stops_the_work_until_it_is_tried_again() {
    let mut state = with_two();
    state.apply(Action::Stopped { rev: state.rev - 1 });
    assert_eq!(state.work, Work::Comparing(None), "of an older one nothing is said");
    state.apply(Action::Stopped { rev: state.rev });
    assert_eq!(state.work, Work::Stopped);
    state.apply(Action::Retry);
    assert_eq!(state.work, Work::Comparing(None));
}

#[test]
fn two_to_five_columns() {
    let mut state = State::default();
    for title in ["One", "Two", "Three", "Four", "Five", "Six"] {
        arrive(&mut state, article(title, &[title]));
    }
    compared(&mut state);
    assert_eq!(state.side.columns, ids(&state)[..3]);
    for id in ids(&state).into_iter().skip(3) {
        state.apply(Action::ToggleColumn(id));
    }
    assert_eq!(state.side.columns, ids(&state)[..5], "a sixth is not shown");
    for id in ids(&state) {
        state.apply(Action::ToggleColumn(id));
    }
    assert!(state.side.columns.len() >= 2);
}

#[test]
fn what_is_saved_comes_back() {
    let source = Source { name: "a".into(), media_type: None, bytes: b"A title\n\nA paragraph of a text that is long enough.".to_vec() };
    let article = ingest::parse(&source).unwrap().articles.remove(0);
    let saved = Saved { article: article.clone(), offered: Vec::new() };
    let (restored, lost) = Restored::read(&[serde_json::to_string(&saved).unwrap(), "{}".into()]);
    assert_eq!(restored, Restored { entries: vec![(article, Vec::new())], ..Restored::default() });
    assert!(lost, "what cannot be read is noticed");
}

fn ids(state: &State) -> Vec<ArticleId> {
    state.entries.iter().map(|entry| entry.id).collect()
}
