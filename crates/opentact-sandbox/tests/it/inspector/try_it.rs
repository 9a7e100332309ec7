//! Trying an operation is a request like any other.

use opentact_sandbox::{Fault, Operation, Sandbox, Secret, TlsIdentity};
use serde_json::Value;

use super::page::Inspector;
use crate::world::{ANN, ANN_PASSWORD};

#[tokio::test]
async fn there_is_a_form_for_every_operation() {
    let inspector = Inspector::new().await;
    for operation in Operation::ALL {
        let path = format!("/inspector/try/{}", operation.id());
        let page = inspector.get(&path).await;
        assert_eq!(page.all(".operations li").len(), Operation::ALL.len());
        let wire = format!("{} {}", operation.method(), operation.path());
        assert_eq!(page.one("#detail .wire"), wire);
        let schemes = page.all("#scheme option");
        assert_eq!(schemes.len(), operation.security().len() + 1);
        let body = page.all("#body");
        let takes_one = matches!(operation.method(), "POST" | "PATCH");
        assert_eq!(body.len(), usize::from(takes_one), "{operation:?}");
        for body in body {
            let body: Value = serde_json::from_str(&body).unwrap();
            assert!(body.is_object(), "{operation:?}: {body}");
        }
    }
}

#[tokio::test]
async fn an_answer_is_shown_and_the_credential_is_not() {
    let inspector = Inspector::new().await;
    let world = &inspector.world;
    let path = "/inspector/try/authenticate";
    let good = format!("{ANN}:{ANN_PASSWORD}");
    for (credential, status) in [
        (good.as_str(), "200"),
        ("ann@example.com:wrong-planted", "401"),
    ] {
        let page = inspector
            .send(path, &[("scheme", "basic"), ("credential", credential)])
            .await;
        assert_eq!(page.one("#answer .status"), status);
        assert!(!page.text.contains(credential) && !page.text.contains(ANN_PASSWORD));
        assert!(
            page.one("#answer")
                .contains("content-type application/json")
        );
    }
    // What a path names may be a token.
    let fields = [
        ("scheme", "basic"),
        ("credential", "ann@example.com:wrong-planted"),
        ("token", "LivePlantedToken"),
    ];
    let page = inspector.send("/inspector/try/deleteToken", &fields).await;
    assert_eq!(page.one("#answer .status"), "401");
    assert!(!page.text.contains("Planted") && !page.text.contains("planted"));
    let logged = world.sandbox.requests();
    assert_eq!(
        logged.iter().map(|it| it.status).collect::<Vec<_>>(),
        [200, 401, 401]
    );
}

#[tokio::test]
async fn a_sandbox_that_speaks_tls_is_tried_over_it() {
    let inspector = Inspector::with(Sandbox::builder().tls(TlsIdentity::generated())).await;
    let path = "/inspector/try/authenticate";
    let credential = format!("{ANN}:{ANN_PASSWORD}");
    let page = inspector
        .send(path, &[("scheme", "basic"), ("credential", &credential)])
        .await;
    assert_eq!(page.one("#answer .status"), "200");
    let trust = format!("--cacert <(curl -s {}/certificate.pem)", inspector.url);
    let log = inspector.get("/").await;
    assert!(log.one(".empty pre").contains(&trust), "{}", log.text);
    assert!(
        page.one("header")
            .contains(&inspector.world.sandbox.base_url())
    );
}

#[tokio::test]
async fn every_place_of_a_credential_and_every_part_of_a_request_can_be_sent() {
    let inspector = Inspector::new().await;
    let world = &inspector.world;
    let credentials = world.credentials_of_ann().await;
    for (scheme, secret) in &credentials {
        let fields = [("scheme", scheme.name()), ("credential", secret.expose())];
        let page = inspector.send("/inspector/try/listTokens", &fields).await;
        assert_eq!(
            page.one("#answer .status"),
            "200",
            "{scheme:?}: {}",
            page.text
        );
        let last = world.sandbox.requests().pop().unwrap();
        assert_eq!(last.credentials, [*scheme]);
    }
    let basic = format!("{ANN}:{ANN_PASSWORD}");
    let basic = [("scheme", "basic"), ("credential", basic.as_str())];
    let mut create = basic.to_vec();
    create.push(("body", r#"{"name": "tried", "ttl": 600}"#));
    let page = inspector.send("/inspector/try/createToken", &create).await;
    assert_eq!(page.one("#answer .status"), "201");
    let token = world.sandbox.tokens(ANN).await.unwrap().pop().unwrap();
    let uuid = token.uuid.to_string();
    let mut update = basic.to_vec();
    update.extend([("token", uuid.as_str()), ("body", r#"{"name": "renamed"}"#)]);
    let page = inspector.send("/inspector/try/updateToken", &update).await;
    assert_eq!(page.one("#answer .status"), "200", "{}", page.text);
    assert_eq!(
        world.sandbox.tokens(ANN).await.unwrap().pop().unwrap().name,
        "renamed"
    );
}

#[tokio::test]
async fn what_cannot_be_sent_or_is_not_answered_is_said() {
    let inspector = Inspector::new().await;
    let world = &inspector.world;
    let jwt = Secret::new("planted");
    for (path, fields, said) in [
        (
            "authenticate",
            vec![("scheme", "basic"), ("credential", "planted")],
            "cannot be sent",
        ),
        (
            "authenticate",
            vec![("scheme", "jwt"), ("credential", "")],
            "cannot be sent",
        ),
        ("deleteToken", vec![("token", "..")], "needs a value"),
    ] {
        let page = inspector
            .send(&format!("/inspector/try/{path}"), &fields)
            .await;
        assert!(page.one("#answer").contains(said), "{}", page.text);
        assert!(!page.text.contains("planted"));
    }
    assert_eq!(world.sandbox.requests().len(), 0);
    world.sandbox.faults().add(Fault::close_before()).unwrap();
    let fields = [("scheme", "jwtQuery"), ("credential", jwt.expose())];
    let page = inspector.send("/inspector/try/authenticate", &fields).await;
    assert!(
        page.one("#answer").contains("There was no answer"),
        "{}",
        page.text
    );
    assert!(!page.text.contains("planted"));
    let odd = [("token", "../list?x=y#z")];
    let page = inspector.send("/inspector/try/deleteToken", &odd).await;
    assert_eq!(page.one("#answer .status"), "401");
}
