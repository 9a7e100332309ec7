//! Each call of curl that the published reference shows, as a shell runs it, against the sandbox.

#![cfg(unix)]

use std::process::Command;

use opentact_sandbox::SecurityScheme;
use opentact_tests::{EMAIL, PASSWORD, World};

const PAGE: &str = include_str!("../../openapi/published/index.html");

/// The calls, as a reader sees them.
fn calls() -> Vec<String> {
    let blocks = PAGE
        .split("<pre class=\"curl\" tabindex=\"0\"><code>")
        .skip(1);
    let texts = blocks.map(|it| it.split("</code>").next().unwrap());
    let plain = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">");
        text.replace("&quot;", "\"").replace("&amp;", "&")
    };
    texts.map(plain).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_call_carries_one_credential_that_no_argument_has() {
    let world = World::start().await;
    let token = async |name: &str| {
        let created = world.sandbox.create_token(EMAIL, name, None).await.unwrap();
        created.token.expose().to_owned()
    };
    let mut schemes = Vec::new();
    for call in calls() {
        let arguments = call.lines().next().unwrap();
        assert!(!arguments.contains('$'), "{call}");
        let call = call.replace("https://api.opentact.org", &world.sandbox.base_url());
        // An error of curl is one, whatever the server answers.
        let call = call.replacen("curl", "curl --silent --show-error --output /dev/null", 1);
        let ended = Command::new("sh")
            .args(["-c", &call])
            .env("OPENTACT_EMAIL", EMAIL)
            .env("OPENTACT_PASSWORD", PASSWORD)
            .env("OPENTACT_TOKEN", token("bearer").await)
            .env("TOKEN", token("named").await)
            .output()
            .unwrap();
        assert!(ended.status.success(), "{call}\n{ended:?}");
        let seen = world.sandbox.requests().pop().unwrap();
        // What the examples name is nobody's here.
        let names = seen.body.is_some() || seen.path.contains(|it: char| it.is_ascii_digit());
        let is_good = matches!(seen.status, 200..=202) || names && matches!(seen.status, 402 | 404);
        assert!(is_good, "{call}\n{seen:?}");
        assert_eq!(seen.credentials.len(), 1, "{seen:?}");
        schemes.extend(seen.credentials.iter().copied());
    }
    let basic = |it: &&SecurityScheme| **it == SecurityScheme::Basic;
    assert_eq!(schemes.len(), world.sandbox.requests().len());
    assert_eq!(schemes.iter().filter(basic).count(), 2);
}
