//! What the creation of a token costs among few and many of the same user, over HTTP.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark talks to a person"
)]

use std::time::{Duration, Instant};

use opentact_sandbox::{Sandbox, UserSeed};
use reqwest::Client;

const ANN: &str = "ann@example.com";
/// How many are created among so many.
const MEASURED: usize = 1000;

#[tokio::main]
async fn main() {
    let seed = UserSeed::new(ANN, "made up");
    let sandbox = Sandbox::builder().user(seed).start().await.unwrap();
    let first = sandbox.create_token(ANN, "first", None).await.unwrap();
    let url = format!("{}/rest/token", sandbox.base_url());
    let client = Client::builder().no_proxy().build().unwrap();
    println!("| tokens before | µs a creation |\n| --- | --- |");
    let mut tokens = 1;
    for before in [1, 10_000, 100_000] {
        while tokens < before {
            sandbox.create_token(ANN, "among", None).await.unwrap();
            tokens += 1;
        }
        let mut took = Vec::new();
        for _ in 0..MEASURED {
            let request = client.post(&url).bearer_auth(first.token.expose());
            let request = request.header("Content-Type", "application/json");
            let since = Instant::now();
            let answer = request.body(r#"{"name":"measured"}"#).send().await.unwrap();
            took.push(since.elapsed());
            assert_eq!(answer.status(), 201);
            tokens += 1;
        }
        took.sort_unstable();
        let at = |share: usize| Duration::as_micros(&took[MEASURED * share / 100]);
        println!("| {before} | **{}** ({} to {}) |", at(50), at(5), at(95));
    }
}
