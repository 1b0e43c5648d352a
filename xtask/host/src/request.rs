//! The head of an HTTP request, as far as a static host needs it.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::time::Duration;

/// A request's first line.
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) target: String,
}

impl Request {
    /// What is asked for, without its query.
    pub(crate) fn path(&self) -> &str {
        self.target.split(['?', '#']).next().unwrap_or_default()
    }

    /// Reads the head. None when the peer sends none in time, as browsers do that open connections ahead of need.
    pub(crate) fn read(stream: &TcpStream) -> Option<Self> {
        stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
        let mut lines = BufReader::new(stream.take(64 * 1024)).lines();
        let first = lines.next()?.ok()?;
        while !lines.next()?.ok()?.is_empty() {}
        let mut words = first.split(' ');
        Some(Self { method: words.next()?.to_owned(), target: words.next()?.to_owned() })
    }
}
