//! The readers' module: loaded by a worker of its own, when the first file comes that is neither a page nor a text.

fn main() {
    crossread_page::worker::serve_readers();
}
