//! What a button says is what it does.

use std::time::Duration;

use opentact::{Client, Credential, ErrorKind};
use opentact_tests::EMAIL;

use crate::{browser::Browser, place::Place};

const DAY_S: i64 = 86_400;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tokens_are_made_expired_and_deleted() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    place.expire_token(&browser).await;
    assert_eq!(place.tokens().await, 0);
    browser.write("#token-name", "by hand").await;
    browser.click("Make a token").await;
    let value = browser.text(".once pre").await;
    let bearer = Client::builder(Credential::api_token(value.as_str()))
        .base_url(place.sandbox.base_url())
        .build()
        .unwrap();
    assert_eq!(bearer.whoami().await.unwrap().email, EMAIL);
    let address = browser.client.current_url().await.unwrap();
    assert!(!address.as_str().contains(&value));
    browser
        .press("Delete the token by hand", "The token was deleted.")
        .await;
    assert_eq!(place.tokens().await, 0);
    assert!(!browser.client.source().await.unwrap().contains(&value));
    assert_eq!(
        bearer.whoami().await.unwrap_err().kind(),
        ErrorKind::Credentials
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn faults_sessions_users_the_clock_and_the_way_back() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    let ann = place.ann();
    ann.whoami().await.unwrap();
    place.open(&browser, "/inspector/faults").await;
    browser
        .find("#action option[value='delay']")
        .await
        .click()
        .await
        .unwrap();
    assert!(
        browser
            .find("#fault-delay_ms")
            .await
            .is_displayed()
            .await
            .unwrap()
    );
    assert!(
        !browser
            .find("#fault-status")
            .await
            .is_displayed()
            .await
            .unwrap()
    );
    browser.press("503 once", "The fault is set").await;
    assert_eq!(
        ann.whoami().await.unwrap_err().status(),
        Some(opentact::StatusCode::SERVICE_UNAVAILABLE)
    );
    browser
        .press("Remove fault 1", "The fault was removed.")
        .await;
    assert_eq!(place.sandbox.faults().list().len(), 0);

    place.open(&browser, "/inspector/clock").await;
    browser.press("+ 1 day", "The clock was moved.").await;
    assert_eq!(place.ahead_s(&browser).await, DAY_S);
    browser
        .press("Back to the system's time", "The clock was moved.")
        .await;
    assert_eq!(place.ahead_s(&browser).await, 0);
    place.sandbox.clock().advance(Duration::from_secs(60));

    place.open(&browser, &place.page_of_ann().await).await;
    browser.press("End sessions", "so far are refused").await;
    browser.press("Disable", "are refused from now on").await;
    assert_eq!(
        ann.whoami().await.unwrap_err().kind(),
        ErrorKind::Credentials
    );
    browser.press("Enable", "are accepted again").await;
    browser.click("Delete…").await;
    browser
        .press(&format!("Delete {EMAIL}"), "The user was deleted")
        .await;
    assert_eq!(place.sandbox.users().await.unwrap().len(), 1);

    browser.click("Reset…").await;
    browser
        .press("Reset the sandbox", "as it was at its start")
        .await;
    assert_eq!(place.sandbox.users().await.unwrap().len(), 2);
    assert_eq!(
        (
            place.ahead_s(&browser).await,
            place.sandbox.stats().requests
        ),
        (0, 0)
    );
    place.made_by_faults();
}
