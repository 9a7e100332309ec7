//! Where an event stream goes, and what it goes through.

use std::time::Duration;

use opentact::{Client, Credential, ErrorKind};
use opentact_tests::{ClosedPort, ConnectProxy, EventPeer, Peer, Step};

use super::{NO_API, TOKEN, connected, event};

async fn tls_peer() -> EventPeer {
    EventPeer::start_tls(|mut socket, _| async move {
        socket.accept().await;
        socket.say(r#"{"type":"sms"}"#).await;
        socket.hear_out().await;
    })
    .await
}

#[tokio::test]
async fn tls_trusts_the_clients_certificates_alone() {
    let peer = tls_peer().await;
    for is_trusted in [true, false] {
        let mut builder = Client::builder(Credential::api_token(TOKEN))
            .base_url(format!("https://localhost:{}/rest", peer.port()));
        if is_trusted {
            builder = builder.root_certificate(peer.authority());
        }
        // The address beside the base URL.
        let mut stream = builder.build().unwrap().events().stream().unwrap();
        if is_trusted {
            connected(&mut stream).await;
            event(&mut stream).await;
            continue;
        }
        let it = super::disconnected(&mut stream).await;
        let opentact::events::DisconnectReason::NotConnected(error) = it.reason() else {
            panic!("{it:?}");
        };
        assert!(error.to_string().contains("certificate"), "{error}");
    }
    assert_eq!(peer.heads().len(), 1);
}

#[tokio::test]
async fn proxy_carries_a_tunnel_and_sees_nothing_in_it() {
    let peer = tls_peer().await;
    let proxy = ConnectProxy::start(None).await.unwrap();
    let client = Client::builder(Credential::api_token(TOKEN))
        .base_url(NO_API)
        .root_certificate(peer.authority())
        .proxy(format!("http://{}", proxy.address()))
        .build()
        .unwrap();
    let url = format!("wss://peer.example:{}/wss", peer.port());
    let mut stream = client.events().url(url).stream().unwrap();
    connected(&mut stream).await;
    event(&mut stream).await;
    let seen = proxy.seen();
    let asked = format!("CONNECT peer.example:{} HTTP/1.1\r\n", peer.port());
    assert!(seen.starts_with(&asked), "{seen}");
    for hidden in ["planted", "websocket", "/wss"] {
        assert!(!seen.to_lowercase().contains(hidden), "{seen}");
    }
}

#[tokio::test]
async fn errors_name_the_proxy_on_the_way() {
    let closed = ClosedPort::take().unwrap();
    let closed = closed.base_url().replace("http://", "");
    let silent = Peer::repeating([Step::Hear, Step::Stall]).await;
    let silent = silent.base_url().replace("http://", "");
    for proxy in [closed, silent] {
        let client = Client::builder(Credential::api_token(TOKEN))
            .base_url("https://peer.example")
            .proxy(format!("http://me:planted@{proxy}"))
            .build()
            .unwrap();
        let events = client.events().connect_timeout(Duration::from_millis(200));
        let mut stream = events.stream().unwrap();
        let it = super::disconnected(&mut stream).await;
        let opentact::events::DisconnectReason::NotConnected(error) = it.reason() else {
            panic!("{it:?}");
        };
        let shown = format!("{error} {error:?}");
        let way = format!(" through the proxy {proxy}");
        assert!(
            shown.contains(&way) && !shown.contains("planted"),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn websocket_on_this_machine_goes_through_no_proxy() {
    let plain = EventPeer::start(|mut socket, _| async move {
        socket.accept().await;
        socket.hear_out().await;
    })
    .await;
    let secured = tls_peer().await;
    let proxy = ConnectProxy::start(None).await.unwrap();
    let client = Client::builder(Credential::api_token(TOKEN))
        .base_url(NO_API)
        .root_certificate(secured.authority())
        .proxy(format!("http://{}", proxy.address()))
        .build()
        .unwrap();
    for url in [
        format!("ws://localhost:{}/wss", plain.port()),
        format!("wss://localhost:{}/wss", secured.port()),
        secured.url(),
    ] {
        let mut stream = client.events().url(&url).stream().unwrap();
        connected(&mut stream).await;
        assert_eq!(proxy.seen(), "", "{url}");
    }
}

#[test]
fn what_would_not_be_safe_or_never_end_is_refused() {
    let client = Client::builder(Credential::api_token(TOKEN))
        .build()
        .unwrap();
    for events in [
        client.events().url("ws://planted.example.com/wss"),
        client.events().url("wss://me:planted@api.opentact.org"),
        client
            .events()
            .url("wss://api.opentact.org/wss?token=planted"),
        client.events().ping_interval(Duration::ZERO),
        client.events().max_message_bytes(0),
        client.events().max_message_bytes(usize::MAX),
    ] {
        assert!(!format!("{events:?}").contains("planted"), "{events:?}");
        let error = events.stream().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
    }
}
