//! Word lists as data: a folder for each language, a file for each list.
//!
//! A line is an entry, its fields are parted by tabs; lines that begin with `#` say what the list is and where it comes from. Whoever adds a language
//! adds a folder with the same file names.

mod list;

pub(crate) use list::List;

/// The entries of a list, each with its fields.
pub(crate) fn entries(list: &'static str) -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t'))
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn comments_and_empty_lines_are_no_entries() {
        let list = "# Months.\n\njanuary\t1\nfebruary\t2\n";
        let found: Vec<Vec<&str>> = entries(list).map(Iterator::collect).collect();
        assert_eq!(found, [["january", "1"], ["february", "2"]]);
    }
}
