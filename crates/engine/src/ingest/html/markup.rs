//! What the markup around each piece of a page says, as numbers for [`extract`](crate::ingest::extract).

use std::collections::BTreeMap;
use std::ops::Range;

use super::hints::{self, Hint, Known};
use super::names::{self, Family};
use super::tree::{ROOT, Tree};
use super::walk::{Page, Piece};
use crate::Role;
use crate::ingest::cues;
use crate::ingest::extract::{MARKUP, Markup, Unit};
use crate::ingest::line::{Kind, Line};

/// Shortest text, in bytes, that is taken for what an article says where JSON-LD gives one: shorter ones are summaries.
const TOLD: usize = 200;

/// The pieces of a page as units. `told` is the article's text as the page's JSON-LD has it.
pub(super) fn units<'a>(tree: &Tree, page: &'a Page, told: Option<&str>) -> Vec<Unit<'a>> {
    let lines: Vec<Line<'a>> = page.pieces.iter().map(|piece| Line::new(&page.text, piece.span)).collect();
    let prose: Vec<usize> = lines.iter().zip(&page.pieces).map(|(line, piece)| prose(line, piece)).collect();
    let hints = Hints::new(tree, page, &prose);
    let container = container(tree, page, &lines, &prose, &hints);
    let forms = Forms::new(tree, page, &lines, &prose);
    let told = told.map(cues::fold).filter(|told| told.len() > TOLD);
    let headline = tree.elements("h1").next();
    let end = end_matter(page, &lines, &prose, &hints, pieces(page, container..tree.nodes[container].end));
    let unit = |(i, line): (usize, Line<'a>)| {
        let piece = &page.pieces[i];
        let linked = linked(piece) as f32;
        let told = told.as_ref().map_or(0.0, |told| if !line.folded.is_empty() && told.contains(&*line.folded) { 2.0 } else { 1.0 });
        let mut row = [0.0; MARKUP];
        let around = Around::new(tree, &hints, piece.node);
        let inside = (container..tree.nodes[container].end).contains(&piece.node);
        let plain = inside && i < end && !piece.hidden && hints.strongest[i] <= Hint::Body && (linked <= 80.0 || prose[i] > 0);
        let numbers = [linked, bit(piece.hidden), role(piece.role), tag(tree.name(forms.blocks[i])), f32::from(hints.strongest[i] as u8)]
            .into_iter()
            .chain(around.hints.map(|n| n as f32))
            .chain(forms.row(i))
            .chain([
                bit(plain),
                bit(inside),
                levels_up(tree, forms.blocks[i], container),
                levels_up(tree, forms.blocks[i], forms.densest),
                told,
            ])
            .chain([headline.map_or(-1.0, |headline| bit(piece.node >= headline)), around.depth as f32])
            .chain(around.inside.map(bit));
        for (slot, number) in row.iter_mut().zip(numbers) {
            *slot = number;
        }
        Unit { line, gap: 0, markup: Some(Markup { linked, hidden: piece.hidden, plain, row, groups: forms.groups[i] }) }
    };
    lines.into_iter().enumerate().map(unit).collect()
}

fn bit(value: bool) -> f32 {
    f32::from(u8::from(value))
}

/// Hundredths of a piece that stand inside links.
fn linked(piece: &Piece) -> usize {
    piece.linked * 100 / piece.span.len().max(1)
}

/// Words of running text in a piece.
fn prose(line: &Line<'_>, piece: &Piece) -> usize {
    if line.kind == Kind::Prose && line.words >= 8 && linked(piece) < 40 { line.words } else { 0 }
}

/// A number for each role, which only have to differ.
fn role(role: Role) -> f32 {
    match role {
        Role::Paragraph => 0.0,
        Role::Heading => 1.0,
        Role::ListItem => 2.0,
        Role::Quotation => 3.0,
        Role::Caption => 4.0,
        Role::Table => 5.0,
        _ => 6.0,
    }
}

/// A number for each name of a block, which only have to differ.
fn tag(name: &str) -> f32 {
    match name {
        "p" => 0.0,
        "div" => 1.0,
        "li" => 2.0,
        "h1" => 3.0,
        "h2" => 4.0,
        "h3" => 5.0,
        "h4" | "h5" | "h6" => 6.0,
        "td" | "th" | "tr" => 7.0,
        "figcaption" => 8.0,
        "section" | "article" | "main" => 9.0,
        "blockquote" => 10.0,
        _ => 11.0,
    }
}

/// The elements around a node.
struct Around {
    /// How many hint at furniture, comments, a body, an article.
    hints: [usize; 4],
    depth: usize,
    /// Whether it is inside `nav` or `aside`, `footer`, `header`, `form` or `figure`, a list, `article`.
    inside: [bool; 6],
}

impl Around {
    fn new(tree: &Tree, hints: &Hints, node: usize) -> Self {
        let mut around = Self { hints: [0; 4], depth: 0, inside: [false; 6] };
        let mut at = node;
        while at != ROOT {
            match tree.name(at) {
                "nav" | "aside" => around.inside[0] = true,
                "footer" => around.inside[1] = true,
                "header" => around.inside[2] = true,
                "form" | "figure" => around.inside[3] = true,
                "ul" | "ol" => around.inside[4] = true,
                "article" => around.inside[5] = true,
                _ => {}
            }
            match hints.own[at] {
                Hint::Furniture => around.hints[0] += 1,
                Hint::Comments => around.hints[1] += 1,
                Hint::Body => around.hints[2] += 1,
                Hint::Article => around.hints[3] += 1,
                Hint::None => {}
            }
            around.depth += 1;
            at = tree.nodes[at].parent;
        }
        around
    }
}

/// Share of a page's running text, in hundredths, that an element hinted at as furniture may hold at most: more is no furniture.
const FURNITURE_SHARE: usize = 40;
/// The same for comments, which are often longer than the article.
const COMMENTS_SHARE: usize = 80;

/// What the names of elements hint at.
struct Hints {
    /// For each node, what it says itself.
    own: Vec<Hint>,
    /// For each piece, the strongest hint around it that can be believed.
    strongest: Vec<Hint>,
}

impl Hints {
    fn new(tree: &Tree, page: &Page, prose: &[usize]) -> Self {
        let before = sums(prose.iter().copied());
        let all = before[prose.len()];
        let headlines: Vec<usize> = tree.elements("h1").collect();
        let mut known = Known::default();
        let own: Vec<Hint> = (0..tree.nodes.len()).map(|node| hints::of(tree, node, &mut known)).collect();
        let mut inherited: Vec<Hint> = Vec::with_capacity(own.len());
        for (at, node) in tree.nodes.iter().enumerate() {
            let mut believed = own[at];
            if matches!(believed, Hint::Furniture | Hint::Comments) {
                let inside = pieces(page, at..node.end);
                let most = if believed == Hint::Comments { COMMENTS_SHARE } else { FURNITURE_SHARE };
                let headline = headlines.get(headlines.partition_point(|h1| *h1 < at)).is_some_and(|h1| *h1 < node.end);
                if (believed == Hint::Comments && headline) || (before[inside.end] - before[inside.start]) * 100 > all * most {
                    believed = Hint::None;
                }
            }
            inherited.push(if at == ROOT { believed } else { believed.max(inherited[node.parent]) });
        }
        let strongest = page.pieces.iter().map(|piece| inherited[piece.node]).collect();
        Self { own, strongest }
    }
}

/// The pieces of a range of nodes.
fn pieces(page: &Page, nodes: Range<usize>) -> Range<usize> {
    page.pieces.partition_point(|piece| piece.node < nodes.start)..page.pieces.partition_point(|piece| piece.node < nodes.end)
}

/// What comes before each value, and after all of them, summed.
fn sums<T: Copy + Default + std::ops::Add<Output = T>>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut out = vec![T::default()];
    let mut sum = T::default();
    for value in values {
        sum = sum + value;
        out.push(sum);
    }
    out
}

/// The smallest element whose pieces weigh most: running text its words, furniture less than nothing. An element being a range of the flat tree,
/// each one's weight takes one subtraction.
fn container(tree: &Tree, page: &Page, lines: &[Line<'_>], prose: &[usize], hints: &Hints) -> usize {
    let weight = |i: usize| {
        let words = i64::try_from(lines[i].words).unwrap_or(i64::MAX);
        match page.pieces[i] {
            piece if piece.hidden => 0,
            _ if matches!(hints.strongest[i], Hint::Furniture | Hint::Comments) => -words.min(5),
            piece if linked(&piece) > 50 => -words.min(8),
            _ if prose[i] > 0 => words.min(100),
            Piece { role: Role::Paragraph, .. } => -2,
            _ => 0,
        }
    };
    let before = sums((0..lines.len()).map(weight));
    let mut best = (0, ROOT);
    for (at, node) in tree.nodes.iter().enumerate().filter(|(at, _)| !tree.name(*at).is_empty()) {
        let inside = pieces(page, at..node.end);
        let weight = before[inside.end] - before[inside.start];
        if weight >= best.0 {
            best = (weight, at);
        }
    }
    best.1
}

/// Share of an article's running text, in hundredths, that may follow a line that opens end matter: with more, the line opens something else.
const END_SHARE: usize = 35;

/// Where end matter begins among the pieces of the container, or their end.
fn end_matter(page: &Page, lines: &[Line<'_>], prose: &[usize], hints: &Hints, inside: Range<usize>) -> usize {
    let all: usize = prose[inside.clone()].iter().sum();
    let mut after = all;
    for i in inside.clone() {
        let piece = &page.pieces[i];
        let opens = lines[i].end_matter && !piece.hidden && hints.strongest[i] <= Hint::Body && piece.role != Role::ListItem;
        if opens && after < all && after * 100 <= all * END_SHARE {
            return i;
        }
        after -= prose[i];
    }
    inside.end
}

/// How many levels up from a block the first element is that holds `target`.
fn levels_up(tree: &Tree, block: usize, target: usize) -> f32 {
    let (mut at, mut levels) = (block, 0.0);
    while !(at..tree.nodes[at].end).contains(&target) {
        at = tree.nodes[at].parent;
        levels += 1.0;
    }
    levels
}

/// What the pieces under one element, or of one form, have in common.
#[derive(Clone, Copy, Default)]
struct Sums {
    prose: f32,
    pieces: f32,
    words: f32,
    /// Words inside links, times 100.
    linked: f32,
}

/// The pieces grouped by where they stand, and by form: the names and first classes of their block and its parent.
struct Forms {
    /// For each piece the nearest element around it that stands apart.
    blocks: Vec<usize>,
    /// For each piece the names of its groups: its block's parent, that one's parent, and its form.
    groups: Vec<[usize; 3]>,
    sums: [BTreeMap<usize, Sums>; 3],
    /// Words of running text, at least 1.
    prose: f32,
    /// The element with most running text directly inside its blocks.
    densest: usize,
}

impl Forms {
    fn new(tree: &Tree, page: &Page, lines: &[Line<'_>], prose: &[usize]) -> Self {
        let mut forms: BTreeMap<[&str; 4], usize> = BTreeMap::new();
        let mut sums: [BTreeMap<usize, Sums>; 3] = Default::default();
        let (mut blocks, mut groups) = (Vec::with_capacity(lines.len()), Vec::with_capacity(lines.len()));
        for (i, piece) in page.pieces.iter().enumerate() {
            let block = block(tree, piece.node);
            let parent = tree.nodes[block].parent;
            let next = forms.len();
            let form = *forms.entry([tree.name(block), class(tree, block), tree.name(parent), class(tree, parent)]).or_insert(next);
            let group = [parent, tree.nodes[parent].parent, form];
            for (sums, name) in sums.iter_mut().zip(group) {
                let sums = sums.entry(name).or_default();
                sums.prose += if piece.hidden { 0.0 } else { prose[i] as f32 };
                sums.pieces += 1.0;
                sums.words += lines[i].words as f32;
                sums.linked += linked(piece) as f32 * lines[i].words as f32;
            }
            blocks.push(block);
            groups.push(group);
        }
        let all: f32 = sums[0].values().map(|sums| sums.prose).sum();
        let densest = sums[0].iter().max_by(|a, b| a.1.prose.total_cmp(&b.1.prose)).map_or(ROOT, |(node, _)| *node);
        Self { blocks, groups, sums, prose: all.max(1.0), densest }
    }

    fn row(&self, i: usize) -> [f32; 7] {
        let of = |group: usize| self.sums[group].get(&self.groups[i][group]).copied().unwrap_or_default();
        let (parent, grandparent, form) = (of(0), of(1), of(2));
        [
            parent.prose / self.prose,
            grandparent.prose / self.prose,
            parent.pieces,
            parent.linked / parent.words.max(1.0),
            form.prose / self.prose,
            form.words / form.pieces,
            form.pieces,
        ]
    }
}

/// The nearest element around a node that stands apart.
fn block(tree: &Tree, node: usize) -> usize {
    let mut at = tree.nodes[node].parent;
    while at != ROOT && names::family(tree.name(at)) == Family::Inline {
        at = tree.nodes[at].parent;
    }
    at
}

/// The first class of an element.
fn class(tree: &Tree, node: usize) -> &str {
    tree.attr(node, "class").and_then(|class| class.split_whitespace().next()).unwrap_or_default()
}
