//! A disk that takes no more, and a file that may not be written.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Stdio,
};

use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, BufReader},
    process::{Child, ChildStderr, Command},
};

use crate::world::{ANN, ANN_PASSWORD, send};

const BINARY: &str = env!("CARGO_BIN_EXE_opentact-sandbox");

/// A process on a file, whose disk can be made to refuse: by a limit on the size of files, which
/// holds for root as well.
struct Limited {
    child: Child,
    stderr: ChildStderr,
    url: String,
    jwt: String,
    file: PathBuf,
}

impl Limited {
    async fn start(file: PathBuf) -> Self {
        let mut child = Command::new(BINARY)
            .args(["--listen", "127.0.0.1:0"])
            .args(["--user", &format!("{ANN}:{ANN_PASSWORD}"), "--data"])
            .arg(&file)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().unwrap();
        let url = line.strip_prefix("listening on ").unwrap().to_owned();
        let stderr = child.stderr.take().unwrap();
        let auth = Client::new()
            .get(format!("{url}/rest/auth"))
            .basic_auth(ANN, Some(ANN_PASSWORD));
        let (_, body) = send(auth).await;
        let jwt = body["payload"]["token"].as_str().unwrap().to_owned();
        Self {
            child,
            stderr,
            url,
            jwt,
            file,
        }
    }

    /// How many bytes a file may have from now on.
    async fn limit(&self, bytes: &str) {
        let status = Command::new("prlimit")
            .args(["--pid", &self.child.id().unwrap().to_string()])
            .arg(format!("--fsize={bytes}:"))
            .status();
        assert!(status.await.unwrap().success());
    }

    fn log_size(&self) -> u64 {
        let log = self.file.with_file_name("data-wal");
        fs::metadata(log).unwrap().len()
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        Client::new()
            .request(method, format!("{}{path}", self.url))
            .header("X-Auth-Token", &self.jwt)
    }

    async fn create(&self, name: &str) -> (u16, Value) {
        let create = self.request(Method::POST, "/rest/token");
        let (status, body) = send(create.json(&json!({ "name": name }))).await;
        (status.as_u16(), body)
    }

    async fn names(&self) -> Vec<String> {
        let (status, body) = send(self.request(Method::GET, "/rest/token/list")).await;
        assert_eq!(status, 200);
        let tokens = body["payload"].as_array().unwrap().iter();
        tokens
            .map(|token| token["name"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Kills the process and returns what it had logged.
    async fn kill(mut self) -> String {
        self.child.kill().await.unwrap();
        let mut log = String::new();
        self.stderr.read_to_string(&mut log).await.unwrap();
        log
    }
}

fn assert_sound(file: &Path) {
    let check: String = rusqlite::Connection::open(file)
        .unwrap()
        .pragma_query_value(None, "integrity_check", |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
}

#[tokio::test]
async fn a_full_disk_refuses_what_it_cannot_keep_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let sandbox = Limited::start(file.clone()).await;
    let failure = json!({ "success": false, "message": "Internal server error", "status": 500 });
    let mut kept = Vec::new();
    // Not a byte; no further byte of the log; a part of a page; nearly a page.
    for room in [None, Some(0), Some(1000), Some(4100)] {
        let (status, token) = sandbox.create(&format!("before {room:?}")).await;
        assert_eq!(status, 201);
        kept.push(format!("before {room:?}"));
        let limit = room.map_or(0, |room| sandbox.log_size() + room);

        sandbox.limit(&limit.to_string()).await;
        assert_eq!(sandbox.create("lost").await, (500, failure.clone()));
        let [token, uuid] =
            ["token", "uuid"].map(|field| token["payload"][field].as_str().unwrap());
        let change = sandbox.request(Method::PATCH, &format!("/rest/token/{uuid}"));
        let delete = sandbox.request(Method::DELETE, &format!("/rest/token/{token}"));
        let delete_all = sandbox.request(Method::DELETE, "/rest/token/all");
        for write in [change.json(&json!({ "name": "lost" })), delete, delete_all] {
            let (status, body) = send(write).await;
            assert_eq!((status.as_u16(), body), (500, failure.clone()));
        }
        assert_eq!(sandbox.names().await, kept);

        sandbox.limit("unlimited").await;
        assert_eq!(sandbox.create(&format!("after {room:?}")).await.0, 201);
        kept.push(format!("after {room:?}"));
    }
    let log = sandbox.kill().await;
    let complaint = format!(
        "the data file {} cannot be read or written: see that its disk has room and that it is \
         not read-only",
        file.display()
    );
    let lines: Vec<_> = log.lines().collect();
    assert_eq!(lines.len(), 16, "{log}");
    for line in lines {
        assert!(
            line.contains("ERROR") && line.contains(&complaint),
            "{line}"
        );
    }
    assert_sound(&file);
    let sandbox = Limited::start(file).await;
    assert_eq!(sandbox.names().await, kept);
}

/// The command, run by somebody to whom the modes of files apply: root without its power to pass
/// over them, or whoever runs the test.
fn bound_by_modes(folder: &Path) -> Command {
    let probe = folder.join("probe");
    fs::write(&probe, "").unwrap();
    fs::set_permissions(&probe, Permissions::from_mode(0o400)).unwrap();
    if fs::OpenOptions::new().write(true).open(&probe).is_err() {
        return Command::new(BINARY);
    }
    let mut command = Command::new("setpriv");
    command.args(["--bounding-set=-dac_override", BINARY]);
    command
}

#[tokio::test]
async fn a_file_that_may_not_be_written_is_refused_at_the_start_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    Limited::start(file.clone()).await.kill().await;
    // What is still in the log comes into the file.
    assert_sound(&file);
    let before = fs::read(&file).unwrap();
    fs::set_permissions(&file, Permissions::from_mode(0o400)).unwrap();
    let output = bound_by_modes(folder.path())
        .args(["--listen", "127.0.0.1:0", "--data"])
        .arg(&file)
        .output()
        .await
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    let told = format!(
        "the data file {} may not be written: change its permissions or use another file",
        file.display()
    );
    assert!(stderr.contains(&told), "{stderr}");
    assert!(fs::read(&file).unwrap() == before);
    fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
    Limited::start(file).await;
}
