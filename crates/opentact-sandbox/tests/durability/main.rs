//! A sandbox that is killed again and again loses nothing that it has acknowledged.
//!
//! `cargo test --test durability -- --kills 200 --seed 7` kills as often as it is told under load,
//! and some times more while the process starts or its file is made, by chance that begins with
//! the seed. `--kills` is 20 by default and the seed new each time. `--soak 300` writes for so many
//! seconds instead, and kills once at the end. `--command PATH` runs another build of the sandbox.
//!
//! A killed process keeps what it gave to the system, flushed or not, so this sees a write that is
//! acknowledged too early, not at all or in part, and does not see a missing flush: only a power
//! cut would. That the flush is asked for is a test beside the code.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "the counts are what the test is for")]

mod client;
mod counts;
mod flags;
mod ledger;
mod round;
mod server;
mod soak;
mod writer;

use std::{path::Path, time::Instant};

use counts::Counts;
use fastrand::Rng;
use flags::Flags;
use writer::Writer;

/// How many write at the same time, each as a user of its own.
const WRITERS: usize = 4;

fn main() {
    let Some(flags) = Flags::parse() else {
        return;
    };
    let Flags {
        kills, soak, seed, ..
    } = flags;
    if let Some(command) = flags.command {
        server::run(command);
    }
    println!("durability: --seed {seed}");
    let since = Instant::now();
    let mut rng = Rng::with_seed(seed);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let mut counts = Counts::default();
    let mut writers = first_writers(&file, &mut rng);
    match soak {
        Some(time) => soak::soak(&file, &mut writers, time, &mut counts),
        None => kill(folder.path(), &mut writers, kills, &mut rng, &mut counts),
    }
    round::check_everything(&file, &mut writers, &mut counts);
    println!("{counts}in {:.1} s", since.elapsed().as_secs_f64());
}

fn kill(folder: &Path, writers: &mut [Writer], kills: u32, rng: &mut Rng, counts: &mut Counts) {
    for number in 0..kills / 10 {
        round::kill_while_made(&folder.join(format!("made-{number}")), rng, counts);
    }
    let file = folder.join("data");
    for number in 0..kills {
        if number % 8 == 0 {
            round::kill_at_start(&file, rng, counts);
        }
        round::kill_under_load(&file, writers, rng, counts);
    }
}

/// Users of a new file, each with a session that outlives every restart.
fn first_writers(file: &Path, rng: &mut Rng) -> Vec<Writer> {
    let server = server::Server::start(file, WRITERS);
    let writers = (0..WRITERS)
        .map(|number| Writer::sign_in(server.address(), number, rng.fork()))
        .collect();
    server.kill();
    writers
}
