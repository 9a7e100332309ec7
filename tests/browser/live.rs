//! What happens appears without anybody loading the page again.

use std::time::Duration;

use opentact_sandbox::Fault;
use opentact_tests::EMAIL;
use serde_json::json;

use crate::{
    browser::Browser,
    place::{Place, TOKEN},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_of_the_sdk_appears_by_itself() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    place.open(&browser, "/").await;
    assert!(
        browser
            .text(".empty")
            .await
            .contains("Nobody has asked anything yet")
    );
    browser.evaluate("window.loadedOnce = true").await;
    place.listens(&browser).await;
    let ann = place.ann();
    ann.whoami().await.unwrap();
    browser.find("#log > li[data-id='1']").await;
    ann.tokens().list().await.unwrap();
    browser.find("#log > li[data-id='3']").await;
    let rows = browser.evaluate("return [...document.querySelectorAll('#log > li')].map(it => it.innerText.split(/\\s+/).slice(0, 3).join(' '))").await;
    assert_eq!(
        rows,
        json!([
            "GET /rest/token/list 200",
            "GET /rest/auth 200",
            "GET /rest/auth 200"
        ])
    );
    browser.says("counters", "Logins").await;
    let counted = "return document.getElementById('counters').innerText.replace(/\\s+/g, ' ')";
    assert!(
        browser
            .evaluate(counted)
            .await
            .as_str()
            .unwrap()
            .starts_with("Requests 3 Logins 1")
    );
    // In the other pane, still without loading the page.
    browser
        .find("#log > li[data-id='1'] a")
        .await
        .click()
        .await
        .unwrap();
    browser.says("facts", EMAIL).await;
    assert_eq!(browser.evaluate("return window.loadedOnce").await, true);
    assert!(
        browser
            .client
            .current_url()
            .await
            .unwrap()
            .query()
            .unwrap()
            .contains("request=1")
    );
    browser.client.back().await.unwrap();
    browser.find(".empty").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn users_tokens_and_faults_are_there_and_a_fault_is_counted_as_it_is_met() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    place.open(&browser, "/inspector/users").await;
    let users = browser.text(".items").await;
    assert!(
        users.contains(EMAIL) && users.contains("bob@example.com"),
        "{users}"
    );
    place.open(&browser, &place.page_of_ann().await).await;
    let tokens = browser.text("#tokens").await;
    assert!(
        tokens.contains(TOKEN) && tokens.contains("23 h left"),
        "{tokens}"
    );
    place.sandbox.faults().add(Fault::status(503)).unwrap();
    place.open(&browser, "/inspector/faults").await;
    browser.says("item-more", "met 0 of 1 times").await;
    place.listens(&browser).await;
    place.ann().whoami().await.unwrap_err();
    browser.says("item-more", "met 1 of 1 times").await;
    place.made_by_faults();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_others_forget_goes_and_another_start_is_another_log() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    let ids = "return [...document.querySelectorAll('#log > li')].map(it => it.dataset.id).join()";
    place.ann().tokens().list().await.unwrap();
    place.open(&browser, "/").await;
    assert_eq!(browser.evaluate(ids).await, "2,1");
    browser.evaluate("window.loadedOnce = true").await;
    place.listens(&browser).await;
    place.sandbox.clear_requests();
    browser
        .until(&ids.replace(".join()", ".length === 0"))
        .await;
    place.ann().whoami().await.unwrap();
    browser.find("#log > li[data-id='4']").await;
    place.sandbox.reset().await.unwrap();
    browser
        .until(&ids.replace(".join()", ".length === 0"))
        .await;
    for _ in 0..2 {
        place.ann().tokens().list().await.unwrap();
    }
    browser.find("#log > li[data-id='8']").await;
    assert_eq!(browser.evaluate("return window.loadedOnce").await, true);

    // The stream of the page comes back by itself; the numbers begin again.
    let place = place.again().await;
    place.ann().whoami().await.unwrap();
    browser.until("return !window.loadedOnce").await;
    browser.find("#log > li[data-id='2']").await;
    assert_eq!(browser.evaluate(ids).await, "2,1");
    place.listens(&browser).await;
    place.ann().whoami().await.unwrap();
    browser.find("#log > li[data-id='4']").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_clock_of_the_page_stops_where_the_sandboxs_does() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    place.sandbox.clock().advance(Duration::MAX);
    place.open(&browser, "/").await;
    let latest = "9999-12-31 23:59:59 UTC";
    assert_eq!(browser.text("#clock").await, latest);
    browser.evaluate("tick()").await;
    assert_eq!(browser.text("#clock").await, latest);
}
