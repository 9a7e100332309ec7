//! A long life of the sandbox under full load: no error, no growth, and nothing lost at its end.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use crate::{counts::Counts, round::under_load, server::Server, writer::Writer};

/// Between so many writes, it is looked at the memory.
const LOOK_EVERY: u32 = 1000;

/// How much more memory the sandbox may have at the end than after the first fifth of its life, in
/// KiB. What it remembers of requests has a bound that is reached long before.
const GROWTH_KIB: u64 = 2048;

/// Writes for so long, then kills.
pub(crate) fn soak(file: &Path, writers: &mut [Writer], time: Duration, counts: &mut Counts) {
    let server = Server::start(file, 0);
    let since = Instant::now();
    let mut writes = 0;
    let mut warm = None;
    let mut last = None;
    under_load(server, writers, |server, acknowledged| {
        for write in &acknowledged {
            counts.add(&write);
            writes += 1;
            if writes % LOOK_EVERY == 0 {
                last = server.resident_kib();
                if warm.is_none() && since.elapsed() > time / 5 {
                    warm = last;
                }
            }
            if since.elapsed() > time {
                break;
            }
        }
        server.kill();
        for write in acknowledged {
            counts.add(&write);
        }
    });
    counts.kills_under_load += 1;
    let per_second = f64::from(writes) / since.elapsed().as_secs_f64();
    println!("{per_second:.0} writes each second; resident: {warm:?} KiB, at the end {last:?} KiB");
    if let (Some(warm), Some(last)) = (warm, last) {
        assert!(last <= warm + GROWTH_KIB, "the sandbox grows");
    }
    assert!(since.elapsed() >= time, "the sandbox ended too early");
}
