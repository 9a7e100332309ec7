//! Every page is there, says what there is, and is well-formed whatever it is told.

use opentact_sandbox::{Fault, Operation, SecurityScheme, UserSeed};
use reqwest::Method;
use serde_json::json;

use super::page::Inspector;
use crate::world::{ANN, ANN_PASSWORD, BOB, BOB_PASSWORD};

#[tokio::test]
async fn an_empty_log_teaches_how_to_fill_it() {
    let inspector = Inspector::new().await;
    let page = inspector.get("/").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.all("#log > li"), Vec::<String>::new());
    let command = page.one(".empty pre");
    let api = inspector.world.sandbox.base_url();
    assert_eq!(
        command,
        format!("curl {api}/rest/auth \\ -u {ANN}:PASSWORD")
    );
    let addresses = page.all(".addresses code");
    assert_eq!(addresses, [api, inspector.url.clone()]);
}

#[tokio::test]
async fn the_log_shows_the_newest_first_and_one_in_full() {
    let inspector = Inspector::new().await;
    let world = &inspector.world;
    world.jwt(ANN, ANN_PASSWORD).await;
    assert_eq!(world.auth_status(SecurityScheme::Jwt, "planted").await, 401);
    let page = inspector.get("/").await;
    assert_eq!(
        page.all("#log > li"),
        ["GET /rest/auth 401 now", "GET /rest/auth 200 now"]
    );
    let detail = inspector.get("/?request=1").await;
    assert_eq!(detail.one("#detail .wire"), "GET /rest/auth 200");
    let facts = detail.all("#detail .facts dd");
    assert!(facts.contains(&ANN.to_owned()) && facts.contains(&"basic".to_owned()));
    let headers = detail.all("#detail .headers tr");
    assert!(headers.contains(&"authorization Basic [redacted]".to_owned()));
    let newer = inspector.get("/?after=1").await;
    assert_eq!(newer.all("#log > li").len(), 1);
    for (show, count) in [
        ("refused", 1),
        ("failed", 0),
        ("faults", 0),
        ("nonsense", 2),
    ] {
        let page = inspector.get(&format!("/?show={show}")).await;
        assert_eq!(page.all("#log > li").len(), count, "{show}");
    }
    let gone = inspector.get("/?request=99").await;
    assert_eq!(gone.one("#detail-title"), "This request is no longer kept");
}

#[tokio::test]
async fn a_long_log_is_a_short_page() {
    let inspector = Inspector::new().await;
    for _ in 0..203 {
        let request = inspector.world.request(Method::GET, "/rest/auth");
        request.send().await.unwrap();
    }
    let page = inspector.get("/").await;
    assert_eq!(page.all("#log > li").len(), 200);
    assert!(page.text.contains("The newest 200"), "{}", page.text);
    assert!(page.text.contains("203 that are kept"), "{}", page.text);
    assert_eq!(page.attributes("#log > li", "data-id")[0], "203");
    assert!(page.text.len() < 150_000, "{} bytes", page.text.len());
}

#[tokio::test]
async fn users_and_faults_and_the_clock_are_shown() {
    let inspector = Inspector::new().await;
    let sandbox = &inspector.world.sandbox;
    sandbox.create_token(ANN, "ci", None).await.unwrap();
    sandbox.disable_user(BOB).await.unwrap();
    let fault = Fault::status(503).on(Operation::ListTokens).next(2);
    sandbox.faults().add(fault).unwrap();
    let users = inspector.get("/inspector/users").await;
    assert_eq!(
        users.all(".items li"),
        [
            "ann@example.com Ann Example",
            "bob@example.com Sandbox User disabled"
        ]
    );
    let ann = inspector.get(&inspector.ann().await).await;
    let token = ann.one("#tokens tbody tr");
    assert_eq!(token, "ci 23 h left now Expire Delete");
    assert!(ann.text.contains("1000@example.sip.opentact.org"));
    let faults = inspector.get("/inspector/faults").await;
    assert_eq!(
        faults.one(".fault-set .item-text"),
        "1 Answer with a status status 503 , on listTokens met 0 of 2 times"
    );
    let clock = inspector.get("/inspector/clock").await;
    assert!(clock.text.contains("It shows the system's time."));
}

#[tokio::test]
async fn operations_stand_by_how_they_are_answered() {
    let inspector = Inspector::new().await;
    let page = inspector.get("/inspector/operations").await;
    let shown = page.all(".list .item-name");
    assert_eq!(shown.len(), Operation::ALL.len());
    assert!(shown.contains(&"POST createToken".to_owned()), "{shown:?}");
    let kept = inspector.get("/inspector/kept/nothing").await;
    assert_eq!(kept.status, 404);
}

#[tokio::test]
async fn the_reference_is_the_published_page() {
    let inspector = Inspector::new().await;
    let page = inspector.get("/inspector/reference").await;
    let published = include_str!("../../../../../openapi/published/index.html");
    assert!(page.text == published);
}

#[tokio::test]
async fn whatever_people_write_is_text() {
    let inspector = Inspector::new().await;
    let sandbox = &inspector.world.sandbox;
    let script = "<script>alert(1)</script>\"'&@example.com";
    let user = UserSeed::new(script, "x").name("<b>", "\" onload=\"x");
    sandbox.add_user(user).await.unwrap();
    sandbox
        .create_token(script, "<img src=x>'\"", None)
        .await
        .unwrap();
    let fault = Fault::status_with_body(500, "<script>fault</script>");
    sandbox
        .faults()
        .add(fault.on(Operation::ListTokens))
        .unwrap();
    let request = inspector.world.request(Method::POST, "/rest/token");
    let request = request.basic_auth(script, Some("x"));
    let request = request.header("accept", "a\"><script>header</script>");
    request
        .json(&json!({ "name": "<script>name</script>" }))
        .send()
        .await
        .unwrap();
    let uuid = sandbox.user(script).await.unwrap().uuid;
    for path in [
        "/?request=1".to_owned(),
        "/inspector/users".to_owned(),
        format!("/inspector/users/{uuid}"),
        "/inspector/faults".to_owned(),
        "/inspector/stubs".to_owned(),
        "/inspector/operations".to_owned(),
        "/?show=%22%3E%3Cscript%3E&request=1".to_owned(),
        "/inspector/users/%3Cscript%3E".to_owned(),
    ] {
        let page = inspector.get(&path).await;
        let scripts = page.attributes("script", "src");
        assert_eq!(scripts, ["/inspector/script.js"], "{path}");
        assert_eq!(page.all("script"), [""], "{path}");
        assert!(page.attributes("*", "onload").is_empty(), "{path}");
    }
    let detail = inspector.get("/?request=1").await;
    assert!(detail.one("#detail").contains("<script>header</script>"));
    assert!(detail.one("#detail").contains("<script>name</script>"));
}

#[tokio::test]
async fn no_page_has_a_secret_that_was_sent_or_stored() {
    let inspector = Inspector::new().await;
    let world = &inspector.world;
    let made = world.token_of_ann(json!({ "name": "ci" })).await;
    let mut secrets = vec![ANN_PASSWORD.to_owned(), BOB_PASSWORD.to_owned()];
    secrets.push(made["token"].as_str().unwrap().to_owned());
    for (scheme, secret) in world.credentials_of_ann().await {
        world.auth_status(scheme, secret.expose()).await;
        secrets.push(secret.expose().to_owned());
    }
    let delete = format!("/rest/token/{}", made["token"].as_str().unwrap());
    world
        .by_ann(Method::DELETE, &delete)
        .await
        .send()
        .await
        .unwrap();
    let mut paths = vec!["/".to_owned(), inspector.ann().await];
    paths.extend((1..=world.sandbox.requests().len()).map(|id| format!("/?request={id}")));
    for path in paths {
        let page = inspector.get(&path).await;
        assert_eq!(page.status, 200);
        for secret in &secrets {
            assert!(!page.text.contains(secret.as_str()), "{path} has a secret");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_on_a_page() {
    let inspector = Inspector::new().await;
    for path in [
        "/inspector/users/nobody@example.com",
        "/inspector/users/60e9fa76-20e7-45ee-bf24-8c4a95143dad",
        "/inspector/try/nothing",
    ] {
        let page = inspector.get(path).await;
        assert_eq!((page.status, page.one("h1").as_str()), (404, "Not Found"));
    }
}
