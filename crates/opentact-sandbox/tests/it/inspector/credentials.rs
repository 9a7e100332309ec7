//! A credential that a page makes is shown once, in the answer to the form alone.

use opentact_sandbox::SecurityScheme;

use super::page::Inspector;

#[tokio::test]
async fn a_new_credential_is_good_and_shown_once() {
    let inspector = Inspector::new().await;
    let ann = inspector.ann().await;
    for (path, scheme) in [
        ("tokens", SecurityScheme::Bearer),
        ("google-tokens", SecurityScheme::Google),
        ("facebook-tokens", SecurityScheme::Facebook),
    ] {
        let page = inspector
            .send(&format!("{ann}/{path}"), &[("name", "ci"), ("ttl", "60")])
            .await;
        assert_eq!(page.status, 200, "{}", page.text);
        let value = page.all(".once pre").remove(0);
        assert_eq!(inspector.world.auth_status(scheme, &value).await, 200);
        let id = inspector.world.sandbox.requests().len();
        for path in [ann.clone(), "/".to_owned(), format!("/?request={id}")] {
            assert!(!inspector.get(&path).await.text.contains(&value), "{path}");
        }
    }
}

#[tokio::test]
async fn a_token_needs_a_name_and_a_life_that_is_a_number() {
    let inspector = Inspector::new().await;
    let path = format!("{}/tokens", inspector.ann().await);
    for fields in [
        [("name", ""), ("ttl", "")],
        [("name", "ci"), ("ttl", "soon")],
        [("name", "ci"), ("ttl", "-1")],
    ] {
        assert_eq!(inspector.send(&path, &fields).await.status, 400);
    }
    assert_eq!(
        inspector
            .send(&path, &[("name", &"x".repeat(256))])
            .await
            .status,
        400
    );
}
