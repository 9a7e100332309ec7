//! The JWT that a login brings is a secret as well, and so is the next one, and the one before.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use opentact::{Credential, ManualClock};
use serde_json::json;

use crate::scene::{call_everything, settings};
use crate::scripted_peer::{ScriptedPeer, json as json_answer};
use crate::watch::Watch;

#[tokio::test]
async fn every_jwt_of_a_session_stays_hidden() {
    let watch = Watch::new("session");
    let password = watch.password("the password");
    let jwts = [
        watch.jwt("the first", Duration::from_secs(600)),
        watch.jwt("the renewed", Duration::from_secs(600)),
        watch.jwt("the one after a refusal", Duration::from_secs(600)),
    ];
    // Whatever is asked, the answer repeats the password, the JWT at hand and the one before it.
    let (logins, given, said) = (AtomicUsize::new(0), jwts.clone(), password.clone());
    let peer = ScriptedPeer::start(move |request| {
        let current = given.iter().position(|jwt| request.contains(jwt));
        let Some(current) = current else {
            let number = logins.fetch_add(1, Ordering::SeqCst) % given.len();
            return json_answer("200 OK", &json!({ "success": true, "payload": {
                "uuid": "60e9fa76-20e7-45ee-bf24-8c4a95143dad", "email": "me@example.com", "role": "User",
                "token": given[number],
            }}));
        };
        let known = format!("{said} {}", given[current.saturating_sub(1)..=current].join(" "));
        // The first is refused, so that the same call goes on with the second.
        let status = if current == 0 { "401 Unauthorized" } else { "409 Conflict" };
        json_answer(status, &json!({ "success": false, "message": known, "meta": known, "unknown": known }))
    })
    .await;
    let clock = ManualClock::new();
    let client = settings(
        &peer.base_url(),
        Credential::basic("me@example.com", password.as_str()),
    )
    .clock(clock.clone())
    .build()
    .unwrap();
    // A login, a renewal because of a refusal, and renewals because of age.
    for _ in 0..4 {
        call_everything(&watch, &client, "made-up").await;
        clock.advance(Duration::from_secs(601));
    }
    watch.assert_clean();
}

#[tokio::test]
async fn a_login_may_fail_with_the_password_in_its_answer() {
    let watch = Watch::new("login");
    let password = watch.password("the password");
    let said = password.clone();
    let peer = ScriptedPeer::start(move |_| {
        json_answer(
            "401 Unauthorized",
            &json!({ "success": false, "message": said }),
        )
    })
    .await;
    let client = settings(
        &peer.base_url(),
        Credential::basic("me@example.com", password.as_str()),
    )
    .build()
    .unwrap();
    let error = client.tokens().list().await.unwrap_err();
    assert!(error.is_login());
    watch.error(&error);
    call_everything(&watch, &client, &password).await;
    watch.assert_clean();
}
