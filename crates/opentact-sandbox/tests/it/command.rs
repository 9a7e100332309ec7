//! The command `opentact-sandbox`.

use std::process::{Output, Stdio};

use opentact_sandbox::{Sandbox, UserSeed};
use reqwest::Client;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
};

pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_opentact-sandbox"));
    command
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

pub(crate) async fn output(arguments: &[&str]) -> (Output, String) {
    let output = command(arguments).output().await.unwrap();
    let stderr = String::from_utf8(output.stderr.clone()).unwrap();
    (output, stderr)
}

/// Starts the command and reads what it says until it listens; the last line is the address.
pub(crate) async fn start(arguments: &[&str]) -> (Child, Vec<String>) {
    start_on("127.0.0.1:0", arguments).await
}

async fn start_on(address: &str, arguments: &[&str]) -> (Child, Vec<String>) {
    let mut child = command(arguments)
        .args(["--listen", address])
        .spawn()
        .unwrap();
    let stdout = child.stdout.take().unwrap();
    let mut lines: Lines<BufReader<ChildStdout>> = BufReader::new(stdout).lines();
    let mut said = Vec::new();
    while let Some(line) = lines.next_line().await.unwrap() {
        if let Some(url) = line.strip_prefix("listening on ") {
            said.push(url.to_owned());
            break;
        }
        said.push(line);
    }
    (child, said)
}

#[tokio::test]
async fn without_users_there_is_the_demo_user_and_it_is_said() {
    let (_child, said) = start(&[]).await;
    let [demo, url] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert!(
        demo.contains("demo@example.com") && demo.contains("demo password"),
        "{demo}"
    );
    let request = Client::new()
        .get(format!("{url}/rest/auth"))
        .basic_auth("demo@example.com", Some("demo password"));
    assert_eq!(request.send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn the_control_port_is_told_after_the_address_and_drives_the_sandbox() {
    let mut child = command(&["--listen", "127.0.0.1:0"]).spawn().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let mut lines = stdout.lines();
    while let Some(line) = lines.next_line().await.unwrap() {
        if line.starts_with("listening on ") {
            break;
        }
    }
    let line = lines.next_line().await.unwrap().unwrap();
    let url = line.strip_prefix("control on ").unwrap();
    let users = Client::new().get(format!("{url}/users")).send().await;
    let users: Value = users.unwrap().json().await.unwrap();
    assert_eq!(users["payload"][0]["email"], "demo@example.com");
}

#[cfg(unix)]
#[tokio::test]
async fn there_is_no_control_port_if_it_is_not_wanted_nor_for_other_machines() {
    let arguments = ["--listen", "127.0.0.1:0", "--no-control", "--log", "off"];
    let mut child = command(&arguments).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.next_line().await.unwrap();
    lines.next_line().await.unwrap();
    let id = child.id().unwrap().to_string();
    Command::new("kill").arg(&id).status().await.unwrap();
    assert_eq!(lines.next_line().await.unwrap(), None);
    let arguments = ["--listen", "127.0.0.1:0", "--control", "0.0.0.0:0"];
    let (output, stderr) = output(&arguments).await;
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr.contains("loopback") && stderr.contains("--no-control"),
        "{stderr}"
    );
}

#[tokio::test]
async fn a_sip_user_of_the_demo_user_signs_in() {
    let sip_user = "demo@example.com,1000@example.sip.opentact.org:secret";
    let (_child, said) = start(&["--sip-user", sip_user, "--print-credentials"]).await;
    assert!(
        said.iter().any(|line| line.contains("X-Auth-HA1B-Token")),
        "{said:?}"
    );
}

#[tokio::test]
async fn there_is_no_demo_user_beside_stored_ones() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let seed = UserSeed::new("ann@example.com", "made up");
    let sandbox = Sandbox::builder().data_file(&data).user(seed);
    sandbox.start().await.unwrap().shutdown().await;

    let (_child, said) = start(&["--data", data.to_str().unwrap()]).await;
    let [url] = said.as_slice() else {
        panic!("{said:?}")
    };
    for (email, password, status) in [
        ("demo@example.com", "demo password", 401),
        ("ann@example.com", "made up", 200),
    ] {
        let request = Client::new()
            .get(format!("{url}/rest/auth"))
            .basic_auth(email, Some(password));
        assert_eq!(request.send().await.unwrap().status(), status, "{email}");
    }
}

#[tokio::test]
async fn there_is_no_demo_user_for_other_machines_and_it_is_said() {
    let (_child, said) = start_on("0.0.0.0:0", &[]).await;
    let [nobody, url] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert!(nobody.contains("there is no user"), "{nobody}");
    let request = Client::new()
        .get(format!("{url}/rest/auth"))
        .basic_auth("demo@example.com", Some("demo password"));
    assert_eq!(request.send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn printed_credentials_work() {
    let arguments = [
        "--user",
        "ann@example.com:made:up",
        "--sip-user",
        "ann@example.com,1000@example.sip.opentact.org:secret",
        "--print-credentials",
    ];
    let (_child, said) = start(&arguments).await;
    let url = said.last().unwrap();
    let mut seen = 0;
    for line in said.iter().filter_map(|line| line.strip_prefix("  ")) {
        let request = match (line.strip_prefix('?'), line.split_once(": ")) {
            (Some(query), _) => Client::new().get(format!("{url}/rest/auth?{query}")),
            (None, Some((name, value))) => Client::new()
                .get(format!("{url}/rest/auth"))
                .header(name, value),
            (None, None) => panic!("{line}"),
        };
        assert_eq!(request.send().await.unwrap().status(), 200, "{line}");
        seen += 1;
    }
    assert_eq!(seen, 11);
}

#[tokio::test]
async fn printed_credentials_leave_one_token_in_a_data_file_however_often_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    let user = ["--user", "ann@example.com:made up", "--data", data];
    let list = |url: &str| {
        let request = Client::new()
            .get(format!("{url}/rest/token/list"))
            .basic_auth("ann@example.com", Some("made up"));
        async { request.send().await.unwrap().json::<Value>().await.unwrap() }
    };
    for _ in 0..3 {
        let (mut child, said) = start(&[&user[..], &["--print-credentials"]].concat()).await;
        let listed = list(said.last().unwrap()).await;
        let tokens = listed["payload"].as_array().unwrap();
        assert_eq!(tokens.len(), 1, "{listed}");
        child.kill().await.unwrap();
    }
}

#[tokio::test]
async fn options_and_seed_file_are_obeyed() {
    let folder = tempfile::tempdir().unwrap();
    let seed = folder.path().join("seed.yaml");
    std::fs::write(
        &seed,
        "users: [{email: ann@example.com, password: made up}]",
    )
    .unwrap();
    let data = folder.path().join("data");
    let (_child, said) = start(&[
        "--seed",
        seed.to_str().unwrap(),
        "--data",
        data.to_str().unwrap(),
        "--create-status",
        "200",
        "--default-token-ttl",
        "77",
    ])
    .await;
    let [url] = said.as_slice() else {
        panic!("{said:?}")
    };
    let request = Client::new()
        .post(format!("{url}/rest/token"))
        .basic_auth("ann@example.com", Some("made up"))
        .json(&serde_json::json!({ "name": "ci" }));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
    let body: Value = response.json().await.unwrap();
    assert_eq!(body["payload"]["ttl"], 77);
    assert!(data.exists());
}

#[cfg(unix)]
#[tokio::test]
async fn signals_stop_it_with_success() {
    for signal in ["-TERM", "-INT"] {
        let (mut child, _) = start(&[]).await;
        let id = child.id().unwrap().to_string();
        let killed = Command::new("kill")
            .args([signal, &id])
            .status()
            .await
            .unwrap();
        assert!(killed.success());
        assert!(child.wait().await.unwrap().success(), "{signal}");
    }
}

#[tokio::test]
async fn a_taken_port_is_told_with_what_to_do() {
    let (_child, said) = start(&[]).await;
    let address = said.last().unwrap().strip_prefix("http://").unwrap();
    let (output, stderr) = output(&["--listen", address]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr.contains(&format!("cannot listen on {address}: ")),
        "{stderr}"
    );
    assert!(stderr.contains("--listen"), "{stderr}");
}

#[tokio::test]
async fn threads_that_cannot_be_made_are_told_with_what_to_do() {
    let mut command = command(&["--listen", "127.0.0.1:0"]);
    // A stack for which no machine has room: the system then makes no thread.
    let output = command.env("RUST_MIN_STACK", (1_u64 << 46).to_string());
    let output = output.output().await.unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(
        stderr.starts_with("opentact-sandbox: no thread could be started: ")
            && stderr.contains("ulimit -u")
            && stderr.lines().count() == 1,
        "{stderr}"
    );
}

#[tokio::test]
async fn a_bad_seed_is_told_without_its_values() {
    let folder = tempfile::tempdir().unwrap();
    let seed = folder.path().join("seed.yaml");
    std::fs::write(
        &seed,
        "users: [{email: a@example.com, password: hunter2, age: 5}]",
    )
    .unwrap();
    let (output, stderr) = output(&["--seed", seed.to_str().unwrap()]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr.contains("`age`") && !stderr.contains("hunter2"),
        "{stderr}"
    );
    let missing = folder.path().join("missing.yaml");
    let (_, stderr) = self::output(&["--seed", missing.to_str().unwrap()]).await;
    assert!(stderr.contains("cannot read the seed file"), "{stderr}");
}

#[tokio::test]
async fn an_option_of_another_form_is_told_without_its_value() {
    for (option, value) in [
        ("--user", "hunter2"),
        ("--user", ":hunter2"),
        ("--sip-user", "hunter2"),
        ("--sip-user", "demo@example.com,@example.com:hunter2"),
        ("--sip-user", "demo@example.com,1000@:hunter2"),
    ] {
        let (output, stderr) = output(&[option, value]).await;
        assert_eq!(output.status.code(), Some(2), "{value}");
        assert!(
            stderr.contains(option) && !stderr.contains("hunter2"),
            "{stderr}"
        );
    }
}

#[tokio::test]
async fn a_data_file_of_another_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::write(&data, "not a database, ".repeat(1000)).unwrap();
    let (output, stderr) = output(&["--data", data.to_str().unwrap()]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr.contains("cannot use the data file") && stderr.contains("--data"),
        "{stderr}"
    );
}
