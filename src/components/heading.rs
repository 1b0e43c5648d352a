//! How an article is introduced.

use std::rc::Rc;

use crossread_engine::{Article, ArticleIdx};
use yew::prelude::*;

use crate::{example, reading::wording};

/// What [`Letter`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct LetterProps {
    /// The article.
    pub article: ArticleIdx,
}

/// The hues that there are; beyond them they come round again, and the letter tells.
const HUES: usize = 7;

/// The class that gives an article its hue.
pub(super) fn hue(article: ArticleIdx) -> String {
    format!("hue-{}", article.0 % HUES)
}

/// An article's letter, in its hue.
#[component]
pub fn Letter(props: &LetterProps) -> Html {
    html! { <span class={classes!("letter", hue(props.article))}>{ props.article.label() }</span> }
}

/// What [`ArticleHeading`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ArticleHeadingProps {
    /// Its place among the articles.
    pub idx: ArticleIdx,
    /// The article.
    pub article: Rc<Article>,
    /// How much of it also stands elsewhere, in per cent.
    pub elsewhere: Option<usize>,
    /// Where it came from, in more detail.
    #[prop_or_default]
    pub detailed: bool,
    /// The title, where it is more than words: a block with links, or nothing where it stands elsewhere.
    #[prop_or_default]
    pub title: Option<Html>,
}

/// Letter and outlet, title, and what is known about it in one line.
#[component]
pub fn ArticleHeading(props: &ArticleHeadingProps) -> Html {
    let article = &props.article;
    let mut facts: Vec<String> = Vec::new();
    if props.detailed {
        facts.extend(article.byline.clone());
        facts.extend(
            article.agency.as_ref().filter(|agency| article.byline.as_ref() != Some(agency)).map(|agency| format!("credited to {agency}")),
        );
    }
    facts.extend(article.published.as_deref().map(wording::date));
    if props.detailed {
        facts.extend(
            article
                .updated
                .as_ref()
                .filter(|updated| article.published.as_ref() != Some(updated))
                .map(|at| format!("updated {}", wording::date(at))),
        );
        facts.extend(article.language.clone());
    }
    if example::is_invented(article) {
        facts.push("invented".to_owned());
    }
    facts.push(wording::count(article.words(), "word"));
    facts.extend(props.elsewhere.map(|percent| format!("{percent} % also elsewhere")));
    html! {
        <header class="article-heading">
            <p class="outlet"><Letter article={props.idx} /><span>{ wording::outlet(article).to_owned() }</span></p>
            if let Some(title) = &props.title {
                { title.clone() }
            } else {
                <h2 lang={article.language.clone()} dir="auto">{ article.title.clone().unwrap_or_else(|| "Without a title".to_owned()) }</h2>
            }
            <p class="facts">{ facts.join(" · ") }</p>
        </header>
    }
}
