//! Load of a counted number of requests, the same bytes each time, over kept-alive connections.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

/// After how long an answer is taken to be missing.
const PATIENCE: Duration = Duration::from_secs(30);

/// A `GET` with one header, as bytes of HTTP/1.1.
pub(super) fn get(path: &str, header: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{header}\r\n\r\n")
}

/// Sends `request` `count` times over so many connections at once; how many a second were
/// answered with 200.
///
/// # Errors
///
/// When a connection fails, or an answer is not 200.
pub(super) fn per_second(
    address: SocketAddr,
    request: &str,
    connections: u32,
    count: u32,
) -> io::Result<f64> {
    let since = Instant::now();
    thread::scope(|scope| {
        let each = count / connections;
        let threads: Vec<_> = (0..connections)
            .map(|_| scope.spawn(move || send(address, request, each)))
            .collect();
        for thread in threads {
            let done = thread.join();
            done.map_err(|_| io::Error::other("a thread has panicked"))??;
        }
        Ok(f64::from(each * connections) / since.elapsed().as_secs_f64())
    })
}

/// Sends a request on a connection of its own; the status of the answer.
pub(super) fn once(address: SocketAddr, request: &str) -> io::Result<u16> {
    Connection::open(address)?.ask(request)
}

fn send(address: SocketAddr, request: &str, count: u32) -> io::Result<()> {
    let mut connection = Connection::open(address)?;
    for _ in 0..count {
        let status = connection.ask(request)?;
        if status != 200 {
            return Err(io::Error::other(format!("an answer has status {status}")));
        }
    }
    Ok(())
}

struct Connection(BufReader<TcpStream>);

impl Connection {
    fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends a request and reads its whole answer; the status.
    fn ask(&mut self, request: &str) -> io::Result<u16> {
        self.0.get_mut().write_all(request.as_bytes())?;
        let odd = || io::Error::other("an answer is no HTTP/1.1");
        let head = self.line()?;
        let status = head.split(' ').nth(1).and_then(|text| text.parse().ok());
        let (mut length, mut chunked) = (0, false);
        loop {
            let header = self.line()?.to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length: ") {
                length = value.parse().map_err(|_| odd())?;
            }
            chunked |= header == "transfer-encoding: chunked";
        }
        if chunked {
            while self.chunk()? > 0 {}
        } else {
            self.skip(length)?;
        }
        status.ok_or_else(odd)
    }

    /// Reads a chunk; its length, which is 0 for the last.
    fn chunk(&mut self) -> io::Result<u64> {
        let length = u64::from_str_radix(&self.line()?, 16).map_err(io::Error::other)?;
        self.skip(length)?;
        self.line()?;
        Ok(length)
    }

    fn skip(&mut self, length: u64) -> io::Result<()> {
        let read = io::copy(&mut self.0.by_ref().take(length), &mut io::sink())?;
        match read == length {
            true => Ok(()),
            false => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.0.read_line(&mut line)?;
        match line.strip_suffix("\r\n") {
            Some(line) => Ok(line.to_owned()),
            None => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}
