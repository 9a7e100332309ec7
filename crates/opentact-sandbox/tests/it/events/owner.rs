//! What the owner of a sandbox sees of the connections, and how it ends them.

use opentact_sandbox::Error;

use super::peer::{Peer, Seen};
use crate::world::{ANN, BOB, World};

#[tokio::test]
async fn connections_are_listed_oldest_first() {
    let world = World::new().await;
    let before = world.sandbox.clock().now();
    let _peers = (Peer::bob(&world).await, Peer::ann(&world).await);
    let _waiting = Peer::connect(&world).await;
    let connections = world.sandbox.connections();
    let emails: Vec<_> = connections.iter().map(|it| it.email.as_str()).collect();
    assert_eq!(emails, [BOB, ANN]);
    let ann = world.sandbox.user(ANN).await.unwrap();
    let shown = &connections[1];
    assert_eq!((shown.user, shown.events), (ann.uuid, 0));
    assert!(shown.ip.is_loopback() && shown.since.timestamp() >= before.timestamp());
}

#[tokio::test]
async fn a_connection_is_cut_or_closed_with_a_code() {
    let world = World::new().await;
    let (ann, bob, last) = (
        Peer::ann(&world).await,
        Peer::bob(&world).await,
        Peer::ann(&world).await,
    );
    let ids: Vec<_> = world
        .sandbox
        .connections()
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    world.sandbox.end_connection(&ids[0], None).unwrap();
    assert_eq!(ann.rest().await, [Seen::Cut]);
    world.sandbox.end_connection(&ids[1], Some(1012)).unwrap();
    assert_eq!(bob.rest().await, [Seen::Closed(1012)]);
    let again = world.sandbox.end_connection(&ids[1], None);
    assert!(matches!(again, Err(Error::UnknownConnection { .. })));
    for code in [0, 999, 1005, 1006, 1015, 2000, 5000] {
        let refused = world.sandbox.end_connections(Some(code));
        assert!(matches!(refused, Err(Error::CloseCode { .. })), "{code}");
    }
    assert_eq!(world.sandbox.end_connections(None).unwrap(), 1);
    assert_eq!(last.rest().await, [Seen::Cut]);
    assert_eq!(world.sandbox.end_connections(None).unwrap(), 0);
}
