//! Links gathered into statements: one row per thing said.

use std::collections::{BTreeMap, BTreeSet};

use crate::groups::Groups;
use crate::{ArticleIdx, Link, Place, Relation, Sentence, Statement};

/// A sentence of an article.
type Node = (ArticleIdx, usize);

/// Gathers linked sentences into statements.
///
/// The strongest links join first; two clusters become one where more than half of their pairs of sentences from different articles are
/// linked, so that weak links do not chain everything into one blob. The result depends on the links alone, not on the order of the articles
/// beyond ties of equal score, which `links` must list in an order of their own.
pub(crate) fn statements(links: &[Link], sentences: &[Vec<Sentence>]) -> Vec<Statement> {
    let node = |place: &Place| (place.article, place.sentence);
    let linked: BTreeSet<(Node, Node)> = links.iter().flat_map(|l| [(node(&l.a), node(&l.b)), (node(&l.b), node(&l.a))]).collect();
    let mut cluster_of: BTreeMap<Node, usize> = BTreeMap::new();
    let mut clusters: Vec<Vec<Node>> = Vec::new();
    for place in links.iter().flat_map(|l| [&l.a, &l.b]) {
        cluster_of.entry(node(place)).or_insert_with(|| {
            clusters.push(vec![node(place)]);
            clusters.len() - 1
        });
    }
    let mut strongest: Vec<&Link> = links.iter().collect();
    strongest.sort_by_key(|l| std::cmp::Reverse(l.score));
    for link in strongest {
        let (x, y) = (cluster_of[&node(&link.a)], cluster_of[&node(&link.b)]);
        if x == y || !belong_together(&clusters[x], &clusters[y], &linked) {
            continue;
        }
        let joined = std::mem::take(&mut clusters[y]);
        joined.iter().for_each(|n| {
            cluster_of.insert(*n, x);
        });
        clusters[x].extend(joined);
    }
    let statements = clusters.into_iter().filter(|c| c.len() > 1).map(|mut cluster| {
        cluster.sort_unstable();
        let inside: BTreeSet<Node> = cluster.iter().copied().collect();
        let same_text = links.iter().filter(|l| matches!(l.relation, Relation::Verbatim | Relation::Edited));
        let same_text = same_text.filter(|l| inside.contains(&node(&l.a)) && inside.contains(&node(&l.b)));
        let mut origins = Groups::default();
        cluster.iter().for_each(|n| origins.add(n.0));
        same_text.for_each(|l| origins.join(l.a.article, l.b.article));
        let place = |(article, sentence): Node| Place { article, sentence, span: sentences[article.0][sentence].span };
        Statement { members: cluster.into_iter().map(place).collect(), origins: origins.into_sets() }
    });
    let mut statements: Vec<Statement> = statements.collect();
    statements.sort_by(|x, y| x.members.cmp(&y.members));
    statements
}

/// Whether more than half of the pairs of sentences from different articles are linked.
fn belong_together(x: &[Node], y: &[Node], linked: &BTreeSet<(Node, Node)>) -> bool {
    let pairs = || x.iter().flat_map(|a| y.iter().map(move |b| (*a, *b))).filter(|(a, b)| a.0 != b.0);
    2 * pairs().filter(|pair| linked.contains(pair)).count() > pairs().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, Why};

    fn link(a: (usize, usize), b: (usize, usize), score: u16, relation: Relation) -> Link {
        let place = |(article, sentence)| Place { article: ArticleIdx(article), sentence, span: Span::default() };
        Link { a: place(a), b: place(b), relation, sure: true, score, why: Why::default(), diff: Vec::new() }
    }

    fn members(links: &[Link]) -> Vec<Vec<(usize, usize)>> {
        let sentences = vec![vec![Sentence { span: Span::default(), block: 0 }; 9]; 4];
        let found = statements(links, &sentences);
        found.iter().map(|s| s.members.iter().map(|m| (m.article.0, m.sentence)).collect()).collect()
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
