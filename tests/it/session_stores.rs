//! The session stores that need no server, held to what every store promises.

use opentact::session_store::MemoryStore;
use opentact_session_stores::{FileStore, SealKey};
use opentact_tests::Doors;

#[tokio::test]
async fn memory_keeps_the_promises() {
    let store = MemoryStore::new();
    let doors = Doors(&store, &store.clone());
    doors.keep_sessions().await;
    doors.give_one_right_at_a_time().await;
    doors.end_rights_with_their_lease().await;
    doors.end_rights_with_their_holder().await;
}

#[tokio::test]
async fn files_keep_the_promises_plain_and_sealed() {
    for key in [None, Some(SealKey::new([7; 32]))] {
        let home = tempfile::tempdir().unwrap();
        let open = || {
            let store = FileStore::new(home.path().join("sessions")).unwrap();
            match &key {
                Some(key) => store.sealed_by(key.clone()),
                None => store,
            }
        };
        let (first, second) = (open(), open());
        let doors = Doors(&first, &second);
        doors.keep_sessions().await;
        doors.give_one_right_at_a_time().await;
        doors.end_rights_with_their_holder().await;
    }
}
