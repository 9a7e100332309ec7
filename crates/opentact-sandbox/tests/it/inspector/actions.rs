//! What the forms do is done.

use std::time::Duration;

use opentact_sandbox::{NumberSeed, SecurityScheme, UserSeed};
use reqwest::Method;

use super::page::Inspector;
use crate::world::{ANN, ANN_PASSWORD, BOB};

#[tokio::test]
async fn tokens_expire_and_are_deleted() {
    let inspector = Inspector::new().await;
    let sandbox = &inspector.world.sandbox;
    for (how, said) in [("expire", "has expired"), ("delete", "was deleted")] {
        let token = sandbox.create_token(ANN, "ci", None).await.unwrap();
        let path = format!(
            "{}/tokens/{}/{how}",
            inspector.ann().await,
            token.record.uuid
        );
        assert!(inspector.done(&path, &[]).await.contains(said));
        assert_eq!(sandbox.tokens(ANN).await.unwrap(), []);
        let bearer = (SecurityScheme::Bearer, token.token.expose());
        assert_eq!(inspector.world.auth_status(bearer.0, bearer.1).await, 401);
        let again = inspector.send(&path, &[]).await;
        assert_eq!(again.status, 404, "{}", again.text);
    }
}

#[tokio::test]
async fn sessions_end() {
    let inspector = Inspector::new().await;
    let world = &inspector.world;
    for path in [
        format!("{}/sessions/end", inspector.ann().await),
        "/inspector/sessions/end".to_owned(),
    ] {
        let jwt = world.jwt(ANN, ANN_PASSWORD).await;
        assert_eq!(world.auth_status(SecurityScheme::Jwt, &jwt).await, 200);
        assert!(inspector.done(&path, &[]).await.contains("are refused"));
        assert_eq!(world.auth_status(SecurityScheme::Jwt, &jwt).await, 401);
    }
}

#[tokio::test]
async fn users_are_added_shut_out_and_deleted() {
    let inspector = Inspector::new().await;
    let sandbox = &inspector.world.sandbox;
    let fields = [
        ("email", " cy@example.com "),
        ("password", "made up"),
        ("first_name", "Cy"),
        ("last_name", "Doe"),
    ];
    let said = inspector.done("/inspector/users", &fields).await;
    assert_eq!(said, "The user was added.");
    let cy = sandbox.user("cy@example.com").await.unwrap();
    assert_eq!(
        (cy.first_name.as_str(), cy.last_name.as_str()),
        ("Cy", "Doe")
    );
    let page = format!("/inspector/users/{}", cy.uuid);
    let sip = [
        ("login", "7"),
        ("domain", "d.example.com"),
        ("password", "p"),
    ];
    inspector.done(&format!("{page}/sip-users"), &sip).await;
    inspector.done(&format!("{page}/disable"), &[]).await;
    let cy = sandbox.user("cy@example.com").await.unwrap();
    assert!(cy.disabled && cy.sip_users.len() == 1);
    inspector.done(&format!("{page}/enable"), &[]).await;
    assert!(!sandbox.user("cy@example.com").await.unwrap().disabled);
    inspector.done(&format!("{page}/delete"), &[]).await;
    assert_eq!(sandbox.users().await.unwrap().len(), 2);
    for (fields, status, said) in [
        (
            vec![("email", BOB), ("password", "x")],
            409,
            "already a user",
        ),
        (
            vec![("email", "a:b"), ("password", "x")],
            400,
            "cannot be the e-mail",
        ),
        (
            vec![("email", "x@example.com")],
            400,
            "The password is missing.",
        ),
    ] {
        let page = inspector.send("/inspector/users", &fields).await;
        assert_eq!(page.status, status);
        assert!(page.one("[role=alert]").contains(said), "{}", page.text);
    }
}

#[tokio::test]
async fn stubs_are_set_and_removed_and_show_what_they_answered() {
    let inspector = Inspector::new().await;
    let path = "/inspector/stubs";
    let fields = [
        ("method", "POST"),
        ("path", "/rest/sms"),
        ("status", "402"),
        ("times", "2"),
        ("body", "{\"success\": false}"),
    ];
    inspector.done(path, &fields).await;
    let request = inspector.world.request(Method::POST, "/rest/sms");
    let answer = request.body("hello").send().await.unwrap();
    assert_eq!(answer.status(), 402);
    let list = inspector.get(path).await;
    let shown = list.one("#stubs .item-text");
    assert_eq!(shown, "1 POST /rest/sms answered 1 requests");
    let one = inspector.get("/inspector/stubs/1").await;
    assert!(one.text.contains("hello"), "{}", one.text);
    for (field, value, said) in [
        ("path", "sms", "`path` has to start"),
        ("status", "1000000", "The status has to be a number"),
        ("body", "{", "The body is no JSON"),
    ] {
        let wrong = fields.map(|(name, given)| (name, if name == field { value } else { given }));
        let page = inspector.send(path, &wrong).await;
        assert_eq!(page.status, 400);
        assert!(page.one("[role=alert]").contains(said), "{}", page.text);
    }
    inspector.done("/inspector/stubs/1/remove", &[]).await;
    assert_eq!(inspector.world.sandbox.stubs().list(), []);
    assert_eq!(inspector.get("/inspector/stubs/1").await.status, 404);
}

#[tokio::test]
async fn messages_are_received_and_shown_as_conversations_and_webhooks_are_sent_again() {
    let inspector = Inspector::new().await;
    let sandbox = &inspector.world.sandbox;
    let number = NumberSeed::new("12015550100").callback_url("http://127.0.0.1:1/");
    let shop = UserSeed::new("shop@example.com", "made up").number(number);
    sandbox.add_user(shop).await.unwrap();
    let path = "/inspector/messages";
    let fields = [
        ("from", "12125550199"),
        ("to", "12015550100"),
        ("message", "<b>hello</b>"),
    ];
    inspector.done(path, &fields).await;
    let list = inspector.get(path).await;
    let shown = list.one("#messages .item-text");
    assert_eq!(shown, "12015550100 and 12125550199 1 · <b>hello</b>");
    let thread = sandbox.messages().await.unwrap()[0]["thread"].clone();
    let one = inspector
        .get(&format!("{path}/{}", thread.as_str().unwrap()))
        .await;
    assert!(
        one.one("#conversation")
            .contains("received from 12125550199"),
        "{}",
        one.text
    );
    assert_eq!(inspector.get(&format!("{path}/none")).await.status, 404);
    let wrong = fields.map(|(name, given)| (name, if name == "to" { "1" } else { given }));
    let page = inspector.send(path, &wrong).await;
    assert_eq!(page.status, 400);
    assert!(
        page.one("[role=alert]")
            .contains("nobody receives messages at 1"),
        "{}",
        page.text
    );

    let path = "/inspector/webhooks";
    sandbox.webhooks().await.unwrap();
    let one = inspector.get(&format!("{path}/1")).await;
    assert!(
        one.one("#detail").contains("nobody listens there"),
        "{}",
        one.text
    );
    inspector.done(&format!("{path}/1/resend"), &[]).await;
    assert_eq!(sandbox.webhooks().await.unwrap().len(), 2);
    assert_eq!(inspector.get(&format!("{path}/9")).await.status, 404);
}

#[tokio::test]
async fn faults_are_set_and_removed() {
    let inspector = Inspector::new().await;
    let world = &inspector.world;
    let path = "/inspector/faults";
    // What goes with another action is left out, as the form hides it.
    let fields = [
        ("action", "status"),
        ("status", "503"),
        ("delay_ms", "1000"),
        ("retry_after", "7"),
        ("operation", "listTokens"),
        ("message", "Closed"),
        ("how_often", "next"),
        ("next", "2"),
    ];
    inspector.done(path, &fields).await;
    let dice = [
        ("action", "close_after"),
        ("status", "503"),
        ("how_often", "probability"),
        ("probability", "0.25"),
        ("seed", "7"),
    ];
    inspector.done(path, &dice).await;
    let patch = [("action", "merge"), ("patch", r#"{"payload": null}"#)];
    inspector.done(path, &patch).await;
    let set = serde_json::to_value(world.sandbox.faults().list()).unwrap();
    assert_eq!(
        set,
        serde_json::json!([
            { "id": 1, "operation": "listTokens", "action": "status", "status": 503,
              "message": "Closed", "next": 2, "met": 0 },
            { "id": 2, "operation": "*", "action": "close_after", "probability": 0.25,
              "seed": 7, "met": 0 },
            { "id": 3, "operation": "*", "action": "merge", "patch": { "payload": null },
              "next": 1, "met": 0 },
        ])
    );
    inspector.done(&format!("{path}/1/remove"), &[]).await;
    assert_eq!(
        inspector
            .send(&format!("{path}/1/remove"), &[])
            .await
            .status,
        404
    );
    inspector.done(&format!("{path}/clear"), &[]).await;
    assert_eq!(world.sandbox.faults().list(), []);
    for (fields, said) in [
        (
            [("action", "status"), ("status", "99")],
            "has to be from 200 to 599",
        ),
        (
            [("action", "delay"), ("delay_ms", "x")],
            "Delay in milliseconds has to be a number",
        ),
        (
            [("action", "merge"), ("patch", "{")],
            "Merge patch has to be JSON",
        ),
        (
            [("action", "nonsense"), ("status", "")],
            "`action` has to be one of",
        ),
        (
            [("action", "stall"), ("operation", "nonsense")],
            "has to be * or one of",
        ),
    ] {
        let page = inspector.send(path, &fields).await;
        assert_eq!(page.status, 400);
        assert!(page.one("[role=alert]").contains(said), "{}", page.text);
    }
    let page = inspector
        .send(path, &[("action", "delay"), ("delay_ms", "<x>")])
        .await;
    assert_eq!(page.attributes("#fault-delay_ms", "value"), ["<x>"]);
}

#[tokio::test]
async fn the_clock_moves() {
    let inspector = Inspector::new().await;
    let clock = inspector.world.sandbox.clock();
    let before = clock.now();
    inspector
        .done("/inspector/clock/advance", &[("seconds", "86400")])
        .await;
    assert!((clock.now() - before).num_seconds() >= 86_400);
    inspector
        .done("/inspector/clock", &[("now", "2031-02-03T12:00:00Z")])
        .await;
    let shown = clock.now().to_rfc3339();
    assert!(shown.starts_with("2031-02-03T12:0"), "{shown}");
    inspector.done("/inspector/clock/real", &[]).await;
    assert!((clock.now() - before).num_seconds() < 3600);
    for (path, field) in [
        ("/inspector/clock/advance", "seconds"),
        ("/inspector/clock", "now"),
    ] {
        for value in ["", "-1", "tomorrow"] {
            assert_eq!(inspector.send(path, &[(field, value)]).await.status, 400);
        }
    }
}

#[tokio::test]
async fn the_log_is_cleared_and_the_sandbox_reset() {
    let inspector = Inspector::new().await;
    let sandbox = &inspector.world.sandbox;
    inspector
        .world
        .request(Method::GET, "/rest/auth")
        .send()
        .await
        .unwrap();
    inspector.done("/inspector/requests/clear", &[]).await;
    assert_eq!((sandbox.requests().len(), sandbox.stats().requests), (0, 1));
    sandbox.delete_user(BOB).await.unwrap();
    sandbox.clock().advance(Duration::from_secs(60));
    let said = inspector.done("/inspector/reset", &[]).await;
    assert_eq!(said, "The sandbox is as it was at its start.");
    assert!(sandbox.user(BOB).await.is_ok());
    assert_eq!(sandbox.stats().requests, 0);
}
