//! Links gathered into statements: one row per thing said.

use std::collections::{BTreeMap, BTreeSet};

use crate::groups::Groups;
use crate::sort::Sort;
use crate::{ArticleIdx, Link, Place, Relation, Sentence, Statement};

/// A sentence of an article.
type Node = (ArticleIdx, usize);

/// Gathers linked sentences into statements.
///
/// The strongest links join first. Two clusters become one where more than half of their pairs of sentences from different articles are linked and,
/// in what they become, every sentence is linked with at least half of those of other articles: so that weak links do not chain everything into
/// one blob. The result depends on the links alone, not on the order of the articles beyond ties of equal score, which `links` must list in an order
/// of their own. A link costs what its ends' other links do, so that the work grows with the links.
pub(crate) fn statements(links: &[Link], sentences: &[Vec<Sentence>]) -> Vec<Statement> {
    let mut clusters = Clusters::new(links);
    let mut strongest: Vec<usize> = (0..links.len()).collect();
    // What the reader decided outweighs any score.
    strongest.order_by_key(|&at| std::cmp::Reverse((links[at].corrected.is_some(), links[at].score)));
    for at in strongest {
        let [a, b] = clusters.ends[at];
        clusters.try_join(a, b);
    }
    // Every cluster's articles, joined where the words are the same.
    let mut origins: BTreeMap<usize, Groups<ArticleIdx>> = BTreeMap::new();
    for (at, node) in clusters.nodes.iter().enumerate() {
        origins.entry(clusters.of[at]).or_default().add(node.0);
    }
    for (link, [a, b]) in links.iter().zip(&clusters.ends) {
        let is_same_text = matches!(link.relation, Relation::Verbatim | Relation::Edited) && clusters.of[*a] == clusters.of[*b];
        if let Some(groups) = origins.get_mut(&clusters.of[*a]).filter(|_| is_same_text) {
            groups.join(link.a.article, link.b.article);
        }
    }
    let place = |(article, sentence): Node| Place { article, sentence, span: sentences[article.0][sentence].span };
    let statement = |(cluster, origins): (usize, Groups<ArticleIdx>)| {
        let mut members: Vec<Place> = clusters.members[cluster].iter().map(|&at| place(clusters.nodes[at])).collect();
        members.order();
        (members.len() > 1).then(|| Statement { members, origins: origins.into_sets() })
    };
    let mut statements: Vec<Statement> = origins.into_iter().filter_map(statement).collect();
    statements.order_by(|x, y| x.members.cmp(&y.members));
    statements
}

/// Linked sentences in clusters that only grow.
struct Clusters {
    nodes: Vec<Node>,
    /// Per link its two nodes.
    ends: Vec<[usize; 2]>,
    /// Per node the nodes it is linked with.
    linked: Vec<Vec<usize>>,
    /// Per node its cluster.
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// Per node with how many of its own cluster it is linked.
    inside: Vec<usize>,
    /// Clusters that did not belong together, each with its size: as long as neither grows they need no second look.
    apart: BTreeSet<[(usize, usize); 2]>,
}

impl Clusters {
    fn new(links: &[Link]) -> Self {
        let node = |place: &Place| (place.article, place.sentence);
        let mut nodes: Vec<Node> = links.iter().flat_map(|l| [node(&l.a), node(&l.b)]).collect();
        nodes.order();
        nodes.dedup();
        let at = |place: &Place| nodes.binary_search(&node(place)).unwrap_or_default();
        let ends: Vec<[usize; 2]> = links.iter().map(|l| [at(&l.a), at(&l.b)]).collect();
        let mut linked = vec![Vec::new(); nodes.len()];
        for [a, b] in &ends {
            linked[*a].push(*b);
            linked[*b].push(*a);
        }
        let singles = 0..nodes.len();
        let (of, members) = (singles.clone().collect(), singles.map(|at| vec![at]).collect());
        Self { ends, linked, of, members, inside: vec![0; nodes.len()], apart: BTreeSet::new(), nodes }
    }

    /// Makes the clusters of two nodes one, if they belong together.
    fn try_join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of[a], self.of[b]);
        let size = |cluster: usize| self.members[cluster].len();
        // The larger takes in the smaller; of equal ones either may, what comes of it is the same.
        let (into, from) = if (size(a), b) >= (size(b), a) { (a, b) } else { (b, a) };
        let state = [(into, size(into)), (from, size(from))];
        if a == b || self.apart.contains(&state) {
            return;
        }
        let Some(inside) = self.links_if_joined(into, from) else {
            self.apart.insert(state);
            return;
        };
        let joined = std::mem::take(&mut self.members[from]);
        joined.iter().for_each(|node| self.of[*node] = into);
        self.members[into].extend(joined);
        inside.into_iter().for_each(|(node, n_links)| self.inside[node] += n_links);
    }

    /// Per node, links between two clusters; `None` if they do not belong together.
    fn links_if_joined(&self, into: usize, from: usize) -> Option<BTreeMap<usize, usize>> {
        let mut between: BTreeMap<usize, usize> = BTreeMap::new();
        let mut n_links = 0;
        for node in &self.members[from] {
            for other in self.linked[*node].iter().filter(|other| self.of[**other] == into) {
                *between.entry(*node).or_default() += 1;
                *between.entry(*other).or_default() += 1;
                n_links += 1;
            }
        }
        let by_article = |cluster: usize| {
            let mut counts = BTreeMap::<ArticleIdx, usize>::new();
            self.members[cluster].iter().for_each(|at| *counts.entry(self.nodes[*at].0).or_default() += 1);
            counts
        };
        let (ours, theirs) = (by_article(into), by_article(from));
        let of = |counts: &BTreeMap<ArticleIdx, usize>, article| counts.get(article).copied().unwrap_or_default();
        let n_all = self.members[into].len() + self.members[from].len();
        let n_pairs = self.members[into].len() * self.members[from].len() - theirs.iter().map(|(x, n)| n * of(&ours, x)).sum::<usize>();
        let is_held = |at: &usize| {
            let article = &self.nodes[*at].0;
            let n_others = n_all - of(&ours, article) - of(&theirs, article);
            2 * (self.inside[*at] + between.get(at).copied().unwrap_or_default()) >= n_others
        };
        let belong = 2 * n_links > n_pairs && [into, from].iter().all(|cluster| self.members[*cluster].iter().all(is_held));
        belong.then_some(between)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Span, Why};

    fn link(a: (usize, usize), b: (usize, usize), score: u16, relation: Relation) -> Link {
        let place = |(article, sentence)| Place { article: ArticleIdx(article), sentence, span: Span::default() };
        Link { a: place(a), b: place(b), relation, sure: true, score, corrected: None, why: Why::default(), diff: Vec::new() }
    }

    /// Links drawn among 5 articles of 6 sentences: none twice, none within an article.
    fn any_links() -> impl Strategy<Value = Vec<Link>> {
        let end = || (0..5_usize, 0..6_usize);
        let relation = prop_oneof![Just(Relation::Verbatim), Just(Relation::Edited), Just(Relation::Paraphrase), Just(Relation::Partial)];
        prop::collection::vec((end(), end(), 370..1000_u16, relation), 0..60).prop_map(|drawn| {
            let mut seen = BTreeSet::new();
            let drawn = drawn.into_iter().filter(|(a, b, ..)| a.0 < b.0);
            drawn.filter(|(a, b, ..)| seen.insert((*a, *b))).map(|(a, b, score, relation)| link(a, b, score, relation)).collect()
        })
    }

    proptest! {
        #[test]
        fn every_member_is_linked_with_half_of_the_others(links in any_links()) {
            let joins: BTreeSet<_> = links.iter().map(|l| (node(&l.a), node(&l.b))).collect();
            let are_linked = |x, y| joins.contains(&(x, y)) || joins.contains(&(y, x));
            for statement in members(&links) {
                for x in &statement {
                    let others: Vec<_> = statement.iter().filter(|y| y.0 != x.0).collect();
                    let n_linked = others.iter().filter(|y| are_linked(*x, ***y)).count();
                    prop_assert!(n_linked > 0 && 2 * n_linked >= others.len(), "{:?} in {:?}", x, statement);
                }
            }
        }

        #[test]
        fn no_sentence_is_in_two_statements_and_origins_tile_the_articles(links in any_links()) {
            let found = statements(&links, &ten_articles());
            let mut all: Vec<_> = found.iter().flat_map(|s| &s.members).map(node).collect();
            let n = all.len();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(n, all.len());
            for statement in &found {
                let mut origins = statement.origins.concat();
                origins.sort_unstable();
                prop_assert_eq!(origins, statement.articles());
                for link in links.iter().filter(|l| matches!(l.relation, Relation::Verbatim | Relation::Edited)) {
                    let is_inside = |place: &Place| statement.members.iter().any(|m| node(m) == node(place));
                    if is_inside(&link.a) && is_inside(&link.b) {
                        let one = |o: &Vec<ArticleIdx>| o.contains(&link.a.article) && o.contains(&link.b.article);
                        prop_assert!(statement.origins.iter().any(one));
                    }
                }
            }
        }

        #[test]
        fn links_among_other_articles_change_nothing(links in any_links(), of_others in any_links()) {
            let elsewhere = |l: &Link| {
                let place = |p: Place| Place { article: ArticleIdx(p.article.0 + 5), ..p };
                Link { a: place(l.a), b: place(l.b), ..l.clone() }
            };
            let both: Vec<Link> = links.iter().cloned().chain(of_others.iter().map(elsewhere)).collect();
            let (alone, among) = (members(&links), members(&both));
            prop_assert_eq!(&among[..alone.len()], &alone[..]);
        }

        #[test]
        fn numbering_does_not_matter(links in any_links()) {
            // Scores all differ, so that there are no ties. Articles are renumbered backwards.
            let links: Vec<Link> = links.into_iter().zip(0..).map(|(l, n)| Link { score: 370 + n, ..l }).collect();
            let turned = |l: &Link| {
                let place = |p: Place| Place { article: ArticleIdx(4 - p.article.0), ..p };
                Link { a: place(l.b), b: place(l.a), ..l.clone() }
            };
            let backwards: Vec<Link> = links.iter().map(turned).collect();
            let mut found: Vec<Vec<_>> = members(&backwards).into_iter().map(|s| s.into_iter().map(|(a, n)| (4 - a, n)).collect()).collect();
            found.iter_mut().for_each(|s| s.sort_unstable());
            found.sort();
            prop_assert_eq!(found, members(&links));
        }
    }

    fn node(place: &Place) -> (usize, usize) {
        (place.article.0, place.sentence)
    }

    fn ten_articles() -> Vec<Vec<Sentence>> {
        vec![vec![Sentence { span: Span::default(), block: 0 }; 9]; 10]
    }

    fn members(links: &[Link]) -> Vec<Vec<(usize, usize)>> {
        let found = statements(links, &ten_articles());
        found.iter().map(|s| s.members.iter().map(node).collect()).collect()
    }

    #[test]
    fn a_split_sentence_is_one_statement() {
        let links = [link((0, 0), (1, 0), 900, Relation::Edited), link((0, 0), (1, 1), 700, Relation::Paraphrase)];
        assert_eq!(members(&links), [vec![(0, 0), (1, 0), (1, 1)]]);
    }

    #[test]
    fn weak_links_do_not_chain() {
        let links = [
            link((0, 0), (1, 0), 900, Relation::Edited),
            link((1, 0), (2, 0), 500, Relation::Partial),
            link((2, 0), (3, 0), 900, Relation::Edited),
        ];
        assert_eq!(members(&links), [vec![(0, 0), (1, 0)], vec![(2, 0), (3, 0)]]);
    }

    #[test]
    fn origins_are_joined_by_the_same_words() {
        let links = [
            link((0, 0), (1, 0), 900, Relation::Verbatim),
            link((0, 0), (2, 0), 800, Relation::Paraphrase),
            link((1, 0), (2, 0), 800, Relation::Paraphrase),
        ];
        let sentences = vec![vec![Sentence { span: Span::default(), block: 0 }]; 3];
        let found = statements(&links, &sentences);
        assert_eq!(found[0].origins, [vec![ArticleIdx(0), ArticleIdx(1)], vec![ArticleIdx(2)]]);
    }
}
