//! Right-to-left text, which stands on the page as it is seen, to the order in which it is read.
//!
//! The reverse of what the Unicode Bidirectional Algorithm (UAX #9) does for display, for one level of embedding: enough for Hebrew and Arabic
//! with numbers and Latin names.

/// Which way a character runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Left,
    Right,
    /// Numbers run to the right, but do not make a line run so.
    Number,
    Neutral,
}

fn way(c: char) -> Way {
    match u32::from(c) {
        0x590..0x8ff | 0xfb1d..0xfdff | 0xfe70..0xfeff if !c.is_numeric() => Way::Left,
        _ if c.is_numeric() => Way::Number,
        _ if c.is_alphabetic() => Way::Right,
        _ => Way::Neutral,
    }
}

/// How far from a neutral character the nearest one with a direction is looked for.
const NEIGHBOURS: usize = 64;

fn way_of(cell: &str) -> Way {
    cell.chars().map(way).find(|way| *way != Way::Neutral).unwrap_or(Way::Neutral)
}

/// The text of cells that stand from left to right on the page; each cell's own characters are in order already.
pub(super) fn logical(cells: Vec<String>) -> String {
    let ways: Vec<Way> = cells.iter().map(|cell| way_of(cell)).collect();
    let count = |wanted: Way| ways.iter().filter(|way| **way == wanted).count();
    if count(Way::Left) == 0 {
        return cells.concat();
    }
    let base_left = count(Way::Left) >= count(Way::Right);
    let base = if base_left { Way::Left } else { Way::Right };
    // Neutrals between two runs of one way are of that way, others of the line's; numbers with what stands inside them run right.
    let mut resolved = Vec::with_capacity(ways.len());
    for (at, own) in ways.iter().enumerate() {
        let side = |mut others: &mut dyn Iterator<Item = &Way>| {
            let strong = (&mut others).find(|way| **way != Way::Neutral).copied().unwrap_or(base);
            if strong == Way::Number { Way::Right } else { strong }
        };
        resolved.push(match own {
            Way::Number => Way::Right,
            Way::Neutral => {
                let before = side(&mut ways.iter().take(at).rev().take(NEIGHBOURS));
                let after = side(&mut ways.iter().skip(at + 1).take(NEIGHBOURS));
                if before == after { before } else { base }
            }
            strong => *strong,
        });
    }
    let mut runs: Vec<(Way, Vec<String>)> = Vec::new();
    for (cell, way) in cells.into_iter().zip(resolved) {
        match runs.last_mut() {
            Some((last, run)) if *last == way => run.push(cell),
            _ => runs.push((way, vec![cell])),
        }
    }
    for (way, run) in &mut runs {
        if *way == Way::Left {
            run.reverse();
            for cell in run.iter_mut() {
                *cell = cell.chars().map(mirrored).collect();
            }
        }
    }
    if base_left {
        runs.reverse();
    }
    runs.into_iter().flat_map(|(_, run)| run).collect()
}

/// Brackets are drawn mirrored in text that runs to the left.
const fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    fn logical(seen: &str) -> String {
        super::logical(seen.chars().map(String::from).collect())
    }

    #[test]
    fn left_to_right_is_kept() {
        assert_eq!(logical("Plain text (1)."), "Plain text (1).");
    }

    #[test]
    fn right_to_left_is_turned() {
        assert_eq!(logical("םלוע םולש"), "שלום עולם");
        assert_eq!(logical(".2026 תנשב"), "בשנת 2026.");
        assert_eq!(logical("BBC ל רמא"), "אמר ל BBC");
        assert_eq!(logical("The word םולש means peace"), "The word שלום means peace");
    }
}
