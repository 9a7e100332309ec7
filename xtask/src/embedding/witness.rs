//! What tells that a sandbox has started, and that it is gone: a pipe that it holds open.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::error::Error;
use crate::program::Program;

/// How long a sandbox may stay after the tests have ended, requests at work included.
const PATIENCE: Duration = Duration::from_secs(15);

/// A pipe with a name, and a script that opens it and becomes a program.
#[derive(Debug)]
pub(super) struct Witness {
    /// Stands for the command.
    pub(super) script: PathBuf,
    pipe: PathBuf,
    /// Keeps the pipe from ending before the tests have.
    held: File,
}

impl Witness {
    /// A script that becomes `program`, a line of shell that has the script's arguments.
    pub(super) fn new(folder: &Path, program: &str) -> Result<Self, Error> {
        let bin = folder.join("bin");
        fs::create_dir_all(&bin).map_err(write(&bin))?;
        let (script, pipe) = (bin.join("opentact-sandbox"), bin.join("witness"));
        if pipe.exists() {
            fs::remove_file(&pipe).map_err(write(&pipe))?;
        }
        Program::new("mkfifo", folder)
            .paths([&pipe])
            .run()?
            .succeeding()?;
        let text = format!(
            "#!/bin/sh\nexec 7> '{}'\necho $$ >&7\n{program}\n",
            pipe.display()
        );
        fs::write(&script, text).map_err(write(&script))?;
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).map_err(write(&script))?;
        // To read and to write, so that opening does not wait for somebody else.
        let held = File::options().read(true).write(true).open(&pipe);
        let held = held.map_err(write(&pipe))?;
        Ok(Self { script, pipe, held })
    }

    /// How many have started, once all of them are gone.
    pub(super) fn gone(self) -> Result<usize, Error> {
        let reader = File::open(&self.pipe).map_err(write(&self.pipe))?;
        drop(self.held);
        let (sender, ids) = mpsc::channel();
        thread::spawn(move || {
            for id in BufReader::new(reader).lines().map_while(Result::ok) {
                if sender.send(id).is_err() {
                    break;
                }
            }
        });
        let mut started = Vec::new();
        loop {
            match ids.recv_timeout(PATIENCE) {
                Ok(id) => started.push(id),
                Err(RecvTimeoutError::Disconnected) => return Ok(started.len()),
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        for id in &started {
            // Those that are gone refuse it.
            let _ = Command::new("kill").args(["-9", id]).output();
        }
        Err(Error::Failed {
            what: "the end of the sandbox".to_owned(),
            message: format!("of the processes {} one is left", started.join(", ")),
        })
    }
}

fn write(file: &Path) -> impl FnOnce(std::io::Error) -> Error {
    let file = file.display().to_string();
    |source| Error::Write { file, source }
}
