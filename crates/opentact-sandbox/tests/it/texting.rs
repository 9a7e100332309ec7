//! Numbers bought, messages sent and received, and what becomes of them.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, routing::post};
use opentact_sandbox::{NumberSeed, Sandbox, UserSeed, WebhookState};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

const ANN: &str = "ann@example.com";
const NUMBER: &str = "12015550100";
const OUTSIDE: &str = "12125550199";

fn user(email: &str) -> UserSeed {
    UserSeed::new(email, "made up")
}

async fn world() -> Sandbox {
    let ann = user(ANN).number(NumberSeed::new(NUMBER));
    let builder = Sandbox::builder().user(ann).user(user("eve@example.com"));
    builder.start().await.unwrap()
}

async fn ask(
    sandbox: &Sandbox,
    who: &str,
    method: Method,
    path: &str,
    body: Value,
) -> (u16, Value) {
    let url = format!("{}/rest{path}", sandbox.base_url());
    let request = reqwest::Client::new().request(method.clone(), url);
    let request = request.basic_auth(who, Some("made up"));
    let request = if method == Method::POST {
        request.json(&body)
    } else {
        request
    };
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap())
}

async fn post_it(sandbox: &Sandbox, path: &str, body: Value) -> (u16, Value) {
    ask(sandbox, ANN, Method::POST, path, body).await
}

fn text(to: &str) -> Value {
    json!({"from": NUMBER, "to": to, "message": "Your table is ready"})
}

fn order(tns: &[u64]) -> Value {
    let item = |tn: &u64| json!({"tn": tn, "features": ["sms", "voice"], "autorenew": false});
    json!({"items": tns.iter().map(item).collect::<Vec<_>>()})
}

#[tokio::test]
async fn a_message_goes_through_its_states_and_is_found() {
    let sandbox = world().await;
    let (status, sent) = post_it(&sandbox, "/sms", text(OUTSIDE)).await;
    assert_eq!(
        (status, &sent["payload"]["state"]),
        (200, &json!("created")),
        "{sent}"
    );
    let uuid = sent["payload"]["uuid"].as_str().unwrap();
    let path = format!("/sms/outbound/{uuid}");
    let (_, found) = ask(&sandbox, ANN, Method::GET, &path, json!({})).await;
    let found = &found["payload"];
    assert_eq!(
        (&found["state"], &found["delivered"]),
        (&json!("success"), &json!(true))
    );
    assert_eq!(
        ask(&sandbox, "eve@example.com", Method::GET, &path, json!({}))
            .await
            .0,
        404
    );
    let path = format!("/sms/inbound/{uuid}");
    assert_eq!(
        ask(&sandbox, ANN, Method::GET, &path, json!({})).await.0,
        404
    );

    sandbox
        .receive_sms("+1 (212) 555-0199", NUMBER, "Thanks!")
        .await
        .unwrap();
    let thread = &found["thread"];
    for (path, asked, expected) in [
        (
            "/sms/search",
            json!({"thread": thread}),
            vec!["Thanks!", "Your table is ready"],
        ),
        (
            "/sms/search",
            json!({"message": "Your*"}),
            vec!["Your table is ready"],
        ),
        ("/sms/search/inbound", json!({}), vec!["Thanks!"]),
        (
            "/sms/search/inbound",
            json!({"from": "1212555*"}),
            vec!["Thanks!"],
        ),
        (
            "/sms/search/outbound",
            json!({"to": "1212555%%%%"}),
            vec!["Your table is ready"],
        ),
        (
            "/sms/search/outbound",
            json!({"tn": 12_015_550_100_u64}),
            vec!["Your table is ready"],
        ),
        ("/sms/search/outbound", json!({"delivered": false}), vec![]),
        (
            "/sms/search",
            json!({"mode": "OR", "message": "T*", "delivered": false}),
            vec!["Thanks!"],
        ),
        (
            "/sms/search",
            json!({"order": {"created_on": "ASC"}}),
            vec!["Your table is ready", "Thanks!"],
        ),
    ] {
        let (status, page) = post_it(&sandbox, path, asked.clone()).await;
        assert_eq!(status, 200, "{asked} {page}");
        let data = page["payload"]["data"].as_array().unwrap();
        let messages: Vec<_> = data
            .iter()
            .map(|it| it["message"].as_str().unwrap())
            .collect();
        assert_eq!(messages, expected, "{path} {asked}");
        assert_eq!(page["payload"]["total"], messages.len(), "{path} {asked}");
    }
}

#[tokio::test]
async fn numbers_of_the_documentation_fail_as_it_says() {
    let sandbox = world().await;
    for (to, state, delivered) in [
        ("15005550001", "failed", false),
        ("15005550002", "failed", false),
        ("15005550009", "success", false),
        ("no number", "failed", false),
    ] {
        let (_, sent) = post_it(&sandbox, "/sms", text(to)).await;
        let path = format!(
            "/sms/outbound/{}",
            sent["payload"]["uuid"].as_str().unwrap()
        );
        let (_, found) = ask(&sandbox, ANN, Method::GET, &path, json!({})).await;
        let found = &found["payload"];
        assert_eq!(
            (&found["state"], &found["delivered"]),
            (&json!(state), &json!(delivered)),
            "{found}"
        );
        assert_eq!(found["reason"].is_string(), state == "failed", "{found}");
    }
    let (_, account) = ask(&sandbox, ANN, Method::GET, "/account", json!({})).await;
    // What failed was paid back.
    assert_eq!(account["payload"]["balance"], 99.9925);
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused() {
    let sandbox = world().await;
    let with = |name: &str, value: Value| {
        let mut body = text(OUTSIDE);
        body[name] = value;
        body
    };
    for (body, expected) in [
        (with("from", json!("12015550101")), 404),
        (with("from", json!("no number")), 404),
        (with("message", json!("")), 400),
        (with("message", json!("a".repeat(919))), 400),
        (with("message", json!("a".repeat(918))), 200),
        (with("message", json!("a".repeat(918))), 200),
    ] {
        let (status, answer) = post_it(&sandbox, "/sms", body.clone()).await;
        assert_eq!(status, expected, "{body} {answer}");
    }
    let (status, _) = ask(
        &sandbox,
        "eve@example.com",
        Method::POST,
        "/sms",
        text(OUTSIDE),
    )
    .await;
    assert_eq!(status, 404);
    let off = format!("/lease/tn/{NUMBER}/subscription/sms");
    assert_eq!(
        ask(&sandbox, ANN, Method::DELETE, &off, json!({})).await.0,
        200
    );
    assert_eq!(
        ask(&sandbox, ANN, Method::DELETE, &off, json!({})).await.0,
        404
    );
    assert_eq!(post_it(&sandbox, "/sms", text(OUTSIDE)).await.0, 404);
    assert!(sandbox.receive_sms(OUTSIDE, NUMBER, "hello").await.is_err());
    for take in [0, 101] {
        let path = format!("/sms/search?take={take}");
        assert_eq!(post_it(&sandbox, &path, json!({})).await.0, 400);
    }
}

#[tokio::test]
async fn an_order_leases_what_is_there_and_is_paid() {
    let sandbox = world().await;
    let (status, ordered) = post_it(
        &sandbox,
        "/order",
        order(&[15_105_550_100, 12_015_550_100, 19_995_550_100]),
    )
    .await;
    assert_eq!(
        (status, &ordered["payload"]["state"]),
        (201, &json!("created"))
    );
    let path = format!("/order/{}", ordered["payload"]["uuid"].as_str().unwrap());
    let (_, ended) = ask(&sandbox, ANN, Method::GET, &path, json!({})).await;
    let ended = &ended["payload"];
    assert_eq!(
        (&ended["success"], &ended["failed"]),
        (&json!(1), &json!(2))
    );
    let reasons: Vec<_> = ended["tn_items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["reason"])
        .collect();
    assert_eq!(
        reasons,
        [
            &json!(null),
            &json!("The number is taken"),
            &json!("The number is not in stock")
        ]
    );
    let (_, account) = ask(&sandbox, ANN, Method::GET, "/account", json!({})).await;
    assert_eq!(account["payload"]["balance"], 98.25);

    let (_, lease) = ask(
        &sandbox,
        ANN,
        Method::GET,
        "/lease/tn/15105550100/tn",
        json!({}),
    )
    .await;
    assert_eq!(
        lease["payload"]["subscriptions"].as_array().unwrap().len(),
        2
    );
    let (_, found) = post_it(&sandbox, "/lease/tn/search", json!({"tn": "1510*"})).await;
    assert_eq!(found["payload"]["total"], 1);
    let (_, free) = post_it(&sandbox, "/tn/search", json!({"npa": "510"})).await;
    assert_eq!(
        (&free["payload"]["total"], &free["payload"]["data"][0]["tn"]),
        (&json!(99), &json!(15_105_550_101_u64))
    );
    let path = "/lease/tn/15105550100";
    assert_eq!(
        ask(&sandbox, "eve@example.com", Method::DELETE, path, json!({}))
            .await
            .0,
        404
    );
    assert_eq!(
        ask(&sandbox, ANN, Method::DELETE, path, json!({})).await.0,
        200
    );
    let (_, free) = post_it(&sandbox, "/tn/search", json!({"npa": "510"})).await;
    assert_eq!(free["payload"]["total"], 100);
}

#[tokio::test]
async fn one_of_two_orders_gets_a_number_and_no_balance_falls_below_zero() {
    let [ann, bob] = [ANN, "bob@example.com"].map(|it| user(it).account("a", 4.0));
    let sandbox = Sandbox::builder()
        .user(ann)
        .user(bob)
        .start()
        .await
        .unwrap();
    let mut orders = tokio::task::JoinSet::new();
    let sandbox = Arc::new(sandbox);
    for number in 0..20 {
        let sandbox = Arc::clone(&sandbox);
        let who = [ANN, "bob@example.com"][number % 2];
        orders.spawn(async move {
            ask(
                &sandbox,
                who,
                Method::POST,
                "/order",
                order(&[15_105_550_100]),
            )
            .await
            .0
        });
    }
    let statuses = orders.join_all().await;
    assert!(
        statuses.iter().all(|it| *it == 201 || *it == 402),
        "{statuses:?}"
    );
    let mut leases = 0;
    for who in [ANN, "bob@example.com"] {
        let (_, found) = ask(&sandbox, who, Method::POST, "/lease/tn/search", json!({})).await;
        let found = found["payload"]["total"].as_u64().unwrap();
        leases += found;
        let (_, account) = ask(&sandbox, who, Method::GET, "/account", json!({})).await;
        let left = if found == 1 { 2.25 } else { 4.0 };
        assert_eq!(account["payload"]["balance"].as_f64(), Some(left));
    }
    assert_eq!(leases, 1);
}

#[tokio::test]
async fn a_campaign_and_a_profile_let_a_number_text() {
    let sandbox = world().await;
    let (_, profile) = post_it(&sandbox, "/profile/messaging", json!({"name": "support"})).await;
    let profile = &profile["payload"]["uuid"];
    let path = format!("/lease/tn/{NUMBER}/subscription/sms");
    for (body, expected) in [
        (
            json!({"messaging_profile": profile, "sms_campaign": "CNONE"}),
            404,
        ),
        (
            json!({"messaging_profile": uuid::Uuid::nil(), "sms_campaign": "CSANDBX"}),
            404,
        ),
        (
            json!({"messaging_profile": profile, "sms_campaign": "CSANDBX"}),
            200,
        ),
    ] {
        let (status, answer) = post_it(&sandbox, &path, body.clone()).await;
        assert_eq!(status, expected, "{body} {answer}");
    }
    let path = format!("/profile/messaging/{}/tnleases", profile.as_str().unwrap());
    let (_, leases) = ask(&sandbox, ANN, Method::GET, &path, json!({})).await;
    assert_eq!(
        leases["payload"][0]["subscriptions"][1]["messaging_profile"]["name"],
        "support"
    );
}

/// An application that keeps what it is told, and answers with that status.
async fn application(status: StatusCode) -> (String, Arc<Mutex<Vec<Value>>>) {
    let told = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&told);
    let app = Router::new().route(
        "/told",
        post(async move |body: String| {
            let body = serde_json::from_str(&body).unwrap();
            keep.lock().unwrap().push(body);
            // An answer of 10 MB leads nowhere, and a redirect neither.
            (
                status,
                [("location", "http://127.0.0.1:1/")],
                "a".repeat(10_000_000),
            )
        }),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/told", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, told)
}

#[tokio::test]
async fn an_application_is_told_of_messages() {
    let (url, told) = application(StatusCode::OK).await;
    let ann = user(ANN).number(NumberSeed::new(NUMBER).callback_url(&url));
    let sandbox = Sandbox::builder().user(ann).start().await.unwrap();
    sandbox.receive_sms(OUTSIDE, NUMBER, "hello").await.unwrap();
    post_it(&sandbox, "/sms", text(OUTSIDE)).await;
    let webhooks = sandbox.webhooks().await.unwrap();
    assert_eq!(webhooks.len(), 3, "{webhooks:?}");
    assert!(
        webhooks
            .iter()
            .all(|it| it.state == WebhookState::Delivered),
        "{webhooks:?}"
    );
    let kinds: Vec<_> = webhooks
        .iter()
        .rev()
        .map(|it| it.body["type"].clone())
        .collect();
    assert_eq!(kinds, ["smsi", "smso", "smso"]);
    assert_eq!(told.lock().unwrap().len(), 3);
    sandbox.resend_webhook(1).await.unwrap();
    assert_eq!(sandbox.webhooks().await.unwrap()[0].body, webhooks[2].body);
    assert!(sandbox.resend_webhook(99).await.is_err());
}

#[tokio::test]
async fn what_an_application_answers_is_noted_and_the_second_url_comes_after_the_first() {
    let (redirecting, _) = application(StatusCode::FOUND).await;
    let (taking, _) = application(StatusCode::CREATED).await;
    let sandbox = world().await;
    for (urls, state, attempts) in [
        (
            json!({"callback_url": redirecting, "callback_url2": taking}),
            WebhookState::Failed,
            vec![Some(302)],
        ),
        (
            json!({"callback_url": "http://127.0.0.1:1/a", "callback_url2": taking}),
            WebhookState::Delivered,
            vec![None, Some(201)],
        ),
        (
            json!({"callback_url": "http://192.0.2.1/a"}),
            WebhookState::Refused,
            vec![None],
        ),
        (
            json!({"callback_url": "shop.example/a"}),
            WebhookState::Refused,
            vec![None],
        ),
    ] {
        let mut profile = urls.clone();
        profile["name"] = json!("p");
        let (status, made) = post_it(&sandbox, "/profile/messaging", profile).await;
        assert_eq!(status, 201, "{made}");
        let path = format!("/lease/tn/{NUMBER}/subscription/sms");
        let on = json!({"messaging_profile": made["payload"]["uuid"], "sms_campaign": "CSANDBX"});
        assert_eq!(post_it(&sandbox, &path, on).await.0, 200);
        sandbox.receive_sms(OUTSIDE, NUMBER, "hello").await.unwrap();
        let last = sandbox.webhooks().await.unwrap().remove(0);
        let statuses: Vec<_> = last.attempts.iter().map(|it| it.status).collect();
        assert_eq!((last.state, statuses), (state, attempts), "{last:?}");
    }
}

#[tokio::test]
async fn what_was_accepted_goes_on_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let start = async || {
        let ann = user(ANN).number(NumberSeed::new(NUMBER));
        let builder = Sandbox::builder()
            .user(ann)
            .data_file(folder.path().join("data"));
        builder
            .sms_delay(Duration::from_secs(60))
            .order_delay(Duration::from_secs(60))
            .start()
            .await
            .unwrap()
    };
    let sandbox = start().await;
    post_it(&sandbox, "/sms", text(OUTSIDE)).await;
    post_it(&sandbox, "/order", order(&[15_105_550_100])).await;
    drop(sandbox);
    let sandbox = start().await;
    let states = async |path: &str| {
        let (_, page) = post_it(&sandbox, path, json!({})).await;
        page["payload"]["data"][0]["state"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        (states("/sms/search").await, states("/order/search").await),
        ("created".into(), "created".into())
    );
    sandbox.clock().advance(Duration::from_secs(61));
    assert_eq!(
        (states("/sms/search").await, states("/order/search").await),
        ("success".into(), "processing".into())
    );
    sandbox.clock().advance(Duration::from_secs(61));
    assert_eq!(states("/order/search").await, "success");
    assert_eq!(sandbox.messages().await.unwrap()[0]["delivered"], true);
}
