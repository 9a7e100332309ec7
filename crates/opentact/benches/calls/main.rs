//! Calls through the SDK compared with the same calls by hand: time, instructions, memory.
//!
//! `cargo xtask bench calls` runs it and keeps its table. Both ways send the same bytes to the same
//! server, a process of its own, and read the same bytes. They take turns, so that a busy machine slows
//! both; a ratio is that of two neighbouring rounds, and the median of the ratios counts. Instructions
//! are counted by callgrind, if it is installed: the difference of two runs that differ in the number of
//! calls.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark talks to a person"
)]

mod by_hand;
mod server;

use std::env;
use std::fs;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::Instant;

use by_hand::ByHand;
use opentact::{Client, Credential};
use server::Server;

/// What is aimed at: no more than so many times what the same costs by hand.
const TARGET: f64 = 1.05;
const ROUNDS: usize = 101;
/// Calls in a round.
const CALLS: usize = 640;
const TOKEN: &str = "MadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp";
const IN_FLIGHT: [usize; 2] = [1, 64];

/// Who calls.
#[derive(Clone)]
enum Caller {
    Hand(ByHand),
    Sdk(Client),
}

impl Caller {
    const NAMES: [&str; 2] = ["hand", "sdk"];

    fn new(name: &str, base_url: String) -> Self {
        if name == "hand" {
            return Self::Hand(ByHand::new(base_url, TOKEN));
        }
        let builder = Client::builder(Credential::api_token(TOKEN)).base_url(base_url);
        Self::Sdk(builder.max_response_bytes(usize::MAX).build().unwrap())
    }

    async fn call(&self, call: Call) {
        match (self, call) {
            (Self::Hand(it), Call::Whoami) => drop(black_box(it.whoami().await)),
            (Self::Hand(it), Call::List) => drop(black_box(it.list().await)),
            (Self::Sdk(it), Call::Whoami) => drop(black_box(it.whoami().await.unwrap())),
            (Self::Sdk(it), Call::List) => drop(black_box(it.tokens().list().await.unwrap())),
        }
    }

    /// Makes so many calls, so many of them at once.
    async fn calls(&self, call: Call, count: usize, in_flight: usize) {
        let tasks: Vec<_> = (0..in_flight)
            .map(|_| {
                let caller = self.clone();
                tokio::spawn(async move {
                    for _ in 0..count / in_flight {
                        caller.call(call).await;
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Call {
    Whoami,
    List,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [server::SERVE] => server::serve(),
        ["count", name, call, in_flight, count, base_url] => {
            let call = if call == "Whoami" {
                Call::Whoami
            } else {
                Call::List
            };
            let in_flight = in_flight.parse().unwrap();
            let caller = Caller::new(name, base_url.to_owned());
            caller.calls(call, in_flight, in_flight).await;
            caller.calls(call, count.parse().unwrap(), in_flight).await;
        }
        ["hold", name, base_url] => println!("{}", held(name, base_url).await),
        _ => compare().await,
    }
}

/// Prints both tables.
async fn compare() {
    let server = Server::start();
    println!(
        "| call | in flight | µs by hand | µs | times | processor, times | instructions by hand | instructions | times |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for call in [Call::Whoami, Call::List] {
        let [hand, sdk] = Caller::NAMES.map(|name| {
            server::sent_by(async move |base_url| Caller::new(name, base_url).call(call).await)
        });
        assert_eq!(hand.await, sdk.await, "the requests differ");
        for in_flight in IN_FLIGHT {
            let times = times(call, in_flight, &server.base_url).await;
            let [hand, sdk] =
                Caller::NAMES.map(|name| instructions(name, call, in_flight, &server.base_url));
            let counted = hand.zip(sdk).map_or_else(
                || "– | – | –".to_owned(),
                |(hand, sdk)| format!("{hand:.0} | {sdk:.0} | **{:.2}**", sdk / hand),
            );
            println!("| {call:?} | {in_flight} | {times} | {counted} |");
        }
    }
    let (_, json) = server::bodies().into_iter().next_back().unwrap();
    let json = json.len() as f64 / 1e6;
    println!("\n| {} tokens | MB | times the JSON |", server::MANY);
    println!("| --- | --- | --- |");
    println!("| JSON | {json:.1} | 1 |");
    for name in Caller::NAMES {
        let output = Command::new(env::current_exe().unwrap())
            .args(["hold", name, &server.base_url])
            .output();
        let held: f64 = String::from_utf8(output.unwrap().stdout)
            .unwrap()
            .trim()
            .parse()
            .unwrap();
        println!("| {name} | {held:.1} | **{:.2}** |", held / json);
    }
    println!("\nAimed at are {TARGET} times in all of them.");
}

/// The time of a call by hand and through the SDK, and the ratios of wall clock and of processor time.
async fn times(call: Call, in_flight: usize, base_url: &str) -> String {
    let callers = Caller::NAMES.map(|name| Caller::new(name, base_url.to_owned()));
    for caller in &callers {
        caller.calls(call, CALLS, in_flight).await;
    }
    let mut walls = [const { Vec::new() }; 2];
    let mut ratios = [const { Vec::new() }; 2];
    for round in 0..ROUNDS {
        let mut took = [[0.0; 2]; 2];
        for turn in 0..2 {
            let who = (round + turn) % 2;
            let (wall, processor) = (Instant::now(), processor_time());
            callers[who].calls(call, CALLS, in_flight).await;
            took[who] = [wall.elapsed().as_secs_f64(), processor_time() - processor];
        }
        let [hand, sdk] = took;
        walls[0].push(hand[0] * 1e6 / CALLS as f64);
        walls[1].push(sdk[0] * 1e6 / CALLS as f64);
        ratios[0].push(sdk[0] / hand[0]);
        ratios[1].push(sdk[1] / hand[1]);
    }
    let [hand, sdk] = walls.map(|it| quartiles(it)[1]);
    let [wall, processor] = ratios.map(|it| {
        let [low, middle, high] = quartiles(it);
        format!("**{middle:.2}** ({low:.2} to {high:.2})")
    });
    format!("{hand:.1} | {sdk:.1} | {wall} | {processor}")
}

/// The processor time of the one thread that calls, in seconds; not a number where the system does not
/// tell.
fn processor_time() -> f64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|it| it.parse().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1e9
}

fn quartiles(mut figures: Vec<f64>) -> [f64; 3] {
    figures.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| figures[figures.len() * quarter / 4])
}

/// The instructions of one call, if callgrind is there.
fn instructions(name: &str, call: Call, in_flight: usize, base_url: &str) -> Option<f64> {
    let [none, all] = [0, CALLS].map(|count| {
        let file = format!(
            "{}/callgrind.{name}.{call:?}.{in_flight}.{count}",
            env!("CARGO_TARGET_TMPDIR")
        );
        let finished = Command::new("valgrind")
            .args(["--tool=callgrind", &format!("--callgrind-out-file={file}")])
            .arg(env::current_exe().unwrap())
            .args(["count", name, &format!("{call:?}"), &in_flight.to_string()])
            .args([&count.to_string(), base_url])
            .stderr(Stdio::null())
            .status()
            .ok()?;
        assert!(finished.success(), "callgrind failed");
        let text = fs::read_to_string(file).unwrap();
        let total = text
            .lines()
            .find_map(|line| line.strip_prefix("totals: "))?;
        total.parse::<f64>().ok()
    });
    Some((all? - none?) / CALLS as f64)
}

/// The resident memory in MB that the long list takes, with its response gone.
async fn held(name: &str, base_url: &str) -> f64 {
    let caller = Caller::new(name, format!("{base_url}/many"));
    Caller::new(name, base_url.to_owned())
        .call(Call::List)
        .await;
    let before = resident();
    let after = match &caller {
        Caller::Hand(it) => {
            let _held = black_box(it.list().await);
            resident()
        }
        Caller::Sdk(it) => {
            let _held = black_box(it.tokens().list().await.unwrap());
            resident()
        }
    };
    after - before
}

fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let mut lines = status.lines();
    let kib = lines.find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    let kib: f64 = kib.trim().strip_suffix(" kB").unwrap().parse().unwrap();
    kib * 1024.0 / 1e6
}
