//! One sandbox at a time has a data file.

use std::{path::Path, process::Output, time::Duration};

use opentact_sandbox::{Error, Sandbox};
use reqwest::Client;

use crate::command::{output, start};

const USER: [&str; 2] = ["--user", "ann@example.com:made up"];

async fn login(url: &str) -> u16 {
    let request = Client::new()
        .get(format!("{url}/rest/auth"))
        .basic_auth("ann@example.com", Some("made up"));
    request.send().await.unwrap().status().as_u16()
}

fn on(file: &Path) -> [&str; 4] {
    [USER[0], USER[1], "--data", file.to_str().unwrap()]
}

/// The end of a process that has to end by itself, and what it said on stderr.
async fn end(arguments: &[&str]) -> (Output, String) {
    let patience = Duration::from_secs(30);
    let ended = tokio::time::timeout(patience, output(arguments)).await;
    ended.unwrap_or_else(|_| panic!("the sandbox has started and goes on"))
}

#[tokio::test]
async fn a_second_process_is_refused_and_the_first_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let (_first, said) = start(&on(&file)).await;
    let (output, stderr) = end(&on(&file)).await;
    assert_eq!(output.status.code(), Some(1));
    let told = format!(
        "the data file {} is in use by another sandbox: stop that one or use another file",
        file.display()
    );
    assert!(stderr.contains(&told), "{stderr}");
    assert_eq!(login(said.last().unwrap()).await, 200);
}

#[cfg(unix)]
#[tokio::test]
async fn another_name_of_the_file_is_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    let (file, other) = (folder.path().join("data"), folder.path().join("other"));
    let (_first, _) = start(&on(&file)).await;
    std::os::unix::fs::symlink(&file, &other).unwrap();
    let (_, stderr) = end(&on(&other)).await;
    assert!(stderr.contains("is in use by another sandbox"), "{stderr}");
}

#[tokio::test]
async fn a_killed_process_leaves_the_file_to_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    for _ in 0..3 {
        let (mut child, said) = start(&on(&file)).await;
        assert_eq!(login(said.last().unwrap()).await, 200);
        child.kill().await.unwrap();
    }
}

#[tokio::test]
async fn a_second_sandbox_of_the_same_process_is_refused_until_the_first_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let start = || Sandbox::builder().data_file(&file).start();
    let first = start().await.unwrap();
    let error = start().await.unwrap_err();
    assert!(matches!(&error, Error::DataFileInUse { path } if *path == file));
    drop(first);
    start().await.unwrap();
}
