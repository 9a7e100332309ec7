//! The examples that are told in lines, held against what their own documentation says that they print.

#[path = "../../crates/opentact/examples/answer_sms.rs"]
#[allow(dead_code, reason = "the test calls the tour, not `main`")]
mod answer_sms;
#[path = "../../crates/opentact/examples/number_inventory.rs"]
#[allow(dead_code, reason = "the test calls the tour, not `main`")]
mod number_inventory;
#[path = "../../crates/opentact/examples/send_sms.rs"]
#[allow(dead_code, reason = "the test calls the tour, not `main`")]
mod send_sms;

/// What the documentation of an example says that it prints.
fn documented(source: &str) -> String {
    let (_, block) = source.split_once("//! ```text\n").unwrap();
    let (block, _) = block.split_once("//! ```\n").unwrap();
    block
        .lines()
        .map(|line| line.trim_start_matches("//! ").to_owned() + "\n")
        .collect()
}

#[tokio::test]
async fn send_sms_prints_what_it_says() {
    let mut out = Vec::new();
    send_sms::tour(&mut out).await.unwrap();
    let source = include_str!("../../crates/opentact/examples/send_sms.rs");
    let out = String::from_utf8(out).unwrap();
    assert_eq!(out, documented(source));
    let shown = format!("$ cargo run --example send_sms --features events\n{out}```");
    assert!(include_str!("../../README.md").contains(&shown), "{shown}");
}

#[tokio::test]
async fn answer_sms_prints_what_it_says() {
    let mut out = Vec::new();
    answer_sms::tour(&mut out).await.unwrap();
    let source = include_str!("../../crates/opentact/examples/answer_sms.rs");
    assert_eq!(String::from_utf8(out).unwrap(), documented(source));
}

#[test]
fn number_inventory_prints_what_it_says() {
    let mut out = Vec::new();
    number_inventory::tour(&mut out).unwrap();
    let source = include_str!("../../crates/opentact/examples/number_inventory.rs");
    assert_eq!(String::from_utf8(out).unwrap(), documented(source));
}
