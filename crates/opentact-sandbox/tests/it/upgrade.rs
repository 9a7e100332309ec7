//! A data file of an older version serves as it did.

use opentact_sandbox::{Sandbox, SecurityScheme};
use reqwest::Method;

use crate::world::{ANN, ANN_PASSWORD, HA1B, World, send};

#[tokio::test]
async fn who_signed_in_with_a_file_of_an_older_version_still_does() {
    for fixture in [
        include_str!("../fixtures/data-version-1.sql"),
        include_str!("../fixtures/data-version-2.sql"),
        include_str!("../fixtures/data-version-3.sql"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        let connection = rusqlite::Connection::open(&file).unwrap();
        connection.execute_batch(fixture).unwrap();
        drop(connection);

        let world = World::of(Sandbox::builder().data_file(&file)).await;
        let basic = format!("{ANN}:{ANN_PASSWORD}");
        for (scheme, secret) in [
            (SecurityScheme::Basic, basic.as_str()),
            (SecurityScheme::Bearer, "made-up token: ci"),
            (SecurityScheme::Bearer, "made-up token: laptop"),
            (SecurityScheme::Ha1b, HA1B),
        ] {
            let status = world.auth_status(scheme, secret).await;
            assert_eq!(status, 200, "{}", scheme.name());
        }
        assert_eq!(world.names_of_ann().await, ["ci", "laptop"]);
        let delete = world.by_ann(Method::DELETE, "/rest/token/made-up%20token:%20ci");
        assert_eq!(send(delete.await).await.0, 200);
        assert_eq!(world.names_of_ann().await, ["laptop"]);
        let list = world.by_ann(Method::GET, "/rest/event/subscription");
        assert_eq!(send(list.await).await.0, 200);
    }
}
