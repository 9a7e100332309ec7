//! A scripted HTTP/1.1 server with kept-alive connections, in a process of its own.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;

use serde_json::{Value, json};

/// The argument that makes this program the server.
pub(crate) const SERVE: &str = "serve";
/// So many tokens are in the short list.
const FEW: usize = 10;
/// So many are in the long list, which stands below the path `/many`.
pub(crate) const MANY: usize = 100_000;

/// A running server; dropping it ends it.
pub(crate) struct Server {
    process: Child,
    pub(crate) base_url: String,
}

impl Server {
    pub(crate) fn start() -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .arg(SERVE)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        let mut told = BufReader::new(process.stdout.take().unwrap());
        told.read_line(&mut address).unwrap();
        let base_url = format!("http://{}", address.trim());
        Self { process, base_url }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It ends with its input.
        drop(self.process.stdin.take());
        self.process.wait().unwrap();
    }
}

/// Serves until the input ends.
pub(crate) fn serve() {
    let bodies: BTreeMap<_, _> = bodies().map(|(path, body)| (path, answer(&body))).into();
    let bodies = Arc::new(bodies);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    println!("{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let bodies = Arc::clone(&bodies);
            // A connection ends as its client likes.
            thread::spawn(move || converse(stream.unwrap(), &bodies));
        }
    });
    io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

/// What is answered to which path, in the contract's own examples.
pub(crate) fn bodies() -> [(&'static str, String); 3] {
    let contract = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../openapi/published/opentact.json"
    );
    let contract: Value = serde_json::from_slice(&std::fs::read(contract).unwrap()).unwrap();
    let example = |name: &str| &contract["components"]["examples"][name]["value"];
    let tokens = example("tokens")["payload"].as_array().unwrap();
    let list = |length| {
        let payload: Vec<_> = tokens.iter().cycle().take(length).collect();
        json!({ "success": true, "payload": payload }).to_string()
    };
    [
        ("/rest/auth", example("user2024").to_string()),
        ("/rest/token/list", list(FEW)),
        ("/many/rest/token/list", list(MANY)),
    ]
}

fn answer(body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {length}\r\nDate: Tue, 27 Feb 2024 08:00:00 GMT\r\n\
         X-Request-Id: 4711\r\n\r\n{body}"
    )
}

/// Answers each request by its path; none of them has a body.
fn converse(mut stream: TcpStream, answers: &BTreeMap<&str, String>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    loop {
        let request = request(&mut stream)?;
        let path = request.split(' ').nth(1);
        let answer = path
            .and_then(|it| answers.get(it))
            .ok_or(io::ErrorKind::Other)?;
        stream.write_all(answer.as_bytes())?;
    }
}

/// Reads the head of a request.
fn request(stream: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read(&mut piece)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            length => head.extend_from_slice(&piece[..length]),
        }
    }
    String::from_utf8(head).map_err(io::Error::other)
}

/// The lines of a request that such a call sends, sorted, as their order means nothing.
pub(crate) async fn sent_by(call: impl AsyncFnOnce(String)) -> Vec<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let seen = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let head = request(&mut stream).unwrap();
        let bodies = bodies();
        let path = head.split(' ').nth(1).unwrap();
        let (_, body) = bodies.iter().find(|(known, _)| *known == path).unwrap();
        stream.write_all(answer(body).as_bytes()).unwrap();
        head
    });
    call(format!("http://{address}")).await;
    let head = seen.join().unwrap().replace(&address.to_string(), "it");
    let mut lines: Vec<_> = head.lines().map(str::to_lowercase).collect();
    lines.sort();
    lines
}
