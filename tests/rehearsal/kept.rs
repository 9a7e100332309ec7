//! What it costs to keep things by the contract alone: the start with some 150 operations, and
//! requests among few things and among many.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use opentact_sandbox::{Operation, Sandbox, UserSeed};
use reqwest::{Client, Method};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error + Send + Sync>;

const MANY: usize = 100_000;
const STEP: usize = 10_000;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    if std::env::args().nth(1).is_some() {
        return serve().await;
    }
    println!("{} operations, in memory.\n", Operation::ALL.len());
    let mut starts = Vec::new();
    for _ in 0..11 {
        let since = Instant::now();
        let (mut child, _) = started()?;
        starts.push(since.elapsed());
        ended(&mut child)?;
    }
    starts.sort();
    let (mut child, url) = started()?;
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("?");
    println!("Ready after {:.1} ms (the median of 11 starts), with{resident} resident.\n", ms(starts[5]));

    let api = Api { client: Client::new(), url };
    for number in 0..10 {
        api.call(Method::POST, "/rest/token", Some(json!({"name": format!("{number}")}))).await?;
    }
    println!("| | among {STEP} | among {MANY} | times |\n| --- | ---: | ---: | ---: |");
    let first = api.create(0..STEP).await?;
    let few = api.questions(STEP).await?;
    api.create(STEP..MANY - STEP).await?;
    let last = api.create(MANY - STEP..MANY).await?;
    let many = api.questions(MANY).await?;
    row("creation, ms", first / STEP as u32, last / STEP as u32);
    for ((name, few), (_, many)) in few.iter().zip(&many) {
        row(&format!("{name}, ms"), *few, *many);
    }
    let tokens = api.time(Method::GET, "/rest/token/list", None).await?;
    let (_, page) = &many[0];
    println!("\nA written list of ten tokens takes {:.3} ms, {:.2} times the page.", ms(tokens), ratio(tokens, *page));
    ended(&mut child)
}

fn row(name: &str, few: Duration, many: Duration) {
    println!("| {name} | {:.3} | {:.3} | {:.2} |", ms(few), ms(many), ratio(many, few));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

#[derive(Clone)]
struct Api {
    client: Client,
    url: String,
}

impl Api {
    async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Result<Value, Failure> {
        let request = self.client.request(method, format!("{}{path}", self.url));
        let request = request.header("authorization", format!("Bearer {}", "a".repeat(48)));
        let request = match body {
            Some(body) => request.json(&body),
            None => request,
        };
        let answer = request.send().await?.error_for_status()?;
        Ok(answer.json().await?)
    }

    /// Creates the widgets of these numbers, 16 at once.
    async fn create(&self, numbers: std::ops::Range<usize>) -> Result<Duration, Failure> {
        let since = Instant::now();
        let mut tasks = tokio::task::JoinSet::new();
        for lane in 0..16 {
            let (api, numbers) = (self.clone(), numbers.clone());
            tasks.spawn(async move {
                for number in numbers.skip(lane).step_by(16) {
                    let widget = json!({"name": format!("cog {number:06}"), "size": number + 1});
                    api.call(Method::POST, "/rest/widget", Some(widget)).await?;
                }
                Ok::<_, Failure>(())
            });
        }
        while let Some(done) = tasks.join_next().await {
            done??;
        }
        Ok(since.elapsed())
    }

    /// What a search takes, by what it asks; each finds a page of ten, or one.
    async fn questions(&self, count: usize) -> Result<Vec<(&'static str, Duration)>, Failure> {
        let mut times = Vec::new();
        for (name, body) in [
            ("first page", json!({})),
            ("search by name", json!({"name": "cog 000007"})),
            ("search by the start of a name", json!({"name": "cog 00000*"})),
            ("last page", json!({"skip": count - 10})),
        ] {
            times.push((name, self.time(Method::POST, "/rest/widget/search", Some(body)).await?));
        }
        Ok(times)
    }

    /// The median of 301.
    async fn time(&self, method: Method, path: &str, body: Option<Value>) -> Result<Duration, Failure> {
        let mut times = Vec::new();
        for _ in 0..301 {
            let since = Instant::now();
            self.call(method.clone(), path, body.clone()).await?;
            times.push(since.elapsed());
        }
        times.sort();
        Ok(times[150])
    }
}

fn started() -> Result<(Child, String), Failure> {
    let mut command = Command::new(std::env::current_exe()?);
    let mut child = command.arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut url = String::new();
    let out = child.stdout.as_mut().ok_or("no output")?;
    BufReader::new(out).read_line(&mut url)?;
    Ok((child, url.trim().to_owned()))
}

fn ended(child: &mut Child) -> Result<(), Failure> {
    drop(child.stdin.take());
    child.wait()?;
    Ok(())
}

async fn serve() -> Result<(), Failure> {
    let user = UserSeed::new("ann@example.com", "made up").token("ci", "a".repeat(48));
    let sandbox = Sandbox::builder().user(user).start().await?;
    println!("{}", sandbox.base_url());
    std::io::stdout().flush()?;
    tokio::task::spawn_blocking(|| std::io::stdin().lines().count()).await?;
    Ok(())
}
