//! How many messages are taken in a second, and what a search costs among few and among many.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark talks to a person"
)]

use std::time::{Duration, Instant};

use opentact_sandbox::{NumberSeed, Sandbox, UserSeed};
use reqwest::Client;
use tokio::task::JoinSet;

const ANN: &str = "ann@example.com";
/// How many clients send at once.
const LANES: usize = 16;
/// How often a search is repeated.
const MEASURED: usize = 301;

struct Api {
    client: Client,
    url: String,
    token: String,
}

impl Api {
    async fn post(&self, path: &str, body: String) -> String {
        let request = self.client.post(format!("{}{path}", self.url));
        let request = request.bearer_auth(&self.token);
        let request = request.header("Content-Type", "application/json");
        let answer = request.body(body).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.text().await.unwrap()
    }

    async fn time(&self, body: &str) -> Duration {
        let mut took = Vec::new();
        for _ in 0..MEASURED {
            let since = Instant::now();
            self.post("/rest/sms/search", body.to_owned()).await;
            took.push(since.elapsed());
        }
        took.sort_unstable();
        took[MEASURED / 2]
    }
}

#[tokio::main]
async fn main() {
    let seed = UserSeed::new(ANN, "made up").account("Ann", 10_000.0);
    let seed = seed.number(NumberSeed::new("12015550100"));
    let sandbox = Sandbox::builder().user(seed).start().await.unwrap();
    let token = sandbox.create_token(ANN, "first", None).await.unwrap();
    let api = std::sync::Arc::new(Api {
        client: Client::builder().no_proxy().build().unwrap(),
        url: sandbox.base_url(),
        token: token.token.expose().to_owned(),
    });
    println!("| messages | taken a second | ms a page | ms a thread | ms a page since a time |");
    println!("| ---: | ---: | ---: | ---: | ---: |");
    let mut sent = 0;
    for count in [10_000, 100_000] {
        let since = Instant::now();
        let (first, mut lanes) = (sent, JoinSet::new());
        for lane in 0..LANES {
            let api = std::sync::Arc::clone(&api);
            lanes.spawn(async move {
                for number in (first + lane..count).step_by(LANES) {
                    let to = 12_125_550_000_usize + number % 1000;
                    let body =
                        format!(r#"{{"from":"12015550100","to":"{to}","message":"{number}"}}"#);
                    api.post("/rest/sms", body).await;
                }
            });
        }
        lanes.join_all().await;
        let rate = f64::from(u32::try_from(count - first).unwrap()) / since.elapsed().as_secs_f64();
        sent = count;
        let shown = api.post("/rest/sms/search", "{}".to_owned()).await;
        let (_, thread) = shown.split_once("\"thread\":\"").unwrap();
        let thread = format!(r#"{{"thread":"{}"}}"#, &thread[..32]);
        let [page, thread, time] = [
            api.time("{}").await,
            api.time(&thread).await,
            api.time(r#"{"created_on_from":"2020-01-01T00:00:00Z"}"#)
                .await,
        ]
        .map(|it| it.as_secs_f64() * 1000.0);
        println!("| {count} | {rate:.0} | {page:.2} | {thread:.2} | {time:.2} |");
    }
}
