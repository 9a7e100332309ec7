//! What every session store promises, asked of one after the other.

use std::future::Future;
use std::time::Duration;

use opentact::Credential;
use opentact::session_store::{LoginLock, SessionName, SessionStore, StoredSession};

const HOUR: Duration = Duration::from_secs(3600);
/// How soon something ends that the test waits for.
const SOON: Duration = Duration::from_millis(20);
/// How long the test waits for it before it fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// A store, seen through two doors that open on the same place.
#[derive(Clone, Copy, Debug)]
pub struct Doors<'a>(pub &'a dyn SessionStore, pub &'a dyn SessionStore);

#[expect(clippy::expect_used, reason = "a test ends where its store fails")]
impl Doors<'_> {
    /// What every store does with sessions.
    pub async fn keep_sessions(self) {
        let (ann, bob) = (name("ann@example.com"), name("bob@example.com"));
        assert_eq!(self.loaded(&ann).await, None);

        self.save(&ann, &session("first").lasting(2 * HOUR, HOUR))
            .await;
        let first = self.loaded(&ann).await.expect("a session");
        assert_eq!(first.jwt().expose(), "first");
        assert_eq!(first.life(), Some(2 * HOUR));
        let left = first.left().expect("a time");
        assert!(left <= HOUR && left > HOUR - PATIENCE, "{left:?}");
        assert_eq!(self.loaded(&bob).await, None);

        self.save(&bob, &session("of-bob")).await;
        assert_eq!(self.loaded(&bob).await, Some(session("of-bob")));
        self.save(&ann, &session("second").lasting(HOUR, HOUR))
            .await;
        let second = self.loaded(&ann).await.expect("a session");
        assert_eq!(second.jwt().expose(), "second");
        assert_eq!(self.loaded(&bob).await, Some(session("of-bob")));

        self.save(&ann, &session("short").lasting(HOUR, SOON)).await;
        until(async || self.loaded(&ann).await.is_none()).await;
        self.save(&bob, &session("over").lasting(HOUR, Duration::ZERO))
            .await;
        assert_eq!(self.loaded(&bob).await, None);
    }

    /// What every store does with the right to log in.
    pub async fn give_one_right_at_a_time(self) {
        let (ann, bob) = (name("ann@example.com"), name("bob@example.com"));
        let of_ann = self.0.try_lock(&ann, HOUR).await.expect("an answer");
        let of_ann = of_ann.expect("a free lock");
        assert!(self.is_taken(&ann).await);
        assert!(!self.is_taken(&bob).await);
        of_ann.release().await;
        assert!(!self.is_taken(&ann).await);
    }

    /// What a store does that knows leases.
    pub async fn end_rights_with_their_lease(self) {
        let ann = name("ann@example.com");
        let late = self.0.try_lock(&ann, SOON).await.expect("an answer");
        let late = late.expect("a free lock");
        let mut next = None;
        until(async || {
            next = self.1.try_lock(&ann, HOUR).await.expect("an answer");
            next.is_some()
        })
        .await;
        // It is somebody else's now.
        late.release().await;
        assert!(self.is_taken(&ann).await);
        next.expect("a lock").release().await;
    }

    /// What a store does whose rights end with their holders.
    pub async fn end_rights_with_their_holder(self) {
        let ann = name("ann@example.com");
        let lock = self.0.try_lock(&ann, HOUR).await.expect("an answer");
        drop(lock.expect("a free lock"));
        assert!(!self.is_taken(&ann).await);
    }

    /// Saves through the first door.
    async fn save(self, name: &SessionName, session: &StoredSession) {
        self.0.save(name, session).await.expect("it is kept");
    }

    /// Loads through the second door, and through the first the same.
    async fn loaded(self, name: &SessionName) -> Option<StoredSession> {
        let jwt = |session: &Option<StoredSession>| session.as_ref().map(|it| it.jwt().clone());
        let second = self.1.load(name).await.expect("an answer");
        let first = self.0.load(name).await.expect("an answer");
        // The first was asked later, so it may have ended since.
        assert!(first.is_none() || jwt(&first) == jwt(&second));
        second
    }

    /// Whether the right is refused through both doors; if it is not, it is given back.
    async fn is_taken(self, name: &SessionName) -> bool {
        let mut given = 0;
        for store in [self.0, self.1] {
            let lock = store.try_lock(name, HOUR).await.expect("an answer");
            given += usize::from(lock.is_some());
            if let Some(lock) = lock {
                LoginLock::release(lock).await;
            }
        }
        assert_ne!(given, 1, "one door gives what the other refuses");
        given == 0
    }
}

fn session(jwt: &str) -> StoredSession {
    StoredSession::new(jwt)
}

/// The name of that user's session.
fn name(email: &str) -> SessionName {
    let credential = Credential::basic(email, "made up");
    SessionName::new("https://api.opentact.org", &credential)
}

/// Asks again and again until it is so.
#[expect(clippy::expect_used, reason = "a test ends where this never is so")]
async fn until(mut is_so: impl AsyncFnMut() -> bool) {
    let asking = async {
        while !is_so().await {
            tokio::task::yield_now().await;
        }
    };
    let asking: &mut (dyn Future<Output = ()> + Unpin) = &mut std::pin::pin!(asking);
    tokio::time::timeout(PATIENCE, asking)
        .await
        .expect("it is so before the test loses patience");
}
