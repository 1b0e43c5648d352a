//! A static file server on loopback: what any host of the bundle does, and no more.
//!
//! It serves one folder under one path, so that a test can hold the bundle to its promise of working anywhere,
//! and remembers what was asked of it.

mod files;
mod request;

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use request::Request;

/// A request as the host answered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The path that was asked for, query and all.
    pub target: String,
    /// The status of the answer.
    pub status: u16,
}

/// A running host. It serves until the process ends.
#[derive(Clone, Debug)]
pub struct Host {
    address: SocketAddr,
    base: String,
    log: Arc<Mutex<Vec<Answered>>>,
    replaced: Arc<Mutex<Vec<Replaced>>>,
}

/// Files whose path has `part` in it are answered with `body`, or with 404 where there is none.
#[derive(Clone, Debug)]
struct Replaced {
    part: String,
    body: Option<Vec<u8>>,
}

impl Host {
    /// Serves `folder` under `base` (such as `/some/path/`) on a port of loopback; port 0 takes any free one.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub fn start(folder: &Path, base: &str, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let base = format!("/{}/", base.trim_matches('/')).replace("//", "/");
        let host = Self { address: listener.local_addr()?, base, log: Arc::default(), replaced: Arc::default() };
        let (serving, folder) = (host.clone(), folder.to_owned());
        thread::spawn(move || serving.serve(&listener, &folder));
        Ok(host)
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// Everything asked so far.
    pub fn log(&self) -> Vec<Answered> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Starts the log over.
    pub fn forget(&self) {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// From now on answers requests for paths that have `part` in them with `body`, or with 404 where there is none: a host that lost a file, or
    /// a file with a fault. The media type stays that of the path.
    pub fn replace(&self, part: &str, body: Option<&[u8]>) {
        let replaced = Replaced { part: part.to_owned(), body: body.map(<[u8]>::to_vec) };
        self.replaced.lock().unwrap_or_else(PoisonError::into_inner).push(replaced);
    }

    /// Serves what is in the folder again.
    pub fn restore(&self) {
        self.replaced.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn serve(&self, listener: &TcpListener, folder: &Path) {
        for stream in listener.incoming().flatten() {
            let (host, folder) = (self.clone(), folder.to_owned());
            thread::spawn(move || host.answer(&stream, &folder));
        }
    }

    /// One request a connection: slower than a real host, and nothing to get wrong. A browser that hangs up is no news.
    fn answer(&self, mut stream: &TcpStream, folder: &Path) -> Option<()> {
        let request = Request::read(stream)?;
        let (status, kind, body) =
            match self.file(&request, folder).and_then(|path| Some((files::media_type(&path), self.body(&request, &path)?))) {
                _ if !matches!(request.method.as_str(), "GET" | "HEAD") => (405, "text/plain", b"Only GET and HEAD.\n".to_vec()),
                Some((kind, body)) => (200, kind, body),
                None => (404, "text/plain", b"Not found.\n".to_vec()),
            };
        self.log.lock().unwrap_or_else(PoisonError::into_inner).push(Answered { target: request.target, status });
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status} \r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).ok()?;
        if request.method == "GET" {
            stream.write_all(&body).ok()?;
        }
        stream.flush().ok()
    }

    fn body(&self, request: &Request, path: &Path) -> Option<Vec<u8>> {
        let replaced = self.replaced.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match replaced.into_iter().find(|replaced| request.path().contains(&replaced.part)) {
            Some(replaced) => replaced.body,
            None => std::fs::read(path).ok(),
        }
    }

    fn file(&self, request: &Request, folder: &Path) -> Option<PathBuf> {
        files::resolve(folder, request.path().strip_prefix(&self.base)?)
    }
}
