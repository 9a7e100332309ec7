//! A sandbox that is killed again and again has kept what it acknowledged.
//!
//! It is killed 10 times, by chance from a new seed; `OPENTACT_KILLS` and `OPENTACT_SEED` set these.
//! What a killed process gave to the system stays, flushed or not, so a missing flush does not show
//! here: a test beside the code checks that it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::{env, path::Path, process::Stdio, sync::mpsc, thread::sleep, time::Instant};

use chrono::{DateTime, Utc};
use reqwest::{Client, Method, Result};
use serde_json::{Value, from_value, json};
use tokio::{process::Command, task::JoinSet};

use crate::launched::{BINARY, Launched};

const USERS: [&str; 4] = ["a@b.example", "c@d.example", "e@f.example", "g@h.example"];

/// A user who writes.
#[derive(Default)]
struct Writer {
    user: &'static str,
    http: Client,
    rng: fastrand::Rng,
    /// The last write: the name that it gives to a token, and the seconds that this is to live.
    number: u64,
    /// The tokens that are alive by what was acknowledged; null if the answer was cut off.
    before: BTreeMap<u64, Value>,
    /// Those that are alive if the last write was done as well.
    after: BTreeMap<u64, Value>,
    /// All tokens ever told.
    told: Vec<Value>,
}

impl Writer {
    async fn call(&self, method: Method, url: &str) -> Result<Value> {
        let body = json!({ "name": self.number.to_string(), "ttl": self.number });
        let request = self.http.request(method, url).json(&body);
        let request = request.basic_auth(self.user, Some(self.user));
        let answer = request.send().await?;
        assert!(answer.status().is_success(), "{answer:?}");
        Ok(answer.json::<Value>().await?["payload"].take())
    }

    /// Writes until the sandbox is killed, and says so of each acknowledgement.
    async fn write(mut self, url: String, acknowledge: mpsc::Sender<()>) -> Self {
        let all = json!("all");
        loop {
            self.number += 1;
            let old = self.rng.choice(&self.before);
            let old = old.filter(|(_, token)| !token.is_null());
            let (method, path, gone, new) = match (self.rng.u8(..20), old) {
                (0, _) => (Method::DELETE, &all, 0..=u64::MAX, None),
                (1..8, Some((it, old))) => (Method::PATCH, &old["uuid"], *it..=*it, Some(old)),
                (8..12, Some((it, old))) => (Method::DELETE, &old["token"], *it..=*it, None),
                _ => (Method::POST, &Value::Null, 0..=0, Some(&Value::Null)),
            };
            let url = format!("{url}/rest/token/{}", path.as_str().unwrap_or_default());
            self.after = self.before.clone();
            self.after.retain(|number, _| !gone.contains(number));
            self.after.extend(new.map(|new| (self.number, new.clone())));
            let call = self.call(method, url.trim_end_matches('/'));
            let Ok(payload) = call.await else { return self };
            if let Some(token @ Value::Null) = self.after.get_mut(&self.number) {
                self.told.push(payload["token"].clone());
                *token = payload;
            }
            self.before = self.after.clone();
            // Once enough were acknowledged, nobody listens.
            let _ = acknowledge.send(());
        }
    }

    /// Holds the sandbox against what was acknowledged.
    async fn check(&mut self, url: &str) {
        let url = format!("{url}/rest/token/list");
        let listed = self.call(Method::GET, &url).await.unwrap();
        let listed = listed.as_array().unwrap().iter().map(|token| {
            let time = |field: &str| from_value::<DateTime<Utc>>(token[field].clone()).unwrap();
            let life = (time("expired_on") - time("modified_on")).num_seconds();
            assert_eq!(token["name"], life.to_string(), "done by half");
            life.unsigned_abs()
        });
        let listed: BTreeSet<u64> = listed.collect();
        if self.after.keys().eq(&listed) {
            self.before = self.after.clone();
        }
        assert_eq!(listed, self.before.keys().copied().collect());
        let alive: Vec<_> = self.before.values().map(|it| &it["token"]).collect();
        for token in &self.told {
            let request = self.http.get(&url).bearer_auth(token.as_str().unwrap());
            let status = request.send().await.unwrap().status();
            assert_eq!(status == 200, alive.contains(&token), "{status}");
        }
    }
}

fn sandbox(file: &Path) -> Command {
    let data = format!("--data={}", file.display());
    let mut command = Command::new(BINARY);
    command.args(["--json", "--listen=127.0.0.1:0", &data]);
    command.args(USERS.map(|user| format!("--user={user}:{user}")));
    command
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_sandbox_has_kept_what_it_acknowledged() {
    let given = |name| Some(env::var_os(name)?.to_str()?.parse::<u64>().unwrap());
    let seed = given("OPENTACT_SEED").unwrap_or_else(|| fastrand::u64(..));
    println!("OPENTACT_SEED={seed}");
    let folder = tempfile::tempdir().unwrap();
    fastrand::seed(seed);
    let since = Instant::now();
    drop(Launched::of(sandbox(&folder.path().join("first"))).await);
    let start = since.elapsed();
    for number in 0..given("OPENTACT_KILLS").unwrap_or(10).div_ceil(10) {
        let file = folder.path().join(number.to_string());
        let mut writers = Vec::from(USERS.map(|user| Writer {
            user,
            number: 86_400,
            ..Writer::default()
        }));
        for kills in 0..10 {
            // One comes while the file is made, one while it is opened, each at a moment of chance.
            if kills % 5 == 0 {
                let mut child = sandbox(&file).stdout(Stdio::null()).spawn().unwrap();
                sleep(start.mul_f64(fastrand::f64()));
                child.kill().await.unwrap();
                continue;
            }
            let mut launched = Launched::of(sandbox(&file)).await;
            let (acknowledge, acknowledged) = mpsc::channel();
            let mut writing = JoinSet::new();
            for mut writer in writers {
                writer.check(launched.base_url()).await;
                let url = launched.base_url().to_owned();
                writing.spawn(writer.write(url, acknowledge.clone()));
            }
            drop(acknowledge);
            acknowledged.iter().take(fastrand::usize(1..40)).count();
            assert!(writing.try_join_next().is_none(), "cut off without a kill");
            launched.child.kill().await.unwrap();
            writers = writing.join_all().await;
        }
        let launched = Launched::of(sandbox(&file)).await;
        for writer in &mut writers {
            writer.check(launched.base_url()).await;
        }
    }
}
