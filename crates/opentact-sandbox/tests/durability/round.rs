//! One life of the sandbox, up to its sudden end.

use std::{
    hint,
    path::Path,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use fastrand::Rng;

use crate::{
    counts::Counts,
    ledger::Write,
    server::Server,
    writer::{Writer, sign_in},
};

/// After how many acknowledgements a kill comes, at most.
const WRITES: usize = 80;

/// How long after them it comes, at most; a write takes about as long.
const AFTER_WRITES: Duration = Duration::from_millis(3);

/// How long after the process has been started a kill at the start comes, at most.
const AFTER_START: Duration = Duration::from_millis(60);

/// Kills the sandbox that makes a new file; the next one has to bring that to an end.
pub(crate) fn kill_while_made(file: &Path, rng: &mut Rng, counts: &mut Counts) {
    let server = Server::spawn(file, 1);
    spin(rng, AFTER_START);
    server.kill();
    counts.kills_while_made += 1;
    let server = Server::start(file, 1);
    sign_in(server.address(), 0);
}

/// Kills the sandbox before it listens, or just after.
pub(crate) fn kill_at_start(file: &Path, rng: &mut Rng, counts: &mut Counts) {
    let server = Server::spawn(file, 0);
    spin(rng, AFTER_START);
    server.kill();
    counts.kills_at_start += 1;
}

/// Starts the sandbox, checks it, writes to it and kills it at some moment.
pub(crate) fn kill_under_load(
    file: &Path,
    writers: &mut [Writer],
    rng: &mut Rng,
    counts: &mut Counts,
) {
    let server = Server::start(file, 0);
    let address = server.address();
    for writer in &mut *writers {
        writer.check(address, false, counts);
    }
    let writes = rng.usize(1..=WRITES);
    under_load(server, writers, |server, acknowledged| {
        for write in acknowledged.iter().take(writes) {
            counts.add(&write);
        }
        spin(rng, AFTER_WRITES);
        server.kill();
        for write in acknowledged {
            counts.add(&write);
        }
    });
    counts.kills_under_load += 1;
}

/// Lets all writers write until `work` has ended the server; it is told of each acknowledgement.
pub(crate) fn under_load(
    server: Server,
    writers: &mut [Writer],
    work: impl FnOnce(Server, mpsc::Receiver<Write>),
) {
    let address = server.address();
    let (told, acknowledged) = mpsc::channel();
    thread::scope(|scope| {
        for writer in writers {
            let told = told.clone();
            scope.spawn(move || writer.write(address, &told));
        }
        drop(told);
        work(server, acknowledged);
    });
}

/// Starts the sandbox once more and tries every token there ever was.
pub(crate) fn check_everything(file: &Path, writers: &mut [Writer], counts: &mut Counts) {
    let server = Server::start(file, 0);
    for writer in writers {
        writer.check(server.address(), true, counts);
    }
    server.kill();
    let check: String = rusqlite::Connection::open(file)
        .unwrap()
        .pragma_query_value(None, "integrity_check", |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
}

/// Lets some time pass, at most that much.
fn spin(rng: &mut Rng, most: Duration) {
    let end = Instant::now() + most.mul_f64(rng.f64());
    while Instant::now() < end {
        hint::spin_loop();
    }
}

impl Counts {
    pub(crate) fn add(&mut self, write: &Write) {
        match write {
            Write::Create { .. } => self.creates += 1,
            Write::Update { .. } => self.updates += 1,
            Write::Delete { .. } | Write::DeleteAll => self.deletes += 1,
        }
    }
}
