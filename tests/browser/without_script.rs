//! A browser that runs no scripts can do the same.

use opentact_tests::EMAIL;

use crate::{browser::Browser, place::Place};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_main_action_is_a_form() {
    let (place, browser) = (Place::new().await, Browser::without_script().await);
    place.ann().whoami().await.unwrap();
    place.open(&browser, "/").await;
    // That scripts are off: this one would have shown the button.
    let copy = browser.find(".copy").await;
    assert!(!copy.is_displayed().await.unwrap());
    assert!(
        browser
            .text("noscript")
            .await
            .contains("load the page again")
    );
    browser.find("#log a").await.click().await.unwrap();
    browser.says("facts", EMAIL).await;

    place.expire_token(&browser).await;
    place.open(&browser, "/inspector/faults").await;
    browser.press("429 once", "The fault is set").await;
    browser
        .press("Remove all", "All faults were removed.")
        .await;
    place.open(&browser, "/inspector/clock").await;
    browser.press("+ 1 day", "The clock was moved.").await;
    assert_eq!(place.ahead_s(&browser).await, 86_400);

    place.try_as_ann(&browser).await;
    let kept = browser
        .find("#credential")
        .await
        .prop("value")
        .await
        .unwrap();
    assert_eq!(kept.unwrap_or_default(), "");

    browser.click("Reset…").await;
    browser
        .press("Reset the sandbox", "as it was at its start")
        .await;
    assert_eq!(place.ahead_s(&browser).await, 0);
}
