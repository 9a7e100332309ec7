//! No credential follows a redirect: any scheme, any status, any target, any way to call.

use opentact::{Client, Credential, CredentialKind, Error, ErrorKind, Method, Placement};
use opentact_client::security::SecurityScheme;
use opentact_tests::{MODERN, Peer, Step, TlsPeer};

const STATUSES: [&str; 5] = [
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
];

/// A credential of that scheme, with `planted` in its secret.
fn planted(scheme: SecurityScheme) -> Credential {
    let credential = match scheme.credential() {
        CredentialKind::Basic => Credential::basic("me@example.com", "planted-4711"),
        CredentialKind::Bearer => Credential::api_token("planted-4711"),
        CredentialKind::Jwt => Credential::jwt("planted-4711"),
        CredentialKind::Google => Credential::google("planted-4711"),
        CredentialKind::Facebook => Credential::facebook("planted-4711"),
        CredentialKind::Ha1b => Credential::ha1b("planted-4711"),
        other => panic!("no planted credential of the kind {}", other.name()),
    };
    credential.placed(if scheme.location().is_in_url() {
        Placement::Query
    } else {
        Placement::Header
    })
}

/// Where redirects point, and what an error may show of it.
fn targets(first: &Peer, other: &Peer) -> Vec<(String, String)> {
    let here = first.base_url();
    let there = other.base_url();
    let authority = there.trim_start_matches("http://");
    let by_name = format!("http://localhost:{}", other.port());
    let query = "bearer=planted-4711&jwt=planted-4711#planted-4711";
    let no_web_address = "an address that is no web address";
    [
        (format!("{there}/rest/token/list"), there.as_str()),
        (format!("{there}/rest/token/list?{query}"), &there),
        (
            format!("http://me:planted-4711@{authority}/?{query}"),
            &there,
        ),
        (format!("{by_name}/planted-4711"), &by_name),
        (
            format!("http://localhost:{}/", first.port()),
            &format!("http://localhost:{}", first.port()),
        ),
        (format!("{here}/rest/elsewhere?{query}"), &here),
        (
            format!("/rest/elsewhere?{query}"),
            "another path of the same server",
        ),
        (
            "?planted-4711".to_owned(),
            "another path of the same server",
        ),
        (format!("//{authority}/rest?{query}"), "another server"),
        (
            "https://planted-4711.example.com/".to_owned(),
            "https://[redacted].example.com",
        ),
        (
            "javascript:alert('planted-4711')".to_owned(),
            no_web_address,
        ),
        ("data:text/html,planted-4711".to_owned(), no_web_address),
        ("file:///planted-4711".to_owned(), no_web_address),
        ("http://[planted-4711".to_owned(), ""),
        (format!("http:\\\\{authority}\\{query}"), &there),
        (format!("{there}/{}", "planted-4711/".repeat(4000)), &there),
        (String::new(), "nowhere"),
    ]
    .map(|(target, shown)| (target, shown.to_owned()))
    .into()
}

fn turn(status: &str, target: &str) -> Vec<Step> {
    let head = format!("HTTP/1.1 {status}\r\nlocation: {target}\r\ncontent-length: 0\r\n\r\n");
    vec![Step::Hear, Step::say(head)]
}

/// Everything that an error shows.
fn everything(error: &Error) -> String {
    format!("{error} {error:?} {error:#?} {:?}", error.io_error())
}

fn assert_redirected(error: &Error, target: &str, expected: &str) {
    assert_eq!(error.kind(), ErrorKind::Redirected, "{target}: {error}");
    let shown = error.to_string();
    assert!(
        shown.contains(&format!("points to {expected}")),
        "{target}: {shown}"
    );
    assert!(
        shown.ends_with("correct the base URL; nothing was sent to the other address"),
        "{shown}"
    );
    let shown = everything(error);
    assert!(!shown.contains("planted"), "{target}: {shown}");
}

/// Eleven schemes, five statuses, all targets: 935 redirects, and no request to where they point.
#[tokio::test]
async fn no_redirect_is_followed_by_any_scheme() {
    let first = Peer::playing([]).await;
    let other = Peer::answering(
        "200 OK",
        "application/json",
        r#"{"success":true,"payload":[]}"#,
    )
    .await;
    let mut redirects = 0;
    for scheme in SecurityScheme::ALL {
        let builder = Client::builder(planted(*scheme)).base_url(first.base_url());
        let client = builder.without_session().build().unwrap();
        for status in STATUSES {
            for (target, shown) in targets(&first, &other) {
                first.play([turn(status, &target)]);
                let error = client.tokens().list().await.unwrap_err();
                assert_redirected(&error, &target, &shown);
                assert_eq!(error.operation(), "listTokens");
                assert_eq!(first.requests().len(), 1, "{status} {target}");
                redirects += 1;
            }
        }
    }
    assert_eq!(redirects, 11 * 5 * targets(&first, &other).len());
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn no_redirect_is_followed_by_a_login() {
    let first = Peer::playing([]).await;
    let other = Peer::answering("200 OK", "application/json", "{}").await;
    for scheme in SecurityScheme::ALL {
        if matches!(
            scheme.credential(),
            CredentialKind::Bearer | CredentialKind::Jwt
        ) {
            continue;
        }
        for status in STATUSES {
            let builder = Client::builder(planted(*scheme)).base_url(first.base_url());
            let client = builder.build().unwrap();
            let (target, shown) = targets(&first, &other).remove(1);
            first.play([turn(status, &target)]);
            let error = client.tokens().create("x").await.unwrap_err();
            assert_redirected(&error, &target, &shown);
            assert!(error.is_login());
            let requests = first.requests();
            assert_eq!(requests.len(), 1, "{requests:?}");
            assert!(requests[0].starts_with("GET /rest/auth"), "{requests:?}");
        }
    }
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn no_redirect_is_followed_whichever_way_the_call_is_made() {
    let first = Peer::playing([]).await;
    let other = Peer::answering(
        "200 OK",
        "application/json",
        r#"{"success":true,"payload":[]}"#,
    )
    .await;
    for scheme in SecurityScheme::ALL {
        let builder = Client::builder(planted(*scheme)).base_url(first.base_url());
        let client = builder.without_session().build().unwrap();
        for status in STATUSES {
            let (target, shown) = targets(&first, &other).remove(1);
            let redirect = || first.play([turn(status, &target)]);

            redirect();
            let error = client.request(Method::POST, "/rest/sms").await.unwrap_err();
            assert_redirected(&error, &target, &shown);

            redirect();
            let error = client.tokens().create("x").await.unwrap_err();
            assert_redirected(&error, &target, &shown);
            assert!(!error.may_have_been_carried_out(), "{error}");

            redirect();
            let error = client.tokens().delete("planted-token").await.unwrap_err();
            assert_redirected(&error, &target, &shown);

            redirect();
            let error = client.api().list_tokens().await.unwrap_err();
            assert_eq!(
                error.status().map(|it| it.as_u16()),
                status[..3].parse().ok()
            );
            assert_eq!(first.requests().len(), 1);
        }
    }
    assert_eq!(other.connections(), 0);
}

/// From TLS to plain HTTP on this machine, to another port of TLS, and the other way.
#[tokio::test]
async fn no_redirect_is_followed_from_one_kind_of_server_to_another() {
    let plain = Peer::answering(
        "200 OK",
        "application/json",
        r#"{"success":true,"payload":[]}"#,
    )
    .await;
    let tls = TlsPeer::answering(MODERN, r#"{"success":true,"payload":[]}"#).await;
    let origins = [
        plain.base_url(),
        tls.base_url(),
        format!("https://localhost:{}", tls.port()),
    ];
    for origin in origins {
        let target = format!("{origin}/rest/token/list?bearer=planted-4711");
        let location: http::HeaderValue = target.parse().unwrap();
        let first = TlsPeer::start(MODERN, move |_| {
            let mut response = http::Response::new(String::new());
            *response.status_mut() = http::StatusCode::TEMPORARY_REDIRECT;
            response.headers_mut().insert("location", location.clone());
            response
        })
        .await;
        for scheme in SecurityScheme::ALL {
            let client = Client::builder(planted(*scheme))
                .base_url(first.base_url())
                .root_certificate(first.authority())
                .root_certificate(tls.authority())
                .without_session()
                .build()
                .unwrap();
            let error = client.tokens().list().await.unwrap_err();
            assert_redirected(&error, &target, &origin);
        }
        assert_eq!(first.requests().len(), SecurityScheme::ALL.len());

        // And from plain HTTP to TLS, which is how servers ask for TLS.
        let first = Peer::repeating(turn("301 Moved Permanently", &target)).await;
        let client = Client::builder(Credential::api_token("planted-4711"))
            .base_url(first.base_url())
            .root_certificate(tls.authority())
            .build()
            .unwrap();
        let error = client.tokens().list().await.unwrap_err();
        assert_redirected(&error, &target, &origin);
    }
    assert_eq!((plain.connections(), tls.connections()), (0, 0));
}
