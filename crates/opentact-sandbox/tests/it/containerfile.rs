//! The Containerfile, held against the command, as no engine is here to build it.

use serde_json::Value;

use crate::launched::Launched;

const FILE: &str = include_str!("../../Containerfile");
/// The port in the file; here a free one is taken.
const PORT: &str = ":8686";

/// What stands after an instruction, once.
fn instruction(name: &str) -> &'static str {
    let mut found = FILE
        .lines()
        .filter_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let first = found.next().unwrap();
    assert_eq!(found.next(), None, "{name} comes once");
    first
}

fn words(name: &str) -> Vec<String> {
    serde_json::from_str(instruction(name)).unwrap()
}

#[tokio::test]
async fn what_a_container_runs_is_the_command_with_flags_that_it_has() {
    let entry = words("ENTRYPOINT");
    let (binary, fixed) = entry.split_first().unwrap();
    let copied = instruction("COPY").split_once(' ').unwrap();
    assert_eq!(copied, ("opentact-sandbox", binary.as_str()));
    assert_eq!(instruction("EXPOSE"), &PORT[1..]);

    let default = words("CMD");
    let flags: Vec<String> = fixed.iter().chain(&default).cloned().collect();
    assert!(flags.iter().any(|flag| flag == &format!("0.0.0.0{PORT}")));
    let flags: Vec<String> = flags.iter().map(|flag| flag.replace(PORT, ":0")).collect();
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let launched = Launched::with(&flags).await;
    assert_eq!(launched.ready["control_url"], Value::Null);
}
