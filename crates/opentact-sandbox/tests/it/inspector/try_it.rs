//! Trying an operation is a request like any other.

use opentact_sandbox::{Fault, Sandbox, Secret, TlsIdentity};

use super::page::Inspector;
use crate::world::{ANN, ANN_PASSWORD};

#[tokio::test]
async fn an_answer_is_shown_and_the_credential_is_not() {
    let inspector = Inspector::new().await;
    let world = &inspector.world;
    let path = "/inspector/reference/authenticate";
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
    // What the path names is shown again if it is a uuid: else it may be a token.
    let uuid = "00000000-0000-4000-8000-000000000000";
    for (token, shown) in [("LivePlantedToken", vec![]), (uuid, vec![uuid.to_owned()])] {
        let fields = [
            ("scheme", "basic"),
            ("credential", "ann@example.com:wrong-planted"),
            ("token", token),
        ];
        let path = "/inspector/reference/deleteToken";
        let page = inspector.send(path, &fields).await;
        assert_eq!(page.one("#answer .status"), "401");
        assert_eq!(page.attributes("#parameter", "value"), shown);
        assert_eq!(page.text.contains(token), token == uuid);
    }
    let logged = world.sandbox.requests();
    assert_eq!(
        logged.iter().map(|it| it.status).collect::<Vec<_>>(),
        [200, 401, 401, 401]
    );
}

#[tokio::test]
async fn a_sandbox_that_speaks_tls_is_tried_over_it() {
    let inspector = Inspector::with(Sandbox::builder().tls(TlsIdentity::generated())).await;
    let path = "/inspector/reference/authenticate";
    let credential = format!("{ANN}:{ANN_PASSWORD}");
    let page = inspector
        .send(path, &[("scheme", "basic"), ("credential", &credential)])
        .await;
    assert_eq!(page.one("#answer .status"), "200");
    let trust = format!("--cacert <(curl -s {}/certificate.pem)", inspector.url);
    assert!(page.one("main").contains(&trust), "{}", page.text);
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
        let page = inspector
            .send("/inspector/reference/listTokens", &fields)
            .await;
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
    let page = inspector
        .send("/inspector/reference/createToken", &create)
        .await;
    assert_eq!(page.one("#answer .status"), "201");
    let token = world.sandbox.tokens(ANN).await.unwrap().pop().unwrap();
    let uuid = token.uuid.to_string();
    let mut update = basic.to_vec();
    update.extend([("token", uuid.as_str()), ("body", r#"{"name": "renamed"}"#)]);
    let page = inspector
        .send("/inspector/reference/updateToken", &update)
        .await;
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
            .send(&format!("/inspector/reference/{path}"), &fields)
            .await;
        assert!(page.one("#answer").contains(said), "{}", page.text);
        assert!(!page.text.contains("planted"));
    }
    assert_eq!(world.sandbox.requests().len(), 0);
    world.sandbox.faults().add(Fault::close_before()).unwrap();
    let fields = [("scheme", "jwtQuery"), ("credential", jwt.expose())];
    let page = inspector
        .send("/inspector/reference/authenticate", &fields)
        .await;
    assert!(
        page.one("#answer").contains("There was no answer"),
        "{}",
        page.text
    );
    assert!(!page.text.contains("planted"));
    let odd = [("token", "../list?x=y#z")];
    let page = inspector
        .send("/inspector/reference/deleteToken", &odd)
        .await;
    assert_eq!(page.one("#answer .status"), "401");
}
