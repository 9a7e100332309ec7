//! Requests to any path, with secrets in path, query and body.

use opentact::{Credential, Method, Secret};
use serde::Serialize;
use serde_json::json;

use crate::forms::forms;
use crate::scene::settings;
use crate::scripted_peer::{ScriptedPeer, json as json_answer};
use crate::watch::Watch;

/// A server that refuses everything and repeats the request line, the headers and the body.
async fn repeating() -> ScriptedPeer {
    ScriptedPeer::start(|request| {
        let body = request.split("\r\n\r\n").nth(1).unwrap_or("");
        let said: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
        json_answer(
            "400 Bad Request",
            &json!({ "success": false, "message": request, "meta": request, "fields": {
                request: { "message": request, "value": said },
                "inside": { "message": said.to_string() },
            }, "unknown": said }),
        )
    })
    .await
}

#[tokio::test]
async fn secrets_in_path_query_and_body_are_not_shown() {
    let watch = Watch::new("free request");
    let peer = repeating().await;
    let client = settings(
        &peer.base_url(),
        Credential::jwt(watch.token("the credential")),
    )
    .build()
    .unwrap();
    let encoded = |name: &str| {
        let secret = watch.token(name);
        forms(&secret)
            .into_iter()
            .find(|form| form.name == "percent")
            .unwrap()
            .text
    };
    #[derive(Serialize)]
    struct Login<'a> {
        user: &'a str,
        pin: &'a Secret,
        more: Vec<Secret>,
    }
    let pin = Secret::new(watch.password("a secret of no telling name"));
    let inner = Secret::new(watch.password("a secret in a list"));
    let requests = [
        client.request(
            Method::GET,
            format!("/rest/token/{}", encoded("in the path")),
        ),
        client.request(
            Method::GET,
            format!("/rest/token/{}", watch.word("a word in the path")),
        ),
        client.request(
            Method::GET,
            format!("/rest/token/{}/x", watch.token("raw in the path")),
        ),
        client.request(
            Method::GET,
            format!("/rest/token?jwt={}", watch.word("in a query in the path")),
        ),
        client.request(Method::GET, watch.token("the path itself")),
        client
            .request(Method::GET, "/rest/user")
            .query("token", watch.token("in the query")),
        client
            .request(Method::GET, "/rest/user")
            .query("reset_password", watch.password("a password in the query")),
        client
            .request(Method::GET, "/rest/user")
            .query("api_key", watch.token("a key in the query")),
        client.request(Method::POST, "/rest/user").json(&json!({
            "password": watch.password("in the body"),
            "inside": [{ "newPassword": watch.password("deep in the body") }],
            "client_secret": watch.token("a client's secret"),
            "tokens": [watch.token("one of several")],
        })),
        client.request(Method::POST, "/rest/user").json(&Login {
            user: "me",
            pin: &pin,
            more: vec![inner],
        }),
    ];
    for request in requests {
        watch.debug(&request);
        let error = request.await.unwrap_err();
        watch.error(&error);
    }
    watch.assert_clean();
}
