//! Requests that go through a proxy, which learns nothing but where they go.

use std::time::Duration;

use opentact::{Client, ClientBuilder, Credential, Error, ErrorKind};
use opentact_tests::{
    ClosedPort, ConnectProxy, EMAIL, MODERN, PASSWORD, Peer, Step, TlsPeer, World,
};

const LIST: &str = r#"{"success":true,"payload":[]}"#;
/// `me:planted-proxy` as a header carries it.
const BASIC: &str = "Basic bWU6cGxhbnRlZC1wcm94eQ==";

fn builder(peer: &TlsPeer, credential: Credential, proxy: String) -> ClientBuilder {
    Client::builder(credential)
        .base_url(peer.proxied_base_url())
        .root_certificate(peer.authority())
        .proxy(proxy)
        .max_retries(0)
        .attempt_timeout(Duration::from_secs(10))
}

fn token() -> Credential {
    Credential::api_token("planted-4711")
}

/// Everything that an error shows.
fn everything(error: &Error) -> String {
    format!("{error} {error:?} {error:#?} {:?}", error.io_error())
}

#[tokio::test]
async fn a_proxy_sees_where_a_request_goes_and_nothing_else() {
    for credential in [
        Credential::api_token("planted-4711"),
        Credential::api_token("planted-4711").in_query(),
        Credential::jwt("planted-4711"),
        Credential::jwt("planted-4711").in_query(),
    ] {
        let peer = TlsPeer::answering(MODERN, LIST).await;
        let proxy = ConnectProxy::start(None).await.unwrap();
        let builder = builder(&peer, credential, format!("http://{}", proxy.address()));
        let client = builder.build().unwrap();
        client.tokens().list().await.unwrap();

        let seen = proxy.seen();
        let asked = format!("CONNECT peer.example:{} HTTP/1.1\r\n", peer.port());
        assert!(seen.starts_with(&asked), "{seen}");
        for hidden in ["planted", "authorization", "x-auth-token", "/rest"] {
            assert!(!seen.to_lowercase().contains(hidden), "{seen}");
        }
        assert_eq!(peer.requests().len(), 1);
    }
}

#[tokio::test]
async fn the_proxys_password_goes_to_the_proxy_alone() {
    let peer = TlsPeer::answering(MODERN, LIST).await;
    let proxy = ConnectProxy::start(Some(BASIC)).await.unwrap();
    let builder = builder(
        &peer,
        token(),
        format!("http://me:planted-proxy@{}", proxy.address()),
    );
    assert!(!format!("{builder:?}").contains("planted"), "{builder:?}");
    let client = builder.build().unwrap();
    client.tokens().list().await.unwrap();
    assert!(!format!("{client:?}").contains("planted"), "{client:?}");
    assert!(proxy.seen().contains(BASIC));
    let request = peer.requests().remove(0);
    assert_eq!(request.headers.get("proxy-authorization"), None);
    assert!(!format!("{request:?}").contains("planted-proxy"));
}

#[tokio::test]
async fn a_proxy_that_does_not_let_through_is_an_error_that_shows_no_password() {
    let peer = TlsPeer::answering(MODERN, LIST).await;
    let strict = ConnectProxy::start(Some("another password")).await.unwrap();
    let closed = ClosedPort::take().unwrap();
    let closed = closed.base_url().replace("http://", "");
    let garbage =
        Peer::repeating([Step::Hear, Step::say("planted-proxy\r\n\r\n"), Step::Close]).await;
    let garbage = garbage.base_url().replace("http://", "");
    for proxy in [strict.address().to_string(), closed, garbage] {
        let builder = builder(&peer, token(), format!("http://me:planted-proxy@{proxy}"));
        let client = builder.build().unwrap();
        let error = client.tokens().create("x").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
        assert!(!error.may_have_been_carried_out(), "{error}");
        let way = format!("could not be reached through the proxy {proxy}: ");
        assert!(error.to_string().contains(&way), "{error}");
        let shown = everything(&error);
        assert!(
            !shown.contains("planted") && !shown.contains("bWU6"),
            "{shown}"
        );
    }
    assert_eq!(peer.connections(), 0);
}

#[tokio::test]
async fn a_proxy_that_says_nothing_is_given_up() {
    let peer = TlsPeer::answering(MODERN, LIST).await;
    let silent = Peer::repeating([Step::Hear, Step::Stall]).await;
    let builder = builder(&peer, token(), silent.base_url());
    let client = builder
        .connect_timeout(Duration::from_millis(200))
        .build()
        .unwrap();
    let error = client.tokens().create("x").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error:?}");
    let way = format!("through the proxy 127.0.0.1:{}", silent.port());
    assert!(error.to_string().contains(&way), "{error}");
    assert!(!error.may_have_been_carried_out(), "{error}");
    assert!(silent.requests()[0].starts_with("CONNECT "));
}

#[test]
fn a_proxy_that_cannot_be_used_is_refused_without_being_shown() {
    for proxy in [
        "",
        "planted-proxy",
        "ftp://me:planted-proxy@proxy.example.com",
        "http://me:planted-proxy@",
        "http://[planted-proxy",
    ] {
        let builder = Client::builder(Credential::api_token("planted-4711")).proxy(proxy);
        assert!(!format!("{builder:?}").contains("planted"), "{builder:?}");
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{proxy}");
        let shown = everything(&error);
        assert!(!shown.contains("planted"), "{shown}");
    }
}

/// Plain HTTP through a proxy would carry the credential off this machine in clear.
#[tokio::test]
async fn plain_http_on_this_machine_goes_through_no_proxy() {
    let world = World::start().await;
    let proxy = ConnectProxy::start(None).await.unwrap();
    let client = world
        .builder(Credential::basic(EMAIL, PASSWORD))
        .proxy(format!("http://{}", proxy.address()))
        .build()
        .unwrap();
    client.tokens().list().await.unwrap();
    assert_eq!(proxy.seen(), "");
}

#[tokio::test]
async fn tls_on_this_machine_goes_through_no_proxy() {
    let peer = TlsPeer::answering(MODERN, LIST).await;
    let proxy = ConnectProxy::start(None).await.unwrap();
    for host in ["localhost", "127.0.0.1"] {
        let builder = builder(&peer, token(), format!("http://{}", proxy.address()));
        let builder = builder.base_url(format!("https://{host}:{}", peer.port()));
        builder.build().unwrap().tokens().list().await.unwrap();
    }
    assert_eq!(proxy.seen(), "");
}

/// What a client says in a process with these variables and no others.
fn in_environment(variables: &[(&str, &str)], base_url: &str) -> String {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args([
            "proxies::client_of_an_environment",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env_clear()
        .env("BASE_URL_OF_A_TEST", base_url)
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let line = said.lines().find_map(|it| it.split_once("SAID: "));
    line.unwrap_or_else(|| panic!("{said}")).1.to_owned()
}

#[tokio::test]
#[ignore = "run by others in a process of its own"]
async fn client_of_an_environment() {
    let Some(url) = std::env::vars().find(|(name, _)| name == "BASE_URL_OF_A_TEST") else {
        return;
    };
    let built = Client::builder(token())
        .base_url(url.1)
        .max_retries(0)
        .connect_timeout(Duration::from_millis(300))
        .build();
    let error = match built {
        Err(error) => error,
        Ok(client) => client.tokens().list().await.unwrap_err(),
    };
    println!("SAID: {:?} {error}", error.kind());
}

#[test]
fn a_proxy_of_the_environment_is_used_and_named_or_refused_by_its_variable() {
    let closed = ClosedPort::take().unwrap();
    let closed = closed.base_url().replace("http://", "");
    let dead = format!("http://me:planted-proxy@{closed}");
    let through = format!("could not be reached through the proxy {closed}: ");
    let name = "https://peer.example:9";
    // An address for documents, to which nothing leads.
    let number = "https://192.0.2.1:9";
    for variable in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        for url in [name, number] {
            let said = in_environment(&[(variable, &dead)], url);
            assert!(said.contains(&through), "{variable}: {said}");
        }
        let bare = in_environment(&[(variable, &closed)], name);
        assert!(bare.contains(&through), "{variable}: {bare}");
        for unsupported in [
            "socks5h://me:planted-proxy@127.0.0.1:9",
            "socks5://127.0.0.1:9",
            "ftp://127.0.0.1:9",
            "http://",
            "planted-proxy:planted",
        ] {
            let said = in_environment(&[(variable, unsupported)], name);
            let begin = format!("Configuration Client::builder: {variable} ");
            assert!(said.starts_with(&begin) && said.contains("proxy"), "{said}");
            assert!(!said.contains("planted"), "{said}");
        }
        let here = in_environment(&[(variable, "ftp://x")], &format!("https://{closed}"));
        assert!(
            here.starts_with("Transport ") && !here.contains("proxy"),
            "{here}"
        );
    }
    for (exceptions, url) in [
        ("*", name),
        ("*", number),
        ("a.example, *", number),
        ("peer.example", name),
        ("192.0.2.0/24", number),
    ] {
        let said = in_environment(&[("ALL_PROXY", &dead), ("NO_PROXY", exceptions)], url);
        assert!(
            said.contains(" listTokens: ") && !said.contains("proxy"),
            "{said}"
        );
    }
}
