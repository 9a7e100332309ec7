//! What the command says of itself, as people read it.

use std::process::Stdio;

use tokio::process::Command;

use crate::{command::output, launched::BINARY};

async fn said(flag: &str) -> String {
    let mut command = Command::new(BINARY);
    // Without a terminal, lines have the width that they have everywhere.
    let command = command.arg(flag).env_remove("COLUMNS");
    command.stdin(Stdio::null());
    let output = command.output().await.unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn the_short_help_is_as_reviewed() {
    insta::assert_snapshot!("short_help", said("-h").await);
}

#[tokio::test]
async fn the_long_help_is_as_reviewed() {
    insta::assert_snapshot!("long_help", said("--help").await);
}

#[tokio::test]
async fn the_version_is_the_packages() {
    let expected = format!("opentact-sandbox {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(said("--version").await, expected);
}

#[tokio::test]
async fn a_wrong_command_line_is_told_what_may_be_meant() {
    for (flags, told) in [
        (&["--lisen", "127.0.0.1:0"][..], "'--listen'"),
        (&["--exit-with-parents"], "'--exit-with-parent'"),
        (&["--usr=ann:hunter2"], "'--user'"),
        (&["--create-status", "202"], "'201'"),
        (
            &["--no-control", "--control", "127.0.0.1:0"],
            "'--no-control' cannot be used with '--control <ADDR>'",
        ),
        (&["--login-limit", "5"], "such as 5/60"),
        (&["--jwt-ttl", "1h"], "invalid digit"),
    ] {
        let (output, stderr) = output(flags).await;
        assert_eq!(output.status.code(), Some(2), "{flags:?}");
        assert!(stderr.contains(told), "{flags:?}: {stderr}");
        assert!(output.stdout.is_empty(), "{flags:?}");
        assert!(!stderr.contains("hunter2"), "{stderr}");
    }
}
