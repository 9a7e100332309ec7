//! Sessions in files, shared by the processes of one machine.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use opentact::session_store::{
    BoxFuture, LoginLock, SessionName, SessionStore, StoreError, StoredSession,
};

use crate::SealKey;
use crate::private_folder::PrivateFolder;
use crate::record::{Record, time_of_day};

/// Sessions in files, shared by the processes of one machine. Needs the feature `file`.
///
/// Within the folder that it is given it makes one of its own, on Unix `opentact-sessions-UID`, with
/// two files for each session: `NAME.session` and `NAME.lock`, with the text of the
/// [`SessionName`], or its keyed hash when there is a key. Expired sessions stay until they are
/// replaced; a process that is killed while it writes may leave a `.tmp` file. Any of them may be
/// deleted at any time, which costs a login.
///
/// * The given folder may be anybody's, open to others or behind a link, as volumes of Kubernetes
///   are; it has to be writable. The store's own folder and its files are for their owner alone
///   from their making on (modes 0700 and 0600).
/// * What belongs to another user, and a symbolic link in place of that folder or a file, is
///   refused. A folder that was opened to others is closed again, with a warning; a session whose
///   file was open to others is not used and is replaced, which costs a login. Kubernetes opens
///   both to the group at each mount of a volume with `fsGroup`, unless `fsGroupChangePolicy` is
///   `OnRootMismatch`.
/// * On other systems than Unix none of this is checked: choose a folder that is private.
/// * A file is replaced as a whole. One that is cut short, foreign or of a newer version counts as
///   no session, with a warning, and is replaced by the next.
/// * The login lock is an advisory lock of the operating system. It ends with its holder, be it
///   killed, and not with the lease.
/// * How old a session is, the time of day says. A clock that is set ahead or back costs a login,
///   or a call that the server refuses and that is repeated after a login.
///
/// The folder has to be on a file system of this machine: advisory locks of network file systems
/// are not to be relied upon. Reading and writing happens on Tokio's threads for blocking work.
///
/// Without a [`SealKey`] whoever can read the files can act as their users until the JWTs end.
///
/// ```
/// use opentact::session_store::{SessionName, SessionStore, StoredSession};
/// use opentact_session_stores::FileStore;
/// # use opentact::Credential;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let home = tempfile::tempdir()?;
/// # let folder = home.path().join("opentact");
/// let store = FileStore::new(folder)?;
/// let credential = Credential::basic("me@example.com", "made up");
/// let name = SessionName::new("https://api.opentact.org", &credential);
/// store.save(&name, &StoredSession::new("made.up.jwt")).await?;
/// assert!(store.load(&name).await?.is_some());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct FileStore {
    folder: Arc<PrivateFolder>,
    key: Option<SealKey>,
}

impl FileStore {
    /// A store within that folder, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// [`StoreError`]: the folder cannot be made, is none, or is not writable; or what is in it under
    /// the name of the store's own folder is none, or somebody else's.
    pub fn new(folder: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let folder = std::path::absolute(folder.into()).map_err(|cause| {
            StoreError::new("the folder for sessions has no absolute path").with_source(cause)
        })?;
        Ok(Self {
            folder: Arc::new(PrivateFolder::within(&folder)?),
            key: None,
        })
    }

    /// The same store, with everything in it sealed by that key.
    #[must_use]
    pub fn sealed_by(self, key: SealKey) -> Self {
        Self {
            key: Some(key),
            ..self
        }
    }

    fn path(&self, name: &SessionName, extension: &str) -> PathBuf {
        let sealed = self.key.as_ref().map(|key| key.name(name));
        let text = sealed.as_deref().unwrap_or_else(|| name.as_str());
        self.folder.path().join(format!("{text}.{extension}"))
    }

    fn read(&self, name: &SessionName) -> Result<Option<StoredSession>, StoreError> {
        let Some(bytes) = self.folder.read(&self.path(name, "session"))? else {
            return Ok(None);
        };
        let place = self.folder.path().display().to_string();
        let record = Record::read(&bytes, name, self.key.as_ref(), &place);
        Ok(record.and_then(|record| record.session_at(time_of_day())))
    }

    fn write(&self, name: &SessionName, session: &StoredSession) -> Result<(), StoreError> {
        let record = Record::new(session, time_of_day());
        let bytes = record.write(name, self.key.as_ref())?;
        self.folder.replace(&self.path(name, "session"), &bytes)
    }

    fn lock(&self, name: &SessionName) -> Result<Option<LoginLock>, StoreError> {
        let file = self.folder.try_lock(&self.path(name, "lock"))?;
        Ok(file.map(|file| {
            LoginLock::new(move || {
                drop(file);
                Box::pin(async {})
            })
        }))
    }

    /// Does what has to wait for a disk, where nobody else waits for it.
    async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = self.clone();
        let outcome = tokio::task::spawn_blocking(move || work(&store)).await;
        outcome.map_err(|cause| {
            StoreError::new("the work on the session's file was broken off").with_source(cause)
        })?
    }
}

impl SessionStore for FileStore {
    fn load<'a>(
        &'a self,
        name: &'a SessionName,
    ) -> BoxFuture<'a, Result<Option<StoredSession>, StoreError>> {
        let name = name.clone();
        Box::pin(self.aside(move |store| store.read(&name)))
    }

    fn save<'a>(
        &'a self,
        name: &'a SessionName,
        session: &'a StoredSession,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        let (name, session) = (name.clone(), session.clone());
        Box::pin(self.aside(move |store| store.write(&name, &session)))
    }

    fn try_lock<'a>(
        &'a self,
        name: &'a SessionName,
        _: Duration,
    ) -> BoxFuture<'a, Result<Option<LoginLock>, StoreError>> {
        let name = name.clone();
        Box::pin(self.aside(move |store| store.lock(&name)))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use opentact::Credential;
    use tempfile::TempDir;

    use super::*;

    /// A store in a folder of its own, and a name in it.
    struct World {
        home: TempDir,
        store: FileStore,
        name: SessionName,
    }

    impl World {
        fn new() -> Self {
            let home = tempfile::tempdir().unwrap();
            let store = FileStore::new(home.path().join("a/b")).unwrap();
            let credential = Credential::basic("me@example.com", "made up");
            let name = SessionName::new("https://api.opentact.org", &credential);
            Self { home, store, name }
        }

        fn session() -> StoredSession {
            let day = Duration::from_secs(86_400);
            StoredSession::new("planted-4711").lasting(day, day)
        }

        fn file(&self) -> PathBuf {
            self.store.path(&self.name, "session")
        }

        fn loaded(&self) -> Option<String> {
            let session = self.store.read(&self.name).unwrap();
            session.map(|session| session.jwt().expose().to_owned())
        }

        fn save(&self) {
            self.store.write(&self.name, &Self::session()).unwrap();
        }
    }

    #[test]
    fn what_cannot_be_read_is_no_session_and_is_replaced() {
        let world = World::new();
        world.save();
        let whole = fs::read(world.file()).unwrap();
        let newer = br#"{"version":2,"of":"tomorrow"}"#;
        let huge = b" ".repeat(1_000_000);
        for broken in [&whole[..whole.len() / 2], b"", b"\xFF\x00", newer, &huge] {
            fs::write(world.file(), broken).unwrap();
            assert_eq!(world.loaded(), None);
            world.save();
            assert_eq!(world.loaded().as_deref(), Some("planted-4711"));
        }
    }

    #[test]
    fn with_a_key_neither_name_nor_session_is_to_be_read() {
        let mut world = World::new();
        world.store = world.store.sealed_by(SealKey::new([7; 32]));
        world.save();
        drop(world.store.lock(&world.name).unwrap().unwrap());
        assert_eq!(world.loaded().as_deref(), Some("planted-4711"));
        for entry in fs::read_dir(world.store.folder.path()).unwrap() {
            let path = entry.unwrap().path();
            assert!(!path.display().to_string().contains(world.name.as_str()));
            let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
            assert!(!text.contains("planted") && !text.contains("jwt"), "{text}");
        }
    }

    #[test]
    fn who_reads_while_others_write_finds_a_whole_session() {
        let world = World::new();
        world.save();
        let (done, stop) = std::sync::mpsc::channel::<()>();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for _ in 0..300 {
                    world.save();
                }
                drop(done);
            });
            let going = || stop.try_recv() != Err(std::sync::mpsc::TryRecvError::Disconnected);
            while going() {
                assert_eq!(world.loaded().as_deref(), Some("planted-4711"));
            }
        });
    }

    #[test]
    fn a_lock_that_is_dropped_is_free() {
        let world = World::new();
        let lock = world.store.lock(&world.name).unwrap().unwrap();
        let other = FileStore::new(world.home.path().join("a/b")).unwrap();
        assert!(other.lock(&world.name).unwrap().is_none());
        drop(lock);
        assert!(other.lock(&world.name).unwrap().is_some());
    }

    #[test]
    fn writing_leaves_nothing_behind_also_where_it_fails() {
        let world = World::new();
        world.save();
        world.save();
        let files = || fs::read_dir(world.store.folder.path()).unwrap().count();
        assert_eq!(files(), 1);
        fs::remove_file(world.file()).unwrap();
        fs::create_dir(world.file()).unwrap();
        assert!(world.store.write(&world.name, &World::session()).is_err());
        assert_eq!(files(), 1);
    }

    #[test]
    fn what_is_no_folder_is_refused() {
        let world = World::new();
        let file = world.home.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(FileStore::new(&file).is_err());
        assert!(FileStore::new(file.join("below")).is_err());
        fs::remove_dir_all(world.home.path().join("a")).unwrap();
        let error = world.store.read(&world.name).unwrap_err();
        assert!(error.to_string().contains("cannot be used"), "{error}");
    }

    #[cfg(unix)]
    mod unix;
}
