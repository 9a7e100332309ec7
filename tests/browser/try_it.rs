//! The API can be tried from a form.

use opentact_tests::EMAIL;

use crate::{browser::Browser, place::Place};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_good_credential_gives_200_and_a_bad_one_401() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    let credential = place.try_as_ann(&browser).await;
    // The script leaves the form as it was; the address says nothing of it.
    let kept = browser
        .find("#credential")
        .await
        .prop("value")
        .await
        .unwrap();
    assert_eq!(kept.unwrap(), credential);
    browser
        .write("#credential", &format!("{EMAIL}:wrong"))
        .await;
    browser.click("Send").await;
    browser.find("#answer .status-refused").await;
    assert_eq!(browser.text("#answer .status").await, "401");
    let address = browser.client.current_url().await.unwrap();
    assert_eq!(address.path(), "/inspector/try/authenticate");
    place.open(&browser, "/").await;
    let log = browser.text("#log").await;
    assert_eq!(log.matches("/rest/auth").count(), 2, "{log}");
}
