//! How the blocks of an article are shown: boilerplate folded, the rest open.

use crossread_engine::{Article, Block, Role, Sentence};

/// Blocks of an article that are shown as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Folded {
    /// A block that is read.
    Open(usize),
    /// Neighbouring blocks set aside.
    Aside(Vec<usize>),
}

/// The blocks of an article, neighbouring boilerplate folded together.
pub fn folded(blocks: &[Block]) -> Vec<Folded> {
    let mut shown = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match (block.role, shown.last_mut()) {
            (Role::Boilerplate, Some(Folded::Aside(aside))) => aside.push(index),
            (Role::Boilerplate, _) => shown.push(Folded::Aside(vec![index])),
            _ => shown.push(Folded::Open(index)),
        }
    }
    shown
}

/// Per block, its first sentence and the one after its last. Sentences come in text order.
pub(super) fn sentences_of(article: &Article, sentences: &[Sentence]) -> Vec<(usize, usize)> {
    (0..article.blocks.len())
        .map(|block| (sentences.partition_point(|s| s.block < block), sentences.partition_point(|s| s.block <= block)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossread_engine::Span;

    #[test]
    fn neighbouring_boilerplate_is_folded_together() {
        let block = |role, at| Block { role, span: Span::new(at, at + 1) };
        let blocks = [block(Role::Title, 0), block(Role::Boilerplate, 2), block(Role::Boilerplate, 4), block(Role::Paragraph, 6)];
        assert_eq!(folded(&blocks), [Folded::Open(0), Folded::Aside(vec![1, 2]), Folded::Open(3)]);
    }
}
