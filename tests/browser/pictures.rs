//! A tool, not a test: pictures of the pages, kept under `target/screenshots`.

use std::time::Duration;

use opentact_sandbox::{Fault, Operation};
use opentact_tests::EMAIL;
use serde_json::json;

use crate::{browser::Browser, place::Place};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a tool: it judges nothing"]
async fn take_pictures() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    day_at_work(&place).await;
    let ann = place.page_of_ann().await;
    for (name, path, scheme, width) in [
        ("light", "/?request=4", "light", 1280),
        ("dark", "/?request=4", "dark", 1280),
        ("narrow", "/", "light", 400),
        ("narrow-dark", "/?request=4", "dark", 400),
        ("users", ann.as_str(), "light", 1280),
        ("users-narrow", ann.as_str(), "light", 400),
        ("faults", "/inspector/faults", "dark", 1280),
        ("clock", "/inspector/clock", "light", 1280),
        ("try", "/inspector/try/createToken", "light", 1280),
        ("try-narrow", "/inspector/try/createToken", "dark", 400),
        ("reference", "/inspector/reference", "light", 1280),
    ] {
        browser.prefer(scheme).await;
        let size =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        browser
            .tell("Emulation.setDeviceMetricsOverride", size)
            .await;
        place.open(&browser, path).await;
        browser.find("h1").await;
        browser.picture(name).await;
    }
    place.made_by_faults();
}

/// Some of everything, at different times.
async fn day_at_work(place: &Place) {
    let (ann, clock) = (place.ann(), place.sandbox.clock());
    let later = |seconds| clock.advance(Duration::from_secs(seconds));
    ann.whoami().await.unwrap();
    later(3600);
    ann.tokens().list().await.unwrap();
    let token = ann
        .tokens()
        .create("ci")
        .ttl(Duration::from_secs(7200))
        .await
        .unwrap();
    later(900);
    place.sandbox.expire_sessions(EMAIL).await.unwrap();
    ann.tokens().list().await.unwrap();
    let fault = Fault::status_with_message(503, "Under maintenance").on(Operation::ListTokens);
    place.sandbox.faults().add(fault.next(3)).unwrap();
    let dropped = Fault::close_after()
        .on(Operation::CreateToken)
        .probability(0.1)
        .seed(7);
    place.sandbox.faults().add(dropped).unwrap();
    ann.tokens().list().await.unwrap_err();
    later(240);
    ann.tokens().delete(token.token).await.unwrap();
    ann.request(opentact::Method::GET, "/rest/user/cart")
        .await
        .unwrap_err();
    ann.tokens().create("release").await.unwrap();
    later(45);
    ann.whoami().await.unwrap();
}
