//! One process of a fleet that shares its session: many tasks, one client, one store.
//!
//! Arguments: the base URL, the number of tasks, the store (a folder, or the address of a Redis),
//! and, if what it keeps is to be sealed, a key. It does what the lines of its standard input say,
//! and answers each with a line of JSON, until its input ends:
//!
//! * a number: each task makes that many calls; what came of them
//! * `go`: each task makes calls until the line `stop`, which is answered by what came of them
//! * `hold`: it takes the right to log in, and keeps it; how many it holds, or the store's error

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Write, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use opentact::session_store::{LoginLock, SessionName, SessionStore, StoreError};
use opentact::{Client, Credential};
use opentact_session_stores::{FileStore, SealKey};
use opentact_tests::{EMAIL, PASSWORD};
use serde_json::json;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().ok_or_else(|| format!("no {what} given"));
    let base_url = argument("base URL")?;
    let tasks = argument("number of tasks")?.parse()?;
    let store = argument("store")?;
    let key = argument("key").ok().map(SealKey::from_text).transpose()?;
    let store: Arc<dyn SessionStore> = if store.contains("://") {
        redis_store(store, key)?
    } else {
        let store = FileStore::new(PathBuf::from(store))?;
        Arc::new(match key {
            Some(key) => store.sealed_by(key),
            None => store,
        })
    };
    let credential = Credential::basic(EMAIL, PASSWORD);
    let name = SessionName::new(&base_url, &credential);
    let builder = Client::builder(credential).base_url(base_url);
    let client = builder.session_store(Arc::clone(&store)).build()?;

    let mut held: Vec<LoginLock> = Vec::new();
    while let Some(line) = next_line().await? {
        let answer = match line.as_str() {
            "go" => {
                let round = Round::start(&client, tasks, usize::MAX);
                next_line().await?;
                round.stop.store(true, Ordering::Relaxed);
                round.outcome().await?
            }
            "hold" => match store.try_lock(&name, Duration::from_secs(60)).await {
                Ok(lock) => {
                    held.extend(lock);
                    json!({ "held": held.len() })
                }
                Err(error) => json!({ "error": error.to_string() }),
            },
            number => {
                let round = Round::start(&client, tasks, number.parse()?);
                round.outcome().await?
            }
        };
        let mut out = stdout().lock();
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

/// Many tasks that make calls at the same time.
struct Round {
    stop: Arc<AtomicBool>,
    tasks: Vec<tokio::task::JoinHandle<Vec<Result<(), opentact::Error>>>>,
}

impl Round {
    /// Each task makes that many calls, or one and then as many as it can until it is stopped.
    fn start(client: &Client, tasks: usize, calls: usize) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let task = || {
            let (client, stop) = (client.clone(), Arc::clone(&stop));
            tokio::spawn(async move {
                let mut outcomes = Vec::new();
                while outcomes.len() < calls {
                    outcomes.push(client.tokens().list().await.map(drop));
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                }
                outcomes
            })
        };
        let tasks = (0..tasks).map(|_| task()).collect();
        Self { stop, tasks }
    }

    /// How many calls there were, and how many failed in which way.
    async fn outcome(self) -> Result<serde_json::Value, Box<dyn Error>> {
        let mut calls = 0;
        let mut failures: BTreeMap<String, usize> = BTreeMap::new();
        for task in self.tasks {
            let outcomes = task.await?;
            calls += outcomes.len();
            for error in outcomes.into_iter().filter_map(Result::err) {
                *failures
                    .entry(format!("{:?}: {error}", error.kind()))
                    .or_default() += 1;
            }
        }
        Ok(json!({ "calls": calls, "failures": failures }))
    }
}

#[cfg(feature = "redis")]
fn redis_store(address: String, key: Option<SealKey>) -> Result<Arc<dyn SessionStore>, StoreError> {
    let store = opentact_session_stores::RedisStore::new(address)?;
    Ok(Arc::new(match key {
        Some(key) => store.sealed_by(key),
        None => store,
    }))
}

#[cfg(not(feature = "redis"))]
fn redis_store(_: String, _: Option<SealKey>) -> Result<Arc<dyn SessionStore>, StoreError> {
    Err(StoreError::new(
        "this program was built without its feature `redis`",
    ))
}

/// The next line of the standard input, unless it has ended.
async fn next_line() -> Result<Option<String>, Box<dyn Error>> {
    let read = || {
        let mut line = String::new();
        stdin().read_line(&mut line).map(|_| line)
    };
    let line = tokio::task::spawn_blocking(read).await??;
    Ok((!line.is_empty()).then(|| line.trim().to_owned()))
}
