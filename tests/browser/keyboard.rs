//! Everything can be done without a mouse, and it is seen where one is.

use fantoccini::key::Key;
use serde_json::Value;

use crate::{
    browser::Browser,
    place::{Place, TOKEN},
};

/// More stops than any page has.
const STOPS: usize = 80;

/// The name of what has the focus, and whether the focus is seen: an outline that differs.
const FOCUS: &str = "
    const it = document.activeElement, style = getComputedStyle(it);
    return {
        name: it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText ?? it.innerText ?? '',
        seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };";

/// Goes on with Tab until something with this name has the focus, which is seen at every stop.
async fn reach(browser: &Browser, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..STOPS {
        browser
            .client
            .active_element()
            .await
            .unwrap()
            .send_keys(&Key::Tab)
            .await
            .unwrap();
        let focus: Value = browser.evaluate(FOCUS).await;
        let found = focus["name"].as_str().unwrap().trim().to_owned();
        assert_eq!(focus["seen"], true, "the focus on {found:?} is not seen");
        if found == name {
            return;
        }
        passed.push(found);
    }
    panic!("{name:?} is not reached: {passed:?}");
}

/// Goes to a button and presses it, and waits for what is said to be done.
async fn press(browser: &Browser, name: &str, done: &str) {
    reach(browser, name).await;
    let page = browser.find("html").await;
    enter(browser).await;
    browser.left(&page).await;
    browser.says("notice", done).await;
}

async fn enter(browser: &Browser) {
    let focused = browser.client.active_element().await.unwrap();
    focused.send_keys(&Key::Enter).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tab_and_enter_are_enough() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    place.open(&browser, "/").await;
    reach(&browser, "To the content").await;
    enter(&browser).await;
    browser.find("main:focus").await;
    place.open(&browser, "/").await;
    reach(&browser, "Users").await;
    enter(&browser).await;
    browser.says("list-title", "Users").await;

    place.open(&browser, &place.page_of_ann().await).await;
    press(
        &browser,
        &format!("Expire the token {TOKEN}"),
        "The token has expired.",
    )
    .await;
    place
        .sandbox
        .create_token("ann@example.com", "other", None)
        .await
        .unwrap();
    place.open(&browser, &place.page_of_ann().await).await;
    press(&browser, "Delete the token other", "The token was deleted.").await;
    assert_eq!(place.tokens().await, 0);

    place.open(&browser, "/inspector/faults").await;
    press(&browser, "Set the fault", "The fault is set").await;
    assert_eq!(place.sandbox.faults().list().len(), 1);
    place.open(&browser, "/inspector/clock").await;
    press(&browser, "+ 1 hour", "The clock was moved.").await;
    assert_eq!(place.ahead_s(&browser).await, 3600);

    place.open(&browser, "/inspector/clock").await;
    reach(&browser, "Reset…").await;
    enter(&browser).await;
    press(&browser, "Reset the sandbox", "as it was at its start").await;
    assert_eq!(place.sandbox.faults().list().len(), 0);
}
