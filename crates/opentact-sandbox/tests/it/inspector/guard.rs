//! No page of another origin can send a form, and neither can one that hides its origin.

use reqwest::{Client, Method};

use super::page::{Inspector, encoded};

#[tokio::test]
async fn a_form_from_elsewhere_is_refused_and_not_done() {
    let inspector = Inspector::new().await;
    let sandbox = &inspector.world.sandbox;
    let fields = [("seconds", "86400")];
    let before = sandbox.clock().now();
    for (name, value) in [
        ("origin", Some("https://page.example.com")),
        ("origin", Some("null")),
        ("host", Some("rebound.example.com")),
        ("sec-fetch-site", Some("cross-site")),
        ("sec-fetch-site", Some("same-site")),
        ("none", None),
    ] {
        let url = format!("{}/inspector/clock/advance", inspector.url);
        let mut request = Client::new().post(url).body(encoded(&fields));
        if let Some(value) = value {
            request = request.header(name, value);
        }
        if matches!(name, "host" | "sec-fetch-site") {
            request = request.header("origin", &inspector.url);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 403, "{name}: {value:?}");
    }
    assert!((sandbox.clock().now() - before).num_seconds() < 3600);
    inspector.done("/inspector/clock/advance", &fields).await;
    assert!((sandbox.clock().now() - before).num_seconds() >= 86_400);
}

#[tokio::test]
async fn a_page_is_not_shown_to_another_host_or_site() {
    let inspector = Inspector::new().await;
    for (name, value) in [
        ("host", "rebound.example.com"),
        ("sec-fetch-site", "cross-site"),
    ] {
        for path in ["/", "/inspector/users", "/inspector/script.js"] {
            let request = Client::new().get(format!("{}{path}", inspector.url));
            let response = request.header(name, value).send().await.unwrap();
            assert_eq!(response.status(), 403, "{path} {name}");
        }
    }
}

#[tokio::test]
async fn what_changes_something_is_never_a_get() {
    let inspector = Inspector::new().await;
    for path in [
        "/inspector/reset",
        "/inspector/faults/clear",
        "/inspector/clock/advance",
    ] {
        let request = Client::new().request(Method::GET, format!("{}{path}", inspector.url));
        assert_eq!(request.send().await.unwrap().status(), 405, "{path}");
    }
}

#[tokio::test]
async fn the_json_of_the_control_port_needs_no_origin() {
    let inspector = Inspector::new().await;
    let url = format!("{}/clock/advance", inspector.url);
    let request = Client::new().post(url).body(r#"{"seconds": 1}"#);
    assert_eq!(request.send().await.unwrap().status(), 200);
    let assets = ["style.css", "script.js", "icon.svg"];
    for asset in assets {
        let url = format!("{}/inspector/{asset}", inspector.url);
        let response = Client::new().get(url).send().await.unwrap();
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert!(!response.text().await.unwrap().is_empty());
    }
}
