//! Event subscriptions: made, listed whether in force or not, deleted, and nobody else's.

use std::time::Duration;

use opentact_sandbox::{CreateStatus, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};

use crate::world::{ANN, World, ann, keys, send};

const PATH: &str = "/rest/event/subscription";

/// A new subscription of Ann: the payload that the API answers.
async fn subscription_of_ann(world: &World, body: Value) -> Value {
    let request = world.by_ann(Method::POST, PATH).await.json(&body);
    let (status, mut answer) = send(request).await;
    assert_eq!(status, 201, "{answer}");
    answer["payload"].take()
}

/// What the API lists of Ann's.
async fn list_of_ann(world: &World) -> Value {
    let (status, mut answer) = send(world.by_ann(Method::GET, PATH).await).await;
    assert_eq!((status.as_u16(), &answer["success"]), (200, &json!(true)));
    answer["payload"].take()
}

fn path_of(subscription: &Value) -> String {
    format!("{PATH}/{}", subscription["uuid"].as_str().unwrap())
}

#[tokio::test]
async fn a_new_subscription_is_shown_with_its_user() {
    let world = World::new().await;
    let asked = json!({
        "is_active": true,
        "expired_on": "2023-01-02T07:36:44.784Z",
        "channel": "wss",
        "type": "auth",
        "surplus": 1,
    });
    let shown = subscription_of_ann(&world, asked.clone()).await;
    let fields = [
        "channel",
        "created_on",
        "expired_on",
        "is_active",
        "modified_on",
        "type",
        "user",
        "uuid",
    ];
    assert_eq!(keys(&shown), fields);
    for field in ["is_active", "expired_on", "channel", "type"] {
        assert_eq!(shown[field], asked[field], "{field}");
    }
    assert_eq!(shown["created_on"], shown["modified_on"]);
    assert_eq!(shown["user"]["email"], ANN);
    assert_eq!(shown["user"]["account"]["email"], ANN);
    assert!(shown["user"].get("token").is_none(), "{shown}");
}

#[tokio::test]
async fn what_is_not_said_is_active_and_does_not_expire() {
    let world = World::new().await;
    let shown = subscription_of_ann(&world, json!({ "channel": "wss", "type": "sms" })).await;
    assert_eq!(
        (&shown["is_active"], &shown["expired_on"]),
        (&json!(true), &Value::Null)
    );
}

#[tokio::test]
async fn the_status_of_a_new_subscription_can_be_200() {
    let world = World::with(Sandbox::builder().create_status(CreateStatus::Ok)).await;
    let request = world.by_ann(Method::POST, PATH).await;
    let (status, _) = send(request.json(&json!({ "channel": "wss", "type": "auth" }))).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn a_list_has_the_inactive_and_the_expired_oldest_first_without_their_user() {
    let world = World::new().await;
    assert_eq!(list_of_ann(&world).await, json!([]));
    let mut expected = Vec::new();
    for body in [
        json!({ "channel": "wss", "type": "call_record", "is_active": false }),
        json!({ "channel": "wss", "type": "auth", "expired_on": "2023-01-02T07:36:44.784Z" }),
        json!({ "channel": "wss", "type": "auth", "expired_on": "2100-01-01T00:00:00Z" }),
    ] {
        let mut shown = subscription_of_ann(&world, body).await;
        shown.as_object_mut().unwrap().remove("user").unwrap();
        expected.push(shown);
    }
    let century = Duration::from_secs(100 * 365 * 86_400);
    world.sandbox.clock().advance(century);
    assert_eq!(list_of_ann(&world).await, json!(expected));
}

#[tokio::test]
async fn the_same_again_is_another_subscription() {
    let world = World::new().await;
    let body = json!({ "channel": "wss", "type": "auth" });
    let first = subscription_of_ann(&world, body.clone()).await;
    let second = subscription_of_ann(&world, body).await;
    assert_ne!(first["uuid"], second["uuid"]);
    assert_eq!(list_of_ann(&world).await.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn other_events_and_channels_are_kept_as_they_came() {
    let world = World::new().await;
    for text in ["webhook", "", "Ü😀 \u{0}\"", "AUTH"] {
        let body = json!({ "channel": text, "type": text });
        let shown = subscription_of_ann(&world, body).await;
        assert_eq!(
            (&shown["channel"], &shown["type"]),
            (&json!(text), &json!(text))
        );
        let list = list_of_ann(&world).await;
        let last = list.as_array().unwrap().last().unwrap();
        assert_eq!(
            (&last["channel"], &last["type"]),
            (&json!(text), &json!(text))
        );
    }
}

#[tokio::test]
async fn a_time_is_shown_in_utc_with_milliseconds_and_a_year_of_four_digits() {
    let world = World::new().await;
    for (sent, shown) in [
        ("2023-01-02T09:36:44+02:00", "2023-01-02T07:36:44.000Z"),
        ("2023-01-02T07:36:44.7849z", "2023-01-02T07:36:44.784Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ("0000-01-01T00:00:00+01:00", "0000-01-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59-01:00", "9999-12-31T23:59:59.999Z"),
    ] {
        let body = json!({ "channel": "wss", "type": "auth", "expired_on": sent });
        assert_eq!(subscription_of_ann(&world, body).await["expired_on"], shown);
    }
}

#[tokio::test]
async fn creation_tells_all_that_is_wrong() {
    let world = World::new().await;
    let no_time = "invalid ISO 8601 datetime format, i.e. YYYY-MM-DDTHH:mm:ss";
    for (body, fields) in [
        (
            json!({}),
            json!({
                "params.channel": { "message": "'channel' is required" },
                "params.type": { "message": "'type' is required" },
            }),
        ),
        (
            json!({ "channel": 1, "type": null, "is_active": "true", "expired_on": 1 }),
            json!({
                "params.channel": { "message": "invalid string value", "value": 1 },
                "params.type": { "message": "invalid string value", "value": null },
                "params.is_active": { "message": "invalid boolean value", "value": "true" },
                "params.expired_on": { "message": no_time, "value": 1 },
            }),
        ),
        (
            json!({ "channel": "wss", "type": "auth", "expired_on": "2023-01-02" }),
            json!({ "params.expired_on": { "message": no_time, "value": "2023-01-02" } }),
        ),
        (
            json!({ "channel": "wss", "type": "auth", "is_active": null, "expired_on": null }),
            json!({
                "params.is_active": { "message": "invalid boolean value", "value": null },
                "params.expired_on": { "message": no_time, "value": null },
            }),
        ),
        (
            json!("auth"),
            json!({ "params": { "message": "invalid object", "value": "auth" } }),
        ),
    ] {
        let request = world.by_ann(Method::POST, PATH).await.json(&body);
        let (status, answer) = send(request).await;
        let expected = json!({
            "success": false, "message": "Validation failed", "status": 400, "fields": fields,
        });
        assert_eq!((status.as_u16(), answer), (400, expected), "{body}");
    }
    assert_eq!(list_of_ann(&world).await, json!([]));
}

#[tokio::test]
async fn a_deleted_subscription_is_gone() {
    let world = World::new().await;
    let body = json!({ "channel": "wss", "type": "auth", "is_active": false });
    let kept = subscription_of_ann(&world, body.clone()).await;
    let subscription = subscription_of_ann(&world, body).await;
    let delete = async || send(world.by_ann(Method::DELETE, &path_of(&subscription)).await).await;
    let (status, answer) = delete().await;
    assert_eq!(
        (status.as_u16(), answer),
        (200, json!({ "success": true, "payload": {} }))
    );
    let (status, answer) = delete().await;
    let expected = json!({ "success": false, "message": "Not found", "status": 404 });
    assert_eq!((status.as_u16(), answer), (404, expected));
    let list = list_of_ann(&world).await;
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["uuid"], kept["uuid"]);
}

#[tokio::test]
async fn what_is_no_uuid_is_not_repeated() {
    let world = World::new().await;
    let text = "MadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp";
    let request = world
        .by_ann(Method::DELETE, &format!("{PATH}/{text}"))
        .await;
    let (status, answer) = send(request).await;
    let pattern = "Not match in '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'";
    let expected = json!({
        "success": false,
        "message": "Validation failed",
        "status": 400,
        "fields": { "uuid": { "message": pattern } },
    });
    assert_eq!((status.as_u16(), answer), (400, expected));
    assert!(!format!("{:?}", world.sandbox.requests()).contains(text));
}

#[tokio::test]
async fn nobody_sees_or_deletes_the_subscription_of_another() {
    let world = World::new().await;
    let subscription =
        subscription_of_ann(&world, json!({ "channel": "wss", "type": "auth" })).await;
    let (status, body) = send(world.by_bob(Method::GET, PATH).await).await;
    assert_eq!((status.as_u16(), &body["payload"]), (200, &json!([])));
    let (status, body) = send(world.by_bob(Method::DELETE, &path_of(&subscription)).await).await;
    assert_eq!(
        (status.as_u16(), &body["message"]),
        (404, &json!("Not found"))
    );
    assert_eq!(list_of_ann(&world).await[0]["uuid"], subscription["uuid"]);
}

#[tokio::test]
async fn subscriptions_go_with_their_user_and_with_a_reset() {
    let world = World::new().await;
    let body = json!({ "channel": "wss", "type": "auth" });
    subscription_of_ann(&world, body.clone()).await;
    world.sandbox.delete_user(ANN).await.unwrap();
    world.sandbox.add_user(ann()).await.unwrap();
    assert_eq!(list_of_ann(&world).await, json!([]));
    subscription_of_ann(&world, body).await;
    world.sandbox.reset().await.unwrap();
    assert_eq!(list_of_ann(&world).await, json!([]));
}

#[tokio::test]
async fn subscriptions_outlive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(Sandbox::builder().data_file(&file)).await;
    let body = json!({ "channel": "wss", "type": "of our own", "is_active": false });
    subscription_of_ann(&world, body).await;
    let before = list_of_ann(&world).await;
    world.sandbox.shutdown().await;
    let world = World::with(Sandbox::builder().data_file(&file)).await;
    assert_eq!(list_of_ann(&world).await, before);
    assert_eq!(before[0]["type"], "of our own");
}

#[tokio::test]
async fn who_asks_is_judged_before_what_is_asked() {
    let world = World::new().await;
    let request = world.request(Method::POST, PATH).body("{");
    assert_eq!(send(request).await.0, 401);
    let request = world.request(Method::DELETE, &format!("{PATH}/made-up"));
    assert_eq!(send(request).await.0, 401);
}

#[tokio::test]
async fn wrong_methods_are_told_the_right_ones() {
    let world = World::new().await;
    for (path, allow) in [
        (PATH, "GET, POST"),
        (
            "/rest/event/subscription/60e9fa76-20e7-45ee-bf24-8c4a95143dad",
            "DELETE",
        ),
    ] {
        let response = world.request(Method::PATCH, path).send().await.unwrap();
        assert_eq!(response.status(), 405, "{path}");
        assert_eq!(response.headers()["allow"], allow, "{path}");
    }
}
