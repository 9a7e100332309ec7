//! Load of a counted number of requests, the same each time, over kept-alive connections.

use std::io;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use ureq::Agent;

/// After how long an answer is taken to be missing.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// A `GET` with an `Authorization`, and how often it is sent.
#[derive(Clone, Debug)]
pub(super) struct Load {
    pub(super) path: &'static str,
    pub(super) authorization: String,
    pub(super) count: u32,
}

impl Load {
    /// Sends all requests over so many connections at once; how many were answered each second.
    pub(super) fn per_second(&self, address: SocketAddr, connections: u32) -> io::Result<f64> {
        let since = Instant::now();
        let each = self.count / connections;
        thread::scope(|scope| {
            let threads: Vec<_> = (0..connections)
                .map(|_| scope.spawn(move || self.send(address, each)))
                .collect();
            for thread in threads {
                let done = thread.join();
                done.map_err(|_| io::Error::other("a thread has panicked"))??;
            }
            Ok(f64::from(each * connections) / since.elapsed().as_secs_f64())
        })
    }

    /// Sends so many requests over one connection; an answer that is not 200 is an error.
    pub(super) fn send(&self, address: SocketAddr, count: u32) -> io::Result<()> {
        let agent: Agent = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .proxy(None)
            .build()
            .into();
        let url = format!("http://{address}{}", self.path);
        for _ in 0..count {
            let request = agent.get(&url).header("Authorization", &self.authorization);
            let answer = request.call().map_err(io::Error::other)?;
            answer.into_body().read_to_vec().map_err(io::Error::other)?;
        }
        Ok(())
    }
}
