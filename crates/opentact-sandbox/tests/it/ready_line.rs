//! The line of JSON that `--json` promises, and its absence.

use opentact_sandbox::{Sandbox, UserSeed};
use reqwest::Client;
use serde_json::{Value, json};

use crate::{command::output, launched::Launched, world::keys};

#[cfg(unix)]
#[tokio::test]
async fn the_line_is_all_that_is_said() {
    let mut launched = Launched::with(&["--log", "info"]).await;
    let child = launched.child.id().unwrap();
    assert_eq!(
        launched.ready,
        json!({
            "base_url": launched.base_url(),
            "certificate": null,
            "control_url": launched.control_url(),
            "pid": child,
            "redirect_url": null,
            "version": env!("CARGO_PKG_VERSION"),
            "users": [{ "email": "demo@example.com", "password": "demo password" }],
        })
    );
    assert_eq!(
        launched.login("demo@example.com", "demo password").await,
        200
    );
    let users = Client::new().get(format!("{}/users", launched.control_url()));
    assert_eq!(users.send().await.unwrap().status(), 200);
    launched.signal("-TERM").await;
    assert_eq!(launched.rest().await.unwrap(), Vec::<String>::new());
    assert_eq!(launched.code().await, Some(0));
}

#[tokio::test]
async fn the_example_has_the_fields_of_a_line() {
    let readme = include_str!("../../README.md");
    let mut lines = readme.lines();
    let example = lines.find(|line| line.starts_with("{\"base_url\""));
    let example: Value = serde_json::from_str(example.unwrap()).unwrap();
    let launched = Launched::with(&[]).await;
    assert_eq!(keys(&example), keys(&launched.ready));
    assert_eq!(
        keys(&example["users"][0]),
        keys(&launched.ready["users"][0])
    );
}

#[tokio::test]
async fn passwords_that_were_given_are_not_in_the_line() {
    let ann = ["--user", "ann@example.com:hunter2", "--no-control"];
    let launched = Launched::with(&ann).await;
    assert_eq!(launched.ready["control_url"], Value::Null);
    assert_eq!(
        launched.ready["users"],
        json!([{ "email": "ann@example.com" }])
    );
    let demo = ["--user", "demo@example.com:hunter2"];
    let launched = Launched::with(&demo).await;
    assert_eq!(
        launched.ready["users"],
        json!([{ "email": "demo@example.com" }])
    );
}

#[tokio::test]
async fn stored_users_are_in_the_line_without_a_password() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let flags = ["--data", data.to_str().unwrap()];
    let demo = json!([{ "email": "demo@example.com", "password": "demo password" }]);
    let mut first = Launched::with(&flags).await;
    assert_eq!(first.ready["users"], demo);
    first.child.kill().await.unwrap();
    let second = Launched::with(&flags).await;
    assert_eq!(
        second.ready["users"],
        json!([{ "email": "demo@example.com" }])
    );
    assert_eq!(second.login("demo@example.com", "demo password").await, 200);
}

#[tokio::test]
async fn credentials_are_in_the_line_if_asked_for_and_work() {
    let launched = Launched::with(&[
        "--user",
        "ann@example.com:made:up",
        "--sip-user",
        "ann@example.com,1000@example.sip.opentact.org:secret",
        "--print-credentials",
    ])
    .await;
    let credentials = launched.ready["users"][0]["credentials"]
        .as_object()
        .unwrap();
    assert_eq!(credentials.len(), 11);
    let readme = include_str!("../../README.md");
    let user = &launched.ready["users"][0];
    for (within, object) in [
        ("", &launched.ready),
        ("users[].", user),
        ("users[].credentials.*.", &credentials["jwt"]),
    ] {
        for field in object.as_object().unwrap().keys() {
            let row = format!("| `{within}{field}` |");
            assert!(readme.contains(&row), "{row} is not in the README");
        }
    }
    for (scheme, carried) in credentials {
        let (name, value) = (&carried["name"], &carried["value"]);
        let (name, value) = (name.as_str().unwrap(), value.as_str().unwrap());
        let request = Client::new().get(format!("{}/rest/auth", launched.base_url()));
        let request = match carried["in"].as_str().unwrap() {
            "header" => request.header(name, value),
            "query" => request.query(&[(name, value)]),
            other => panic!("{other}"),
        };
        assert_eq!(request.send().await.unwrap().status(), 200, "{scheme}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_addresses_are_those_that_were_asked_for() {
    let flags = ["--listen", "127.0.0.2:0", "--control", "127.0.0.3:0"];
    let launched = Launched::with(&flags).await;
    assert!(launched.base_url().starts_with("http://127.0.0.2:"));
    assert!(launched.control_url().starts_with("http://127.0.0.3:"));
    let elsewhere = Launched::with(&["--listen", "0.0.0.0:0"]).await;
    assert_eq!(elsewhere.ready["users"], json!([]));
}

#[tokio::test]
async fn what_cannot_start_says_so_in_one_line_on_stderr() {
    let folder = tempfile::tempdir().unwrap();
    let seed = folder.path().join("seed.yaml");
    std::fs::write(&seed, "users: [{email: ann@example.com,\n age: 5}]\n").unwrap();
    let seed = seed.to_str().unwrap();
    let taken = Sandbox::builder().user(UserSeed::new("a@example.com", "made up"));
    let taken = taken.start().await.unwrap();
    let address = taken.address().to_string();
    let missing = folder.path().join("missing/data");
    let missing = missing.to_str().unwrap();
    for (flags, code) in [
        (["--listen", &address], 1),
        (["--seed", seed], 1),
        (["--seed", missing], 1),
        (["--data", missing], 1),
        (["--user", "hunter2"], 2),
        (["--control", "0.0.0.0:0"], 2),
    ] {
        let json = [&["--json"], &flags[..]].concat();
        let (output, stderr) = output(&json).await;
        assert_eq!(output.status.code(), Some(code), "{stderr}");
        assert!(output.stdout.is_empty(), "{flags:?}");
        assert_eq!(stderr.matches('\n').count(), 1, "{stderr}");
        assert!(stderr.starts_with("opentact-sandbox: "), "{stderr}");
    }
}
