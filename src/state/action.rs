//! Everything that can happen.

use crossread_engine::{Article, ArticleIdx, Comparison, Decision, Field, LinkCorrection, Place, Progress, Role, Settings, Terms};

use super::{Bulk, Job, Layout, Pick, Restored, Tone, View};
use crate::protocol::{ArticleId, JobId};
use crate::reading::{Stop, Walk};

/// Something that happened, from the reader or from the engine.
#[derive(Clone, Debug)]
pub enum Action {
    /// What was saved in this browser is here.
    Restored {
        /// All of it.
        restored: Restored,
        /// What went wrong, in words.
        problem: Option<String>,
    },
    /// Something is being read.
    Started(Job),
    /// A file is being opened.
    Opening {
        /// Which.
        job: JobId,
        /// Whether what opens it has to be loaded first.
        loading: bool,
    },
    /// Everything in a file or folder has been found.
    Opened(JobId),
    /// A file that is being opened is given up.
    Skipped(JobId),
    /// Everything that is still being read is given up.
    GaveUp,
    /// A source was parsed.
    Parsed {
        /// Which.
        job: JobId,
        /// To compare.
        articles: Vec<Article>,
        /// Offered apart.
        offered: Vec<Article>,
        /// What the articles of a report were compared under.
        terms: Option<Terms>,
    },
    /// A source could not be parsed.
    Refused {
        /// Which.
        job: JobId,
        /// Why, in words.
        error: String,
    },
    /// There is something to tell the reader.
    Say(Tone, String),
    /// A message was dismissed.
    Dismiss(u32),
    /// All messages that have this in common were dismissed.
    DismissAll(Bulk),
    /// A comparison goes on.
    Progressed {
        /// Of which revision.
        rev: u32,
        /// How far.
        progress: Progress,
    },
    /// A comparison is done.
    Compared {
        /// Of which revision.
        rev: u32,
        /// What it found.
        comparison: Box<Comparison>,
    },
    /// A comparison stopped unexpectedly.
    Stopped {
        /// Of which revision.
        rev: u32,
    },
    /// It is to be tried again.
    Retry,
    /// A metadata field is corrected.
    SetField {
        /// Of which article.
        id: ArticleId,
        /// Which.
        field: Field,
        /// Its new value; empty clears it.
        value: String,
    },
    /// Blocks are given another role.
    SetRoles {
        /// Of which article.
        id: ArticleId,
        /// Which blocks.
        blocks: Vec<usize>,
        /// The role.
        role: Role,
    },
    /// Misread characters of an article are to be put right.
    Repair(ArticleId),
    /// The further articles of a source are to be compared too.
    AddOffered(ArticleId),
    /// An article is taken out.
    Remove(ArticleId),
    /// An article is moved among the others.
    Move {
        /// Which.
        id: ArticleId,
        /// How many places, backwards if negative.
        by: isize,
    },
    /// Every article is taken out, and what is saved deleted.
    DeleteAll,
    /// The last change of what is compared is taken back.
    Undo,
    /// What was taken back last is done again.
    Redo,
    /// The reader decides about two sentences, as the comparison on screen has them.
    Decide {
        /// What.
        decision: Decision,
        /// The two.
        between: [Place; 2],
    },
    /// A decision is taken back.
    TakeBack(LinkCorrection),
    /// Other settings are chosen.
    Tune(Settings),
    /// The reader begins to choose two sentences to link.
    StartLinking,
    /// One of them is chosen, or let go.
    Pick(Pick),
    /// The two that are chosen are linked.
    LinkPicked,
    /// Nothing is to be linked after all.
    StopLinking,
    /// Another view is opened.
    Show(View),
    /// Another layout of the side by side is chosen.
    SetLayout(Layout),
    /// A column is shown or no longer shown.
    ToggleColumn(ArticleId),
    /// The aligned layout is to follow this article's order.
    SetLead(ArticleId),
    /// Something is selected, or with `None` nothing.
    Select(Option<Stop>),
    /// What is selected is looked at in this article.
    Focus(ArticleIdx),
    /// The reader steps through what the comparison found.
    Walk {
        /// Through what; `None` goes on with what it was.
        walk: Option<Walk>,
        /// How far; 0 starts at the first.
        by: isize,
    },
    /// On to the same passage in the next article.
    Twin,
}
