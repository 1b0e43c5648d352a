//! The Crossread page.

fn main() {
    crossread_page::run();
}
