//! A chromedriver of the test's own.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
    process::{Child, Command, Stdio},
};

/// A chromedriver on a free port of loopback. Dropped, it ends the browser that it has started,
/// and then itself.
#[derive(Debug)]
pub(crate) struct Driver {
    port: u16,
    process: Child,
}

impl Driver {
    pub(crate) fn start() -> Self {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap_or_else(|cause| {
            panic!(
                "`chromedriver` cannot be run ({cause}); install it: \
                 `apt-get install chromium chromium-driver`"
            )
        });
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        // Whatever else it says is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Self {
            port: port.unwrap(),
            process,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let ask = || -> std::io::Result<()> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")?;
            // It answers, ends its browser and then closes.
            stream.read_to_end(&mut Vec::new()).map(|_| ())
        };
        if ask().is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}
