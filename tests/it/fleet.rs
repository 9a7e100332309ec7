//! Processes of one machine that share a session by a folder.

use std::path::Path;
use std::time::Duration;

use opentact::Credential;
use opentact::session_store::{SessionName, SessionStore};
use opentact_session_stores::FileStore;
use opentact_tests::{EMAIL, Fleet, PASSWORD, World};

const PROGRAM: &str = env!("CARGO_BIN_EXE_fleet_member");
const MEMBERS: usize = 8;
const TASKS: u64 = 50;
const CALLS: u64 = 4;
/// A made-up key.
const KEY: &str = "4711471147114711471147114711471147114711471147114711471147114711";

fn fleet(members: usize, world: &World, folder: &Path, more: &[&str]) -> Fleet {
    let (base_url, tasks) = (world.sandbox.base_url(), TASKS.to_string());
    let arguments = [&base_url, &tasks, folder.to_str().unwrap()];
    Fleet::start(members, PROGRAM, &[&arguments, more].concat())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_processes_of_fifty_tasks_make_one_login_and_one_more_when_it_has_expired() {
    for more in [&[][..], &[KEY]] {
        let world = World::start().await;
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("sessions");
        let mut fleet = fleet(MEMBERS, &world, &folder, more);
        let all = MEMBERS as u64 * TASKS * CALLS;

        fleet.say(&CALLS.to_string());
        assert_eq!(fleet.calls(), all);
        assert_eq!(world.sandbox.stats().logins, 1);

        world.sandbox.clock().advance(Duration::from_secs(86_400));
        fleet.say(&CALLS.to_string());
        assert_eq!(fleet.calls(), all);
        assert_eq!(world.sandbox.stats().logins, 2);
        #[cfg(unix)]
        assert_eq!(modes(&folder), [0o700, 0o700, 0o600, 0o600]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_killed_gives_back_the_right_to_log_in() {
    let world = World::start().await;
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("sessions");
    let mut holder = fleet(1, &world, &folder, &[]);
    holder.say("hold");
    assert_eq!(holder.hear()[0]["held"], 1);

    let store = FileStore::new(&folder).unwrap();
    let credential = Credential::basic(EMAIL, PASSWORD);
    let name = SessionName::new(&world.sandbox.base_url(), &credential);
    let hour = Duration::from_secs(3600);
    assert!(store.try_lock(&name, hour).await.unwrap().is_none());
    holder.kill();
    assert!(store.try_lock(&name, hour).await.unwrap().is_some());
}

/// The modes of a folder, of the store's own within it, and of the files in that. The processes run without a mask.
#[cfg(unix)]
fn modes(folder: &Path) -> Vec<u32> {
    use std::os::unix::fs::PermissionsExt;

    let within = |folder: &Path| {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|it| it.unwrap().path()).collect::<Vec<_>>()
    };
    let own = within(folder);
    let files = within(&own[0]);
    [vec![folder.to_owned()], own, files]
        .into_iter()
        .flatten()
        .map(|path| path.metadata().unwrap().permissions().mode() & 0o777)
        .collect()
}
