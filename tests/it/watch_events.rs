//! The example that listens to events, held against what the README says that it prints.

use uuid::Uuid;

#[path = "../../crates/opentact/examples/watch_events.rs"]
#[allow(dead_code, reason = "the test calls the tour, not `main`")]
mod example;

/// What the README shows after the command.
fn printed_in_the_readme() -> &'static str {
    let readme = include_str!("../../README.md");
    let (_, after) = readme
        .split_once("$ cargo run --example watch_events\n")
        .unwrap();
    after.split_once("```").unwrap().0
}

/// The lines, without what differs from run to run: the connection's id, and a wait of chance.
fn comparable(text: &str) -> Vec<String> {
    let word = |word: &str| {
        let bare = word.trim_end_matches(',');
        if bare.parse::<Uuid>().is_ok() {
            word.replace(bare, "<uuid>")
        } else if bare.contains('.') && bare.parse::<f64>().is_ok() {
            word.replace(bare, "<seconds>")
        } else {
            word.to_owned()
        }
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.lines().map(line).collect()
}

#[tokio::test]
async fn watch_events_prints_what_the_readme_shows() {
    let mut out = Vec::new();
    example::tour(&mut out).await.unwrap();
    let out = String::from_utf8(out).unwrap();
    let (printed, shown) = (comparable(&out), comparable(printed_in_the_readme()));
    for (printed, shown) in printed.iter().zip(&shown) {
        assert_eq!(printed, shown);
    }
    assert_eq!(printed.len(), shown.len());
    for hidden in ["ann@example.com", "made-up password", "127.0.0.1", "eyJ"] {
        assert!(!out.contains(hidden), "{out}");
    }
}
