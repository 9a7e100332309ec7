//! The faults of a network, and how a call ends that meets one.

use opentact::ErrorKind;
use opentact_tests::{Step, json};

/// How an attempt ends that meets a fault.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// As if there were no fault.
    Success,
    /// No complete answer came: what was asked may have been done, and another attempt may help.
    Lost(ErrorKind),
    /// An answer came.
    Answered {
        kind: ErrorKind,
        /// Whether what was asked may have been done all the same.
        in_doubt: bool,
        /// Whether another attempt may help.
        passing: bool,
    },
}

/// One row of the table.
pub(super) struct Fault {
    pub(super) name: &'static str,
    /// What the peer does, given the body of a good answer.
    pub(super) turn: Turn,
    /// How many requests the peer reads in one attempt.
    pub(super) heard: usize,
    pub(super) end: End,
}

type Turn = Box<dyn Fn(&str) -> Vec<Step> + Send + Sync>;

impl Fault {
    fn new(
        name: &'static str,
        end: End,
        turn: impl Fn(&str) -> Vec<Step> + Send + Sync + 'static,
    ) -> Self {
        let hears = |step: &&Step| matches!(step, Step::Hear | Step::HearHead);
        Self {
            name,
            heard: turn("").iter().filter(hears).count(),
            end,
            turn: Box::new(turn),
        }
    }

    /// A fault that is the same whatever is asked.
    fn steps(name: &'static str, end: End, steps: impl Into<Vec<Step>>) -> Self {
        let steps = steps.into();
        Self::new(name, end, move |_| steps.clone())
    }

    /// These bytes, and the end of the connection, after a request.
    fn bytes(name: &'static str, end: End, bytes: impl Into<Vec<u8>>) -> Self {
        Self::steps(name, end, [Step::Hear, Step::say(bytes), Step::Close])
    }
}

const LOST: End = End::Lost(ErrorKind::Transport);

const STATUS_LINE: &str = "HTTP/1.1 20";
const HEADERS: &str = "HTTP/1.1 200 OK\r\ncontent-type: planted-4711\r\ncontent-le";
const BODY: &str = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"planted-4711\":";
const CHUNKED: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
const CHUNK: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\n{\"planted-4711\":";

/// The connection ends, in order or not, at each stage.
pub(super) fn broken() -> Vec<Fault> {
    let mut rows = Vec::new();
    for (closed, reset, before) in [
        ("closed at once", "reset at once", vec![]),
        ("closed unread", "reset unread", vec![Step::Notice]),
        (
            "closed after the head",
            "reset after the head",
            vec![Step::HearHead],
        ),
        (
            "closed before the answer",
            "reset before the answer",
            vec![Step::Hear],
        ),
        (
            "closed in the status line",
            "reset in the status line",
            vec![Step::Hear, Step::say(STATUS_LINE)],
        ),
        (
            "closed in the headers",
            "reset in the headers",
            vec![Step::Hear, Step::say(HEADERS)],
        ),
        (
            "closed in the body",
            "reset in the body",
            vec![Step::Hear, Step::say(BODY)],
        ),
        (
            "closed in a chunk",
            "reset in a chunk",
            vec![Step::Hear, Step::say(CHUNK)],
        ),
        (
            "closed between chunks",
            "reset between chunks",
            vec![Step::Hear, Step::say(CHUNKED)],
        ),
    ] {
        for (name, end) in [(closed, Step::Close), (reset, Step::Reset)] {
            let steps: Vec<Step> = before.iter().cloned().chain([end]).collect();
            rows.push(Fault::steps(name, LOST, steps));
        }
    }
    rows
}

/// The connection stays, and the answer does not get to its end.
pub(super) fn endless() -> Vec<Fault> {
    let row = |name, steps: [Step; 3]| Fault::steps(name, End::Lost(ErrorKind::Timeout), steps);
    let stalled =
        |name, beginning: &str| row(name, [Step::Hear, Step::say(beginning), Step::Stall]);
    let dripping = |name, beginning: &str, drip: &str| {
        row(name, [Step::Hear, Step::say(beginning), Step::drip(drip)])
    };
    let long = "HTTP/1.1 200 OK\r\ncontent-length: 4000000\r\n\r\n";
    vec![
        Fault::steps(
            "stall unread",
            End::Lost(ErrorKind::Timeout),
            [Step::Notice, Step::Stall],
        ),
        stalled("stall before the answer", ""),
        stalled("stall in the status line", STATUS_LINE),
        stalled("stall in the headers", HEADERS),
        stalled("stall in the body", BODY),
        stalled("stall in a chunk", CHUNK),
        dripping("drip of a header", "HTTP/1.1 200 OK\r\nx-slow: ", "planted"),
        dripping("drip of a body", long, " "),
        dripping("drip of chunks", CHUNKED, "1\r\n \r\n"),
        dripping("drip of a chunk's size", CHUNKED, "0"),
    ]
}

/// What comes is no answer in HTTP.
pub(super) fn garbage() -> Vec<Fault> {
    let row = |name, bytes: &str| Fault::bytes(name, LOST, bytes);
    let chunk = |name, chunk| row(name, &format!("{CHUNKED}{chunk}"));
    let header = |name, header| row(name, &format!("HTTP/1.1 200 OK\r\n{header}\r\n\r\n{{}}"));
    let flood = |name, beginning: &str, flood: &str| {
        Fault::steps(
            name,
            LOST,
            [Step::Hear, Step::say(beginning), Step::flood(flood)],
        )
    };
    let many = "x: planted-4711\r\n".repeat(200);
    let long = "p".repeat(1 << 20);
    vec![
        row("words", "planted-4711, and good-bye\r\n\r\n"),
        row("zeroes", &"\0".repeat(100)),
        row("another protocol", "SSH-2.0-OpenSSH_9.6\r\n"),
        row("TLS", "\x15\x03\x01\0\x02\x02\x0a"),
        row("HTTP/0.9", "<html>planted-4711</html>"),
        row("HTTP/7", "HTTP/7.0 200 OK\r\n\r\n"),
        row("status of two digits", "HTTP/1.1 20 OK\r\n\r\n"),
        row("status 000", "HTTP/1.1 000 Planted-4711\r\n\r\n"),
        header("length in words", "content-length: planted-4711"),
        header("two lengths", "content-length: 2\r\ncontent-length: 3"),
        header("negative length", "content-length: -1"),
        header(
            "length beyond all numbers",
            "content-length: 18446744073709551616",
        ),
        header("space in a header's name", "planted 4711: x"),
        header("zero in a header", "x: planted\0-4711"),
        header("bare return in a header", "x: a\rplanted-4711: b"),
        header("folded header", "x: a\r\n planted-4711"),
        header("two hundred headers", many.trim_end()),
        header("header of a megabyte", &format!("x: {long}")),
        chunk("chunk without a size", "planted-4711\r\n{}\r\n0\r\n\r\n"),
        chunk(
            "chunk beyond all numbers",
            "fffffffffffffffff\r\n{}\r\n0\r\n\r\n",
        ),
        chunk(
            "chunk longer than it says",
            "2\r\n{planted-4711}\r\n0\r\n\r\n",
        ),
        flood("header without end", "HTTP/1.1 200 OK\r\nx: ", &long),
        flood("headers without end", "HTTP/1.1 200 OK\r\n", &many),
        flood(
            "chunk extension without end",
            &format!("{CHUNKED}1;"),
            &long,
        ),
    ]
}

/// What comes is an answer, and too much.
pub(super) fn too_large() -> Vec<Fault> {
    let end = End::Answered {
        kind: ErrorKind::TooLarge,
        in_doubt: true,
        passing: false,
    };
    let planted = "planted-4711 ".repeat(5000);
    let chunk = format!("{:x}\r\n{planted}\r\n", planted.len());
    let row = |name, head: &str, flood: &str| {
        Fault::steps(name, end, [Step::Hear, Step::say(head), Step::flood(flood)])
    };
    vec![
        row(
            "a terabyte, announced",
            "HTTP/1.1 200 OK\r\ncontent-length: 1099511627776\r\n\r\n",
            &planted,
        ),
        row("chunks without end", CHUNKED, &chunk),
        row("body without end", "HTTP/1.1 200 OK\r\n\r\n", &planted),
    ]
}

/// What comes is an answer, and no success.
pub(super) fn unwelcome() -> Vec<Fault> {
    use ErrorKind::{
        Credentials, NotFound, RateLimited, Redirected, Refused, Server, Timeout,
        UnexpectedResponse,
    };
    let row = |name: &'static str, kind, in_doubt, passing| {
        let end = End::Answered {
            kind,
            in_doubt,
            passing,
        };
        let body = r#"{"success":false,"message":"no, planted-4711"}"#;
        Fault::steps(name, end, [Step::Hear, Step::say(json(name, body))])
    };
    let unreadable = End::Answered {
        kind: UnexpectedResponse,
        in_doubt: true,
        passing: false,
    };
    vec![
        row("204 No Content", UnexpectedResponse, true, false),
        row("304 Not Modified", Redirected, false, false),
        row("400 Bad Request", Refused, false, false),
        row("401 Unauthorized", Credentials, false, false),
        row("403 Forbidden", Refused, false, false),
        row("404 Not Found", NotFound, false, false),
        row("407 Proxy Authentication Required", Refused, false, false),
        row("408 Request Timeout", Timeout, true, true),
        row("409 Conflict", Refused, false, true),
        row("421 Misdirected Request", Refused, false, false),
        row("429 Too Many Requests", RateLimited, false, true),
        row(
            "429 Too Many Requests\r\nretry-after: 0",
            RateLimited,
            false,
            true,
        ),
        row(
            "429 Too Many Requests\r\nretry-after: 3600",
            RateLimited,
            false,
            false,
        ),
        row("500 Internal Server Error", Server, true, true),
        row("501 Not Implemented", Server, true, false),
        row("502 Bad Gateway", Server, true, true),
        row("503 Service Unavailable", Server, true, true),
        row(
            "503 Service Unavailable\r\nretry-after: 3600",
            Server,
            true,
            false,
        ),
        row("504 Gateway Timeout", Server, true, true),
        row("999 What", UnexpectedResponse, true, false),
        Fault::bytes(
            "switch to another protocol",
            unreadable,
            "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: planted\r\n\r\nplanted-4711",
        ),
        Fault::bytes(
            "length too short",
            unreadable,
            "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n{\"planted-4711\":1}",
        ),
        Fault::bytes(
            "no body",
            unreadable,
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
        ),
        Fault::bytes(
            "compressed without being asked",
            unreadable,
            b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\n\x1f\x8b\x08"
                .as_slice(),
        ),
    ]
}

/// What is odd, and an answer all the same.
pub(super) fn odd() -> Vec<Fault> {
    let row = |name, answer: fn(&str) -> String| {
        let turn = move |body: &str| vec![Step::Hear, Step::say(answer(body)), Step::Close];
        Fault::new(name, End::Success, turn)
    };
    let whole = |body: &str| {
        let length = body.len();
        format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{body}")
    };
    vec![
        row("a thousand hints before the answer", |body| {
            let hints = "HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n".repeat(1000);
            format!("{hints}HTTP/1.1 200 OK\r\n\r\n{body}")
        }),
        row("HTTP/1.0", |body| format!("HTTP/1.0 200 OK\r\n\r\n{body}")),
        row("chunks of one byte", |body| {
            let chunks: String = body.chars().map(|it| format!("1\r\n{it}\r\n")).collect();
            format!("{CHUNKED}{chunks}0\r\n\r\n")
        }),
        row("length and chunks", |body| {
            let chunk = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
            format!(
                "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n{chunk}"
            )
        }),
        row("the same length twice", |body| {
            let length = format!("content-length: {}\r\n", body.len());
            format!("HTTP/1.1 200 OK\r\n{length}{length}\r\n{body}")
        }),
        // Whoever took the second one for the answer to the next request would be deceived.
        Fault::new(
            "a second answer behind the first",
            End::Success,
            move |body| {
                let second = "HTTP/1.1 500 Planted\r\ncontent-length: 0\r\n\r\n";
                vec![Step::Hear, Step::say(format!("{}{second}", whole(body)))]
            },
        ),
    ]
}
