//! The answer to a credential.

use opentact_client::security::{CredentialKind, SecurityScheme};
use opentact_sandbox::{AuthAnswer, Sandbox, TlsIdentity};
use serde_json::{Value, json};

use super::peer::{Peer, Seen, assert_fits, subscribe};
use crate::world::{ANN, ANN_PASSWORD, World};

/// The names of all fields, with those of the objects in them.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, it)| (name.clone(), shape(it)))
            .collect(),
        _ => Value::Null,
    }
}

async fn answer(world: &World, credential: &str) -> Value {
    let mut peer = Peer::connect(world).await;
    match peer.authenticate(credential).await {
        Seen::Event(answer) => answer,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_answer_has_the_fields_of_2024_unless_told_otherwise() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let answer = answer(&world, &jwt).await;
    let documented = include_str!("../../../../../tests/fixtures/events/auth_2024.json");
    assert_eq!(
        shape(&answer),
        shape(&serde_json::from_str(documented).unwrap())
    );
    assert_fits("AuthEvent", &answer);
    let id = answer["payload"]["uuid"].as_str().unwrap();
    let message = format!("WSS connection {id}@127.0.0.1 - success auth {ANN}");
    assert_eq!(answer["message"], message);
    assert_eq!(answer["payload"]["user"]["wss_online"], true);
    assert_eq!(answer["account"], answer["payload"]["account"]);
    assert_eq!(answer["created_on"], answer["modified_on"]);
    assert!(!answer.to_string().contains(&jwt));
}

#[tokio::test]
async fn the_answer_can_have_the_fields_of_2021() {
    let world = World::with(Sandbox::builder().auth_answer(AuthAnswer::Form2021)).await;
    let answer = answer(&world, &world.jwt(ANN, ANN_PASSWORD).await).await;
    let documented = include_str!("../../../../../tests/fixtures/events/auth_2021_repaired.json");
    assert_eq!(
        shape(&answer),
        shape(&serde_json::from_str(documented).unwrap())
    );
    assert_fits("AuthEvent", &answer);
    assert_eq!(answer["success"], true);
    assert_eq!(answer["message"], "success");
    assert_eq!(answer["payload"]["ip"], "::ffff:127.0.0.1");
    assert_eq!(answer["payload"]["account"]["balance"], 100);
}

#[tokio::test]
async fn a_jwt_or_an_api_token_is_a_credential_and_nothing_else_is() {
    let world = World::new().await;
    for (scheme, secret) in world.credentials_of_ann().await {
        let mut peer = Peer::connect(&world).await;
        let seen = peer.authenticate(secret.expose()).await;
        let Seen::Event(answer) = seen else {
            panic!("{seen:?}")
        };
        let good = matches!(
            scheme.credential(),
            CredentialKind::Jwt | CredentialKind::Bearer
        );
        if good {
            assert_fits("AuthEvent", &answer);
            assert_eq!(answer["payload"]["user"]["email"], ANN);
        } else {
            assert_fits("AuthRefusal", &answer);
            let refusal = json!({ "success": false, "type": "auth", "message": "Unauthorized" });
            assert_eq!(answer, refusal, "{scheme:?}");
            assert_eq!(peer.rest().await, [Seen::Closed(4401)]);
        }
    }
}

#[tokio::test]
async fn what_no_longer_holds_is_refused() {
    let world = World::new().await;
    let token = world.sandbox.create_token(ANN, "ci", None).await.unwrap();
    let (jwt, token) = (world.jwt(ANN, ANN_PASSWORD).await, token.token);
    world.sandbox.disable_user(ANN).await.unwrap();
    let refused = async |credential: &str| {
        let mut peer = Peer::connect(&world).await;
        let Seen::Event(answer) = peer.authenticate(credential).await else {
            return false;
        };
        answer["success"] == false && peer.next().await == Seen::Closed(4401)
    };
    assert!(refused(&jwt).await && refused(token.expose()).await);
    world.sandbox.enable_user(ANN).await.unwrap();
    world
        .sandbox
        .clock()
        .advance(std::time::Duration::from_secs(86_401));
    assert!(refused(&jwt).await && refused(token.expose()).await);
}

#[tokio::test]
async fn the_first_message_has_to_be_a_credential() {
    let world = World::new().await;
    for text in [
        "",
        "hello",
        "[]",
        r#"{"type":"ping"}"#,
        r#"{"type":"auth"}"#,
    ] {
        let mut peer = Peer::connect(&world).await;
        peer.say(text).await;
        let Seen::Event(refusal) = peer.next().await else {
            panic!("{text}")
        };
        assert_fits("AuthRefusal", &refusal);
        assert_eq!(refusal["success"], false);
        assert_eq!(peer.rest().await, [Seen::Closed(4400)], "{text}");
    }
    assert_eq!(world.sandbox.connections(), []);
}

#[tokio::test]
async fn whoever_has_a_connection_is_online() {
    let world = World::new().await;
    let online = async || {
        let basic = format!("{ANN}:{ANN_PASSWORD}");
        let (_, body) = world.auth(SecurityScheme::Basic, &basic).await;
        body["payload"]["wss_online"].clone()
    };
    assert_eq!(online().await, false);
    let waiting = Peer::connect(&world).await;
    let _bob = Peer::bob(&world).await;
    assert_eq!(online().await, false);
    let (first, second) = (Peer::ann(&world).await, Peer::ann(&world).await);
    assert_eq!(online().await, true);
    drop((waiting, first));
    assert_eq!(online().await, true);
    let mut second = second;
    second.0.close(None).await.unwrap();
    assert_eq!(second.rest().await, [Seen::Closed(1005)]);
    // The first was dropped without a word: the system tells of it when it gets to it.
    while world.sandbox.connections().iter().any(|it| it.email == ANN) {
        tokio::task::yield_now().await;
    }
    assert_eq!(online().await, false);
}

#[tokio::test]
async fn nobody_is_online_after_a_restart_or_once_the_connection_was_ended() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(Sandbox::builder().data_file(&file)).await;
    let online = async |world: &World| {
        let basic = format!("{ANN}:{ANN_PASSWORD}");
        let (_, body) = world.auth(SecurityScheme::Basic, &basic).await;
        body["payload"]["wss_online"].clone()
    };
    for code in [None, Some(1012)] {
        let peer = Peer::ann(&world).await;
        assert_eq!(online(&world).await, true);
        world.sandbox.end_connections(code).unwrap();
        assert_eq!(online(&world).await, false, "{code:?}");
        drop(peer);
    }
    let fault = opentact_sandbox::Fault::stall().on_events();
    world.sandbox.faults().add(fault).unwrap();
    let mut stalled = Peer::connect(&world).await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let message = json!({ "type": "auth", "payload": jwt });
    stalled.say(&message.to_string()).await;
    assert_eq!(online(&world).await, false);
    let peer = Peer::ann(&world).await;
    assert_eq!(online(&world).await, true);
    drop(world);
    let world = World::with(Sandbox::builder().data_file(&file)).await;
    assert_eq!(online(&world).await, false);
    drop(peer);
}

#[tokio::test]
async fn who_subscribed_to_it_hears_of_the_other_connections_of_the_account() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    subscribe(&world, &jwt, json!({ "type": "auth" })).await;
    let mut first = Peer::with(&world, &jwt).await;
    let _bob = Peer::bob(&world).await;
    let mut second = Peer::connect(&world).await;
    let Seen::Event(answer) = second.authenticate(&jwt).await else {
        panic!("refused")
    };
    assert_eq!(first.next().await, Seen::Event(answer));
    assert_eq!(world.sandbox.end_connections(Some(4000)).unwrap(), 3);
    // Neither heard of itself, nor of Bob.
    assert_eq!(first.rest().await, [Seen::Closed(4000)]);
    assert_eq!(second.rest().await, [Seen::Closed(4000)]);
}

#[tokio::test]
async fn the_service_is_there_over_tls() {
    use tokio_rustls::{
        TlsConnector,
        rustls::{ClientConfig, RootCertStore, pki_types::ServerName},
    };
    let world = World::with(Sandbox::builder().tls(TlsIdentity::generated())).await;
    let mut roots = RootCertStore::empty();
    let trust = pem::parse(world.sandbox.certificate().unwrap()).unwrap();
    roots.add(trust.into_contents().into()).unwrap();
    let provider = tokio_rustls::rustls::crypto::aws_lc_rs::default_provider();
    let config = ClientConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let address = world.sandbox.address();
    let tcp = tokio::net::TcpStream::connect(address).await.unwrap();
    let name = ServerName::from(address.ip());
    let connector = TlsConnector::from(std::sync::Arc::new(config));
    let tls = connector.connect(name, tcp).await.unwrap();
    let url = format!("wss://{address}/wss");
    let (mut socket, _) = tokio_tungstenite::client_async(url, tls).await.unwrap();
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    subscribe(&world, &jwt, json!({})).await;
    let message = json!({ "type": "auth", "payload": jwt }).to_string();
    futures_util::SinkExt::send(&mut socket, message.into())
        .await
        .unwrap();
    let mut next = async || {
        let next = futures_util::StreamExt::next(&mut socket).await.unwrap();
        let text = next.unwrap().into_text().unwrap();
        serde_json::from_str::<Value>(&text).unwrap()
    };
    assert_eq!(next().await["payload"]["user"]["email"], ANN);
    let event = super::peer::call_state(1);
    assert_eq!(world.sandbox.send_event(ANN, &event).await.unwrap(), 1);
    assert_eq!(next().await, event);
}
