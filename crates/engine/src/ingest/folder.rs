//! Which files of a folder or archive hold articles, where a reader brings all of it at once.

use crate::sort::Sort;
use std::collections::BTreeSet;

/// The files worth opening, by index into `paths` and in the order of their names. Left out are hidden files, what belongs to a saved page
/// (pictures, styles, frames in `page_files/` beside `page.html`), and what only makes sense as part of a page: styles, scripts, pictures, fonts.
///
/// Paths are relative, with `/` between folders.
pub fn readable(paths: &[&str]) -> Vec<usize> {
    let resources: BTreeSet<String> = paths.iter().filter_map(|path| page_stem(path)).flat_map(resource_folders).collect();
    let mut kept: Vec<usize> = (0..paths.len())
        .filter(|i| {
            let path = paths[*i];
            let in_resources = path.match_indices('/').any(|(at, _)| resources.contains(&path[..at]));
            !in_resources && !is_hidden(path) && !is_part_of_page(path)
        })
        .collect();
    kept.order_by_key(|i| paths[*i].split('/').collect::<Vec<_>>());
    kept
}

/// What browsers and Office put after a page's name for the folder of its parts, in the languages they do so in: Microsoft's list of "connected
/// files", and `.fld`, which is Word's on the Mac.
const RESOURCE_SUFFIXES: &[&str] = &[
    "_files",
    ".files",
    "-Dateien",
    "_fichiers",
    "_bestanden",
    "_file",
    "_archivos",
    "-filer",
    "_tiedostot",
    "_pliki",
    "_soubory",
    "_elemei",
    "_ficheiros",
    "_arquivos",
    "_dosyalar",
    "_datoteke",
    "_fitxers",
    "_failid",
    "_fails",
    "_bylos",
    "_fajlovi",
    "_fitxategiak",
    ".fld",
];

/// Ends of the names of files that are parts of pages and no articles. Here names are all there is: a style sheet is a text, too.
const PARTS: &[&str] = &[
    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "woff", "woff2", "ttf", "otf", "eot",
    "mp3", "mp4", "webm", "ogg", "m4a", "mov", "wasm",
];

/// A page's path without its ending; `None` for other files.
fn page_stem(path: &str) -> Option<&str> {
    let (stem, ending) = path.rsplit_once('.')?;
    ["html", "htm", "xhtml"].iter().any(|page| ending.eq_ignore_ascii_case(page)).then_some(stem)
}

fn resource_folders(stem: &str) -> impl Iterator<Item = String> {
    RESOURCE_SUFFIXES.iter().map(move |suffix| format!("{stem}{suffix}"))
}

/// Files of the system: dot files, what macOS puts into archives, lists of thumbnails, locks of open documents.
fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| {
        part.starts_with('.') && part != "." && part != ".."
            || part.starts_with("~$")
            || matches!(part, "__MACOSX" | "Thumbs.db" | "desktop.ini")
    })
}

fn is_part_of_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| PARTS.iter().any(|part| ending.eq_ignore_ascii_case(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paths: &[&str], want: &[&str]) {
        let kept: Vec<&str> = readable(paths).into_iter().map(|i| paths[i]).collect();
        assert_eq!(kept, want);
    }

    #[test]
    fn parts_of_saved_pages_are_left_out() {
        check(
            &[
                "Bridge_files/frame.html",
                "Bridge.html",
                "Bridge_files/style.css",
                "de/Brücke-Dateien/rahmen.htm",
                "de/Brücke.htm",
                "fr/Pont.html",
                "fr/Pont_fichiers/a/b.html",
                "mac.htm",
                "mac.fld/header.html",
            ],
            &["Bridge.html", "de/Brücke.htm", "fr/Pont.html", "mac.htm"],
        );
        check(&["my_files/a.txt", "b.txt"], &["b.txt", "my_files/a.txt"]);
    }

    #[test]
    fn system_files_and_pictures_are_left_out() {
        check(
            &["b.txt", ".DS_Store", "__MACOSX/._b.txt", "~$b.docx", "a/photo.JPG", "a/b.txt", "a.txt", "../c.txt"],
            &["../c.txt", "a/b.txt", "a.txt", "b.txt"],
        );
    }
}
