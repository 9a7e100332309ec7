//! A connection to the sandbox, which may end at any byte.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use serde_json::Value;

/// After how long an answer is taken to be missing for good.
const PATIENCE: Duration = Duration::from_secs(30);

/// A kept-alive connection.
#[derive(Debug)]
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            stream: BufReader::new(stream),
        })
    }

    /// Sends a request and reads its whole answer: the status and the body's JSON.
    ///
    /// # Errors
    ///
    /// When the connection ends before the whole answer is there.
    pub(crate) fn call(
        &mut self,
        line: &str,
        credential: &str,
        body: &str,
    ) -> io::Result<(u16, Value)> {
        let length = body.len();
        let request = format!(
            "{line} HTTP/1.1\r\nHost: sandbox\r\n{credential}\r\nContent-Length: {length}\r\n\r\n\
             {body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let head = self.line()?;
        let status = head.split(' ').nth(1).and_then(|text| text.parse().ok());
        let mut length = 0;
        loop {
            let header = self.line()?.to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length: ") {
                length = value.parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok((status.unwrap(), serde_json::from_slice(&body).unwrap()))
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        match line.strip_suffix("\r\n") {
            Some(line) => Ok(line.to_owned()),
            None => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}
