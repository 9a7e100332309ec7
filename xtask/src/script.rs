//! A script under `tests` that tries this workspace in another language, one phase at a time.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::error::Error;
use crate::files::names_in;
use crate::program::Program;

/// The names of the folders under `tests/KIND` that have a script.
pub(crate) fn names(root: &Path, kind: &str) -> Result<Vec<String>, Error> {
    let folder = format!("tests/{kind}");
    let mut names = names_in(root, &folder)?;
    names.retain(|name| root.join(&folder).join(name).join("run.sh").is_file());
    Ok(names)
}

/// The script `tests/KIND/NAME/run.sh`, which runs in `target/KIND/NAME`.
pub(crate) struct Script<'s> {
    name: &'s str,
    file: PathBuf,
    /// Everything that it leaves is here, a log of each phase as well.
    pub(crate) place: PathBuf,
    progress: &'s dyn Fn(&str),
}

impl<'s> Script<'s> {
    pub(crate) fn new(
        root: &Path,
        kind: &str,
        name: &'s str,
        progress: &'s dyn Fn(&str),
    ) -> Result<Self, Error> {
        let place = root.join("target").join(kind).join(name);
        fs::create_dir_all(&place).map_err(Error::unwritten(&place))?;
        Ok(Self {
            name,
            file: root.join("tests").join(kind).join(name).join("run.sh"),
            place,
            progress,
        })
    }

    /// Runs a phase with these variables, and gives what it says; none of the secrets is in it or
    /// in the log.
    pub(crate) fn run(
        &self,
        phase: &[&str],
        variables: &[(&str, &Path)],
        secrets: &[String],
    ) -> Result<String, Error> {
        let begun = Instant::now();
        let mut bash = Program::new("bash", &self.place).paths([&self.file]);
        bash = bash.args(phase.iter().copied());
        for (name, value) in variables {
            bash = bash.variable(name, value);
        }
        let outcome = bash.run()?;
        let mask = |text: String, secret: &String| text.replace(secret, "[credential]");
        let redacted = |text: &str| secrets.iter().fold(text.to_owned(), mask);
        let everything = redacted(&outcome.everything());
        let (name, phase) = (self.name, phase.join("-"));
        let log = self.place.join(format!("{phase}.log"));
        fs::write(&log, &everything).map_err(Error::unwritten(&log))?;
        if !outcome.succeeded {
            let why = everything.lines().next_back().unwrap_or_default();
            return Err(Error::failed(
                phase,
                format!("{why} (see {})", log.display()),
            ));
        }
        let seconds = begun.elapsed().as_secs_f32();
        (self.progress)(&format!("{name}: {phase}, {seconds:.1} s"));
        Ok(redacted(&outcome.said))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phase_that_fails_says_why_without_secrets_and_names_its_log() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("tests/trials/some");
        fs::create_dir_all(&folder).unwrap();
        fs::create_dir_all(root.path().join("tests/trials/other")).unwrap();
        fs::write(folder.join("run.sh"), "echo \"$WHAT\"\nexit \"$1\"\n").unwrap();
        assert_eq!(names(root.path(), "trials").unwrap(), ["some"]);
        let script = Script::new(root.path(), "trials", "some", &|_| ()).unwrap();
        let run = |status| {
            let variables = [("WHAT", Path::new("my word"))];
            script.run(&[status], &variables, &["word".to_owned()])
        };
        assert_eq!(run("0").unwrap(), "my [credential]\n");
        let error = run("3").unwrap_err().to_string();
        assert!(error.starts_with("3 failed: my [credential] (see "));
        let log = fs::read_to_string(script.place.join("3.log")).unwrap();
        assert_eq!(log, "my [credential]\n");
    }
}
