//! The phases of a trial: programs that run in a place, with a log and a line of progress each.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::Progress;
use super::failure::Failure;
use super::install::Install;
use super::place::{Document, Place};
use super::witness::World;

/// Runs the phases of one generator.
pub(super) struct Phases<'p> {
    generator: &'p str,
    place: &'p Place,
    progress: Progress<'p>,
}

impl<'p> Phases<'p> {
    pub(super) fn new(generator: &'p str, place: &'p Place, progress: Progress<'p>) -> Self {
        Self {
            generator,
            place,
            progress,
        }
    }

    /// Installs what is not installed yet.
    pub(super) fn install(&self, installs: Vec<Install>) -> Result<(), Failure> {
        let begun = Instant::now();
        let mut log = self.log("install")?;
        let mut news = false;
        for mut install in installs {
            if install.is_done()? {
                continue;
            }
            news = true;
            install.begin()?;
            for command in &mut install.commands {
                log.run("install", command)?;
            }
            install.end()?;
        }
        self.say(
            if news {
                "install"
            } else {
                "install (nothing to do)"
            },
            begun,
        );
        Ok(())
    }

    /// Runs the programs of a phase one after the other.
    pub(super) fn run(
        &self,
        phase: &str,
        document: Document,
        commands: Vec<Command>,
    ) -> Result<(), Failure> {
        let begun = Instant::now();
        let name = format!("{phase}-{}", document.name());
        let mut log = self.log(&name)?;
        for mut command in commands {
            log.run(&name, command.current_dir(&self.place.folder))?;
        }
        self.say(&name, begun);
        Ok(())
    }

    /// Runs the conformance script and gives what it says; no credential gets into the log.
    pub(super) fn conform(
        &self,
        document: Document,
        mut script: Command,
        world: &World,
    ) -> Result<String, Failure> {
        let begun = Instant::now();
        let phase = format!("conformance-{}", document.name());
        script.current_dir(&self.place.folder).arg(&world.file);
        let output = script
            .stdin(Stdio::null())
            .output()
            .map_err(|source| does_not_start(&script, source))?;
        let said = world.redacted(&String::from_utf8_lossy(&output.stdout));
        let complained = world.redacted(&String::from_utf8_lossy(&output.stderr));
        let log = self.place.path(&format!("{phase}.log"));
        fs::write(&log, format!("{said}{complained}")).map_err(Failure::file(&log))?;
        if !output.status.success() {
            return Err(Failure::Phase { phase, log });
        }
        self.say(&phase, begun);
        Ok(said)
    }

    fn log(&self, phase: &str) -> Result<Log, Failure> {
        Log::create(self.place.path(&format!("{phase}.log")))
    }

    fn say(&self, phase: &str, begun: Instant) {
        let seconds = begun.elapsed().as_secs_f32();
        (self.progress)(&format!("{}: {phase}, {seconds:.1} s", self.generator));
    }
}

/// A file that takes what programs say.
#[derive(Debug)]
pub(super) struct Log {
    path: PathBuf,
    file: File,
}

impl Log {
    pub(super) fn create(path: PathBuf) -> Result<Self, Failure> {
        let file = File::create(&path).map_err(Failure::file(&path))?;
        Ok(Self { path, file })
    }

    /// Runs a program to its end.
    pub(super) fn run(&mut self, phase: &str, command: &mut Command) -> Result<(), Failure> {
        let copy = || self.file.try_clone().map_err(Failure::file(&self.path));
        let (out, err) = (copy()?, copy()?);
        let status = command
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .status()
            .map_err(|source| does_not_start(command, source))?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::Phase {
            phase: phase.to_owned(),
            log: self.path.clone(),
        })
    }
}

pub(super) fn does_not_start(command: &Command, source: std::io::Error) -> Failure {
    Failure::Start {
        program: command.get_program().to_string_lossy().into_owned(),
        source,
    }
}

/// Looks for programs on the PATH.
pub(super) fn require(programs: &[&'static str]) -> Result<(), Failure> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&path).collect();
    let is_there = |program: &&&str| {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        folders
            .iter()
            .any(|folder| Path::new(folder).join(&file).is_file())
    };
    match programs.iter().find(|program| !is_there(program)) {
        Some(program) => Err(Failure::Missing(program)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_missing_is_named() {
        require(&[]).unwrap();
        let error = require(&["no-such-program"]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "skipped: `no-such-program` is not on the PATH"
        );
    }

    #[test]
    fn a_program_that_fails_names_its_log() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = Log::create(folder.path().join("build.log")).unwrap();
        let mut command = Command::new(env!("CARGO"));
        let failure = log
            .run("build", command.arg("no-such-command"))
            .unwrap_err();
        assert!(
            failure.to_string().starts_with("build failed: see "),
            "{failure}"
        );
        let said = fs::read_to_string(folder.path().join("build.log")).unwrap();
        assert!(said.contains("no-such-command"), "{said}");
    }
}
