//! No page asks another origin for anything, and none has anything to complain about.

use serde_json::Value;

use crate::{browser::Browser, place::Place};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_ask_their_own_port_alone() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    place.ann().whoami().await.unwrap();
    for path in [
        "/",
        "/?request=1",
        "/inspector/users",
        "/inspector/faults",
        "/inspector/stubs",
        "/inspector/messages",
        "/inspector/webhooks",
        "/inspector/operations",
        "/inspector/events",
        "/inspector/clock",
    ] {
        place.open(&browser, path).await;
    }
    place.open(&browser, &place.page_of_ann().await).await;
    browser.click("Make a Google token").await;
    browser.find(".once pre").await;
    place.open(&browser, "/inspector/try/createToken").await;
    browser.click("Send").await;
    browser.find("#answer .wrong").await;
    // Its own style holds, which its policy has to allow.
    place.open(&browser, "/inspector/reference").await;
    let display = "return getComputedStyle(document.body).display";
    assert_eq!(browser.evaluate(display).await, "grid");
    let mut asked = 0;
    for entry in browser.log("performance").await {
        let event: Value = serde_json::from_str(entry["message"].as_str().unwrap()).unwrap();
        let event = &event["message"];
        if event["method"] != "Network.requestWillBeSent" {
            continue;
        }
        let url = event["params"]["request"]["url"].as_str().unwrap();
        let own = url.starts_with(&format!("{}/", place.url));
        assert!(own || url == "data:,", "{url}");
        asked += usize::from(own);
    }
    assert!(asked > 20, "{asked}");
    let mut said = browser.log("browser").await;
    // What Chromium would like of forms in general.
    said.retain(|entry| entry["source"] != "recommendation");
    assert!(said.is_empty(), "{said:?}");
}
